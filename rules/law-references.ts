/** Dated references to laws that papers name as their ground. They are data: an article changes with the law, and a lawyer confirms each of them. */
import type { TwoLanguages } from './paper-party.ts';
import { checkedDate } from './working-days.ts';

/** What a reference is about. */
export type LawCode =
  | 'performance'
  | 'breach'
  | 'losses'
  | 'penalty'
  | 'works'
  | 'services'
  | 'change'
  | 'setOff'
  | 'preTrial'
  | 'personalData';

/** A row of the table `law_reference`. */
export interface LawReference {
  code: string;
  /** As a paper names it: the articles, the law, and in brackets what they say. */
  text: TwoLanguages;
  /** Civil dates in Asia/Almaty, both included; `null` for no end. */
  validFrom: string;
  validTo: string | null;
}

/** The references of some codes on a civil date, in the order of the codes. @throws RangeError for a bad date, or unless each code has one row on it. */
export function lawsOn(rows: readonly LawReference[], codes: readonly LawCode[], date: string): TwoLanguages[] {
  const day = checkedDate(date);
  return codes.map((code) => {
    const valid = rows.filter((each) => each.code === code && each.validFrom <= day && (each.validTo === null || day <= each.validTo));
    const [row] = valid;
    if (row === undefined || valid.length > 1) throw new RangeError(`${valid.length} references of ${code} on ${date}`);
    return row.text;
  });
}
