/** A bank's statement of the operator's account, as every layout is read. */
import { checkDigit } from '../../rules/identifiers.ts';

export interface Entry {
  /** Money that came, or that went out. */
  direction: 'in' | 'out';
  /** Tiyn. */
  amount: bigint;
  /** The civil date on which the bank booked it. */
  on: string;
  /** The bank's own number of the entry; empty where the layout has none. */
  reference: string;
  payer: string;
  /** IIN or BIN of the other side, with a right check digit. `null` where the statement names none. */
  identifier: string | null;
  purpose: string;
}

export interface Statement {
  /** The IBAN of the account. `null` where the layout does not name it. */
  account: string | null;
  entries: Entry[];
}

/** What cannot be read as a statement: the number of the line, from 1. */
export class BadStatement extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line} is not read`);
    this.line = line;
  }
}

/** `1 234,56`, `1234.56` or `1234,5` in tiyn. `undefined` for anything else. */
export function tiynOf(text: string): bigint | undefined {
  const [, whole, fraction = ''] = /^(\d{1,13})(?:[.,](\d{0,2}))?$/.exec(text.replace(/[\s\u00a0']/g, '')) ?? [];
  return whole === undefined ? undefined : BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0') || '0');
}

/** By their check digit alone, whatever the kind. */
const isIdentifier = (number: string): boolean => checkDigit(number.slice(0, 11)) === Number(number[11]);

/** An IIN or BIN that a field or a text names; the first with a right check digit. */
export const identifierIn = (text: string): string | null =>
  [...text.matchAll(/(?<!\d)\d{12}(?!\d)/g)].map(([number]) => number).find(isIdentifier) ?? null;
