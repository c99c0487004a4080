import { createHash } from 'node:crypto';
import { beginsWithZeros } from '../../api/auth/work.ts';
import type { Reply } from '../worlds/api.ts';

/** Solves a proof of work: what the header `Proof-Of-Work` carries. */
export function solve({ challenge, bits }: { challenge: string; bits: number }): string {
  for (let n = 0; ; n++) {
    const given = `${challenge}.${n}`;
    if (beginsWithZeros(createHash('sha256').update(given).digest(), bits)) return given;
  }
}

/** Sends a request, and once more with the solved work if it is asked for. */
export async function working<Body>(
  send: (headers: Record<string, string>) => Promise<Reply<Body>>,
): Promise<Reply<Body> & { bits: number | undefined }> {
  const reply = await send({});
  const work = reply.problem?.work;
  return work === undefined ? { ...reply, bits: undefined } : { ...(await send({ 'Proof-Of-Work': solve(work) })), bits: work.bits };
}
