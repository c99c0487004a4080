import { z } from 'zod';
import { EXTRA_CODES } from '../../rules/tariff.ts';
import { oneLine } from '../free-text.ts';
import { civilDate, instant, sumFrom } from '../resource/fields.ts';
import { Money } from '../resource/schema.ts';

const Commission = z
  .strictObject({
    rate: z.int().min(0).max(10_000).meta({ description: 'Hundredths of a per cent of the price of accepted work' }),
    minimum: sumFrom(0).optional().meta({ description: 'The least for a task with accepted work, in tiyn' }),
    maximum: sumFrom(0).optional().meta({ description: 'The most for a task, in tiyn' }),
  })
  .meta({ id: 'Commission' });

const name = oneLine(60);
export const TariffPlan = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,29}$/)
      .meta({ description: 'Small letters, digits and hyphens. `standard` holds for who has chosen none' }),
    name: z.strictObject({ kk: name, ru: name, en: name }),
    commission: Commission.optional(),
    perMonth: sumFrom(1).optional().meta({ description: 'The subscription of a calendar month, in tiyn' }),
  })
  .meta({ id: 'TariffPlan', description: 'Commission on tasks, a subscription for a month, both, or neither: then it is free' });

const Extra = z.strictObject({ code: z.enum(EXTRA_CODES), price: sumFrom(1).meta({ description: 'In tiyn' }) });

export const PublishTariffs = z.strictObject({
  plans: z.array(TariffPlan).min(1).max(20),
  extras: z.array(Extra).max(20).meta({ description: 'What contractors may buy (3.3). What is not here is not offered' }),
  inForceFrom: civilDate.meta({ description: 'The first day of a month in Almaty' }),
});

const Example = z.object({
  parts: z.array(z.object({ work: Money, fee: Money })).meta({ description: 'Work accepted one after the other, and what each adds' }),
  fee: Money.meta({ description: 'What they come to: the same as for the whole at once' }),
});

/** Individual terms get their code from the platform. */
export const OfferPlan = z.strictObject({ account: z.uuid().toLowerCase(), plan: TariffPlan.omit({ code: true }) });

const ShownPlan = z
  .object({
    code: z.string(),
    name: z.string(),
    words: z.array(z.string()).meta({ description: 'What is charged, in the language of the request' }),
    commission: Commission.nullable(),
    perMonth: Money.nullable(),
    examples: z.array(Example),
  })
  .meta({ id: 'ShownTariffPlan' });

const Revision = z
  .object({
    ...{ number: z.int(), inForceFrom: z.string(), publishedAt: instant, plans: z.array(ShownPlan) },
    extras: z
      .array(z.object({ code: z.enum(EXTRA_CODES), name: z.string(), words: z.string(), price: Money }))
      .meta({ description: 'What contractors may buy, with its price: POST /v1/extras orders it' }),
  })
  .meta({ id: 'TariffRevision' });

export const Tariffs = z
  .object({
    inForce: Revision,
    upcoming: z.array(Revision).meta({ description: 'Published and not yet in force. They never change a task that was posted before' }),
    contractors: z.string().meta({ description: 'What contractors pay (3.3), in the language of the request' }),
  })
  .meta({
    id: 'Tariffs',
    description:
      'The plans of the operator (3.2): whose fee a customer pays. Contractors pay nothing but for the extras that they order (3.3)',
  });

export const OwnPlan = z
  .object({
    now: ShownPlan,
    next: ShownPlan.meta({ description: 'From the first day of the next month' }),
    offered: z
      .array(ShownPlan.extend({ until: z.string().meta({ description: 'The last day to choose it' }) }).meta({ id: 'OfferedPlan' }))
      .meta({ description: 'Individual terms that were offered to the account: `choose-plan` agrees to them' }),
  })
  .meta({ id: 'OwnPlan' });
