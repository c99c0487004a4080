import { z } from 'zod';
import { addCalendarDays, civilDate } from '../../rules/working-days.ts';
import { Money } from '../resource/schema.ts';

/** What an account of the books is about. */
const Book = {
  kind: z.enum(['held', 'owed', 'payable', 'receivable', 'advance']),
  name: z.string(),
  about: z
    .string()
    .nullable()
    .meta({ description: 'The task or debt whose money is kept', example: '/v1/tasks/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10' }),
};

export const Balance = z
  .object({
    accounts: z.array(
      z.object({
        ...Book,
        balance: Money,
        coming: Money.meta({ description: 'On its way: a hold that is not captured yet' }),
        going: Money.meta({ description: 'Reserved: a payout or a set-off that is not done yet' }),
      }),
    ),
  })
  .meta({
    id: 'Balance',
    description: 'What is kept for the caller, owed to the caller and owed by the caller, at most a thousand accounts',
  });

export const Statement = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    accounts: z.array(
      z.object({
        ...Book,
        opening: Money,
        entries: z.array(
          z.object({
            at: z.iso.datetime(),
            reason: z.string(),
            life: z.string().meta({ description: 'What brought it about', example: '/v1/payments/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10.1' }),
            papers: z.string().meta({ description: 'The list of its papers' }),
            amount: Money.meta({ description: 'Negative where the balance falls' }),
            balance: Money.meta({ description: 'After it' }),
          }),
        ),
        closing: Money,
      }),
    ),
  })
  .meta({ id: 'AccountStatement', description: 'What was posted in the period, account by account, in the order of posting' });

const MOST_DAYS = 366;
const FIRST = '2026-01-01';
const day = z.iso.date().refine((date) => date >= FIRST && date < '2200', `Name a day from ${FIRST} to 2199-12-31.`);
const today = (): string => civilDate(new Date().toISOString());

/** Both days are included, by the time of Almaty. */
export const periodQuery = z
  .strictObject({
    from: day.optional().meta({ description: 'The first day. Default: the first of the month of `to`' }),
    to: day.optional().meta({ description: 'The last day. Default: today' }),
  })
  .transform(({ from, to = today() }) => ({ from: from ?? `${to.slice(0, 7)}-01`, to }))
  .refine(({ from, to }) => from <= to && to <= addCalendarDays(from, MOST_DAYS - 1), {
    path: ['to'],
    message: `Name a day that is not before \`from\`, and at most ${MOST_DAYS} days in all.`,
  });
