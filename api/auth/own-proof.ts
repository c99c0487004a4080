/**
 * A proof beside the session, in the same request: whoever changes a way to log in, or where notices go, proves who they are again (ASVS 7.5.1). The
 * token of a session, however fresh, is not enough: it may be stolen.
 */
import type { z } from 'zod';
import type { Command } from '../../lives/command.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Caller } from '../route.ts';
import type { Purpose } from './code-words.ts';
import { proveCode } from './codes.ts';
import { numberStillBelongs, provePassword } from './credentials.ts';
import type { OwnProof } from './schema.ts';

/** What of the proof belongs in the transaction of the change: it still holds there, and a code is used up there. */
export type Proved = Required<Pick<Command, 'preconditions' | 'inSameTransaction'>>;

/**
 * Checks a code of this purpose to the person's own number, or the person's password. Wrong ones count as at a login.
 * @throws 401 or 429
 */
export async function proveOneself(
  platform: Platform,
  { caller, purpose, person }: { caller: Caller; purpose: Purpose; person: PersonRow },
  given: z.output<typeof OwnProof>,
): Promise<Proved> {
  const { number } = person;
  const proof =
    'code' in given
      ? await proveCode(platform, caller, purpose, given)
      : await provePassword(platform, caller, { number, password: given.password });
  // A code to another number proves nothing about this person.
  if (proof.number !== number) throw new Problem('proof-refused', {}, { way: 'code', purpose });
  return {
    preconditions: [numberStillBelongs(platform.lives.database, person), proof.stillHolds],
    inSameTransaction: async (transaction) => proof.use?.(transaction),
  };
}
