import { postingsIn } from '../../testing/charts/books.ts';
import { debtExamples, debtTerms, owing } from '../../testing/charts/examples/debt.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { activeStates, initialConfiguration, stateSpaceOf, step } from '../../testing/charts/state-space.ts';
import { dutiesOf, judge, menu, timersOf } from '../judge.ts';
import type { ChartEvent, Party } from '../law.ts';
import { debtChart, factsOf, readersOf } from './chart.ts';
import { debtCreation } from './creation.ts';
import { owedOf } from './sums.ts';
import type { DebtContext, DebtInput } from './types.ts';

const { customer, first, second, operator } = accounts;
const at = '2026-04-20T04:00:00.000Z';
const today = '2026-04-20';
const contextOf = ({ snapshot }: Configuration): DebtContext => snapshot.context;

const take = (place: Configuration, event: ChartEvent): Configuration => {
  const edge = step(debtChart, place, event);
  if (edge === undefined) throw new Error(`${event.type} is not taken`);
  return edge.to;
};
const begun = (given: Partial<DebtInput> = {}): Configuration =>
  take(initialConfiguration(debtChart, at), {
    type: 'owe',
    by: 'platform',
    at,
    input: { ...owing({ dueOn: '2026-05-04', ...given }), calendar },
  });

const says =
  (by: Party, actor: string | undefined) =>
  (type: string, input: object = {}, when = at): ChartEvent => ({
    type,
    by,
    actor: actor as string,
    at: when,
    input: { ...input, calendar },
  });
const debtor = says('customer', customer);
const creditor = says('contractor', first);
const rings = (place: Configuration, name: string): Configuration => {
  const timer = timersOf(debtChart, place.snapshot, place.at).find((each) => each.name === name);
  if (timer === undefined) throw new Error(`${name} is not armed`);
  const due = new Date(timer.due).toISOString();
  return take(place, { type: timer.type, by: 'clock', at: due, input: { due } });
};
const reasons = text('reasons');
const refusal = ({ snapshot }: Configuration, event: ChartEvent) => {
  const verdict = judge(debtChart, snapshot, event);
  return verdict.allowed ? 'allowed' : [verdict.reason, verdict.rule];
};

describe('the sums', () => {
  const { edges } = stateSpaceOf(debtChart, debtExamples as never);

  test('in every reachable state the sums paid, set off, waived and owed add up to the debt, and none is negative', () => {
    const faults = edges
      .map(({ to }) => contextOf(to))
      .filter((context) => {
        const { amount, paid, setOff, waived } = context;
        const parts = [owedOf(context), ...[paid, setOff, waived].map(BigInt)];
        return parts.some((part) => part < 0n) || parts.reduce((sum, part) => sum + part) !== BigInt(amount);
      });
    expect(edges.length).toBeGreaterThan(10_000);
    expect(faults).toEqual([]);
  });

  test('nothing is owed in an end state, and something is owed before it', () => {
    const isEnd = ({ snapshot }: Configuration): boolean => snapshot.status === 'done';
    const faults = edges.filter(({ to }) => (owedOf(contextOf(to)) === 0n) !== isEnd(to));
    expect(faults.flatMap(({ to }) => activeStates(to))).toEqual([]);
  });

  test('only a confirmation, a waiver, a set-off or a payment through the platform or by the bank changes the sum owed', () => {
    const reducing = edges.filter(
      ({ from, to }) => contextOf(from).amount !== undefined && owedOf(contextOf(from)) !== owedOf(contextOf(to)),
    );
    expect(new Set(reducing.map(({ event }) => event.type))).toEqual(
      new Set(['confirm', 'waive', 'writeOff', 'setOffDone', 'reduce', 'paidOut', 'paymentCame']),
    );
  });

  test('the books hold the debts of the operator from their origin to their payment, and no debts between users', () => {
    const faults = edges.filter(({ from, to, actions }) => {
      const { debtor, creditor } = contextOf(to);
      const before = contextOf(from).amount === undefined ? 0n : owedOf(contextOf(from));
      const change = owedOf(contextOf(to)) - before;
      const [payable, receivable, all] = [/^payable/, /^receivable/, /./].map((name) => bookedOn(actions, name));
      const expected = [debtor === 'operator' ? change : 0n, creditor === 'operator' ? -change : 0n, 0n];
      return [payable, receivable, all].some((sum, index) => sum !== expected[index]);
    });
    expect(faults.map(({ event }) => event.type)).toEqual([]);
    for (const comes of [true, false])
      expect(edges.some(({ actions }) => (comes ? bookedOn(actions, /^bank/) < 0n : bookedOn(actions, /^bank/) > 0n))).toBe(true);
  });
});

/** What a step posts on the accounts with these names: credits less debits, tiyn. */
const bookedOn = (actions: readonly { type: string; params?: unknown }[], name: RegExp): bigint =>
  postingsIn(actions)
    .filter(({ phase }) => phase === 'single' || phase === 'post')
    .reduce(
      (total, { debit, credit, amount }) => total + (name.test(credit) ? BigInt(amount) : 0n) - (name.test(debit) ? BigInt(amount) : 0n),
      0n,
    );

test('the last day is given, or is computed from the terms and is a working day', () => {
  expect(contextOf(begun()).dueOn).toBe('2026-05-04');
  const { dueOn: _, ...given } = owing({ terms: { ...debtTerms, payDays: 11 } });
  const own = take(initialConfiguration(debtChart, at), { type: 'owe', by: 'platform', at, input: { ...given, calendar } });
  // 1 May is a holiday, 2 and 3 May are a weekend.
  expect(contextOf(own)).toMatchObject({
    dueOn: '2026-05-04',
    deadlines: {
      reminders: ['2026-04-30T19:00:00.000Z', '2026-05-02T19:00:00.000Z'],
      dueBy: '2026-05-04T19:00:00.000Z',
      overdueReminders: ['2026-05-04T19:00:00.000Z', '2026-05-10T19:00:00.000Z', '2026-06-02T19:00:00.000Z'],
    },
  });
});

describe('who acts', () => {
  const names = (place: Configuration, party: Party, actor: string | undefined) =>
    menu(debtChart, place.snapshot, party, actor).map(({ name }) => name);

  test('is only the account of each side', () => {
    const place = begun();
    expect(names(place, 'customer', customer)).toEqual(['report', 'pay', 'proposeSetOff']);
    expect(names(place, 'contractor', first)).toEqual(['confirm', 'waive', 'proposeSetOff']);
    expect(names(place, 'contractor', second)).toEqual([]);
    expect(names(place, 'operator', operator)).toEqual([]);
    expect(dutiesOf(debtChart, place.snapshot)).toEqual([]);
  });

  test('is the staff if the operator is a side, and the debt waits for them', () => {
    const owes = begun({ debtor: 'operator', creditor: 'customer', contractor: undefined });
    expect(names(owes, 'operator', operator)).toEqual(['orderPayment', 'proposeSetOff']);
    expect(names(owes, 'operator', undefined)).toEqual([]);
    expect(dutiesOf(debtChart, owes.snapshot)).toEqual(['payDebt']);
    const isOwed = take(begun({ creditor: 'operator', contractor: undefined }), debtor('report', { paidOn: today }));
    expect(names(isOwed, 'operator', operator)).toEqual(['confirm', 'deny', 'writeOff']);
    expect(dutiesOf(debtChart, isOwed.snapshot)).toEqual(['answerReport']);
    expect(readersOf(contextOf(isOwed), 'creditor')).toEqual([null]);
  });
});

describe('a report', () => {
  const reported = take(begun(), debtor('report', { paidOn: today, amount: '40000' }));

  test('is refused for a future day, or for more than is owed and not reported', () => {
    expect(refusal(begun(), debtor('report', { paidOn: '2026-04-21' }))).toEqual(['rule', 'paymentDayHasCome']);
    for (const amount of ['0', '100001'])
      expect(refusal(begun(), debtor('report', { paidOn: today, amount }))).toEqual(['rule', 'amountIsUnreported']);
    expect(refusal(reported, debtor('report', { paidOn: today, amount: '60001' }))).toEqual(['rule', 'amountIsUnreported']);
    const whole = take(reported, debtor('report', { paidOn: today }));
    expect(contextOf(whole).reports.map(({ number, amount }) => [number, amount])).toEqual([
      [1, '40000'],
      [2, '60000'],
    ]);
    expect(refusal(whole, debtor('report', { paidOn: today, amount: '1' }))).toEqual(['state', 'somethingIsUnreported']);
  });

  test('is named by its number in the answer', () => {
    for (const input of [{}, { report: 2 }]) expect(refusal(reported, creditor('confirm', input))).toEqual(['rule', 'reportIsNamed']);
    expect(refusal(reported, creditor('deny', { report: 2, reasons }))).toEqual(['rule', 'reportIsNamed']);
    expect(refusal(begun(), creditor('confirm', { report: 1 }))).toEqual(['rule', 'reportIsNamed']);
    expect(refusal(reported, creditor('confirm', { report: 1, amount: '100001' }))).toEqual(['rule', 'amountIsOwed']);
    const confirmed = take(reported, creditor('confirm', { report: 1 }));
    expect(confirmed.snapshot.value).toBe('open');
    expect(contextOf(confirmed)).toMatchObject({ paid: '40000', reports: [{ answer: { answer: 'confirmed', amount: '40000' } }] });
    expect(refusal(confirmed, creditor('confirm', { report: 1 }))).toEqual(['rule', 'reportIsNamed']);
    expect(take(confirmed, creditor('confirm')).snapshot.value).toBe('paid');
  });

  test('that nobody answers stays reported, with one reminder and one notice, and is not confirmed', () => {
    const armed = timersOf(debtChart, reported.snapshot, at).map(({ name, due }) => [name, new Date(due).toISOString()]);
    expect(armed).toEqual([
      ['answerReminder', '2026-04-23T19:00:00.000Z'],
      ['answerBy', '2026-04-27T19:00:00.000Z'],
      ['dueBy', '2026-05-04T19:00:00.000Z'],
    ]);
    const silent = rings(reported, 'answerBy');
    expect(silent.snapshot.value).toEqual({ reported: 'silent' });
    expect(contextOf(silent)).toMatchObject({ paid: '0' });
    const again = take(silent, debtor('report', { paidOn: today, amount: '10000' }));
    expect(again.snapshot.value).toEqual({ reported: 'awaited' });
    // The answer to one report does not change the other.
    expect(take(again, creditor('deny', { report: 2, reasons })).snapshot.value).toEqual({ reported: 'awaited' });
    const late = take(silent, creditor('deny', { report: 1, reasons }, silent.at));
    expect(late.snapshot.value).toBe('open');
  });

  test('of a part leaves the rest overdue; a report of the whole does not', () => {
    const part = rings(reported, 'dueBy');
    expect(part.snapshot.value).toEqual({ reported: 'awaited' });
    expect(contextOf(part).overdueSince).toBe('2026-05-05');
    expect(take(part, creditor('confirm', { report: 1 }, part.at)).snapshot.value).toBe('overdue');
    const whole = take(begun(), debtor('report', { paidOn: today }));
    expect(timersOf(debtChart, whole.snapshot, at).map(({ name }) => name)).not.toContain('dueBy');
    // Denied after the last day, the debt is overdue by its own timer, so both parties get a notice.
    const denied = take(whole, creditor('deny', { report: 1, reasons }, '2026-06-01T04:00:00.000Z'));
    expect(denied.snapshot.value).toBe('open');
    expect(rings(denied, 'dueBy').snapshot.value).toBe('overdue');
  });
});

describe('a payment of the operator', () => {
  const owes = begun({ debtor: 'operator', creditor: 'customer', contractor: undefined });
  const staff = (type: string, input: object, actor: string, person: string): ChartEvent => ({
    ...says('operator', actor)(type, input),
    person,
  });
  const ordered = take(owes, staff('orderPayment', { amount: '40000' }, 'staff-1', 'Aliya'));

  test('is ordered by one member of staff, and paid and reported by another person, under any accounts', () => {
    const pays = (actor: string, person: string, input: object = {}) =>
      refusal(ordered, staff('report', { order: 1, paidOn: today, ...input }, actor, person));
    expect(refusal(owes, staff('report', { order: 1, paidOn: today }, 'staff-2', 'Bolat'))).toEqual(['state', 'paymentIsOrdered']);
    expect(pays('staff-1', 'Aliya')).toEqual(['rule', 'anotherPays']);
    expect(pays('staff-2', 'Aliya')).toEqual(['rule', 'anotherPays']);
    expect(pays('staff-2', 'Bolat', { order: 2 })).toEqual(['rule', 'orderIsCurrent']);
    expect(pays('staff-2', 'Bolat', { amount: '40001' })).toEqual(['rule', 'orderIsCurrent']);
    expect(dutiesOf(debtChart, ordered.snapshot)).toEqual(['payDebt']);
    const paid = take(ordered, staff('report', { order: 1, paidOn: today }, 'staff-2', 'Bolat'));
    expect(contextOf(paid)).toMatchObject({ order: undefined, reports: [{ amount: '40000' }] });
    // One order is paid once.
    expect(refusal(paid, staff('report', { order: 1, paidOn: today }, 'staff-2', 'Bolat'))).toEqual(['state', 'paymentIsOrdered']);
  });

  test('is booked from the origin of the debt: 1 000 tenge owed, 400 paid, 600 waived, nothing left', () => {
    const books: Record<string, number> = {};
    let place = initialConfiguration(debtChart, at);
    const happens = (event: ChartEvent): void => {
      const edge = step(debtChart, place, event);
      if (edge === undefined) throw new Error(`${event.type} is not taken`);
      place = edge.to;
      for (const name of ['loss/debts', `payable/${customer}`, 'bank/operator'])
        books[name] = (books[name] ?? 0) + Number(bookedOn(edge.actions, new RegExp(`^${name}$`))) / 100;
    };
    const input = { ...owing({ debtor: 'operator', creditor: 'customer', contractor: undefined }), calendar };
    happens({ type: 'owe', by: 'platform', at, input });
    expect(books).toEqual({ 'loss/debts': -1_000, [`payable/${customer}`]: 1_000, 'bank/operator': 0 });
    happens(staff('orderPayment', { amount: '40000' }, 'staff-1', 'Aliya'));
    happens(staff('report', { order: 1, paidOn: today }, 'staff-2', 'Bolat'));
    // What the operator reports as paid is paid when the creditor confirms it.
    expect(books[`payable/${customer}`]).toBe(1_000);
    happens(debtor('confirm', { report: 1 }));
    expect(books).toEqual({ 'loss/debts': -1_000, [`payable/${customer}`]: 600, 'bank/operator': 400 });
    happens(debtor('waive', { reasons }));
    expect(books).toEqual({ 'loss/debts': -400, [`payable/${customer}`]: 0, 'bank/operator': 400 });
  });
});

describe('a payment through the platform', () => {
  const terms = { payWorkingDays: 2 };
  const asked = take(begun(), debtor('pay', { amount: '40000', terms }));
  const { payment = '' } = contextOf(asked).transfer ?? {};
  const platform = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
  const received = take(asked, platform('paymentCaptured', { child: payment, amount: '40000' }));
  const { payout = '' } = contextOf(received).transfer ?? {};

  test('is requested, paid out and counted, and needs no further confirmation', () => {
    expect([payment, payout]).toEqual(['payment/one/1/1', 'payout/one/1/1']);
    for (const place of [asked, received]) {
      expect(refusal(place, creditor('confirm', { amount: '60001' }))).toEqual(['rule', 'amountIsOwed']);
      expect(refusal(place, creditor('confirm', { amount: '60000' }))).toBe('allowed');
      for (const event of [creditor('waive', { reasons }), debtor('report', { paidOn: today }), debtor('pay', { terms })])
        expect(refusal(place, event)).toEqual(['state', undefined]);
      const reduce = (amount: string) => refusal(place, platform('reduce', { amount }));
      expect([reduce('60000'), reduce('60001')]).toEqual(['allowed', ['rule', 'isAvailable']]);
    }
    const paid = take(received, platform('paidOut', { child: payout, amount: '40000' }));
    expect(paid.snapshot.value).toBe('open');
    expect(contextOf(paid)).toMatchObject({ paid: '40000', transfer: undefined });
    // It came back and was sent again: it counts once.
    const again = take(
      take(paid, platform('payoutReturned', { child: payout, amount: '40000' })),
      platform('paidOut', { child: payout, amount: '40000' }),
    );
    expect(contextOf(again)).toMatchObject({ paid: '40000' });
  });

  test('leaves the debt unchanged if it is not made', () => {
    for (const type of ['paymentFailed', 'paymentExpired', 'paymentCancelled']) {
      const left = take(asked, platform(type, { child: payment }));
      expect(left.snapshot.value).toBe('open');
      expect(contextOf(left)).toMatchObject({ paid: '0', transfer: undefined });
      expect(contextOf(take(left, debtor('pay', { terms }))).transfer).toEqual({ payment: 'payment/one/1/2', amount: '100000' });
    }
  });

  test('is late while it is only requested, and not once the provider has the money', () => {
    expect(contextOf(rings(asked, 'dueBy')).overdueSince).toBe('2026-05-05');
    const whole = take(begun(), debtor('pay', { terms }));
    const came = take(whole, platform('paymentCaptured', { child: payment, amount: '100000' }));
    expect(timersOf(debtChart, came.snapshot, at)).toEqual([]);
  });

  test('is owed again if it is taken back before its arrival, with reminders from that day', () => {
    const stop = step(debtChart, received, platform('paymentTakenBack', { child: payment, owed: '40000', inAll: '70000' }));
    expect(stop?.actions.find(({ type }) => type === 'sendToLife')?.params).toEqual({
      to: payout,
      type: 'stop',
      input: { amount: '40000', inAll: '70000' },
    });
    const late = rings(received, 'dueBy');
    const back = { ...platform('payoutStopped', { child: payout, amount: '40000', left: '0' }), at: '2026-07-20T04:00:00.000Z' };
    const again = take(late, back);
    expect(again.snapshot.value).toBe('overdue');
    expect(contextOf(again)).toMatchObject({ paid: '0', transfer: undefined, moved: '40000' });
    expect(timersOf(debtChart, again.snapshot, again.at).map(({ name, due }) => [name, new Date(due).toISOString()])).toEqual([
      ['overdueReminder', '2026-07-20T19:00:00.000Z'],
    ]);
  });

  test('continues with the rest if a part is taken back', () => {
    const part = take(received, platform('payoutStopped', { child: payout, amount: '30000', left: '10000' }));
    expect(contextOf(part)).toMatchObject({ paid: '0', transfer: { payment, payout: 'payout/one/1/2', amount: '10000' } });
    const paid = take(part, platform('paidOut', { child: 'payout/one/1/2', amount: '10000' }));
    expect(contextOf(paid)).toMatchObject({ paid: '10000', transfer: undefined });
  });

  test('continues without a second sum taken back while its payout is being stopped', () => {
    const takes = (owed: string, inAll: string) => platform('paymentTakenBack', { child: payment, owed, inAll });
    const twice = take(take(received, takes('10000', '10000')), takes('20000', '30000'));
    const edge = step(debtChart, twice, platform('payoutStopped', { child: payout, amount: '10000', left: '30000' }));
    const orders = edge?.actions.filter(({ type }) => type === 'sendToLife' || type === 'startChild').map(({ params }) => params);
    expect(orders).toMatchObject([
      { to: payment, type: 'notPaidOut', input: { amount: '20000' } },
      { child: 'payout/one/1/2', type: 'ask', input: { amount: '10000' } },
    ]);
    const all = take(take(received, takes('10000', '10000')), takes('30000', '40000'));
    const none = take(all, platform('payoutStopped', { child: payout, amount: '10000', left: '30000' }));
    expect(contextOf(none)).toMatchObject({ transfer: undefined, moved: '40000' });
  });

  test('is only between users: the operator pays and is paid from its own account', () => {
    const toOperator = begun({ creditor: 'operator', contractor: undefined });
    expect(refusal(toOperator, debtor('pay', { terms }))).toEqual(['state', 'usersAreSides']);
  });
});

test('reports and payments together are limited, and the creditor can confirm beyond the limit', () => {
  let place = begun({ terms: { ...debtTerms, mostPayments: 2 } });
  place = take(place, debtor('report', { paidOn: today, amount: '1' }));
  place = take(place, creditor('deny', { report: 1, reasons }));
  place = take(place, debtor('pay', { terms: { payWorkingDays: 2 } }));
  place = take(place, { type: 'paymentCancelled', by: 'platform', at, input: { child: 'payment/one/1/1' } });
  expect(refusal(place, debtor('report', { paidOn: today }))).toEqual(['rule', 'paymentsAreLeft']);
  expect(refusal(place, debtor('pay', { terms: { payWorkingDays: 2 } }))).toEqual(['rule', 'paymentsAreLeft']);
  expect(take(place, creditor('confirm')).snapshot.value).toBe('paid');
});

describe('a set-off', () => {
  const other = { debtor: first as string, creditor: customer as string, owed: '30000' };
  const debt = 'debt/other/1';
  const proposed = take(begun(), debtor('proposeSetOff', { debt, other }));

  test('is against an open counter-debt, for the lesser sum', () => {
    expect(contextOf(proposed).proposal).toMatchObject({ number: 1, side: 'debtor', debt, amount: '30000' });
    for (const wrong of [undefined, { ...other, owed: '0' }, { ...other, debtor: customer }, { ...other, creditor: second }])
      expect(refusal(begun(), debtor('proposeSetOff', { debt, other: wrong }))).toEqual(['rule', 'debtsAreMutual']);
  });

  test('is accepted by the other side, which names the proposal', () => {
    expect(refusal(proposed, debtor('acceptSetOff', { proposal: 1, debt }))).toEqual(['party', undefined]);
    for (const wrong of [
      { proposal: 2, debt },
      { proposal: 1, debt: 'debt/other/2' },
    ])
      expect(refusal(proposed, creditor('acceptSetOff', wrong))).toEqual(['rule', 'proposalIsCurrent']);
    const less = take(proposed, creditor('confirm', { amount: '80000' }));
    expect(refusal(less, creditor('acceptSetOff', { proposal: 1, debt }))).toEqual(['state', 'setOffIsPossible']);
    const accepted = take(proposed, creditor('acceptSetOff', { proposal: 1, debt }));
    expect(accepted.snapshot.value).toBe('settingOff');
    // Meanwhile no command may change what is owed.
    for (const event of [creditor('confirm'), creditor('waive', { reasons }), debtor('report', { paidOn: today })])
      expect(refusal(accepted, event)).toEqual(['state', undefined]);
    const answered = (type: string): Configuration => take(accepted, { type, by: 'platform', at, input: {} });
    expect(contextOf(answered('setOffDone'))).toMatchObject({ setOff: '30000', proposal: { became: 'done' } });
    expect(contextOf(answered('setOffFailed'))).toMatchObject({ setOff: '0', proposal: { became: 'failed' } });
  });

  test('reduces another debt by no more than its available sum', () => {
    const reduce = (place: Configuration, amount: string) => refusal(place, { type: 'reduce', by: 'platform', at, input: { amount } });
    expect([reduce(begun(), '100000'), reduce(begun(), '100001')]).toEqual(['allowed', ['rule', 'isAvailable']]);
    const accepted = take(proposed, creditor('acceptSetOff', { proposal: 1, debt }));
    expect([reduce(accepted, '70000'), reduce(accepted, '70001')]).toEqual(['allowed', ['rule', 'isAvailable']]);
    // What the debtor reported as paid is not taken a second time.
    const reported = take(begun(), debtor('report', { paidOn: today, amount: '40000' }));
    expect([reduce(reported, '60000'), reduce(reported, '60001')]).toEqual(['allowed', ['rule', 'isAvailable']]);
  });
});

test('a waiver ends the debt and keeps its reasons', () => {
  const part = take(begun(), creditor('confirm', { amount: '1' }));
  const waived = take(part, creditor('waive', { reasons }));
  expect(waived.snapshot).toMatchObject({ value: 'waived', status: 'done' });
  expect(contextOf(waived)).toMatchObject({ paid: '1', waived: '99999', waiver: { reasons } });
});

test('a notice names the sum of its event, what is owed after it, and the last day', () => {
  expect(factsOf(contextOf(begun()), 'debt-arisen')).toEqual({ sum: '100000', rest: '100000', day: '2026-05-04' });
  const reported = take(begun(), debtor('report', { paidOn: today, amount: '40000' }));
  expect([factsOf(contextOf(reported), 'debt-overdue').sum, factsOf(contextOf(reported), 'debt-overdue-creditor').sum]).toEqual([
    '60000',
    '100000',
  ]);
  expect(factsOf(contextOf(reported), 'debt-reported')).toEqual({ sum: '40000', rest: '100000', day: '2026-04-27' });
  const confirmed = take(reported, creditor('confirm', { report: 1, amount: '30000' }));
  expect(factsOf(contextOf(confirmed), 'debt-confirmed')).toMatchObject({ sum: '30000', rest: '70000' });
});

test('a parent of any kind starts a debt under its own id, with only the accounts of its two sides', () => {
  const { id: __, parent: _, ...given } = owing();
  expect(debtCreation('task/one', 2, given)).toEqual({
    child: 'debt/one/2',
    type: 'owe',
    by: 'platform',
    input: owing({ id: 'debt/one/2', parent: 'task/one' }),
  });
  const ours = debtCreation('dispute/one/1', 1, { ...given, debtor: 'operator', creditor: 'customer' });
  expect(ours.child).toBe('debt/one/1/1');
  expect(ours.input).not.toHaveProperty('contractor');
  expect(() => debtCreation('task/one', 1, { ...given, amount: '0' })).toThrow(RangeError);
  expect(() => debtCreation('task/one', 1, { ...given, creditor: 'customer' })).toThrow(RangeError);
});
