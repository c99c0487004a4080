/**
 * The comparison of what a payment provider lists with what was booked. It writes no event and books nothing: what differs is a list for the staff.
 * Repeating it changes nothing, so it may be repeated at any time and for any time.
 */
import { restore } from '../charts/judge.ts';
import type { PaymentContext } from '../charts/payment/types.ts';
import type { PayoutContext } from '../charts/payout/types.ts';
import type { Providers } from '../gateways/payments/open.ts';
import type { Entry, Payments } from '../gateways/payments/port.ts';
import { lifeOf } from '../gateways/payments/provider-event.ts';
import { sha256 } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';
import type { Comparison, EntryRow, Found } from '../models/stores/reconciliation.ts';
import {
  entriesOf,
  keepComparison,
  keepDifferences,
  keepList,
  livesOf,
  openAbouts,
  touchedSince,
} from '../models/stores/reconciliation.ts';
import type { Difference, Operation, Sums } from '../rules/reconciliation.ts';
import { differencesOf, isNothing, NOTHING } from '../rules/reconciliation.ts';

const DAY = 86_400_000;
/**
 * How far back a list is read each time: a hold may be captured or dropped as long as it lasts (seven days), and lists are by the day of the hold. A window
 * of reading, and no term of a law or of the offer: what an older list would have is asked for by our id. So it is no dated parameter.
 */
const DAYS = 9;
/** What happened so lately is left to the next time: one side may know it before the other. Milliseconds. */
const SETTLING = 10 * 60_000;

interface Reconciling {
  lives: Pick<Lives, 'database' | 'types' | 'log'>;
  payments: Providers;
}

interface Stood {
  booked: Map<string, Sums>;
  /** Lives that are not compared this time. */
  unsettled: Set<string>;
  references: Map<string, string>;
}

/** What was booked of a payment: a hold, or what was taken at once and may be kept for its task. */
const ofPayment = ({ mode, held, captured, refunded, takenBack = '0' }: PaymentContext): Sums => ({
  ...NOTHING,
  held: mode === 'hold' && captured === '0' ? BigInt(held) : 0n,
  taken: BigInt(captured),
  refunded: BigInt(refunded),
  takenBack: captured === '0' ? 0n : BigInt(takenBack),
});
/** What is withheld stays at the provider. */
const ofPayout = ({ amount, tax }: PayoutContext, isHandedOver: boolean): Sums => ({
  ...NOTHING,
  paidOut: isHandedOver ? BigInt(tax?.net ?? amount) : 0n,
});

/** Our side, for lives at this provider. Of a life that is at another one, or that is none, nothing was booked here. */
async function standOf({ database, types }: Reconciling['lives'], provider: string, ids: string[], settled: Date): Promise<Stood> {
  const stood: Stood = { booked: new Map(), unsettled: new Set(), references: new Map() };
  for (const { id, snapshot, at, busy } of await livesOf(database, ids)) {
    const { context, tags } = restore(lifeTypeOf({ types }, id).chart, snapshot);
    const own = context as PaymentContext & PayoutContext;
    if (own.provider !== provider) continue;
    if (busy || at > settled) stood.unsettled.add(id);
    stood.booked.set(id, id.startsWith('payout/') ? ofPayout(own, tags.has('handedOver')) : ofPayment(own));
    stood.references.set(id, own.reference ?? '');
  }
  return stood;
}

/** What the kept lists do not reach back to is asked for by our id: the payment or payout itself, with the sum it has now. */
async function askedOf(from: Payments, life: string, reference: string, ours: Sums): Promise<Operation[]> {
  if (life.startsWith('payout/')) {
    const found = await from.findPayout(reference);
    const isOut = found?.status === 'sent' || found?.status === 'confirmed';
    return isOut ? [{ id: reference, kind: 'payout', life, amount: ours.paidOut, status: 'done' }] : [];
  }
  const found = await from.find(reference);
  if (found?.status !== 'held' && found?.status !== 'captured') return [];
  return [{ id: reference, kind: 'payment', life, amount: found.amount, status: found.status === 'held' ? 'held' : 'done' }];
}

const rowOf = ({ id, kind, about, amount, status, at }: Entry): EntryRow => ({ id, kind, about, amount: String(amount), status, at });
const texts = (sums: Sums): Record<string, string> => Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, String(sum)]));

function foundOf({ kind, about, ours, theirs }: Difference): Found {
  const shown = theirs.map(({ id, kind: what, amount, status }) => ({ id, kind: what, amount: String(amount), status }));
  const content = { ours: ours && texts(ours), theirs: shown.toSorted((one, other) => (one.id < other.id ? -1 : 1)) };
  return { kind, about, ...content, hash: sha256(JSON.stringify(content)) };
}

/** Compares one provider, up to a moment. */
async function compare({ lives }: Reconciling, from: Payments, now: Date): Promise<Comparison> {
  const { database } = lives;
  const provider = from.name;
  const start = new Date(now.getTime() - DAYS * DAY);
  const settled = new Date(now.getTime() - SETTLING);
  // Their side is read first: what happens meanwhile is too young on ours.
  const listed = await from.list(start, now);
  await database.transaction((transaction) => keepList(transaction, { provider, from: start, to: now, entries: listed.map(rowOf) }));
  const open = await openAbouts(database, provider);
  const named = [...listed.map(({ about }) => lifeOf(about)), ...(await touchedSince(database, provider, start)), ...open];
  const ids = [...new Set(named)].filter((id) => /^(payment|payout)\//.test(id));
  const { booked, unsettled, references } = await standOf(lives, provider, ids, settled);

  const kept = await entriesOf(database, { provider, lives: ids, from: start, to: now, ids: open });
  const operations = kept
    .filter(({ at }) => at <= settled)
    .map((row): Operation => ({ ...row, life: booked.has(lifeOf(row.about)) ? lifeOf(row.about) : '', amount: BigInt(row.amount) }));
  const reached = new Set(operations.flatMap(({ life, kind, status }) => (/^pay/.test(kind) && status !== 'void' ? [life] : [])));
  const unreached = [...booked].filter(([life, ours]) => !reached.has(life) && !unsettled.has(life) && !isNothing(ours));
  for (const [life, ours] of unreached) operations.push(...(await askedOf(from, life, references.get(life) ?? '', ours)));

  const found = differencesOf(booked, operations)
    .filter(({ about }) => !unsettled.has(about))
    .map(foundOf);
  const run = { provider, from: start, to: now, operations: listed.length, lives: booked.size, differences: found.length };
  await database.transaction(async (transaction) => {
    await keepDifferences(transaction, { provider, found, untried: [...unsettled] });
    await keepComparison(transaction, run);
  });
  return run;
}

/** Compares every provider whose settings are there. @throws if one cannot be read: the others are compared all the same. */
export async function reconcile(parts: Reconciling, now = new Date()): Promise<Comparison[]> {
  const results = await Promise.allSettled(parts.payments.all.map((each) => compare(parts, each, now)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
