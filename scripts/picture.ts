/** What a drawing gets beside its boxes: arrows where the boxes stand in one column, and a legend. SVG in, SVG out; lengths are points. */
import type { Language, Localized } from '../charts/messages.ts';
import type { Arrow } from './diagram.ts';
import { COLORS } from './diagram.ts';
import { PARTIES } from './stages.ts';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Between two arrows that run side by side, and between two that leave one box. */
const LANE = 9;
const LINE = 18;
const MARGIN = 8;

/** The boxes by the names of their states. */
export function boxesOf(svg: string): Map<string, Box> {
  const nodes = svg.matchAll(/class="node[^"]*">\s*<title>([^<]+)<\/title>\s*<polygon[^>]* points="([^"]+)"/g);
  const boxes = [...nodes].map(([, name = '', points = '']): [string, Box] => {
    const pairs = points.split(' ').map((pair) => pair.split(',').map(Number) as [number, number]);
    const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
    return [name, { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }];
  });
  return new Map(boxes);
}

/** Lanes for arrows, so that no two that overlap share one: short ones are nearest to the boxes. */
function lanesOf(spans: readonly { from: number; to: number }[]): number[] {
  const lanes: { from: number; to: number }[][] = [];
  const order = spans.map((_, index) => index).sort((one, other) => lengthOf(spans[one]) - lengthOf(spans[other]) || one - other);
  const given = new Map<number, number>();
  for (const index of order) {
    const span = spans[index] as { from: number; to: number };
    const free = lanes.findIndex((lane) => lane.every((other) => other.to < span.from || span.to < other.from));
    const lane = free === -1 ? lanes.push([]) - 1 : free;
    lanes[lane]?.push(span);
    given.set(index, lane);
  }
  return spans.map((_, index) => given.get(index) as number);
}
const lengthOf = (span: { from: number; to: number } | undefined): number => (span === undefined ? 0 : span.to - span.from);

/** Arrows beside boxes that stand in one column: those that lead down on the right, those that lead up on the left. */
export function withArrows(svg: string, arrows: readonly Arrow[]): string {
  const boxes = boxesOf(svg);
  const ends = (name: string): number => arrows.filter(({ from, to }) => from === name || to === name).length;
  const used = new Map<string, number>();
  /** The next free height at a box: each end of an arrow has its own. */
  const port = (name: string): number => {
    const { top, bottom } = boxes.get(name) as Box;
    const number = (used.get(name) ?? 0) + 1;
    used.set(name, number);
    return top + ((bottom - top) * number) / (ends(name) + 1);
  };
  const drawn = arrows.flatMap((arrow) => {
    const [from, to] = [boxes.get(arrow.from), boxes.get(arrow.to)];
    return from === undefined || to === undefined ? [] : [{ arrow, from, to, start: port(arrow.from), end: port(arrow.to) }];
  });
  const edge = {
    left: Math.min(...[...boxes.values()].map(({ left }) => left)),
    right: Math.max(...[...boxes.values()].map(({ right }) => right)),
  };
  const sides = (['right', 'left'] as const).map((side) => {
    const own = drawn.filter(({ start, end }) => end > start === (side === 'right'));
    const lanes = lanesOf(own.map(({ start, end }) => ({ from: Math.min(start, end), to: Math.max(start, end) })));
    const sign = side === 'right' ? 1 : -1;
    const paths = own.map(({ arrow, from, to, start, end }, index) => {
      const x = edge[side] + sign * LANE * ((lanes[index] as number) + 1.5);
      return pathOf(arrow, [from[side], start], x, [to[side], end], sign);
    });
    return { paths, room: LANE * (Math.max(-1, ...lanes) + 2.5) };
  });
  const [right, left] = sides as [(typeof sides)[0], (typeof sides)[0]];
  return grown(svg, { left: left.room, right: right.room }, [...right.paths, ...left.paths].join('\n'));
}

function pathOf(
  { color, class: party }: Arrow,
  [x1, y1]: [number, number],
  lane: number,
  [x2, y2]: [number, number],
  sign: number,
): string {
  const head = `${x2},${y2} ${x2 + sign * 8},${y2 - 4} ${x2 + sign * 8},${y2 + 4}`;
  const line = `M${fixed(x1)},${fixed(y1)} H${fixed(lane)} V${fixed(y2)} H${fixed(x2 + sign * 6)}`;
  return (
    `<g class="edge transition ${party}"><path fill="none" stroke="${color}" stroke-width="1.5" stroke-linejoin="round" d="${line}"/>` +
    `<polygon fill="${color}" stroke="${color}" points="${head
      .split(' ')
      .map((pair) =>
        pair
          .split(',')
          .map((each) => fixed(Number(each)))
          .join(','),
      )
      .join(' ')}"/></g>`
  );
}

const fixed = (length: number): string => String(Math.round(length * 100) / 100);

const ARROWS: Localized = { kk: 'Бағыттаманың түсі:', ru: 'Цвет стрелки:', en: 'Colour of an arrow:' };
const SIGNS: Localized = { kk: '▶ бастапқы күй · ◉ соңы', ru: '▶ начальное состояние · ◉ конец', en: '▶ initial state · ◉ end' };

/** Says under the drawing whose an arrow of each colour is, and what the signs mean. */
export function withLegend(svg: string, language: Language): string {
  const parties = Object.entries(PARTIES).filter(([party]) => svg.includes(`stroke="${COLORS[party]}"`));
  const several: Localized = { kk: 'бірнешеуі немесе өздігінен', ru: 'несколько или само', en: 'several, or by itself' };
  const rows = [
    ...(parties.length > 0
      ? [[ARROWS[language], '#222222'], ...parties.map(([party, name]) => [`→ ${name[language]}`, COLORS[party]])]
      : []),
    ...(parties.length > 0 ? [[`→ ${several[language]}`, '#222222']] : []),
    [SIGNS[language], '#222222'],
  ];
  const { bottom, left } = sizeOf(svg);
  const texts = rows.map(
    ([text, color], index) =>
      `<text x="${fixed(left + MARGIN)}" y="${fixed(bottom + LINE * (index + 1))}" font-family="Helvetica,sans-Serif" font-size="12.00" fill="${color}">${text}</text>`,
  );
  return grown(svg, { below: LINE * rows.length + MARGIN }, `<g class="legend">${texts.join('\n')}</g>`);
}

/** The size of a drawing and the corner of its background, in the units of its content. */
function sizeOf(svg: string): { width: number; height: number; left: number; bottom: number } {
  const [, width, height] = /<svg width="([\d.]+)pt" height="([\d.]+)pt"/.exec(svg) as RegExpExecArray;
  const points = /<polygon fill="white" stroke="none" points="([^"]+)"/.exec(svg)?.[1]?.split(' ') ?? [];
  const pairs = points.map((pair) => pair.split(',').map(Number) as [number, number]);
  return {
    width: Number(width),
    height: Number(height),
    left: Math.min(...pairs.map(([x]) => x)),
    bottom: Math.max(...pairs.map(([, y]) => y)),
  };
}

/** A drawing with more room at its sides or below it, and with more in it. */
function grown(svg: string, { left = 0, right = 0, below = 0 }: { left?: number; right?: number; below?: number }, more: string): string {
  const { width, height } = sizeOf(svg);
  const box = /viewBox="([^"]+)"/.exec(svg)?.[1]?.split(' ').map(Number) as [number, number, number, number];
  const [x, y, w, h] = box;
  const wide = Math.ceil(width + left + right);
  const high = Math.ceil(height + below);
  return svg
    .replace(/<svg width="[\d.]+pt" height="[\d.]+pt"/, `<svg width="${wide}pt" height="${high}pt"`)
    .replace(/viewBox="[^"]+"/, `viewBox="${[x - left, y, w + left + right, h + below].map((each) => each.toFixed(2)).join(' ')}"`)
    .replace(/(<polygon fill="white" stroke="none" points=")[^"]+(")/, (_all, before, after) => {
      const { left: edge, bottom } = sizeOf(svg);
      const [x1, x2, y1, y2] = [edge - left, edge + width + right, bottom - height, bottom + below].map(fixed);
      return `${before}${x1},${y2} ${x1},${y1} ${x2},${y1} ${x2},${y2} ${x1},${y2}${after}`;
    })
    .replace(/<\/g>\s*<\/svg>\s*$/, `${more}\n</g>\n</svg>`);
}
