/** The browsers that get messages: one for each session, and none longer than the session. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface Subscription {
  endpoint: string;
  p256dh: string;
  auth: string;
}

const keep = query(
  'push-keep',
  `insert into push_subscription (session, endpoint, p256dh, auth) select id, $2, $3, $4 from session where id = $1 and ended_at is null
   on conflict (session) do update set endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth`,
);
/** Keeps the browser of a session, in place of one that it had before. */
export const keepSubscription = async (database: Sequelize, session: string, { endpoint, p256dh, auth }: Subscription): Promise<void> => {
  await keep(database, [session, endpoint, p256dh, auth]);
};

const drop = query('push-drop', 'delete from push_subscription where session = $1');
export const dropSubscription = async (database: Sequelize, session: string): Promise<void> => {
  await drop(database, [session]);
};

const there = query('push-there', 'select from push_subscription where session = $1');
export const hasSubscription = async (database: Sequelize, session: string): Promise<boolean> =>
  (await there(database, [session])).length > 0;

const ofAccount = query<Subscription & { session: string }>(
  'push-of-account',
  `select session.id as session, endpoint, p256dh, auth from push_subscription join session on session.id = push_subscription.session
     join membership on membership.account = session.account and membership.person = session.person
   where session.account = $1 and session.ended_at is null and least(session.expires_at, session.idle_until) > clock_timestamp()`,
);
/** Those of the sessions that act for an account now. */
export const subscriptionsOf = (database: Sequelize, account: string): Promise<(Subscription & { session: string })[]> =>
  ofAccount(database, [account]);
