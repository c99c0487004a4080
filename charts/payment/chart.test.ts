import { paymentExamples } from '../../testing/charts/examples/payment.ts';
import type { Edge } from '../../testing/charts/state-space.ts';
import { stateSpaceOf } from '../../testing/charts/state-space.ts';
import { paymentChart } from './chart.ts';
import type { PaymentContext } from './types.ts';

interface Posting {
  debit: string;
  credit: string;
  amount: string;
}

const { edges, configurations } = stateSpaceOf(paymentChart, paymentExamples);

/** What an event books on accounts of a sort, in and out. Tiyn. */
const booked = ({ actions }: Edge, sort: string): bigint =>
  actions
    .filter(({ type }) => type === 'book')
    .flatMap(({ params }) => (params as unknown as { postings: Posting[] }).postings)
    .reduce(
      (sum, { debit, credit, amount }) =>
        sum + (credit.startsWith(sort) ? BigInt(amount) : 0n) - (debit.startsWith(sort) ? BigInt(amount) : 0n),
      0n,
    );
const held = ({ held: sum }: PaymentContext): bigint => BigInt(sum);
/** By the account that they are booked on, with the sign that the books have. A prepayment that is kept is part of what was captured. */
const sums = ({ mode, held: kept, captured, refunded, takenBack = '0', pending = '0', lost = '0', recovered = '0' }: PaymentContext) => ({
  'held/': BigInt(kept),
  'provider/': BigInt(refunded) + BigInt(takenBack) - BigInt(captured) - (mode === 'prepay' ? 0n : BigInt(kept)),
  'taken-back/': -BigInt(pending),
  'loss/': BigInt(recovered) - BigInt(lost),
  'bank/': -BigInt(recovered),
});

test('every event books exactly what it changes: what is held, at the provider, taken back, lost and recovered', () => {
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

test('nothing is held at any end', () => {
  const ends = configurations.filter(({ snapshot }) => snapshot.status === 'done');
  expect(new Set(ends.map(({ snapshot }) => snapshot.value)).size).toBe(7);
  expect(ends.filter(({ snapshot }) => held(snapshot.context) !== 0n)).toEqual([]);
});

test('what waits for the provider is left by its word alone', () => {
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
