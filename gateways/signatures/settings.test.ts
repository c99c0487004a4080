import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSignatureSettings } from '../../config.ts';
import { certificateOf, authority as isAuthority, keyUsage, toPem } from '../../local/authority/certificates.ts';
import { signDetached } from '../../local/authority/cms.ts';
import { newKey } from '../../local/authority/keys.ts';
import { openNcanode } from '../../testing/stand-ins/ncanode.ts';
import type { SignatureWorld } from '../../testing/worlds/signatures.ts';
import { faultOf, openSignatureWorld } from '../../testing/worlds/signatures.ts';
import { openSignatures } from './open.ts';

const document = Buffer.from('The act of completion No 1');
const names = ['NODE_ENV', ...Object.keys(process.env).filter((name) => name.startsWith('SIGNATURES_'))];
const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));

let world: SignatureWorld;
let folder: string;
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const rootNamed = (commonName: string): string => {
  const key = newKey('ecdsa');
  const days = { notBefore: new Date(Date.now() - 1_000), notAfter: new Date(Date.now() + 86_400_000) };
  return toPem(
    certificateOf(
      { owner: { commonName }, spki: key.spki, ...days, extensions: [isAuthority(), keyUsage(6)] },
      { owner: { commonName }, key },
    ),
  );
};
beforeAll(async () => {
  world = await openSignatureWorld();
  folder = mkdtempSync(join(tmpdir(), 'akjet-signatures-'));
});
afterAll(() => {
  world.authority.close();
  rmSync(folder, { recursive: true, force: true });
  Object.assign(process.env, before);
});

const sandbox = () => ({
  NODE_ENV: 'development',
  SIGNATURES_VERIFIER: 'sandbox',
  SIGNATURES_ROOTS: file('roots.pem', world.authority.roots),
  SIGNATURES_HOSTS: world.authority.host,
  SIGNATURES_TIMESTAMP_ROOTS: file('stamps.pem', world.authority.timeStampRoots),
  SIGNATURES_TIMESTAMP_URL: `${world.authority.url}/tsp`,
  SIGNATURES_NCANODE_URL: '',
});
const real = () => ({
  ...sandbox(),
  ...{ NODE_ENV: 'production', SIGNATURES_VERIFIER: 'local', SIGNATURES_HOSTS: 'ocsp.pki.gov.kz, crl.pki.gov.kz' },
  SIGNATURES_ROOTS: file('real.pem', rootNamed('НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST)')),
  SIGNATURES_TIMESTAMP_ROOTS: file('real-stamps.pem', rootNamed('Служба меток времени')),
});
const read = (settings: Record<string, string>) => {
  Object.assign(process.env, settings);
  return readSignatureSettings();
};

it('the sandbox believes the development authority on this machine', async () => {
  const { report } = await openSignatures(read(sandbox())).verify(document, signDetached(document, world.issue()), new Date());
  expect(faultOf(report)).toBeNull();
  expect(report.timeStampedAt).not.toBeNull();
});

it('with NCANode, both are asked', async () => {
  const ncanode = await openNcanode();
  try {
    ncanode.answer({ body: { valid: false } });
    const verifier = openSignatures({ ...read({ ...sandbox(), SIGNATURES_NCANODE_URL: ncanode.url }), SIGNATURES_VERIFIER: 'ncanode' });
    // Only the sandbox may ask a private network.
    await expect(verifier.verify(document, signDetached(document, world.issue()), new Date())).rejects.toThrow('private network');
  } finally {
    ncanode.close();
  }
});

it('production takes real roots', () => {
  expect(read(real())).toMatchObject({ SIGNATURES_VERIFIER: 'local', SIGNATURES_HOSTS: ['ocsp.pki.gov.kz', 'crl.pki.gov.kz'] });
});

it.each<[string, string, () => Record<string, string>]>([
  ['the sandbox', 'believes anybody', () => ({ SIGNATURES_VERIFIER: 'sandbox' })],
  ['the roots of development', 'tests or of development', () => ({ SIGNATURES_ROOTS: sandbox().SIGNATURES_ROOTS })],
  [
    'the roots of a test stand',
    'tests or of development',
    () => ({ SIGNATURES_ROOTS: file('test.pem', rootNamed('НЕГІЗГІ (GOST) TEST 2022')) }),
  ],
  ['made-up time stamps', 'tests or of development', () => ({ SIGNATURES_TIMESTAMP_ROOTS: sandbox().SIGNATURES_TIMESTAMP_ROOTS })],
  ['no verifier', 'SIGNATURES_VERIFIER', () => ({ SIGNATURES_VERIFIER: '' })],
  ['no roots', 'name a PEM file', () => ({ SIGNATURES_ROOTS: '' })],
  ['no hosts', 'nobody could be asked', () => ({ SIGNATURES_HOSTS: '' })],
  ['a URL for a host', 'must be hosts', () => ({ SIGNATURES_HOSTS: 'http://ocsp.pki.gov.kz/' })],
  ['a file that is not there', 'is no PEM file', () => ({ SIGNATURES_ROOTS: '/nowhere' })],
  ['NCANode without an address', 'SIGNATURES_VERIFIER is ncanode', () => ({ SIGNATURES_VERIFIER: 'ncanode' })],
])('production refuses %s: %s', (_, why, changes) => {
  expect(() => read({ ...real(), ...changes() })).toThrow(why);
});
