import type { Sequelize } from 'sequelize';
import type { CodeLimits } from '../../models/stores/code.ts';
import type { ProofLimits } from '../../models/stores/failed-proof.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numberAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';

/** Limits of authentication: dated parameters. Times are PostgreSQL intervals. */
export interface AuthTerms {
  code: CodeLimits & { tries: number };
  proof: ProofLimits;
  session: { idle: string; longest: string; keepOthers: boolean };
  challenge: { lasts: string; kept: string };
}

/** Today's limits. */
export async function authTerms(database: Sequelize): Promise<AuthTerms> {
  const rows = await readParameters(database);
  const today = civilDate(new Date().toISOString());
  const number = (code: string): number => numberAt(rows, code, today);
  const minutes = (code: string): string => `${number(code)} minutes`;
  const inAddress = minutes('addressWindowMinutes');
  const kept = `${number('authenticationRetentionDays')} days`;
  return {
    code: {
      lasts: minutes('codeMinutes'),
      tries: number('codeTries'),
      perNumber: number('codesPerNumber'),
      inTime: minutes('codesPerNumberMinutes'),
      perNumberLong: number('smsCodesPerNumber'),
      inLong: `${number('smsWindowHours')} hours`,
      perAddress: number('codesPerAddress'),
      inAddress,
      kept,
    },
    proof: {
      most: number('failedProofs'),
      inTime: minutes('failedProofMinutes'),
      lockout: minutes('lockoutMinutes'),
      perAddress: number('failedProofsPerAddress'),
      inAddress,
      kept,
    },
    session: {
      idle: `${number('sessionIdleHours')} hours`,
      longest: `${number('sessionDays')} days`,
      keepOthers: number('keepOtherSessions') === 1,
    },
    challenge: { lasts: minutes('challengeMinutes'), kept },
  };
}
