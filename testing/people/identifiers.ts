/** Identifiers of people who do not exist, formally right. */
import { randomInt } from 'node:crypto';
import { checkDigit } from '../../rules/identifiers.ts';

/** A random identifier of twelve digits with this prefix and a valid check digit. */
export function identifierFrom(first: string): string {
  for (;;) {
    const eleven = first + String(randomInt(10 ** (11 - first.length))).padStart(11 - first.length, '0');
    const last = checkDigit(eleven);
    if (last !== undefined) return `${eleven}${last}`;
  }
}
const digits = (from: number, until: number): string => String(randomInt(from, until)).padStart(2, '0');
/** A random IIN of an adult, or BIN of a company. */
export const anyIdentifier = (kind: 'natural' | 'company' = 'natural'): string =>
  identifierFrom(kind === 'company' ? `${digits(10, 25)}${digits(1, 13)}40` : `${digits(60, 100)}${digits(1, 13)}${digits(1, 29)}3`);
