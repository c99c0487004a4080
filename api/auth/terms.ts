import type { Sequelize } from 'sequelize';
import { readParameters } from '../../models/stores/parameter.ts';
import { numberAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';

/** Limits of authentication: dated parameters. Times are intervals as PostgreSQL reads them. */
export interface AuthTerms {
  code: {
    lasts: string;
    tries: number;
    /** So many for one number within a time, so many a day, and so many asked for from one address in an hour. */
    perNumber: number;
    inTime: string;
    perNumberADay: number;
    perAddress: number;
  };
  proof: { most: number; inTime: string; lockout: string; perAddress: number };
  session: { idle: string; longest: string; keepOthers: boolean };
  challenge: string;
  /** For how long after a code or a password a device may be authorised. */
  reauthentication: string;
}

/** The limits of today. */
export async function authTerms(database: Sequelize): Promise<AuthTerms> {
  const rows = await readParameters(database);
  const today = civilDate(new Date().toISOString());
  const number = (code: string): number => numberAt(rows, code, today);
  const minutes = (code: string): string => `${number(code)} minutes`;
  return {
    code: {
      lasts: minutes('codeMinutes'),
      tries: number('codeTries'),
      perNumber: number('codesPerNumber'),
      inTime: minutes('codesPerNumberMinutes'),
      perNumberADay: number('smsCodesPerNumber'),
      perAddress: number('codesPerAddress'),
    },
    proof: {
      most: number('failedProofs'),
      inTime: minutes('failedProofMinutes'),
      lockout: minutes('lockoutMinutes'),
      perAddress: number('failedProofsPerAddress'),
    },
    session: {
      idle: `${number('sessionIdleHours')} hours`,
      longest: `${number('sessionDays')} days`,
      keepOthers: number('keepOtherSessions') === 1,
    },
    challenge: minutes('challengeMinutes'),
    reauthentication: minutes('reauthenticationMinutes'),
  };
}
