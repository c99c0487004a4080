import type { AnyStateMachine } from 'xstate';
import { and, assign, createMachine } from 'xstate';
import { clausesOf, offerRevisions } from '../documents/offer.ts';
import { examples } from './examples.ts';
import type { LifeLaw } from './index.ts';
import { laws } from './index.ts';
import { comesFromOutside, commandsOf } from './judge.ts';
import { command, due, reminder, speaksFor, timeout } from './law.ts';
import type { Against } from './soundness.ts';
import { soundness } from './soundness.ts';
import type { Examples } from './walk.ts';
import { walk } from './walk.ts';
import type { Words } from './words.ts';

const clauses = new Set(offerRevisions.flatMap(({ text }) => [...clausesOf(text).keys()]));
const checks = Object.keys(soundness);

const against = ({ chart }: LifeLaw, given: Examples): Against => {
  let walked: Against['walk'] | undefined;
  return {
    clauses,
    calendar: given.calendar,
    // Only where it is asked for: not every broken chart can be walked.
    get walk() {
      walked ??= walk(chart, given);
      return walked;
    },
  };
};

const complaints = (check: string, law: LifeLaw, given: Examples): string[] | undefined => soundness[check]?.(law, against(law, given));

describe.each(Object.entries(laws))('the law of a %s', (life, law) => {
  const given = examples[life] as Examples;
  const asked = given && against(law, given);

  test('has examples and is named like its life', () => {
    expect(given).toBeDefined();
    expect(law.chart.id).toBe(life);
  });

  test.each(checks)('%s', (check) => {
    expect(soundness[check]?.(law, asked)).toEqual([]);
  });

  test('only commands of people come from outside', () => {
    const { chart } = law;
    const others = (chart.events as string[]).filter((type) => !commandsOf(chart).includes(type));
    expect(commandsOf(chart).every((type) => comesFromOutside(chart, type))).toBe(true);
    for (const type of [...others, '', 'xstate.init', 'command', 'constructor']) expect(comesFromOutside(chart, type)).toBe(false);
  });
});

/** A small sound law, to be broken in one place at a time. */
interface Door {
  customer?: string;
  shutBy?: string;
  warnAt?: string;
}

type DoorEvent = { type: string; at: string; actor?: string; input: { hours?: number } };

const hoursAfter = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * 3_600_000).toISOString();
const notify = (template: string, to = 'customer') => ({ type: 'notify', params: { to, template } });

const parts = () => ({
  guards: {
    by: speaksFor,
    anyone: () => true,
    isBound: ({ context }: { context: Door }) => context.customer !== undefined,
    hoursAreGiven: ({ event }: { event: DoorEvent }) => event.input.hours !== undefined,
  } as Record<string, unknown>,
  delays: {
    shutBy: ({ context }: { context: Door }) => due(context.shutBy),
    warning: ({ context }: { context: Door }) => due(context.warnAt),
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
});

const said = (ru: string, en: string) => ({ kk: ru, ru, en });
const state = (name: string) => ({ name: said('Дверь', name), waits: said('Ждём.', 'Waiting.') });
const notice = (body = 'A door.', ru = 'Дверь.') => ({ subject: said('Дверь', 'Door'), body: said(ru, body) });

const words = () => ({
  life: said('Дверь', 'Door'),
  states: { closed: state('Closed'), open: state('Open'), shut: state('Shut') } as Words['states'],
  commands: { open: said('Открыть', 'Open'), shut: said('Закрыть', 'Shut') } as Words['commands'],
  timers: { warning: said('Скоро', 'Soon'), shutBy: said('Пора', 'Now') } as Words['timers'],
  rules: { isBound: said('Рано.', 'Too early.'), hoursAreGiven: said('Укажите часы.', 'Give hours.') } as Words['rules'],
  notices: {
    opened: notice('Open until {deadline}.', 'Открыто до {deadline}.'),
    warned: notice('Shut by {deadline}.', 'Закройте до {deadline}.'),
    shut: notice(),
  } as Words['notices'],
});

type Parts = ReturnType<typeof parts>;

function door(change: (given: Parts & { words: ReturnType<typeof words> }) => void = () => {}, inRegions = false): LifeLaw {
  const given = { ...parts(), words: words() };
  change(given);
  const { closed, open, more, words: spoken, ...implementations } = given;
  const inside = { initial: 'closed', states: { closed, open, shut: { type: 'final' }, ...more } };
  const regions = { type: 'parallel', states: { way: inside, lamp: { initial: 'on', states: { on: {} } } } };
  const config = { id: 'door', context: ({ input }: { input?: object }) => ({ ...input }), ...(inRegions ? regions : inside) };
  return {
    chart: createMachine(config as never, implementations as never) as unknown as AnyStateMachine,
    words: spoken,
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
  marks: () => null,
};

test.each(checks)('a sound law gives no complaint: %s', (check) => {
  expect(complaints(check, door(), visits)).toEqual([]);
});

type Broken = [what: string, check: RegExp, change: Parameters<typeof door>[0], complaint: string | RegExp];

const shutAnyhow = { target: 'shut', actions: [notify('shut')] };

test.each<Broken>([
  [
    'a transition without law',
    /^every transition says who/,
    ({ open }) => {
      open.on = { shut: shutAnyhow };
    },
    'door.open shut has no law',
  ],
  [
    'a law whose guard says something else',
    /^every transition says who/,
    ({ open }) => {
      const { meta } = command('customer', '3.1', { guard: 'isBound', target: 'shut' }) as unknown as { meta: object };
      open.on = { shut: { ...shutAnyhow, meta, guard: and(['isBound']) } };
    },
    'door.open shut is guarded by something else than its law says',
  ],
  [
    'a law whose guard lets another party through',
    /^every transition says who/,
    ({ open }) => {
      const { meta } = command('customer', '3.1', { target: 'shut' }) as unknown as { meta: object };
      open.on = { shut: { ...command('operator', '3.1', shutAnyhow), meta } };
    },
    'door.open shut is guarded by something else than its law says',
  ],
  [
    'an empty clause',
    /^every transition says who/,
    ({ open }) => {
      open.on = { shut: command('customer', '', shutAnyhow) };
    },
    'door.open shut has no law',
  ],
  [
    'a timer that people may make',
    /^a timer is made by the clock/,
    ({ open }) => {
      open.after = { shutBy: command('customer', '3.1', shutAnyhow) };
    },
    /shutBy.* is a timer and not made by the clock alone/,
  ],
  [
    'a command that the clock makes',
    /^a timer is made by the clock/,
    ({ open }) => {
      open.on = { shut: timeout('3.1', shutAnyhow) };
    },
    'shut is made by the clock and is no timer',
  ],
  [
    'a reminder that is a command',
    /^a timer is made by the clock/,
    ({ open }) => {
      open.on = { shut: reminder('3.1', shutAnyhow) };
    },
    'shut is a reminder and no timer',
  ],
  [
    "an event of the engine's that people may send",
    /^a timer is made by the clock/,
    ({ open }) => {
      open.on = { 'xstate.done.state.door': command('customer', '3.1', shutAnyhow) };
    },
    "xstate.done.state.door is the engine's and open to people",
  ],
  [
    'the reserved name',
    /^a timer is made by the clock/,
    ({ open }) => {
      open.on = { command: command('operator', '3.1', shutAnyhow) };
    },
    'command is a reserved name',
  ],
  [
    'a reminder that decides',
    /^a reminder tells/,
    ({ open }) => {
      open.after = { warning: reminder('3.1', shutAnyhow) };
    },
    /warning.* is a reminder and decides/,
  ],
  [
    'a reminder that assigns',
    /^a reminder tells/,
    ({ open }) => {
      open.after = { warning: reminder('3.1', { actions: ['bind'] }) };
    },
    /warning.* is a reminder and decides/,
  ],
  [
    'a reminder that tells nobody',
    /^a reminder tells/,
    ({ open }) => {
      open.after = { warning: reminder('3.1', {}) };
    },
    /warning.* tells nobody/,
  ],
  [
    'a timeout that changes nothing',
    /^a reminder tells/,
    ({ open }) => {
      open.after = { shutBy: timeout('3.1', { actions: [notify('shut')] }) };
    },
    /shutBy.* is a timeout and changes nothing/,
  ],
  [
    'a guard that is not there',
    /^every guard, action and delay/,
    ({ guards }) => {
      delete guards.isBound;
    },
    'guard isBound is missing',
  ],
  [
    'a guard that nothing names',
    /^every guard, action and delay/,
    ({ guards }) => {
      guards.isLate = () => true;
    },
    'guard isLate is never used',
  ],
  [
    'a guard named by a composed one alone and not there',
    /^every guard, action and delay/,
    ({ guards }) => {
      guards.isBound = and(['isGone']);
    },
    'guard isGone is missing',
  ],
  [
    'an action that is not there',
    /^every guard, action and delay/,
    ({ actions }) => {
      delete actions.bind;
    },
    'action bind is missing',
  ],
  [
    'an action that nothing names',
    /^every guard, action and delay/,
    ({ actions }) => {
      actions.charge = () => {};
    },
    'action charge is never used',
  ],
  [
    'an action without a name',
    /^every guard, action and delay/,
    ({ open }) => {
      open.entry = () => {};
    },
    'action inline is missing',
  ],
  [
    'a delay that is not there',
    /^every guard, action and delay/,
    ({ delays }) => {
      delete delays.shutBy;
    },
    'delay shutBy is missing',
  ],
  [
    'a delay that nothing names',
    /^every guard, action and delay/,
    ({ delays }) => {
      delays.someday = () => 0;
    },
    'delay someday is never used',
  ],
  [
    'a clause that the offer has not',
    /^every clause/,
    ({ open }) => {
      open.on = { shut: command('customer', '3.9', shutAnyhow) };
    },
    'door.open shut names 3.9',
  ],
  [
    'a delay without a moment',
    /^a delay answers/,
    ({ delays }) => {
      delays.shutBy = () => undefined;
    },
    'shutBy answers undefined',
  ],
  [
    'a delay that is no number',
    /^a delay answers/,
    ({ delays }) => {
      delays.shutBy = ({ context }: { context: Door }) => Date.parse(context.shutBy ?? '');
    },
    'shutBy answers NaN',
  ],
  [
    'a delay that breaks on an empty context',
    /^a delay answers/,
    ({ delays }) => {
      delays.shutBy = ({ context }: { context: { deadlines: Door } }) => due(context.deadlines.shutBy);
    },
    /^shutBy answers TypeError/,
  ],
  [
    'a state that nothing leads to',
    /^every state is reached/,
    ({ more }) => {
      more.attic = {};
    },
    'door.attic is never reached',
  ],
  [
    'a state without a way out',
    /^every state is reached/,
    ({ open, more }) => {
      more.pit = {};
      open.on = { shut: command('customer', '3.1', { target: 'pit' }) };
    },
    'door.pit has no way out',
  ],
  [
    'a round without an end',
    /^every state is reached/,
    ({ open }) => {
      open.on = { shut: command('customer', '3.1', { target: 'closed' }) };
      delete open.after;
    },
    'door.open has no way out',
  ],
  [
    'a transition that never comes',
    /^every transition is taken/,
    ({ open, guards }) => {
      guards.isBound = () => false;
      open.after = {};
    },
    'door.open shut is never taken',
  ],
  [
    'a timer that loops',
    /^a timer that has rung/,
    ({ open }) => {
      open.after = { shutBy: timeout('3.1', { target: 'open', actions: [notify('warned')] }) };
    },
    'shutBy is listed again',
  ],
  [
    'a timer that is listed and refused',
    /^a timer that has rung/,
    ({ open }) => {
      open.after = { shutBy: timeout('3.1', { ...shutAnyhow, check: 'hoursAreGiven' }) };
    },
    'shutBy is listed and not taken',
  ],
  [
    'a notice to an account that is not there',
    /^every notice reaches/,
    ({ open }) => {
      open.on = { shut: command('customer', '3.1', { target: 'shut', actions: [notify('shut', 'landlord')] }) };
    },
    'shut to landlord reaches nobody',
  ],
  [
    'a state without words',
    /^words are there/,
    (given) => {
      delete given.words.states.open;
    },
    'states open is missing',
  ],
  [
    'words of a state that is not there',
    /^words are there/,
    (given) => {
      given.words.states.ajar = state('Ajar');
    },
    'states ajar is never used',
  ],
  [
    'a command without words',
    /^words are there/,
    (given) => {
      delete given.words.commands.shut;
    },
    'commands shut is missing',
  ],
  [
    'a timer without words',
    /^words are there/,
    (given) => {
      delete given.words.timers.shutBy;
    },
    'timers shutBy is missing',
  ],
  [
    'a guard without words',
    /^words are there/,
    (given) => {
      delete given.words.rules.isBound;
    },
    'rules isBound is missing',
  ],
  [
    'a check without words',
    /^words are there/,
    (given) => {
      delete given.words.rules.hoursAreGiven;
    },
    'rules hoursAreGiven is missing',
  ],
  [
    'a notice without words',
    /^words are there/,
    (given) => {
      delete given.words.notices.warned;
    },
    'notices warned is missing',
  ],
  [
    'words of a notice that nothing sends',
    /^words are there/,
    (given) => {
      given.words.notices.spare = notice();
    },
    'notices spare is never used',
  ],
  [
    'a language left out',
    /^every text stands/,
    (given) => {
      given.words.life = { kk: '', ru: 'Дверь', en: 'Door' };
    },
    'life.kk is empty or has spaces around it',
  ],
  [
    'English in Cyrillic letters',
    /^every text stands/,
    (given) => {
      given.words.commands.shut = said('Закрыть', 'Закрыть');
    },
    'commands.shut.en is in other letters',
  ],
  [
    'Russian in Latin letters',
    /^every text stands/,
    (given) => {
      given.words.commands.shut = said('Shut', 'Shut');
    },
    'commands.shut.ru is in other letters',
  ],
  [
    'a word to avoid',
    /^every text stands/,
    (given) => {
      given.words.notices.shut = notice('A door.', 'С вас штраф.');
    },
    'notices.shut.body.ru says штраф',
  ],
  [
    'a placeholder nobody fills',
    /^placeholders are known/,
    (given) => {
      given.words.notices.shut = notice('{name}', 'Дверь {name}.');
    },
    'notices.shut.body has {name}',
  ],
  [
    'a placeholder outside a notice',
    /^placeholders are known/,
    (given) => {
      given.words.commands.shut = said('Закрыть {number}', 'Shut {number}');
    },
    'commands.shut has {number}',
  ],
  [
    'a placeholder in one language only',
    /^placeholders are known/,
    (given) => {
      given.words.notices.shut = notice('Door {number}.');
    },
    'notices.shut.body has not the same placeholders in each language',
  ],
  [
    'a torn placeholder',
    /^placeholders are known/,
    (given) => {
      given.words.notices.shut = notice('Door {number', 'Дверь {number');
    },
    'notices.shut.body.en has a lone brace',
  ],
  [
    'a deadline that is not to come',
    /^a notice names a deadline/,
    (given) => {
      given.words.notices.shut = notice('By {deadline}.', 'До {deadline}.');
    },
    'shut has no deadline to name',
  ],
])('%s is found', (_, name, change, complaint) => {
  const check = checks.find((each) => name.test(each)) ?? '';
  const found = complaints(check, door(change), visits);
  expect(found).toContainEqual(typeof complaint === 'string' ? complaint : expect.stringMatching(complaint));
});

test('a region that does not end with the first one is found', () => {
  const check = 'a life whose first region has ended is done as a whole';
  expect(complaints(check, door(undefined, true), visits)).toEqual(['door.way.shut is not the end of the life']);
});

test('a walk whose marks cut too little is stopped', () => {
  let count = 0;
  const knock = { knock: command('customer', '3.1', { candidate: 'anyone', target: 'closed' }) };
  const law = door(({ closed }) => {
    closed.on = knock;
  });
  const events: Examples['events'] = (_, at) => [{ type: 'knock', by: 'customer', actor: 'one', at, input: {} }];
  expect(() => walk(law.chart, { ...visits, events, marks: () => count++ })).toThrow('the walk through door has no end');
});
