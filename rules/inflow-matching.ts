/** Which invoice money is for that came to the operator's account: by the number in its purpose, who paid, and the sum. */

/** What a payment says. */
export interface Paid {
  /** Tiyn. */
  amount: bigint;
  identifier: string | null;
  purpose: string;
}

/** An invoice that is not paid yet. */
export interface Payable {
  /** Its life. */
  id: string;
  /** `2026-17` */
  number: string;
  /** What is left of it without the penalty, in tiyn. */
  left: bigint;
  /** Whether the payer's IIN or BIN is that of its customer; `null` if the statement names none. */
  isOfPayer: boolean | null;
}

export interface Match {
  id: string;
  number: string;
  /** Why it is named, the strongest first. */
  because: ('number' | 'payer' | 'sum')[];
}

/**
 * The numbers of invoices that a text names: `№ 2026-17`. A date as `2026-12-01` and the number of a credit note as `2026-17/1` are none.
 */
export const numbersIn = (purpose: string): string[] => [
  ...new Set(
    [...purpose.matchAll(/(?<![\d./-])(20\d{2})\s?[-–—]\s?(\d{1,6})(?!\d)(?!\s?[-–—/.]\s?\d)/g)].map(
      ([, year, seq]) => `${year}-${Number(seq)}`,
    ),
  ),
];

const WEIGHT = { number: 4, payer: 2, sum: 1 };

/** The invoices that a payment may be for, the likeliest first. Those without any sign are left out. */
export function ranked(paid: Paid, invoices: readonly Payable[]): Match[] {
  const named = numbersIn(paid.purpose);
  return invoices
    .map(({ id, number, left, isOfPayer }) => {
      const signs = { number: named.includes(number), payer: isOfPayer === true, sum: left === paid.amount };
      const because = (Object.keys(WEIGHT) as (keyof typeof WEIGHT)[]).filter((sign) => signs[sign]);
      return { id, number, because };
    })
    .filter(({ because }) => because.length > 0)
    .toSorted((one, other) => weightOf(other) - weightOf(one) || (one.number < other.number ? -1 : 1));
}
const weightOf = ({ because }: Match): number => because.reduce((sum, sign) => sum + WEIGHT[sign], 0);

/**
 * The invoice that a payment is for beyond doubt: its number is the only one in the purpose, and the payer is its customer, or the statement names no payer and
 * the sum is what is left. Whoever else pays for a customer is looked at by a person.
 */
export function exactly(paid: Paid, invoices: readonly Payable[]): string | undefined {
  const [number, ...others] = numbersIn(paid.purpose);
  const invoice = invoices.find((each) => each.number === number);
  if (invoice === undefined || others.length > 0) return undefined;
  return invoice.isOfPayer === true || (invoice.isOfPayer === null && invoice.left === paid.amount) ? invoice.id : undefined;
}
