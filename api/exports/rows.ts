/** What the stores read, with what they keep sealed opened and the tax of each day. Row by row; of payments, some hundred at once. */
import type { Sequelize } from 'sequelize';
import type { Operator } from '../../documents/operator.ts';
import { operatorOn } from '../../documents/operator.ts';
import { identifierOf } from '../../models/stores/account.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { BillRow, PaymentRow } from '../../models/stores/export.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { numberAt } from '../../rules/parameters.ts';
import { vatWithin } from '../../rules/unit-price.ts';
import type { Said } from '../inflows/said.ts';
import { ERASED } from '../inflows/said.ts';

export interface Bill extends Omit<BillRow, 'identifier'> {
  identifier: string | null;
  /** Hundredths of a per cent; null where the operator paid no VAT on the day of the invoice. */
  vatRate: number | null;
  /** Within the sum, in tiyn. Negative for a credit note. */
  vat: bigint;
}

const opened = (database: Sequelize, id: string | null, identifier: Buffer | null): string | null =>
  id === null ? null : identifierOf(database, { id, identifier });

/** The tax is that of the day of the invoice, as on its papers: also for what a credit note takes off it. */
export async function* billsOf(
  database: Sequelize,
  rows: AsyncIterable<BillRow>,
  { operator, parameters }: { operator: Operator; parameters: readonly Parameter[] },
): AsyncGenerator<Bill> {
  for await (const row of rows) {
    const pays = operatorOn(operator, parameters, row.drawn_on).vat !== null;
    const vatRate = pays ? numberAt(parameters, 'vatRateBasisPoints', row.drawn_on) : null;
    const amount = BigInt(row.amount);
    const sign = amount < 0n ? -1n : 1n;
    const vat = vatRate === null ? 0n : sign * vatWithin(sign * amount, vatRate);
    yield { ...row, identifier: opened(database, row.customer, row.identifier), vatRate, vat };
  }
}

export interface Payment extends Omit<PaymentRow, 'identifier'> {
  identifier: string | null;
  /** As the bank's statement says, and else the user who paid by card or for whom it was recorded. */
  payer: string | null;
  payerIdentifier: string | null;
  purpose: string | null;
  reference: string | null;
}

const AT_ONCE = 200;

export async function* paymentsOf(database: Sequelize, rows: AsyncIterable<PaymentRow>): AsyncGenerator<Payment> {
  let few: PaymentRow[] = [];
  for await (const row of rows) {
    few.push(row);
    if (few.length < AT_ONCE) continue;
    yield* await presented(database, few);
    few = [];
  }
  yield* await presented(database, few);
}

async function presented(database: Sequelize, rows: readonly PaymentRow[]): Promise<Payment[]> {
  const texts = await readTexts(
    database,
    rows.flatMap(({ entry }) => entry ?? []),
  );
  return rows.map((row) => {
    const identifier = opened(database, row.customer, row.identifier);
    if (row.entry === null) return { ...row, identifier, payer: row.name, payerIdentifier: identifier, purpose: null, reference: null };
    // An entry whose text was erased says nothing, and nobody else paid it.
    const { payer, identifier: payerIdentifier, purpose, reference } = (texts.get(row.entry) as Said | undefined) ?? ERASED;
    return { ...row, identifier, payer, payerIdentifier, purpose, reference };
  });
}
