/** When the job erases and when it waits, and that the worker can erase nothing else. */
import { retentionTerms } from '../api/accounts/retention.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { Stage } from '../rules/retention.ts';
import { erasedFrom, STAGES } from '../rules/retention.ts';
import { closedTask } from '../testing/lives/tasks.ts';
import { join, openSessionFor, registerUnderOffer } from '../testing/people/accounts.ts';
import { closes } from '../testing/people/closing.ts';
import { liftLimits } from '../testing/people/limits.ts';
import { terminates } from '../testing/people/proposals.ts';
import type { Api } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { catchUp } from './commit.ts';
import { eraseDue } from './erasure.ts';
import { verify } from './verify.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
  await liftLimits(api.owner);
});
afterAll(() => api.close());

const erase = () => eraseDue(api.worker.lives);
const doneOf = async (account: string): Promise<string[]> =>
  (await api.rows<{ stage: string }>('select stage from erasure where account = $1 and done_at is not null order by stage', account)).map(
    ({ stage }) => stage,
  );
/** As if the notices had been sent: no worker runs here. */
const sent = (account: string) => api.owner.query(`update notice set status = 'delivered' where account = $1`, [account]);
const look = (account: string, time = '0 s') =>
  api.owner.query('update erasure set closed_at = closed_at - $2::interval, next_try = now() where account = $1', [account, time]);
const numberIsKept = async (person: string): Promise<boolean> =>
  (await api.owner.query('select from person where id = $1 and number is not null', [person])).rows.length > 0;
const closed = async (given: Parameters<typeof registerUnderOffer>[2] = {}) => {
  const person = await registerUnderOffer(api, ['customer'], given);
  await closes(api, person);
  return person;
};

it('erases nothing of an account that stands', async () => {
  const person = await registerUnderOffer(api, ['customer']);
  await erase();
  expect(await api.rows('select from erasure where account = $1', person.id)).toEqual([]);
  expect(await numberIsKept(person.person)).toBe(true);
});

it('keeps an address until the notices that are under way were sent, and no longer than their time', async () => {
  const [person, other] = [await closed(), await closed()];
  await erase();
  // What nobody has to be told at is gone at once.
  for (const { id } of [person, other]) expect(await doneOf(id)).toEqual(['ban', 'closing', 'evidence', 'papers']);
  expect(await numberIsKept(person.person)).toBe(true);
  await sent(person.id);
  await look(person.id);
  await erase();
  expect(await doneOf(person.id)).toEqual(['ban', 'closing', 'evidence', 'papers', 'persons']);
  expect(await doneOf(other.id)).not.toContain('persons');
  await api.owner.query(`update notice set created_at = created_at - interval '25 hours' where account = $1`, [other.id]);
  await look(other.id);
  await erase();
  expect(await doneOf(other.id)).toEqual(['ban', 'closing', 'evidence', 'papers', 'persons']);
});

it('erases a person with the last account, and not while the person is logged in', async () => {
  const person = await registerUnderOffer(api, ['customer']);
  const company = await registerUnderOffer(api, ['customer'], { kind: 'company' });
  await join(api, company, person, ['manager']);
  await closes(api, person);
  await sent(person.id);
  await look(person.id);
  await erase();
  // The company stands: the person still acts for it.
  expect([await doneOf(person.id), await numberIsKept(person.person)]).toEqual([expect.arrayContaining(['closing', 'persons']), true]);
  await openSessionFor(api.owner, person.person, null);
  await closes(api, company);
  await sent(company.id);
  await look(company.id);
  await erase();
  expect([await doneOf(company.id), await numberIsKept(person.person)]).toEqual([expect.not.arrayContaining(['persons']), true]);
  // What is left of the company does not wait for its member.
  expect(await doneOf(company.id)).toEqual(expect.arrayContaining(['closing', 'evidence']));
  await api.owner.query('update session set ended_at = now() where person = any($1)', [[person.person, company.person]]);
  // A text about the invitation is under way to the person.
  await look(company.id);
  await erase();
  expect(await numberIsKept(person.person)).toBe(true);
  await api.owner.query(`update effect set open = false where kind = 'sendSms' and params ->> 'person' = $1`, [person.person]);
  await look(company.id);
  await erase();
  expect(await numberIsKept(person.person)).toBe(false);
  expect(await numberIsKept(company.person)).toBe(false);
});

it('keeps what finds a terminated account for its own term', async () => {
  const staff = [await api.join(['operator']), await api.join(['operator'])] as const;
  const person = await registerUnderOffer(api, ['customer']);
  await terminates(api, staff, person, { ground: 'fraud', reasons: 'Forged papers' });
  await api.owner.query(`update life set clock_offset = $2 where id = $1`, [`account/${person.id}`, 100 * 86_400_000]);
  await catchUp(api.lives, `account/${person.id}`);
  const [{ standing } = { standing: '' }] = await api.rows<{ standing: string }>('select standing from account where id = $1', person.id);
  expect(standing).toBe('ended');
  await sent(person.id);
  const kept = async () =>
    (
      await api.rows<{ hash: boolean; number: boolean; words: number }>(
        `select identifier_hash is not null as hash, identifier is not null as number,
         (select count(*)::int from erasable_text where life = 'account/' || $1::text and sealed is not null) as words from account where id = $1::uuid`,
        person.id,
      )
    )[0];
  // The clock of its life was a hundred days ahead.
  await look(person.id, '100 days');
  await erase();
  expect(await kept()).toEqual({ hash: true, number: true, words: 1 });
  expect(await numberIsKept(person.person)).toBe(false);
  await look(person.id, '3 years 1 day');
  await erase();
  expect(await kept()).toEqual({ hash: false, number: false, words: 0 });
  await expect(verify(api.lives, `account/${person.id}`)).resolves.toBeUndefined();
});

it('lets the worker erase nothing of an account that stands, nothing earlier, and nothing out of turn', async () => {
  const [one, two] = [await registerUnderOffer(api, ['customer']), await registerUnderOffer(api, ['contractor'])];
  const task = await closedTask(api, one, two);
  const { database } = api.worker.lives;
  const words = async () =>
    (await api.rows<{ count: number }>(`select count(*)::int as count from erasable_text where sealed is not null`))[0]?.count;
  const before = await words();
  const refused = async (account: string, stages: readonly Stage[]) => {
    for (const stage of stages)
      for (const sql of [
        `select erase_texts('${account}', '${stage}', 'task/${task}')`,
        `select erase_rows('${account}', '${stage}')`,
        `select * from lives_to_erase('${account}', '${stage}')`,
        ...(stage === 'persons' ? [`select erase_person('${account}', '${one.person}', null)`] : []),
      ])
        await expect(database.query(sql)).rejects.toMatchObject({ parent: { code: '42501' } });
  };
  await database.query(`select begin_erasure('${one.id}')`);
  expect(await api.rows('select from erasure where account = $1', one.id)).toEqual([]);
  await refused(one.id, STAGES);
  // The row of the account is written by processes; its chain is not.
  await database.query(`update account set standing = 'closed' where id = '${one.id}'`);
  await database.query(`select begin_erasure('${one.id}')`);
  await refused(one.id, STAGES);
  await database.query(`update account set standing = 'active' where id = '${one.id}'`);
  // A closed account with a deal: nothing before its closing is done, and no paper before its term.
  await api.owner.query(`update life set done = true where id like '%' || $1 || '%'`, [task]);
  await api.owner.query(`update life_of_account set open = false where account = $1`, [one.id]);
  await api.owner.query('delete from unbilled_fee where customer = $1', [one.id]);
  await closes(api, one);
  await refused(one.id, ['persons', 'traces', 'evidence', 'papers']);
  expect(await words()).toBe(before);
  await sent(one.id);
  await erase();
  await refused(one.id, ['evidence', 'papers', 'traces']);
  // No other person, though the stage is due.
  await expect(database.query(`select erase_person('${one.id}', '${two.person}', null)`)).rejects.toMatchObject({
    parent: { code: '42501' },
  });
  // Nothing of the other party either.
  await refused(two.id, STAGES);
});

it('is due in the database exactly when the rule says', async () => {
  const terms = retentionTerms(await readParameters(api.lives.database));
  const [none, deal] = [await closed(), await closed()];
  await api.owner.query(
    `insert into life_of_account (account, kind, number, life, open) select $1, 'payment', 1, id, false from life limit 1`,
    [deal.id],
  );
  for (const account of [none, deal])
    for (const banned of [false, true])
      for (const at of ['2028-02-29T18:59:59.999Z', '2028-02-29T19:00:00.000Z', '2027-12-31T18:59:00.000Z', '2027-12-31T19:00:00.000Z']) {
        await api.owner.query('update erasure set closed_at = $2, banned = $3 where account = $1', [account.id, at, banned]);
        const rows = await api.worker.lives.database.query(
          `select stage, erasure_due(account, stage) as due from erasure where account = '${account.id}'`,
        );
        const due = Object.fromEntries(
          (rows[0] as { stage: Stage; due: Date }[]).map(({ stage, due: from }) => [stage, from.toISOString()]),
        );
        const ruled = STAGES.map((stage) => [stage, erasedFrom(stage, { at, banned, hasPapers: account === deal }, terms)]);
        expect([account === deal, banned, at, due]).toEqual([account === deal, banned, at, Object.fromEntries(ruled)]);
      }
});
