/** The paths through a chart: for each event that a state of its first region accepts, the shortest path that ends with it. */
import type { Configuration, Edge, StateSpace } from './state-space.ts';
import { activeStates } from './state-space.ts';

/** Leaves out paths that are a prefix of another. */
export function pathsOf(space: StateSpace): Edge[][] {
  const [first] = space.configurations as [Configuration];
  const cameBy = new Map<Configuration, Edge>();
  for (const edge of space.edges) {
    const configuration = space.representativeOf(edge.to);
    if (configuration && configuration !== first && configuration === edge.to) cameBy.set(configuration, edge);
  }
  const wayTo = (configuration: Configuration): Edge[] => {
    const edge = cameBy.get(configuration);
    return edge === undefined ? [] : [...wayTo(edge.from), edge];
  };
  const chosen = new Map<string, Edge[]>();
  for (const edge of space.edges) {
    const key = JSON.stringify([activeStates(edge.from).at(-1), edge.event.type, edge.event.by, activeStates(edge.to).at(-1)]);
    if (!chosen.has(key)) chosen.set(key, [...wayTo(edge.from), edge]);
  }
  const ways = [...chosen.values()];
  const inside = new Set(ways.flatMap((way) => way.slice(0, -1)));
  return ways.filter((way) => !inside.has(way.at(-1) as Edge));
}
