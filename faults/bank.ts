/** A payment provider in the test's own process, so its records survive every kill; and the performer that pays through it. */
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Performer } from '../lives/effects.ts';
import type { ErrandEffects } from '../testing/charts/errand.ts';

export interface Bank {
  url: string;
  /** Payments by idempotency key. */
  book: Map<string, { amount: number; receipt: string }>;
  /** The idempotency key of every request, in order. */
  requests: string[];
  close(): void;
}

/** Pays once per key, and returns the same receipt for the same key. */
export async function openBank(): Promise<Bank> {
  const book: Bank['book'] = new Map();
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const key = String(request.headers['idempotency-key']);
    const { amount } = (await json(request)) as { amount: number };
    requests.push(key);
    const payment = book.get(key) ?? { amount, receipt: `receipt-${book.size + 1}` };
    book.set(key, payment);
    response.end(JSON.stringify(payment));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    book,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Performs the errand's `pay` at the bank, with the effect's id as the key. */
export const payAt = (url: string): Performer<ErrandEffects['pay']> => ({
  tries: 20,
  async perform({ id, params }) {
    const response = await fetch(url, { method: 'POST', headers: { 'idempotency-key': id }, body: JSON.stringify(params) });
    const { receipt } = (await response.json()) as { receipt: string };
    return { type: 'charged', input: { receipt } };
  },
  failed: async (_effect, fault) => ({ type: 'chargeFailed', input: { fault } }),
});
