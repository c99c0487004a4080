import { randomUUID } from 'node:crypto';
import { readConfig } from '../config.ts';
import { loginAs, query } from '../local/postgresql.ts';
import type { Ledger, Movement } from '../testing/worlds/ledger.ts';
import { openLedger } from '../testing/worlds/ledger.ts';

const OVERDRAWN = { code: 'AK001' };
const UNFIT = { code: 'AK002' };
const CONNECTIONS = 12;

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger(CONNECTIONS);
});
afterAll(() => ledger.close());

/** Credits less debits: what is posted, and what is pending. Tiyn. */
async function balanceOf(account: string): Promise<[posted: number, pending: number]> {
  const { rows } = await ledger.worker.query<{ posted: string; pending: string }>(
    `select sum(credits_posted - debits_posted) as posted, sum(credits_pending - debits_pending) as pending from ledger_account where code = $1`,
    [account],
  );
  return [Number(rows[0]?.posted), Number(rows[0]?.pending)];
}
const held = () => `held/task/${randomUUID()}`;
const owed = () => `owed/${randomUUID()}`;
const TRANSIT = 'in-transit/payouts';
const moves = (debit: string, credit: string, amount: number, phase: Movement['phase'] = 'single'): Movement => ({
  debit,
  credit,
  amount,
  phase,
});
/** An account with so much on it. */
async function filled(account: string, amount: number): Promise<string> {
  await ledger.book([moves('provider/sandbox', account, amount)]);
  return account;
}

describe('a posting', () => {
  it('moves its sum at once, and both accounts keep what it changed', async () => {
    const [task, contractor] = [held(), owed()];
    const life = await ledger.book([moves('provider/sandbox', task, 1_000), moves(task, contractor, 600)]);
    expect([await balanceOf(task), await balanceOf(contractor)]).toEqual([
      [400, 0],
      [600, 0],
    ]);
    const { rows } = await ledger.worker.query(
      `select code, entry.version::int, debit::int, credit::int, balance::int from entry join ledger_account on id = account
       where life = $1 and code <> 'provider/sandbox' order by code, entry.version`,
      [life],
    );
    expect(rows).toEqual([
      { code: task, version: 1, debit: 0, credit: 1_000, balance: 1_000 },
      { code: task, version: 2, debit: 600, credit: 0, balance: 400 },
      { code: contractor, version: 1, debit: 0, credit: 600, balance: 600 },
    ]);
  });

  it('is refused if an account would be overdrawn, with everything else of its commit', async () => {
    const task = await filled(held(), 500);
    const other = held();
    await expect(ledger.book([moves('provider/sandbox', other, 1), moves(task, owed(), 501)])).rejects.toMatchObject(OVERDRAWN);
    await expect(ledger.book([moves('bank/operator', `receivable/${randomUUID()}`, 1)])).rejects.toMatchObject(OVERDRAWN);
    expect([await balanceOf(task), await balanceOf(other)]).toEqual([
      [500, 0],
      [0, 0],
    ]);
    // What counts is where the commit ends.
    await ledger.book([moves(task, owed(), 700), moves('provider/sandbox', task, 200)]);
    expect(await balanceOf(task)).toEqual([0, 0]);
  });

  it.each(['held', 'held/', 'provider', 'income/tips', 'nobody/1', '/held', ''])(
    'is refused for the account "%s", which is of no kind',
    async (code) => {
      await expect(ledger.book([moves('provider/sandbox', code, 1)])).rejects.toMatchObject(UNFIT);
    },
  );
});

describe('a pending posting', () => {
  it('reserves its sum; a part of it is posted and the rest goes back', async () => {
    const contractor = await filled(owed(), 1_000);
    const life = await ledger.book([moves(contractor, TRANSIT, 800, 'pending')]);
    expect(await balanceOf(contractor)).toEqual([1_000, -800]);
    await expect(ledger.book([moves(contractor, TRANSIT, 201)])).rejects.toMatchObject(OVERDRAWN);
    await ledger.book([moves(contractor, TRANSIT, 500, 'post')], life);
    expect(await balanceOf(contractor)).toEqual([500, 0]);
  });

  it('is voided whole', async () => {
    const contractor = await filled(owed(), 1_000);
    const life = await ledger.book([moves(contractor, TRANSIT, 800, 'pending')]);
    await expect(ledger.book([moves(contractor, TRANSIT, 799, 'void')], life)).rejects.toMatchObject(UNFIT);
    await ledger.book([moves(contractor, TRANSIT, 800, 'void')], life);
    expect(await balanceOf(contractor)).toEqual([1_000, 0]);
    // In one commit it may be reserved anew.
    await ledger.book([moves(contractor, TRANSIT, 100, 'pending')], life);
    await ledger.book([moves(contractor, TRANSIT, 100, 'void'), moves(contractor, TRANSIT, 90, 'pending')], life);
    expect(await balanceOf(contractor)).toEqual([1_000, -90]);
  });

  it('ends once, by its own life, and not for more than it reserved', async () => {
    const contractor = await filled(owed(), 1_000);
    const life = await ledger.book([moves(contractor, TRANSIT, 800, 'pending')]);
    await expect(ledger.book([moves(contractor, TRANSIT, 800, 'post')])).rejects.toMatchObject(UNFIT);
    await expect(ledger.book([moves(contractor, TRANSIT, 801, 'post')], life)).rejects.toMatchObject(UNFIT);
    await expect(ledger.book([moves(contractor, TRANSIT, 1, 'pending')], life)).rejects.toMatchObject(UNFIT);
    await ledger.book([moves(contractor, TRANSIT, 800, 'post')], life);
    for (const phase of ['post', 'void'] as const)
      await expect(ledger.book([moves(contractor, TRANSIT, 800, phase)], life)).rejects.toMatchObject(UNFIT);
    expect(await balanceOf(contractor)).toEqual([200, 0]);
  });
});

describe('a posting that comes again', () => {
  const say = (life: string, change: object = {}) =>
    ledger.worker.query('select book($1::jsonb)', [
      JSON.stringify([
        {
          life,
          seq: 1,
          index: 0,
          phase: 'single',
          debit: 'provider/sandbox',
          credit: `held/${life}`,
          amount: 10,
          code: 'test',
          at: new Date(),
          ...change,
        },
      ]),
    ]);

  it('changes nothing, and with other fields it is refused', async () => {
    const id = `payment/${randomUUID()}/1`;
    const life = await ledger.book([moves('provider/sandbox', `held/${id}`, 10)], id);
    await say(life);
    expect(await balanceOf(`held/${life}`)).toEqual([10, 0]);
    for (const change of [{ amount: 11 }, { credit: held() }, { code: 'other' }, { phase: 'pending' }])
      await expect(say(life, change)).rejects.toMatchObject(UNFIT);
  });

  it('is refused for an event that is not there, or of an earlier transaction', async () => {
    await expect(say(`payment/${randomUUID()}/1`)).rejects.toMatchObject(UNFIT);
    const life = await ledger.book([moves('provider/sandbox', held(), 10)]);
    await expect(say(life, { index: 1 })).rejects.toMatchObject(UNFIT);
  });
});

describe('at once', () => {
  it('of two payouts for one balance one is booked', async () => {
    const contractor = await filled(owed(), 1_000);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => ledger.book([moves(contractor, TRANSIT, 600, 'pending')])));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 'rejected').map((each) => (each as PromiseRejectedResult).reason.code)).toEqual(
      Array(7).fill('AK001'),
    );
    expect(await balanceOf(contractor)).toEqual([1_000, -600]);
  });

  it('many commits on the same accounts in every order wait for each other in one order: none is lost, none deadlocks', async () => {
    const accounts = Array.from({ length: 6 }, held);
    for (const account of accounts) await filled(account, 10_000);
    // New accounts too: whoever creates one makes others wait.
    const all = [...accounts, ...Array.from({ length: 4 }, owed)];
    const turned = (by: number) => all.map((_, index) => all[(index * (by % 2 === 0 ? 1 : all.length - 1) + by) % all.length] as string);
    const books = Array.from({ length: 60 }, (_, n) =>
      ledger.book(turned(n).flatMap((account) => [moves('provider/sandbox', account, 3), moves(account, 'provider/sandbox', 2)])),
    );
    await Promise.all(books);
    expect(await Promise.all(all.map(balanceOf))).toEqual(all.map((_, index) => [(index < 6 ? 10_000 : 0) + 60, 0]));
  });

  it('the same without the order of locks deadlocks: the control', async () => {
    const [one, other] = [await filled(held(), 10), await filled(held(), 10)];
    const lock = async (codes: string[]): Promise<void> => {
      const client = await ledger.owner.connect();
      try {
        await client.query('begin');
        for (const code of codes) {
          await client.query('select from ledger_account where code = $1 for no key update', [code]);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    };
    const outcomes = await Promise.allSettled([lock([one, other]), lock([other, one])]);
    expect(outcomes.map((each) => (each.status === 'rejected' ? each.reason.code : ''))).toContain('40P01');
  });
});

it('a hot account is kept in many rows, and its balance is their sum', async () => {
  const contractor = await filled(owed(), 100);
  const before = (await balanceOf('income/fee'))[0];
  for (let n = 0; n < 40; n++) await ledger.book([moves(contractor, 'income/fee', 1)]);
  const { rows } = await ledger.worker.query(
    `select count(*)::int as rows, balance('income/fee')::int from ledger_account where code = 'income/fee'`,
  );
  expect(rows[0]).toMatchObject({ balance: before + 40 });
  expect(rows[0].rows).toBeGreaterThan(4);
});

it('a process that dies before its commit leaves nothing', async () => {
  const account = await filled(held(), 10);
  const client = await ledger.worker.connect();
  const gone = new Promise((resolve) => client.on('error', resolve));
  await client.query('begin');
  const life = `payment/${randomUUID()}/1`;
  await client.query(`insert into life (id, kind) values ($1, 'payment')`, [life]);
  await client.query(
    `insert into event (life, seq, key, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash)
     values ($1, 1, 'message/' || gen_random_uuid(), now(), 'platform', 'booked', '{}', '', '', '', 'ledger', '')`,
    [life],
  );
  await client.query('select book($1::jsonb)', [
    JSON.stringify([{ life, seq: 1, index: 0, ...moves(account, owed(), 10), code: 'test', at: new Date() }]),
  ]);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await query(loginAs(readConfig().DATABASE_URL, 'postgres'), `select pg_terminate_backend(${rows[0]?.pid})`);
  await gone;
  client.release(true);
  expect(await balanceOf(account)).toEqual([10, 0]);
});

it('nobody changes or removes what was booked, not even the owner', async () => {
  for (const table of ['posting', 'entry']) {
    for (const sql of [`update ${table} set life = life`, `delete from ${table}`, `truncate ${table} cascade`])
      await expect(ledger.owner.query(sql)).rejects.toThrow();
  }
  await expect(ledger.owner.query('delete from ledger_account')).rejects.toThrow();
  await expect(ledger.owner.query('truncate ledger_account cascade')).rejects.toThrow();
});
