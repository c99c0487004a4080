import { STAFF } from '../law.ts';
import type { Happened } from '../life-type.ts';
import { defineLifeType } from '../life-type.ts';
import { socialTransferChart as chart, restOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { socialTransferMessages as messages } from './messages.ts';
import type { SocialTransferContext, SocialTransferEvent } from './types.ts';

export const socialTransfer = defineLifeType<SocialTransferContext, 'operator'>({
  chart,
  messages,
  awaited: { due: ['recordPaid'], overdue: ['recordPaid'] },
  consequences,
  recipients: () => [STAFF],
  facts: (context, _, { event }: Happened<SocialTransferContext, SocialTransferEvent>) => {
    const rest = restOf(context);
    return { sum: event.type === 'returned' ? event.input.amount : rest, rest, day: context.dueOn };
  },
  summary: (context) => `${context.month}: ${Number(restOf(context)) / 100} KZT, due on ${context.dueOn}`,
});
