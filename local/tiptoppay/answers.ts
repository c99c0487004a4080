/** How TipTopPay writes what it knows: tenge as a JSON number, and moments twice. */
import type { Chargeback, Order, Transaction } from './book.ts';

const BANK = 'Свяжитесь с вашим банком или воспользуйтесь другой картой';
const DATA = 'Проверьте правильность введенных данных карты';
const LATER = 'Повторите попытку позже';
const OTHER = 'Воспользуйтесь другой картой';

/** Reason and the text for the payer by code. */
export const REASONS: Record<number, [reason: string, text: string]> = {
  0: ['Approved', 'Оплата успешно проведена'],
  5001: ['ReferToCardIssuer', BANK],
  5003: ['InvalidMerchant', BANK],
  5005: ['DoNotHonor', BANK],
  5006: ['Error', BANK],
  5012: ['InvalidTransaction', BANK],
  5013: ['AmountError', 'Проверьте корректность суммы'],
  5014: ['InvalidCardNumber', DATA],
  5030: ['FormatError', BANK],
  5031: ['UnknownIssuer', OTHER],
  5033: ['ExpiredCardPickup', BANK],
  5034: ['SuspectedFraud', BANK],
  5041: ['LostCard', BANK],
  5043: ['StolenCard', BANK],
  5051: ['InsufficientFunds', 'Недостаточно средств на карте'],
  5054: ['ExpiredCard', DATA],
  5057: ['TransactionNotPermitted', BANK],
  5062: ['RestrictedCard', BANK],
  5063: ['RestrictedCard2', BANK],
  5065: ['ExceedWithdrawalFrequency', BANK],
  5082: ['IncorrectCVV', 'Неверно указан код CVV'],
  5091: ['Timeout', LATER],
  5092: ['CannotReachNetwork', LATER],
  5094: ['DuplicateTransaction', BANK],
  5096: ['SystemError', LATER],
  5204: ['UnableToProcess', BANK],
  5206: ['AuthenticationFailed', BANK],
  5207: ['AuthenticationUnavailable', BANK],
  5300: ['AntiFraud', OTHER],
};

const TYPES: Record<Transaction['type'], number> = { payment: 0, refund: 1, payout: 2 };
const CODES: Record<Transaction['status'], number> = {
  Created: 0,
  AwaitingAuthentication: 1,
  Authorized: 2,
  Completed: 3,
  Cancelled: 4,
  Declined: 5,
};

/** `/Date(…)/` in milliseconds, and ISO-8601 in UTC without a zone. */
const moment = (name: string, at: number): object => ({
  [name]: `/Date(${at})/`,
  [`${name}Iso`]: new Date(at).toISOString().slice(0, 19),
});

/** @param noise What a binary fraction may be off. */
const tenge = (tiyn: number, noise: number): number => tiyn / 100 + noise;

export function transactionModel(transaction: Transaction, noise = 0): object {
  const { id, type, invoice, account, amount, status, reason, original, token, data, at } = transaction;
  const [name, text] = REASONS[reason] ?? ['Error', ''];
  const sum = tenge(amount, noise);
  return {
    ...{ TransactionId: id, Type: TYPES[type], InvoiceId: invoice, AccountId: account, JsonData: data ?? null },
    ...{ Amount: sum, Currency: 'KZT', PaymentAmount: sum, PaymentCurrency: 'KZT', TestMode: true },
    ...{ Status: status, StatusCode: CODES[status], TransactionIsInProcess: status === 'Created' },
    ...{ ReasonCode: reason, Reason: name, CardHolderMessage: text },
    ...{ OriginalTransactionId: original ?? null, Token: token ?? null },
    ...moment('CreatedDate', at),
  };
}

export const orderModel = ({ id, invoice, amount, description, requireConfirmation, status, at }: Order, url: string): object => ({
  ...{ Id: id, Amount: tenge(amount, 0), Currency: 'KZT', Description: description, InvoiceId: invoice },
  ...{ RequireConfirmation: requireConfirmation, Url: url, StatusCode: status === 'Created' ? 0 : 1, Status: status },
  ...moment('CreatedDate', at),
});

export const chargebackModel = ({ id, transaction, amount, operation, at }: Chargeback): object => ({
  ...{ ChargeBackId: id, TransactionId: transaction, Amount: tenge(amount, 0), Currency: 'KZT' },
  ...{ Type: 'Chargeback', Operation: operation, Date: `/Date(${at})/` },
});
