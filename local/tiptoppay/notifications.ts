/** The notifications of the stand-in: forms with two signatures, repeated until they are taken, and with the faults of real ones. */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from '../payments/faults.ts';
import { REASONS } from './answers.ts';
import type { Book, Notification, Transaction } from './book.ts';
import type { Fault } from './faults.ts';

const TRIES = 5;
/** Milliseconds: the pause before the second attempt, doubled each time; and the delay of a notification that others overtake. */
const FIRST_PAUSE = 500;
const OVERTAKEN = 400;

const OPERATIONS: Record<Transaction['type'], string> = { payment: 'Payment', refund: 'Refund', payout: 'CardPayout' };

function formOf({ id, type, invoice, account, amount, status, reason, original, at }: Transaction): string {
  const fields: Record<string, string> = {
    ...{ TransactionId: String(id), Amount: (amount / 100).toFixed(2), Currency: 'KZT', InvoiceId: invoice, AccountId: account },
    ...{ DateTime: new Date(at).toISOString().slice(0, 19).replace('T', ' '), OperationType: OPERATIONS[type], TestMode: '1' },
    ...{ Status: status, CardFirstSix: '411111', CardLastFour: '1111', Name: 'IVAN T.' },
    ...(reason !== 0 && { ReasonCode: String(reason), Reason: REASONS[reason]?.[0] ?? 'Error' }),
    ...(original !== undefined && { PaymentTransactionId: String(original) }),
  };
  return new URLSearchParams(fields).toString();
}

export function notifications(book: Book, secret: string, faults: Faults<Fault>) {
  const signature = (text: string): string => createHmac('sha256', secret).update(text).digest('base64');

  const deliver = async (address: string, body: string): Promise<unknown> => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-HMAC': signature(body),
      'X-Content-HMAC': signature(decodeURIComponent(body.replaceAll('+', ' '))),
    };
    const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(5_000) });
    return (await answer.json()) as unknown;
  };
  const codeOf = async (address: string, body: string): Promise<number | undefined> =>
    deliver(address, body).then(
      (answer) => (answer as { code?: number }).code,
      () => undefined,
    );

  return {
    /** May this be paid? The merchant's code; 0 without an address, because the check is off then. */
    async check(attempt: Transaction): Promise<number> {
      const address = book.addresses.check;
      return address === undefined ? 0 : ((await codeOf(address, formOf(attempt))) ?? 13);
    },

    /** Tells until the merchant answers with code 0. */
    async tell(notification: Exclude<Notification, 'check'>, transaction: Transaction): Promise<void> {
      const address = book.addresses[notification];
      if (address === undefined || faults.strikes('hook-lost', transaction.invoice)) return;
      const body = formOf(transaction);
      if (faults.strikes('hook-overtaken', transaction.invoice)) await pause(OVERTAKEN, undefined, { ref: false });
      const one = async (): Promise<void> => {
        for (let attempt = 0; attempt < TRIES; attempt++) {
          if (attempt > 0) await pause(FIRST_PAUSE * 2 ** (attempt - 1), undefined, { ref: false });
          if ((await codeOf(address, body)) === 0) return;
        }
      };
      const times = faults.strikes('hook-doubled', transaction.invoice) ? 3 : 1;
      await Promise.all(Array.from({ length: times }, one));
    },
  };
}
