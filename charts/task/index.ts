import { atLeastZero } from '../../rules/money.ts';
import { lastDayOf } from '../../rules/working-days.ts';
import { defineLifeType } from '../life-type.ts';
import { taskChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { taskMessages as messages } from './messages/index.ts';
import { remainder } from './money.ts';
import type { Reader } from './orders.ts';
import type { TaskContext } from './types.ts';

export const task = defineLifeType<TaskContext, Reader>({
  chart,
  messages,
  consequences,
  recipients: ({ customer, contractor, invited, responses, chosen }, to) => {
    const candidates = [...new Set([...invited, ...Object.keys(responses)])];
    const accounts = { customer: [customer], contractor: [contractor], chosen: [chosen], invited, candidates }[to];
    return accounts.flatMap((account) => account ?? []);
  },
  // What follows a customer's silence is set at the end of the term to answer.
  facts: (context) => {
    const { since } = context.deadlines;
    const held = BigInt(context.funds?.held ?? '0');
    return {
      sum: context.reported ?? context.due,
      rest: String(atLeastZero(remainder(context) - held)),
      ...(since !== undefined && { day: lastDayOf(since) }),
    };
  },
  summary: ({ work, payment }) => `${Number(work.price) / 100} KZT, ${payment}`,
});
