/** Which invoice or debt money is for that came to the operator's account: by the number in its purpose, who paid, and the sum. */

/** What a payment says. */
export interface Paid {
  /** Tiyn. */
  amount: bigint;
  identifier: string | null;
  purpose: string;
}

/** An invoice or a debt to the operator that is not paid yet. */
export interface Payable {
  /** Its life. */
  id: string;
  /** As `numbersIn` has it: `2026-17`, or `№ 17` of a debt. */
  number: string;
  /** What is left of it without the penalty, in tiyn. */
  left: bigint;
  /** Whether the payer's IIN or BIN is that of its debtor; `null` if the statement names none. */
  isOfPayer: boolean | null;
}

export interface Match {
  id: string;
  number: string;
  /** Why it is named, the strongest first. */
  because: ('number' | 'payer' | 'sum')[];
}

const INVOICE = /(?<![\d./-])(20\d{2})\s?[-–—]\s?(\d{1,6})(?!\d)(?!\s?[-–—/.]\s?\d)/g;
/** `Долг № 17`, `№ 17 борыш`, `debt 17`: as our letters name a debt. */
const DEBT = /(?:долг(?:а|у|ом|е)?|борыш|берешек|debt)\s*(?:№|N|no\.?)?\s*(\d{1,9})(?![\d-])|(?:№|N)\s*(\d{1,9})\s+(?:борыш|берешек)/giu;

/**
 * The numbers that a text names: of invoices, `2026-17`, and of debts, `№ 17`. A date as `2026-12-01` and the number of a credit note as `2026-17/1` are none.
 */
export const numbersIn = (purpose: string): string[] => [
  ...new Set([
    ...[...purpose.matchAll(INVOICE)].map(([, year, seq]) => `${year}-${Number(seq)}`),
    ...[...purpose.matchAll(DEBT)].map(([, before, after]) => `№ ${Number(before ?? after)}`),
  ]),
];

const WEIGHT = { number: 4, payer: 2, sum: 1 };

/** What a payment may be for, the likeliest first. What has no sign is left out. */
export function ranked(paid: Paid, payable: readonly Payable[]): Match[] {
  const named = numbersIn(paid.purpose);
  return payable
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
 * What a payment is for beyond doubt: its number is the only one in the purpose, and the payer is its debtor, or the statement names no payer and the sum is
 * what is left. Whoever else pays for a debtor is looked at by a person.
 */
export function exactly(paid: Paid, payable: readonly Payable[]): string | undefined {
  const [number, ...others] = numbersIn(paid.purpose);
  const one = payable.find((each) => each.number === number);
  if (one === undefined || others.length > 0) return undefined;
  return one.isOfPayer === true || (one.isOfPayer === null && one.left === paid.amount) ? one.id : undefined;
}
