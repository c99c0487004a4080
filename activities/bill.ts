/**
 * Gathers what customers owe into invoices (5.1): the fees of a month once it is over, and those of a customer at once where they come to the dated sum.
 * Every step finishes what an earlier run left, and a repeat changes nothing.
 */
import type { FeeInput } from '../charts/fee/types.ts';
import type { InvoiceInput } from '../charts/invoice/types.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import { accountLife, createKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { BEFORE_ALL_ACCOUNTS } from '../models/stores/account.ts';
import type { Bill } from '../models/stores/bill.ts';
import { customersToSubscribe, gatherFees, openBills } from '../models/stores/bill.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { CustomerPlans } from '../models/stores/tariff.ts';
import { planAmong, revisionOn, tariffRevisions } from '../models/stores/tariff.ts';
import { numberAt } from '../rules/parameters.ts';
import type { LimitTerms } from '../rules/pay-terms.ts';
import { limitTermsAt, payTermsAt } from '../rules/pay-terms.ts';
import { addCalendarDays, civilDate, endOfDay } from '../rules/working-days.ts';
import { batches } from './batches.ts';
import { createLife } from './create-life.ts';

export interface Billing {
  lives: Lives;
  dispatch: Dispatch;
  operatorEntity: Operator;
}

/** The months around a civil date: its own with its first day and the moment at which that begins, and the month before. */
export function monthsAround(date: string): { own: string; first: string; beginsAt: string; before: string } {
  const first = `${date.slice(0, 8)}01`;
  const lastOfBefore = addCalendarDays(first, -1);
  return { own: date.slice(0, 7), first, beginsAt: endOfDay(lastOfBefore), before: lastOfBefore.slice(0, 7) };
}

/**
 * Bills everything that is due at a moment. `alive` is called after each batch. Returns how many invoices it drew. While the operator has named no account
 * to pay to, nothing is invoiced, so nothing is due.
 */
export async function bill(billing: Billing, now: string, alive: () => void = () => {}): Promise<number> {
  const { lives, operatorEntity } = billing;
  const { database, log } = lives;
  const today = civilDate(now);
  const parameters = await readParameters(database);
  const months = monthsAround(today);
  await subscribe(billing, months.first, alive);
  if (operatorOn(operatorEntity, parameters, today).bank === null) {
    log.warn('billing.waits-for-requisites');
    return 0;
  }
  const year = Number(today.slice(0, 4));
  await gatherFees(database, { before: months.beginsAt, least: 1, period: months.before, year }, alive);
  const least = numberAt(parameters, 'invoiceAtOnceFromTiyn', today);
  await gatherFees(database, { before: now, least, period: months.own, year }, alive);
  const limitTerms = limitTermsAt(parameters, today);
  return batches(
    (most, last: Bill | undefined) => openBills(database, most, last),
    (each) => draw(billing, each, limitTerms),
    alive,
  );
}

/** Charges the month's subscription to each customer who had joined before it began, by the customer's plan of its first day: a fee of that month. */
async function subscribe(billing: Billing, month: string, alive: () => void): Promise<void> {
  const { database } = billing.lives;
  const [revisions, parameters] = await Promise.all([tariffRevisions(database), readParameters(database)]);
  const [revision, terms] = [revisionOn(revisions, month), payTermsAt(parameters, month)];
  await batches(
    (most, last: CustomerPlans | undefined) => customersToSubscribe(database, month, last?.account ?? BEFORE_ALL_ACCOUNTS, most),
    async ({ account, plans }) => {
      const { perMonth } = planAmong(revision, plans, month);
      if (perMonth === undefined) return false;
      const period = month.slice(0, 7);
      const input: FeeInput = { parent: accountLife(account), customer: account, principal: String(perMonth), terms, period };
      await create(billing, `fee/${account}/${period.replace('-', '')}`, 'charge', input);
      return true;
    },
    alive,
  );
}

async function draw(
  billing: Billing,
  { id, customer, period, year, seq, principal, advance, lines, terms }: Bill,
  limitTerms: LimitTerms,
): Promise<boolean> {
  const input: InvoiceInput = { id, customer, number: `${year}-${seq}`, period, lines, principal, advance, terms, limitTerms };
  await create(billing, id, 'draw', input);
  return true;
}

const create = ({ lives, dispatch }: Billing, life: string, type: string, input: object): Promise<void> =>
  createLife(lives, dispatch, { life, key: createKey(life), type, input });
