/** Answers whether the task or the dispute of a thread lets nobody write any more. */
import type { Effects } from '../charts/effects.ts';
import { isOfDispute } from '../charts/thread/chart.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { numberToday } from '../models/stores/parameter.ts';
import { matterOf } from '../models/stores/thread.ts';
import { isOver } from '../rules/thread-standing.ts';

export const askWhetherOver = ({ database }: Lives): Performer<Effects['askWhetherOver']> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ params: { about } }) {
    const matter = await matterOf(database, about, undefined);
    const openDays = isOfDispute({ about }) ? 0 : await numberToday(database, 'threadOpenDaysAfterEnd');
    return isOver(matter, openDays) ? { type: 'over', input: {} } : undefined;
  },
});
