/** What a task's chart is made of: its states name the guards, delays, reducers and orders that are put together here. */
import { setup } from 'xstate';
import { speaksFor } from '../law.ts';
import { delays } from './deadlines.ts';
import { guards } from './guards.ts';
import { orders, oweAdmitted } from './orders.ts';
import { drawAmendment } from './papers.ts';
import { reducers } from './reducers.ts';
import type { TaskContext, TaskEvent } from './types.ts';

export const task = setup({
  types: { context: {} as TaskContext, events: {} as TaskEvent, input: {} as Partial<TaskContext> },
  guards: { by: speaksFor, ...guards },
  delays,
  actions: { ...reducers, ...orders, oweAdmitted, drawAmendment },
});
