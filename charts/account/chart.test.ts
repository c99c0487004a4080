import fc from 'fast-check';
import { addCalendarDays, civilDate } from '../../rules/working-days.ts';
import {
  accepting,
  accountExamples,
  groundTerms,
  personOf,
  registering,
  registeringStaff,
  revisions,
  staff,
} from '../../testing/charts/examples/account.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration, Edge } from '../../testing/charts/state-space.ts';
import { initialConfiguration, isOverdue, step, timerEvent } from '../../testing/charts/state-space.ts';
import { judge, menu, timersOf } from '../judge.ts';
import type { ChartEvent, Party } from '../law.ts';
import { accountChart } from './chart.ts';
import { accountMessages } from './messages.ts';
import type { AccountContext, Registration } from './types.ts';

const at = '2026-04-20T04:00:00.000Z';
const own = registering().id;
const reasons = text('reasons');

type Said = Partial<ChartEvent> & { type: string };

const said = (place: Configuration, { input = {}, ...event }: Said): ChartEvent => {
  const parties: Record<string, string> = { customer: own, contractor: own, operator: staff.first };
  const { by = 'customer' } = event;
  const { actor = parties[by] } = event as { actor?: string };
  const who = actor !== undefined && { actor, person: personOf(actor) };
  return { by, at: place.at, ...who, ...event, input: { calendar, ...(input as object) } };
};
const took = (place: Configuration, event: Said): Edge => {
  const edge = step(accountChart, place, said(place, event));
  if (edge === undefined) throw new Error(`${event.type} is not taken`);
  return edge;
};
/** The state after a list of events. */
const led = (place: Configuration, ...events: Said[]): Configuration => events.reduce((from, event) => took(from, event).to, place);
const verdict = (place: Configuration, event: Said) => judge(accountChart, place.snapshot, said(place, event));
const refused = (rule: string) => ({ allowed: false, reason: 'rule', rule });
const contextOf = ({ snapshot }: Configuration): AccountContext => snapshot.context;
const standsAt = ({ snapshot }: Configuration, region: string): string => snapshot.value[region];
const templates = ({ actions }: Edge): unknown[] => actions.flatMap(({ type, params }) => (type === 'notify' ? [params?.template] : []));
const effectsOf = ({ actions }: Edge, kind: string): unknown[] => actions.flatMap(({ type, params }) => (type === kind ? [params] : []));
/** The next timer with a consequence, by its name. */
const rung = (place: Configuration, name: string): Edge => {
  const timer = timersOf(accountChart, place.snapshot, place.at).find((each) => each.name === name);
  if (timer === undefined) throw new Error(`${name} is not armed`);
  return took(place, timerEvent(place, timer, calendar));
};
const armed = ({ snapshot, at: last }: Configuration): string[] => timersOf(accountChart, snapshot, last).map(({ name }) => name);

const registers = (given: Partial<Registration> = {}): Said => {
  const input = registering(given);
  return { type: 'register', by: input.roles[0] as Party, input };
};
const registered = (given: Partial<Registration> = {}): Configuration => led(initialConfiguration(accountChart, at), registers(given));
const company = () => registered({ kind: 'company', roles: ['customer'] });
const contractor = (given: Partial<Registration> = {}) => registered({ roles: ['contractor'], ...given });

const suspends: Said = { type: 'suspend', by: 'operator', input: { ground: 'complaints', terms: groundTerms, reasons } };
/** Proposed by one of the staff, confirmed by another. */
const proposed = { account: staff.first, person: personOf(staff.first) };
const terminates: Said = {
  type: 'terminate',
  by: 'operator',
  actor: staff.second,
  input: { ground: 'fraud', terms: groundTerms, reasons, proposed },
};
const appeals: Said = { type: 'appeal', input: { reasons } };
const decides = (type: 'grantAppeal' | 'refuseAppeal', actor = staff.third): Said => ({ type, by: 'operator', actor, input: { reasons } });
const lifts: Said = { type: 'lift', by: 'operator', input: { reasons } };

/** Sessions that ended together end with the event itself. */
const voidedAt = ({ snapshot }: Configuration): string | undefined => (snapshot.context as AccountContext).sessionsVoidedAt;

describe('registration', () => {
  test.each<[what: string, given: Partial<Registration>]>([
    ['a natural person as customer', { roles: ['customer'] }],
    ['a natural person as contractor', { roles: ['contractor'] }],
    ['an entrepreneur as both', { kind: 'entrepreneur' }],
    ['a company as customer', { kind: 'company', roles: ['customer'] }],
  ])('takes %s (1.6, 1.7)', (_, given) => {
    const { roles } = registering(given);
    const { customer, contractor: bound, members } = contextOf(registered(given));
    expect({ customer, contractor: bound }).toEqual({
      customer: roles.includes('customer') ? own : undefined,
      contractor: roles.includes('contractor') ? own : undefined,
    });
    expect(members).toEqual({ 'person-owner': ['owner'] });
  });

  test.each<[what: string, input: Registration, by: Party, rule: string]>([
    ['a company as contractor', registering({ kind: 'company', roles: ['contractor'] }), 'contractor', 'rolesFitKind'],
    ['a company as both', registering({ kind: 'company' }), 'customer', 'rolesFitKind'],
    ['an account that is nothing', registering({ roles: [] }), 'customer', 'rolesFitKind'],
    ['a user who takes roles of staff', registering({ staff: ['administrator'] }), 'customer', 'rolesFitKind'],
    ['staff who are customers', { ...registeringStaff(), roles: ['customer'] }, 'operator', 'rolesFitKind'],
    ['staff without a role', registeringStaff([]), 'operator', 'rolesFitKind'],
    ['staff who make themselves', registeringStaff(), 'customer', 'staffIsMadeByOperator'],
    ['a user whom the operator makes', registering(), 'operator', 'staffIsMadeByOperator'],
  ])('refuses %s (1.6, 1.7)', (_, input, by, rule) => {
    expect(verdict(initialConfiguration(accountChart, at), { type: 'register', by, input })).toMatchObject(refused(rule));
  });

  test('needs consent to the processing of personal data (7.2)', () => {
    const { consent: _, ...input } = registering();
    expect(verdict(initialConfiguration(accountChart, at), { type: 'register', input })).toMatchObject(
      refused('personalDataIsConsentedTo'),
    );
  });

  test('happens once', () => {
    expect(verdict(registered(), registers())).toMatchObject({ allowed: false, reason: 'state' });
  });
});

describe('the offer', () => {
  const { first, second } = revisions;
  const accepts = (place: Configuration, revision = first): Said => {
    const { customer } = contextOf(place);
    return { type: 'acceptOffer', by: customer ? 'customer' : 'contractor', input: accepting(revision, contextOf(place)) };
  };
  const accepted = (given: Partial<Registration> = {}): Configuration => {
    const place = registered(given);
    return led(place, accepts(place));
  };
  const shows = (revision = second): Said => ({ type: 'showOffer', input: { revision } });
  const declines = (revision = second): Said => ({ type: 'declineOffer', input: { revision } });
  const consents = (revision = second): Said => ({
    type: 'consent',
    by: 'platform',
    input: { acceptance: 'by-conduct', revision, act: 'POST /v1/tasks' },
  });

  test('a customer signs an accession statement (2.1.1)', () => {
    const place = registered({ roles: ['customer'] });
    const { statement, ...boxed } = { ...accepting(first, contextOf(place)), checkbox: 'box' };
    expect(verdict(place, { type: 'acceptOffer', input: boxed })).toMatchObject(refused('formFitsRoles'));
    expect(contextOf(accepted({ roles: ['customer'] })).offer).toMatchObject({ form: 'statement', statement });
  });

  test('a contractor ticks the checkbox, and its exact text is kept (2.1.2)', () => {
    const input = { acceptance: 'one', revision: first, statement: 'a'.repeat(64) };
    expect(verdict(contractor(), { type: 'acceptOffer', by: 'contractor', input })).toMatchObject(refused('formFitsRoles'));
    const { offer } = contextOf(accepted({ roles: ['contractor'] }));
    expect(offer).toMatchObject({ form: 'checkbox', checkbox: 'Я принимаю условия публичной оферты', revision: first });
  });

  test('an account that is customer and contractor does both (2.1.1, 2.1.2)', () => {
    for (const missing of ['statement', 'checkbox']) {
      const input = { ...accepting(first, contextOf(registered())), [missing]: undefined };
      expect(verdict(registered(), { type: 'acceptOffer', input })).toMatchObject(refused('formFitsRoles'));
    }
    expect(contextOf(accepted()).offer).toMatchObject({ statement: expect.any(String), checkbox: expect.any(String) });
  });

  test('the next command is consent to a new revision that was shown (10.2)', () => {
    const shown = led(accepted(), shows());
    const edge = took(shown, consents());
    expect(templates(edge)).toEqual(['offer-consented']);
    expect(contextOf(edge.to)).toMatchObject({ offer: { revision: second, form: 'conduct', acceptance: 'by-conduct' }, shown: undefined });
  });

  test.each<[what: string, place: () => Configuration, revision: string]>([
    ['never shown', accepted, second],
    ['other than the one shown', () => led(accepted(), shows()), '3'.repeat(64)],
    ['shown and declined', () => led(accepted(), shows(), declines()), second],
  ])('a revision %s is not consented to by an act (10.2)', (_, place, revision) => {
    expect(verdict(place(), consents(revision))).toMatchObject(refused('wasShown'));
  });

  test('a declined revision can only be accepted expressly: showing it again is refused (10.2)', () => {
    const declined = led(accepted(), declines());
    expect(contextOf(declined)).toMatchObject({ declined: second, offer: { revision: first } });
    expect(verdict(declined, shows())).toMatchObject(refused('revisionIsNew'));
    const { offer, declined: still } = contextOf(led(declined, accepts(declined, second)));
    expect([offer?.revision, still]).toEqual([second, undefined]);
  });

  test('a later revision can be shown after the previous one was declined (10.2)', () => {
    expect(contextOf(led(accepted(), declines(), shows('3'.repeat(64)))).shown?.revision).toBe('3'.repeat(64));
  });

  test('the revision that the account has accepted can be neither shown nor declined', () => {
    for (const each of [shows(first), declines(first)]) expect(verdict(accepted(), each)).toMatchObject(refused('revisionIsNew'));
  });
});

describe('suspension and termination (4.4.2)', () => {
  test('a suspension sends a notice and informs the tasks, and the user can appeal until the term ends', () => {
    const edge = took(registered(), suspends);
    expect(templates(edge)).toEqual(['account-suspended']);
    expect(effectsOf(edge, 'tellTasks')).toEqual([{ account: own }]);
    // Ten working days from 20 April, over 1 May and two weekends.
    expect(contextOf(edge.to).sanction?.appealUntil).toBe('2026-05-05T19:00:00.000Z');
    const over = rung(edge.to, 'appealUntil');
    expect([standsAt(over.to, 'access'), templates(over)]).toEqual(['suspended', ['appeal-term-over']]);
    expect(verdict(over.to, appeals)).toMatchObject({ allowed: false, reason: 'state', rule: 'mayAppeal' });
    expect(standsAt(led(over.to, lifts), 'access')).toBe('active');
  });

  test('payments stop only on a ground that provides for it, and by a named order', () => {
    const input = { terms: { ...groundTerms, told: false, stopsMoney: true }, reasons };
    expect(verdict(registered(), { ...suspends, input })).toMatchObject(refused('moneyStopsByOrder'));
    const laundering = took(registered(), { ...suspends, input: { ...input, order: text('order') } });
    expect(effectsOf(laundering, 'tellTasks')).toEqual([{ account: own }]);
    expect(contextOf(laundering.to).sanction).not.toHaveProperty('ground');
  });

  test('the appeal cannot be decided by the member of staff who ordered it, or by an unknown one', () => {
    const appealed = led(registered(), suspends, appeals);
    for (const actor of [staff.first, undefined])
      for (const type of ['grantAppeal', 'refuseAppeal'] as const)
        expect(judge(accountChart, appealed.snapshot, { ...said(appealed, decides(type)), actor } as ChartEvent)).toMatchObject({
          reason: 'party',
        });
    const offered = (actor: string) => menu(accountChart, appealed.snapshot, 'operator', actor, personOf(actor)).map(({ name }) => name);
    expect(offered(staff.first)).not.toContain('grantAppeal');
    expect(offered(staff.second)).toEqual(expect.arrayContaining(['grantAppeal', 'refuseAppeal']));
  });

  test.each<[who: string, event: Partial<ChartEvent>]>([
    ['the account that proposed it', { actor: staff.first, person: 'other' }],
    ['another account of the person who proposed it', { actor: staff.second, person: 'first' }],
    ['an account whose person is not known', { actor: staff.second, person: undefined as never }],
  ])('a termination is not confirmed by %s', (_, event) => {
    const place = registered();
    const input = { ...(terminates.input as object), proposed: { account: staff.first, person: 'first' } };
    expect(verdict(place, { ...terminates, ...event, input })).toMatchObject(refused('confirmedByAnother'));
    expect(verdict(place, { ...terminates, actor: staff.second, person: 'second', input })).toMatchObject({ allowed: true });
  });

  test('the appeal cannot be decided by those who proposed or confirmed the termination, under any account', () => {
    const input = { ...(terminates.input as object), proposed: { account: staff.first, person: 'first' } };
    const place = led(registered(), { ...terminates, person: 'second', input }, appeals);
    const decided = (actor: string, person: string) => verdict(place, { ...decides('grantAppeal', actor), person });
    for (const [actor, person] of [
      [staff.first, 'first'],
      [staff.second, 'second'],
      [staff.third, 'first'],
      [staff.third, 'second'],
    ] as const)
      expect(decided(actor, person)).toMatchObject({ allowed: false, reason: 'party' });
    expect(decided(staff.third, 'third')).toMatchObject({ allowed: true });
  });

  test('the suspension cannot be lifted, or followed by a termination, while the appeal is open', () => {
    const appealed = led(registered(), suspends, appeals);
    for (const each of [lifts, terminates]) expect(verdict(appealed, each)).toMatchObject({ reason: 'state', rule: 'noAppealIsOpen' });
  });

  test('an order without a known author is refused', () => {
    const { actor: _, ...nobody } = said(registered(), suspends);
    expect(judge(accountChart, registered().snapshot, nobody)).toMatchObject({ allowed: false, reason: 'party' });
  });

  test('a granted appeal reinstates the account and informs the tasks', () => {
    const edge = took(led(registered(), suspends, appeals), decides('grantAppeal'));
    expect([standsAt(edge.to, 'access'), templates(edge)]).toEqual(['active', ['appeal-granted']]);
    expect(effectsOf(edge, 'tellTasks')).toEqual([{ account: own }]);
    expect(contextOf(edge.to)).toMatchObject({ sanction: undefined, appeal: undefined });
  });

  test('a refused appeal keeps the suspension and cannot be repeated, and the operator can still lift it', () => {
    const place = led(registered(), suspends, appeals, decides('refuseAppeal'));
    expect(standsAt(place, 'access')).toBe('suspended');
    expect(verdict(place, appeals)).toMatchObject({ rule: 'mayAppeal' });
    expect(armed(place)).toEqual([]);
    expect(standsAt(led(place, lifts), 'access')).toBe('active');
  });

  test.each([
    ['suspension', suspends],
    ['termination', terminates],
  ])('an unanswered appeal against a %s decides nothing and sends one notice of the delay', (_, orders) => {
    const appealed = led(registered(), orders, appeals);
    const late = rung(appealed, 'decideBy');
    expect(templates(late)).toEqual(['appeal-late']);
    expect(armed(late.to)).toEqual([]);
    expect(standsAt(late.to, 'access')).toBe(standsAt(appealed, 'access'));
    expect(standsAt(led(late.to, decides('grantAppeal')), 'access')).toBe('active');
  });

  test('a termination ends the sessions, and ends the account once its appeal is refused or none was made', () => {
    const edge = took(registered(), terminates);
    expect(voidedAt(edge.to)).toBe(edge.to.at);
    expect(rung(edge.to, 'appealUntil').to.snapshot.status).toBe('done');
    const appealed = led(edge.to, appeals);
    expect(armed(appealed)).toEqual(['decideBy']);
    expect(led(appealed, decides('refuseAppeal')).snapshot.status).toBe('done');
    expect(standsAt(led(appealed, decides('grantAppeal')), 'access')).toBe('active');
  });

  test('a termination after a suspension can be appealed again', () => {
    const place = led(registered(), suspends, appeals, decides('refuseAppeal'), terminates, appeals);
    expect(standsAt(place, 'access')).toBe('terminated');
  });

  test('its notices name its own deadlines, even if another one in the account ends earlier', () => {
    const until = addCalendarDays(civilDate(at), 2);
    const taxed = led(registered(), {
      type: 'declareTaxStatus',
      by: 'contractor',
      input: { status: 'selfEmployed', until, evidence: text('evidence'), reminderDays: 1 },
    });
    expect(armed(led(taxed, suspends))).toEqual(['taxReminder', 'taxUntil', 'appealUntil']);
    const named = Object.fromEntries(
      Object.entries(accountMessages.notices).flatMap(([name, { until: timer }]) => (timer ? [[name, timer]] : [])),
    );
    expect(named).toEqual({
      'account-suspended': 'appealUntil',
      'account-terminated': 'appealUntil',
      'appeal-made': 'decideBy',
      'tax-status-ends': 'taxUntil',
    });
  });
});

const reports: Said = { type: 'reportAccess', input: { reasons } };
const CHANGE = 'reidentification/of-owner';
const begins = (pauses: boolean, reidentification = CHANGE): Said => ({
  type: 'reidentificationBegun',
  by: 'platform',
  input: { reidentification, pauses },
});
const reidentifies = begins(true);
const over = (became: string, reidentification = CHANGE): Said => ({
  type: 'reidentificationOver',
  by: 'platform',
  input: { reidentification, became },
});
const restores: Said = { type: 'restoreAccess', by: 'operator', input: { reasons } };
const pauseOf = (place: Configuration): string => standsAt(place, 'pause');

describe('a pause (1.2, 4.1.6)', () => {
  test('reported access ends the sessions, and the operator ends the pause', () => {
    const edge = took(registered(), reports);
    expect([pauseOf(edge.to), voidedAt(edge.to), templates(edge)]).toEqual(['reported', edge.to.at, ['access-reported']]);
    expect(verdict(edge.to, { ...restores, by: 'customer' })).toMatchObject({ allowed: false, reason: 'party' });
    expect(pauseOf(led(edge.to, restores))).toBe('free');
  });

  test('the operator records the report of a user who is locked out, and of staff', () => {
    expect(pauseOf(led(registered(), { ...reports, by: 'operator' }))).toBe('reported');
    const member = led(initialConfiguration(accountChart, at), { type: 'register', by: 'operator', input: registeringStaff() });
    expect(pauseOf(led(member, { ...reports, by: 'operator' }))).toBe('reported');
  });

  test.each(['done', 'refused', 'lapsed'])('re-identification of a person pauses until it is %s', (became) => {
    const place = led(registered(), reidentifies);
    expect(pauseOf(place)).toBe('reidentifying');
    expect(verdict(place, reidentifies).allowed).toBe(false);
    expect(verdict(place, over(became, `${CHANGE}0`)).allowed).toBe(false);
    expect(pauseOf(led(place, over(became)))).toBe('free');
  });

  test('a request by documents pauses nothing until the operator has identified the person by them', () => {
    const place = led(registered(), begins(false));
    expect([pauseOf(place), place.snapshot.hasTag('paused')]).toEqual(['claimed', false]);
    for (const became of ['refused', 'lapsed']) expect(pauseOf(led(place, over(became)))).toBe('free');
    const seen = led(place, reidentifies);
    expect([pauseOf(seen), seen.snapshot.hasTag('paused'), pauseOf(led(seen, over('done')))]).toEqual(['reidentifying', true, 'free']);
    const contested = led(place, reports);
    expect([pauseOf(contested), pauseOf(led(contested, reidentifies)), contested.snapshot.hasTag('paused')]).toEqual([
      'contested',
      'contested',
      true,
    ]);
  });

  test('lasts until the numbers of all members are settled that are proved', () => {
    const other = 'reidentification/of-member';
    const both = led(registered(), reidentifies, begins(true, other));
    expect(pauseOf(led(both, over('done')))).toBe('reidentifying');
    expect(pauseOf(led(both, over('done'), over('refused', other)))).toBe('free');
    const claimed = led(registered(), reidentifies, begins(false, other), over('done'));
    expect([pauseOf(claimed), claimed.snapshot.hasTag('paused')]).toEqual(['claimed', false]);
  });

  test('a member who is known again does not answer the report of a company', () => {
    const place = led(company(), reports, reidentifies);
    expect(pauseOf(led(place, over('done')))).toBe('reported');
  });

  test('re-identification after a report ends the pause; without it the pause remains', () => {
    const place = led(registered(), reports, reidentifies);
    expect(pauseOf(led(place, over('done')))).toBe('free');
    for (const became of ['refused', 'lapsed']) {
      const back = led(place, over(became));
      expect(pauseOf(back)).toBe('reported');
      expect(pauseOf(led(back, restores))).toBe('free');
    }
  });

  test('a report during a re-identification outlasts it, however it ends, because it may concern it', () => {
    for (const became of ['done', 'refused', 'lapsed']) {
      const place = led(registered(), reidentifies, reports);
      const left = led(place, over(became));
      expect(pauseOf(left)).toBe('reported');
      expect(pauseOf(led(left, restores))).toBe('free');
    }
  });
});

describe('tax status (3.4)', () => {
  const status = (given: object = {}): Said => ({
    type: 'declareTaxStatus',
    by: 'contractor',
    input: { status: 'selfEmployed', evidence: text('evidence'), reminderDays: 14, ...given },
  });
  const entrepreneur = () => contractor({ kind: 'entrepreneur' });

  test('is declared with evidence, and confirmed or refused by the operator', () => {
    const declared = led(contractor(), status());
    expect(contextOf(declared).tax).toMatchObject({ status: 'selfEmployed', confirmed: false, evidence: text('evidence') });
    const confirms: Said = { type: 'confirmTaxStatus', by: 'operator' };
    expect(contextOf(led(declared, confirms)).tax?.confirmed).toBe(true);
    const refusal = took(declared, { type: 'refuseTaxStatus', by: 'operator', input: { reasons } });
    expect([contextOf(refusal.to).tax, templates(refusal)]).toEqual([undefined, ['tax-status-refused']]);
    expect(contextOf(led(declared, confirms, status())).tax?.confirmed).toBe(false);
  });

  test.each<[string, () => Configuration, string, boolean]>([
    ['a natural person is self-employed', contractor, 'selfEmployed', true],
    ['a natural person is neither', contractor, 'naturalPerson', true],
    ['a natural person is no entrepreneur', contractor, 'entrepreneurSimplified', false],
    ['an entrepreneur is taxed as one', entrepreneur, 'entrepreneurGeneral', true],
    ['an entrepreneur is not self-employed', entrepreneur, 'selfEmployed', false],
    ['an entrepreneur is no mere natural person', entrepreneur, 'naturalPerson', false],
  ])('%s', (_, place, each, fits) => {
    expect(verdict(place(), status({ status: each }))).toMatchObject(fits ? { allowed: true } : refused('taxFitsKind'));
  });

  test('ends on its day, after a reminder', () => {
    const place = led(contractor(), status({ until: '2026-06-30' }));
    expect(timersOf(accountChart, place.snapshot, at).map(({ name, due }) => [name, new Date(due).toISOString()])).toEqual([
      ['taxReminder', '2026-06-16T19:00:00.000Z'],
      ['taxUntil', '2026-06-30T19:00:00.000Z'],
    ]);
    const reminded = rung(place, 'taxReminder');
    expect(templates(reminded)).toEqual(['tax-status-ends']);
    const ended = rung(reminded.to, 'taxUntil');
    expect([contextOf(ended.to).tax, standsAt(ended.to, 'tax'), templates(ended)]).toEqual([undefined, 'none', ['tax-status-ended']]);
  });

  test('is refused once its end has passed, and accepted on its last day', () => {
    expect(verdict(contractor(), status({ until: '2026-04-19' }))).toMatchObject(refused('endIsAhead'));
    expect(verdict(contractor(), status({ until: '2026-04-20' }))).toMatchObject({ allowed: true });
  });

  test('is not for customers', () => {
    expect(verdict(company(), status())).toMatchObject({ allowed: false, reason: 'party' });
  });
});

describe('members of a company (1.4)', () => {
  const DAY = 86_400_000;
  const member = (type: string, person: string, roles?: string[]): Said => ({ type, input: { person, ...(roles && { roles }) } });
  const invites = (person: string, roles: string[], most = 20): Said => ({
    type: 'addMember',
    input: { invitation: `invitation-of-${person}`, person, roles, by: 'person-owner', terms: { days: 7, most } },
  });
  const answers = (type: string, person: string, of = person): Said => ({
    type,
    by: 'platform',
    input: { invitation: `invitation-of-${of}`, person },
  });
  const joins = (person: string, roles: string[]): Said[] => [invites(person, roles), answers('invitationAccepted', person)];

  test('are invited, and become members when they accept', () => {
    const edge = took(company(), invites('second', ['signatory']));
    expect(templates(edge)).toEqual(['member-invited', 'invitation']);
    expect(contextOf(edge.to).members).toEqual({ 'person-owner': ['owner'] });
    expect(verdict(edge.to, answers('invitationAccepted', 'another', 'second')).allowed).toBe(false);
    const place = led(edge.to, answers('invitationAccepted', 'second'), member('changeMember', 'second', ['accountant']));
    expect(contextOf(place).members).toEqual({ 'person-owner': ['owner'], second: ['accountant'] });
    expect(contextOf(place).invitations).toEqual({});
    expect(contextOf(led(place, member('removeMember', 'second'))).members).toEqual({ 'person-owner': ['owner'] });
  });

  test('an invitation ends when it is declined or withdrawn, or by its term', () => {
    const place = led(company(), invites('second', ['signatory']));
    const withdraws: Said = { type: 'withdrawInvitation', input: { invitation: 'invitation-of-second' } };
    for (const end of [answers('invitationDeclined', 'second'), withdraws]) {
      const over = led(place, end);
      expect([contextOf(over).invitations, contextOf(over).members]).toEqual([{}, { 'person-owner': ['owner'] }]);
      expect(verdict(over, answers('invitationAccepted', 'second')).allowed).toBe(false);
    }
    const [lapse] = timersOf(accountChart, place.snapshot, place.at);
    expect([lapse?.name, (lapse?.due ?? 0) - Date.parse(place.at)]).toEqual(['invitationUntil', 7 * DAY]);
    const later = step(accountChart, place, timerEvent(place, lapse as never, calendar))?.to as Configuration;
    expect(contextOf(later).invitations).toEqual({});
  });

  test('are invited once, and not without end', () => {
    const place = led(company(), invites('second', ['signatory']));
    expect(verdict(place, invites('second', ['owner']))).toMatchObject(refused('isNotInvited'));
    expect(verdict(place, invites('third', ['owner'], 1))).toMatchObject(refused('invitationsAreLeft'));
  });

  test('at least one of them remains owner, also when one leaves', () => {
    const leaves: Said = { type: 'memberLeft', by: 'platform', input: { person: 'person-owner' } };
    const last = [member('removeMember', 'person-owner'), member('changeMember', 'person-owner', ['manager']), leaves];
    for (const each of last) expect(verdict(company(), each)).toMatchObject(refused('ownerRemains'));
    const invited = led(company(), invites('second', ['owner']));
    for (const each of last) expect(verdict(invited, each)).toMatchObject(refused('ownerRemains'));
    const two = led(company(), ...joins('second', ['owner']));
    for (const each of last) expect(verdict(two, each)).toMatchObject({ allowed: true });
    expect(contextOf(led(two, leaves)).members).toEqual({ second: ['owner'] });
  });

  test('a non-member cannot be changed or removed, and a member cannot be invited again', () => {
    expect(verdict(company(), member('changeMember', 'nobody', ['owner']))).toMatchObject(refused('isMember'));
    expect(verdict(company(), member('removeMember', 'nobody'))).toMatchObject(refused('isMember'));
    expect(verdict(company(), invites('person-owner', ['manager']))).toMatchObject(refused('isNoMember'));
  });

  test('exist only for a company', () => {
    expect(verdict(registered(), invites('second', ['manager']))).toMatchObject({ reason: 'state', rule: 'isCompany' });
  });
});

describe('a check of documents (4.4.1)', () => {
  const asks: Said = {
    type: 'verify',
    by: 'operator',
    input: { what: text('what'), kinds: ['identity'], terms: {} },
  };

  test('begins a life of its own, one at a time, and accepts its report', () => {
    const edge = took(registered(), asks);
    const child = 'verification/account-own/1';
    expect(effectsOf(edge, 'startChild')).toMatchObject([
      {
        child,
        type: 'ask',
        by: 'operator',
        actor: { account: staff.first },
        input: { id: child, parent: 'account/account-own', customer: own },
      },
    ]);
    expect(verdict(edge.to, asks)).toMatchObject({ reason: 'state', rule: 'nothingIsVerified' });
    const reportOf = (number: number): Said => ({
      type: 'verificationOver',
      by: 'platform',
      input: { child: `verification/account-own/${number}`, became: 'approved', kinds: ['licence'] },
    });
    expect(verdict(edge.to, reportOf(2))).toMatchObject(refused('isOfThisVerification'));
    const again = took(led(edge.to, reportOf(1)), asks);
    expect(effectsOf(again, 'startChild')).toMatchObject([{ child: 'verification/account-own/2' }]);
  });
});

describe('closing (10.1)', () => {
  const closes = (running = 0): Said => ({ type: 'close', input: { running } });

  test('ends the sessions and the life', () => {
    const edge = took(registered(), closes());
    expect([edge.to.snapshot.status, voidedAt(edge.to), templates(edge)]).toEqual(['done', edge.to.at, ['account-closed']]);
  });

  test('is refused while a task is active', () => {
    expect(verdict(registered(), closes(1))).toMatchObject(refused('nothingRuns'));
  });

  test.each<[string, Said]>([
    ['reported access', reports],
    ['a re-identification', reidentifies],
    [
      'a check of documents',
      {
        type: 'verify',
        by: 'operator',
        input: { what: text('what'), kinds: ['identity'], terms: {} },
      },
    ],
  ])('waits for the end of %s', (_, event) => {
    expect(verdict(led(registered(), event), closes())).toMatchObject({ reason: 'state', rule: 'nothingPends' });
  });

  test('is refused during a suspension', () => {
    expect(verdict(led(registered(), suspends), closes())).toMatchObject({ allowed: false, reason: 'state' });
  });
});

describe('staff', () => {
  const member = () => led(initialConfiguration(accountChart, at), { type: 'register', by: 'operator', input: registeringStaff() });

  test('get their roles from the operator, who also closes their accounts', () => {
    const second = { by: 'operator' as const, actor: staff.second };
    const place = led(member(), { ...second, type: 'setStaffRoles', input: { staff: ['finance'], proposed } });
    expect(contextOf(place).staff).toEqual(['finance']);
    expect(led(place, { ...second, type: 'dismiss', input: { reasons, proposed } }).snapshot.status).toBe('done');
  });

  test.each([suspends, terminates])('are not subject to the sanctions for users', (event) => {
    expect(verdict(member(), event)).toMatchObject({ reason: 'state', rule: 'isNoStaff' });
  });

  test('have roles that no user can receive', () => {
    const gives: Said = { type: 'setStaffRoles', by: 'operator', input: { staff: ['administrator'] } };
    expect(verdict(registered(), gives)).toMatchObject({ reason: 'state', rule: 'isStaff' });
    for (const type of ['close', 'dismiss']) expect(verdict(registered(), { type, by: 'operator' })).toMatchObject({ allowed: false });
  });

  test.each<[who: string, event: Partial<ChartEvent>, first?: object]>([
    ['alone', { actor: staff.first }],
    ['by the same person under another account', { actor: staff.second, person: personOf(staff.first) }],
    ['about themselves as the one who confirms', { actor: own }],
    ['about themselves as the one who proposes', { actor: staff.second }, { account: own, person: 'person-owner' }],
    ['without a proposal', { actor: staff.second }, {}],
  ])('neither set roles nor dismiss %s', (_, event, first = proposed) => {
    for (const [type, input] of [
      ['setStaffRoles', { staff: ['finance'], proposed: first }],
      ['dismiss', { reasons, proposed: first }],
    ] as const)
      expect(verdict(member(), { type, by: 'operator', ...event, input })).toMatchObject({ allowed: false, reason: 'rule' });
  });
});

describe('an event of authentication (1.3)', () => {
  test('sends a notice, with separate words for a new device', () => {
    const login = (isNew: boolean): Said => ({ type: 'loggedIn', by: 'platform', input: { device: 'one', isNew, how: 'code', ended: 0 } });
    expect(templates(took(registered(), login(false)))).toEqual(['logged-in']);
    expect(templates(took(registered(), login(true)))).toEqual(['logged-in-anew']);
  });

  test('is reported only by the platform', () => {
    for (const by of ['customer', 'operator'] as const)
      expect(verdict(registered(), { type: 'passwordSet', by })).toMatchObject({ allowed: false, reason: 'party' });
  });
});

test('a subject with the address of the cabinet fits into an SMS of at most two Cyrillic segments', () => {
  const longest = Object.entries(accountMessages.notices).flatMap(([template, { subject }]) =>
    Object.entries(subject).map(([language, each]) => [`${template}.${language}`, each.replace('{number}', '1234567').length] as const),
  );
  expect(longest.filter(([, length]) => length > 90)).toEqual([]);
});

describe('for any events in any order', () => {
  /** A random event of the examples, or the next timer, with a random actor. */
  const happening = fc.record({
    pick: fc.nat(),
    actor: fc.option(fc.constantFrom(...Object.values(staff), own, ...Object.values(accounts)), { freq: 3, nil: undefined }),
  });
  type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never;
  const SPARE: Said[] = [
    suspends,
    appeals,
    reports,
    reidentifies,
    ...(['grantAppeal', 'refuseAppeal'] as const).map((type) => decides(type)),
  ];

  const next = (place: Configuration, { pick, actor }: Happening): Edge | undefined => {
    const soon = new Date(Date.parse(place.at) + 60_000).toISOString();
    const timers = timersOf(accountChart, place.snapshot, place.at);
    const commands = isOverdue(accountChart, place, soon)
      ? []
      : [...accountExamples.events(contextOf(place), soon), ...SPARE.map((each) => said({ ...place, at: soon }, each))].filter(
          ({ type }) => type !== 'close',
        );
    const all = [...commands, ...timers.slice(0, 1).map((timer) => timerEvent(place, timer, calendar))];
    const event = all[pick % all.length];
    if (event === undefined) return undefined;
    const { actor: _, ...rest } = event;
    return step(accountChart, place, event.by !== 'operator' ? event : { ...rest, ...(actor !== undefined && { actor }) });
  };
  const lived = fc.array(happening, { maxLength: 40 });
  const edgesOf = (happenings: Happening[], begun = registered()): Edge[] => {
    const edges: Edge[] = [];
    for (const each of happenings) {
      const edge = next(edges.at(-1)?.to ?? begun, each);
      if (edge) edges.push(edge);
    }
    return edges;
  };
  const isOpen = ({ appeal }: AccountContext): boolean => appeal !== undefined && appeal.refusal === undefined;

  test('only another member of staff ends an open appeal, by deciding it (4.4.2)', () => {
    const appealed = led(registered(), suspends, appeals);
    let decided = 0;
    fc.assert(
      fc.property(lived, (happenings) => {
        for (const { from, event, to } of edgesOf(happenings, appealed)) {
          const before = contextOf(from);
          if (!isOpen(before) || isOpen(contextOf(to))) continue;
          decided++;
          expect(['grantAppeal', 'refuseAppeal']).toContain(event.type);
          expect(event.by).toBe('operator');
          expect(event.actor).toBeDefined();
          expect(event.actor).not.toBe(before.sanction?.by);
        }
      }),
      { numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(10);
  });

  test('only the operator or a later re-identification ends a report (1.2, 4.1.6)', () => {
    let ended = 0;
    fc.assert(
      fc.property(lived, (happenings) => {
        let reportedWhile = false;
        for (const { from, event, to } of edgesOf(happenings)) {
          const [before, now] = [pauseOf(from), pauseOf(to)];
          if (event.type === 'reportAccess') reportedWhile = before === 'reidentifying' || before === 'claimed';
          if (event.type === 'restoreAccess') reportedWhile = false;
          if (before === 'free' || before === 'over' || now === before) continue;
          if (now === 'over') expect(to.snapshot.status).toBe('done');
          if (now !== 'free') continue;
          ended++;
          const { reported, reidentifications } = contextOf(from);
          const running = Object.keys(reidentifications);
          if (event.type === 'restoreAccess') expect([event.by, running]).toEqual(['operator', []]);
          else {
            const { reidentification, became } = event.input as { reidentification: string; became: string };
            expect([event.type, event.by, [reidentification], reportedWhile]).toEqual(['reidentificationOver', 'platform', running, false]);
            expect(!reported || became === 'done').toBe(true);
          }
          expect(contextOf(to).reported).toBe(false);
        }
      }),
      // Enough to show it, and always the same.
      { numRuns: 1200, seed: 2026 },
    );
    expect(ended).toBeGreaterThan(10);
  });
});
