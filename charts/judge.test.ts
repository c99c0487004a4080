import fc from 'fast-check';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { and, createMachine, transition } from 'xstate';
import { examples } from '../testing/charts/examples/index.ts';
import { accounts, posting, text } from '../testing/charts/examples/task.ts';
import { isSame } from '../testing/charts/same.ts';
import type { Configuration, Examples, StateSpace } from '../testing/charts/state-space.ts';
import { activeStates, stateSpaceOf, step, timerEvent } from '../testing/charts/state-space.ts';
import { lifeTypes } from './index.ts';
import { allTransitions, ifNobodyActs, judge, menu, openEndsOf, persisted, restore, timersOf } from './judge.ts';
import type { ChartEvent, Party, TransitionLaw } from './law.ts';
import { command, due, next, PEOPLE, reminder, speaksFor, timeout } from './law.ts';
import type { LifeType } from './life-type.ts';

const PARTIES: Party[] = ['customer', 'contractor', 'operator', 'clock', 'platform'];
const ACCOUNTS = [...Object.values(accounts), 'account-stranger', undefined];

/** One input with every field that an event of a task reads. Each event takes its own from it. */
const taskInput = (at: string, version: number, calendar: Examples['calendar']) =>
  fc
    .record({
      task: fc.constantFrom(
        posting(at),
        posting(at, { payment: 'platform' }),
        posting(at, { match: 'choice', invited: [accounts.first ?? ''] }),
        posting(at, { match: 'invited', invited: [accounts.first ?? '', accounts.customer ?? ''] }),
        posting(at, { match: 'invited', invited: [accounts.first ?? ''] }),
        posting(at, { startAt: at }),
        posting(at, { dueAt: at }),
        posting(at, { dueAt: '2029-01-01T00:00:00.000Z' }),
        posting(at, { acceptBy: at }),
      ),
      version: fc.constantFrom(version, version, version + 1, 0),
      contractor: fc.constantFrom(...Object.values(accounts)),
      amount: fc.constantFrom('1', '500000', '1000000', '1400000', '1500000', '0', '9999999', undefined),
      price: fc.constantFrom('1200000', undefined),
      paidOn: fc.constantFrom(at.slice(0, 10), '2026-01-15', '2029-01-01'),
    })
    .map(({ task, amount, price, ...rest }) => ({
      ...task,
      ...rest,
      calendar,
      due: at,
      reasons: text('reasons'),
      ...(amount !== undefined && { amount }),
      price: price ?? '1500000',
    }));

const inputs: Record<string, (configuration: Configuration, calendar: Examples['calendar']) => fc.Arbitrary<object>> = {
  task: ({ snapshot, at }, calendar) => taskInput(at, snapshot.context.version, calendar),
  // The walk of an account that has an e-mail address or signs its acts has few events. Their fields are mixed with those of an account that does not.
  account({ snapshot: { context }, at }) {
    const { events } = examples.account as Examples;
    const { confirmedEmail, newEmail, signsActs, ...plain } = context;
    return mixedInput([...events(context, at), ...events(plain, at)]);
  },
};

/** Every field of events, each with a value from one of them. */
function mixedInput(events: ChartEvent[]): fc.Arbitrary<object> {
  const values = Map.groupBy(
    events.flatMap(({ input }) => Object.entries(input as object)),
    ([name]) => name,
  );
  return fc.record(Object.fromEntries([...values].map(([name, pairs]) => [name, fc.constantFrom(...pairs.map(([, value]) => value))])));
}

/** The fields of the examples' events with unvalidated values: some are readable, most are not. */
function unreadableInput({ events }: Examples, { snapshot, at }: Configuration): fc.Arbitrary<object> {
  const names = new Set(events(snapshot.context, at).flatMap(({ input }) => Object.keys(input as object)));
  const junk = fc.constantFrom(undefined, null, true, 0, -1, 1.5, '', 'x', '1', '-1', '1.5', '2026-13-01', [], [null], ['x'], {}, { x: 1 });
  return fc.record(Object.fromEntries([...names].map((name) => [name, junk])), { requiredKeys: [] });
}

/** Does the judge agree with the chart? Returns the difference, or undefined. */
function difference(chart: AnyStateMachine, { snapshot }: Configuration, event: ChartEvent): string | undefined {
  const { allowed } = judge(chart, snapshot, event);
  const [after, actions] = transition(chart, snapshot, event);
  // A life that has ended accepts nothing, although xstate still lists its root's transitions.
  const isAlive = snapshot.status === 'active';
  const told = { judge: allowed, can: isAlive && snapshot.can(event), changes: isAlive && (after !== snapshot || actions.length > 0) };
  return new Set(Object.values(told)).size === 1 ? undefined : JSON.stringify(told);
}

/**
 * What the menu shows although no input makes it allowed, so that people can read why: before the agreed time, beyond the operator's limit, and after
 * an objection. Of an account's members the examples name one person, who may be a member already, or not yet.
 */
const REFUSED_BY_RULE: Record<string, string[]> = {
  account: ['addMember', 'changeMember', 'removeMember'],
  task: ['start'],
  dispute: ['acceptOffer', 'confirmInstruction', 'proposeLimit', 'objectToCourtAct'],
};

/** Where a property does not hold: each combination of states once. One `expect` for each configuration would take longer than all the rest. */
const failing = (configurations: Configuration[], holds: (configuration: Configuration) => boolean): string[] => [
  ...new Set(configurations.filter((configuration) => !holds(configuration)).map((configuration) => activeStates(configuration).join(' '))),
];

describe.each(Object.keys(lifeTypes))('the judge of a %s', (life) => {
  const { chart } = (lifeTypes as Record<string, LifeType>)[life] as LifeType;
  const given = examples[life] as Examples;
  const { calendar } = given;
  let space = {} as StateSpace;
  beforeAll(() => {
    space = stateSpaceOf(chart, given);
  });
  // Together the state spaces are gigabytes.
  afterAll(() => {
    space = {} as StateSpace;
  });
  const types = [...new Set([...allTransitions(chart).map(({ eventType }) => eventType), 'nothing'])];
  // By its number, because a counterexample with a whole snapshot is unreadable.
  const somewhere = () => fc.integer({ min: 0, max: space.configurations.length - 1 });
  const configurationAt = (number: number) => space.configurations[number] as Configuration;
  const inputOf = inputs[life] ?? (({ snapshot, at }: Configuration) => mixedInput(given.events(snapshot.context, at)));

  test('allows exactly the events that the chart can take and that change it', () => {
    const asked = somewhere().chain((number) => {
      const { at, snapshot } = configurationAt(number);
      const actor = fc.constantFrom(...ACCOUNTS, snapshot.context.customer, snapshot.context.contractor);
      const event = fc.record({
        type: fc.constantFrom(...types),
        by: fc.constantFrom(...PARTIES),
        actor,
        input: inputOf(configurationAt(number), calendar),
      });
      return fc.tuple(
        fc.constant(number),
        event.map((each): ChartEvent => ({ ...each, at })),
      );
    });
    fc.assert(
      fc.property(asked, ([number, event]) => {
        expect(difference(chart, configurationAt(number), event)).toBeUndefined();
      }),
      { numRuns: 3_000 },
    );
  });

  test('does so for valid commands of any sender', () => {
    const asked = somewhere().chain((number) => {
      const { at, snapshot } = configurationAt(number);
      return fc.tuple(fc.constant(number), fc.constantFrom(...given.events(snapshot.context, at)), fc.constantFrom(undefined, ...PARTIES));
    });
    fc.assert(
      fc.property(asked, ([number, event, by = event.by]) => {
        expect(difference(chart, configurationAt(number), { ...event, by })).toBeUndefined();
      }),
      { numRuns: 3_000 },
    );
  });

  test('reads input without prior validation: effect answers and events of other lives', () => {
    const unvalidated = types.filter((type) =>
      allTransitions(chart).some(
        ({ eventType, meta }) => eventType === type && (meta as Partial<TransitionLaw> | undefined)?.by?.includes('platform'),
      ),
    );
    const asked = somewhere().chain((number) =>
      fc.record({
        number: fc.constant(number),
        type: fc.constantFrom('nothing', ...unvalidated),
        by: fc.constantFrom<Party>('platform', 'operator'),
        input: unreadableInput(given, configurationAt(number)),
      }),
    );
    fc.assert(
      fc.property(asked, ({ number, type, by, input }) => {
        const { snapshot, at } = configurationAt(number);
        expect(() => judge(chart, snapshot, { type, by, at, input })).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });

  test('offers in the menu each command that some input makes possible, and allows no other', () => {
    const faults = space.configurations.flatMap((configuration) => {
      const { snapshot, at } = configuration;
      // Of an account that tries nothing here nothing is to be said.
      const byAccount = Map.groupBy(given.events(snapshot.context, at), ({ by, actor }) => `${by} ${actor}`);
      return [...byAccount.values()].flatMap((own) => {
        const [{ by, actor, person }] = own as [ChartEvent];
        if (!PEOPLE.includes(by)) return [];
        const allowed = new Set(own.filter((event) => judge(chart, snapshot, event).allowed).map(({ type }) => type));
        const waits = (name: string): boolean => (REFUSED_BY_RULE[life] ?? []).includes(name) && !allowed.has(name);
        const offered = new Set(menu(chart, snapshot, by, actor, person).flatMap(({ name }) => (waits(name) ? [] : name)));
        const asked = new Set(own.map(({ type }) => type));
        const differing = [...offered.intersection(asked).symmetricDifference(allowed)];
        return differing.map((name) => `${activeStates(configuration).join(' ')}: ${name} of ${by} ${actor}`);
      });
    });
    expect([...new Set(faults)]).toEqual([]);
  });

  test('an end state has no menu and no timers, and allows nothing', () => {
    const ends = space.configurations.filter(({ snapshot }) => snapshot.status === 'done');
    expect(ends.length).toBeGreaterThan(0);
    const isDead = ({ snapshot, at }: Configuration): boolean =>
      timersOf(chart, snapshot, at).length === 0 &&
      given
        .events(snapshot.context, at)
        .every(
          (event) =>
            isSame(judge(chart, snapshot, event), { allowed: false, reason: 'state' }) &&
            menu(chart, snapshot, event.by, event.actor, event.person).length === 0,
        );
    expect(failing(ends, isDead)).toEqual([]);
  });

  test('timers are listed once each, earliest first, without past reminders', () => {
    const isInOrder = ({ snapshot, at }: Configuration): boolean => {
      const timers = timersOf(chart, snapshot, at);
      return (
        timers.every(({ due: moment }, index) => index === 0 || (timers[index - 1]?.due ?? moment) <= moment) &&
        new Set(timers.map(({ type }) => type)).size === timers.length &&
        !timers.some((timer) => timer.reminder && timer.due <= Date.parse(at))
      );
    };
    expect(failing(space.configurations, isInOrder)).toEqual([]);
  });

  test('consequences stay listed after their moment has passed, and reminders do not', () => {
    const late = '2031-01-01T00:00:00.000Z';
    const stay = ({ snapshot, at }: Configuration): boolean => {
      const consequences = timersOf(chart, snapshot, at).filter((timer) => !timer.reminder);
      return isSame(timersOf(chart, snapshot, late), consequences);
    };
    expect(failing(space.configurations, stay)).toEqual([]);
  });

  test('the answer to what happens if nobody acts is the target of the first consequence', () => {
    const isTold = (configuration: Configuration): boolean => {
      const { snapshot, at } = configuration;
      const timer = timersOf(chart, snapshot, at).find((each) => !each.reminder);
      const told = ifNobodyActs(chart, snapshot, at, () => calendar);
      if (timer === undefined || told === undefined) return timer === told;
      const led = step(chart, configuration, timerEvent(configuration, timer, calendar))?.to.snapshot;
      return (
        told.timer === timer.name &&
        told.at === new Date(timer.due).toISOString() &&
        isSame([told.becomes.value, told.becomes.context], [led?.value, led?.context])
      );
    };
    expect(failing(space.configurations, isTold)).toEqual([]);
  });

  test('a life restored with its keys in another order is in the same state', () => {
    const stands = ({ snapshot, at }: Configuration): boolean => {
      const stored = persisted(chart, snapshot);
      const back = restore(chart, reversed(JSON.parse(JSON.stringify(stored))));
      return (
        isSame([back.status, back.value, back.context], [snapshot.status, snapshot.value, snapshot.context]) &&
        isSame(persisted(chart, back), stored) &&
        isSame(timersOf(chart, back, at), timersOf(chart, snapshot, at)) &&
        PARTIES.every((by) =>
          isSame(menu(chart, back, by, accounts[by as 'customer']), menu(chart, snapshot, by, accounts[by as 'customer'])),
        )
      );
    };
    expect(failing(space.configurations, stands)).toEqual([]);
  });

  // Regions that receive one event change the context one after another. Another order may give another result.
  test('a restored life continues in the same way', () => {
    const differing = space.edges.flatMap(({ from, event, to }, index) => {
      if (index % 17 > 0) return [];
      const back = restore(chart, reversed(persisted(chart, from.snapshot)));
      const [again] = transition(chart, back, event);
      return isSame(persisted(chart, again as AnyMachineSnapshot), persisted(chart, to.snapshot))
        ? []
        : [`${activeStates(from).join(' ')}: ${event.type}`];
    });
    expect([...new Set(differing)]).toEqual([]);
  });
});

/** As a database that keeps no order returns an object. */
const reversed = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
};

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
