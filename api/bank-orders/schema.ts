import { z } from 'zod';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';

export const FINANCE = staff('money', 'finance');

/** By the command's name in the chart. */
export const COMMANDS = {
  release: { body: z.strictObject({}), roles: FINANCE, hasRules: true },
  dissolve: { body: z.strictObject({}), roles: FINANCE },
} satisfies Commands;

/** A line without the person: who is paid is in the file. */
const Line = z.object({
  nth: z.int().nullable().meta({ description: 'Its number in the order, once that is released' }),
  payout: z.string(),
  task: z.string().nullable().meta({ description: 'The task that it pays for; null if it pays a debt' }),
  amount: Money.meta({ description: 'What the bank pays: after withholding' }),
  state: z.enum(['listed', 'atBank', 'paid', 'back']).meta({ description: '`paid` and `back` by the bank’s statement' }),
});

export const BankOrderFacts = z.object({
  paperNumber: z.string().nullable().meta({ description: 'Once it is released. The numbers of a year have no holes' }),
  asked: z.int().meta({ description: 'Of how many payouts it was made' }),
  count: z.int().nullable().meta({ description: 'Control total: how many lines it has' }),
  total: Money.nullable().meta({ description: 'Control total: what they come to' }),
  hash: z.string().nullable().meta({ description: 'Of the lines that the bank gets (SHA-256 of RFC 8785)' }),
  lines: z.array(Line),
});

export const OrderFile = z
  .object({
    number: z.string(),
    count: z.int(),
    total: Money,
    items: z.array(z.object({ nth: z.int(), contractor: z.uuid(), payout: z.string(), amount: Money })),
    csv: z.string().meta({ description: 'The table for the bank: IBAN, BIC, IIN or BIN, name, sum, КНП, КБе and purpose, in tenge' }),
    register: z.string().meta({ description: 'The same after the message MT102' }),
  })
  .meta({ id: 'BankOrderFile' });
