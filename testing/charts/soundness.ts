/** The checks that every life type must pass. Each returns its violations. */
import type { AnyTransitionDefinition } from 'xstate';
import type { Consequence, Consequences } from '../../charts/consequences.ts';
import { allTransitions, broughtBy, choicesOf, judge, openEndsOf, timersOf } from '../../charts/judge.ts';
import type { TransitionLaw } from '../../charts/law.ts';
import { PEOPLE } from '../../charts/law.ts';
import type { Happened, LifeType, NoticeFacts } from '../../charts/life-type.ts';
import type { Language, Localized, Messages } from '../../charts/messages.ts';
import type { Condition, PublishedTransition } from '../../charts/publish.ts';
import { conditionOf, published } from '../../charts/publish.ts';
import { innermostStates } from '../../charts/state.ts';
import { kindOfAccount } from '../../rules/account-kinds.ts';
import { postingReasons } from '../../rules/posting-reasons.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { forbiddenWords } from '../../rules/words.ts';
import { wrongWords } from '../texts/wrong-words.ts';
import { postingsIn } from './books.ts';
import type { Configuration, Edge, StateSpace } from './state-space.ts';
import { activeStates, initialConfiguration, step, timerEvent } from './state-space.ts';

/** What a chart is checked against. */
export interface Against {
  /** The numbers of the offer's clauses. */
  clauses: ReadonlySet<string>;
  space: StateSpace;
  calendar: Parameters<typeof timerEvent>[2];
}

type Check = (law: LifeType, against: Against) => string[];

const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en'];
/** What a life says of itself in a notice. */
const FACTS = [
  'sum',
  'rest',
  'day',
  'withheld',
  ...COMPONENTS,
  'net',
  'earned',
  'limit',
  'holder',
  'decline',
  'fault',
  'charge',
  'nextCharge',
] as const satisfies (keyof NoticeFacts)[];
const PLACEHOLDERS: readonly string[] = ['number', 'title', 'deadline', 'requisites', 'found', 'code', 'link', ...FACTS];
const DAY = 86_400_000;

/** Terms that may have ended when an event shows them again: what hid the delay is gone, or the reader was late with something before. */
const ENDED_BEFORE: Record<string, string[]> = {
  // That the warning was sent may be known late. What is owed again or upheld is warned of at once.
  invoice: ['noticeSent limitBy', 'uphold warnBy', 'paymentTakenBack warnBy'],
  debt: ['confirm dueBy', 'deny dueBy'],
  task: ['acknowledge startBy', 'confirm payBy', 'admitForceMajeure holdPatience'],
};
/** Of about how many configurations those merged with them are compared. */
const MOST_COMPARED = 4_000;

/** The checks by the property that each one checks. */
export const soundness: Record<string, Check> = {
  'every transition says who may make it and under which clause, and its guard says the same': ({ chart }) =>
    allTransitions(chart).flatMap((each) => {
      const law = each.meta as TransitionLaw | undefined;
      if (law === undefined || law.by.length === 0 || law.clause === '') return [`${nameOf(each)} has no law`];
      return [
        ...(sameGuard(each, law) ? [] : [`${nameOf(each)} is guarded by something else than its law says`]),
        ...(law.duty !== undefined && !law.by.includes('operator') ? [`${nameOf(each)} is a duty of others than the staff`] : []),
      ];
    }),

  'a timer is made by the clock alone, everything else by others, and the name `command` is left to the engine': (law) =>
    published(law).transitions.flatMap(({ event, delay, by = [], reminder }) => [
      ...(delay !== undefined && (by.length !== 1 || by[0] !== 'clock') ? [`${event} is a timer and not made by the clock alone`] : []),
      ...(delay === undefined && by.includes('clock') ? [`${event} is made by the clock and is no timer`] : []),
      ...(delay === undefined && reminder ? [`${event} is a reminder and no timer`] : []),
      ...(event.startsWith('xstate.') && by.some((party) => PEOPLE.includes(party)) ? [`${event} is the engine's and open to people`] : []),
      ...(event === 'command' ? ['command is a reserved name'] : []),
    ]),

  'a reminder tells and decides nothing, a timeout decides': ({ chart, messages, ...rest }) =>
    published({ chart, messages, ...rest }).transitions.flatMap(({ event, delay, reminder, targets, actions }) => {
      if (delay === undefined) return [];
      const decides = targets.length > 0 || actions.some(({ type }) => assigns(chart, type));
      if (reminder)
        return [...(decides ? [`${event} is a reminder and decides`] : []), ...(actions.length === 0 ? [`${event} tells nobody`] : [])];
      return decides ? [] : [`${event} is a timeout and changes nothing`];
    }),

  'every guard, action and delay that is named exists, and each that exists is named': (law) => {
    const { states, transitions } = published(law);
    const { guards, actions, delays } = law.chart.implementations;
    const composed = Object.values(guards).filter((guard) => typeof guard === 'function' && 'guards' in guard);
    const named = {
      guard: [...transitions.flatMap(guardsOf), ...composed.flatMap((guard) => namesIn(conditionOf(guard)))],
      action: [...transitions.flatMap((each) => each.actions), ...states.flatMap(({ entry = [], exit = [] }) => [...entry, ...exit])].map(
        ({ type }) => type,
      ),
      delay: transitions.flatMap(({ delay }) => delay ?? []),
    };
    const existing = { guard: Object.keys(guards), action: Object.keys(actions), delay: Object.keys(delays) };
    return (['guard', 'action', 'delay'] as const).flatMap((kind) => differences(kind, named[kind], existing[kind]));
  },

  'every clause stands in the offer': (law, { clauses }) => {
    const { states, transitions } = published(law);
    const cited = [
      ...transitions.map(({ from, event, clause }) => ({ where: `${from} ${event}`, clause })),
      ...states.map(({ id, openEnded }) => ({ where: id, clause: openEnded })),
    ];
    return cited.flatMap(({ where, clause }) =>
      clause === undefined || clause === 'platform' || clauses.has(clause) ? [] : [`${where} names ${clause}`],
    );
  },

  'a delay answers a number whatever the context': ({ chart }) => {
    const at = '2026-02-01T00:00:00.000Z';
    const event = { type: 'clock', by: 'clock', at, input: {} };
    const scopes = [{}, initialConfiguration(chart, at).snapshot.context].flatMap((context) => [
      { context, event },
      { context, event: { type: 'xstate.init' } },
    ]);
    return Object.entries(chart.implementations.delays as Record<string, unknown>).flatMap(([name, delay]) => {
      const answers = scopes.map((scope) => (typeof delay === 'function' ? attempt(() => delay(scope)) : delay));
      const bad = answers.filter((answer) => typeof answer !== 'number' || Number.isNaN(answer));
      return bad.length === 0 ? [] : [`${name} answers ${String(bad[0])}`];
    });
  },

  'every state is reached, and from every configuration a way leads to the end': (law, { space }) => {
    const reached = new Set(space.configurations.flatMap(activeStates));
    const { states, transitions } = published(law);
    // A state that is always left at once only makes a decision and is never active.
    const passing = new Set(transitions.filter(({ event, when }) => event === '' && when === undefined).map(({ from }) => from));
    const leaves = states.filter(({ id, type }) => (type === 'atomic' || type === 'final') && !passing.has(id));
    const into = Map.groupBy(space.edges, ({ to }) => space.representativeOf(to));
    const ending = new Set(space.configurations.filter(({ snapshot }) => snapshot.status === 'done'));
    // Iterating a Set also visits members that are added meanwhile.
    for (const each of ending) for (const { from } of into.get(each) ?? []) ending.add(from);
    const stuck = space.configurations.filter((configuration) => !ending.has(configuration));
    return [
      ...leaves.filter(({ id }) => !reached.has(id)).map(({ id }) => `${id} is never reached`),
      ...unique(stuck.map((configuration) => `${activeStates(configuration).join(' ')} has no way out`)),
    ];
  },

  // Of a large state space some are compared, and in `law.exhaustive.test.ts` all.
  'configurations that are merged go on in the same way': (_, { space }) =>
    divergencesIn(space, Math.ceil(space.configurations.length / MOST_COMPARED)),

  'every transition is taken somewhere in the state space': ({ chart }, { space }) => {
    const taken = new Set(
      space.edges.map(({ from, event }) => {
        const verdict = judge(chart, from.snapshot, event);
        return verdict.allowed && verdict.law;
      }),
    );
    return allTransitions(chart).flatMap((each) => (taken.has(each.meta as TransitionLaw) ? [] : [`${nameOf(each)} is never taken`]));
  },

  'a timer that has rung is not listed again, however late it was heard': ({ chart }, { space, calendar }) =>
    unique(
      space.configurations.flatMap((configuration) =>
        timersOf(chart, configuration.snapshot, configuration.at).flatMap((timer) =>
          [0, 30 * DAY].flatMap((late) => {
            const event = timerEvent(configuration, timer, calendar);
            const at = new Date(Date.parse(event.at) + late).toISOString();
            const edge = step(chart, configuration, { ...event, at });
            if (edge === undefined) return [`${timer.name} is listed and not taken`];
            const again = timersOf(chart, edge.to.snapshot, at).some(({ type, due }) => type === timer.type && due === timer.due);
            return again ? [`${timer.name} is listed again`] : [];
          }),
        ),
      ),
    ),

  'a term that an event begins ends later, so that nobody is late at once': ({ chart }, { space }) => {
    const ended = space.edges.flatMap(({ from, event, to }) => {
      if (event.by === 'clock') return [];
      const over = timersOf(chart, to.snapshot, to.at).filter(({ due }) => due <= Date.parse(to.at));
      if (over.length === 0) return [];
      const before = timersOf(chart, from.snapshot, from.at).map(({ type }) => type);
      return over.flatMap(({ type, name }) => (before.includes(type) ? [] : [{ event: event.type, term: name }]));
    });
    const excepted = ENDED_BEFORE[chart.id] ?? [];
    return [
      ...unique(
        ended.flatMap(({ event, term }) => (excepted.includes(`${event} ${term}`) ? [] : [`${term} has ended as ${event} begins it`])),
      ),
      ...excepted.filter((each) => !ended.some(({ event, term }) => `${event} ${term}` === each)).map((each) => `${each} has no case`),
    ];
  },

  'where nothing happens by itself an active state declares it, and no state declares it for nothing': (law, { space }) => {
    // Before its first event a life does not exist.
    const [, ...begun] = space.configurations;
    const silent = begun.filter(
      ({ snapshot, at }) => snapshot.status === 'active' && timersOf(law.chart, snapshot, at).every(({ reminder }) => reminder),
    );
    const undeclared = silent.filter(({ snapshot }) => openEndsOf(law.chart, snapshot).length === 0);
    const needed = new Set(silent.flatMap(({ snapshot }) => Object.keys(snapshot.getMeta())));
    const idle = published(law).states.filter(({ id, openEnded }) => openEnded !== undefined && !needed.has(id));
    return [
      ...unique(undeclared.map((configuration) => `${activeStates(configuration).join(' ')} is silent and does not declare it`)),
      ...idle.map(({ id }) => `${id} declares silence where a consequence always comes`),
    ];
  },

  'a state that only people can move reminds them': (law) => {
    const { states, transitions } = published(law);
    const reminding = new Set(transitions.filter(({ reminder }) => reminder).map(({ from }) => from));
    return states
      .filter(({ id, waitsFor }) => waitsFor === 'people' && !reminding.has(id))
      .map(({ id }) => `${id} waits for people and reminds nobody`);
  },

  'a life whose first region has ended is done as a whole, unless something in another region is still awaited': (law, { space }) => {
    const { regions, states } = published(law);
    const ends = states.filter(({ id, type }) => type === 'final' && parentOf(id) === regions[0]).map(({ id }) => id);
    const [, ...others] = states.filter(({ id }) => regions.includes(id));
    const awaited = new Set(
      states
        .filter(({ id, type }) => type === 'atomic' && others.some((region) => parentOf(id) === region.id && region.initial !== id))
        .map(({ id }) => id),
    );
    const ended = space.configurations
      .filter((configuration) => configuration.snapshot.status !== 'done' && !activeStates(configuration).some((id) => awaited.has(id)))
      .flatMap((configuration) => activeStates(configuration).filter((id) => ends.includes(id)));
    return unique(ended).map((id) => `${id} is not the end of the life`);
  },

  'every notice reaches somebody': (law, { space }) => {
    const reached = space.edges.flatMap((edge) =>
      noticesOf(edge).flatMap(({ to, template }) =>
        law.recipients(edge.to.snapshot.context, to).length > 0 ? [`${template} to ${to}`] : [],
      ),
    );
    const sent = published(law).transitions.flatMap(({ actions }) => actions.flatMap((action) => noticeOf(action) ?? []));
    return unique(sent.map(({ to, template }) => `${template} to ${to}`))
      .filter((each) => !reached.includes(each))
      .map((each) => `${each} reaches nobody`);
  },

  'every account that is booked is of a kind, every reason has words, and every sum is one': (_, { space }) =>
    unique(
      space.edges.flatMap(({ event, actions }) =>
        postingsIn(actions).flatMap(({ debit, credit, amount, code: reason }) => [
          ...(postingReasons[reason] ? [] : [`${event.type} books for ${reason}`]),
          ...[debit, credit].flatMap((code) => (kindOfAccount(code) ? [] : [`${event.type} books on ${code}`])),
          ...(BigInt(amount) > 0n && debit !== credit ? [] : [`${event.type} books ${amount} from ${debit} to ${credit}`]),
        ]),
      ),
    ),

  'words are there for every state, command, timer, rule and notice, and for nothing else': (law) => {
    const { messages } = law;
    const { regions, states, transitions, life } = published(law);
    const [first = life] = regions;
    const paths = states.flatMap(({ id }) => (id.startsWith(`${first}.`) ? [id.slice(first.length + 1)] : []));
    const others = states.filter(({ id }) => !id.startsWith(first)).map(({ path }) => path);
    const keyOf = (id: string): string => id.slice(id.startsWith(`${first}.`) ? first.length + 1 : life.length + 1);
    const ofPeople = transitions.filter(({ by }) => by?.some((party) => PEOPLE.includes(party)));
    const needed: { [Kind in Exclude<keyof Messages, 'life'>]: string[] } = {
      states: paths,
      silence: states.flatMap((state) => (state.openEnded === undefined ? [] : [keyOf(state.id)])),
      commands: ofPeople.map(({ event }) => event),
      timers: transitions.flatMap(({ delay }) => delay ?? []),
      rules: ofPeople.flatMap(({ guard, checks = [] }) => [...(guard === undefined ? [] : [guard]), ...checks]),
      duties: transitions.flatMap(({ duty }) => duty ?? []),
      notices: transitions.flatMap(({ actions }) => actions.flatMap((action) => noticeOf(action)?.template ?? [])),
    };
    return Object.entries(needed).flatMap(([kind, keys]) => {
      const said = Object.keys(messages[kind as keyof Messages] ?? {}).filter((key) => kind !== 'states' || !others.includes(key));
      return differences(kind, keys, said);
    });
  },

  'a command that moves money, ends the life or binds says what it brings, and the words fit every state that offers it': (
    { chart, consequences },
    { space },
  ) => {
    const { stakes, of } = (consequences ?? BRINGS_NOTHING) as unknown as Consequences<object>;
    const at = ({ snapshot }: Configuration): string => JSON.stringify([stakes(snapshot.context), snapshot.status]);
    const [begin] = space.configurations;
    const given = space.edges.flatMap((edge) => {
      const { from, event } = edge;
      const verdict = judge(chart, from.snapshot, event);
      return PEOPLE.includes(event.by) && verdict.allowed ? [{ ...edge, brings: broughtBy(verdict.law, event.type) }] : [];
    });
    const silent = given.filter(({ from, brings, to }) => from !== begin && of[brings] === undefined && at(from) !== at(to));
    const idle = Object.keys(of).filter((name) => !given.some(({ brings }) => brings === name));
    const torn = given.flatMap(({ from, event: { type, by, actor }, brings }) => {
      const said = from === begin ? undefined : of[brings]?.(from.snapshot.context, { by, account: actor });
      return said === undefined ? [] : faultsOfConsequence(said).map((fault) => `${type} ${fault}`);
    });
    return unique([
      ...silent.map(({ event: { type } }) => `${type} moves money, ends or binds and does not say what it brings`),
      ...idle.map((type) => `${type} is no command and has consequences`),
      ...torn,
    ]);
  },

  'a state waits for commands that it offers, and no party has more than two of them': ({ chart, awaited = {} }, { space }) => {
    const waitsFor = (id: string): readonly string[] => awaited[id.slice(chart.id.length + 1)] ?? [];
    const menus = space.configurations.flatMap(({ snapshot }) => {
      const states = innermostStates(snapshot).filter((id) => waitsFor(id).length > 0);
      return states.length === 0 ? [] : PEOPLE.map((by) => ({ by, states, names: choicesOf(chart, snapshot, by).map(({ name }) => name) }));
    });
    const offered = new Set(menus.flatMap(({ states, names }) => states.flatMap((id) => names.map((name) => `${id} ${name}`))));
    const idle = Object.entries(awaited).flatMap(([state, names]) =>
      names
        .filter((name) => !offered.has(`${chart.id}.${state} ${name}`))
        .map((name) => `${state} waits for ${name}, which nobody may give there`),
    );
    const crowded = menus.flatMap(({ by, states, names }) => {
      const expected = names.filter((name) => states.some((id) => waitsFor(id).includes(name)));
      return expected.length > 2 ? [`${states.join(' ')} expects ${expected.join(', ')} of the ${by}`] : [];
    });
    return unique([...idle, ...crowded]);
  },

  'every text stands in three languages, each in its own letters, without a word to avoid': ({ messages }) =>
    textsOf(messages).flatMap(([where, text]) =>
      LANGUAGES.flatMap((language) => {
        const said = text[language] ?? '';
        const cyrillic = /\p{Script=Cyrillic}/u.test(said);
        return [
          ...(said.trim() === '' || said !== said.trim() ? [`${where}.${language} is empty or has spaces around it`] : []),
          ...(said !== '' && cyrillic !== (language !== 'en') ? [`${where}.${language} is in other letters`] : []),
          ...forbiddenWords(said).map((word) => `${where}.${language} says ${word}`),
        ];
      }),
    ),

  'placeholders are known, the same in each language, and stand in notices alone': ({ messages }) =>
    textsOf(messages).flatMap(([where, text]) => {
      const of = LANGUAGES.map((language) => placeholdersIn(text[language] ?? ''));
      const known = where.startsWith('notices.') ? PLACEHOLDERS : [];
      const strange = unique(of.flat()).filter((each) => !known.includes(each));
      const torn = LANGUAGES.filter((language) => /[{}]/.test((text[language] ?? '').replace(/\{\w+\}/g, '')));
      return [
        ...strange.map((each) => `${where} has {${each}}`),
        ...torn.map((language) => `${where}.${language} has a lone brace`),
        ...(new Set(of.map((each) => each.join())).size > 1 ? [`${where} has not the same placeholders in each language`] : []),
      ];
    }),

  'a notice names a deadline only where one is to come': ({ chart, messages }, { space }) =>
    unique(
      space.edges.flatMap((edge) => {
        const { snapshot, at } = edge.to;
        const naming = noticesOf(edge).filter(({ template }) => namedIn(messages, template).includes('deadline'));
        if (naming.length === 0) return [];
        const coming = timersOf(chart, snapshot, at).filter(({ reminder, due }) => !reminder && due > Date.parse(at));
        const comes = (template: string) => {
          const { until } = messages.notices[template] ?? {};
          return coming.some(({ name }) => until === undefined || name === until);
        };
        return naming.flatMap(({ template }) => (comes(template) ? [] : [`${template} has no deadline to name`]));
      }),
    ),

  'a notice names a sum or a day only where its life knows it': ({ messages, facts, recipients }, { space }) =>
    unique(
      space.edges.flatMap((edge) =>
        noticesOf(edge).flatMap(({ to, template }) => {
          const named = recipients(edge.to.snapshot.context, to).length === 0 ? [] : namedIn(messages, template);
          const asked = FACTS.filter((fact) => named.includes(fact));
          if (asked.length === 0) return [];
          const known = facts?.(edge.to.snapshot.context, template, happenedBy(edge));
          return asked.filter((fact) => known?.[fact] === undefined).map((fact) => `${template} has no ${fact} to name`);
        }),
      ),
    ),
};

/** What a notice of an edge tells of. */
const happenedBy = ({ from, event }: Edge): Happened => ({ before: from.snapshot.context, event: event as Happened['event'] });

/** The placeholders in the texts of a notice, but for what is said only where its sum is known. */
const namedIn = ({ notices }: Messages, template: string): string[] => {
  const { subject, body, unpayable } = notices[template] ?? {};
  return [subject, body, unpayable].flatMap((text) => (text === undefined ? [] : placeholdersIn(text.en)));
};

/**
 * What differs between a configuration and those merged with it: the last reached by an event and the last reached by time, which have the longest paths.
 * @param every of so many configurations one is compared.
 */
export function divergencesIn(space: StateSpace, every: number): string[] {
  const compared = new Set(space.configurations.filter((_, index) => index % every === 0));
  const lastBy = (edges: Edge[]) => [...new Map(edges.map(({ to }) => [space.representativeOf(to) as Configuration, to]))];
  const { time = [], event = [] } = Object.groupBy(space.edges, (edge) => (edge.event.by === 'clock' ? 'time' : 'event'));
  const pairs = [...lastBy(event), ...lastBy(time)].filter(([one]) => compared.has(one));
  return unique(pairs.flatMap((pair) => divergences(space, ...pair)));
}

/** The successors that only one of two merged configurations has. If there are any, the abstraction leaves out too much. */
function divergences(space: StateSpace, one: Configuration, other: Configuration): string[] {
  if (one === other) return [];
  const [futures, others] = [new Set(space.futuresOf(one)), new Set(space.futuresOf(other))];
  const differing = futures.symmetricDifference(others);
  return unique(
    [...differing].map((future) => `${activeStates(one).join(' ')}: what ${future.split(' ', 2).join(' ')} leads to is merged away`),
  );
}

const unique = <T>(each: T[]): T[] => [...new Set(each)];
const parentOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));
const nameOf = ({ source, eventType }: AnyTransitionDefinition): string => `${source.id} ${eventType}`;

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** A guard must consist only of the parts that a law's helpers make: by, candidate, guard and checks. */
function sameGuard({ guard }: AnyTransitionDefinition, { by, candidate, guard: own, checks }: TransitionLaw): boolean {
  const [first] = (guard as { guards?: { params?: unknown }[] } | undefined)?.guards ?? [];
  const said = { and: ['by', candidate, own, ...checks].filter((name) => name !== undefined) };
  const found = attempt(() => conditionOf(guard));
  const params = { parties: by, candidate: candidate !== undefined };
  return JSON.stringify([found, first?.params]) === JSON.stringify([said, params]);
}

/** A life type without consequences has no words for them. Then no command of a person may end it. */
const BRINGS_NOTHING: Consequences<object> = { stakes: () => undefined, of: {} };

/** Three languages name the same sums, none negative, each in its own script. */
function faultsOfConsequence({ words, sums = {} }: Consequence): string[] {
  const named = LANGUAGES.map((language) => placeholdersIn(words[language]).join());
  return [
    ...(new Set([...named, Object.keys(sums).sort().join()]).size > 1 ? ['names not the same sums in each language'] : []),
    ...Object.entries(sums).flatMap(([name, sum]) => (/^\d+$/.test(sum) ? [] : [`names ${sum} as ${name}`])),
    ...LANGUAGES.flatMap((language) => forbiddenWords(words[language]).map((word) => `says ${word}`)),
    ...LANGUAGES.flatMap((language) => wrongWords(words[language], language)),
  ];
}

const assigns = (chart: LifeType['chart'], action: string): boolean =>
  (chart.implementations.actions as Record<string, { type?: string } | undefined>)[action]?.type === 'xstate.assign';

function namesIn(condition: Condition): string[] {
  if (typeof condition === 'string') return [condition];
  if ('in' in condition) return [];
  return Object.values(condition).flat().flatMap(namesIn);
}

function guardsOf({ by, candidate, guard, checks = [], when }: PublishedTransition): string[] {
  const own = [candidate, guard].filter((name) => name !== undefined);
  return [...(by === undefined ? [] : ['by']), ...own, ...checks, ...(when === undefined ? [] : namesIn(when))];
}

const differences = (kind: string, needed: string[], existing: string[]): string[] => [
  ...unique(needed.filter((name) => !existing.includes(name))).map((name) => `${kind} ${name} is missing`),
  ...existing.filter((name) => !needed.includes(name)).map((name) => `${kind} ${name} is never used`),
];

interface NoticeParams {
  to: string;
  template: string;
}

const noticeOf = ({ type, params }: { type: string; params?: unknown }): NoticeParams | undefined =>
  type === 'notify' ? (params as NoticeParams) : undefined;
const noticesOf = ({ actions }: Edge): NoticeParams[] => actions.flatMap((action) => noticeOf(action) ?? []);

const placeholdersIn = (text: string): string[] => unique([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)).sort();

/** Every text of a life with its path: `notices.task-offered.body`. */
function textsOf(words: Messages): [where: string, text: Localized][] {
  const inside = (where: string, value: unknown): [string, Localized][] => {
    if (typeof value !== 'object' || value === null) return [];
    if (LANGUAGES.some((language) => language in value)) return [[where, value as Localized]];
    return Object.entries(value).flatMap(([key, each]) => inside(where === '' ? key : `${where}.${key}`, each));
  };
  return inside('', words);
}
