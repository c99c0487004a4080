import { z } from 'zod';
import { PAYOUT_FAULTS } from '../../rules/payout-details.ts';
import { askOutside, jsonOf } from '../outside.ts';
import type { Delivery, Payments } from './port.ts';
import { Refused } from './port.ts';
import { isGenuine } from './signature.ts';

/** Milliseconds, and bytes of an answer. */
const BOUNDS = { timeout: 5_000, most: 1_000_000 };

const opened = z.object({ providerId: z.string(), page: z.string() });
const payment = z
  .object({
    status: z.enum(['waiting', 'declined', 'held', 'captured', 'cancelled']),
    amount: z.int(),
    takenBack: z.int().default(0),
    paidAt: z.iso.datetime().optional(),
  })
  .transform(({ amount, takenBack, paidAt, ...rest }) => ({
    ...{ ...rest, amount: BigInt(amount), takenBack: BigInt(takenBack) },
    ...(paidAt !== undefined && { paidAt }),
  }));
const entries = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['payment', 'refund', 'payout', 'chargeback']),
    about: z.string(),
    amount: z.int().transform(BigInt),
    status: z.enum(['open', 'held', 'done', 'void']),
    at: z.coerce.date(),
  }),
);
const payout = z.object({ status: z.enum(['sent', 'confirmed', 'refused', 'returned']), reason: z.enum(PAYOUT_FAULTS).optional() });
/** Our ids are visible ASCII. A webhook with another reference is not ours, and PostgreSQL cannot store a NUL in a text. */
const message = z.object({ about: z.string().regex(/^[!-~]{1,200}$/) });

interface Settings {
  /** The provider's URL. */
  url: string;
  /** Our requests carry it. */
  secret: string;
  /** The provider signs its webhooks with it. */
  hookSecret: string;
  /** The URL for its webhooks. */
  notify: string;
  /** Maximum distance of a webhook's timestamp from now, in seconds; beyond it the webhook counts as forged. */
  hookSeconds: number;
}

/** The sandbox (`local/payments/service.ts`) over HTTP. */
export function sandboxPayments({ url, secret, hookSecret, notify, hookSeconds }: Settings): Payments {
  /** @throws Refused for 422, a permanent refusal. Any other error may be temporary. */
  const ask = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: object): Promise<unknown> => {
    const headers = { Authorization: `Bearer ${secret}`, ...(body && { 'Content-Type': 'application/json' }) };
    const response = await askOutside(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }, BOUNDS);
    if (response.status === 404 && method === 'GET') return undefined;
    const answer = jsonOf(response);
    if (response.ok) return answer;
    const fault = `${response.status} ${(answer as { fault?: string }).fault ?? ''}`.trim();
    throw response.status === 422 ? new Refused(fault) : new Error(fault);
  };
  const at = (kind: 'payments' | 'payouts', id: string, act = ''): string => `/${kind}/${encodeURIComponent(id)}${act}`;

  return {
    name: 'sandbox',
    // It drops no hold by itself.
    holdDays: Number.POSITIVE_INFINITY,
    paysTo: ['iban', 'card'],
    create: async ({ id, amount, mode }) => opened.parse(await ask('PUT', at('payments', id), { amount: Number(amount), mode, notify })),
    find: async (id) => payment.optional().parse(await ask('GET', at('payments', id))),
    capture: async (id, amount) => void (await ask('POST', at('payments', id, '/capture'), { amount: Number(amount) })),
    close: async ({ id }) => void (await ask('POST', at('payments', id, '/close'), {})),
    release: async (id) => void (await ask('POST', at('payments', id, '/release'), {})),
    refund: async ({ id, payment: of, amount }) => void (await ask('POST', at('payments', of, '/refunds'), { id, amount: Number(amount) })),
    payOut: async ({ id, recipient, amount }) =>
      payout.parse(await ask('PUT', at('payouts', id), { recipient, amount: Number(amount), notify })),
    findPayout: async (id) => payout.optional().parse(await ask('GET', at('payouts', id))),
    list: async (from, to) => entries.parse(await ask('GET', `/entries?from=${from.toISOString()}&to=${to.toISOString()}`)),
    hook: (delivery) => hookOf(delivery, hookSecret, hookSeconds),
  };
}

function hookOf({ headers, bytes }: Delivery, secret: string, hookSeconds: number) {
  const header = (name: string): string => [headers[`webhook-${name}`] ?? ''].flat().join();
  const signed = { id: header('id'), timestamp: header('timestamp'), bytes };
  if (!/^[\w-]{1,100}$/.test(signed.id) || !isGenuine(secret, signed, header('signature'), hookSeconds)) return undefined;
  try {
    return { message: signed.id, timestamp: signed.timestamp, about: message.parse(JSON.parse(bytes.toString())).about };
  } catch {
    return undefined;
  }
}
