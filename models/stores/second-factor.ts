/** The second factor of the operator's staff: enrolments, keys of one-time codes, and recovery codes. */
import type { Sequelize, Transaction } from 'sequelize';
import { sealingOf } from '../sealed-column.ts';
import { databaseOf, query, statement } from '../statement.ts';

/** The cell of a factor's key. */
const placeOf = (factor: string) => ({ table: 'second_factor', column: 'secret', row: factor });

const enrol = statement<{ expires_at: Date }>(
  'factor-enrol',
  `with earlier as (update factor_enrolment set used_at = clock_timestamp() where person = $2 and used_at is null)
   insert into factor_enrolment (id, person, secret_hash, made_by, expires_at)
   select $1, $2, $3, $4, clock_timestamp() + (select make_interval(hours => (value #>> '{}')::int) from parameter,
       (select (clock_timestamp() at time zone 'Asia/Almaty')::date as day) as today
     where code = 'staffEnrolmentHours' and valid_from <= today.day and (valid_to is null or today.day <= valid_to))
   returning expires_at`,
);
/** Keeps an enrolment, which replaces an earlier one. Returns until when it is valid. */
export async function keepEnrolment(
  transaction: Transaction,
  { id, person, secretHash, madeBy }: { id: string; person: string; secretHash: string; madeBy: string },
): Promise<Date> {
  const [row] = await enrol(transaction, [id, person, secretHash, madeBy]);
  return (row as NonNullable<typeof row>).expires_at;
}

const openEnrolment = query<{ id: string }>(
  'factor-enrolment',
  `select id from factor_enrolment where person = $1 and secret_hash = $2 and used_at is null and expires_at > clock_timestamp()`,
);
/** The enrolment of this person with this secret, if it can still be used. */
export const enrolmentOf = async (database: Sequelize, person: string, secretHash: string): Promise<string | undefined> =>
  (await openEnrolment(database, [person, secretHash]))[0]?.id;

const begin = statement(
  'factor-begin',
  `with begun as (update second_factor set ended_at = clock_timestamp() where person = $2 and confirmed_at is null and ended_at is null)
   insert into second_factor (id, person, enrolment, secret) values ($1, $2, $3, $4)`,
);
/** Keeps the key of a factor that is not confirmed yet, sealed. It replaces another one that was begun. */
export const beginFactor = async (
  transaction: Transaction,
  { id, person, enrolment, key }: { id: string; person: string; enrolment: string; key: string },
): Promise<void> => {
  await begin(transaction, [id, person, enrolment, sealingOf(databaseOf(transaction)).seal(key, placeOf(id))]);
};

export interface Factor {
  id: string;
  /** The key of its one-time codes, in base32. */
  key: string;
  enrolment: string;
}
interface SealedRow extends Omit<Factor, 'key'> {
  secret: Buffer;
}
const opened = (database: Sequelize, [row]: SealedRow[]): Factor | undefined =>
  row && { id: row.id, key: sealingOf(database).open(row.secret, placeOf(row.id)), enrolment: row.enrolment };

const begun = query<SealedRow>(
  'factor-begun',
  `select second_factor.id, secret, enrolment from second_factor join factor_enrolment on factor_enrolment.id = enrolment
   where second_factor.person = $1 and confirmed_at is null and ended_at is null and used_at is null and expires_at > clock_timestamp()
   order by second_factor.created_at desc limit 1`,
);
/** The factor that this person is setting up. */
export const begunFactor = async (database: Sequelize, person: string): Promise<Factor | undefined> =>
  opened(database, await begun(database, [person]));

const current = query<SealedRow>(
  'factor-current',
  'select id, secret, enrolment from second_factor where person = $1 and confirmed_at is not null and ended_at is null',
);
/** The factor that counts for this person. */
export const factorOf = async (database: Sequelize, person: string): Promise<Factor | undefined> =>
  opened(database, await current(database, [person]));

const takeStep = query<{ id: string }>(
  'factor-take-step',
  'update second_factor set last_step = $2 where id = $1 and ended_at is null and last_step < $2 returning id',
);
/** Uses up the code of a step, and every earlier one. False if it was used before: of two requests with one code one is refused. */
export const takeCode = async (database: Sequelize, factor: string, step: number): Promise<boolean> =>
  (await takeStep(database, [factor, step])).length > 0;

const takeRecovery = query<{ factor: string }>(
  'factor-take-recovery',
  'update recovery_code set used_at = clock_timestamp() where factor = $1 and code_hash = $2 and used_at is null returning factor',
);
/** Uses up a recovery code. False for an unknown or used one. */
export const takeRecoveryCode = async (database: Sequelize, factor: string, hash: string): Promise<boolean> =>
  (await takeRecovery(database, [factor, hash])).length > 0;

const useEnrolment = statement<{ id: string }>(
  'factor-use-enrolment',
  'update factor_enrolment set used_at = clock_timestamp() where id = $1 and used_at is null returning id',
);
const replace = statement(
  'factor-replace',
  'update second_factor set ended_at = clock_timestamp() where person = $1 and id <> $2 and ended_at is null',
);
const confirm = statement('factor-confirm', 'update second_factor set confirmed_at = clock_timestamp() where id = $1');
const keepCodes = statement('factor-recovery-codes', 'insert into recovery_code (factor, code_hash) select $1, unnest($2::text[])');
/** Lets a factor count instead of the person's earlier one. False if its enrolment was used meanwhile. */
export async function confirmFactor(
  transaction: Transaction,
  { person, factor, recoveryHashes }: { person: string; factor: Pick<Factor, 'id' | 'enrolment'>; recoveryHashes: string[] },
): Promise<boolean> {
  if ((await useEnrolment(transaction, [factor.enrolment])).length === 0) return false;
  await replace(transaction, [person, factor.id]);
  await confirm(transaction, [factor.id]);
  await keepCodes(transaction, [factor.id, recoveryHashes]);
  return true;
}
