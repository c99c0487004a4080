/**
 * Requests for another number that only name documents (1.2). Anybody may make one for any number, the staff check it, and the old number gets a text. So
 * each needs a proof of work besides the code to the new number, and a number gets one a day, whoever asks: known or unknown, the response is the same.
 */
import type { Failure } from '../../models/stores/failed-proof.ts';
import { countDocuments, noteFailure } from '../../models/stores/failed-proof.ts';
import type { Platform } from '../../platform.ts';
import type { Caller } from '../route.ts';
import { authTerms } from './terms.ts';
import { counted, networksOfCaller, passGate } from './throttle.ts';

/** Counts a request for a number (E.164). @throws 429 */
export async function countRequest(platform: Platform, caller: Caller, number: string): Promise<void> {
  const { database, keys } = platform.lives;
  const today = await authTerms(database);
  const { documents: terms } = today;
  const subject = keys.hash('proof', `documents ${number}`);
  const request: Failure = { kind: 'documents', subject, ...networksOfCaller(platform, caller), device: null };
  await passGate(platform, {
    ...{ action: 'documents', caller, terms: today, subject },
    async limits(from) {
      const counts = await countDocuments(from, request, terms);
      return [
        counted(counts.number, 0, terms.perNumber),
        counted(counts.network, 0, terms.perNetwork),
        counted(counts.wide, 0, terms.perWideNetwork),
      ];
    },
    record: (transaction) => noteFailure(transaction, request, terms.kept),
  });
}
