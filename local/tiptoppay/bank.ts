/** What TipTopPay does with orders and transactions, as its documentation says. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from '../payments/faults.ts';
import type { Book, Order, Transaction } from './book.ts';
import type { Fault } from './faults.ts';
import type { notifications } from './notifications.ts';

/** A request that is refused: `Success` is false, with this message. */
export class Refusal extends Error {}

/** Milliseconds until a bank decides on a payout that is not decided at once. */
const PAYOUT = 300;
/** Refunds of older payments are not made. Milliseconds. */
const YEAR = 365 * 86_400_000;

export interface Try {
  /** What the payer's bank says: a reason code, or 0. */
  reason: number;
  /** Whether the payer has to prove to be the owner of the card (3-D Secure) before the bank says it. */
  secure: boolean;
}

export function openBank(book: Book, faults: Faults<Fault>, { check, tell }: ReturnType<typeof notifications>) {
  const nextId = (): number => Math.max(1_000_000, ...book.transactions.map(({ id }) => id)) + 1;
  const add = (transaction: Omit<Transaction, 'id' | 'at'>): Transaction => {
    const made = { ...transaction, id: nextId(), at: Date.now() };
    book.transactions.push(made);
    book.keep();
    return made;
  };
  const turn = (transaction: Transaction, change: Partial<Transaction>): Transaction => {
    Object.assign(transaction, change);
    book.keep();
    return transaction;
  };
  const find = (id: number): Transaction => {
    const found = book.transactions.find((each) => each.id === id);
    if (found === undefined) throw new Refusal('Transaction not found');
    return found;
  };
  const payment = (id: number, ...statuses: Transaction['status'][]): Transaction => {
    const found = find(id);
    if (found.type !== 'payment' || !statuses.includes(found.status)) throw new Refusal(`Invalid transaction status: ${found.status}`);
    return found;
  };
  const refundedOf = (id: number): number =>
    book.transactions.filter(({ original }) => original === id).reduce((sum, { amount }) => sum + amount, 0);

  /** The bank has decided about a try to pay. */
  function decide(attempt: Transaction, reason: number): Transaction {
    const order = book.orders.find(({ id }) => id === attempt.order) as Order;
    if (reason !== 0) {
      turn(attempt, { status: 'Declined', reason });
      void tell('fail', attempt);
      return attempt;
    }
    order.status = 'Paid';
    turn(attempt, { status: order.requireConfirmation ? 'Authorized' : 'Completed', reason: 0 });
    void tell('pay', attempt);
    return attempt;
  }

  /** What the bank of the card says: 5005 names no reason, 5054 is an expired card. */
  function decisionOn(invoice: string) {
    const reason = faults.strikes('payout-refused', invoice) ? 5005 : faults.strikes('payout-account-closed', invoice) ? 5054 : 0;
    return reason === 0 ? ({ status: 'Completed', reason, told: 'pay' } as const) : ({ status: 'Declined', reason, told: 'fail' } as const);
  }

  async function decidePayout(payout: Transaction): Promise<void> {
    await pause(PAYOUT, undefined, { ref: false });
    const { told, ...decided } = decisionOn(payout.invoice);
    turn(payout, decided);
    void tell(told, payout);
  }

  return {
    find,

    createOrder(given: Omit<Order, 'id' | 'status' | 'at'>): Order {
      const order: Order = { ...given, id: randomBytes(12).toString('base64url'), status: 'Created', at: Date.now() };
      book.orders.push(order);
      return order;
    },

    cancelOrder(id: string): void {
      const order = book.orders.find((each) => each.id === id);
      if (order === undefined) throw new Refusal('Order not found');
      if (order.status === 'Paid') throw new Refusal('Order is already paid');
      order.status = 'Cancelled';
    },

    /** A payer's try on the page of an order; the merchant's code if it does not want the money. */
    async attempt(order: Order, { reason, secure }: Try): Promise<Transaction | number> {
      const { invoice, account, amount } = order;
      const draft = { type: 'payment', invoice, account, amount, order: order.id, token: `tk_${randomBytes(8).toString('hex')}` } as const;
      const code = await check({ ...draft, status: 'Completed', reason: 0, id: nextId(), at: Date.now() });
      if (code !== 0) return code;
      if (order.status !== 'Created') return 13;
      const made = add({ ...draft, status: 'AwaitingAuthentication', reason: 0 });
      return secure ? made : decide(made, reason);
    },

    /** The payer comes back from the page of the bank. */
    authenticate: (attempt: Transaction, reason: number): Transaction =>
      attempt.status === 'AwaitingAuthentication' ? decide(attempt, reason) : attempt,

    confirm(id: number, amount: number): void {
      const hold = payment(id, 'Authorized');
      if (amount > hold.amount) throw new Refusal('Amount is greater than authorized');
      turn(hold, { status: 'Completed', amount });
      void tell('confirm', hold);
    },

    drop(id: number): void {
      void tell('cancel', turn(payment(id, 'Authorized'), { status: 'Cancelled' }));
    },

    refund(id: number, amount: number, data?: string): Transaction {
      const paid = payment(id, 'Completed');
      if (paid.at < Date.now() - YEAR) throw new Refusal('The payment is older than a year');
      if (refundedOf(id) + amount > paid.amount) throw new Refusal('Amount is greater than paid');
      const { invoice, account } = paid;
      const made = add({ type: 'refund', invoice, account, amount, status: 'Completed', reason: 0, original: id, ...(data && { data }) });
      void tell('refund', made);
      return made;
    },

    topUp({ invoice, account, amount, token }: Pick<Transaction, 'invoice' | 'account' | 'amount'> & { token: string }): Transaction {
      const draft = { type: 'payout', invoice, account, amount, token } as const;
      if (!faults.strikes('payout-slow', invoice)) {
        const { told, ...decided } = decisionOn(invoice);
        const made = add({ ...draft, ...decided });
        void tell(told, made);
        return made;
      }
      const made = add({ ...draft, status: 'Created', reason: 0 });
      void decidePayout(made);
      return made;
    },

    /** Decides on payouts that a restart interrupted. */
    resume: (): void => {
      for (const each of book.transactions) if (each.status === 'Created') void decidePayout(each);
    },

    chargeBack(id: number, amount: number, operation: 'Presentment' | 'Representment'): void {
      book.chargebacks.push({ id: randomBytes(12).toString('hex'), transaction: find(id).id, amount, operation, at: Date.now() });
      book.keep();
    },
  };
}

export type Bank = ReturnType<typeof openBank>;
