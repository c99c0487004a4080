/** The bodies of the commands of a task's reviews, and their answer. */
import { z } from 'zod';
import { freeText } from '../free-text.ts';

const party = z.enum(['customer', 'contractor']);

/** By the command's name in the chart. A command without one fails the tests. */
export const REVIEW_COMMANDS = {
  write: z.strictObject({ stars: z.int().min(1).max(5), note: freeText(4_000).optional() }),
  reply: z.strictObject({ message: freeText(2_000) }),
  block: z.strictObject({ party, reasons: freeText(4_000) }),
} satisfies Record<string, z.ZodObject>;

export const Review = z
  .object({
    party: party.meta({ description: 'Who wrote it, of the other' }),
    stars: z.int(),
    text: z.string().nullable(),
    reply: z.string().nullable().meta({ description: 'What the other replied' }),
    blocked: z.string().nullable().meta({ description: "The operator's reasons for having blocked the texts of this party (4.4.3)" }),
  })
  .meta({ id: 'Review' });

export const ReviewFacts = z.object({
  closesAt: z.string(),
  publishedAt: z.string().nullable(),
  reviews: z.array(Review).meta({ description: 'As the asker may see them: until they are published, their own alone' }),
});
