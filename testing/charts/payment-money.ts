/**
 * Everything that may happen to a payment and its payouts, together with the books: banks act in any order, and messages may be late. The lives are
 * their charts. The task between them sends only what a task sends. Sums are tiyn.
 */
import type { AnyStateMachine } from 'xstate';
import { judge, timersOf } from '../../charts/judge.ts';
import type { ChartEvent } from '../../charts/law.ts';
import type { PaymentContext } from '../../charts/payment/types.ts';
import type { PayoutContext, PayoutTax } from '../../charts/payout/types.ts';
import type { Books } from './books.ts';
import { noBooks, pendingBetween, postedOn, postingsIn, withPostings } from './books.ts';
import { paymentExamples } from './examples/payment.ts';
import { payoutExamples } from './examples/payout.ts';
import { accounts, text } from './examples/task.ts';
import { explore } from './exploration.ts';
import type { Configuration, Edge } from './state-space.ts';
import { activeStates, initialConfiguration, step, timerEvent } from './state-space.ts';

/** `taxed`: a charge whose payouts pay a self-employed person, so that one unit of each is withheld. */
export type Start = 'charge' | 'taxed' | 'due in part' | 'nothing is due';

export interface Charts {
  payment: AnyStateMachine;
  payout: AnyStateMachine;
}

/** An order that is not carried out yet. Orders of one life are carried out in sequence. */
interface Order {
  type: 'sendToLife' | 'preparePayout' | 'sendPayout' | 'refundPayment';
  params: {
    to?: string;
    type?: string;
    input?: { child?: string; amount?: string; owed?: string; left?: string; inAll?: string };
    amount?: string;
  };
}

interface World {
  payment: Configuration;
  payouts: Record<string, Configuration>;
  orders: Record<string, Order[]>;
  /** The payout that the task waits for. */
  awaited: string | undefined;
  /** What the banks have moved. */
  captured: bigint;
  refunded: bigint;
  takenBack: bigint;
  paidOut: bigint;
  recovered: bigint;
  isTaxed: boolean;
  /** Remaining faults of the banks. They are limited, so that the exploration ends. */
  tries: number;
  /** How often something may still happen while messages are under way. */
  overlaps: number;
  books: Books;
  way: string[];
}

const TASK = 'task/00000000-0000-4000-8000-000000000001';
const PAYMENT = 'payment/00000000-0000-4000-8000-000000000001/1';
const CAPTURED = 10n;
/** For a prepayment; the rest goes back. */
const DUE = 6n;
/** The most that the payer's bank may take back in all. */
const TAKEN_BACK = [3n, CAPTURED];
const TRIES = 2;
const OVERLAPS = 2;

const contextOf = ({ payment }: World): PaymentContext => payment.snapshot.context as PaymentContext;
const payoutOf = (payout: Configuration): PayoutContext => payout.snapshot.context as PayoutContext;
const stateOf = (configuration: Configuration): string =>
  activeStates(configuration)
    .join(' ')
    .replace(/^pay\w+\./, '');
const isUnready = (payout: Configuration): boolean => stateOf(payout).startsWith('unready');
const isOver = ({ snapshot }: Configuration): boolean => snapshot.status === 'done';
const platform = (type: string, at: string, input: object = {}): ChartEvent => ({ type, by: 'platform', at, input });
const operator = (type: string, at: string, input: object = {}): ChartEvent => ({
  type,
  by: 'operator',
  actor: accounts.operator as string,
  at,
  input,
});

/** The result of an event: the new world, or the fault that the chart does not accept it. */
type Outcome = World | string;

/** The messages to which a task reacts. */
const HEARD = ['paymentCaptured', 'paymentTakenBack', 'paidOut', 'payoutStopped'];
const ordersOf = ({ actions }: Edge): Order[] =>
  (actions as unknown as Order[]).flatMap(({ type, params }) => {
    const is =
      type === 'sendToLife'
        ? params.to !== TASK || HEARD.includes(params.type ?? '')
        : ['preparePayout', 'sendPayout', 'refundPayment'].includes(type);
    return is ? [{ type, params }] : [];
  });

/** Gives an event to one of the lives. */
function take(charts: Charts, world: World, life: string, event: Omit<ChartEvent, 'at'> & { at?: string }, label = event.type): Outcome {
  const isPayment = life === PAYMENT;
  const before = isPayment ? world.payment : world.payouts[life];
  if (before === undefined) return `${event.type} to ${life}, which is not there`;
  const edge = step(isPayment ? charts.payment : charts.payout, before, { at: before.at, ...event } as ChartEvent);
  if (edge === undefined) return `${event.type} is not taken by a ${life.split('/')[0]} in ${stateOf(before)}`;
  const books = withPostings(world.books, life, postingsIn(edge.actions));
  if (books.fault !== undefined) return `${label}: ${books.fault}`;
  return {
    ...world,
    ...(isPayment ? { payment: edge.to } : { payouts: { ...world.payouts, [life]: edge.to } }),
    orders: { ...world.orders, [life]: [...(world.orders[life] ?? []), ...ordersOf(edge)] },
    books,
    way: [...world.way, label],
  };
}

const and = (outcome: Outcome, then: (world: World) => Outcome): Outcome => (typeof outcome === 'string' ? outcome : then(outcome));

/** The task orders the payout. */
function beginPayout(charts: Charts, world: World, amount: bigint): Outcome {
  const child = `payout/00000000-0000-4000-8000-000000000001/${Object.keys(world.payouts).length + 1}`;
  const begun = {
    ...world,
    awaited: child,
    payouts: { ...world.payouts, [child]: initialConfiguration(charts.payout, payoutExamples.begin) },
  };
  const input = { parent: TASK, contractor: accounts.first, amount: String(amount), payment: PAYMENT };
  return take(charts, begun, child, noAt('ask', input));
}

/** How the task reacts to a message. */
function hear(charts: Charts, world: World, { type, input = {} }: Order['params']): Outcome {
  const { awaited } = world;
  if (type === 'paymentCaptured') return beginPayout(charts, world, BigInt(input.amount ?? '0'));
  if (type === 'paymentTakenBack' && awaited !== undefined && input.owed !== '0') {
    const stop: Order = {
      type: 'sendToLife',
      params: { to: awaited, type: 'stop', input: { amount: input.owed as string, inAll: input.inAll as string } },
    };
    return { ...world, orders: { ...world.orders, [TASK]: [...(world.orders[TASK] ?? []), stop] } };
  }
  if (input.child !== awaited) return world;
  if (type === 'paidOut') return { ...world, awaited: undefined };
  if (type !== 'payoutStopped') return world;
  const ended = { ...world, awaited: undefined };
  return BigInt(input.left ?? '0') > 0n ? beginPayout(charts, ended, BigInt(input.left ?? '0')) : ended;
}

/** The possible outcomes of a life's next order. */
function carryOut(charts: Charts, world: World, life: string): Outcome[] {
  const [order, ...rest] = world.orders[life] ?? [];
  if (order === undefined) return [];
  const { type, params } = order;
  const next: World = { ...world, orders: { ...world.orders, [life]: rest } };
  // The staff read it as unexpected. Money that is paid out nevertheless becomes a loss.
  if (params.type === 'stop' && stateOf(world.payouts[params.to ?? ''] as Configuration) === 'stopped') return [next];
  if (type === 'sendToLife')
    return [
      params.to === TASK
        ? hear(charts, { ...next, way: [...next.way, `task hears ${params.type}`] }, params)
        : take(charts, next, params.to ?? '', noAt(params.type ?? '', params.input ?? {}), `${params.type} heard`),
    ];
  const amount = BigInt(params.amount ?? '0');
  if (type === 'refundPayment') {
    const some = (sum: bigint, label: string): Outcome =>
      take(charts, { ...next, refunded: next.refunded + sum }, PAYMENT, noAt('refunded', { amount: String(sum) }), label);
    const half = amount / 2n;
    return [
      some(amount, `refunded ${amount}`),
      ...(world.tries > 0 && half > 0n ? [some(half, `refunded ${half} of ${amount}`)].map((each) => used(each)) : []),
      ...(world.tries > 0 ? [used(take(charts, next, PAYMENT, noAt('failed', { id: PAYMENT, fault: 'no' })))] : []),
    ];
  }
  if (type === 'preparePayout') {
    const known = { id: life, provider: 'sandbox' };
    const waits = noAt('payoutWaits', { ...known, reason: 'details', openEnds: {} });
    return [
      take(charts, next, life, noAt('prepared', { ...known, details: 'version' })),
      ...(world.tries > 0 ? [used(take(charts, next, life, waits, 'no details'))] : []),
    ];
  }
  const before = world.payouts[life] as Configuration;
  const stopped = noAt('stopped', { id: life });
  if (step(charts.payout, before, { ...stopped, at: before.at }) !== undefined) return [take(charts, next, life, stopped)];
  const tax = world.isTaxed ? taxOf(amount) : undefined;
  const sent = noAt('sent', { id: life, provider: 'sandbox', reference: `${life}/1/0`, terms: PAYOUT_TERMS, ...(tax && { tax }) });
  return [
    take(charts, { ...next, paidOut: next.paidOut + BigInt(tax?.net ?? amount) }, life, sent, `sent ${amount}`),
    ...(world.tries > 0 ? [used(take(charts, next, life, noAt('failed', { id: life, fault: 'no' })))] : []),
    ...(world.isTaxed && world.tries > 0
      ? [used(take(charts, next, life, noAt('taxWaits', { id: life, reason: 'unproved', waitTerms: WAIT_TERMS })))]
      : []),
  ];
}
const WAIT_TERMS = { taxWaitDays: 30, taxWaitReminderDays: [] };
/** One unit of every payout is withheld. */
const taxOf = (amount: bigint): PayoutTax => ({
  ...{ day: '2026-04-20', status: 'selfEmployed', income: String(amount), net: String(amount - 1n) },
  withheld: [{ component: 'so', parameter: 'selfEmployedSoBasisPoints', basisPoints: 100, source: 'The law', amount: '1' }],
});
const PAYOUT_TERMS = { payoutAskFirstSeconds: 864_000, payoutAskLongestSeconds: 864_000, payoutReturnDays: 3 };
const used = (outcome: Outcome): Outcome => and(outcome, (world) => ({ ...world, tries: world.tries - 1 }));
function noAt(type: string, input: object): Omit<ChartEvent, 'at'> {
  return { type, by: 'platform', input };
}

/** What people, banks and time may do now. */
function happenings(charts: Charts, world: World): Outcome[] {
  const outcomes: Outcome[] = [];
  const { payment, takenBack, tries } = world;
  if (!isOver(payment)) {
    for (const sum of TAKEN_BACK.filter((each) => each > takenBack))
      outcomes.push(
        take(charts, { ...world, takenBack: sum }, PAYMENT, noAt('takenBack', { amount: String(sum) }), `bank took ${sum} in all`),
      );
    const loss = operator('closeLoss', payment.at, { recovered: '1', reasons: text('reasons') });
    const retry = operator('tryAgain', payment.at);
    // Once: any part of a loss may be recovered.
    if (world.recovered === 0n && isQuiet(world) && judge(charts.payment, payment.snapshot, loss).allowed)
      outcomes.push(take(charts, { ...world, recovered: world.recovered + 1n }, PAYMENT, loss));
    if (judge(charts.payment, payment.snapshot, retry).allowed) outcomes.push(take(charts, world, PAYMENT, retry));
  }
  for (const [id, payout] of Object.entries(world.payouts)) {
    const state = stateOf(payout);
    const { amount, tax } = payoutOf(payout);
    const back = { ...world, paidOut: world.paidOut - BigInt(tax?.net ?? amount) };
    if (state === 'sent') outcomes.push(take(charts, world, id, noAt('confirmed', {})));
    if (state === 'sent' && tries > 0) outcomes.push(used(take(charts, back, id, noAt('refused', {}))));
    if (['sent', 'confirmed'].includes(state) && tries > 0) outcomes.push(used(take(charts, back, id, noAt('returned', {}))));
    const retry = operator('tryAgain', payout.at);
    if (judge(charts.payout, payout.snapshot, retry).allowed) outcomes.push(take(charts, world, id, retry));
    if (state.startsWith('waiting')) outcomes.push(take(charts, world, id, noAt('taxChanged', {})));
    if (isUnready(payout)) outcomes.push(take(charts, world, id, noAt('detailsChanged', {})));
  }
  return outcomes;
}

/** Terms end only when all is quiet: webhooks and messages take minutes, terms take days. */
function ends(charts: Charts, world: World): Outcome[] {
  const payouts = Object.entries(world.payouts).filter(([, payout]) => !isOver(payout));
  // The watch on a payment is longer than the time in which a payout may come back.
  const lives =
    payouts.length === 0
      ? ([[PAYMENT, world.payment, charts.payment]] as const)
      : payouts.map(([id, payout]) => [id, payout, charts.payout] as const);
  return lives.flatMap(([life, configuration, chart]) =>
    timersOf(chart, configuration.snapshot, configuration.at)
      .filter(({ reminder }) => !reminder)
      .map((timer) => take(charts, world, life, timerEvent(configuration, timer, paymentExamples.calendar))),
  );
}

const isQuiet = ({ orders }: World): boolean => Object.values(orders).every((each) => each.length === 0);
const sumOf = (sums: bigint[]): bigint => sums.reduce((one, other) => one + other, 0n);

/** The faults of the money when no message is under way. */
function faultsOf(charts: Charts, world: World, start: Start): string[] {
  const { payment, payouts, captured, refunded, takenBack, paidOut, recovered, books } = world;
  const { lost = '0', closed = '0', pending = '0', asked, held } = contextOf(world);
  const balance = (beginning: string): bigint => postedOn(books, beginning);
  const payoutsIn = (...states: string[]): Configuration[] => Object.values(payouts).filter((payout) => states.includes(stateOf(payout)));
  const [onWay, waiting] = [payoutsIn('sending', 'sent'), payoutsIn('refused', 'returned')];
  // Nothing is reserved for them.
  const notReady = Object.values(payouts).filter((payout) => isUnready(payout) || stateOf(payout).startsWith('waiting'));
  // What is withheld is booked once the provider confirms that it paid the rest.
  const taxed = Object.values(payouts).filter((payout) => payoutOf(payout).tax !== undefined && !onWay.includes(payout));
  const sumOfPayouts = (some: Configuration[]): bigint => sumOf(some.map((each) => BigInt(payoutOf(each).amount)));
  const atProvider = sumOf(payoutsIn('sent').map((payout) => BigInt(payoutOf(payout).tax?.net ?? payoutOf(payout).amount)));
  const isUnderWay = Object.values(payouts).some((payout) => !isOver(payout) && stateOf(payout) !== 'confirmed');
  const closeLoss = operator('closeLoss', payment.at, { recovered: '0', reasons: text('reasons') });
  const isDuty = !isOver(payment) && judge(charts.payment, payment.snapshot, closeLoss).allowed;
  const isRefunding = stateOf(payment).startsWith('refunding');
  const duties = waiting.filter((payout) => judge(charts.payout, payout.snapshot, operator('tryAgain', payout.at)).allowed);
  const due = { charge: CAPTURED, taxed: CAPTURED, 'due in part': DUE, 'nothing is due': 0n }[start];
  // A refund that is still possible is made.
  const gone = takenBack + refunded + BigInt(asked) - (CAPTURED - due);
  const faults: [string, boolean][] = [
    [
      'the contractor bears more than is gone',
      due - balance('owed') - balance('social') - (paidOut - atProvider) > (gone > 0n ? gone : 0n),
    ],
    ['what is withheld is not of payouts that stand', balance('social') !== BigInt(taxed.length)],
    ['the books do not say what the provider has', balance('provider') !== refunded + takenBack + (paidOut - atProvider) - captured],
    ['what is owed is not what payouts wait with', balance('owed') !== sumOfPayouts([...waiting, ...notReady, ...onWay])],
    ['what is on its way is not what payouts are sent with', pendingBetween(books, 'owed', 'in-transit') !== sumOfPayouts(onWay)],
    ['a payout that is over is in transit', balance('in-transit') !== 0n],
    ['a payout waits and is no duty', duties.length !== waiting.length],
    ['what the bank took is neither lost nor about to be known', balance('taken-back') !== 0n && !isUnderWay],
    ['what is kept is not on its way back', balance('held') !== BigInt(held) || BigInt(held) > BigInt(asked)],
    ['a refund is asked of nobody', BigInt(asked) !== 0n && !isRefunding],
    ['less than nothing is asked', BigInt(asked) < 0n],
    ['a loss is no duty', BigInt(lost) > BigInt(closed) && !isDuty],
    ['a loss is not what it is said to be', balance('loss') !== recovered - BigInt(lost) || BigInt(lost) < 0n],
    // One unit is recovered each time, of a loss that may turn out to be none.
    ['more is lost than went out', BigInt(lost) > refunded + takenBack + paidOut],
    ['it ends with money under way', isOver(payment) && (balance('taken-back') !== 0n || BigInt(pending) !== 0n)],
  ];
  return faults.flatMap(([fault, is]) => (is ? [fault] : []));
}

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
const keyOf = (world: World): string => {
  const { asked, held, captured, refunded, takenBack, pending, lost, closed, recovered, paidOut, ...more } = contextOf(
    world,
  ) as PaymentContext & Record<string, unknown>;
  const { asks, watchUntil, terms, page, reminders, payBy, ...rest } = more;
  const payouts = Object.values(world.payouts).map((payout) => {
    const { asks: _asks, returnUntil, wait, ...own } = payoutOf(payout);
    return [stateOf(payout), own, wait === undefined];
  });
  const sums = [asked, held, captured, refunded, takenBack, pending, lost, closed, recovered, paidOut];
  const truth = [world.refunded, world.takenBack, world.paidOut, world.recovered, world.tries, world.overlaps, world.awaited];
  const orders = Object.entries(world.orders).filter(([, each]) => each.length > 0);
  const ledger = [world.books.posted, world.books.pending].map((each) => Object.entries(each).toSorted());
  return JSON.stringify([stateOf(world.payment), sums, rest, payouts, orders, truth, ledger], plain);
};

/** Money came: a charge or a prepayment. */
function begin(charts: Charts, mode: 'charge' | 'prepay', isTaxed: boolean): World {
  const at = paymentExamples.begin;
  const bare: World = {
    payment: initialConfiguration(charts.payment, at),
    payouts: {},
    orders: {},
    awaited: undefined,
    captured: CAPTURED,
    refunded: 0n,
    takenBack: 0n,
    paidOut: 0n,
    recovered: 0n,
    isTaxed,
    tries: TRIES,
    overlaps: OVERLAPS,
    books: noBooks,
    way: [],
  };
  const given = paymentExamples.events(bare.payment.snapshot.context as object, at);
  const ask = given.find(({ input }) => (input as { mode?: string }).mode === mode) as ChartEvent;
  const opened = given.find(({ type }) => type === 'opened') as ChartEvent;
  const came = [
    { ...ask, input: { ...(ask.input as object), parent: TASK, amount: String(CAPTURED) } },
    opened,
    platform('captured', at, { amount: String(CAPTURED) }),
  ];
  const world = came.reduce<Outcome>((outcome, event) => and(outcome, (each) => take(charts, each, PAYMENT, event)), bare);
  if (typeof world === 'string') throw new Error(world);
  // For a prepayment the task first gets the message that it is there, and waits.
  return mode === 'charge' ? world : { ...world, orders: {} };
}

export interface Walk {
  /** Each fault once, with the shortest path to it. */
  faults: Map<string, string>;
  /** Paths to a world where nothing more can happen. */
  ends: World[];
  /** The number of worlds. */
  size: number;
}

/** Explores everything that may happen after money came. For a prepayment, a part of it or nothing is due. */
export function walk(charts: Charts, start: Start): Walk {
  const faults = new Map<string, string>();
  const over: World[] = [];
  const first = begin(charts, start === 'charge' || start === 'taxed' ? 'charge' : 'prepay', start === 'taxed');
  const decided = {
    charge: (): Outcome => first,
    taxed: (): Outcome => first,
    'due in part': () => take(charts, first, PAYMENT, noAt('capture', { amount: String(DUE) })),
    'nothing is due': () => take(charts, first, PAYMENT, noAt('release', {})),
  }[start]();
  if (typeof decided === 'string') throw new Error(decided);
  const { visited } = explore<World>({
    name: `the money of a payment, ${start}`,
    start: decided,
    keyOf,
    placeOf: ({ payment }) => stateOf(payment),
    *successorsOf(world) {
      if (isQuiet(world)) {
        const found = faultsOf(charts, world, start);
        for (const fault of found) if (!faults.has(fault)) faults.set(fault, world.way.join(', '));
        if (found.length > 0) return;
      }
      const outcomes = Object.keys(world.orders).flatMap((life) => carryOut(charts, world, life));
      const overlapping = { ...world, overlaps: world.overlaps - 1 };
      if (isQuiet(world) || world.overlaps > 0) outcomes.push(...happenings(charts, isQuiet(world) ? world : overlapping));
      const all = isQuiet(world) ? [...outcomes, ...ends(charts, world)] : outcomes;
      if (all.length === 0) over.push(world);
      for (const outcome of all) {
        if (typeof outcome !== 'string') yield outcome;
        else if (!faults.has(outcome)) faults.set(outcome, world.way.join(', '));
      }
    },
  });
  return { faults, ends: over, size: visited.length };
}
