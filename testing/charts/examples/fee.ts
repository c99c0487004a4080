/** Commands of a fee with valid input, for walks through its chart. */

import { debtOf } from '../../../charts/fee/chart.ts';
import type { FeeContext, FeeInput, FeeTerms } from '../../../charts/fee/types.ts';
import type { ChartEvent } from '../../../charts/law.ts';
import { balanceOf } from '../../../rules/penalty.ts';
import { addCalendarDays, civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

export const feeTerms: FeeTerms = {
  rate: 500,
  payWorkingDays: 10,
  reminderWorkingDays: [5, 9],
  openReminderWorkingDays: [2, 4],
  penalty: { perDayBasisPoints: 10, capBasisPoints: 1_000, capBase: 'initial', firstDay: 1, paidFirst: 'principal' },
};

const SMALL = '40000';
const LEAST = '1';

/** A fee of 1 000 tenge, due in two weeks. */
export const charging = (at: string, given: Partial<FeeInput> = {}): FeeInput => ({
  parent: 'task/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10',
  customer: accounts.customer,
  principal: '100000',
  dueOn: addCalendarDays(civilDate(at), 14),
  terms: feeTerms,
  ...given,
});

const BEGIN = '2026-04-20T04:00:00.000Z';

export const feeExamples: Examples = {
  begin: BEGIN,
  calendar,

  events(given, at) {
    const { dueOn } = given as FeeContext;
    // If no other sum fits any more, the smallest one still does.
    const allOwed = (): string => {
      const { principalOwed, penaltyOwed } = balanceOf(debtOf(given as FeeContext), civilDate(at));
      return String(principalOwed + penaltyOwed);
    };
    const isNearlyPaid = (): boolean => BigInt(allOwed()) < BigInt(SMALL);
    const charge = (own: Partial<FeeInput>): ChartEvent => ({
      type: 'charge',
      by: 'platform',
      at,
      input: { ...charging(at, own), calendar },
    });
    const asOperator = (type: string, input: object): ChartEvent => ({
      type,
      by: 'operator',
      actor: accounts.operator,
      person: 'confirms',
      at,
      input,
    });
    const pays = (amount: string, paidOn: string): ChartEvent => asOperator('recordPayment', { amount, paidOn });
    return [
      charge({}),
      charge({ principal: '0' }),
      charge({ terms: { ...feeTerms, penalty: { ...feeTerms.penalty, capBase: 'current', paidFirst: 'penalty' } } }),
      ...(dueOn === undefined ? [] : [pays('50000', addCalendarDays(dueOn, 1)), pays('100000', dueOn)]),
      ...(dueOn !== undefined && isNearlyPaid() ? [pays(LEAST, civilDate(at))] : []),
      ...[SMALL, '100000'].map((amount) => pays(amount, civilDate(at))),
      ...(dueOn === undefined ? [] : [pays(allOwed(), civilDate(at))]),
      // Today, or long before.
      ...[civilDate(at), addCalendarDays(civilDate(BEGIN), -30)].map(
        (on): ChartEvent => ({ type: 'noticeSent', by: 'platform', at, input: { on, calendar } }),
      ),
      { type: 'noticeNotSent', by: 'platform', at, input: { reason: 'not-notified' } },
      asOperator('sendAgain', { calendar }),
      asOperator('writeOff', { reasons: text('reasons'), proposed: { account: 'account-operator-second', person: 'proposes' } }),
    ];
  },

  abstraction(given, states) {
    // The total paid depends on the day.
    if (states.includes('fee.paid')) return null;
    const { terms, payments, noticedOn, withheld } = given as FeeContext;
    return [
      noticedOn === undefined,
      withheld,
      terms?.penalty.capBase,
      payments.map(({ amount }) => amount).filter((amount) => amount !== LEAST),
    ];
  },
};
