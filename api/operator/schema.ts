/** The query and the response of the operator's work list. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { allTransitions } from '../../charts/judge.ts';
import type { TransitionLaw } from '../../charts/law.ts';
import type { WorkPlace } from '../../models/stores/work.ts';
import { DAMAGED_KIND, PROPOSAL_KIND, STANDING_KIND, UNDELIVERED_KIND, UNEXPECTED_KIND } from '../../models/stores/work.ts';
import { instant } from '../resource/fields.ts';
import { wholeNumber } from '../route.ts';

const DUTIES = [
  ...new Set(
    Object.values(lifeTypes).flatMap(({ chart }) =>
      allTransitions(chart).flatMap(({ meta }) => (meta as TransitionLaw | undefined)?.duty ?? []),
    ),
  ),
];

/** A place in the list, as `next` writes it: milliseconds and a number. */
const PLACE = /^(\d{1,15})\.(\d{1,18})$/;

const place = z
  .string()
  .max(34)
  .regex(PLACE)
  .transform((written): WorkPlace => {
    const [, since, number = ''] = PLACE.exec(written) ?? [];
    return { since: new Date(Number(since)), number };
  })
  .meta({ override: { type: 'string', maxLength: 34, pattern: PLACE.source }, description: '`next` of the previous page' });

/** Where the page after a full one begins; null where there is none. */
export const placeAfter = (rows: readonly WorkPlace[], limit: number): string | null => {
  const last = rows.at(-1);
  return rows.length === limit && last !== undefined ? `${last.since.getTime()}.${last.number}` : null;
};

export const WorkQuery = z.strictObject({
  kind: z.enum([...DUTIES, STANDING_KIND, UNEXPECTED_KIND, UNDELIVERED_KIND, DAMAGED_KIND, PROPOSAL_KIND]).optional(),
  limit: wholeNumber(1, 100).default(20),
  after: place.optional(),
});

const WorkItem = z
  .object({
    number: z.int().meta({ description: 'The number of the item. The list is ordered by `since`, then by `number`' }),
    kind: z.string(),
    title: z
      .string()
      .meta({ description: 'The title of the item. For a long inactive matter (`standing`): what is awaited, and who can act' }),
    since: z.string(),
    life: z.string().meta({ description: 'The life type of the matter, such as payment or dispute' }),
    lifeName: z.string().meta({ description: 'What the matter is, in words' }),
    lifeNumber: z.int(),
    dueAt: instant
      .nullable()
      .meta({ description: 'When the platform acts in the matter by itself next: a reminder or what follows. Null if it does not' }),
    href: z.string().meta({ description: 'The address of the matter, with the commands that remove the item' }),
    answer: z.string().nullable().meta({ description: 'The unexpected answer. Mark it as seen at /v1/operator/work/{number}/seen' }),
    notice: z
      .object({
        template: z.string(),
        account: z.uuid().nullable().meta({ description: "The addressee of the notice. Null for the operator's staff" }),
      })
      .nullable()
      .meta({
        description:
          'The legal notice that no channel delivered. Inform its addressee in another way, then mark it as seen at /v1/operator/work/{number}/seen',
      }),
  })
  .meta({ id: 'WorkItem' });

export const WorkList = z.object({ items: z.array(WorkItem), next: z.string().nullable() }).meta({ id: 'WorkList' });

export const Seen = z.object({ number: z.int(), seenAt: instant });
