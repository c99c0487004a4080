/** A wide chart as an overview and one diagram for each stage, in a user's language. Ways out are rows inside a state, so that arrows need no labels. */
import type { Language, Localized } from '../charts/messages.ts';
import { PLATFORM_EVENTS } from '../charts/platform-events.ts';
import type { Condition, PublishedChart, PublishedState, PublishedTransition } from '../charts/publish.ts';
import { CONDITIONS, HAS_ENDED, OTHERWISE } from './conditions.ts';
import { COLORS, keyOf, PLAIN } from './diagram.ts';

export const LANGUAGES: Language[] = ['kk', 'ru', 'en'];

export const PARTIES: Record<string, Localized> = {
  customer: { kk: 'тапсырыс беруші', ru: 'заказчик', en: 'customer' },
  contractor: { kk: 'орындаушы', ru: 'исполнитель', en: 'contractor' },
  operator: { kk: 'оператор', ru: 'оператор', en: 'operator' },
  clock: { kk: 'мерзім', ru: 'срок', en: 'clock' },
  platform: { kk: 'платформа', ru: 'платформа', en: 'platform' },
};
const OVER: Localized = { kk: 'Аяқталды', ru: 'Завершено', en: 'Over' };
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
  'claims.over': OVER,
  holds: { kk: 'Тоқтата тұру', ru: 'Приостановки', en: 'Holds' },
  'holds.none': { kk: 'Тоқтата тұру жоқ', ru: 'Приостановок нет', en: 'No holds' },
  'holds.held': { kk: 'Тоқтатыла тұрды', ru: 'Приостановлено', en: 'On hold' },
  'holds.over': OVER,
  offer: { kk: 'Оферта', ru: 'Оферта', en: 'Offer' },
  'offer.unaccepted': { kk: 'Оферта қабылданбаған', ru: 'Оферта не принята', en: 'Offer not accepted' },
  'offer.accepted': { kk: 'Оферта қабылданған', ru: 'Оферта принята', en: 'Offer accepted' },
  'offer.over': OVER,
  pause: { kk: 'Аккаунттағы әрекеттерді кідірту', ru: 'Приостановка действий в Аккаунте', en: 'Pause of the account' },
  'pause.free': { kk: 'Кідіріс жоқ', ru: 'Действия не приостановлены', en: 'No pause' },
  'pause.claimed': { kk: 'Нөмірді ауыстыру сұралды', ru: 'Запрошена смена номера', en: 'Another number is claimed' },
  'pause.reported': {
    kk: 'Рұқсатсыз кіру туралы хабарланды',
    ru: 'Сообщено о несанкционированном доступе',
    en: 'Unauthorised access reported',
  },
  'pause.reidentifying': { kk: 'Қайта сәйкестендіру жүріп жатыр', ru: 'Идёт повторная идентификация', en: 'Re-identification under way' },
  'pause.contested': { kk: 'Нөмірді ауыстыру даулануда', ru: 'Смена номера оспаривается', en: 'The claim to the number is contested' },
  'pause.over': OVER,
  identity: { kk: 'ЖСН/БСН-ді растау', ru: 'Подтверждение ИИН/БИН', en: 'Proof of the IIN or BIN' },
  'identity.unproved': { kk: 'Расталмаған', ru: 'Не подтверждён', en: 'Not proved' },
  'identity.proved': { kk: 'Құжатпен расталған', ru: 'Подтверждён документом', en: 'Proved by a document' },
  'identity.displaced': {
    kk: 'Басқа Аккаунт растады не растау қайтарып алынды',
    ru: 'Подтверждён за другим Аккаунтом или отозван',
    en: 'Proved by another account, or withdrawn',
  },
  'identity.over': OVER,
  tax: { kk: 'Салық режимі', ru: 'Налоговый режим', en: 'Tax regime' },
  'tax.none': { kk: 'Көрсетілмеген', ru: 'Не указан', en: 'Not declared' },
  'tax.declared': { kk: 'Көрсетілген, расталмаған', ru: 'Указан, не подтверждён', en: 'Declared, not confirmed' },
  'tax.confirmed': { kk: 'Расталған', ru: 'Подтверждён', en: 'Confirmed' },
  'tax.over': OVER,
};
const BY_ITSELF: Localized = { kk: 'өздігінен', ru: 'само', en: 'by itself' };
/** Letters in a line of a row, to be tried until the picture is no wider than a page. */
export const LENGTHS = [44, 36, 28, 22];
/** The width of a readable picture, in points. A wider chart is drawn in parts. */
export const PAGE = 1_000;

export const widthOf = (svg: string): number => Number(/<svg width="(\d+)pt"/.exec(svg)?.[1]);
export const heightOf = (svg: string): number => Number(/<svg width="\d+pt" height="(\d+)pt"/.exec(svg)?.[1]);

/** What leads to the same states: a heading that names them, and by what it is taken. Without a heading the state stays. */
export interface Row {
  heading?: string;
  /** Where its arrows begin. */
  port?: string;
  rows: { text: string; party: string }[];
}

export interface Box {
  id: string;
  name: string;
  sign: string;
  ways: Row[];
  /** The parent that it stands in, where that has a frame. */
  frame?: string;
  /** A state of another stage, shown as where an arrow leads. */
  isOutside?: boolean;
}

export interface Diagram {
  boxes: Box[];
  /** Parents of the states in the picture, and in which other frame they stand. */
  frames: { id: string; name: string; outer?: string }[];
  /** `head` is the frame at which an arrow ends that leads to a parent; `to` is then the box it begins in. */
  arrows: { from: string; port: string; to: string; head?: string; color: string; class: string }[];
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
export function overviewOf(chart: PublishedChart, language: Language): Diagram {
  const { states, regions, transitions } = chart;
  const main = regions[0] ?? (states[0] as PublishedState).id;
  const stages = childrenOf(states, main);
  const stageOf = (id: string): string | undefined => stages.find((stage) => insideOf(id, stage.id))?.id;
  const leaving = transitions.flatMap((each) => {
    const from = stageOf(each.from);
    const targets = [...new Set(each.targets.flatMap((id) => stageOf(id) ?? []))].filter((id) => id !== from);
    return from === undefined || targets.length === 0 ? [] : [{ ...each, from, targets }];
  });
  return diagramOf(chart, language, { states: stages, leaving, clauses: false });
}

/** The inner states of one stage, who may do what there and under which clause, and the states that it leads to. */
export function stageOf(chart: PublishedChart, stage: PublishedState, language: Language): Diagram {
  const own = chart.states.filter(({ id }) => insideOf(id, stage.id));
  const leaving = chart.transitions.filter(({ from }) => insideOf(from, stage.id));
  const targets = new Set(leaving.flatMap((each) => each.targets));
  const outside = chart.states.filter(({ id }) => targets.has(id) && !insideOf(id, stage.id));
  return diagramOf(chart, language, { states: own, outside, leaving, clauses: true });
}

/** A chart that is small enough for one picture. */
export const wholeOf = (chart: PublishedChart, language: Language): Diagram =>
  diagramOf(chart, language, { states: chart.states.slice(1), leaving: chart.transitions, clauses: true });

/** What a picture is made of. `states` with states inside become frames; what may be done in all of these is said once, in a box of the frame. */
interface Part {
  states: PublishedState[];
  outside?: PublishedState[];
  leaving: PublishedTransition[];
  clauses: boolean;
}

const EACH: Localized = { kk: 'Осы күйлердің әрқайсысында', ru: 'В каждом из этих состояний', en: 'In each of these states' };

function diagramOf(chart: PublishedChart, language: Language, { states, outside = [], leaving, clauses }: Part): Diagram {
  const nameOf = (id: string): string => {
    const state = chart.states.find((each) => each.id === id) as PublishedState;
    return (state.words?.name ?? REGIONS[state.path])?.[language] ?? keyOf(id);
  };
  const isFrame = ({ id }: PublishedState): boolean => childrenOf(states, id).length > 0;
  const frames = states.filter(isFrame);
  const frameOf = (id: string): string | undefined =>
    frames.filter((frame) => frame.id !== id && insideOf(id, frame.id)).toSorted((one, other) => other.id.length - one.id.length)[0]?.id;
  const initial = new Set(chart.states.map((each) => each.initial));
  const arrows: Diagram['arrows'] = [];

  /** The ways out of a state, those that leave it as it is first. */
  const waysOf = (id: string): Row[] => {
    const own = leaving.filter(({ from }) => from === id);
    const groups = [...Map.groupBy(own, ({ targets }) => targets.filter((target) => target !== id).join(' '))];
    return groups
      .toSorted(([one], [other]) => Number(one !== '') - Number(other !== ''))
      .map(([key, group], index): Row => {
        const rows = [...new Map(group.map((each) => [rowOf(each, chart, language, clauses), partyOf(each.by)]))];
        const texts = rows.map(([text, party]) => ({ text, party }));
        if (key === '') return { rows: texts };
        const targets = key.split(' ');
        const port = `way${index}`;
        const party = partyOf(group.flatMap(({ by = [] }) => by));
        for (const target of targets) lead(id, port, target, party);
        return { heading: targets.map(nameOf).join(', '), port, rows: texts };
      });
  };
  /** To a parent an arrow leads to the frame, at the state that it begins in. */
  const lead = (from: string, port: string, target: string, party: string): void => {
    const known = [...states, ...outside].find(({ id }) => id === target);
    if (known === undefined) return;
    const first = firstOf(target);
    const head = first === target || insideOf(from, target) ? undefined : target;
    arrows.push({ from, port, to: first, ...(head !== undefined && { head }), color: COLORS[party] ?? PLAIN, class: party });
  };
  const firstOf = (id: string): string => {
    const frame = frames.find((each) => each.id === id);
    return frame === undefined ? id : firstOf(frame.initial ?? (childrenOf(states, id)[0] as PublishedState).id);
  };

  const boxes = [...states, ...outside].flatMap((state): Box[] => {
    const { id, type } = state;
    const frame = isFrame(state) ? id : frameOf(id);
    const ways = waysOf(id);
    if (isFrame(state) && ways.length === 0) return [];
    const sign = type === 'final' ? '◉ ' : initial.has(id) && !isFrame(state) ? '▶ ' : '';
    return [
      {
        id,
        name: isFrame(state) ? EACH[language] : nameOf(id),
        sign,
        ways,
        ...(frame !== undefined && { frame }),
        ...(outside.includes(state) && { isOutside: true }),
      },
    ];
  });
  return {
    boxes,
    frames: frames.map(({ id }) => {
      const outer = frameOf(id);
      return { id, name: nameOf(id), ...(outer !== undefined && { outer }) };
    }),
    arrows,
  };
}

/** The one party of some, or nothing. */
const partyOf = (parties: readonly string[] = []): string => (new Set(parties).size === 1 ? (parties[0] as string) : '');

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
