/** The bodies of a re-identification's commands, and its response. */
import { z } from 'zod';
import { PROOFS } from '../../charts/reidentification/types.ts';
import { freeText } from '../free-text.ts';
import { accountKind, instant } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { members, staff } from '../roles.ts';

const reasons = freeText(4_000);

/** By the command's name in the chart. */
export const REIDENTIFICATION_COMMANDS = {
  object: { body: z.strictObject({ reasons: reasons.optional() }), roles: members('manager', 'signatory', 'accountant'), always: true },
  approve: { body: z.strictObject({}), roles: staff('identity', 'support', 'administrator'), hasRules: true },
  confirm: { body: z.strictObject({}), roles: staff('identity', 'support', 'administrator'), hasRules: true },
  refuse: { body: z.strictObject({ reasons }), roles: staff('identity', 'support', 'administrator'), hasRules: true },
} satisfies Commands;

export const ReidentificationFacts = z.object({
  number: z
    .string()
    .nullable()
    .meta({ description: 'The new number, masked; null where it was erased, and for a company of the person', example: '+7701•••••67' }),
  proof: z
    .enum(PROOFS)
    .nullable()
    .meta({ description: 'How the person behind the request was identified. Null for a company of the person' }),
  evidence: z.string().nullable().meta({
    description: 'What the documents show. Only the operator sees it, because the holder of the account’s device may have stolen it',
  }),
  person: z
    .object({
      name: z.string().nullable(),
      number: z.string().nullable().meta({ description: 'The number before the change, masked' }),
      accounts: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          kind: accountKind,
          member: z.array(z.string()).meta({ description: 'The roles of the person in the account. Empty if the person has left it' }),
        }),
      ),
    })
    .nullable()
    .meta({ description: 'Whose number changes, and every account that the change reaches. Only the operator sees it' }),
  checkBy: z.string().nullable(),
  coolingOffUntil: z.string().nullable().meta({ description: 'The moment at which the number changes if nobody objects' }),
  approvedBy: z.uuid().nullable().meta({ description: 'The account of the staff that approved it first. Another person confirms' }),
  refused: z
    .object({
      by: z
        .enum(['account', 'person', 'operator', 'number'])
        .meta({ description: 'Who refused the change. `number`: another person has the number' }),
      at: instant,
      reasons: z.string().nullable(),
    })
    .nullable(),
});
