/** Who is asked whether a certificate is revoked, and which answers count. */
import type { Credential } from '../../local/authority/cms.ts';
import { signDetached } from '../../local/authority/cms.ts';
import type { Fault } from '../../local/authority/faults.ts';
import type { SignatureWorld } from '../../testing/worlds/signatures.ts';
import { faultOf, openSignatureWorld } from '../../testing/worlds/signatures.ts';
import type { Certificate } from '../pki/certificate.ts';
import { readPem } from '../pki/certificate.ts';
import { isAllowed, isInside, requireOutside } from './addresses.ts';
import { SignatureServiceAway } from './port.ts';

const document = Buffer.from('The act of completion No 1');

let world: SignatureWorld;
let person: Credential;
let revoked: Credential;
beforeAll(async () => {
  world = await openSignatureWorld();
  person = world.issue();
  revoked = world.issue({ flaw: 'revoked' });
});
afterAll(() => world.authority.close());

const checked = (credential: Credential, changes = {}) =>
  world.verifier({ timeout: 300, ...changes }).verify(document, signDetached(document, credential), new Date());

/** Answers of a responder that say nothing. */
const USELESS: Fault[] = [
  'ocsp-down',
  'ocsp-slow',
  'ocsp-redirect',
  'ocsp-other',
  'ocsp-stranger',
  'ocsp-stale',
  'ocsp-no-nonce',
  'ocsp-other-nonce',
  'ocsp-unknown',
];

describe.each(USELESS)('after the fault %s', (fault) => {
  it('the list decides', async () => {
    world.authority.wish(fault);
    const { report, evidence } = await checked(person);
    expect(faultOf(report)).toBeNull();
    expect(evidence).toMatchObject({ ocsp: [], crls: { length: 2 } });
    world.authority.wish(fault);
    expect(faultOf((await checked(revoked)).report)).toBe('revoked');
  });
});

it.each<Fault>(['crl-down', 'crl-expired', 'crl-stranger', 'crl-redirect'])(
  'nothing is known after silence and the fault %s',
  async (fault) => {
    world.authority.wish('ocsp-down');
    world.authority.wish(fault);
    await expect(checked(person)).rejects.toThrow(SignatureServiceAway);
    expect(faultOf((await checked(person)).report)).toBeNull();
  },
);

it('an authority between may be revoked too', async () => {
  const other = await openSignatureWorld();
  try {
    const [, issuing] = readPem(other.authority.roots);
    other.authority.revoke((issuing as Certificate).der);
    const { report } = await other.verifier().verify(document, signDetached(document, other.issue()), new Date());
    expect(faultOf(report)).toBe('revoked');
  } finally {
    other.authority.close();
  }
});

it('no address is asked that the settings do not allow', async () => {
  for (const hosts of [[], ['ocsp.pki.gov.kz'], [world.authority.host.replace(/\d$/, '')]])
    expect(faultOf((await checked(person, { allowed: { hosts, mayBeInside: true } })).report)).toBe('revocation-address');
});

it('an allowed name that leads into a private network is not asked', async () => {
  await expect(checked(person, { allowed: { hosts: [world.authority.host], mayBeInside: false } })).rejects.toThrow('private network');
  await expect(requireOutside('http://localhost:80/', { hosts: ['localhost'], mayBeInside: false })).rejects.toThrow('private network');
  await expect(requireOutside('http://[::1]/', { hosts: ['[::1]'], mayBeInside: false })).rejects.toThrow('private network');
});

it.each([
  ...['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '255.255.255.255'],
  ...['::1', '::', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'],
])('%s is inside', (address) => expect(isInside(address)).toBe(true));

it.each(['195.12.114.58', '8.8.8.8', '172.32.0.1', '2a00:1450::1', '::ffff:8.8.8.8'])('%s is outside', (address) =>
  expect(isInside(address)).toBe(false),
);

it.each([
  ['http://ocsp.pki.gov.kz/', true],
  ['http://OCSP.PKI.GOV.KZ/x', true],
  ['http://ocsp.pki.gov.kz:8080/', false],
  ['http://ocsp.pki.gov.kz.evil.example/', false],
  ['http://user@ocsp.pki.gov.kz/', false],
  ['http://evil.example/ocsp.pki.gov.kz', false],
  ['file:///etc/passwd', false],
  ['ldap://ocsp.pki.gov.kz/', false],
  ['ocsp.pki.gov.kz', false],
])('%s is allowed: %s', (url, expected) => {
  expect(isAllowed(url, { hosts: ['ocsp.pki.gov.kz'], mayBeInside: false })).toBe(expected);
});
