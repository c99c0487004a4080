/** What an entry of a bank's statement paid: by the number of the payment order in its text, who was paid, and the sum. Pure. */
import type { PayoutFault } from './payout-details.ts';
import type { Component } from './withholding.ts';

/** What the entry says. */
export interface PaidOut {
  /** Tiyn. */
  amount: bigint;
  purpose: string;
  reference: string;
}

/** A life that the bank pays; of a social transfer also the component. */
export interface Paid {
  pays: string;
  component?: Component;
}

/** A line of a payment order that the bank has. */
export interface Due extends Paid {
  /** The life of the order. */
  order: string;
  /** `PP-2026-17` */
  number: string;
  nth: number;
  amount: bigint;
  /** Whether the IIN or BIN is that of its payee; `null` if the statement names none. */
  isOfPayee: boolean | null;
}

/** The number of an order, and that of a line if it is named. */
export interface Named {
  order: string;
  nth?: number;
}

/** An order of payouts, and the social payments of a month: in Latin, and as they may come back. */
const PREFIXES: Record<string, string> = { PP: 'PP', ПП: 'PP', SP: 'SP', СП: 'SP' };

/** What a text names: `PP-2026-17/3` or `SP-2026-11/3`, also in Cyrillic letters, or `PP-2026-17`. */
export const ordersIn = (text: string): Named[] => {
  const found = [...text.matchAll(/(?<![\p{L}\d])(PP|ПП|SP|СП)\s?-\s?(20\d{2})-(\d{1,6})(?:\/(\d{1,4}))?(?!\d)/giu)];
  const named = found.map(([, letters = '', year, seq, nth]) => {
    const prefix = PREFIXES[letters.toUpperCase()];
    const number = prefix === 'SP' ? String(Number(seq)).padStart(2, '0') : Number(seq);
    return { order: `${prefix}-${year}-${number}`, ...(nth !== undefined && { nth: Number(nth) }) };
  });
  return [...new Map(named.map((each) => [`${each.order}/${each.nth}`, each])).values()];
};

const textOf = ({ purpose, reference }: Pick<PaidOut, 'purpose' | 'reference'>): string => `${purpose}\n${reference}`;
export const namedBy = (entry: Pick<PaidOut, 'purpose' | 'reference'>): Named[] => ordersIn(textOf(entry));

const paidOf = ({ pays, component }: Paid): Paid => ({ pays, ...(component !== undefined && { component }) });

/**
 * What an entry paid beyond doubt. A line that it names, with the sum of the line, and no other payee. An order that it names, whose lines come to the
 * sum together. Without a number, the only line of this payee with this sum.
 */
export function paidBeyondDoubt(entry: PaidOut, due: readonly Due[]): Paid | undefined {
  const [named, ...others] = namedBy(entry);
  if (others.length > 0) return undefined;
  if (named === undefined) {
    const [one, ...more] = due.filter(({ isOfPayee, amount }) => isOfPayee === true && amount === entry.amount);
    return one !== undefined && more.length === 0 ? paidOf(one) : undefined;
  }
  const lines = due.filter(({ number }) => number === named.order);
  if (named.nth === undefined) {
    const [first] = lines;
    const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
    return first !== undefined && total === entry.amount ? { pays: first.order } : undefined;
  }
  const line = lines.find(({ nth }) => nth === named.nth);
  return line !== undefined && line.amount === entry.amount && line.isOfPayee !== false ? paidOf(line) : undefined;
}

/** The line that came back beyond doubt: money came with its number and its sum. */
export function cameBackBeyondDoubt(
  entry: PaidOut,
  lines: readonly Pick<Due, 'pays' | 'component' | 'number' | 'nth' | 'amount'>[],
): Paid | undefined {
  const [named, ...others] = namedBy(entry);
  if (named?.nth === undefined || others.length > 0) return undefined;
  const line = lines.find(({ number, nth, amount }) => number === named.order && nth === named.nth && amount === entry.amount);
  return line && paidOf(line);
}

/** What banks write of a payment that they send back. */
const REASONS: readonly [RegExp, PayoutFault][] = [
  [/закрыт|жабыл/i, 'account-closed'],
  [/не\s+найден|не\s+существует|отсутству|неверн\S*\s+(?:сч[её]т|иик|iban)|табылма/i, 'account-unknown'],
  [/несоответств|не\s+соответств|друг\S+\s+(?:лиц|имя)|сәйкес\s+емес/i, 'other-name'],
];
/** Why money came back, by the words of the bank. */
export const faultIn = (purpose: string): PayoutFault => REASONS.find(([words]) => words.test(purpose))?.[1] ?? 'bank';
