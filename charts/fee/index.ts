import { defineLifeType } from '../life-type.ts';
import { feeChart as chart } from './chart.ts';
import { feeMessages as messages } from './messages.ts';
import type { FeeContext } from './types.ts';

export const fee = defineLifeType<FeeContext, never>({
  chart,
  messages,
  recipients: () => [],
  summary: ({ principal }) => `${Number(principal) / 100} KZT`,
});
