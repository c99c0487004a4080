/** What many papers say alike, in Kazakh and Russian: who the parties are, days, moments and sums. */
import { amountInWords } from '../rules/amount-in-words.ts';
import { dayInWords, lastMoment, localMoment } from '../rules/moments.ts';
import { formatQuantity, formatSum, formatTenge } from '../rules/money.ts';
import type { TwoLanguages } from '../rules/paper-party.ts';

/** The languages of papers. */
export type PaperLanguage = keyof TwoLanguages;

/** A sentence in both. A Russian date at its end has a full stop of its own. */
export const both = (kk: string, ru: string): TwoLanguages => ({ kk, ru: ru.replaceAll('г..', 'г.') });

/** Says the same in each language. */
export const inBoth = (say: (language: PaperLanguage) => string): TwoLanguages => both(say('kk'), say('ru'));

/** A civil date in words, nominative in Kazakh: follow it with «күні», «күнінен». In Russian it is genitive: «от», «с», «до», «не позднее». */
export const dayOf = (date: string): TwoLanguages => inBoth((language) => dayInWords(date, language));
/** The moment of a record, by the clock of Almaty. */
export const momentOf = (moment: string): TwoLanguages => inBoth((language) => localMoment(moment, language));
/** The last day of a term by the moment at which it ends. */
export const lastDayIn = (moment: string): TwoLanguages => inBoth((language) => lastMoment(moment, language));

/** A sum in tiyn as it stands in a sentence: `13 000,00 ₸ (тринадцать тысяч тенге 00 тиынов)`. @throws RangeError for a sum without words. */
export function sumOf(amount: string): TwoLanguages {
  const words = amountInWords(BigInt(amount));
  return inBoth(
    (language) => `${formatTenge(BigInt(amount), language)} (${words[language].charAt(0).toLowerCase()}${words[language].slice(1)})`,
  );
}

/** A sum in a cell of a table: `12 345,67`. */
export const cell = (amount: string | bigint): string => formatSum(BigInt(amount));
/** A quantity in a cell of a table: `1 000,5`. */
export const quantityOf = formatQuantity;

export type Role = 'customer' | 'contractor' | 'operator';

/** A party by its role in the offer (1.6, 1.7). */
export const ROLES: Record<Role, TwoLanguages> = {
  customer: both('Тапсырыс беруші', 'Заказчик'),
  contractor: both('Орындаушы', 'Исполнитель'),
  operator: both('Оператор', 'Оператор'),
};

/** The same in the genitive. */
export const OF: Record<Role, TwoLanguages> = {
  customer: both('Тапсырыс берушінің', 'Заказчика'),
  contractor: both('Орындаушының', 'Исполнителя'),
  operator: both('Оператордың', 'Оператора'),
};

/** Where a text was erased on the demand of its author. */
export const ERASED = both('[автордың талабы бойынша жойылды]', '[удалено по требованию автора]');
