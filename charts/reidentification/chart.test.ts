import { asking } from '../../testing/charts/examples/reidentification.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { readersOf, reidentificationChart } from './chart.ts';
import type { AskInput, Proof, ReidentificationContext } from './types.ts';

const { customer, first: contractor, operator } = accounts;
const at = '2026-04-20T04:00:00.000Z';

const told = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
const asOperator = (type: string, input: object = {}, when = at): ChartEvent => ({
  type,
  by: 'operator',
  actor: operator,
  at: when,
  input,
});
const object: ChartEvent = { type: 'object', by: 'contractor', actor: contractor as string, at, input: {} };

const edge = (place: Configuration, event: ChartEvent) => {
  const found = step(reidentificationChart, place, event);
  if (found === undefined) throw new Error(`${event.type} is not taken`);
  return found;
};
const begun = (given: Partial<AskInput> = {}): Configuration =>
  edge(initialConfiguration(reidentificationChart, at), told('ask', { ...asking(given), calendar })).to;
/** The next timer with a consequence. */
const overtake = (place: Configuration) => {
  const [timer] = timersOf(reidentificationChart, place.snapshot, place.at);
  if (timer === undefined) throw new Error('nothing is due');
  return edge(place, timerEvent(place, timer, calendar));
};
const contextOf = ({ snapshot }: Configuration): ReidentificationContext => snapshot.context;
const paramsOf = ({ actions }: ReturnType<typeof edge>, kind: string) =>
  actions.flatMap(({ type, params }) => (type === kind ? [params] : []));
const over = (became: string) => ({
  to: 'account/example',
  type: 'reidentificationOver',
  input: { child: 'reidentification/example/1', became },
});

test.each<[Proof | 'nothing', string]>([
  ['password', 'coolingOff'],
  ['device', 'coolingOff'],
  ['documents', 'checking'],
  ['nothing', 'checking'],
])('one who is known by %s begins with %s (1.2)', (proof, state) => {
  expect(begun({ proof: proof as Proof }).snapshot.value).toBe(state);
});

test('the cooling-off runs from the request, or from the approval of the documents', () => {
  expect(contextOf(begun()).deadlines).toEqual({ coolingOffUntil: '2026-04-21T04:00:00.000Z' });
  const checking = begun({ proof: 'documents' });
  expect(contextOf(checking).deadlines).toEqual({ checkBy: '2026-04-23T19:00:00.000Z' });
  const approved = edge(checking, asOperator('approve', {}, '2026-04-22T04:00:00.000Z')).to;
  expect(contextOf(approved).deadlines).toEqual({ coolingOffUntil: '2026-04-23T04:00:00.000Z' });
});

test('documents that are not checked in time change no number', () => {
  const lapsed = overtake(begun({ proof: 'documents' }));
  expect(lapsed.to.snapshot.value).toBe('lapsed');
  expect([paramsOf(lapsed, 'sendToLife'), paramsOf(lapsed, 'changeNumber')]).toEqual([[over('lapsed')], []]);
});

test('no number changes before the cooling-off ends, and then the holders of the old number get a notice first', () => {
  const { to, actions } = overtake(begun());
  expect(to.snapshot.value).toBe('changing');
  const { person, number } = asking();
  expect(actions.filter(({ type }) => !type.startsWith('xstate.'))).toMatchObject([
    { type: 'notify', params: { to: 'account', template: 'number-change-begins' } },
    { type: 'changeNumber', params: { person, number } },
  ]);
});

test.each<[string, Partial<AskInput>]>([
  ['the cooling-off', {}],
  ['the check', { proof: 'documents' }],
])('during %s the account’s objection and the operator’s refusal end it at once', (_, given) => {
  const place = begun(given);
  const refuse = asOperator('refuse', { reasons: text('reasons') });
  for (const [event, by] of [
    [object, 'account'],
    [refuse, 'operator'],
  ] as const) {
    const ended = edge(place, event);
    expect([ended.to.snapshot.value, contextOf(ended.to).refused?.by, paramsOf(ended, 'sendToLife')]).toEqual([
      'refused',
      by,
      [over('refused')],
    ]);
  }
  expect(judge(reidentificationChart, place.snapshot, { ...object, actor: customer as string })).toMatchObject({ reason: 'party' });
});

test('nobody can stop a change of number in progress: only its result leads to another state', () => {
  const { to: changing } = overtake(begun());
  for (const event of [object, asOperator('refuse', { reasons: text('reasons') })])
    expect(judge(reidentificationChart, changing.snapshot, event).allowed).toBe(false);
  expect(timersOf(reidentificationChart, changing.snapshot, changing.at)).toEqual([]);
  const done = edge(changing, told('numberChanged', {}));
  expect([done.to.snapshot.value, paramsOf(done, 'sendToLife')]).toEqual(['done', [over('done')]]);
  const taken = edge(changing, told('numberRefused', {}));
  expect([taken.to.snapshot.value, contextOf(taken.to).refused?.by, paramsOf(taken, 'sendToLife')]).toEqual([
    'refused',
    'number',
    [over('refused')],
  ]);
});

test('an account that is customer and contractor gets one notice', () => {
  expect(readersOf(contextOf(begun({ customer: contractor as string })))).toEqual([contractor]);
});
