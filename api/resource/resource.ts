/** A life as a resource of the API: what it takes, who may give it, and what it shows. */
import type { z } from 'zod';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Language } from '../../charts/messages.ts';
import type { ChainedEvent } from '../../lives/chain.ts';
import type { Command } from '../../lives/command.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import type { Problem } from '../errors.ts';
import type { CommandRoles } from '../roles.ts';
import type { Session } from '../session.ts';

/** What every view needs of a life's row. */
export type SeenRow = Pick<LifeRow, 'id' | 'number' | 'seq' | 'snapshot' | 'title'>;

/** A row, and the party that the asker is in the life. */
export interface Seen<Row extends SeenRow = SeenRow> {
  row: Row;
  party: Party;
}

/** A command that came with texts, with the account behind it. */
export interface Spoken extends Pick<ChainedEvent, 'seq' | 'by' | 'type' | 'input'> {
  account: string | null;
}

/** For whom and for which life a command is prepared. A preview must write nothing. */
export interface Preparing {
  id: string;
  session: Session;
  party: Party;
  isPreview: boolean;
}

/** One command of people. */
export interface CommandRow {
  body: z.ZodObject;
  /** Which members and which staff may give it, once the chart allows it to their party. */
  roles: CommandRoles;
  /** A paused or terminated account may give it too. */
  always?: true;
  /** A terminated account may give it too: it claims, answers, is paid and signs what ran before (4.4.2). */
  finishes?: true;
  /** A rule that the chart does not know may refuse it too. */
  hasRules?: true;
}

export type Commands = Record<string, CommandRow>;

/** How a type of life is shown, and who may give it which commands. */
export interface Resource<Context extends BoundParties = BoundParties> {
  /** `dispute`; its address is `/v1/disputes`. */
  kind: string;
  path: string;
  type: LifeType;
  /** An account's lives of this type can be listed: the projection keeps whose they are (`projectAccounts`). */
  listed?: true;
  /** By the command's name in the chart. */
  commands: Commands;
  /** What the platform adds to a command's body: terms of the day, and what is known of it elsewhere. */
  prepare?(name: string, body: Record<string, unknown>, life: Preparing): Promise<Record<string, unknown>>;
  /** The event's input of a body, with its texts apart. Left out where each text is a field of the body. */
  seal?(name: string, body: Record<string, unknown>, key: string): Required<Pick<Command, 'input' | 'texts'>>;
  /** Runs before a command that begins something new is committed, but not for a preview: here the life catches up with facts that have not reached it yet. */
  beforeCommit?(seen: Seen, session: Session): Promise<void>;
  /** Conditions outside the life for one command: each runs in the commit's transaction, and the first refusal counts. */
  conditions?(name: string, body: Record<string, unknown>, seen: Seen, session: Session): Precondition[];
  /** A better problem for a refused command than the chart's; undefined where there is none. */
  problemOf?(name: string, seen: Seen, language: Language): Problem | undefined;
  /** What the answer shows beside what every life shows. */
  facts: z.ZodObject;
  present(context: Context, life: { id: string; at: string; party: Party; tags: ReadonlySet<string> }): object | Promise<object>;
  /** What a party may know of the context while it must not learn whether the other has acted; undefined where nothing is kept from it. */
  redactContext?(context: Context, party: Party): Context | undefined;
  /** Types of events whose input only the operator reads. */
  operatorOnly?: readonly string[];
  /** The seqs of those commands of people whose words a party may not read. Left out where everybody who sees the life reads all words. */
  withheld?(spoken: readonly Spoken[], party: Party): ReadonlySet<number>;
}
