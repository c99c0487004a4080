import { defineLifeType } from '../life-type.ts';
import { monthChart as chart } from './chart.ts';
import { monthMessages as messages } from './messages.ts';
import type { MonthContext } from './types.ts';

export const month = defineLifeType<MonthContext, never>({
  chart,
  messages,
  recipients: () => [],
  summary: ({ month: named }) => named,
});
