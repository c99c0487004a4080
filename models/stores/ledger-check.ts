/**
 * What is always true of the ledger, as SQL: whoever breaks it past the function `book` is found. The three parts are checked apart, two of them in slices, so
 * that a step of the check costs the same however large the ledger is.
 */
import type { Sequelize, Transaction } from 'sequelize';
import { either, query } from '../statement.ts';

/** `sums`: over all accounts. `accounts`: a slice of them by id, with their entries. `lives`: the postings of a slice of lives by id. */
export const PARTS = ['sums', 'accounts', 'lives'] as const;
export type Part = (typeof PARTS)[number];

interface Invariant {
  part: Part;
  /** What is true, in words. */
  says: string;
  /** Selects `about` for whatever breaks it, from `slice`. */
  broken: string;
}

const KEEPS = `case when kind.bounded then case when kind.nature in ('asset', 'expense') then 'debit' else 'credit' end end`;

export const invariants: readonly Invariant[] = [
  {
    part: 'sums',
    says: 'all debits are equal to all credits, posted and pending',
    broken: `select currency as about from ledger_account group by currency
      having sum(debits_posted) <> sum(credits_posted) or sum(debits_pending) <> sum(credits_pending)`,
  },
  {
    part: 'sums',
    says: 'there are two entries for each posting',
    broken: `select counted::text as about from (select count(*) as counted from posting) as postings
      where counted * 2 <> (select coalesce(sum(version), 0) from ledger_account)`,
  },
  {
    part: 'accounts',
    says: 'an account is of its kind, and is not overdrawn',
    broken: `select code as about from slice left join account_kind as kind on kind.prefix = slice.kind
      where kind.prefix is null or code not like '_%/_%' or kind.prefix not in (code, split_part(code, '/', 1)) or keeps is distinct from ${KEEPS}
        or case keeps when 'credit' then credits_posted - debits_posted - debits_pending when 'debit' then debits_posted - credits_posted - credits_pending end < 0`,
  },
  {
    part: 'accounts',
    says: 'the counters of an account are the sums of its entries, and its version is their number',
    broken: `select code as about from slice left join entry on entry.account = slice.id group by slice.id, code, slice.version, debits_posted,
        credits_posted, debits_pending, credits_pending
      having (slice.version, slice.version, debits_posted, credits_posted, debits_pending, credits_pending) is distinct from
        (count(entry), coalesce(max(entry.version), 0), coalesce(sum(debit), 0), coalesce(sum(credit), 0), coalesce(sum(debit_pending), 0),
          coalesce(sum(credit_pending), 0))`,
  },
  {
    part: 'accounts',
    says: 'the balance of each entry follows from the one before',
    broken: `select distinct code as about from (
        select account, balance - lag(balance, 1, 0) over (partition by account order by version) <> credit - debit as is_wrong
        from entry where account in (select id from slice)) as each join slice on slice.id = account where is_wrong`,
  },
  {
    part: 'accounts',
    says: 'an entry changes its account as its posting says, and each account once',
    broken: `select distinct slice.code as about from slice join entry on entry.account = slice.id
        left join posting using (life, seq, index)
        left join posting as ended on (ended.life, ended.seq, ended.index) = (posting.life, posting.pending_seq, posting.pending_index)
        cross join lateral (values (case when posting.phase in ('single', 'post') then posting.amount else 0 end,
          case posting.phase when 'pending' then posting.amount when 'single' then 0 else - ended.amount end)) as due (posted, pending)
      where (entry.debit, entry.credit, entry.debit_pending, entry.credit_pending) is distinct from
        case slice.code when posting.debit then row(posted, 0::bigint, pending, 0::bigint) when posting.credit then row(0::bigint, posted, 0::bigint, pending) end
      union select slice.code from slice join entry on entry.account = slice.id group by slice.code, account, life, seq, index having count(*) > 1`,
  },
  {
    part: 'accounts',
    says: 'nothing is kept for a life that is over',
    broken: `select code as about from slice join life on code = 'held/' || life.id
      where life.done and (credits_posted <> debits_posted or credits_pending + debits_pending > 0)`,
  },
  {
    part: 'lives',
    says: 'a posting that ends a pending one has its accounts and not more than its sum, and is the only one',
    broken: `select posting.life as about from slice join posting using (life)
        left join posting as ended on (ended.life, ended.seq, ended.index) = (posting.life, posting.pending_seq, posting.pending_index)
      where posting.phase in ('post', 'void') and (ended.phase is distinct from 'pending' or (ended.debit, ended.credit) <> (posting.debit, posting.credit)
        or posting.amount > ended.amount or (posting.phase = 'void' and posting.amount < ended.amount))
      union select life from slice join posting using (life) where pending_seq is not null group by life, pending_seq, pending_index having count(*) > 1`,
  },
  {
    part: 'lives',
    says: 'each posting has its event, and those of an event are numbered without a gap',
    broken: `select life as about from slice join posting using (life) left join event using (life, seq) where event.life is null
      union select life from slice join posting using (life) group by life, seq having count(*) <> max(index) + 1 or min(index) <> 0`,
  },
  {
    part: 'lives',
    says: 'a payout is paid once, until it comes back',
    broken: `select life as about from slice join posting using (life) where life like 'payout/%'
      group by life having count(*) filter (where phase = 'post') - count(distinct seq) filter (where posting.code = 'payout-returned') not in (0, 1)`,
  },
];

const SLICES: Record<Part, string> = {
  sums: `select null::text as key where $1::text is not null and $2::int > 0`,
  accounts: `select *, id::text as key from ledger_account where id > coalesce(nullif($1, ''), '0')::bigint order by id limit $2`,
  lives: 'select distinct life, life as key from posting where life > $1 order by life limit $2',
};

export interface LedgerFault {
  invariant: string;
  about: string;
}

const MOST = 100;

const text = (part: Part): string => {
  const broken = invariants
    .filter((each) => each.part === part)
    .map(({ says, broken: sql }) => `(select '${says}' as invariant, about from (${sql}) as each limit ${MOST})`);
  // The text of an id is not in its order.
  const last = { sums: `''`, accounts: `coalesce(max(id)::text, '')`, lives: `coalesce(max(key), '')` }[part];
  return `with slice as materialized (${SLICES[part]})
    select (select ${last} from slice) as last, coalesce(jsonb_agg(to_jsonb(fault)), '[]') as faults from (${broken.join(' union all ')}) as fault`;
};

const SLICE = 500;
const slice = Object.fromEntries(
  PARTS.map((part) => [part, either<{ last: string; faults: LedgerFault[] }>(`ledger-check-${part}`, text(part))]),
);

/** Checks the slice after a key, '' for the first. `last` is its last key, and '' once there is none: the check begins anew. At most a hundred faults of a kind. */
export async function checkSlice(
  from: Sequelize | Transaction,
  part: Part,
  after: string,
): Promise<{ last: string; faults: LedgerFault[] }> {
  const [row] = (await slice[part]?.(from, [after, SLICE])) ?? [];
  return row ?? { last: '', faults: [] };
}

/** Checks all of the ledger. */
export async function checkLedger(from: Sequelize | Transaction): Promise<LedgerFault[]> {
  const found: LedgerFault[] = [];
  for (const part of PARTS) {
    let after = '';
    do {
      const { last, faults } = await checkSlice(from, part, after);
      found.push(...faults);
      after = last;
    } while (after !== '');
  }
  return found;
}

/** Takes the next slice of a part unless another worker did so within so many milliseconds. It is taken again if its check fails. */
const claim = query<{ after: string }>(
  'ledger-check-claim',
  `update ledger_check set tried_at = clock_timestamp() where part = $1 and tried_at < clock_timestamp() - $2 * interval '1 millisecond' returning after`,
);
export const claimSlice = async (database: Sequelize, part: Part, pause: number): Promise<string | undefined> =>
  (await claim(database, [part, pause]))[0]?.after;

const move = query(
  'ledger-check-move',
  `with noted as (
     insert into ledger_fault (invariant, about) select invariant, about from jsonb_to_recordset($3) as each (invariant text, about text)
     on conflict (invariant, about) do update set found_at = clock_timestamp())
   update ledger_check set after = $2, checked_at = clock_timestamp(), began_anew_at = case when $2 = '' then clock_timestamp() else began_anew_at end
   where part = $1`,
);
/** Notes what a slice has shown, and where the next begins. A fault stays noted until the owner of the database removes it. */
export const noteSlice = async (
  database: Sequelize,
  part: Part,
  { last, faults }: { last: string; faults: LedgerFault[] },
): Promise<void> => {
  await move(database, [part, last, JSON.stringify(faults)]);
};
