/** How a chart reads and changes its context, with the type of the event known to the compiler. */
import type { MachineContext } from 'xstate';
import { assign } from 'xstate';
import type { ChartEvent } from './law.ts';

/** The events of some types among all that a chart knows. */
export type EventOf<Event extends ChartEvent, Type extends Event['type']> =
  Event extends ChartEvent<infer Types, infer Input> ? (Type extends Types ? ChartEvent<Type, Input> : never) : never;

/** What the first event has to bind: everything that the chart does not have before it. */
type Bound<Context, Blank> = Omit<Context, keyof Blank> & Partial<Context>;

/**
 * Typed builders for the guards and the changes of context of one chart. `Blank` is the part of the context that exists before the first event.
 * A change answers only the keys that change: xstate lays them over the context, so a key goes by being undefined, not by being left out.
 */
export const contextOf = <Context extends MachineContext, Event extends ChartEvent, Blank = object>() => {
  interface Scope {
    context: Context;
    event: Event;
  }
  interface At<Type extends Event['type']> {
    context: Context;
    event: EventOf<Event, Type>;
  }

  const isAt = <Type extends Event['type']>(scope: Scope, types: Type | readonly Type[]): scope is Scope & At<Type> =>
    [types].flat().some((type) => type === scope.event.type);

  /** Changes the context at events of these types. @throws at any other, because the chart uses the action in the wrong place. */
  const on = <const Type extends Event['type'], Params = undefined>(
    types: Type | readonly Type[],
    reducer: (scope: At<Type>, params: Params) => Partial<Context>,
  ) =>
    assign<Context, Event, Params, Event, never>((scope, params) => {
      if (isAt(scope, types)) return reducer(scope, params);
      throw new Error(`no change of context is written for the event ${scope.event.type}`);
    });

  return {
    on,

    /** Changes the context at any event. */
    change: <Params = undefined>(reducer: (scope: Scope, params: Params) => Partial<Context>) =>
      assign<Context, Event, Params, Event, never>((scope, params) => reducer(scope, params)),

    /** The change that the first event makes: the compiler holds that it completes the context. */
    begin: <const Type extends Event['type']>(type: Type, reducer: (event: EventOf<Event, Type>) => Bound<Context, Blank>) =>
      on(type, ({ event }) => reducer(event) as Partial<Context>),

    /** A guard over events of these types; any other does not pass it. */
    when:
      <const Type extends Event['type']>(types: Type | readonly Type[], holds: (scope: At<Type>) => boolean) =>
      (scope: Scope): boolean =>
        isAt(scope, types) && holds(scope),
  };
};

/**
 * The context factory of a chart. Until the first event only `blank` exists; xstate knows one type of context for all states, so this is the one
 * place that claims more. `begin` (above) makes the claim true. xstate also runs the initial state without input.
 */
export const unbegun =
  <Context extends object>(blank: Partial<Context>) =>
  ({ input }: { input?: Partial<Context> }): Context =>
    ({ ...blank, ...input }) as Context;
