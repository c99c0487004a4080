import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { signingChart as chart, readersOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { signingMessages as messages } from './messages.ts';
import type { SigningContext } from './types.ts';

export const signing = defineLifeType<SigningContext, Reader>({
  chart,
  messages,
  awaited: { awaited: ['sign'], unsound: ['checkAgain'] },
  consequences,
  recipients: readersOf,
  summary: ({ document, order, confirmations }) => `${document.kind}, ${confirmations.length} of ${order.length}`,
});
