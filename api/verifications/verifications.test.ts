import type { z } from 'zod';
import type { AskInput } from '../../charts/verification/types.ts';
import { verify } from '../../lives/verify.ts';
import { pass } from '../../testing/engine/pass.ts';
import { createChild, enliven, heardOf, seal } from '../../testing/lives/creations.ts';
import { checkedFile } from '../../testing/lives/files.ts';
import { beyondBounds } from '../../testing/probes/bounds.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import type { Api, Person, Reply, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import { kebab } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';
import type { VerificationFacts } from './schema.ts';
import { VERIFICATION_COMMANDS } from './schema.ts';
import { verificationTerms } from './terms.ts';

type Verification = z.output<typeof VerificationFacts> & Pick<Task, 'id' | 'state' | 'commands' | 'ifNobodyActs' | 'silence' | 'receipt'>;

const HOUR = 3_600_000;

let api: Api;
let contractor: Person;
let operator: Person;
let colleague: Person;
let stranger: Person;
let customer: Person;
beforeAll(async () => {
  api = await openApi();
  [contractor, operator, colleague, stranger, customer] = await Promise.all([
    api.join(['contractor'], 'ru'),
    api.join(['operator']),
    api.join(['operator']),
    api.join(['customer', 'contractor']),
    api.join(['customer']),
  ]);
});
afterAll(() => api.close());

/** Documents requested by the parent; any life that receives messages may be the parent. */
async function asked(given: Partial<AskInput> = {}): Promise<{ life: string; parent: string }> {
  const { id } = await api.as(customer).postTask();
  const parent = `task/${id}`;
  const life = `verification/${id}/1`;
  const what = await seal(api, parent, { what: 'The certificate of registration, for the tax authority' });
  const terms = await verificationTerms(api.lives.database);
  const input: AskInput = {
    id: life,
    parent,
    contractor: contractor.id,
    what,
    kinds: ['taxStatus'],
    terms,
    ...given,
  };
  await createChild(api, parent, { child: life, type: 'ask', by: 'operator', actor: { account: operator.id }, input });
  return { life, parent };
}

const addressOf = (life: string): string => `/v1/verifications/${publicId(life)}`;
const read = async (person: Person, life: string): Promise<Verification> => (await api.as(person).get<Verification>(addressOf(life))).body;
const say = (person: Person, life: string, name: string, body: object = {}): Promise<Reply<Verification>> =>
  api.as(person).post<Verification>(`${addressOf(life)}/${name}`, body);
const noticesOf = async (person: Person, life: string): Promise<string[]> =>
  (await api.as(person).get<{ items: { template: string }[] }>(`${addressOf(life)}/notices`)).body.items.map(({ template }) => template);
const menuOf = ({ commands }: Verification): string[] => commands.map(({ name }) => name);

describe('a verification (4.4.1)', () => {
  it('is created for an account that must send documents, and reports its end to the account', async () => {
    await api.withWorker(async () => {
      const person = await api.join(['contractor'], 'ru');
      const account = await enliven(api, person, 'contractor');
      const verificationOf = async () =>
        (await api.as(operator).get<{ verification: string | null }>(`/v1/accounts/${person.id}`)).body.verification;
      const order = { what: 'The licence for work at height', kinds: ['licence', 'identity'] };
      expect((await api.as(operator).post(`/v1/accounts/${person.id}/verify`, order)).status).toBe(200);
      const life = `verification/${person.id}/1`;
      expect(await verificationOf()).toBe(publicId(life));
      await until(async () => (await api.as(person).get(addressOf(life))).status === 200, 'the request');
      expect(await read(person, life)).toMatchObject({ state: 'asked', account: person.id, ...order });
      // It has not accepted the offer, but it may show documents.
      expect((await say(person, life, 'submit', { evidence: 'The licence' })).body.state).toBe('submitted');
      expect((await say(operator, life, 'approve', { version: 1 })).body.state).toBe('approved');
      await until(async () => (await verificationOf()) === null, 'the end told');
      await expect(verify(api.lives, account)).resolves.toBeUndefined();
    });
  });

  it('is answered by the account, extended, and approved by the operator; its account gets the result', async () => {
    await api.withWorker(async () => {
      const { life, parent } = await asked();
      const born = await read(contractor, life);
      expect(born).toMatchObject({
        state: 'asked',
        account: publicId(parent),
        kinds: ['taxStatus'],
        what: 'The certificate of registration, for the tax authority',
        round: 1,
        submissions: [],
        decision: null,
        ifNobodyActs: { becomes: 'overdue', at: born.answerBy, clause: '4.4.1' },
        silence: [],
      });
      expect([menuOf(born), menuOf(await read(operator, life))]).toEqual([['submit'], ['ask-again', 'withdraw']]);
      for (const person of [stranger, customer]) expect((await api.as(person).get(addressOf(life))).status).toBe(404);
      expect((await say(operator, life, 'submit', { evidence: 'Mine' })).problem?.code).toBe('wrong-party');
      expect((await say(contractor, life, 'approve', { version: 1 })).problem?.code).toBe('not-in-this-state');

      const { body } = await say(contractor, life, 'submit', {
        files: [await checkedFile(api, contractor)],
        evidence: 'The certificate: example.kz/1',
      });
      expect(body).toMatchObject({
        state: 'submitted',
        ifNobodyActs: null,
        submissions: [{ version: 1, documents: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] }],
      });
      expect(body.silence).toEqual([{ clause: '4.4.1', words: expect.stringContaining('Оператор принимает решение по документам') }]);
      await say(contractor, life, 'submit', { evidence: 'And its second page' });
      expect((await say(contractor, life, 'approve', { version: 2 })).problem?.code).toBe('wrong-party');
      const stale = await say(colleague, life, 'approve', { version: 1 });
      expect(stale.problem).toMatchObject({ code: 'rule-refused', rule: 'submissionIsCurrent', clause: '4.4.1' });
      expect((await read(colleague, life)).submissions.map(({ evidence }) => evidence)).toEqual([
        'The certificate: example.kz/1',
        'And its second page',
      ]);
      const approved = await say(colleague, life, 'approve', { version: 2 });
      expect(approved.body).toMatchObject({ state: 'approved', commands: [], decision: { reasons: null } });

      expect(await noticesOf(contractor, life)).toEqual(['verification-asked', 'verification-approved']);
      // The operator reads all of them; the requesting life got each answer.
      expect(await api.rows('select template from notice where life = $1 and account = $2', life, operator.id)).toEqual([
        { template: 'verification-submitted' },
        { template: 'verification-submitted' },
      ]);
      await expect(api.ended(life)).resolves.toBe('approved');
      expect(await heardOf(api, life)).toEqual({ type: 'verificationOver', child: life, became: 'approved', kinds: ['taxStatus'] });
      const letters = await until(async () => {
        const all = (await lettersTo(contractor.email)).filter(({ subject }) => /^(Оператор запрашивает|Документы приняты)/.test(subject));
        return all.length === 2 && all;
      }, 'two letters');
      expect(letters[0]?.text).toMatch(/^Не позднее \d+ \S+ \d{4} г\..* представьте документы/);
      await expect(verify(api.lives, life)).resolves.toBeUndefined();
    });
  });

  it('reminds, informs both sides that the term has passed, still accepts an answer, and lapses after the grace period', async () => {
    await api.withWorker(async () => {
      const terms = { ...(await verificationTerms(api.lives.database)), answerWorkingDays: 2, reminderWorkingDays: [1] };
      const { life } = await asked({ terms });
      await pass(api, life, Date.parse((await read(contractor, life)).answerBy) - Date.now() - HOUR);
      expect(await noticesOf(contractor, life)).toEqual(['verification-asked', 'verification-reminder']);
      await pass(api, life, 2 * HOUR);
      const overdue = await read(contractor, life);
      expect(overdue).toMatchObject({ state: 'overdue', ifNobodyActs: { becomes: 'lapsed', at: overdue.lapseBy } });
      expect(menuOf(overdue)).toEqual(['submit']);
      const told = async (person: Person) =>
        (
          await api.rows<{ template: string }>(
            `select template from notice where life = $1 and account = $2 and channel = 'mail'`,
            life,
            person.id,
          )
        )
          .map(({ template }) => template)
          .filter((template) => /overdue|unanswered|lapsed/.test(template));
      expect([await told(contractor), await told(operator)]).toEqual([['verification-overdue'], ['verification-unanswered']]);

      expect((await say(contractor, life, 'submit', { evidence: 'Late, but here' })).body.state).toBe('submitted');
      const again = await say(operator, life, 'ask-again', { reasons: 'The date cannot be read', workingDays: 1 });
      expect(again.body).toMatchObject({ state: 'asked', round: 2, askedAgain: { reasons: 'The date cannot be read' } });
      expect((await read(contractor, life)).askedAgain?.reasons).toBe('The date cannot be read');
      expect(await noticesOf(contractor, life)).toContain('verification-asked-again');

      const { lapseBy } = again.body;
      await pass(api, life, Date.parse(lapseBy) - Date.parse(again.body.receipt?.at as string) + HOUR);
      expect(await read(contractor, life)).toMatchObject({ state: 'lapsed', commands: [], ifNobodyActs: null });
      expect(await told(contractor)).toEqual(['verification-overdue', 'verification-overdue', 'verification-lapsed']);
      expect((await told(operator)).length).toBe(3);
      expect((await say(contractor, life, 'submit', { evidence: 'Too late' })).problem?.code).toBe('not-in-this-state');
      await until(async () => (await heardOf(api, life)).became === 'lapsed', 'the end told');
    });
  });

  it('is refused with reasons that the account reads, or withdrawn', async () => {
    const { life } = await asked();
    await say(contractor, life, 'submit', { evidence: 'A photo' });
    expect((await say(operator, life, 'refuse', { version: 1 })).problem?.code).toBe('invalid-input');
    const { body } = await say(operator, life, 'refuse', { version: 1, reasons: 'It is of somebody else' });
    expect(body).toMatchObject({ state: 'refused', decision: { reasons: 'It is of somebody else' } });
    expect((await read(contractor, life)).decision?.reasons).toBe('It is of somebody else');

    const other = await asked();
    expect((await say(operator, other.life, 'withdraw')).body).toMatchObject({ state: 'withdrawn', decision: { reasons: null } });
    expect(await noticesOf(contractor, other.life)).toEqual(['verification-asked', 'verification-withdrawn']);
  });

  it('keeps free texts out of its chain and of the logs', async () => {
    const { life } = await asked();
    const secret = 'Passport 012345678';
    await say(contractor, life, 'submit', { evidence: secret });
    const events = await api.rows('select input from event where life = $1', life);
    const [row] = await api.rows<{ snapshot: object }>('select snapshot from life where id = $1', life);
    for (const kept of [JSON.stringify(events), JSON.stringify(row), api.logged()]) expect(kept).not.toContain(secret);
    await api.owner.query(`update erasable_text set sealed = null, erased_at = now() where life = $1`, [life]);
    expect((await read(operator, life)).submissions[0]?.evidence).toBeNull();
    // The chain holds without the text; only the end of an account would explain that it is gone.
    expect((await verify(api.lives, life))?.problem).toMatch(/was erased, and the end of no account explains it$/);
  });
});

const EXAMPLES: Record<keyof typeof VERIFICATION_COMMANDS, object> = {
  submit: { files: [crypto.randomUUID()], evidence: 'Evidence' },
  askAgain: { reasons: 'Reasons', workingDays: 3 },
  approve: { version: 1 },
  refuse: { version: 1, reasons: 'Reasons' },
  withdraw: { reasons: 'Reasons' },
};

test.each(Object.entries(EXAMPLES))('invalid input to %s is refused before anything else', async (name, example) => {
  const { life } = await asked();
  const schema = VERIFICATION_COMMANDS[name as keyof typeof VERIFICATION_COMMANDS].body;
  for (const { body } of beyondBounds(schema, example))
    expect([body, (await api.as(operator).post(`${addressOf(life)}/${kebab(name)}`, body)).status]).toEqual([body, 400]);
  expect(await api.rows('select seq from event where life = $1', life)).toHaveLength(1);
});
