/** How a transition is written, so that who may make it, when, and under which clause cannot drift apart. */
import { and } from 'xstate';
import type { Calendar } from '../rules/working-days.ts';

/** Who acts: the three parties of the offer, `clock` for a timer, `platform` for an effect's answer or a child's report. */
export type Party = 'customer' | 'contractor' | 'operator' | 'clock' | 'platform';

/** The parties that people act for. Only their events may come from outside. */
export const PEOPLE: readonly Party[] = ['customer', 'contractor', 'operator'];

/**
 * An event as a chart reads it. `actor` is the account behind a party, `person` the keyed hash of who acts for it, `at` the moment the commit gave it.
 */
export interface ChartEvent<Type extends string = string, Input = unknown> {
  type: Type;
  by: Party;
  actor?: string;
  person?: string;
  at: string;
  input: Input;
}

/** A person's id. A life knows persons by keyed hashes of its own, so the two never name the same person alike. */
const isId = (person: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(person);

/**
 * Whether a second person makes this event. Both the accounts and the persons must differ. If one of the persons is unknown, they count as the same,
 * because an unknown person must not confirm anything. So do an id and a keyed hash, which cannot be compared.
 */
export const isSecondPerson = (
  { actor, person }: Pick<ChartEvent, 'actor' | 'person'>,
  firstAccount: string | undefined,
  firstPerson: string | undefined,
): boolean =>
  actor !== undefined &&
  actor !== firstAccount &&
  person !== undefined &&
  firstPerson !== undefined &&
  person !== firstPerson &&
  isId(person) === isId(firstPerson);

/** Who proposed what an event carries out: the account of the staff, and the keyed hash of the person in the chain of that life. */
export interface Proposer {
  account: string;
  person: string;
}

/** The guard `confirmedByAnother` of every command with `proposed` in its law: a second person confirmed what the first one proposed. */
export const isConfirmedByAnother = ({ event }: { event: Pick<ChartEvent, 'actor' | 'person'> & { input: object } }): boolean => {
  const { proposed } = event.input as { proposed?: Proposer };
  return isSecondPerson(event, proposed?.account, proposed?.person);
};

/** Erasable text. An event holds only the row's id and keyed hash, so the chain still verifies after the text is erased. */
export interface ErasableRef {
  text: string;
  hash: string;
}

/** A file that a command names: its life, and the SHA-256 of its bytes. */
export interface FileRef {
  file: string;
  sha256: string;
}

/** What shows the reasons of a command: photos, papers. */
export interface Shown {
  files?: FileRef[];
}

/** The party of two behind an event. @throws where neither of them made it. */
export function sideOf({ by }: { by: Party }): 'customer' | 'contractor' {
  if (by === 'customer' || by === 'contractor') return by;
  throw new Error(`${by} is neither customer nor contractor`);
}

/** The calendar that the commit adds to the input of a transition with `calendar` in its law. @throws if the law does not have it. */
export function calendarOf({ input }: { input: object }): Calendar {
  if ('calendar' in input) return input.calendar as Calendar;
  throw new Error('a transition that counts working days has to say `calendar`');
}

/** The deadline that a timer's event let pass. It may be processed long after that. Undefined for an event that no timer made. */
export const dueOf = ({ input }: { input: object }): string | undefined =>
  'due' in input && typeof input.due === 'string' ? input.due : undefined;

/** What each transition says of itself; `judge` reads nothing else. */
export interface TransitionLaw {
  by: Party[];
  /** A point of the offer, or `platform` for a rule the offer does not state. */
  clause: string;
  /** The guard that decides whether an account not yet bound to the life may act for the party. */
  candidate?: string;
  /** Names the guard over the context: it decides the menu. */
  guard?: string;
  /** Name the guards over the command's input: the first that fails is the rule a refusal names. */
  checks: string[];
  /** Those of the checks that are rules of the platform: a refusal names `platform` and not the transition's clause. */
  platformChecks?: string[];
  /** A timer that only reminds. It is skipped if its moment has passed. */
  reminder?: true;
  /** The transition counts working days, so the commit adds the calendar to its input. */
  calendar?: true;
  /** Begins something new: not for an account that is suspended (4.4.2) or has declined the offer's present revision (10.2). */
  opens?: true;
  /** Names the work that waits for the operator's staff while they may make the transition. Left out where they may and need not. */
  duty?: string;
  /**
   * One member of the staff proposes the command and a second person confirms it. The chart gets it with the confirmation, so until then nothing
   * happens to the life.
   */
  proposed?: true;
  /** The name of the command's consequences, if they differ between states. Default: the name of the command. */
  brings?: string;
}

/**
 * Who or what ends the waiting in an open-ended state, and so who is reminded of it:
 * `people`: the users. The state has reminders to those who can act.
 * `staff`: the operator's staff. They read their work list, and no letter reminds them.
 * `platform`: an answer of the provider, of a bank or of an effect. Nobody is reminded, because nobody can hurry it.
 * `otherLife`: another life, which has its own terms and reminders.
 * `nothing`: nothing is awaited here.
 */
export type WaitsFor = 'people' | 'staff' | 'platform' | 'otherLife' | 'nothing';

/** What a state says of itself, in its `meta`. */
export type StateLaw = {
  /** Nothing happens here by itself, under this clause of the offer or `platform`. The life's messages say in `silence` what people may do. */
  openEnded?: string;
  waitsFor?: WaitsFor;
};

/** For the `meta` of a state in which no timer ends the waiting. */
export const openEnded = (clause: string, waitsFor: WaitsFor) => ({ openEnded: clause, waitsFor }) satisfies StateLaw;

/** The operator's staff as a recipient of notices: one mailbox without an account. */
export const STAFF = null;

interface Terms extends Partial<Pick<TransitionLaw, 'candidate' | 'guard' | 'calendar' | 'opens' | 'duty' | 'proposed' | 'brings'>> {
  check?: string | string[];
  /** Checks that follow those of `check` and are rules of the platform, not of the transition's clause. */
  platformCheck?: string;
}

/** The accounts bound to a life, as every chart's context holds them. */
export interface BoundParties {
  customer?: string | undefined;
  contractor?: string | undefined;
}

/** The accounts of the two parties that are bound. */
export const accountsOf = ({ customer, contractor }: BoundParties): string[] => [customer, contractor].flatMap((party) => party ?? []);

type BySpec = { parties: Party[]; candidate: boolean };

/** The guard `by` of every chart: the event's party is named by the transition, and its account is the bound one or a candidate. */
export const speaksFor = (
  { context, event }: { context: object; event: { by?: Party; actor?: string } },
  { parties, candidate }: BySpec,
): boolean => {
  if (event.by === undefined || !parties.includes(event.by)) return false;
  if (candidate || (event.by !== 'customer' && event.by !== 'contractor')) return true;
  const bound = (context as BoundParties)[event.by];
  return bound !== undefined && bound === event.actor;
};

function transition<const T extends object>(parties: Party[], clause: string, more: { reminder?: true }, given: T & Terms) {
  const { candidate, guard, check, platformCheck, calendar, opens, duty, proposed, brings, ...rest } = given;
  const by = { type: 'by' as const, params: { parties, candidate: candidate !== undefined } };
  const platformChecks = platformCheck === undefined ? [] : [platformCheck];
  const checks = [proposed ? 'confirmedByAnother' : [], check ?? [], platformChecks].flat();
  const guards = [by, candidate, guard, ...checks].filter((each) => each !== undefined);
  const meta: TransitionLaw = {
    by: parties,
    clause,
    ...(candidate !== undefined && { candidate }),
    ...(guard !== undefined && { guard }),
    checks,
    ...(platformChecks.length > 0 && { platformChecks }),
    ...(calendar && { calendar }),
    ...(opens && { opens }),
    ...(duty !== undefined && { duty }),
    ...(proposed && { proposed }),
    ...(brings !== undefined && { brings }),
    ...more,
  };
  return { ...rest, guard: and(guards as never), meta } as unknown as Omit<T, keyof Terms> & { guard: typeof by };
}

/** A party's command under a clause of the offer. */
export const command = <const T extends object>(by: Party | Party[], clause: string, given: T & Terms) =>
  transition(Array.isArray(by) ? by : [by], clause, {}, given);

/** A consequence of time: made up for whenever the life next moves, however late. */
export const timeout = <const T extends object>(clause: string, given: T & Terms) => transition(['clock'], clause, {}, given);

/** A reminder: fires at its moment or not at all. */
export const reminder = <const T extends object>(clause: string, given: T & Terms) =>
  transition(['clock'], clause, { reminder: true }, given);

/** What an effect answers, or a child life reports. */
export const answer = <const T extends object>(given: T & Terms) => transition(['platform'], 'platform', {}, given);

/**
 * A deadline as the due time that a delay answers: epoch milliseconds, or Infinity for none. Never undefined or NaN: xstate would fire at once.
 */
export const due = (deadline: string | undefined): number => (deadline === undefined ? Number.POSITIVE_INFINITY : Date.parse(deadline));

/** The first of several moments after `at`, as a due time: a row of reminders is one delay. */
export const next = (moments: readonly string[] | undefined, at: string | undefined): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...(moments ?? []).map((moment) => Date.parse(moment)).filter((moment) => at === undefined || moment > Date.parse(at)),
  );
