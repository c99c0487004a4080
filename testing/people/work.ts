import { createHash } from 'node:crypto';
import { beginsWithZeros } from '../../api/auth/work.ts';

/** Solves a proof of work: what the header `Proof-Of-Work` carries. */
export function solve({ challenge, bits }: { challenge: string; bits: number }): string {
  for (let n = 0; ; n++) {
    const given = `${challenge}.${n}`;
    if (beginsWithZeros(createHash('sha256').update(given).digest(), bits)) return given;
  }
}
