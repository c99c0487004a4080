/** What TipTopPay says of an operation. */
import { z } from 'zod';
import type { Entry } from '../port.ts';
import { tiynOf } from './tenge.ts';

const STATUSES = ['Created', 'AwaitingAuthentication', 'Authorized', 'Completed', 'Cancelled', 'Declined', 'Failed'] as const;

/** `/Date(1635150224630)/`, or ISO-8601. Without a zone it is UTC. */
export const moment = z.string().transform((text, context) => {
  const milliseconds = /^\/Date\((\d+)\)\/$/.exec(text)?.[1];
  const at = milliseconds === undefined ? new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`) : new Date(Number(milliseconds));
  if (Number.isNaN(at.getTime())) context.addIssue({ code: 'custom', message: 'is no moment' });
  return at;
});

export const sum = z.number().transform((tenge, context) => {
  try {
    return tiynOf(tenge);
  } catch {
    context.addIssue({ code: 'custom', message: 'is no sum in tenge and tiyn' });
    return z.NEVER;
  }
});

export const operation = z
  .object({
    TransactionId: z.int(),
    /** 0: a payment, 1: a refund, 2: a payout to a card. */
    Type: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    InvoiceId: z.union([z.string(), z.number().transform(String)]).nullish(),
    Amount: sum,
    Currency: z.literal('KZT'),
    Status: z.enum(STATUSES),
    ReasonCode: z.int().nullish(),
    OriginalTransactionId: z.int().nullish(),
    JsonData: z.string().nullish(),
    TestMode: z.boolean().default(false),
    CreatedDate: moment,
  })
  .transform((given) => ({
    id: given.TransactionId,
    kind: (['payment', 'refund', 'payout'] as const)[given.Type],
    about: given.InvoiceId ?? '',
    amount: given.Amount,
    status: given.Status,
    reason: given.ReasonCode ?? 0,
    original: given.OriginalTransactionId ?? undefined,
    data: given.JsonData ?? '',
    isTest: given.TestMode,
    at: given.CreatedDate,
  }));

export type Operation = z.output<typeof operation>;

export const chargeback = z
  .object({
    ChargeBackId: z.string(),
    TransactionId: z.int(),
    Amount: sum,
    Currency: z.literal('KZT'),
    /** A fee is what the bank asks of the merchant: no payer got it. */
    Type: z.enum(['Chargeback', 'Fee']),
    Operation: z.enum(['Presentment', 'Representment']),
    Date: moment,
  })
  .transform(({ ChargeBackId, TransactionId, Amount, Type, Operation, Date: at }) => ({
    id: ChargeBackId,
    payment: TransactionId,
    amount: Type === 'Fee' ? 0n : Operation === 'Presentment' ? Amount : -Amount,
    at,
  }));

const ENTRY_STATUS: Record<Operation['status'], Entry['status']> = {
  Created: 'open',
  AwaitingAuthentication: 'open',
  Authorized: 'held',
  Completed: 'done',
  Cancelled: 'void',
  Declined: 'void',
  Failed: 'void',
};

export const entryOf = ({ id, kind, about, amount, status, at }: Operation): Entry => ({
  ...{ id: String(id), kind, about, amount, at },
  status: ENTRY_STATUS[status],
});

/** Whether money has come by this try to pay, or did and went back. */
export const hasPaid = ({ status }: Operation): boolean => status === 'Authorized' || status === 'Completed' || status === 'Cancelled';
