import { z } from 'zod';
import { clausesOf, offerRevisions } from '../../documents/offer.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const Offer = z
  .object({
    id: z.string(),
    effectiveFrom: z.string(),
    language: z.string(),
    sha256: z.string(),
    text: z.string(),
    clauses: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Offer', description: 'The public offer in its present revision' });

/** The text that everybody here acts under. */
export function offerRoutes(): Route[] {
  const today = new Date().toISOString().slice(0, 10);
  const revision = offerRevisions.filter(({ effectiveFrom }) => effectiveFrom <= today).at(-1);
  if (revision === undefined) throw new Error('no revision of the offer is in force');
  const answer = { ...revision, clauses: Object.fromEntries(clausesOf(revision.text)) };
  return [
    route({
      method: 'get',
      path: '/v1/offer',
      operation: 'readOffer',
      summary: 'The public offer: text, hash and clauses',
      access: 'public',
      answers: { 200: Offer },
      problems: [],
      handle: async () => ({ body: answer }),
    }),
  ];
}
