/** Decides by the chart whether a command is allowed, which commands the menu has, and what timers do. API, commit and UI use nothing else. */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import { getNextTransitions, transition } from 'xstate';
import type { Calendar } from '../rules/working-days.ts';
import type { BoundParties, ChartEvent, Party, StateLaw, TransitionLaw, WaitsFor } from './law.ts';
import { PEOPLE } from './law.ts';
import { wordsKey } from './publish.ts';

/** Wrong party, not in this state, a rule that the input breaks, or a condition outside the life: 403, 409, 422, and as `rule` says, with `more`. */
export type Refusal = {
  allowed: false;
  reason: 'party' | 'state' | 'rule' | 'precondition';
  clause?: string;
  rule?: string;
  more?: object;
};
export type Verdict = { allowed: true; law: TransitionLaw } | Refusal;

export interface Choice {
  name: string;
  clause: string;
  /** The name of what the command brings here: in most charts its own. */
  brings: string;
}

/** A timer that should be armed now. `due` is epoch milliseconds. */
export interface Timer {
  /** The event's type in the chart. */
  type: string;
  /** The delay's name: what people read. */
  name: string;
  due: number;
  clause: string;
  reminder: boolean;
  /** Its consequence counts working days. */
  calendar: boolean;
}

type Chart = AnyStateMachine;
type Snapshot = AnyMachineSnapshot;
type Guard = (scope: { context: unknown; event: unknown }, params?: unknown) => boolean;

/** A database does not keep the order of keys. Regions process an event in that order, so it must be restored to that of the chart. */
function inOrder(node: AnyStateNode, value: StateValue): StateValue {
  if (typeof value === 'string') return value;
  const keys = [...new Set([...Object.keys(node.states), ...Object.keys(value)])];
  const ordered = keys.flatMap((key): [string, StateValue][] => {
    const [inner, state] = [node.states[key], value[key]];
    return state === undefined ? [] : [[key, inner === undefined ? state : inOrder(inner, state)]];
  });
  return Object.fromEntries(ordered);
}

/** A stored snapshot, brought back to life. @throws if the chart has no such state any more. */
export function restore(chart: Chart, stored: unknown): Snapshot {
  const { value, context, status } = stored as { value: StateValue; context: object; status: 'active' | 'done' };
  // Charts here have no history states and no children, so value, context and status are all there is. An actor would cost ten times as much.
  try {
    return chart.resolveState({ value: inOrder(chart.root, value), context, status }) as Snapshot;
  } catch (error) {
    throw new Error(`chart ${chart.id} cannot take this snapshot: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The stored form of a snapshot: plain JSON. Timers are left out because they are computed again; our charts have no xstate children. */
export function persisted(chart: Chart, snapshot: Snapshot): Record<string, unknown> {
  const { children: _, ...stored } = JSON.parse(JSON.stringify(chart.getPersistedSnapshot(snapshot))) as Record<string, unknown>;
  return stored;
}

const lawOf = (each: AnyTransitionDefinition): TransitionLaw | undefined => each.meta as TransitionLaw | undefined;
/** The name of a timer's delay; undefined for any other transition. */
const delayOf = (each: AnyTransitionDefinition): string | undefined => (each as { delay?: string }).delay;
const alive = (snapshot: Snapshot): boolean => snapshot.status === 'active';
/** As the chart takes them: those of inner states before those of the states around them, then in the chart's order. */
const open = (snapshot: Snapshot): AnyTransitionDefinition[] =>
  alive(snapshot)
    ? getNextTransitions(snapshot).sort(
        ({ source: one }, { source: other }) => other.path.length - one.path.length || one.order - other.order,
      )
    : [];

const passes = (chart: Chart, name: string | undefined, snapshot: Snapshot, event: object, params?: unknown): boolean => {
  if (name === undefined) return true;
  const guard = (chart.implementations.guards as Record<string, Guard | undefined>)[name];
  if (guard === undefined) throw new Error(`chart ${chart.id} has no guard ${name}`);
  return guard({ context: snapshot.context, event }, params);
};

const mayStand = (chart: Chart, law: TransitionLaw, snapshot: Snapshot, event: object): boolean =>
  passes(chart, 'by', snapshot, event, { parties: law.by, candidate: law.candidate !== undefined }) &&
  passes(chart, law.candidate, snapshot, event);

/** Most recoverable first: fix the input (422), wait for the state (409), wrong party (403). */
const MILDNESS = ['rule', 'state', 'party'] as const;

/**
 * Decides whether this event is allowed now. The first allowed candidate wins; if none is, the most recoverable refusal is returned.
 * @throws any exception of a guard or a check: a fault of the chart, never a refusal. A check that cannot read its input returns false.
 */
export function judge(chart: Chart, snapshot: Snapshot, event: ChartEvent): Verdict {
  const refusals: Refusal[] = [];
  for (const each of open(snapshot)) {
    const law = lawOf(each);
    if (each.eventType !== event.type || law === undefined) continue;
    const { clause } = law;
    if (!mayStand(chart, law, snapshot, event)) refusals.push({ allowed: false, reason: 'party', clause });
    else if (!passes(chart, law.guard, snapshot, event))
      refusals.push({ allowed: false, reason: 'state', clause, rule: law.guard as string });
    else {
      const rule = law.checks.find((check) => !passes(chart, check, snapshot, event));
      if (rule === undefined) return { allowed: true, law };
      refusals.push({ allowed: false, reason: 'rule', clause: law.platformChecks?.includes(rule) ? 'platform' : clause, rule });
    }
  }
  for (const reason of MILDNESS) {
    const mildest = refusals.find((refusal) => refusal.reason === reason);
    if (mildest) return mildest;
  }
  return { allowed: false, reason: 'state' };
}

/** The commands that this party may give now, for any account that acts for it, in the chart's order. */
export const choicesOf = (chart: Chart, snapshot: Snapshot, by: Party): Choice[] => choices(chart, snapshot, by, () => true);

/** What this party's account may ask for now, in the chart's order. */
export const menu = (chart: Chart, snapshot: Snapshot, by: Party, actor: string | undefined, person?: string): Choice[] =>
  choices(chart, snapshot, by, (law, type) =>
    mayStand(chart, law, snapshot, { type, by, ...(actor !== undefined && { actor }), ...(person !== undefined && { person }) }),
  );

/** The parties of a deal to which a command is offered now. */
export const offeredTo = (chart: Chart, snapshot: Snapshot, command: string): ('customer' | 'contractor')[] => {
  const { customer, contractor } = snapshot.context as BoundParties;
  return Object.entries({ customer, contractor }).flatMap(([side, account]) => {
    const by = side as 'customer' | 'contractor';
    return account !== undefined && menu(chart, snapshot, by, account).some(({ name }) => name === command) ? [by] : [];
  });
};

/** Represents any member of the operator's staff, because a duty has no single assignee. */
const ANY_STAFF = 'operator';

/** The work that waits for the operator's staff: each duty once, in the chart's order. */
export function dutiesOf(chart: Chart, snapshot: Snapshot): string[] {
  const duties = open(snapshot).flatMap((each) => {
    const law = lawOf(each);
    if (law?.duty === undefined) return [];
    const event = { type: each.eventType, by: 'operator' as const, actor: ANY_STAFF, person: ANY_STAFF };
    return mayStand(chart, law, snapshot, event) && passes(chart, law.guard, snapshot, event) ? [law.duty] : [];
  });
  return [...new Set(duties)];
}

/** The name of what a command brings by this law. */
export const broughtBy = ({ brings }: TransitionLaw, type: string): string => brings ?? type;

function choices(chart: Chart, snapshot: Snapshot, by: Party, mayAsk: (law: TransitionLaw, type: string) => boolean): Choice[] {
  const found = open(snapshot).flatMap((each) => {
    const law = lawOf(each);
    if (law === undefined || delayOf(each) !== undefined || !law.by.includes(by) || !mayAsk(law, each.eventType)) return [];
    return passes(chart, law.guard, snapshot, { type: each.eventType, by })
      ? [{ name: each.eventType, clause: law.clause, brings: broughtBy(law, each.eventType) }]
      : [];
  });
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

/** May a person's party ever send this type? Timers' and answers' types never come from outside. */
export const comesFromOutside = (chart: Chart, type: string): boolean => commandsOf(chart).includes(type);

/** Every command of a chart: the event types that people may send. */
export function commandsOf(chart: Chart): string[] {
  const types = allTransitions(chart).filter(
    (each) => delayOf(each) === undefined && lawOf(each)?.by.some((party) => PEOPLE.includes(party)),
  );
  return [...new Set(types.map((each) => each.eventType))];
}

/** True if a transition of this command, in any state, begins something new. */
export const beginsSomethingNew = (chart: Chart, type: string): boolean =>
  allTransitions(chart).some((each) => each.eventType === type && lawOf(each)?.opens === true);

/** True if a transition of this command, in any state, is work that waits for the operator's staff. */
export const isDuty = (chart: Chart, type: string): boolean =>
  allTransitions(chart).some((each) => each.eventType === type && lawOf(each)?.duty !== undefined);

/** True if one person proposes this command and a second one confirms it. Then every transition of its type says so. */
export const isProposed = (chart: Chart, type: string): boolean =>
  allTransitions(chart).some((each) => each.eventType === type && lawOf(each)?.proposed === true);

/** True if the chart gives this command to the operator alone. */
export const isOfOperatorAlone = (chart: Chart, type: string): boolean =>
  allTransitions(chart)
    .filter((each) => each.eventType === type && delayOf(each) === undefined)
    .every((each) => lawOf(each)?.by.every((party) => party === 'operator'));

/** Every transition of a chart, outer states first. */
export function allTransitions(chart: Chart): AnyTransitionDefinition[] {
  type Node = Chart['root'];
  const inside = (node: Node): AnyTransitionDefinition[] => [
    ...[...node.transitions.values()].flat(),
    ...(Object.values(node.states) as Node[]).flatMap(inside),
  ];
  return inside(chart.root);
}

/**
 * All timers that should be armed, earliest first. They are computed only from the snapshot and the moment of its last event, so a changed term moves
 * its timer without re-entry. A past reminder is not listed; a past consequence is.
 */
export function timersOf(chart: Chart, snapshot: Snapshot, at: string): Timer[] {
  const delays = chart.implementations.delays as Record<string, (scope: { context: unknown; event: { at: string } }) => number>;
  const event = { type: 'clock', by: 'clock' as const, at, input: {} };
  const timers = open(snapshot).flatMap((each): Timer[] => {
    const law = lawOf(each);
    const name = delayOf(each);
    if (name === undefined || law === undefined || !passes(chart, law.guard, snapshot, event)) return [];
    const moment = delays[name]?.({ context: snapshot.context, event });
    if (moment === undefined || Number.isNaN(moment)) throw new Error(`delay ${name} of chart ${chart.id} gave no moment`);
    if (!Number.isFinite(moment) || (law.reminder && moment <= Date.parse(at))) return [];
    return [
      { type: each.eventType, name, due: moment, clause: law.clause, reminder: law.reminder === true, calendar: law.calendar === true },
    ];
  });
  const first = timers.filter(({ type }, index) => timers.findIndex((other) => other.type === type) === index);
  return first.sort((one, other) => one.due - other.due);
}

/** The event type of a timer in the chart; stored events have the name of the delay. Undefined if no such timer runs. */
export const timerEventOf = (chart: Chart, snapshot: Snapshot, name: string): string | undefined =>
  open(snapshot).find(
    (each) => delayOf(each) === name && passes(chart, lawOf(each)?.guard, snapshot, { type: each.eventType, by: 'clock' }),
  )?.eventType;

export interface IfNobodyActs {
  at: string;
  timer: string;
  clause: string;
  /** The snapshot it leads to. */
  becomes: Snapshot;
}

/** The next consequence of silence, or undefined if there is none. The days off are requested only if it depends on them. */
export function ifNobodyActs(
  chart: Chart,
  snapshot: Snapshot,
  at: string,
  calendarAt: (moment: string) => Calendar,
): IfNobodyActs | undefined {
  const timer = timersOf(chart, snapshot, at).find(({ reminder }) => !reminder);
  if (timer === undefined) return undefined;
  const moment = new Date(timer.due).toISOString();
  const input = { due: moment, ...(timer.calendar && { calendar: calendarAt(moment) }) };
  const event: ChartEvent = { type: timer.type, by: 'clock', at: moment, input };
  const [becomes] = transition(chart, snapshot, event);
  return { at: moment, timer: timer.name, clause: timer.clause, becomes: becomes as Snapshot };
}

export interface OpenEnd {
  /** The state's key in the messages' `silence`. */
  state: string;
  clause: string;
  waitsFor: WaitsFor | undefined;
}

/** The active states that declare that nothing happens by itself, in the chart's order. They count only where `ifNobodyActs` answers nothing. */
export function openEndsOf(chart: Chart, snapshot: Snapshot): OpenEnd[] {
  if (!alive(snapshot)) return [];
  const declared = Object.entries(snapshot.getMeta() as Record<string, StateLaw>).flatMap(([id, { openEnded: clause, waitsFor }]) =>
    clause === undefined ? [] : [{ node: chart.getStateNodeById(id), clause, waitsFor }],
  );
  return declared
    .sort((one, other) => one.node.order - other.node.order)
    .map(({ node, clause, waitsFor }) => ({ state: wordsKey(node), clause, waitsFor }));
}

/** What may wait too long. Another life that is waited for is found by itself. */
const MAY_STAND: (WaitsFor | undefined)[] = ['people', 'staff', 'platform'];

/** The open-ended state in which a life can stay too long, as its key in the messages' `silence`. The first one of several regions. */
export const standingOf = (chart: Chart, snapshot: Snapshot): string | undefined =>
  openEndsOf(chart, snapshot).find(({ waitsFor }) => MAY_STAND.includes(waitsFor))?.state;
