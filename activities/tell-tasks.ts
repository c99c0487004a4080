import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { query } from '../models/statement.ts';

interface Told {
  type: string;
  input: { account: string };
}

/** Tasks of an account that still run, whichever party it is in them. */
const running = query<{ id: string }>(
  'tasks-running',
  `select task.id from task join life on life.id = task.id where task.customer = $1 and not life.done
   union select task.id from task join life on life.id = task.id where task.contractor = $1 and not life.done`,
);

/**
 * Tells every running task of an account what became of the account (4.4.2): each in a transaction of its own, under a key of its own, so that what
 * was told before is not told again.
 */
export const tellTasks = (lives: Lives, dispatch: Dispatch): Performer => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, params }) {
    const { type, input } = params as unknown as Told;
    for (const { id: task } of await running(lives.database, [input.account])) {
      const heard = await commit(lives, { life: task, key: `report/${id}/${task}`, type, by: 'platform', input });
      dispatch(task, heard.steps);
    }
    return undefined;
  },
});
