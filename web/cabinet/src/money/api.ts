/** What the pages about money ask the API. */
import type { components } from '../../../shared/api.ts';
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';

type Schemas = components['schemas'];
export type Payment = Schemas['PaymentLife'];
export type Payout = Schemas['PayoutLife'];
export type Debt = Schemas['DebtLife'];
export type Invoice = Schemas['InvoiceLife'];
export type ReceiptOfPayout = Schemas['ReceiptLife'];
export type Period = { from?: string; to?: string };

const page = (after: string | undefined) => ({ params: { query: after === undefined ? {} : { after: after as never } } });

export const payments = ({ client }: Api, after?: string) => dataOf(client.GET('/v1/payments', page(after)));
export const payouts = ({ client }: Api, after?: string) => dataOf(client.GET('/v1/payouts', page(after)));
export const debts = ({ client }: Api, after?: string) => dataOf(client.GET('/v1/debts', page(after)));
export const invoices = ({ client }: Api, after?: string) => dataOf(client.GET('/v1/invoices', page(after)));
export const receipts = ({ client }: Api, after?: string) => dataOf(client.GET('/v1/receipts', page(after)));

export const paymentOf = ({ client }: Api, id: string) => dataOf(client.GET('/v1/payments/{id}', { params: { path: { id } } }));
export const payoutOf = ({ client }: Api, id: string) => dataOf(client.GET('/v1/payouts/{id}', { params: { path: { id } } }));

export const balance = ({ client }: Api) => dataOf(client.GET('/v1/balance'));
export const statement = ({ client }: Api, query: Period) => dataOf(client.GET('/v1/statement', { params: { query } }));
export const payoutDetails = ({ client }: Api) => dataOf(client.GET('/v1/accounts/me/payout-details'));
export type PayoutDetails = Awaited<ReturnType<typeof payoutDetails>>;
export const setPayoutDetails = ({ client }: Api, body: Schemas['SetPayoutDetails'], key: string) =>
  dataOf(client.PUT('/v1/accounts/me/payout-details', { params: { header: { 'Idempotency-Key': key } }, body }));

export const ownAccount = ({ client }: Api) => dataOf(client.GET('/v1/accounts/me'));
