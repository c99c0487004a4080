/**
 * The doors of the API: one program, two listeners. Staff come in by their own, which is not routed publicly. At which door a route answers follows
 * from who may call it, and at which a session counts from whom it acts for.
 */
import type { AccountKind } from '../charts/account/types.ts';
import type { Route } from './route.ts';

export type Door = 'public' | 'staff';

/** What a listener serves. In development and in tests one listener is both doors. */
export type Listener = Door | 'both';

/** The doors at which a route answers. Where both do, the session decides. */
export const doorsOf = ({ access }: Pick<Route, 'access'>): readonly Door[] =>
  access === 'staff' || access === 'inside' ? ['staff'] : ['public', 'staff'];

/** Does a listener serve this route? */
export const answersAt = (route: Pick<Route, 'access'>, listener: Listener): boolean =>
  listener === 'both' || doorsOf(route).includes(listener);

/** Does a session that acts for this kind of account count at a listener? One that acts for no account yet is a user's. */
export const countsAt = (kind: AccountKind, listener: Listener): boolean =>
  listener === 'both' || listener === (kind === 'staff' ? 'staff' : 'public');
