/** What the commit, the API and the workflow's details need to know of one type of life. */
import type { AnyStateMachine } from 'xstate';
import type { Decline } from '../rules/declines.ts';
import type { Charge } from '../rules/tariff.ts';
import type { Component } from '../rules/withholding.ts';
import type { Consequences } from './consequences.ts';
import type { Elsewhere } from './effects.ts';
import type { FileFault } from './file/faults.ts';
import type { ChartEvent, Party, STAFF } from './law.ts';
import type { Messages } from './messages.ts';

/** Who reads a notice: accounts, or the operator's staff. */
export type Recipients = (string | typeof STAFF)[];

/** What a notice says of its life at its event: its number, sums in tiyn as decimal strings, and the last civil date of a term. Each where its life knows it. */
export interface NoticeFacts extends Partial<Record<Component, string>> {
  /** The number by which its papers go, where it is not that of the life. */
  number?: string | undefined;
  sum?: string | undefined;
  /** What is still owed after the event. */
  rest?: string | undefined;
  day?: string | undefined;
  /** Of a payout: what is withheld, in all and by component, and what arrives. */
  withheld?: string;
  net?: string;
  /** Of the self-employed: what was paid in the month, and the most that may be. */
  earned?: string;
  limit?: string;
  /** Of the tariffs: what is charged now, and what will be. */
  charge?: Charge;
  nextCharge?: Charge;
  /** The payment provider that holds the money, by its name in the settings. */
  holder?: string | undefined;
  /** Of a file: why it is refused. */
  fault?: FileFault | undefined;
  /** Of a payment: why the last try was declined. */
  decline?: Decline | undefined;
}

/** The event that a notice is about, and the life before it. */
export interface Happened<Context = object, Event = ChartEvent<string, object>> {
  before: Context;
  event: Event;
}

/**
 * The commands that a state waits for, by the path of the state: the way that the life is meant to go. Where a party may as well decide the other way,
 * as about an offer in a dispute or a change of the terms, none is.
 */
export type AwaitedSteps = Readonly<Record<string, readonly string[]>>;

export interface LifeType {
  chart: AnyStateMachine;
  messages: Messages;
  /** What its commands bring. Left out only where none of them ends the life, moves money or binds. */
  consequences?: Consequences<never>;
  /** What its states wait for: the menu shows it first. Left out where none of them waits for a command. */
  awaited?: AwaitedSteps;
  /** `to` is the parameter of the chart's `notify`. */
  recipients(context: object, to: string): Recipients;
  /** What fills {sum}, {rest}, {day} and {holder} in the life's notices. Left out where they have none of these. */
  facts?(context: object, template: string, happened: Happened): NoticeFacts;
  /** The accounts that learn of its events. Left out where they are its two parties. */
  concerns?(context: object): string[];
  /** Whether a party may see a file that hangs on the life. Left out where it sees each of them. */
  showsFile?(context: object, party: Party, file: string): boolean;
  /** The address of a reader who is not reached at the account's present ones. It is kept with the order, so a later change does not matter. */
  elsewhere?(context: object, to: string): Elsewhere | undefined;
  /** Number, kind and sum for the engine's UI: no names, no texts. */
  summary(context: object): string;
}

/** Holds that a descriptor reads the context of its own chart and knows every reader that the chart's notices name. */
export const defineLifeType = <Context extends object, Reader extends string>(type: {
  chart: AnyStateMachine;
  messages: Messages;
  consequences?: Consequences<Context>;
  awaited?: AwaitedSteps;
  recipients(context: Context, to: Reader): Recipients;
  facts?(context: Context, template: string, happened: Happened<Context, never>): NoticeFacts;
  concerns?(context: Context): string[];
  showsFile?(context: Context, party: Party, file: string): boolean;
  elsewhere?(context: Context, to: Reader): Elsewhere | undefined;
  summary(context: Context): string;
}): LifeType => type;
