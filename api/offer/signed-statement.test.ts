import { faultsOfAccession } from '../../activities/check-signatures.ts';
import { sha256 } from '../../lives/hashing.ts';
import { verify } from '../../lives/verify.ts';
import { HEAD, requisitesOfCompany } from '../../local/fictitious-requisites.ts';
import type { KeptStatement, StoredStatement } from '../../models/stores/offer-acceptance.ts';
import { keepStatement, storedStatements } from '../../models/stores/offer-acceptance.ts';
import { anyIdentifier } from '../../testing/people/identifiers.ts';
import type { Newcomer } from '../../testing/people/registration.ts';
import { acceptance, done, register, settle } from '../../testing/people/registration.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { textOfPdf } from '../../testing/texts/pdf-text.ts';
import type { Api } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let keys: SigningKeys;
let api: Api;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
});
afterAll(async () => {
  await api.close();
  keys.authority.close();
});

/** A company that has read its statement, with the bytes to sign and the body that accepts. */
async function companyToAccede() {
  const bin = anyIdentifier('company');
  const { person } = await register(api, { kind: 'company', roles: ['customer'], name: 'ТОО Строй', identifier: bin });
  done(await api.as(person).put('/v1/accounts/me/requisites', requisitesOfCompany('ТОО Строй', person.person)));
  const { text } = done(await api.as(person).get<{ text: string }>('/v1/offer/statement'));
  const head = { ...HEAD, company: { name: 'ТОО Строй', bin, role: 'head' as const } };
  return { person, head, bytes: Buffer.from(text), body: await acceptance(api, person) };
}

const accede = (person: Newcomer, body: object) => api.as(person).post('/v1/offer/acceptances', body);
const listed = async (person: Newcomer) =>
  (await api.as(person).get<{ items: { id: string; statement: string; signature: string | null }[] }>('/v1/offer/acceptances')).body.items;

it('is signed for a company by its head with an electronic signature, which is read back with the statement', async () => {
  const { person, head, bytes, body } = await companyToAccede();
  const events = await api.countEvents();
  const refused = async (cms: string) => {
    const { status, problem } = await accede(person, { ...body, cms });
    return [status, problem?.code, (problem as unknown as { fault?: string })?.fault];
  };
  expect(await refused(keys.sign(Buffer.from('Other words'), head))).toEqual([422, 'electronic-signature-refused', 'other-bytes']);
  expect(await refused(keys.sign(bytes, { ...head, iin: anyIdentifier('natural') }))).toEqual([
    ...[422, 'electronic-signature-refused', expect.any(String)],
  ]);
  expect(await refused(keys.sign(bytes, HEAD))).toEqual([422, 'electronic-signature-refused', expect.any(String)]);
  expect(await refused('AAAA')).toEqual([422, 'electronic-signature-refused', 'ambiguous']);
  expect((await accede(person, { act: 'acknowledge', revision: (body as { revision: string }).revision, cms: 'AAAA' })).status).toBe(400);
  expect(await api.countEvents()).toBe(events);

  done(await accede(person, { ...body, cms: keys.sign(bytes, head) }));
  const [one] = await listed(person);
  const href = `/v1/offer/acceptances/${one?.id}`;
  const { body: cms, headers } = await api.as(person).get<string>(`${href}/signature`);
  expect(headers.get('content-type')).toBe('application/pkcs7-signature');
  const kept = Buffer.from(cms, 'latin1');
  expect(one).toMatchObject({ statement: sha256(bytes), signature: sha256(kept) });
  expect((await keys.verifier.verify(bytes, kept, new Date())).report).toMatchObject({ holds: true, signer: { iin: HEAD.iin } });
  const [event] = await api.rows<{ input: object }>(
    `select input from event where life = $1 and type = 'acceptOffer'`,
    `account/${person.id}`,
  );
  expect(event?.input).toMatchObject({ statement: sha256(bytes), signature: sha256(kept) });
  const paper = await textOfPdf(Buffer.from((await api.as(person).get<string>(`${href}/paper`)).body, 'latin1'));
  for (const words of ['электронная цифровая подпись (ЭЦП)', HEAD.name, HEAD.iin]) expect(paper).toContain(words);

  // It names its owner, so it is stored nowhere in plain, and nobody else reads it.
  const [row] = await api.rows<{ text: string }>('select offer_acceptance::text as text from offer_acceptance where id = $1', one?.id);
  expect(row?.text).not.toContain(kept.toString('hex'));
  const other = (await settle(api, { roles: ['customer'] })).person;
  const staff = await api.join(['operator']);
  for (const reader of [other, staff]) expect((await api.as(reader).get(`${href}/signature`)).status).toBe(404);
  const [unsigned] = await listed(other);
  expect(unsigned?.signature).toBeNull();
  expect((await api.as(other).get(`/v1/offer/acceptances/${unsigned?.id}/signature`)).status).toBe(404);
});

it.each<[string, string, string]>([
  ['the hash of the text', `statement_sha256 = repeat('a', 64)`, 'the acceptance'],
  ['the hash of the signature', 'signature_sha256 = null', 'the acceptance'],
  ['the kept text', 'statement = set_byte(statement, 40, get_byte(statement, 40) # 1)', 'the statement of the acceptance'],
  ['an emptied text', 'statement = null', 'the statement of the acceptance'],
])('is found by the record of the account if somebody changed %s', async (_, change, problem) => {
  const { person, head, bytes, body } = await companyToAccede();
  done(await accede(person, { ...body, cms: keys.sign(bytes, head) }));
  const life = `account/${person.id}`;
  await expect(verify(api.lives, life)).resolves.toBeUndefined();
  await api.owner.query(`update offer_acceptance set ${change} where account = $1`, [person.id]);
  expect((await verify(api.lives, life))?.problem).toMatch(new RegExp(`^${problem} .* was (changed|erased)`));
});

it('is checked again as it is kept, with its signature', async () => {
  const { person, head, bytes, body } = await companyToAccede();
  done(await accede(person, { ...body, cms: keys.sign(bytes, head) }));
  const faults = () => faultsOfAccession(api.lives, keys.verifier, person.id);
  await expect(faults()).resolves.toEqual([]);
  // Whoever has the sealing secret can seal another text under the same signature.
  const [id = ''] = (await listed(person)).map((each) => each.id);
  const { signatureSha256, kept } = (await storedStatements(api.lives.database, person.id)).get(id) as StoredStatement;
  const another = { sha256: sha256('Other words'), signatureSha256, kept: { ...(kept as KeptStatement), text: 'Other words' } };
  await api.lives.database.transaction((transaction) => keepStatement(transaction, id, another));
  await expect(faults()).resolves.toEqual([{ party: 'customer', fault: 'other-bytes' }]);
});

it('must be signed where the dated rules of a kind of account ask for it', async () => {
  const { person, head, bytes, body } = await companyToAccede();
  await api.owner.query(`update parameter set value = '[1,1,3]' where code = 'leastWayOfAccession'`);
  expect((await accede(person, body)).problem).toMatchObject({ code: 'rule-refused', rule: 'statementIsSigned', clause: '2.1.1' });
  // Other kinds of accounts are not asked.
  await settle(api, { roles: ['customer'] });
  done(await accede(person, { ...body, cms: keys.sign(bytes, head) }));
});
