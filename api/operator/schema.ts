/** The query and the answer of the operator's work list. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { allTransitions } from '../../charts/judge.ts';
import type { TransitionLaw } from '../../charts/law.ts';
import { PROPOSAL_KIND, UNEXPECTED_KIND } from '../../models/stores/work.ts';
import { wholeNumber } from '../route.ts';

const DUTIES = [
  ...new Set(
    Object.values(lifeTypes).flatMap(({ chart }) =>
      allTransitions(chart).flatMap(({ meta }) => (meta as TransitionLaw | undefined)?.duty ?? []),
    ),
  ),
];

export const WorkQuery = z.strictObject({
  kind: z.enum([...DUTIES, UNEXPECTED_KIND, PROPOSAL_KIND]).optional(),
  limit: wholeNumber(1, 100).default(20),
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the page before' }),
});

const WorkItem = z
  .object({
    number: z.int().meta({ description: 'The place in the list' }),
    kind: z.string(),
    title: z.string(),
    since: z.string(),
    life: z.string().meta({ description: 'The kind of matter that waits: payment, dispute ...' }),
    lifeNumber: z.int(),
    href: z.string().meta({ description: 'Where the matter stands, with the commands that end the waiting' }),
    answer: z
      .string()
      .nullable()
      .meta({ description: 'The answer that nobody expected; marked as seen at /v1/operator/work/{number}/seen' }),
  })
  .meta({ id: 'WorkItem' });

export const WorkList = z.object({ items: z.array(WorkItem), next: z.string().nullable() }).meta({ id: 'WorkList' });

export const Seen = z.object({ number: z.int(), seenAt: z.string() });
