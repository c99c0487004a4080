/** What a contractor has done and was paid, as the acts and the ledger have it: the content of its certificate. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface ActOfPeriod {
  year: number;
  seq: number;
  dated: string;
  /** Tiyn. */
  amount: string;
}

const acts = query<ActOfPeriod>(
  'income-acts',
  `select act_number.year, act_number.seq, to_char(paper.dated, 'YYYY-MM-DD') as dated, effect.params ->> 'amount' as amount
   from act_number join life on life.id = act_number.signing and life.state = 'signed'
     join document_of_life as paper on paper.life = act_number.signing
     join effect on effect.life = life.snapshot -> 'context' ->> 'parent' and effect.kind = 'issueDocument' and effect.params ->> 'child' = act_number.signing
   where act_number.contractor = $1 and paper.dated between $2::date and $3::date order by paper.dated, act_number.seq`,
);
/** The acts of a contractor that both parties have confirmed, by the day that they bear. */
export const actsBetween = (database: Sequelize, contractor: string, from: string, to: string): Promise<ActOfPeriod[]> =>
  acts(database, [contractor, from, to]);

export interface PaidPayout {
  /** A civil date in Almaty: when the bank confirmed it. */
  on: string;
  /** Tiyn: what pays for work, and what was withheld. */
  income: string;
  withheld: string;
}

// A payout that came back is even; what was sent again counts on its last day.
const payouts = query<PaidPayout>(
  'income-payouts',
  `with moved as (
     select posting.life, posting.at, posting.code, posting.debit = own.code as leaves, amount,
       case when posting.debit = own.code then posting.credit else posting.debit end as other
     from ledger_account as own join entry on entry.account = own.id join posting using (life, seq, index)
     where own.code = 'owed/' || $1 and phase in ('single', 'post') and posting.life like 'payout/%'),
   summed as (
     select life, (max(at) filter (where code = 'payout-confirmed') at time zone 'Asia/Almaty')::date as day,
       sum(case when leaves then amount else -amount end) as gross,
       sum(case when other like 'social/%' then case when leaves then amount else -amount end else 0 end) as withheld
     from moved group by life)
   select day::text as on, least(gross, coalesce((life.snapshot -> 'context' -> 'tax' ->> 'income')::bigint, 0))::text as income, withheld::text
   from summed join life on life.id = summed.life
   where gross > 0 and day between $2::date and $3::date and coalesce((life.snapshot -> 'context' -> 'tax' ->> 'income')::bigint, 0) > 0
   order by day, summed.life`,
);
/** What the platform paid out to a contractor for work, and no bank has returned. */
export const payoutsBetween = (database: Sequelize, contractor: string, from: string, to: string): Promise<PaidPayout[]> =>
  payouts(database, [contractor, from, to]);
