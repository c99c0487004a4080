import { accountsOf } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import { awaited } from './awaited.ts';
import { taskChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { candidatesOf } from './context.ts';
import { factsOf, toPay } from './facts.ts';
import { taskMessages as messages } from './messages/index.ts';
import type { Reader } from './orders.ts';
import type { TaskContext } from './types.ts';

export const task = defineLifeType<TaskContext, Reader>({
  chart,
  messages,
  awaited,
  consequences,
  recipients: (context, to) => {
    const { customer, contractor, invited, responses, chosen } = context;
    const candidates = [...new Set([...invited, ...Object.keys(responses)])];
    const owes = toPay(context) > 0n;
    const accounts = {
      customer: [customer],
      contractor: [contractor],
      chosen: [chosen],
      payer: owes ? [customer] : [],
      covered: owes ? [] : [customer],
      invited,
      candidates,
    }[to];
    return accounts.flatMap((account) => account ?? []);
  },
  concerns: (context) => [...accountsOf(context), ...candidatesOf(context)],
  facts: factsOf,
  summary: ({ work, payment }) => `${Number(work.price) / 100} KZT, ${payment}`,
});
