/** The bodies of a verification's commands, and its response. */
import { z } from 'zod';
import { VERIFICATION_KINDS } from '../../charts/verification/types.ts';
import { fileIds } from '../files/hanging.ts';
import { freeText } from '../free-text.ts';
import { instant } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { members, staff } from '../roles.ts';

const reasons = freeText(4_000);
const version = z
  .int()
  .min(1)
  .max(1_000)
  .meta({ description: 'The last part of the answer that the caller has read. The decision is about it' });

const deciding = staff('identity', 'moderator', 'finance');

/** By the command's name in the chart. */
export const VERIFICATION_COMMANDS = {
  submit: {
    body: z.strictObject({
      evidence: freeText(4_000).meta({ description: 'What each of the files shows' }),
      files: fileIds,
    }),
    roles: members('manager', 'signatory', 'accountant'),
    always: true,
  },
  askAgain: {
    body: z.strictObject({
      reasons,
      workingDays: z.int().min(1).max(30).optional().meta({ description: 'The new term. Default: the usual term' }),
    }),
    roles: deciding,
  },
  approve: { body: z.strictObject({ version }), roles: deciding },
  refuse: { body: z.strictObject({ version, reasons }), roles: deciding },
  withdraw: { body: z.strictObject({ reasons: reasons.optional() }), roles: deciding },
} satisfies Commands;

const erasable = z.string().nullable().meta({ description: 'Null if it was erased' });

export const VerificationFacts = z.object({
  account: z.uuid(),
  kinds: z.array(z.enum(VERIFICATION_KINDS)),
  what: erasable.meta({ description: 'The documents requested, and the reason' }),
  round: z.int().meta({ description: 'The number of times documents have been requested' }),
  answerBy: z.string(),
  lapseBy: z.string().meta({ description: 'The last moment for a late answer' }),
  askedAgain: z.object({ at: instant, reasons: erasable }).nullable(),
  submissions: z.array(
    z.object({
      version: z.int(),
      round: z.int(),
      at: instant,
      documents: z.array(z.object({ file: z.uuid(), sha256: z.string() })),
      evidence: erasable,
    }),
  ),
  decision: z.object({ at: instant, reasons: erasable }).nullable(),
});
