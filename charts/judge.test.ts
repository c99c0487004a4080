import type { AnyStateMachine } from 'xstate';
import { and, createMachine } from 'xstate';
import { difference } from '../testing/charts/judging.ts';
import { lifeTypes } from './index.ts';
import { ifNobodyActs, judge, openEndsOf, restore, timersOf } from './judge.ts';
import type { ChartEvent } from './law.ts';
import { command, due, next, reminder, speaksFor, timeout } from './law.ts';
import type { LifeType } from './life-type.ts';

describe('a chart that the judge cannot evaluate is found', () => {
  const guards = { by: speaksFor, never: () => false };
  const chartOf = (knock: object) =>
    createMachine({ id: 'odd', context: {}, initial: 'on', states: { on: { on: { knock } }, off: {} } } as never, { guards } as never);
  const knocked: ChartEvent = { type: 'knock', by: 'operator', at: '2026-04-20T04:00:00.000Z', input: {} };
  const found = (chart: unknown): string | undefined => {
    const machine = chart as AnyStateMachine;
    return difference(machine, { snapshot: restore(machine, { status: 'active', value: 'on', context: {} }), at: knocked.at }, knocked);
  };

  test('a chart that the judge can evaluate is accepted', () => {
    expect(found(chartOf(command('operator', '4.4.1', { target: 'off' })))).toBeUndefined();
    expect(found(chartOf(command('operator', '4.4.1', { guard: 'never', target: 'off' })))).toBeUndefined();
  });

  test('a guard that no law names', () => {
    const lawful = command('operator', '4.4.1', { target: 'off' });
    expect(found(chartOf({ ...lawful, guard: and([lawful.guard, 'never'] as never) }))).toMatch('"judge":true,"can":false');
  });

  test('a transition without a law', () => {
    expect(found(chartOf({ target: 'off' }))).toMatch('"judge":false,"can":true');
  });

  test('a command without target and actions', () => {
    expect(found(chartOf(command('operator', '4.4.1', {})))).toMatch('"judge":true,"can":false');
  });
});

test('of several refusals of one command the mildest is reported: correct the input, wait for the state, be another party', () => {
  const parts = { by: speaksFor, never: () => false };
  const refusalOf = (...candidates: object[]) => {
    const chart = createMachine(
      { id: 'strict', context: {}, initial: 'on', states: { on: { on: { knock: candidates } } } } as never,
      { guards: parts } as never,
    );
    const snapshot = restore(chart as unknown as AnyStateMachine, { status: 'active', value: 'on', context: {} });
    return judge(chart as unknown as AnyStateMachine, snapshot, {
      type: 'knock',
      by: 'operator',
      at: '2026-04-20T04:00:00.000Z',
      input: {},
    });
  };
  const otherParty = command('customer', '4.1.1', { target: 'on' });
  const otherState = command('operator', '4.1.2', { guard: 'never', target: 'on' });
  const otherInput = command('operator', '4.1.3', { check: ['never'], target: 'on' });
  expect(refusalOf(otherParty)).toEqual({ allowed: false, reason: 'party', clause: '4.1.1' });
  expect(refusalOf(otherParty, otherState)).toEqual({ allowed: false, reason: 'state', clause: '4.1.2', rule: 'never' });
  expect(refusalOf(otherParty, otherState, otherInput)).toEqual({ allowed: false, reason: 'rule', clause: '4.1.3', rule: 'never' });
  expect(refusalOf(otherInput, otherState, otherParty)).toEqual({ allowed: false, reason: 'rule', clause: '4.1.3', rule: 'never' });
  expect(refusalOf(otherParty, command('operator', '4.1.4', { target: 'on' }), otherInput)).toMatchObject({
    allowed: true,
    law: { clause: '4.1.4' },
  });
  expect(refusalOf()).toEqual({ allowed: false, reason: 'state' });
});

test('an exception of a guard or a check is a fault of the chart, not a refusal', () => {
  const guards = {
    by: speaksFor,
    fails: ({ event }: { event: { input: { missing?: { field: string } } } }) => (event.input.missing as { field: string }).field === '',
    cannotRead: () => BigInt('x') > 0n,
  };
  const judged = (given: object) => {
    const chart = createMachine(
      { id: 'faulty', context: {}, initial: 'on', states: { on: { on: { knock: command('operator', 'platform', given) } } } } as never,
      { guards } as never,
    ) as unknown as AnyStateMachine;
    const snapshot = restore(chart, { status: 'active', value: 'on', context: {} });
    return judge(chart, snapshot, { type: 'knock', by: 'operator', at: '2026-04-20T04:00:00.000Z', input: {} });
  };
  expect(() => judged({ guard: 'fails', target: 'on' })).toThrow(TypeError);
  expect(() => judged({ check: 'fails', target: 'on' })).toThrow(TypeError);
  expect(() => judged({ check: 'cannotRead', target: 'on' })).toThrow(SyntaxError);
  expect(() => judged({ candidate: 'fails', target: 'on' })).toThrow(TypeError);
});

describe('timers', () => {
  const at = '2026-04-20T04:00:00.000Z';
  const moment = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
  const bell = createMachine(
    {
      id: 'bell',
      context: ({ input }: { input?: object }) => ({ ...input }),
      initial: 'on',
      states: {
        on: {
          after: {
            rings: reminder('platform', { actions: ['ring'] }),
            end: [timeout('4.4.1', { guard: 'isFeast', target: 'feast' }), timeout('4.4.2', { target: 'off' })],
            never: timeout('4.4.3', { target: 'off' }),
          },
        },
        off: {},
        feast: {},
      },
    } as never,
    {
      guards: { by: speaksFor, isFeast: ({ context }: { context: { feast?: boolean } }) => context.feast === true },
      actions: { ring: () => {} },
      delays: {
        rings: ({ context, event }: { context: { rings?: string[] }; event: { at?: string } }) => next(context.rings, event.at),
        end: ({ context }: { context: { end?: string } }) => due(context.end),
        never: () => Number.POSITIVE_INFINITY,
      },
    } as never,
  ) as unknown as AnyStateMachine;
  const noCalendar = (): never => {
    throw new Error('nothing here is reckoned in working days');
  };
  const bellWith = (context: object) => restore(bell, { status: 'active', value: 'on', context });
  const list = (context: object, when: string) =>
    timersOf(bell, bellWith(context), when).map(({ name, due: moments, clause }) => [name, new Date(moments).toISOString(), clause]);

  test('of several reminders the next one is listed, and no past one', () => {
    const rings = [moment(3), moment(1), moment(2)];
    expect(list({ rings }, at)).toEqual([['rings', moment(1), 'platform']]);
    expect(list({ rings }, moment(1))).toEqual([['rings', moment(2), 'platform']]);
    expect(list({ rings }, moment(3))).toEqual([]);
  });

  test('a consequence is listed however late it is, and a timer without a moment is not', () => {
    expect(list({ end: moment(1) }, moment(500))).toEqual([['end', moment(1), '4.4.2']]);
    expect(list({}, at)).toEqual([]);
  });

  test('a changed moment moves the timer without re-entry', () => {
    const listed = (hours: number) => list({ end: moment(hours), rings: [moment(4)] }, at).map(([name]) => name);
    expect(listed(3)).toEqual(['end', 'rings']);
    expect(listed(5)).toEqual(['rings', 'end']);
  });

  test('of several outcomes of one timer the one whose guard is true is listed', () => {
    expect(list({ end: moment(1), feast: true }, at)).toEqual([['end', moment(1), '4.4.1']]);
    expect(ifNobodyActs(bell, bellWith({ end: moment(1), feast: true }), at, noCalendar)?.becomes.value).toBe('feast');
    expect(ifNobodyActs(bell, bellWith({ end: moment(1) }), at, noCalendar)).toMatchObject({
      timer: 'end',
      at: moment(1),
      clause: '4.4.2',
    });
    expect(ifNobodyActs(bell, bellWith({ rings: [moment(1)] }), at, noCalendar)).toBeUndefined();
  });

  test('a missing delay or one without a number is an error', () => {
    const broken = (delays: object) => bell.provide({ delays } as never) as AnyStateMachine;
    const given = bellWith({ end: moment(1) });
    expect(() => timersOf(broken({ end: () => Number.NaN }), given, at)).toThrow('delay end of chart bell gave no moment');
    expect(() => timersOf(broken({ end: () => undefined }), given, at)).toThrow('delay end of chart bell gave no moment');
  });
});

test('the states in which nothing happens by itself are listed in chart order, and none for an ended life', () => {
  const { chart } = lifeTypes.account as LifeType;
  const account = (access: string, status: string) =>
    restore(chart, { status, value: { access, offer: 'accepted', pause: 'reported', tax: 'none' }, context: {} });
  expect(openEndsOf(chart, account('active', 'active'))).toEqual([
    { state: 'active', clause: '10.1', waitsFor: 'nothing' },
    { state: 'pause.reported', clause: '4.1.6', waitsFor: 'staff' },
  ]);
  expect(openEndsOf(chart, account('closed', 'done'))).toEqual([]);
});

test('a snapshot with a state that the chart no longer has is refused', () => {
  const { chart } = lifeTypes.task as LifeType;
  expect(() => restore(chart, { status: 'active', value: { progress: 'gone', claims: 'none', holds: 'none' }, context: {} })).toThrow(
    /chart task cannot take this snapshot/,
  );
});
