import { STAFF } from '../law.ts';
import { defineLifeType } from '../life-type.ts';
import type { Reader } from './chart.ts';
import { objectionChart as chart } from './chart.ts';
import { consequences } from './consequences.ts';
import { objectionMessages as messages } from './messages.ts';
import type { ObjectionContext } from './types.ts';

export const objection = defineLifeType<ObjectionContext, Reader>({
  chart,
  messages,
  awaited: { asked: ['answer'] },
  consequences,
  recipients: ({ customer, contractor }, to) => [{ customer, contractor, staff: STAFF }[to]].filter((reader) => reader !== undefined),
  summary: ({ task, outcome }) => `${outcome} start of ${task}`,
});
