/** A wide chart as an overview and one diagram for each stage, in a user's language. Ways out are rows inside a state, so that arrows need no labels. */
import type { Language, Localized } from '../charts/messages.ts';
import type { Condition, PublishedChart, PublishedState, PublishedTransition } from '../charts/publish.ts';
import { CONDITIONS, HAS_ENDED, OTHERWISE } from './conditions.ts';
import type { Arrow, Drawn } from './diagram.ts';
import { COLORS, keyOf, PLAIN, roomy } from './diagram.ts';
import { PLATFORM_EVENTS } from './platform-events.ts';

export const LANGUAGES: Language[] = ['kk', 'ru', 'en'];

export const PARTIES: Record<string, Localized> = {
  customer: { kk: 'тапсырыс беруші', ru: 'заказчик', en: 'customer' },
  contractor: { kk: 'орындаушы', ru: 'исполнитель', en: 'contractor' },
  operator: { kk: 'оператор', ru: 'оператор', en: 'operator' },
  clock: { kk: 'мерзім', ru: 'срок', en: 'clock' },
  platform: { kk: 'платформа', ru: 'платформа', en: 'platform' },
};
/** Names of the parallel regions and their states, which have no messages of their own. */
const REGIONS: Record<string, Localized> = {
  claims: { kk: 'Кінәрат-талаптар', ru: 'Претензии', en: 'Claims' },
  'claims.none': { kk: 'Кінәрат-талап жоқ', ru: 'Претензий нет', en: 'No claims' },
  'claims.open': { kk: 'Кінәрат-талап қаралуда', ru: 'Претензия открыта', en: 'A claim is open' },
  'claims.outlasting': {
    kk: 'Тапсырма аяқталды, талап ашық',
    ru: 'Задание завершено, претензия открыта',
    en: 'The task has ended, a claim is open',
  },
  'claims.over': { kk: 'Аяқталды', ru: 'Завершено', en: 'Over' },
  holds: { kk: 'Тоқтата тұру', ru: 'Приостановки', en: 'Holds' },
  'holds.none': { kk: 'Тоқтата тұру жоқ', ru: 'Приостановок нет', en: 'No holds' },
  'holds.held': { kk: 'Тоқтатыла тұрды', ru: 'Приостановлено', en: 'On hold' },
  'holds.over': { kk: 'Аяқталды', ru: 'Завершено', en: 'Over' },
};
const BY_ITSELF: Localized = { kk: 'өздігінен', ru: 'само', en: 'by itself' };
/** Letters in a row, to be tried until the picture is no wider than a page. */
export const ROWS = [36, 28];
/** The width of a readable picture, in points. A wider chart is drawn in parts. */
export const PAGE = 1_000;

export const widthOf = (svg: string): number => Number(/<svg width="(\d+)pt"/.exec(svg)?.[1]);

export interface Diagram {
  states: Drawn[];
  transitions: Arrow[];
}

const insideOf = (id: string, outer: string): boolean => id === outer || id.startsWith(`${outer}.`);
const childrenOf = (states: PublishedState[], id: string): PublishedState[] =>
  states.filter((each) => each.id.slice(0, each.id.lastIndexOf('.')) === id);

/** The states that have a picture each: those of the main region that are not ends, then the other regions. */
export function stagesOf({ states, regions }: PublishedChart): PublishedState[] {
  const [main = (states[0] as PublishedState).id, ...others] = regions;
  return [...childrenOf(states, main).filter(({ type }) => type !== 'final'), ...states.filter(({ id }) => others.includes(id))];
}

/** The main region's stages and ends with all that leads from one to another. */
export function overviewOf(chart: PublishedChart, language: Language, row: number): Diagram {
  const { states, regions, transitions } = chart;
  const main = regions[0] ?? (states[0] as PublishedState).id;
  const stages = childrenOf(states, main);
  const stageOf = (id: string): string | undefined => stages.find((stage) => insideOf(id, stage.id))?.id;
  const leaving = transitions.flatMap((each) => {
    const from = stageOf(each.from);
    const targets = [...new Set(each.targets.flatMap((id) => stageOf(id) ?? []))].filter((id) => id !== from);
    return from === undefined || targets.length === 0 ? [] : [{ ...each, from, targets }];
  });
  return drawnOf(chart, language, stages, leaving, false, row);
}

/** The inner states of one stage, who may do what there and under which clause, and the states that it leads to. */
export function stageOf(chart: PublishedChart, stage: PublishedState, language: Language, row: number): Diagram {
  const own = chart.states.filter(({ id }) => insideOf(id, stage.id));
  const leaving = chart.transitions.filter(({ from }) => insideOf(from, stage.id));
  const targets = new Set(leaving.flatMap((each) => each.targets));
  const outside = chart.states.filter(({ id }) => targets.has(id) && !insideOf(id, stage.id));
  const useful = own.filter(
    ({ id, type }) => type !== 'compound' || leaving.some(({ from, targets: to }) => from === id || to.includes(id)),
  );
  return drawnOf(chart, language, [...useful, ...outside], leaving, true, row);
}

function drawnOf(
  chart: PublishedChart,
  language: Language,
  states: PublishedState[],
  leaving: PublishedTransition[],
  clauses: boolean,
  length: number,
): Diagram {
  const nameOf = (id: string): string => {
    const state = chart.states.find((each) => each.id === id) as PublishedState;
    return (state.words?.name ?? REGIONS[state.path])?.[language] ?? keyOf(id);
  };
  const rowsOf = (id: string): string[] => {
    const own = leaving.filter(({ from }) => from === id);
    // What stays in the state has no heading, so it comes first.
    const groups = [...Map.groupBy(own, ({ targets }) => targets.filter((target) => target !== id).join(' '))];
    const staysFirst = groups.toSorted(([one], [other]) => Number(one !== '') - Number(other !== ''));
    return staysFirst.flatMap(([, group]) => {
      const [first] = group as [PublishedTransition];
      const to = first.targets.filter((target) => target !== id).map(nameOf);
      const rows = [...new Set(group.map((each) => rowOf(each, chart, language, clauses)))];
      return [...(to.length > 0 ? [`→ ${to.join(', ')}`] : []), ...rows.map((row) => `   ${row}`)];
    });
  };
  const initial = new Set(chart.states.map((each) => each.initial));
  const drawn = states.map((state): Drawn => {
    // The renderer gives a row the height of one line: each line is a row.
    const rows = rowsOf(state.id).flatMap((row) => wrapped(row, length).split('\n').map(roomy));
    const sign = state.type === 'final' ? '◉ ' : initial.has(state.id) ? '▶ ' : '';
    return {
      name: state.id,
      label: roomy(`${sign}${nameOf(state.id)}`),
      type: 'regular',
      class: state.type,
      ...(rows.length > 0 && { actions: rows.map((body) => ({ type: 'activity' as const, body })) }),
    };
  });
  const shown = new Set(states.map(({ id }) => id));
  const pairs = Map.groupBy(
    leaving.flatMap((each) =>
      each.targets.filter((to) => to !== each.from && shown.has(to) && shown.has(each.from)).map((to) => ({ each, to })),
    ),
    ({ each, to }) => `${each.from} ${to}`,
  );
  const arrows = [...pairs.values()].map((group, id): Arrow => {
    const [{ each, to }] = group as [{ each: PublishedTransition; to: string }];
    const parties = [...new Set(group.flatMap((one) => one.each.by ?? []))];
    const party = parties.length === 1 ? (parties[0] as string) : '';
    return { id, from: each.from, to, color: COLORS[party] ?? PLAIN, class: party };
  });
  return { states: drawn, transitions: arrows };
}

/** `Refuse · 4.3.3 (customer)`; a timer is `clock:` and what happens at that moment. */
function rowOf(
  { event, delay, by = [], clause, when }: PublishedTransition,
  { words }: PublishedChart,
  language: Language,
  clauses: boolean,
): string {
  const parties = by.map((party) => PARTIES[party]?.[language] ?? party).join(', ');
  const law = clauses && clause !== undefined && clause !== 'platform' ? ` · ${clause}` : '';
  if (delay !== undefined) return `${PARTIES.clock?.[language]}: ${words.timers[delay]?.[language] ?? delay}${law}`;
  if (event === '') return `${BY_ITSELF[language]}: ${conditionOf(when)[language]}`;
  return `${(words.commands[event] ?? PLATFORM_EVENTS[event])?.[language] ?? event}${law}${parties === '' ? '' : ` (${parties})`}`;
}

/** Why an automatic transition is taken. Without a condition it is taken where none of the others is. */
function conditionOf(when: Condition | undefined): Localized {
  if (when === undefined) return OTHERWISE;
  if (typeof when !== 'string') return HAS_ENDED;
  return CONDITIONS[when] ?? { kk: when, ru: when, en: when };
}

function wrapped(text: string, length: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string;
    if (last.trim() !== '' && last.length + word.length >= length) lines.push(`      ${word}`);
    else lines[lines.length - 1] = last === '' && lines.length === 1 && word !== '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
