/** The hash chain of a life. Each event's hash covers the one before it, so a change, removal or insertion is detected. */
import canonicalize from 'canonicalize';
import type { Party } from '../charts/law.ts';
import type { Keys } from '../models/keys.ts';
import type { Actor } from './command.ts';
import { hashOf, sha256 } from './hashing.ts';

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

/** What an event's hash covers. `key` and `actor` are in the form that the chain shows: see `chainKey` and `chainActor`. */
export interface ChainedEvent {
  life: string;
  seq: number;
  key: string;
  at: string;
  by: Party;
  actor: object | null;
  type: string;
  input: unknown;
  state: string;
  snapshotHash: string;
  /** The SHA-256 of the effects that the event ordered: see `effectsHashOf`. */
  effectsHash: string;
  chartHash: string;
}

/** An effect as its event ordered it. */
export interface OrderedEffect {
  index: number;
  kind: string;
  params: object;
}

/** Stands in the chain for an event's effects, in their order. */
export const effectsHashOf = (effects: readonly OrderedEffect[]): string =>
  hashOf(effects.map(({ index, kind, params }) => ({ index, kind, params })));

/** The hash of an event that follows `previous`. */
export const eventHash = (previous: string, event: ChainedEvent): string => sha256(previous + canonicalize(event));

/** A caller's key names an account or a person, so the chain shows its hash. Other keys name only lives. */
export const chainKey = (key: string): string => (/^(account|person)\//.test(key) ? sha256(key) : key);

/**
 * The actor as a life keeps it: person, session and device become keyed hashes that differ from life to life. So one life tells its readers whether the
 * same person acted twice, and two lives do not.
 */
export const actorIn = (keys: Keys, life: string, { person, session, device, ...rest }: Actor): Actor => ({
  ...rest,
  ...(person !== undefined && { person: keys.hash('person', life, person) }),
  ...(session !== undefined && { session: keys.hash('session', life, session) }),
  ...(device !== undefined && { device: keys.hash('device', life, device) }),
});

/** The actor as the chain shows it: an unauthenticated name becomes a keyed hash. */
export const chainActor = (keys: Keys, life: string, actor: Actor | null): Actor | null =>
  actor?.note === undefined ? actor : { ...actor, note: keys.hash('note', life, actor.note) };

/** The first event that does not fit, and why. */
export interface Fault {
  seq: number;
  problem: string;
}

export interface StoredEvent extends ChainedEvent {
  hash: string;
}

export interface StoredHead {
  seq: number;
  head: string;
  snapshot: unknown;
}

/** Walks a life's chain from its first event. Returns undefined if every event, the head and the snapshot fit together. */
export function findFault(events: StoredEvent[], { seq, head, snapshot }: StoredHead): Fault | undefined {
  let previous = GENESIS;
  for (const [index, { hash, ...event }] of events.entries()) {
    if (event.seq !== index + 1) return { seq: index + 1, problem: `event ${index + 1} is missing: ${event.seq} comes next` };
    if (eventHash(previous, event) !== hash)
      return { seq: event.seq, problem: 'the event or the one before it was changed, removed or inserted' };
    previous = hash;
  }
  if (events.length !== seq)
    return { seq: events.length + 1, problem: `the life stands at event ${seq}, the chain ends at ${events.length}` };
  if (previous !== head) return { seq, problem: 'the head is not the hash of the last event' };
  const last = events.at(-1);
  if (last && hashOf(snapshot) !== last.snapshotHash) return { seq, problem: 'the snapshot is not the one the last event led to' };
  return undefined;
}
