import type { Sequelize } from 'sequelize';
import type { CodeLimits } from '../../models/stores/code.ts';
import type { DocumentLimits, ProofLimits } from '../../models/stores/failed-proof.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { numberAt } from '../../rules/parameters.ts';

/** Limits of authentication: dated parameters. Times are PostgreSQL intervals. */
export interface AuthTerms {
  code: CodeLimits & { tries: number };
  /** `pause`: the seconds of the first pause after failures, and of the longest. */
  proof: ProofLimits & { pause: { first: number; longest: number } };
  documents: DocumentLimits;
  /** Proofs of work: the bits, and how long a challenge may be solved. */
  work: { leastBits: number; mostBits: number; milliseconds: number };
  /** How long after its login a device is known. */
  knownDevice: string;
  session: { idle: string; longest: string; keepOthers: boolean };
  challenge: { lasts: string; kept: string };
}

/** Today's limits. */
export async function authTerms(database: Sequelize): Promise<AuthTerms> {
  const rows = await readParameters(database);
  const today = todayInAlmaty();
  const number = (code: string): number => numberAt(rows, code, today);
  const minutes = (code: string): string => `${number(code)} minutes`;
  const inNetwork = minutes('addressWindowMinutes');
  const kept = `${number('authenticationRetentionDays')} days`;
  return {
    code: {
      lasts: minutes('codeMinutes'),
      tries: number('codeTries'),
      perCaller: number('codesPerNumber'),
      inTime: minutes('codesPerNumberMinutes'),
      perCallerMost: number('codesPerNumberAndAddress'),
      perNumber: number('codesPerNumberFree'),
      perNumberMost: number('smsCodesPerNumber'),
      perKnownMost: number('smsCodesKnownDevice'),
      inDay: `${number('smsWindowHours')} hours`,
      perNetwork: number('codesPerAddress'),
      perNetworkMost: number('codesPerAddressMost'),
      perWideNetwork: number('codesPerWideNetwork'),
      perWideNetworkMost: number('codesPerWideNetworkMost'),
      inNetwork,
      kept,
    },
    proof: {
      inTime: `${number('failedProofHours')} hours`,
      perCaller: number('failedProofs'),
      perDeviceMost: number('failedProofsKnownDevice'),
      pause: { first: number('failedProofPauseSeconds'), longest: number('failedProofPauseMostMinutes') * 60 },
      perNumber: number('failedProofsOfNumber'),
      perNumberMost: number('failedProofsOfNumberMost'),
      perNetwork: number('failedProofsPerAddress'),
      perWideNetwork: number('failedProofsPerWideNetwork'),
      inNetwork,
      kept,
    },
    documents: {
      perNumber: number('documentRequestsPerNumber'),
      perNetwork: number('documentRequestsPerAddress'),
      perWideNetwork: number('documentRequestsPerWideNetwork'),
      inTime: `${number('smsWindowHours')} hours`,
      kept,
    },
    work: { leastBits: number('workLeastBits'), mostBits: number('workMostBits'), milliseconds: number('workMinutes') * 60_000 },
    knownDevice: `${number('knownDeviceDays')} days`,
    session: {
      idle: `${number('sessionIdleHours')} hours`,
      longest: `${number('sessionDays')} days`,
      keepOthers: number('keepOtherSessions') === 1,
    },
    challenge: { lasts: minutes('challengeMinutes'), kept },
  };
}
