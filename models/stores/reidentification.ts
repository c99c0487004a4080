/** Whose number is being changed (1.2). The projection of the life writes it. */
import type { Sequelize, Transaction } from 'sequelize';
import { query, statement } from '../statement.ts';

const ofPerson = query<{ life: string }>('reidentification-of-person', 'select life from reidentification where person = $1 and open');
/** The running re-identification of a person. */
export const reidentificationOf = async (database: Sequelize, person: string): Promise<string | undefined> =>
  (await ofPerson(database, [person]))[0]?.life;

const running = statement('reidentification-running', 'select from reidentification where person = $1 and open');
/** Whether a person's number is being changed. */
export const isReidentified = async (transaction: Transaction, person: string): Promise<boolean> =>
  (await running(transaction, [person])).length > 0;
