/** The methods of the stand-in: what each takes, and the model of its answer. */
import { z } from 'zod';
import type { Faults } from '../payments/faults.ts';
import { chargebackModel, orderModel, transactionModel } from './answers.ts';
import type { Bank } from './bank.ts';
import { Refusal } from './bank.ts';
import type { Book, Transaction } from './book.ts';
import type { Fault } from './faults.ts';

const PAGE = 100;
const NOISE = 3e-10;

/** Tenge with at most two decimals become tiyn. */
const amount = z
  .number()
  .min(0.01)
  .transform((tenge) => Math.round(tenge * 100));
const id = z.int();
const text = z.string().min(1);
const CreateOrder = z.object({
  ...{ Amount: amount, Currency: z.literal('KZT'), Description: text, RequireConfirmation: z.boolean().default(false) },
  ...{ InvoiceId: z.string().default(''), AccountId: z.string().default('') },
});
export const OfTransaction = z.object({ TransactionId: id });
const OfSum = z.object({ TransactionId: id, Amount: amount, JsonData: z.string().optional() });
export const TopUp = z.object({
  Token: text,
  Amount: amount,
  AccountId: text,
  Currency: z.literal('KZT'),
  InvoiceId: z.string().default(''),
});
const Period = z.object({ CreatedDateGte: z.coerce.date(), CreatedDateLte: z.coerce.date(), PageNumber: z.int().min(1) });
const Day = z.object({ Date: z.iso.date(), TimeZone: z.literal('UTC').default('UTC') });

const within = <Each extends { at: number }>(
  list: Each[],
  { CreatedDateGte, CreatedDateLte, PageNumber }: z.output<typeof Period>,
): Each[] =>
  list
    .filter(({ at }) => at >= CreatedDateGte.getTime() && at <= CreatedDateLte.getTime())
    .toSorted((one, other) => one.at - other.at)
    .slice((PageNumber - 1) * PAGE, PageNumber * PAGE);

const OfInvoice = z.object({ InvoiceId: text });

/** A method: the invoice that it is about, for the faults, and the model of its answer. */
export interface Method {
  about(body: unknown): string;
  work(body: unknown): object | undefined;
}
const method = <Body>(schema: z.ZodType<Body>, about: (body: Body) => string, work: (body: Body) => object | undefined): Method => ({
  about: (body) => about(schema.parse(body)),
  work: (body) => work(schema.parse(body)),
});
/** By path. @param pages The address of the pages for a payer's browser. */
export function methodsOf(book: Book, bank: Bank, faults: Faults<Fault>, pages: string): Record<string, Method> {
  /** Of several with one invoice the last. */
  function lastOf(list: Transaction[], invoice: string): Transaction {
    const found = list.findLast((each) => each.invoice === invoice);
    if (found === undefined) throw new Refusal('Not found');
    return found;
  }
  const shown = (transaction: Transaction): object =>
    transactionModel(transaction, faults.strikes('noisy-amount', transaction.invoice) ? NOISE : 0);
  const payments = (): Transaction[] => book.transactions.filter(({ type }) => type === 'payment');

  const invoiceOf = (transaction: number): string => book.transactions.find((each) => each.id === transaction)?.invoice ?? '';

  return {
    '/test': method(
      z.unknown(),
      () => '',
      () => undefined,
    ),
    '/orders/create': method(
      CreateOrder,
      ({ InvoiceId }) => InvoiceId,
      (given) => {
        const { Amount, Description, RequireConfirmation, InvoiceId, AccountId } = given;
        const of = { amount: Amount, description: Description, requireConfirmation: RequireConfirmation };
        const order = bank.createOrder({ ...of, invoice: InvoiceId, account: AccountId });
        return orderModel(order, `${pages}/d/${order.id}`);
      },
    ),
    '/orders/cancel': method(
      z.object({ Id: text }),
      ({ Id }) => book.orders.find((each) => each.id === Id)?.invoice ?? '',
      ({ Id }) => void bank.cancelOrder(Id),
    ),
    '/payments/confirm': method(
      OfSum,
      ({ TransactionId }) => invoiceOf(TransactionId),
      ({ TransactionId, Amount }) => void bank.confirm(TransactionId, Amount),
    ),
    '/payments/void': method(
      OfTransaction,
      ({ TransactionId }) => invoiceOf(TransactionId),
      ({ TransactionId }) => void bank.drop(TransactionId),
    ),
    '/payments/refund': method(
      OfSum,
      ({ TransactionId }) => invoiceOf(TransactionId),
      ({ TransactionId, Amount, JsonData }) => ({ TransactionId: bank.refund(TransactionId, Amount, JsonData).id }),
    ),
    '/payments/token/topup': method(
      TopUp,
      ({ InvoiceId }) => InvoiceId,
      ({ Token, Amount, AccountId, InvoiceId }) =>
        transactionModel(bank.topUp({ token: Token, amount: Amount, account: AccountId, invoice: InvoiceId })),
    ),
    '/payments/get': method(
      OfTransaction,
      ({ TransactionId }) => invoiceOf(TransactionId),
      ({ TransactionId }) => shown(bank.find(TransactionId)),
    ),
    '/payments/find': method(
      OfInvoice,
      ({ InvoiceId }) => InvoiceId,
      ({ InvoiceId }) => shown(lastOf(payments(), InvoiceId)),
    ),
    '/v2/payments/find': method(
      OfInvoice,
      ({ InvoiceId }) => InvoiceId,
      ({ InvoiceId }) => shown(lastOf(book.transactions, InvoiceId)),
    ),
    '/payments/list': method(
      Day,
      () => 'list',
      ({ Date: day }) => book.transactions.filter(({ at }) => new Date(at).toISOString().startsWith(day)).map(shown),
    ),
    '/v2/payments/list': method(
      Period,
      () => 'list',
      (period) => within(book.transactions, period).map(shown),
    ),
    '/chargebacks/list': method(
      Period,
      () => 'list',
      (period) => within(book.chargebacks, period).map(chargebackModel),
    ),
  };
}
