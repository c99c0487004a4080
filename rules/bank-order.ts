/**
 * A payment order with its payouts, as a bank takes it: a table, and a register after the message MT102 of the national system. No bank has confirmed either of
 * them. Sums are tiyn. Pure.
 */
import { csvLine, plainCell } from './csv.ts';
import { plainTenge } from './money.ts';

export interface OrderedPayout {
  nth: number;
  iban: string;
  bic: string;
  /** IIN or BIN. */
  identifier: string;
  name: string;
  amount: bigint;
  /** КБе of the payee. */
  beneficiaryCode: string;
}

export interface OrderToPrint {
  /** `2026-17` */
  number: string;
  /** The civil date of the release. */
  on: string;
  payer: { name: string; bin: string; iban: string; bik: string; beneficiaryCode: string };
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

/** As a bank's message has a sum: `1234,56`. */
const inMessage = (tiyn: bigint): string => plainTenge(tiyn).replace('.', ',');
const totalOf = (lines: readonly OrderedPayout[]): bigint => lines.reduce((sum, { amount }) => sum + amount, 0n);

/** The table, with the control totals in its last line. */
export function orderAsCsv({ number, purposeCode, lines }: OrderToPrint): string {
  const head = ['№', 'ИИК (IBAN)', 'БИК', 'ИИН/БИН', 'Получатель', 'Сумма, тенге', 'КНП', 'КБе', 'Назначение платежа'];
  const rows = lines.map(({ nth, iban, bic, identifier, name, amount, beneficiaryCode }) => [
    ...[String(nth), iban, bic, identifier, plainCell(name), plainTenge(amount), purposeCode, beneficiaryCode, purposeOf(number, nth)],
  ]);
  return [head, ...rows, ['Итого', '', '', '', String(lines.length), plainTenge(totalOf(lines)), '', '', '']].map(csvLine).join('');
}

/** A name as a line of a message: what begins a field, ends a block or breaks the line is none of it. */
const plainLine = (text: string): string =>
  text
    .replace(/[\p{Cc}{}\u2028\u2029]+/gu, ' ')
    .replace(/^[\s:/-]+/, '')
    .trim();

/** КБе as a message has it: residency and sector apart. */
const residency = (code: string): string[] => [`/IRS/${code[0] ?? ''}`, `/SECO/${code[1] ?? ''}`];
/** `2026-11-29` as `261129`. */
const shortDay = (day: string): string => day.slice(2).replaceAll('-', '');

/** The register: the payer once, each payout, and the control total in `:32A:`. */
export function orderAsRegister({ number, on, payer, purposeCode, lines }: OrderToPrint): string {
  const fields = [
    ...[`:20:${orderNumber(number)}`, `:50:/D/${payer.iban}`, `/NAME/${plainLine(payer.name)}`, `/IDN/${payer.bin}`],
    ...[...residency(payer.beneficiaryCode), `:52B:${payer.bik}`],
    ...[`:70:/NUM/${number}`, `/DATE/${shortDay(on)}`, '/SEND/07', '/VO/01', `/KNP/${purposeCode}`, `/COUNT/${lines.length}`],
    ...lines.flatMap(({ nth, iban, bic, identifier, name, amount, beneficiaryCode }) => [
      ...[`:21:${lineNumber(number, nth)}`, `:32B:KZT${inMessage(amount)}`, `:57B:${bic}`, `:59:${iban}`, `/NAME/${plainLine(name)}`],
      ...[`/IDN/${identifier}`, ...residency(beneficiaryCode), `:70:/KNP/${purposeCode}`, `/ASSIGN/${purposeOf(number, nth)}`],
    ]),
    `:32A:${shortDay(on)}KZT${inMessage(totalOf(lines))}`,
  ];
  return `{4:\r\n${fields.join('\r\n')}\r\n-}\r\n`;
}
