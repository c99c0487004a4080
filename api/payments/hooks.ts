/**
 * The webhooks of payment providers. Each is only a hint: it is stored byte for byte, and then the provider is asked. If that fails, the payment's own polling
 * replaces it. A check is a question: what it is answered with moves nothing here.
 */
import { z } from 'zod';
import type { PaymentContext } from '../../charts/payment/types.ts';
import type { Delivery, Hook, Payments } from '../../gateways/payments/port.ts';
import { lifeOf, providerEventsOf } from '../../gateways/payments/provider-event.ts';
import { NOTIFICATIONS } from '../../gateways/payments/tiptoppay/notification.ts';
import { commitExternalEvents, lifeNow } from '../../lives/external-event.ts';
import { logSecurity } from '../../lives/security-log.ts';
import { keepWebhook } from '../../models/stores/webhook.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

/** What TipTopPay is told: take the money, or why not. No payer is charged after a code that is not 0. */
const CODES = { expected: 0, unknown: 10, otherSum: 12, notExpected: 13, expired: 20 } as const;

/** Is this sum expected for this order now? Money for a payment that is closed or expired would have to go back. */
export function codeOf(
  life: { context: unknown; tags: Set<string> } | undefined,
  { about, asks }: Pick<Hook, 'about' | 'asks'>,
  now: string,
): number {
  const { reference, amount, payBy = '', ending } = (life?.context ?? {}) as Partial<PaymentContext>;
  if (life === undefined || reference !== about) return CODES.unknown;
  if (asks?.amount == null || asks.amount !== BigInt(amount ?? 0)) return CODES.otherSum;
  if (ending === 'expired' || payBy <= now) return CODES.expired;
  return life.tags.has('payable') ? CODES.expected : CODES.notExpected;
}

export function hookRoutes({ lives, dispatch, payments }: Platform): Route[] {
  const verified = (provider: string, delivery: Delivery | undefined): { from: Payments; hook: Hook } => {
    const from = payments.all.find(({ name }) => name === provider);
    const hook = delivery && from?.hook(delivery);
    if (from === undefined || hook === undefined) throw new Problem('hook-refused');
    return { from, hook };
  };
  const hear = async (from: Payments, { message, about, timestamp }: Hook, { bytes }: Pick<Delivery, 'bytes'>): Promise<void> => {
    const provider = from.name;
    const isNew = await keepWebhook(lives.database, { provider, message, about, timestamp, bytes });
    if (!isNew) logSecurity(lives.log, 'webhook-repeated', { provider, message });
    const refresh = async (): Promise<void> => commitExternalEvents(lives, dispatch, await providerEventsOf(from, about));
    await refresh().catch(
      // The payment polls again by itself.
      (error: unknown) => lives.log.warn({ err: error }, 'hook.ask-failed'),
    );
  };

  const hook = route({
    method: 'post',
    path: '/v1/hooks/payments/{provider}',
    operation: 'hearOfPayment',
    summary: 'The webhook for payment providers: an event of a payment or payout. Signed according to Standard Webhooks',
    access: 'public',
    raw: true,
    params: z.strictObject({ provider: z.enum(['sandbox']) }),
    answers: { 200: z.object({ message: z.string() }) },
    problems: ['hook-refused', 'unavailable'],
    async handle({ params: { provider }, delivery }) {
      const { from, hook } = verified(provider, delivery);
      await hear(from, hook, delivery as Delivery);
      return { body: { message: hook.message } };
    },
  });

  const notification = route({
    method: 'post',
    path: '/v1/hooks/payments/tiptoppay/{notification}',
    operation: 'hearOfTipTopPay',
    summary:
      'The notifications of TipTopPay. `check` asks whether a payment is expected with this sum: any code but 0 refuses it, before the payer is charged',
    access: 'public',
    raw: true,
    params: z.strictObject({ notification: z.enum(NOTIFICATIONS) }),
    answers: { 200: z.object({ code: z.int() }) },
    problems: ['hook-refused', 'unavailable'],
    async handle({ params: { notification }, delivery }) {
      const named = delivery && { ...delivery, notification };
      const { from, hook } = verified('tiptoppay', named);
      if (hook.asks) return { body: { code: codeOf(await lifeNow(lives, lifeOf(hook.about)), hook, new Date().toISOString()) } };
      await hear(from, hook, named as Delivery);
      return { body: { code: 0 } };
    },
  });

  return [hook, notification];
}
