/** A month of the books, and the bodies of its commands. */
import { z } from 'zod';
import { freeText } from '../free-text.ts';
import type { Commands } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';
import { sha256 } from '../signings/schema.ts';

export const CLOSE_ROLES = staff('money', 'finance');

/** By the command's name in the chart. A month is closed at `/v1/operator/months/{month}/close`, because its life begins with that. */
export const COMMANDS = {
  reopen: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
} satisfies Commands;

export const MonthFacts = z.object({
  month: z.string().meta({ example: '2026-11' }),
  totals: sha256.meta({ description: 'Of the books of the month as they were closed last' }),
});

export const CloseMonth = z.strictObject({ totals: sha256.meta({ description: '`totals` of the month as you have seen it' }) });

const OBSTACLES = ['notOver', 'suspense', 'unbilled', 'differences', 'notCompared', 'ledgerFaults'] as const;
const Obstacle = z.object({
  kind: z.enum(OBSTACLES),
  count: z.int(),
  words: z.string().meta({ description: 'What it is, and what to do' }),
  href: z.string().nullable(),
});

const Counted = z.object({ count: z.int(), amount: Money });

export const Month = z
  .object({
    month: z.string(),
    state: z.enum(['open', 'closed']),
    closings: z
      .array(z.string())
      .meta({ description: 'The chain of each closing, with who closed the month and opened it again. The last one counts' }),
    totals: sha256.meta({ description: 'Of what is closed: `accounts` and `received`' }),
    agrees: z.boolean().nullable().meta({ description: 'Whether the books are still what was closed last. Null before' }),
    accounts: z
      .array(z.object({ kind: z.string(), name: z.string(), opening: Money, debits: Money, credits: Money, closing: Money }))
      .meta({
        description: 'The turnover of each kind of account by the moments of posting. A balance is positive on the side of its kind',
      }),
    received: Money.meta({ description: "What came to the operator's bank account by the bank's own days: compare it with the statement" }),
    revenue: z
      .array(
        z.object({
          rate: z.int().nullable().meta({ description: 'Basis points of a commission' }),
          perMonth: Money.nullable().meta({ description: 'Of a subscription' }),
          fees: z.int(),
          amount: Money,
        }),
      )
      .meta({ description: 'The fees of the month by tariff, before credit notes' }),
    invoices: z
      .object({ drawn: Counted, unpaid: Counted })
      .meta({ description: 'Drawn in the month, and what is unpaid of them now, without penalties' }),
    suspense: Money.meta({ description: "What came by the month's last day and is not known yet for what" }),
    payoutsInTransit: Money.meta({ description: 'Ordered now, and not confirmed' }),
    socialPayable: Money.meta({ description: 'Social payments withheld, to be transferred, when the month ended' }),
    obstacles: z.array(Obstacle).meta({ description: 'What stands in the way of closing' }),
  })
  .meta({ id: 'Month' });
