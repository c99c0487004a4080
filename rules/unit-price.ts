/**
 * Lines of papers whose unit prices and quantities come to their amounts. The amount of a line is what was agreed; under an agreed total the unit prices
 * that were posted would come to another sum, and no accountant takes such a paper. So the unit price is reckoned from the amount.
 */
import { costOf } from './money.ts';
import { decimal, shareOut, thousandths } from './work-lines.ts';

/** A line of a paper. `quantity`: decimal string with at most three decimals. `unitPrice` and `amount`: tiyn as decimal strings. */
export interface PricedLine {
  quantity: string;
  unitPrice: string;
  amount: string;
}

/**
 * The line with a unit price that comes to its amount. Where no price in whole tiyn does, the line is split in two whose prices are a tiyn apart: 3 for
 * 100,00 become 2 by 33,33 and 1 by 33,34. The parts together have the quantity and the amount of the line, to the tiyn.
 */
export function linesThatAddUp<Line extends PricedLine>(line: Line): Line[] {
  const { quantity, unitPrice, amount } = line;
  const comesToAmount = (price: bigint): boolean => String(costOf({ quantity, unitPrice: String(price) })) === amount;
  const whole = thousandths(quantity);
  const lower = (BigInt(amount) * 1000n) / whole;
  const price = [BigInt(unitPrice), lower, lower + 1n].find(comesToAmount);
  if (price !== undefined) return [{ ...line, unitPrice: String(price) }];
  const dearer = BigInt(amount) * 1000n - lower * whole;
  const cheap = { quantity: decimal(whole - dearer), unitPrice: String(lower) };
  const cheapAmount = costOf(cheap);
  return [
    { ...line, ...cheap, amount: String(cheapAmount) },
    { ...line, quantity: decimal(dearer), unitPrice: String(lower + 1n), amount: String(BigInt(amount) - cheapAmount) },
  ];
}

/** The VAT within a sum that includes it, in tiyn, half a tiyn rounded up. `rate`: hundredths of a per cent. */
export const vatWithin = (amount: bigint, rate: number): bigint => {
  const share = BigInt(rate);
  return (amount * share * 2n + 10_000n + share) / ((10_000n + share) * 2n);
};

/** The VAT within each of several amounts, in tiyn: together that of their sum. */
export function vatOfEach(amounts: readonly bigint[], rate: number): bigint[] {
  const all = amounts.reduce((sum, amount) => sum + amount, 0n);
  return all === 0n ? amounts.map(() => 0n) : shareOut(vatWithin(all, rate), amounts);
}
