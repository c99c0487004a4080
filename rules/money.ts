/** Sums in tiyn (1 tenge = 100 tiyn). A completion act of form R-1 shows the quantity, unit price and cost of each line, and their sum. */

/** A line of work. `quantity`: decimal string with at most three decimals. `unitPrice`: tiyn as a decimal string. */
export interface Line {
  quantity: string;
  unitPrice: string;
}

/** The largest sum of a task, a payment or a claim: 10 billion tenge, in tiyn. */
export const MAX_SUM = 10n ** 12n;

const MAX_QUANTITY = 1_000_000n;

/**
 * Parses a quantity, a JSON number or a decimal string, to its shortest decimal string: `2.50` and 2.5 become `2.5`.
 * @throws RangeError unless it is above zero, at most 1 000 000, and has at most three decimals.
 */
export function parseQuantity(value: number | string): string {
  const thousandths = thousandthsOf(value);
  const fraction = (thousandths % 1000n).toString().padStart(3, '0').replace(/0+$/, '');
  const whole = (thousandths / 1000n).toString();
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** The cost of a line in tiyn, half a tiyn rounded up. @throws RangeError for a bad quantity or price, or above 10^12 tiyn. */
export function costOf({ quantity, unitPrice }: Line): bigint {
  if (!/^\d{1,16}$/.test(unitPrice)) throw new RangeError(`Not a price in tiyn: ${unitPrice}`);
  return bounded((thousandthsOf(quantity) * BigInt(unitPrice) + 500n) / 1000n);
}

/** The price of a task in tiyn: the sum of its lines' rounded costs, so that the act adds up. @throws RangeError like `costOf`. */
export function priceOf(lines: readonly Line[]): bigint {
  return lines.reduce((sum, line) => bounded(sum + costOf(line)), 0n);
}

const grouped = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+$)/g, separator);

/** Formats a sum in tiyn as tables show it: `12 345,67` in Russian and Kazakh, `12,345.67` in English. The spaces are non-breaking. */
export function formatSum(amount: bigint, locale: 'kk' | 'ru' | 'en' = 'ru'): string {
  const [group, point] = locale === 'en' ? [',', '.'] : ['\u00a0', ','];
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${grouped(digits.slice(0, -2), group)}${point}${digits.slice(-2)}`;
}

/** Formats a sum in tiyn as tenge: `12 345,67 ₸` in Russian and Kazakh, `12,345.67 ₸` in English. */
export const formatTenge = (amount: bigint, locale: 'kk' | 'ru' | 'en' = 'ru'): string => `${formatSum(amount, locale)}\u00a0₸`;

/** As programs read it: tenge with two decimals and a point, `-1234.50`. */
export function plainTenge(amount: string | bigint): string {
  const signed = String(amount);
  const digits = signed.replace('-', '').padStart(3, '0');
  return `${signed.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A share in hundredths of a per cent as Russian and Kazakh read it: 1250 is `12,5`. */
export const plainPercent = (basisPoints: number): string => String(basisPoints / 100).replace('.', ',');

/** Formats a quantity, a decimal string, as Russian and Kazakh papers show it: `1 000,5`. */
export function formatQuantity(quantity: string): string {
  const [whole = '0', fraction] = quantity.split('.');
  return fraction === undefined ? grouped(whole, '\u00a0') : `${grouped(whole, '\u00a0')},${fraction}`;
}

function thousandthsOf(quantity: number | string): bigint {
  const [, whole, fraction = ''] = /^(\d{1,7})(?:\.(\d{1,3}))?$/.exec(String(quantity)) ?? [];
  if (whole === undefined) throw new RangeError(`Not a quantity with at most three decimals: ${quantity}`);
  const thousandths = BigInt(whole + fraction.padEnd(3, '0'));
  if (thousandths === 0n || thousandths > MAX_QUANTITY * 1000n)
    throw new RangeError(`A quantity is above 0 and at most 1000000: ${quantity}`);
  return thousandths;
}

function bounded(amount: bigint): bigint {
  if (amount > MAX_SUM) throw new RangeError(`A sum is at most ${MAX_SUM} tiyn: ${amount}`);
  return amount;
}

/** Parses a sum in tiyn from a decimal string. `undefined` for anything else. */
export const tiynOf = (text: unknown): bigint | undefined =>
  typeof text === 'string' && /^\d{1,19}$/.test(text) ? BigInt(text) : undefined;

/** Whether `text` is a sum in tiyn (a decimal string) from `least` to `most`, both included. */
export function isSumBetween(text: unknown, least: bigint, most: bigint): boolean {
  const sum = tiynOf(text);
  return sum !== undefined && least <= sum && sum <= most;
}

/** Adds two sums in tiyn, as decimal strings. */
export const sum = (one: string, other: string): string => String(BigInt(one) + BigInt(other));
/** `one` minus `other`, in tiyn as decimal strings. */
export const less = (one: string, other: string): string => String(BigInt(one) - BigInt(other));

/** The smallest of the sums. */
export const least = (first: bigint, ...others: bigint[]): bigint => others.reduce((one, other) => (one < other ? one : other), first);

/** The largest of the sums. */
export const greatest = (first: bigint, ...others: bigint[]): bigint => others.reduce((one, other) => (one > other ? one : other), first);

/** The sum, or zero if it is negative. */
export const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
