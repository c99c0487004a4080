/** The state space of a chart: every state that its examples can reach. The soundness checks use it. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { initialTransition, transition } from 'xstate';
import type { Timer } from '../../charts/judge.ts';
import { timersOf } from '../../charts/judge.ts';
import type { ChartEvent } from '../../charts/law.ts';
import { innermostStates } from '../../charts/state.ts';
import type { Calendar } from '../../rules/working-days.ts';
import { explore } from './exploration.ts';

/** Representative events of one type of life. */
export interface Examples<Context = object> {
  /** The moment before the first event. */
  begin: string;
  calendar: Calendar;
  /** Commands and answers to try at a moment, with input that fits the context. The chart may refuse some. */
  events(context: Context, at: string): ChartEvent[];
  /**
   * The part of the context that distinguishes two configurations in the same states. Those of equal abstraction are merged. It leaves out what no later
   * state uses, so that a new command multiplies only its own stage. It leaves out moments, counters and texts, because they make the space infinite.
   */
  abstraction(context: Context, states: readonly string[]): unknown;
}

/** A life at the moment of its last event. */
export interface Configuration {
  snapshot: AnyMachineSnapshot;
  at: string;
}

/** An event that a configuration allows, and the configuration after it. */
export interface Edge {
  from: Configuration;
  event: ChartEvent;
  actions: { type: string; params?: Record<string, unknown> }[];
  to: Configuration;
}

export interface StateSpace {
  /** One for each combination of states and abstraction, the initial one first. */
  configurations: Configuration[];
  /** Every tried event that each of them allows. */
  edges: Edge[];
  /** The member of `configurations` that represents another one. */
  representativeOf(configuration: Configuration): Configuration | undefined;
  /** The successors of a configuration: party, event, the key of the target and the actions. Merged configurations must not differ in them. */
  futuresOf(configuration: Configuration): string[];
}

/** The innermost states that are active, by id, one for each region. */
export const activeStates = ({ snapshot }: Configuration): string[] => innermostStates(snapshot).sort();

/** The event of a timer as the commit makes it: not before the last event, and with the due moment in the input. */
export const timerEvent = ({ at }: Configuration, timer: { type: string; due: number }, calendar: Calendar): ChartEvent => ({
  type: timer.type,
  by: 'clock',
  at: new Date(Math.max(timer.due, Date.parse(at))).toISOString(),
  input: { calendar, due: new Date(timer.due).toISOString() },
});

const ready = new WeakMap<AnyStateMachine, AnyStateMachine>();

/** The chart with its initial state made once. xstate makes one for each transition and does not use it: under jest that is two fifths of a step. */
function readied(chart: AnyStateMachine): AnyStateMachine {
  const known = ready.get(chart);
  if (known !== undefined) return known;
  const [initial] = initialTransition(chart, undefined as never);
  const made: AnyStateMachine = Object.create(chart, { getInitialSnapshot: { value: () => initial } });
  ready.set(chart, made);
  return made;
}

/** An action without the context that xstate keeps with it: the edges of a space are held all at once. The library's own actions only set timers. */
const asOrdered = ({ type, params }: { type: string; params?: unknown }): Edge['actions'] =>
  type.startsWith('xstate.') ? [] : [params === undefined ? { type } : { type, params: params as Record<string, unknown> }];

/** The configuration after an event, if the chart accepts it. A life that has ended accepts nothing, although xstate still lists its root's transitions. */
export function step(chart: AnyStateMachine, from: Configuration, event: ChartEvent): Edge | undefined {
  if (from.snapshot.status !== 'active' || !from.snapshot.can(event)) return undefined;
  const [snapshot, ordered] = transition(readied(chart), from.snapshot, event);
  return { from, event, actions: ordered.flatMap(asOrdered), to: { snapshot: snapshot as AnyMachineSnapshot, at: event.at } };
}

/** The configuration before the first event of a life. */
export const initialConfiguration = (chart: AnyStateMachine, at: string): Configuration => {
  const [snapshot] = initialTransition(chart, undefined as never);
  return { snapshot: snapshot as AnyMachineSnapshot, at };
};

/** Whether a timer with a consequence is due by a moment. The commit fires it before anything else. */
export const isOverdue = (chart: AnyStateMachine, { snapshot, at }: Configuration, by: string): boolean =>
  timersOf(chart, snapshot, at).some(({ reminder, due }) => !reminder && due <= Date.parse(by));

/** When the next command is tried. */
export const soonAfter = ({ at }: Configuration): string => new Date(Date.parse(at) + 60_000).toISOString();

/** Every event that a configuration allows. A command comes a minute after the last event, unless a timer with a consequence fires before. */
function edgesFrom(chart: AnyStateMachine, { calendar, events }: Examples, from: Configuration): Edge[] {
  const { snapshot, at } = from;
  const soon = soonAfter(from);
  const timers = timersOf(chart, snapshot, at);
  const commands = timers.some(({ reminder, due }) => !reminder && due <= Date.parse(soon)) ? [] : events(snapshot.context, soon);
  // A consequence before a reminder, or at the same moment, fires first. The state after it decides whether the reminder stays.
  const isPreceded = ({ reminder, due }: Timer): boolean => reminder && timers.some((other) => !other.reminder && other.due <= due);
  const fired = timers.filter((timer) => !isPreceded(timer)).map((timer) => timerEvent(from, timer, calendar));
  return [...commands, ...fired].flatMap((event) => step(chart, from, event) ?? []);
}

/** What an action does, without the moments, sums and numbers in its parameters. */
const doneBy = ({ type, params: { template, to, child } = {} }: Edge['actions'][number]): unknown[] => [
  type,
  template,
  String(to ?? child ?? '').split('/', 1)[0],
];

/** @throws if the exploration finds more configurations than `most`. */
export function stateSpaceOf(chart: AnyStateMachine, examples: Examples, most?: number): StateSpace {
  const numbers = new Map<string, number>();
  const classes = new WeakMap<Configuration, number>();
  /** The number of the states and the abstraction that a configuration has in common with those merged with it. */
  const classOf = (configuration: Configuration): number => {
    const known = classes.get(configuration);
    if (known !== undefined) return known;
    const states = activeStates(configuration);
    const { context, status } = configuration.snapshot;
    // A life that is over goes on in no way, whatever it was like.
    const text = JSON.stringify(status === 'done' ? states : [states, examples.abstraction(context, states)]);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    classes.set(configuration, number);
    return number;
  };
  const found = new Map<Configuration, Edge[]>();
  const { visited, representativeOf } = explore({
    name: chart.id,
    start: initialConfiguration(chart, examples.begin),
    // If a timer with a consequence fires first, no command is tried.
    keyOf: (configuration) => `${classOf(configuration)} ${isOverdue(chart, configuration, soonAfter(configuration))}`,
    successorsOf(configuration) {
      const edges = edgesFrom(chart, examples, configuration);
      found.set(configuration, edges);
      return edges.map(({ to }) => to);
    },
    placeOf: (configuration) => activeStates(configuration).join(' '),
    ...(most !== undefined && { most }),
  });
  const futuresOf = (configuration: Configuration): string[] => {
    const own = classOf(configuration);
    return (found.get(configuration) ?? edgesFrom(chart, examples, configuration)).flatMap(({ event: { type, by }, actions, to }) => {
      const next = classOf(to);
      // A reminder changes nothing, and an abstraction does not contain the reminders already sent.
      return by === 'clock' && next === own ? [] : [`${by} ${type} ${next} ${JSON.stringify(actions.map(doneBy))}`];
    });
  };
  return { configurations: visited, edges: [...found.values()].flat(), representativeOf, futuresOf };
}
