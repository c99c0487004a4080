/** A published chart as a picture: who may do what, in which state, under which clause. */
import { render } from 'state-machine-cat';
import type { PublishedChart, PublishedState, PublishedTransition } from '../charts/publish.ts';

interface Drawn {
  name: string;
  type: 'regular' | 'initial' | 'parallel';
  label?: string;
  color?: string;
  class?: string;
  actions?: { type: 'activity'; body: string }[];
  statemachine?: { states: Drawn[] };
}

interface Arrow {
  id: number;
  from: string;
  to: string;
  label?: string;
  color: string;
  class: string;
}

const COLORS: Record<string, string> = {
  customer: '#1c4f9c',
  contractor: '#1d6b3a',
  operator: '#7b2d8b',
  clock: '#9a4a00',
  platform: '#5a5a5a',
};
const PLAIN = '#222222';

/** SVG of a chart. The same chart gives the same picture, byte for byte. */
export async function pictureOf(chart: PublishedChart): Promise<string> {
  const svg = await render(JSON.stringify(diagramOf(chart)), {
    inputType: 'json',
    outputType: 'svg',
    direction: 'top-down',
    dotGraphAttrs: [
      { name: 'ranksep', value: '0.45' },
      { name: 'nodesep', value: '0.35' },
    ],
  });
  return `${String(svg).trim()}\n`;
}

function diagramOf({ states, transitions }: PublishedChart): { states: Drawn[]; transitions: Arrow[] } {
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
      label: type === 'final' ? `◉ ${keyOf(id)}` : keyOf(id),
      type: type === 'parallel' ? 'parallel' : 'regular',
      class: type,
      ...(own.length > 0 && { actions: own.map((each) => ({ type: 'activity' as const, body: labelOf(each, transitions) })) }),
      ...(children.length > 0 && { statemachine: { states: children } }),
    };
  };

  const drawn = inside(root);
  const leaving = transitions.filter((each) => !staysIn(each));
  for (const group of Map.groupBy(leaving, ({ from, targets }) => `${from} ${targets.join(' ')}`).values()) {
    const [first] = group as [PublishedTransition];
    const parties = [...new Set(group.flatMap(({ by = [] }) => by))];
    const [party = ''] = parties.length === 1 ? parties : [];
    const label = group.map((each) => labelOf(each, transitions)).join('\n');
    for (const to of first.targets) arrow({ from: first.from, to, label, color: COLORS[party] ?? PLAIN, class: party });
  }
  return { states: drawn, transitions: arrows };
}

const keyOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1);
const staysIn = ({ from, targets }: PublishedTransition): boolean => targets.every((target) => target === from);

/** `refuse [roundsAreLeft] · 4.3.3 (customer)`. Of the checks only those that tell it from another outcome of the same event. */
function labelOf(each: PublishedTransition, all: PublishedTransition[]): string {
  const { event, delay, by, clause, guard, checks = [] } = each;
  if (clause === undefined) return event === '' ? '' : event;
  const others = all.filter((other) => other !== each && other.from === each.from && other.event === event);
  const telling = others.length === 0 ? [] : checks.filter((check) => others.some((other) => !other.checks?.includes(check)));
  const conditions = [...(guard === undefined ? [] : [guard]), ...telling];
  const what = delay === undefined ? event : `after ${delay}`;
  const when = conditions.length === 0 ? '' : ` [${conditions.join(', ')}]`;
  const who = delay === undefined ? ` (${by?.join(', ')})` : '';
  return `${what}${when} · ${clause}${who}`;
}
