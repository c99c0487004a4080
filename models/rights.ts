/**
 * Who may do what in the database: the one place that gives rights. `npm run migrate` takes everything from everybody and then gives what stands here, so
 * a right that is not written here does not exist. A table or function that is missing here stops the migration.
 *
 * Four logins: `akjet_owner` owns the tables, and only migrations use it. `akjet_api` and `akjet_worker` are those of the two processes, and `akjet_read`
 * is for people and checks: it sees what happened and what waits, and no names, numbers, texts or secrets. None of the last three owns anything or is a member of another role.
 */
import type { Sequelize, Transaction } from 'sequelize';
import { select } from './statement.ts';

/** Rights in the words of `grant`. `both` is what the API and the worker may do alike: mostly what a commit writes, because both of them commit. */
interface Rights {
  both?: string;
  api?: string;
  worker?: string;
  read?: string;
}

// Columns that a statement leaves out keep their defaults, such as the moment of the insert. So an insert names its columns where it leaves some out.

const NAMELESS_ACCOUNT = `id, language, kind, roles, staff, standing, may_act, may_open, paused, signs_acts, offer_accepted, offer_shown, offer_declined, acceptance,
  tax_status, seq, sessions_voided_at, proof, displaced, requisites, payout_details`;
/** What the projection of an account writes; not the sealed identifier and its hash. */
const ACCOUNT = `name, confirmed_details, new_details, ${NAMELESS_ACCOUNT}`;

const TABLES: Record<string, Rights> = {
  // The history. Nobody changes it, and a trigger forbids it even to the owner.
  chart: { both: 'select, insert (hash, life, number, json)', read: 'select' },
  event: { both: 'select, insert', read: 'select' },
  // Written by the function `book` alone.
  account_kind: { both: 'select', read: 'select' },
  ledger_account: { both: 'select', read: 'select' },
  posting: { both: 'select', read: 'select' },
  entry: { both: 'select', read: 'select' },
  // Its check is the worker's. What it found, the owner alone removes.
  ledger_check: { both: 'select', worker: 'update (after, tried_at, checked_at, began_anew_at)', read: 'select' },
  ledger_fault: { both: 'select', worker: 'insert (invariant, about), update (found_at)', read: 'select' },
  document_of_life: { both: 'select, insert (document, life, reference, number, dated)', read: 'select' },

  // Lives and what their events order. Nobody changes what an effect does; the worker alone leases and closes it.
  life: {
    both: `select, insert (id, kind, seq, state, done, snapshot, head, at, next_due), update (seq, state, done, snapshot, head, at, next_due)`,
    read: 'select',
  },
  outbox: { both: 'select, insert (life, seq, delivered), update (delivered)', read: 'select' },
  effect: {
    both: 'select, insert (life, seq, index, kind, params)',
    worker: 'update (open, tries, next_try, lease_until, fault)',
    read: 'select',
  },
  // Nobody empties a text but by `erase_texts`.
  erasable_text: { both: 'select, insert (id, life, author, sealed)', read: 'select (id, life, author, erased_at, erased_for)' },
  nudge: { both: 'select, insert (life, next_at), update (tries, next_at), delete', read: 'select' },
  notice: {
    both: 'select, insert (id, life, seq, account, template, channel, created_at, deadline, facts, legal)',
    worker: 'update (status, settled_at, proof)',
    read: 'select',
  },
  tie: { both: 'select', api: 'insert (account, kind, other), delete', read: 'select' },
  // What concerns an account. The worker forgets what is old.
  account_event: { both: 'select, insert (account, life, seq, notice)', worker: 'delete', read: 'select' },
  stream_era: { both: 'select', worker: 'update (forgotten_era, forgotten_xid, forgotten_pos)', read: 'select' },
  damaged_life: {
    both: 'select, insert (life, seq, problem), update (seq, problem, found_at, told_at, seen_at, seen_by)',
    read: 'select',
  },
  unexpected: { both: 'select, insert (life, seq, type)', api: 'update (seen_at, seen_by)', read: 'select' },
  standing: { both: 'select, insert (life, state, since), update (number, state, since), delete', read: 'select' },

  // Read models, written by the commits of both processes.
  account: {
    both: `select (${ACCOUNT}, kept_name, created_at), insert (${ACCOUNT}), update (${ACCOUNT})`,
    api: 'select (identifier, identifier_hash), update (identifier, identifier_hash)',
    // `tellHolders` looks for accounts with the same number. The name of a closed account is sealed before it is erased.
    worker: 'select (identifier, identifier_hash), update (kept_name)',
    read: `select (${NAMELESS_ACCOUNT}, created_at)`,
  },
  membership: {
    both: 'select, insert (account, person, roles, staff, registered), update (roles, staff, registered), delete',
    read: 'select',
  },
  invitation: { both: 'select, insert, delete', read: 'select' },
  qualification: { both: 'select, insert, update (state)', read: 'select' },
  reidentification: { both: 'select, insert, update (open)', read: 'select' },
  contractor_profile: {
    both: 'select, insert, update (version, headline, about, services, skills, languages, places, photo, portfolio, search, changed_at, era, xid)',
    read: `select (account, number, version, skills, languages, places, photo, listed, proved, rating, reviews, tasks_done, changed_at)`,
  },
  paper_of_account: { both: 'select, insert, update (waits)', read: 'select' },
  life_of_account: { both: 'select, insert, update (open)', read: 'select' },
  task: {
    both: `select, insert, update (seq, state, stage, version, title, description, place, hazards, measures, requirements, category, requires, location, lines, price,
      payment, match, customer, contractor, "group", start_at, due_at, deadlines, changed_at)`,
    read: `select (id, number, seq, state, stage, version, category, requires, location, price, payment, match, customer, contractor, "group", start_at, due_at, deadlines,
      posted_at, changed_at)`,
  },
  // What open tasks are found by.
  open_task_search: {
    both: 'select, insert, update, delete',
    read: 'select (task, number, version, customer, match, payment, hazards, category, place, price, start_at, spot, requires)',
  },
  // The API keeps what somebody saved, and the worker finds what is new for it and writes the letters.
  saved_search: {
    both: 'select',
    api: 'insert (id, account, kind, content, alerts, known), update (content, alerts, known, since_era, since), delete',
    read: 'select (id, account, number, kind, alerts, created_at)',
  },
  found_item: { worker: 'select, insert (search, task, contractor, account, due_at), update (letter)', read: 'select' },
  search_letter: { worker: 'select, insert (account, kind, id), update (id, made_at, told_at)', read: 'select' },
  search_pass: { worker: 'select, update', read: 'select' },
  candidate: { both: 'select, insert, delete', read: 'select' },
  thread: {
    both: `select, insert (id, number, about, customer, contractor, messages, read_customer, read_contractor, read_operator, done),
      update (messages, read_customer, read_contractor, read_operator, done, touched)`,
    read: 'select',
  },
  message: {
    both: 'select, insert (thread, number, seq, at, by, account, text, shown, quote), update (text, shown, edited_at, withdrawn_at)',
    read: 'select',
  },
  fee: { both: 'select, insert, update (state, parent, customer, principal, terms)', read: 'select' },
  invoice: { both: 'select, insert, update (state, credited, paid, due_on, changed_at, limit_from, limits)', read: 'select' },
  // Which fees an invoice gathers, and its number: nobody changes it.
  bill: { both: 'select', worker: 'insert (id, customer, period, year, seq, principal, advance, lines, terms)', read: 'select' },
  bill_line: { both: 'select', worker: 'insert', read: 'select' },
  // Written by triggers alone: a fee that is charged enters, one that is a line of an invoice leaves.
  unbilled_fee: { both: 'select', read: 'select' },
  dispute: {
    both: 'select, insert, update (state, stage, about, against, side, claimant, respondent, amount, sent_at, deadlines, changed_at)',
    read: 'select',
  },
  debt: {
    both: `select, insert, update (state, stage, parent, about, ground, debtor, creditor, debtor_party, creditor_party, amount, paid, owed, due_on,
      overdue_since, arisen_at, changed_at)`,
    read: 'select',
  },
  start_record: { both: 'select, insert, update (contractor, outcome, seq, recorded_at), delete', read: 'select' },
  objection: { both: 'select, insert, update (standing)', read: 'select' },
  reputation: { both: 'select, insert, update (tasks_done, reviews, stars)', read: 'select' },
  published_review: { both: 'select, insert', read: 'select' },
  work: { both: 'select, insert (life, duty, since), delete', read: 'select' },
  offer_acceptance: {
    both: 'select (id, account, revision, form, seq, at), insert (id, account, revision, form, seq, at)',
    api: 'select (statement_sha256, signature_sha256, statement), update (statement_sha256, signature_sha256, statement)',
    read: 'select (id, account, revision, form, seq, at, statement_sha256, signature_sha256)',
  },

  // Persons and how they log in: the API. The worker ends the sessions of an account, and changes a number only by `change_number`.
  person: {
    api: 'select, insert (id, number, number_hash, language), update (password)',
    worker: 'select (id, number, language)',
    read: 'select (id, language, created_at)',
  },
  number_change: { read: 'select' },
  device: {
    api: 'select, insert (id, person, name, known_hash), update (name, public_key, authorised_at, revoked_at)',
    read: 'select (id, person, authorised_at, revoked_at)',
  },
  session: {
    api: `select, insert (id, token_hash, person, account, device, how, proved_at, created_at, seen_at, idle_until, expires_at),
      update (account, factor_at, seen_at, idle_until, ended_at)`,
    worker: 'select (id, person, account, idle_until, expires_at, ended_at), update (ended_at)',
    read: 'select (id, person, account, device, how, proved_at, factor_at, created_at, seen_at, idle_until, expires_at, ended_at)',
  },
  push_subscription: { both: 'select, delete', api: 'insert, update (endpoint, p256dh, auth)' },
  code: {
    api: `select, insert (id, purpose, number_hash, code_hash, network_hash, wide_hash, known, number, created_at, expires_at),
      update (tries, used_at, number), delete`,
    read: 'select (id, purpose, tries, created_at, expires_at, used_at)',
  },
  failed_proof: {
    api: 'select, insert (kind, subject_hash, network_hash, wide_hash, device, at), update (forgiven), delete',
    read: 'select (id, kind, at)',
  },
  // To skip the rows that another request deletes, they are locked, and a lock needs the right to update a column.
  spent_work: { api: 'select, insert (id, expires_at), update (expires_at), delete', read: 'select (expires_at)' },
  challenge: {
    api: 'select, insert (id, nonce, created_at, expires_at), update (used_at), delete',
    read: 'select (id, created_at, expires_at, used_at)',
  },

  factor_enrolment: {
    api: 'select, insert (id, person, secret_hash, made_by, expires_at), update (used_at)',
    read: 'select (id, person, made_by, created_at, expires_at, used_at)',
  },
  second_factor: {
    api: 'select, insert (id, person, enrolment, secret), update (confirmed_at, last_step, ended_at)',
    read: 'select (id, person, enrolment, created_at, confirmed_at, last_step, ended_at)',
  },
  recovery_code: { api: 'select, insert (factor, code_hash), update (used_at)', read: 'select (factor, used_at)' },

  // What is to be erased after an account was closed, and when it was.
  erasure: { both: 'select', worker: 'update (next_try, done_at, fault)', read: 'select' },

  // What keeps the platform from writing to strangers, and what is limited. The worker sends the letters with the codes.
  email_code: {
    api: 'select, update (tries, used_at)',
    worker: `select (id, address_hash, sent_at), insert (id, account, details, address_hash, code_hash, refusal_hash, expires_at),
      update (code_hash, refusal_hash, expires_at)`,
    read: 'select (id, account, tries, sent_at, expires_at, used_at)',
  },
  refused_address: { api: 'insert (account, address_hash)', both: 'select', read: 'select (account, refused_at)' },
  // As with `spent_work`, deleted rows are locked.
  quota_use: { api: 'select, insert (quota, subject, amount), update (used_at), delete', read: 'select' },
  registration: { api: 'select, insert (person, address_hash), update (at), delete', read: 'select (id, person, at)' },

  // The log of heads: the worker anchors, and the API shows.
  log_leaf: { both: 'select', worker: 'insert', read: 'select' },
  log_node: { both: 'select', worker: 'insert', read: 'select' },
  log_checkpoint: { both: 'select', worker: 'insert (size, note)', read: 'select' },
  log_stamp: { both: 'select', worker: 'insert', read: 'select' },
  anchor_step: { both: 'select', worker: 'insert (size, step), update (done_at, tries, next_try, fault)', read: 'select' },
  log_fault: { both: 'select', worker: 'insert (subject, fault), update (fault), delete', read: 'select' },

  // The staff's and the operator's: the API.
  staff_reading: {
    api: 'select, insert (account, subject, operation, reader, reader_person, roles, reason)',
    read: 'select (id, account, subject, operation, reader, reader_person, roles, at)',
  },
  proposal: {
    api: `select, insert (id, kind, subject, content, proposed_by, proposed_by_person),
      update (outcome, decided_by, decided_by_person, decided_at, reasons)`,
    read: 'select',
  },
  offer_revision: {
    api: 'select, insert (sha256, number, text, in_force_from, published_by, previous)',
    worker: 'select (sha256, in_force_from)',
    read: 'select',
  },
  individual_plan: { api: 'select, insert (code, account, plan, valid_until, offered_by)', worker: 'select', read: 'select' },
  tariff_revision: {
    api: 'select, insert (number, plans, extras, in_force_from, published_by)',
    worker: 'select',
    read: 'select',
  },
  webhook: { api: 'select, insert (provider, message, about, timestamp, bytes)', read: 'select' },

  // The comparison with payment providers: the worker compares, the staff close.
  provider_entry: {
    worker: `select, insert (provider, id, kind, about, amount, status, at), update (about, amount, status, at, read_at), delete`,
    read: 'select',
  },
  reconciliation: {
    api: 'select',
    worker: 'select, insert (provider, from_at, to_at, operations, lives, differences)',
    read: 'select',
  },
  provider_difference: {
    api: 'select, update (closed_at, closed_by, note)',
    worker: 'select, insert (provider, kind, about, ours, theirs, content_hash), update (seen_at, told_at, closed_at)',
    read: 'select',
  },

  // What people were owed on each day: the worker says it, once.
  balance_day: { api: 'select', worker: 'select, insert (number, day, at, leaves, root, total, beside, head)', read: 'select' },
  balance_node: { api: 'select', worker: 'select, insert (number, level, index, hash, sum)', read: 'select' },
  balance_leaf: { api: 'select', worker: 'select, insert (number, account, index, nonce)', read: 'select (number, account, index)' },

  // What effects make: the worker. The API keeps what a party brings.
  document: {
    api: 'select, insert (sha256, kind, media_type, bytes)',
    worker: 'select, insert (sha256, kind, media_type, bytes, awp)',
    read: 'select (sha256, kind, media_type, created_at, erased_at, erased_for)',
  },
  // The bytes of files: the API takes them, and the worker makes the copies of images and removes what belongs to nothing.
  file_content: { api: 'select, insert (id, key, name)', worker: 'select, delete', read: 'select (id)' },
  file_piece: {
    both: 'select, insert (id, content, form, start, size), update (kept)',
    worker: 'delete',
    read: 'select',
  },
  upload: {
    both: 'select, delete',
    api: 'insert (id, account, size, expires_at), update (received)',
    read: 'select',
  },
  file: { both: 'select, insert, update (content)', read: 'select' },
  file_of: { both: 'select, insert', read: 'select' },
  // As with `spent_work`, deleted rows are locked.
  qr_session: {
    api: `select, insert (id, token_hash, relay, signing, session, expires_at),
      update (expires_at, delivered, tries, leased_until, outcome, message), delete`,
    read: 'select (id, signing, created_at, expires_at, outcome)',
  },
  // The API receives a signature, and the worker checks it again.
  signature: {
    api: 'insert (id, signing, party, document, cms_sha256, signer_hash, received_at, sealed)',
    both: 'select',
    read: 'select (id, signing, party, document, cms_sha256, received_at, erased_at, erased_for)',
  },
  act_number: { both: 'select', worker: 'insert', read: 'select' },
  // The worker pays; the projection of a payout, which both write, says what came back.
  paid_income: {
    both: 'select, update (came_back_at)',
    worker: 'insert (attempt, payout, account, person_hash, day, month, income, opv, opvr, so, vosms)',
    read: 'select (attempt, payout, account, day, month, income, opv, opvr, so, vosms, came_back_at)',
  },
  payout_allowance: { worker: 'select, insert, update (day, amount)', read: 'select' },
  // The worker collects a register; the projection of a transfer, which both write, adds what came back.
  bank_order_line: {
    both: `select, insert (attempt, payout, bank_order, account, details, amount, state), update (state), delete`,
    worker: 'update (nth)',
    read: 'select',
  },
  bank_order: { api: 'select', worker: 'select, insert (id, year, seq)', read: 'select' },
  bank_record: { both: 'select', worker: 'insert', read: 'select' },
  social_transfer_line: { both: 'select, insert', read: 'select' },
  undelivered: {
    both: 'select',
    api: 'update (seen_at, seen_by)',
    worker: 'insert (life, seq, account, template), delete',
    read: 'select',
  },
  sms: {
    both: `select, insert (id, purpose, topic, account, person, number_hash, provider, status),
      update (number_hash, provider, provider_id, segments, status, doubts, sent_at, reported_at, proof, next_ask)`,
    worker: 'update (asks)',
    read: 'select',
  },

  // Which secrets stored values need. The owner alone forgets one, when `npm run reseal` has sealed its last value anew.
  secret: { both: 'select (use, id, number), insert (use, id)' },

  // Only migrations write these.
  calendar_day: { both: 'select', read: 'select' },
  parameter: { both: 'select', read: 'select' },
  law_reference: { worker: 'select', read: 'select' },
  migration: { read: 'select' },
};

const SEQUENCES: Record<string, Rights> = {
  work_number: { both: 'usage' },
  thread_touched: { both: 'usage' },
};

const FUNCTIONS: Record<string, Rights> = {
  tally: { api: 'execute' },
  begin_sms: { both: 'execute' },
  begin_email_code: { worker: 'execute' },
  begin_registration: { api: 'execute' },
  quota_exceeded: { api: 'execute' },
  count_sms: { both: 'execute' },
  sms_room: { both: 'execute' },
  balance: { both: 'execute', read: 'execute' },
  // It runs with the owner's rights: the only way to write the ledger, and only beside an event of the same transaction.
  book: { both: 'execute' },
  legs_of: {},
  // Of a check of `event`.
  is_own_key: { both: 'execute' },
  stream_era: { both: 'execute' },
  number_act: { worker: 'execute' },
  // It runs with the owner's rights: it is the only way to a person's number.
  change_number: { worker: 'execute' },
  // They run with the owner's rights too: what a closing begins, and the only ways to erase. Each asks again whether it is time.
  begin_erasure: { both: 'execute' },
  lives_to_erase: { worker: 'execute' },
  erase_texts: { worker: 'execute' },
  erase_rows: { worker: 'execute' },
  erase_person: { worker: 'execute' },
  // What decides about them.
  has_papers: { both: 'execute' },
  erasure_due: { worker: 'execute' },
  is_unfinished: { worker: 'execute' },
  require_erasure: {},
  is_over: { both: 'execute' },
  texts_in: {},
  parameter_on: { worker: 'execute' },
  lives_of: { worker: 'execute' },
  texts_to_erase: {},
  search_term: { api: 'execute', worker: 'execute' },
  search_vector: { both: 'execute' },
  // Of triggers: they run without a right.
  forget_browser: {},
  forbid: {},
  forbid_but_erasing: {},
  forbid_but_sealing: {},
  erase_signatures: {},
  keep_from_overdraft: {},
  note_billed: {},
  note_unbilled: {},
  note_undelivered: {},
  repeat_account: {},
  repeat_reputation: {},
};

const KINDS = { table: TABLES, sequence: SEQUENCES, function: FUNCTIONS };
type Kind = keyof typeof KINDS;

const LOGINS = { both: ['akjet_api', 'akjet_worker'], api: ['akjet_api'], worker: ['akjet_worker'], read: ['akjet_read'] } as const;
const OTHERS = [...LOGINS.both, ...LOGINS.read].join(', ');

interface Thing {
  kind: Kind;
  name: string;
  /** As `grant` names it: a function with the types of its arguments. */
  full: string;
  /** Of a function. */
  language: string | null;
}

// An identity column's sequence needs no right of its own.
const THINGS = `
  select case relkind when 'S' then 'sequence' else 'table' end as kind, relname as name, quote_ident(relname) as full, null as language from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'i')
  union all select 'function', proname, pg_proc.oid::regprocedure::text, lanname from pg_proc join pg_language on pg_language.oid = prolang
  where pronamespace = 'public'::regnamespace
  order by 1, 2`;

/**
 * Takes all rights from everybody but the owner, and gives those of this file. Needs the owner's login, and the database must be its own.
 * @throws Error if something has no rights here, or something that has rights here is not there.
 */
export async function applyRights(database: Sequelize, transaction: Transaction): Promise<void> {
  const things = await select<Thing>(database, THINGS, [], transaction);
  const unknown = things.filter(({ kind, name }) => !Object.hasOwn(KINDS[kind], name)).map(({ kind, name }) => `the ${kind} ${name}`);
  if (unknown.length > 0) throw new Error(`nobody said who may use ${unknown.join(', ')}: see models/rights.ts`);
  const missing = Object.entries(KINDS).flatMap(([kind, all]) =>
    Object.keys(all).filter((name) => !things.some((thing) => thing.kind === kind && thing.name === name)),
  );
  if (missing.length > 0) throw new Error(`models/rights.ts names what the database does not have: ${missing.join(', ')}`);

  const rights = things.flatMap(({ kind, name, full }) =>
    Object.entries(LOGINS).flatMap(([who, logins]) => {
      const given = KINDS[kind][name]?.[who as keyof Rights];
      return given === undefined ? [] : [`grant ${given} on ${kind} ${full} to ${logins.join(', ')}`];
    }),
  );
  // Its own path keeps a caller from putting other tables before those of `public`. A function in SQL becomes a part of the statement that calls it.
  const paths = things
    .filter(({ language }) => language === 'plpgsql')
    .map(({ full }) => `alter function ${full} set search_path = public, pg_temp`);
  const steps = [
    ...['tables', 'sequences', 'functions'].map((all) => `revoke all on all ${all} in schema public from public, ${OTHERS}`),
    `revoke all on schema public from public, ${OTHERS}`,
    `do $$ begin execute format('revoke all on database %I from public, ${OTHERS}', current_database());
       execute format('grant connect on database %I to ${OTHERS}', current_database()); end $$`,
    `grant usage on schema public to ${OTHERS}`,
    // A new function would be everybody's; a new table is nobody's.
    'alter default privileges revoke execute on functions from public',
    ...paths,
    ...rights,
  ];
  await database.query(steps.join(';\n'), { transaction });
}

/** Each way for a login to change the history after all: it owns it, could become its owner, or could write files as the server. */
const POWERS = `
  with event as (
    select relowner as owner from pg_class where relname = 'event' and relnamespace = (select oid from pg_namespace where nspname = 'public')),
  powerful as (
    select oid, case
        when rolsuper then 'a superuser'
        when rolcreaterole then 'a role that creates roles'
        when oid in (select owner from event) then 'the owner of the tables'
        when oid in (select nspowner from pg_namespace where nspname = 'public') then 'the owner of the schema'
        when oid in (select datdba from pg_database where datname = current_database()) then 'the owner of the database'
        when rolname in ('pg_write_all_data', 'pg_write_server_files', 'pg_execute_server_program') then 'a role that writes past all rights'
      end as power
    from pg_roles)
  select session_user::text as login, string_agg(distinct power || case when rolname = session_user then '' else ', ' || rolname end, '; ') as power
  from powerful join pg_roles using (oid)
  where power is not null and pg_has_role(session_user, oid, 'member')`;

/**
 * The API and the worker must not be able to change what happened, so they refuse a login that could.
 * @throws Error that says which one, and what to do.
 */
export async function refusePowerfulLogin(database: Sequelize): Promise<void> {
  const [row] = await select<{ login: string; power: string | null }>(database, POWERS, []);
  if (!row?.power) return;
  throw new Error(
    `The database login ${row.login} is or can become ${row.power}: it could change the history of lives, so nothing starts with it. ` +
      'Let DATABASE_URL name akjet_api for the API and akjet_worker for the worker. The owner is for migrations alone, in DATABASE_OWNER_URL ' +
      '(docs/operating.md, "The database and its logins").',
  );
}
