/** Events of an objection, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { RaiseInput } from '../../../charts/objection/types.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

const { customer, first: contractor, operator } = accounts as Record<string, string>;

/** Of a start that was late on the day before the walks begin. */
export const raising = (given: Partial<RaiseInput> = {}): RaiseInput => ({
  ...{ id: 'objection/example/7', task: 'example' },
  ...{ customer: customer as string, contractor: contractor as string },
  ...{ outcome: 'late', recordedBy: 7, recordedAt: '2026-04-19T04:00:00.000Z', objectUntil: '2026-05-03T19:00:00.000Z' },
  reasons: text('reasons'),
  terms: { answerWorkingDays: 3, decideWorkingDays: 10, decideReminderWorkingDays: [3, 7] },
  ...given,
});

export const objectionExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(_, at) {
    const said = (by: 'customer' | 'contractor' | 'operator', type: string, input: object): ChartEvent => ({
      ...{ type, by, at, input },
      actor: { customer, contractor, operator }[by] as string,
    });
    return [
      said('contractor', 'raise', { ...raising(), calendar }),
      said('contractor', 'withdraw', {}),
      said('customer', 'answer', { comment: text('comment') }),
      said('operator', 'excuse', { reasons: text('reasons') }),
      said('operator', 'keep', { reasons: text('reasons') }),
    ];
  },

  abstraction: () => undefined,
};
