import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { extraChart as chart } from './chart.ts';
import { extraMessages as messages } from './messages.ts';
import type { ExtraContext } from './types.ts';

export const extra = defineLifeType<ExtraContext, Reader>({
  chart,
  messages,
  recipients: ({ contractor }, to) => (to === 'operator' ? [STAFF] : [contractor]).filter((reader) => reader !== undefined),
  facts: ({ price, to }) => ({ sum: price, day: to }),
  summary: ({ extra: code, price }) => `${code}, ${Number(price) / 100} KZT`,
});
