/** The reviews of a task: written by its two parties, blind to each other, and published together. */

import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { ErasableRef } from '../../charts/law.ts';
import type { Author, ReviewContext, Written } from '../../charts/review/types.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource, Spoken } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import type { Review } from './schema.ts';
import { REVIEW_COMMANDS, ReviewFacts } from './schema.ts';

const authors = ['customer', 'contractor'] as const;
const otherOf = (author: Author): Author => (author === 'customer' ? 'contractor' : 'customer');

const referencesOf = ({ note, reply, blocked }: Written): string[] => [note, reply, blocked].flatMap((each) => each?.text ?? []);

export const reviewRoutes = (platform: Platform): Route[] => {
  const resource: Resource<ReviewContext> = {
    kind: 'review',
    path: 'reviews',
    type: lifeTypes.review,
    commands: REVIEW_COMMANDS,
    facts: ReviewFacts,

    async present({ closesAt, publishedAt, written }) {
      const texts = await readTexts(platform.lives.database, Object.values(written).flatMap(referencesOf));
      const read = (field: string, reference: ErasableRef | undefined): string | null =>
        (texts.get(reference?.text ?? '')?.[field] as string | undefined) ?? null;
      const reviews = authors.flatMap((party): z.output<typeof Review>[] => {
        const { stars, note, blocked } = written[party] ?? {};
        if (stars === undefined) return [];
        const reply = read('message', written[otherOf(party)]?.reply);
        return [{ party, stars, text: read('note', note), reply, blocked: read('reasons', blocked) }];
      });
      return { closesAt, publishedAt: publishedAt ?? null, reviews };
    },

    /** Before the publication a party sees only its own review. */
    redactContext(context, party) {
      if (context.publishedAt !== undefined || party === 'operator') return undefined;
      return { ...context, written: Object.fromEntries(Object.entries(context.written).filter(([author]) => author === party)) };
    },

    /** Texts that the operator blocked are removed from every response (4.4.3). */
    withheld(spoken) {
      const blocks = spoken.filter(({ type }) => type === 'block');
      const isBlocked = ({ seq, by }: Spoken): boolean =>
        blocks.some((block) => block.seq > seq && (block.input as { party: Author }).party === by);
      return new Set(spoken.filter(isBlocked).map(({ seq }) => seq));
    },
  };
  return lifeRoutes(platform, resource);
};
