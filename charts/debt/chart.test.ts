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

  test('wherever the law leads: what is paid, set off, waived and owed is the whole debt, and nothing is below zero', () => {
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

  test('nothing is owed at an end, and something is owed before it', () => {
    const isEnd = ({ snapshot }: Configuration): boolean => snapshot.status === 'done';
    const faults = edges.filter(({ to }) => (owedOf(contextOf(to)) === 0n) !== isEnd(to));
    expect(faults.flatMap(({ to }) => activeStates(to))).toEqual([]);
  });

  test('only a confirmation, a waiver or a set-off changes what is owed', () => {
    const reducing = edges.filter(
      ({ from, to }) => contextOf(from).amount !== undefined && owedOf(contextOf(from)) !== owedOf(contextOf(to)),
    );
    expect(new Set(reducing.map(({ event }) => event.type))).toEqual(new Set(['confirm', 'waive', 'setOffDone', 'reduce']));
  });
});

test('the last day is given, or follows the terms and ends on a working day', () => {
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

  test('is the account of each side, and no other', () => {
    const place = begun();
    expect(names(place, 'customer', customer)).toEqual(['report', 'proposeSetOff']);
    expect(names(place, 'contractor', first)).toEqual(['confirm', 'waive', 'proposeSetOff']);
    expect(names(place, 'contractor', second)).toEqual([]);
    expect(names(place, 'operator', operator)).toEqual([]);
    expect(dutiesOf(debtChart, place.snapshot)).toEqual([]);
  });

  test('is the staff where the operator is a side, and the debt waits for them', () => {
    const owes = begun({ debtor: 'operator', creditor: 'customer', contractor: undefined });
    expect(names(owes, 'operator', operator)).toEqual(['report', 'proposeSetOff']);
    expect(names(owes, 'operator', undefined)).toEqual([]);
    expect(dutiesOf(debtChart, owes.snapshot)).toEqual(['payDebt']);
    const isOwed = take(begun({ creditor: 'operator', contractor: undefined }), debtor('report', { paidOn: today }));
    expect(names(isOwed, 'operator', operator)).toEqual(['confirm', 'deny', 'waive']);
    expect(dutiesOf(debtChart, isOwed.snapshot)).toEqual(['answerReport']);
    expect(readersOf(contextOf(isOwed), 'creditor')).toEqual([null]);
  });
});

describe('a report', () => {
  const reported = take(begun(), debtor('report', { paidOn: today, amount: '40000' }));

  test('is of no day to come and of no more than is owed and not reported', () => {
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

  test('is named by whoever answers it', () => {
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

  test('that nobody answers stays reported, with one reminder, one notice, and no confirmation', () => {
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
    // The answer to one of them leaves the other where it was.
    expect(take(again, creditor('deny', { report: 2, reasons })).snapshot.value).toEqual({ reported: 'awaited' });
    const late = take(silent, creditor('deny', { report: 1, reasons }, silent.at));
    expect(late.snapshot.value).toBe('open');
  });

  test('of a part leaves the rest overdue, and one of the whole does not', () => {
    const part = rings(reported, 'dueBy');
    expect(part.snapshot.value).toEqual({ reported: 'awaited' });
    expect(contextOf(part).overdueSince).toBe('2026-05-05');
    expect(take(part, creditor('confirm', { report: 1 }, part.at)).snapshot.value).toBe('overdue');
    const whole = take(begun(), debtor('report', { paidOn: today }));
    expect(timersOf(debtChart, whole.snapshot, at).map(({ name }) => name)).not.toContain('dueBy');
    // Denied after the day it is overdue by its own timer, so both are told.
    const denied = take(whole, creditor('deny', { report: 1, reasons }, '2026-06-01T04:00:00.000Z'));
    expect(denied.snapshot.value).toBe('open');
    expect(rings(denied, 'dueBy').snapshot.value).toBe('overdue');
  });
});

describe('a set-off', () => {
  const other = { debtor: first as string, creditor: customer as string, owed: '30000' };
  const debt = 'debt/other/1';
  const proposed = take(begun(), debtor('proposeSetOff', { debt, other }));

  test('is against a counter-debt that is open, of the lesser sum', () => {
    expect(contextOf(proposed).proposal).toMatchObject({ number: 1, side: 'debtor', debt, amount: '30000' });
    for (const wrong of [undefined, { ...other, owed: '0' }, { ...other, debtor: customer }, { ...other, creditor: second }])
      expect(refusal(begun(), debtor('proposeSetOff', { debt, other: wrong }))).toEqual(['rule', 'debtsAreMutual']);
  });

  test('is accepted by the other side, which names what was proposed', () => {
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
    // Meanwhile nobody may change what is owed.
    for (const event of [creditor('confirm'), creditor('waive', { reasons }), debtor('report', { paidOn: today })])
      expect(refusal(accepted, event)).toEqual(['state', undefined]);
    const answered = (type: string): Configuration => take(accepted, { type, by: 'platform', at, input: {} });
    expect(contextOf(answered('setOffDone'))).toMatchObject({ setOff: '30000', proposal: { became: 'done' } });
    expect(contextOf(answered('setOffFailed'))).toMatchObject({ setOff: '0', proposal: { became: 'failed' } });
  });

  test('takes off another debt no more than that debt is free to give', () => {
    const reduce = (place: Configuration, amount: string) => refusal(place, { type: 'reduce', by: 'platform', at, input: { amount } });
    expect([reduce(begun(), '100000'), reduce(begun(), '100001')]).toEqual(['allowed', ['rule', 'isAvailable']]);
    const accepted = take(proposed, creditor('acceptSetOff', { proposal: 1, debt }));
    expect([reduce(accepted, '70000'), reduce(accepted, '70001')]).toEqual(['allowed', ['rule', 'isAvailable']]);
    // What the debtor says to have paid is not taken a second time.
    const reported = take(begun(), debtor('report', { paidOn: today, amount: '40000' }));
    expect([reduce(reported, '60000'), reduce(reported, '60001')]).toEqual(['allowed', ['rule', 'isAvailable']]);
  });
});

test('what is waived ends the debt with its reasons', () => {
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

test('a parent of any kind orders a debt under its own id, with the accounts of its two sides alone', () => {
  const { parent: _, ...given } = owing();
  expect(debtCreation('task/one', 2, given)).toEqual({
    child: 'debt/one/2',
    type: 'owe',
    by: 'platform',
    input: owing({ parent: 'task/one' }),
  });
  const ours = debtCreation('dispute/one/1', 1, { ...given, debtor: 'operator', creditor: 'customer' });
  expect(ours.child).toBe('debt/one/1/1');
  expect(ours.input).not.toHaveProperty('contractor');
  expect(() => debtCreation('task/one', 1, { ...given, amount: '0' })).toThrow(RangeError);
  expect(() => debtCreation('task/one', 1, { ...given, creditor: 'customer' })).toThrow(RangeError);
});
