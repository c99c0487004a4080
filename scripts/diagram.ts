/** A published chart as a diagram: who may do what, in which state, under which clause. */
import type { Condition, PublishedChart, PublishedState, PublishedTransition } from '../charts/publish.ts';

export interface Drawn {
  name: string;
  type: 'regular' | 'initial' | 'parallel';
  label?: string;
  color?: string;
  class?: string;
  actions?: { type: 'activity'; body: string }[];
  statemachine?: { states: Drawn[] };
}

export interface Arrow {
  id: number;
  from: string;
  to: string;
  label?: string;
  color: string;
  class: string;
}

export const COLORS: Record<string, string> = {
  customer: '#1c4f9c',
  contractor: '#1d6b3a',
  operator: '#7b2d8b',
  clock: '#9a4a00',
  platform: '#5a5a5a',
};
export const PLAIN = '#222222';

/** What state-machine-cat draws of a chart. The same chart gives the same diagram. */
export function diagramOf({ states, transitions }: PublishedChart): { states: Drawn[]; transitions: Arrow[] } {
  const [root, ...rest] = states as [PublishedState, ...PublishedState[]];
  const arrows: Arrow[] = [];
  const arrow = (given: Omit<Arrow, 'id'>): void => void arrows.push({ id: arrows.length, ...given });

  const childrenOf = (parent: PublishedState): PublishedState[] => rest.filter(({ id }) => id.slice(0, id.lastIndexOf('.')) === parent.id);
  const inside = (parent: PublishedState): Drawn[] => {
    const { id, initial } = parent;
    if (initial === undefined) return childrenOf(parent).map(draw);
    arrow({ from: `${id}.initial`, to: initial, color: PLAIN, class: 'initial' });
    return [{ name: `${id}.initial`, type: 'initial' }, ...childrenOf(parent).map(draw)];
  };
  const draw = (state: PublishedState): Drawn => {
    const { id, type } = state;
    const own = transitions.filter((each) => each.from === id && staysIn(each));
    const children = inside(state);
    return {
      name: id,
      label: roomy(type === 'final' ? `◉ ${keyOf(id)}` : keyOf(id)),
      type: type === 'parallel' ? 'parallel' : 'regular',
      class: type,
      ...(own.length > 0 && { actions: own.map((each) => ({ type: 'activity' as const, body: roomy(labelOf(each, transitions)) })) }),
      ...(children.length > 0 && { statemachine: { states: children } }),
    };
  };

  const drawn = root.type === 'parallel' ? [draw(root)] : inside(root);
  const leaving = transitions.filter((each) => !staysIn(each));
  for (const group of Map.groupBy(leaving, ({ from, targets }) => `${from} ${targets.join(' ')}`).values()) {
    const [first] = group as [PublishedTransition];
    const parties = [...new Set(group.flatMap(({ by = [] }) => by))];
    const [party = ''] = parties.length === 1 ? parties : [];
    const label = group.map((each) => roomy(labelOf(each, transitions, '\n'))).join('\n');
    for (const to of first.targets) arrow({ from: first.from, to, label, color: COLORS[party] ?? PLAIN, class: party });
  }
  return { states: drawn, transitions: arrows };
}

export const keyOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
const staysIn = ({ from, targets }: PublishedTransition): boolean => targets.every((target) => target === from);

/** `refuse · 4.3.3 (customer) [roundsAreLeft]`. Of the checks only those that tell it from another outcome of the same event. */
function labelOf(each: PublishedTransition, all: PublishedTransition[], space = ' '): string {
  const { event, delay, by, clause, guard, checks = [], when } = each;
  const others = all.filter((other) => other !== each && other.from === each.from && other.event === event);
  const telling = checks.filter((check) => others.some((other) => !other.checks?.includes(check)));
  const conditions = [guard ?? [], telling, when === undefined ? [] : conditionText(when)].flat();
  const what = delay === undefined ? event : `after ${delay}`;
  const law = clause === undefined ? '' : ` · ${clause}${delay === undefined ? ` (${by?.join(', ')})` : ''}`;
  const condition = conditions.length === 0 ? '' : `[${conditions.join(', ')}]`;
  return [`${what}${law}`, wrap(condition)].filter((part) => part !== '').join(space);
}

function conditionText(condition: Condition): string {
  if (typeof condition === 'string') return condition;
  if ('in' in condition) return `in ${typeof condition.in === 'string' ? keyOf(condition.in) : JSON.stringify(condition.in)}`;
  const [word = '', parts = []] = Object.entries(condition).at(0) ?? [];
  return word === 'not' ? `not ${parts.map(conditionText).join()}` : parts.map(conditionText).join(` ${word} `);
}

const wrap = (text: string): string => text.replace(/(.{20,}?) /g, '$1\n');

/** Layout reckons with Helvetica; other fonts are wider. */
export const roomy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line + '\u00a0'.repeat(1 + Math.round(line.length / 6)))
    .join('\n');
