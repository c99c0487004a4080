/** Draws every life's chart into docs/charts, or into the folder that is named. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from 'state-machine-cat';
import { lifeTypes } from '../charts/index.ts';
import { published } from '../charts/publish.ts';
import { diagramOf } from './diagram.ts';
import { LANGUAGES, overviewOf, stageOf, stagesOf } from './stages.ts';

/** Labels stay readable where they cross a line. */
const HALO = '<style>text { paint-order: stroke; stroke: white; stroke-width: 3px; }</style>';

const [folder = fileURLToPath(new URL('../docs/charts', import.meta.url))] = process.argv.slice(2);

const widthOf = (svg: string): number => Number(/<svg width="(\d+)pt"/.exec(svg)?.[1]);

async function draw(
  file: string,
  title: string,
  diagram: unknown,
  directions = ['top-down', 'left-right'] as ('top-down' | 'left-right')[],
): Promise<void> {
  const drawn = await Promise.all(directions.map((direction) => svgOf(diagram, direction)));
  const [svg = ''] = drawn.sort((one, other) => widthOf(one) - widthOf(other));
  const named = svg.trim().replaceAll('state transitions', title);
  writeFileSync(join(folder, file), `${named.replace('<g id="graph0"', `${HALO}\n<g id="graph0"`)}\n`);
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
  await draw(`${life}.svg`, life, diagramOf(chart), ['top-down']);
  // Only a chart of several regions is too wide to read in one picture.
  if (chart.regions.length < 2) continue;
  for (const language of LANGUAGES) {
    await draw(`${life}.overview.${language}.svg`, life, overviewOf(chart, language));
    for (const stage of stagesOf(chart)) {
      const name = stage.id.slice(stage.id.lastIndexOf('.') + 1);
      await draw(`${life}.${name}.${language}.svg`, `${life} ${name}`, stageOf(chart, stage, language));
    }
  }
}
