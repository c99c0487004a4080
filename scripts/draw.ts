/** Draws every life's chart into docs/charts, or into the folder that is named. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { render } from 'state-machine-cat';
import { lifeTypes } from '../charts/index.ts';
import { published } from '../charts/publish.ts';
import { diagramOf } from './diagram.ts';

/** Labels stay readable where they cross a line. */
const HALO = '<style>text { paint-order: stroke; stroke: white; stroke-width: 3px; }</style>';

const [folder = fileURLToPath(new URL('../docs/charts', import.meta.url))] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [life, law] of Object.entries(lifeTypes)) {
  const svg = await render(JSON.stringify(diagramOf(published(law))), {
    inputType: 'json',
    outputType: 'svg',
    direction: 'top-down',
    dotGraphAttrs: [
      { name: 'ranksep', value: '0.45' },
      { name: 'nodesep', value: '0.4' },
    ],
  });
  const named = String(svg).trim().replaceAll('state transitions', life);
  writeFileSync(join(folder, `${life}.svg`), `${named.replace('<g id="graph0"', `${HALO}\n<g id="graph0"`)}\n`);
}
