/** NCANode, by a stand-in that speaks as its documentation says; nobody here has the certified tool itself. */
import type { Credential } from '../../local/authority/cms.ts';
import { signDetached } from '../../local/authority/cms.ts';
import type { StandInAnswer } from '../../testing/stand-ins/ncanode.ts';
import { certificateAnswer, openNcanode } from '../../testing/stand-ins/ncanode.ts';
import type { SignatureWorld } from '../../testing/worlds/signatures.ts';
import { faultOf, openSignatureWorld } from '../../testing/worlds/signatures.ts';
import { ncanodeVerifier } from './ncanode.ts';
import { SignatureServiceAway } from './port.ts';

const document = Buffer.from('The act of completion No 1');

let world: SignatureWorld;
let person: Credential;
let ncanode: Awaited<ReturnType<typeof openNcanode>>;
beforeAll(async () => {
  world = await openSignatureWorld();
  person = world.issue();
  ncanode = await openNcanode();
});
afterAll(() => {
  ncanode.close();
  world.authority.close();
});

const checked = (answer: StandInAnswer, credential = person) => {
  ncanode.answer(answer);
  const cms = signDetached(document, credential);
  return { cms, result: ncanodeVerifier({ url: ncanode.url, own: world.verifier(), timeout: 500 }).verify(document, cms, new Date()) };
};
const valid = (certificate = {}, others = {}): StandInAnswer => ({
  body: { status: 200, message: 'OK', valid: true, signers: [{ certificates: [{ ...certificateAnswer, ...certificate }] }], ...others },
});

it('a signature holds if both say so; NCANode gets document and signature, and is told to look for revocation', async () => {
  const { cms, result } = checked(valid());
  expect(faultOf((await result).report)).toBeNull();
  expect(ncanode.asked.at(-1)).toEqual({
    ...{ cms: cms.toString('base64'), data: document.toString('base64') },
    revocationCheck: ['OCSP', 'CRL'],
  });
  expect((await result).evidence.ocsp).toHaveLength(1);
});

it('what our own checks refuse is not asked', async () => {
  const before = ncanode.asked.length;
  expect(faultOf((await checked(valid(), world.issue({ flaw: 'expired' })).result).report)).toBe('expired');
  expect(ncanode.asked).toHaveLength(before);
});

it.each<[string, string, StandInAnswer]>([
  ['not valid', 'not-confirmed', valid({}, { valid: false })],
  ['a certificate that is not valid', 'not-confirmed', valid({ valid: false })],
  ['a revoked certificate, although valid', 'revoked', valid({ revocations: [{ revoked: true, by: 'OCSP', result: 'REVOKED' }] })],
  ['another person', 'not-confirmed', valid({ subject: { iin: '900101300007' } })],
  ['another company', 'not-confirmed', valid({ subject: { iin: '750912300013', bin: '240140000011' } })],
  ['no signer', 'not-confirmed', valid({}, { signers: [] })],
  ['two signers', 'not-confirmed', valid({}, { signers: [1, 2].map(() => ({ certificates: [certificateAnswer] })) })],
  ['a signature that it cannot read', 'not-confirmed', { status: 400, body: { status: 400, message: 'Invalid CMS' } }],
])('is refused after %s: %s', async (_, expected, answer) => {
  expect(faultOf((await checked(answer).result).report)).toBe(expected);
});

it.each<[string, StandInAnswer]>([
  ['nothing about revocation', valid({ revocations: [] })],
  ['a revocation that it could not look up', valid({ revocations: [{ revoked: false, by: 'CRL', result: 'UNKNOWN' }] })],
  ['an error of its own', { status: 500, body: { status: 500, message: 'KalkanCrypt' } }],
  ['no JSON', { text: '<html>' }],
  ['another form', { body: { result: 'ok' } }],
  ['a word for valid', valid({}, { valid: 'true' })],
  ['a redirect', { redirect: 'http://127.0.0.1:1/cms/verify' }],
  ['silence', { silent: true }],
  ['a flood', { text: ' '.repeat(600_000) }],
])('nothing is known after %s', async (_, answer) => {
  await expect(checked(answer).result).rejects.toThrow(SignatureServiceAway);
});
