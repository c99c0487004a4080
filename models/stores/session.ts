/** Sessions. A session is found only by its token's hash, and read with every request, so that a revocation works at once. */
import type { InferAttributes, Sequelize, Transaction } from 'sequelize';
import type { AccountKind, MemberRole, StaffRole } from '../../charts/account/types.ts';
import type { Language } from '../../charts/messages.ts';
import { NOW, query, statement } from '../statement.ts';
import type { How, Role, Session } from '../tables.ts';
import { tables } from '../tables.ts';
import { deviceName } from './device.ts';

/** An open session with the account it acts for. */
export interface OpenSessionRow {
  id: string;
  person: string;
  device: string;
  account: string | null;
  kind: AccountKind | null;
  roles: Role[] | null;
  member: MemberRole[] | null;
  staff: StaffRole[] | null;
  language: Language;
  may_act: boolean | null;
  may_open: boolean | null;
  displaced: boolean | null;
  paused: boolean | null;
  signs_acts: boolean | null;
  offer_accepted: string | null;
  offer_shown: string | null;
  offer_declined: string | null;
  acceptance: string | null;
  /** Null for a session that is none of the staff. */
  factor: 'missing' | 'old' | 'fresh' | null;
  /** Its last use was recorded more than a minute ago. */
  stale: boolean;
}

/** The join with memberships ends the sessions of a removed member, even if the session's row is open. */
const open = (known: 'token_hash' | 'id') =>
  query<OpenSessionRow>(
    `session-by-${known.replace('_', '-')}`,
    `select session.id, session.person, session.device, account.id as account, account.kind, account.roles, membership.roles as member,
       account.staff, coalesce(account.language, person.language) as language, account.may_act, account.may_open, account.displaced,
       account.paused, account.signs_acts,
       account.offer_accepted, account.offer_shown, account.offer_declined, account.acceptance,
       session.seen_at < clock_timestamp() - interval '1 minute' as stale,
       case when account.kind is distinct from 'staff' then null when session.factor_at is null then 'missing'
         when session.factor_at > clock_timestamp() - (select make_interval(mins => (value #>> '{}')::int) from parameter,
             (select (clock_timestamp() at time zone 'Asia/Almaty')::date as day) as today
           where code = 'stepUpMinutes' and valid_from <= today.day and (valid_to is null or today.day <= valid_to))
         then 'fresh' else 'old' end as factor
     from session join person on person.id = session.person
       left join membership on membership.account = session.account and membership.person = session.person
       left join account on account.id = membership.account
     where session.${known} = $1 and session.ended_at is null and session.expires_at > clock_timestamp() and session.idle_until > clock_timestamp()
       and (session.account is null or membership.account is not null)`,
  );
const byToken = open('token_hash');
const byId = open('id');

export const sessionOfToken = async (database: Sequelize, hash: string): Promise<OpenSessionRow | undefined> =>
  (await byToken(database, [hash]))[0];
export const sessionOfId = async (database: Sequelize, id: string): Promise<OpenSessionRow | undefined> => (await byId(database, [id]))[0];

const touch = query(
  'session-touch',
  `update session set seen_at = clock_timestamp(), idle_until = clock_timestamp() + (idle_until - seen_at) where id = $1 and ended_at is null`,
);
/** Records a use, which restarts the idle time. */
export const touchSession = async (database: Sequelize, id: string): Promise<void> => {
  await touch(database, [id]);
};

export interface SessionRow {
  id: string;
  account: string | null;
  device: string;
  device_name: string;
  how: How;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

const ofPerson = query<Omit<SessionRow, 'device_name'> & { device_name: Buffer | null }>(
  'session-of-person',
  `select session.id, session.account, session.device, device.name as device_name, session.how, session.created_at, session.seen_at,
     session.expires_at
   from session join device on device.id = session.device
   where session.person = $1 and session.ended_at is null and session.expires_at > clock_timestamp() and session.idle_until > clock_timestamp()
   order by session.created_at desc, session.id`,
);
/** The open sessions of a person. */
export const sessionsOf = async (database: Sequelize, person: string): Promise<SessionRow[]> =>
  (await ofPerson(database, [person])).map((row) => ({ ...row, device_name: deviceName(database, row.device, row.device_name) }));

const create = statement<{ created_at: Date; expires_at: Date }>(
  'session-create',
  `insert into session (id, token_hash, person, account, device, how, proved_at, created_at, seen_at, idle_until, expires_at)
   select $1, $2, $3, $4, $5, $6, coalesce($7, moment), moment, moment, moment + $8::interval, coalesce($9, moment + $10::interval)
   from clock_timestamp() as moment returning created_at, expires_at`,
);

export interface NewSession {
  id: string;
  tokenHash: string;
  person: string;
  account: string | null;
  device: string;
  how: How;
  /** PostgreSQL intervals. */
  idle: string;
  longest: string;
  /** The family of the session that it continues, if any. */
  before?: Pick<InferAttributes<Session>, 'proved_at' | 'expires_at'>;
}

/** Creates a session. Returns its beginning and end. */
export async function createSession(
  transaction: Transaction,
  { id, tokenHash, person, account, device, how, idle, longest, before }: NewSession,
): Promise<{ created_at: Date; expires_at: Date }> {
  const values = [id, tokenHash, person, account, device, how, before?.proved_at, idle, before?.expires_at, longest];
  const [row] = await create(transaction, values);
  return row as NonNullable<typeof row>;
}

/** Locks a session, so that it cannot end meanwhile. False where it has ended. */
export const holdSession = async (database: Sequelize, id: string, transaction: Transaction): Promise<boolean> =>
  (await tables(database).Session.findOne({
    attributes: ['id'],
    where: { id, ended_at: null },
    lock: transaction.LOCK.UPDATE,
    transaction,
    raw: true,
  })) !== null;

/** Ends a session that is held, and answers what the one that continues it takes over. */
export async function replaceSession(
  database: Sequelize,
  id: string,
  transaction: Transaction,
): Promise<Pick<InferAttributes<Session>, 'proved_at' | 'expires_at'>> {
  const [, [row]] = await tables(database).Session.update({ ended_at: NOW }, { where: { id }, returning: true, transaction });
  return (row as NonNullable<typeof row>).get();
}

const proveFactor = statement(
  'session-prove-factor',
  'update session set factor_at = clock_timestamp() where id = $1 and ended_at is null',
);
/** Notes that the second factor was proved now. */
export const noteFactor = async (transaction: Transaction, id: string): Promise<void> => {
  await proveFactor(transaction, [id]);
};

/** Ends sessions at once (ASVS 7.4.1, 8.3.2). */
export const endSessions = async (database: Sequelize, ids: string[], transaction: Transaction): Promise<void> => {
  await tables(database).Session.update({ ended_at: NOW }, { where: { id: ids, ended_at: null }, transaction });
};

const endAll = statement(
  'session-end-all',
  `update session set ended_at = clock_timestamp()
   where person = $1 and ended_at is null and device = coalesce($2, device) and id is distinct from $3`,
);
/** Ends all sessions of a person except one, or only those on a given device. Locks the person, so that concurrent logins wait. */
export const endAllSessions = async (
  transaction: Transaction,
  { person, device, except }: { person: string; device?: string | undefined; except?: string },
): Promise<void> => {
  await endAll(transaction, [person, device, except]);
};
