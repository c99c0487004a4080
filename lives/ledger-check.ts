/**
 * Checks the ledger without end, slice by slice (`models/stores/ledger-check.ts`). It runs in each worker like the sweep; the workers share one round. What it
 * finds is logged, kept in `ledger_fault` and counted by the metrics: somebody wrote past the function `book`.
 */
import type { Part } from '../models/stores/ledger-check.ts';
import { checkSlice, claimSlice, noteSlice, PARTS } from '../models/stores/ledger-check.ts';
import type { Lives } from './lives.ts';
import { repeat } from './repeat.ts';

/** Milliseconds between two slices of a part. The sums count all postings, so they are rarer. */
const PAUSES: Record<Part, number> = { sums: 600_000, accounts: 10_000, lives: 10_000 };

/** Checks the next slice of each part that no other worker has checked within its pause. Returns how many faults it found. */
export async function checkNext({ database, log }: Pick<Lives, 'database' | 'log'>, pauses = PAUSES): Promise<number> {
  let found = 0;
  for (const part of PARTS) {
    const after = await claimSlice(database, part, pauses[part]);
    if (after === undefined) continue;
    const checked = await checkSlice(database, part, after);
    for (const fault of checked.faults) log.error(fault, 'ledger.fault');
    await noteSlice(database, part, checked);
    found += checked.faults.length;
  }
  return found;
}

/** Checks until the returned function is called. A step that fails is repeated with the next. `every`: milliseconds between two steps. */
export const keepCheckingLedger = (
  lives: Pick<Lives, 'database' | 'log'>,
  { every = 10_000 }: { every?: number } = {},
): (() => Promise<void>) =>
  repeat(
    () => checkNext(lives),
    every,
    (error) => lives.log.error({ err: error }, 'ledger.check-failed'),
  );
