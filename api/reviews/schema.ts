/** The bodies of the commands of a task's reviews, and their response. */
import { z } from 'zod';
import { fileIds, hungFiles } from '../files/hanging.ts';
import { freeText } from '../free-text.ts';
import { instant } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { members, staff } from '../roles.ts';

const party = z.enum(['customer', 'contractor']);

/** By the command's name in the chart. */
export const REVIEW_COMMANDS = {
  write: {
    body: z.strictObject({ stars: z.int().min(1).max(5), note: freeText(4_000).optional(), files: fileIds }),
    roles: members('manager'),
  },
  reply: { body: z.strictObject({ message: freeText(2_000), files: fileIds }), roles: members('manager') },
  block: { body: z.strictObject({ party, reasons: freeText(4_000) }), roles: staff('sanction', 'moderator') },
} satisfies Commands;

export const Review = z
  .object({
    party: party.meta({ description: 'The author, who reviews the other party' }),
    stars: z.int(),
    text: z.string().nullable(),
    files: hungFiles.unwrap().meta({ description: 'What was given with the review, in its last version' }),
    reply: z.string().nullable().meta({ description: 'The reply of the other party' }),
    replyFiles: hungFiles.unwrap().meta({ description: 'What was given with the reply' }),
    blocked: z.string().nullable().meta({ description: "The operator's reasons for blocking the texts and files of this party (4.4.3)" }),
  })
  .meta({ id: 'Review' });

export const ReviewFacts = z.object({
  closesAt: instant,
  publishedAt: instant.nullable(),
  reviews: z.array(Review).meta({ description: "The reviews visible to the caller. Before publication, only the caller's own" }),
});
