import { lifeTypes } from './index.ts';
import type { NoticeMessage } from './messages.ts';

const notices = Object.entries(lifeTypes).flatMap(([life, { messages }]) =>
  Object.entries<NoticeMessage>(messages.notices).map(([template, notice]) => ({ life, template, notice })),
);

/** Nobody owes a review, and silence about one changes nothing. */
const VOLUNTARY = ['review'];
const mustArrive = notices.filter(({ life }) => !VOLUNTARY.includes(life));
const unmarked = (about: RegExp): string[] =>
  mustArrive
    .filter(({ notice: { legal, body, subject } }) => legal === undefined && about.test(`${subject.ru} ${body.ru}`))
    .map(({ life, template }) => `${life}.${template}`);

test('every notice that names a deadline is legal', () => {
  expect(unmarked(/\{deadline\}/)).toEqual([]);
});

test('every notice that asks for money, or announces a penalty or a debt, is legal', () => {
  expect(unmarked(/(за|о)платит|перечислите|пен[яюи]|задолженност|остаток/i)).toEqual([]);
});

test('every notice that a term, a sanction, a document or a deal has ended is legal', () => {
  expect(unmarked(/срок .*(истёк|прош[её]л)|прекраща|прекращён|завершен|окончательн/i)).toEqual([]);
});

test('a notice that only informs is not legal: otherwise each would cost an SMS', () => {
  const informing = ['account.logged-in', 'account.logged-out', 'task.money-captured', 'payout.payout-confirmed', 'review.review-opened'];
  const legal = notices.filter(({ notice }) => notice.legal).map(({ life, template }) => `${life}.${template}`);
  expect(informing.filter((name) => legal.includes(name))).toEqual([]);
});
