/** The law itself, as data and as a picture. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { published } from '../../charts/publish.ts';
import type { Lives, PublishedLifeType } from '../../lives/lives.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const withLife = z.strictObject({ life: z.string().max(40) });
const Chart = z
  .looseObject({
    life: z.string(),
    hash: z.string(),
    number: z.int().meta({ description: 'Counts up as the charts of this life type are published' }),
  })
  .meta({ id: 'Chart', description: 'States, transitions with party and clause, and words' });

const pictureOf = (life: string): string | undefined => {
  try {
    return readFileSync(new URL(`../../docs/charts/${life}.svg`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
};

export function chartRoutes({ types }: Lives): Route[] {
  const kindOf = (life: string): PublishedLifeType => {
    if (!Object.hasOwn(types, life)) throw new Problem('not-found');
    return types[life] as PublishedLifeType;
  };
  const pictures = new Map(Object.keys(types).map((life) => [life, pictureOf(life)]));

  return [
    route({
      method: 'get',
      path: '/v1/charts',
      operation: 'listCharts',
      summary: 'The kinds of lives and where their charts are',
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
      summary: 'The picture of a chart',
      access: 'public',
      params: withLife,
      answers: { 200: z.string() },
      contentType: 'image/svg+xml',
      problems: [],
      async handle({ params: { life } }) {
        const picture = pictures.get(kindOf(life) && life);
        if (picture === undefined) throw new Problem('not-found');
        return { body: picture };
      },
    }),
    route({
      method: 'get',
      path: '/v1/charts/{life}',
      operation: 'readChart',
      summary: 'The law of a life: states, transitions, who, when, and under which clause',
      access: 'public',
      params: withLife,
      answers: { 200: Chart },
      problems: [],
      async handle({ params: { life } }) {
        const kind = kindOf(life);
        return { body: { hash: kind.chartHash, number: kind.chartNumber, ...published(kind) } };
      },
    }),
  ];
}
