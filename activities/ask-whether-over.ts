/** Answers whether the task or the dispute of a thread lets nobody write any more. */
import type { Effects } from '../charts/effects.ts';
import type { Performer } from '../lives/effects.ts';
import { kindOf } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { matterOf } from '../models/stores/thread.ts';
import { todayInAlmaty } from '../models/today.ts';
import { numberAt } from '../rules/parameters.ts';
import { isOver } from '../rules/thread-standing.ts';

export const askWhetherOver = ({ database }: Lives): Performer<Effects['askWhetherOver']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ params: { about } }) {
    const [matter, rows] = await Promise.all([matterOf(database, about, undefined), readParameters(database)]);
    const openDays = kindOf(about) === 'task' ? numberAt(rows, 'threadOpenDaysAfterEnd', todayInAlmaty()) : 0;
    return isOver(matter, openDays) ? { type: 'over', input: {} } : undefined;
  },
});
