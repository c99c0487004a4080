import type { Books } from '../../testing/charts/books.ts';
import { noBooks, postedOn, postingsIn, withPostings } from '../../testing/charts/books.ts';
import { paymentExamples } from '../../testing/charts/examples/payment.ts';
import { accounts, text } from '../../testing/charts/examples/task.ts';
import type { Edge } from '../../testing/charts/state-space.ts';
import { initialConfiguration, stateSpaceOf, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, timersOf } from '../judge.ts';
import { paymentChart } from './chart.ts';
import type { PaymentContext } from './types.ts';
import { paysOperator } from './types.ts';

const { edges, configurations } = stateSpaceOf(paymentChart, paymentExamples);

/** What an event books on accounts of one kind, in and out, with what is pending there. A pending hold ends whole. Tiyn. */
const booked = ({ actions, from }: Edge, sort: string): bigint =>
  postingsIn(actions).reduce((all, { phase, debit, credit, amount }) => {
    const sum = BigInt(amount);
    const moved = { single: sum, pending: sum, void: -sum, post: sum - held(from.snapshot.context as PaymentContext) }[phase];
    return all + (credit.startsWith(sort) ? moved : 0n) - (debit.startsWith(sort) ? moved : 0n);
  }, 0n);
const held = ({ held: sum }: PaymentContext): bigint => BigInt(sum);
/**
 * By account, with the sign of the books. A kept prepayment is part of what was captured. What the operator is paid stays where it is kept, until the parent
 * takes it from there: less what went back, and what the bank took and is neither lost nor still to be known.
 */
function sums(context: PaymentContext) {
  const { mode, captured, refunded, takenBack = '0', pending = '0', lost = '0', recovered = '0' } = context;
  const kept = mode === 'prepay' ? 0n : held(context);
  const atProvider = BigInt(captured) - BigInt(refunded) - BigInt(takenBack);
  return {
    'held/': paysOperator(context) ? kept + atProvider + BigInt(pending) + BigInt(lost) : held(context),
    'provider/': -atProvider - kept,
    'taken-back/': -BigInt(pending),
    'loss/': BigInt(recovered) - BigInt(lost),
    'bank/': -BigInt(recovered),
  };
}

test('every event books exactly the sums it changes: held, at the provider, taken back, lost and recovered', () => {
  const wrong = edges.flatMap((edge) => {
    const [before, after] = [edge.from.snapshot.context, edge.to.snapshot.context] as PaymentContext[];
    if (before === undefined || after === undefined) return ['an edge without a context'];
    const [was, is] = [sums(before), sums(after)];
    return (Object.keys(is) as (keyof typeof is)[])
      .filter((account) => booked(edge, account) !== is[account] - was[account])
      .map((account) => `${JSON.stringify(edge.from.snapshot.value)} ${edge.event.type}: ${account}`);
  });
  expect([...new Set(wrong)]).toEqual([]);
  expect(edges.some((edge) => booked(edge, 'held/') > 0n) && edges.some((edge) => booked(edge, 'owed/') < 0n)).toBe(true);
  expect(edges.some((edge) => booked(edge, 'loss/') < 0n) && edges.some((edge) => booked(edge, 'taken-back/') > 0n)).toBe(true);
});

test('nothing is held in any end state', () => {
  const ends = configurations.filter(({ snapshot }) => snapshot.status === 'done');
  expect(new Set(ends.map(({ snapshot }) => snapshot.value)).size).toBe(7);
  expect(ends.filter(({ snapshot }) => held(snapshot.context) !== 0n)).toEqual([]);
});

test('only an answer of the provider leaves a state that waits for it', () => {
  const asked = ['closing', 'capturing', 'releasing', 'refunding'];
  const stateOf = ({ snapshot }: Edge['from']): string =>
    typeof snapshot.value === 'string' ? snapshot.value : (Object.keys(snapshot.value)[0] as string);
  const left = edges.filter(({ from, to }) => asked.includes(stateOf(from)) && stateOf(from) !== stateOf(to));
  expect([...new Set(left.map(({ event }) => event.type))].toSorted()).toEqual([
    'captured',
    'closed',
    'declined',
    'held',
    'refunded',
    'takenBack',
  ]);
});

/** A prepayment of 10 000 tenge, of which 6 000 are due, so that 4 000 are on their way back. Sums of the story are tenge. */
function story() {
  let place = initialConfiguration(paymentChart, paymentExamples.begin);
  let books: Books = noBooks;
  const sent: { to: string; type: string; input: object }[] = [];
  const take = (event: Parameters<typeof step>[2]): void => {
    const edge = step(paymentChart, place, event);
    if (edge === undefined) throw new Error(`${event.type} is not taken`);
    place = edge.to;
    for (const { type, params } of edge.actions) if (type === 'sendToLife') sent.push(params as unknown as (typeof sent)[number]);
    books = withPostings(books, 'payment', postingsIn(edge.actions));
  };
  const hears = (type: string, tenge: number, more: object = {}): void =>
    take({ type, by: 'platform', at: place.at, input: { amount: String(tenge * 100), child: PAYOUT, ...more } });
  const events = paymentExamples.events({ mode: 'prepay', asked: '0' } as PaymentContext, place.at);
  const begin = events.find(({ input }) => (input as { mode?: string }).mode === 'prepay');
  const opened = events.find(({ type }) => type === 'opened');
  if (begin === undefined || opened === undefined) throw new Error('no example of a prepayment');
  take({ ...begin, input: { ...(begin.input as object), amount: '1000000' } });
  take(opened);
  hears('captured', 10_000);
  hears('capture', 6_000);
  return {
    hears,
    closeLoss: () => {
      const event = { type: 'closeLoss', by: 'operator' as const, actor: accounts.operator as string, at: place.at };
      const asked = { ...event, input: { recovered: '0', reasons: text('reasons') } };
      const verdict = judge(paymentChart, place.snapshot, asked);
      if (verdict.allowed) take(asked);
      return verdict.allowed;
    },
    /** Until no timer remains. */
    waits: () => {
      for (
        let timer = timersOf(paymentChart, place.snapshot, place.at)[0];
        timer;
        timer = timersOf(paymentChart, place.snapshot, place.at)[0]
      )
        take(timerEvent(place, timer, paymentExamples.calendar));
    },
    balance: (account: string) => Number(postedOn(books, account)) / 100,
    /** The latest message of a type. */
    sent: (type: string) => sent.findLast((message) => message.type === type),
    get state() {
      return place.snapshot.value;
    },
  };
}
const PAYOUT = 'payout/00000000-0000-4000-8000-000000000001/1';

describe('money that the bank takes back in addition to a refund', () => {
  test('is known to be not paid out even after the refund, and nothing stays open in the books', () => {
    const payment = story();
    payment.hears('takenBack', 6_000);
    payment.hears('refunded', 4_000);
    payment.hears('notPaidOut', 6_000);
    expect(['owed', 'taken-back', 'loss', 'provider'].map(payment.balance)).toEqual([0, 0, 0, 0]);
    payment.waits();
    expect(payment.state).toBe('settled');
  });

  test('is a loss that staff can close even after the refund', () => {
    const payment = story();
    payment.hears('paidOut', 6_000);
    payment.hears('takenBack', 6_000);
    payment.hears('refunded', 4_000);
    expect([payment.state, payment.balance('loss')]).toEqual(['takenBack', -6_000]);
    expect(payment.closeLoss()).toBe(true);
    payment.waits();
    expect(payment.state).toBe('settled');
  });

  test('is reported to the task up to the sum still to be paid out, if more went back than there was', () => {
    const payment = story();
    payment.hears('refunded', 4_000);
    payment.hears('takenBack', 10_000);
    expect(payment.sent('paymentTakenBack')?.input).toMatchObject({ owed: '600000', excess: '400000' });
    expect(payment.balance('loss')).toBe(-4_000);
  });

  test('stops a returned payout by no more than its amount', () => {
    const payment = story();
    payment.hears('refunded', 4_000);
    payment.hears('paidOut', 6_000);
    payment.hears('takenBack', 8_000);
    payment.hears('payoutReturned', 6_000);
    expect(payment.sent('stop')).toMatchObject({ to: PAYOUT, input: { amount: '600000' } });
    payment.hears('notPaidOut', 6_000);
    // 2 000 were returned twice.
    expect([payment.balance('owed'), payment.balance('loss')]).toEqual([0, -2_000]);
  });

  // The bank takes 8 000 of 10 000 while 4 000 are on their way back: 2 000 are left for the refund, 6 000 were owed to the contractor. The provider
  // still returns 4 000: 2 000 of them are still kept (held to provider), 2 000 are lost (loss to provider).
  test('is a loss and a duty to the extent that the provider refunds more than is left', () => {
    const payment = story();
    payment.hears('takenBack', 8_000);
    payment.hears('refunded', 4_000);
    expect(['held', 'owed', 'taken-back', 'loss', 'provider'].map(payment.balance)).toEqual([0, 6_000, -6_000, -2_000, 2_000]);
    expect(payment.state).toBe('takenBack');
    // The contractor's payout is stopped: none of the loss was ever paid out.
    payment.hears('notPaidOut', 6_000);
    expect([payment.balance('taken-back'), payment.balance('owed'), payment.balance('loss')]).toEqual([0, 0, -2_000]);
    expect(payment.closeLoss()).toBe(true);
    payment.waits();
    expect(payment.state).toBe('settled');
  });

  test('is not a loss of a returned payout if the customer received it twice', () => {
    const payment = story();
    payment.hears('paidOut', 6_000);
    payment.hears('refunded', 4_000);
    // 10 000 in all: 6 000 were paid out, 4 000 were refunded before.
    payment.hears('takenBack', 10_000);
    payment.hears('payoutReturned', 6_000);
    expect(payment.sent('stop')?.input).toEqual({ amount: '600000', inAll: '600000' });
  });

  test('is stopped at the request of the payment itself, if the payout was returned before', () => {
    const payment = story();
    payment.hears('refunded', 4_000);
    payment.hears('paidOut', 6_000);
    payment.hears('payoutReturned', 6_000);
    // The task has counted it as paid, so it stops nothing.
    payment.hears('takenBack', 2_000);
    expect(payment.sent('stop')).toMatchObject({ to: PAYOUT, input: { amount: '200000', inAll: '200000' } });
    expect(payment.sent('paymentTakenBack')).toBeUndefined();
  });

  test('in part lets the refund continue with the rest of the requested sum', () => {
    const payment = story();
    payment.hears('refunded', 1_000);
    expect([payment.state, payment.balance('held')]).toEqual([{ refunding: 'asked' }, 3_000]);
    payment.hears('refunded', 3_000);
    expect([payment.state, payment.balance('held'), payment.balance('provider')]).toEqual(['captured', 0, -6_000]);
  });
});
