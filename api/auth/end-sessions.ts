/** Ends sessions (1.13): at their owner's request, with a device, or after a new password. */
import type { SessionRow } from '../../models/stores/session.ts';
import { endSessions } from '../../models/stores/session.ts';
import type { Platform } from '../../platform.ts';
import type { Session } from '../session.ts';
import { actorOf } from '../session.ts';
import { recordFor } from './audit.ts';

/** The actor of these events, in any of the person's accounts. */
export const actorFor = (session: Session) => (account: string) => actorOf({ ...session, account });

/** Ends sessions of the caller's person, in one transaction with the event that tells it. */
export async function endAndTell(platform: Platform, session: Session, ended: SessionRow[]): Promise<void> {
  if (ended.length === 0) return;
  const ids = ended.map(({ id }) => id).toSorted();
  // A repeat ends the same sessions.
  const key = `logout/${platform.lives.keys.hash('event', ...ids)}`;
  const telling = { type: 'loggedOut' as const, key, input: { ended: ids.length }, actor: actorFor(session) };
  await recordFor(platform, session.person, telling, {
    inSameTransaction: (transaction) => endSessions(platform.lives.database, ids, transaction),
  });
}
