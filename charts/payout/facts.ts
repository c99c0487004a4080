/** The sums and the day that a notice of a payout names. */
import { less } from '../../rules/money.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import type { NoticeFacts } from '../life-type.ts';
import type { PayoutContext } from './types.ts';

/** Tiyn, as decimal strings. What was withheld is named by component, with the day whose rates counted. */
export function factsOf({ amount, cut = '0', tax, provider, bank }: PayoutContext, template: string): NoticeFacts {
  const facts = { sum: template.endsWith('payout-cut') ? cut : amount, rest: amount, holder: bank ?? provider };
  if (tax === undefined) return facts;
  const nothing = Object.fromEntries(COMPONENTS.map((component) => [component, '0']));
  const parts = Object.fromEntries(tax.withheld.map((part) => [part.component, part.amount]));
  const month = tax.month && { earned: tax.month.paid, limit: tax.month.limit };
  return { ...facts, net: tax.net, withheld: less(amount, tax.net), ...nothing, ...parts, ...month, day: tax.day };
}
