/** What may be paid out to an account in a day and a month: claimed before the provider is asked. */
import type { Sequelize } from 'sequelize';
import type { PayoutLimits } from '../../rules/payout-details.ts';
import { limitPassed } from '../../rules/payout-details.ts';
import { statement } from '../statement.ts';
import { lockAll } from './advisory-lock.ts';

const used = statement<{ day: string; month: string }>(
  'payout-allowance-used',
  `select coalesce(sum(amount) filter (where day = $3), 0) as day, coalesce(sum(amount), 0) as month
   from payout_allowance where account = $1 and payout <> $2 and day between date_trunc('month', $3::date) and $3`,
);
const keep = statement(
  'payout-allowance-keep',
  `insert into payout_allowance (payout, account, day, amount) values ($1, $2, $3, $4)
   on conflict (payout) do update set day = excluded.day, amount = excluded.amount`,
);

interface Claim {
  payout: string;
  account: string;
  amount: bigint;
  /** The civil date. */
  day: string;
}

/**
 * Claims the room for a payout, once: a repeat, or a payout that came back, counts on its last day. Without `limits` it is only counted. Returns the limit
 * that it would pass; then nothing is claimed.
 */
export const claimAllowance = (
  database: Sequelize,
  { payout, account, amount, day }: Claim,
  limits?: PayoutLimits,
): Promise<'day' | 'month' | undefined> =>
  database.transaction(async (transaction) => {
    await lockAll(transaction, [`payouts of ${account}`]);
    const [before] = await used(transaction, [account, payout, day]);
    const sums = { day: BigInt(before?.day ?? '0'), month: BigInt(before?.month ?? '0') };
    const passed = limits && limitPassed(amount, sums, limits);
    if (passed === undefined) await keep(transaction, [payout, account, day, amount]);
    return passed;
  });
