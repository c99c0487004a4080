import { answering } from '../../testing/charts/answers.ts';
import { accounts, calendar, posting, terms, text } from '../../testing/charts/examples/task.ts';
import type { Configuration, Edge } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { ifNobodyActs, judge, menu, timersOf } from '../judge.ts';
import type { ChartEvent, Party } from '../law.ts';
import type { NoticeFacts } from '../life-type.ts';
import { taskChart } from './chart.ts';
import { standingDeadlines } from './deadlines.ts';
import { task as taskLife } from './index.ts';
import type { Deadlines, PostInput, TaskContext, WorkTerms } from './types.ts';

const { customer, first, second, operator } = accounts;

/** A moment by the local time of Almaty: `04-30 17:00`, in 2026. */
const local = (shown: string): string => new Date(`2026-${shown.replace(' ', 'T')}:00+05:00`).toISOString();
/** 24:00 of a civil day, when terms in days end. */
const endOf = (day: string): string => new Date(Date.parse(local(`${day} 00:00`)) + 86_400_000).toISOString();

/** A task that receives commands as from the commit: due timers fire first, then the judge decides. */
function story() {
  let place: Configuration = initialConfiguration(taskChart, local('04-27 10:00'));
  const notices: string[] = [];
  const orders: { type: string; params: Record<string, unknown> }[] = [];
  const said: Record<string, NoticeFacts | undefined> = {};
  const tell = ({ from, event, to: after }: Edge, { to, template }: { to: string; template: string }): void => {
    const isOneOfTwo = to === 'payer' || to === 'covered';
    if (isOneOfTwo && taskLife.recipients(after.snapshot.context, to).length === 0) return;
    notices.push(`${isOneOfTwo ? 'customer' : to}: ${template}`);
    said[template] = taskLife.facts?.(after.snapshot.context, template, { before: from.snapshot.context, event: event as never });
  };
  const take = (event: ChartEvent): void => {
    const edge = step(taskChart, place, event);
    if (edge === undefined) throw new Error(`${event.type} is not taken`);
    place = edge.to;
    for (const { type, params = {} } of edge.actions) {
      if (type === 'notify') tell(edge, params as { to: string; template: string });
      if (['startChild', 'sendToLife', 'issueDocument'].includes(type)) orders.push({ type, params });
    }
  };
  const pass = (until: string): void => {
    for (let rings = 0; rings < 20; rings++) {
      const timer = timersOf(taskChart, place.snapshot, place.at).find(({ due }) => due <= Date.parse(until));
      if (timer === undefined) {
        place = { ...place, at: until };
        return;
      }
      take(timerEvent(place, timer, calendar));
    }
    throw new Error('timers without an end');
  };
  const does =
    (by: Party, actor: string | undefined) =>
    (type: string, at: string, given: object = {}) => {
      pass(at);
      const input = answering(type, place.snapshot.context as TaskContext, given);
      const event: ChartEvent = { type, by, at, input: { ...input, calendar }, ...(actor !== undefined && { actor }) };
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
    /** A child life or an effect sends an event. */
    hears: does('platform', undefined),
    as: does,
    notices,
    /** The sums and the day of the last notice of each template. */
    said,
    /** The orders of one kind since the last call: child lives, documents, messages to children. */
    ordered(kind: string): Record<string, unknown>[] {
      const [asked, others] = [orders.filter(({ type }) => type === kind), orders.filter(({ type }) => type !== kind)];
      orders.splice(0, orders.length, ...others);
      return asked.map(({ params }) => params);
    },
    menu: (by: Party, actor?: string) => menu(taskChart, place.snapshot, by, actor).map(({ name }) => name),
    get place() {
      return place;
    },
    get context() {
      return place.snapshot.context as TaskContext;
    },
    /** As they were set, and as holds have shifted them. */
    get deadlines() {
      const { since: _, ...set } = (place.snapshot.context as TaskContext).deadlines;
      return set;
    },
    get standing() {
      return standingDeadlines(place.snapshot.context as TaskContext);
    },
    /** The state of the region of claims or holds. */
    region: (name: 'claims' | 'holds'): unknown => place.snapshot.value[name as never],
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
      const told = ifNobodyActs(taskChart, place.snapshot, place.at, () => calendar);
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
  const expectDeadlines = (deadlines: Deadlines) => expect(told.deadlines).toEqual(deadlines);

  told.customer('post', local('04-27 10:00'), posting(local('04-27 10:00'), work));
  expect(told.state).toBe('posted');
  expectDeadlines({ acceptBy: local('04-29 09:00'), acceptReminder: local('04-28 09:00') });
  expect(told.unlessSomebodyActs).toEqual(['acceptBy', local('04-29 09:00'), 'platform']);

  told.first('accept', local('04-27 12:00'), { version: 1 });
  expect(told.state).toBe('agreed.awaited');
  expect(told.context.contractor).toBe(first);
  expectDeadlines({
    startReminder: local('04-29 07:00'),
    startBy: local('04-29 09:00'),
    noShow: local('04-29 10:00'),
    dueReminder: local('04-30 15:00'),
    dueBy: local('04-30 18:00'),
    // A quarter of the 33 hours of work.
    graceUntil: local('05-01 02:15'),
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
  expectDeadlines({ dueReminder: local('05-12 21:00'), dueBy: endOf('05-12'), graceUntil: local('05-13 08:15') });

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
    ...['contractor: start-reminder', 'customer: access-reminder'],
    ...['customer: work-started', 'contractor: due-reminder', 'customer: work-submitted'],
    ...['customer: review-reminder', 'customer: review-reminder', 'contractor: work-refused'],
    ...['customer: work-submitted', 'contractor: work-approved', 'customer: payment-due'],
    ...['contractor: payment-reported', 'customer: payment-denied', 'contractor: payment-reported'],
    'customer: payment-confirmed',
    ...['customer: task-closed', 'contractor: task-closed'],
  ]);
});

describe('a delay gives the right to leave from its first minute, and sends a notice after half an hour', () => {
  const told = (notices: string[], template: string) => notices.filter((each) => each.endsWith(template));
  const both = (template: string) => [`customer: ${template}`, `contractor: ${template}`];

  test('of the start', () => {
    const late = agreed();
    late.pass(local('04-29 09:29'));
    expect(late.state).toBe('agreed.late');
    expect(late.menu('customer', customer)).toContain('giveUp');
    expect(told(late.notices, 'start-late')).toEqual([]);
    late.pass(local('04-29 09:30'));
    expect(told(late.notices, 'start-late')).toEqual(both('start-late'));
    late.first('start', local('04-29 09:40'));
    late.pass(local('04-29 12:00'));
    expect(told(late.notices, 'start-late')).toEqual(both('start-late'));
  });

  test('sends no notice if the work has begun before, or together with the no-show of a short slot', () => {
    const begun = agreed();
    begun.first('start', local('04-29 09:29'));
    begun.pass(local('04-29 12:00'));
    expect(told(begun.notices, 'start-late')).toEqual([]);
    // A quarter of an hour and a half.
    const short = agreed({ dueAt: local('04-29 10:30') });
    short.pass(local('04-29 09:30'));
    expect(short.state).toBe('agreed.missed');
    expect([told(short.notices, 'start-late'), told(short.notices, 'no-show')]).toEqual([[], both('no-show')]);
  });

  test('sends no notice during a hold: the rest of the half hour runs after it', () => {
    const held = agreed();
    held.first('reportNoAccess', local('04-29 09:10'), { reasons: text('reasons') });
    held.pass(local('04-29 11:00'));
    held.first('resumeWork', local('04-29 11:10'));
    held.pass(local('04-29 11:29'));
    expect(told(held.notices, 'start-late')).toEqual([]);
    held.pass(local('04-29 11:30'));
    expect(told(held.notices, 'start-late')).toEqual(both('start-late'));
  });

  test('of the work', () => {
    const late = agreed();
    late.first('start', local('04-29 09:00'));
    late.pass(local('04-30 18:29'));
    expect(late.menu('customer', customer)).toContain('giveUp');
    expect(told(late.notices, 'work-overdue')).toEqual([]);
    late.pass(local('04-30 18:30'));
    expect(told(late.notices, 'work-overdue')).toEqual(both('work-overdue'));
  });

  test('of the briefing, due twelve hours before the start', () => {
    const late = agreed({ hazards: 'hazards' });
    late.pass(local('04-28 21:29'));
    expect(late.menu('contractor', first)).toContain('giveUp');
    expect(told(late.notices, 'briefing-late')).toEqual([]);
    late.pass(local('04-28 21:30'));
    expect(told(late.notices, 'briefing-late')).toEqual(both('briefing-late'));
  });
});

describe('a notice about a direct payment', () => {
  test('names the sum to be paid and its day', () => {
    const told = approved();
    expect(told.said['payment-due']).toEqual({ rest: '1500000', day: '2026-05-13' });
    expect(told.notices).not.toContain('customer: payment-covered');
  });

  test('names the sums reported, denied and confirmed, and the rest', () => {
    const told = approved();
    told.customer('report', local('05-05 12:00'), { amount: '600000', paidOn: '2026-05-05' });
    expect(told.said['payment-reported']?.sum).toBe('600000');
    told.first('deny', local('05-05 13:00'), { reasons: text('reasons') });
    expect(told.said['payment-denied']?.sum).toBe('600000');
    told.customer('report', local('05-06 12:00'), { amount: '600000', paidOn: '2026-05-06' });
    told.first('confirm', local('05-06 13:00'));
    expect(told.said['payment-confirmed']).toMatchObject({ sum: '600000', rest: '900000' });
    told.first('confirm', local('05-06 14:00'), { amount: '900000' });
    expect(told.said['payment-confirmed']).toMatchObject({ sum: '900000', rest: '0' });
    expect(told.said['task-closed']).toMatchObject({ sum: '1500000' });
  });

  test('does not ask for a sum that was paid or reported in advance', () => {
    const told = submitted();
    told.customer('report', local('05-04 09:00'), { amount: '500000', paidOn: '2026-05-04' });
    told.first('confirm', local('05-04 10:00'));
    expect(told.said['payment-confirmed']).toMatchObject({ sum: '500000', rest: '1000000' });
    told.customer('report', local('05-04 10:30'), { amount: '400000', paidOn: '2026-05-04' });
    told.customer('approve', local('05-04 11:00'));
    expect(told.said['payment-due']?.rest).toBe('600000');
    expect(told.said['work-approved']).toMatchObject({ sum: '1500000', rest: '1000000' });
  });
});

test('a reminder comes only before the end of its term, even if the term is shorter than usual', () => {
  const told = submitted({ terms: { ...terms, reviewWorkingDays: 1, payWorkingDays: 1, payReminderWorkingDays: [1, 3] } });
  expect(told.deadlines).toEqual({ reviewReminders: [], reviewBy: endOf('05-04') });
  told.customer('approve', local('05-04 11:00'));
  expect(told.deadlines).toEqual({ payReminders: [], payBy: endOf('05-05') });
});

describe('if only people can move a task, they get reminders after two and four working days', () => {
  const reminders = (notices: string[]) => notices.filter((each) => each.includes('-still-'));
  const both = (template: string) => [`customer: ${template}`, `contractor: ${template}`];
  /** From Wednesday, 29 April, 10:00. Days off other than Saturday and Sunday do not count. */
  const missed = () => {
    const told = agreed();
    told.pass(local('04-29 10:00'));
    expect(told.state).toBe('agreed.missed');
    return told;
  };

  test('and no further reminders', () => {
    const told = missed();
    told.pass(local('05-01 23:59'));
    expect(reminders(told.notices)).toEqual([]);
    told.pass(endOf('05-01'));
    expect(reminders(told.notices)).toEqual(both('start-still-missed'));
    told.pass(endOf('05-05'));
    expect(reminders(told.notices)).toEqual([...both('start-still-missed'), ...both('start-still-missed')]);
    expect(timersOf(taskChart, told.place.snapshot, told.place.at)).toEqual([]);
  });

  test('and none after a command that ends the wait, a proposal or a claim', () => {
    const started = missed();
    started.first('start', local('04-30 09:00'));
    const proposed = missed();
    proposed.customer('proposeCancel', local('04-30 09:00'), { reasons: text('reasons'), amount: '0' });
    const claimed = missed();
    claimed.customer('claim', local('04-30 09:00'), { about: 'ending', amount: '0', demand: text('demand'), terms: {} });
    expect(claimed.region('claims')).toBe('open');
    for (const told of [started, proposed, claimed]) {
      told.pass(endOf('05-20'));
      expect(reminders(told.notices).filter((each) => each.endsWith('start-still-missed'))).toEqual([]);
    }
    proposed.first('declineCancel', local('05-22 09:00'));
    expect(reminders(proposed.notices)).toEqual([]);
  });

  test('of an unanswered review; of a reported payment only the contractor', () => {
    const silent = submitted();
    silent.pass(endOf('05-20'));
    expect(silent.state).toBe('review.silent');
    expect(reminders(silent.notices)).toEqual([...both('review-still-open'), ...both('review-still-open')]);
    const paid = approved();
    paid.customer('report', local('05-05 12:00'), { paidOn: '2026-05-05' });
    paid.pass(endOf('05-20'));
    expect(reminders(paid.notices)).toEqual(['contractor: report-still-open', 'contractor: report-still-open']);
  });

  test('of a hold that has lasted longer than the terms allow: ten days', () => {
    const held = agreed();
    held.first('start', local('04-29 09:00'));
    // Wednesday; the ten days end on Saturday, 9 May, at noon.
    held.first('stopWork', local('04-29 12:00'), { reasons: text('reasons') });
    held.pass(local('05-12 23:59'));
    expect(reminders(held.notices)).toEqual([]);
    held.pass(endOf('05-12'));
    expect(reminders(held.notices)).toEqual(both('hold-still-on'));
    held.pass(endOf('05-14'));
    expect(reminders(held.notices)).toEqual([...both('hold-still-on'), ...both('hold-still-on')]);
  });

  test('with the text of the current state', () => {
    const { body } = taskLife.messages.notices['start-still-missed'] as { body: Record<string, string> };
    expect(body.en).toBe(
      'Task {number}, “{title}”, waits for its parties. Nothing happens by itself. The contractor may still start; the customer may wait or give up the task.',
    );
  });
});

describe('posting', () => {
  const at = local('04-27 10:00');
  test.each<[what: string, given: Partial<PostInput>, rule: string]>([
    ['work that starts in the past', { startAt: local('04-27 09:00') }, 'datesAreInOrder'],
    ['work that ends before it starts', { dueAt: local('04-29 08:00') }, 'datesAreInOrder'],
    ['work that ends beyond the horizon', { dueAt: new Date(Date.parse(at) + 366 * 86_400_000).toISOString() }, 'datesAreNear'],
    ['a time to accept after the start', { acceptBy: local('04-29 09:01') }, 'datesAreInOrder'],
    ['money kept by the provider where it is paid directly', { terms: { ...terms, funding: 'hold' } }, 'fundingFitsPayment'],
    ['an invitation without anybody', { match: 'invited' }, 'invitedFitsMatch'],
    ['somebody invited to a task for all', { invited: [first] }, 'invitedFitsMatch'],
    ['an invitation of oneself', { match: 'invited', invited: [first, customer] }, 'invitesOthers'],
  ])('%s is refused', (_, given, rule) => {
    expect(story().customer('post', at, posting(at, { ...work, ...given }))).toEqual(refusedBy(rule));
  });

  test('with a hold is refused if the review ends after the days for which a bank keeps the hold (R14)', () => {
    // Work until Thursday, 30 April, 18:00; three days of review without the weekend end with Tuesday, 5 May: 8.6 days from the post.
    const short = (holdDays: number) => ({ payment: 'platform' as const, terms: { ...terms, funding: 'hold' as const, holdDays } });
    const tooLong = { allowed: false, reason: 'rule', clause: 'platform', rule: 'holdOutlastsWork' };
    expect(story().customer('post', at, posting(at, { ...work, ...short(8) }))).toEqual(tooLong);
    const told = story();
    expect(told.customer('post', at, posting(at, { ...work, ...short(9) })).allowed).toBe(true);
    const { payment: _, match: __, invited: ___, terms: ____, id: _____, acceptance: ______, ...words } = posting(at, work);
    const later = { ...words, dueAt: local('05-01 18:00'), version: 1 };
    expect(told.customer('change', at, later)).toEqual(tooLong);
    told.first('accept', local('04-27 11:00'), { version: 1, acceptance: 'acceptance-first' });
    told.hears('paymentHeld', local('04-27 12:00'), { child: 'payment/example/1', amount: '1500000' });
    // The bank counts from the hold, not from the amendment.
    expect(told.customer('amend', local('04-28 18:00'), later)).toEqual(tooLong);
    const prepaid = { payment: 'platform' as const, terms: { ...terms, funding: 'prepaid' as const, holdDays: 1 } };
    expect(story().customer('post', at, posting(at, { ...work, ...prepaid })).allowed).toBe(true);
  });

  test('is for customers', () => {
    expect(story().first('post', at, posting(at, work))).toEqual(wrongParty);
    expect(story().operator('post', at, posting(at, work))).toEqual(wrongParty);
  });

  test('keeps the given time to accept, or else the earlier of the end of the term and the start', () => {
    expect(posted({ acceptBy: local('04-28 12:00') }).context.deadlines.acceptBy).toBe(local('04-28 12:00'));
    expect(posted({ terms: { ...terms, acceptDays: 1 } }).context.deadlines.acceptBy).toBe(local('04-28 10:00'));
    expect(posted().context.deadlines.acceptBy).toBe(work.startAt);
  });
});

describe('until it is accepted (1.10)', () => {
  const change = (version: number) => ({
    ...posting(local('04-27 11:00'), work),
    lines: [{ unit: 'hour', quantity: '5', unitPrice: '400000' }],
    version,
  });

  test('a change makes a new version, and the version before it can no longer be accepted', () => {
    const told = posted();
    told.customer('change', local('04-27 11:00'), change(1));
    expect(told.context).toMatchObject({ version: 2, work: { price: '2000000' } });
    expect(told.first('accept', local('04-27 12:00'), { version: 1 })).toEqual(refusedBy('versionIsCurrent'));
    expect(told.customer('change', local('04-27 12:00'), change(1))).toEqual(refusedBy('versionIsCurrent'));
    expect(told.first('accept', local('04-27 12:00'), { version: 2 })).toMatchObject({ allowed: true, law: { clause: '3.4' } });
  });

  test('only its customer can withdraw it, and only the operator can block it (4.4.3)', () => {
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

  test('an acceptance after the time to accept finds the task expired, even without a timer event', () => {
    const told = posted();
    expect(told.first('accept', local('04-29 09:00'), { version: 1 })).toEqual(notNow);
    expect(told.state).toBe('expired');
    expect(told.notices).toEqual(['invited: task-offered', 'customer: accept-reminder', 'customer: task-expired']);
  });

  test('the first of thirty contractors who accept gets the task, which binds both parties (3.4)', () => {
    const told = posted();
    expect(told.second('accept', local('04-27 12:00'), { version: 1 })).toMatchObject({ allowed: true });
    expect(told.first('accept', local('04-27 12:00'), { version: 1 })).toEqual(notNow);
    expect(told.context.contractor).toBe(second);
    expect(told.customer('withdraw', local('04-27 12:00'))).toEqual(notNow);
  });

  test('a customer cannot accept their own task', () => {
    expect(posted().as('contractor', customer)('accept', local('04-27 12:00'), { version: 1 })).toEqual(wrongParty);
    expect(posted().menu('contractor', customer)).toEqual([]);
  });
});

describe('an invitation', () => {
  const invited = () => posted({ match: 'invited', invited: [first] });

  test('can be accepted only by the invited contractors', () => {
    const told = invited();
    expect(told.menu('contractor', first)).toEqual(['accept', 'decline']);
    expect(told.menu('contractor', second)).toEqual([]);
    expect(told.second('accept', local('04-27 12:00'), { version: 1 })).toEqual(wrongParty);
    expect(told.second('decline', local('04-27 12:00'))).toEqual(wrongParty);
    expect(told.first('respond', local('04-27 12:00'), { version: 1 })).toEqual(notNow);
    expect(told.first('accept', local('04-27 12:00'), { version: 1 })).toMatchObject({ allowed: true });
  });

  test('is removed when it is declined, and the task stays open', () => {
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

  test('is made among those who responded, and only the chosen contractor can accept, at the price of the response', () => {
    const told = responded();
    expect(told.customer('choose', at, { version: 1, contractor: 'account-stranger' })).toEqual(refusedBy('responseIsCurrent'));
    told.customer('choose', at, { version: 1, contractor: first });
    expect(told.menu('customer', customer)).toEqual(['change', 'withdraw', 'setAddress']);
    expect(told.second('accept', at, { version: 1 })).toEqual(wrongParty);
    told.first('accept', at, { version: 1 });
    expect(told.context).toMatchObject({ contractor: first, work: { price: '1400000' } });
  });

  test('is not offered before a response, and nobody can accept before it is made', () => {
    const told = posted({ match: 'choice' });
    expect(told.customer('choose', at, { version: 1, contractor: first })).toEqual(
      expect.objectContaining({ reason: 'state', rule: 'someoneMayBeChosen' }),
    );
    expect(told.first('accept', at, { version: 1 })).toEqual(wrongParty);
  });

  test('requires new responses when the terms have changed', () => {
    const told = responded();
    told.customer('choose', at, { version: 1, contractor: first });
    told.customer('change', at, { ...posting(at, work), version: 1 });
    expect(told.context.chosen).toBeUndefined();
    expect(told.customer('choose', at, { version: 2, contractor: first })).toEqual(notNow);
    told.second('respond', at, { version: 2 });
    expect(told.customer('choose', at, { version: 2, contractor: first })).toEqual(refusedBy('responseIsCurrent'));
    expect(told.customer('choose', at, { version: 2, contractor: second })).toMatchObject({ allowed: true });
  });

  test.each(['retract', 'decline'])('is open again when the chosen contractor answers with %s', (leave) => {
    const told = responded();
    told.customer('choose', at, { version: 1, contractor: first });
    told.first(leave, at);
    expect(told.context).toMatchObject({ responses: { [second]: { version: 1 } } });
    expect(told.customer('choose', at, { version: 1, contractor: second })).toMatchObject({ allowed: true });
  });

  test('remains when another contractor retracts', () => {
    const told = responded();
    told.customer('choose', at, { version: 1, contractor: first });
    told.second('retract', at);
    expect(told.context.chosen).toBe(first);
  });

  test('accepts a response with its own price only if the terms allow it', () => {
    const told = posted({ match: 'choice', terms: { ...terms, pricedResponses: false } });
    expect(told.first('respond', at, { version: 1, price: '1400000' })).toEqual(refusedBy('priceMayBeNamed'));
    expect(told.first('respond', at, { version: 1 })).toMatchObject({ allowed: true });
  });
});

describe('giving up when time has passed (4.2.1)', () => {
  test('is refused before the delay, and always for the contractor', () => {
    const told = agreed();
    expect(told.customer('giveUp', local('04-29 08:59'))).toEqual(notNow);
    expect(told.first('giveUp', local('04-29 09:00'))).toEqual(notNow);
  });

  test('is free for the customer when the work did not start in time', () => {
    const told = agreed();
    // From the first minute. After an hour of grace it is a no-show.
    told.pass(local('04-29 09:00'));
    expect(told.state).toBe('agreed.late');
    expect(told.menu('customer', customer)).toContain('giveUp');
    told.pass(local('04-29 10:00'));
    expect(told.state).toBe('agreed.missed');
    expect(told.menu('contractor', first)).not.toContain('giveUp');
    told.customer('giveUp', local('04-29 12:00'), { reasons: text('reasons') });
    expect(told.state).toBe('cancelled');
    expect(told.place.snapshot.status).toBe('done');
  });

  test('is refused once a late contractor has started', () => {
    const told = agreed();
    told.first('start', local('04-29 11:00'));
    expect(told.customer('giveUp', local('04-29 12:00'))).toEqual(notNow);
    expect(told.state).toBe('executing.working');
  });

  test('is free for the customer from the first minute of the delay, and the work can still be submitted', () => {
    const told = agreed();
    told.first('start', local('04-29 09:15'));
    told.pass(local('04-30 18:00'));
    expect(told.state).toBe('executing.overdue');
    expect(told.menu('customer', customer)).toContain('giveUp');
    // A quarter of the 33 hours of work.
    told.pass(local('05-01 02:15'));
    expect(told.state).toBe('executing.lapsed');
    const late = { ...told.place };
    told.customer('giveUp', local('05-02 10:00'), { reasons: text('reasons') });
    expect(told.state).toBe('cancelled');
    expect(menu(taskChart, late.snapshot, 'contractor', first).map(({ name }) => name)).toContain('submit');
  });

  test('is refused for work that was submitted late', () => {
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

  test('brings reminders by working days, which name the consequence', () => {
    const told = submitted();
    expect(told.unlessSomebodyActs).toEqual(['reviewBy', until, '4.3.3']);
    told.pass(local('05-06 12:00'));
    expect(told.notices.filter((each) => each === 'customer: review-reminder')).toHaveLength(2);
    expect(told.state).toBe('review.awaited');
  });

  test('gives the right to claim, and the customer can still answer', () => {
    const told = silent('claim', until);
    expect(told.state).toBe('review.silent');
    expect(told.context.approval).toBeUndefined();
    expect(told.menu('customer', customer)).toEqual(expect.arrayContaining(['approve', 'refuse', 'claim']));
    expect(told.menu('contractor', first)).toContain('claim');
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
    expect(told.said[template]).toEqual({ sum: '1500000', rest: '1500000', day: '2026-05-06' });
  });

  test('counts from the last day of its term, however late the event is processed', () => {
    const told = agreed({ startAt: local('04-29 09:00'), terms: { ...terms, silence: 'approved', acceptDays: 2 } });
    told.first('start', local('04-29 09:15'));
    told.first('submit', local('06-01 10:00'));
    expect(told.context.deadlines.reviewBy).toBe(endOf('06-04'));
    // A command long after: the timer fires first, with its own moment. The five days are 5, 8, 9, 10 and 11 June.
    told.first('confirm', local('06-10 10:00'), { amount: '100000' });
    expect(told.context).toMatchObject({ approval: 'silence', deadlines: { payReminders: [endOf('06-09')], payBy: endOf('06-11') } });
  });
});

test('work is sent back as often as the terms allow', () => {
  const told = submitted();
  told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
  told.first('submit', local('05-05 10:00'));
  expect(told.menu('customer', customer)).toContain('approve');
  expect(told.menu('customer', customer)).not.toContain('refuse');
  expect(told.customer('refuse', local('05-05 11:00'))).toEqual(expect.objectContaining({ reason: 'state', rule: 'roundsAreLeft' }));
});

describe('payment straight to the contractor (5.2)', () => {
  test("is complete with only the contractor's confirmation", () => {
    const told = approved();
    told.first('confirm', local('05-04 12:00'));
    expect([told.state, told.context.paid]).toEqual(['closed', '1500000']);
  });

  test('in parts leaves the rest due until all is confirmed', () => {
    const told = approved();
    told.customer('report', local('05-05 10:00'), { amount: '500000', paidOn: '2026-05-05' });
    told.first('confirm', local('05-05 12:00'));
    expect([told.state, told.context.paid, told.context.reported]).toEqual(['settling.due', '500000', undefined]);
    expect(told.deadlines).toEqual({ payReminders: [endOf('05-08')], payBy: endOf('05-13') });

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

  test('cannot be reported before its day, which is a day in Almaty', () => {
    const told = approved();
    expect(told.customer('report', local('05-05 10:00'), { paidOn: '2026-05-06' })).toEqual(refusedBy('paymentDayHasCome'));
    expect(told.customer('report', local('05-06 02:00'), { paidOn: '2026-05-06' })).toMatchObject({ allowed: true });
  });

  test('that was not made is overdue, and can still be made', () => {
    const told = approved();
    expect(told.unlessSomebodyActs).toEqual(['payBy', endOf('05-13'), '5.2']);
    told.pass(endOf('05-13'));
    expect(told.state).toBe('settling.overdue');
    expect(told.notices.slice(-3)).toEqual(['customer: pay-reminder', 'customer: payment-overdue', 'contractor: payment-overdue']);
    told.customer('report', local('05-14 10:00'), { paidOn: '2026-05-14' });
    told.first('confirm', local('05-14 11:00'));
    expect(told.state).toBe('closed');
  });

  test('is open only to its two parties', () => {
    const told = approved();
    expect(told.second('confirm', local('05-05 10:00'))).toEqual(wrongParty);
    expect(told.customer('confirm', local('05-05 10:00'))).toEqual(wrongParty);
    expect(told.operator('confirm', local('05-05 10:00'))).toEqual(wrongParty);
    expect(told.first('deny', local('05-05 10:00'))).toEqual(notNow);
  });
});

describe('a contract that both are to sign before the work', () => {
  const contracted = () => agreed({ terms: { ...terms, paper: 'signed-contract' } });

  test('is drawn up at acceptance, and its signing allows the work to begin', () => {
    const told = contracted();
    expect(told.state).toBe('agreed.signing');
    expect(told.ordered('issueDocument')).toMatchObject([
      { child: 'signing/example/1', kind: 'contract', amount: '1500000', signBy: endOf('04-29'), order: ['contractor', 'customer'] },
    ]);
    expect(told.first('start', local('04-28 10:00'))).toEqual(notNow);
    told.hears('signed', local('04-28 12:00'), { child: 'signing/example/1' });
    expect(told.state).toBe('agreed.awaited');
    expect(told.context.documents).toEqual({ 'signing/example/1': 'signed' });
    expect(told.deadlines.startBy).toBe(local('04-29 09:00'));
  });

  test.each([
    ['signingRefused', 'refused'],
    ['signingExpired', 'expired'],
  ])('that was not signed (%s) does not end the task, and is drawn up again on the request of a side', (report, became) => {
    const told = contracted();
    told.hears(report, local('04-28 12:00'), { child: 'signing/example/1' });
    expect(told.context.documents).toEqual({ 'signing/example/1': became });
    told.pass(local('06-01 12:00'));
    expect(told.state).toBe('agreed.unsigned');
    expect(told.unlessSomebodyActs).toBeUndefined();
    told.first('signAgain', local('06-01 12:00'));
    expect(told.ordered('issueDocument').map(({ child }) => child)).toEqual(['signing/example/1', 'signing/example/2']);
    // The first version's signing is recorded, and is not the awaited one.
    told.hears('signed', local('06-01 13:00'), { child: 'signing/example/1' });
    expect(told.state).toBe('agreed.signing');
    told.hears('signed', local('06-02 09:00'), { child: 'signing/example/2' });
    expect(told.state).toBe('agreed.awaited');
    // The start has passed meanwhile: the time to begin counts from the signing, and the end moves by the same 34 days.
    expect([told.deadlines.startBy, told.deadlines.dueBy]).toEqual([local('06-02 10:00'), local('06-03 18:00')]);
  });

  test.each(['customer', 'first'] as const)('that was not signed lets the %s leave without cost', (side) => {
    const told = contracted();
    expect(told[side]('giveUp', local('04-28 11:00'))).toEqual(notNow);
    told.hears('signingRefused', local('04-28 12:00'), { child: 'signing/example/1' });
    told[side]('giveUp', local('04-28 13:00'), { reasons: text('reasons') });
    expect([told.state, told.context.due, told.place.snapshot.status]).toEqual(['cancelled', '0', 'done']);
  });
});

const FUNDED: Partial<PostInput> = { payment: 'platform', terms: { ...terms, funding: 'hold' } };
const payment = (number: number) => ({ child: `payment/example/${number}` });
const payout = (number: number) => ({ child: `payout/example/${number}` });
/** The provider keeps the price. */
const funded = (given: Partial<PostInput> = {}) => {
  const told = agreed({ ...FUNDED, ...given });
  told.hears('paymentHeld', local('04-28 10:00'), { ...payment(1), amount: told.context.work.price });
  told.ordered('startChild');
  return told;
};

describe('money that the provider must keep before the work', () => {
  test('is requested from the customer at acceptance, and the work can begin once it is held', () => {
    const told = agreed(FUNDED);
    expect(told.state).toBe('agreed.funding');
    expect(told.ordered('startChild')).toMatchObject([
      { ...payment(1), type: 'ask', by: 'platform', input: { amount: '1500000', mode: 'hold', payBy: endOf('04-29') } },
    ]);
    expect(told.first('start', local('04-28 09:00'))).toEqual(notNow);
    expect(told.hears('paymentHeld', local('04-28 10:00'), { ...payment(2), amount: '1500000' })).toEqual(refusedBy('isOfThisPayment'));
    told.hears('paymentHeld', local('04-28 10:00'), { ...payment(1), amount: '1500000' });
    expect([told.state, told.context.funds]).toEqual([
      'agreed.awaited',
      { payment: 'payment/example/1', held: '1500000', since: local('04-28 10:00') },
    ]);
  });

  test.each(['paymentExpired', 'paymentFailed', 'paymentCancelled'])(
    'is missing (%s): the contractor can wait or give up without cost, and the customer can still pay',
    (report) => {
      const late = () => {
        const told = agreed(FUNDED);
        told.hears(report, local('04-30 00:00'), payment(1));
        return told;
      };
      const left = late();
      expect([left.state, left.context.funds]).toEqual(['agreed.unfunded', undefined]);
      expect(left.customer('giveUp', local('04-30 09:00'))).toMatchObject({ allowed: false });
      left.first('giveUp', local('04-30 10:00'), { reasons: text('reasons') });
      expect([left.state, left.context.due]).toEqual(['cancelled', '0']);

      const told = late();
      told.ordered('startChild');
      told.customer('fund', local('04-30 10:00'));
      expect(told.ordered('startChild')).toMatchObject([{ ...payment(2), input: { mode: 'hold' } }]);
      told.hears('paymentHeld', local('04-30 11:00'), { ...payment(2), amount: '1500000' });
      expect(told.state).toBe('agreed.awaited');
      // It came 26 hours after the start. The contractor has the grace of an hour to come, and 26 hours more to end.
      expect(told.notices).toContain('contractor: work-ready');
      expect(told.deadlines).toMatchObject({
        startBy: local('04-30 12:00'),
        noShow: local('04-30 13:00'),
        dueBy: local('05-01 20:00'),
      });
      told.first('start', local('04-30 11:30'));
      expect([told.state, told.deadlines.dueBy]).toEqual(['executing.working', local('05-01 20:00')]);
    },
  );
});

test('no reminder is set for a moment that has passed', () => {
  const told = story();
  const at = local('04-27 10:00');
  const soon = { startAt: local('04-27 12:00'), dueAt: local('04-27 14:00') };
  told.customer('post', at, posting(at, { ...work, ...soon, acceptBy: soon.startAt }));
  expect(told.deadlines).toEqual({ acceptBy: soon.startAt });
  told.first('accept', local('04-27 11:30'), { version: 1 });
  const { startReminder, dueReminder } = told.deadlines;
  expect([startReminder, dueReminder]).toEqual([undefined, undefined]);
});

describe('a briefing where the task has hazards (4.3.2)', () => {
  test('comes before the work and binds the customer', () => {
    const told = agreed({ hazards: 'hazards' });
    expect(told.state).toBe('agreed.briefing.awaited');
    expect(told.unlessSomebodyActs).toEqual(['briefBy', local('04-28 21:00'), '4.3.2']);
    expect(told.first('start', local('04-28 12:00'))).toEqual(notNow);
    expect(told.first('acknowledge', local('04-28 12:00'))).toEqual(notNow);
    told.customer('brief', local('04-28 13:00'), { note: text('note') });
    told.first('acknowledge', local('04-28 14:00'));
    expect([told.state, told.context.passed]).toEqual(['agreed.awaited', ['briefing']]);
  });

  test('is due when the work begins, if the task was agreed shortly before', () => {
    const told = posted({ hazards: 'hazards' });
    told.first('accept', local('04-29 02:00'), { version: 1 });
    expect([told.state, told.deadlines.briefBy]).toEqual(['agreed.briefing.awaited', local('04-29 09:00')]);
    expect(told.menu('contractor', first)).not.toContain('giveUp');
  });

  test('that is late lets the contractor give up without cost, and the time to begin counts from the briefing', () => {
    const told = agreed({ hazards: 'hazards' });
    told.pass(local('04-28 21:00'));
    expect(told.state).toBe('agreed.briefing.late');
    expect(told.menu('contractor', first)).toContain('giveUp');
    expect(told.menu('customer', customer)).not.toContain('giveUp');
    told.customer('brief', local('04-29 11:00'), { note: text('note') });
    expect(told.menu('contractor', first)).not.toContain('giveUp');
    told.first('acknowledge', local('04-29 11:30'));
    // It was given two hours after the start. The grace is an hour.
    expect(told.deadlines).toMatchObject({ startBy: local('04-29 12:00'), dueBy: local('04-30 20:00') });
  });

  test('must be confirmed by the start of the work: later the customer leaves without cost, and the contractor is late', () => {
    const told = agreed({ hazards: 'hazards' });
    told.customer('brief', local('04-28 13:00'), { note: text('note') });
    expect(told.menu('customer', customer)).not.toContain('giveUp');
    expect(told.unlessSomebodyActs).toEqual(['startBy', local('04-29 09:00'), '4.2.3']);
    told.pass(local('04-29 09:00'));
    expect(told.state).toBe('agreed.briefing.unconfirmed');
    expect(told.menu('customer', customer)).toEqual(expect.arrayContaining(['giveUp', 'cancel', 'brief']));
    expect(told.menu('contractor', first)).not.toContain('giveUp');
    told.first('acknowledge', local('04-29 10:00'));
    told.pass(local('04-29 10:00'));
    // The delay was the contractor's own: the dates stay.
    expect([told.state, told.deadlines.dueBy]).toEqual(['agreed.missed', local('04-30 18:00')]);
    told.first('start', local('04-29 10:05'));
    expect(told.state).toBe('executing.working');
  });
});

const begun = (given: Partial<PostInput> = {}) => {
  const told = agreed(given);
  told.first('start', local('04-29 09:15'));
  return told;
};

describe('a hold', () => {
  test.each([
    ['reportNoAccess', '4.3.2'],
    ['stopWork', '4.2.3'],
  ])('by `%s` stops the terms, and its end extends them by exactly its duration', (command, clause) => {
    const told = begun();
    expect(told.first(command, local('04-29 10:00'), { reasons: text('reasons') })).toMatchObject({ law: { clause } });
    expect(told.standing.dueBy).toBeUndefined();
    expect(told.unlessSomebodyActs).toEqual(['holdPatience', local('05-09 10:00'), 'platform']);
    expect(told.first('submit', local('04-29 11:00'))).toEqual(expect.objectContaining({ reason: 'state', rule: 'workGoesOn' }));
    expect(told.customer('resumeWork', local('04-29 11:00'))).toEqual(wrongParty);
    told.first('resumeWork', local('04-29 13:30'));
    expect(told.standing).toMatchObject({
      dueReminder: local('04-30 18:30'),
      dueBy: local('04-30 21:30'),
      graceUntil: local('05-01 05:45'),
    });
    told.pass(local('04-30 21:29'));
    expect(told.state).toBe('executing.working');
    told.pass(local('04-30 21:30'));
    expect(told.state).toBe('executing.overdue');
  });

  test('for lack of access before the work moves its start', () => {
    const told = agreed();
    told.first('reportNoAccess', local('04-29 08:50'), { reasons: text('reasons') });
    told.pass(local('04-29 10:10'));
    expect(told.state).toBe('agreed.awaited');
    told.first('resumeWork', local('04-29 10:20'));
    expect(told.standing).toMatchObject({ startBy: local('04-29 10:30'), dueBy: local('04-30 19:30') });
  });

  test('for a new risk keeps the work from beginning until the contractor has confirmed the briefing (4.3.1, 4.3.2)', () => {
    const told = agreed();
    expect(told.first('reportRisk', local('04-29 08:00'), { note: text('note') })).toEqual(wrongParty);
    told.customer('reportRisk', local('04-29 08:00'), { note: text('note') });
    expect(told.notices.at(-1)).toBe('contractor: risk-reported');
    expect(told.context.briefing).toEqual(text('note'));
    expect(told.first('start', local('04-29 09:00'))).toEqual(expect.objectContaining({ reason: 'state', rule: 'workMayBegin' }));
    expect(told.customer('reportRisk', local('04-29 09:00'), { note: text('note') })).toEqual(notNow);
    told.pass(local('04-29 11:00'));
    expect(told.state).toBe('agreed.awaited');
    told.first('acknowledge', local('04-29 12:00'));
    expect(told.standing).toMatchObject({ startBy: local('04-29 13:00'), dueBy: local('04-30 22:00') });
    expect(told.first('acknowledge', local('04-29 12:05'))).toEqual(notNow);
    told.first('start', local('04-29 13:00'));
    expect(told.state).toBe('executing.working');
  });

  test('for a new risk stops the work, allows a stop as unsafe or leaving, and ends with the work', () => {
    const told = begun();
    told.customer('reportRisk', local('04-29 10:00'), { note: text('note') });
    expect(told.menu('contractor', first)).toEqual(expect.arrayContaining(['acknowledge', 'stopWork', 'resign']));
    expect(told.menu('contractor', first)).not.toContain('submit');
    told.first('stopWork', local('04-29 10:10'), { reasons: text('reasons') });
    told.first('acknowledge', local('04-29 11:00'));
    expect(told.first('submit', local('04-29 11:10'))).toEqual(expect.objectContaining({ reason: 'state', rule: 'workGoesOn' }));
    told.first('resumeWork', local('04-29 12:00'));
    told.customer('reportRisk', local('04-29 13:00'), { note: text('note') });
    told.first('resign', local('04-29 14:00'), { reasons: text('reasons') });
    expect(told.context.holds.filter(({ until }) => until === undefined)).toEqual([]);
  });

  test('that overlaps another counts the overlap once', () => {
    const told = begun();
    told.first('stopWork', local('04-29 10:00'), { reasons: text('reasons') });
    told.hears('partySuspended', local('04-29 11:00'), { account: customer });
    told.first('resumeWork', local('04-29 12:00'));
    expect(told.standing.dueBy).toBeUndefined();
    told.hears('partyReinstated', local('04-29 13:00'), { account: customer });
    expect(told.standing.dueBy).toBe(local('04-30 21:00'));
  });

  test('for force majeure that the other side admits counts from its notice (8.1)', () => {
    const told = begun();
    told.first('reportForceMajeure', local('04-29 10:00'), { evidence: text('evidence') });
    expect(told.standing.dueBy).toBe(work.dueAt);
    expect(told.first('admitForceMajeure', local('04-29 11:00'))).toEqual(notNow);
    expect(told.customer('reportForceMajeure', local('04-29 11:00'), { evidence: text('evidence') })).toEqual(notNow);
    told.customer('admitForceMajeure', local('04-29 12:00'));
    expect([told.region('holds'), told.standing.dueBy]).toEqual(['held', undefined]);
    expect(told.customer('endForceMajeure', local('04-29 13:00'))).toEqual(notNow);
    told.first('endForceMajeure', local('04-29 20:00'));
    expect([told.region('holds'), told.standing.dueBy]).toEqual(['none', local('05-01 04:00')]);
  });

  test('for contested force majeure moves no term', () => {
    const told = begun();
    told.customer('reportForceMajeure', local('04-29 10:00'), { evidence: text('evidence') });
    told.first('contestForceMajeure', local('04-29 12:00'), { reasons: text('reasons') });
    expect([told.region('holds'), told.standing.dueBy]).toEqual(['none', work.dueAt]);
    expect(told.customer('endForceMajeure', local('04-29 13:00'))).toEqual(notNow);
  });

  test('for a suspended party keeps the work from beginning, and removes no duty (4.4.2)', () => {
    const told = agreed();
    for (const say of [told.customer, told.operator])
      expect(say('partySuspended', local('04-28 10:00'), { account: first })).toEqual(wrongParty);
    told.hears('partySuspended', local('04-28 10:00'), { account: first });
    expect(told.hears('partySuspended', local('04-28 11:00'), { account: first })).toEqual(refusedBy('isSuspendedAnew'));
    expect(told.hears('partySuspended', local('04-28 11:00'), { account: second })).toEqual(refusedBy('isSuspendedAnew'));
    expect(told.hears('partyReinstated', local('04-28 11:00'), { account: customer })).toEqual(refusedBy('wasSuspended'));
    expect(told.first('start', local('04-29 09:00'))).toEqual(expect.objectContaining({ reason: 'state', rule: 'workMayBegin' }));
    told.hears('partyReinstated', local('04-29 10:00'), { account: first });
    expect(told.standing.startBy).toBe(local('04-30 09:00'));
    told.first('start', local('04-29 10:05'));
    told.hears('partySuspended', local('04-29 12:00'), { account: first });
    expect(told.menu('contractor', first)).toEqual(expect.arrayContaining(['submit', 'stopWork', 'claim']));
    told.first('submit', local('04-30 12:00'));
    told.customer('approve', local('05-04 11:00'));
    told.first('confirm', local('05-04 12:00'));
    expect(told.state).toBe('closed');
  });

  test('for a suspended customer prevents acceptance of the task, and stops its time to accept', () => {
    const told = posted();
    expect(told.hears('partySuspended', local('04-27 11:00'), { account: first })).toEqual(refusedBy('isSuspendedAnew'));
    told.hears('partySuspended', local('04-27 11:00'), { account: customer });
    expect(told.first('accept', local('04-27 12:00'), { version: 1 })).toEqual(
      expect.objectContaining({ reason: 'state', rule: 'customerIsNotSuspended' }),
    );
    told.hears('partyReinstated', local('04-28 11:00'), { account: customer });
    expect(told.standing.acceptBy).toBe(local('04-30 09:00'));
    expect(told.first('accept', local('04-29 12:00'), { version: 1 })).toMatchObject({ allowed: true });
  });

  test.each(['customer', 'first'] as const)('that lasts too long gives the %s the right to leave without cost until it ends', (side) => {
    const held = () => {
      const told = agreed();
      told.hears('partySuspended', local('04-28 10:00'), { account: first });
      return told;
    };
    const told = held();
    expect(told[side]('giveUp', local('05-08 09:59'))).toEqual(expect.objectContaining({ reason: 'state', rule: 'holdIsTooLong' }));
    told[side]('giveUp', local('05-08 10:00'), { reasons: text('reasons') });
    expect(told.notices).toEqual(expect.arrayContaining(['customer: hold-too-long', 'contractor: hold-too-long']));
    expect([told.state, told.context.due]).toEqual(['cancelled', '0']);

    const ended = held();
    ended.pass(local('05-08 10:00'));
    ended.hears('partyReinstated', local('05-08 11:00'), { account: first });
    expect(ended[side]('giveUp', local('05-08 12:00'))).toEqual(notNow);
  });
});

const amendment = (given: Partial<WorkTerms> = {}, version = 1) => ({
  wording: text('amended'),
  lines: [{ unit: 'hour', quantity: '5', unitPrice: '400000' }],
  price: '2000000',
  startAt: work.startAt,
  dueAt: local('05-04 18:00'),
  ...given,
  version,
});

describe('an amendment by agreement (3.4)', () => {
  test('proposed by one side and accepted by the other makes a new version with its own dates and price', () => {
    const told = begun();
    told.customer('amend', local('04-29 12:00'), amendment());
    expect(told.context).toMatchObject({ version: 1, work: { price: '1500000' }, amendment: { by: 'customer' } });
    expect(told.customer('acceptAmendment', local('04-29 13:00'), { version: 1 })).toEqual(notNow);
    expect(told.first('amend', local('04-29 13:00'), amendment())).toEqual(notNow);
    expect(told.first('proposeCancel', local('04-29 13:00'), { reasons: text('reasons') })).toEqual(notNow);
    expect(told.first('acceptAmendment', local('04-29 13:00'), { version: 2 })).toEqual(refusedBy('versionIsCurrent'));
    told.first('acceptAmendment', local('04-29 13:00'), { version: 1 });
    expect(told.context).toMatchObject({ version: 2, work: { price: '2000000', wording: text('amended') }, amendment: undefined });
    expect(told.standing).toMatchObject({
      dueReminder: local('05-04 15:00'),
      dueBy: local('05-04 18:00'),
      graceUntil: local('05-05 18:00'),
    });
    told.first('submit', local('05-04 12:00'));
    told.customer('approve', local('05-04 13:00'));
    expect(told.context.due).toBe('2000000');
  });

  test('can be proposed by the contractor, even late, and makes the work timely again', () => {
    const told = begun();
    told.first('amend', local('05-02 10:00'), amendment());
    expect(told.state).toBe('executing.lapsed');
    told.customer('acceptAmendment', local('05-02 11:00'), { version: 1 });
    expect(told.state).toBe('executing.working');
  });

  test('that is declined changes nothing', () => {
    const told = agreed();
    const before = told.standing;
    told.first('amend', local('04-28 10:00'), amendment());
    told.customer('declineAmendment', local('04-28 11:00'));
    expect(told.context).toMatchObject({ version: 1, work: { price: '1500000' }, amendment: undefined });
    expect(told.standing).toEqual(before);
    expect(told.customer('amend', local('04-28 12:00'), amendment())).toMatchObject({ allowed: true });
  });

  test.each<[string, Partial<WorkTerms>, number, string]>([
    ['another version', {}, 2, 'versionIsCurrent'],
    ['an end that is past', { dueAt: local('04-29 11:00') }, 1, 'newDatesFit'],
    ['an end before the start', { startAt: local('05-05 09:00') }, 1, 'newDatesFit'],
  ])('of %s is refused', (_, given, version, rule) => {
    expect(begun().customer('amend', local('04-29 12:00'), amendment(given, version))).toEqual(refusedBy(rule));
  });

  test('during a review also applies to the submitted work', () => {
    const told = submitted();
    told.first('amend', local('05-04 10:00'), amendment());
    told.customer('acceptAmendment', local('05-04 11:00'), { version: 1 });
    told.customer('approve', local('05-04 12:00'));
    expect([told.state, told.context.due]).toEqual(['settling.due', '2000000']);
  });
});

describe('leaving after acceptance', () => {
  test('by agreement is settled by the agreed sum', () => {
    const told = begun();
    expect(told.first('proposeCancel', local('04-29 10:00'), { reasons: text('reasons'), amount: '1500001' })).toEqual(
      refusedBy('costIsWithinPrice'),
    );
    told.first('proposeCancel', local('04-29 10:00'), { reasons: text('reasons'), amount: '400000' });
    expect(told.first('acceptCancel', local('04-29 11:00'))).toEqual(notNow);
    told.customer('declineCancel', local('04-29 11:00'));
    expect([told.state, told.context.cancellation]).toEqual(['executing.working', undefined]);
    told.first('proposeCancel', local('04-29 12:00'), { reasons: text('reasons'), amount: '300000' });
    told.customer('acceptCancel', local('04-29 13:00'));
    expect([told.state, told.context.due, told.context.ending]).toEqual(['settling.due', '300000', 'cancelled']);
    told.ordered('startChild');
    told.first('confirm', local('04-30 10:00'));
    expect([told.state, told.context.paid]).toEqual(['cancelled', '300000']);
    // A task that was not closed has no reviews.
    expect(told.ordered('startChild')).toEqual([]);
  });

  test('by agreement without a sum ends it at once', () => {
    const told = agreed();
    told.customer('proposeCancel', local('04-28 10:00'), { reasons: text('reasons') });
    told.first('acceptCancel', local('04-28 11:00'));
    expect([told.state, told.context.due]).toEqual(['cancelled', '0']);
  });

  test.each([
    ['before the work', agreed, '04-28 09:30', '150000'],
    ['during the work', begun, '04-29 09:30', '750000'],
    [
      'before work of an odd price',
      () => agreed({ lines: [{ unit: 'hour', quantity: '1', unitPrice: '1234567' }] }),
      '04-28 09:30',
      '123457',
    ],
  ])('of the customer without a ground costs the sum under the terms: %s', (_, reach, at, due) => {
    const told = reach();
    expect(told.first('cancel', local(at))).toEqual(wrongParty);
    told.customer('cancel', local(at), { reasons: text('reasons') });
    expect([told.state, told.context.due]).toEqual(['settling.due', due]);
    told.first('confirm', local('04-30 10:00'));
    expect([told.state, told.context.paid]).toEqual(['cancelled', due]);
  });

  test('of the customer does not wait for the end of a claim, which continues', () => {
    const told = begun();
    told.first('claim', local('04-29 10:00'), { about: 'damages', amount: '1', sums: ['1'], demand: text('demand') });
    told.customer('cancel', local('04-29 11:00'));
    expect([told.state, told.region('claims')]).toEqual(['settling.due', 'open']);
    expect(told.context.left).toEqual({ by: 'customer', at: local('04-29 11:00'), free: false });
  });

  test('of a contractor who is denied access has no cost', () => {
    const told = begun();
    expect(told.menu('contractor', first)).not.toContain('giveUp');
    told.first('reportNoAccess', local('04-29 10:00'), { reasons: text('reasons') });
    told.first('giveUp', local('04-29 10:01'), { reasons: text('reasons') });
    expect([told.state, told.context.left]).toEqual(['cancelled', { by: 'contractor', at: local('04-29 10:01'), free: true }]);
  });

  test('of the contractor settles only the approved work', () => {
    const told = begun();
    expect(told.customer('resign', local('04-29 10:00'))).toEqual(wrongParty);
    told.first('resign', local('04-29 10:00'), { reasons: text('reasons') });
    expect([told.state, told.context.due]).toEqual(['cancelled', '0']);

    const partly = begun();
    partly.first('submit', local('04-29 12:00'), { parts: [{ line: 1, quantity: '2' }] });
    partly.customer('approve', local('04-29 13:00'));
    partly.first('resign', local('04-29 14:00'), { reasons: text('reasons') });
    expect([partly.state, partly.context.due]).toEqual(['settling.due', '600000']);
  });
});

describe('the order (3.4)', () => {
  const orders = (told: ReturnType<typeof story>) => told.ordered('issueDocument').filter(({ kind }) => kind === 'order');

  test('is drawn up at acceptance, contains what both confirmed by posting and accepting, and delays nothing', () => {
    const told = agreed();
    expect(orders(told)).toEqual([
      {
        child: 'signing/example/1',
        kind: 'order',
        amount: '1500000',
        order: ['customer', 'contractor'],
        confirmed: { customer: local('04-27 10:00'), contractor: local('04-27 12:00') },
      },
    ]);
    expect([told.state, told.context.signing]).toEqual(['agreed.awaited', undefined]);
  });

  test('is drawn up again for each version, with the moments of its proposal and acceptance', () => {
    const told = begun();
    told.first('amend', local('04-29 10:00'), { ...posting(local('04-29 10:00')), ...work, dueAt: local('05-01 17:00'), version: 1 });
    told.customer('acceptAmendment', local('04-29 11:00'), { version: 1 });
    expect(orders(told).map(({ confirmed }) => confirmed)).toEqual([
      expect.anything(),
      { customer: local('04-29 11:00'), contractor: local('04-29 10:00') },
    ]);
    expect(told.state).toBe('executing.working');
  });

  test('is replaced by the contract if the terms require one', () => {
    expect(orders(agreed({ terms: { ...terms, paper: 'signed-contract' } }))).toEqual([]);
  });
});

describe('direct payment in advance (5.2)', () => {
  const paidOn = '2026-04-28';

  test('can be reported from the acceptance on, is confirmed or denied, and changes nothing else', () => {
    const told = agreed();
    expect(told.menu('contractor', first)).not.toContain('confirm');
    told.customer('report', local('04-28 10:00'), { amount: '500000', paidOn });
    expect(told.menu('customer', customer)).not.toContain('report');
    expect(told.menu('contractor', first)).toEqual(expect.arrayContaining(['confirm', 'deny', 'start']));
    told.first('deny', local('04-28 11:00'), { reasons: text('reasons') });
    told.customer('report', local('04-28 12:00'), { amount: '500000', paidOn });
    told.first('start', local('04-29 09:00'));
    expect([told.state, told.context.reported, told.standing.confirmBy]).toEqual(['executing.working', '500000', endOf('04-30')]);
    told.first('confirm', local('04-29 10:00'));
    expect([told.state, told.context.paid, told.standing.confirmBy]).toEqual(['executing.working', '500000', undefined]);
    expect(told.customer('report', local('04-29 10:10'), { amount: '1000001', paidOn })).toEqual(refusedBy('amountIsWithinPrice'));
    told.first('submit', local('04-29 12:00'));
    told.customer('approve', local('04-29 13:00'));
    expect([told.state, told.context.due, told.context.paid]).toEqual(['settling.due', '1500000', '500000']);
  });

  test('that covers all closes the task with the approval, or after the answer to an open report', () => {
    const told = begun();
    told.customer('report', local('04-29 10:00'), { paidOn });
    told.first('submit', local('04-29 12:00'));
    told.customer('approve', local('04-29 13:00'));
    expect([told.state, told.context.reported]).toEqual(['settling.reported', '1500000']);
    told.first('confirm', local('04-29 14:00'));
    expect([told.state, told.context.overpaid]).toEqual(['closed', undefined]);
  });

  test('beyond the final amount due is announced to both, and the task ends', () => {
    const told = begun();
    told.customer('report', local('04-29 10:00'), { amount: '500000', paidOn });
    told.first('confirm', local('04-29 11:00'));
    told.first('resign', local('04-29 12:00'), { reasons: text('reasons') });
    expect([told.state, told.context.due, told.context.overpaid]).toEqual(['cancelled', '0', '500000']);
    expect(told.notices).toEqual(expect.arrayContaining(['customer: overpaid', 'contractor: overpaid']));
  });

  test('keeps a task open while its report is not answered, even if nothing is due', () => {
    const told = begun();
    told.customer('report', local('04-29 10:00'), { amount: '500000', paidOn });
    told.first('resign', local('04-29 12:00'), { reasons: text('reasons') });
    expect(told.state).toBe('settling.reported');
    told.first('deny', local('04-29 13:00'), { reasons: text('reasons') });
    expect([told.state, told.context.overpaid]).toEqual(['cancelled', undefined]);
  });

  test('is refused if payment goes through the platform', () => {
    expect(agreed({ payment: 'platform' }).menu('customer', customer)).not.toContain('report');
  });
});

describe('part of the work', () => {
  const part = (quantity: string, line = 1) => [{ line, quantity }];

  test('is submitted and approved separately, and the work on the rest continues', () => {
    const told = begun();
    told.first('submit', local('04-29 12:00'), { parts: part('3') });
    expect(told.context.submission).toMatchObject({ amount: '900000', parts: part('3'), all: false });
    expect(told.ordered('issueDocument')).toMatchObject([
      { kind: 'order' },
      { kind: 'completion-act', amount: '900000', lines: part('3') },
    ]);
    told.customer('approve', local('04-29 14:00'));
    expect([told.state, told.context.approved, told.context.due]).toEqual(['executing.working', '900000', '0']);
    told.first('submit', local('04-30 12:00'));
    expect(told.context.submission).toEqual({ amount: '600000', parts: [{ line: 1, quantity: '2', amount: '600000' }], all: true });
    told.customer('approve', local('04-30 14:00'));
    expect([told.state, told.context.due]).toEqual(['settling.due', '1500000']);
  });

  test('whose act the customer signs is also approved, and the work on the rest continues', () => {
    const told = begun();
    told.first('submit', local('04-29 12:00'), { parts: part('3') });
    told.hears('signed', local('04-29 14:00'), { child: told.context.signing });
    expect([told.state, told.context.approved]).toEqual(['executing.working', '900000']);
  });

  /** A price that differs from the sum of the lines: a response named it. */
  const odd = () => {
    const told = posted({ match: 'choice' });
    told.first('respond', local('04-27 11:00'), { version: 1, price: '1400001' });
    told.customer('choose', local('04-27 11:30'), { version: 1, contractor: first });
    told.first('accept', local('04-27 12:00'), { version: 1 });
    told.first('start', local('04-29 09:00'));
    told.first('submit', local('04-30 12:00'));
    told.ordered('sendToLife');
    return told;
  };

  test('is approved and the rest reworked: the sums add up to the price', () => {
    const told = odd();
    told.customer('approvePart', local('05-04 10:00'), { parts: part('2'), rest: 'rework', reasons: text('reasons') });
    expect([told.state, told.context.approved, told.context.rounds]).toEqual(['executing.working', '560000', 1]);
    expect(told.deadlines.dueBy).toBe(endOf('05-06'));
    expect(told.ordered('sendToLife')).toMatchObject([{ to: 'signing/example/2', type: 'replace' }]);
    told.first('submit', local('05-05 10:00'));
    expect(told.context.submission).toEqual({ amount: '840001', parts: [{ line: 1, quantity: '3', amount: '840001' }], all: true });
    expect(told.customer('approvePart', local('05-05 11:00'), { parts: part('1'), rest: 'rework', reasons: text('reasons') })).toEqual(
      refusedBy('restMayBeReworked'),
    );
    told.customer('approve', local('05-05 12:00'));
    expect([told.state, told.context.due]).toEqual(['settling.due', '1400001']);
  });

  test('is approved and the rest dropped: only the part is due', () => {
    const told = odd();
    told.customer('approvePart', local('05-04 10:00'), { parts: part('2'), rest: 'drop', reasons: text('reasons') });
    expect([told.state, told.context.due]).toEqual(['settling.due', '560000']);
  });

  test.each([
    ['more than there is', part('5.001')],
    ['a line that is not there', part('1', 2)],
    ['a line twice', [...part('1'), ...part('2')]],
  ])('that is %s is refused', (_, parts) => {
    expect(begun().first('submit', local('04-29 12:00'), { parts })).toEqual(refusedBy('partsFitTheWork'));
  });

  test('that is the whole submission is refused as a part', () => {
    const whole = { parts: part('5'), rest: 'drop', reasons: text('reasons') };
    expect(submitted().customer('approvePart', local('05-04 10:00'), whole)).toEqual(refusedBy('partsWereSubmitted'));
  });
});

describe('doors and windows', () => {
  const lines = [
    { unit: 'piece', quantity: '10', unitPrice: '100000' },
    { unit: 'piece', quantity: '10', unitPrice: '50000' },
  ];
  const reasons = text('reasons');
  const doors = (quantity: string) => ({ parts: [{ line: 1, quantity }] });
  const amendment = (more: object = {}) => ({
    ...posting(local('04-29 10:00')),
    ...work,
    dueAt: local('05-01 17:00'),
    version: 1,
    lines,
    ...more,
  });

  test('are not accepted beyond the agreed quantity', () => {
    const told = begun({ lines });
    told.first('submit', local('04-29 10:00'), doors('8'));
    told.customer('approve', local('04-29 11:00'));
    expect(told.context.approved).toBe('800000');
    expect(told.first('submit', local('04-29 12:00'), doors('8'))).toEqual(refusedBy('partsFitTheWork'));
    told.first('submit', local('04-29 12:00'));
    expect(told.context.submission).toMatchObject({
      amount: '700000',
      parts: [
        { line: 1, quantity: '2', amount: '200000' },
        { line: 2, quantity: '10', amount: '500000' },
      ],
    });
    told.customer('approve', local('04-29 13:00'));
    expect([told.state, told.context.due]).toEqual(['settling.due', '1500000']);
  });

  test('submitted again are the rest, at its price, and the act says so', () => {
    const told = begun({ lines: [lines[0] as (typeof lines)[number]] });
    told.first('submit', local('04-29 10:00'), doors('4'));
    told.customer('approve', local('04-29 11:00'));
    told.ordered('issueDocument');
    told.first('submit', local('04-29 12:00'));
    expect(told.ordered('issueDocument')).toMatchObject([
      { kind: 'completion-act', amount: '600000', lines: [{ line: 1, quantity: '6', amount: '600000' }] },
    ]);
  });

  test('are decided about as last submitted', () => {
    const told = begun({ lines });
    told.first('submit', local('04-29 10:00'), doors('4'));
    told.customer('refuse', local('04-29 11:00'), { submission: 1, reasons });
    told.first('submit', local('04-29 12:00'), doors('5'));
    for (const [type, more] of [
      ['approve', {}],
      ['refuse', { reasons }],
      ['approvePart', { ...doors('1'), rest: 'drop', reasons }],
    ] as const)
      expect(told.customer(type, local('04-29 13:00'), { submission: 1, ...more })).toMatchObject({ allowed: false });
    expect(told.customer('approve', local('04-29 13:00'), { submission: 1 })).toEqual(refusedBy('submissionIsCurrent'));
    expect(told.customer('approve', local('04-29 13:00'), { submission: 2 })).toMatchObject({ allowed: true });
  });

  test('that are given up leave the rest of the work as agreed', () => {
    const told = begun({ lines });
    told.first('submit', local('04-29 10:00'), doors('8'));
    told.customer('approvePart', local('04-29 11:00'), { ...doors('7'), rest: 'drop', reasons });
    expect([told.state, told.context.approved]).toEqual(['executing.working', '700000']);
    told.first('submit', local('04-29 12:00'));
    // Two doors that were never submitted, and the windows.
    expect(told.context.submission?.amount).toBe('700000');
    told.customer('approve', local('04-29 13:00'));
    expect(told.context.due).toBe('1400000');
  });

  test('keep their agreed price if an amendment changes only dates', () => {
    const told = posted({ match: 'choice', lines });
    told.first('respond', local('04-27 11:00'), { version: 1, price: '700000' });
    told.customer('choose', local('04-27 11:30'), { version: 1, contractor: first });
    told.first('accept', local('04-27 12:00'), { version: 1 });
    // 700 000 over 1 000 000 and 500 000: 466 666.67 and 233 333.33.
    expect(told.context.work.lines.map(({ amount }) => amount)).toEqual(['466667', '233333']);
    told.first('amend', local('04-28 10:00'), amendment());
    told.customer('acceptAmendment', local('04-28 11:00'), { version: 1 });
    expect(told.context.work).toMatchObject({ price: '700000', dueAt: local('05-01 17:00') });
    const more = [
      { ...lines[0], id: 1, quantity: '12' },
      { ...lines[1], id: 2 },
    ];
    expect(told.first('amend', local('04-28 12:00'), amendment({ version: 2, lines: more }))).toEqual(refusedBy('priceIsNamed'));
    told.first('amend', local('04-28 12:00'), amendment({ version: 2, lines: more, price: '800000' }));
    told.customer('acceptAmendment', local('04-28 13:00'), { version: 2 });
    expect(told.context.work.price).toBe('800000');
  });

  test('cannot be amended to a start that is past when the proposal is accepted', () => {
    const told = agreed({ lines });
    told.first('amend', local('04-28 10:00'), amendment({ startAt: local('04-28 20:00') }));
    expect(told.customer('acceptAmendment', local('04-28 20:00'), { version: 1 })).toEqual(refusedBy('proposedStartIsAhead'));
    told.customer('declineAmendment', local('04-28 20:00'));
    told.first('amend', local('04-28 20:00'), amendment({ startAt: local('04-29 12:00') }));
    expect(told.customer('acceptAmendment', local('04-28 21:00'), { version: 1 })).toMatchObject({ allowed: true });
    expect(told.deadlines.startBy).toBe(local('04-29 12:00'));
  });

  test('cannot be amended to an end that is past when the proposal is accepted', () => {
    const told = begun({ lines });
    told.customer('amend', local('04-29 10:00'), amendment({ dueAt: local('04-30 09:00') }));
    expect(told.first('acceptAmendment', local('04-30 09:00'), { version: 1 })).toEqual(refusedBy('proposedEndIsAhead'));
    expect(told.first('acceptAmendment', local('04-30 08:59'), { version: 1 })).toMatchObject({ allowed: true });
  });

  test('that were accepted cannot be removed by an amendment, even one proposed before', () => {
    const told = begun({ lines });
    told.customer(
      'amend',
      local('04-29 09:30'),
      amendment({
        lines: [
          { ...lines[0], id: 1, quantity: '3' },
          { ...lines[1], id: 2 },
        ],
      }),
    );
    told.first('submit', local('04-29 10:00'), doors('4'));
    told.customer('approve', local('04-29 11:00'));
    expect(told.first('acceptAmendment', local('04-29 12:00'), { version: 1 })).toEqual(refusedBy('proposalKeepsAccepted'));
    told.first('declineAmendment', local('04-29 12:00'));
    const without = [{ ...lines[1], id: 2 }];
    const cheaper = [{ ...lines[0], id: 1, unitPrice: '90000' }, ...without];
    for (const each of [without, cheaper])
      expect(told.first('amend', local('04-29 12:30'), amendment({ lines: each }))).toEqual(refusedBy('linesKeepAccepted'));
    const fewer = [{ ...lines[0], id: 1, quantity: '4' }, ...without];
    told.first('amend', local('04-29 12:30'), amendment({ lines: fewer }));
    told.customer('acceptAmendment', local('04-29 13:00'), { version: 1 });
    told.first('submit', local('04-29 14:00'));
    expect(told.context.submission).toMatchObject({ amount: '500000', parts: [{ line: 2, quantity: '10' }] });
  });

  test('are charged the fee as they are accepted: the fees of the parts add up to the fee of the whole', () => {
    const told = begun({ lines: [{ unit: 'piece', quantity: '3', unitPrice: '3350' }] });
    for (const hour of ['10', '11', '12']) {
      told.first('submit', local(`04-29 ${hour}:00`), doors('1'));
      told.customer('approve', local(`04-29 ${hour}:30`));
    }
    const fees = told.ordered('startChild').filter(({ type }) => type === 'charge');
    // 5 % of 10 050 is 502.5; of one door 167.5, of two 335.
    expect(fees.map(({ input }) => (input as { principal: string }).principal)).toEqual(['168', '167', '168']);
  });

  test('are charged the fee however the deal ends', () => {
    const told = begun({ lines });
    told.first('submit', local('04-29 10:00'), doors('9'));
    told.customer('approve', local('04-29 11:00'));
    told.first('resign', local('04-29 12:00'), { reasons });
    expect(told.context.due).toBe('900000');
    expect(told.ordered('startChild').filter(({ type }) => type === 'charge')).toMatchObject([{ input: { principal: '45000' } }]);
  });
});

test('agreed costs are at most the price of the rest, also at the time of acceptance', () => {
  const told = begun();
  told.customer('proposeCancel', local('04-29 10:00'), { amount: '1500000', reasons: text('reasons') });
  told.first('submit', local('04-29 11:00'), { parts: [{ line: 1, quantity: '3' }] });
  told.customer('approve', local('04-29 12:00'));
  expect(told.first('acceptCancel', local('04-29 13:00'))).toEqual(refusedBy('proposedCostIsWithinPrice'));
});

describe('an answer names the number of the item that was read', () => {
  test('the response that is chosen', () => {
    const told = posted({ match: 'choice' });
    told.first('respond', local('04-27 11:00'), { version: 1, price: '90000000' });
    told.first('respond', local('04-27 11:05'), { version: 1, price: '90000000000' });
    const choice = { version: 1, contractor: first };
    expect(told.customer('choose', local('04-27 11:10'), { ...choice, response: 1 })).toEqual(refusedBy('responseIsCurrent'));
    expect(told.customer('choose', local('04-27 11:10'), { ...choice, response: 2 })).toMatchObject({ allowed: true });
  });

  test('the proposal, the report, the notice and the briefing', () => {
    const told = agreed({ hazards: 'hazards' });
    told.customer('brief', local('04-28 09:00'), { note: text('note') });
    told.customer('brief', local('04-28 09:30'), { note: text('note') });
    expect(told.first('acknowledge', local('04-28 10:00'), { briefing: 1 })).toEqual(refusedBy('briefingIsCurrent'));
    told.customer('proposeCancel', local('04-28 10:00'), { reasons: text('reasons'), amount: '900000' });
    told.first('declineCancel', local('04-28 10:10'));
    told.customer('proposeCancel', local('04-28 10:20'), { reasons: text('reasons') });
    expect(told.first('acceptCancel', local('04-28 10:30'), { proposal: 1 })).toEqual(refusedBy('proposalIsCurrent'));
    told.customer('report', local('04-28 11:00'), { amount: '100000', paidOn: '2026-04-28' });
    told.first('deny', local('04-28 11:10'), { reasons: text('reasons') });
    told.customer('report', local('04-28 11:20'), { amount: '200000', paidOn: '2026-04-28' });
    for (const report of [1, undefined])
      expect(told.first('confirm', local('04-28 11:30'), { report })).toEqual(refusedBy('reportIsCurrent'));
    told.customer('reportForceMajeure', local('04-28 12:00'), { evidence: text('evidence') });
    expect(told.first('admitForceMajeure', local('04-28 12:10'), { notice: 2 })).toEqual(refusedBy('noticeIsCurrent'));
  });
});

describe('hazards added by later terms', () => {
  const amendment = { ...posting(local('04-28 10:00')), ...work, version: 1, hazards: 'others' };

  test('require a briefing before the work', () => {
    const told = agreed();
    expect(told.state).toBe('agreed.awaited');
    told.customer('amend', local('04-28 10:00'), amendment);
    told.first('acceptAmendment', local('04-28 11:00'), { version: 1 });
    expect(told.state).toBe('agreed.briefing.awaited');
  });

  test('require another briefing after the first one', () => {
    const told = agreed({ hazards: 'hazards' });
    told.customer('brief', local('04-28 09:00'), { note: text('note') });
    told.customer('amend', local('04-28 10:00'), amendment);
    told.first('acceptAmendment', local('04-28 11:00'), { version: 1 });
    expect(told.state).toBe('agreed.briefing.awaited');
    expect(told.first('acknowledge', local('04-28 11:30'))).toEqual(notNow);
  });

  test('stop work in progress until the contractor has been briefed', () => {
    const told = begun();
    told.customer('amend', local('04-29 10:00'), { ...amendment, dueAt: local('05-01 17:00') });
    told.first('acceptAmendment', local('04-29 11:00'), { version: 1 });
    expect(told.first('submit', local('04-29 11:30'))).toEqual(notNow);
    expect(told.first('acknowledge', local('04-29 11:30'), { briefing: 1 })).toEqual(notNow);
    told.customer('brief', local('04-29 12:00'), { note: text('note') });
    told.first('acknowledge', local('04-29 12:30'));
    expect(told.first('submit', local('04-29 13:00'))).toMatchObject({ allowed: true });
  });
});

describe('the agreed time to begin (4.3.2)', () => {
  const late = { ...terms, earlyStart: false };

  test('is binding, unless the customer allows an earlier one', () => {
    const told = agreed({ terms: late });
    expect(told.first('start', local('04-28 10:00'))).toEqual(refusedBy('startHasCome'));
    told.customer('allowEarlyStart', local('04-28 10:30'));
    expect(told.first('start', local('04-28 11:00'))).toMatchObject({ allowed: true });
  });

  test('is reached at its exact moment', () => {
    expect(agreed({ terms: late }).first('start', work.startAt)).toMatchObject({ allowed: true });
  });
});

test('a customer who cancels after the contractor is late owes no cost of leaving', () => {
  const late = begun();
  late.pass(local('04-30 19:00'));
  expect(late.state).toBe('executing.overdue');
  late.customer('cancel', local('04-30 19:00'), { reasons: text('reasons') });
  expect([late.state, late.context.due, late.context.left?.free]).toEqual(['cancelled', '0', true]);
  const inTime = begun();
  inTime.customer('cancel', local('04-30 10:00'), { reasons: text('reasons') });
  expect([inTime.context.due, inTime.context.left?.free]).toEqual(['750000', false]);
});

describe('a claim (9.1)', () => {
  const dispute = (number: number) => ({ child: `dispute/example/${number}` });
  const claim = (amount: string) => ({ about: 'price', submission: 1, demand: text('demand'), terms: {}, amount });
  /** The first claim is settled: the rest of 1 500 000 goes to the customer. */
  const settled = (toContractor: string, toCustomer = String(1_500_000n - BigInt(toContractor))) => ({
    ...dispute(1),
    toContractor,
    toCustomer,
  });
  const childrenOf = (told: ReturnType<typeof posted>, type: string) => told.ordered('startChild').filter((child) => child.type === type);
  const debtsOf = (told: ReturnType<typeof posted>) => childrenOf(told, 'owe');
  const feesOf = (told: ReturnType<typeof posted>) => childrenOf(told, 'charge');
  const beside = (about: string, amount?: string) => ({
    ...{ about, demand: text('demand'), terms: {} },
    ...(amount !== undefined && { amount, ...(about === 'damages' && { sums: [amount] }) }),
  });

  test('begins a dispute in the name of the claimant', () => {
    const told = agreed();
    expect(posted().customer('claim', local('04-27 11:00'), beside('conduct'))).toEqual(notNow);
    told.customer('claim', local('04-28 10:00'), beside('damages', '99000000'));
    told.first('claim', local('04-28 11:00'), beside('conduct'));
    expect(told.ordered('startChild')).toMatchObject([
      { ...dispute(1), type: 'claim', by: 'customer', actor: { account: customer }, input: { parent: 'task/example', amount: '99000000' } },
      { ...dispute(2), type: 'claim', by: 'contractor', actor: { account: first } },
    ]);
    expect(told.hears('claimDropped', local('04-28 12:00'), dispute(3))).toEqual(refusedBy('isOfAnOpenClaim'));
    told.hears('claimDropped', local('04-28 12:00'), dispute(1));
    expect(told.region('claims')).toBe('open');
    told.hears('claimDropped', local('04-28 13:00'), dispute(2));
    expect(told.region('claims')).toBe('none');
    // Duties continued all the time.
    expect(told.state).toBe('agreed.awaited');
  });

  test('for a broken vase leaves the deal, its price and its acts as they are', () => {
    const told = submitted();
    told.customer('claim', local('05-04 10:00'), beside('damages', '500000'));
    told.hears('claimSettled', local('05-05 10:00'), { ...dispute(1), toContractor: '0', toCustomer: '500000' });
    expect([told.state, told.region('claims')]).toEqual(['review.awaited', 'none']);
    told.customer('approve', local('05-05 11:00'));
    expect(told.context.due).toBe('1500000');
  });

  test('about the price can be made from the submission on, for at most its price', () => {
    expect(agreed().customer('claim', local('04-28 10:00'), claim('1'))).toEqual(refusedBy('claimFitsDeal'));
    const told = submitted();
    expect(told.customer('claim', local('05-04 10:00'), claim('1500001'))).toEqual(refusedBy('claimFitsDeal'));
    expect(told.customer('claim', local('05-04 10:00'), { ...claim('1'), submission: 2 })).toEqual(refusedBy('claimFitsDeal'));
    expect(told.customer('claim', local('05-04 10:00'), claim('1500000'))).toMatchObject({ allowed: true });
  });

  test('about the ending ends an active deal with the sums that it names, and no settled deal', () => {
    const told = begun();
    told.first('claim', local('04-29 10:00'), beside('ending', '400000'));
    told.hears('claimSettled', local('04-29 12:00'), { ...dispute(1), toContractor: '300000', toCustomer: '100000' });
    expect([told.state, told.context.due, told.context.approved]).toEqual(['settling.due', '300000', '300000']);
    // Five per cent: it pays for work.
    expect(feesOf(told)).toMatchObject([{ input: { principal: '15000' } }]);
    expect(approved().customer('claim', local('05-05 10:00'), beside('ending'))).toEqual(refusedBy('endingFitsDeal'));
    expect(approved().customer('claim', local('05-05 10:00'), beside('costs'))).toEqual(refusedBy('costsAreClaimedBeside'));
  });

  test('about the price of refused work accepts it at the resulting sum', () => {
    const told = submitted();
    told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
    told.first('claim', local('05-04 11:00'), claim('1500000'));
    told.hears('claimSettled', local('05-05 10:00'), { ...dispute(1), toContractor: '1000000', toCustomer: '500000' });
    expect([told.state, told.context.due, told.context.approved]).toEqual(['settling.due', '1000000', '1000000']);
    expect(told.ordered('startChild').filter(({ type }) => type === 'charge')).toMatchObject([{ input: { principal: '50000' } }]);
  });

  test.each(['one-sided', 'approved'] as const)('stops the consequence of silence under the terms `%s`', (silence) => {
    const told = submitted({ terms: { ...terms, silence } });
    told.first('claim', local('05-04 10:00'), claim('1500000'));
    told.pass(endOf('05-06'));
    expect([told.state, told.context.approval]).toEqual(['review.silent', undefined]);
    // The duties continue: the customer may still approve.
    told.customer('approve', local('05-08 10:00'));
    expect(told.context.due).toBe('1500000');
  });

  test('about the price that is settled during the review accepts the work at that price, with an act', () => {
    const told = submitted();
    told.customer('claim', local('05-04 10:00'), claim('600000'));
    told.hears('claimSettled', local('05-05 10:00'), { ...dispute(1), toContractor: '0', toCustomer: '600000' });
    expect(told.ordered('issueDocument').at(-1)).toMatchObject({ amount: '900000', lines: [{ line: 1, quantity: '5', amount: '900000' }] });
    expect([told.state, told.context.due, told.region('claims')]).toEqual(['settling.due', '900000', 'none']);
    told.first('confirm', local('05-06 10:00'));
    expect([told.state, told.context.paid, told.place.snapshot.status]).toEqual(['closed', '900000', 'done']);
  });

  test('that is settled after approval lowers the sum due', () => {
    const told = approved();
    told.customer('claim', local('05-05 10:00'), claim('500000'));
    told.hears('claimSettled', local('05-06 10:00'), { ...dispute(1), toContractor: '200000', toCustomer: '300000' });
    expect([told.state, told.context.due]).toEqual(['settling.due', '1200000']);
    told.first('confirm', local('05-07 10:00'));
    expect([told.state, told.context.paid]).toEqual(['closed', '1200000']);
  });

  // 0.1 of 5 is approved at 30 000 and the rest dropped, while all of 1 500 000 is claimed.
  test.each([
    ['300000', '300000', undefined],
    ['10000', '20000', '10000'],
  ])(
    'that is settled at %s of a price of which 20 000 was paid makes a debt only of the sum to be paid back',
    (toContractor, due, owed) => {
      const told = submitted();
      told.customer('claim', local('05-04 10:00'), claim('1500000'));
      told.customer('approvePart', local('05-04 11:00'), { parts: [{ line: 1, quantity: '0.1' }], rest: 'drop' });
      expect(told.context.due).toBe('30000');
      told.first('confirm', local('05-04 12:00'), { amount: '20000' });
      told.hears('claimSettled', local('05-05 10:00'), settled(toContractor));
      expect(told.context.due).toBe(due);
      expect(debtsOf(told)).toMatchObject(owed === undefined ? [] : [{ input: { debtor: 'contractor', amount: owed } }]);
    },
  );

  test('about a refused and repeated submission does not reduce the approved sum, and is not paid in addition', () => {
    const again = () => {
      const told = submitted();
      told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
      told.first('claim', local('05-04 11:00'), claim('1500000'));
      told.first('submit', local('05-05 10:00'));
      return told;
    };
    const before = again();
    before.hears('claimSettled', local('05-05 11:00'), settled('300000'));
    expect([before.state, before.context.approved]).toEqual(['review.awaited', '300000']);
    before.customer('approve', local('05-05 12:00'));
    const after = again();
    after.customer('approve', local('05-05 11:00'));
    after.hears('claimSettled', local('05-05 12:00'), settled('300000'));
    expect([before.context.due, after.context.due]).toEqual(['1500000', '1500000']);
    // Five per cent of the whole, in either way.
    const principals = [before, after].map((told) => feesOf(told).map(({ input }) => (input as { principal: string }).principal));
    expect(principals).toEqual([['15000', '60000'], ['75000']]);
  });

  test('about refused work outlives the end of the deal: its result replaces the cost of leaving', () => {
    const left = () => {
      const told = submitted();
      told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
      told.first('claim', local('05-04 11:00'), claim('1500000'));
      told.customer('cancel', local('05-04 12:00'), { reasons: text('reasons') });
      // Half the price of the work that was not accepted.
      expect([told.state, told.context.due]).toEqual(['settling.due', '750000']);
      return told;
    };
    for (const [toContractor, due] of [
      ['1500000', '1500000'],
      ['1000000', '1000000'],
      ['300000', '750000'],
      ['0', '750000'],
    ] as const) {
      const told = left();
      told.hears('claimSettled', local('05-05 10:00'), settled(toContractor));
      expect([toContractor, told.context.due]).toEqual([toContractor, due]);
    }
  });

  test('about a part of the refused work decides only that part, and the work continues', () => {
    const told = submitted();
    told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
    told.customer('claim', local('05-04 11:00'), claim('1'));
    told.hears('claimSettled', local('05-04 12:00'), settled('0', '1'));
    expect([told.state, told.context.approved, told.context.progress]).toEqual(['executing.working', '0', {}]);
  });

  test('awards the unpaid price of its lines, and keeps the price of the others', () => {
    const unit = (name: string, unitPrice: string) => ({ unit: name, quantity: '1', unitPrice });
    const told = begun({ lines: [unit('a', '600000'), unit('b', '400000'), unit('c', '200000')] });
    const parts = (...lines: number[]) => ({ parts: lines.map((line) => ({ line, quantity: '1' })) });
    told.first('submit', local('04-29 10:00'), parts(1, 2));
    told.customer('approvePart', local('04-29 11:00'), { ...parts(1), rest: 'rework', reasons: text('reasons') });
    told.first('claim', local('04-29 11:30'), claim('400000'));
    told.first('submit', local('04-29 12:00'), parts(3));
    told.hears('claimSettled', local('04-29 13:00'), settled('300000', '100000'));
    told.customer('approve', local('04-29 14:00'));
    told.first('resign', local('04-29 15:00'), { reasons: text('reasons') });
    // 600 000 of the first, 300 000 of the second, 200 000 of the third.
    expect(told.context.due).toBe('1100000');
  });

  test('pays a line once, even if two submissions of it were claimed and admitted in part', () => {
    const told = submitted({ terms: { ...terms, reworkRounds: 2 } });
    for (const [number, hour] of [
      [1, '10'],
      [2, '12'],
    ] as const) {
      told.customer('refuse', local(`05-04 ${hour}:00`), { reasons: text('reasons') });
      told.first('claim', local(`05-04 ${hour}:10`), { ...claim('1500000'), submission: number });
      if (number === 1) told.first('submit', local(`05-04 ${hour}:20`));
    }
    for (const number of [1, 2]) told.hears('claimAdmitted', local('05-04 15:00'), { ...dispute(number), amount: '1000000' });
    expect(debtsOf(told)).toMatchObject([{ input: { amount: '1000000' } }, { input: { amount: '500000' } }]);
    told.first('resign', local('05-04 16:00'), { reasons: text('reasons') });
    expect([told.state, told.context.due]).toEqual(['cancelled', '0']);
  });

  test.each([true, false])('that is admitted before or after the customer leaves gives the same sums and fee: %s', (before) => {
    const told = submitted();
    told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
    told.first('claim', local('05-04 11:00'), claim('1500000'));
    const admit = () => told.hears('claimAdmitted', local('05-04 12:00'), { ...dispute(1), amount: '1000000' });
    if (before) admit();
    told.customer('cancel', local('05-04 12:00'), { reasons: text('reasons') });
    if (!before) admit();
    told.hears('claimSettled', local('05-05 10:00'), settled('1000000'));
    const children = told.ordered('startChild');
    const debts = children.filter(({ type }) => type === 'owe');
    expect(debts).toMatchObject(before ? [{ input: { amount: '1000000', ground: 'admission' } }] : []);
    expect(told.context.due).toBe(before ? '0' : '1000000');
    // Five per cent of the work, and nothing of the cost of leaving that it replaced.
    expect(children.filter(({ type }) => type === 'charge')).toMatchObject([{ input: { principal: '50000' } }]);
  });

  test.each(['awarded', 'admitted'])(
    'about a price that was %s keeps its line in the deal: a line added again would be paid twice',
    (how) => {
      const unit = (name: string, unitPrice: string) => ({ unit: name, quantity: '1', unitPrice });
      const told = begun({ lines: [unit('a', '600000'), unit('b', '900000')] });
      told.first('submit', local('04-29 10:00'), { parts: [{ line: 1, quantity: '1' }] });
      told.customer('refuse', local('04-29 11:00'), { reasons: text('reasons') });
      told.first('claim', local('04-29 11:10'), claim('600000'));
      told.first('submit', local('04-29 11:20'), { parts: [{ line: 2, quantity: '1' }] });
      if (how === 'awarded') told.hears('claimSettled', local('04-29 11:30'), settled('400000', '200000'));
      else told.hears('claimAdmitted', local('04-29 11:30'), { ...dispute(1), amount: '400000' });
      told.customer('approve', local('04-29 12:00'));
      const { wording, startAt, dueAt } = told.context.work;
      const second = { ...unit('b', '900000'), id: 2 };
      const amend = (lines: object[], price?: string) =>
        told.first('amend', local('04-29 12:10'), { version: 1, wording, startAt, dueAt, lines, ...(price !== undefined && { price }) });
      expect(amend([second, unit('a', '600000')])).toEqual(refusedBy('linesKeepAccepted'));
      // 900 000 are accepted, and 400 000 are due for the first.
      const cheaper = { ...unit('a', '300000'), id: 1 };
      expect(amend([cheaper, second], '1299999')).toEqual(refusedBy('priceFitsAccepted'));
      amend([cheaper, second]);
      told.customer('acceptAmendment', local('04-29 12:20'), { version: 1 });
      expect(told.context.work.price).toBe('1300000');
      told.first('submit', local('04-29 13:00'));
      told.customer('approve', local('04-29 14:00'));
      expect([told.context.approved, told.context.due]).toEqual(['1300000', how === 'awarded' ? '1300000' : '900000']);
    },
  );

  test('about the price of work in review is settled before an amendment submits the work again', () => {
    const told = submitted();
    told.customer('claim', local('05-04 10:00'), claim('500000'));
    const { wording, lines, startAt } = told.context.work;
    const proposed = lines.map(({ amount: _, ...line }) => line);
    told.first('amend', local('05-04 11:00'), { version: 1, wording, lines: proposed, startAt, dueAt: local('05-20 18:00') });
    expect(told.customer('acceptAmendment', local('05-04 12:00'), { version: 1 })).toEqual(refusedBy('reviewIsUnclaimed'));
  });

  test('that is dropped after a partial admission decides only that part', () => {
    const ofContractor = submitted();
    ofContractor.first('claim', local('05-04 10:00'), claim('1500000'));
    ofContractor.hears('claimAdmitted', local('05-04 11:00'), { ...dispute(1), amount: '1' });
    ofContractor.hears('claimDropped', local('05-04 12:00'), { ...dispute(1), amount: '1' });
    expect([ofContractor.state, ofContractor.region('claims'), ofContractor.context.approved]).toEqual(['review.awaited', 'none', '1']);
    ofContractor.customer('approve', local('05-04 13:00'));
    expect(debtsOf(ofContractor)).toMatchObject([{ input: { amount: '1' } }]);
    expect(ofContractor.context.due).toBe('1499999');

    const ofCustomer = submitted();
    ofCustomer.customer('claim', local('05-04 10:00'), claim('500000'));
    ofCustomer.hears('claimAdmitted', local('05-04 11:00'), { ...dispute(1), amount: '100000' });
    ofCustomer.hears('claimDropped', local('05-04 12:00'), { ...dispute(1), amount: '100000' });
    ofCustomer.customer('approve', local('05-04 13:00'));
    expect(ofCustomer.context.due).toBe('1400000');
  });

  test('for the ending is not lost if the deal ends in another way', () => {
    const told = begun();
    told.first('claim', local('04-29 10:00'), beside('ending', '1500000'));
    told.customer('cancel', local('04-29 11:00'), { reasons: text('reasons') });
    expect(told.context.due).toBe('750000');
    told.hears('claimSettled', local('04-29 12:00'), settled('1200000'));
    expect(told.context.due).toBe('1200000');
    // It pays for work, and takes the place of the cost of leaving.
    expect(feesOf(told)).toMatchObject([{ input: { principal: '60000' } }]);
  });

  test('for the ending is charged its fee even after the end of the task, and costs are charged none', () => {
    const told = begun();
    told.first('claim', local('04-29 10:00'), beside('ending', '1500000'));
    told.customer('proposeCancel', local('04-29 10:30'), { amount: '400000', reasons: text('reasons') });
    told.first('acceptCancel', local('04-29 11:00'), { proposal: 1 });
    told.first('confirm', local('04-29 12:00'));
    expect([told.state, told.region('claims')]).toEqual(['cancelled', 'outlasting']);
    const [, ...costs] = told.ordered('startChild');
    expect(costs).toEqual([]);
    told.hears('claimSettled', local('04-29 13:00'), settled('1000000'));
    // 600 000 beside the agreed costs of 400 000.
    expect(told.ordered('startChild')).toMatchObject([
      { type: 'owe', input: { debtor: 'customer', amount: '600000' } },
      { type: 'charge', input: { principal: '30000' } },
    ]);
  });

  test('about the price is charged the fee of the accepted sum: a later reduction by a claim does not lower the fee', () => {
    const before = submitted();
    before.customer('claim', local('05-04 10:00'), claim('500000'));
    before.hears('claimSettled', local('05-05 10:00'), settled('0', '500000'));
    const after = approved();
    after.customer('claim', local('05-05 10:00'), claim('500000'));
    after.hears('claimSettled', local('05-05 11:00'), settled('0', '500000'));
    expect([before.context.due, after.context.due]).toEqual(['1000000', '1000000']);
    // Five per cent of 1 000 000, which was accepted, and of 1 500 000.
    expect([feesOf(before), feesOf(after)]).toMatchObject([[{ input: { principal: '50000' } }], [{ input: { principal: '75000' } }]]);
  });

  test('for the ending counts work accepted since it was made', () => {
    const told = begun();
    told.first('claim', local('04-29 10:00'), beside('ending', '1500000'));
    told.first('submit', local('04-29 11:00'), { parts: [{ line: 1, quantity: '2' }] });
    told.customer('approve', local('04-29 12:00'));
    expect(told.context.approved).toBe('600000');
    told.hears('claimSettled', local('04-29 13:00'), settled('1000000'));
    expect(told.context.due).toBe('1000000');
  });

  test('about the price of an accepted part lowers it, and the work continues', () => {
    const told = begun();
    told.first('submit', local('04-29 10:00'), { parts: [{ line: 1, quantity: '3' }] });
    told.customer('approve', local('04-29 11:00'));
    told.customer('claim', local('04-29 12:00'), claim('300000'));
    told.hears('claimSettled', local('04-29 13:00'), settled('100000', '200000'));
    expect([told.state, told.context.approved]).toEqual(['executing.working', '700000']);
    told.first('submit', local('04-29 14:00'));
    expect(told.context.submission?.amount).toBe('600000');
    told.customer('approve', local('04-29 15:00'));
    expect(told.context.due).toBe('1300000');
  });

  test('is about a slice of the price: of the accepted part from below for the customer, from above for the contractor', () => {
    const told = submitted();
    told.customer('approvePart', local('05-04 10:00'), { parts: [{ line: 1, quantity: '3' }], rest: 'drop' });
    expect(told.context.due).toBe('900000');
    told.first('claim', local('05-04 11:00'), claim('600000'));
    expect(told.first('claim', local('05-04 11:30'), claim('1'))).toEqual(refusedBy('claimFitsDeal'));
    // The price of 600 000 is already in dispute.
    expect(told.customer('claim', local('05-04 12:00'), claim('900001'))).toEqual(refusedBy('claimFitsDeal'));
    told.customer('claim', local('05-04 12:00'), claim('900000'));
    told.hears('claimSettled', local('05-05 10:00'), settled('400000', '200000'));
    expect(told.context.due).toBe('1300000');
    told.hears('claimSettled', local('05-05 11:00'), { ...settled('500000', '400000'), ...dispute(2) });
    expect(told.context.due).toBe('900000');
    // All of the price was decided.
    expect(told.customer('claim', local('05-06 10:00'), claim('1'))).toEqual(refusedBy('claimFitsDeal'));
  });

  test('that is admitted in part makes that part due at once, and continues for the rest', () => {
    const told = approved();
    told.customer('claim', local('05-05 10:00'), claim('500000'));
    told.hears('claimAdmitted', local('05-06 10:00'), { ...dispute(1), amount: '100000' });
    expect(told.context.due).toBe('1400000');
    told.hears('claimSettled', local('05-07 10:00'), settled('150000', '350000'));
    expect(told.context.due).toBe('1150000');
  });

  test('that is admitted in part during the review counts that part once', () => {
    const told = submitted();
    told.customer('claim', local('05-04 10:00'), claim('500000'));
    told.hears('claimAdmitted', local('05-04 11:00'), { ...dispute(1), amount: '100000' });
    told.hears('claimSettled', local('05-05 10:00'), settled('400000', '100000'));
    expect([told.state, told.context.approved, told.context.due]).toEqual(['settling.due', '1400000', '1400000']);
  });

  describe('that is admitted in part during the deal (R12)', () => {
    const refused = (given: Partial<PostInput> = {}) => {
      const told = submitted(given);
      told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
      told.first('claim', local('05-04 11:00'), claim(told.context.work.price));
      return told;
    };
    const admits = (told: ReturnType<typeof posted>, amount: string, given: object = {}) =>
      told.hears('claimAdmitted', local('05-04 11:30'), { ...dispute(1), amount, ...given });
    const sumsOf = (told: ReturnType<typeof posted>) => {
      const children = told.ordered('startChild');
      const of = (type: string, name: string) =>
        children.filter((child) => child.type === type).map(({ input }) => (input as Record<string, string>)[name]);
      return { debts: of('owe', 'amount'), fees: of('charge', 'principal') };
    };

    test('is a debt at once with its fee, and the line is not paid twice when the work is repeated', () => {
      // 40 000 of 100 000 tenge.
      const told = refused({ lines: [{ unit: 'wall', quantity: '1', unitPrice: '10000000' }] });
      admits(told, '4000000', { until: '2026-05-20' });
      const [debt, fee] = told.ordered('startChild').filter(({ type }) => type === 'owe' || type === 'charge');
      expect(debt).toMatchObject({
        child: 'debt/example/1',
        input: {
          debtor: 'customer',
          creditor: 'contractor',
          amount: '4000000',
          ground: 'admission',
          dueOn: '2026-05-20',
          about: 'task/example',
        },
      });
      expect(fee).toMatchObject({ input: { principal: '200000' } });
      expect([told.state, told.region('claims')]).toEqual(['executing.working', 'open']);
      told.first('submit', local('05-05 10:00'));
      told.customer('approve', local('05-05 11:00'));
      expect([told.state, told.context.approved, told.context.due]).toEqual(['settling.due', '10000000', '6000000']);
      expect(sumsOf(told)).toEqual({ debts: [], fees: ['300000'] });
      told.first('confirm', local('05-06 10:00'));
      told.hears('claimSettled', local('05-07 10:00'), { ...dispute(1), toContractor: '9000000', toCustomer: '1000000' });
      expect(sumsOf(told)).toEqual({ debts: [], fees: [] });
      expect(told.place.snapshot.status).toBe('done');
    });

    test('leaves the rest of the result of the claim, during the deal and after its end', () => {
      const running = refused();
      admits(running, '500000');
      running.hears('claimSettled', local('05-05 10:00'), settled('800000'));
      expect([running.state, running.context.approved, running.context.due]).toEqual(['settling.due', '800000', '300000']);
      expect(sumsOf(running)).toEqual({ debts: ['500000'], fees: ['25000', '15000'] });

      const left = refused();
      admits(left, '500000');
      left.first('resign', local('05-04 12:00'), { reasons: text('reasons') });
      expect([left.state, left.context.due]).toEqual(['cancelled', '0']);
      left.hears('claimSettled', local('05-05 10:00'), settled('800000'));
      expect(sumsOf(left)).toEqual({ debts: ['500000', '300000'], fees: ['25000', '15000'] });
    });

    test('counts towards the accepted sum of the submission', () => {
      const told = submitted();
      told.first('claim', local('05-04 10:00'), claim('600000'));
      told.hears('claimAdmitted', local('05-04 10:30'), { ...dispute(1), amount: '200000' });
      told.customer('approvePart', local('05-04 11:00'), { parts: [{ line: 1, quantity: '4' }], rest: 'drop' });
      // Four hours of 300 000, which the 200 000 are a part of.
      expect(told.context.due).toBe('1000000');
      expect(sumsOf(told)).toEqual({ debts: ['200000'], fees: ['10000', '50000'] });
    });

    test('is covered by the advance payment, and only the excess is a debt', () => {
      const told = refused();
      told.customer('report', local('05-04 11:05'), { amount: '200000', paidOn: '2026-05-04' });
      told.first('confirm', local('05-04 11:10'), { report: 1 });
      admits(told, '600000');
      expect(sumsOf(told)).toEqual({ debts: ['400000'], fees: ['30000'] });
      // Of 1 500 000 there are 900 000 to be paid in advance still.
      expect(told.customer('report', local('05-04 11:40'), { amount: '900001', paidOn: '2026-05-04' })).toEqual(
        refusedBy('amountIsWithinPrice'),
      );
      told.first('resign', local('05-04 12:00'), { reasons: text('reasons') });
      expect([told.state, told.context.due, told.context.paid]).toEqual(['cancelled', '200000', '200000']);
    });

    test('is paid through the platform as a debt, or at the end from the money kept', () => {
      const charged = refused({ payment: 'platform' });
      admits(charged, '600000');
      expect(sumsOf(charged)).toEqual({ debts: ['600000'], fees: ['30000'] });

      const kept = posted({ payment: 'platform', terms: { ...terms, funding: 'hold' } });
      kept.first('accept', local('04-27 12:00'), { version: 1 });
      kept.hears('paymentHeld', local('04-27 13:00'), { child: 'payment/example/1', amount: '1500000' });
      kept.first('start', local('04-29 09:15'));
      kept.first('submit', local('04-30 17:00'));
      kept.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
      kept.first('claim', local('05-04 11:00'), claim('1500000'));
      admits(kept, '600000');
      expect(sumsOf(kept)).toEqual({ debts: [], fees: ['30000'] });
      kept.first('resign', local('05-04 12:00'), { reasons: text('reasons') });
      expect([kept.state, kept.context.due]).toEqual(['settling.kept', '600000']);
      kept.hears('claimDropped', local('05-05 10:00'), { ...dispute(1), amount: '600000' });
      expect(kept.ordered('sendToLife')).toContainEqual({ to: 'payment/example/1', type: 'capture', input: { amount: '600000' } });
    });

    test('by the contractor lowers the price at once, and the excess paid is returned at the end', () => {
      const told = begun();
      told.first('submit', local('04-29 10:00'), { parts: [{ line: 1, quantity: '3' }] });
      told.customer('approve', local('04-29 11:00'));
      told.customer('report', local('04-29 11:20'), { amount: '900000', paidOn: '2026-04-29' });
      told.first('confirm', local('04-29 11:30'), { report: 1 });
      told.customer('claim', local('04-29 12:00'), claim('300000'));
      told.hears('claimAdmitted', local('04-29 13:00'), { ...dispute(1), amount: '100000' });
      expect(sumsOf(told)).toEqual({ debts: [], fees: ['45000'] });
      told.first('resign', local('04-29 14:00'), { reasons: text('reasons') });
      expect([told.state, told.context.due]).toEqual(['cancelled', '800000']);
      expect(told.ordered('startChild')).toMatchObject([{ input: { debtor: 'contractor', amount: '100000', ground: 'overpayment' } }]);
    });
  });

  test.each([true, false])('that is awarded before or after the customer leaves gives the same sums (before: %s)', (before) => {
    const told = submitted({ terms: { ...terms, reworkRounds: 2 } });
    told.customer('refuse', local('05-04 10:00'), { reasons: text('reasons') });
    told.first('claim', local('05-04 11:00'), claim('1500000'));
    told.first('submit', local('05-04 11:10'));
    told.customer('refuse', local('05-04 11:20'), { reasons: text('reasons') });
    const award = () => told.hears('claimSettled', local('05-04 12:00'), settled('1200000'));
    if (before) award();
    told.customer('cancel', local('05-04 12:00'), { reasons: text('reasons') });
    if (!before) award();
    // The price takes the place of half the price that leaving the same work would cost.
    expect(told.context.due).toBe('1200000');
    expect(feesOf(told)).toMatchObject([{ input: { principal: '60000' } }]);
  });

  test.each([true, false])('keeps the cost of leaving of other lines (before: %s)', (before) => {
    const unit = (name: string, unitPrice: string) => ({ unit: name, quantity: '1', unitPrice });
    const told = begun({ lines: [unit('a', '600000'), unit('b', '900000')] });
    told.first('submit', local('04-29 10:00'), { parts: [{ line: 1, quantity: '1' }] });
    told.customer('refuse', local('04-29 11:00'), { reasons: text('reasons') });
    told.first('claim', local('04-29 11:30'), claim('600000'));
    const award = () => told.hears('claimSettled', local('04-29 12:00'), settled('400000', '200000'));
    if (before) award();
    told.customer('cancel', local('04-29 12:00'), { reasons: text('reasons') });
    if (!before) award();
    // 400 000 of the first, half of 900 000 for leaving the second.
    expect(told.context.due).toBe('850000');
    expect(feesOf(told)).toMatchObject([{ input: { principal: '20000' } }]);
  });

  test('about the price of paid work that is settled after the end makes a debt', () => {
    const told = approved();
    told.customer('claim', local('05-05 10:00'), claim('500000'));
    told.first('confirm', local('05-06 10:00'));
    told.hears('claimSettled', local('05-07 10:00'), settled('300000', '200000'));
    expect(debtsOf(told)).toMatchObject([
      { input: { debtor: 'contractor', creditor: 'customer', amount: '200000', ground: 'overpayment' } },
    ]);
    expect([told.context.due, told.place.snapshot.status]).toEqual(['1500000', 'done']);
  });

  test('about the price of work that was given up makes a debt with its fee if it is won after the end', () => {
    const told = submitted();
    told.customer('approvePart', local('05-04 10:00'), { parts: [{ line: 1, quantity: '0.1' }], rest: 'drop' });
    told.first('claim', local('05-04 11:00'), claim('1470000'));
    told.first('confirm', local('05-05 10:00'));
    expect([told.state, told.region('claims')]).toEqual(['closed', 'outlasting']);
    told.hears('claimAdmitted', local('05-06 10:00'), { ...dispute(1), amount: '400000' });
    told.hears('claimSettled', local('05-07 10:00'), settled('470000', '1000000'));
    const children = told.ordered('startChild').filter(({ type }) => type === 'owe' || type === 'charge');
    const owed = { debtor: 'customer', creditor: 'contractor', ground: 'settlement' };
    expect(children).toMatchObject([
      { input: { principal: '1500' } },
      { input: { ...owed, amount: '400000' } },
      { input: { principal: '20000' } },
      { input: { ...owed, amount: '70000' } },
      { input: { principal: '3500' } },
    ]);
    expect(told.place.snapshot.status).toBe('done');
  });

  test('of the contractor about approved work can also be settled below the approved sum', () => {
    const told = approved();
    told.first('claim', local('05-05 10:00'), claim('1500000'));
    told.hears('claimSettled', local('05-06 10:00'), settled('1000000'));
    expect([told.state, told.context.due]).toEqual(['settling.due', '1000000']);
  });

  test('that leaves nothing due closes the task', () => {
    const told = approved();
    told.customer('claim', local('05-05 10:00'), claim('1500000'));
    told.hears('claimSettled', local('05-06 10:00'), { ...dispute(1), toContractor: '0', toCustomer: '1500000' });
    expect([told.state, told.context.paid]).toEqual(['closed', '0']);
  });

  test('that is open keeps a closed task from ending', () => {
    const told = approved();
    told.customer('claim', local('05-05 10:00'), claim('500000'));
    told.first('confirm', local('05-06 10:00'));
    expect([told.state, told.place.snapshot.status, told.region('claims')]).toEqual(['closed', 'active', 'outlasting']);
    told.hears('claimCertified', local('06-06 10:00'), dispute(1));
    expect(told.region('claims')).toBe('outlasting');
    told.hears('claimDropped', local('06-07 10:00'), dispute(1));
    expect([told.state, told.place.snapshot.status]).toEqual(['closed', 'done']);
  });
});

describe('money that the provider keeps', () => {
  const delivered = (given: Partial<PostInput> = {}) => {
    const told = funded(given);
    told.first('start', local('04-29 09:15'));
    told.first('submit', local('04-30 17:00'));
    told.ordered('sendToLife');
    return told;
  };

  test('is captured when the work is approved, and paid out', () => {
    const told = delivered();
    told.customer('approve', local('05-04 11:00'));
    expect(told.state).toBe('settling.capturing');
    expect(told.ordered('sendToLife')).toMatchObject([
      { to: 'signing/example/2', type: 'confirm' },
      { to: 'payment/example/1', type: 'capture', input: { amount: '1500000' } },
    ]);
    expect(told.ordered('startChild')).toMatchObject([{ child: 'fee/example/1', type: 'charge', input: { customer, principal: '75000' } }]);
    told.hears('paymentCaptured', local('05-04 11:01'), { ...payment(1), amount: '1500000', released: '0' });
    expect([told.state, told.context.funds]).toEqual(['settling.payingOut', undefined]);
    expect(told.ordered('startChild')).toMatchObject([{ ...payout(1), type: 'ask', input: { contractor: first, amount: '1500000' } }]);
    told.hears('payoutRefused', local('05-04 11:02'), { ...payout(1), amount: '1500000' });
    expect([told.state, told.context.paid]).toEqual(['settling.payingOut', '0']);
    told.hears('paidOut', local('05-05 11:00'), { ...payout(1), amount: '1500000' });
    expect([told.state, told.context.paid, told.place.snapshot.status]).toEqual(['closed', '1500000', 'done']);
    expect(told.ordered('startChild')).toMatchObject([{ child: 'review/example/1', type: 'open' }]);
  });

  test('is named in notices with its sums: paid in, due, captured and paid out', () => {
    const told = delivered();
    expect(told.said['money-held']).toMatchObject({ sum: '1500000' });
    told.customer('approve', local('05-04 11:00'));
    expect(told.notices).toContain('customer: payment-covered');
    expect(told.notices).not.toContain('customer: payment-due');
    expect(told.said['payment-covered']).toMatchObject({ sum: '1500000' });
    expect(told.said['work-approved']).toMatchObject({ sum: '1500000', rest: '1500000' });
    told.hears('paymentCaptured', local('05-04 11:01'), { ...payment(1), amount: '1500000', released: '0' });
    told.hears('payoutRefused', local('05-04 11:02'), { ...payout(1), amount: '1500000' });
    told.hears('paidOut', local('05-05 11:00'), { ...payout(1), amount: '1500000' });
    for (const template of ['money-captured', 'payout-refused', 'paid-out', 'task-closed'])
      expect([template, told.said[template]]).toEqual([template, expect.objectContaining({ sum: '1500000', rest: expect.any(String) })]);
    expect(told.said['task-closed']).toMatchObject({ sum: '1500000', rest: '0' });
  });

  test('is named in a notice with its sum when it is lost, and when it must be paid in again', () => {
    const told = funded();
    told.hears('paymentFailed', local('04-28 12:00'), payment(1));
    expect([told.state, told.said['hold-lost']?.sum]).toEqual(['agreed.unfunded', '1500000']);
    told.customer('fund', local('04-28 13:00'));
    expect(told.said['funding-again']?.sum).toBe('1500000');
    told.hears('paymentExpired', local('04-28 14:00'), payment(2));
    expect(told.said['not-funded']?.sum).toBe('1500000');
  });

  test('is captured in part if a part was approved, and the provider releases the rest', () => {
    const told = delivered();
    told.customer('approvePart', local('05-04 11:00'), { parts: [{ line: 1, quantity: '2' }], rest: 'drop', reasons: text('reasons') });
    expect(told.ordered('sendToLife')).toContainEqual({ to: 'payment/example/1', type: 'capture', input: { amount: '600000' } });
    told.hears('paymentCaptured', local('05-04 11:01'), { ...payment(1), amount: '600000', released: '900000' });
    told.hears('paidOut', local('05-05 11:00'), { ...payout(1), amount: '600000' });
    expect([told.state, told.context.paid, told.context.funds]).toEqual(['closed', '600000', undefined]);
  });

  test('is captured for the costs of a cancellation', () => {
    const told = funded();
    told.customer('cancel', local('04-28 12:00'), { reasons: text('reasons') });
    expect(told.ordered('sendToLife')).toEqual([{ to: 'payment/example/1', type: 'capture', input: { amount: '150000' } }]);
    told.hears('paymentCaptured', local('04-28 12:01'), { ...payment(1), amount: '150000', released: '1350000' });
    told.hears('paidOut', local('04-29 11:00'), { ...payout(1), amount: '150000' });
    expect([told.state, told.context.paid]).toEqual(['cancelled', '150000']);
  });

  test('is used for a raised price, and the rest remains to be paid', () => {
    const told = funded();
    told.customer('amend', local('04-28 11:00'), amendment());
    told.first('acceptAmendment', local('04-28 12:00'), { version: 1 });
    told.first('start', local('04-29 09:15'));
    told.first('submit', local('04-30 17:00'));
    told.customer('approve', local('05-04 11:00'));
    expect(told.ordered('sendToLife')).toContainEqual({ to: 'payment/example/1', type: 'capture', input: { amount: '1500000' } });
    told.hears('paymentCaptured', local('05-04 11:01'), { ...payment(1), amount: '1500000', released: '0' });
    told.ordered('startChild');
    told.hears('paidOut', local('05-05 11:00'), { ...payout(1), amount: '1500000' });
    expect([told.state, told.context.paid]).toEqual(['settling.paying', '1500000']);
    expect(told.ordered('startChild')).toMatchObject([{ ...payment(2), input: { mode: 'charge', amount: '500000' } }]);
    // A repeat of the first payout's message does not count for the second.
    told.hears('paymentCaptured', local('05-05 12:00'), { ...payment(2), amount: '500000' });
    told.hears('paidOut', local('05-05 12:30'), { ...payout(1), amount: '1500000' });
    expect([told.state, told.context.paid]).toEqual(['settling.payingOut', '1500000']);
    told.hears('paidOut', local('05-05 13:00'), { ...payout(2), amount: '500000' });
    expect([told.state, told.context.paid]).toEqual(['closed', '2000000']);
  });

  test('is returned if the task is left without cost', () => {
    const told = funded();
    told.pass(local('04-29 10:00'));
    told.customer('giveUp', local('04-29 12:00'), { reasons: text('reasons') });
    expect([told.state, told.place.snapshot.status]).toEqual(['settling.releasing', 'active']);
    expect(told.ordered('sendToLife')).toEqual([{ to: 'payment/example/1', type: 'release', input: {} }]);
    told.hears('paymentRefunded', local('04-29 12:01'), { ...payment(1), amount: '1500000' });
    expect([told.state, told.context.funds, told.place.snapshot.status]).toEqual(['cancelled', undefined, 'done']);
    expect(told.said['task-cancelled']).toMatchObject({ sum: '0', rest: '0' });
    expect(told.said['money-released']).toMatchObject({ sum: '1500000' });
  });

  test('is also returned before the end if it was only requested', () => {
    const told = agreed(FUNDED);
    told.first('resign', local('04-28 09:00'), { reasons: text('reasons') });
    expect(told.ordered('sendToLife')).toEqual([{ to: 'payment/example/1', type: 'release', input: {} }]);
    told.hears('paymentCancelled', local('04-28 09:01'), payment(1));
    expect([told.state, told.context.funds]).toEqual(['cancelled', undefined]);
    // Nothing had been paid in that could be given back.
    expect(told.said['money-released']).toBeUndefined();
  });

  test('is released before costs are requested if it was only requested', () => {
    const told = agreed(FUNDED);
    told.customer('cancel', local('04-28 09:00'), { reasons: text('reasons') });
    expect(told.ordered('sendToLife')).toEqual([{ to: 'payment/example/1', type: 'release', input: {} }]);
    told.ordered('startChild');
    told.hears('paymentCancelled', local('04-28 09:01'), payment(1));
    expect(told.ordered('startChild')).toMatchObject([{ ...payment(2), input: { mode: 'charge', amount: '150000' } }]);
  });

  test('stays while a claim is open, and is paid out or returned afterwards', () => {
    const told = funded();
    told.first('start', local('04-29 09:15'));
    told.first('submit', local('04-30 17:00'));
    told.customer('claim', local('05-04 10:00'), { about: 'price', submission: 1, amount: '500000', demand: text('demand'), terms: {} });
    told.customer('approve', local('05-04 11:00'));
    told.ordered('sendToLife');
    told.pass(local('06-01 10:00'));
    expect([told.state, told.context.funds?.held, told.ordered('sendToLife')]).toEqual(['settling.kept', '1500000', []]);
    told.hears('claimDropped', local('06-01 10:00'), { child: 'dispute/example/1' });
    expect([told.state, told.ordered('sendToLife')]).toEqual([
      'settling.capturing',
      [{ to: 'payment/example/1', type: 'capture', input: { amount: '1500000' } }],
    ]);
  });

  test('is requested again if it lapses with the provider', () => {
    const told = delivered();
    told.customer('approve', local('05-04 11:00'));
    told.ordered('startChild');
    told.hears('paymentFailed', local('05-04 11:01'), payment(1));
    expect(told.state).toBe('settling.paying');
    expect(told.ordered('startChild')).toMatchObject([{ ...payment(2), input: { mode: 'charge', amount: '1500000' } }]);
  });

  test('does not stop the work if it lapses during it', () => {
    const told = funded();
    told.first('start', local('04-29 09:15'));
    told.hears('paymentFailed', local('04-29 12:00'), payment(1));
    expect([told.state, told.context.funds]).toEqual(['executing.working', undefined]);
    told.first('submit', local('04-30 17:00'));
    told.customer('approve', local('05-04 11:00'));
    expect(told.state).toBe('settling.paying');
  });
});

describe('payment through the platform', () => {
  const charged = () => {
    const told = submitted({ payment: 'platform' });
    told.ordered('startChild');
    told.customer('approve', local('05-04 11:00'));
    return told;
  };

  test('is requested from the customer, captured, paid out, and closes the task', () => {
    const told = charged();
    expect(told.state).toBe('settling.paying');
    expect(told.ordered('startChild')).toMatchObject([
      { child: 'fee/example/1' },
      { ...payment(1), input: { mode: 'charge', amount: '1500000', payBy: endOf('05-13'), reminders: [endOf('05-08')] } },
    ]);
    expect(told.customer('report', local('05-04 12:00'), { paidOn: '2026-05-04' })).toEqual(notNow);
    expect(told.first('confirm', local('05-04 12:00'))).toEqual(notNow);
    expect(told.hears('paymentCaptured', local('05-05 10:00'), { ...payment(7), amount: '1500000' })).toEqual(refusedBy('isOfThisPayment'));
    told.hears('paymentCaptured', local('05-05 10:00'), { ...payment(1), amount: '1500000' });
    told.hears('paidOut', local('05-06 10:00'), { ...payout(1), amount: '1500000' });
    expect([told.state, told.context.paid]).toEqual(['closed', '1500000']);
  });

  test.each(['paymentExpired', 'paymentFailed', 'paymentCancelled'])('that was not made (%s) can still be made', (report) => {
    const told = charged();
    told.hears(report, endOf('05-13'), payment(1));
    expect([told.state, told.context.funds]).toEqual(['settling.unpaid', undefined]);
    expect(told.menu('customer', customer)).toEqual(expect.arrayContaining(['pay', 'claim']));
    expect(told.menu('contractor', first)).toContain('claim');
    told.customer('pay', local('05-15 10:00'));
    expect(told.ordered('startChild').at(-1)).toMatchObject({ ...payment(2), input: { mode: 'charge', amount: '1500000' } });
    expect(told.hears('paymentCaptured', local('05-15 11:00'), { ...payment(1), amount: '1500000' })).toEqual(refusedBy('isOfThisPayment'));
    told.hears('paymentCaptured', local('05-15 11:00'), { ...payment(2), amount: '1500000' });
    told.hears('paidOut', local('05-16 11:00'), { ...payout(1), amount: '1500000' });
    expect([told.state, told.context.paid]).toEqual(['closed', '1500000']);
  });
});

test('a sum that the bank takes while a payout is being stopped is not paid out by the next one', () => {
  const told = submitted({ payment: 'platform' });
  told.customer('approve', local('05-04 11:00'));
  told.hears('paymentCaptured', local('05-04 12:00'), { child: 'payment/example/1', amount: '1500000' });
  const takes = (owed: string, inAll: string) =>
    told.hears('paymentTakenBack', local('05-05 10:00'), { child: 'payment/example/1', kept: '0', returning: '0', owed, inAll });
  takes('300000', '300000');
  // The payout has ended by the first taking, and hears of the second no more.
  takes('200000', '500000');
  told.ordered('sendToLife');
  told.ordered('startChild');
  told.hears('payoutStopped', local('05-05 11:00'), { child: 'payout/example/1', amount: '300000', left: '1200000' });
  expect(told.ordered('sendToLife')).toEqual([{ to: 'payment/example/1', type: 'notPaidOut', input: { amount: '200000' } }]);
  expect(told.ordered('startChild')).toMatchObject([{ child: 'payout/example/2', input: { amount: '1000000' } }]);
  told.hears('paidOut', local('05-05 12:00'), { child: 'payout/example/2', amount: '1000000' });
  expect(told.ordered('startChild')).toMatchObject([{ child: 'payment/example/2', input: { amount: '500000' } }]);
});

describe('sums that are stopped on suspicion of laundering (4.4.2)', () => {
  const stopped = { account: first, stopsMoney: true };

  test('are not requested until the party is reinstated, and then with the whole time to pay', () => {
    const told = submitted({ payment: 'platform' });
    told.hears('partySuspended', local('05-04 10:00'), stopped);
    expect(told.notices).toContain('contractor: party-suspended');
    told.ordered('startChild');
    told.customer('approve', local('05-04 11:00'));
    expect([told.state, told.ordered('startChild').map(({ child }) => child)]).toEqual(['settling.kept', ['fee/example/1']]);
    told.hears('partyReinstated', local('05-14 11:00'), { account: first });
    expect(told.state).toBe('settling.paying');
    const payBy = new Date(Date.parse(endOf('05-13')) + 10 * 86_400_000).toISOString();
    expect(told.ordered('startChild')).toMatchObject([{ ...payment(1), input: { mode: 'charge', amount: '1500000', payBy } }]);
  });

  test('are captured and not paid out if they were on their way; the payout follows, whatever was claimed since', () => {
    const told = submitted({ payment: 'platform' });
    told.customer('approve', local('05-04 11:00'));
    told.hears('partySuspended', local('05-04 12:00'), { account: customer, stopsMoney: true });
    told.ordered('startChild');
    told.hears('paymentCaptured', local('05-05 10:00'), { ...payment(1), amount: '1500000' });
    expect([told.state, told.context.captured, told.ordered('startChild')]).toEqual(['settling.kept', '1500000', []]);
    told.customer('claim', local('05-05 11:00'), { demand: text('demand'), terms: {} });
    told.hears('partyReinstated', local('05-06 10:00'), { account: customer });
    expect([told.state, told.context.captured]).toEqual(['settling.payingOut', undefined]);
    expect(told.ordered('startChild').at(-1)).toMatchObject({ ...payout(1), input: { amount: '1500000' } });
    told.hears('paidOut', local('05-06 11:00'), { ...payout(1), amount: '1500000' });
    expect([told.state, told.context.paid]).toEqual(['closed', '1500000']);
  });

  test('that were captured are paid out whole, whatever is reported of the payment meanwhile', () => {
    const told = submitted({ payment: 'platform' });
    told.customer('approve', local('05-04 11:00'));
    told.hears('partySuspended', local('05-04 12:00'), { account: customer, stopsMoney: true });
    told.hears('paymentCaptured', local('05-05 10:00'), { ...payment(1), amount: '1500000' });
    told.hears('paymentFailed', local('05-05 11:00'), payment(1));
    told.hears('partyReinstated', local('05-06 10:00'), { account: customer });
    expect(told.ordered('startChild').at(-1)).toMatchObject({ ...payout(1), input: { amount: '1500000' } });
  });

  test('stay with the provider: nothing is captured or returned', () => {
    const told = funded();
    told.hears('partySuspended', local('04-28 11:00'), stopped);
    told.first('resign', local('04-28 12:00'), { reasons: text('reasons') });
    expect([told.state, told.ordered('sendToLife')]).toEqual(['settling.kept', []]);
    told.hears('partyReinstated', local('04-29 12:00'), { account: first });
    expect([told.state, told.ordered('sendToLife')]).toEqual([
      'settling.releasing',
      [{ to: 'payment/example/1', type: 'release', input: {} }],
    ]);
  });

  test('are not requested before the work either', () => {
    const told = agreed({ payment: 'platform', terms: { ...terms, funding: 'prepaid', paper: 'signed-contract' } });
    told.hears('partySuspended', local('04-27 13:00'), stopped);
    told.hears('signed', local('04-27 14:00'), { child: 'signing/example/1' });
    expect([told.state, told.ordered('startChild')]).toEqual(['agreed.stopped', []]);
    told.hears('partyReinstated', local('04-27 15:00'), { account: first });
    expect([told.state, told.ordered('startChild')]).toMatchObject(['agreed.funding', [payment(1)]]);
  });

  test('are only those paid through the platform', () => {
    const told = submitted();
    told.hears('partySuspended', local('05-04 10:00'), stopped);
    expect(told.notices).toContain('contractor: party-suspended');
    told.customer('approve', local('05-04 11:00'));
    told.first('confirm', local('05-04 12:00'));
    expect(told.state).toBe('closed');
  });
});

test('the offer acceptance under which each party is bound is recorded (2.1, 10.2)', () => {
  const told = posted({ acceptance: 'one' });
  expect(told.context.acceptances).toEqual({ customer: 'one' });
  told.customer('change', local('04-27 11:00'), { ...posting(local('04-27 11:00'), work), version: 1, acceptance: undefined });
  told.first('accept', local('04-27 12:00'), { version: 2, acceptance: 'other' });
  expect(told.context.acceptances).toEqual({ customer: 'one', contractor: 'other' });
});
