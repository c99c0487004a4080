/** The package of a paper: one ZIP with the signed bytes and all that proves its signatures, to be checked without the platform. The same paper and messages give the same bytes. */
import type { Zippable } from 'fflate';
import { zipSync } from 'fflate';
import type { Localized } from '../../../charts/messages.ts';
import { fingerprintOf, isSelfIssued, readCertificate } from '../../../gateways/pki/certificate.ts';
import type { CheckedSignature } from '../../../gateways/signatures/port.ts';
import { readCms } from '../../../gateways/signatures/signed-data.ts';
import { tokenOf } from '../../../gateways/signatures/time-stamp.ts';
import type { PaperRow } from '../../../models/stores/paper.ts';
import type { Proof } from '../proofs.ts';
import { readmeOf } from './readme.ts';
import type { ScriptedSignature } from './script.ts';
import { scriptOf } from './script.ts';

export interface Packed {
  row: PaperRow;
  bytes: Buffer;
  proofs: readonly Proof[];
  /** The chain of the signing, as its parties read it. */
  record: object;
  /** What the parties wrote to each other, as the reader may read it. Undefined if nothing was written. */
  messages: string | undefined;
  title: Localized;
  /** The page that checks the paper. */
  page: string;
}

const DOCUMENT = 'document.pdf';

type Files = Record<string, Uint8Array>;

const text = (written: string): Uint8Array => Buffer.from(written, 'utf8');
const json = (value: object): Uint8Array => text(`${JSON.stringify(value, null, 2)}\n`);
const pem = (kind: 'CMS' | 'CERTIFICATE', der: Buffer): string =>
  `-----BEGIN ${kind}-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${kind}-----\n`;

/** No moment of a clock: fflate writes the local one. */
const NO_TIME = new Date(1980, 0, 1);
/** `rwxr-xr-x`, for Unix. */
const EXECUTABLE = { os: 3, attrs: 0o755 << 16 } as const;

export function pack({ row, bytes, proofs, record, messages, title, page }: Packed): Buffer {
  const signed = proofs.flatMap(({ party, signature }, index) => {
    if (typeof signature?.kept !== 'object') return [];
    return [{ name: `signature-${index + 1}-${party}`, ...signature.kept }];
  });
  const parts = signed.map((each) => partsOf(each));
  const scripted = { document: DOCUMENT, sha256: row.document, signatures: parts.map(({ scripted: one }) => one) };
  const roots = [...new Set(parts.flatMap((each) => each.roots))];
  const files: Zippable = {
    'README.txt': text(readmeOf({ ...scripted, title, roots, page, hasMessages: messages !== undefined })),
    'check.sh': [text(scriptOf(scripted)), EXECUTABLE],
    [DOCUMENT]: bytes,
    ...Object.assign({}, ...parts.map((each) => each.files)),
    'record.json': json(record),
    ...(messages !== undefined && { 'messages.txt': text(messages) }),
  };
  return Buffer.from(zipSync(files, { level: 0, mtime: NO_TIME }));
}

interface Parts {
  files: Files;
  scripted: ScriptedSignature;
  roots: string[];
}

function partsOf({ name, report, evidence }: CheckedSignature & { name: string }): Parts {
  const { cms, ocsp, crls } = evidence;
  const certificates = evidence.certificates.map((der) => readCertificate(der));
  const [signer, issuer] = certificates;
  const signed = readCms(cms);
  const token = tokenOf(signed);
  const numbered = (all: readonly Buffer[], extension: string): Files =>
    Object.fromEntries(all.map((each, index) => [`${name}.${index + 1}.${extension}`, each]));
  return {
    files: {
      [`${name}.p7s`]: cms,
      [`${name}.pem`]: text(pem('CMS', cms)),
      [`${name}.chain.pem`]: text(
        certificates
          .slice(1)
          .map(({ der }) => pem('CERTIFICATE', der))
          .join(''),
      ),
      ...(signer && { [`${name}.signer.pem`]: text(pem('CERTIFICATE', signer.der)) }),
      ...(issuer && { [`${name}.issuer.pem`]: text(pem('CERTIFICATE', issuer.der)) }),
      ...numbered(ocsp, 'ocsp'),
      ...numbered(crls, 'crl'),
      ...(token && { [`${name}.tst`]: token, [`${name}.value`]: signed.signature }),
      [`${name}.report.json`]: json(report),
    },
    scripted: {
      ...{ name, algorithm: report.algorithm, ocsp: ocsp.length, crls: crls.length, isTimeStamped: token !== null },
      at: Math.floor(Date.parse(report.at) / 1000),
    },
    roots: certificates
      .filter(isSelfIssued)
      .map((each) => `${each.x509.subject.typesAndValues.at(-1)?.value.valueBlock.value}: ${fingerprintOf(each)}`),
  };
}
