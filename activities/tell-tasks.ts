import type { AccountContext } from '../charts/account/types.ts';
import type { Effects } from '../charts/effects.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import type { Lives } from '../lives/lives.ts';
import { readLife } from '../lives/store.ts';
import { runningTasks } from '../models/stores/task.ts';

/**
 * Commits an account's suspension, or its end, to each of its running tasks (4.4.2). Each task has its own transaction and key. A suspension and its
 * end may be performed in parallel. If the suspension arrived last, it would hold the task for ever. So the effect sends the account's current state,
 * not the state when it was ordered.
 */
export const tellTasks = (lives: Lives, dispatch: Dispatch): Performer<Effects['tellTasks']> => {
  const eventFor = async (life: string, account: string) => {
    const [row] = await readLife(lives.database, [life]);
    const { sanction } = ((row?.snapshot ?? { context: {} }) as { context: Partial<AccountContext> }).context;
    if (sanction === undefined) return { type: 'partyReinstated', input: { account } };
    return { type: 'partySuspended', input: { account, ...(sanction.terms.stopsMoney && { stopsMoney: true }) } };
  };

  return {
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform({ id, life, params: { account } }) {
      const event = await eventFor(life, account);
      for (const task of await runningTasks(lives.database, account))
        await commitExternalEvent(lives, dispatch, { life: task, key: `message/${id}/${event.type}/${task}`, ...event });
      if ((await eventFor(life, account)).type !== event.type) throw new Error(`${life} changed while its tasks were informed`);
      return undefined;
    },
  };
};
