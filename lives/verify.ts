/**
 * Verifies the record of a life: its chain of hashes, what the chart makes of the same inputs, and every row that follows from the events. Whoever
 * changed one of them without the others is found, with the place.
 */
import { isDeepStrictEqual } from 'node:util';
import canonicalize from 'canonicalize';
import type { ErasableRef } from '../charts/law.ts';
import type { ChainRow, Consequences } from '../models/stores/chain.ts';
import { findChain, findRecord, readModelRows } from '../models/stores/chain.ts';
import { trueBytes } from '../models/stores/document.ts';
import { storedTexts } from '../models/stores/erasable-text.ts';
import { accountsOver } from '../models/stores/erasure.ts';
import { eventsAt } from '../models/stores/log.ts';
import { storedStatements } from '../models/stores/offer-acceptance.ts';
import { signaturesOf } from '../models/stores/signature.ts';
import type { Calendar } from '../rules/working-days.ts';
import { holdsFor } from './act-signature.ts';
import type { Fault, StoredEvent, StoredHead } from './chain.ts';
import { chainActor, chainKey, effectsHashOf, findFault } from './chain.ts';
import type { Draft } from './draft.ts';
import { blankLife, repeatEvent, startDraft } from './draft.ts';
import { SMS_INSTEAD } from './effects.ts';
import { refersTo, sha256 } from './hashing.ts';
import { accountLife } from './ids.ts';
import type { Lives } from './lives.ts';
import { lifeTypeOf } from './lives.ts';
import { projectAnew } from './project.ts';
import { lockLife } from './store.ts';

const chained = ({ keys }: Lives, row: ChainRow): StoredEvent => {
  const { key, at, actor, snapshot_hash, effects_hash, chart_hash, ...rest } = row;
  return {
    ...rest,
    key: chainKey(key),
    at: at.toISOString(),
    actor: chainActor(keys, row.life, actor),
    snapshotHash: snapshot_hash,
    effectsHash: effects_hash,
    chartHash: chart_hash,
  };
};

/** A life's events in order, and the head they should lead to, both at one moment. A life that is not there has none. */
export async function readChain(lives: Lives, life: string): Promise<{ events: StoredEvent[]; head: StoredHead | undefined }> {
  const { rows, head } = await findChain(lives.database, life);
  return { events: rows.map((row) => chained(lives, row)), head };
}

export interface Findings {
  /** The first fault, or undefined where the record holds. */
  fault: Fault | undefined;
  events: number;
  /**
   * How many events the present chart repeats. Fewer than all where an earlier chart made the next one, and the present chart makes something else of
   * it: from there on only hashes are compared.
   */
  repeated: number;
}

/** Verifies everything that is kept of a life. @throws for a life that is not there. */
export async function examine(lives: Lives, life: string): Promise<Findings> {
  const { rows, head, ...kept } = await findRecord(lives.database, life);
  if (head === undefined) throw new Error(`there is no life ${life}`);
  const events = rows.map((row) => chained(lives, row));
  const { draft, fault: departure } = repeatAll(lives, life, rows);
  const ofChain =
    findFault(events, head) ?? departure ?? faultOfSignatures(rows) ?? faultOfEffects(events, kept) ?? faultOfRows(draft, kept);
  const fault =
    ofChain ??
    (await faultOfOthers(lives, rows)) ??
    (await faultOfTexts(lives, rows)) ??
    (await faultOfDocuments(lives, rows)) ??
    (await faultOfSigned(lives, rows)) ??
    (await faultOfAccepted(lives, life, rows)) ??
    (await faultOfReadModel(lives, life));
  return { fault, events: rows.length, repeated: draft.seq };
}

/** The first fault in the record of a life, or undefined where it holds. @throws for a life that is not there. */
export const verify = async (lives: Lives, life: string): Promise<Fault | undefined> => (await examine(lives, life)).fault;

/** Makes the events again, as far as the present chart makes the same of them. */
function repeatAll(lives: Lives, life: string, rows: ChainRow[]): { draft: Draft; fault?: Fault } {
  const draft = startDraft(lives, blankLife(life), rows[0]?.at ?? new Date(0));
  for (const row of rows) {
    const { seq, type, chart_hash: chartHash, input } = row;
    // A child counts working days by the platform's calendar: its own record is verified apart.
    const rules = { ...lives, calendar: (at: string) => (input as { calendar?: Calendar }).calendar ?? lives.calendar(at) };
    const before = { ...draft };
    const refusal = repeatEvent(rules, draft, { ...row, at: row.at.toISOString(), input: input as object, chartHash });
    if (refusal === undefined && draft.head === row.hash) continue;
    // An earlier chart may have made something else of the same input.
    if (chartHash !== lifeTypeOf(lives, life).chartHash) return { draft: before };
    const problem =
      refusal === undefined
        ? `the chart makes something else of this ${type}: ${difference(draft, row)}`
        : `the chart does not allow this ${type}: ${[refusal.reason, refusal.rule].filter(Boolean).join(' ')}`;
    return { draft: before, fault: { seq, problem } };
  }
  return { draft };
}

/** What differs between the event that was made again and the stored one. */
function difference({ events }: Draft, row: ChainRow): string {
  const made = events.at(-1);
  if (made?.snapshotHash !== row.snapshot_hash) return 'the snapshot';
  if (made.effectsHash !== row.effects_hash) return 'the effects';
  return made.state === row.state ? 'the event' : 'the state';
}

/** The signatures of devices in the events. */
function faultOfSignatures(rows: ChainRow[]): Fault | undefined {
  const wrong = rows.find(({ key, actor }) => actor?.signature !== undefined && !holdsFor(actor.signature, chainKey(key)));
  return wrong && { seq: wrong.seq, problem: 'the signature of the device does not fit the event' };
}

/** The rows of effects against the hashes in the chain. An SMS that took an email's place was ordered later, by no event. */
function faultOfEffects(events: StoredEvent[], { effects }: Consequences): Fault | undefined {
  const bySeq = Map.groupBy(
    effects.filter(({ index }) => index < SMS_INSTEAD),
    ({ seq }) => seq,
  );
  const changed = events.find(({ seq, effectsHash }) => effectsHashOf(bySeq.get(seq) ?? []) !== effectsHash);
  if (changed) return { seq: changed.seq, problem: 'an effect that the event ordered was changed, removed or added' };
  const stray = [...bySeq.keys()].find((seq) => seq > events.length);
  return stray === undefined ? undefined : { seq: stray, problem: 'an effect belongs to no event' };
}

/** Postings, notices and updates against those that the events make again. */
function faultOfRows({ events, postings, notices, seq: last }: Draft, kept: Consequences): Fault | undefined {
  const texts = kept.notices.filter(({ id }) => Number(id.split('/').at(-1)) < SMS_INSTEAD);
  const ordered = notices.map(({ id, seq, account, template, channel }) => ({ id, seq, account, template, channel }));
  const booked = postings.map(({ at: _, ...posting }) => posting);
  const updates = events.map(({ seq }) => ({ seq }));
  const sent = kept.updates.map((seq) => ({ seq }));
  return (
    firstDifference('a posting', booked, kept.postings, last) ??
    firstDifference('a notice', ordered, texts, last) ??
    firstDifference('the update in the outbox', updates, sent, last)
  );
}

type OfEvent = { seq: number };

/** The first event whose rows are not those that it makes; events after `last` could not be made again. */
function firstDifference(what: string, made: OfEvent[], stored: OfEvent[], last: number): Fault | undefined {
  const rowsOf = (rows: OfEvent[], of: number): string[] =>
    rows
      .filter(({ seq }) => seq === of)
      .map((row) => canonicalize(row) as string)
      .sort();
  const numbers = new Set([...made, ...stored].map(({ seq }) => seq).filter((seq) => seq <= last));
  const seq = [...numbers].sort((one, other) => one - other).find((each) => !isDeepStrictEqual(rowsOf(made, each), rowsOf(stored, each)));
  return seq === undefined ? undefined : { seq, problem: `${what} of the event was changed, removed or added` };
}

/** Every object in an input, itself included. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Record<string, unknown>;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

/** What an input says of another life: the hash of its event. */
type Vouched = { from: string; seq: number; hash: string };

const isVouched = (given: Record<string, unknown>): given is Vouched =>
  typeof given.from === 'string' && typeof given.seq === 'number' && typeof given.hash === 'string';

/** The events of other lives whose hashes the inputs have: outcomes of children, requests of parents, and messages that were noted. */
async function faultOfOthers({ database }: Lives, rows: ChainRow[]): Promise<Fault | undefined> {
  const vouched = rows.flatMap(({ seq, input }) => [...objectsIn(input)].filter(isVouched).map((of) => ({ at: seq, of })));
  if (vouched.length === 0) return undefined;
  const events = await eventsAt(
    database,
    vouched.map(({ of: { from, seq } }) => ({ life: from, seq })),
  );
  const hashes = new Map(events.map(({ life, seq, hash }) => [`${life} ${seq}`, hash]));
  const wrong = vouched.find(({ of: { from, seq, hash } }) => hashes.get(`${from} ${seq}`) !== hash);
  return wrong && { seq: wrong.at, problem: `event ${wrong.of.seq} of ${wrong.of.from} is missing or is not the one that it names` };
}

const isRef = (given: Record<string, unknown>): boolean => typeof given.text === 'string' && typeof given.hash === 'string';

/** Whether the end of this account explains that something of a life was erased: its own chain says so, and it has to do with the life. */
async function explains({ database }: Lives, rows: ChainRow[], account: string | null): Promise<boolean> {
  if (account === null || !JSON.stringify(rows).includes(account)) return false;
  return (await accountsOver(database, [account])).has(account);
}

/** The texts that the inputs refer to, against their keyed hashes. An erased text has no body any more: the end of an account must explain it. */
async function faultOfTexts(lives: Lives, rows: ChainRow[]): Promise<Fault | undefined> {
  const { database, keys } = lives;
  const references = rows.flatMap(({ seq, input }) =>
    [...objectsIn(input)].filter(isRef).map((reference) => ({ seq, ...(reference as unknown as ErasableRef) })),
  );
  const stored = await storedTexts(
    database,
    references.map(({ text }) => text),
  );
  for (const { seq, text, hash } of references) {
    const row = stored.get(text);
    if (row === undefined) return { seq, problem: `the text ${text} is missing` };
    if (row.body === null && row.erased_at === null) return { seq, problem: `the text ${text} is empty and was not erased` };
    if (row.body === null && !(await explains(lives, rows, row.erased_for)))
      return { seq, problem: `the text ${text} was erased, and the end of no account explains it` };
    if (row.body !== null && (row.body === 'damaged' || !refersTo(keys, { text, hash }, row.body)))
      return { seq, problem: `the text ${text} was changed` };
  }
  return undefined;
}

/** The electronic signatures that the inputs name, against their rows. Whether they hold, `npm run verify` checks besides. */
async function faultOfSigned(lives: Lives, rows: ChainRow[]): Promise<Fault | undefined> {
  const named = rows.flatMap(({ life, seq, type, input }) => {
    const { signature } = input as { signature?: { id: string; cms: string } };
    return type !== 'sign' || signature === undefined ? [] : [{ life, seq, ...signature }];
  });
  if (named.length === 0) return undefined;
  const stored = await signaturesOf(lives.database, named[0]?.life ?? '');
  for (const { seq, id, cms } of named) {
    const row = stored.get(id);
    if (row === undefined) return { seq, problem: `the signature ${id} is missing` };
    if (row.content === null && !(await explains(lives, rows, row.erasedFor)))
      return { seq, problem: `the signature ${id} was erased, and the end of no account explains it` };
    if (row.content === 'damaged' || row.cmsSha256 !== cms) return { seq, problem: `the signature ${id} was changed` };
  }
  return stored.size > named.length ? { seq: rows.length, problem: 'a signature belongs to no event' } : undefined;
}

/** The accession statements that an account accepted (2.1.1), against the hashes of their text and of the signature under it. */
async function faultOfAccepted(lives: Lives, life: string, rows: ChainRow[]): Promise<Fault | undefined> {
  const prefix = accountLife('');
  // Whoever accepts the offer of a settlement gives a command of the same name to a dispute.
  const accepted = life.startsWith(prefix) ? rows.filter(({ type }) => type === 'acceptOffer') : [];
  if (accepted.length === 0) return undefined;
  const account = life.slice(prefix.length);
  const stored = await storedStatements(lives.database, account);
  for (const { seq, input } of accepted) {
    const { acceptance, statement = null, signature = null } = input as { acceptance: string; statement?: string; signature?: string };
    const row = stored.get(acceptance);
    if (row === undefined || row.sha256 !== statement || row.signatureSha256 !== signature)
      return { seq, problem: `the acceptance ${acceptance} was changed` };
    if (statement === null) continue;
    const { kept } = row;
    if (kept === null && !(await explains(lives, rows, account)))
      return { seq, problem: `the statement of the acceptance ${acceptance} was erased, and the end of no account explains it` };
    const isIntact =
      kept === null || (kept !== 'damaged' && sha256(kept.text) === statement && (kept.signature === undefined) === (signature === null));
    if (!isIntact) return { seq, problem: `the statement of the acceptance ${acceptance} was changed` };
  }
  return undefined;
}

/** The documents that the inputs name by the hash of their bytes. The hash of an erased one stays. */
async function faultOfDocuments(lives: Lives, rows: ChainRow[]): Promise<Fault | undefined> {
  for (const { seq, input } of rows) {
    for (const { document } of objectsIn(input)) {
      const { sha256 } = (document ?? {}) as { sha256?: string };
      if (sha256 === undefined) continue;
      const found = await trueBytes(lives.database, sha256);
      if (found === undefined) return { seq, problem: `the document ${sha256} is missing or was changed` };
      if (found !== true && !(await explains(lives, rows, found.erasedFor)))
        return { seq, problem: `the document ${sha256} was erased, and the end of no account explains it` };
    }
  }
  return undefined;
}

/** The read models against what the projection makes of the snapshot, in a transaction that is not kept. */
async function faultOfReadModel(lives: Lives, life: string): Promise<Fault | undefined> {
  const lifeType = lifeTypeOf(lives, life);
  if (lifeType.project === undefined) return undefined;
  const transaction = await lives.database.transaction();
  try {
    const [row] = await lockLife(transaction, [life, '']);
    if (row === undefined) return undefined;
    const before = await readModelRows(lives.database, life, transaction);
    await projectAnew(lives, transaction, row);
    const after = await readModelRows(lives.database, life, transaction);
    const table = [...new Set([...before.keys(), ...after.keys()])].find((each) => !isDeepStrictEqual(before.get(each), after.get(each)));
    return table === undefined ? undefined : { seq: row.seq, problem: `the read model ${table} is not what the snapshot gives` };
  } finally {
    await transaction.rollback();
  }
}
