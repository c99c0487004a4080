/** OpenSSL as the outside judge: it verifies what we sign, and we verify what it signs, in the forms that we allow. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPem } from '../../local/authority/certificates.ts';
import type { Credential } from '../../local/authority/cms.ts';
import { signDetached } from '../../local/authority/cms.ts';
import type { Kind } from '../../local/authority/keys.ts';
import type { SignatureWorld } from '../../testing/worlds/signatures.ts';
import { faultOf, openSignatureWorld } from '../../testing/worlds/signatures.ts';
import type { FAULTS } from './faults.ts';

const document = Buffer.from('The act of completion No 1\nover two lines\r\n');

let world: SignatureWorld;
let folder: string;
const people = {} as Record<Exclude<Kind, 'gost'>, Credential>;
beforeAll(async () => {
  world = await openSignatureWorld();
  folder = mkdtempSync(join(tmpdir(), 'akjet-openssl-'));
  for (const kind of ['rsa', 'ecdsa'] as const) {
    people[kind] = world.issue({ kind });
    writeFileSync(join(folder, `${kind}.pem`), toPem(people[kind].key.pkcs8, 'PRIVATE KEY') + toPem(people[kind].certificate));
  }
  writeFileSync(join(folder, 'document'), document);
  writeFileSync(join(folder, 'roots.pem'), world.authority.roots);
});
afterAll(() => {
  world.authority.close();
  rmSync(folder, { recursive: true, force: true });
});

const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

function judge(cms: Uint8Array): void {
  writeFileSync(join(folder, 'ours.p7s'), cms);
  openssl(
    'cms',
    '-verify',
    '-binary',
    '-inform',
    'DER',
    '-in',
    'ours.p7s',
    '-content',
    'document',
    '-CAfile',
    'roots.pem',
    '-purpose',
    'any',
  );
}

function signed(...options: string[]): Buffer {
  const usual = ['-binary', '-in', 'document', '-outform', 'DER', '-out', 'theirs.p7s'];
  openssl('cms', '-sign', ...usual, ...(options.includes('-signer') ? [] : ['-signer', 'rsa.pem']), ...options);
  return readFileSync(join(folder, 'theirs.p7s'));
}

const fault = async (cms: Uint8Array) => faultOf((await world.verifier().verify(document, cms, new Date())).report);

it.each(['rsa', 'ecdsa'] as const)(
  'OpenSSL verifies a signature by our key of %s, also with our time stamp, and no other document',
  async (kind) => {
    const cms = signDetached(document, people[kind]);
    judge(cms);
    const { evidence } = await world.verifier({ timestamps: world.timestamps }).verify(document, cms, new Date());
    expect(evidence.cms.length).toBeGreaterThan(cms.length);
    judge(evidence.cms);
    expect(() => judge(signDetached(Buffer.from('another'), people[kind]))).toThrow('Verification failure');
  },
);

it.each<[string, string[], keyof typeof FAULTS | null]>([
  ['with RSA and SHA-256', [], null],
  ['with RSA and SHA-384', ['-md', 'sha384'], null],
  ['with RSA and SHA-512', ['-md', 'sha512'], null],
  ['with RSA-PSS', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest'], null],
  ['with ECDSA', ['-signer', 'ecdsa.pem'], null],
  ['in CAdES', ['-cades'], null],
  ['with SHA-1', ['-md', 'sha1'], 'unknown-algorithm'],
  ['with MD5', ['-md', 'md5'], 'unknown-algorithm'],
  ['with SHA-224', ['-md', 'sha224'], 'unknown-algorithm'],
  ['with a salt of another length', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20'], 'wrong-signature'],
  ['with the document inside', ['-nodetach'], 'attached'],
  ['by two', ['-signer', 'rsa.pem', '-signer', 'ecdsa.pem'], 'several-signers'],
  ['in an indefinite length', ['-stream', '-nodetach'], 'ambiguous'],
  ['without signed attributes', ['-noattr'], 'unexpected-content'],
  ['without a certificate', ['-nocerts'], 'no-certificate'],
  ['named by the key alone', ['-keyid'], 'unexpected-content'],
])('a signature by OpenSSL %s: %s', async (_, options, expected) => {
  expect(await fault(signed(...options))).toBe(expected);
});
