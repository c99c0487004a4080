/**
 * Anchors the heads of the chains outside: they go into the log, and each checkpoint of it goes to a second place and to a time stamp authority.
 *
 * What is written first: the checkpoint is signed and stored with its leaves in one transaction. It is copied to the second place next, and only then
 * shown to anybody and followed by another. So a process that dies leaves at most open steps, which any worker takes up again, and two checkpoints
 * never contradict each other, also if the database is set back: what the second place has is compared before each signature.
 */
import type { Logger } from 'pino';
import type { Sequelize } from 'sequelize';
import { messageOf } from '../error-message.ts';
import type { Mail } from '../gateways/mail/port.ts';
import { Undeliverable } from '../gateways/mail/port.ts';
import type { SecondPlace } from '../gateways/second-place/port.ts';
import type { Timestamps } from '../gateways/timestamps/port.ts';
import { appendHeads } from '../lives/log/append.ts';
import { leafBytes } from '../lives/log/leaf.ts';
import type { Signer } from '../lives/log/note.ts';
import { repeat } from '../lives/repeat.ts';
import { logSecurity } from '../lives/security-log.ts';
import type { CheckpointRow, FaultRow, MovedRow, Step } from '../models/stores/log.ts';
import {
  closeStep,
  findCheckpoint,
  findStamp,
  keepStamp,
  leavesOf,
  newestCheckpoint,
  noteFaults,
  publishedCheckpoint,
  stepFailed,
  takeStep,
} from '../models/stores/log.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';
import { letterOf } from './letter.ts';
import { CHECKPOINTS, checkpointName, leavesName, nameBefore, sizeOf, stampName } from './places.ts';

export interface Anchoring {
  database: Sequelize;
  log: Logger;
  signer: Signer;
  /** Of this signer and of those before. */
  publicKeys: string[];
  place: SecondPlace;
  timestamps: Timestamps;
  mail: Pick<Mail, 'send'>;
  /** Who gets each checkpoint by email. */
  emails: string[];
}

const MINUTE = 60_000;

/**
 * Whether the second place has exactly what the database has, so that the log may grow; false while a copy is still to be made.
 * @throws Error if the place is away, has lost what it had, or has what the database does not have: the database was set back, or belongs to another log.
 */
async function placeAgrees({ database, place }: Anchoring, last: CheckpointRow | undefined): Promise<boolean> {
  const published = await publishedCheckpoint(database);
  // What is older than the last copy is compared by `npm run verify -- --log`: a year has tens of thousands.
  const name = (await place.list(CHECKPOINTS, published && nameBefore(published.size))).at(-1);
  const size = name === undefined ? 0 : sizeOf(name);
  if (size < (published?.size ?? 0)) throw new Error(`it no longer has the checkpoint of ${published?.size} leaves`);
  if (size === 0) return last === undefined;
  const ours = size === last?.size ? last : await findCheckpoint(database, size);
  const theirs = await place.read(checkpointName(size));
  if (ours === undefined || theirs?.toString() !== ours.note)
    throw new Error(
      `it has a checkpoint of ${size} leaves that the database does not have: the database was set back, or the place belongs to another log`,
    );
  return size === last?.size;
}

const contradiction = ({ life, seq, anchored }: MovedRow): Omit<FaultRow, 'since'> => ({
  subject: life,
  fault:
    anchored === seq
      ? `event ${seq} is not the one that was anchored`
      : `event ${anchored} was anchored, and the chain ends at event ${seq}`,
});

/** Lists for the staff why something failed that stops the anchoring. */
async function orNote<Result>({ database, log }: Anchoring, subject: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    log.error({ err: error, subject }, 'anchors.stopped');
    await noteFaults(database, [{ subject, fault: messageOf(error) }]);
    throw error;
  }
}

/**
 * Appends the heads that moved, once, and notes what is wrong. True if there may be more to append. Nothing is appended before the last checkpoint
 * is in the second place.
 */
export async function anchorHeads(anchoring: Anchoring): Promise<boolean> {
  const { database, log, signer, publicKeys, emails } = anchoring;
  const steps: Step[] = ['copy', 'stamp', ...(emails.length > 0 ? (['mail'] as const) : [])];
  const appended = await (async () => {
    const last = await newestCheckpoint(database);
    if (!(await orNote(anchoring, 'second place', placeAgrees(anchoring, last)))) return undefined;
    return orNote(anchoring, 'log', appendHeads(database, signer, { after: last?.size ?? 0, steps, publicKeys }));
  })();
  if (appended === undefined) return false;
  for (const each of appended.contradictions) logSecurity(log, 'record-contradicted', contradiction(each));
  await noteFaults(database, appended.contradictions.map(contradiction));
  return appended.more;
}

/** Does everything that is still to be done with checkpoints and is due. What fails is tried again later. */
export async function deliverAnchors(anchoring: Anchoring): Promise<void> {
  const { database, log } = anchoring;
  for (;;) {
    const step = await takeStep(database);
    if (step === undefined) return;
    try {
      await perform[step.step](anchoring, step.size);
      await closeStep(database, step);
    } catch (error) {
      log.warn({ err: error, ...step }, 'anchors.step-failed');
      const fault = messageOf(error);
      if (error instanceof Undeliverable) await closeStep(database, step, fault);
      else await stepFailed(database, step, fault);
    }
  }
}

const noteOf = async (database: Sequelize, size: number): Promise<Buffer> => {
  const checkpoint = await findCheckpoint(database, size);
  if (checkpoint === undefined) throw new Error(`there is no checkpoint of ${size} leaves`);
  return Buffer.from(checkpoint.note);
};

/** Each may be repeated: what is there already stays as it is. */
const perform: Record<Step, (anchoring: Anchoring, size: number) => Promise<void>> = {
  async copy({ database, place }, size) {
    const leaves = await leavesOf(database, size);
    await place.keep(leavesName(size), Buffer.from(leaves.map((leaf) => `${leafBytes(leaf)}\n`).join('')));
    await place.keep(checkpointName(size), await noteOf(database, size));
  },
  async stamp({ database, place, timestamps }, size) {
    if (!(await findStamp(database, size))) await keepStamp(database, size, await timestamps.stamp(await noteOf(database, size)));
    await place.keep(stampName(size), (await findStamp(database, size)) as Buffer);
  },
  async mail({ database, signer, mail, emails }, size) {
    const note = String(await noteOf(database, size));
    for (const [index, to] of emails.entries()) await mail.send({ id: `anchor/${size}/${index}`, to, ...letterOf(size, note, signer) });
  },
};

/** Anchors when it is due by the dated parameter `anchorMinutes`, and does what is open. True if the heads were looked at. */
export async function anchorWhenDue(anchoring: Anchoring, lookedAt = 0): Promise<boolean> {
  const { database } = anchoring;
  const last = await newestCheckpoint(database);
  const now = last?.now ?? new Date();
  const every = numberAt(await readParameters(database), 'anchorMinutes', civilDate(now.toISOString())) * MINUTE;
  const isDue = Date.now() - lookedAt >= every && (last === undefined || now.getTime() - last.madeAt.getTime() >= every);
  await deliverAnchors(anchoring);
  if (!isDue) return false;
  while (await anchorHeads(anchoring)) await deliverAnchors(anchoring);
  await deliverAnchors(anchoring);
  return true;
}

/** Anchors again and again, until the returned function is called. A round that fails is repeated with the next. `every`: milliseconds. */
export function keepAnchoring(anchoring: Anchoring, { every = 10_000 }: { every?: number } = {}): () => Promise<void> {
  // Looking at all heads is dear, so a round in which none had moved counts too.
  let lookedAt = 0;
  const round = async (): Promise<void> => {
    const now = Date.now();
    if (await anchorWhenDue(anchoring, lookedAt)) lookedAt = now;
  };
  return repeat(round, every, (error) => anchoring.log.error({ err: error }, 'anchors.failed'));
}
