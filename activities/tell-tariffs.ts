/**
 * Tells customers of the tariffs before they change (3.2): each whose charge a published revision changes, once, and each to whom individual terms were
 * offered. The account's own chain says who was told, so a repeat tells nobody twice, and what a killed run left the next one does.
 */
import { commit } from '../lives/commit.ts';
import { accountLife, tariffKey } from '../lives/ids.ts';
import { FIRST } from '../models/stores/bill.ts';
import type { CustomerPlans, TariffRevision } from '../models/stores/tariff.ts';
import { customersToTell, offersToTell, planAmong, revisionOn, tariffRevisions } from '../models/stores/tariff.ts';
import { chargeOf, chargeTheSame } from '../rules/tariff.ts';
import { addCalendarDays, civilDate } from '../rules/working-days.ts';
import { batches } from './batches.ts';
import type { Billing } from './bill.ts';

/** Who could not be told in time, because nothing ran, is still told for so many days. */
const LATE_DAYS = 31;

/** Tells everybody who was not told yet. `alive` is called after each batch. Returns how many were told. */
export async function tellTariffs(
  platform: Pick<Billing, 'lives' | 'dispatch'>,
  now: string,
  alive: () => void = () => {},
): Promise<number> {
  const revisions = await tariffRevisions(platform.lives.database);
  const today = civilDate(now);
  let told = 0;
  // The first one published first: each is compared with the one before it.
  for (const [index, revision] of [...revisions.entries()].reverse()) {
    const before = revisions[index + 1];
    if (before === undefined || revision.inForceFrom <= addCalendarDays(today, -LATE_DAYS)) continue;
    told += await tellOfRevision(platform, before, revision, alive);
  }
  return told + (await tellOfOffers(platform, revisions, today, alive));
}

async function tellOfRevision(
  platform: Pick<Billing, 'lives' | 'dispatch'>,
  before: TariffRevision,
  revision: TariffRevision,
  alive: () => void,
): Promise<number> {
  const { number, inForceFrom: from } = revision;
  let [last, told] = [FIRST, 0];
  await batches(
    async (most) => {
      const page = await customersToTell(platform.lives.database, revision, last, most);
      last = page.at(-1)?.account ?? last;
      return page;
    },
    async ({ account, plans }: CustomerPlans) => {
      const [charge, nextCharge] = [planAmong(before, plans, from), planAmong(revision, plans, from)].map(chargeOf);
      if (charge === undefined || nextCharge === undefined || chargeTheSame(charge, nextCharge)) return;
      const input = { revision: number, from, charge, nextCharge };
      if (await tell(platform, account, String(number), 'tariffsChange', input)) told++;
    },
    alive,
  );
  return told;
}

async function tellOfOffers(
  platform: Pick<Billing, 'lives' | 'dispatch'>,
  revisions: readonly TariffRevision[],
  today: string,
  alive: () => void,
): Promise<number> {
  let [last, told] = ['', 0];
  await batches(
    async (most) => {
      const page = await offersToTell(platform.lives.database, last, most);
      last = page.at(-1)?.plan.code ?? last;
      return page;
    },
    async ({ account, plans, plan, until }) => {
      const charge = chargeOf(planAmong(revisionOn(revisions, today), plans, today));
      const input = { plan: plan.code, until, charge, nextCharge: chargeOf(plan) };
      if (await tell(platform, account, plan.code, 'planOffered', input)) told++;
    },
    alive,
  );
  return told;
}

/** Whether the account took it. One that is ending takes nothing. */
async function tell(
  { lives, dispatch }: Pick<Billing, 'lives' | 'dispatch'>,
  account: string,
  what: string,
  type: string,
  input: object,
): Promise<boolean> {
  const idempotencyKey = tariffKey(account, what);
  const { outcome, updates } = await commit(lives, {
    life: accountLife(account),
    idempotencyKey,
    type,
    by: 'platform',
    input,
    refusable: true,
  });
  dispatch(updates);
  return outcome === 'done';
}
