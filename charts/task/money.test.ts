/** Money at every end: all that may happen to a task, with the books of a provider that does what it is told and no more. */
import type { AnyStateMachine } from 'xstate';
import { assign } from 'xstate';
import { accounts as accountsOf, posting, taskExamples, terms } from '../../testing/charts/examples/task.ts';
import type { Edge, Place } from '../../testing/charts/walk.ts';
import { beginning, overtaken, ring, standsIn, step } from '../../testing/charts/walk.ts';
import { timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { taskChart } from './chart.ts';
import { FINALS } from './regions.ts';
import type { TaskContext } from './types.ts';

/** Sums are tiyn. */
interface Books {
  /** `sum` is what is asked for or kept; `rest` goes back once the other part was captured. */
  payments: Record<
    string,
    { sum: bigint; rest: bigint; stands: 'asked' | 'unasked' | 'held' | 'capturing' | 'releasing' | 'gone'; mode: string }
  >;
  payouts: Record<string, { sum: bigint; stands: 'sent' | 'done' }>;
  captured: bigint;
  /** What was taken from the customer beforehand, and was neither captured nor given back yet. */
  prepaid: bigint;
}

interface Standing {
  place: Place;
  books: Books;
  /** The shortest way here. */
  way: string[];
}

const contextOf = ({ snapshot }: Place): TaskContext => snapshot.context as TaskContext;
const progressOf = (place: Place): string => standsIn(place).find((id) => id.startsWith('task.progress.')) ?? '';
const areSumsStopped = (place: Place): boolean => contextOf(place).holds.some(({ until, stopsMoney }) => until === undefined && stopsMoney);
const isOver = (place: Place): boolean => FINALS.some((name) => progressOf(place) === `task.progress.${name}`);
/** The examples, with money paid in beforehand. */
const prepaying = (at: string): ChartEvent => ({
  type: 'post',
  by: 'customer',
  actor: accountsOf.customer as string,
  at,
  input: posting(at, { payment: 'platform', terms: { ...terms, funding: 'prepaid', cancelCost: 1_000 } }),
});
/** Where money is about to move, or moves. */
const NEAR_MONEY = /^task\.progress\.(settling|review\.awaited|agreed\.(signing|funding|unfunded))/;
const suspicion = (place: Place, at: string): ChartEvent[] => {
  const { customer, contractor, payment, holds } = contextOf(place);
  const tell = (type: string, account: string | undefined, more: object = {}): ChartEvent => ({
    type,
    by: 'platform',
    at,
    input: { account, calendar: taskExamples.calendar, ...more },
  });
  if (contractor === undefined || payment !== 'platform') return [];
  if (areSumsStopped(place)) return [customer, contractor].map((account) => tell('partyReinstated', account));
  if (holds.some(({ until }) => until === undefined) || !NEAR_MONEY.test(progressOf(place))) return [];
  return [tell('partySuspended', contractor, { stopsMoney: true })];
};
/** All that goes on while the sums are stopped. */
const asIfNotStopped = (place: Place): TaskContext => ({
  ...contextOf(place),
  holds: contextOf(place).holds.filter(({ stopsMoney }) => !stopsMoney),
});
const total = (sums: bigint[]): bigint => sums.reduce((one, other) => one + other, 0n);

/** What payments and payouts may report as they stand. */
function reportsOf({ payments, payouts }: Books): [type: string, child: string, sum: bigint, rest?: bigint][] {
  const ofPayments = Object.entries(payments).flatMap(([child, { sum, rest, stands, mode }]) => {
    const types = {
      asked: [mode === 'charge' ? 'paymentCaptured' : 'paymentHeld', 'paymentExpired', 'paymentCancelled'],
      // Its end may have come on the way to it.
      unasked: ['paymentCancelled', 'paymentExpired'],
      // A hold lapses when it lasts longer than the card's bank bears; what was taken does not.
      held: mode === 'hold' ? ['paymentFailed'] : [],
      capturing: ['paymentCaptured', ...(mode === 'hold' ? ['paymentFailed'] : [])],
      releasing: ['paymentRefunded'],
      gone: [],
    };
    return types[stands].map((type) => [type, child, sum, rest] as [string, string, bigint, bigint]);
  });
  const ofPayouts = Object.entries(payouts).flatMap(([child, { sum, stands }]) =>
    stands === 'sent' ? (['paidOut', 'payoutRefused'].map((type) => [type, child, sum]) as [string, string, bigint][]) : [],
  );
  return [...ofPayments, ...ofPayouts];
}

/** The books after an event, and after what the task ordered by it. */
function booked(books: Books, { event, actions }: Edge): Books {
  const payments = { ...books.payments };
  const payouts = { ...books.payouts };
  let { captured, prepaid } = books;
  const { child = '', amount = '0' } = event.input as { child?: string; amount?: string };
  const payment = payments[child];
  if (event.type === 'paymentHeld' && payment) payments[child] = { ...payment, stands: 'held' };
  else if (payment && event.type === 'paymentCaptured' && payment.rest > 0n)
    payments[child] = { ...payment, sum: payment.rest, rest: 0n, stands: 'releasing' };
  else if (payment) payments[child] = { ...payment, stands: 'gone' };
  if (payment?.mode === 'prepay' && event.type === 'paymentHeld') prepaid += BigInt(amount);
  if (payment?.mode === 'prepay' && (event.type === 'paymentCaptured' || event.type === 'paymentRefunded')) prepaid -= BigInt(amount);
  if (event.type === 'paymentCaptured') captured += BigInt(amount);
  if (event.type === 'paidOut' && payouts[child]) payouts[child] = { ...payouts[child], stands: 'done' };
  for (const { type, params = {} } of actions) {
    const { to, child: born, input } = params as { to: string; child: string; input: { amount: string; mode: string } };
    const told = payments[to];
    if (type === 'startChild' && born.startsWith('payment/'))
      payments[born] = { sum: BigInt(input.amount), rest: 0n, stands: 'asked', mode: input.mode };
    if (type === 'startChild' && born.startsWith('payout/')) payouts[born] = { sum: BigInt(input.amount), stands: 'sent' };
    if (type === 'sendToLife' && params.type === 'capture' && told) {
      const sum = BigInt(input.amount);
      payments[to] = { ...told, sum, rest: told.mode === 'prepay' ? told.sum - sum : 0n, stands: 'capturing' };
    }
    if (type === 'sendToLife' && params.type === 'release' && told)
      payments[to] = { ...told, stands: told.stands === 'asked' ? 'unasked' : 'releasing' };
  }
  return { payments, payouts, captured, prepaid };
}

/** A payment takes an order to capture only of what it holds. */
function isVain({ type, params = {} }: Edge['actions'][number], { payments }: Books): boolean {
  if (type !== 'report' || params.type !== 'capture') return false;
  const { stands, sum } = payments[params.to as string] ?? {};
  const amount = BigInt((params.input as { amount: string }).amount);
  return stands !== 'held' || sum === undefined || amount <= 0n || amount > sum;
}

/** What is wrong with the money where an event led to. */
function faultsOf({ actions, to }: Edge, before: Books, { payments, payouts, captured, prepaid }: Books): string[] {
  const { funds, claims, paid, due, payment, reported, overpaid } = contextOf(to);
  const sent = total(Object.values(payouts).map(({ sum }) => sum));
  const orders = actions.flatMap(({ type, params = {} }) => {
    if (type === 'startChild') return /^(payment|payout)\//.test(params.child as string) ? [params.child] : [];
    const isAsked = before.payments[params.to as string]?.stands === 'asked';
    return type === 'sendToLife' && ['capture', 'release'].includes(params.type as string) && !isAsked ? [params.type] : [];
  });
  const done = total(Object.values(payouts).flatMap(({ sum, stands }) => (stands === 'done' ? [sum] : [])));
  const isSettled = isOver(to) || progressOf(to).startsWith('task.progress.settling');
  const faults: [string, boolean][] = [
    // Paid directly in advance, it may be, and then the task says so once no report is open.
    [
      'more is paid than is due',
      isSettled &&
        BigInt(paid) > BigInt(due) &&
        (payment === 'platform' || (reported === undefined && overpaid !== String(BigInt(paid) - BigInt(due)))),
    ],
    ['a payment awaits its answer at the end', isOver(to) && reported !== undefined],
    ['more is paid out than was captured', sent > captured],
    ['what was captured is not paid on', !areSumsStopped(to) && sent !== captured],
    ['money moves while the sums are stopped', areSumsStopped(to) && orders.length > 0],
    ['what was paid out is not what is counted as paid', payment === 'platform' && done !== BigInt(paid)],
    ['two payments are open at once', Object.values(payments).filter(({ stands }) => stands !== 'gone').length > 1],
    ['a capture is ordered of what is not held', actions.some((action) => isVain(action, before))],
    ['money is kept at the end', isOver(to) && funds !== undefined && Object.keys(claims).length === 0],
    ['a payment is open at the end', isOver(to) && Object.values(payments).some(({ stands }) => stands !== 'gone')],
    ['a payout is open at the end', isOver(to) && Object.values(payouts).some(({ stands }) => stands !== 'done')],
    ['prepaid money is kept at the end', isOver(to) && prepaid !== 0n],
    ['less is paid than is due at the end', isOver(to) && BigInt(paid) < BigInt(due)],
  ];
  return faults.flatMap(([fault, is]) => (is ? [fault] : []));
}

/** Walks breadth first, as `walk` does, with the provider's reports in the place of the examples'. Each fault is told once, with the way to it; with the one that is sought the walk ends. */
function accounts(
  chart: AnyStateMachine,
  sought?: string,
): { ends: Standing[]; arrivals: Standing[]; stuck: string[]; faults: Map<string, string> } {
  const { calendar, events, marks, begin } = taskExamples;
  const shapeOf = (books: Books, { due, paid, terms, work }: TaskContext) => [
    // How many there were before has no end.
    [...Object.values(books.payments), ...Object.values(books.payouts)]
      .map(({ stands }) => stands)
      .filter((stands) => stands !== 'gone' && stands !== 'done'),
    books.captured > BigInt(due),
    Object.values(books.payments).flatMap(({ stands, mode }) => (stands === 'gone' ? [] : [mode])),
    books.prepaid > 0n && Math.sign(Number(BigInt(due) - BigInt(paid) - books.prepaid)),
    terms?.funding === 'prepaid' && [work.price, work.price === due],
  ];
  const keyOf = ({ place, books }: Standing): string =>
    JSON.stringify([
      standsIn(place),
      contextOf(place).terms?.funding,
      marks(contextOf(place)),
      overtaken(chart, place, place.at),
      shapeOf(books, contextOf(place)),
    ]);
  const first: Standing = { place: beginning(chart, begin), books: { payments: {}, payouts: {}, captured: 0n, prepaid: 0n }, way: [] };
  const found = new Map([[keyOf(first), first]]);
  const into = new Map<string, string[]>();
  const faults = new Map<string, string>();
  const arrivals: Standing[] = [];
  const note = (fault: string, way: string[]) => faults.has(fault) || faults.set(fault, way.join(' '));
  for (const [key, standing] of found) {
    if (sought !== undefined && faults.has(sought)) break;
    const { place, books, way } = standing;
    if (isOver(place) && place.snapshot.status === 'done') continue;
    const soon = new Date(Date.parse(place.at) + 60_000).toISOString();
    const ofPeople = [
      ...events(asIfNotStopped(place), soon),
      ...suspicion(place, soon),
      ...(place === first.place ? [prepaying(soon)] : []),
    ].filter(({ type }) => !/^(payment|payout|paidOut)/.test(type));
    const ofProvider = reportsOf(books).map(
      ([type, child, sum, rest = 0n]): ChartEvent => ({
        type,
        by: 'platform',
        at: soon,
        input: { child, amount: String(sum), ...(type === 'paymentCaptured' && rest > 0n && { returning: String(rest) }), calendar },
      }),
    );
    const rings = timersOf(chart, place.snapshot, place.at).map((timer) => ring(place, timer, calendar));
    const commands = overtaken(chart, place, soon) ? [] : [...ofPeople, ...ofProvider];
    for (const event of [...commands, ...rings]) {
      const edge = step(chart, place, event);
      if (edge === undefined) {
        if (ofProvider.includes(event)) note(`${event.type} is not taken`, [...way, `(${progressOf(place)})`]);
        continue;
      }
      const next: Standing = { place: edge.to, books: booked(books, edge), way: [...way, event.type] };
      const wrong = faultsOf(edge, books, next.books);
      for (const fault of wrong) note(fault, next.way);
      const to = keyOf(next);
      into.set(to, into.get(to) ?? []);
      into.get(to)?.push(key);
      // Beyond what is wrong already nothing is learnt, and the walk might have no end.
      if (!found.has(to) && wrong.length === 0) found.set(to, next);
      if (isOver(next.place)) arrivals.push(next);
    }
  }
  const ending = [...found].flatMap(([key, { place }]) => (isOver(place) ? [key] : []));
  const leads = new Set(ending);
  for (const key of leads) for (const from of into.get(key) ?? []) leads.add(from);
  const stuck = [...found].flatMap(([key, { place, way }]) => (leads.has(key) ? [] : [`${progressOf(place)}: ${way.join(' ')}`]));
  return { ends: ending.map((key) => found.get(key) as Standing), arrivals, stuck, faults };
}

describe('at every end of a task', () => {
  const walked = accounts(taskChart as AnyStateMachine);

  test('nothing is kept without an open claim, nothing paid above what is due, nothing paid out twice, and the sums balance', () => {
    expect([...walked.faults].map(([fault, way]) => `${fault}: ${way}`)).toEqual([]);
  });

  test('there is a way to it with money under way, whatever happened', () => {
    expect(walked.stuck.slice(0, 5)).toEqual([]);
  });

  test('of prepaid money all, some and nothing was due, and more than it', () => {
    const ways = walked.arrivals.flatMap(({ place, way }) => {
      const { terms: agreed, due, work } = contextOf(place);
      return agreed?.funding === 'prepaid' && way.includes('paymentHeld') ? [{ way, due: BigInt(due), price: work.price }] : [];
    });
    const has = (...types: string[]) => types.every((type) => ways.some(({ way }) => way.includes(type)));
    expect(has('paymentCaptured', 'paymentRefunded', 'acceptAmendment', 'claimSettled', 'cancel')).toBe(true);
    expect(ways.some(({ due }) => due === 0n)).toBe(true);
    expect(ways.some(({ way, due }) => due === 1_500_000n && !way.includes('paymentRefunded'))).toBe(true);
    expect(ways.some(({ way, due }) => due === 1_200_000n && way.includes('paymentRefunded'))).toBe(true);
    expect(ways.some(({ way, due }) => due === 1_800_000n && way.filter((type) => type === 'paymentCaptured').length === 2)).toBe(true);
  });

  test('the sums were stopped on the way to each, and went on', () => {
    const stopped = walked.arrivals.filter(({ way }) => way.includes('partyReinstated'));
    const types = new Set(stopped.flatMap(({ way }) => way));
    expect([...types]).toEqual(expect.arrayContaining(['paymentHeld', 'paymentCaptured', 'paymentRefunded', 'claimSettled', 'paidOut']));
  });

  test('there was money of each kind: captured and paid out, released, expired, and none', () => {
    const kinds = new Set(walked.ends.flatMap(({ way }) => way.filter((type) => /^(payment|paidOut|confirm$)/.test(type))));
    const all = ['Cancelled', 'Captured', 'Expired', 'Failed', 'Held', 'Refunded'].map((end) => `payment${end}`);
    expect([...kinds].sort()).toEqual(['confirm', 'paidOut', ...all]);
    expect(new Set(walked.ends.map(({ place }) => progressOf(place))).size).toBe(FINALS.length);
  });
});

type Scope = { context: TaskContext };
const restOf = ({ due, paid }: TaskContext): bigint => BigInt(due) - BigInt(paid);

describe('control: it is found that', () => {
  const isFound = (fault: string, parts: object): boolean =>
    accounts(taskChart.provide(parts as never) as AnyStateMachine, fault).faults.has(fault);
  const endsCancelled = ({ context }: Scope) => context.ending === 'cancelled' && restOf(context) <= 0n;
  const nothingToSettle = ({ context }: Scope) => restOf(context) <= 0n;

  test.each<[string, object]>([
    ['money is kept at the end', { guards: { endsCancelled, nothingToSettle } }],
    ['a payment is open at the end', { guards: { endsCancelled, nothingToSettle } }],
    ['what was paid out is not what is counted as paid', { actions: { countPaid: () => {} } }],
    ['more is paid than is due', { guards: { overpaymentIsUntold: () => false } }],
    ['a payment awaits its answer at the end', { guards: { nothingToSettle, endsCancelled } }],
    ['less is paid than is due at the end', { guards: { nothingToSettle: () => true } }],
    ['prepaid money is kept at the end', { actions: { keepReturning: assign({ funds: undefined }) } }],
    ['money moves while the sums are stopped', { guards: { sumsAreStopped: () => false } }],
    ['what was captured is not paid on', { actions: { keepCaptured: () => {} } }],
    ['paymentCaptured is not taken', { guards: { isOfThisPayment: () => false } }],
  ])('%s', (fault, parts) => {
    expect(isFound(fault, parts)).toBe(true);
  });
});
