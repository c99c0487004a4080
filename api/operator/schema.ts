/** The query and the response of the operator's work list. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { allTransitions } from '../../charts/judge.ts';
import type { TransitionLaw } from '../../charts/law.ts';
import { PROPOSAL_KIND, STANDING_KIND, UNDELIVERED_KIND, UNEXPECTED_KIND } from '../../models/stores/work.ts';
import { wholeNumber } from '../route.ts';

const DUTIES = [
  ...new Set(
    Object.values(lifeTypes).flatMap(({ chart }) =>
      allTransitions(chart).flatMap(({ meta }) => (meta as TransitionLaw | undefined)?.duty ?? []),
    ),
  ),
];

export const WorkQuery = z.strictObject({
  kind: z.enum([...DUTIES, STANDING_KIND, UNEXPECTED_KIND, UNDELIVERED_KIND, PROPOSAL_KIND]).optional(),
  limit: wholeNumber(1, 100).default(20),
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the page before' }),
});

const WorkItem = z
  .object({
    number: z.int().meta({ description: 'The place in the list' }),
    kind: z.string(),
    title: z
      .string()
      .meta({ description: 'What waits; of a matter that stands still for long (`standing`) what is awaited, and who may act' }),
    since: z.string(),
    life: z.string().meta({ description: 'The kind of matter that waits: payment, dispute ...' }),
    lifeNumber: z.int(),
    href: z.string().meta({ description: 'Where the matter stands, with the commands that end the waiting' }),
    answer: z
      .string()
      .nullable()
      .meta({ description: 'The answer that nobody expected; marked as seen at /v1/operator/work/{number}/seen' }),
    notice: z
      .object({
        template: z.string(),
        account: z.uuid().nullable().meta({ description: "Whose notice it is; null for the operator's staff" }),
      })
      .nullable()
      .meta({
        description:
          'The legal notice that reached its reader by no channel; once the reader was told otherwise, it is marked as seen at /v1/operator/work/{number}/seen',
      }),
  })
  .meta({ id: 'WorkItem' });

export const WorkList = z.object({ items: z.array(WorkItem), next: z.string().nullable() }).meta({ id: 'WorkList' });

export const Seen = z.object({ number: z.int(), seenAt: z.string() });
