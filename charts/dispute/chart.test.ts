import { letterOf } from '../../notices/letter.ts';
import { lastDayOf } from '../../rules/working-days.ts';
import { claiming, terms } from '../../testing/charts/examples/dispute.ts';
import { accounts, calendar, text } from '../../testing/charts/examples/task.ts';
import type { Configuration } from '../../testing/charts/state-space.ts';
import { initialConfiguration, step } from '../../testing/charts/state-space.ts';
import { OPERATOR } from '../../testing/texts/operator.ts';
import type { Consequence } from '../consequences.ts';
import { consequenceInWords } from '../consequences.ts';
import { judge, menu, timersOf } from '../judge.ts';
import type { ChartEvent } from '../law.ts';
import { disputeChart, factsOf } from './chart.ts';
import { consequences } from './consequences.ts';
import { disputeCreation } from './creation.ts';
import { disputeMessages } from './messages.ts';
import type { ClaimInput, DisputeContext } from './types.ts';

const { customer, first, operator } = accounts;
const at = '2026-04-20T04:00:00.000Z';

const claim = (given: Partial<ClaimInput> = {}, by: Partial<ChartEvent> = {}): ChartEvent => {
  const input = claiming(given);
  return { type: 'claim', by: input.claimant, actor: input[input.claimant] as string, at, input: { ...input, calendar }, ...by };
};
const take = (place: Configuration, event: ChartEvent): Configuration => {
  const edge = step(disputeChart, place, event);
  if (edge === undefined) throw new Error(`${event.type} is not taken`);
  return edge.to;
};
const begun = (given: Partial<ClaimInput> = {}, by: Partial<ChartEvent> = {}): Configuration =>
  take(initialConfiguration(disputeChart, at), claim(given, by));
const contextOf = ({ snapshot }: Configuration): DisputeContext => snapshot.context;

test.each<[what: string, given: Partial<ClaimInput>, by: Partial<ChartEvent>, rule: string]>([
  ['made for somebody else', {}, { actor: customer as string }, 'claimantClaims'],
  ['made as the other party', {}, { by: 'customer' }, 'claimantClaims'],
  ['against oneself', { customer: first as string }, {}, 'respondentIsAnother'],
  ['against the operator that names the other party', { against: 'operator' }, {}, 'respondentIsAnother'],
  ['for nothing', { amount: '0' }, {}, 'sumIsPositive'],
  ['about conduct with a sum', { about: 'conduct' }, {}, 'sumFitsSubject'],
  ['for damages without a calculation', { about: 'damages' }, {}, 'calculationAddsUp'],
  ['for damages whose lines come to another sum', { about: 'damages', sums: ['499999'] }, {}, 'calculationAddsUp'],
])('a claim %s is refused', (_, given, by, rule) => {
  const { snapshot } = initialConfiguration(disputeChart, at);
  expect(judge(disputeChart, snapshot, claim(given, by))).toMatchObject({ allowed: false, reason: 'rule', rule });
});

test('terms in working days run from the sending, over the holidays of May, and the limitation in years (1.2, 9.1)', () => {
  expect(contextOf(begun()).deadlines).toEqual({
    // 1 May is a holiday, 2 and 3 May are a weekend, 7 and 11 May are holidays.
    answerReminders: ['2026-04-27T19:00:00.000Z', '2026-05-04T19:00:00.000Z'],
    answerBy: '2026-05-05T19:00:00.000Z',
    talksBy: '2026-05-21T19:00:00.000Z',
    limitationOn: '2029-04-20T19:00:00.000Z',
  });
});

test('a consumer is answered in ten calendar days', () => {
  // Sent on 20 April: 30 April is the tenth day.
  const { answerBy } = contextOf(begun({ terms: { ...terms, answerCalendarDays: 10 } })).deadlines;
  expect(answerBy).toBe('2026-04-30T19:00:00.000Z');
  // Sent on the 21st: 1 May is a holiday, 2 and 3 May are a weekend, so the term ends with Monday.
  const late = contextOf(
    take(
      { ...initialConfiguration(disputeChart, at), at: later },
      { ...claim({ terms: { ...terms, answerCalendarDays: 10 } }), at: later },
    ),
  );
  expect(late.deadlines.answerBy).toBe('2026-05-04T19:00:00.000Z');
});
const later = '2026-04-21T04:00:00.000Z';

test('an offer can be accepted until the day that it names, and not later', () => {
  const rejected = take(begun(), {
    type: 'reject',
    by: 'customer',
    actor: customer as string,
    at,
    input: { reasons: text('reasons'), calendar },
  });
  const input = { version: 1, amount: '200000', until: '2026-04-21' };
  const offered = take(rejected, { type: 'offer', by: 'customer', actor: customer as string, at, input });
  const accept = (day: string) =>
    judge(disputeChart, offered.snapshot, {
      type: 'acceptOffer',
      by: 'contractor',
      actor: first as string,
      at: day,
      input: { version: 1 },
    });
  // 24:00 in Almaty is 19:00 in UTC.
  expect(accept('2026-04-21T18:59:59.999Z')).toMatchObject({ allowed: true });
  expect(accept('2026-04-21T19:00:00.000Z')).toMatchObject({ allowed: false, rule: 'agreedDayIsAhead' });
});

test.each([
  // 1 500 of 5 000 in dispute were admitted, and that stands.
  ['of the rest of 3 500', 'rest', '350000', '500000'],
  ['of nothing of the rest', 'rest', '0', '150000'],
  ['of the whole, more than was admitted', 'whole', '400000', '400000'],
  ['of the whole, less than was admitted', 'whole', '100000', '150000'],
  ['of the whole, nothing', 'whole', '0', '150000'],
])('a court act %s decides what each side gets', (_, covers, amount, toClaimant) => {
  const staff = (type: string, actor: string | undefined, input: object, when = at): ChartEvent => ({
    type,
    by: 'operator',
    actor: actor as string,
    person: `person-of-${actor}`,
    at: when,
    input: { calendar, ...input },
  });
  let place = admitted({})?.to as Configuration;
  place = take(place, { type: 'endTalks', by: 'contractor', actor: first as string, at, input: {} });
  const act = { decidedOn: '2026-04-20', inForceOn: '2026-04-20', court: text('court'), caseNumber: text('case'), proof: text('proof') };
  place = take(place, staff('recordCourtAct', operator, { ...act, covers, amount }));
  const { objectBy } = contextOf(place).courtAct as { objectBy: string };
  const timer = timersOf(disputeChart, place.snapshot, at).find(({ name }) => name === 'objectBy');
  place = take(place, { type: timer?.type as string, by: 'clock', at: objectBy, input: { due: objectBy } });
  const edge = step(disputeChart, place, staff('confirmCourtAct', 'another', { version: 1 }, objectBy));
  const toRespondent = String(500_000 - Number(toClaimant));
  expect(contextOf(edge?.to as Configuration).outcome).toMatchObject({ toClaimant, toRespondent });
  expect(edge?.actions.find(({ type }) => type === 'sendToLife')?.params).toMatchObject({
    type: 'claimSettled',
    input: { toContractor: toClaimant, toCustomer: toRespondent },
  });
});

const admitted = (given: Partial<ClaimInput>) =>
  step(disputeChart, begun(given), {
    type: 'admitInPart',
    by: 'customer',
    actor: customer as string,
    at,
    input: { amount: '150000', reasons: text('reasons'), calendar },
  });
const debtsOf = (edge: ReturnType<typeof step>) =>
  (edge?.actions ?? []).flatMap(({ type, params = {} }) => (type === 'startChild' ? [params] : []));

test('the admitted part of damages is a debt at once, and the dispute continues for the rest', () => {
  const edge = admitted({ about: 'damages', sums: ['500000'] });
  expect(debtsOf(edge)).toMatchObject([
    {
      child: 'debt/one/1/1',
      input: { debtor: 'customer', creditor: 'contractor', amount: '150000', ground: 'admission', about: 'task/one' },
    },
  ]);
  const talks = edge?.to as Configuration;
  const offer = (version: number, amount: string): ChartEvent => ({
    type: 'offer',
    by: 'customer',
    actor: customer as string,
    at,
    input: { version, amount },
  });
  expect(judge(disputeChart, talks.snapshot, offer(1, '350001'))).toMatchObject({ allowed: false, rule: 'amountFits' });
  const settled = step(disputeChart, take(talks, offer(1, '100000')), {
    type: 'acceptOffer',
    by: 'contractor',
    actor: first as string,
    at,
    input: { version: 1 },
  });
  expect(debtsOf(settled)).toMatchObject([{ child: 'debt/one/1/2', input: { amount: '100000', ground: 'settlement' } }]);
  expect(contextOf(settled?.to as Configuration).outcome).toEqual({ by: 'offer', toClaimant: '250000', toRespondent: '250000' });
});

test('the admitted part of a price remains when the claim is dropped, and nothing else is decided', () => {
  const edge = admitted({});
  expect(debtsOf(edge)).toEqual([]);
  const dropped = step(disputeChart, edge?.to as Configuration, { type: 'drop', by: 'contractor', actor: first as string, at, input: {} });
  expect(dropped?.actions.filter(({ type }) => type === 'sendToLife')).toMatchObject([
    { params: { type: 'claimDropped', input: { amount: '150000' } } },
  ]);
});

test('the liability of the operator is limited to the sums paid to it and to the cap', () => {
  const { contractor: _, parent: __, submission: ___, ...alone } = claiming({ claimant: 'customer', against: 'operator' });
  const place = take(initialConfiguration(disputeChart, at), {
    type: 'claim',
    by: 'customer',
    actor: customer as string,
    at,
    input: { ...alone, about: 'damages', sums: ['500000'], calendar },
  });
  const admit = (amount: string): ChartEvent => ({
    type: 'admitInPart',
    by: 'operator',
    actor: operator as string,
    at,
    input: { amount, reasons: text('reasons'), calendar },
  });
  expect(judge(disputeChart, place.snapshot, admit('250001'))).toMatchObject({ allowed: false, rule: 'withinLiability' });
  expect(judge(disputeChart, place.snapshot, admit('250000'))).toMatchObject({ allowed: true });
});

test('a limitation from 29 February ends on the last day of that month', () => {
  const { deadlines } = contextOf(begun({ since: '2024-02-29T10:00:00.000Z' }));
  expect(deadlines.limitationOn).toBe('2027-02-28T19:00:00.000Z');
});

test('an operator without a known account can act neither as respondent nor as one of the two who check a court act', () => {
  const { contractor: _, amount: __, parent: ___, submission: ____, ...given } = claiming({ claimant: 'customer', against: 'operator' });
  const input = { ...given, about: 'conduct', calendar };
  const { snapshot } = take(initialConfiguration(disputeChart, at), {
    type: 'claim',
    by: 'customer',
    actor: customer as string,
    at,
    input,
  });
  expect(menu(disputeChart, snapshot, 'operator', operator).map(({ name }) => name)).toEqual(['admit', 'admitInPart', 'reject']);
  expect(menu(disputeChart, snapshot, 'operator', undefined)).toEqual([]);
});

test('a late answer does not change the term to settle', () => {
  const place = begun();
  const { answerBy, talksBy } = contextOf(place).deadlines;
  const silent = take(place, { type: 'xstate.after.answerBy.dispute.sent', by: 'clock', at: answerBy, input: { due: answerBy } });
  const input = { reasons: text('reasons'), calendar };
  const late = take(silent, { type: 'reject', by: 'customer', actor: customer as string, at: '2026-05-12T04:00:00.000Z', input });
  expect(late.snapshot.value).toEqual({ talks: 'answered' });
  expect(contextOf(late).deadlines.talksBy).toBe(talksBy);
});

test('a parent begins a dispute under its own id', () => {
  const { id: _, parent: __, ...given } = claiming();
  expect(disputeCreation('task/one', 1, given)).toEqual({
    child: 'dispute/one/1',
    type: 'claim',
    by: 'contractor',
    actor: { account: first },
    input: claiming({ terms }),
  });
});

describe('the letters of a dispute', () => {
  const rejecting: ChartEvent = {
    type: 'reject',
    by: 'customer',
    actor: customer as string,
    at,
    input: { reasons: text('reasons'), calendar },
  };

  test('name the sum of the claim, the admitted part and the sum left in dispute', () => {
    const claimed = contextOf(begun());
    expect(factsOf(claimed, 'claim-sent')).toMatchObject({ sum: '500000' });
    const admitted = { ...claimed, admitted: '200000' };
    expect(factsOf(admitted, 'claim-admitted-in-part')).toEqual({ sum: '200000', rest: '300000' });
    expect(factsOf(admitted, 'claim-unsettled').sum).toBe('300000');
    // Nothing was admitted of a claim that is dropped: its letter names no sum.
    expect(factsOf(claimed, 'claim-dropped').sum).toBeUndefined();
  });

  test('name no sum if the claim is not for money', () => {
    const { amount: _, ...conduct } = contextOf(begun());
    const settled = { ...conduct, about: 'conduct' as const, outcome: { by: 'offer' as const, toClaimant: '0', toRespondent: '0' } };
    expect(factsOf(settled, 'claim-settled')).toEqual({});
  });

  test('about a recorded court act name the last day to object', () => {
    const open = take(take(begun(), rejecting), { type: 'endTalks', by: 'contractor', actor: first as string, at, input: {} });
    const act = {
      ...{ amount: '300000', court: text('court'), caseNumber: text('caseNumber'), proof: text('proof') },
      ...{ decidedOn: '2026-04-01', inForceOn: '2026-04-10', calendar },
    };
    const recorded = take(open, { type: 'recordCourtAct', by: 'operator', actor: operator as string, at, input: act });
    const { objectBy } = contextOf(recorded).courtAct ?? { objectBy: '' };
    const told = { number: '7', title: '', deadline: objectBy, facts: factsOf(contextOf(recorded), 'court-act-told') };
    const { text: letter } = letterOf(disputeMessages, 'court-act-told', 'ru', told, OPERATOR);
    expect(timersOf(disputeChart, recorded.snapshot, at).find(({ name }) => name === 'objectBy')?.due).toBe(Date.parse(objectBy));
    expect(letter).toContain('возразите в Личном кабинете не позднее');
    expect(letter).toContain(`${Number(lastDayOf(objectBy).slice(-2))} `);
    expect(letter).toContain('(включительно)');
    expect(letter).toContain('По акту заявителю присуждено 3\u00a0000,00\u00a0₸.');
  });
});

describe('the papers that a dispute orders (9.1, 9.2)', () => {
  const papersOf = (edge: ReturnType<typeof step>) =>
    (edge?.actions ?? []).flatMap(({ type, params = {} }) => (type === 'issuePaper' ? [params] : []));
  const does = (place: Configuration, by: 'customer' | 'contractor' | 'operator', type: string, input: object, when = at) =>
    step(disputeChart, place, {
      ...{ type, by, at: when, input: { calendar, ...input } },
      actor: { customer, contractor: first, operator }[by] as string,
    });
  const reasons = text('reasons');
  const rejected = () => does(begun(), 'customer', 'reject', { reasons })?.to as Configuration;

  it('are the claim, with the confirmation of its claimant alone', () => {
    expect(papersOf(step(disputeChart, initialConfiguration(disputeChart, at), claim()))).toEqual([
      { kind: 'claim', confirmed: { contractor: at } },
    ]);
  });

  it.each([
    ['reject', { reasons }, ['answer']],
    ['admitInPart', { amount: '150000', reasons }, ['answer']],
    ['admit', {}, ['answer', 'settlement']],
  ])('are, when the respondent does %s, %j: %j', (type, input, kinds) => {
    const papers = papersOf(does(begun(), 'customer', type, input));
    expect(papers.map(({ kind }) => kind)).toEqual(kinds);
    expect(papers[0]).toEqual({ kind: 'answer', confirmed: { customer: at } });
  });

  it('are a settlement when an offer is accepted or a joint order confirmed, with both moments', () => {
    const offered = does(rejected(), 'customer', 'offer', { version: 1, amount: '200000' })?.to as Configuration;
    const accepted = papersOf(does(offered, 'contractor', 'acceptOffer', { version: 1 }, later));
    expect(accepted).toEqual([{ kind: 'settlement', confirmed: { customer: at, contractor: later } }]);
    const ended = does(rejected(), 'contractor', 'endTalks', {})?.to as Configuration;
    const instructed = does(ended, 'contractor', 'jointInstruction', { amount: '200000' })?.to as Configuration;
    const confirmed = papersOf(does(instructed, 'customer', 'confirmInstruction', { version: 1 }, later));
    expect(confirmed).toEqual([{ kind: 'settlement', confirmed: { customer: later, contractor: at } }]);
  });

  it('are the operator’s statement when the pre-trial step is over, and the operator’s answer has no party’s confirmation', () => {
    expect(papersOf(does(rejected(), 'contractor', 'endTalks', {}))).toEqual([{ kind: 'pre-trial-statement', confirmed: {} }]);
    const { contractor: _, ...alone } = claiming({ claimant: 'customer', against: 'operator', about: 'damages', sums: ['500000'] });
    const place = take(initialConfiguration(disputeChart, at), {
      ...{ type: 'claim', by: 'customer', actor: customer as string, at, input: { ...alone, calendar } },
    });
    expect(papersOf(does(place, 'operator', 'reject', { reasons }))).toEqual([{ kind: 'answer', confirmed: {} }]);
  });
});

/** A claim about a task that is over. */
const alone = (given: Partial<ClaimInput>) => ({ task: 'task/one', parent: undefined, ...given }) as unknown as Partial<ClaimInput>;

/** What is ordered when the other side admits all of it. */
function orderedOf(given: Partial<ClaimInput>): unknown[] {
  const { claimant = 'contractor' } = given;
  const [by, actor] = claimant === 'contractor' ? (['customer', customer] as const) : (['contractor', first] as const);
  const edge = step(disputeChart, begun(alone(given)), { type: 'admit', by, actor: actor as string, at, input: {} });
  return (edge?.actions ?? []).filter(({ type }) => type === 'chargeClaim').map(({ params }) => params);
}

describe('the commission on a claim that stands alone (3.2)', () => {
  const say = (type: string, by: 'customer' | 'contractor', input: object): ChartEvent => ({
    ...{ type, by, at, actor: (by === 'customer' ? customer : first) as string },
    input: { calendar, ...input },
  });
  const charged = (edge: ReturnType<typeof step>) => edge?.actions.filter(({ type }) => type === 'chargeClaim').map(({ params }) => params);
  const sums = ['500000'];
  test.each<[what: string, given: Partial<ClaimInput>, amount: string | undefined]>([
    ['a price', {}, '500000'],
    ['the ending', { about: 'ending' }, '500000'],
    ['a price that goes down', { claimant: 'customer' }, '-500000'],
    ['a price within its deal', { parent: 'task/one' }, undefined],
    ['damages', { about: 'damages', sums }, undefined],
    ['a penalty', { about: 'penalty', sums }, undefined],
    ['costs', { about: 'costs', sums }, undefined],
  ])('follows the claim about %s', (_, given, amount) => {
    expect(orderedOf(given)).toEqual(amount === undefined ? [] : [{ task: 'task/one', nth: 1, ground: 'admission', amount }]);
  });

  test.each([
    ['admit', 'customer', true],
    ['admitInPart', 'customer', true],
    ['acceptOfferToSign', 'customer', true],
    ['jointInstruction', 'customer', true],
    // The staff confirm a court act; the contractor pays nothing (3.3).
    ['confirmCourtAct', 'operator', true],
    ['acceptOffer', 'contractor', false],
  ] as const)('with %s is said to the %s in each language: %p', (name, by, isSaid) => {
    // 5 % of 5 000 ₸, and 500 ₸ at least.
    const work = { work: '0', charged: '0', commission: { rate: 500, minimum: 50_000 } };
    const said = { version: 1, side: 'contractor' as never, at, amount: '200000' };
    const context = { ...contextOf(begun(alone({}))), work, offers: [said], courtAct: said as never };
    const brings = consequences.of[name]?.(context, { by, account: undefined }) as Consequence;
    for (const language of ['kk', 'ru', 'en'] as const) {
      const words = consequenceInWords(brings, language);
      expect(/3\.2.*: 500[.,]00.₸\.$/s.test(words)).toBe(isSaid);
      expect(words).not.toMatch(/[{}]/);
    }
  });

  test('follows what a court decided beside what was admitted', () => {
    const staff = (type: string, person: string, when: string, input: object): ChartEvent => ({
      ...{ type, by: 'operator', at: when, actor: `account-of-${person}`, person },
      input: { calendar, ...input },
    });
    const admitted = step(disputeChart, begun(alone({})), say('admitInPart', 'customer', { amount: '150000', reasons: text('reasons') }));
    let place = take(admitted?.to as Configuration, say('endTalks', 'contractor', {}));
    const act = { decidedOn: '2026-04-20', inForceOn: '2026-04-20', court: text('court'), caseNumber: text('case'), proof: text('proof') };
    place = take(place, staff('recordCourtAct', 'one', at, { ...act, covers: 'whole', amount: '400000' }));
    const { objectBy } = contextOf(place).courtAct as { objectBy: string };
    const timer = timersOf(disputeChart, place.snapshot, at).find(({ name }) => name === 'objectBy');
    place = take(place, { type: timer?.type as string, by: 'clock', at: objectBy, input: { due: objectBy } });
    const decided = step(disputeChart, place, staff('confirmCourtAct', 'another', objectBy, { version: 1 }));
    expect([charged(admitted), charged(decided)]).toEqual([
      [{ task: 'task/one', nth: 1, ground: 'admission', amount: '150000' }],
      [{ task: 'task/one', nth: 2, ground: 'court-act', amount: '250000' }],
    ]);
  });

  test('waits for the signatures of a settlement that has to be signed', () => {
    const settlement = {
      ways: { customer: ['cms' as const], contractor: ['account' as const] },
      signWorkingDays: 5,
      signReminderWorkingDays: [2],
    };
    let place = begun(alone({ terms: { ...terms, settlement } }));
    place = take(place, say('reject', 'customer', { reasons: text('reasons') }));
    place = take(place, say('offer', 'customer', { version: 1, amount: '200000' }));
    const accepted = step(disputeChart, place, say('acceptOffer', 'contractor', { version: 1 }));
    const signed = step(disputeChart, accepted?.to as Configuration, { type: 'signed', by: 'platform', at, input: {} });
    const charges = [accepted, signed].map((edge) =>
      edge?.actions.filter(({ type }) => type === 'chargeClaim').map(({ params }) => params),
    );
    expect(charges).toEqual([[], [{ task: 'task/one', nth: 1, ground: 'settlement', amount: '200000' }]]);
  });
});
