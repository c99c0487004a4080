/** What the staff read of others' matters. Rows are only added. */
import type { Sequelize } from 'sequelize';
import type { StaffRole } from '../../charts/account/types.ts';
import { query } from '../statement.ts';
import type { Page } from './list.ts';

export interface Reading {
  /** The life, the document, or the list that was read. */
  subject: string;
  operation: string;
  reader: string;
  readerPerson: string;
  roles: readonly StaffRole[];
  reason: string;
}

const keep = query(
  'staff-reading-keep',
  `insert into staff_reading (account, subject, operation, reader, reader_person, roles, reason)
   select id, $2, $3, $4, $5, $6, $7 from account where id = any($1::uuid[])`,
);
/** Notes a reading, once for each account that it was about. */
export const keepReading = async (database: Sequelize, accounts: readonly string[], reading: Reading): Promise<void> => {
  const { subject, operation, reader, readerPerson, roles, reason } = reading;
  await keep(database, [accounts, subject, operation, reader, readerPerson, roles, reason]);
};

export interface ReadingRow {
  id: string;
  subject: string;
  operation: string;
  roles: StaffRole[];
  reason: string;
  at: Date;
}
const ofAccount = query<ReadingRow>(
  'staff-reading-of-account',
  `select id, subject, operation, roles, reason, at from staff_reading where account = $1 and ($3::bigint is null or id < $3)
   order by id desc limit $2`,
);
/** One page of what was read of an account's matters, newest first. The reader is left out. */
export const readingsOf = (database: Sequelize, account: string, { after, limit }: Page): Promise<ReadingRow[]> =>
  ofAccount(database, [account, limit, after]);
