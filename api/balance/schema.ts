import { z } from 'zod';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
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

const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** Sums of many people may be more than a number of JSON holds exactly. */
const tiyn = z.string().regex(/^\d+$/);

export const BalanceProof = z
  .object({
    day: z
      .object({
        number: z.int(),
        day: z.iso.date(),
        at: z.iso.datetime(),
        leaves: z.int().meta({ description: 'How many accounts are owed something' }),
        root: hex,
        total: tiyn.meta({ description: 'What all are owed, in tiyn' }),
        beside: z
          .object({
            held: tiyn.meta({ description: 'Kept for deals and debts' }),
            social: tiyn.meta({ description: 'Withheld for the State' }),
            providers: z.array(
              z.object({
                name: z.string(),
                booked: z.string().meta({ description: 'The money there by the books' }),
                comparedAt: z.iso.datetime().nullable().meta({ description: 'When that was last compared with the list of the provider' }),
                differences: z.int().meta({ description: 'What differed and is still open' }),
              }),
            ),
          })
          .meta({ description: 'What the books had beside it at that moment, in tiyn' }),
        previous: hex.nullable().meta({ description: 'The head of the day before' }),
        head: hex.meta({ description: 'SHA-256 of the RFC 8785 JSON of all fields before it: this is what the log has' }),
      })
      .nullable()
      .meta({ description: 'The last day on which it was said. `null` before the first' }),
    leaf: z
      .object({ account: z.string(), nonce: hex, sum: tiyn })
      .nullable()
      .meta({ description: 'The caller’s own. `null` if nothing was owed' }),
    path: z.array(z.object({ side: z.enum(['left', 'right']), hash: hex, sum: tiyn })).meta({ description: 'From the leaf upwards' }),
    log: z
      .string()
      .nullable()
      .meta({ description: 'The proof that the head is in the log (C2SP tlog-proof). `null` until a checkpoint has it' }),
  })
  .meta({ id: 'BalanceProof', description: 'Shows that what the caller is owed is in the total. docs/money.md says how to check it' });

const MOST_DAYS = 366;
const FIRST = '2026-01-01';
const day = z.iso.date().refine((date) => date >= FIRST && date < '2200', `Name a day from ${FIRST} to 2199-12-31.`);

/** Both days are included, by the time of Almaty. */
export const periodQuery = z
  .strictObject({
    from: day.optional().meta({ description: 'The first day. Default: the first of the month of `to`' }),
    to: day.optional().meta({ description: 'The last day. Default: today' }),
  })
  .transform(({ from, to = todayInAlmaty() }) => ({ from: from ?? `${to.slice(0, 7)}-01`, to }))
  .refine(({ from, to }) => from <= to && to <= addCalendarDays(from, MOST_DAYS - 1), {
    path: ['to'],
    message: `Name a day that is not before \`from\`, and at most ${MOST_DAYS} days in all.`,
  });
