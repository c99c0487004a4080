/** The bodies of a re-identification's commands, and its response. */
import { z } from 'zod';
import { PROOFS } from '../../charts/reidentification/types.ts';
import { freeText } from '../free-text.ts';
import type { Commands } from '../resource/resource.ts';
import { members, staff } from '../roles.ts';

const reasons = freeText(4_000);

/** By the command's name in the chart. */
export const REIDENTIFICATION_COMMANDS = {
  object: { body: z.strictObject({ reasons: reasons.optional() }), roles: members('manager', 'signatory', 'accountant'), always: true },
  approve: { body: z.strictObject({}), roles: staff('identity', 'support') },
  refuse: { body: z.strictObject({ reasons }), roles: staff('identity', 'support') },
} satisfies Commands;

export const ReidentificationFacts = z.object({
  account: z.uuid(),
  number: z.string().nullable().meta({ description: 'The new number, masked; null where it was erased', example: '+7701•••••67' }),
  proof: z.enum(PROOFS).meta({ description: 'How the person behind the request was identified' }),
  evidence: z.string().nullable().meta({
    description: 'What the documents show. Only the operator sees it, because the holder of the account’s device may have stolen it',
  }),
  checkBy: z.string().nullable(),
  coolingOffUntil: z.string().nullable().meta({ description: 'The moment at which the number changes if nobody objects' }),
  refused: z
    .object({
      by: z
        .enum(['account', 'operator', 'number'])
        .meta({ description: 'Who refused the change. `number`: another person has the number' }),
      at: z.string(),
      reasons: z.string().nullable(),
    })
    .nullable(),
});
