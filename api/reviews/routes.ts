/** The reviews of a task: written by its two parties, blind to each other, and published together. */
import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { ErasableRef, FileRef } from '../../charts/law.ts';
import { redactedFor } from '../../charts/review/readable.ts';
import type { Author, ReviewContext, Written } from '../../charts/review/types.ts';
import { localIdOf } from '../../lives/ids.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { presentFiles } from '../files/hanging.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource, Spoken } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import type { Review } from './schema.ts';
import { REVIEW_COMMANDS, ReviewFacts } from './schema.ts';

const authors = ['customer', 'contractor'] as const;
const otherOf = (author: Author): Author => (author === 'customer' ? 'contractor' : 'customer');

const referencesOf = ({ note, reply, blocked }: Written): string[] => [note, reply, blocked].flatMap((each) => each?.text ?? []);
const hasOwnFiles = ({ files, replyFiles }: Written): boolean => (files ?? replyFiles) !== undefined;

export const reviewRoutes = (platform: Platform): Route[] => {
  const { database } = platform.lives;
  const resource: Resource<ReviewContext> = {
    kind: 'review',
    path: 'reviews',
    type: lifeTypes.review,
    commands: REVIEW_COMMANDS,
    facts: ReviewFacts,

    async present({ closesAt, publishedAt, written }, { id }) {
      const [texts, hung] = await Promise.all([
        readTexts(database, Object.values(written).flatMap(referencesOf)),
        Object.values(written).some(hasOwnFiles) ? presentFiles(database, id) : [],
      ]);
      const read = (field: string, reference: ErasableRef | undefined): string | null =>
        (texts.get(reference?.text ?? '')?.[field] as string | undefined) ?? null;
      const named = (files: FileRef[] = []) => files.flatMap(({ file }) => hung.findLast(({ id: own }) => own === localIdOf(file)) ?? []);
      const reviews = authors.flatMap((party): z.output<typeof Review>[] => {
        const { stars, note, files, blocked } = written[party] ?? {};
        if (stars === undefined) return [];
        const { reply, replyFiles } = written[otherOf(party)] ?? {};
        return [
          {
            ...{ party, stars, text: read('note', note), files: named(files) },
            ...{ reply: read('message', reply), replyFiles: named(replyFiles), blocked: read('reasons', blocked) },
          },
        ];
      });
      return { closesAt, publishedAt: publishedAt ?? null, reviews };
    },

    redactContext: redactedFor,

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
