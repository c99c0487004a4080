/**
 * Gathers what customers owe into invoices (5.1): the fees of a month once it is over, and those of a customer at once where they come to the dated sum.
 * Every step finishes what an earlier run left, and a repeat changes nothing.
 */
import type { FeeInput } from '../charts/fee/types.ts';
import type { InvoiceInput } from '../charts/invoice/types.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
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
import { createLife, createLives } from './create-life.ts';

/** Invoices that one commit draws: a commit costs more than an invoice. */
const IN_ONE_COMMIT = 10;

export interface Billing {
  lives: Lives;
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
    async (most, last: Bill[] | undefined) => inGroups(await openBills(database, most, last?.at(-1))),
    (group) => draw(billing, group, limitTerms),
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
      if (perMonth === undefined) return 0;
      const period = month.slice(0, 7);
      const input: FeeInput = { parent: accountLife(account), customer: account, principal: String(perMonth), terms, period };
      const life = `fee/${account}/${period.replace('-', '')}`;
      await createLife(billing.lives, leaveToSweep, { life, key: createKey(life), type: 'charge', input });
      return 1;
    },
    alive,
  );
}

/** Draws invoices in one commit. Where one of them cannot be drawn, each gets its own: it holds up no other. */
async function draw({ lives }: Billing, bills: Bill[], limitTerms: LimitTerms): Promise<number> {
  const creations = bills.map(({ year, seq, ...bill }) => {
    const input: InvoiceInput = { ...bill, number: `${year}-${seq}`, limitTerms };
    return { life: bill.id, key: createKey(bill.id), type: 'draw', input };
  });
  await createLives(lives, leaveToSweep, creations).catch(async () => {
    const alone = await Promise.allSettled(creations.map((creation) => createLife(lives, leaveToSweep, creation)));
    for (const each of alone) if (each.status === 'rejected') throw each.reason;
  });
  return bills.length;
}

const inGroups = (bills: Bill[]): Bill[][] =>
  Array.from({ length: Math.ceil(bills.length / IN_ONE_COMMIT) }, (_, index) =>
    bills.slice(index * IN_ONE_COMMIT, (index + 1) * IN_ONE_COMMIT),
  );

/** The sweep starts the runs of what is created here: thousands at once at a month's end, and its books wait for no engine. */
const leaveToSweep = (): void => {};
