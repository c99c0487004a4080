import type { AccountEvent } from '../account/types.ts';
import type { BoundParties, ChartEvent } from '../law.ts';

/** What authentication does to a person, as an account's chart knows it too. */
export type SafetyEvent = Extract<
  AccountEvent,
  { type: 'loggedIn' | 'loggedOut' | 'deviceAuthorised' | 'deviceRevoked' | 'passwordSet' | 'lockedOut' }
>;

type WithPerson<Event> =
  Event extends ChartEvent<infer Type, infer Input> ? ChartEvent<Type, Omit<Input, never> & { person: string }> : never;

export type AlertEvent = WithPerson<SafetyEvent>;

export interface AlertContext extends BoundParties {
  person: string;
}
