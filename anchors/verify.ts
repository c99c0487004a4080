/**
 * Checks the log, and with it every chain: against what is in the second place, which is not in the hands of who keeps the database. It shares with the
 * code that writes the log only the form of a leaf and of a note.
 */
import { messageOf } from '../error-message.ts';
import type { SecondPlace } from '../gateways/second-place/port.ts';
import type { Lives } from '../lives/lives.ts';
import type { Leaf } from '../lives/log/leaf.ts';
import { leafBytes } from '../lives/log/leaf.ts';
import { leafHash, openFrontier, rootOf, withNodes } from '../lives/log/merkle.ts';
import { openCheckpoint } from '../lives/log/note.ts';
import { verify } from '../lives/verify.ts';
import { newestBalanceDay } from '../models/stores/balance-proof.ts';
import { livesAfter, seqsOf } from '../models/stores/life.ts';
import { BALANCES, eventsAt, findCheckpoint, leavesOf, newestCheckpoint, readTile } from '../models/stores/log.ts';
import { CHECKPOINTS, checkpointName, leavesName, sizeOf, stampName } from './places.ts';

export interface LogCheck {
  lives: Lives;
  place: SecondPlace;
  /** The keys of the log's checkpoints. */
  publicKeys: string[];
  /** The moment that a reply of the time stamp authority certifies. @throws if it does not hold. */
  timeOf(reply: Uint8Array, note: Uint8Array): Promise<Date>;
}

/** What does not fit: about the log, one of its checkpoints, or a life. */
export interface Finding {
  about: string;
  problem: string;
}

export interface Checked {
  findings: Finding[];
  checkpoints: number;
  leaves: number;
  lives: number;
}

/** How many chains are looked at together. */
const AT_ONCE = 500;

interface Anchored {
  /** The leaves of the second place, as far as a signed checkpoint covers them. */
  leaves: (Leaf & { when: string })[];
  size: number;
  checkpoints: number;
}

/** Checks the log and every chain. */
export async function verifyLog(check: LogCheck): Promise<Checked> {
  const findings: Finding[] = [];
  const anchored = await readAnchored(check, findings);
  await compareDatabase(check, anchored.size, findings);
  await compareChains(check, anchored.leaves, findings);
  const lives = await walkChains(check, findings);
  return { findings, checkpoints: anchored.checkpoints, leaves: anchored.leaves.length, lives };
}

/**
 * Reads the second place from its first checkpoint. The tree is grown leaf by leaf and compared with each signed root, so each checkpoint continues the one
 * before. What follows a checkpoint that does not fit cannot be checked.
 */
async function readAnchored({ lives: { database }, place, publicKeys, timeOf }: LogCheck, findings: Finding[]): Promise<Anchored> {
  const frontier = openFrontier();
  const leaves: Anchored['leaves'] = [];
  let checkpoints = 0;
  for (const name of await place.list(CHECKPOINTS)) {
    const size = sizeOf(name);
    const about = `checkpoint ${size}`;
    try {
      const note = (await place.read(checkpointName(size))) ?? Buffer.alloc(0);
      const signed = openCheckpoint(String(note), publicKeys);
      if (signed.size !== size || signed.origin !== publicKeys[0]?.split('+')[0]) throw new Error('it is not the one that its name says');
      const added = parseLeaves(await place.read(leavesName(size)));
      for (const leaf of added) frontier.add(leafHash(leafBytes(leaf)));
      if (frontier.size() !== size || !frontier.root().equals(signed.root))
        throw new Error('the leaves in the second place do not make its root: the log was rewritten, or the place was changed');
      checkpoints += 1;
      const when = await checkStamp({ place, timeOf }, size, note, findings);
      leaves.push(...added.map((leaf) => ({ ...leaf, when })));
      const ours = await findCheckpoint(database, size);
      if (ours === undefined)
        findings.push({ about, problem: 'the database does not have it: an older state of the database was restored' });
      else if (ours.note !== String(note)) findings.push({ about, problem: 'the database has another one of this size' });
      else if (JSON.stringify(await leavesOf(database, size).then(asLeaves)) !== JSON.stringify(asLeaves(added)))
        findings.push({ about, problem: 'its leaves were changed in the database' });
    } catch (error) {
      findings.push({ about, problem: messageOf(error) });
      break;
    }
  }
  return { leaves, size: frontier.size(), checkpoints };
}

const asLeaves = (leaves: readonly Leaf[]): Leaf[] => leaves.map(({ life, seq, head }) => ({ life, seq, head }));

function parseLeaves(bytes: Buffer | undefined): Leaf[] {
  if (bytes === undefined) throw new Error('its leaves are not in the second place');
  return String(bytes)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** When a checkpoint was stamped, in words. */
async function checkStamp(
  { place, timeOf }: Pick<LogCheck, 'place' | 'timeOf'>,
  size: number,
  note: Buffer,
  findings: Finding[],
): Promise<string> {
  const about = `checkpoint ${size}`;
  try {
    const reply = await place.read(stampName(size));
    if (reply !== undefined) return `at ${(await timeOf(reply, note)).toISOString()}`;
    findings.push({ about, problem: 'it has no time stamp yet' });
  } catch (error) {
    findings.push({ about, problem: messageOf(error) });
  }
  return 'at a time without a stamp';
}

/** The database's own checkpoints and tiles, which are shown to everybody. */
async function compareDatabase({ lives: { database }, publicKeys }: LogCheck, size: number, findings: Finding[]): Promise<void> {
  const newest = await newestCheckpoint(database);
  if (newest === undefined) return;
  const about = `checkpoint ${newest.size}`;
  if (newest.size > size) findings.push({ about, problem: 'it is not in the second place yet' });
  try {
    const signed = openCheckpoint(newest.note, publicKeys);
    const root = await rootOf(
      withNodes((level, tile) => readTile(database, level, tile)),
      newest.size,
    );
    if (!root.equals(signed.root)) findings.push({ about, problem: 'the tiles in the database do not make its root' });
  } catch (error) {
    findings.push({ about, problem: messageOf(error) });
  }
}

/** Each chain still has, at each anchored event, the hash that was anchored. Of a life that does not, the first such event is named. */
async function compareChains({ lives: { database } }: LogCheck, leaves: Anchored['leaves'], findings: Finding[]): Promise<void> {
  const named = new Set<string>();
  for (let start = 0; start < leaves.length; start += AT_ONCE) {
    const some = leaves.slice(start, start + AT_ONCE);
    const ids = [...new Set(some.map(({ life }) => life))];
    const [events, ends] = await Promise.all([eventsAt(database, some), seqsOf(database, ids)]);
    const day = ids.includes(BALANCES) ? await newestBalanceDay(database) : undefined;
    if (day !== undefined) ends.set(BALANCES, day.number);
    const hashes = new Map(events.map(({ life, seq, hash }) => [`${life} ${seq}`, hash]));
    for (const { life, seq, head, when } of some) {
      const hash = hashes.get(`${life} ${seq}`);
      const end = ends.get(life);
      if ((hash === head && end !== undefined) || named.has(life)) continue;
      named.add(life);
      const now =
        end === undefined
          ? 'the life is gone'
          : hash === undefined
            ? `the event is gone, and the life stands at event ${end}`
            : `it has the hash ${hash} now`;
      findings.push({ about: life, problem: `event ${seq} was anchored ${when} with the hash ${head}; ${now}` });
    }
  }
}

/** Each record holds in itself. Returns how many there are. */
async function walkChains({ lives }: LogCheck, findings: Finding[]): Promise<number> {
  let count = 0;
  for await (const id of livesAfter(lives.database, '')) {
    const fault = await verify(lives, id);
    if (fault) findings.push({ about: id, problem: `the record breaks at event ${fault.seq}: ${fault.problem}` });
    count += 1;
  }
  return count;
}
