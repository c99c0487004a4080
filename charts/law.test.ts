import type { AnyStateMachine } from 'xstate';
import { and, assign, createMachine } from 'xstate';
import { offerRevisions } from '../documents/offer.ts';
import { clausesOf } from '../rules/clauses.ts';
import { examples } from '../testing/charts/examples/index.ts';
import { judging } from '../testing/charts/judging.ts';
import type { Against } from '../testing/charts/soundness.ts';
import { soundness } from '../testing/charts/soundness.ts';
import type { Examples } from '../testing/charts/state-space.ts';
import { stateSpaceOf } from '../testing/charts/state-space.ts';
import { truths, untruths } from '../testing/charts/truths.ts';
import type { Consequence, Consequences } from './consequences.ts';
import { lifeTypes } from './index.ts';
import { comesFromOutside, commandsOf } from './judge.ts';
import type { WaitsFor } from './law.ts';
import { command, due, openEnded, reminder, speaksFor, timeout } from './law.ts';
import type { AwaitedSteps, LifeType } from './life-type.ts';
import type { Messages } from './messages.ts';

const clauses = new Set(offerRevisions.flatMap(({ text }) => [...clausesOf(text).keys()]));
const checks = Object.keys(soundness);

/** Memoizes what a piece of work returns or throws. */
function once<Result>(work: () => Result): () => Result {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

const against = ({ chart }: LifeType, given: Examples): Against & { release(): void } => {
  let space: (() => Against['space']) | undefined;
  return {
    clauses,
    calendar: given.calendar,
    // Only on demand, because not every broken chart can be explored. Only once, also if it finds too much.
    get space() {
      space ??= once(() => stateSpaceOf(chart, given));
      return space();
    },
    /** Together the state spaces are gigabytes. */
    release() {
      space = undefined;
    },
  };
};

const complaints = (check: string, law: LifeType, given: Examples): string[] | undefined => soundness[check]?.(law, against(law, given));

describe.each(Object.entries(lifeTypes))('the law of a %s', (life, law) => {
  const given = examples[life] as Examples;
  const asked = given && against(law, given);
  afterAll(() => asked?.release());

  test('has examples and has the name of its life', () => {
    expect(given).toBeDefined();
    expect(law.chart.id).toBe(life);
  });

  test.each(checks)('%s', (check) => {
    expect(soundness[check]?.(law, asked)).toEqual([]);
  });

  const sums = Object.entries(truths[life as keyof typeof lifeTypes] ?? {});
  if (sums.length > 0)
    test.each(sums)('the sum in the consequences of %s is the sum that follows', (type, truth) => {
      expect(untruths(law, asked.space.edges, type, truth)).toEqual([]);
    });

  const judge = judging({
    life,
    chart: law.chart,
    given,
    get space() {
      return asked.space;
    },
  });
  test.each(Object.keys(judge))('judge: %s', (property) => judge[property]?.());

  test('only commands of people are accepted from outside', () => {
    const { chart } = law;
    const others = (chart.events as string[]).filter((type) => !commandsOf(chart).includes(type));
    expect(commandsOf(chart).every((type) => comesFromOutside(chart, type))).toBe(true);
    for (const type of [...others, '', 'xstate.init', 'command', 'constructor']) expect(comesFromOutside(chart, type)).toBe(false);
  });
});

/** A small sound chart, to be broken in one place at a time. */
interface Door {
  customer?: string;
  knocks?: number;
  shutBy?: string;
  warnAt?: string;
}

type Scope = { context: Door };

type DoorEvent = { type: string; at: string; actor?: string; input: { hours?: number } };

const hoursAfter = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * 3_600_000).toISOString();
const notify = (template: string, to = 'customer') => ({ type: 'notify', params: { to, template } });

const said = (ru: string, en: string) => ({ kk: ru, ru, en });
const state = (name: string) => ({ name: said('Дверь', name), waits: said('Ждём.', 'Waiting.') });
const notice = (body = 'A door.', ru = 'Дверь.') => ({ subject: said('Дверь', 'Door'), body: said(ru, body) });

const words = () => ({
  life: said('Дверь', 'Door'),
  states: { closed: state('Closed'), open: state('Open'), shut: state('Shut') } as Messages['states'],
  commands: { open: said('Открыть', 'Open'), shut: said('Закрыть', 'Shut') } as Messages['commands'],
  timers: { warning: said('Скоро', 'Soon'), shutBy: said('Пора', 'Now') } as Messages['timers'],
  rules: { isBound: said('Рано.', 'Too early.'), hoursAreGiven: said('Укажите часы.', 'Give hours.') } as Messages['rules'],
  notices: {
    opened: notice('Open until {deadline}.', 'Открыто до {deadline}.'),
    warned: notice('Shut by {deadline}.', 'Закройте до {deadline}.'),
    shut: notice(),
  } as Messages['notices'],
  duties: {} as NonNullable<Messages['duties']>,
  silence: {} as NonNullable<Messages['silence']>,
});

const parts = () => ({
  guards: {
    by: speaksFor,
    anyone: () => true,
    isBound: ({ context }: Scope) => context.customer !== undefined,
    hoursAreGiven: ({ event }: { event: DoorEvent }) => event.input.hours !== undefined,
  } as Record<string, unknown>,
  delays: {
    shutBy: ({ context }: Scope) => due(context.shutBy),
    warning: ({ context }: Scope) => due(context.warnAt),
  } as Record<string, unknown>,
  actions: {
    bind: assign((({ event }: { event: DoorEvent }) => ({
      customer: event.actor,
      shutBy: hoursAfter(event.at, event.input.hours ?? 0),
      warnAt: hoursAfter(event.at, (event.input.hours ?? 0) / 2),
    })) as never),
    notify: () => {},
  } as Record<string, unknown>,
  closed: {
    on: {
      open: command('customer', '3.1', {
        candidate: 'anyone',
        check: 'hoursAreGiven',
        target: 'open',
        actions: ['bind', notify('opened')],
      }),
    },
  } as Record<string, unknown>,
  open: {
    on: { shut: command('customer', '3.1', { guard: 'isBound', target: 'shut', actions: [notify('shut')] }) },
    after: {
      warning: reminder('platform', { actions: [notify('warned')] }),
      shutBy: timeout('platform', { target: 'shut', actions: [notify('shut')] }),
    },
  } as Record<string, unknown>,
  more: {} as Record<string, unknown>,
  regions: {} as Record<string, unknown>,
  words: words(),
  consequences: {
    stakes: ({ customer }) => customer,
    of: { shut: () => ({ words: said('Дверь закроется.', 'The door will be shut.') }) },
  } as Consequences<Door>,
  awaited: { open: ['shut'] } as AwaitedSteps,
});

function door(change: (given: ReturnType<typeof parts>) => unknown = () => {}): LifeType {
  const given = parts();
  change(given);
  const { closed, open, more, regions, words: spoken, consequences, awaited, ...implementations } = given;
  const way = { initial: 'closed', states: { closed, open, shut: { type: 'final' }, ...more } };
  const whole = Object.keys(regions).length === 0 ? way : { type: 'parallel', states: { way, ...regions } };
  const config = { id: 'door', context: ({ input }: { input?: object }) => ({ ...input }), ...whole };
  return {
    chart: createMachine(config as never, implementations as never) as unknown as AnyStateMachine,
    messages: spoken,
    consequences,
    awaited,
    recipients: (context, to) => [(context as Record<string, string>)[to]].filter((account) => account !== undefined),
    summary: () => '',
  };
}

const visits: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar: { from: '2026-01-01', until: '2026-12-31', off: [], working: [] },
  events: (_, at) => [
    { type: 'open', by: 'customer', actor: 'one', at, input: { hours: 8 } },
    { type: 'shut', by: 'customer', actor: 'one', at, input: {} },
  ],
  abstraction: () => null,
};

type Change = NonNullable<Parameters<typeof door>[0]>;
type Kind = 'guards' | 'delays' | 'actions' | 'more';
type Spoken = Exclude<keyof Messages, 'life'>;

const on =
  (events: object): Change =>
  ({ open }) =>
    Object.assign(open, { on: events });
const after =
  (timers: object): Change =>
  ({ open }) =>
    Object.assign(open, { after: timers });
const declare =
  (clause: string, waitsFor: WaitsFor = 'staff'): Change =>
  ({ open }) =>
    Object.assign(open, { meta: openEnded(clause, waitsFor) });
const add =
  (kind: Kind, parts: object): Change =>
  (given) =>
    Object.assign(given[kind], parts);
const drop =
  (kind: Kind, name: string): Change =>
  (given) =>
    delete given[kind][name];
const say =
  (kind: Spoken, texts: object): Change =>
  ({ words: all }) =>
    Object.assign(all[kind], texts);
const unsay =
  (kind: Spoken, name: string): Change =>
  ({ words: all }) =>
    delete all[kind][name];
const brings =
  (name: string, consequence: Consequence): Change =>
  ({ consequences }) =>
    Object.assign(consequences.of, { [name]: () => consequence });
const waits =
  (awaited: AwaitedSteps): Change =>
  (given) =>
    Object.assign(given, { awaited });
const both =
  (...changes: Change[]): Change =>
  (given) =>
    changes.map((change) => change(given));

const shutAnyhow = { target: 'shut', actions: [notify('shut')] };
const shutting = command('customer', '3.1', { guard: 'isBound', ...shutAnyhow });
const metaOf = (transition: object) => (transition as { meta: object }).meta;

/** The command to shut books this, too. */
const booking = (posting: object): Change =>
  on({ shut: { ...shutting, actions: [notify('shut'), { type: 'book', params: { postings: [posting] } }] } });

/** What is broken, how, and the check's message. */
type Control = [what: string, change: Change, complaint: string | RegExp];

const controls: Record<string, Control[]> = {
  'every transition says who may make it and under which clause, and its guard says the same': [
    ['a transition without law', on({ shut: shutAnyhow }), 'door.open shut has no law'],
    ['an empty clause', on({ shut: command('customer', '', shutAnyhow) }), 'door.open shut has no law'],
    ['no party', on({ shut: command([], '3.1', shutAnyhow) }), 'door.open shut has no law'],
    ['a guard that leaves out who', on({ shut: { ...shutting, guard: and(['isBound']) } }), /^door.open shut is guarded by something else/],
    [
      'a guard that leaves out when',
      on({ shut: { ...shutting, guard: command('customer', '3.1', {}).guard } }),
      /^door.open shut is guarded by/,
    ],
    [
      'a guard for another party',
      on({ shut: { ...command('operator', '3.1', shutAnyhow), meta: metaOf(shutting) } }),
      /^door.open shut is guarded by/,
    ],
    [
      'a duty of somebody else',
      on({ shut: command('customer', '3.1', { duty: 'lock', ...shutAnyhow }) }),
      'door.open shut is a duty of others than the staff',
    ],
    ['a guard without a name', on({ shut: { ...shutting, guard: () => true } }), /^door.open shut is guarded by something else/],
  ],
  'a timer is made by the clock alone, everything else by others, and the name `command` is left to the engine': [
    ['a timer that people may make', after({ shutBy: shutting }), /shutBy.* is a timer and not made by the clock alone$/],
    ['a command that the clock makes', on({ shut: timeout('3.1', shutAnyhow) }), 'shut is made by the clock and is no timer'],
    ['a reminder that is a command', on({ shut: reminder('3.1', shutAnyhow) }), 'shut is a reminder and no timer'],
    [
      "an engine's event open to people",
      on({ 'xstate.done.state.door': shutting }),
      "xstate.done.state.door is the engine's and open to people",
    ],
    ['the reserved name', on({ command: shutting }), 'command is a reserved name'],
  ],
  'a reminder tells and decides nothing, a timeout decides': [
    ['a reminder that leads on', after({ warning: reminder('3.1', shutAnyhow) }), /warning.* is a reminder and decides$/],
    ['a reminder that assigns', after({ warning: reminder('3.1', { actions: ['bind'] }) }), /warning.* is a reminder and decides$/],
    ['a reminder that is silent', after({ warning: reminder('3.1', {}) }), /warning.* tells nobody$/],
    [
      'a timeout that only tells',
      after({ shutBy: timeout('3.1', { actions: [notify('shut')] }) }),
      /shutBy.* is a timeout and changes nothing$/,
    ],
  ],
  'every guard, action and delay that is named exists, and each that exists is named': [
    ['a guard not there', drop('guards', 'isBound'), 'guard isBound is missing'],
    ['a check not there', drop('guards', 'hoursAreGiven'), 'guard hoursAreGiven is missing'],
    ['a candidate not there', drop('guards', 'anyone'), 'guard anyone is missing'],
    ['a guard that only another names, not there', add('guards', { isBound: and(['isGone']) }), 'guard isGone is missing'],
    ['a guard that nothing names', add('guards', { isLate: () => true }), 'guard isLate is never used'],
    ['an action not there', drop('actions', 'bind'), 'action bind is missing'],
    ['an action without a name', ({ open }) => Object.assign(open, { entry: () => {} }), 'action inline is missing'],
    ['an action that nothing names', add('actions', { charge: () => {} }), 'action charge is never used'],
    ['a delay not there', drop('delays', 'shutBy'), 'delay shutBy is missing'],
    ['a delay that nothing names', add('delays', { someday: () => 0 }), 'delay someday is never used'],
  ],
  'every clause stands in the offer': [
    ['a silence under a clause of no offer', declare('3.9'), 'door.open names 3.9'],
    ['a clause of no offer', on({ shut: command('customer', '3.9', shutAnyhow) }), 'door.open shut names 3.9'],
    ['a section', on({ shut: command('customer', '3', shutAnyhow) }), 'door.open shut names 3'],
  ],
  'a delay answers a number whatever the context': [
    ['nothing', add('delays', { shutBy: () => undefined }), 'shutBy answers undefined'],
    ['no number', add('delays', { shutBy: ({ context }: Scope) => Date.parse(context.shutBy ?? '') }), 'shutBy answers NaN'],
    ['a string', add('delays', { shutBy: ({ context }: Scope) => context.shutBy ?? 'never' }), 'shutBy answers never'],
    [
      'an error',
      add('delays', { shutBy: ({ context }: { context: { lock: Door } }) => due(context.lock.shutBy) }),
      /^shutBy answers TypeError/,
    ],
  ],
  'every state is reached, and from every configuration a way leads to the end': [
    ['a state that nothing leads to', add('more', { attic: {} }), 'door.attic is never reached'],
    [
      'a state without a way out',
      both(add('more', { pit: {} }), on({ shut: command('customer', '3.1', { target: 'pit' }) })),
      'door.pit has no way out',
    ],
    ['a round without an end', both(on({ shut: command('customer', '3.1', { target: 'closed' }) }), after({})), 'door.open has no way out'],
  ],
  'configurations that are merged go on in the same way': [
    [
      'a knock that is counted and changes what may be done, where the abstraction leaves the count out',
      both(
        add('actions', { count: assign((({ context }: Scope) => ({ knocks: (context.knocks ?? 0) + 1 })) as never) }),
        add('guards', { isQuiet: ({ context }: Scope) => (context.knocks ?? 0) < 1 }),
        on({
          open: command('customer', '3.1', { actions: ['count'] }),
          shut: command('customer', '3.1', { guard: 'isQuiet', ...shutAnyhow }),
        }),
      ),
      'door.open: what customer shut leads to is merged away',
    ],
    [
      'the same where another way leads to it: the state is reached, and its fault would stay hidden',
      both(
        add('actions', { count: assign((({ context }: Scope) => ({ knocks: (context.knocks ?? 0) + 1 })) as never) }),
        add('guards', { isLoud: ({ context }: Scope) => (context.knocks ?? 0) > 0 }),
        add('more', { pit: {} }),
        on({
          open: command('customer', '3.1', { actions: ['count'] }),
          shut: [command('customer', '3.1', { guard: 'isLoud', target: 'pit' }), shutting],
        }),
      ),
      'door.open: what customer shut leads to is merged away',
    ],
  ],
  'every transition is taken somewhere in the state space': [
    ['a guard that never holds', both(add('guards', { isBound: () => false }), after({})), 'door.open shut is never taken'],
    ['a command without an example', on({ slam: shutting }), 'door.open slam is never taken'],
    [
      'a law behind one that always wins',
      on({ shut: [shutting, command('customer', '3.1', shutAnyhow)] }),
      'door.open shut is never taken',
    ],
  ],
  'a timer that has rung is not listed again, however late it was heard': [
    ['a timer that loops', after({ shutBy: timeout('3.1', { target: 'open', actions: [notify('warned')] }) }), 'shutBy is listed again'],
    [
      'a timer that is refused',
      after({ shutBy: timeout('3.1', { ...shutAnyhow, check: 'hoursAreGiven' }) }),
      'shutBy is listed and not taken',
    ],
  ],
  'a life whose first region has ended is done as a whole, unless something in another region is still awaited': [
    [
      'a region that goes on',
      ({ regions }) => Object.assign(regions, { lamp: { initial: 'lit', states: { lit: {} } } }),
      'door.way.shut is not the end of the life',
    ],
  ],
  'every notice reaches somebody': [
    [
      'a party that is not there',
      on({ shut: command('customer', '3.1', { target: 'shut', actions: [notify('shut', 'landlord')] }) }),
      'shut to landlord reaches nobody',
    ],
  ],
  'every account that is booked is of a kind, every reason has words, and every sum is one': [
    ['an account of no kind', booking({ debit: 'tips/1', credit: 'income/fee', amount: '1' }), 'shut books on tips/1'],
    ['no words', booking({ debit: 'held/1', credit: 'income/fee', amount: '1', code: 'tip' }), 'shut books for tip'],
    ['no sum', booking({ debit: 'held/1', credit: 'income/fee', amount: '0' }), 'shut books 0 from held/1 to income/fee'],
    ['one account twice', booking({ debit: 'held/1', credit: 'held/1', amount: '1' }), 'shut books 1 from held/1 to held/1'],
  ],
  'words are there for every state, command, timer, rule and notice, and for nothing else': [
    ['a state', unsay('states', 'open'), 'states open is missing'],
    ['a state that is not there', say('states', { ajar: state('Ajar') }), 'states ajar is never used'],
    ['a command', unsay('commands', 'shut'), 'commands shut is missing'],
    ['a command that is not there', say('commands', { slam: said('Хлопнуть', 'Slam') }), 'commands slam is never used'],
    ['a timer', unsay('timers', 'shutBy'), 'timers shutBy is missing'],
    ['a timer that is not there', say('timers', { someday: said('Когда-то', 'Someday') }), 'timers someday is never used'],
    ['a guard', unsay('rules', 'isBound'), 'rules isBound is missing'],
    ['a check', unsay('rules', 'hoursAreGiven'), 'rules hoursAreGiven is missing'],
    ['a rule nobody meets', say('rules', { anyone: said('Всем.', 'All.') }), 'rules anyone is never used'],
    ['a duty', on({ shut: command('customer', '3.1', { duty: 'lock', ...shutAnyhow }) }), 'duties lock is missing'],
    ['a silence', declare('3.1'), 'silence open is missing'],
    ['a silence that nothing declares', say('silence', { open: said('Ждём.', 'Waiting.') }), 'silence open is never used'],
    ['a duty nobody has', say('duties', { lock: said('Запереть', 'Lock') }), 'duties lock is never used'],
    ['a notice', unsay('notices', 'warned'), 'notices warned is missing'],
    ['a notice that nothing sends', say('notices', { spare: notice() }), 'notices spare is never used'],
  ],
  'a state that only people can move reminds them': [
    [
      'people who are never reminded',
      both(after({ shutBy: timeout('platform', shutAnyhow) }), declare('3.1', 'people')),
      'door.open waits for people and reminds nobody',
    ],
  ],
  'where nothing happens by itself an active state declares it, and no state declares it for nothing': [
    ['a state without a timer', after({}), 'door.open is silent and does not declare it'],
    ['a state with a reminder alone', after({ warning: reminder('3.1', { actions: [notify('warned')] }) }), /^door.open is silent/],
    ['a silence that is declared beside a timer', declare('3.1'), 'door.open declares silence where a consequence always comes'],
  ],
  'a state waits for commands that it offers, and no party has more than two of them': [
    ['a state that does not offer it', waits({ closed: ['shut'] }), 'closed waits for shut, which nobody may give there'],
    ['a state that is not there', waits({ attic: ['shut'] }), 'attic waits for shut, which nobody may give there'],
    [
      'three of them',
      both(waits({ open: ['shut', 'slam', 'lock'] }), on({ shut: shutting, slam: shutting, lock: shutting })),
      'door.open expects shut, slam, lock of the customer',
    ],
  ],
  'every text stands in three languages, each in its own letters, without a word to avoid': [
    [
      'a language left out',
      say('commands', { shut: { kk: '', ru: 'Закрыть', en: 'Shut' } }),
      'commands.shut.kk is empty or has spaces around it',
    ],
    ['a space at the end', say('commands', { shut: said('Закрыть', 'Shut ') }), 'commands.shut.en is empty or has spaces around it'],
    ['English in Cyrillic letters', say('commands', { shut: said('Закрыть', 'Закрыть') }), 'commands.shut.en is in other letters'],
    ['Russian in Latin letters', say('commands', { shut: said('Shut', 'Shut') }), 'commands.shut.ru is in other letters'],
    ['a word to avoid', say('notices', { shut: notice('A door.', 'С вас штраф.') }), 'notices.shut.body.ru says штраф'],
  ],
  'a command that moves money, ends the life or binds says what it brings, and the words fit every state that offers it': [
    [
      'one that says nothing',
      ({ consequences }) => delete consequences.of.shut,
      'shut moves money, ends or binds and does not say what it brings',
    ],
    [
      'a life without consequences whose command ends it',
      (given) => Object.assign(given, { consequences: undefined }),
      'shut moves money, ends or binds and does not say what it brings',
    ],
    ['words for no command', brings('lock', { words: said('Замок.', 'A lock.') }), 'lock is no command and has consequences'],
    ['a sum in some languages', brings('shut', { words: said('Дверь.', '{sum}') }), 'shut names not the same sums in each language'],
    ['a sum that nobody fills', brings('shut', { words: said('{sum}', '{sum}') }), 'shut names not the same sums in each language'],
    ['a sum below zero', brings('shut', { words: said('{sum}', '{sum}'), sums: { sum: '-1' } }), 'shut names -1 as sum'],
    ['a word to avoid', brings('shut', { words: said('Вас ждёт штраф.', 'Shut.') }), 'shut says штраф'],
  ],
  'a term that an event begins ends later, so that nobody is late at once': [
    ['one that has ended', add('delays', { shutBy: () => Date.parse('2026-04-20T03:00:00.000Z') }), 'shutBy has ended as open begins it'],
  ],
  'placeholders are known, the same in each language, and stand in notices alone': [
    ['one that nobody fills', say('notices', { shut: notice('{name}', 'Дверь {name}.') }), 'notices.shut.body has {name}'],
    ['one outside a notice', say('commands', { shut: said('Закрыть {number}', 'Shut {number}') }), 'commands.shut has {number}'],
    [
      'one in some languages',
      say('notices', { shut: notice('{number}') }),
      'notices.shut.body has not the same placeholders in each language',
    ],
    ['a torn one', say('notices', { shut: notice('Door {number', 'Дверь {number') }), 'notices.shut.body.en has a lone brace'],
  ],
  'a notice names a deadline only where one is to come': [
    ['a deadline in the body', say('notices', { shut: notice('By {deadline}.', 'До {deadline}.') }), 'shut has no deadline to name'],
    [
      'a deadline in the subject',
      say('notices', { shut: { ...notice(), subject: said('До {deadline}', 'By {deadline}') } }),
      'shut has no deadline to name',
    ],
    [
      'a deadline of a timer that is not armed',
      say('notices', { opened: { ...notice('By {deadline}.', 'До {deadline}.'), until: 'warning' } }),
      'opened has no deadline to name',
    ],
  ],
  'a notice names a sum or a day only where its life knows it': [
    ['a sum', say('notices', { shut: notice('{sum} is due.', 'Нужно {sum}.') }), 'shut has no sum to name'],
    ['a day', say('notices', { shut: notice('By {day}.', 'До {day}.') }), 'shut has no day to name'],
  ],
};

describe.each(checks)('%s', (check) => {
  test('a sound law has no faults', () => {
    expect(complaints(check, door(), visits)).toEqual([]);
  });

  test.each(controls[check] ?? [])('%s is found', (_, change, complaint) => {
    const found = complaints(check, door(change), visits);
    expect(found).toContainEqual(typeof complaint === 'string' ? complaint : expect.stringMatching(complaint));
  });
});

test('each check has a faulty law that it rejects', () => {
  expect(checks.filter((check) => controls[check] === undefined)).toEqual([]);
});

test('an exploration that finds too much is stopped and reports its progress', () => {
  let count = 0;
  const knock = command('customer', '3.1', { candidate: 'anyone', target: 'closed' });
  const { chart } = door(({ closed }) => Object.assign(closed, { on: { knock } }));
  const events: Examples['events'] = (_, at) => [{ type: 'knock', by: 'customer', actor: 'one', at, input: {} }];
  expect(() => stateSpaceOf(chart, { ...visits, events, abstraction: () => count++ }, 50)).toThrow(
    /^the exploration of door was stopped with \d+ nodes explored and \d+ on its frontier, most of them in door\.closed \(\d+\)/,
  );
});
