import { readFileSync } from 'node:fs';
import { verifyLog } from '../anchors/verify.ts';
import { openPlace } from '../gateways/second-place/open.ts';
import { timeOf } from '../gateways/timestamps/reply.ts';
import type { Lives } from '../lives/lives.ts';

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** Checks the log and every chain against the second place, and prints what does not fit. True if all of it fits. */
export async function checkLog(lives: Lives, given: Record<string, string | undefined>): Promise<boolean> {
  const { LOG_PLACE, LOG_PUBLIC_KEYS, TIMESTAMP_ROOTS } = given;
  if (!LOG_PLACE || !LOG_PUBLIC_KEYS || !TIMESTAMP_ROOTS) throw new Error('--log needs LOG_PLACE, LOG_PUBLIC_KEYS and TIMESTAMP_ROOTS.');
  const roots = readFileSync(TIMESTAMP_ROOTS, 'utf8');
  const { findings, ...checked } = await verifyLog({
    lives,
    place: openPlace({ ...given, LOG_PLACE }),
    publicKeys: LOG_PUBLIC_KEYS.split(','),
    timeOf: (reply, note) => timeOf(reply, note, { roots }),
  });
  for (const { about, problem } of findings) console.log(`${about}: ${problem}.`);
  const checkpoints = counted(checked.checkpoints, 'checkpoint', 'checkpoints');
  const rest = `${counted(checked.leaves, 'leaf', 'leaves')}, ${counted(checked.lives, 'chain', 'chains')}`;
  const verdict = findings.length === 0 ? 'The log holds' : 'THE LOG DOES NOT HOLD';
  console.log(`${verdict}: ${checkpoints}, ${rest}.`);
  return findings.length === 0;
}
