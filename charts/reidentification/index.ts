import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { reidentificationChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { reidentificationMessages as messages } from './messages.ts';
import type { ReidentificationContext, ReidentificationReader } from './types.ts';

export const reidentification = defineLifeType<ReidentificationContext, ReidentificationReader>({
  chart,
  messages,
  awaited: { 'checking.first': ['approve'], 'checking.second': ['confirm'] },
  consequences,
  recipients: (context, to) => (to === 'person' ? [STAFF] : context[to]),
  elsewhere: ({ person }, to) => (to === 'person' ? { person } : undefined),
  summary: ({ proof }) => `by ${proof}`,
});
