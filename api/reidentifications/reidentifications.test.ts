import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { verify } from '../../lives/verify.ts';
import { maskedPhone } from '../../rules/masking.ts';
import { pass } from '../../testing/engine/pass.ts';
import { seal } from '../../testing/lives/creations.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { join, registerUnderOffer } from '../../testing/people/accounts.ts';
import { anyNumber, createNewcomer } from '../../testing/people/people.ts';
import type { Asked, Wanted } from '../../testing/people/reidentifications.ts';
import { askToChangeNumber, numberOf, personOf } from '../../testing/people/reidentifications.ts';
import { openedNumber } from '../../testing/people/sealed.ts';
import { beyondBounds } from '../../testing/probes/bounds.ts';
import { lettersTo } from '../../testing/stand-ins/mailbox.ts';
import { textsTo } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, Reply, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import { publicId } from '../resource/public-id.ts';
import type { ReidentificationFacts } from './schema.ts';
import { REIDENTIFICATION_COMMANDS } from './schema.ts';

type Reidentification = z.output<typeof ReidentificationFacts> & Pick<Task, 'id' | 'state' | 'commands' | 'ifNobodyActs' | 'receipt'>;

const HOUR = 3_600_000;
const COOLING_OFF = 24 * HOUR;

let api: Api;
let operator: Person;
let colleague: Person;
let stranger: Person;
let customer: Person;
beforeAll(async () => {
  api = await openApi();
  [operator, colleague, stranger, customer] = await Promise.all([
    api.join(['operator']),
    api.join(['operator']),
    api.join(['customer', 'contractor']),
    api.join(['customer']),
  ]);
});
afterAll(() => api.close());

const asked = (given?: Wanted): Promise<Asked> => askToChangeNumber(api, given);

const addressOf = (life: string): string => `/v1/reidentifications/${publicId(life)}`;
const read = async (person: Person, life: string): Promise<Reidentification> =>
  (await api.as(person).get<Reidentification>(addressOf(life))).body;
const say = (person: Person, life: string, name: string, body: object = {}): Promise<Reply<Reidentification>> =>
  api.as(person).post<Reidentification>(`${addressOf(life)}/${name}`, body);
const noticesOf = async (life: string): Promise<string[]> =>
  (await api.rows<{ template: string }>(`select template from notice where life = $1 and channel = 'mail' order by seq, id`, life)).map(
    ({ template }) => template,
  );
const menuOf = ({ commands }: Reidentification): string[] => commands.map(({ name }) => name);
describe('a re-identification (1.2)', () => {
  it('pauses every account of the person, also one that is joined later, and tells them its end', async () => {
    await api.withWorker(async () => {
      const [company, late] = await Promise.all(
        [1, 2].map(() => registerUnderOffer(api, ['customer'], { kind: 'company' })) as [Promise<Registered>, Promise<Registered>],
      );
      const holder = await registerUnderOffer(api, ['contractor']);
      await join(api, company, holder, ['accountant']);
      const number = anyNumber();
      const { life } = await asked({
        own: [holder.id],
        companies: [company.id],
        person: holder.person,
        formerNumber: await seal(api, `account/${holder.id}`, { number: holder.number }),
        newNumber: number,
      });
      const pausedAre = async (...accounts: Registered[]) =>
        (
          await api.rows<{ paused: boolean }>(
            'select paused from account where id = any($1)',
            accounts.map(({ id }) => id),
          )
        ).map(({ paused }) => paused);
      await until(async () => (await pausedAre(holder, company)).every((each) => each), 'the pause');
      await join(api, late, holder, ['manager']);
      await until(async () => (await pausedAre(late)).every((each) => each), 'the pause of the company that was joined');
      expect((await api.as(late).post('/v1/tasks', posting())).problem?.code).toBe('commands-paused');

      // A company learns that a member's number changes, and neither the number nor who asks.
      for (const each of [company, late]) {
        const seen = await read(each, life);
        expect(seen).toMatchObject({ state: 'coolingOff', number: null, proof: null, person: null, evidence: null });
        expect(menuOf(seen)).toEqual(['object']);
        const told = await Promise.all(
          ['', '/notices'].map(async (part) => JSON.stringify((await api.as(each).get<object>(addressOf(life) + part)).body)),
        );
        for (const secret of [
          number,
          holder.number,
          holder.person,
          holder.id,
          holder.name,
          maskedPhone(number),
          maskedPhone(holder.number),
        ])
          expect(told.join()).not.toContain(secret);
        expect((await api.as(each).get(`${addressOf(life)}/events`)).status).toBe(404);
      }
      const { person } = await read(operator, life);
      expect(person).toMatchObject({ number: maskedPhone(holder.number) });
      expect(person?.accounts).toEqual(
        expect.arrayContaining([
          { id: holder.id, name: holder.name, kind: 'natural', member: ['owner'] },
          { id: company.id, name: company.name, kind: 'company', member: ['accountant'] },
          { id: late.id, name: late.name, kind: 'company', member: ['manager'] },
        ]),
      );

      await pass(api, life, COOLING_OFF + HOUR);
      await expect(api.ended(life)).resolves.toBe('done');
      expect(await numberOf(api, holder)).toBe(number);
      await until(async () => (await pausedAre(holder, company, late)).every((each) => !each), 'the end told');
      // The texts went to the number that changed, and to no owner of a company.
      const textsOf = async (to: string) => (await textsTo(to)).filter(({ id }) => id.startsWith(life)).length;
      expect(await textsOf(holder.number)).toBe(2);
      expect([await textsOf(company.number), await textsOf(late.number)]).toEqual([0, 0]);
      await expect(verify(api.lives, `account/${company.id}`)).resolves.toBeUndefined();
    });
  });

  it('of a person without an account tells the number, and waits too', async () => {
    await api.withWorker(async () => {
      const { person, number: former } = await createNewcomer(api.owner);
      const { life, number } = await asked({ own: [], companies: [], person, formerNumber: await seal(api, 'x', { number: former }) });
      await until(async () => (await textsTo(former)).some(({ id }) => id.startsWith(life)), 'the text to the old number');
      await pass(api, life, COOLING_OFF + HOUR);
      await expect(api.ended(life)).resolves.toBe('done');
      const [row] = await api.rows<{ id: string; number: Buffer }>('select id, number from person where id = $1', person);
      expect(openedNumber(row)).toBe(number);
    });
  });

  it('changes the number after the waiting time, informs the old number before, and ends all sessions and devices', async () => {
    await api.withWorker(async () => {
      const { life, holder, number } = await asked();
      await api.owner.query(`update person set password = 'a hash' where id = $1`, [await personOf(api, holder)]);
      const born = await read(holder, life);
      expect(born).toMatchObject({
        state: 'coolingOff',
        number: `${number.slice(0, 5)}•••••${number.slice(-2)}`,
        proof: 'password',
        evidence: null,
        checkBy: null,
        ifNobodyActs: { becomes: 'changing', at: born.coolingOffUntil },
      });
      expect([menuOf(born), menuOf(await read(operator, life))]).toEqual([['object'], ['refuse']]);
      for (const person of [stranger, customer]) expect((await api.as(person).get(addressOf(life))).status).toBe(404);

      await pass(api, life, COOLING_OFF - HOUR);
      expect([await numberOf(api, holder), (await read(holder, life)).state]).toEqual([holder.number, 'coolingOff']);
      await pass(api, life, 2 * HOUR);
      await expect(api.ended(life)).resolves.toBe('done');
      expect(await numberOf(api, holder)).toBe(number);
      expect((await api.as(holder).get(addressOf(life))).status).toBe(401);
      expect(await api.rows('select from device where person = $1 and revoked_at is null', await personOf(api, holder))).toEqual([]);
      expect(await read(operator, life)).toMatchObject({ state: 'done', commands: [], refused: null });
      expect(await noticesOf(life)).toEqual(['number-change-asked', 'number-change-begins', 'number-changed']);
      expect(await api.rows('select password from person where id = $1', await personOf(api, holder))).toEqual([{ password: null }]);

      const told = await api.owner.query(
        `select notice.settled_at < number_change.changed_at as before from notice join number_change on number_change.person = $2
         where life = $1 and template = 'number-change-begins' and channel = 'sms'`,
        [life, await personOf(api, holder)],
      );
      expect(told.rows).toEqual([{ before: true }]);
      const textsOf = async (to: string) => (await textsTo(to)).map(({ id }) => id.startsWith(life)).filter(Boolean).length;
      await until(async () => (await textsOf(number)) === 1, 'the text to the new number');
      expect(await textsOf(holder.number)).toBe(2);
      const [letter] = await until(async () => {
        const all = (await lettersTo(holder.email)).filter(({ subject }) => subject.startsWith('Номер будет изменён'));
        return all.length > 0 && all;
      }, 'a letter');
      expect(letter?.text).toMatch(/не позднее \d+ \S+ \d{4} г\./);
      await expect(verify(api.lives, life)).resolves.toBeUndefined();
    });
  });

  it('ends at once if the account objects, also while its commands are paused', async () => {
    const { life, holder } = await asked();
    await api.owner.query('update account set paused = true where id = $1', [holder.id]);
    expect((await say(stranger, life, 'object')).problem?.code).toBe('not-found');
    expect((await say(operator, life, 'object')).problem?.code).toBe('wrong-party');
    const { body } = await say(holder, life, 'object', { reasons: 'I have asked for nothing' });
    expect(body).toMatchObject({ state: 'refused', commands: [], refused: { by: 'account', reasons: 'I have asked for nothing' } });
    expect(await noticesOf(life)).toEqual(['number-change-asked', 'number-change-refused']);
    expect(await api.rows(`select from effect where life = $1 and kind = 'changeNumber'`, life)).toEqual([]);
    expect(await numberOf(api, holder)).toBe(holder.number);
  });

  it('waits for the operator if documents are the proof, and shows them to nobody else', async () => {
    const { life, holder } = await asked({
      proof: 'documents',
      evidence: await seal(api, `task/${randomUUID()}`, { evidence: 'Passport' }),
    });
    expect(await read(holder, life)).toMatchObject({
      state: 'checking.first',
      evidence: null,
      coolingOffUntil: null,
      ifNobodyActs: { becomes: 'lapsed' },
    });
    const seen = await read(operator, life);
    expect([seen.evidence, menuOf(seen)]).toEqual(['Passport', ['approve', 'refuse']]);
    expect((await say(holder, life, 'approve')).problem?.code).toBe('wrong-party');
    expect((await say(operator, life, 'approve')).body).toMatchObject({ state: 'checking.second', approvedBy: operator.id });
    expect((await say(operator, life, 'confirm')).problem?.code).toBe('wrong-party');
    expect((await say(colleague, life, 'confirm')).body).toMatchObject({ state: 'coolingOff', checkBy: null });
    expect(await noticesOf(life)).toEqual(['number-change-checked', 'number-change-asked']);
    expect((await say(operator, life, 'refuse')).problem?.code).toBe('invalid-input');
    const refused = await say(operator, life, 'refuse', { reasons: 'The passport was reported lost' });
    expect(refused.body).toMatchObject({ state: 'refused', refused: { by: 'operator', reasons: 'The passport was reported lost' } });
  });

  it('keeps the new number out of its chain and of the logs', async () => {
    const { life, holder, number } = await asked();
    const { body } = await api.as(holder).get<object>(`${addressOf(life)}/events`);
    const [row] = await api.rows<{ snapshot: object }>('select snapshot from life where id = $1', life);
    for (const kept of [body, row, await read(operator, life), api.logged()]) expect(JSON.stringify(kept)).not.toContain(number);
  });
});

const EXAMPLES: Record<keyof typeof REIDENTIFICATION_COMMANDS, object> = {
  object: { reasons: 'Reasons' },
  approve: {},
  confirm: {},
  refuse: { reasons: 'Reasons' },
};

test.each(Object.entries(EXAMPLES))('invalid input to %s is refused before anything else', async (name, example) => {
  const { life } = await asked();
  const schema = REIDENTIFICATION_COMMANDS[name as keyof typeof REIDENTIFICATION_COMMANDS].body;
  for (const { body } of beyondBounds(schema, example))
    expect([body, (await api.as(operator).post(`${addressOf(life)}/${name}`, body)).status]).toEqual([body, 400]);
  expect(await api.rows('select seq from event where life = $1', life)).toHaveLength(1);
});
