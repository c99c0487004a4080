/** Dated parameters: terms, rates and limits set by a law, the offer or the platform. None of them is a constant in code. */
import { checkedDate } from './working-days.ts';

/** A number, several, or words such as the details of a payee. */
export type ParameterValue = number | number[] | string;

/** A row of the table `parameter`. */
export interface Parameter {
  code: string;
  value: ParameterValue;
  unit: string;
  /** Civil dates in Asia/Almaty, both included; `null` for no end. */
  validFrom: string;
  validTo: string | null;
}

/** The value of a parameter on a civil date (`YYYY-MM-DD`). @throws RangeError for a bad date, or unless exactly one row is valid on it. */
export function parameterAt(rows: readonly Parameter[], code: string, date: string): ParameterValue {
  const day = checkedDate(date);
  const [row, ...more] = rows.filter(
    (each) => each.code === code && each.validFrom <= day && (each.validTo === null || day <= each.validTo),
  );
  if (row === undefined) throw new RangeError(`No ${code} on ${date}`);
  if (more.length > 0) throw new RangeError(`More than one ${code} on ${date}`);
  return row.value;
}

/** Like `parameterAt`, for a parameter that is one number. @throws RangeError for a list or words too. */
export function numberAt(rows: readonly Parameter[], code: string, date: string): number {
  const value = parameterAt(rows, code, date);
  if (typeof value === 'string') throw new RangeError(`${code} is words`);
  if (typeof value !== 'number') throw new RangeError(`${code} is a list`);
  return value;
}

/** Like `parameterAt`, as a list. A single number becomes a list of one. @throws RangeError for words too. */
export function listAt(rows: readonly Parameter[], code: string, date: string): number[] {
  const value = parameterAt(rows, code, date);
  if (typeof value === 'string') throw new RangeError(`${code} is words`);
  return [value].flat();
}

/** Like `parameterAt`, for words. @throws RangeError for a number or a list too. */
export function wordsAt(rows: readonly Parameter[], code: string, date: string): string {
  const value = parameterAt(rows, code, date);
  if (typeof value !== 'string') throw new RangeError(`${code} is no words`);
  return value;
}
