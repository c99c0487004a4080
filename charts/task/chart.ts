/** The law of a task. Three regions run in parallel; guards in one may read the others. */
import { command } from '../law.ts';
import { notesMessages } from '../messages-noted.ts';
import { unbegun } from '../reduce.ts';
import { agreed } from './agreed.ts';
import { blank } from './context.ts';
import { executing } from './executing.ts';
import { notify } from './orders.ts';
import { posted } from './posted.ts';
import { claims, FINALS, holds } from './regions.ts';
import { review } from './review.ts';
import { settling } from './settling.ts';
import { task } from './setup.ts';
import type { TaskContext } from './types.ts';

export const taskChart = task.createMachine({
  id: 'task',
  context: unbegun<TaskContext>(blank),
  type: 'parallel',
  options: { maxIterations: 100 },
  on: notesMessages,
  states: {
    progress: {
      initial: 'new',
      states: {
        new: {
          on: {
            post: command('customer', '1.10', {
              candidate: 'anyone',
              check: ['datesAreInOrder', 'datesAreNear', 'fundingFitsPayment', 'invitedFitsMatch', 'invitesOthers'],
              platformCheck: 'holdOutlastsWork',
              target: 'posted',
              actions: ['bindTerms', notify('invited', 'task-offered')],
            }),
          },
        },
        posted,
        agreed,
        executing,
        review,
        settling,
        ...Object.fromEntries(FINALS.map((name) => [name, { type: 'final' as const }])),
      },
    },
    claims,
    holds,
  },
});
