import { asking, company, joined, staff } from '../../testing/charts/examples/reidentification.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { stateOf } from '../state.ts';
import { pauses, reidentificationChart } from './chart.ts';
import { reidentification } from './index.ts';
import type { AskInput, ReidentificationContext } from './types.ts';

const { customer, first: contractor } = accounts;
const at = '2026-04-20T04:00:00.000Z';

const told = (type: string, input: object): ChartEvent => ({ type, by: 'platform', at, input });
const asOperator = (
  type: string,
  input: object = {},
  { when = at, actor = staff.first, person = `person-of-${actor}` }: { when?: string; actor?: string; person?: string } = {},
): ChartEvent => ({
  ...{ type, by: 'operator', actor, person, at: when, input },
});
const objects = (by: 'customer' | 'contractor', actor: string | undefined): ChartEvent => ({
  type: 'object',
  by,
  actor: actor as string,
  at,
  input: {},
});
const bySecond = { actor: staff.second };

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
const standsAt = ({ snapshot }: Configuration): string => stateOf(snapshot);
const paramsOf = ({ actions }: ReturnType<typeof edge>, kind: string) =>
  actions.flatMap(({ type, params }) => (type === kind ? [params] : []));

test.each<[Partial<AskInput>, string, boolean]>([
  [{ proof: 'password' }, 'coolingOff', true],
  [{ proof: 'device' }, 'coolingOff', true],
  [{ proof: 'documents' }, 'checking.first', false],
  // Nothing that one person knows or has opens the staff's door to another number.
  [{ proof: 'password', isStaff: true }, 'checking.first', true],
])('one who asks with %j begins with %s (1.2)', (given, state, paused) => {
  const place = begun(given);
  expect([standsAt(place), pauses(contextOf(place))]).toEqual([state, paused]);
});

test('two persons of the staff approve documents', () => {
  const first = edge(begun({ proof: 'documents' }), asOperator('approve')).to;
  expect([standsAt(first), pauses(contextOf(first))]).toEqual(['checking.second', false]);
  for (const same of [{}, { actor: staff.second, person: `person-of-${staff.first}` }])
    expect(judge(reidentificationChart, first.snapshot, asOperator('confirm', {}, same))).toMatchObject({ reason: 'party' });
  const second = edge(first, asOperator('confirm', {}, bySecond)).to;
  expect([standsAt(second), pauses(contextOf(second))]).toEqual(['coolingOff', true]);
});

test('the cooling-off runs from the request, or from the second approval of the documents', () => {
  expect(contextOf(begun()).deadlines).toEqual({ coolingOffUntil: '2026-04-21T04:00:00.000Z' });
  const checking = begun({ proof: 'documents' });
  expect(contextOf(checking).deadlines).toEqual({ checkBy: '2026-04-23T19:00:00.000Z' });
  const first = edge(checking, asOperator('approve', {}, { when: '2026-04-21T04:00:00.000Z' })).to;
  const approved = edge(first, asOperator('confirm', {}, { ...bySecond, when: '2026-04-22T04:00:00.000Z' })).to;
  expect(contextOf(approved).deadlines).toEqual({ coolingOffUntil: '2026-04-23T04:00:00.000Z' });
});

test('documents that are not checked in time by two change no number', () => {
  const checking = begun({ proof: 'documents' });
  for (const place of [checking, edge(checking, asOperator('approve')).to]) {
    const lapsed = overtake(place);
    expect(standsAt(lapsed.to)).toBe('lapsed');
    expect([paramsOf(lapsed, 'tellAccounts'), paramsOf(lapsed, 'changeNumber')]).toEqual([[{ person: asking().person }], []]);
  }
});

test('no number changes before the cooling-off ends, and then the old number gets a text first', () => {
  const { to, actions } = overtake(begun());
  expect(standsAt(to)).toBe('changing');
  const { person, number } = asking();
  expect(actions.filter(({ type }) => !type.startsWith('xstate.'))).toMatchObject([
    { type: 'notify', params: { to: 'person', template: 'number-change-begins' } },
    { type: 'notify', params: { to: 'own', template: 'number-change-begins' } },
    { type: 'changeNumber', params: { person, number } },
  ]);
});

test.each<[string, Partial<AskInput>]>([
  ['the cooling-off', {}],
  ['the check', { proof: 'documents' }],
])('during %s the objection of any account or of the person and the operator’s refusal end it at once', (_, given) => {
  const place = begun(given);
  for (const [event, by] of [
    [objects('contractor', contractor), 'account'],
    [objects('customer', company), 'account'],
    [told('personObjected', {}), 'person'],
    [asOperator('refuse', { reasons: text('reasons') }), 'operator'],
  ] as const) {
    const ended = edge(place, event);
    expect([standsAt(ended.to), contextOf(ended.to).refused?.by, paramsOf(ended, 'tellAccounts').length]).toEqual(['refused', by, 1]);
  }
  expect(judge(reidentificationChart, place.snapshot, objects('customer', customer))).toMatchObject({ reason: 'party' });
});

test('nobody can stop a change of number in progress: only its result leads to another state', () => {
  const { to: changing } = overtake(begun());
  for (const event of [objects('contractor', contractor), told('personObjected', {}), asOperator('refuse', { reasons: text('reasons') })])
    expect(judge(reidentificationChart, changing.snapshot, event).allowed).toBe(false);
  expect(timersOf(reidentificationChart, changing.snapshot, changing.at)).toEqual([]);
  expect(standsAt(edge(changing, told('numberChanged', {})).to)).toBe('done');
  const taken = edge(changing, told('numberRefused', {}));
  expect([standsAt(taken.to), contextOf(taken.to).refused?.by]).toEqual(['refused', 'number']);
});

test('an account that the person joins meanwhile is told, and may object', () => {
  const place = edge(begun(), told('accountsJoined', { own: [], companies: [joined] }));
  expect(paramsOf(place, 'tellAccounts')).toHaveLength(1);
  expect(reidentification.recipients(contextOf(place.to), 'joined')).toEqual([joined]);
  expect(standsAt(edge(place.to, objects('customer', joined)).to)).toBe('refused');
  expect(judge(reidentificationChart, place.to.snapshot, told('accountsJoined', { own: [], companies: [joined] })).allowed).toBe(false);
});
