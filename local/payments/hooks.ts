/** The sandbox's webhooks to the platform: signed, retried, and with the faults of real providers. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { signatureOf } from '../../gateways/payments/signature.ts';
import type { Entry } from './book.ts';
import type { Faults } from './faults.ts';

const TRIES = 5;
/** Milliseconds: the pause before the second attempt, doubled each time; and the delay of a hook that others overtake. */
const FIRST_PAUSE = 500;
const OVERTAKEN = 400;

export function hooks(secret: string, faults: Faults) {
  const deliver = async (url: string, message: string, body: object): Promise<void> => {
    const bytes = Buffer.from(JSON.stringify(body));
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) await pause(FIRST_PAUSE * 2 ** (attempt - 1), undefined, { ref: false });
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const headers = {
        'Content-Type': 'application/json',
        'webhook-id': message,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatureOf(secret, { id: message, timestamp, bytes }),
      };
      const request = { method: 'POST', headers, body: bytes, redirect: 'error', signal: AbortSignal.timeout(5_000) } as const;
      const answer = await fetch(url, request).catch(() => undefined);
      if (answer?.ok) return;
    }
  };

  return async ({ kind, id, status, notify }: Entry): Promise<void> => {
    if (faults.strikes('hook-lost', id)) return;
    const body = { type: `${kind}.${status}`, about: id, at: new Date().toISOString() };
    if (faults.strikes('hook-overtaken', id)) await pause(OVERTAKEN, undefined, { ref: false });
    const message = randomUUID();
    const times = faults.strikes('hook-doubled', id) ? 3 : 1;
    await Promise.all(Array.from({ length: times }, () => deliver(notify, message, body)));
  };
}
