/** Payments: their status, and the page where the customer pays. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { DECLINE_WORDS } from '../../charts/payment/decline-words.ts';
import type { PaymentContext } from '../../charts/payment/types.ts';
import { paysDebt } from '../../charts/payment/types.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { DECLINES, SAME_CARD } from '../../rules/declines.ts';
import { freeText } from '../free-text.ts';
import { instant, money, tiyn } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import { amongStaff } from '../resource/redaction.ts';
import type { Resource } from '../resource/resource.ts';
import { Money } from '../resource/schema.ts';
import { members, staff } from '../roles.ts';
import type { Route } from '../route.ts';
import { hookRoutes } from './hooks.ts';

const nothing = z.strictObject({});

const facts = z.object({
  amount: Money,
  mode: z.enum(['hold', 'charge', 'prepay']),
  debt: z.string().nullable().meta({
    description: 'The debt that is paid, if the payment is not for a task. `customer` is then the payer and `contractor` the payee',
  }),
  invoice: z.string().nullable().meta({ description: "The operator's invoice that is paid" }),
  extra: z.string().nullable().meta({ description: 'The extra that is paid' }),
  payBy: z.string(),
  held: Money,
  captured: Money,
  refunded: Money,
  takenBack: Money.meta({ description: "The sum that the payer's bank took back after the payment" }),
  lost: Money.meta({
    description:
      'The total loss of the operator by this payment. The bank took the money back after the payee had received it, or the payer got it back twice. The command close-loss records the recovered part',
  }),
  recovered: Money.nullable().meta({ description: 'The part of the loss that the operator has recovered. Only the operator sees it' }),
  page: z.string().nullable().meta({ description: 'The payment page. Only the customer sees it' }),
  payable: z.boolean().meta({ description: 'Whether the page takes a payment now' }),
  decline: z
    .object({
      reason: z.enum(DECLINES),
      words: z.string().meta({ description: 'Why, and what the payer should do' }),
      sameCard: z.enum(['now', 'later', 'never']).meta({ description: 'Whether a try with the same card can succeed' }),
      at: instant,
    })
    .nullable()
    .meta({
      description:
        'Why the last try on the page was declined. The page takes another try until `payBy`. Only the customer and the operator see it',
    }),
});

const declineAs = ({ reason, at }: NonNullable<PaymentContext['decline']>, language: Language) => ({
  ...{ reason, words: DECLINE_WORDS[reason][language], sameCard: SAME_CARD[reason], at },
});

export function paymentRoutes(platform: Platform): Route[] {
  const { lives } = platform;

  const resource: Resource<PaymentContext> = {
    kind: 'payment',
    path: 'payments',
    listed: true,
    type: lifeTypes.payment,
    commands: {
      retry: { body: nothing, roles: members('accountant') },
      cancel: { body: nothing, roles: members('accountant') },
      tryAgain: { body: nothing, roles: staff('money', 'finance') },
      closeLoss: {
        body: z.strictObject({
          recovered: tiyn.optional().meta({ description: 'The sum that the operator recovered. The rest stays a loss' }),
          reasons: freeText(4_000),
        }),
        roles: staff('money', 'finance'),
      },
    },
    facts,
    // What the provider said of a fault, why the payer's bank declined a card, and how the operator deals with its loss.
    ...amongStaff(['failed', 'tryDeclined', 'closeLoss']),
    async present(
      { parent, amount, mode, payBy, held, captured, refunded, page, decline, takenBack = '0', lost = '0', recovered = '0' },
      { party, language, tags },
    ) {
      const own = party === 'customer' ? page?.text : undefined;
      const text = own === undefined ? undefined : (await readTexts(lives.database, [own])).get(own);
      const sums = { amount: money(amount), held: money(held), captured: money(captured), refunded: money(refunded) };
      const gone = { takenBack: money(takenBack), lost: money(lost), recovered: party === 'operator' ? money(recovered) : null };
      const why = party === 'contractor' || decline === undefined ? null : declineAs(decline, language);
      return {
        ...sums,
        ...gone,
        debt: paysDebt({ parent }) ? publicId(parent) : null,
        extra: parent.startsWith('extra/') ? publicId(parent) : null,
        invoice: parent.startsWith('invoice/') ? publicId(parent) : null,
        mode,
        payBy,
        page: text?.page ?? null,
        payable: tags.has('payable'),
        decline: why,
      };
    },
  };

  return [...lifeRoutes(platform, resource), ...hookRoutes(platform)];
}
