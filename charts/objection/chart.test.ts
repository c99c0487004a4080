import { raising } from '../../testing/charts/examples/objection.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, timersOf } from '../judge.ts';
import type { ChartEvent, Party } from '../law.ts';
import { stateOf } from '../state.ts';
import { objectionChart } from './chart.ts';
import type { ObjectionContext } from './types.ts';

const { customer, first: contractor, second: rival, operator } = accounts as Record<string, string>;
/** A Monday. */
const at = '2026-04-20T04:00:00.000Z';

const said = (by: Party, actor: string | undefined, type: string, input: object, when = at): ChartEvent => ({
  ...{ type, by, at: when, input },
  actor: actor as string,
});
const raise = (given: object = {}, actor = contractor): ChartEvent => said('contractor', actor, 'raise', { ...raising(given), calendar });
const take = (place: Configuration, event: ChartEvent): Configuration => {
  const found = step(objectionChart, place, event);
  if (found === undefined) throw new Error(`${event.type} is not taken`);
  return found.to;
};
const blank = (): Configuration => initialConfiguration(objectionChart, at);
const raised = (): Configuration => take(blank(), raise());
/** What the next timer leads to. */
const wait = (place: Configuration): Configuration => {
  const timer = timersOf(objectionChart, place.snapshot, place.at).find(({ reminder }) => !reminder);
  if (timer === undefined) throw new Error('nothing is due');
  return take(place, timerEvent(place, timer, calendar));
};
const answered = (): Configuration => take(raised(), said('customer', customer, 'answer', { comment: text('comment') }));
const where = ({ snapshot }: Configuration): [string, boolean, boolean] => [
  stateOf(snapshot),
  snapshot.hasTag('contested'),
  snapshot.hasTag('excused'),
];
const refusalOf = (place: Configuration, event: ChartEvent): string | undefined => {
  const verdict = judge(objectionChart, place.snapshot, event);
  return verdict.allowed ? undefined : verdict.reason;
};

test('the terms run over the holidays of May: three working days for the customer, ten more for the operator', () => {
  expect((raised().snapshot.context as ObjectionContext).deadlines).toEqual({
    answerBy: '2026-04-23T19:00:00.000Z',
    decideReminders: ['2026-04-28T19:00:00.000Z', '2026-05-05T19:00:00.000Z'],
    // 24, 27, 28, 29 and 30 April, 4, 5, 6, 8 and 12 May; 1, 7 and 11 May are days off.
    decideBy: '2026-05-12T19:00:00.000Z',
  });
  // An early answer gives the operator no less.
  expect((answered().snapshot.context as ObjectionContext).deadlines.decideBy).toBe('2026-05-12T19:00:00.000Z');
});

test('it may be raised until the end of its term and not later', () => {
  expect(refusalOf(blank(), raise({ objectUntil: at }))).toBeUndefined();
  expect(refusalOf(blank(), raise({ objectUntil: '2026-04-20T03:59:59.999Z' }))).toBe('rule');
  expect(refusalOf(blank(), raise({}, rival))).toBe('party');
});

test('the record is contested until the operator decides, and excused if it does not decide in time', () => {
  expect(where(raised())).toEqual(['asked', true, false]);
  expect(where(answered())).toEqual(['deciding', true, false]);
  expect(where(wait(raised()))).toEqual(['deciding', true, false]);
  expect(where(wait(answered()))).toEqual(['undecided', false, true]);
  const decided = (type: string) => take(answered(), said('operator', operator, type, { reasons: text('reasons') }));
  expect(where(decided('excuse'))).toEqual(['excused', false, true]);
  expect(where(decided('keep'))).toEqual(['kept', false, false]);
  expect(where(take(raised(), said('contractor', contractor, 'withdraw', {})))).toEqual(['withdrawn', false, false]);
});

test('the operator decides only once the customer was heard or its term is over, and nobody decides for it', () => {
  const decisions = (by: Party, actor: string | undefined) =>
    ['excuse', 'keep'].map((type) => said(by, actor, type, { reasons: text('reasons') }));
  for (const event of decisions('operator', operator)) expect(refusalOf(raised(), event)).toBe('state');
  for (const event of [...decisions('customer', customer), ...decisions('contractor', contractor)])
    expect(refusalOf(answered(), event)).toBe('party');
  expect(refusalOf(answered(), said('customer', customer, 'answer', { comment: text('comment') }))).toBe('state');
  expect(refusalOf(wait(raised()), said('customer', customer, 'answer', { comment: text('comment') }))).toBe('state');
});
