/** Walks a chart through everything its examples can bring about: what the checks of a law stand on. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { initialTransition, transition } from 'xstate';
import type { Timer } from '../../charts/judge.ts';
import { timersOf } from '../../charts/judge.ts';
import type { ChartEvent } from '../../charts/law.ts';
import type { Calendar } from '../../rules/working-days.ts';

/** Representative events of one kind of life. */
export interface Examples<Context = object> {
  /** The moment before the first event. */
  begin: string;
  calendar: Calendar;
  /** Commands and answers worth trying at a moment, with input that fits the context. Those the chart does not allow are left out. */
  events(context: Context, at: string): ChartEvent[];
  /** What of the context sets two places apart. Moments, counters and texts are cut, or the walk has no end. */
  marks(context: Context): unknown;
}

/** A life at the moment of its last event. */
export interface Place {
  snapshot: AnyMachineSnapshot;
  at: string;
}

/** An event that a place allows, and what it leads to. */
export interface Edge {
  from: Place;
  event: ChartEvent;
  actions: { type: string; params?: Record<string, unknown> }[];
  to: Place;
}

export interface Walk {
  /** One for each combination of state and marks, the beginning first. */
  places: Place[];
  /** Every event that each place allows, of those tried. */
  edges: Edge[];
  /** The one of `places` that stands for a place. */
  standFor(place: Place): Place | undefined;
}

/** A walk that has no end by then has marks that cut too little. */
const MOST_PLACES = 5_000;

/** The atomic states a snapshot stands in, by id, one for each region. */
export const standsIn = ({ snapshot }: Place): string[] =>
  snapshot._nodes
    .filter(({ type }) => type === 'atomic' || type === 'final')
    .map(({ id }) => id)
    .sort();

/** The event of a timer as the commit makes it: never before the last event, its own moment in the input. */
export const ring = ({ at }: Place, timer: { type: string; due: number }, calendar: Calendar): ChartEvent => ({
  type: timer.type,
  by: 'clock',
  at: new Date(Math.max(timer.due, Date.parse(at))).toISOString(),
  input: { calendar, due: new Date(timer.due).toISOString() },
});

/** Where an event leads, if the chart takes it. */
export function step(chart: AnyStateMachine, from: Place, event: ChartEvent): Edge | undefined {
  if (!from.snapshot.can(event)) return undefined;
  const [snapshot, actions] = transition(chart, from.snapshot, event);
  return { from, event, actions: actions as Edge['actions'], to: { snapshot: snapshot as AnyMachineSnapshot, at: event.at } };
}

/** Where a life begins, before its first event. */
export const beginning = (chart: AnyStateMachine, at: string): Place => {
  const [snapshot] = initialTransition(chart, undefined as never);
  return { snapshot: snapshot as AnyMachineSnapshot, at };
};

/** The consequence of time that has come by a moment: the commit lets it happen before anything else. */
export const overtaken = (chart: AnyStateMachine, { snapshot, at }: Place, by: string): boolean =>
  timersOf(chart, snapshot, at).some(({ reminder, due }) => !reminder && due <= Date.parse(by));

/** Breadth first: a command is tried a minute after the last event, unless a consequence of time comes before it. */
export function walk(chart: AnyStateMachine, { begin, calendar, events, marks }: Examples): Walk {
  const keyOf = (place: Place): string =>
    JSON.stringify([standsIn(place), marks(place.snapshot.context), overtaken(chart, place, place.at)]);
  const first = beginning(chart, begin);
  const found = new Map([[keyOf(first), first]]);
  const edges: Edge[] = [];
  // A map goes on to what is added while it is walked.
  for (const place of found.values()) {
    const { snapshot, at } = place;
    const soon = new Date(Date.parse(at) + 60_000).toISOString();
    const commands = overtaken(chart, place, soon) ? [] : events(snapshot.context, soon);
    const timers = timersOf(chart, snapshot, at);
    // A consequence that comes before a reminder, or with it, happens first: what the life then stands in has the reminder, or not.
    const isPreceded = ({ reminder, due }: Timer): boolean => reminder && timers.some((other) => !other.reminder && other.due <= due);
    const rings = timers.filter((timer) => !isPreceded(timer)).map((timer) => ring(place, timer, calendar));
    for (const edge of [...commands, ...rings].flatMap((event) => step(chart, place, event) ?? [])) {
      edges.push(edge);
      const key = keyOf(edge.to);
      if (!found.has(key)) found.set(key, edge.to);
    }
    if (found.size > MOST_PLACES) throw new Error(`the walk through ${chart.id} has no end: its marks cut too little`);
  }
  return { places: [...found.values()], edges, standFor: (place) => found.get(keyOf(place)) };
}
