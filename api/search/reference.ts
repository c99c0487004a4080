/** The categories and places that posts and searches name, and how results are ordered: for everybody. */
import { z } from 'zod';
import type { Localized } from '../../charts/messages.ts';
import type { Category, Place } from '../../models/reference-trees.ts';
import { CATEGORIES, PLACES } from '../../models/reference-trees.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { CONTRACTOR_ORDERS, ORDER_BASICS, TASK_ORDERS } from './order.ts';
import { SortedBy } from './schema.ts';

const Names = z.object({ kk: z.string(), ru: z.string(), en: z.string() }).meta({ id: 'Names', description: 'A name in each language' });
const node = { code: z.string(), parent: z.string().nullable(), name: Names };

const CategoryList = z
  .object({
    items: z.array(
      z
        .object({
          ...node,
          words: z.object({ kk: z.array(z.string()), ru: z.array(z.string()), en: z.array(z.string()) }),
          construction: z.boolean().meta({ description: 'Construction works: the law asks more of them' }),
        })
        .meta({ id: 'Category' }),
    ),
  })
  .meta({ id: 'CategoryList', description: 'A tree: each item stands before those below it' });

const PlaceList = z
  .object({
    items: z.array(
      z
        .object({
          ...node,
          kind: z.enum(['city', 'region', 'district']),
          otherNames: z.array(z.string()),
          latitude: z.number(),
          longitude: z.number(),
        })
        .meta({ id: 'Place' }),
    ),
  })
  .meta({ id: 'PlaceList', description: 'A tree: each item stands before those below it' });

const presentCategory = ({ code, parent, name, words, construction = false }: Category) => ({ code, parent, name, words, construction });
const presentPlace = ({ code, parent, name, kind, otherNames, latitude, longitude }: Place) => ({
  ...{ code, parent, name, kind, otherNames, latitude, longitude },
});

const SearchRules = z
  .object({ basics: z.string(), tasks: z.array(SortedBy), contractors: z.array(SortedBy) })
  .meta({ id: 'SearchRules', description: 'How search results are ordered, in the language of the caller' });

export function referenceRoutes(): Route[] {
  const categories = { items: CATEGORIES.all.map(presentCategory) };
  const places = { items: PLACES.all.map(presentPlace) };
  return [
    route({
      method: 'get',
      path: '/v1/categories',
      operation: 'listCategories',
      summary: 'The categories of work, with words in three languages',
      access: 'public',
      answers: { 200: CategoryList },
      cacheable: true,
      problems: [],
      async handle() {
        return { body: categories };
      },
    }),
    route({
      method: 'get',
      path: '/v1/places',
      operation: 'listPlaces',
      summary: 'The regions, cities and districts of Kazakhstan',
      access: 'public',
      answers: { 200: PlaceList },
      cacheable: true,
      problems: [],
      async handle() {
        return { body: places };
      },
    }),
    route({
      method: 'get',
      path: '/v1/search-rules',
      operation: 'readSearchRules',
      summary: 'How search results are ordered (law 18-VIII of 2023)',
      access: 'public',
      answers: { 200: SearchRules },
      problems: [],
      async handle({ language }) {
        const inWords = (orders: Record<string, Localized>) =>
          Object.entries(orders).map(([sort, words]) => ({ sort, words: words[language] }));
        return { body: { basics: ORDER_BASICS[language], tasks: inWords(TASK_ORDERS), contractors: inWords(CONTRACTOR_ORDERS) } };
      },
    }),
  ];
}
