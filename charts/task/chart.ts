/** The law of a task. Three regions run in parallel; guards in one may read the others. */
import { command } from '../law.ts';
import { agreed } from './agreed.ts';
import { executing } from './executing.ts';
import { posted } from './posted.ts';
import { claims, FINALS, holds } from './regions.ts';
import { review } from './review.ts';
import { settling } from './settling.ts';
import { blank, notify, task } from './setup.ts';

export const taskChart = task.createMachine({
  id: 'task',
  context: ({ input }) => ({ ...blank(), ...input }),
  type: 'parallel',
  options: { maxIterations: 100 },
  states: {
    progress: {
      initial: 'new',
      states: {
        new: {
          on: {
            post: command('customer', '1.10', {
              candidate: 'anyone',
              check: ['datesAreInOrder', 'datesAreNear', 'fundingFitsPayment', 'invitedFitsMatch', 'invitesOthers'],
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
