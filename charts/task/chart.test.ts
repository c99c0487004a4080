import { ifNobodyActs, judge, menu, timersOf } from '../judge.ts';
import type { Party, Told } from '../law.ts';
import type { Place } from '../walk.ts';
import { beginning, ring, step } from '../walk.ts';
import { taskChart } from './chart.ts';
import { accounts, calendar, posting, terms, text } from './examples.ts';
import type { Deadlines, PostInput, TaskContext } from './types.ts';

const { customer, first, second, operator } = accounts;

/** What the clocks of Almaty show, as a moment: `04-30 17:00`, in 2026. */
const local = (shown: string): string => new Date(`2026-${shown.replace(' ', 'T')}:00+05:00`).toISOString();
/** The 24:00 of a civil day, where terms in days end. */
const endOf = (day: string): string => new Date(Date.parse(local(`${day} 00:00`)) + 86_400_000).toISOString();

/** A task told as the commit tells it: what is due happens first, then the judge is asked. */
function story() {
  let place: Place = beginning(taskChart, local('04-27 10:00'));
  const notices: string[] = [];
  const take = (event: Told): void => {
    const edge = step(taskChart, place, event);
    if (edge === undefined) throw new Error(`${event.type} is not taken`);
    place = edge.to;
    notices.push(...edge.actions.flatMap(({ type, params }) => (type === 'notify' ? [`${params?.to}: ${params?.template}`] : [])));
  };
  const pass = (until: string): void => {
    for (let rings = 0; rings < 20; rings++) {
      const timer = timersOf(taskChart, place.snapshot, place.at).find(({ due }) => due <= Date.parse(until));
      if (timer === undefined) {
        place = { ...place, at: until };
        return;
      }
      take(ring(place, timer, calendar));
    }
    throw new Error('timers without an end');
  };
  const does =
    (by: Party, actor: string | undefined) =>
    (type: string, at: string, input: object = {}) => {
      pass(at);
      const event: Told = { type, by, at, input: { ...input, calendar }, ...(actor !== undefined && { actor }) };
      const verdict = judge(taskChart, place.snapshot, event);
      if (verdict.allowed) take(event);
      return verdict;
    };
  return {
    pass,
    customer: does('customer', customer),
    first: does('contractor', first),
    second: does('contractor', second),
    operator: does('operator', operator),
    as: does,
    notices,
    menu: (by: Party, actor?: string) => menu(taskChart, place.snapshot, by, actor).map(({ name }) => name),
    get place() {
      return place;
    },
    get context() {
      return place.snapshot.context as TaskContext;
    },
    get state() {
      const inside = (value: unknown): string =>
        typeof value === 'string'
          ? value
          : Object.entries(value as object)
              .map(([key, each]) => `${key}.${inside(each)}`)
              .join();
      return inside((place.snapshot.value as { progress: unknown }).progress);
    },
    get unlessSomebodyActs() {
      const told = ifNobodyActs(taskChart, place.snapshot, place.at, { calendar });
      return told && [told.timer, told.at, told.clause];
    },
  };
}

const work = { startAt: local('04-29 09:00'), dueAt: local('04-30 18:00') };
const posted = (given: Partial<PostInput> = {}) => {
  const told = story();
  told.customer('post', local('04-27 10:00'), posting(local('04-27 10:00'), { ...work, ...given }));
  return told;
};
const agreed = (given: Partial<PostInput> = {}) => {
  const told = posted(given);
  told.first('accept', local('04-27 12:00'), { version: 1 });
  return told;
};
const submitted = (given: Partial<PostInput> = {}) => {
  const told = agreed(given);
  told.first('start', local('04-29 09:15'));
  told.first('submit', local('04-30 17:00'));
  return told;
};
const approved = () => {
  const told = submitted();
  told.customer('approve', local('05-04 11:00'));
  return told;
};

const refusedBy = (rule: string) => expect.objectContaining({ allowed: false, reason: 'rule', rule });
const notNow = expect.objectContaining({ allowed: false, reason: 'state' });
const wrongParty = expect.objectContaining({ allowed: false, reason: 'party' });

test('a task goes from posting to payment, its terms in working days over the holidays of May', () => {
  const told = story();
  const expectDeadlines = (deadlines: Deadlines) => expect(told.context.deadlines).toEqual(deadlines);

  told.customer('post', local('04-27 10:00'), posting(local('04-27 10:00'), work));
  expect(told.state).toBe('posted');
  expectDeadlines({ acceptBy: local('04-29 09:00'), acceptReminder: local('04-28 09:00') });
  expect(told.unlessSomebodyActs).toEqual(['acceptBy', local('04-29 09:00'), 'platform']);

  told.first('accept', local('04-27 12:00'), { version: 1 });
  expect(told.state).toBe('agreed.awaited');
  expect(told.context.contractor).toBe(first);
  expectDeadlines({
    startReminder: local('04-29 07:00'),
    startBy: local('04-29 10:00'),
    dueReminder: local('04-30 15:00'),
    dueBy: local('04-30 18:00'),
    graceUntil: local('05-01 18:00'),
  });

  told.first('start', local('04-29 09:15'));
  expect(told.state).toBe('executing.working');
  expect(told.unlessSomebodyActs).toEqual(['dueBy', local('04-30 18:00'), '4.2.1']);

  // Thursday. 1 May is a holiday, 2 and 3 May are a weekend.
  told.first('submit', local('04-30 17:00'));
  expect(told.state).toBe('review.awaited');
  expectDeadlines({ reviewReminders: [endOf('05-04'), endOf('05-05')], reviewBy: endOf('05-06') });

  // 7 and 11 May are holidays with a weekend between them.
  told.customer('refuse', local('05-06 10:00'), { reasons: text('reasons') });
  expect(told.state).toBe('executing.working');
  expect(told.context.rounds).toBe(1);
  expectDeadlines({ dueReminder: local('05-12 21:00'), dueBy: endOf('05-12'), graceUntil: endOf('05-13') });

  told.first('submit', local('05-12 15:00'));
  expectDeadlines({ reviewReminders: [endOf('05-13'), endOf('05-14')], reviewBy: endOf('05-15') });

  told.customer('approve', local('05-13 11:00'));
  expect(told.state).toBe('settling.due');
  expect(told.context.approval).toBe('act');
  expectDeadlines({ payReminders: [endOf('05-18')], payBy: endOf('05-20') });

  told.customer('report', local('05-14 12:00'), { paidOn: '2026-05-14' });
  expect(told.state).toBe('settling.reported');
  expect(told.context.reported).toBe('1500000');
  expectDeadlines({ payReminders: [endOf('05-18')], payBy: endOf('05-20'), confirmBy: endOf('05-18') });

  told.first('deny', local('05-15 09:00'), { reasons: text('reasons') });
  expect(told.state).toBe('settling.due');
  expect(told.context.reported).toBeUndefined();
  expectDeadlines({ payReminders: [endOf('05-18')], payBy: endOf('05-20') });

  told.customer('report', local('05-15 16:00'), { paidOn: '2026-05-15', proof: text('proof') });
  told.first('confirm', local('05-16 10:00'));
  expect(told.state).toBe('closed');
  expect(told.place.snapshot.status).toBe('done');
  expect(told.context.paid).toBe('1500000');

  expect(told.notices).toEqual([
    'invited: task-offered',
    'customer: task-accepted',
    ...['contractor: start-reminder', 'customer: access-reminder', 'customer: work-started'],
    ...['contractor: due-reminder', 'customer: work-submitted'],
    ...['customer: review-reminder', 'customer: review-reminder', 'contractor: work-refused'],
    ...['customer: work-submitted', 'contractor: work-approved', 'customer: payment-due'],
    ...['contractor: payment-reported', 'customer: payment-denied', 'contractor: payment-reported'],
    'customer: task-closed',
  ]);
});

describe('posting', () => {
  const at = local('04-27 10:00');
  test.each<[what: string, given: Partial<PostInput>, rule: string]>([
    ['work that starts in the past', { startAt: local('04-27 09:00') }, 'datesAreInOrder'],
    ['work that ends before it starts', { dueAt: local('04-29 08:00') }, 'datesAreInOrder'],
    ['work that ends beyond the horizon', { dueAt: new Date(Date.parse(at) + 366 * 86_400_000).toISOString() }, 'datesAreNear'],
    ['a time to accept after the start', { acceptBy: local('04-29 09:01') }, 'datesAreInOrder'],
    ['payment through the platform', { payment: 'platform' }, 'paymentIsOffered'],
    ['an invitation without anybody', { match: 'invited' }, 'invitedFitsMatch'],
    ['somebody invited to a task for all', { invited: [first] }, 'invitedFitsMatch'],
    ['an invitation of oneself', { match: 'invited', invited: [first, customer] }, 'invitesOthers'],
  ])('%s is refused', (_, given, rule) => {
    expect(story().customer('post', at, posting(at, { ...work, ...given }))).toEqual(refusedBy(rule));
  });

  test('is for customers', () => {
    expect(story().first('post', at, posting(at, work))).toEqual(wrongParty);
    expect(story().operator('post', at, posting(at, work))).toEqual(wrongParty);
  });

  test('keeps the time to accept that was named, and else the shorter of the term and the start', () => {
    expect(posted({ acceptBy: local('04-28 12:00') }).context.deadlines.acceptBy).toBe(local('04-28 12:00'));
    expect(posted({ terms: { ...terms, acceptDays: 1 } }).context.deadlines.acceptBy).toBe(local('04-28 10:00'));
    expect(posted().context.deadlines.acceptBy).toBe(work.startAt);
  });
});

describe('until it is accepted (1.10)', () => {
  const change = (version: number) => ({ ...posting(local('04-27 11:00'), work), price: '2000000', version });

  test('a change makes a new version, and the version before it can no longer be accepted', () => {
    const told = posted();
    told.customer('change', local('04-27 11:00'), change(1));
    expect(told.context).toMatchObject({ version: 2, work: { price: '2000000' } });
    expect(told.first('accept', local('04-27 12:00'), { version: 1 })).toEqual(refusedBy('versionIsCurrent'));
    expect(told.customer('change', local('04-27 12:00'), change(1))).toEqual(refusedBy('versionIsCurrent'));
    expect(told.first('accept', local('04-27 12:00'), { version: 2 })).toMatchObject({ allowed: true, law: { clause: '3.4' } });
  });

  test('its customer withdraws it, its operator blocks it (4.4.3), and nobody else', () => {
    for (const by of ['first', 'operator'] as const) expect(posted()[by]('withdraw', local('04-27 11:00'))).toEqual(wrongParty);
    expect(posted().as('customer', second)('withdraw', local('04-27 11:00'))).toEqual(wrongParty);
    expect(posted().customer('block', local('04-27 11:00'))).toEqual(wrongParty);
    const withdrawn = posted();
    withdrawn.customer('withdraw', local('04-27 11:00'));
    expect(withdrawn.state).toBe('withdrawn');
    const blocked = posted();
    blocked.operator('block', local('04-27 11:00'), { reasons: text('reasons') });
    expect(blocked.state).toBe('blocked');
  });

  test('one who comes after the time to accept meets its end, though no engine rang', () => {
    const told = posted();
    expect(told.first('accept', local('04-29 09:00'), { version: 1 })).toEqual(notNow);
    expect(told.state).toBe('expired');
    expect(told.notices).toEqual(['invited: task-offered', 'customer: accept-reminder', 'customer: task-expired']);
  });

  test('the first of thirty who accept has it, and it binds both (3.4)', () => {
    const told = posted();
    expect(told.second('accept', local('04-27 12:00'), { version: 1 })).toMatchObject({ allowed: true });
    expect(told.first('accept', local('04-27 12:00'), { version: 1 })).toEqual(notNow);
    expect(told.context.contractor).toBe(second);
    expect(told.customer('withdraw', local('04-27 12:00'))).toEqual(notNow);
  });

  test('a customer does not accept the own task', () => {
    expect(posted().as('contractor', customer)('accept', local('04-27 12:00'), { version: 1 })).toEqual(wrongParty);
    expect(posted().menu('contractor', customer)).toEqual([]);
  });
});

describe('an invitation', () => {
  const invited = () => posted({ match: 'invited', invited: [first] });

  test('is for those invited', () => {
    const told = invited();
    expect(told.menu('contractor', first)).toEqual(['accept', 'decline']);
    expect(told.menu('contractor', second)).toEqual([]);
    expect(told.second('accept', local('04-27 12:00'), { version: 1 })).toEqual(wrongParty);
    expect(told.second('decline', local('04-27 12:00'))).toEqual(wrongParty);
    expect(told.first('respond', local('04-27 12:00'), { version: 1 })).toEqual(notNow);
    expect(told.first('accept', local('04-27 12:00'), { version: 1 })).toMatchObject({ allowed: true });
  });

  test('that was declined is gone, and the task stays open', () => {
    const told = invited();
    told.first('decline', local('04-27 12:00'));
    expect(told.first('accept', local('04-27 12:01'), { version: 1 })).toEqual(wrongParty);
    expect(told.state).toBe('posted');
    expect(told.notices).toContain('customer: task-declined');
  });
});

describe('a choice among those who responded (1.7)', () => {
  const at = local('04-27 12:00');
  const responded = () => {
    const told = posted({ match: 'choice' });
    told.first('respond', at, { version: 1, price: '1400000' });
    told.second('respond', at, { version: 1 });
    return told;
  };

  test('is made among those who responded, and the chosen one alone may accept, at the price of the response', () => {
    const told = responded();
    expect(told.customer('choose', at, { version: 1, contractor: 'account-stranger' })).toEqual(refusedBy('responseIsCurrent'));
    told.customer('choose', at, { version: 1, contractor: first });
    expect(told.menu('customer', customer)).toEqual(['change', 'withdraw']);
    expect(told.second('accept', at, { version: 1 })).toEqual(wrongParty);
    told.first('accept', at, { version: 1 });
    expect(told.context).toMatchObject({ contractor: first, work: { price: '1400000' } });
  });

  test('is not offered before somebody responded, nor can anybody accept before it is made', () => {
    const told = posted({ match: 'choice' });
    expect(told.customer('choose', at, { version: 1, contractor: first })).toEqual(
      expect.objectContaining({ reason: 'state', rule: 'someoneMayBeChosen' }),
    );
    expect(told.first('accept', at, { version: 1 })).toEqual(wrongParty);
  });

  test('waits for new responses when the terms have changed', () => {
    const told = responded();
    told.customer('choose', at, { version: 1, contractor: first });
    told.customer('change', at, { ...posting(at, work), version: 1 });
    expect(told.context.chosen).toBeUndefined();
    expect(told.customer('choose', at, { version: 2, contractor: first })).toEqual(notNow);
    told.second('respond', at, { version: 2 });
    expect(told.customer('choose', at, { version: 2, contractor: first })).toEqual(refusedBy('responseIsCurrent'));
    expect(told.customer('choose', at, { version: 2, contractor: second })).toMatchObject({ allowed: true });
  });

  test.each(['retract', 'decline'])('is open again when the chosen one answers with %s', (leave) => {
    const told = responded();
    told.customer('choose', at, { version: 1, contractor: first });
    told.first(leave, at);
    expect(told.context).toMatchObject({ responses: { [second]: { version: 1 } } });
    expect(told.customer('choose', at, { version: 1, contractor: second })).toMatchObject({ allowed: true });
  });

  test('stands when another one retracts', () => {
    const told = responded();
    told.customer('choose', at, { version: 1, contractor: first });
    told.second('retract', at);
    expect(told.context.chosen).toBe(first);
  });

  test('takes a price of the own only where the terms allow one', () => {
    const told = posted({ match: 'choice', terms: { ...terms, pricedResponses: false } });
    expect(told.first('respond', at, { version: 1, price: '1400000' })).toEqual(refusedBy('priceMayBeNamed'));
    expect(told.first('respond', at, { version: 1 })).toMatchObject({ allowed: true });
  });
});

describe('giving up when time has passed (4.2.1)', () => {
  test('is not there while time runs, nor for the contractor', () => {
    const told = agreed();
    expect(told.customer('giveUp', local('04-29 09:59'))).toEqual(notNow);
    expect(told.first('giveUp', local('04-29 10:00'))).toEqual(wrongParty);
  });

  test('is free for the customer when the work did not start in time', () => {
    const told = agreed();
    told.pass(local('04-29 10:00'));
    expect(told.state).toBe('agreed.late');
    expect(told.menu('customer', customer)).toEqual(['giveUp']);
    told.customer('giveUp', local('04-29 12:00'), { reasons: text('reasons') });
    expect(told.state).toBe('cancelled');
    expect(told.place.snapshot.status).toBe('done');
  });

  test('is over when a late contractor has started', () => {
    const told = agreed();
    told.first('start', local('04-29 11:00'));
    expect(told.customer('giveUp', local('04-29 12:00'))).toEqual(notNow);
    expect(told.state).toBe('executing.working');
  });

  test('is free for the customer when the additional time has lapsed, and until then the work may be submitted', () => {
    const told = agreed();
    told.first('start', local('04-29 09:15'));
    told.pass(local('04-30 18:00'));
    expect(told.state).toBe('executing.overdue');
    expect(told.customer('giveUp', local('05-01 17:59'))).toEqual(notNow);
    told.pass(local('05-01 18:00'));
    expect(told.state).toBe('executing.lapsed');
    const late = { ...told.place };
    told.customer('giveUp', local('05-02 10:00'), { reasons: text('reasons') });
    expect(told.state).toBe('cancelled');
    expect(menu(taskChart, late.snapshot, 'contractor', first).map(({ name }) => name)).toEqual(['submit']);
  });

  test('is not there for work that was submitted late', () => {
    const told = agreed();
    told.first('start', local('04-29 09:15'));
    told.first('submit', local('05-02 10:00'));
    expect(told.state).toBe('review.awaited');
    expect(told.customer('giveUp', local('05-02 11:00'))).toEqual(notNow);
  });
});

describe('the silence of a customer over submitted work (4.3.3)', () => {
  const silent = (silence: 'claim' | 'one-sided' | 'approved', until: string) => {
    const told = submitted({ terms: { ...terms, silence } });
    told.pass(until);
    return told;
  };
  const until = endOf('05-06');

  test('is reminded of by working days, and tells what it leads to', () => {
    const told = submitted();
    expect(told.unlessSomebodyActs).toEqual(['reviewBy', until, '4.3.3']);
    told.pass(local('05-06 12:00'));
    expect(told.notices.filter((each) => each === 'customer: review-reminder')).toHaveLength(2);
    expect(told.state).toBe('review.awaited');
  });

  test('gives the right to claim, and the customer may still answer', () => {
    const told = silent('claim', until);
    expect(told.state).toBe('review.silent');
    expect(told.context.approval).toBeUndefined();
    expect(told.menu('customer', customer)).toEqual(['approve', 'refuse']);
    told.customer('approve', local('05-08 10:00'));
    expect(told.context).toMatchObject({ approval: 'act', deadlines: { payBy: endOf('05-18') } });
  });

  test.each([
    ['one-sided', 'one-sided', 'one-sided-act'],
    ['approved', 'silence', 'work-approved-by-silence'],
  ] as const)('under the terms `%s` leads to payment', (silence, approval, template) => {
    const told = silent(silence, until);
    expect(told.state).toBe('settling.due');
    expect(told.context.approval).toBe(approval);
    expect(told.notices.slice(-2)).toEqual([`contractor: ${template}`, `customer: ${template}`]);
  });

  test('counts from the last day of its term, however late it was heard', () => {
    const told = agreed({ startAt: local('04-29 09:00'), terms: { ...terms, silence: 'approved', acceptDays: 2 } });
    told.first('start', local('04-29 09:15'));
    told.first('submit', local('06-01 10:00'));
    expect(told.context.deadlines.reviewBy).toBe(endOf('06-04'));
    // A command long after: the timer is made up for first, by its own moment. 5, 8, 9, 10 and 11 June are the term of five.
    told.first('confirm', local('06-10 10:00'), { amount: '100000' });
    expect(told.context).toMatchObject({ approval: 'silence', deadlines: { payReminders: [endOf('06-09')], payBy: endOf('06-11') } });
  });
});

test('work is sent back as often as the terms allow', () => {
  const told = submitted();
  told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
  told.first('submit', local('05-05 10:00'));
  expect(told.menu('customer', customer)).toEqual(['approve']);
  expect(told.customer('refuse', local('05-05 11:00'))).toEqual(expect.objectContaining({ reason: 'state', rule: 'roundsAreLeft' }));
});

describe('payment straight to the contractor (5.2)', () => {
  test("the contractor's confirmation alone suffices", () => {
    const told = approved();
    told.first('confirm', local('05-04 12:00'));
    expect([told.state, told.context.paid]).toEqual(['closed', '1500000']);
  });

  test('in parts leaves the rest due, until all is confirmed', () => {
    const told = approved();
    told.customer('report', local('05-05 10:00'), { amount: '500000', paidOn: '2026-05-05' });
    told.first('confirm', local('05-05 12:00'));
    expect([told.state, told.context.paid, told.context.reported]).toEqual(['settling.due', '500000', undefined]);
    expect(told.context.deadlines).toEqual({ payReminders: [endOf('05-08')], payBy: endOf('05-13') });

    told.customer('report', local('05-06 10:00'), { amount: '700000', paidOn: '2026-05-06' });
    told.first('confirm', local('05-06 12:00'), { amount: '300000' });
    expect([told.state, told.context.paid, told.context.reported]).toEqual(['settling.due', '800000', undefined]);

    told.customer('report', local('05-08 10:00'), { paidOn: '2026-05-08' });
    expect(told.context.reported).toBe('700000');
    told.first('confirm', local('05-08 12:00'));
    expect([told.state, told.context.paid]).toEqual(['closed', '1500000']);
  });

  test.each([
    ['0', 'amountIsDue'],
    ['1500001', 'amountIsDue'],
  ])('of %s tiyn is refused', (amount, rule) => {
    const told = approved();
    expect(told.customer('report', local('05-05 10:00'), { amount, paidOn: '2026-05-05' })).toEqual(refusedBy(rule));
    expect(told.first('confirm', local('05-05 10:00'), { amount })).toEqual(refusedBy(rule));
  });

  test('is not reported ahead of its day, which is a day in Almaty', () => {
    const told = approved();
    expect(told.customer('report', local('05-05 10:00'), { paidOn: '2026-05-06' })).toEqual(refusedBy('paymentDayHasCome'));
    expect(told.customer('report', local('05-06 02:00'), { paidOn: '2026-05-06' })).toMatchObject({ allowed: true });
  });

  test('that did not come is overdue, and may still be made', () => {
    const told = approved();
    expect(told.unlessSomebodyActs).toEqual(['payBy', endOf('05-13'), '5.2']);
    told.pass(endOf('05-13'));
    expect(told.state).toBe('settling.overdue');
    expect(told.notices.slice(-3)).toEqual(['customer: pay-reminder', 'customer: payment-overdue', 'contractor: payment-overdue']);
    told.customer('report', local('05-14 10:00'), { paidOn: '2026-05-14' });
    told.first('confirm', local('05-14 11:00'));
    expect(told.state).toBe('closed');
  });

  test('is the business of its two parties', () => {
    const told = approved();
    expect(told.second('confirm', local('05-05 10:00'))).toEqual(wrongParty);
    expect(told.customer('confirm', local('05-05 10:00'))).toEqual(wrongParty);
    expect(told.operator('confirm', local('05-05 10:00'))).toEqual(wrongParty);
    expect(told.first('deny', local('05-05 10:00'))).toEqual(notNow);
  });
});
