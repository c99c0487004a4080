import { declaring } from '../../testing/charts/examples/qualification.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, menu, timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { qualificationChart } from './chart.ts';
import type { DeclareInput, QualificationContext } from './types.ts';

const { first: contractor, second, operator } = accounts;
const at = '2026-04-20T04:00:00.000Z';

const declare = (given: Partial<DeclareInput> = {}, actor = contractor as string): ChartEvent => ({
  ...{ type: 'declare', by: 'contractor', actor, at },
  input: { ...declaring(given), calendar },
});
const withdraw: ChartEvent = { type: 'withdraw', by: 'contractor', actor: contractor as string, at, input: {} };
const said = (type: string, input: object = {}, when = at): ChartEvent => ({
  type,
  by: 'operator',
  actor: operator as string,
  at: when,
  input,
});
const edge = (place: Configuration, event: ChartEvent) => {
  const found = step(qualificationChart, place, event);
  if (found === undefined) throw new Error(`${event.type} is not taken`);
  return found;
};
const take = (place: Configuration, ...events: ChartEvent[]): Configuration => events.reduce((from, event) => edge(from, event).to, place);
const unbegun = initialConfiguration(qualificationChart, at);
const begun = (given: Partial<DeclareInput> = {}): Configuration => take(unbegun, declare(given));
const reasons = text('reasons');
const contextOf = ({ snapshot }: Configuration): QualificationContext => snapshot.context;
const dueIn = ({ snapshot, at: when }: Configuration) => timersOf(qualificationChart, snapshot, when);
/** Goes on past every timer, and says which fired, and when. */
function pass(place: Configuration): { fired: string[]; end: Configuration } {
  const [timer] = dueIn(place).toSorted((one, other) => one.due - other.due);
  if (timer === undefined) return { fired: [], end: place };
  const { fired, end } = pass(take(place, timerEvent(place, timer, calendar)));
  return { fired: [`${timer.name} ${new Date(timer.due).toISOString()}`, ...fired], end };
}
const menuOf = ({ snapshot }: Configuration, party: 'contractor' | 'operator', account: string): string[] =>
  menu(qualificationChart, snapshot, party, account).map(({ name }) => name);
const noticesOf = ({ actions }: ReturnType<typeof edge>): unknown[] =>
  actions.flatMap(({ type, params }) => (type === 'notify' ? [(params as { template: string }).template] : []));

test('the staff are reminded in working days, and their silence decides nothing (4.4.1)', () => {
  const { fired, end } = pass(begun({ terms: { decideReminderWorkingDays: [2, 9], endReminderDays: [30] } }));
  // 20 April is a Monday, 1 May is a holiday, 2 and 3 May are a weekend.
  expect(fired).toEqual(['decideReminder 2026-04-22T19:00:00.000Z', 'decideReminder 2026-05-04T19:00:00.000Z']);
  expect([end.snapshot.value, end.snapshot.status]).toEqual(['declared', 'active']);
});

test('what has a last day holds until 24:00 of it in Almaty, and the contractor is reminded in the mornings before (4.2.2)', () => {
  const approved = take(begun({ validUntil: '2026-06-30' }), said('approve'));
  const { fired, end } = pass(approved);
  expect(fired).toEqual([
    'endReminder 2026-05-31T04:00:00.000Z',
    'endReminder 2026-06-23T04:00:00.000Z',
    'endsAt 2026-06-30T19:00:00.000Z',
  ]);
  expect([end.snapshot.value, end.snapshot.status]).toEqual(['expired', 'done']);
  // Without a last day nothing ends it.
  expect(pass(take(begun(), said('approve'))).fired).toEqual([]);
});

test('a reminder whose day is over is left out', () => {
  const { fired } = pass(take(begun({ validUntil: '2026-05-10' }), said('approve')));
  expect(fired).toEqual(['endReminder 2026-05-03T04:00:00.000Z', 'endsAt 2026-05-10T19:00:00.000Z']);
});

test('what nobody has decided by its last day expires too', () => {
  const { fired, end } = pass(begun({ validUntil: '2026-04-21' }));
  expect(fired).toEqual(['endsAt 2026-04-21T19:00:00.000Z']);
  expect(end.snapshot.value).toBe('expired');
});

test.each([
  ['is issued today', { issuedOn: '2026-04-20' }, undefined],
  ['is issued tomorrow', { issuedOn: '2026-04-21' }, 'isIssued'],
  ['ends today', { validUntil: '2026-04-20' }, undefined],
  ['ended yesterday', { validUntil: '2026-04-19' }, 'stillHolds'],
] as const)('a paper that %s', (_, given, rule) => {
  const verdict = judge(qualificationChart, unbegun.snapshot, declare(given));
  expect(verdict).toMatchObject(rule === undefined ? { allowed: true } : { allowed: false, rule });
});

test('a contractor declares its own alone', () => {
  expect(judge(qualificationChart, unbegun.snapshot, declare({}, second as string)).allowed).toBe(false);
});

test.each<[became: string, events: ChartEvent[], notices: string[]]>([
  ['approved', [said('approve')], ['qualification-approved']],
  ['refused', [said('refuse', { reasons })], ['qualification-refused']],
  ['revoked', [said('approve'), said('revoke', { reasons })], ['qualification-revoked']],
  ['withdrawn', [withdraw], []],
  ['withdrawn', [said('approve'), withdraw], []],
])('it becomes %s', (became, events, notices) => {
  const before = take(begun(), ...events.slice(0, -1));
  const last = edge(before, events.at(-1) as ChartEvent);
  expect([last.to.snapshot.value, noticesOf(last)]).toEqual([became, notices]);
  expect(contextOf(last.to).decision).toEqual(became === 'refused' || became === 'revoked' ? { at, reasons } : undefined);
});

test('each party may do what is its own: the staff decide, and its contractor withdraws', () => {
  const [declared, approved] = [begun(), take(begun(), said('approve'))];
  expect([menuOf(declared, 'operator', operator as string), menuOf(approved, 'operator', operator as string)]).toEqual([
    ['approve', 'refuse'],
    ['revoke'],
  ]);
  for (const place of [declared, approved]) {
    expect(menuOf(place, 'contractor', contractor as string)).toEqual(['withdraw']);
    expect(judge(qualificationChart, place.snapshot, { ...withdraw, actor: second as string }).allowed).toBe(false);
  }
  expect(menuOf(take(declared, said('refuse', { reasons })), 'operator', operator as string)).toEqual([]);
});
