import { initialTransition, setup, transition } from 'xstate';
import type { ChartEvent } from './law.ts';
import { contextOf, unbegun } from './reduce.ts';

interface Lamp {
  owner: string;
  turns: number;
  colour?: string | undefined;
}

type LampEvent = ChartEvent<'hang', { owner: string }> | ChartEvent<'turn' | 'paint', { colour: string }>;

const blank = { turns: 0 } satisfies Partial<Lamp>;
const { begin, change, on, when } = contextOf<Lamp, LampEvent, typeof blank>();

const lamp = setup({
  types: { context: {} as Lamp, events: {} as LampEvent, input: {} as Partial<Lamp> },
  guards: { isRed: when(['turn', 'paint'], ({ event }) => event.input.colour === 'red') },
  actions: {
    hang: begin('hang', ({ input }) => input),
    count: change(({ context }, { by }: { by: number }) => ({ turns: context.turns + by })),
    paint: on('paint', ({ event }) => ({ colour: event.input.colour })),
    wash: change(() => ({ colour: undefined })),
  },
}).createMachine({
  context: unbegun<Lamp>(blank),
  on: {
    hang: { actions: ['hang'] },
    paint: { guard: 'isRed', actions: ['paint', { type: 'count', params: { by: 2 } }] },
    // Wrong on purpose: `paint` expects another event.
    turn: { actions: ['wash', 'paint'] },
  },
});

const event = <Type extends LampEvent['type']>(type: Type, input: object) =>
  ({ type, by: 'customer', at: '2026-04-20T04:00:00.000Z', input }) as LampEvent;
const [first] = initialTransition(lamp, undefined as never);

test('before the first event only the blank context exists, and the first event adds the rest', () => {
  expect(first.context).toEqual({ turns: 0 });
  expect(transition(lamp, first, event('hang', { owner: 'one' }))[0].context).toEqual({ turns: 0, owner: 'one' });
});

test('a change returns the changed fields, given its event and parameters', () => {
  expect(transition(lamp, first, event('paint', { colour: 'red' }))[0].context).toEqual({ turns: 2, colour: 'red' });
});

test('a guard for some event types is false for all others', () => {
  expect(first.can(event('paint', { colour: 'blue' }))).toBe(false);
  const guard = when('paint', () => true);
  expect([
    guard({ context: first.context, event: event('paint', {}) }),
    guard({ context: first.context, event: event('turn', {}) }),
  ]).toEqual([true, false]);
});

test('a change used with an event that it does not support is a fault', () => {
  expect(() => transition(lamp, first, event('turn', { colour: 'red' }))).toThrow('no change of context is written for the event turn');
});

test('a first event that leaves the context incomplete does not compile', () => {
  // @ts-expect-error the owner is missing
  expect(begin('hang', () => ({ turns: 1 }))).toBeDefined();
  // @ts-expect-error no such event
  expect(on('fall', () => ({}))).toBeDefined();
});
