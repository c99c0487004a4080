/**
 * Sequelize models of the tables that are read and written row by row. An attribute has the name of its column, so that models and statements give rows
 * of the same type. A model declares only the columns that the code uses through it.
 */
import type { CreationOptional, InferAttributes, InferCreationAttributes, Sequelize } from 'sequelize';
import { DataTypes, Model } from 'sequelize';
import type { AccountKind, StaffRole } from '../charts/account/types.ts';
import type { NoticeFacts } from '../charts/life-type.ts';
import type { Language } from '../charts/messages.ts';
import type { ParameterValue } from '../rules/parameters.ts';

/** What an account may act as. */
export type Role = 'customer' | 'contractor' | 'operator';
/** How a person was identified (1.3). */
export type How = 'code' | 'password' | 'device';

/** Who logs in, by the authorised number (1.2). */
export class Person extends Model<InferAttributes<Person>, InferCreationAttributes<Person>> {
  declare id: string;
  /** Sealed; null after it was given up. */
  declare number: Buffer | null;
  declare number_hash: string | null;
  declare language: CreationOptional<Language>;
  /** Argon2id with its parameters and salt; null where only codes are used. */
  declare password: CreationOptional<string | null>;
}

/** A legal party: the read model of the life `account/<id>`, and its sealed IIN or BIN. */
export class Account extends Model<InferAttributes<Account>, InferCreationAttributes<Account>> {
  declare id: string;
  declare name: string;
  /** The erasable texts that name the confirmed address, and one that its owner has not confirmed yet. */
  declare confirmed_details: CreationOptional<string | null>;
  declare new_details: CreationOptional<string | null>;
  declare language: Language;
  declare kind: CreationOptional<AccountKind>;
  declare roles: Role[];
  declare staff: CreationOptional<StaffRole[]>;
  declare identifier: CreationOptional<Buffer | null>;
  declare proof: CreationOptional<string | null>;
  /** Sealed: the name of a closed account whose papers are kept. */
  declare kept_name: CreationOptional<Buffer | null>;
}

/** The device of a login. Without a key it is a browser, known only by its session. */
export class Device extends Model<InferAttributes<Device>, InferCreationAttributes<Device>> {
  declare id: string;
  declare person: string;
  /** Sealed. */
  declare name: Buffer | null;
  /** SPKI in base64. */
  declare public_key: CreationOptional<string | null>;
  /** Of the token that it was given at its login. */
  declare known_hash: CreationOptional<string | null>;
  declare authorised_at: CreationOptional<Date>;
  declare revoked_at: CreationOptional<Date | null>;
}

/** A login session. Only the hash of its token is stored. */
export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare id: string;
  declare proved_at: CreationOptional<Date>;
  declare expires_at: Date;
  declare ended_at: CreationOptional<Date | null>;
}

/** A one-time code that was sent. */
export class Code extends Model<InferAttributes<Code>, InferCreationAttributes<Code>> {
  declare id: string;
  declare purpose: string;
  declare number_hash: string;
  declare code_hash: string;
  /** Sealed, until the code is used. */
  declare number: Buffer | null;
  declare tries: CreationOptional<number>;
  declare expires_at: Date;
  declare used_at: CreationOptional<Date | null>;
}

/** A proof of identity that failed or is being checked. */
export class FailedProof extends Model<InferAttributes<FailedProof>, InferCreationAttributes<FailedProof>> {
  declare id: string;
  declare subject_hash: string;
  declare network_hash: string;
  declare device: string | null;
  declare forgiven: CreationOptional<boolean>;
}

/** A nonce for a device to sign once. */
export class Challenge extends Model<InferAttributes<Challenge>, InferCreationAttributes<Challenge>> {
  declare id: string;
  declare nonce: string;
  declare expires_at: Date;
  declare used_at: CreationOptional<Date | null>;
}

/** A revision of the public offer as it was published (10.2). */
export class OfferRevision extends Model<InferAttributes<OfferRevision>, InferCreationAttributes<OfferRevision>> {
  /** Lower-case hex SHA-256 of the text in UTF-8: what an acceptance names. */
  declare sha256: string;
  declare number: number;
  declare text: string;
  /** A civil date in Asia/Almaty. */
  declare in_force_from: string;
  declare published_at: CreationOptional<Date>;
  /** The account that published it; null where the text was published before the platform existed. */
  declare published_by: string | null;
  /** The hash of the previous revision. Sequelize reserves the name `previous`. */
  declare previous_sha256: string | null;
}

/** An acceptance of the offer (2.1), with the sealed accession statement if it was given by one. */
export class OfferAcceptance extends Model<InferAttributes<OfferAcceptance>, InferCreationAttributes<OfferAcceptance>> {
  declare id: string;
  declare account: string;
  declare revision: string;
  declare form: 'checkbox' | 'statement' | 'conduct';
  declare at: Date;
  declare statement_sha256: CreationOptional<string | null>;
  declare signature_sha256: CreationOptional<string | null>;
  declare statement: CreationOptional<Buffer | null>;
}

/** An event of a chain. Only a commit writes it. */
export class Event extends Model<InferAttributes<Event>, InferCreationAttributes<Event>> {
  declare life: string;
  declare seq: number;
  declare key: string;
  declare at: Date;
  declare type: string;
  declare hash: string;
  declare request_hash: string | null;
}

/** A free text or personal data, sealed. The chain holds only its id and keyed hash. */
export class ErasableText extends Model<InferAttributes<ErasableText>, InferCreationAttributes<ErasableText>> {
  declare id: string;
  declare life: string;
  declare sealed: Buffer | null;
  declare erased_at: CreationOptional<Date | null>;
  /** The account whose closing erased it. */
  declare erased_for: CreationOptional<string | null>;
}

/** A notice and its delivery. Without an account it is for the operator's staff. Only a commit creates it. */
export class Notice extends Model<InferAttributes<Notice>, InferCreationAttributes<Notice>> {
  declare id: string;
  declare life: string;
  declare seq: number;
  declare account: string | null;
  declare template: string;
  declare channel: string;
  declare created_at: Date;
  declare status: 'waiting' | 'sent' | 'delivered' | 'undeliverable' | 'repeated';
  declare settled_at: Date | null;
  declare proof: string | null;
  /** The deadline after its event. */
  declare deadline: Date | null;
  /** The sums and the day in its text. */
  declare facts: NoticeFacts | null;
  /** A legal notice: it must reach its reader by some channel. */
  declare legal: boolean;
}

/** A message that was sent to a phone. Its text and number are never stored. */
export class Sms extends Model<InferAttributes<Sms>, InferCreationAttributes<Sms>> {
  declare id: string;
  declare provider_id: string | null;
  declare segments: number | null;
  declare status: 'sending' | 'sent' | 'delivered' | 'undeliverable' | 'capped';
  /** The number of tries without an answer. */
  declare doubts: number;
  declare sent_at: Date;
  declare reported_at: Date | null;
  declare proof: string | null;
  declare next_ask: Date | null;
}

/** A document, once for each hash of its bytes. */
export class Document extends Model<InferAttributes<Document>, InferCreationAttributes<Document>> {
  declare sha256: string;
  declare kind: string;
  declare media_type: string;
  declare bytes: Buffer;
  /** Null for what is no paper. */
  /** Of an act: the same as a file for the system of electronic invoices. */
  declare awp: Buffer | null;
}

/** A verified webhook of a provider, byte for byte. */

/** A term, rate or limit that is valid for a time. */
export class Parameter extends Model<InferAttributes<Parameter>, InferCreationAttributes<Parameter>> {
  declare code: string;
  declare value: ParameterValue;
  declare unit: string;
  declare valid_from: string;
  declare valid_to: string | null;
}

/** A day off, or a working day on a weekend. */
export class CalendarDay extends Model<InferAttributes<CalendarDay>, InferCreationAttributes<CalendarDay>> {
  declare date: string;
  declare kind: 'off' | 'working';
}

function defineTables(sequelize: Sequelize) {
  const { ARRAY, BIGINT, BLOB, BOOLEAN, DATE, DATEONLY, INTEGER, JSONB, TEXT, UUID } = DataTypes;
  const key = <Type>(type: Type) => ({ type, primaryKey: true });
  const at = (tableName: string) => ({ sequelize, tableName, modelName: tableName, timestamps: false });
  return {
    Person: class extends Person {}.init({ id: key(UUID), number: BLOB, number_hash: TEXT, language: TEXT, password: TEXT }, at('person')),
    Account: class extends Account {}.init(
      {
        ...{
          id: key(UUID),
          name: TEXT,
          confirmed_details: UUID,
          new_details: UUID,
          language: TEXT,
          kind: TEXT,
          roles: ARRAY(TEXT),
          staff: ARRAY(TEXT),
        },
        identifier: BLOB,
        proof: TEXT,
        kept_name: BLOB,
      },
      at('account'),
    ),
    Device: class extends Device {}.init(
      { id: key(UUID), person: UUID, name: BLOB, public_key: TEXT, known_hash: TEXT, authorised_at: DATE, revoked_at: DATE },
      at('device'),
    ),
    Session: class extends Session {}.init({ id: key(UUID), proved_at: DATE, expires_at: DATE, ended_at: DATE }, at('session')),
    Code: class extends Code {}.init(
      { id: key(UUID), purpose: TEXT, number_hash: TEXT, code_hash: TEXT, number: BLOB, tries: INTEGER, expires_at: DATE, used_at: DATE },
      at('code'),
    ),
    FailedProof: class extends FailedProof {}.init(
      { id: key(BIGINT), subject_hash: TEXT, network_hash: TEXT, device: UUID, forgiven: BOOLEAN },
      at('failed_proof'),
    ),
    Challenge: class extends Challenge {}.init({ id: key(UUID), nonce: TEXT, expires_at: DATE, used_at: DATE }, at('challenge')),
    OfferRevision: class extends OfferRevision {}.init(
      {
        sha256: key(TEXT),
        number: INTEGER,
        text: TEXT,
        in_force_from: DATEONLY,
        published_at: DATE,
        published_by: UUID,
        previous_sha256: { type: TEXT, field: 'previous' },
      },
      at('offer_revision'),
    ),
    OfferAcceptance: class extends OfferAcceptance {}.init(
      {
        id: key(UUID),
        account: UUID,
        revision: TEXT,
        form: TEXT,
        at: DATE,
        statement_sha256: TEXT,
        signature_sha256: TEXT,
        statement: BLOB,
      },
      at('offer_acceptance'),
    ),
    Event: class extends Event {}.init(
      { life: key(TEXT), seq: key(INTEGER), key: TEXT, at: DATE, type: TEXT, hash: TEXT, request_hash: TEXT },
      at('event'),
    ),
    ErasableText: class extends ErasableText {}.init(
      { id: key(UUID), life: TEXT, sealed: BLOB, erased_at: DATE, erased_for: UUID },
      at('erasable_text'),
    ),
    Notice: class extends Notice {}.init(
      {
        id: key(TEXT),
        life: TEXT,
        seq: INTEGER,
        account: UUID,
        template: TEXT,
        channel: TEXT,
        created_at: DATE,
        status: TEXT,
        settled_at: DATE,
        proof: TEXT,
        deadline: DATE,
        facts: JSONB,
        legal: BOOLEAN,
      },
      at('notice'),
    ),
    Sms: class extends Sms {}.init(
      {
        id: key(TEXT),
        provider_id: TEXT,
        segments: INTEGER,
        status: TEXT,
        doubts: INTEGER,
        sent_at: DATE,
        reported_at: DATE,
        proof: TEXT,
        next_ask: DATE,
      },
      at('sms'),
    ),
    Document: class extends Document {}.init({ sha256: key(TEXT), kind: TEXT, media_type: TEXT, bytes: BLOB, awp: BLOB }, at('document')),
    Parameter: class extends Parameter {}.init(
      { code: key(TEXT), value: JSONB, unit: TEXT, valid_from: key(DATEONLY), valid_to: DATEONLY },
      at('parameter'),
    ),
    CalendarDay: class extends CalendarDay {}.init({ date: key(DATEONLY), kind: TEXT }, at('calendar_day')),
  };
}

const known = new WeakMap<Sequelize, ReturnType<typeof defineTables>>();

/** The models of a database. Each database has its own, because several may be open in one process. */
export function tables(database: Sequelize): ReturnType<typeof defineTables> {
  const models = known.get(database) ?? defineTables(database);
  known.set(database, models);
  return models;
}
