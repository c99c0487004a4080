/** Every life's law in one place. */
import type { AnyStateMachine } from 'xstate';
import { taskChart } from './task/chart.ts';
import type { TaskContext } from './task/types.ts';
import { taskWords } from './task/words.ts';
import type { Words } from './words.ts';

/** What the commit, the API and the workflow's details need to know of one kind of life. */
export interface LifeLaw {
  chart: AnyStateMachine;
  words: Words;
  /** The accounts a notice goes to. `to` is the parameter of the chart's `notify`. */
  recipients(context: object, to: string): string[];
  /** Number, kind and sum for the engine's UI: no names, no texts. */
  summary(context: object): string;
}

const task: LifeLaw = {
  chart: taskChart,
  words: taskWords,
  recipients: (context, to) => {
    const { customer, contractor, invited, responses, chosen } = context as TaskContext;
    const candidates = [...new Set([...invited, ...Object.keys(responses)])];
    const accounts = { customer: [customer], contractor: [contractor], chosen: [chosen], invited, candidates }[to] ?? [];
    return accounts.filter((account) => account !== undefined);
  },
  summary: (context) => {
    const { work, payment } = context as TaskContext;
    return `${Number(work.price) / 100} KZT, ${payment}`;
  },
};

export const laws = { task } satisfies Record<string, LifeLaw>;
