import { z } from 'zod';
import { AGES } from '../../rules/aged-receivables.ts';
import { civilDate } from '../resource/fields.ts';
import { Money } from '../resource/schema.ts';

export const FinanceQuery = z.strictObject({
  on: civilDate
    .optional()
    .meta({ description: 'As the day ended in Almaty. Default: today. Of a day to come: the penalties expected on it' }),
});

const ages = Object.fromEntries(AGES.map((age) => [age, Money])) as Record<(typeof AGES)[number], typeof Money>;
const Aged = z
  .object({
    ...ages,
    total: Money,
    penalty: Money.meta({ description: 'Accrued to the day and not paid. What of it was booked is also in the ages' }),
  })
  .meta({
    id: 'AgedReceivables',
    description: 'By days after the term. `notDue` has fees that are no line of an invoice, and invoices that were not sent',
  });

export const Finance = z
  .object({
    on: z.string(),
    revenue: z
      .object({
        lines: z.array(
          z.object({
            kind: z.enum(['commission', 'subscription', 'credited', 'extra']),
            rate: z.int().nullable().meta({ description: 'Basis points of a commission' }),
            perMonth: Money.nullable().meta({ description: 'The price of a subscription' }),
            month: Money,
            year: Money,
          }),
        ),
        month: Money,
        year: Money,
      })
      .meta({ description: 'Fees and paid extras booked in the month of the day and in its year, until the day, less credit notes' }),
    providerFees: z
      .object({ month: Money, year: Money })
      .meta({ description: 'What payment providers and banks kept for themselves since the beginnings of the month and of the year' }),
    heldByProvider: z.array(z.object({ provider: z.string(), amount: Money })).meta({ description: 'Negative: the provider is owed' }),
    payoutsInTransit: Money,
    socialPayable: z
      .object({ byDueDay: z.array(z.object({ dueOn: z.string(), month: z.string(), amount: Money })), total: Money })
      .meta({ description: 'What was withheld in each month and not transferred. What was transferred counts for the oldest months' }),
    receivables: z.object({
      total: Aged,
      customers: z.array(Aged.extend({ customer: z.uuid() }).meta({ id: 'AgedReceivablesOfCustomer' })),
    }),
    advances: Money,
    suspense: Money.meta({ description: 'What came to the bank account and is not known for what' }),
    outgoing: Money.meta({ description: 'What left the bank account and is not known for what' }),
  })
  .meta({
    id: 'FinanceFigures',
    description: 'From the ledger, as a day ended. Each sum is that of its accounts in the chart of accounts',
  });
