import { STAFF } from '../law.ts';
import type { Happened, NoticeFacts } from '../life-type.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { extraChart as chart, goneIn } from './chart.ts';
import type { ExtraTemplate } from './messages.ts';
import { extraMessages as messages } from './messages.ts';
import type { ExtraContext, ExtraEvent } from './types.ts';

/** A bank may take back a part, and a page may have brought another sum than the price. */
function factsOf(
  { price, paid = price, back = paid, to }: ExtraContext,
  template: string,
  { event }: Happened<ExtraContext, ExtraEvent>,
): NoticeFacts {
  const sums: Partial<Record<ExtraTemplate, string>> = {
    'extra-not-drawn': paid,
    'extra-failed': paid,
    'extra-refunded': back,
    'extra-lost': goneIn(event),
  };
  return { sum: sums[template as ExtraTemplate] ?? price, day: to };
}

export const extra = defineLifeType<ExtraContext, Reader>({
  chart,
  messages,
  recipients: ({ contractor }, to) => (to === 'operator' ? [STAFF] : [contractor]).filter((reader) => reader !== undefined),
  facts: factsOf,
  summary: ({ extra: code, price }) => `${code}, ${Number(price) / 100} KZT`,
});
