/** Persons, their accounts, devices and sessions, as authentication reads and writes them. */
import type { Sequelize, Transaction } from 'sequelize';
import type { AccountKind, MemberRole } from '../../charts/account/types.ts';
import type { Language } from '../../charts/messages.ts';
import { query, statement } from '../../models/statement.ts';

/** How a person was known (1.3). */
export type How = 'code' | 'password' | 'device';

export interface PersonRow {
  id: string;
  number: string;
  name: string | null;
  language: Language;
  password: string | null;
}

export interface AccountRow {
  id: string;
  name: string;
  kind: AccountKind;
  roles: string[];
  member: MemberRole[];
}

const PERSON = 'id, number, name, language, password';
const byNumber = query<PersonRow>('person-by-number', `select ${PERSON} from person where number = $1`);
const byId = query<PersonRow>('person-by-id', `select ${PERSON} from person where id = $1`);

export const personOfNumber = async (database: Sequelize, number: string): Promise<PersonRow | undefined> =>
  (await byNumber(database, [number]))[0];
export const personOfId = async (database: Sequelize, id: string): Promise<PersonRow | undefined> => (await byId(database, [id]))[0];

const change = query('person-rehash', 'update person set password = $3 where id = $1 and password = $2');
/** Keeps the same password at a higher cost, unless it was changed meanwhile. */
export const rehash = async (database: Sequelize, { id, password }: PersonRow, hash: string): Promise<void> => {
  await change(database, [id, password, hash]);
};

const accounts = query<AccountRow>(
  'person-accounts',
  `select account.id, account.name, account.kind, account.roles, membership.roles as member
   from membership join account on account.id = membership.account where membership.person = $1 order by account.created_at, account.id`,
);
/** The accounts a person acts for, the first one first. */
export const accountsOf = (database: Sequelize, person: string): Promise<AccountRow[]> => accounts(database, [person]);

export interface SessionRow {
  id: string;
  account: string | null;
  device: string;
  device_name: string;
  how: How;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  /** Was the person known by a code or a password a short while ago? */
  fresh: boolean;
}

const sessions = query<SessionRow>(
  'person-sessions',
  `select session.id, session.account, session.device, device.name as device_name, session.how, session.created_at, session.seen_at,
     session.expires_at, session.how <> 'device' and session.proved_at > clock_timestamp() - $2::interval as fresh
   from session join device on device.id = session.device
   where session.person = $1 and session.ended_at is null and session.expires_at > clock_timestamp() and session.idle_until > clock_timestamp()
   order by session.created_at desc, session.id`,
);
/** The open sessions of a person. `fresh` is reckoned back over an interval as PostgreSQL reads it. */
export const sessionsOf = (database: Sequelize, person: string, fresh: string): Promise<SessionRow[]> =>
  sessions(database, [person, fresh]);

const ending = statement('sessions-end', 'update session set ended_at = clock_timestamp() where id = any($1::uuid[]) and ended_at is null');
/** Ends sessions: at once, for what a session may do is read with every request (ASVS 7.4.1, 8.3.2). */
export const endSessions = async (transaction: Transaction, ids: string[]): Promise<void> => {
  await ending(transaction, [ids]);
};

const endingAll = statement(
  'sessions-end-all',
  `update session set ended_at = clock_timestamp()
   where person = $1 and ended_at is null and device = coalesce($2, device) and id is distinct from $3`,
);
/** Ends all sessions of a person, those on one device where it is named, but one. The person is locked: what logs in meanwhile comes after. */
export const endAllSessions = async (
  transaction: Transaction,
  { person, device, except }: { person: string; device?: string | undefined; except?: string },
): Promise<void> => {
  await endingAll(transaction, [person, device ?? null, except ?? null]);
};

const lock = statement('person-lock', 'select from person where id = $1 and number = $2 for update');
/** Logins and changes of a person wait for each other. False where the number is not theirs any more. */
export const lockPerson = async (transaction: Transaction, { id, number }: Pick<PersonRow, 'id' | 'number'>): Promise<boolean> =>
  (await lock(transaction, [id, number])).length > 0;

export interface DeviceRow {
  id: string;
  person: string;
  name: string;
  public_key: string | null;
  authorised_at: Date;
}

const device = query<DeviceRow>(
  'device-find',
  'select id, person, name, public_key, authorised_at from device where id = $1 and revoked_at is null and public_key is not null',
);
/** A device that may log in by its key. */
export const deviceOfId = async (database: Sequelize, id: string): Promise<DeviceRow | undefined> => (await device(database, [id]))[0];

const devices = query<DeviceRow>(
  'person-devices',
  `select id, person, name, public_key, authorised_at from device
   where person = $1 and revoked_at is null and (public_key is not null or exists (
     select from session where session.device = device.id and ended_at is null and expires_at > clock_timestamp() and idle_until > clock_timestamp()))
   order by authorised_at desc, id`,
);
/** What a person is logged in on or may log in from (1.1): devices with a key, and browsers with a session. */
export const devicesOf = (database: Sequelize, person: string): Promise<DeviceRow[]> => devices(database, [person]);
