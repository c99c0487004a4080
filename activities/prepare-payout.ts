/** Before money goes out: where to, by the details that count now, and whether the limits of the day and the month leave room for it. */
import type { Effects } from '../charts/effects.ts';
import type { PayoutWait } from '../charts/payout/types.ts';
import type { Payments } from '../gateways/payments/port.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { nowOf } from '../models/stores/life.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { claimAllowance } from '../models/stores/payout-allowance.ts';
import { detailsVersions, readDetails } from '../models/stores/payout-details.ts';
import { listAt, numberAt } from '../rules/parameters.ts';
import type { PayoutFault } from '../rules/payout-details.ts';
import { comingAt, detailsAt, needsTwo, wayTo } from '../rules/payout-details.ts';
import { civilDate, endOfDay, endOfMonth } from '../rules/working-days.ts';

/** A repeat claims the same room and may choose later details: what is sent is what the answer's event has pinned. */
export const preparePayout = (
  { database }: Lives,
  payingOut: (payout: string) => Promise<Payments>,
  bank: string | undefined,
): Performer<Effects['preparePayout']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ life, params: { account, amount: sum, allowed, refused } }) {
    const [now, provider, parameters] = await Promise.all([nowOf(database, life), payingOut(life), readParameters(database)]);
    const day = civilDate(now);
    const waits = (reason: PayoutWait, more: { until?: string; details?: string; fault?: PayoutFault } = {}) => ({
      type: 'payoutWaits',
      input: {
        ...{ id: life, provider: provider.name, reason, ...more },
        openEnds: { openReminderWorkingDays: listAt(parameters, 'openReminderWorkingDays', day) },
      },
    });
    const versions = await detailsVersions(database, account);
    const details = detailsAt(versions, now);
    if (details === undefined || details.version === refused) {
      const coming = comingAt(versions, now);
      return coming === undefined ? waits('details') : waits('cooling', { until: coming.from });
    }
    const to = await readDetails(database, details.version);
    const way = to === undefined ? { fault: 'account-unknown' as const } : wayTo(to, provider.paysTo, bank);
    if ('fault' in way) return waits('unpayable', way);
    const limit = (code: string): bigint => BigInt(numberAt(parameters, code, day));
    const limits = { day: limit('payoutDayLimit'), month: limit('payoutMonthLimit'), alone: limit('payoutAloneLimit') };
    const amount = BigInt(sum);
    const isAllowed = allowed === details.version;
    if (!isAllowed && needsTwo(amount, limits)) return waits('large', { details: details.version });
    const passed = await claimAllowance(database, { payout: life, account, amount, day }, isAllowed ? undefined : limits);
    if (passed !== undefined) return waits(passed, { until: passed === 'day' ? endOfDay(day) : endOfMonth(day) });
    return { type: 'prepared', input: { id: life, provider: provider.name, details: details.version, ...way } };
  },
});
