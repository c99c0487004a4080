/** `check.sh`: the commands by which a package is checked with OpenSSL alone. */

/** A signature as the script needs it. All names are ours, so nothing of them can mean something to a shell. */
export interface ScriptedSignature {
  /** The beginning of the names of its files. */
  name: string;
  /** Can OpenSSL check it? */
  algorithm: 'rsa' | 'ecdsa' | 'gost2015' | null;
  /** Seconds since 1970: the moment for which certificates are checked. They expire later. */
  at: number;
  ocsp: number;
  crls: number;
  isTimeStamped: boolean;
}

export interface Scripted {
  document: string;
  sha256: string;
  signatures: readonly ScriptedSignature[];
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Each check: what is checked, the command, and what it prints if it holds. The README shows the same commands. */
export function commandsOf({ document, sha256, signatures }: Scripted): { of: string; command: string; prints: string }[] {
  return [
    { of: document, command: `openssl dgst -sha256 -r ${document}`, prints: sha256 },
    ...signatures
      .filter(({ algorithm }) => algorithm === 'rsa' || algorithm === 'ecdsa')
      .flatMap(({ name, at, ocsp, crls, isTimeStamped }) => {
        const trust = `-CAfile ${name}.chain.pem -attime ${at}`;
        return [
          {
            of: `${name}.p7s`,
            command: `openssl cms -verify -binary -content ${document} -inform DER -in ${name}.p7s -purpose any ${trust} -out /dev/null`,
            prints: 'successful',
          },
          ...numbers(ocsp).map((nth) => ({
            of: `${name}.${nth}.ocsp`,
            command: `openssl ocsp -respin ${name}.${nth}.ocsp -issuer ${name}.issuer.pem -cert ${name}.signer.pem -no_nonce ${trust}`,
            prints: 'signer.pem: good',
          })),
          ...numbers(crls).map((nth) => ({
            of: `${name}.${nth}.crl`,
            command: `openssl crl -inform DER -in ${name}.${nth}.crl -CAfile ${name}.chain.pem -noout`,
            prints: 'verify OK',
          })),
          ...(isTimeStamped
            ? [
                {
                  of: `${name}.tst`,
                  command: `openssl ts -verify -token_in -in ${name}.tst -data ${name}.value ${trust}`,
                  prints: 'Verification: OK',
                },
              ]
            : []),
        ];
      }),
  ];
}

export const scriptOf = (scripted: Scripted): string => `#!/bin/sh
# Checks the files beside it with OpenSSL 3 alone. It asks nobody and changes nothing. What it proves, and what not: README.txt.
# Ends with 0 if everything holds, 1 if something does not, 3 if nothing fails but OpenSSL cannot check everything.
cd "$(dirname "$0")" || exit 2
result=0

check() {
  told=$($3 2>&1)
  case "$? $told" in
    "0 "*"$2"*) printf 'ok    %s\\n' "$1" ;;
    *) result=1; printf 'FAIL  %s\\n      %s\\n%s\\n' "$1" "$3" "$told" ;;
  esac
}

${commandsOf(scripted)
  .map(({ of, command, prints }) => `check '${of}' '${prints}' '${command}'`)
  .join('\n')}
${scripted.signatures
  .filter(({ algorithm }) => algorithm !== 'rsa' && algorithm !== 'ecdsa')
  .map(
    ({ name }) => `printf 'open  %s\\n' '${name}.p7s: OpenSSL does not know its algorithm, see README.txt'; [ $result -eq 0 ] && result=3`,
  )
  .join('\n')}
exit $result
`;
