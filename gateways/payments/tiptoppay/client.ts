/** How TipTopPay is asked: JSON by POST with a login, and an envelope around each answer. */
import { z } from 'zod';
import { askOutside, jsonOf } from '../../outside.ts';

/** Milliseconds, and bytes of an answer: a page of a list has a hundred operations. */
const BOUNDS = { timeout: 10_000, most: 2_000_000 };

const envelope = z.object({ Success: z.boolean(), Message: z.string().nullish(), Model: z.unknown().optional() });

export interface TipTopPaySettings {
  url: string;
  /** The login, and the password. The password signs the notifications, too. */
  publicId: string;
  apiSecret: string;
  /** Whether operations of a test terminal count. They move no money. */
  acceptsTests: boolean;
}

export interface Envelope {
  isSuccess: boolean;
  /** Empty, or why the request was not carried out. */
  message: string;
  model: unknown;
}

export type Client = (path: string, body: object, key?: string) => Promise<Envelope>;

/**
 * @returns a function that asks. `key` makes the request idempotent for an hour: a request with the same key is answered by what was done first.
 * It throws for everything but an envelope: an outage, too many requests, a page in HTML. Such a request may have been carried out or not.
 */
export function openClient({ url, publicId, apiSecret }: Pick<TipTopPaySettings, 'url' | 'publicId' | 'apiSecret'>): Client {
  const authorization = `Basic ${Buffer.from(`${publicId}:${apiSecret}`).toString('base64')}`;
  return async (path, body, key) => {
    const headers = { Authorization: authorization, 'Content-Type': 'application/json', ...(key !== undefined && { 'X-Request-ID': key }) };
    const response = await askOutside(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }, BOUNDS);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const { Success, Message, Model } = envelope.parse(jsonOf(response));
    return { isSuccess: Success, message: Message ?? '', model: Model ?? undefined };
  };
}
