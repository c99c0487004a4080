import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import { readConfig } from '../config.ts';
import { loginAs, query } from '../local/postgresql.ts';
import { createDatabase } from '../testing/worlds/database.ts';
import { migrate } from './database.ts';
import { statements } from './prepared-client.ts';

const REFUSED = '42501';
const PROCESSES = ['akjet_api', 'akjet_worker'] as const;
const LOGINS = [...PROCESSES, 'akjet_read'] as const;

let database: Awaited<ReturnType<typeof createDatabase>>;
const connections = new Map<string, Client>();
beforeAll(async () => {
  database = await createDatabase(readConfig().DATABASE_URL);
  for (const login of [...LOGINS, 'akjet_owner', 'postgres'] as const) {
    const client = new Client({ connectionString: loginAs(database.url, login) });
    await client.connect();
    connections.set(login, client);
  }
});
afterAll(async () => {
  for (const client of connections.values()) await client.end();
  await database.drop();
});

/** What a login's try of a statement comes to: `42501`, another SQLSTATE, or `done`. Nothing of it is kept. */
async function outcomeOf(login: string, sql: string): Promise<string> {
  const client = connections.get(login) as Client;
  await client.query('begin');
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
  }
}

const id = randomUUID();

/** What only the owner of the tables can do, or could, if no trigger forbade it to the owner too. */
const OWNERS = [
  ...[
    ...['event', 'chart', 'posting', 'entry', 'ledger_account', 'account_kind', 'document', 'offer_revision', 'number_change', 'webhook'],
    ...['staff_reading', 'log_leaf', 'log_node', 'log_checkpoint', 'log_stamp', 'balance_day', 'balance_node', 'balance_leaf'],
  ].flatMap((table) => [`delete from ${table}`, `truncate ${table} cascade`]),
  `update event set input = '{}'`,
  `update event set hash = ''`,
  `update chart set json = '{}'`,
  'update posting set amount = 1',
  'insert into posting select * from posting',
  'update entry set debit = 0',
  'insert into entry select * from entry',
  'update ledger_account set credits_posted = 1000',
  `insert into ledger_account (code, shard, kind, credits_posted) values ('held/task/1', 0, 'held', 1000)`,
  `update account_kind set bounded = false`,
  `insert into account_kind values ('tips', 'income', false, 1)`,
  `select legs_of('[]')`,
  'delete from ledger_fault',
  `update document set bytes = ''`,
  `update offer_revision set text = ''`,
  `update webhook set bytes = ''`,
  `update staff_reading set reason = ''`,
  `update log_leaf set head = ''`,
  `update log_node set hash = ''`,
  `update log_checkpoint set note = ''`,
  `update log_stamp set reply = ''`,
  'update balance_day set total = 1',
  'update balance_node set sum = 1',
  `update balance_leaf set nonce = ''`,
  `update second_factor set secret = ''`,
  'delete from second_factor',
  `update factor_enrolment set secret_hash = ''`,
  `update recovery_code set code_hash = ''`,
  'delete from refused_address',
  'alter table event disable trigger event_is_append_only',
  'alter table event add column note text',
  'drop trigger event_is_append_only on event',
  'drop function forbid() cascade',
  'create or replace function forbid() returns trigger language plpgsql as $$ begin return new; end $$',
  'create trigger other before insert on event for each row execute function forbid()',
  'drop table event cascade',
  'drop schema public cascade',
  'set role akjet_owner',
  'delete from life',
  'update life set clock_offset = 1',
  `update life set kind = 'task'`,
  `update effect set params = '{}'`,
  `update effect set kind = 'releasePayment'`,
  'delete from effect',
  `update erasable_text set sealed = ''`,
  'update erasable_text set sealed = null',
  'update erasable_text set author = null',
  'update document set bytes = null, erased_at = now()',
  'update webhook set bytes = null, erased_at = now()',
  'update offer_acceptance set statement_sha256 = null, seq = 1',
  `insert into erasure (account, stage, closed_at, banned) values ('${id}', 'closing', now(), false)`,
  'update erasure set closed_at = now()',
  'delete from erasure',
  'delete from device',
  'delete from erasable_text',
  'delete from outbox',
  'update notice set account = null',
  'delete from notice',
  `update person set number = ''`,
  `update person set number_hash = ''`,
  'delete from person',
  `insert into number_change (effect, person) values ('x', '${id}')`,
  'delete from secret',
  `update secret set id = ''`,
  `update parameter set value = '0'`,
  'insert into calendar_day select * from calendar_day',
  `insert into migration values ('x')`,
  `update device set person = '${id}'`,
  `update session set token_hash = ''`,
  `update session set person = '${id}'`,
  'delete from session',
  `update proposal set content = '{}'`,
  `update proposal set proposed_by_person = '${id}'`,
  'update offer_acceptance set at = now()',
  'update sms set sent_at = now(), purpose = purpose',
  'delete from sms',
  `update account set created_at = now()`,
  'create table stray (id int)',
  'create temporary table life (id int)',
  'create view stray as select 1 as one',
  'create sequence stray',
  'create schema stray',
  'create function stray() returns int language sql as $$ select 1 $$',
  'lock table event in exclusive mode',
  `select setval('work_number', 1)`,
];

/** What only a superuser can do. */
const SUPERUSERS = [
  'set session authorization akjet_owner',
  'set session_replication_role = replica',
  `copy (select 1) to program 'true'`,
  `copy (select 1) to '/tmp/akjet-rights-test'`,
  `select pg_read_file('PG_VERSION')`,
  'create role stray',
  'grant akjet_owner to akjet_api',
  'alter role akjet_read superuser',
];

const API_MUST_NOT = [
  'update effect set open = false',
  'update effect set next_try = now()',
  `update notice set status = 'sent'`,
  `insert into document (sha256, kind, media_type, bytes, awp) values ('', '', '', '', '')`,
  `insert into act_number values ('', '${id}', 1, 1)`,
  `insert into undelivered (life, seq, template) values ('', 1, '')`,
  'delete from undelivered',
  `select change_number('x', '${id}', '', '', '{}')`,
  `select lives_to_erase('${id}', 'closing')`,
  `select erase_texts('${id}', 'closing', '')`,
  `select erase_rows('${id}', 'closing')`,
  `select erase_person('${id}', '${id}', '')`,
  'update erasure set done_at = now()',
  `update account set kept_name = ''`,
  `insert into person (id, number, number_hash, password) values ('${id}', '', '', '')`,
  'update device set known_hash = null',
  'update failed_proof set device = null',
  `update spent_work set id = ''`,
  `insert into log_leaf values (0, '', 1, '')`,
  `insert into log_node values (0, 0, '')`,
  `insert into log_checkpoint (size, note) values (1, '')`,
  `insert into log_stamp values (1, '', now())`,
  `insert into balance_day values (1, '2026-11-29', now(), 0, sha256(''), 0, '{}', '')`,
  'update anchor_step set done_at = now()',
  'delete from log_fault',
  `update email_code set code_hash = ''`,
  `insert into email_code (id, account) values ('', '${id}')`,
  `insert into event select * from event; insert into life (id, kind, clock_offset) values ('', '', 1)`,
];

const WORKER_MUST_NOT = [
  `update person set password = ''`,
  'select password from person',
  'select number_hash from person',
  'select * from person',
  `insert into person (id, number, number_hash) values ('${id}', '', '')`,
  `update account set identifier = ''`,
  ...[
    ...['code', 'challenge', 'failed_proof', 'spent_work', 'device', 'proposal', 'webhook'],
    ...['factor_enrolment', 'second_factor', 'recovery_code', 'staff_reading', 'quota_use', 'registration'],
  ].flatMap((table) => [`select from ${table}`, `delete from ${table}`, `insert into ${table} default values`]),
  'select code_hash from email_code',
  'update email_code set used_at = now()',
  `insert into refused_address values ('${id}', '')`,
  'select token_hash from session',
  `update session set account = '${id}'`,
  `update session set expires_at = now() + interval '1 year'`,
  `insert into session (id) values ('${id}')`,
  `update device set public_key = ''`,
  `update offer_acceptance set statement = ''`,
  'select statement from offer_acceptance',
  'update unexpected set seen_at = now()',
  `select tally('{}', 1, 1, '1 s')`,
];

const READ_MUST_NOT = [
  ...[
    'name from account',
    'kept_name from account',
    'confirmed_details from account',
    'new_details from account',
    'title from task',
    'lines from task',
    'sealed from erasable_text',
    'id from secret',
    'use from secret',
    'name from device',
    'known_hash from device',
    'number_hash from person',
    'bytes from document',
    'secret from second_factor',
    'secret_hash from factor_enrolment',
    'code_hash from recovery_code',
    'code_hash from email_code',
    'refusal_hash from email_code',
    'address_hash from email_code',
    'address_hash from refused_address',
    'address_hash from registration',
    'reason from staff_reading',
  ].map((what) => `select ${what}`),
  'select number from person',
  'select password from person',
  'select identifier from account',
  'select identifier_hash from account',
  'select statement from offer_acceptance',
  'select token_hash from session',
  'select public_key from device',
  'select code_hash from code',
  'select number_hash from code',
  'select network_hash from code',
  'select number from code',
  'select subject_hash from failed_proof',
  'select network_hash from failed_proof',
  'select id from spent_work',
  'select nonce from challenge',
  `select nextval('work_number')`,
  `select book('[]')`,
  'select from life for update',
];

it.each(LOGINS)('%s can do nothing of what the owner or a superuser can', async (login) => {
  const done = [];
  for (const sql of [...OWNERS, ...SUPERUSERS]) if ((await outcomeOf(login, sql)) !== REFUSED) done.push(sql);
  expect(done).toEqual([]);
});

it.each([
  ['akjet_api', API_MUST_NOT],
  ['akjet_worker', WORKER_MUST_NOT],
  ['akjet_read', READ_MUST_NOT],
] as const)('%s can do nothing of what is not its work', async (login, statements) => {
  const done = [];
  for (const sql of statements) if ((await outcomeOf(login, sql)) !== REFUSED) done.push(sql);
  expect(done).toEqual([]);
});

it('the statements would do something: the owner or a superuser is refused none for want of a right', async () => {
  const refused = [];
  for (const sql of [...OWNERS, ...API_MUST_NOT, ...WORKER_MUST_NOT, ...READ_MUST_NOT]) {
    // The number's change and erasing have checks of their own: no such effect is open, no such account is over.
    if (!/change_number|erase_|_to_erase/.test(sql) && (await outcomeOf('akjet_owner', sql)) === REFUSED) refused.push(sql);
  }
  for (const sql of SUPERUSERS) if ((await outcomeOf('postgres', sql)) === REFUSED) refused.push(sql);
  expect(refused).toEqual([]);
});

it('akjet_read can write nothing at all', async () => {
  const [{ tables = [] } = {}] = await query(
    loginAs(database.url, 'akjet_read'),
    `select coalesce(jsonb_agg(relname), '[]') as tables from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and (has_table_privilege(oid, 'insert, update, delete, truncate, references, trigger') or has_any_column_privilege(oid, 'insert, update, references'))`,
  );
  expect(tables).toEqual([]);
});

it('the processes may add to the history, and read it', async () => {
  for (const login of PROCESSES) expect(await outcomeOf(login, 'insert into event select * from event')).toBe('done');
  for (const login of LOGINS) expect(await outcomeOf(login, 'select from event, life, task, posting, effect')).toBe('done');
});

it('the worker changes a number for an open effect of that person alone', async () => {
  const [person, other, empty] = [randomUUID(), randomUUID(), randomUUID()];
  const owner = loginAs(database.url, 'akjet_owner');
  await query(
    owner,
    `insert into person (id, number, number_hash) values ('${person}', 'sealed', 'hash 1'), ('${other}', 'sealed', 'hash 2'),
       ('${empty}', 'sealed', 'older hash of 3');
     insert into account (id, name, roles) values ('${other}', '', '{}');
     insert into membership (account, person, roles) values ('${other}', '${other}', '{owner}');
     insert into chart (hash, life, number, json) values ('chart', 'reidentification', 1, '{}');
     insert into life (id, kind) values ('reidentification/1', 'reidentification');
     insert into event (life, seq, key, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash)
       values ('reidentification/1', 1, 'x', now(), 'platform', 'ask', '{}', '', '', '', 'chart', '');
     insert into effect (life, seq, index, kind, params) values
       ('reidentification/1', 1, 0, 'changeNumber', '{"person": "${person}"}'), ('reidentification/1', 1, 1, 'sendSms', '{"person": "${person}"}')`,
  );
  const change = (effect: string, of: string, hash: string) =>
    query(
      loginAs(database.url, 'akjet_worker'),
      `select change_number('${effect}', '${of}', 'sealed anew', '${hash}', array['${hash}', 'older ${hash}']) as changed`,
    );
  const numbers = async () =>
    (await query(owner, `select number_hash from person where id in ('${person}', '${other}', '${empty}') order by 1`)).map(
      (row) => row.number_hash,
    );
  const refused = { code: REFUSED };
  await expect(change('reidentification/1/1/7', person, 'hash of 3')).rejects.toMatchObject(refused);
  await expect(change('reidentification/1/1/1', person, 'hash of 3')).rejects.toMatchObject(refused);
  await expect(change('reidentification/1/1/0', other, 'hash of 3')).rejects.toMatchObject(refused);
  expect(await change('reidentification/1/1/0', person, 'hash 2')).toEqual([{ changed: false }]);
  expect(await numbers()).toEqual(['hash 1', 'hash 2', 'older hash of 3']);
  // The person without an account gives the number up.
  expect(await change('reidentification/1/1/0', person, 'hash of 3')).toEqual([{ changed: true }]);
  expect(await numbers()).toEqual(['hash 2', 'hash of 3', null]);
  // A repeated effect changes nothing.
  expect(await change('reidentification/1/1/0', person, 'hash of 5')).toEqual([{ changed: true }]);
  await query(owner, `update effect set open = false where index = 0`);
  await expect(change('reidentification/1/1/0', person, 'hash of 4')).rejects.toMatchObject(refused);
  expect(await numbers()).toEqual(['hash 2', 'hash of 3', null]);
});

/** What the owner alone runs: a process must not forget that a secret is needed. */
const OWNERS_ALONE = /^secret-forget$/;
/** What one of the two processes alone may run. All other prepared statements are of both. */
const ONLY: Record<(typeof PROCESSES)[number], RegExp> = {
  akjet_api:
    /^(account-(identify|settle)|challenge-|codes?-|device-|documents-count|email-(code-(try|hold|use|sent)|refuse)$|factor-|failures?-|person-(insert|of-hashes)|offer-(accepted|in-force)|proposal-|provider-difference-close$|push-keep$|qr-session-|quota-(exceeded|use)|registration-begin|saved-search-(keep|change|drop)$|session-|signature-keep|staff-reading-|tariff-publish|tie-(keep|drop)$|plan-offer|upload-(begin|hold|append)$|webhook-|work-(see|spend))/,
  akjet_worker:
    /^(anchor-step-(claim|done|failed)|balance-add-(day|leaves|nodes)$|bank-order-(number|count)$|bill-gather|erasure-(claim|done|postpone|holding|keep-name|lives|texts|rows|person)$|document-number-act|email-code-begin|law-references|ledger-check-(claim|move)$|log-(append|keep-stamp|note-faults|order-steps)|notice-undelivered|outflow-claim$|paid-income-insert|payout-allowance-(used|keep)|person-change-number|provider-(entry-(keep|lose|of-lives)|difference-(note|told))|reconciliation-note|saved-search-alerting$|search-(window|hits|letter).*|sms-(claim|report)|stream-forget$|life-append-answer|effect-(lease|release|postpone|close)|file-(piece|content)-drop)$/,
};

it('each process may run exactly the statements that are its work', async () => {
  for (const folder of ['stores', '../lives', '../lives/projections']) {
    for (const file of readdirSync(new URL(folder, import.meta.url))) {
      if (file.endsWith('.ts') && !file.endsWith('.test.ts')) await import(`./${folder}/${file}`);
    }
  }
  await import('../metrics.ts');
  expect(statements.size).toBeGreaterThan(90);
  for (const [login, other] of [PROCESSES, PROCESSES.toReversed()] as [keyof typeof ONLY, keyof typeof ONLY][]) {
    const refused = [];
    for (const [name, text] of statements) if ((await outcomeOf(login, `explain (generic_plan) ${text}`)) !== 'done') refused.push(name);
    expect(refused).toEqual([...statements.keys()].filter((name) => ONLY[other].test(name) || OWNERS_ALONE.test(name)));
  }
});

describe('functions', () => {
  const functions = (where: string) =>
    query(
      loginAs(database.url, 'akjet_owner'),
      `select proname from pg_proc join pg_language on pg_language.oid = prolang where pronamespace = 'public'::regnamespace and ${where}`,
    );

  it('look for tables in the schema alone, whatever path their caller has', async () => {
    expect(await functions(`(lanname <> 'sql' or prosecdef) and 'search_path=public, pg_temp' <> all (coalesce(proconfig, '{}'))`)).toEqual(
      [],
    );
  });
  it('run with the rights of their caller, except those that book, note what is billed, repeat for a search, change a number or erase', async () => {
    expect((await functions('prosecdef')).map(({ proname }) => proname).toSorted()).toEqual([
      'begin_erasure',
      'book',
      'change_number',
      'erase_person',
      'erase_rows',
      'erase_texts',
      'lives_to_erase',
      'note_billed',
      'note_unbilled',
      'repeat_account',
      'repeat_reputation',
    ]);
  });
  it('are nobody’s until they are given, also a new one', async () => {
    const owner = loginAs(database.url, 'akjet_owner');
    await query(owner, 'create function stray() returns int language sql as $$ select 1 $$');
    for (const login of LOGINS) expect(await outcomeOf(login, 'select stray()')).toBe(REFUSED);
    await query(owner, 'drop function stray()');
  });
});

it.each([
  ['the table stray', 'create table stray (id int)', 'drop table stray'],
  ['the table stray', 'create view stray as select 1 as one', 'drop view stray'],
  ['the sequence stray', 'create sequence stray', 'drop sequence stray'],
  ['the function stray', 'create function stray() returns int language sql as $$ select 1 $$', 'drop function stray()'],
])('a migration fails if nobody said who may use %s', async (what, make, unmake) => {
  const owner = loginAs(database.url, 'akjet_owner');
  await query(owner, make);
  await expect(migrate(owner)).rejects.toThrow(`nobody said who may use ${what}`);
  await query(owner, unmake);
  await migrate(owner);
});

it('a migration takes away every right that is not written down', async () => {
  const owner = loginAs(database.url, 'akjet_owner');
  await query(
    owner,
    'grant update on event to akjet_api; grant update (hash) on event to public; grant create on schema public to akjet_worker',
  );
  expect(await outcomeOf('akjet_worker', `create table stray (id int)`)).toBe('done');
  await migrate(owner);
  expect(await outcomeOf('akjet_worker', `create table stray (id int)`)).toBe(REFUSED);
  for (const login of LOGINS) expect(await outcomeOf(login, `update event set hash = ''`)).toBe(REFUSED);
});

it('only the owner of the database migrates it', async () => {
  for (const login of [...PROCESSES, 'postgres'] as const)
    await expect(migrate(loginAs(database.url, login))).rejects.toThrow(/belongs to akjet_owner|permission denied/);
});
