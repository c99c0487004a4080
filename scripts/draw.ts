/** Draws every life's chart into docs/charts, or into the folder that is named. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { render } from 'state-machine-cat';
import { lifeTypes } from '../charts/index.ts';
import type { Language } from '../charts/messages.ts';
import type { PublishedChart } from '../charts/publish.ts';
import { published } from '../charts/publish.ts';
import { diagramOf, keyOf } from './diagram.ts';
import { dotOf } from './dot.ts';
import type { Diagram } from './stages.ts';
import { heightOf, LANGUAGES, LENGTHS, overviewOf, PAGE, stageOf, stagesOf, wholeOf, widthOf } from './stages.ts';

/** A letter of twelve points may become one of nine. */
const SMALLEST = 0.75;

/** Labels stay readable where they cross a line. */
const HALO = '<style>text { paint-order: stroke; stroke: white; stroke-width: 3px; }</style>';

const [folder = fileURLToPath(new URL('../docs/charts', import.meta.url))] = process.argv.slice(2);

function write(file: string, title: string, svg: string): void {
  writeFileSync(join(folder, file), `${svg.trim().replaceAll('state transitions', title)}\n`);
}

const graphviz = await Graphviz.load();

/** Of all layouts of a part the lowest that is no wider than a page; where there is none, a wider one that is made smaller, so far as it can be read. */
function drawPart(file: string, title: string, language: Language, diagram: Diagram): void {
  const svgs = LENGTHS.flatMap((length) =>
    (['TB', 'LR'] as const).map((direction) => graphviz.dot(dotOf(diagram, language, { direction, length }))),
  );
  const layouts = svgs.map((svg) => {
    const scale = Math.min(1, PAGE / widthOf(svg));
    return { svg, scale, height: heightOf(svg) * scale };
  });
  const largest = Math.max(...layouts.map(({ scale }) => scale));
  const least = [1, SMALLEST].find((bound) => largest >= bound) ?? largest;
  const [best] = layouts.filter(({ scale }) => scale >= least).toSorted((one, other) => one.height - other.height);
  const { svg, scale } = best as (typeof layouts)[number];
  const [width, height] = [widthOf(svg), heightOf(svg)].map((length) => `${Math.floor(length * scale)}pt`);
  const sized = svg.replace(/<svg width="\d+pt" height="\d+pt"/, `<svg width="${width}" height="${height}"`);
  write(file, title, sized.replace('<title>chart</title>', `<title>${title}</title>`));
}

/** A whole chart in one picture, however wide. */
async function wholeSvg(chart: PublishedChart): Promise<string> {
  const svg = await render(JSON.stringify(diagramOf(chart)), {
    inputType: 'json',
    outputType: 'svg',
    direction: 'top-down',
    dotGraphAttrs: [
      { name: 'ranksep', value: '0.45' },
      { name: 'nodesep', value: '0.4' },
    ],
  });
  return String(svg);
}

mkdirSync(folder, { recursive: true });
for (const [life, law] of Object.entries(lifeTypes)) {
  const chart = published(law);
  const whole = await wholeSvg(chart);
  write(`${life}.svg`, life, whole.replace('<g id="graph0"', `${HALO}\n<g id="graph0"`));
  const isSmall = widthOf(whole) <= PAGE;
  for (const language of LANGUAGES) {
    drawPart(`${life}.overview.${language}.svg`, life, language, isSmall ? wholeOf(chart, language) : overviewOf(chart, language));
    if (isSmall) continue;
    for (const stage of stagesOf(chart))
      drawPart(`${life}.${keyOf(stage.id)}.${language}.svg`, `${life} ${keyOf(stage.id)}`, language, stageOf(chart, stage, language));
  }
}
