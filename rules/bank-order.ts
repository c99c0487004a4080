/**
 * A payment order with its payouts, as a bank takes it: a table, and a register after the message MT102 of the national system. No bank has confirmed either of
 * them. Sums are tiyn. Pure.
 */
import type { Payee, Payer } from './bank-message.ts';
import { messageOf, orderFields, payeeFields, payerFields, paymentsAsCsv, sumField, totalOf } from './bank-message.ts';

export interface OrderedPayout extends Payee {
  nth: number;
  amount: bigint;
}

export interface OrderToPrint {
  /** `2026-17` */
  number: string;
  /** The civil date of the release. */
  on: string;
  payer: Payer;
  /** КНП. */
  purposeCode: string;
  lines: readonly OrderedPayout[];
}

/** What stands in the purpose of a line, and comes back with the bank's statement: it names the line alone. */
export const lineNumber = (order: string, nth: number): string => `PP-${order}/${nth}`;
/** What stands in the purpose if a bank debits an order as one sum. */
export const orderNumber = (order: string): string => `PP-${order}`;

const purposeOf = (order: string, nth: number): string =>
  `Выплата по ${lineNumber(order, nth)} за работы (услуги) через Платформу. Без НДС`;

/** The table, with the control totals in its last line. */
export const orderAsCsv = ({ number, purposeCode, lines }: OrderToPrint): string =>
  paymentsAsCsv(lines.map((line) => ({ ...line, purposeCode, purpose: purposeOf(number, line.nth) })));

/** The register: the payer once, and each payout. */
export function orderAsRegister({ number, on, payer, purposeCode, lines }: OrderToPrint): string {
  const fields = [
    ...[`:20:${orderNumber(number)}`, ...payerFields(payer), ...orderFields(number, on), `/KNP/${purposeCode}`, `/COUNT/${lines.length}`],
    ...lines.flatMap(({ nth, amount, ...payee }) => [
      ...[`:21:${lineNumber(number, nth)}`, `:32B:${sumField(amount)}`, ...payeeFields(payee)],
      ...[`:70:/KNP/${purposeCode}`, `/ASSIGN/${purposeOf(number, nth)}`],
    ]),
  ];
  return messageOf(fields, on, totalOf(lines));
}
