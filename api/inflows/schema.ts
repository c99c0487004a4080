import { z } from 'zod';
import { PAYOUT_FAULTS } from '../../rules/payout-details.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { freeText } from '../free-text.ts';
import { account, month, sumFrom } from '../resource/fields.ts';
import { lifeId } from '../resource/public-id.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

/** What money that came can pay, by the kind of its life. */
export const PAYABLE_KINDS = ['invoice', 'debt'] as const;
const Payable = z.object({ kind: z.enum(PAYABLE_KINDS), id: z.string() });

/** By the command's name in the chart. */
export const COMMANDS = {
  match: {
    body: z.strictObject({ kind: z.enum(PAYABLE_KINDS).meta({ description: 'An invoice, or a debt to the operator' }), id: lifeId }),
    roles: staff('money', 'finance'),
  },
  takeReturn: {
    body: z.strictObject({
      payout: lifeId.meta({ description: 'The payout by the bank that came back, with this sum' }),
      reason: z.enum(PAYOUT_FAULTS).meta({ description: 'What the bank says. All but `bank` ask the payee for other details' }),
    }),
    roles: staff('money', 'finance'),
  },
  takeTransferReturn: {
    body: z.strictObject({
      transfer: month.meta({ description: 'The month of the social transfer of which something came back' }),
      component: z.enum(COMPONENTS),
      contractor: account
        .optional()
        .meta({ description: 'The account of the line that came back. Default: the whole order, with its sum' }),
      reason: z.enum(PAYOUT_FAULTS).meta({ description: 'What the bank says' }),
    }),
    roles: staff('money', 'finance'),
    hasRules: true,
  },
  settle: {
    body: z.strictObject({
      provider: z.enum(['sandbox', 'tiptoppay']).meta({ description: 'Whose money it was until now' }),
      fee: sumFrom(0).meta({
        description:
          'What it kept for itself, by its register: what it collected less what came. Two of the staff decide on a fee that is not that of its contract',
      }),
    }),
    roles: staff('money', 'finance'),
    hasRules: true,
  },
  acceptDifference: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance'), hasRules: true },
  rejectDifference: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
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
  pays: Payable.nullable().meta({ description: 'The invoice or the debt that it is applied to' }),
  payout: z.string().nullable().meta({ description: 'The payout that came back with it' }),
  transfer: z
    .object({ month: z.string(), component: z.enum(COMPONENTS), contractor: z.uuid().nullable() })
    .nullable()
    .meta({ description: 'What of a social transfer came back with it: the line of a contractor, or the whole order' }),
  settlement: z
    .object({
      provider: z.string(),
      fee: Money,
      basisPoints: z.int().nullable().meta({ description: 'Of its contract on the day of the entry. Null if none is known' }),
    })
    .nullable()
    .meta({ description: 'The provider that handed it over, and what it kept' }),
  short: Money.nullable().meta({
    description: 'How much less came back than the payout had paid, while two of the staff have not accepted it',
  }),
  candidates: z
    .array(Payable.extend({ paperNumber: z.string(), because: z.array(z.enum(['number', 'payer', 'sum'])) }))
    .meta({ description: 'In suspense: the invoices and debts that it may be for, the likeliest first' }),
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
    came: z.int().meta({ description: 'Entries of money that came' }),
    went: z.int().meta({ description: 'Entries of money that went out' }),
    entered: z.int().meta({ description: 'Entered now; the rest was known before' }),
    matched: z.int().meta({
      description:
        'Of those entered now: applied beyond doubt to an invoice or a debt, or to a payout or social payments that were paid or came back',
    }),
    sums: Money.meta({ description: 'What all entries of money that came add up to' }),
    paid: Money.meta({ description: 'What all entries of money that went out add up to' }),
  })
  .meta({ id: 'ImportedStatement' });
