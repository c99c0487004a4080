/** Signing in eGov Mobile with SIGEX between, by the requests of its documentation and their faults. */
import type { Signing } from '../../testing/lives/signings.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import type { SigexStandIn } from '../../testing/stand-ins/sigex.ts';
import { openSigexStandIn } from '../../testing/stand-ins/sigex.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import { keepCarrying } from './carried-codes.ts';

let keys: SigningKeys;
let sigex: SigexStandIn;
let api: Api;
let customer: Registered;
let contractor: Registered;
let task: string;
let endCarrying: () => Promise<void>;
beforeAll(async () => {
  [keys, sigex] = await Promise.all([openSigningKeys(), openSigexStandIn()]);
  api = await openApi({ signatures: keys.verifier, settings: { SIGEX_URL: sigex.url } });
  [customer, contractor] = await Promise.all([registerUnderOffer(api, ['customer']), registerUnderOffer(api, ['contractor'])]);
  task = await acceptedTask(api, customer, contractor);
  endCarrying = keepCarrying(api, { every: 50 });
});
afterAll(async () => {
  await endCarrying();
  await api.close();
  sigex.close();
  keys.authority.close();
});

interface Code {
  id: string;
  picture: string;
  links: { egovMobile: string; egovBusiness: string };
  expiresAt: string;
}
const openCode = (person: Person, signing: string) => api.as(person).post<Code>(`${addressOf(signing)}/qr`, {}, { key: null });
const stateOf = async (id: string, person: Person = contractor) =>
  (await api.as(person).get<{ state: string; message: string | null }>(`/v1/signing-codes/${id}`)).body;
const settled = (id: string) =>
  until(async () => {
    const found = await stateOf(id);
    return found.state !== 'waiting' && found;
  }, 'the end of the code');
const read = async (signing: string): Promise<Signing> => (await api.as(customer).get<Signing>(addressOf(signing))).body;
const self = ({ name, identifier: iin }: Registered) => ({ name, iin });

/** A new document, and the code by which the contractor signs it. */
async function asked() {
  const signing = await drawn(api, task);
  const code = done(await openCode(contractor, signing));
  const phone = sigex.phone(code.links.egovMobile);
  const signAs = async (owner: Registered): Promise<void> => {
    const [first] = (await phone.open()).documentsToSign;
    phone.sign(keys.sign(Buffer.from(first?.document.file.data ?? '', 'base64'), self(owner)));
  };
  return { signing, code, phone, signAs };
}

it('hands over the document, and signs as whoever asked for the code', async () => {
  const { signing, code, phone, signAs } = await asked();
  expect(code).toMatchObject({
    picture: expect.stringMatching(/^data:image\/gif;base64,R0lG/),
    links: { egovMobile: expect.stringMatching(/^https:/), egovBusiness: expect.stringMatching(/^https:/) },
  });
  expect(Date.parse(code.expiresAt)).toBeLessThanOrEqual(Date.now() + 300_000);
  expect(phone.description).toMatch(/^Акт выполненных работ № \d+$/);
  const document = (await read(signing)).document;
  expect((await read(signing)).qrThrough).toBe('SIGEX');
  const { signMethod, documentsToSign } = await phone.open();
  expect(signMethod).toBe('CMS_SIGN_ONLY');
  expect(documentsToSign).toMatchObject([{ meta: [{ name: 'SHA-256', value: document.sha256 }] }]);
  const content = Buffer.from(documentsToSign[0]?.document.file.data ?? '', 'base64').toString('latin1');
  expect(content).toBe((await api.as(contractor).get<string>(document.href)).body);

  expect(await stateOf(code.id)).toMatchObject({ state: 'waiting', message: null });
  await signAs(contractor);
  expect(await settled(code.id)).toMatchObject({ state: 'signed', message: null });
  expect((await read(signing)).confirmations).toMatchObject([{ party: 'contractor', way: 'cms' }]);
  // It is nobody else's, and where it is at SIGEX is nowhere in clear.
  expect((await api.as(customer).get(`/v1/signing-codes/${code.id}`)).status).toBe(404);
  const { rows } = await api.owner.query('select qr_session::text as text from qr_session');
  expect(JSON.stringify(rows) + api.logged()).not.toContain('/api/egovQr');
});

it.each([
  ['another person', 'IIN', (bytes: Buffer) => keys.sign(bytes, self(customer))],
  ['whoever signed other bytes', 'document', (bytes: Buffer) => keys.sign(Buffer.concat([bytes, Buffer.from(' ')]), self(contractor))],
  ['nobody: it is no signature', '', () => Buffer.from('no signature').toString('base64')],
])('refuses the signature of %s, and says so to who asked', async (_, words, cmsOf) => {
  const { signing, code, phone } = await asked();
  const [first] = (await phone.open()).documentsToSign;
  const events = await api.countEvents();
  phone.sign(cmsOf(Buffer.from(first?.document.file.data ?? '', 'base64')));
  expect(await settled(code.id)).toMatchObject({ state: 'refused', message: expect.stringContaining(words) });
  expect(await api.countEvents()).toBe(events);
  expect((await read(signing)).confirmations).toEqual([]);
  expect(api.logged()).toContain('proof-failed');
});

it.each(['broken', 'lost', 'elsewhere'] as const)('goes on after SIGEX was %s, and hands over and signs once', async (fault) => {
  const { signing, code, signAs } = await asked();
  if (fault !== 'lost') sigex.wish(fault, 'GET procedure');
  sigex.wish(fault, 'POST procedure');
  await signAs(contractor);
  expect(await settled(code.id)).toMatchObject({ state: 'signed' });
  expect((await read(signing)).confirmations).toHaveLength(1);
});

it('goes on where a process stopped while it held a request', async () => {
  const { signing, code, signAs } = await asked();
  await until(async () => sigex.asked.at(-1) === 'POST procedure', 'a request that is held');
  await endCarrying();
  expect(await stateOf(code.id)).toMatchObject({ state: 'waiting' });
  endCarrying = keepCarrying(api, { every: 50 });
  await signAs(contractor);
  expect(await settled(code.id)).toMatchObject({ state: 'signed' });
  expect((await read(signing)).confirmations).toHaveLength(1);
});

it('keeps a signature while the authority cannot be asked about its certificate', async () => {
  const { code, signAs } = await asked();
  keys.authority.wish('ocsp-down', 1);
  keys.authority.wish('crl-down', 1);
  await signAs(contractor);
  expect(await settled(code.id)).toMatchObject({ state: 'signed' });
});

it('ends when the person cancels, when SIGEX gives it up, and with the login', async () => {
  const cancelled = await asked();
  await cancelled.phone.open();
  cancelled.phone.cancel();
  expect(await settled(cancelled.code.id)).toMatchObject({ state: 'ended', message: expect.stringContaining('cancelled') });

  const expired = await asked();
  expired.phone.expire();
  expect(await settled(expired.code.id)).toMatchObject({ state: 'ended', message: expect.stringContaining('new code') });
  expect(api.logged()).toContain('истёк');

  const replaced = await asked();
  const { code } = await asked();
  expect(await stateOf(replaced.code.id)).toMatchObject({ state: 'ended' });
  await api.owner.query('update session set ended_at = clock_timestamp() where id = (select session from qr_session where id = $1)', [
    code.id,
  ]);
  const row = await until(async () => {
    const { rows } = await api.owner.query('select outcome from qr_session where id = $1 and outcome is not null', [code.id]);
    return rows[0];
  }, 'the end with the login');
  expect(row).toEqual({ outcome: 'ended' });
});

it('opens no code while SIGEX is away or silent, or names addresses of somebody else', async () => {
  const person = await registerUnderOffer(api, ['contractor']);
  const signing = await drawn(api, await acceptedTask(api, customer, person));
  for (const fault of ['broken', 'elsewhere', 'stranger', 'silent'] as const) {
    sigex.wish(fault, 'POST register');
    const { status, problem, headers } = await openCode(person, signing);
    expect([status, problem?.code, headers.get('retry-after')]).toEqual([503, 'qr-service-away', '30']);
  }
  const { rows } = await api.owner.query('select from qr_session where signing = $1', [signing]);
  expect(rows).toEqual([]);
  expect((await openCode(person, signing)).status).toBe(201);
});
