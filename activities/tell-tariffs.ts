/**
 * Tells customers of the tariffs before they change (3.2): each whose charge a published revision changes, once, and each to whom individual terms were
 * offered. The account's own chain says who was told, so a repeat tells nobody twice, and what a killed run left the next one does.
 */
import type { Dispatch } from '../lives/dispatch.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import { accountLife, tariffKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { BEFORE_ALL_ACCOUNTS } from '../models/stores/account.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { CustomerPlans, OfferedPlan, TariffRevision } from '../models/stores/tariff.ts';
import { customersToTell, offersToTell, planAmong, revisionOn, tariffRevisions } from '../models/stores/tariff.ts';
import { numberAt } from '../rules/parameters.ts';
import { chargeOf, chargeTheSame } from '../rules/tariff.ts';
import { addCalendarDays, civilDate } from '../rules/working-days.ts';
import { batches } from './batches.ts';

interface Telling {
  lives: Lives;
  dispatch: Dispatch;
}

/** Tells everybody who was not told yet. `alive` is called after each batch. Returns how many were told. */
export async function tellTariffs(platform: Telling, now: string, alive: () => void = () => {}): Promise<number> {
  const { database } = platform.lives;
  const [revisions, parameters] = await Promise.all([tariffRevisions(database), readParameters(database)]);
  const today = civilDate(now);
  // Who could not be told in time, because nothing ran, is still told.
  const since = addCalendarDays(today, -numberAt(parameters, 'tariffLateNoticeDays', today));
  let told = 0;
  // The first one published first: each is compared with the one before it.
  for (const [index, revision] of [...revisions.entries()].reverse()) {
    const before = revisions[index + 1];
    if (before === undefined || revision.inForceFrom <= since) continue;
    told += await tellOfRevision(platform, before, revision, alive);
  }
  return told + (await tellOfOffers(platform, revisions, today, alive));
}

async function tellOfRevision(platform: Telling, before: TariffRevision, revision: TariffRevision, alive: () => void): Promise<number> {
  const { number, inForceFrom: from } = revision;
  return batches(
    (most, last: CustomerPlans | undefined) =>
      customersToTell(platform.lives.database, revision, last?.account ?? BEFORE_ALL_ACCOUNTS, most),
    async ({ account, plans }) => {
      const [charge, nextCharge] = [planAmong(before, plans, from), planAmong(revision, plans, from)].map(chargeOf);
      if (charge === undefined || nextCharge === undefined || chargeTheSame(charge, nextCharge)) return 0;
      return tell(platform, account, String(number), 'tariffsChange', { revision: number, from, charge, nextCharge });
    },
    alive,
  );
}

async function tellOfOffers(platform: Telling, revisions: readonly TariffRevision[], today: string, alive: () => void): Promise<number> {
  return batches(
    (most, last: (CustomerPlans & OfferedPlan) | undefined) => offersToTell(platform.lives.database, last?.plan.code ?? '', most),
    async ({ account, plans, plan, until }) => {
      const charge = chargeOf(planAmong(revisionOn(revisions, today), plans, today));
      return tell(platform, account, plan.code, 'planOffered', { plan: plan.code, until, charge, nextCharge: chargeOf(plan) });
    },
    alive,
  );
}

/** 1 if the account took it. One that is ending takes nothing. */
async function tell({ lives, dispatch }: Telling, account: string, what: string, type: string, input: object): Promise<number> {
  const outcome = await commitExternalEvent(lives, dispatch, { life: accountLife(account), key: tariffKey(account, what), type, input });
  return Number(outcome === 'done');
}
