/** Draws every life's chart into docs/charts, or into the folder that is named. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from 'state-machine-cat';
import { lifeTypes } from '../charts/index.ts';
import type { Language } from '../charts/messages.ts';
import { published } from '../charts/publish.ts';
import { diagramOf } from './diagram.ts';
import { withArrows, withLegend } from './picture.ts';
import type { Diagram } from './stages.ts';
import { LANGUAGES, overviewOf, PAGE, ROWS, stageOf, stagesOf, widthOf } from './stages.ts';

/** Labels stay readable where they cross a line. */
const HALO = '<style>text { paint-order: stroke; stroke: white; stroke-width: 3px; }</style>';

const [folder = fileURLToPath(new URL('../docs/charts', import.meta.url))] = process.argv.slice(2);

function write(file: string, title: string, svg: string): void {
  const named = svg.trim().replaceAll('state transitions', title);
  writeFileSync(join(folder, file), `${named.replace('<g id="graph0"', `${HALO}\n<g id="graph0"`)}\n`);
}

/** Shorter rows make narrower and higher boxes. Where that is not enough, the boxes stand in one column and the arrows beside it. */
async function drawPart(file: string, title: string, language: Language, diagramWith: (row: number) => Diagram): Promise<void> {
  for (const row of ROWS) {
    const svgs = await Promise.all((['top-down', 'left-right'] as const).map((direction) => svgOf(diagramWith(row), direction)));
    const narrow = svgs.map((svg) => withLegend(svg, language)).find((svg) => widthOf(svg) <= PAGE);
    if (narrow !== undefined) return write(file, title, narrow);
  }
  const diagram = diagramWith(ROWS[0] as number);
  // The layout begins at the bottom.
  const column = await svgOf({ states: diagram.states.toReversed(), transitions: [] }, 'left-right');
  write(file, title, withLegend(withArrows(column, diagram.transitions), language));
}

async function svgOf(diagram: unknown, direction: 'top-down' | 'left-right'): Promise<string> {
  const svg = await render(JSON.stringify(diagram), {
    inputType: 'json',
    outputType: 'svg',
    direction,
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
  const whole = await svgOf(diagramOf(chart), 'top-down');
  write(`${life}.svg`, life, whole);
  if (widthOf(whole) <= PAGE) continue;
  for (const language of LANGUAGES) {
    await drawPart(`${life}.overview.${language}.svg`, life, language, (row) => overviewOf(chart, language, row));
    for (const stage of stagesOf(chart)) {
      const name = stage.id.slice(stage.id.lastIndexOf('.') + 1);
      await drawPart(`${life}.${name}.${language}.svg`, `${life} ${name}`, language, (row) => stageOf(chart, stage, language, row));
    }
  }
}
