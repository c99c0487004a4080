/**
 * A bank test: many clients move money between few accounts at once, and what each saw is recorded. Then the history must be explained by one order of all
 * moves: each account's entries give it, every answer fits it, and whoever asked later is not served an earlier state.
 */
import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import type { Ledger, Movement } from '../testing/worlds/ledger.ts';
import { openLedger } from '../testing/worlds/ledger.ts';

const CLIENTS = 10;
const MOVES_OF_EACH = 60;
const OPENING = 100;
const ACCOUNTS = ['a', 'b', 'c', 'd'].map((letter) => `owed/${letter}`);

/** A move as its client saw it: when it was asked and answered, and whether it was booked. */
interface Move {
  from: string;
  to: string;
  amount: number;
  asked: number;
  answered: number;
  /** The life whose event booked it. Undefined if it was refused as overdrawing. */
  life: string | undefined;
}
/** A reading of all accounts in one statement: their versions and balances. */
interface Reading {
  asked: number;
  answered: number;
  seen: Record<string, { version: number; balance: number }>;
}
/** What a move did to an account. `reserved` is negative when a reservation ends. */
interface Entry {
  account: string;
  version: number;
  life: string;
  /** Credits less debits. */
  change: number;
  reserved: number;
  balance: number;
}
interface History {
  moves: Move[];
  readings: Reading[];
  entries: Entry[];
}

/** What in a history has no explanation. */
function faultsOf({ moves, readings, entries }: History): string[] {
  const faults: string[] = [];
  const byLife = new Map(moves.flatMap((move) => (move.life === undefined ? [] : [[move.life, move] as const])));
  const of = new Map<string, (Entry & { free: number })[]>();
  for (const entry of entries.toSorted((one, other) => one.version - other.version)) {
    const own = of.get(entry.account) ?? [];
    const last = own.at(-1);
    const free = (last?.free ?? 0) + entry.change - entry.reserved;
    if (entry.balance !== (last?.balance ?? 0) + entry.change)
      faults.push(`${entry.account}/${entry.version} does not follow from the entry before`);
    if (free < 0) faults.push(`${entry.account} is overdrawn by entry ${entry.version}`);
    of.set(entry.account, [...own, { ...entry, free }]);
  }
  for (const move of moves) {
    const booked = entries.filter(({ life }) => life === move.life);
    const changed = (account: string) => booked.filter((entry) => entry.account === account).reduce((sum, { change }) => sum + change, 0);
    if (move.life !== undefined && (changed(move.from) !== -move.amount || changed(move.to) !== move.amount))
      faults.push(`${move.life} is not booked once`);
    if (move.life === undefined && !wasShort(of.get(move.from) ?? [], byLife, move))
      faults.push(`a move of ${move.amount} was refused for nothing`);
  }
  for (const own of of.values())
    for (const [index, entry] of own.entries()) {
      const [move, before] = [byLife.get(entry.life), byLife.get(own[index - 1]?.life ?? '')];
      if (move && before && move.answered < before.asked) faults.push(`${entry.account}/${entry.version} is older than the entry before`);
    }
  for (const { asked, answered, seen } of readings) {
    for (const move of moves) {
      if (move.life === undefined) continue;
      const includes = (account: string) => {
        const last = (of.get(account) ?? []).findLast(({ life }) => life === move.life);
        return last !== undefined && last.version <= (seen[account]?.version ?? 0);
      };
      if (includes(move.from) !== includes(move.to)) faults.push('a reading saw half of a move');
      if (move.answered < asked && !includes(move.from)) faults.push('a reading missed a move that was answered before');
      if (move.asked > answered && includes(move.from)) faults.push('a reading saw a move that was asked later');
    }
    const whole = Object.values(seen).reduce((sum, { balance }) => sum + balance, 0);
    if (whole !== OPENING * ACCOUNTS.length) faults.push(`a reading saw ${whole} in all`);
  }
  return [...new Set(faults)];
}

/** Whether an account had less free than a move asks for, at some moment while the move was asked. */
function wasShort(own: (Entry & { free: number })[], byLife: Map<string, Move>, { asked, answered, amount }: Move): boolean {
  return own.some(({ life, free }, index) => {
    const [move, next] = [byLife.get(life), byLife.get(own[index + 1]?.life ?? '')];
    const mayHold = (move?.asked ?? 0) <= answered && (next?.answered ?? Number.POSITIVE_INFINITY) >= asked;
    return mayHold && free < amount;
  });
}

let ledger: Ledger;
let naive: Pool;
beforeAll(async () => {
  ledger = await openLedger(CLIENTS + 2);
  for (const account of ACCOUNTS) await ledger.book([{ debit: 'provider/sandbox', credit: account, amount: OPENING, phase: 'single' }]);
  await ledger.owner.query(
    `
    create table naive (account text primary key, version int not null, balance int not null);
    create table naive_entry (account text, version int, life text, change int, balance int);
    insert into naive select unnest($1::text[]), 1, ${OPENING};`.replace('$1::text[]', `array['${ACCOUNTS.join("','")}']`),
  );
  naive = ledger.owner;
});
afterAll(() => ledger.close());

const anyMove = (): Pick<Move, 'from' | 'to' | 'amount'> => {
  const from = randomInt(ACCOUNTS.length);
  const to = (from + 1 + randomInt(ACCOUNTS.length - 1)) % ACCOUNTS.length;
  return { from: ACCOUNTS[from] as string, to: ACCOUNTS[to] as string, amount: 1 + randomInt(120) };
};

/** Records what all clients saw while they moved money, and what one saw that only read. */
async function record(
  move: (given: ReturnType<typeof anyMove>) => Promise<string | undefined>,
  read: () => Promise<Reading['seen']>,
): Promise<Pick<History, 'moves' | 'readings'>> {
  const [moves, readings]: [Move[], Reading[]] = [[], []];
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      const asked = performance.now();
      const seen = await read();
      readings.push({ asked, answered: performance.now(), seen });
    }
  })();
  const client = async (): Promise<void> => {
    for (let count = 0; count < MOVES_OF_EACH; count++) {
      const given = anyMove();
      const asked = performance.now();
      const life = await move(given);
      moves.push({ ...given, asked, answered: performance.now(), life });
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  isOver = true;
  await reading;
  return { moves, readings };
}

const seenOf = (rows: { code: string; version: string | number; balance: string | number }[]): Reading['seen'] =>
  Object.fromEntries(rows.map(({ code, version, balance }) => [code, { version: Number(version), balance: Number(balance) }]));

test('every history of the ledger has one order that explains it', async () => {
  /** A third moves at once, the others reserve first. */
  const book = async ({ from, to, amount }: ReturnType<typeof anyMove>): Promise<string | undefined> => {
    const movement = (phase: NonNullable<Movement['phase']>): Movement => ({ debit: from, credit: to, amount, phase });
    const way = randomInt(3);
    try {
      if (way === 0) return await ledger.book([movement('single')]);
      const life = await ledger.book([movement('pending')]);
      return await ledger.book([movement('post')], life);
    } catch (error) {
      if ((error as { code?: string }).code === 'AK001') return undefined;
      throw error;
    }
  };
  const read = async (): Promise<Reading['seen']> =>
    seenOf(
      (
        await ledger.worker.query(
          `select code, (select max(version) from entry where account = ledger_account.id) as version, credits_posted - debits_posted as balance
           from ledger_account where code = any($1)`,
          [ACCOUNTS],
        )
      ).rows,
    );
  const seen = await record(book, read);
  const { rows } = await ledger.worker.query<Record<keyof Entry, string>>(
    `select code as account, entry.version, entry.life, entry.credit - entry.debit as change, entry.debit_pending as reserved, entry.balance
     from entry join ledger_account on ledger_account.id = entry.account where code = any($1)`,
    [ACCOUNTS],
  );
  const entries = rows.map(({ account, life, version, change, reserved, balance }) => ({
    ...{ account, life, version: Number(version), change: Number(change), reserved: Number(reserved), balance: Number(balance) },
  }));
  expect(faultsOf({ ...seen, entries })).toEqual([]);
  // It says something only if moves were refused, and others were not.
  const refused = seen.moves.filter(({ life }) => life === undefined).length;
  expect([refused > 10, seen.moves.length - refused > 100, seen.readings.length > 10]).toEqual([true, true, true]);
});

test('a bank that reads a balance and then writes it is found out: the control', async () => {
  let count = 0;
  const move = async ({ from, to, amount }: ReturnType<typeof anyMove>): Promise<string | undefined> => {
    const life = `naive/${count++}`;
    const { rows } = await naive.query<{ account: string; version: number; balance: number }>(
      'select * from naive where account in ($1, $2)',
      [from, to],
    );
    const balance = (account: string): number => rows.find((row) => row.account === account)?.balance ?? 0;
    if (balance(from) < amount) return undefined;
    for (const [account, change] of [
      [from, -amount],
      [to, amount],
    ] as const)
      await naive.query(
        `with moved as (update naive set version = version + 1, balance = $2 where account = $1 returning *)
         insert into naive_entry select account, version, $3, $4, balance from moved`,
        [account, balance(account) + change, life, change],
      );
    return life;
  };
  const read = async (): Promise<Reading['seen']> =>
    seenOf((await naive.query('select account as code, version, balance from naive')).rows);
  const seen = await record(move, read);
  const { rows } = await naive.query<Omit<Entry, 'reserved'>>('select * from naive_entry');
  const opening = ACCOUNTS.map((account) => ({ account, version: 1, life: '', change: OPENING, balance: OPENING }));
  const entries = [...opening, ...rows].map((entry) => ({ ...entry, reserved: 0 }));
  const faults = faultsOf({ ...seen, entries }).map((fault) => fault.replaceAll(/[\d/]+|owed.[a-d]/g, ''));
  expect(new Set(faults)).toContain(' does not follow from the entry before');
  expect(faults).toContain('a reading saw half of a move');
});
