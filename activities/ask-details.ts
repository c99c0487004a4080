/** Tells a contractor who has named no payout details that a task will be paid through the platform: before the money has to wait for them. */
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent, lifeNow } from '../lives/external-event.ts';
import { accountLife, messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { detailsVersions } from '../models/stores/payout-details.ts';

export const askDetails = (lives: Lives, dispatch: Dispatch): Performer<object> => ({
  tries: Number.POSITIVE_INFINITY,
  failed: async () => undefined,
  async perform({ id, life: task }) {
    const { contractor, payment } = ((await lifeNow(lives, task))?.context ?? {}) as { contractor?: string; payment?: string };
    if (contractor === undefined || payment === 'direct') return undefined;
    const { present, coming } = await detailsVersions(lives.database, contractor);
    if (present !== undefined || coming !== undefined) return undefined;
    await commitExternalEvent(lives, dispatch, { life: accountLife(contractor), key: messageKey(id), type: 'detailsAwaited', input: {} });
    return undefined;
  },
});
