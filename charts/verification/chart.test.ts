import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import { asking, terms } from '../../testing/charts/examples/verification.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, menu, timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { readersOf, verificationChart } from './chart.ts';
import type { AskInput, VerificationContext } from './types.ts';

const { customer, first: contractor, operator } = accounts;
const at = '2026-04-20T04:00:00.000Z';

const ask = (given: Partial<AskInput> = {}): ChartEvent => said('ask', { ...asking(given), calendar });
const said = (type: string, input: object, when = at): ChartEvent => ({ type, by: 'operator', actor: operator, at: when, input });
const submit = (when = at, input: object = {}): ChartEvent => ({
  type: 'submit',
  by: 'contractor',
  actor: contractor as string,
  at: when,
  input: { evidence: text('evidence'), ...input, calendar },
});
const edge = (place: Configuration, event: ChartEvent) => {
  const found = step(verificationChart, place, event);
  if (found === undefined) throw new Error(`${event.type} is not taken`);
  return found;
};
const take = (place: Configuration, ...events: ChartEvent[]): Configuration => events.reduce((from, event) => edge(from, event).to, place);
const begun = (given: Partial<AskInput> = {}): Configuration => take(initialConfiguration(verificationChart, at), ask(given));
/** The first timer with a consequence. */
const lapse = (place: Configuration): Configuration => {
  const timer = timersOf(verificationChart, place.snapshot, place.at).find(({ reminder }) => !reminder);
  if (timer === undefined) throw new Error('nothing is due');
  return take(place, timerEvent(place, timer, calendar));
};
const contextOf = ({ snapshot }: Configuration): VerificationContext => snapshot.context;
const reportsOf = ({ actions }: ReturnType<typeof edge>) => actions.flatMap(({ type, params }) => (type === 'sendToLife' ? [params] : []));

test('terms in working days run from the request, over the holidays of May (4.4.1)', () => {
  expect(contextOf(begun({ terms: { ...terms, answerWorkingDays: 8 } })).deadlines).toEqual({
    reminders: ['2026-04-22T19:00:00.000Z', '2026-04-24T19:00:00.000Z'],
    answerBy: '2026-04-30T19:00:00.000Z',
    // 1 May is a holiday, 2 and 3 May are a weekend.
    lapseBy: '2026-05-06T19:00:00.000Z',
  });
});

test('a repeated request starts a new term of the requested or the usual length', () => {
  const when = '2026-04-22T04:00:00.000Z';
  const reasons = text('reasons');
  const again = (input: object) => contextOf(take(begun(), submit(), said('askAgain', { reasons, ...input, calendar }, when)));
  expect(again({})).toMatchObject({
    round: 2,
    askedAgain: { at: when, reasons },
    deadlines: {
      reminders: ['2026-04-24T19:00:00.000Z', '2026-04-28T19:00:00.000Z'],
      answerBy: '2026-04-29T19:00:00.000Z',
      lapseBy: '2026-05-05T19:00:00.000Z',
    },
  });
  expect(again({ workingDays: 2 }).deadlines).toMatchObject({ reminders: [], answerBy: '2026-04-24T19:00:00.000Z' });
});

test('a late answer is accepted until the grace period ends, and then the request is closed', () => {
  const overdue = lapse(begun());
  expect(overdue.snapshot.value).toBe('overdue');
  const late = take(overdue, submit(overdue.at));
  expect([late.snapshot.value, contextOf(late).submissions.length]).toEqual(['submitted', 1]);
  const lapsed = lapse(overdue);
  expect([lapsed.snapshot.value, lapsed.snapshot.status]).toEqual(['lapsed', 'done']);
});

test('the operator’s silence decides nothing, and the requesting member of staff gets a reminder', () => {
  const { snapshot, at: when } = take(begun(), submit());
  expect(timersOf(verificationChart, snapshot, when).map(({ name, reminder }) => [name, reminder])).toEqual([['decideReminder', true]]);
});

const FILE = { file: 'file/one', sha256: 'b'.repeat(64) };

test('a decision is about the last part of the answer, not about one read before an addition', () => {
  const place = take(begun(), submit(), submit(at, { files: [FILE] }));
  expect(contextOf(place).submissions).toMatchObject([
    { version: 1, round: 1, documents: [] },
    { version: 2, round: 1, documents: [FILE] },
  ]);
  for (const type of ['approve', 'refuse'])
    expect([1, 2].map((version) => judge(verificationChart, place.snapshot, said(type, { version })).allowed)).toEqual([false, true]);
});

test('an answer has a limited number of additions, and a repeated request resets the limit', () => {
  const full = take(begun(), ...Array.from({ length: terms.mostSubmissions }, () => submit()));
  expect(judge(verificationChart, full.snapshot, submit())).toMatchObject({ reason: 'state', rule: 'submissionsAreLeft' });
  expect(menu(verificationChart, full.snapshot, 'contractor', contractor)).toEqual([]);
  const again = take(full, said('askAgain', { reasons: text('reasons'), calendar }));
  expect(judge(verificationChart, again.snapshot, submit()).allowed).toBe(true);
});

test.each<[became: string, event: () => ChartEvent]>([
  ['approved', () => said('approve', { version: 1 })],
  ['refused', () => said('refuse', { version: 1, reasons: text('reasons') })],
  ['withdrawn', () => said('withdraw', {})],
])('its account hears that it was %s, and of what kinds', (became, event) => {
  const input = { child: 'verification/example/1', became, kinds: ['taxStatus'] };
  expect(reportsOf(edge(take(begun(), submit()), event()))).toEqual([{ to: 'account/example', type: 'verificationOver', input }]);
});

test('an account that is customer and contractor answers as either, and gets one notice', () => {
  const place = begun({ customer: contractor as string });
  expect(judge(verificationChart, place.snapshot, { ...submit(), by: 'customer' }).allowed).toBe(true);
  expect(judge(verificationChart, place.snapshot, { ...submit(), actor: customer as string }).allowed).toBe(false);
  expect([readersOf(contextOf(place), 'account'), readersOf(contextOf(place), 'asker')]).toEqual([[contractor], [operator]]);
});
