import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { verificationChart as chart, readersOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { verificationMessages as messages } from './messages.ts';
import type { VerificationContext } from './types.ts';

export const verification = defineLifeType<VerificationContext, Reader>({
  chart,
  messages,
  awaited: { asked: ['submit'], overdue: ['submit'], submitted: ['approve'] },
  consequences,
  recipients: readersOf,
  summary: ({ kinds }) => kinds.join(', '),
});
