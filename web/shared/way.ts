/** The way of a life from its published chart: the main states that lead to its good end, and beside them the other ends. */
import type { Localized } from './language.ts';

export interface PublishedChart {
  life: string;
  /** Those that run at the same time, the main one first. Most lives have one course, and none of these. */
  regions: string[];
  states: { id: string; type: string; initial?: string; words?: { name: Localized; waits: Localized } }[];
  transitions: { from: string; targets: string[] }[];
}

export interface Stage {
  id: string;
  /** As lives name their state: the id without the chart and the region. */
  path: string;
  name: Localized;
  /** What is awaited there, and of whom. */
  waits: Localized;
  /** The other ends that this is the last state to lead to. */
  ends: Stage[];
}

const isWithin = (id: string, outer: string): boolean => id === outer || id.startsWith(`${outer}.`);

/** The states right under the main region, in the chart's own order. */
export function wayOf({ life, regions: [region = life], states, transitions }: PublishedChart): Stage[] {
  const main = states.flatMap(({ id, type, words }) =>
    words && id.slice(0, id.lastIndexOf('.')) === region
      ? [
          {
            isFinal: type === 'final',
            stage: { id, path: id.slice(region.length + 1), name: words.name, waits: words.waits, ends: [] as Stage[] },
          },
        ]
      : [],
  );
  const { initial } = states.find(({ id }) => id === region) ?? {};
  const goodEnd = main.find(({ isFinal }) => isFinal)?.stage;
  const way = main.flatMap(({ isFinal, stage }) => (stage === goodEnd || (!isFinal && stage.id !== initial) ? [stage] : []));
  for (const { isFinal, stage } of main) {
    if (!isFinal || stage === goodEnd) continue;
    const leading = transitions.filter(({ targets }) => targets.includes(stage.id));
    way.findLast(({ id }) => leading.some(({ from }) => isWithin(from, id)))?.ends.push(stage);
  }
  return way;
}

/** Is a life in this stage, which its `state` names with all states inside? */
export const isAt = ({ path }: Stage, state: string): boolean => isWithin(state, path);
