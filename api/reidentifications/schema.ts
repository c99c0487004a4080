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
  approve: { body: z.strictObject({}), roles: staff('support') },
  refuse: { body: z.strictObject({ reasons }), roles: staff('support') },
} satisfies Commands;

export const ReidentificationFacts = z.object({
  account: z.uuid(),
  number: z.string().nullable().meta({ description: 'The new number, masked; null where it was erased', example: '+7701•••••67' }),
  proof: z.enum(PROOFS).meta({ description: 'By what the person behind the request was known' }),
  evidence: z
    .string()
    .nullable()
    .meta({ description: 'What the documents show: for the operator alone, as the one who holds the account’s device may be its thief' }),
  checkBy: z.string().nullable(),
  coolingOffUntil: z.string().nullable().meta({ description: 'When the number changes if nobody objects' }),
  refused: z
    .object({
      by: z.enum(['account', 'operator', 'number']).meta({ description: '`number`: another person has it' }),
      at: z.string(),
      reasons: z.string().nullable(),
    })
    .nullable(),
});
