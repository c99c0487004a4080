/** What every payment order to a bank is written of: a table, and a message after MT102 of the national system. No bank has confirmed either. Sums are tiyn. */
import { csvLine, plainCell } from './csv.ts';
import { plainTenge } from './money.ts';

/** Whose account is debited. */
export interface Payer {
  name: string;
  bin: string;
  iban: string;
  bik: string;
  /** КОд. */
  beneficiaryCode: string;
}

/** Whom the bank pays. */
export interface Payee {
  iban: string;
  bic: string;
  /** IIN or BIN. */
  identifier: string;
  name: string;
  /** КБе. */
  beneficiaryCode: string;
}

/** A payment in the table. */
export interface PaymentLine extends Payee {
  nth: number;
  amount: bigint;
  /** КНП. */
  purposeCode: string;
  purpose: string;
}

export const totalOf = (lines: readonly { amount: bigint }[]): bigint => lines.reduce((sum, { amount }) => sum + amount, 0n);

/** The table, with the control totals in its last line. */
export function paymentsAsCsv(lines: readonly PaymentLine[]): string {
  const head = ['№', 'ИИК (IBAN)', 'БИК', 'ИИН/БИН', 'Получатель', 'Сумма, тенге', 'КНП', 'КБе', 'Назначение платежа'];
  const rows = lines.map(({ nth, iban, bic, identifier, name, amount, purposeCode, beneficiaryCode, purpose }) => [
    ...[String(nth), iban, bic, identifier, plainCell(name), plainTenge(amount), purposeCode, beneficiaryCode, purpose],
  ]);
  return [head, ...rows, ['Итого', '', '', '', String(lines.length), plainTenge(totalOf(lines)), '', '', '']].map(csvLine).join('');
}

/** A name as a line of a message: what begins a field, ends a block or breaks the line is none of it. */
const plainLine = (text: string): string =>
  text
    .replace(/[\p{Cc}{}\u2028\u2029]+/gu, ' ')
    .replace(/^[\s:/-]+/, '')
    .trim();

/** `2026-11-29` as `261129`. */
export const shortDay = (day: string): string => day.slice(2).replaceAll('-', '');
/** As a bank's message has a sum: `KZT1234,56`. */
export const sumField = (tiyn: bigint): string => `KZT${plainTenge(tiyn).replace('.', ',')}`;
/** КОд or КБе as a message has it: residency and sector apart. */
const residency = (code: string): string[] => [`/IRS/${code[0] ?? ''}`, `/SECO/${code[1] ?? ''}`];

export const nameField = (name: string): string => `/NAME/${plainLine(name)}`;

export const payerFields = ({ name, bin, iban, bik, beneficiaryCode }: Payer): string[] => [
  ...[`:50:/D/${iban}`, nameField(name), `/IDN/${bin}`, ...residency(beneficiaryCode), `:52B:${bik}`],
];

export const payeeFields = ({ name, identifier, iban, bic, beneficiaryCode }: Payee): string[] => [
  ...[`:57B:${bic}`, `:59:${iban}`, nameField(name), `/IDN/${identifier}`, ...residency(beneficiaryCode)],
];

/** The number of an order and its day, as the purpose of the whole message begins. */
export const orderFields = (number: string, on: string): string[] => [`:70:/NUM/${number}`, `/DATE/${shortDay(on)}`, '/SEND/07', '/VO/01'];

/** The text block of a message. The control total stands in `:32A:`, with the day of the payment. */
export const messageOf = (fields: readonly string[], on: string, total: bigint): string =>
  `{4:\r\n${[...fields, `:32A:${shortDay(on)}${sumField(total)}`].join('\r\n')}\r\n-}\r\n`;
