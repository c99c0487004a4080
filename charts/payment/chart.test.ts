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
/** Of a prepayment what is still kept is owed to nobody yet. */
const owed = ({ mode, held: kept, captured, refunded }: PaymentContext): bigint =>
  BigInt(captured) - BigInt(refunded) - (mode === 'prepay' ? BigInt(kept) : 0n);

test('every event books exactly what it changes of the money held and owed: so the books say what the payment says', () => {
  const wrong = edges.filter((edge) => {
    const [before, after] = [edge.from.snapshot.context, edge.to.snapshot.context] as PaymentContext[];
    if (before === undefined || after === undefined) return true;
    const [kept, due] = [held(after) - held(before), owed(after) - owed(before)];
    return booked(edge, 'held/') !== kept || booked(edge, 'owed/') !== due || booked(edge, 'provider/') !== -kept - due;
  });
  expect(wrong.map(({ from, event }) => `${JSON.stringify(from.snapshot.value)} ${event.type}`)).toEqual([]);
  expect(edges.some((edge) => booked(edge, 'held/') > 0n) && edges.some((edge) => booked(edge, 'owed/') < 0n)).toBe(true);
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
  expect([...new Set(left.map(({ event }) => event.type))].toSorted()).toEqual(['captured', 'closed', 'declined', 'held', 'refunded']);
});
