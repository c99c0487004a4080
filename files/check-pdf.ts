/** Checks a file of a party in a process of its own, because a file may be made to take time and memory. */
import type { PaperFault } from '../charts/file/pdf-faults.ts';
import { faultOfPdf } from './pdf.ts';

export interface CheckInput {
  bytes: Uint8Array;
  mostPages: number;
}

/** Null if nothing is wrong. */
export type CheckOutput = PaperFault | null;

process.on('message', async ({ bytes, mostPages }: CheckInput) =>
  process.send?.(((await faultOfPdf(bytes, mostPages)) ?? null) satisfies CheckOutput),
);
