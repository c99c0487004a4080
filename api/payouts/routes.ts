/** Payouts: their status, what is withheld of them, and the operator's commands to try one again or to send one that waits. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { paysDebt } from '../../charts/payment/types.ts';
import { providerName } from '../../charts/payout/providers.ts';
import type { PayoutContext, PayoutTax } from '../../charts/payout/types.ts';
import { PAYOUT_WAITS } from '../../charts/payout/types.ts';
import { lifeNow } from '../../lives/external-event.ts';
import { readDetails } from '../../models/stores/payout-details.ts';
import type { Platform } from '../../platform.ts';
import { maskedDetails, PAYOUT_FAULTS } from '../../rules/payout-details.ts';
import { TAX_WAITS } from '../../rules/payout-tax.ts';
import { COMPONENTS } from '../../rules/withholding.ts';
import { freeText } from '../free-text.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import { amongStaff } from '../resource/redaction.ts';
import type { Resource } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { staff } from '../roles.ts';
import type { Route } from '../route.ts';
import { FAULT_WORDS, WAIT_WORDS } from './words.ts';

const Withheld = z
  .object({
    component: z.enum(COMPONENTS).meta({ description: 'ОПВ, ОПВР, СО, ВОСМС' }),
    parameter: z.string().meta({ description: 'The dated parameter of the rate' }),
    basisPoints: z.int(),
    source: z.string().meta({ description: 'The law behind the rate' }),
    amount: Money,
  })
  .meta({
    id: 'Withheld',
    description: 'A social payment that the operator withholds as a tax agent, rounded to a tenge, half a tenge up',
  });

const Tax = z
  .object({
    day: z.string().meta({ description: 'The day of payment in Almaty. Its rates and the status proved on it count' }),
    status: z.string().nullable().meta({ description: 'The proved tax status; null if none was proved' }),
    exemption: z.string().nullable(),
    gross: Money,
    income: Money.meta({ description: 'What of the gross sum pays for work. The rest bears no tax' }),
    withheld: z.array(Withheld),
    net: Money.meta({ description: 'What the provider is told to pay' }),
    month: z.object({ paid: Money, limit: Money }).nullable().meta({
      description: 'What the self-employed person was paid through the platform in the month, with this payment, and the most that may be',
    }),
    excess: Money.nullable().meta({ description: 'What of it is above the limit of the month' }),
  })
  .meta({ id: 'PayoutTax' });

const presentTax = (amount: string, { day, status, exemption, income, withheld, net, month, excess }: PayoutTax): z.output<typeof Tax> => ({
  ...{ day, status: status ?? null, exemption: exemption ?? null, gross: money(amount), income: money(income) },
  withheld: withheld.map((part) => ({ ...part, amount: money(part.amount) })),
  net: money(net),
  month: month ? { paid: money(month.paid), limit: money(month.limit) } : null,
  excess: excess === undefined ? null : money(excess),
});

export function payoutRoutes(platform: Platform): Route[] {
  const resource: Resource<PayoutContext> = {
    kind: 'payout',
    path: 'payouts',
    listed: true,
    type: lifeTypes.payout,
    // What the provider said of a fault.
    ...amongStaff(['failed']),
    commands: {
      tryAgain: { body: z.strictObject({}), roles: staff('money', 'finance') },
      allow: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
      reportRefused: {
        body: z.strictObject({ reason: z.enum(PAYOUT_FAULTS), reasons: freeText(4_000) }),
        roles: staff('money', 'finance'),
      },
      payInFull: { body: z.strictObject({ reasons: freeText(4_000) }), roles: staff('money', 'finance') },
    },
    // The second person confirms what the first one saw: no allowance for details that were named in between.
    async prepare(name, body, { id }) {
      if (name !== 'allow') return body;
      const { wait } = ((await lifeNow(platform.lives, id))?.context ?? {}) as Partial<PayoutContext>;
      return { ...body, details: wait?.details ?? '' };
    },
    facts: z.object({
      amount: Money,
      debt: z
        .string()
        .nullable()
        .meta({ description: 'The debt that is paid, if the payout is not for a task. `contractor` is then the payee' }),
      tax: Tax.nullable().meta({
        description: 'How it is taxed, once it was sent. Null after it came back, because it is taxed anew when it is sent again',
      }),
      paidBy: z
        .string()
        .nullable()
        .meta({ description: 'Who pays the payee: the provider, or the operator’s bank where the provider does not pay to these details' }),
      order: z.string().nullable().meta({ description: 'The payment order to the bank that it stands in, or stood in' }),
      heldBy: z.string().nullable().meta({ description: 'The payment provider that holds the money, or has sent it' }),
      to: z.string().nullable().meta({ description: 'Where it goes, masked' }),
      waitsFor: z
        .object({
          reason: z.enum([...PAYOUT_WAITS, ...TAX_WAITS]),
          words: z.string(),
          until: z.string().nullable(),
          by: z.string().nullable(),
        })
        .nullable()
        .meta({
          description:
            'Why it is not sent: `until` the moment at which it is tried again by itself, and `by` when two of the staff decide about a tax regime that is not proved',
        }),
      fault: z
        .object({ reason: z.enum(PAYOUT_FAULTS), words: z.string() })
        .nullable()
        .meta({ description: 'Why the bank did not take it, or sent it back. All but `bank` need other details' }),
    }),
    async present({ parent, amount, tax, provider, bank, order, details, wait, fault }, { language, party }) {
      const to = details === undefined ? undefined : await readDetails(platform.lives.database, details);
      return {
        amount: money(amount),
        debt: paysDebt({ parent }) ? publicId(parent) : null,
        tax: tax ? presentTax(amount, tax) : null,
        paidBy: bank ?? (provider === undefined ? null : providerName(provider, language)),
        order: order === undefined || party !== 'operator' ? null : publicId(order),
        heldBy: provider === undefined ? null : providerName(provider, language),
        to: to === undefined ? null : maskedDetails(to),
        waitsFor: wait
          ? { reason: wait.reason, words: WAIT_WORDS[wait.reason][language], until: wait.until ?? null, by: wait.by ?? null }
          : null,
        fault: fault ? { reason: fault, words: FAULT_WORDS[fault][language] } : null,
      };
    },
  };
  return lifeRoutes(platform, resource);
}
