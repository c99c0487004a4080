import { z } from 'zod';
import { freeText } from '../free-text.ts';
import { account } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

/** By the command's name in the chart. */
export const COMMANDS = {
  match: { body: z.strictObject({ invoice: z.uuid().toLowerCase() }), roles: staff('money', 'finance') },
  keep: { body: z.strictObject({ customer: account }), roles: staff('money', 'finance'), hasRules: true },
  sendBack: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
} satisfies Commands;

export const InflowFacts = z.object({
  amount: Money,
  on: z.string(),
  payer: z.string().nullable(),
  identifier: z.string().nullable().meta({ description: 'IIN or BIN, as the statement names it' }),
  purpose: z.string().nullable(),
  reference: z.string().nullable().meta({ description: "The bank's number of the entry" }),
  invoice: z.string().nullable().meta({ description: 'The invoice that it is applied to' }),
  candidates: z
    .array(z.object({ invoice: z.uuid(), paperNumber: z.string(), because: z.array(z.enum(['number', 'payer', 'sum'])) }))
    .meta({ description: 'In suspense: the invoices that it may be for, the likeliest first' }),
});

export const ImportStatement = z.strictObject({
  format: z.enum(['mt940', 'csv']),
  text: z.string().min(1).max(60_000).meta({
    description: 'The statement as the bank gave it. A longer one is imported by days: what was imported before is not entered twice',
  }),
});

export const Imported = z
  .object({
    entries: z.int(),
    came: z.int().meta({ description: 'Entries of money that came. Others are not entered' }),
    entered: z.int().meta({ description: 'Entered now; the rest was known before' }),
    matched: z.int().meta({ description: 'Of those entered now: applied to an invoice beyond doubt' }),
    sums: Money.meta({ description: 'What all entries of money that came add up to' }),
  })
  .meta({ id: 'ImportedStatement' });
