/** Runs the stand-in of TipTopPay as a separate process, which a test can kill and start again. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chargeback, Order, Transaction } from '../../local/tiptoppay/book.ts';
import type { Fault } from '../../local/tiptoppay/faults.ts';
import { until } from '../worlds/world.ts';
import { freePort } from './payments.ts';

interface Book {
  orders: Order[];
  transactions: Transaction[];
  chargebacks: Chargeback[];
}

export interface TipTopPay {
  settings: { TIPTOPPAY_URL: string; TIPTOPPAY_PUBLIC_ID: string; TIPTOPPAY_API_SECRET: string };
  start(): Promise<void>;
  /** Kills the process. Only what it has written to disk survives. */
  kill(): Promise<void>;
  close(): Promise<void>;
  /** Sends every notification to this address of an API. */
  notify(api: string): Promise<void>;
  trouble(about: string, fault: Fault, times?: number): Promise<void>;
  /** Acts as the payer on the page of an order. Returns the page that they see next. */
  onPage(page: string, act: 'approve' | 'decline' | 'secure', reason?: number): Promise<string>;
  /** Acts as the payer on the page of their bank. */
  authenticate(transaction: number, act: 'approve' | 'decline'): Promise<void>;
  /** The answers that are kept for their keys are forgotten, as after an hour. */
  forget(): Promise<void>;
  /** The bank drops a hold. Nobody is told. */
  lapse(transaction: number): Promise<void>;
  /** The payer's bank claims money back. */
  chargeBack(transaction: number, amount: number, operation?: Chargeback['operation']): Promise<void>;
  /** Makes the records disagree with what was asked for. */
  plant(change: { drop?: number[]; add?: Transaction[] }): Promise<void>;
  /** All records, or those whose invoice begins so. */
  book(invoice?: string): Promise<Book>;
}

export async function openTipTopPay(): Promise<TipTopPay> {
  const folder = mkdtempSync(join(tmpdir(), 'akjet-tiptoppay-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secrets = { TIPTOPPAY_PUBLIC_ID: `pk_${randomBytes(12).toString('hex')}`, TIPTOPPAY_API_SECRET: randomBytes(16).toString('hex') };
  const authorization = `Basic ${btoa(`${secrets.TIPTOPPAY_PUBLIC_ID}:${secrets.TIPTOPPAY_API_SECRET}`)}`;
  let running: ChildProcess | undefined;

  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const start = async (): Promise<void> => {
    const env = { TIPTOPPAY_PORT: String(port), ...secrets, TIPTOPPAY_BOOK: join(folder, 'book.json'), TIPTOPPAY_PAGES: url };
    running = spawn(process.execPath, ['local/tiptoppay/service.ts'], { env: { ...process.env, ...env }, stdio: 'inherit' });
    const isUp = async (): Promise<boolean> =>
      fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(isUp, 'the stand-in of TipTopPay');
  };
  const kill = async (): Promise<void> => {
    const exited = running && once(running, 'exit');
    running?.kill('SIGKILL');
    await exited;
    running = undefined;
  };
  const onForm = async (page: string, fields: Record<string, string>): Promise<string> =>
    (await fetch(page, { method: 'POST', body: new URLSearchParams(fields) })).text();
  await start();

  return {
    settings: { TIPTOPPAY_URL: url, ...secrets },
    start,
    kill,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
    async notify(api) {
      for (const type of ['check', 'pay', 'fail', 'confirm', 'refund', 'cancel'])
        await ask(`/site/notifications/${type}/update`, { IsEnabled: true, Address: `${api}/v1/hooks/payments/tiptoppay/${type}` });
    },
    trouble: (about, fault, times = 1) => ask('/control/faults', { fault, about, times }),
    onPage: (page, act, reason) => onForm(page, { act, ...(reason !== undefined && { reason: String(reason) }) }),
    authenticate: async (transaction, act) => void (await onForm(`${url}/secure/${transaction}`, { act })),
    forget: () => ask('/control/forget', {}),
    lapse: (transaction) => ask('/control/lapse', { TransactionId: transaction }),
    chargeBack: (transaction, amount, operation = 'Presentment') => ask('/control/charge-back', { transaction, amount, operation }),
    plant: (change) => ask('/control/plant', change),
    async book(invoice = '') {
      const { orders, transactions, chargebacks } = await ask<Book>('/control/book');
      const own = transactions.filter((each) => each.invoice.startsWith(invoice));
      const ids = new Set(own.map(({ id }) => id));
      return {
        orders: orders.filter((each) => each.invoice.startsWith(invoice)),
        transactions: own,
        chargebacks: chargebacks.filter(({ transaction }) => ids.has(transaction)),
      };
    },
  };
}
