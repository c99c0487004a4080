/** The bodies of the commands of a tax invoice, and its response. */
import { z } from 'zod';
import { freeText } from '../free-text.ts';
import { civilDate } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

export const FINANCE = staff('ordinary', 'finance');

const registration = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9/-]+$/)
  .meta({ description: 'The number that the system of electronic invoices gave', example: 'ESF-240140000011-20261201-12345678' });
const on = civilDate.meta({ description: 'The day that the system shows' });
const registered = z.strictObject({ registration, on });

/** By the command's name in the chart. */
export const COMMANDS = {
  record: { body: registered, roles: FINANCE },
  correct: { body: registered, roles: FINANCE },
  annul: { body: z.strictObject({ on, reasons: freeText(2_000) }), roles: FINANCE },
} satisfies Commands;

export const TaxInvoiceFacts = z.object({
  invoice: z.string().meta({ description: 'The invoice whose services it is of' }),
  paper: z.string().meta({ description: 'The act of services, or the credit note that lowers it' }),
  amount: Money.meta({ description: 'With the tax. Negative for a credit note' }),
  turnoverOn: z.string().meta({ description: 'The day from which the term runs' }),
  dueOn: z.string().meta({ description: 'The last day of the term' }),
  registered: z
    .array(z.object({ registration: z.string(), on: z.string() }))
    .meta({ description: 'All that were registered. The last one counts, unless it was annulled' }),
  annulledOn: z.string().nullable(),
  file: z.string().meta({ description: 'The XML to upload into the system' }),
});
