/** The ways through a chart: for each event that a state of its first region takes, the shortest way that ends with it. */
import type { Edge, Place, Walk } from './walk.ts';
import { standsIn } from './walk.ts';

/** Without those that are the beginning of another. */
export function pathsOf(walk: Walk): Edge[][] {
  const [first] = walk.places as [Place];
  const cameBy = new Map<Place, Edge>();
  for (const edge of walk.edges) {
    const place = walk.standFor(edge.to);
    if (place && place !== first && place === edge.to) cameBy.set(place, edge);
  }
  const wayTo = (place: Place): Edge[] => {
    const edge = cameBy.get(place);
    return edge === undefined ? [] : [...wayTo(edge.from), edge];
  };
  const chosen = new Map<string, Edge[]>();
  for (const edge of walk.edges) {
    const key = JSON.stringify([standsIn(edge.from).at(-1), edge.event.type, edge.event.by, standsIn(edge.to).at(-1)]);
    if (!chosen.has(key)) chosen.set(key, [...wayTo(edge.from), edge]);
  }
  const ways = [...chosen.values()];
  const inside = new Set(ways.flatMap((way) => way.slice(0, -1)));
  return ways.filter((way) => !inside.has(way.at(-1) as Edge));
}
