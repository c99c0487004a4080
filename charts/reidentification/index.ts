import { defineLifeType } from '../life-type.ts';
import { reidentificationChart as chart, readersOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { reidentificationMessages as messages } from './messages.ts';
import type { ReidentificationContext } from './types.ts';

export const reidentification = defineLifeType<ReidentificationContext, 'account'>({
  chart,
  messages,
  consequences,
  recipients: readersOf,
  summary: ({ proof }) => `by ${proof}`,
});
