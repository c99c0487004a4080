/** The notifications of TipTopPay: forms, signed with the API secret. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Delivery, Hook } from '../port.ts';
import { tiynOf } from './tenge.ts';

/** The kinds that the merchant's account at TipTopPay sends here, each to its own address. `check` asks before the money is taken. */
export const NOTIFICATIONS = ['check', 'pay', 'fail', 'confirm', 'refund', 'cancel'] as const;

/** Our ids are visible ASCII: PostgreSQL cannot store a NUL in a text. */
const fields = z.object({
  TransactionId: z.string().regex(/^\d{1,18}$/),
  InvoiceId: z.string().regex(/^[!-~]{1,200}$/),
  Amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/),
  Currency: z.string().max(3),
  DateTime: z.string().max(40).default(''),
});

/** The form's text without its percent-encoding, as the second signature covers it; undefined for a wrong encoding. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/**
 * `Content-HMAC` covers the body as it came, `X-Content-HMAC` the decoded one. One that is right is enough: whoever can make one has the secret.
 * Which header has which was read in the documentation and not tried, so each may cover either.
 */
function isGenuine({ headers, bytes }: Delivery, secret: string): boolean {
  const text = decoded(bytes.toString());
  const expected = [bytes, ...(text === undefined ? [] : [Buffer.from(text)])].map((covered) =>
    createHmac('sha256', secret).update(covered).digest(),
  );
  const given = [headers['content-hmac'], headers['x-content-hmac']].flatMap((value) =>
    typeof value === 'string' ? [Buffer.from(value, 'base64')] : [],
  );
  return given.some((one) => expected.some((other) => one.length === other.length && timingSafeEqual(one, other)));
}

const amountOf = ({ Amount, Currency }: z.output<typeof fields>): bigint | null => {
  try {
    return Currency === 'KZT' ? tiynOf(Number(Amount)) : null;
  } catch {
    return null;
  }
};

/** @returns undefined unless the signature is right and the form names an operation of ours. There is no moment under the signature: a repeat is only a hint again. */
export function hookOf(delivery: Delivery, secret: string): Hook | undefined {
  if (!isGenuine(delivery, secret)) return undefined;
  const { success, data } = fields.safeParse(Object.fromEntries(new URLSearchParams(delivery.bytes.toString())));
  if (!success) return undefined;
  const { notification = '' } = delivery;
  const hook = { message: `${notification}/${data.TransactionId}`, about: data.InvoiceId, timestamp: data.DateTime };
  return notification === 'check' ? { ...hook, asks: { amount: amountOf(data) } } : hook;
}
