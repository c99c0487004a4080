/** Draws every life's chart into docs/charts, or into the folder that is named. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from 'state-machine-cat';
import { lifeTypes } from '../charts/index.ts';
import { published } from '../charts/publish.ts';
import { diagramOf } from './diagram.ts';
import type { Diagram } from './stages.ts';
import { LANGUAGES, overviewOf, PAGE, ROWS, stageOf, stagesOf, widthOf } from './stages.ts';

/** Labels stay readable where they cross a line. */
const HALO = '<style>text { paint-order: stroke; stroke: white; stroke-width: 3px; }</style>';

const [folder = fileURLToPath(new URL('../docs/charts', import.meta.url))] = process.argv.slice(2);

async function draw(
  file: string,
  title: string,
  diagram: unknown,
  directions = ['top-down', 'left-right'] as ('top-down' | 'left-right')[],
): Promise<number> {
  const drawn = await Promise.all(directions.map((direction) => svgOf(diagram, direction)));
  const [svg = ''] = drawn.sort((one, other) => widthOf(one) - widthOf(other));
  const named = svg.trim().replaceAll('state transitions', title);
  writeFileSync(join(folder, file), `${named.replace('<g id="graph0"', `${HALO}\n<g id="graph0"`)}\n`);
  return widthOf(svg);
}

/** Shorter rows make narrower and higher boxes. Without arrows the boxes are in one column; their rows still name each way. */
async function drawNarrow(file: string, title: string, diagramWith: (row: number) => Diagram): Promise<void> {
  for (const row of ROWS) if ((await draw(file, title, diagramWith(row))) <= PAGE) return;
  await draw(file, title, { ...diagramWith(ROWS.at(-1) as number), transitions: [] }, ['left-right']);
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
  const width = await draw(`${life}.svg`, life, diagramOf(chart), ['top-down']);
  if (width <= PAGE) continue;
  for (const language of LANGUAGES) {
    await drawNarrow(`${life}.overview.${language}.svg`, life, (row) => overviewOf(chart, language, row));
    for (const stage of stagesOf(chart)) {
      const name = stage.id.slice(stage.id.lastIndexOf('.') + 1);
      await drawNarrow(`${life}.${name}.${language}.svg`, `${life} ${name}`, (row) => stageOf(chart, stage, language, row));
    }
  }
}
