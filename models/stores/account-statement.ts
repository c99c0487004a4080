/** Reads the accounts of the ledger that are about one account of the platform, with their entries. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

/** What is owed to it and by it, and what is kept for deals and debts that it pays. Each is one row. */
const OWN = `own as (
  select id, code, credits_posted, debits_posted, credits_pending, debits_pending from ledger_account
    where code in ('owed/' || $1, 'payable/' || $1, 'receivable/' || $1, 'advance/' || $1)
  union all select kept.id, code, credits_posted, debits_posted, credits_pending, debits_pending
    from task join ledger_account as kept on code = 'held/' || task.id where task.customer = $1::uuid
  union all select kept.id, code, credits_posted, debits_posted, credits_pending, debits_pending
    from debt join ledger_account as kept on code = 'held/' || debt.id where debt.debtor = $1::uuid)`;

/** Tiyn: credits less debits. */
export interface BalanceRow {
  code: string;
  balance: string;
  /** Sums that are to come, and that are to go. */
  coming: string;
  going: string;
}
const balances = query<BalanceRow>(
  'ledger-balances-of',
  `with ${OWN} select code, (credits_posted - debits_posted)::text as balance, credits_pending::text as coming, debits_pending::text as going from own
   where credits_posted <> debits_posted or credits_pending + debits_pending > 0 order by id limit 1000`,
);
/** The accounts that are not even, oldest first: at most a thousand. */
export const balancesOf = (database: Sequelize, account: string): Promise<BalanceRow[]> => balances(database, [account]);

export interface PeriodRow {
  id: string;
  code: string;
  /** The versions between which the entries of the period are, and the balances then. Tiyn: credits less debits. */
  first: string;
  last: string;
  opening: string;
  closing: string;
}
const periods = query<PeriodRow>(
  'ledger-periods-of',
  `with ${OWN}
   select own.id::text, code, coalesce(before.version, 0)::text as first, coalesce(until.version, 0)::text as last,
     coalesce(before.balance, 0)::text as opening, coalesce(until.balance, 0)::text as closing
   from own
     left join lateral (select version, balance from entry where account = own.id and at < $2 order by version desc limit 1) as before on true
     left join lateral (select version, balance from entry where account = own.id and at < $3 order by version desc limit 1) as until on true
   where own.id > $4 and (coalesce(before.balance, 0) <> 0 or coalesce(until.version, 0) > coalesce(before.version, 0))
   order by own.id limit $5`,
);

export interface EntryRow {
  account: string;
  version: string;
  life: string;
  /** The task, the dispute or the debt that the money is for. */
  about: string;
  at: Date;
  reason: string;
  /** The account of the books on the other side. */
  against: string;
  debit: string;
  credit: string;
  balance: string;
}
const entries = query<EntryRow>(
  'ledger-entries-of',
  `select account::text, version::text, life,
     case when life like 'debt/%' then life else coalesce(owner.snapshot -> 'context' ->> 'parent', life) end as about, entry.at, posting.code as reason,
     case when entry.debit > 0 then posting.credit else posting.debit end as against, entry.debit::text, entry.credit::text, balance::text
   from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as period (id, first, last)
     join entry on account = period.id and version > first and version <= last join posting using (life, seq, index) join life as owner on owner.id = life
   where (account, version) > ($4, $5) and entry.debit + entry.credit > 0 order by entry.account, entry.version limit $6`,
);

export interface SubjectRow {
  life: string;
  number: string;
  papers: { kind: string; number: string }[];
}
const subjects = query<SubjectRow>(
  'ledger-subjects-of',
  `select life.id as life, life.number, coalesce(papers.all, '[]') as papers
   from life left join lateral (
     select json_agg(json_build_object('kind', kind, 'number', number) order by dated, place) as all from (
       select distinct on (dated, place) own.kind, paper.number, own.dated, own.place
       from paper_of_account as own join document_of_life as paper on paper.life = own.life and paper.document = own.document
       where own.account = $1 and own.parent = life.id and own.kind in ('contract', 'order', 'completion-act', 'settlement') and paper.number is not null
       order by dated, place limit 10) as few) as papers on true
   where life.id = any($2::text[])`,
);
/** The numbers of lives, and of the papers that money rests on, which the account has of them: at most ten of each. */
export const subjectsOf = (database: Sequelize, account: string, lives: readonly string[]): Promise<SubjectRow[]> =>
  subjects(database, [account, lives]);

const PAGE = 500;

/** Each account with what was posted from one moment until another, page by page. What is only pending is no entry. */
export async function* statementOf(
  database: Sequelize,
  account: string,
  from: string,
  until: string,
): AsyncGenerator<PeriodRow & { entries: AsyncGenerator<EntryRow> }> {
  for (let after = '0'; ; ) {
    const rows = await periods(database, [account, from, until, after, PAGE]);
    const all = entriesIn(database, rows);
    let next = await all.next();
    async function* ofAccount(id: string): AsyncGenerator<EntryRow> {
      for (; !next.done && next.value.account === id; next = await all.next()) yield next.value;
    }
    for (const row of rows) yield { ...row, entries: ofAccount(row.id) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

async function* entriesIn(database: Sequelize, rows: PeriodRow[]): AsyncGenerator<EntryRow> {
  const [ids, firsts, lasts] = (['id', 'first', 'last'] as const).map((column) => rows.map((row) => row[column]));
  for (let [account, version] = ['0', '0']; ; ) {
    const page = await entries(database, [ids, firsts, lasts, account, version, PAGE]);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    [account, version] = [last.account, last.version];
  }
}
