/** What a life's workflow needs to know after an event, or about the life as a whole. Temporal's signals and the catch-up activity carry it. */
import type { AnyMachineSnapshot } from 'xstate';
import { timersOf } from '../charts/judge.ts';
import type { BoundParties } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import { stateOf } from '../charts/state.ts';
import { describe } from './ui-details.ts';

/** A timer that should be armed now. */
export interface WantedTimer {
  /** The delay's name in the chart. */
  name: string;
  /** UTC ISO-8601. */
  due: string;
  /** Milliseconds until then, by the database's clock: what the workflow sleeps. */
  in: number;
  clause: string;
  /** It only reminds; nothing follows from it. */
  reminder: boolean;
}

/** A side effect to perform. Its parameters stay in the database; only the id and the kind travel. */
export interface OpenEffect {
  id: string;
  kind: string;
}

export interface LifeUpdate {
  life: string;
  seq: number;
  /** The hash of event `seq`. */
  hash: string;
  /** The hash before it: shows the workflow that it missed nothing. Absent where the update describes the whole life and replaces what was missed. */
  previous?: string;
  /** The event's name in the history. */
  name: string;
  /** When this was so, by the database's clock. UTC ISO-8601. */
  at: string;
  state: string;
  done: boolean;
  timers: WantedTimer[];
  /** The effects that this event ordered, or all that are open; at most `MOST_EFFECTS`, then `more` is set. */
  effects: OpenEffect[];
  more?: true;
  /** Number, kind and sum, for the list in the Temporal UI. */
  summary: string;
  /** Accounts by party: operators filter by them. */
  parties: { customer?: string; contractor?: string };
  /** Markdown for the Temporal UI. */
  details: string;
  /** The templates of this event's notices. Empty in the whole. */
  notices: string[];
}

/** What the list in the Temporal UI shows of a life. */
export type ListEntry = Pick<LifeUpdate, 'state' | 'summary' | 'parties' | 'timers'>;

/** Keeps a payload small however much is open. */
export const MOST_EFFECTS = 200;

/** A life at one moment. `last` is the moment of its last event, from which its timers run; `now` is the database's clock. */
interface Moment {
  type: LifeType;
  snapshot: AnyMachineSnapshot;
  number: string;
  last: string;
  now: string;
}

type UpdatedBy = Pick<LifeUpdate, 'life' | 'seq' | 'hash' | 'previous' | 'name' | 'effects' | 'notices'>;

/** The update after an event, or of the whole life where `previous` is left out. */
export const lifeUpdateOf = (moment: Moment, event: UpdatedBy): LifeUpdate => ({
  ...event,
  ...listEntryOf(moment),
  at: moment.now,
  done: moment.snapshot.status !== 'active',
  details: describe(moment.type, moment.snapshot, moment.number, moment.last),
});

export const listEntryOf = ({ type, snapshot, number, last, now }: Moment): ListEntry => ({
  state: stateOf(snapshot),
  summary: `${type.messages.life.en} ${number}: ${type.summary(snapshot.context)}`,
  parties: partiesOf(snapshot.context),
  timers: wantedTimers(type, snapshot, last, now),
});

const wantedTimers = (type: LifeType, snapshot: AnyMachineSnapshot, last: string, now: string): WantedTimer[] =>
  timersOf(type.chart, snapshot, last).map(({ name, due, clause, reminder }) => ({
    name,
    due: new Date(due).toISOString(),
    in: Math.max(due - Date.parse(now), 0),
    clause,
    reminder,
  }));

const partiesOf = ({ customer, contractor }: BoundParties): LifeUpdate['parties'] => ({
  ...(customer !== undefined && { customer }),
  ...(contractor !== undefined && { contractor }),
});
