/** What an objection and its commands take, and how it and the recorded starts are shown. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { fileIds } from '../files/hanging.ts';
import { freeText } from '../free-text.ts';
import { instant } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { stateOf } from '../resource/schema.ts';
import { members, staff } from '../roles.ts';

export const OBJECT_ROLES = members('manager', 'signatory');
const reasons = freeText(4_000);

export const Raise = z
  .strictObject({
    task: z.uuid().toLowerCase().meta({ description: 'The task whose late or missed start was recorded: `GET /v1/accounts/me/starts`' }),
    reasons: reasons.meta({ description: 'The customer of the task reads them, and so does the operator' }),
    files: fileIds,
  })
  .meta({ id: 'RaiseObjection' });

/** By the command's name in the chart. */
export const OBJECTION_COMMANDS = {
  answer: { body: z.strictObject({ comment: freeText(4_000), files: fileIds }), roles: OBJECT_ROLES },
  excuse: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator') },
  keep: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator') },
  withdraw: { body: z.strictObject({}), roles: OBJECT_ROLES },
} satisfies Commands;

const erasable = z.string().nullable().meta({ description: 'Null if it was erased' });
const outcome = z.enum(['late', 'missed']);

export const ObjectionFacts = z.object({
  task: z.uuid(),
  outcome,
  recordedBy: z.int().meta({ description: 'The event of the task that recorded it: `seq` in its chain' }),
  recordedAt: instant,
  reasons: erasable,
  answerBy: z.string().meta({ description: 'Until then the customer may comment' }),
  decideBy: z.string().meta({ description: 'If the operator has not decided by then, the record counts no more' }),
  answer: z.object({ at: instant, comment: erasable }).nullable(),
  decision: z.object({ at: instant, reasons: erasable }).nullable(),
});

export const RecordedStart = z
  .object({
    task: z.uuid(),
    number: z.int(),
    title: z.string(),
    outcome,
    recordedAt: instant,
    objectUntil: z.string().meta({ description: 'The end of the term to object' }),
    mayObject: z.boolean().meta({ description: 'By `POST /v1/objections`: the term is not over, and there was no objection' }),
    standing: z
      .enum(['counted', 'contested', 'excused'])
      .meta({ description: 'Only what is counted stands in the figures about the contractor' }),
    objection: z.object({ id: z.string(), href: z.string(), state: stateOf(lifeTypes.objection), stateName: z.string() }).nullable(),
  })
  .meta({ id: 'RecordedStart', description: 'A late or missed start of the contractor, as the chain of the task recorded it' });
