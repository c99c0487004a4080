/** The revisions of the operator's tariffs (3.2): finds the one in force and publishes new ones. */
import type { Sequelize, Transaction } from 'sequelize';
import type { ChosenPlan } from '../../charts/account/types.ts';
import type { Extra, Plan } from '../../rules/tariff.ts';
import { planOf } from '../../rules/tariff.ts';
import { query, statement } from '../statement.ts';

export interface TariffRevision {
  number: number;
  plans: Plan[];
  extras: Extra[];
  /** A civil date in Asia/Almaty, the first of a month. */
  inForceFrom: string;
  publishedAt: Date;
}

const all = query<TariffRevision>(
  'tariff-revisions',
  `select number, plans, extras, in_force_from::text as "inForceFrom", published_at as "publishedAt" from tariff_revision order by number desc`,
);
/** All published revisions, newest first, including those not yet in force. */
export const tariffRevisions = (database: Sequelize): Promise<TariffRevision[]> => all(database, []);

/** The revision in force on a civil date. @throws before the first. */
export function revisionOn(revisions: readonly TariffRevision[], date: string): TariffRevision {
  const found = revisions.find(({ inForceFrom }) => inForceFrom <= date);
  if (found === undefined) throw new RangeError(`no tariffs on ${date}`);
  return found;
}

const chosen = query<{ plans: ChosenPlan[] | null }>(
  'plans-chosen',
  `select snapshot -> 'context' -> 'plans' as plans from life where id = 'account/' || $1`,
);
/** The plan of a customer on a civil date: the one chosen last for it, else the standard one. */
export async function planOn(database: Sequelize, account: string, date: string): Promise<Plan> {
  const [revisions, [row]] = await Promise.all([tariffRevisions(database), chosen(database, [account])]);
  return planAmong(revisionOn(revisions, date), row?.plans ?? [], date);
}

/** The plan on a civil date by what was chosen. Individual terms stand in the choice itself. */
export function planAmong({ plans }: Pick<TariffRevision, 'plans'>, choices: readonly ChosenPlan[], date: string): Plan {
  const choice = choices.findLast(({ from }) => from <= date);
  return choice?.terms ?? planOf(plans, choice?.plan);
}

const TODAY = `(clock_timestamp() at time zone 'Asia/Almaty')::date`;

export interface OfferedPlan {
  plan: Plan;
  /** The last civil date on which it can be chosen. */
  until: string;
}
const individual = query<OfferedPlan>(
  'plans-individual',
  `select plan, valid_until::text as until from individual_plan where account = $1 and valid_until >= ${TODAY} order by offered_at`,
);
/** The individual terms that an account can choose today. */
export const individualPlans = (database: Sequelize, account: string): Promise<OfferedPlan[]> => individual(database, [account]);

const offer = statement(
  'plan-offer',
  `insert into individual_plan (code, account, plan, valid_until, offered_by)
   select $1, $2, $3::jsonb, ${TODAY} + (value #>> '{}')::int, $4 from parameter
   where code = 'individualPlanDays' and valid_from <= ${TODAY} and (valid_to is null or ${TODAY} <= valid_to)
   on conflict do nothing`,
);
/** Offers individual terms to an account. They hold once the account has chosen them. */
export const offerPlan = async (transaction: Transaction, account: string, plan: Plan, by: string): Promise<void> => {
  await offer(transaction, [plan.code, account, JSON.stringify(plan), by]);
};

export interface CustomerPlans {
  account: string;
  plans: ChosenPlan[];
}
const ofCustomers = `from account join life on life.id = 'account/' || account.id
   where 'customer' = any (account.roles) and account.kind <> 'staff' and account.offer_accepted is not null and not life.done`;
const untold = query<{ account: string; plans: ChosenPlan[] | null }>(
  'tariffs-untold',
  `select account.id as account, life.snapshot -> 'context' -> 'plans' as plans ${ofCustomers}
     and account.id > $3 and account.created_at < $2::date::timestamp at time zone 'Asia/Almaty'
     and not exists (select from event where key = 'tariff/' || account.id || '/' || $1::int)
   order by account.id limit $4`,
);
/** Customers who joined before a revision comes into force and were not told of it, after an account. */
export const customersToTell = async (
  database: Sequelize,
  { number, inForceFrom }: TariffRevision,
  after: string,
  most: number,
): Promise<CustomerPlans[]> =>
  (await untold(database, [number, inForceFrom, after, most])).map(({ account, plans }) => ({ account, plans: plans ?? [] }));

const untoldOffers = query<{ account: string; plans: ChosenPlan[] | null; plan: Plan; until: string }>(
  'plans-untold',
  `select account.id as account, life.snapshot -> 'context' -> 'plans' as plans, individual_plan.plan, valid_until::text as until
   from individual_plan join account on account.id = individual_plan.account join life on life.id = 'account/' || account.id
   where not life.done and valid_until >= ${TODAY} and code > $1
     and not exists (select from event where key = 'tariff/' || account.id || '/' || code) order by code limit $2`,
);
/** Individual terms of which their customer was not told, after a code. */
export const offersToTell = async (database: Sequelize, after: string, most: number): Promise<(CustomerPlans & OfferedPlan)[]> =>
  (await untoldOffers(database, [after, most])).map(({ plans, ...offer }) => ({ ...offer, plans: plans ?? [] }));

export interface NewTariffs {
  plans: Plan[];
  extras: Extra[];
  inForceFrom: string;
}

/** The price of an extra on a civil date, in tiyn. Undefined if it is not offered then. */
export const extraPriceOn = async (database: Sequelize, code: Extra['code'], date: string): Promise<number | undefined> =>
  revisionOn(await tariffRevisions(database), date).extras.find((each) => each.code === code)?.price;

/** Why tariffs were not published. */
export type TariffRule = 'tariffGivesNotice' | 'tariffBeginsWithMonth' | 'tariffComesLater';

const queue = statement('tariff-queue', `select pg_advisory_xact_lock(hashtextextended('tariff_revision', 0))`);
const givesNotice = statement(
  'tariff-gives-notice',
  `select from parameter, (select (clock_timestamp() at time zone 'Asia/Almaty')::date as day) as today
   where code = 'tariffNoticeDays' and valid_from <= today.day and (valid_to is null or today.day <= valid_to)
     and $1::date >= today.day + (value #>> '{}')::int`,
);
const last = statement<{ inForceFrom: string; same: boolean }>(
  'tariff-last',
  `select in_force_from::text as "inForceFrom", plans = $1::jsonb and extras = $3::jsonb and in_force_from = $2::date as same from tariff_revision order by number desc limit 1`,
);
const publish = statement(
  'tariff-publish',
  `insert into tariff_revision (number, plans, extras, in_force_from, published_by)
   select coalesce(max(number), 0) + 1, $1::jsonb, $4::jsonb, $2::date, $3::uuid from tariff_revision`,
);

/**
 * Whether plans may be published that are in force from a civil date. `published`: the last revision is the same. The confirmation of a proposal asks
 * again, so one that waited too long is refused.
 */
export async function mayPublishTariffs(
  transaction: Transaction,
  { plans, extras, inForceFrom }: NewTariffs,
): Promise<TariffRule | 'published' | undefined> {
  if (!inForceFrom.endsWith('-01')) return 'tariffBeginsWithMonth';
  // Two at once would take the same number.
  await queue(transaction, []);
  const [before] = await last(transaction, [JSON.stringify(plans), inForceFrom, JSON.stringify(extras)]);
  if (before?.same) return 'published';
  if ((await givesNotice(transaction, [inForceFrom])).length === 0) return 'tariffGivesNotice';
  return before !== undefined && inForceFrom <= before.inForceFrom ? 'tariffComesLater' : undefined;
}

/** Publishes what a second person of the staff has confirmed, once. Returns the rule that refuses it. */
export async function publishTariffs(transaction: Transaction, tariffs: NewTariffs, publishedBy: string): Promise<TariffRule | undefined> {
  const asked = await mayPublishTariffs(transaction, tariffs);
  if (asked === 'published') return undefined;
  if (asked === undefined)
    await publish(transaction, [JSON.stringify(tariffs.plans), tariffs.inForceFrom, publishedBy, JSON.stringify(tariffs.extras)]);
  return asked;
}
