import type { z } from 'zod';
import type { Signing } from '../../testing/lives/signings.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { Documents as DocumentsSchema, Invitation } from './egov-schema.ts';

type Documents = z.output<typeof DocumentsSchema>;

let keys: SigningKeys;
let api: Api;
let customer: Registered;
let contractor: Registered;
let task: string;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
  [customer, contractor] = await Promise.all([registerUnderOffer(api, ['customer']), registerUnderOffer(api, ['contractor'])]);
  task = await acceptedTask(api, customer, contractor);
});
afterAll(async () => {
  await api.close();
  keys.authority.close();
});

const read = async (signing: string): Promise<Signing> => (await api.as(customer).get<Signing>(addressOf(signing))).body;
const openCode = (person: Person, signing: string) =>
  api
    .as(person)
    .post<{ id: string; picture: string; links: { egovMobile: string }; expiresAt: string }>(`${addressOf(signing)}/qr`, {}, { key: null });

interface Message {
  message?: string;
}

/** What eGov Mobile does with a code: it reads the address, fetches the document, has it signed and sends it back. */
async function phone({ links }: { links: { egovMobile: string } }) {
  const address = new URL(links.egovMobile).searchParams.get('link') ?? '';
  const { pathname, search } = new URL(address);
  const introduced = await api.as().get<z.output<typeof Invitation> & Message>(pathname + search);
  const { uri = `${address.split('?')[0]}/document`, auth_token: token = new URL(address).searchParams.get('token') ?? '' } =
    introduced.body.document ?? {};
  const headers = { Authorization: `Bearer ${token}` };
  const path = new URL(uri).pathname;
  return {
    introduced,
    token,
    fetched: () => api.as().get<Documents & Message>(path, { headers }),
    send: (documents: object, other = headers) => api.as().put<Message>(path, documents, { key: null, headers: other }),
  };
}

/** The structure with the signature of this owner in place of the document. */
const signedBy = (documents: Documents, { name, iin }: { name: string; iin: string }): Documents => ({
  ...documents,
  documentsToSign: documents.documentsToSign.map((each) => ({
    ...each,
    document: { file: { ...each.document.file, data: keys.sign(Buffer.from(each.document.file.data, 'base64'), { name, iin }) } },
  })),
});
const self = ({ name, identifier: iin }: Registered) => ({ name, iin });

it('signs as whoever asked for the code, once, by the messages of eGov Mobile', async () => {
  const signing = await drawn(api, task);
  const code = done(await openCode(contractor, signing));
  const { id, picture, expiresAt } = code;
  expect(picture).toMatch(/^data:image\/gif;base64,R0lGOD/);
  const { introduced, fetched, send, token } = await phone(code);
  expect(introduced.body).toMatchObject({
    description: expect.stringMatching(/^Акт выполненных работ № \d+$/),
    expiry_date: expect.stringMatching(/\+05:00$/),
    organisation: { bin: expect.stringMatching(/^\d{12}$/) },
    document: { auth_type: 'Token' },
  });
  expect(Date.parse(introduced.body.expiry_date)).toBe(Date.parse(expiresAt));
  const { body: documents } = await fetched();
  const [{ document, meta }] = documents.documentsToSign as [Documents['documentsToSign'][number]];
  const content = Buffer.from(document.file.data, 'base64').toString('latin1');
  expect(content).toBe((await api.as(contractor).get<string>((await read(signing)).document.href)).body);
  expect(meta).toEqual([{ name: 'SHA-256', value: (await read(signing)).document.sha256 }]);

  const sent = signedBy(documents, self(contractor));
  const stateOf = (person: Person) => api.as(person).get<{ state: string }>(`/v1/signing-codes/${id}`);
  expect((await stateOf(contractor)).body.state).toBe('waiting');
  expect(await send(sent)).toMatchObject({ status: 200, body: {} });
  expect((await stateOf(contractor)).body.state).toBe('signed');
  expect((await stateOf(customer)).status).toBe(404);
  expect((await read(signing)).confirmations).toMatchObject([{ party: 'contractor', way: 'cms' }]);
  // The app repeats what it does not know to have arrived.
  const events = await api.countEvents();
  expect((await send(sent)).status).toBe(200);
  expect(await send(signedBy(documents, self(contractor)))).toMatchObject({ status: 403, body: { message: expect.any(String) } });
  expect((await fetched()).body.message).toContain('QR');
  expect((await phone(code)).introduced.status).toBe(403);
  expect(await api.countEvents()).toBe(events);

  const { rows } = await api.owner.query('select qr_session::text as text from qr_session');
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(api.logged()).not.toContain(token);
});

it('refuses the signature of another person with words for the app, and lets the right one sign afterwards', async () => {
  const signing = await drawn(api, task);
  const { fetched, send } = await phone(done(await openCode(contractor, signing)));
  const { body: documents } = await fetched();
  const events = await api.countEvents();
  const { status, body } = await send(signedBy(documents, self(customer)));
  expect([status, body.message]).toEqual([403, expect.stringContaining('IIN')]);
  expect((await send({ signMethod: 'XML', documentsToSign: [] })).status).toBe(400);
  expect(await api.countEvents()).toBe(events);
  expect((await send(signedBy(documents, self(contractor)))).status).toBe(200);
});

it('belongs to its token, for its minutes and as long as the login behind it', async () => {
  const signing = await drawn(api, task);
  const { fetched, send } = await phone(done(await openCode(contractor, signing)));
  const { body: documents } = await fetched();
  const sent = signedBy(documents, self(contractor));
  expect((await send(sent, { Authorization: `Bearer ${'A'.repeat(43)}` })).status).toBe(403);
  expect((await send(sent, { Authorization: 'none' })).status).toBe(403);
  await api.owner.query('update qr_session set expires_at = clock_timestamp() where signing = $1', [signing]);
  expect(await send(sent)).toMatchObject({ status: 403, body: { message: expect.stringContaining('QR') } });

  const another = await phone(done(await openCode(contractor, signing)));
  await api.owner.query(
    'update session set ended_at = clock_timestamp() from qr_session where session.id = qr_session.session and signing = $1',
    [signing],
  );
  expect((await another.send(sent)).status).toBe(403);
  expect((await read(signing)).confirmations).toEqual([]);
});

it('is given only to a party whose turn it is', async () => {
  const stranger = await registerUnderOffer(api, ['customer']);
  const signing = await drawn(api, task);
  expect((await openCode(stranger, signing)).problem?.code).toBe('not-found');
  expect((await openCode(customer, signing)).problem?.code).toBe('not-in-this-state');
});
