/** A life as a resource of the API: its commands, who may give them, and how it is shown. */
import type { z } from 'zod';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Language } from '../../charts/messages.ts';
import type { ChainedEvent } from '../../lives/chain.ts';
import type { Command } from '../../lives/command.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import type { Problem, ProblemCode } from '../errors.ts';
import type { NamedFiles } from '../files/hanging.ts';
import type { Quota } from '../quotas.ts';
import type { CommandRoles } from '../roles.ts';
import type { Caller } from '../route.ts';
import type { Session } from '../session.ts';

/** What every view needs of a life's row. */
export type SeenRow = Pick<LifeRow, 'id' | 'number' | 'seq' | 'snapshot' | 'title'>;

/** A row, and the caller's party in the life. */
export interface Seen<Row extends SeenRow = SeenRow> {
  row: Row;
  party: Party;
}

/** A command that came with texts, and the account behind it. */
export interface Spoken extends Pick<ChainedEvent, 'seq' | 'by' | 'type' | 'input'> {
  account: string | null;
}

/** The session and the life for which a command is prepared. A preview must write nothing. */
export interface Preparing {
  id: string;
  session: Session;
  party: Party;
  isPreview: boolean;
  parties: BoundParties;
  /** What came with a command that brings a file. */
  file: Buffer | undefined;
}

/** A command that carries a proof beside the session, before its commit. */
export interface Proving {
  name: string;
  body: Record<string, unknown>;
  /** The event's input, without what the proof adds. */
  input: object;
  file: Buffer | undefined;
  seen: Seen;
  session: Session;
  caller: Caller;
  language: Language;
  idempotencyKey: string;
}

/** What of a proof belongs in the commit. */
export interface Proved extends Required<Pick<Command, 'preconditions' | 'inSameTransaction'>> {
  /** Added to the event's input. */
  facts?: object;
}

/** One command of people. */
export interface CommandRow {
  /** With a field `files` (`fileIds`) it may name files, which hang on the life then. */
  body: z.ZodObject;
  /** How it names files otherwise. */
  files?: NamedFiles;
  /** The members and the staff roles that may give it, if the chart allows it to their party. */
  roles: CommandRoles;
  /** A paused or terminated account may give it too. */
  always?: true;
  /** A terminated account may give it too: it claims, answers, is paid and signs in running tasks (4.4.2). */
  finishes?: true;
  /** It binds to a price, so it is limited for a party whose IIN or BIN is not proved. */
  limited?: true;
  /** A task may require qualifications for it (4.2.2). */
  qualified?: true;
  /** It leads to a paper, so it needs the requisites of its parties. */
  papers?: true;
  /** A rule outside the chart may refuse it too. */
  hasRules?: true;
  /** What it uses up of the account's quotas. */
  quotas?: readonly Quota[];
  /** It may need a proof beside the session (`prove`): the problems of it, besides those of a code. */
  proves?: readonly ProblemCode[];
  /** It brings a file, which `prove` checks; the fields of the body are in headers (`file-body.ts`). */
  file?: true;
  /** It binds its party like a signatory's commands, which are signed where the account asks for it; or it is signed always. */
  signed?: 'always' | 'whereAsked';
}

export type Commands = Record<string, CommandRow>;

/** How a life type is shown, and who may give it which commands. */
export interface Resource<Context extends BoundParties = BoundParties> {
  /** `dispute`; its address is `/v1/disputes`. */
  kind: string;
  path: string;
  /** The form of its public ids. By default that of lives with a UUID. */
  id?: z.ZodString;
  type: LifeType;
  /** An account's lives of this type can be listed: a projection stores whose they are (`projectAccounts`). */
  listed?: true;
  /** By the command's name in the chart. */
  commands: Commands;
  /** What the platform adds to a command's body: terms of the day, and facts from elsewhere. */
  prepare?(name: string, body: Record<string, unknown>, life: Preparing): Promise<Record<string, unknown>>;
  /** The event's input for a body, with its texts apart. Absent if each text is a field of the body. */
  seal?(name: string, body: Record<string, unknown>, key: string): Required<Pick<Command, 'input' | 'texts'>>;
  /** Checks the proof that a command with `proves` carries (ASVS 7.5.1). Not for a preview or a repeat. @throws 400, 401, 422, 429 or 503 */
  prove?(proving: Proving): Promise<Proved | undefined>;
  /** Runs before the commit of a command that begins something new, but not for a preview. The life gets facts that have not reached it yet. */
  beforeCommit?(seen: Seen, session: Session): Promise<void>;
  /** Preconditions of one command. Each runs in the commit's transaction, and the first refusal counts. */
  conditions?(name: string, body: Record<string, unknown>, seen: Seen, session: Session): Precondition[];
  /** A better problem than the chart's for a refused command; undefined if there is none. */
  problemOf?(name: string, seen: Seen, language: Language): Problem | undefined;
  /** Fields of the response besides those of every life. */
  facts: z.ZodObject;
  /** `account`: the reader's. */
  present(
    context: Context,
    life: { id: string; at: string; party: Party; tags: ReadonlySet<string>; account: string; language: Language },
  ): object | Promise<object>;
  /** What the words of its commands need from elsewhere: laid over the context that is shown, and in no event. */
  lookUp?(context: Context): Promise<Partial<Context>>;
  /** The caller's party in a life that binds no customer and no contractor. Undefined hides the life. */
  partyIn?(context: Context, session: Session): Party | undefined;
  /** The context for a party that must not learn whether the other has acted; undefined if nothing is hidden from it. */
  redactContext?(context: Context, party: Party): Context | undefined;
  /** Types of events whose input only the operator reads. */
  operatorOnly?: readonly string[];
  /** The seqs of the commands whose words a party may not read. Absent if every reader of the life reads all words. */
  withheld?(spoken: readonly Spoken[], party: Party): ReadonlySet<number>;
}
