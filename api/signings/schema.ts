/** The bodies of a signing's commands, and its response. */
import { z } from 'zod';
import { freeText } from '../free-text.ts';
import type { Commands } from '../resource/resource.ts';
import { members } from '../roles.ts';

export const sha256 = z
  .string()
  .length(64)
  .toLowerCase()
  .regex(/^[0-9a-f]+$/)
  .meta({ description: 'The SHA-256 of the document that is confirmed, in hex' });

/** By the command's name in the chart. */
export const COMMANDS = {
  sign: { body: z.strictObject({ sha256 }), roles: members('signatory'), finishes: true },
  refuse: { body: z.strictObject({ reasons: freeText(4_000) }), roles: members('signatory'), finishes: true },
} satisfies Commands;

const party = z.enum(['customer', 'contractor']);

export const SigningFacts = z.object({
  task: z.uuid().nullable().meta({ description: 'The task, if the document was ordered by one' }),
  of: z.string().meta({ description: 'Where the life is shown that ordered the document: a task, a dispute or a debt' }),
  document: z.object({ kind: z.string(), sha256: z.string(), href: z.string() }),
  order: z.array(party).meta({ description: 'The parties who confirm, in this order' }),
  confirmations: z
    .array(z.object({ party, at: z.string() }))
    .meta({ description: 'Confirmations of the hash by authenticated parties (1.4). They are not electronic signatures' }),
  refused: z
    .object({ party, at: z.string(), reasons: z.string().nullable().meta({ description: 'Null if the reasons were erased' }) })
    .nullable(),
});
