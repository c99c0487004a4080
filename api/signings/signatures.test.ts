import { randomUUID } from 'node:crypto';
import { commit } from '../../lives/commit.ts';
import { verify } from '../../lives/verify.ts';
import type { Wish } from '../../local/authority/authority.ts';
import { HEAD, requisitesOfCompany } from '../../local/fictitious-requisites.ts';
import { seal } from '../../testing/lives/creations.ts';
import type { Signing } from '../../testing/lives/signings.ts';
import { addressOf, drawn } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { joinCompany, registerUnderOffer } from '../../testing/people/accounts.ts';
import { askCode } from '../../testing/people/logins.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

let keys: SigningKeys;
let api: Api;
let customer: Registered;
let contractor: Registered;
let company: Registered;
let staff: Person;
let task: string;
let companyTask: string;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
  [customer, contractor, company, staff] = await Promise.all([
    registerUnderOffer(api, ['customer']),
    registerUnderOffer(api, ['contractor']),
    registerUnderOffer(api, ['customer'], { kind: 'company' }),
    api.join(['operator']),
  ]);
  task = await acceptedTask(api, customer, contractor);
  companyTask = await acceptedTask(api, company, contractor);
});
afterAll(async () => {
  await api.close();
  keys.authority.close();
});

const read = async (person: Person, signing: string): Promise<Signing> => (await api.as(person).get<Signing>(addressOf(signing))).body;
const say = (person: Person, signing: string, name: string, body: object, key: string = randomUUID()): Promise<Reply<Signing>> =>
  api.as(person).post<Signing>(`${addressOf(signing)}/${name}`, body, { key });
const bytesOf = async (person: Person, signing: string): Promise<Buffer> =>
  Buffer.from((await api.as(person).get<string>((await read(person, signing)).document.href)).body, 'latin1');

const ownerOf = ({ name, identifier: iin }: Registered, given: Partial<Wish> = {}): Wish => ({ name, iin, ...given });
const headOf = ({ identifier: bin }: Registered, role: 'head' | 'employee' = 'head', iin = HEAD.iin): Wish => ({
  ...{ name: HEAD.name, iin },
  company: { name: 'ТОО «Пример»', bin, role },
});

/** Signs with a key of this owner, over the document or over other bytes. */
async function signAs(
  person: Person,
  signing: string,
  owner: Wish,
  { bytes, key }: { bytes?: Buffer; key?: string } = {},
): Promise<Reply<Signing>> {
  const { sha256 } = (await read(person, signing)).document;
  return say(person, signing, 'sign', { sha256, cms: keys.sign(bytes ?? (await bytesOf(person, signing)), owner) }, key);
}
const confirms = async (person: Person, signing: string, more: object = {}): Promise<Reply<Signing>> =>
  say(person, signing, 'sign', { sha256: (await read(person, signing)).document.sha256, ...more });

interface Row {
  id: string;
  party: string;
  cms_sha256: string;
  sealed: Buffer;
}
const rowsOf = (signing: string): Promise<Row[]> => api.rows<Row>('select * from signature where signing = $1 order by party', signing);
const eventsOf = (signing: string) =>
  api.rows<{ type: string; input: Record<string, unknown> }>('select type, input from event where life = $1 order by seq', signing);

/** Fails unless the work changes neither a chain nor a signature. */
async function changesNothing<Result>(signing: string, work: () => Promise<Result>): Promise<Result> {
  const state = async () => [await eventsOf(signing), await rowsOf(signing), await read(staff, signing)];
  const before = await state();
  const result = await work();
  expect(await state()).toEqual(before);
  return result;
}

const bySide = { sideBySide: true } as const;

it('is signed by both with electronic signatures, and called signed once they were read back and checked', async () => {
  const signing = await drawn(api, task, { kind: 'contract', ...bySide });
  const asked = await read(customer, signing);
  expect(asked).toMatchObject({ sideBySide: true, ways: { customer: ['account', 'code', 'cms'], contractor: ['account', 'code', 'cms'] } });
  expect(asked.commands.find(({ name }) => name === 'sign')?.consequences).toContain('electronic signature');

  // In any order: the customer first.
  const first = await signAs(customer, signing, ownerOf(customer));
  expect(first.body).toMatchObject({ state: 'awaited', confirmations: [{ party: 'customer', way: 'cms' }] });
  expect((await read(customer, signing)).commands.map(({ name }) => name)).toEqual([]);
  const last = await signAs(contractor, signing, ownerOf(contractor, { kind: 'gost' }));
  expect(last.body).toMatchObject({ state: 'checking', commands: [] });
  expect((await read(customer, signing)).silence[0]?.words).toContain('does not count as signed');

  await api.withWorker(async () => expect(await api.ended(signing)).toBe('signed'));
  const signed = await read(contractor, signing);
  expect(signed.confirmations).toMatchObject([
    {
      party: 'customer',
      way: 'cms',
      signature: { signer: { name: customer.name, identifier: `${customer.identifier.slice(0, 6)}••••${customer.identifier.slice(10)}` } },
    },
    { party: 'contractor', way: 'cms', signature: { algorithm: 'gost2015', timeStampedAt: expect.any(String) } },
  ]);
  const { checks = [] } = signed.confirmations[0]?.signature ?? {};
  expect(checks.map(({ check, result }) => `${check} ${result}`)).toEqual(
    ['form', 'digest', 'signature', 'chain', 'validity', 'keyUsage', 'revocation', 'timeStamp'].map((check) => `${check} held`),
  );
  expect(await verify(api.lives, signing)).toBeUndefined();
  await until(async () => (await api.rows(`select from event where key like $1`, `message/${signing}/%`)).length === 2, 'the task told');
});

it('keeps in the chain nothing but the hash of a signature, and seals what names the signer', async () => {
  const signing = await drawn(api, task);
  await signAs(contractor, signing, ownerOf(contractor));
  const [row] = (await rowsOf(signing)) as [Row];
  const event = (await eventsOf(signing)).at(-1);
  const { sha256 } = (await read(contractor, signing)).document;
  expect(event).toEqual({ type: 'sign', input: { sha256, way: 'cms', signature: { id: row.id, cms: row.cms_sha256 } } });
  const { rows } = await api.owner.query('select signature::text as text, encode(sealed, $1) as sealed from signature', ['escape']);
  for (const { text, sealed } of rows) for (const part of [text, sealed]) expect(part).not.toContain(contractor.identifier);
  expect(api.logged()).not.toContain(contractor.identifier);
});

it('is confirmed with a code to the authorised number, which counts once and for its owner alone', async () => {
  const signing = await drawn(api, task);
  const proof = await askCode(api, contractor.number, 'sign');
  const wrong = { ...proof, code: proof.code === '000000' ? '000001' : '000000' };
  const refused = await changesNothing(signing, () => confirms(contractor, signing, { proof: wrong }));
  expect(refused.problem?.code).toBe('proof-refused');
  const others = await askCode(api, customer.number, 'sign');
  const stolen = await changesNothing(signing, () => confirms(contractor, signing, { proof: others }));
  expect(stolen.problem?.code).toBe('proof-refused');

  // Out of turn it uses up no code.
  const early = await changesNothing(signing, () => confirms(customer, signing, { proof: others }));
  expect(early.problem).toMatchObject({ code: 'not-in-this-state', rule: 'isTheirTurn' });
  expect((await confirms(contractor, signing, { proof })).body.confirmations).toMatchObject([{ party: 'contractor', way: 'code' }]);
  const other = await drawn(api, task);
  expect((await confirms(contractor, other, { proof })).problem?.code).toBe('proof-refused');
  expect((await confirms(customer, signing, { proof: others })).body).toMatchObject({
    state: 'signed',
    confirmations: [{ way: 'code' }, { party: 'customer', way: 'code', signature: null }],
  });
});

it.each<[string, (owner: Registered) => Wish, string, string]>([
  ['of another person', () => ({ name: 'Другой', iin: HEAD.iin }), 'powers', 'another-person'],
  [
    'of a company the person works for',
    (own) => ({ ...ownerOf(own), company: { name: 'ТОО', bin: '240140000011', role: 'head' } }),
    'powers',
    'another-company',
  ],
  ['by a revoked certificate', (own) => ownerOf(own, { flaw: 'revoked' }), 'revocation', 'revoked'],
  ['by an expired certificate', (own) => ownerOf(own, { flaw: 'expired' }), 'validity', 'expired'],
  ['by a certificate of an unknown root', (own) => ownerOf(own, { flaw: 'stranger' }), 'chain', 'unknown-root'],
  ['by a key that does not sign', (own) => ownerOf(own, { flaw: 'authentication' }), 'keyUsage', 'not-for-signing'],
])('refuses a signature %s, and nothing changes', async (_, owner, check, fault) => {
  const signing = await drawn(api, task);
  const { status, problem } = await changesNothing(signing, () => signAs(contractor, signing, owner(contractor)));
  expect(status).toBe(422);
  expect(problem).toMatchObject({ code: 'electronic-signature-refused', check, fault, detail: expect.stringMatching(/\w{3,}.*\./) });
});

it('refuses a signature over other bytes, one that is none, and one that is too large', async () => {
  const signing = await drawn(api, task);
  const { document } = await read(contractor, signing);
  const bytes = Buffer.concat([await bytesOf(contractor, signing), Buffer.from('\n')]);
  const other = await changesNothing(signing, () => signAs(contractor, signing, ownerOf(contractor), { bytes }));
  expect(other.problem).toMatchObject({ code: 'electronic-signature-refused', check: 'digest', fault: 'other-bytes' });
  const { sha256 } = document;
  const say10 = (size: number) => say(contractor, signing, 'sign', { sha256, cms: 'A'.repeat(size) });
  expect((await changesNothing(signing, () => say10(400))).problem).toMatchObject({ check: 'form', fault: 'ambiguous' });
  expect((await changesNothing(signing, () => say10(60_004))).problem?.code).toBe('invalid-input');
  expect((await changesNothing(signing, () => say10(10_000_000))).problem?.code).toBe('body-too-large');
  const both = { sha256, cms: 'AAAA', proof: { request: randomUUID(), code: '123456' } };
  expect((await changesNothing(signing, () => say(contractor, signing, 'sign', both))).problem?.code).toBe('invalid-input');
});

it('says that it does not know while the services of the authority do not answer, and takes the same request later', async () => {
  const signing = await drawn(api, task);
  const key = randomUUID();
  keys.authority.wish('ocsp-down', 1);
  keys.authority.wish('crl-down', 5);
  const body = {
    sha256: (await read(contractor, signing)).document.sha256,
    cms: keys.sign(await bytesOf(contractor, signing), ownerOf(contractor)),
  };
  const away = await changesNothing(signing, () => say(contractor, signing, 'sign', body, key));
  expect(away.status).toBe(503);
  expect(away.problem).toMatchObject({ code: 'signature-service-away', retryAfter: 120 });
  for (let left = 5; left > 0; left--) await fetch(`${keys.authority.url}/crl/none.crl`).catch(() => undefined);
  expect((await say(contractor, signing, 'sign', body, key)).body.confirmations).toHaveLength(1);
  // A repeat is answered from the receipt: nobody is asked, and nothing is signed twice.
  expect((await say(contractor, signing, 'sign', body, key)).headers.get('idempotent-replayed')).toBe('true');
  expect(await rowsOf(signing)).toHaveLength(1);
});

it('lets a party sign once, in its turn, and not after the document was replaced', async () => {
  const signing = await drawn(api, task, bySide);
  expect((await signAs(customer, signing, ownerOf(customer))).status).toBe(200);
  const twice = await changesNothing(signing, () => signAs(customer, signing, ownerOf(customer)));
  expect(twice.problem).toMatchObject({ code: 'not-in-this-state', rule: 'isTheirTurn' });
  await tell(signing, 'replace');
  const late = await changesNothing(signing, () => signAs(contractor, signing, ownerOf(contractor)));
  expect(late.problem?.code).toBe('not-in-this-state');
});

/** An event of the platform. */
async function tell(signing: string, type: string, input: object = {}): Promise<void> {
  const { updates } = await commit(api.lives, { life: signing, idempotencyKey: randomUUID(), type, by: 'platform', input });
  api.dispatch(updates);
}

it('counts the ways of the day on which it was asked, and names them', async () => {
  const least = (ways: string) => api.owner.query(`update parameter set value = $1 where code = 'leastWayOfContract'`, [ways]);
  await least('[2, 1, 3]');
  const signing = await drawn(api, companyTask, { kind: 'contract', ...bySide });
  await least('[1, 1, 1]');
  const later = await drawn(api, companyTask, { kind: 'contract', ...bySide });
  expect((await read(company, signing)).ways).toEqual({ customer: ['cms'], contractor: ['code', 'cms'] });
  expect((await read(company, later)).ways.customer).toEqual(['account', 'code', 'cms']);
  const weak = await changesNothing(signing, () => confirms(company, signing));
  expect(weak.problem).toMatchObject({ code: 'rule-refused', rule: 'wayCounts' });
  expect((await read(company, signing)).commands[0]?.consequences).toMatch(/equals a handwritten one/);
  // The approval of the work by an act in the account does not replace the signature that is asked for.
  await tell(signing, 'confirm', { party: 'customer', account: company.id });
  expect((await read(company, signing)).confirmations).toEqual([]);
});

describe('a company', () => {
  /** Lets the owner act by a power of attorney. Civil dates. */
  async function powerOfAttorney(from: string, until: string): Promise<void> {
    const [acting] = requisitesOfCompany(company.name, company.person).representatives;
    const ground = { kind: 'powerOfAttorney', number: '7', from, until, sha256: 'a'.repeat(64) };
    await setRequisites([{ ...acting, ground }]);
  }
  async function setRequisites(representatives: object[]): Promise<void> {
    const life = `account/${company.id}`;
    const requisites = { ...requisitesOfCompany(company.name, company.person), representatives };
    const input = { requisites: await seal(api, life, { requisites }), acting: representatives.length > 0 ? [company.person] : [] };
    const idempotencyKey = `account/${company.id}/${randomUUID()}`;
    const { outcome } = await commit(api.lives, {
      life,
      idempotencyKey,
      type: 'setRequisites',
      by: 'customer',
      actor: { account: company.id },
      input,
    });
    expect(outcome).toBe('done');
  }
  const paper = () => drawn(api, companyTask, { kind: 'contract', ...bySide });
  const faultOf = async (person: Person, owner: Wish): Promise<string | undefined> => {
    const signing = await paper();
    const { problem } = await changesNothing(signing, () => signAs(person, signing, owner));
    return (problem as { fault?: string } | undefined)?.fault;
  };

  it('signs by its head, and by nobody who has no powers', async () => {
    expect((await signAs(company, await paper(), headOf(company))).body.confirmations).toMatchObject([
      { party: 'customer', signature: { signer: { organisation: 'ТОО «Пример»' } } },
    ]);
    expect(await faultOf(company, headOf(company, 'employee'))).toBe('no-powers');
    expect(await faultOf(company, headOf({ ...company, identifier: '240140000011' }))).toBe('another-company');
    expect(await faultOf(company, headOf(company, 'head', contractor.identifier))).toBe('another-person');
    expect(await faultOf(company, { name: 'Примеров Пример', iin: HEAD.iin })).toBe('another-company');
    // A member who may act in the account, and whom the requisites do not name.
    const member = await joinCompany(api, company, ['signatory']);
    expect(await faultOf(member, headOf(company))).toBe('no-powers');
  });

  it('signs by an employee as long as a recorded power of attorney runs', async () => {
    await powerOfAttorney('2026-01-01', '2099-12-31');
    expect((await signAs(company, await paper(), headOf(company, 'employee'))).status).toBe(200);
    await powerOfAttorney('2026-01-01', '2026-01-31');
    expect(await faultOf(company, headOf(company, 'employee'))).toBe('no-powers');
    await powerOfAttorney('2026-01-01', '2099-12-31');
  });
});

describe('what is stored', () => {
  const tampers = (signing: string, change: string) =>
    api.owner.query(
      `begin; alter table signature disable trigger user; update signature set ${change} where signing = '${signing}' and party = 'customer'; alter table signature enable trigger user; commit`,
    );

  /** Signed by both, with the worker away. */
  async function waiting(): Promise<string> {
    const signing = await drawn(api, task, { kind: 'contract', ...bySide });
    for (const person of [customer, contractor]) expect((await signAs(person, signing, ownerOf(person))).status).toBe(200);
    return signing;
  }

  it.each([
    ['a signature that was removed', `sealed = null, erased_at = now()`, 'missing'],
    ['a signature that was changed', `sealed = sealed || '\\x00'::bytea`, 'other-signature'],
    ['the hash of another one', `cms_sha256 = repeat('a', 64)`, 'other-signature'],
    ['another signer', `signer_hash = left(signer_hash, -4) || '0000'`, 'other-signer'],
  ])('with %s is never called signed, and the staff are told', async (_, change, fault) => {
    const signing = await waiting();
    const [kept] = (await api.owner.query('select * from signature where signing = $1 and party = $2', [signing, 'customer'])).rows;
    expect(await verify(api.lives, signing)).toBeUndefined();
    await tampers(signing, change);
    if (fault !== 'other-signer') expect((await verify(api.lives, signing))?.problem).toMatch(/signature/);
    await api.withWorker(async () => {
      await until(async () => (await read(staff, signing)).state === 'unsound', 'the check');
      expect((await eventsOf(signing)).at(-1)?.input).toMatchObject({ faults: [{ party: 'customer', fault }] });
      expect(
        await api.rows(`select from effect where life = $1 and kind = 'sendToLife' and params ->> 'type' = 'signed'`, signing),
      ).toEqual([]);
      expect(await api.rows('select duty from work where life = $1', signing)).toEqual([{ duty: 'checkAgain' }]);
      expect((await read(customer, signing)).commands).toEqual([]);
      await tampers(
        signing,
        `sealed = '\\x${kept.sealed.toString('hex')}', erased_at = null, cms_sha256 = '${kept.cms_sha256}', signer_hash = '${kept.signer_hash}'`,
      );
      expect((await say(staff, signing, 'check-again', {})).body.state).toBe('checking');
      expect(await api.ended(signing)).toBe('signed');
    });
    expect(await verify(api.lives, signing)).toBeUndefined();
  });

  it('is refused by the staff, whose reasons the parties read, if it stays unsound', async () => {
    const signing = await waiting();
    await tampers(signing, `cms_sha256 = repeat('a', 64)`);
    await api.withWorker(async () => {
      await until(async () => (await read(staff, signing)).state === 'unsound', 'the check');
      await say(staff, signing, 'refuse-signatures', { reasons: 'The signature in the store is not the one that was given' });
      expect(await api.ended(signing)).toBe('refused');
    });
    expect((await read(contractor, signing)).refused).toMatchObject({
      party: 'operator',
      reasons: expect.stringContaining('in the store'),
    });
  });

  it('is not signed if the document was replaced while it was checked', async () => {
    const signing = await waiting();
    await tell(signing, 'replace');
    expect((await read(customer, signing)).state).toBe('checking');
    await api.withWorker(async () => expect(await api.ended(signing)).toBe('replaced'));
  });

  it('is erased with the bytes of its document, and shows no signer then', async () => {
    const signing = await drawn(api, task, bySide);
    await signAs(customer, signing, ownerOf(customer));
    const { sha256 } = (await read(customer, signing)).document;
    await api.owner.query('update document set bytes = null, awp = null, erased_at = now(), erased_for = $2 where sha256 = $1', [
      sha256,
      customer.id,
    ]);
    expect(await rowsOf(signing)).toMatchObject([{ sealed: null, erased_for: customer.id }]);
    expect((await read(staff, signing)).confirmations).toMatchObject([{ way: 'cms', signature: { signer: null, checks: [] } }]);
    expect((await changesNothing(signing, () => confirms(contractor, signing))).problem?.rule).toBe('documentIsWhole');
  });

  it('is never confirmed if the document itself was changed', async () => {
    const signing = await drawn(api, task);
    const { sha256 } = (await read(contractor, signing)).document;
    const bytes = await bytesOf(contractor, signing);
    const put = async (content: Buffer) => {
      await api.owner.query('alter table document disable trigger user; alter table document drop constraint if exists document_check');
      await api.owner.query('update document set bytes = $1 where sha256 = $2', [content, sha256]);
    };
    await put(Buffer.from('Something else'));
    for (const more of [{}, { cms: keys.sign(bytes, ownerOf(contractor)) }]) {
      const { problem } = await changesNothing(signing, () => confirms(contractor, signing, more));
      expect(problem).toMatchObject({ code: 'rule-refused', rule: 'documentIsWhole' });
    }
    await put(bytes);
    expect((await confirms(contractor, signing)).status).toBe(200);
  });
});
