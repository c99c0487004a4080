/** The law of a life as plain JSON. The API returns it, the diagrams are drawn from it, and the chart's hash covers it. */
import type { AnyStateNode, AnyTransitionDefinition, UnknownAction } from 'xstate';
import type { StateLaw, TransitionLaw, WaitsFor } from './law.ts';
import type { LifeType } from './life-type.ts';
import type { Localized, Messages } from './messages.ts';

export interface PublishedState {
  id: string;
  /** The keys from the root down, with dots; empty for the root. */
  path: string;
  type: AnyStateNode['type'];
  /** Id of the state that a compound one begins in. */
  initial?: string;
  entry?: PublishedAction[];
  exit?: PublishedAction[];
  /** The clause under which nothing happens here by itself. */
  openEnded?: string;
  /** Who or what ends the waiting there. */
  waitsFor?: WaitsFor;
  words?: { name: Localized; waits: Localized };
}

export interface PublishedAction {
  type: string;
  /** Absent if they are computed from the context. */
  params?: unknown;
}

/** A guard by its name, or how it is made of others. `in` is the id of a state. */
export type Condition = string | { and: Condition[] } | { or: Condition[] } | { not: Condition[] } | { in: unknown };

/** A transition with its law. One without an event is made by the chart itself as soon as `when` holds, and has no law. */
export interface PublishedTransition extends Partial<TransitionLaw> {
  from: string;
  event: string;
  /** The delay's name where a timer makes the transition. */
  delay?: string;
  when?: Condition;
  /** Ids of states; empty where the state stays and only the actions happen. */
  targets: string[];
  actions: PublishedAction[];
}

export interface PublishedChart {
  life: string;
  /** Ids of the states that run at the same time. */
  regions: string[];
  /** Both in the chart's own order: of several transitions for one event the first allowed wins. */
  states: PublishedState[];
  transitions: PublishedTransition[];
  words: Omit<Messages, 'states'>;
}

/** Everything a chart says, in its own order, with its words. */
export function published({ chart, messages }: LifeType): PublishedChart {
  const nodes = within(chart.root);
  const { states: stateWords, ...others } = messages;
  return {
    life: chart.id,
    regions: regionsOf(chart.root).map(({ id }) => id),
    states: nodes.map((node) => {
      const said = stateWords[wordsKey(node)];
      return { ...stateOf(node), ...(said && { words: said }) };
    }),
    transitions: nodes.flatMap(transitionsOf),
    words: others,
  };
}

/** The key of a state in `Messages.states` and `silence`: its path, under the first region without that region's name. */
export function wordsKey(node: AnyStateNode): string {
  const [first] = regionsOf(node.machine.root);
  const path = first !== undefined && node.path[0] === first.key ? node.path.slice(1) : node.path;
  return path.join('.');
}

/** The parts of a guard. @throws for an inline function, because it has no name to publish. */
export function conditionOf(guard: unknown): Condition {
  if (typeof guard === 'string') return guard;
  const { name, type, guards, stateValue } = guard as { name?: string; type?: string; guards?: unknown[]; stateValue?: unknown };
  if (typeof type === 'string') return type;
  if (name === 'stateIn') return { in: typeof stateValue === 'string' ? stateValue.replace(/^#/, '') : stateValue };
  const parts = guards?.map(conditionOf) ?? [];
  if (name === 'and') return { and: parts };
  if (name === 'or') return { or: parts };
  if (name === 'not') return { not: parts };
  throw new Error(`guard ${name || 'without a name'} is not named in setup`);
}

const childrenOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);
const within = (node: AnyStateNode): AnyStateNode[] => [node, ...childrenOf(node).flatMap(within)];
const regionsOf = (node: AnyStateNode): AnyStateNode[] => (node.type === 'parallel' ? childrenOf(node) : []);

function stateOf(node: AnyStateNode): PublishedState {
  const { id, path, type } = node;
  const [initial] = type === 'compound' ? (node.initial.target ?? []) : [];
  const entry = actionsOf(node.entry);
  const exit = actionsOf(node.exit);
  const { openEnded, waitsFor } = (node.meta ?? {}) as StateLaw;
  return {
    id,
    path: path.join('.'),
    type,
    ...(initial && { initial: initial.id }),
    ...(entry.length > 0 && { entry }),
    ...(exit.length > 0 && { exit }),
    ...(openEnded !== undefined && { openEnded }),
    ...(waitsFor !== undefined && { waitsFor }),
  };
}

function transitionsOf(node: AnyStateNode): PublishedTransition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])].map((each) => {
    const { eventType, guard, target, actions, meta } = each as AnyTransitionDefinition;
    const { delay } = each as { delay?: string };
    // What a command brings is said in the menu, with its sums.
    const { brings: _, ...law } = (meta ?? {}) as Partial<TransitionLaw>;
    return {
      from: node.id,
      event: delay ?? eventType,
      ...(delay !== undefined && { delay }),
      ...law,
      ...(meta === undefined && guard !== undefined && { when: conditionOf(guard) }),
      targets: (target ?? []).map(({ id }) => id),
      actions: actionsOf(actions),
    };
  });
}

interface EngineAction {
  type?: string;
  params?: unknown;
  id?: string;
  sendId?: string;
}

function actionsOf(actions: readonly UnknownAction[]): PublishedAction[] {
  return actions.flatMap((action): PublishedAction[] => {
    if (typeof action === 'string') return [{ type: action }];
    const { type = 'inline', params, id, sendId } = action as EngineAction;
    // xstate arms a timer on entry and cancels it on exit: its transition says so already.
    if ((id ?? sendId)?.startsWith('xstate.after.')) return [];
    return [{ type, ...(params !== undefined && typeof params !== 'function' && { params }) }];
  });
}
