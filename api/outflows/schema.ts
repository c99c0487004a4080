import { z } from 'zod';
import { COMPONENTS } from '../../rules/withholding.ts';
import { freeText } from '../free-text.ts';
import { month } from '../resource/fields.ts';
import { lifeId } from '../resource/public-id.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

/** What money that went out can have paid, by the kind of its life. */
export const PAID_KINDS = ['payout', 'bank-order', 'inflow', 'social-transfer'] as const;

/** By the command's name in the chart. */
export const COMMANDS = {
  match: {
    body: z.strictObject({
      kind: z.enum(PAID_KINDS).meta({
        description: 'A payout by the bank, a whole payment order, money that was sent back (it was recorded before), or a social transfer',
      }),
      id: z.union([lifeId, month]),
      component: z.enum(COMPONENTS).optional().meta({
        description:
          'Of a social transfer: what the entry paid. Default: what was recorded before with this sum, or else all that is not paid yet',
      }),
    }),
    roles: staff('money', 'finance'),
  },
  setAside: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
} satisfies Commands;

const Paid = z.object({ kind: z.enum(PAID_KINDS), id: z.string(), component: z.enum(COMPONENTS).nullable() });

export const OutflowFacts = z.object({
  amount: Money,
  on: z.string(),
  payer: z.string().nullable().meta({ description: 'The other side, as the statement names it' }),
  identifier: z.string().nullable().meta({ description: 'IIN or BIN, as the statement names it' }),
  purpose: z.string().nullable(),
  reference: z.string().nullable().meta({ description: "The bank's number of the entry" }),
  pays: Paid.nullable().meta({ description: 'What it paid' }),
  candidates: z
    .array(Paid.extend({ because: z.array(z.enum(['number', 'payee', 'sum'])) }))
    .meta({ description: 'In suspense: what it may have paid, the likeliest first' }),
});
