/** Events of a payout, for walks through its chart. */
import type { ChartEvent } from '../../../charts/law.ts';
import type { PayoutContext, PayoutTax, PayoutTerms } from '../../../charts/payout/types.ts';
import { hoursAfter } from '../../../rules/hours.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

export const ORDER = 'bank-order/00000000-0000-4000-8000-0000000000b0';
const ID = 'payout/00000000-0000-4000-8000-000000000001/1';
const terms: PayoutTerms = { payoutAskFirstSeconds: 3_600, payoutAskLongestSeconds: 86_400, payoutReturnDays: 3 };

/** 15 000 tenge of a self-employed person: 150 tenge for each component. The month had so much before. */
const taxed = (before: number): PayoutTax => ({
  day: '2026-04-20',
  status: 'selfEmployed',
  income: '1500000',
  withheld: (['opv', 'opvr', 'so', 'vosms'] as const).map((component) => ({
    ...{ component, parameter: 'selfEmployedSoBasisPoints', basisPoints: 100, source: 'The law', amount: '15000' },
  })),
  net: '1440000',
  month: { paid: String(before + 1_500_000), limit: '129750000', warnAt: '103800000' },
});
const waitTerms = { taxWaitDays: 30, taxWaitReminderDays: [3] };

export const payoutExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,
  events(given, at) {
    const { payment } = given as PayoutContext;
    const platform = (type: string, input: object = {}): ChartEvent => ({ type, by: 'platform', at, input });
    return [
      platform('ask', { parent: 'task/00000000-0000-4000-8000-000000000001', contractor: accounts.first, amount: '1500000' }),
      platform('ask', {
        parent: 'task/00000000-0000-4000-8000-000000000001',
        contractor: accounts.first,
        amount: '1500000',
        payment: 'payment/00000000-0000-4000-8000-000000000001/1',
      }),
      platform('ask', {
        parent: 'debt/00000000-0000-4000-8000-000000000001/1',
        contractor: accounts.first,
        amount: '1500000',
        payment: 'payment/00000000-0000-4000-8000-000000000001/1/1',
      }),
      platform('prepared', { id: ID, provider: 'sandbox', details: '00000000-0000-4000-8000-0000000000d7' }),
      ...(['details', 'cooling', 'large'] as const).map((reason) =>
        platform('payoutWaits', {
          ...{ id: ID, provider: 'sandbox', reason, openEnds: { openReminderWorkingDays: [3] } },
          ...(reason === 'large' && { details: 'version' }),
          ...(reason === 'cooling' && { until: hoursAfter(at, 48) }),
        }),
      ),
      platform('payoutWaits', {
        id: ID,
        provider: 'tiptoppay',
        reason: 'unpayable',
        fault: 'cards-only',
        openEnds: { openReminderWorkingDays: [3] },
      }),
      platform('prepared', { id: ID, provider: 'tiptoppay', details: '00000000-0000-4000-8000-0000000000d7', bank: 'АО «Банк»' }),
      platform('take', { order: ORDER }),
      ...[0, 103_000_000, 128_250_000].map((before) =>
        platform('listed', { id: ID, reference: `${ID}/1/0`, returnDays: 3, tax: taxed(before) }),
      ),
      platform('handOver', { order: ORDER }),
      platform('leave', { order: ORDER }),
      platform('confirmed', { outflow: 'entry', amount: '1440000' }),
      platform('returned', { inflow: 'entry', amount: '1440000', reason: 'account-closed' }),
      {
        ...{ type: 'reportRefused', by: 'operator', actor: accounts.operator as string, person: 'confirms', at },
        input: { reason: 'account-closed', reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } },
      },
      platform('detailsChanged'),
      platform('sent', { id: ID, provider: 'sandbox', reference: `${ID}/1/0`, terms }),
      ...[0, 103_000_000, 128_250_000].map((before) =>
        platform('sent', { id: ID, provider: 'sandbox', reference: `${ID}/1/0`, terms, tax: taxed(before) }),
      ),
      platform('taxWaits', { id: ID, reason: 'unproved', waitTerms }),
      // A sum above the limit of every month; and one that fits into the next.
      platform('taxWaits', { id: ID, reason: 'overLimit', waitTerms }),
      platform('taxWaits', { id: ID, reason: 'overLimit', until: hoursAfter(at, 240), waitTerms }),
      platform('taxWaits', { id: ID, reason: 'withoutRegime', waitTerms }),
      platform('taxChanged'),
      {
        ...{ type: 'payInFull', by: 'operator', actor: accounts.operator as string, person: 'confirms', at },
        input: { reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } },
      },
      platform('failed', { id: ID, fault: 'no such account' }),
      platform('confirmed'),
      platform('refused'),
      platform('refused', { reason: 'account-closed' }),
      platform('returned'),
      ...(payment === undefined ? [] : ['500000', '1500000'].map((amount) => platform('stop', { amount, inAll: amount }))),
      platform('stopped', { id: ID }),
      { type: 'tryAgain', by: 'operator', actor: accounts.operator as string, at, input: {} },
      {
        ...{ type: 'allow', by: 'operator', actor: accounts.operator as string, person: 'person-of-another', at },
        input: { reasons: text('reasons'), details: 'version', proposed: { account: 'account-of-one', person: 'person-of-one' } },
      },
    ];
  },
  abstraction(given) {
    const { parent, payment, takenBack, takenInAll, confirmed, amount, tax, wait, inFull, changed, allowed, fault, bank } =
      given as PayoutContext;
    // More than the whole may be stopped; how much more makes no difference.
    const isWhole = takenBack !== undefined && BigInt(takenBack) >= BigInt(amount);
    return [
      parent,
      payment === undefined,
      isWhole || takenBack,
      takenInAll,
      confirmed === true,
      amount,
      tax === undefined,
      wait?.reason,
      wait?.until === undefined,
      inFull === undefined,
      changed === true,
      allowed === undefined,
      fault === undefined || fault === 'bank',
      bank === undefined,
    ];
  },
};
