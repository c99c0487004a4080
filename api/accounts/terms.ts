/** The dated parameters for a command of an account, on the day of the command. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Ground, GroundTerms, InvitationTerms } from '../../charts/account/types.ts';
import { GROUNDS } from '../../charts/account/types.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { RegistrationLimits } from '../../models/stores/registration.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';

export interface AccountTerms {
  /** The age of majority in years. */
  majority: number;
  taxReminderDays: number;
  /** How many accounts one person, and one network, may register. */
  registrations: RegistrationLimits;
  /** Of invitations to be a member, and of memberships (1.4). */
  invitation: InvitationTerms;
  invitationsPerPerson: number;
  membershipsPerPerson: number;
  /** Of a contractor's profile. */
  mostSkills: number;
  mostPlaces: number;
  ground(ground: Ground): GroundTerms;
}

/** The current parameters about accounts. Consequences of a ground are lists in the order of 4.4.2. */
export async function accountTerms(database: Sequelize, transaction?: Transaction): Promise<AccountTerms> {
  const rows = await readParameters(database, transaction);
  const today = todayInAlmaty();
  return {
    majority: numberAt(rows, 'accountAge', today),
    taxReminderDays: numberAt(rows, 'taxStatusReminderDays', today),
    registrations: {
      perPerson: numberAt(rows, 'registrationsPerPerson', today),
      perAddress: numberAt(rows, 'registrationsPerAddress', today),
      inTime: `${numberAt(rows, 'quotaHours', today)} hours`,
    },
    invitation: { days: numberAt(rows, 'invitationDays', today), most: numberAt(rows, 'invitationsPerAccount', today) },
    invitationsPerPerson: numberAt(rows, 'invitationsPerPerson', today),
    membershipsPerPerson: numberAt(rows, 'membershipsPerPerson', today),
    mostSkills: numberAt(rows, 'skillsPerProfile', today),
    mostPlaces: numberAt(rows, 'placesPerProfile', today),
    ground(ground) {
      const of = (code: string): number => listAt(rows, code, today)[GROUNDS.indexOf(ground)] ?? 0;
      return {
        told: of('suspensionGroundTold') === 1,
        appealWorkingDays: of('suspensionAppealWorkingDays'),
        decisionWorkingDays: of('suspensionDecisionWorkingDays'),
        stopsMoney: of('suspensionStopsMoney') === 1,
      };
    },
  };
}
