/** Everything that may happen to a task, together with a provider's books. The provider does exactly what it is told. */
import type { AnyStateMachine } from 'xstate';
import { timersOf } from '../../charts/judge.ts';
import type { ChartEvent } from '../../charts/law.ts';
import { taskChart } from '../../charts/task/chart.ts';
import { lasting as lastingOf, OF_WORK } from '../../charts/task/holds.ts';
import { FINALS } from '../../charts/task/regions.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { accounts as accountsOf, posting, taskExamples, terms } from './examples/task.ts';
import { explore } from './exploration.ts';
import type { Configuration, Edge } from './state-space.ts';
import { activeStates, initialConfiguration, isOverdue, soonAfter, step, timerEvent } from './state-space.ts';

/** Sums are tiyn. */
interface Books {
  /** `sum` is requested or held; `rest` goes back after the other part was captured. */
  payments: Record<
    string,
    { sum: bigint; rest: bigint; stands: 'asked' | 'unasked' | 'held' | 'capturing' | 'releasing' | 'gone'; mode: string }
  >;
  payouts: Record<string, { sum: bigint; stands: 'sent' | 'stopping' | 'done' }>;
  captured: bigint;
  /** Money taken from the customer in advance that was neither captured nor returned yet. */
  prepaid: bigint;
}

export interface Audited {
  configuration: Configuration;
  books: Books;
  /** The shortest path here. */
  way: string[];
}

export const contextOf = ({ snapshot }: Configuration): TaskContext => snapshot.context as TaskContext;
export const progressOf = (configuration: Configuration): string =>
  activeStates(configuration).find((id) => id.startsWith('task.progress.')) ?? '';
const areSumsStopped = (configuration: Configuration): boolean =>
  contextOf(configuration).holds.some(({ until, stopsMoney }) => until === undefined && stopsMoney);
const isOver = (configuration: Configuration): boolean => FINALS.some((name) => progressOf(configuration) === `task.progress.${name}`);
/** The examples, with money paid in advance. */
const prepaying = (at: string): ChartEvent => ({
  type: 'post',
  by: 'customer',
  actor: accountsOf.customer as string,
  at,
  input: posting(at, { payment: 'platform', terms: { ...terms, funding: 'prepaid', cancelCost: 1_000 } }),
});
/** Money is about to move, or moves. */
const NEAR_MONEY = /^task\.progress\.(settling|review\.awaited|agreed\.(signing|funding|unfunded))/;
const suspicion = (configuration: Configuration, at: string): ChartEvent[] => {
  const { customer, contractor, payment, holds } = contextOf(configuration);
  const tell = (type: string, account: string | undefined, more: object = {}): ChartEvent => ({
    type,
    by: 'platform',
    at,
    input: { account, calendar: taskExamples.calendar, ...more },
  });
  if (contractor === undefined || payment !== 'platform') return [];
  if (areSumsStopped(configuration)) return [customer, contractor].map((account) => tell('partyReinstated', account));
  if (holds.some(({ until }) => until === undefined) || !NEAR_MONEY.test(progressOf(configuration))) return [];
  return [tell('partySuspended', contractor, { stopsMoney: true })];
};
/** Everything that continues while sums are stopped. */
const asIfNotStopped = (configuration: Configuration): TaskContext => ({
  ...contextOf(configuration),
  holds: contextOf(configuration).holds.filter(({ stopsMoney }) => !stopsMoney),
});
const total = (sums: bigint[]): bigint => sums.reduce((one, other) => one + other, 0n);

/** The possible reports of payments and payouts in their present state. */
function reportsOf({ payments, payouts }: Books): [type: string, child: string, sum: bigint, rest?: bigint][] {
  const ofPayments = Object.entries(payments).flatMap(([child, { sum, rest, stands, mode }]) => {
    const types = {
      asked: [mode === 'charge' ? 'paymentCaptured' : 'paymentHeld', 'paymentExpired', 'paymentCancelled'],
      // It may have ended before the message arrived.
      unasked: ['paymentCancelled', 'paymentExpired'],
      // A hold lapses after the longest time that the bank keeps it; taken money does not.
      held: mode === 'hold' ? ['paymentFailed'] : [],
      capturing: ['paymentCaptured', ...(mode === 'hold' ? ['paymentFailed'] : [])],
      releasing: ['paymentRefunded'],
      gone: [],
    };
    return types[stands].map((type) => [type, child, sum, rest] as [string, string, bigint, bigint]);
  });
  const ofPayouts = Object.entries(payouts).flatMap(([child, { sum, stands }]) =>
    // A payout that the bank already has is stopped only if it does not arrive.
    ({ sent: ['paidOut', 'payoutRefused'], stopping: ['paidOut', 'payoutStopped'], done: [] })[stands].map(
      (type) => [type, child, sum] as [string, string, bigint],
    ),
  );
  return [...ofPayments, ...ofPayouts];
}

/** What the payer's bank may take back now, all at once: kept prepaid money, captured money, or money that is being paid out. */
function takenBackFrom({ payments, payouts }: Books, { source, captured, payout }: TaskContext): [child: string, input: object][] {
  const kept = Object.entries(payments).flatMap(([child, { sum, stands, mode }]): [string, object][] =>
    stands === 'held' && mode === 'prepay' ? [[child, { kept: String(sum), returning: '0', owed: '0' }]] : [],
  );
  if (source === undefined) return kept;
  const sent = payout !== undefined && payouts[payout]?.stands === 'sent' ? String(payouts[payout].sum) : undefined;
  const owed = captured ?? sent;
  return owed === undefined ? kept : [...kept, [source, { kept: '0', returning: '0', owed }]];
}

/** The books after an event and the orders that the task gave with it. */
function booked(books: Books, { event, actions, from }: Edge): Books {
  const before = contextOf(from);
  const payments = { ...books.payments };
  const payouts = { ...books.payouts };
  let { captured, prepaid } = books;
  const { child = '', amount = '0' } = event.input as { child?: string; amount?: string };
  const payment = payments[child];
  const { kept = '0', owed = '0' } = event.input as { kept?: string; owed?: string };
  if (event.type === 'paymentTakenBack') {
    const { captured: waits, payout = '' } = before;
    if (payment && kept !== '0') payments[child] = { ...payment, stands: 'gone' };
    prepaid -= BigInt(kept);
    if (owed !== '0' && waits !== undefined) captured -= BigInt(owed);
    else if (owed !== '0' && payouts[payout]) payouts[payout] = { ...payouts[payout], stands: 'stopping' };
  } else if (event.type === 'payoutStopped' && payouts[child]) {
    captured -= payouts[child].sum;
    delete payouts[child];
  } else if (event.type === 'paymentHeld' && payment) payments[child] = { ...payment, stands: 'held' };
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

/** A payment accepts an order to capture only what it holds. */
function isVain({ type, params = {} }: Edge['actions'][number], { payments }: Books): boolean {
  if (type !== 'sendToLife' || params.type !== 'capture') return false;
  const { stands, sum } = payments[params.to as string] ?? {};
  const amount = BigInt((params.input as { amount: string }).amount);
  return stands !== 'held' || sum === undefined || amount <= 0n || amount > sum;
}

/** The faults of the money after an event. */
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
    // A direct payment in advance may exceed it. The task then says so once no report is open.
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

/** A task as far as its money is concerned: without the reasons of holds. */
const asMoneySees = (context: TaskContext): TaskContext => {
  const lasting = lastingOf(context.holds);
  const stopsMoney = lasting.some((each) => each.stopsMoney);
  const isUnbriefed = lasting.some((each) => each.unbriefed);
  // Without access the contractor may leave.
  const ofWork = lasting.some((each) => each.kind === 'no-access') ? 'no-access' : 'unsafe';
  const kind = lasting.every((each) => OF_WORK.includes(each.kind)) ? ofWork : 'suspended';
  return {
    ...context,
    holds:
      lasting.length === 0
        ? []
        : [{ kind, party: 'customer', from: '', ...(stopsMoney && { stopsMoney }), ...(isUnbriefed && { unbriefed: true as const }) }],
  };
};

/** What the money of a task depends on, in the task and its books. Nodes that are equal in it are merged. */
const classOf = ({ configuration, books }: Audited): unknown[] => {
  const context = contextOf(configuration);
  const { due, paid, terms: agreed, work } = context;
  const states = activeStates(configuration);
  const open = Object.values(books.payments).filter(({ stands }) => stands !== 'gone');
  const onItsWay = total(Object.values(books.payouts).flatMap(({ sum, stands }) => (stands === 'done' ? [] : [sum])));
  return [
    states,
    taskExamples.abstraction(asMoneySees(context), states),
    agreed?.funding,
    // The number of earlier ones is unlimited.
    open.map(({ stands, mode }) => [stands, mode]),
    Object.values(books.payouts)
      .filter(({ stands }) => stands !== 'done')
      .map(({ stands }) => stands),
    books.captured > BigInt(due),
    // Is something still to be paid, besides what is under way?
    Math.sign(Number(BigInt(due) - BigInt(paid) - onItsWay)),
    Math.sign(Number(BigInt(due) - BigInt(paid) - BigInt(context.underWay))),
    open.some(({ stands, mode }) => stands === 'held' && mode === 'prepay') &&
      Math.sign(Number(BigInt(due) - BigInt(paid) - books.prepaid)),
    open.some(({ stands, mode }) => stands === 'asked' && mode === 'charge') &&
      Math.sign(Number(BigInt(due) - BigInt(paid) - total(open.map(({ sum }) => sum)))),
    agreed !== undefined && agreed.funding !== 'none' && [work.price, work.price === due],
    // A price may be claimed without a limit.
    context.deadlines.payBy !== undefined &&
      context.rounds === 0 &&
      paid === '0' &&
      context.approved === work.price &&
      context.handedIn?.amount === work.price && [due],
  ];
};

/** If a timer with a consequence comes first, no command is tried. */
const keyOf = (audited: Audited): string => {
  const { configuration } = audited;
  return JSON.stringify([...classOf(audited), isOverdue(taskChart as AnyStateMachine, configuration, soonAfter(configuration))]);
};

/** An event that may come next; without `to` the chart does not accept it. */
interface Happening {
  event: ChartEvent;
  isOfProvider: boolean;
  to?: Audited;
  faults: string[];
}

/** The possible next events: of people and time from the examples, of the provider from the books. */
function happeningsAfter(chart: AnyStateMachine, { configuration, books, way }: Audited): Happening[] {
  const { calendar, events } = taskExamples;
  const soon = soonAfter(configuration);
  const ofPeople = [
    ...events(asIfNotStopped(configuration), soon),
    ...suspicion(configuration, soon),
    ...(way.length === 0 ? [prepaying(soon)] : []),
  ].filter(({ type }) => !/^(payment|payout|paidOut)/.test(type));
  const ofProvider = reportsOf(books).map(
    ([type, child, sum, rest = 0n]): ChartEvent => ({
      type,
      by: 'platform',
      at: soon,
      input: {
        child,
        amount: String(sum),
        ...(type === 'payoutStopped' && { left: '0' }),
        ...(type === 'paymentCaptured' && rest > 0n && { returning: String(rest) }),
        calendar,
      },
    }),
  );
  // Earlier, it leads to the same as a lost hold. An open claim moves no money.
  const near = /^task\.progress\.settling/.test(progressOf(configuration)) && Object.keys(contextOf(configuration).claims).length === 0;
  const ofBank = (near ? takenBackFrom(books, contextOf(configuration)) : []).map(
    ([child, input]): ChartEvent => ({ type: 'paymentTakenBack', by: 'platform', at: soon, input: { child, ...input, calendar } }),
  );
  ofProvider.push(...ofBank);
  const fired = timersOf(chart, configuration.snapshot, configuration.at).map((timer) => timerEvent(configuration, timer, calendar));
  const commands = isOverdue(chart, configuration, soon) ? [] : [...ofPeople, ...ofProvider];
  return [...commands, ...fired].map((event) => {
    const isOfProvider = ofProvider.includes(event);
    const edge = step(chart, configuration, event);
    if (edge === undefined) return { event, isOfProvider, faults: isOfProvider ? [`${event.type} is not taken`] : [] };
    const to = { configuration: edge.to, books: booked(books, edge), way: [...way, event.type] };
    return { event, isOfProvider, to, faults: faultsOf(edge, books, to.books) };
  });
}

export interface Audit {
  /** Each path that led to an end. */
  arrivals: Audited[];
  /** The path to each node from which no path leads to an end. */
  stuck: string[];
  /** Each fault once, with the path to it. */
  faults: Map<string, string>;
  /** Each explored node that represents others, with the last of those, which has the longest path. */
  merged: Map<Audited, Audited>;
}

/** Explores the chart together with the books, to the end or to the wanted fault. */
export function audit(chart: AnyStateMachine, sought?: string): Audit {
  const faults = new Map<string, string>();
  const arrivals: Audited[] = [];
  const steps: [from: Audited, to: Audited][] = [];
  const { visited, representativeOf } = explore<Audited>({
    name: `the money of a ${chart.id}`,
    start: {
      configuration: initialConfiguration(chart, taskExamples.begin),
      books: { payments: {}, payouts: {}, captured: 0n, prepaid: 0n },
      way: [],
    },
    keyOf,
    placeOf: ({ configuration }) => progressOf(configuration),
    *successorsOf(from) {
      if (from.configuration.snapshot.status === 'done' || (sought !== undefined && faults.has(sought))) return;
      for (const { event, to, faults: found } of happeningsAfter(chart, from)) {
        for (const fault of found) if (!faults.has(fault)) faults.set(fault, [...from.way, event.type].join(' '));
        if (to === undefined) continue;
        if (isOver(to.configuration)) arrivals.push(to);
        // After a fault there is nothing more to learn, and the exploration might not end.
        if (found.length > 0) continue;
        steps.push([from, to]);
        yield to;
      }
    },
  });
  const into = Map.groupBy(steps, ([, to]) => representativeOf(to));
  const leading = new Set(visited.filter(({ configuration }) => isOver(configuration)));
  // Iterating a Set also visits members that are added meanwhile.
  for (const each of leading) for (const [from] of into.get(each) ?? []) leading.add(from);
  const stuck = visited
    .filter((each) => !leading.has(each))
    .map(({ configuration, way }) => `${progressOf(configuration)}: ${way.join(' ')}`);
  return { arrivals, stuck, faults, merged: new Map(steps.map(([, to]) => [representativeOf(to) as Audited, to])) };
}

/** Where the money of one continues and that of the other does not. Merged nodes must have no such place, because merging would hide something. */
export function moneyDivergences(one: Audited, other: Audited): string[] {
  const futuresOf = (audited: Audited): Set<string> => {
    const own = JSON.stringify(classOf(audited));
    return new Set(
      happeningsAfter(taskChart as AnyStateMachine, audited).flatMap(({ event, isOfProvider, to }) => {
        const future = to && JSON.stringify(classOf(to));
        // An event that changes nothing in it is not about its money.
        return future === undefined || future === own ? [] : [`${isOfProvider ? event.type : 'an event'} leads to ${future}`];
      }),
    );
  };
  return [...futuresOf(one).symmetricDifference(futuresOf(other))];
}
