import fc from 'fast-check';
import type { Operation, Sums } from './reconciliation.ts';
import { differencesOf, NOTHING, sumsOf } from './reconciliation.ts';

const sums = (given: Partial<Sums>): Sums => ({ ...NOTHING, ...given });
const op = (given: Partial<Operation>): Operation => ({
  id: '1',
  kind: 'payment',
  life: 'payment/a/1',
  amount: 100n,
  status: 'done',
  ...given,
});
const found = (ours: Partial<Sums> | undefined, ...theirs: Operation[]) =>
  differencesOf(new Map(ours === undefined ? [] : [['payment/a/1', sums(ours)]]), theirs).map(({ kind, about }) => [kind, about]);

describe('nothing differs', () => {
  it.each<[string, Partial<Sums>, Operation[]]>([
    ['a hold', { held: 100n }, [op({ status: 'held' })]],
    ['a hold that was captured in part', { taken: 60n }, [op({ amount: 60n })]],
    ['a hold that was released, or a try that was declined', {}, [op({ status: 'void' })]],
    ['a payer who is still on the page of the bank', {}, [op({ status: 'open' })]],
    [
      'two refunds of the same sum',
      { taken: 100n, refunded: 40n },
      [op({}), op({ id: '2', kind: 'refund', amount: 20n }), op({ id: '3', kind: 'refund', amount: 20n })],
    ],
    [
      'a chargeback that was withdrawn in part',
      { taken: 100n, takenBack: 30n },
      [op({}), op({ id: 'c', kind: 'chargeback', amount: 50n }), op({ id: 'd', kind: 'chargeback', amount: -20n })],
    ],
    ['a payout on its way', { paidOut: 100n }, [op({ kind: 'payout', status: 'open' })]],
    ['a payout that the bank refused', {}, [op({ kind: 'payout', status: 'void' })]],
  ])('in %s', (_, ours, theirs) => expect(found(ours, ...theirs)).toEqual([]));
});

describe('a difference is', () => {
  it.each<[string, string, Partial<Sums> | undefined, Operation[]]>([
    ['missing', 'was booked, and the provider knows nothing of it', { taken: 100n }, []],
    ['missing', 'was booked as paid, and was declined', { held: 100n }, [op({ status: 'void' })]],
    ['foreign', 'was done to a payment that nobody booked', {}, [op({})]],
    ['doubled', 'was paid twice', { taken: 100n }, [op({}), op({ id: '2' })]],
    [
      'doubled',
      'was refunded twice',
      { taken: 100n, refunded: 40n },
      [op({}), op({ id: '2', kind: 'refund', amount: 40n }), op({ id: '3', kind: 'refund', amount: 40n })],
    ],
    ['doubled', 'was paid out twice', { paidOut: 100n }, [op({ kind: 'payout' }), op({ id: '2', kind: 'payout' })]],
    ['changed', 'has another sum', { taken: 100n }, [op({ amount: 99n })]],
    ['changed', 'was taken, and is booked as held', { held: 100n }, [op({})]],
    ['changed', 'was refunded, and nobody booked it', { taken: 100n }, [op({}), op({ id: '2', kind: 'refund', amount: 100n })]],
    ['changed', 'was taken back, and nobody booked it', { taken: 100n }, [op({}), op({ id: 'c', kind: 'chargeback', amount: 1n })]],
  ])('%s if it %s', (kind, _, ours, theirs) => expect(found(ours, ...theirs)).toEqual([[kind, 'payment/a/1']]));

  it('foreign, each by itself, if operations name nothing of ours', () =>
    expect(found({ taken: 100n }, op({}), op({ id: '7', life: '' }), op({ id: '8', life: '' }))).toEqual([
      ['foreign', '7'],
      ['foreign', '8'],
    ]));
});

const operations = fc.array(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('payment', 'refund', 'payout', 'chargeback'),
    life: fc.constantFrom('payment/a/1', 'payment/b/1', 'payout/c/1'),
    amount: fc.bigInt({ min: 1n, max: 10_000n }),
    status: fc.constantFrom('open', 'held', 'done', 'void'),
  }) as fc.Arbitrary<Operation>,
);
const bookedAs = (list: Operation[]): Map<string, Sums> =>
  new Map([...Map.groupBy(list, ({ life }) => life)].map(([life, own]) => [life, sumsOf(own)]));

it('books that agree with any list differ in nothing, in any order', () =>
  fc.assert(fc.property(operations, (list) => differencesOf(bookedAs(list), list.toReversed()).length === 0)));

it('one more operation than was booked is found, once, wherever it is', () =>
  fc.assert(
    fc.property(operations, fc.bigInt({ min: 1n, max: 10_000n }), (list, amount) => {
      const added = op({ id: 'added', life: 'payment/b/1', amount });
      const differences = differencesOf(bookedAs(list), [...list, added]);
      return differences.length === 1 && differences[0]?.about === 'payment/b/1';
    }),
  ));
