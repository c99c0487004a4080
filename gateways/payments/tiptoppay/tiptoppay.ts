/**
 * TipTopPay (https://developers.tiptoppay.kz): an order has a page to pay on; each try of the payer is an operation with the order's InvoiceId, which is our
 * id. An order does not end with a declined try: the payer may try again on the same page.
 */
import { v5 as uuid } from 'uuid';
import { z } from 'zod';
import type { PayoutFault } from '../../../rules/payout-details.ts';
import type { Payment, Payments, Payout } from '../port.ts';
import { Refused } from '../port.ts';
import type { Client, TipTopPaySettings } from './client.ts';
import { openClient } from './client.ts';
import { declineOf } from './declines.ts';
import { hookOf } from './notification.ts';
import type { Operation } from './operations.ts';
import { chargeback, entryOf, hasPaid, operation } from './operations.ts';
import { tengeOf } from './tenge.ts';

/** What a bank blocks at most; the documentation says up to seven days, by the kind of card. */
const HOLD_DAYS = 7;
const HOUR = 3_600_000;
/** An answer is kept this long for its request's key. It is told from the first try, so some minutes are left out. */
const KEPT = 50 * 60_000;
/** Two clocks differ by no more. */
const SKEW = 5 * 60_000;
/** A payer who has not come back from the bank's page (3-D Secure) after this time will not. */
const GIVEN_UP = 24 * HOUR;
/** Chargebacks are listed for a year at most. */
const LONGEST_LIST = 364 * 24 * HOUR;
const PAGE = 100;
const NOT_FOUND = /not found/i;
/** The most pages of one list. More are asked for by days. */
const MOST_PAGES = 1_000;

/** The UUID namespace of the keys of requests. */
const KEYS = '6c1f3f0e-6a7e-4e0e-9a3c-1d1b7a2d0f55';
const keyOf = (act: string, id: string): string => uuid(`${act}/${id}`, KEYS);

const order = z.object({ Id: z.string().min(1), Url: z.url({ protocol: /^https?$/ }) });

const PAYMENT: Record<Operation['status'], Payment['status']> = {
  Created: 'waiting',
  AwaitingAuthentication: 'waiting',
  Authorized: 'held',
  Completed: 'captured',
  Cancelled: 'cancelled',
  // The order still has its page.
  Declined: 'waiting',
  Failed: 'waiting',
};
const PAYOUT: Record<Operation['status'], Payout['status']> = {
  Created: 'sent',
  AwaitingAuthentication: 'sent',
  Authorized: 'sent',
  Completed: 'confirmed',
  Cancelled: 'refused',
  Declined: 'refused',
  Failed: 'refused',
};

/**
 * Codes of a card that will not take money any more, and of one that there is not. They were read in the documentation and not tried; all others say nothing
 * of the card, and the staff find out.
 */
const CARD_FAULTS: Record<number, PayoutFault> = {
  ...{ 5014: 'account-unknown', 5031: 'account-unknown' },
  ...{ 5033: 'account-closed', 5041: 'account-closed', 5043: 'account-closed', 5054: 'account-closed' },
};
const payoutOf = ({ status, reason }: Operation): Payout =>
  PAYOUT[status] === 'refused' ? { status: 'refused', reason: CARD_FAULTS[reason] ?? 'bank' } : { status: PAYOUT[status] };

/** Reading: operations by our id, by the provider's, and by time. */
function openReader(ask: Client, acceptsTests: boolean) {
  const checked = (model: unknown): Operation => {
    const found = operation.parse(model);
    if (found.isTest && !acceptsTests) throw new Error('an operation of a test terminal moves no money');
    return found;
  };
  /** @throws for any other refusal than that there is none. */
  const one = async (path: string, body: object): Promise<Operation | undefined> => {
    const { model, message } = await ask(path, body);
    if (model !== undefined) return checked(model);
    if (NOT_FOUND.test(message)) return undefined;
    throw new Error(`${path}: ${message}`);
  };
  const pages = async <Item>(path: string, from: Date, to: Date, item: (model: unknown) => Item): Promise<Item[]> => {
    const items: Item[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const period = { CreatedDateGte: from.toISOString(), CreatedDateLte: to.toISOString(), TimeZone: 'UTC', PageNumber: page };
      const { isSuccess, message, model } = await ask(path, period);
      if (!isSuccess) throw new Error(`${path}: ${message}`);
      const models = z.array(z.unknown()).parse(model ?? []);
      items.push(...models.map(item));
      if (models.length < PAGE) return items;
    }
    throw new Error(`${path} has more than ${MOST_PAGES} pages`);
  };
  const operations = (from: Date, to: Date): Promise<Operation[]> => pages('/v2/payments/list', from, to, checked);

  return {
    operations,

    chargebacks: (from: Date, to: Date) => pages('/chargebacks/list', from, to, (model) => chargeback.parse(model)),

    /** The try that has paid; else the last try. A payer may try on two pages at once, and the one that failed may be the last. */
    async payment(id: string): Promise<Operation | undefined> {
      const found = await one('/payments/find', { InvoiceId: id });
      if (found === undefined || hasPaid(found)) return found;
      const near = await operations(new Date(found.at.getTime() - HOUR), new Date(found.at.getTime() + HOUR));
      return near.find((each) => each.kind === 'payment' && each.about === id && hasPaid(each)) ?? found;
    },

    payout: (id: string): Promise<Operation | undefined> => one('/v2/payments/find', { InvoiceId: id }),

    byId: (id: number): Promise<Operation | undefined> => one('/payments/get', { TransactionId: id }),
  };
}
type Reader = ReturnType<typeof openReader>;

/** What the payer's bank took back of a payment: what it claimed, without what it withdrew. */
async function takenBackOf(reader: Reader, { id, at }: Operation): Promise<bigint> {
  let sum = 0n;
  for (let from = at.getTime(); from < Date.now(); from += LONGEST_LIST) {
    const to = new Date(Math.min(from + LONGEST_LIST, Date.now() + SKEW));
    for (const each of await reader.chargebacks(new Date(from), to)) if (each.payment === id) sum += each.amount;
  }
  return sum;
}

/** Was this refund made by an earlier try, whose key is forgotten? Another refund of the same payment names its own id. */
async function wasRefunded(reader: Reader, payment: Operation, { id, amount, since }: { id: string; amount: bigint; since: Date }) {
  const made = await reader.operations(new Date(since.getTime() - SKEW), new Date(Date.now() + SKEW));
  return made.some(
    (each) =>
      each.kind === 'refund' &&
      each.original === payment.id &&
      each.amount === amount &&
      (each.data === '' || each.data.includes(JSON.stringify({ refund: id }))),
  );
}

/** TipTopPay over HTTP. */
export function tipTopPayPayments(settings: TipTopPaySettings): Payments {
  const ask = openClient(settings);
  const reader = openReader(ask, settings.acceptsTests);

  /** @throws Refused unless the request was carried out. */
  const carriedOut = async (path: string, body: object, key?: string): Promise<unknown> => {
    const { isSuccess, message, model } = await ask(path, body, key);
    if (!isSuccess) throw new Refused(`${path}: ${message}`);
    return model;
  };
  const paid = async (id: string): Promise<Operation> => {
    const found = await reader.payment(id);
    if (found === undefined) throw new Refused(`${id} has not been paid`);
    return found;
  };

  /**
   * Ends a hold. It is looked at first, so a repeat does nothing; and again if the provider says no, because an earlier try may have been slow and not lost.
   */
  const endHold = async (id: string, isDone: (hold: Operation) => boolean, path: string, body: object): Promise<void> => {
    const hold = await paid(id);
    if (isDone(hold)) return;
    if (hold.status !== 'Authorized') throw new Refused(`${id} is ${hold.status}`);
    try {
      await carriedOut(path, { TransactionId: hold.id, ...body });
    } catch (error) {
      if (!(error instanceof Refused) || !isDone(await paid(id))) throw error;
    }
  };

  return {
    name: 'tiptoppay',
    holdDays: HOLD_DAYS,
    // A top-up takes the token of a card.
    paysTo: ['card'],

    /** A try after the key is forgotten makes a second order. Nobody has the address of the first: it was in the answer that was lost. */
    async create({ id, amount, mode }) {
      const body = {
        ...{ Amount: tengeOf(amount), Currency: 'KZT', InvoiceId: id, RequireConfirmation: mode === 'hold' },
        ...{ Description: 'AkJet', SendEmail: false, CultureName: 'ru-RU' },
      };
      const { Id, Url } = order.parse(await carriedOut('/orders/create', body, keyOf('create', id)));
      return { providerId: Id, page: Url };
    },

    async find(id) {
      const found = await reader.payment(id);
      if (found === undefined) return undefined;
      const takenBack = found.status === 'Completed' ? await takenBackOf(reader, found) : 0n;
      const isDeclined = found.status === 'Declined' || found.status === 'Failed';
      return {
        ...{ status: PAYMENT[found.status], amount: found.amount, takenBack: takenBack < 0n ? 0n : takenBack },
        ...(found.status === 'Completed' && { paidAt: found.at.toISOString() }),
        ...(isDeclined && { decline: { attempt: String(found.id), reason: declineOf(found.reason) } }),
      };
    },

    capture: (id, amount) =>
      endHold(id, (hold) => hold.status === 'Completed' && hold.amount === amount, '/payments/confirm', { Amount: tengeOf(amount) }),

    release: (id) => endHold(id, (hold) => hold.status === 'Cancelled', '/payments/void', {}),

    async close({ id, providerId }) {
      const refuseIfPaid = (attempt: Operation | undefined): void => {
        if (attempt !== undefined && hasPaid(attempt)) throw new Refused(`${id} is ${attempt.status}`);
      };
      refuseIfPaid(await reader.payment(id));
      await carriedOut('/orders/cancel', { Id: providerId }, keyOf('cancel', id));
      // A try that began before may still succeed.
      const attempt = await reader.payment(id);
      refuseIfPaid(attempt);
      const isUnderWay = attempt?.status === 'AwaitingAuthentication' && attempt.at.getTime() > Date.now() - GIVEN_UP;
      if (isUnderWay) throw new Error(`the payer of ${id} is on the page of the bank`);
    },

    async refund({ id, payment, amount, since }) {
      const of = await paid(payment);
      const mayBeForgotten = Date.now() > since.getTime() + KEPT;
      if (mayBeForgotten && (await wasRefunded(reader, of, { id, amount, since }))) return;
      const body = { TransactionId: of.id, Amount: tengeOf(amount), JsonData: JSON.stringify({ refund: id }) };
      await carriedOut('/payments/refund', body, keyOf('refund', id));
    },

    async payOut({ id, recipient: { account, to }, amount }) {
      if ('iban' in to) throw new Refused('TipTopPay pays to cards only', 'cards-only');
      const before = await reader.payout(id);
      if (before !== undefined) return payoutOf(before);
      const body = { Token: to.card.token, Amount: tengeOf(amount), AccountId: account, Currency: 'KZT', InvoiceId: id };
      const { model, message } = await ask('/payments/token/topup', body, keyOf('top-up', id));
      // `Success` is false for a payout that the bank declined, too: that one is an operation.
      if (model === undefined) throw new Refused(message);
      return payoutOf(operation.parse(model));
    },

    async findPayout(id) {
      const found = await reader.payout(id);
      return found && payoutOf(found);
    },

    async list(from, to) {
      const operations = await reader.operations(from, to);
      const byId = new Map(operations.map((each) => [each.id, each]));
      /** The payment that a refund or a chargeback is of. */
      const aboutOf = async (id: number): Promise<string> => (byId.get(id) ?? (await reader.byId(id)))?.about ?? '';
      const own = operations.map(async (each) => ({
        ...entryOf(each),
        ...(each.kind === 'refund' && each.about === '' && each.original !== undefined && { about: await aboutOf(each.original) }),
      }));
      const back = (await reader.chargebacks(from, to)).map(async ({ id, payment, amount, at }) => ({
        ...({ id, kind: 'chargeback', amount, status: 'done', at } as const),
        about: await aboutOf(payment),
      }));
      return Promise.all([...own, ...back]);
    },

    hook: (delivery) => hookOf(delivery, settings.apiSecret),
  };
}
