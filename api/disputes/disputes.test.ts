import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { disputeCreation } from '../../charts/dispute/creation.ts';
import type { ClaimInput } from '../../charts/dispute/types.ts';
import { commit } from '../../lives/commit.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays, addWorkingDays, civilDate, endOfDay } from '../../rules/working-days.ts';
import { pass } from '../../testing/engine/pass.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import { beyondBounds } from '../../testing/probes/bounds.ts';
import type { Api, Person, Reply } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import { sealTexts } from '../free-text.ts';
import { kebab } from '../resource/fields.ts';
import type { DisputeFacts } from './schema.ts';
import { DISPUTE_COMMANDS, PostDispute } from './schema.ts';
import { disputeTerms } from './terms.ts';

interface Dispute extends z.output<typeof DisputeFacts> {
  id: string;
  seq: number;
  state: string;
  customer: string | null;
  contractor: string | null;
  commands: { name: string }[];
  ifNobodyActs: { at: string; becomes: string } | null;
}

const DAY = 86_400_000;
const today = todayInAlmaty();
const tenge = (amount: number) => ({ amount: amount * 100, currency: 'KZT' });

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
let colleague: Person;
beforeAll(async () => {
  api = await openApi();
  [customer, contractor, stranger, staff, colleague] = await Promise.all([
    api.join(['customer']),
    api.join(['contractor']),
    api.join(['contractor']),
    api.join(['operator']),
    api.join(['operator']),
  ]);
});
afterAll(() => api.close());

/** A dispute that a life began: by default the contractor's claim for 5 000 tenge. Returns its id and its parent. */
async function begin(given: Partial<ClaimInput> = {}): Promise<{ id: string; life: string; parent: string }> {
  const parent = `errand/${randomUUID()}`;
  await api.say(parent, 'post', 'customer', customer.id, { id: parent.slice('errand/'.length) });
  const { reference, row } = sealTexts(api.lives.keys, parent, { demand: 'The work was done and not paid' });
  const terms = await disputeTerms(api.lives.database, { account: customer.id, kind: 'company', claimant: 'customer' });
  const claim = {
    about: 'price' as ClaimInput['about'],
    submission: 1,
    customer: customer.id,
    contractor: contractor.id,
    claimant: 'contractor',
    amount: '500000',
    demand: reference,
    terms,
  } as const;
  const { child, ...birth } = disputeCreation(parent, 1, { ...claim, ...given } as Parameters<typeof disputeCreation>[2]);
  const born = await commit(api.lives, { life: child, idempotencyKey: `create/${parent}/1/0`, ...birth, texts: [row], create: true });
  if (born.outcome !== 'done') throw new Error(JSON.stringify(born));
  api.dispatch(born.updates);
  return { id: `${parent.slice('errand/'.length)}.1`, life: child, parent };
}

const ask = (person: Person, id: string, name: string, body: object = {}, key: string = randomUUID()): Promise<Reply<Dispute>> =>
  api.as(person).post<Dispute>(`/v1/disputes/${id}/${kebab(name)}`, body, { key });
async function does(person: Person, id: string, name: string, body: object = {}): Promise<Dispute> {
  const { body: dispute, problem } = await ask(person, id, name, body);
  if (problem) throw new Error(JSON.stringify(problem));
  return dispute;
}
const refusal = async (reply: Promise<Reply<unknown>>) => {
  const { status, problem } = await reply;
  return [status, problem?.rule];
};
const read = async (person: Person, id: string): Promise<Dispute> => (await api.as(person).get<Dispute>(`/v1/disputes/${id}`)).body;
const menus = (id: string) =>
  Promise.all([customer, contractor, staff].map(async (person) => (await read(person, id)).commands.map(({ name }) => name)));
const eventsOf = (life: string) =>
  api.rows<{ type: string; input: Record<string, unknown> }>('select type, input from event where life = $1 order by seq', life);
/** The messages to the parent, in the order of the dispute's events. The test's parent expects no dispute, but keeps every message. */
const told = async (parent: string) =>
  (await eventsOf(parent))
    .filter(({ type }) => type === 'unexpected')
    .map(({ input }) => input as { type: string; input: { seq: number } })
    .sort((one, other) => one.input.seq - other.input.seq);
const noticesOf = async (life: string) => {
  const rows = await api.rows<{ account: string; template: string }>(
    `select account, template from notice where life = $1 and channel = 'mail' order by created_at, id`,
    life,
  );
  const names = { [customer.id]: 'customer', [contractor.id]: 'contractor' };
  return rows.map(({ account, template }) => `${names[account]}: ${template}`);
};

describe('a dispute of two parties (9.1)', () => {
  it('is settled by the second offer, and its parent receives the outcome', async () => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin();
      expect(await read(customer, id)).toMatchObject({
        state: 'sent',
        claimant: 'contractor',
        against: 'counterparty',
        amount: tenge(5_000),
        demand: 'The work was done and not paid',
        limit: null,
        ifNobodyActs: { becomes: 'talks.unanswered' },
      });
      expect(await menus(id)).toEqual([['admit', 'admit-in-part', 'reject'], ['drop'], []]);

      await does(customer, id, 'reject', { reasons: 'The work was bad' });
      expect(await menus(id)).toEqual([['offer'], ['offer', 'end-talks', 'drop'], []]);
      await does(customer, id, 'offer', { version: 1, amount: 100_000, note: 'A fifth' });
      expect(await menus(id)).toEqual([['offer'], ['offer', 'accept-offer', 'decline-offer', 'end-talks', 'drop'], []]);
      await does(contractor, id, 'declineOffer', { version: 1, reasons: 'Too little' });
      expect(await refusal(ask(contractor, id, 'acceptOffer', { version: 1 }))).toEqual([409, 'offerStands']);
      await does(contractor, id, 'offer', { version: 2, amount: 300_000 });
      expect(await refusal(ask(contractor, id, 'acceptOffer', { version: 2 }))).toEqual([403, undefined]);

      const settled = await does(customer, id, 'acceptOffer', { version: 2 });
      expect(settled).toMatchObject({
        state: 'settled',
        answer: { answer: 'rejected', words: 'The work was bad' },
        offers: [
          { version: 1, side: 'respondent', declined: true, toClaimant: tenge(1_000), words: 'A fifth' },
          { version: 2, side: 'claimant', declined: false, toClaimant: tenge(3_000), words: null },
        ],
        outcome: { by: 'offer', toClaimant: tenge(3_000), toRespondent: tenge(2_000) },
        certificate: null,
        commands: [],
      });
      await expect(api.ended(life)).resolves.toBe('settled');
      expect(await told(parent)).toMatchObject([
        { type: 'claimSettled', input: { child: life, from: life, toContractor: '300000', toCustomer: '200000' } },
      ]);
      expect(await noticesOf(life)).toEqual([
        'customer: claim-sent',
        'contractor: claim-rejected',
        'contractor: offer-made',
        'customer: offer-declined',
        'customer: offer-made',
        'contractor: claim-settled',
        'customer: claim-settled',
      ]);
    });
  });

  it('leaves the admitted sum due when the rest is dropped', async () => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin({ claimant: 'customer' });
      for (const amount of [0, 500_000])
        expect(await refusal(ask(contractor, id, 'admitInPart', { amount, reasons: 'All or nothing' }))).toEqual([422, 'amountIsPart']);
      expect(await refusal(ask(contractor, id, 'admitInPart', { amount: 500_001, reasons: 'More' }))).toEqual([422, 'amountFits']);
      expect(await refusal(ask(contractor, id, 'admitInPart', { reasons: 'Some' }))).toEqual([422, 'amountFits']);
      await does(contractor, id, 'admitInPart', { amount: 150_000, reasons: 'A scratch' });
      const dropped = await does(customer, id, 'drop');
      expect(dropped).toMatchObject({
        state: 'dropped',
        admitted: tenge(1_500),
        outcome: { by: 'admission', toClaimant: tenge(1_500) },
        answer: { answer: 'admitted-in-part', toClaimant: tenge(1_500), words: 'A scratch' },
      });
      await expect(api.ended(life)).resolves.toBe('dropped');
      expect(await told(parent)).toMatchObject([
        { type: 'claimAdmitted', input: { amount: '150000' } },
        { type: 'claimDropped', input: { amount: '150000' } },
      ]);
    });
  });

  it.each([
    ['contractor', '500000', '0'],
    ['customer', '0', '500000'],
  ] as const)('admitted in full gives its claimant, the %s, everything', async (claimant, toContractor, toCustomer) => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin({ claimant });
      const [one, other] = claimant === 'customer' ? [customer, contractor] : [contractor, customer];
      expect(await refusal(ask(one, id, 'admit'))).toEqual([403, undefined]);
      await does(other, id, 'admit');
      await expect(api.ended(life)).resolves.toBe('settled');
      expect(await told(parent)).toMatchObject([{ type: 'claimSettled', input: { toContractor, toCustomer } }]);
    });
  });

  it('treats silence as no agreement, after reminders, and certifies that the step was kept', async () => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin();
      const { sentAt, deadlines } = await read(customer, id);
      const calendar = api.lives.calendar(sentAt);
      expect(deadlines.answerBy).toBe(endOfDay(addWorkingDays(civilDate(sentAt), 10, calendar)));
      await pass(api, life, Date.parse(deadlines.answerBy) - Date.parse(sentAt));
      expect(await read(contractor, id)).toMatchObject({ state: 'talks.unanswered', answer: null });
      expect(await noticesOf(life)).toEqual([
        ...['customer: claim-sent', 'customer: answer-reminder', 'customer: answer-reminder'],
        ...['contractor: claim-unanswered', 'customer: claim-unanswered'],
      ]);
      expect(await menus(id)).toEqual([['admit', 'admit-in-part', 'reject', 'offer'], ['offer', 'end-talks', 'drop'], []]);
      await pass(api, life, 14 * DAY + Date.parse(deadlines.talksBy) - Date.parse(deadlines.answerBy));
      const unsettled = await read(contractor, id);
      expect(unsettled).toMatchObject({
        state: 'unsettled.open',
        certificate: { sentAt, answerBy: deadlines.answerBy, answer: 'silence', offers: 0, endedAt: deadlines.talksBy, endedBy: 'term' },
        ifNobodyActs: null,
      });
      await until(async () => (await told(parent)).length > 0, 'the report');
      expect(await told(parent)).toMatchObject([{ type: 'claimCertified', input: { child: life } }]);
    });
  });

  it('ends by a joint instruction that one side proposes and the other confirms', async () => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin();
      await does(customer, id, 'reject', { reasons: 'No' });
      expect(await refusal(ask(customer, id, 'endTalks'))).toEqual([403, undefined]);
      const { certificate } = await does(contractor, id, 'endTalks');
      expect(certificate).toMatchObject({ answer: 'rejected', endedBy: 'claimant', answeredAt: expect.any(String) });
      expect(await refusal(ask(customer, id, 'offer', { version: 1, amount: 1 }))).toEqual([409, undefined]);
      await does(customer, id, 'jointInstruction', { amount: 0, note: 'All to me' });
      expect(await refusal(ask(customer, id, 'confirmInstruction', { version: 1 }))).toEqual([403, undefined]);
      await does(contractor, id, 'jointInstruction', { amount: 250_000 });
      expect(await refusal(ask(customer, id, 'confirmInstruction', { version: 1 }))).toEqual([422, 'instructionIsCurrent']);
      const decided = await does(customer, id, 'confirmInstruction', { version: 2 });
      expect(decided).toMatchObject({
        state: 'decided',
        outcome: { by: 'instruction', toClaimant: tenge(2_500), toRespondent: tenge(2_500) },
      });
      await expect(api.ended(life)).resolves.toBe('decided');
      expect(await told(parent)).toMatchObject([
        { type: 'claimCertified' },
        { type: 'claimSettled', input: { toContractor: '250000', toCustomer: '250000' } },
      ]);
    });
  });

  it('ends by a court act that two members of staff have seen (9.2)', async () => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin();
      await does(customer, id, 'reject', { reasons: 'No' });
      await does(contractor, id, 'endTalks');
      const act = {
        amount: 400_000,
        court: 'Almaty district court',
        caseNumber: '7594-26-00-2/1',
        decidedOn: today,
        inForceOn: today,
        proof: 'A copy with the note of force',
      };
      expect(await refusal(ask(contractor, id, 'recordCourtAct', act))).toEqual([403, undefined]);
      expect(await refusal(ask(staff, id, 'confirmCourtAct', { version: 1 }))).toEqual([409, undefined]);
      expect(await refusal(ask(staff, id, 'recordCourtAct', { ...act, decidedOn: '2099-01-01' }))).toEqual([422, 'dayHasCome']);
      const { courtAct } = await does(staff, id, 'recordCourtAct', act);
      expect(await refusal(ask(colleague, id, 'confirmCourtAct', { version: 1 }))).toEqual([409, undefined]);
      await does(customer, id, 'objectToCourtAct', { version: 1, reasons: 'An appeal is pending' });
      await pass(api, life, Date.parse((courtAct as { objectBy: string }).objectBy) - Date.now() + 60_000);
      expect(await refusal(ask(staff, id, 'confirmCourtAct', { version: 1 }))).toEqual([422, 'confirmedByAnother']);
      expect(await refusal(ask(colleague, id, 'confirmCourtAct', { version: 2 }))).toEqual([422, 'courtActIsCurrent']);
      expect(await refusal(ask(colleague, id, 'confirmCourtAct', { version: 1 }))).toEqual([422, 'objectionIsAnswered']);
      const decided = await does(colleague, id, 'confirmCourtAct', { version: 1, reasons: 'The appeal was withdrawn' });
      expect(decided).toMatchObject({
        state: 'decided',
        courtAct: { decidedOn: today, caseNumber: '7594-26-00-2/1', toClaimant: tenge(4_000) },
        outcome: { by: 'court-act', toClaimant: tenge(4_000), toRespondent: tenge(1_000) },
      });
      await expect(api.ended(life)).resolves.toBe('decided');
      expect((await told(parent)).at(-1)).toMatchObject({ type: 'claimSettled', input: { toContractor: '400000', toCustomer: '100000' } });
    });
  });

  it('accepts a court act that awards less than was admitted, and informs both parties', async () => {
    await api.withWorker(async () => {
      const { id, life } = await begin({ about: 'damages', sums: ['500000'] });
      await does(customer, id, 'admitInPart', { amount: 300_000, reasons: 'So much is right' });
      await does(contractor, id, 'endTalks');
      const act = { amount: 200_000, court: 'A court', caseNumber: '1', decidedOn: today, inForceOn: today, proof: 'A copy' };
      expect(await refusal(ask(staff, id, 'recordCourtAct', act))).toEqual([422, 'coverIsNamed']);
      expect(await refusal(ask(staff, id, 'recordCourtAct', { ...act, covers: 'rest', amount: 200_001 }))).toEqual([422, 'awardFits']);
      expect(await refusal(ask(staff, id, 'recordCourtAct', { ...act, covers: 'whole', inForceOn: '2099-01-01' }))).toEqual([
        422,
        'forceIsNear',
      ]);
      expect(await refusal(ask(staff, id, 'recordCourtAct', { ...act, covers: 'whole', until: '2099-01-01' }))).toEqual([422, 'dayIsNear']);
      expect(await refusal(ask(staff, id, 'recordCourtAct', { ...act, covers: 'whole', until: '2020-01-01' }))).toEqual([
        422,
        'payDayFitsForce',
      ]);
      const { courtAct } = await does(staff, id, 'recordCourtAct', { ...act, covers: 'whole' });
      await does(customer, id, 'objectToCourtAct', { version: 1, reasons: 'I go to the next court' });
      // One objection of a side to one record.
      expect(await refusal(ask(customer, id, 'objectToCourtAct', { version: 1, reasons: 'I said so' }))).toEqual([422, 'objectsOnce']);
      await pass(api, life, Date.parse((courtAct as { objectBy: string }).objectBy) - Date.now() + 60_000);
      const decided = await does(colleague, id, 'confirmCourtAct', { version: 1, reasons: 'It is in force' });
      expect(decided.outcome).toMatchObject({ by: 'court-act', toClaimant: tenge(3_000), toRespondent: tenge(2_000) });
      expect(decided.courtAct).toMatchObject({ covers: 'whole', toClaimant: tenge(2_000) });
      // The admission made a debt of 3 000, which remains between the parties.
      const debts = await api.rows<{ amount: string }>('select amount from debt where parent = $1', life);
      expect(debts.map(({ amount }) => Number(amount))).toEqual([300_000]);
      expect((await noticesOf(life)).slice(-2).toSorted()).toEqual(['contractor: court-awards-less', 'customer: court-awards-less']);
    });
  });

  it('limits joint instructions, and the last one can still be confirmed', async () => {
    const terms = await disputeTerms(api.lives.database, { account: customer.id, kind: 'company', claimant: 'customer' });
    const { id } = await begin({ terms: { ...terms, mostOffers: 1 } });
    await does(customer, id, 'reject', { reasons: 'No' });
    await does(contractor, id, 'endTalks');
    await does(contractor, id, 'jointInstruction', { amount: 100_000 });
    expect(await refusal(ask(contractor, id, 'jointInstruction', { amount: 100_000 }))).toEqual([409, 'instructionsAreLeft']);
    expect(await does(customer, id, 'confirmInstruction', { version: 1 })).toMatchObject({ state: 'decided' });
  });

  it('takes only so many records of a court act, and the last one can still be confirmed', async () => {
    const terms = await disputeTerms(api.lives.database, { account: customer.id, kind: 'company', claimant: 'customer' });
    const { id, life } = await begin({ terms: { ...terms, courtActMostRecords: 2 } });
    await does(customer, id, 'reject', { reasons: 'No' });
    await does(contractor, id, 'endTalks');
    const act = { amount: 400_000, court: 'A court', caseNumber: '1', decidedOn: today, inForceOn: today, proof: 'A copy' };
    await does(staff, id, 'recordCourtAct', { ...act, amount: 40_000 });
    const { courtAct } = await does(colleague, id, 'recordCourtAct', act);
    expect(await refusal(ask(staff, id, 'recordCourtAct', act))).toEqual([409, 'courtActsAreLeft']);
    expect((await read(staff, id)).commands.map(({ name }) => name)).not.toContain('record-court-act');
    expect((await noticesOf(life)).filter((each) => each.endsWith('court-act-told'))).toHaveLength(4);
    await api.withWorker(() => pass(api, life, Date.parse((courtAct as { objectBy: string }).objectBy) - Date.now() + 60_000));
    const decided = await does(staff, id, 'confirmCourtAct', { version: 2 });
    expect(decided.outcome).toMatchObject({ by: 'court-act', toClaimant: tenge(4_000) });
  });

  it('gives each side as many statements after the talks as the terms allow, and changes nothing by it', async () => {
    const terms = await disputeTerms(api.lives.database, { account: customer.id, kind: 'company', claimant: 'customer' });
    const { id, life } = await begin({ terms: { ...terms, mostStatements: 2 } });
    expect((await ask(contractor, id, 'requestStatement')).status).toBe(409);
    await does(customer, id, 'reject', { reasons: 'No' });
    const { deadlines, ifNobodyActs } = await does(contractor, id, 'endTalks');
    for (let time = 1; time <= 2; time++)
      expect(await does(contractor, id, 'requestStatement')).toMatchObject({ state: 'unsettled.open', deadlines, ifNobodyActs });
    expect(await refusal(ask(contractor, id, 'requestStatement'))).toEqual([409, 'statementsAreLeft']);
    const [ofCustomer, ofContractor] = await menus(id);
    expect([ofCustomer?.includes('request-statement'), ofContractor?.includes('request-statement')]).toEqual([true, false]);
    await does(customer, id, 'requestStatement');
    expect(await refusal(ask(staff, id, 'requestStatement'))).toEqual([403, undefined]);
    const drawn = `select from effect where life = $1 and params ->> 'kind' = 'pre-trial-statement'`;
    expect(await api.rows(drawn, life)).toHaveLength(4);
    // Nobody is told: the papers are facts that both have.
    expect((await noticesOf(life)).filter((each) => each.endsWith('claim-unsettled'))).toHaveLength(2);
  });

  it('can be dropped by its claimant in any state', async () => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin();
      expect(await refusal(ask(customer, id, 'drop'))).toEqual([403, undefined]);
      await does(customer, id, 'reject', { reasons: 'No' });
      await does(contractor, id, 'endTalks');
      await does(contractor, id, 'drop', { reasons: 'Paid in the meantime' });
      await expect(api.ended(life)).resolves.toBe('dropped');
      expect(await told(parent)).toMatchObject([{ type: 'claimCertified' }, { type: 'claimDropped', input: { child: life } }]);
    });
  });

  it('does not end when the limitation has passed: only a court applies it', async () => {
    await api.withWorker(async () => {
      const { id, life, parent } = await begin();
      await does(customer, id, 'reject', { reasons: 'No' });
      await does(contractor, id, 'endTalks');
      await pass(api, life, 3 * 366 * DAY);
      expect(await read(contractor, id)).toMatchObject({ state: 'unsettled.open', ifNobodyActs: null });
      expect((await told(parent)).map(({ type }) => type)).toEqual(['claimCertified']);
    });
  });

  it('counts thirty concurrent acceptances as one', async () => {
    const { id, life } = await begin();
    await does(customer, id, 'reject', { reasons: 'No' });
    await does(customer, id, 'offer', { version: 1, amount: 100_000 });
    const replies = await Promise.all(Array.from({ length: 30 }, () => ask(contractor, id, 'acceptOffer', { version: 1 })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(29);
    expect((await eventsOf(life)).filter(({ type }) => type === 'acceptOffer')).toHaveLength(1);
  });

  it('refuses an offer or an answer that does not name the last offer', async () => {
    const { id } = await begin();
    await does(customer, id, 'reject', { reasons: 'No' });
    expect(await refusal(ask(customer, id, 'offer', { version: 2, amount: 1 }))).toEqual([422, 'versionIsNext']);
    await does(customer, id, 'offer', { version: 1, amount: 100_000 });
    expect(await refusal(ask(contractor, id, 'offer', { version: 1, amount: 200_000 }))).toEqual([422, 'versionIsNext']);
    await does(customer, id, 'offer', { version: 2, amount: 50_000 });
    for (const name of ['acceptOffer', 'declineOffer'])
      expect(await refusal(ask(contractor, id, name, { version: 1 }))).toEqual([422, 'offerIsCurrent']);
    expect(await refusal(ask(contractor, id, 'offer', { version: 3, amount: 500_001 }))).toEqual([422, 'amountFits']);
    expect(await refusal(ask(contractor, id, 'offer', { version: 3 }))).toEqual([422, 'amountFits']);
  });

  it('limits the number of offers', async () => {
    const terms = await disputeTerms(api.lives.database, { account: customer.id, kind: 'company', claimant: 'customer' });
    const { id } = await begin({ terms: { ...terms, mostOffers: 1 } });
    await does(customer, id, 'reject', { reasons: 'No' });
    await does(customer, id, 'offer', { version: 1, amount: 100_000 });
    expect(await refusal(ask(contractor, id, 'offer', { version: 2, amount: 1 }))).toEqual([409, 'offersAreLeft']);
  });

  it('has no free text in its chain', async () => {
    const { life } = await begin();
    expect(JSON.stringify(await eventsOf(life))).not.toContain('The work was done');
  });

  it('is hidden from others', async () => {
    const { id } = await begin();
    for (const path of ['', '/events', '/notices']) expect((await api.as(stranger).get(`/v1/disputes/${id}${path}`)).status).toBe(404);
    expect((await ask(stranger, id, 'drop')).status).toBe(404);
    for (const person of [customer, contractor, staff]) expect((await api.as(person).get(`/v1/disputes/${id}/events`)).status).toBe(200);
  });
});

describe('a dispute that a party creates itself', () => {
  const post = (person: Person, body: object, key: string = randomUUID()) => api.as(person).post<Dispute>('/v1/disputes', body, { key });

  it('is about a task that has ended, and the same request gives the same dispute', async () => {
    const task = await closedTask(api, customer, contractor);
    const claim = {
      task,
      against: 'counterparty',
      about: 'damages',
      amount: 700_000,
      demand: 'A window is broken',
      calculation: [
        { what: 'Glass', amount: 600_000 },
        { what: 'Work', amount: 100_000 },
      ],
    };
    const key = randomUUID();
    const [first, again] = [await post(customer, claim, key), await post(customer, claim, key)];
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      state: 'sent',
      task,
      claimant: 'customer',
      against: 'counterparty',
      customer: customer.id,
      contractor: contractor.id,
      amount: tenge(7_000),
      demand: 'A window is broken',
    });
    expect(first.headers.get('location')).toBe(`/v1/disputes/${first.body.id}`);
    expect([again.status, again.body.id, again.headers.get('idempotent-replayed')]).toEqual([201, first.body.id, 'true']);
    expect((await post(customer, { ...claim, amount: 1 }, key)).problem?.code).toBe('key-reused');
    const settled = await does(contractor, first.body.id, 'admit');
    expect(settled).toMatchObject({ state: 'settled', outcome: { by: 'admission', toClaimant: tenge(7_000), toRespondent: tenge(0) } });
    const orders = await api.rows<{ kind: string }>(
      `select distinct kind from effect where life = $1 order by kind`,
      `dispute/${first.body.id}`,
    );
    expect(orders).toEqual([{ kind: 'issuePaper' }, { kind: 'sendEmail' }, { kind: 'sendSms' }]);
  });

  it('is about a task that had a contractor, also after three years', async () => {
    const { id: open } = await api.as(customer).postTask();
    const claim = { against: 'counterparty', about: 'conduct', demand: 'Something' };
    expect(await refusal(post(customer, { ...claim, task: open }))).toEqual([422, 'taskHadContractor']);
    const task = await closedTask(api, customer, contractor);
    for (const person of [stranger, staff]) expect(await refusal(post(person, { ...claim, task }))).toEqual([404, undefined]);
    expect(await refusal(post(customer, { ...claim, task: randomUUID() }))).toEqual([404, undefined]);
    await api.owner.query(`update life set at = at - interval '3 years 2 days' where id = $1`, [`task/${task}`]);
    const { id } = (await post(customer, { ...claim, task })).body;
    // The other party must not read what the claimant has paid the operator.
    const { body: chain } = await api.as(contractor).get<object>(`/v1/disputes/${id}/events`);
    expect(JSON.stringify(chain)).not.toContain('liability');
  });

  it('for damages does not stop a running deal, and its outcome is a debt', async () => {
    const task = await acceptedTask(api, customer, contractor);
    await api.as(contractor).command(task, 'start');
    const calculation = [{ what: 'A vase', amount: 500_000 }];
    const claim = { task, against: 'counterparty', about: 'damages', amount: 500_000, demand: 'A vase was broken', calculation };
    const { id } = (await post(customer, claim)).body;
    await does(contractor, id, 'admit', { note: 'It slipped' });
    const { body: debts } = await api.as(customer).get<{ items: object[] }>('/v1/debts');
    expect(debts.items[0]).toMatchObject({
      debtor: 'contractor',
      creditor: 'customer',
      ground: 'admission',
      amount: tenge(5_000),
      owed: tenge(5_000),
    });
    await api.as(contractor).command(task, 'submit');
    expect(await api.as(customer).command(task, 'approve')).toMatchObject({ stage: 'settling.due', progress: { due: tenge(15_000) } });
  });

  it('about the price of a submission goes through its task, and only that sum is at stake', async () => {
    const task = await acceptedTask(api, customer, contractor);
    await api.as(contractor).command(task, 'start');
    await api.as(contractor).command(task, 'submit');
    const claim = { task, against: 'counterparty', about: 'price', submission: 1, amount: 300_000, demand: 'One hour was idle' };
    expect(await refusal(post(customer, { ...claim, submission: 2 }))).toEqual([422, 'claimFitsDeal']);
    expect(await refusal(post(customer, { ...claim, amount: 1_500_001 }))).toEqual([422, 'claimFitsDeal']);
    const key = randomUUID();
    const [first, again] = [await post(customer, claim, key), await post(customer, claim, key)];
    expect([first.status, first.body.id, again.body.id]).toEqual([201, `${task}.1`, `${task}.1`]);
    await api.withWorker(async () => {
      await does(contractor, first.body.id, 'admitInPart', { amount: 100_000, reasons: 'Twenty minutes' });
      await does(customer, first.body.id, 'drop');
      await until(
        async () => (await api.as(customer).get(`/v1/tasks/${task}`)).body?.progress?.claims.length === 0,
        'the end of the claim',
      );
    });
    expect(await api.as(customer).command(task, 'approve')).toMatchObject({ stage: 'settling.due' });
    // 15 000 less the 1 000 that was admitted.
    expect((await api.as(customer).get(`/v1/tasks/${task}`)).body.progress).toMatchObject({ due: tenge(14_000), approved: tenge(14_000) });
    // The task ends, and the same request still returns the same dispute.
    expect(await api.as(contractor).command(task, 'confirm')).toMatchObject({ state: 'closed' });
    const late = await post(customer, claim, key);
    expect([late.status, late.body.id, late.headers.get('idempotent-replayed')]).toEqual([201, `${task}.1`, 'true']);
  });

  it('for the costs of leaving is allowed only against the party that left without a ground', async () => {
    const task = await acceptedTask(api, customer, contractor);
    const costs = {
      task,
      against: 'counterparty',
      about: 'costs',
      amount: 80_000,
      demand: 'Fuel',
      calculation: [{ what: 'Fuel', amount: 80_000 }],
    };
    expect(await refusal(post(contractor, costs))).toEqual([422, 'costsOfLeaving']);
    expect(await api.as(customer).command(task, 'cancel', { reasons: 'Moved house' })).toMatchObject({ state: 'cancelled' });
    expect(await refusal(post(customer, costs))).toEqual([422, 'costsOfLeaving']);
    const key = randomUUID();
    const { id } = (await post(contractor, costs, key)).body;
    await does(customer, id, 'admit');
    const { body: debts } = await api.as(contractor).get<{ items: object[] }>('/v1/debts');
    expect(debts.items[0]).toMatchObject({ debtor: 'customer', creditor: 'contractor', ground: 'cost-of-leaving', owed: tenge(800) });
    // After the term no other claim is accepted, and the same request still returns the same dispute.
    await api.owner.query(
      `update life set snapshot = jsonb_set(snapshot, '{context,left,at}', '"2026-01-05T07:00:00.000Z"') where id = $1`,
      [`task/${task}`],
    );
    expect(await refusal(post(contractor, costs))).toEqual([422, 'costsOfLeaving']);
    expect((await post(contractor, costs, key)).body.id).toBe(id);
  });

  it('is what a claim in an ended task refers to, in the reader’s language', async () => {
    const task = await closedTask(api, customer, contractor);
    const claim = { about: 'conduct', demand: 'A window is broken' };
    const says = {
      en: 'The task has ended. Make the claim separately, by POST /v1/disputes (9.1).',
      ru: 'Задание завершено: претензию по нему заявите отдельно, POST /v1/disputes (пункт 9.1).',
      kk: 'Тапсырма аяқталған: ол бойынша кінәрат-талапты бөлек қойыңыз, POST /v1/disputes (9.1-тармақ).',
    };
    for (const [language, detail] of Object.entries(says)) {
      const { status, problem } = await api.as(contractor).post(`/v1/tasks/${task}/claim`, claim, { language });
      expect([status, problem?.code, problem?.rule, problem?.clause]).toEqual([409, 'not-in-this-state', 'claimStandsAlone', '9.1']);
      expect(problem?.detail).toBe(detail);
      expect(problem?.commands).toMatchObject([{ name: 'claim', href: '/v1/disputes', method: 'POST', clause: '9.1' }]);
    }
    expect((await post(contractor, { task, against: 'counterparty', ...claim })).status).toBe(201);
    const offered = async (by: Person, id: string) => (await api.as(by).get<{ claim?: object }>(`/v1/tasks/${id}`)).body.claim;
    for (const party of [customer, contractor])
      expect(await offered(party, task)).toMatchObject({ name: 'claim', href: '/v1/disputes', method: 'POST', clause: '9.1' });
    expect(await offered(staff, task)).toBeUndefined();
    // The staff see the task, but cannot claim.
    expect((await api.as(staff).post(`/v1/tasks/${task}/claim`, claim)).problem?.rule).toBeUndefined();

    const { id: withdrawn } = await api.as(customer).postTask();
    await api.as(customer).command(withdrawn, 'withdraw');
    const { problem } = await api.as(customer).post(`/v1/tasks/${withdrawn}/claim`, claim);
    expect([problem?.status, problem?.rule, problem?.commands]).toEqual([409, 'taskHadContractor', []]);
    expect(await offered(customer, withdrawn)).toBeUndefined();
    expect(await offered(customer, await acceptedTask(api, customer, contractor))).toBeUndefined();
  });

  it('is against the operator, whose staff answer within its limit (6.2)', async () => {
    const task = await acceptedTask(api, customer, contractor);
    expect(await refusal(post(staff, { against: 'operator', happenedOn: today, about: 'conduct', demand: 'Something' }))).toEqual([
      403,
      undefined,
    ]);
    const { body } = await post(contractor, {
      task,
      against: 'operator',
      happenedOn: today,
      about: 'damages',
      amount: 2_000_000,
      demand: 'My account was closed',
      calculation: [{ what: 'Two days', amount: 2_000_000 }],
    });
    expect(body).toMatchObject({
      claimant: 'contractor',
      against: 'operator',
      customer: null,
      task,
      limit: { atMost: tenge(0), cap: tenge(50_000), paid: tenge(0), months: 12, clause: '6.2' },
    });
    const { id } = body;
    expect((await api.as(customer).get(`/v1/disputes/${id}`)).status).toBe(404);
    expect((await read(staff, id)).commands.map(({ name }) => name)).toEqual(['admit-in-part', 'reject', 'propose-limit']);
    expect((await read(contractor, id)).commands.map(({ name }) => name)).toEqual(['drop']);
    // A contractor pays nothing to the operator (3.3), so nothing may be admitted.
    expect(await refusal(ask(staff, id, 'admitInPart', { amount: 500_000, reasons: 'For two days' }))).toEqual([422, 'withinLiability']);
    await does(staff, id, 'reject', { reasons: 'Beyond what the offer allows' });
  });

  it('can be admitted beyond the limit of 6.2 by two persons of the staff, with reasons that the claimant cannot read', async () => {
    const { body } = await post(contractor, {
      against: 'operator',
      happenedOn: today,
      about: 'damages',
      amount: 2_000_000,
      demand: 'My account was closed by mistake',
      calculation: [{ what: 'Two days', amount: 2_000_000 }],
    });
    const { id } = body;
    const waits = async () =>
      (await api.as(staff).get<{ items: { kind: string; href: string }[] }>('/v1/operator/work?limit=100')).body.items
        .filter(({ href }) => href === `/v1/disputes/${id}`)
        .map(({ kind }) => kind);
    const reasons = 'The mistake was ours alone';
    expect(await refusal(ask(contractor, id, 'proposeLimit', { amount: 1_500_000, reasons }))).toEqual([403, undefined]);
    for (const amount of [2_000_001, 3_000_000])
      expect(await refusal(ask(staff, id, 'proposeLimit', { amount, reasons }))).toEqual([422, 'limitIsBeyond']);
    const proposed = await does(staff, id, 'proposeLimit', { amount: 1_500_000, reasons });
    expect(proposed.limit).toMatchObject({ atMost: tenge(0), raised: false, proposed: { version: 1, amount: tenge(15_000), reasons } });
    expect(await waits()).toEqual(['answerClaim', 'decideLimit']);
    // Until a second person confirms, the limit stays, and the claimant reads neither the sum nor the reasons.
    expect(await refusal(ask(colleague, id, 'admit'))).toEqual([409, 'claimIsWithinLimit']);
    expect(await refusal(ask(staff, id, 'confirmLimit', { version: 1 }))).toEqual([422, 'raisedByAnother']);
    expect((await read(contractor, id)).limit).toMatchObject({ atMost: tenge(0), proposed: null });
    for (const path of ['', '/events', '/notices'])
      expect(JSON.stringify((await api.as(contractor).get(`/v1/disputes/${id}${path}`)).body)).not.toMatch(/ours alone|1500000/);
    expect(JSON.stringify((await api.as(colleague).get(`/v1/disputes/${id}`)).body)).toContain(reasons);

    await does(colleague, id, 'refuseLimit', { version: 1, reasons: 'Half is enough' });
    expect(await refusal(ask(colleague, id, 'confirmLimit', { version: 1 }))).toEqual([409, 'limitIsProposed']);
    await does(staff, id, 'proposeLimit', { amount: 800_000, reasons: 'Half of it' });
    const raised = await does(colleague, id, 'confirmLimit', { version: 2 });
    expect(raised.limit).toMatchObject({ atMost: tenge(8_000), raised: true, proposed: null });
    expect(await refusal(ask(staff, id, 'admitInPart', { amount: 800_001, reasons: 'Too much' }))).toEqual([422, 'withinLiability']);
    await does(staff, id, 'admitInPart', { amount: 800_000, reasons: 'The mistake was ours' });
    const debts = (await api.as(contractor).get<{ items: object[] }>('/v1/debts?party=creditor')).body.items;
    expect(debts[0]).toMatchObject({ debtor: 'operator', creditor: 'contractor', amount: tenge(8_000) });
  });

  it('hears the staff propose sums beyond the limit only so often, and answer all the same', async () => {
    const calculation = [{ what: 'Two days', amount: 2_000_000 }];
    const given = {
      against: 'operator',
      happenedOn: today,
      about: 'damages',
      amount: 2_000_000,
      demand: 'My account was closed',
      calculation,
    };
    const { id } = (await post(contractor, given)).body;
    await api.owner.query(`update parameter set value = '11' where code = 'commandMostRepeats'`);
    const reasons = 'Ours alone';
    for (let version = 1; version <= 11; version += 1) {
      await does(version % 2 === 0 ? staff : colleague, id, 'proposeLimit', { amount: 1_500_000, reasons });
      await does(staff, id, 'refuseLimit', { version, reasons });
    }
    expect(await refusal(ask(staff, id, 'proposeLimit', { amount: 1_500_000, reasons }))).toEqual([409, 'repeatsAreLeft']);
    expect(await refusal(ask(colleague, id, 'proposeLimit', { amount: 1_500_000, reasons }))).toEqual([409, 'repeatsAreLeft']);
    await does(staff, id, 'reject', { reasons: 'No' });
    await api.owner.query(`update parameter set value = '500' where code = 'commandMostRepeats'`);
  });

  it('names no sum if it demands something other than money', async () => {
    const { id } = (await post(customer, { against: 'operator', happenedOn: today, about: 'conduct', demand: 'Restore my account' })).body;
    expect(await read(customer, id)).toMatchObject({ amount: null, task: null });
    await does(staff, id, 'reject', { reasons: 'It was rightly closed' });
    expect(await refusal(ask(staff, id, 'offer', { version: 1, amount: 1 }))).toEqual([422, 'amountFits']);
    expect(await refusal(ask(staff, id, 'offer', { version: 1, note: 'Restored on Monday' }))).toEqual([422, 'dayIsNamed']);
    await does(staff, id, 'offer', {
      version: 1,
      note: 'Restored on Monday',
      until: addCalendarDays(todayInAlmaty(), 30),
    });
    const settled = await does(customer, id, 'acceptOffer', { version: 1 });
    expect(settled).toMatchObject({ state: 'settled', outcome: { toClaimant: null, toRespondent: null } });
    const { items } = (await api.as(customer).get<{ items: { template: string; body: string }[] }>(`/v1/disputes/${id}/notices`)).body;
    expect(items.find(({ template }) => template === 'claim-settled')?.body).not.toMatch(/₸/);
  });

  const example = {
    task: randomUUID(),
    against: 'operator',
    happenedOn: '2026-11-20',
    about: 'damages',
    amount: 5,
    demand: 'Something',
    calculation: [{ what: 'Something', amount: 5 }],
    submission: 1,
    files: [randomUUID()],
  };
  it.each(beyondBounds(PostDispute, example))('refuses a claim with $name', async ({ body }) => {
    expect((await api.as(customer).post('/v1/disputes', body)).status).toBe(400);
  });

  it('refuses a claim against the other party of no task', async () => {
    expect((await post(customer, { against: 'counterparty', demand: 'Something' })).status).toBe(400);
  });

  it.each([1, 1_000_000_000_000])('accepts a claim for %i tiyn, and refuses a larger one', async (amount) => {
    expect(
      (await post(customer, { against: 'operator', happenedOn: today, about: 'price', amount, demand: 'Something' })).body.amount,
    ).toEqual({
      amount,
      currency: 'KZT',
    });
    const beyond = amount === 1 ? 0 : amount + 1;
    expect(
      (await post(customer, { against: 'operator', happenedOn: today, about: 'price', amount: beyond, demand: 'Something' })).status,
    ).toBe(400);
  });
});

const EXAMPLES: Record<keyof typeof DISPUTE_COMMANDS, object> = {
  admit: { until: '2026-12-01', note: 'Note' },
  admitInPart: { amount: 5, until: '2026-12-01', reasons: 'Reasons', files: [randomUUID()] },
  reject: { reasons: 'Reasons', files: [randomUUID()] },
  offer: { version: 1, amount: 5, until: '2026-12-01', note: 'Note' },
  acceptOffer: { version: 1 },
  declineOffer: { version: 1, reasons: 'Reasons' },
  endTalks: {},
  drop: { reasons: 'Reasons' },
  jointInstruction: { amount: 5, until: '2026-12-01', note: 'Note' },
  confirmInstruction: { version: 1 },
  requestStatement: {},
  recordCourtAct: {
    amount: 5,
    until: '2026-12-01',
    court: 'Court',
    caseNumber: '1',
    covers: 'rest',
    decidedOn: '2026-11-20',
    inForceOn: '2026-11-21',
    proof: 'Proof',
    files: [randomUUID()],
  },
  objectToCourtAct: { version: 1, reasons: 'Reasons', files: [randomUUID()] },
  confirmCourtAct: { version: 1, reasons: 'Reasons' },
  proposeLimit: { amount: 5, reasons: 'Reasons' },
  confirmLimit: { version: 1 },
  refuseLimit: { version: 1, reasons: 'Reasons' },
};

test.each(Object.entries(EXAMPLES))('invalid input to %s is refused before anything else', async (name, example) => {
  const { id, life } = await begin();
  const schema = DISPUTE_COMMANDS[name as keyof typeof DISPUTE_COMMANDS].body;
  for (const { body } of beyondBounds(schema, example))
    expect([body, (await api.as(staff).post(`/v1/disputes/${id}/${kebab(name)}`, body)).status]).toEqual([body, 400]);
  expect(await eventsOf(life)).toHaveLength(1);
});
