/** How a payout is taxed on the day on which it is sent (3.4). Income of the self-employed is noted before the provider is asked to pay. */
import type { Transaction } from 'sequelize';
import type { AccountContext } from '../charts/account/types.ts';
import type { Effects } from '../charts/effects.ts';
import type { PayoutContext, PayoutTax, TaxWaitTerms } from '../charts/payout/types.ts';
import type { Effect, Performer } from '../lives/effects.ts';
import { wouldAccept } from '../lives/external-event.ts';
import { accountLife } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { readLife } from '../lives/store.ts';
import { isTaxAgent, ownIdentifier } from '../models/stores/account.ts';
import { todayOf } from '../models/stores/life.ts';
import { holdIncome, incomeInMonth, notedIncome, noteIncome } from '../models/stores/paid-income.ts';
import { readParameters, sourcesOf } from '../models/stores/parameter.ts';
import { todayInAlmaty } from '../models/today.ts';
import type { Parameter } from '../rules/parameters.ts';
import { listAt, numberAt } from '../rules/parameters.ts';
import type { DeclaredTax, TaxStatus, TaxWait } from '../rules/payout-tax.ts';
import { statusOn, taxOn, termsFor } from '../rules/payout-tax.ts';
import type { Component } from '../rules/withholding.ts';
import { COMPONENTS, RATES } from '../rules/withholding.ts';

export type Taxed = { tax: PayoutTax } | { waits: TaxWait; until?: string };

/** What an account's chain says of its tax status, and its IIN: the register of social payments names their payer by it, so nothing counts without one. */
async function payeeOf({ database }: Lives, account: string): Promise<{ iin: string | null; tax: DeclaredTax | undefined }> {
  const [[row], iin] = await Promise.all([readLife(database, [accountLife(account)]), ownIdentifier(database, account)]);
  const { tax } = (row?.snapshot as { context: Partial<AccountContext> } | null | undefined)?.context ?? {};
  return { iin, tax: iin === null ? undefined : tax };
}

/**
 * How an attempt to pay is taxed, or why the payout waits. A repeat of the attempt is taxed as it was the first time, because the provider may have been
 * asked to pay that much. Payments to one person wait for each other, so that together they do not exceed the limit of the month.
 */
export async function taxPayout(lives: Lives, { id: attempt, life: payout, params }: Effect<Effects['sendPayout']>): Promise<Taxed> {
  const { database } = lives;
  const { account, amount, income = '0', payer = account, inFull = false } = params;
  const [today, rows, { iin, tax }, payerIsAgent] = await Promise.all([
    todayOf(database, payout),
    readParameters(database),
    payeeOf(lives, account),
    isTaxAgent(database, payer),
  ]);
  const given = { income: BigInt(income), tax, payerIsAgent, inFull };
  if (iin === null || statusOn(tax, today) !== 'selfEmployed') {
    const taxed = taxOn(today, { ...given, earlier: 0n }, rows);
    return 'waits' in taxed
      ? taxed
      : { tax: { day: today, ...(taxed.status && { status: taxed.status }), income, withheld: [], net: amount } };
  }
  return database.transaction(async (transaction): Promise<Taxed> => {
    await holdIncome(transaction, iin);
    const noted = await notedIncome(transaction, attempt);
    const day = noted?.day ?? today;
    const earlier = await incomeInMonth(transaction, iin, day, payout);
    const taxed = taxOn(day, { ...given, earlier, inFull: inFull || noted !== undefined }, rows);
    if ('waits' in taxed) return taxed;
    const components = noted?.components ?? taxed.withheld?.components;
    if (components === undefined) return { tax: { day, status: 'selfEmployed', income, withheld: [], net: amount } };
    if (noted === undefined) await noteIncome(transaction, iin, { attempt, payout, account, day, income: BigInt(income), components });
    const excess = taxed.withheld?.excess ?? 0n;
    return { tax: await withheldFrom(transaction, { day, amount, income, earlier, tax, rows, components, excess }) };
  });
}

/** How long a payout waits, by the parameters of today. */
export async function waitTerms({ database }: Lives): Promise<TaxWaitTerms> {
  const rows = await readParameters(database);
  const today = todayInAlmaty();
  return { taxWaitDays: numberAt(rows, 'taxWaitDays', today), taxWaitReminderDays: listAt(rows, 'taxWaitReminderDays', today) };
}

interface Reckoned {
  day: string;
  amount: string;
  income: string;
  /** What was paid before in the month. */
  earlier: bigint;
  tax: DeclaredTax | undefined;
  rows: readonly Parameter[];
  components: Record<Component, bigint>;
  excess: bigint;
}

/** What the event says of it: each component with its parameter of the day and the law behind it. */
async function withheldFrom(transaction: Transaction, reckoned: Reckoned): Promise<PayoutTax> {
  const { day, amount, income, earlier, tax, rows, components, excess } = reckoned;
  const { rates, limit } = termsFor(rows, day, tax);
  const sources = await sourcesOf(transaction, Object.values(RATES), day);
  const total = COMPONENTS.reduce((sum, component) => sum + components[component], 0n);
  const warnAt = (limit * BigInt(numberAt(rows, 'selfEmployedWarnBasisPoints', day))) / 10_000n;
  return {
    day,
    status: 'selfEmployed',
    ...(tax?.exemption !== undefined && { exemption: tax.exemption }),
    income,
    withheld: COMPONENTS.filter((component) => rates[component] > 0).map((component) => ({
      ...{ component, parameter: RATES[component], basisPoints: rates[component] },
      ...{ source: sources.get(RATES[component]) ?? '', amount: String(components[component]) },
    })),
    net: String(BigInt(amount) - total),
    month: { paid: String(earlier + BigInt(income)), limit: String(limit), warnAt: String(warnAt) },
    ...(excess > 0n && { excess: String(excess) }),
  };
}

/** Statuses with which a payout goes on waiting for the same reason. Other waits are for no status. */
const STILL_WAITS: Partial<Record<NonNullable<PayoutContext['wait']>['reason'], (TaxStatus | undefined)[]>> = {
  unproved: [undefined],
  withoutRegime: [undefined, 'naturalPerson'],
  overLimit: [undefined, 'selfEmployed'],
};

/** Looks once more after a payout has begun to wait: a status that was confirmed a moment before told the payout before it waited. */
export const reviewTax = (lives: Lives): Performer<Effects['reviewTax']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ life }) {
    const [row] = await readLife(lives.database, [life]);
    const { contractor = '', wait } = (row?.snapshot as { context: PayoutContext } | undefined)?.context ?? {};
    const [{ tax }, today] = await Promise.all([payeeOf(lives, contractor), todayOf(lives.database, life)]);
    const stillWaits = wait && STILL_WAITS[wait.reason];
    if (stillWaits === undefined || stillWaits.includes(statusOn(tax, today))) return undefined;
    return (await wouldAccept(lives, life, 'taxChanged')) ? { type: 'taxChanged', input: {} } : undefined;
  },
});
