/** Opens and migrates the application's database. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Sequelize } from 'sequelize';
import { SequelizeStorage, Umzug } from 'umzug';
import { accountKinds } from '../rules/account-kinds.ts';
import { dialectModule } from './prepared-client.ts';
import { applyRights } from './rights.ts';
import type { Sealing } from './sealed-column.ts';
import { sealWith } from './sealed-column.ts';
import { select } from './statement.ts';

const connect = (url: string, options: object): Sequelize =>
  new Sequelize(url, { logging: false, dialect: 'postgres', dialectModule, ...options });

export interface DatabaseLimits {
  connections?: number;
  /** The longest a statement may take, in milliseconds. One second later a silent server counts as unavailable. */
  statementTimeout?: number;
}

interface Opening extends DatabaseLimits {
  /** Opens and seals the restricted columns. Without it, they cannot be read. */
  sealing?: Sealing;
}

/**
 * Opens the database with the rights of the login in the URL (`rights.ts`). All limits are short, so that a caller gets a 503
 * within seconds and can retry with the same key.
 */
export function openDatabase(url: string, { connections = 10, statementTimeout = 8_000, sealing }: Opening = {}): Sequelize {
  const database = connect(url, {
    pool: { max: connections, min: 0, acquire: 5_000, idle: 60_000 },
    dialectOptions: {
      application_name: 'akjet',
      connectionTimeoutMillis: 3_000,
      query_timeout: statementTimeout + 1_000,
      keepAlive: true,
      options: `-c search_path=public -c statement_timeout=${statementTimeout} -c idle_in_transaction_session_timeout=15s -c timezone=UTC`,
    },
  });
  if (sealing) sealWith(database, sealing);
  return database;
}

/**
 * Applies the pending migrations, adds missing reference data, and gives each login its rights. `url` has the owner's login. Safe to call concurrently.
 * @throws Error if the database belongs to another login, or has migrations that this version does not know.
 */
export async function migrate(url: string): Promise<void> {
  const database = connect(url, { pool: { max: 1 } });
  try {
    await database.query('select pg_advisory_lock(4183)');
    await expectOwner(database);
    const storage = new SequelizeStorage({ sequelize: database, tableName: 'migration' });
    const umzug = new Umzug({
      context: database,
      storage,
      logger: undefined,
      migrations: { glob: ['migrations/*.ts', { cwd: fileURLToPath(new URL('.', import.meta.url)) }] },
    });
    const own = new Set((await umzug.pending()).concat(await umzug.executed()).map(({ name }) => name));
    const foreign = (await storage.executed()).filter((name) => !own.has(name));
    if (foreign.length > 0)
      throw new Error(`the database belongs to another version, drop it and start again: it has ${foreign.join(', ')}`);
    await umzug.up();
    await seedReferenceData(database);
    await beginEra(database);
    await database.transaction((transaction) => applyRights(database, transaction));
  } finally {
    await database.close();
  }
}

/** A server that the database was restored to counts its transactions anew. */
const beginEra = (database: Sequelize): Promise<unknown> =>
  database.query(
    'update stream_era set era = era + 1, server = system_identifier from pg_control_system() where server <> system_identifier',
  );

async function expectOwner(database: Sequelize): Promise<void> {
  const [row] = await select<{ owner: string; login: string }>(
    database,
    `select pg_get_userbyid(datdba)::text as owner, session_user::text as login from pg_database
     where datname = current_database() and pg_get_userbyid(datdba) <> session_user`,
    [],
  );
  if (row) throw new Error(`the database belongs to ${row.owner}, not to ${row.login}: only its owner migrates it (DATABASE_OWNER_URL)`);
}

/** The date from which the first revision of the offer is in force (10.3). */
const FIRST_OFFER = '2026-02-01';

const reference = (name: string): string => readFileSync(new URL(`./reference/${name}.json`, import.meta.url), 'utf8');

/**
 * Inserts the first revisions of the offer and of the tariffs, the calendar, the dated parameters, references to laws and the kinds of accounts. Existing rows
 * stay, because operators may have changed them.
 */
async function seedReferenceData(database: Sequelize): Promise<void> {
  await select(
    database,
    `insert into calendar_day (date, kind, name, source, confirmed)
     select date, kind, name, source, confirmed from jsonb_to_recordset($1) as day (date date, kind text, name text, source text, confirmed boolean)
     on conflict do nothing`,
    [JSON.stringify(['calendar-2026', 'calendar-2027'].flatMap((name) => JSON.parse(reference(name))))],
  );
  await select(
    database,
    `insert into parameter (code, value, unit, valid_from, valid_to, clause, source, confirmed)
     select code, value, unit, "validFrom", "validTo", clause, source, confirmed
     from jsonb_to_recordset($1) as each (code text, value jsonb, unit text, "validFrom" date, "validTo" date, clause text, source text, confirmed boolean)
     on conflict do nothing`,
    [reference('parameters')],
  );
  await select(
    database,
    `insert into law_reference (code, kk, ru, valid_from, valid_to, source, confirmed)
     select code, kk, ru, "validFrom", "validTo", source, confirmed
     from jsonb_to_recordset($1) as each (code text, kk text, ru text, "validFrom" date, "validTo" date, source text, confirmed boolean)
     on conflict do nothing`,
    [reference('law-references')],
  );
  await select(
    database,
    `insert into account_kind (prefix, nature, bounded, shards)
     select prefix, nature, bounded, shards from jsonb_to_recordset($1) as each (prefix text, nature text, bounded boolean, shards int)
     on conflict do nothing`,
    [JSON.stringify(accountKinds)],
  );
  // The first revision was on the site before the platform existed, so it counts as published when it came into force (10.1, 10.3).
  await select(
    database,
    `insert into offer_revision (sha256, number, text, in_force_from, published_at)
     values (encode(sha256(convert_to($1, 'UTF8')), 'hex'), 1, $1, $2::date, $2::date::timestamp at time zone 'Asia/Almaty')
     on conflict (number) do nothing`,
    [readFileSync(new URL(`../documents/offer/${FIRST_OFFER}.ru.txt`, import.meta.url), 'utf8'), FIRST_OFFER],
  );
  await select(
    database,
    `insert into tariff_revision (number, plans, extras, in_force_from, published_at)
     values (1, $1, $3, $2::date, $2::date::timestamp at time zone 'Asia/Almaty') on conflict (number) do nothing`,
    [reference('tariffs'), FIRST_OFFER, reference('extras')],
  );
}
