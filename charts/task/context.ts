/** The context of a task before its first event, and the typed builders over it. */
import { contextOf } from '../reduce.ts';
import type { TaskContext, TaskEvent } from './types.ts';

export interface Scope {
  context: TaskContext;
  event: TaskEvent;
}

/** What the chart's regions read before anything is posted, and what then begins at nothing. */
export const blank = {
  id: '',
  version: 0,
  invited: [],
  responses: {},
  numbers: {},
  progress: {},
  compensation: '0',
  charged: '0',
  deadlines: {},
  children: {},
  passed: [],
  documents: {},
  claims: {},
  holds: [],
  rounds: 0,
  approved: '0',
  due: '0',
  paid: '0',
  underWay: '0',
  ending: 'closed',
  heldTooLong: false,
} satisfies Partial<TaskContext>;

/** Who may see the task before it has a contractor, beside those who see every open one. */
export const candidatesOf = ({ contractor, invited, responses }: TaskContext): string[] =>
  contractor === undefined ? [...new Set([...invited, ...Object.keys(responses)])] : [];

export const { begin, change, on, when } = contextOf<TaskContext, TaskEvent, typeof blank>();
