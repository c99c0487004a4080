/** Ends sessions (1.13): at their owner's request, with a device, or after a new password. */

import type { SessionRow } from '../../models/stores/session.ts';
import { endSessions } from '../../models/stores/session.ts';
import type { Platform } from '../../platform.ts';
import type { Session } from '../session.ts';
import { actorOf } from '../session.ts';
import { recordIn } from './audit.ts';

/** The actor of these events, in any of the person's accounts. */
export const actorFor = (session: Session) => (account: string) => actorOf({ ...session, account });

/** Ends sessions. Those of one account end in one transaction with the account's event. */
export async function endAndTell(platform: Platform, session: Session, ended: SessionRow[]): Promise<void> {
  const { keys } = platform.lives;
  for (const [account, each] of Map.groupBy(ended, (one) => one.account)) {
    const ids = each.map(({ id }) => id).toSorted();
    // A repeat ends the same sessions.
    const key = `logout/${keys.hash('event', ...ids)}`;
    const telling = { type: 'loggedOut' as const, key, input: { ended: ids.length }, actor: actorFor(session) };
    await recordIn(platform, account === null ? [] : [account], telling, {
      inSameTransaction: (transaction) => endSessions(platform.lives.database, ids, transaction),
    });
  }
}
