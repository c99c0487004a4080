/** What the stand-in of TipTopPay knows, in memory and in a file that survives a restart. Sums are in tiyn. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Order {
  id: string;
  invoice: string;
  account: string;
  amount: number;
  description: string;
  requireConfirmation: boolean;
  status: 'Created' | 'Paid' | 'Cancelled';
  /** Milliseconds since 1970, like all moments here. */
  at: number;
}

export interface Transaction {
  id: number;
  type: 'payment' | 'refund' | 'payout';
  invoice: string;
  account: string;
  amount: number;
  status: 'AwaitingAuthentication' | 'Authorized' | 'Completed' | 'Cancelled' | 'Declined' | 'Created';
  reason: number;
  /** The payment that a refund gives back. */
  original?: number;
  order?: string;
  token?: string;
  data?: string;
  at: number;
}

export interface Chargeback {
  id: string;
  transaction: number;
  amount: number;
  /** The bank presents its claim, or withdraws it. */
  operation: 'Presentment' | 'Representment';
  at: number;
}

export const NOTIFICATIONS = ['check', 'pay', 'fail', 'confirm', 'refund', 'cancel'] as const;
export type Notification = (typeof NOTIFICATIONS)[number];

interface Content {
  orders: Order[];
  transactions: Transaction[];
  chargebacks: Chargeback[];
  /** Where each notification goes; none until the merchant sets it. */
  addresses: Partial<Record<Notification, string>>;
  /** Answers by X-Request-ID. They are kept for an hour. */
  answers: Record<string, { at: number; body: object }>;
}

export interface Book extends Content {
  /** Saves the content. Called before every answer. */
  keep(): void;
}

const EMPTY: Content = { orders: [], transactions: [], chargebacks: [], addresses: {}, answers: {} };

export function openBook(file: string): Book {
  const content: Content = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : structuredClone(EMPTY);
  return Object.assign(content, {
    keep() {
      writeFileSync(`${file}.next`, JSON.stringify(content), { mode: 0o600 });
      renameSync(`${file}.next`, file);
    },
  });
}
