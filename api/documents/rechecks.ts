/**
 * Checks papers again from the store: their bytes, and each signature by its evidence, which asks nobody. Whoever knows a paper may ask for it, and a
 * check costs CPU and opens megabytes of evidence. So one is made at a time, its result serves everybody for a while, and few may wait.
 */
import type { SignatureReport } from '../../gateways/signatures/port.ts';
import { SignatureServiceAway } from '../../gateways/signatures/port.ts';
import { sha256 } from '../../lives/hashing.ts';
import { documentBytes } from '../../models/stores/document.ts';
import type { PaperRow } from '../../models/stores/paper.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { KeptSignature, Proof } from './proofs.ts';
import { proofsOf, signingOf } from './proofs.ts';

export interface Recheck {
  /** Of the checks: UTC, ISO-8601. */
  at: string;
  bytes: 'whole' | 'erased' | 'changed';
  proofs: RecheckedProof[];
}

export interface RecheckedProof extends Omit<Proof, 'signature'> {
  /** The report of when the signature was received; `null` if none is kept. */
  received: SignatureReport | null;
  /** `null`: there is no signature, or it cannot be checked now, because it is erased or no verifier is there. */
  now: Pick<SignatureReport, 'holds' | 'checks'> | null;
}

/** Milliseconds for which a result is shown. */
const FRESH = 10 * 60_000;
const MOST_KEPT = 500;
const MOST_WAITING = 20;
/** Seconds. */
const PAUSE = 5;

const UNSOUND = { holds: false, checks: [] };

export type Rechecks = (row: PaperRow) => Promise<Recheck>;

/** @throws 429 if too many checks wait */
export function openRechecks(platform: Platform): Rechecks {
  const { database } = platform.lives;
  const results = new Map<string, { until: number; result: Promise<Recheck> }>();
  let [last, waiting]: [Promise<unknown>, number] = [Promise.resolve(), 0];

  async function recheck(row: PaperRow): Promise<Recheck> {
    const { document } = row;
    const [bytes, proofs] = await Promise.all([documentBytes(database, document), proofsOf(database, row)]);
    const state = bytes === null ? 'erased' : sha256(bytes) === document ? 'whole' : 'changed';
    const rechecked: RecheckedProof[] = [];
    for (const { signature, ...proof } of proofs) {
      const received = typeof signature?.kept === 'object' ? signature.kept.report : null;
      rechecked.push({ ...proof, received, now: bytes && signature && (await reportOf(bytes, signature)) });
    }
    return { at: new Date().toISOString(), bytes: state, proofs: rechecked };
  }

  async function reportOf(bytes: Buffer, { kept, receivedAt }: KeptSignature) {
    if (kept === 'erased') return null;
    if (kept === 'damaged') return UNSOUND;
    try {
      return await platform.signatures.recheck(bytes, kept.evidence, receivedAt);
    } catch (error) {
      if (error instanceof SignatureServiceAway) return null;
      throw error;
    }
  }

  async function inTurn(work: () => Promise<Recheck>): Promise<Recheck> {
    waiting += 1;
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine.finally(() => {
      waiting -= 1;
    });
  }

  return (row) => {
    const key = [row.reference, row.erased, signingOf(row)?.confirmations.length].join(' ');
    const known = results.get(key);
    if (known && known.until > Date.now()) return known.result;
    if (waiting >= MOST_WAITING) throw new Problem('too-many-requests', { retryAfter: PAUSE });
    const result = inTurn(() => recheck(row));
    results.delete(key);
    results.set(key, { until: Date.now() + FRESH, result });
    // What failed is tried again by the next one who asks.
    result.catch(() => results.delete(key));
    if (results.size > MOST_KEPT) results.delete(results.keys().next().value as string);
    return result;
  };
}
