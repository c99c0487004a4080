/** Tests the pure decision without a database: each case is a stored life, a command and a clock. */
import { openKeys } from '../models/keys.ts';
import { testLaws } from '../testing/charts/errand.ts';
import { chartHash } from './chart-hash.ts';
import type { Draft, DraftCommand, DraftRules } from './draft.ts';
import { applyCommand, blankLife, fireDueTimers, startDraft, updatesOf, withChildren } from './draft.ts';

const rules: DraftRules = {
  types: Object.fromEntries(
    Object.entries(testLaws).map(([kind, type]) => [kind, { ...type, chartHash: chartHash(type).hash, chartNumber: 1 }]),
  ),
  keys: openKeys(['ab'.repeat(32)]),
  calendar: () => ({ from: '2026-01-01', until: '2026-12-31', off: [], working: [] }),
};

const CUSTOMER = '00000000-0000-4000-8000-000000000001';
const CONTRACTOR = '00000000-0000-4000-8000-000000000002';
const ID = 'errand/00000000-0000-4000-8000-000000000009';
const NOON = new Date('2026-03-02T12:00:00.000Z');
const atHour = (hours: number): string => new Date(NOON.getTime() + hours * 3_600_000).toISOString();

let keys = 0;
const by = (party: 'customer' | 'contractor', type: string, input: object = {}): DraftCommand => ({
  ...{ type, by: party, input, idempotencyKey: `account/test/${++keys}` },
  actor: { account: party === 'customer' ? CUSTOMER : CONTRACTOR },
});

/** A new errand, after its first commands. */
function drafted(...commands: DraftCommand[]): Draft {
  const draft = startDraft(rules, blankLife(ID), NOON);
  for (const command of commands) expect(applyCommand(rules, draft, command)).toBeUndefined();
  return draft;
}
const post = (input: object = {}) => by('customer', 'post', { id: ID.split('/')[1], ...input });
/** The same life, read again at another moment. */
const readAt = ({ id, seq, head, events, last }: Draft, moment: string): Draft =>
  startDraft(rules, { id, seq, head, snapshot: events.at(-1)?.stored ?? null, at: new Date(last), clock_offset: '0' }, new Date(moment));

it('chains events: each names the hash before it, and the first names zeros', () => {
  const { events, head, seq } = drafted(post(), by('contractor', 'accept'));
  expect(events.map(({ type, seq: n, state }) => [n, type, state])).toEqual([
    [1, 'post', 'open'],
    [2, 'accept', 'taken'],
  ]);
  expect(events[0]?.previous).toBe('0'.repeat(64));
  expect(events[1]?.previous).toBe(events[0]?.hash);
  expect([seq, head]).toEqual([2, events[1]?.hash]);
});

it('gives the same hashes for the same inputs', () => {
  const command = post();
  expect(drafted(command).head).toBe(drafted(command).head);
});

it('refuses with a reason and leaves the draft unchanged', () => {
  const draft = drafted(post());
  expect(applyCommand(rules, draft, by('customer', 'finish'))).toMatchObject({ reason: 'state' });
  expect(draft.events).toHaveLength(1);
});

it('fires due timers before the command, under the delay’s name, with the moment they were due', () => {
  const draft = readAt(drafted(post({ openUntil: atHour(3) })), atHour(5));
  fireDueTimers(rules, draft);
  expect(draft.events).toMatchObject([
    { type: 'openUntil', by: 'clock', key: `timer/${ID}/2`, input: { due: atHour(3) }, at: atHour(5), state: 'expired' },
  ]);
  expect(applyCommand(rules, draft, by('contractor', 'accept'))).toMatchObject({ reason: 'state' });
});

it('fires no timer before its moment', () => {
  const draft = readAt(drafted(post({ openUntil: atHour(3) })), atHour(2));
  fireDueTimers(rules, draft);
  expect(draft.events).toEqual([]);
});

it('creates a child in the same draft, under a key that names the parent’s event', () => {
  const draft = drafted(post(), by('contractor', 'accept'), by('customer', 'send', { to: 'Almaty', arrivesBy: atHour(4) }));
  const [, child] = withChildren(draft);
  expect(child).toMatchObject({ id: `parcel/${ID.split('/')[1]}/1`, events: [{ seq: 1, key: `create/${ID}/3/0`, by: 'platform' }] });
  expect(draft.effects.map(({ kind }) => kind)).not.toContain('startChild');
  expect(updatesOf(child as Draft, '7')).toMatchObject([{ life: child?.id, seq: 1, timers: [{ name: 'arrivesBy', due: atHour(4) }] }]);
});

it('records an answer that the chart does not expect, notifies the staff, and changes nothing else', () => {
  const draft = drafted(post());
  const { snapshotHash } = draft.events[0] as Draft['events'][0];
  const answer: DraftCommand = { type: 'charged', by: 'platform', input: { receipt: 'late' }, idempotencyKey: 'effect/none' };
  expect(applyCommand(rules, draft, answer)).toBeUndefined();
  expect(draft.events[1]).toMatchObject({ type: 'unexpected', input: { type: 'charged', input: { receipt: 'late' } }, snapshotHash });
  expect(draft.unexpected).toEqual([{ seq: 2, type: 'charged' }]);
  expect(draft.notices).toMatchObject([{ account: null, template: 'unexpected-answer', channel: 'mail' }]);
});

it('refuses a refusable event of the platform that the chart does not accept', () => {
  const draft = drafted(post());
  const answer: DraftCommand = { type: 'charged', by: 'platform', input: {}, idempotencyKey: 'message/none', refusable: true };
  expect(applyCommand(rules, draft, answer)).toMatchObject({ allowed: false });
  expect(draft.events.map(({ type }) => type)).toEqual(['post']);
  expect(draft.unexpected).toEqual([]);
});

it('never gives an event an earlier moment than the event before it', () => {
  const draft = readAt(drafted(post()), atHour(-1));
  expect(applyCommand(rules, draft, by('contractor', 'accept'))).toBeUndefined();
  expect(draft.events[0]?.at).toBe(NOON.toISOString());
});

it('rejects a command in the name of the clock', () => {
  const clock = { ...post(), by: 'clock' as const };
  expect(() => applyCommand(rules, startDraft(rules, blankLife(ID), NOON), clock)).toThrow('nobody commands for the clock');
});
