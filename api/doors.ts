/**
 * The doors of the API: one program, two listeners. Staff come in by their own, which is not routed publicly. At which door a route answers follows
 * from who may call it, and at which a session counts from whom it acts for.
 */
import type { AccountKind } from '../charts/account/types.ts';

/**
 * Who may call a route. `public`: everybody. `inside`: everybody who reaches the door of the staff. `person`: a session that need not act for an account
 * yet. `session`: one that acts for an account. `staff`: one of the staff; a command that the chart gives to the operator alone is such a route.
 */
export type Access = 'public' | 'inside' | 'person' | 'session' | 'staff';

export type Door = 'public' | 'staff';

/** What a listener serves. In development and in tests one listener is both doors. */
export type Listener = Door | 'both';

/** The doors at which a route answers. Where both do, the session decides. */
export const doorsOf = ({ access }: { access: Access }): readonly Door[] =>
  access === 'staff' || access === 'inside' ? ['staff'] : ['public', 'staff'];

/** Does a listener serve this route? */
export const answersAt = (route: { access: Access }, listener: Listener): boolean =>
  listener === 'both' || doorsOf(route).includes(listener);

/** Does a session that acts for this kind of account count at a listener? One that acts for no account yet is a user's. */
export const countsAt = (kind: AccountKind, listener: Listener): boolean =>
  listener === 'both' || listener === (kind === 'staff' ? 'staff' : 'public');
