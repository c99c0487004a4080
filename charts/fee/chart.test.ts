import { civilDate, endOfDay } from '../../rules/working-days.ts';
import { charging, feeTerms } from '../../testing/charts/examples/fee.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, menu, timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { factsOf, feeChart } from './chart.ts';
import type { FeeContext, FeeEvent, FeeInput } from './types.ts';

/** A moment by the local time of Almaty: `04-30 17:00`, in 2026. */
const local = (shown: string): string => new Date(`2026-${shown.replace(' ', 'T')}:00+05:00`).toISOString();
const RECEIVABLE = `receivable/${accounts.customer}`;

interface Posting {
  debit: string;
  credit: string;
  amount: string;
  code: string;
}

/** A fee of 1 000 tenge charged on Monday, 27 April, and due on 12 May by default. Due timers fire before each event. */
function story(given: Partial<FeeInput> = {}, noticed: object | undefined = { on: '2026-04-27' }) {
  let place: Configuration = initialConfiguration(feeChart, local('04-27 10:00'));
  const notices: string[] = [];
  const postings: Posting[] = [];
  const take = (event: ChartEvent): void => {
    const edge = step(feeChart, place, event);
    if (edge === undefined) throw new Error(`${event.type} is not taken`);
    place = edge.to;
    for (const { type, params } of edge.actions) {
      if (type === 'notify') notices.push(`${civilDate(event.at)} ${params?.template}`);
      if (type === 'book') postings.push(...((params?.postings ?? []) as Posting[]));
    }
  };
  const hears = (at: string, input: object = noticed ?? {}): void =>
    take({ type: 'on' in input ? 'noticeSent' : 'noticeNotSent', by: 'platform', at, input: { ...input, calendar } });
  const pass = (until: string): void => {
    for (;;) {
      const timer = timersOf(feeChart, place.snapshot, place.at).find(({ due }) => due <= Date.parse(until));
      if (timer === undefined) break;
      take(timerEvent(place, timer, calendar));
      // The platform answers at once.
      if (noticed !== undefined && JSON.stringify(place.snapshot.value) === '{"unnoticed":"asked"}') hears(place.at);
    }
    place = { ...place, at: until };
  };
  const operator = (type: string, at: string, input: object) => {
    pass(at);
    const event: ChartEvent = { type, by: 'operator', actor: accounts.operator as string, person: 'second', at, input };
    const verdict = judge(feeChart, place.snapshot, event);
    if (verdict.allowed) take(event);
    return verdict;
  };
  const at = local('04-27 10:00');
  take({
    type: 'charge',
    by: 'platform',
    at,
    input: { ...charging(at, { dueOn: '2026-05-12', terms: { ...feeTerms, payWorkingDays: 8 }, ...given }), calendar },
  });
  return {
    notices,
    pass,
    pay: (amount: number, at: string, paidOn = civilDate(at)) => operator('recordPayment', at, { amount: String(amount), paidOn }),
    hears,
    sendAgain: (at: string) => operator('sendAgain', at, { calendar }),
    writeOff: (at: string) =>
      operator('writeOff', at, { reasons: text('reasons'), proposed: { account: 'account-of-another', person: 'first' } }),
    /** What is owed according to the books. */
    owed: () =>
      postings.reduce(
        (sum, { debit, credit, amount }) =>
          sum + (debit === RECEIVABLE ? Number(amount) : 0) - (credit === RECEIVABLE ? Number(amount) : 0),
        0,
      ),
    booked: () => postings.map(({ code, amount }) => [code, Number(amount)]),
    timers: () => timersOf(feeChart, place.snapshot, place.at).map(({ name, due }) => [name, new Date(due).toISOString()]),
    /** What a notice would say now. */
    facts(template: string) {
      const context = place.snapshot.context as FeeContext;
      return factsOf(context, template, { before: context, event: { at: place.at } as FeeEvent });
    },
    get state() {
      return place.snapshot.value;
    },
    get place() {
      return place;
    },
  };
}

describe('a fee (3.2, 5.1, 6.3)', () => {
  test('is due, overdue, and at its cap on the hundredth day, with one timer at each date that matters', () => {
    const fee = story();
    expect(fee.timers()).toEqual([
      ['feeReminder', endOfDay('2026-05-05')],
      ['dueBy', endOfDay('2026-05-12')],
    ]);
    fee.pass(local('05-12 23:59'));
    expect(fee.state).toBe('due');
    fee.pass(local('05-13 00:00'));
    expect(fee.state).toBe('overdue');
    // Two working days after Wednesday, 13 May.
    expect(fee.timers()).toEqual([
      ['openReminder', local('05-16 00:00')],
      ['capBy', local('08-20 00:00')],
    ]);
    fee.pass(local('08-19 23:59'));
    expect(fee.state).toBe('overdue');
    fee.pass(local('08-20 00:00'));
    expect(fee.state).toBe('capped');
    expect(fee.timers()).toEqual([['openReminder', local('08-25 00:00')]]);
    expect(fee.notices).toEqual([
      ...['2026-04-27 fee-charged', '2026-05-06 fee-reminder', '2026-05-13 fee-overdue'],
      ...['2026-05-16 fee-still-owed', '2026-05-20 fee-still-owed', '2026-08-20 fee-capped'],
    ]);
    expect(fee.booked()).toEqual([['fee-charged', 100_000]]);
  });

  test('is overdue only after the sending of its notice is known: the term runs from the sending (R11)', () => {
    const late = story({}, { on: '2026-05-08' });
    late.pass(local('05-13 09:00'));
    // Sent on Friday, 8 May: the eighth working day is 21 May.
    expect([late.state, (late.place.snapshot.context as FeeContext).dueOn]).toEqual(['due', '2026-05-21']);
    late.pass(local('05-22 09:00'));
    expect(late.state).toBe('overdue');
    expect(late.notices.slice(-2)).toEqual(['2026-05-14 fee-reminder', '2026-05-22 fee-overdue']);
  });

  test.each(['not-notified', 'no-requisites'])(
    'has no penalty while the penalty is withheld (%s), and staff charge the fee again',
    (reason) => {
      const fee = story({}, { reason });
      fee.pass(local('07-01 09:00'));
      expect([fee.state, fee.timers()]).toEqual([{ unnoticed: 'withheld' }, []]);
      expect(fee.notices.at(-1)).toBe('2026-05-13 fee-withheld');
      fee.pay(40_000, local('07-01 10:00'));
      expect([fee.state, fee.owed()]).toEqual([{ unnoticed: 'withheld' }, 60_000]);
      expect(fee.pay(60_001, local('07-01 10:00'))).toMatchObject({ rule: 'amountIsOwed' });
      fee.sendAgain(local('07-01 11:00'));
      // The eighth working day after Wednesday, 1 July; 6 July is a day off.
      expect([fee.state, (fee.place.snapshot.context as FeeContext).dueOn]).toEqual(['due', '2026-07-14']);
      expect(fee.notices.at(-1)).toBe('2026-07-01 fee-charged');
      // What was paid is not charged again.
      expect(fee.facts('fee-charged')).toEqual({ sum: '60000', rest: '60000', day: '2026-07-14' });
      fee.pay(60_000, local('07-02 10:00'));
      expect([fee.state, fee.owed()]).toEqual(['paid', 0]);
    },
  );

  test('is paid in part and then in whole before it is overdue, without a penalty', () => {
    const fee = story();
    expect(fee.pay(30_000, local('05-04 12:00')).allowed).toBe(true);
    expect([fee.state, fee.owed()]).toEqual(['due', 70_000]);
    expect(fee.pay(70_000, local('05-12 23:00')).allowed).toBe(true);
    expect([fee.state, fee.owed()]).toEqual(['paid', 0]);
    expect(fee.booked()).toEqual([
      ['fee-charged', 100_000],
      ['fee-paid', 30_000],
      ['fee-paid', 70_000],
    ]);
    expect(fee.notices.slice(1)).toEqual(['2026-05-04 fee-payment', '2026-05-06 fee-reminder', '2026-05-12 fee-paid']);
  });

  test('names in its notices the sums charged and paid, and the rest with its day', () => {
    const fee = story();
    expect(fee.facts('fee-charged')).toEqual({ sum: '100000', rest: '100000', day: '2026-05-12' });
    fee.pay(50_000, local('05-22 09:00'));
    expect(fee.facts('fee-payment')).toEqual({ sum: '50000', rest: '51000', day: '2026-05-22' });
    fee.pay(1_000, local('05-23 09:00'), '2026-05-11');
    expect(fee.facts('fee-payment')).toEqual({ sum: '1000', rest: '49990', day: '2026-05-22' });
  });

  test('names the total in its notice when the penalty reaches the cap', () => {
    const fee = story();
    fee.pass(local('08-20 00:00'));
    expect(fee.facts('fee-overdue')).toEqual({ sum: '100000', rest: '100000', day: '2026-05-12' });
    expect(fee.facts('fee-capped')).toEqual({ sum: '100000', rest: '110000', day: '2026-08-20' });
  });

  test('moves its cap when a part is paid late, and is settled by the rest with the penalty', () => {
    const fee = story();
    fee.pay(50_000, local('05-22 09:00'));
    expect([fee.state, fee.owed()]).toEqual(['overdue', 51_000]);
    expect(fee.timers()).toEqual([['capBy', endOfDay('2026-11-17')]]);
    expect(fee.pay(51_500, local('06-01 09:00')).allowed).toBe(true);
    expect([fee.state, fee.owed()]).toEqual(['paid', 0]);
    expect(fee.booked()).toEqual([
      ['fee-charged', 100_000],
      ['fee-penalty', 1_000],
      ['fee-paid', 50_000],
      ['fee-penalty', 500],
      ['fee-paid', 51_500],
    ]);
  });

  test.each([
    ['more than is owed', 101_001, '2026-05-22', 'amountIsOwed'],
    ['nothing', 0, '2026-05-22', 'amountIsOwed'],
    ['a payment of tomorrow', 1_000, '2026-05-23', 'paymentDayHasCome'],
  ])('refuses %s', (_, amount, paidOn, rule) => {
    const fee = story();
    expect(fee.pay(amount, local('05-22 09:00'), paidOn)).toMatchObject({ allowed: false, reason: 'rule', rule, clause: '5.1' });
  });

  test('counts a payment that is reported late from its own day, and reverses the excess penalty', () => {
    const fee = story();
    fee.pay(10_000, local('08-25 09:00'));
    expect([fee.state, fee.owed()]).toEqual(['capped', 100_000]);
    fee.pay(60_000, local('08-26 09:00'), '2026-05-12');
    // 40 000 were overdue from the first day, and reached their cap of 4 000 on the same day.
    expect([fee.state, fee.owed()]).toEqual(['capped', 34_000]);
    expect(fee.booked().slice(-2)).toEqual([
      ['fee-penalty-reversed', 6_000],
      ['fee-paid', 60_000],
    ]);
  });

  test('leaves the cap if a payment that is reported late keeps the penalty below it', () => {
    const fee = story();
    fee.pay(50_000, local('08-26 09:00'), '2026-05-13');
    expect(fee.state).toBe('overdue');
    expect(fee.owed()).toBe(50_000 + 100 + 105 * 50);
    expect(fee.timers()).toEqual([
      ['openReminder', endOfDay('2026-08-28')],
      ['capBy', endOfDay('2026-11-26')],
    ]);
  });

  test('has no penalty if it was paid in time and reported later', () => {
    const fee = story();
    fee.pay(100_000, local('06-01 09:00'), '2026-05-12');
    expect([fee.state, fee.owed(), fee.booked().length]).toEqual(['paid', 0, 2]);
  });

  test('is written off with its penalty, and nothing remains owed', () => {
    const fee = story();
    fee.pass(local('05-22 10:00'));
    expect(fee.writeOff(local('05-22 12:00')).allowed).toBe(true);
    expect([fee.state, fee.owed()]).toEqual(['writtenOff', 0]);
    expect(fee.booked().slice(1)).toEqual([
      ['fee-penalty', 1_000],
      ['fee-written-off', 101_000],
    ]);
    expect((fee.place.snapshot.context as FeeContext).writtenOffOn).toBe('2026-05-22');
  });

  test('gives its customer no command in any state', () => {
    const fee = story();
    for (const at of ['05-01 09:00', '05-20 09:00', '09-01 09:00']) {
      fee.pass(local(at));
      expect(menu(feeChart, fee.place.snapshot, 'customer', accounts.customer)).toEqual([]);
      expect(menu(feeChart, fee.place.snapshot, 'operator', accounts.operator).map(({ name }) => name)).toEqual([
        'recordPayment',
        'writeOff',
      ]);
    }
  });

  test('of zero is paid at once, and books nothing', () => {
    const fee = story({ principal: '0' });
    expect([fee.state, fee.booked(), fee.notices]).toEqual(['paid', [], []]);
  });

  test('of a tariff without penalty only sends reminders', () => {
    const fee = story({ terms: { ...feeTerms, payWorkingDays: 8, penalty: { ...feeTerms.penalty, perDayBasisPoints: 0 } } });
    fee.pass(local('05-13 00:00'));
    expect([fee.state, fee.timers()]).toEqual(['overdue', [['openReminder', local('05-16 00:00')]]]);
  });
});
