/** The published charts, as data and as pictures. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { z } from 'zod';
import { published } from '../../charts/publish.ts';
import type { Lives, PublishedLifeType } from '../../lives/lives.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const pictured = z.strictObject({
  stage: z
    .string()
    .regex(/^[A-Za-z]{1,40}$/)
    .optional()
    .meta({
      description: 'A stage of a chart that is drawn in parts, such as `agreed`. `overview` returns all stages, or all of a small chart',
    }),
  language: z
    .enum(['kk', 'ru', 'en'])
    .optional()
    .meta({ description: 'The language of the picture. Without `stage` it returns the overview. Default with `stage`: English' }),
});
const withLife = z.strictObject({ life: z.string().max(40) });
const Chart = z
  .looseObject({
    life: z.string(),
    hash: z.string(),
    number: z.int().meta({ description: 'The version number. It increases with each published chart of this life type' }),
  })
  .meta({ id: 'Chart', description: 'The states, the transitions with their party and clause, and the texts' });

const FOLDER = new URL('../../docs/charts/', import.meta.url);
/** Pictures are documentation. Without them the server still starts, and each picture is not found. */
function readPictures(log: Logger): Map<string, string> {
  try {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.svg'));
    return new Map(names.map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]));
  } catch (err) {
    log.error({ err }, 'pictures.missing');
    return new Map();
  }
}

export function chartRoutes({ types, log }: Lives): Route[] {
  const kindOf = (life: string): PublishedLifeType => {
    if (!Object.hasOwn(types, life)) throw new Problem('not-found');
    return types[life] as PublishedLifeType;
  };
  const pictures = readPictures(log);
  const charts = new Map<string, object>();
  const stagesOf = (life: string): string[] =>
    [...pictures.keys()]
      .filter((name) => name.startsWith(`${life}.`) && name.endsWith('.en.svg'))
      .map((name) => name.split('.')[1] as string);

  return [
    route({
      method: 'get',
      path: '/v1/charts',
      operation: 'listCharts',
      summary: 'The life types, with links to their charts',
      access: 'public',
      answers: {
        200: z.object({
          items: z.array(z.object({ life: z.string(), hash: z.string(), number: z.int(), href: z.string(), picture: z.string() })),
        }),
      },
      problems: [],
      async handle() {
        const items = Object.entries(types).map(([life, { chartHash, chartNumber }]) => ({
          life,
          hash: chartHash,
          number: chartNumber,
          href: `/v1/charts/${life}`,
          picture: `/v1/charts/${life}.svg`,
        }));
        return { body: { items } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/charts/{life}.svg',
      operation: 'drawChart',
      summary: 'The picture of a chart, of its stages or of one stage',
      access: 'public',
      params: withLife,
      query: pictured,
      answers: { 200: z.string() },
      contentType: 'image/svg+xml; charset=utf-8',
      cacheable: true,
      problems: ['invalid-input'],
      async handle({ params: { life }, query: { stage = 'overview', language } }) {
        kindOf(life);
        const whole = stage === 'overview' && language === undefined;
        const picture = pictures.get(whole ? `${life}.svg` : `${life}.${stage}.${language ?? 'en'}.svg`);
        if (picture !== undefined) return { body: picture };
        if (!pictures.has(`${life}.svg`)) throw new Problem('not-found');
        const message = `one of ${stagesOf(life).join(', ')}`;
        throw new Problem('invalid-input', { detail: message, errors: [{ path: 'stage', message }] });
      },
    }),
    route({
      method: 'get',
      path: '/v1/charts/{life}',
      operation: 'readChart',
      summary: 'The published chart of a life type: states, transitions, parties, timers and clauses',
      access: 'public',
      params: withLife,
      answers: { 200: Chart },
      cacheable: true,
      problems: [],
      async handle({ params: { life } }) {
        const kind = kindOf(life);
        const chart = charts.get(life) ?? { hash: kind.chartHash, number: kind.chartNumber, ...published(kind) };
        charts.set(life, chart);
        return { body: chart };
      },
    }),
  ];
}
