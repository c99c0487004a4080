import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { offerRevisions } from '../../documents/offer.ts';
import { revisionAt } from '../../models/stores/offer-revision.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { openSessionFor } from '../../testing/people/accounts.ts';
import type { Proposed } from '../../testing/people/proposals.ts';
import { decide, inForceOn, needNoNotice, proposeRevision, publishes } from '../../testing/people/proposals.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { Offer, OfferRevision, OfferRevisionList } from './schema.ts';

type Revision = z.output<typeof OfferRevision>;
type List = z.output<typeof OfferRevisionList>;

const [first] = offerRevisions;
const FIRST = first?.text as string;
const inDays = (days: number): string => addCalendarDays(todayInAlmaty(), days);
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

let api: Api;
let operator: Person;
let second: Person;
beforeEach(async () => {
  api = await openApi();
  [operator, second] = await Promise.all([api.join(['operator']), api.join(['operator'])]);
  await needNoNotice(api);
});
afterEach(() => api.close());

/** The first revision with another clause, in force from this day. */
const withClause = (clause: string, day: string): string => `${inForceOn(FIRST, day)}\n${clause}\n`;
const propose = (text: string, inForceFrom: string, by = operator) => proposeRevision(api, by, text, inForceFrom);
const publish = (text: string, inForceFrom: string) => publishes(api, [operator, second], text, inForceFrom);
const list = async (): Promise<List['items']> => (await api.as().get<List>('/v1/offer/revisions')).body.items;
const inForce = async (): Promise<z.output<typeof Offer>> => (await api.as().get<z.output<typeof Offer>>('/v1/offer')).body;

describe('the revisions of the offer (10.2, 10.3)', () => {
  it('begin with that of 1 February 2026, which is in force and has no difference', async () => {
    expect(await inForce()).toMatchObject({ number: 1, id: '2026-02-01', effectiveFrom: '2026-02-01', language: 'ru', text: FIRST });
    const summary = { number: 1, sha256: first?.sha256, inForceFrom: '2026-02-01', publishedAt: '2026-01-31T19:00:00.000Z' };
    expect(await list()).toEqual([summary]);
    const { body } = await api.as().get<Revision>(`/v1/offer/revisions/${first?.sha256}`);
    expect(body).toEqual({ ...summary, previous: null, text: FIRST, difference: null, differenceText: null });
  });

  it('have a next one, which is public at once with its changes, and in force from its day in Almaty', async () => {
    const text = inForceOn(FIRST, inDays(10)).replace('пеня 0,1 % в день', 'пеня 0,05 % в день');
    const { status, body } = await publish(text, inDays(10));
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: 2, sha256: hash(text), inForceFrom: inDays(10), previous: first?.sha256, text });
    expect(body.difference).toMatchObject([
      { clause: '6.3', change: 'changed' },
      { clause: '10.3', change: 'changed' },
    ]);
    expect(body.differenceText).toContain('0,[-1-][+05+] % в день');
    expect((await api.as().get(`/v1/offer/revisions/${hash(text)}`)).body).toEqual(body);
    expect((await list()).map(({ number }) => number)).toEqual([2, 1]);

    expect((await inForce()).number).toBe(1);
    const begins = Date.parse(endOfDay(inDays(9)));
    const at = async (ms: number) => (await revisionAt(api.lives.database, new Date(ms).toISOString()))?.number;
    expect([await at(begins - 1), await at(begins)]).toEqual([1, 2]);
    expect(await at(Date.parse('2026-01-31T18:59:59.999Z'))).toBeUndefined();
  });

  it('published for today are in force from publication, and not in the hours before', async () => {
    const { body } = await publish(withClause('10.4. Ещё один пункт.', todayInAlmaty()), todayInAlmaty());
    expect(await inForce()).toMatchObject({ number: 2, clauses: { '10.4': 'Ещё один пункт.' } });
    const before = new Date(Date.parse(body.publishedAt) - 1).toISOString();
    expect((await revisionAt(api.lives.database, before))?.number).toBe(1);
  });

  it('give notice: they come into force no earlier than so many days after their publication', async () => {
    await api.owner.query(`update parameter set value = '10' where code = 'offerNoticeDays'`);
    for (const days of [0, 1, 9])
      expect((await propose(withClause('10.4. Ещё один пункт.', inDays(days)), inDays(days))).problem).toMatchObject({
        code: 'rule-refused',
        rule: 'offerGivesNotice',
        clause: '10.2',
      });
    const { body: proposal } = await propose(withClause('10.4. Ещё один пункт.', inDays(10)), inDays(10));
    // The day of publication counts, not that of the proposal.
    await api.owner.query(`update parameter set value = '11' where code = 'offerNoticeDays'`);
    expect((await decide(api, second, proposal)).problem?.rule).toBe('offerGivesNotice');
    await api.owner.query(`update parameter set value = '10' where code = 'offerNoticeDays'`);
    expect((await decide(api, second, proposal)).status).toBe(200);
  });

  it('are proposed and published once, however often and concurrently it is requested', async () => {
    const text = withClause('10.4. Ещё один пункт.', inDays(3));
    const replies = await Promise.all(Array.from({ length: 6 }, () => propose(text, inDays(3))));
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 202]);
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const [first] = replies.map(({ body }) => body);
    const confirmed = await Promise.all(Array.from({ length: 4 }, () => decide(api, second, first as Proposed)));
    expect(confirmed.map(({ status, problem }) => problem?.code ?? status)).toContain(200);
    expect((await decide(api, second, first as Proposed)).body).toMatchObject({ state: 'confirmed', decidedBy: second.id });
    expect(await list()).toHaveLength(2);
    expect((await propose(text, inDays(3))).body).toMatchObject({ number: 2, sha256: hash(text) });
  });

  it('are hidden until a second person confirms them, and are in the staff’s work list', async () => {
    const text = withClause('10.4. Ещё один пункт.', inDays(3));
    const { body: proposal } = await propose(text, inDays(3));
    expect(proposal).toMatchObject({
      kind: 'offerRevision',
      state: 'waiting',
      proposedBy: operator.id,
      mayDecide: false,
      offerRevision: { sha256: hash(text), inForceFrom: inDays(3), namesItsDay: true, differenceText: expect.stringContaining('10.4') },
    });
    expect(await list()).toHaveLength(1);
    expect((await api.as(second).get(`/v1/offer/revisions/${hash(text)}`)).status).toBe(404);
    type Work = { items: { kind: string; title: string; href: string }[] };
    const work = async () => (await api.as(second).get<Work>('/v1/operator/work?kind=decideProposal')).body.items;
    expect(await work()).toMatchObject([{ kind: 'decideProposal', href: `/v1/operator/proposals/${proposal.id}` }]);
    expect((await api.as(second).get<Work>('/v1/operator/work')).body.items).toEqual(await work());
    expect((await api.as(second).get<Proposed>(`/v1/operator/proposals/${proposal.id}`)).body).toMatchObject({ mayDecide: true });

    expect((await decide(api, second, proposal, 'The penalty is wrong')).body).toMatchObject({
      state: 'refused',
      refusal: 'The penalty is wrong',
    });
    expect(await work()).toEqual([]);
    expect((await decide(api, second, proposal)).problem?.code).toBe('not-in-this-state');
    expect(await list()).toHaveLength(1);
    expect((await publish(text, inDays(3))).status).toBe(200);
  });

  it('can be confirmed neither by the proposing account nor by another account of the same person', async () => {
    const { body: proposal } = await propose(withClause('10.4. Ещё один пункт.', inDays(3)), inDays(3));
    const { rows } = await api.owner.query(
      `insert into membership (account, person, roles) select $2, person, '{owner}' from membership where account = $1 returning person`,
      [operator.id, second.id],
    );
    const other = { ...operator, token: await openSessionFor(api.owner, rows[0].person, second.id), id: second.id };
    for (const [who, same] of Object.entries({ operator, other }))
      for (const reasons of [undefined, 'No'])
        expect([who, (await decide(api, same, proposal, reasons)).problem?.rule]).toEqual([who, 'secondPersonDecides']);
    for (const stranger of [await api.join(['customer']), await api.join(['contractor'])])
      expect((await decide(api, stranger, proposal)).problem?.code).toBe('not-found');
    expect(await list()).toHaveLength(1);
    await expect(
      api.rows(
        `update proposal set outcome = 'confirmed', decided_by = $1, decided_by_person = proposed_by_person, decided_at = now()`,
        second.id,
      ),
    ).rejects.toThrow('violates check constraint');
  });

  it('that name another day in force than that of their publication are refused; one that names no day is accepted', async () => {
    for (const text of [FIRST, withClause('10.4. Ещё один пункт.', inDays(4))])
      expect((await propose(text.replace('0,1 %', '0,2 %'), inDays(3))).problem).toMatchObject({
        rule: 'offerNamesItsDay',
        clause: '10.2',
      });
    const silent = FIRST.replace(/^10\.3\..*$/m, '10.3. О новой редакции сообщается на Сайте.');
    expect((await propose(silent, inDays(3))).body.offerRevision).toMatchObject({ namesItsDay: false });
  });

  it('are numbered consecutively, whatever the order of confirmation', async () => {
    const replies = await Promise.all([3, 4, 5].map((days) => propose(withClause(`10.4. Вариант ${days}.`, inDays(days)), inDays(days))));
    const confirmed = await Promise.all(replies.map(({ body }) => decide(api, second, body)));
    const done = confirmed.filter(({ status }) => status === 200).length;
    expect(done).toBeGreaterThan(0);
    expect(confirmed.flatMap(({ problem }) => problem?.rule ?? [])).toEqual(Array.from({ length: 3 - done }, () => 'offerComesLater'));
    expect((await list()).map(({ number }) => number)).toEqual(Array.from({ length: done + 1 }, (_, index) => done + 1 - index));
  });

  it('are refused without clauses, with a repeated number, with a known text, for a past day, or for a day not after the last', async () => {
    const published = withClause('10.4. Ещё один пункт.', inDays(3));
    await publish(published, inDays(3));
    const silent = published.replace(/^10\.3\..*$/m, '10.3. О новой редакции сообщается на Сайте.');
    const other = silent.replace('Ещё один', 'Другой');
    for (const [text, from, rule] of [
      ['Оферта без пунктов', inDays(5), 'offerHasClauses'],
      [`${FIRST}\n10.3. Ещё раз.\n`, inDays(5), 'offerHasClauses'],
      [published, inDays(5), 'offerNamesItsDay'],
      [other, inDays(-1), 'offerGivesNotice'],
      [other, inDays(3), 'offerComesLater'],
      [other, inDays(2), 'offerComesLater'],
    ] as const) {
      expect((await propose(text, from)).problem).toMatchObject({ code: 'rule-refused', rule, clause: '10.2', detail: expect.any(String) });
    }
    await publish(silent, inDays(4));
    expect((await propose(silent, inDays(5))).problem?.rule).toBe('offerIsNew');
    expect(await list()).toHaveLength(3);
  });

  it('are published only by the operator, word for word', async () => {
    const text = `${FIRST}\n10.4. Ещё один пункт.\n`;
    for (const roles of [['customer'], ['contractor'], ['customer', 'contractor']] as const)
      expect((await propose(text, inDays(3), await api.join([...roles]))).problem?.code).toBe('wrong-party');
    expect((await api.as().post('/v1/offer/revisions', { text, inForceFrom: inDays(3) })).problem?.code).toBe('unauthenticated');
    for (const body of [
      {},
      { text },
      { text, inForceFrom: 'tomorrow' },
      { text, inForceFrom: '2026-02-30' },
      { text, inForceFrom: inDays(3), number: 7 },
      { text: '', inForceFrom: inDays(3) },
      { text: text.replaceAll('\n', '\r\n'), inForceFrom: inDays(3) },
      { text: `${text}\u0000`, inForceFrom: inDays(3) },
      { text: '1.1. '.padEnd(30_001, 'я'), inForceFrom: inDays(3) },
    ])
      expect((await api.as(operator).post('/v1/offer/revisions', body)).problem?.code).toBe('invalid-input');
    const longest = '1.1. '.padEnd(30_000, 'я');
    expect((await publish(longest, inDays(3))).status).toBe(200);
  });

  it('are not found by another hash', async () => {
    for (const sha256 of ['f'.repeat(64), 'x', '2026-02-01'])
      expect((await api.as().get(`/v1/offer/revisions/${sha256}`)).problem?.code).toBe('not-found');
  });

  it('cannot be changed, removed or misnamed in the database', async () => {
    for (const sql of [`update offer_revision set text = 'x'`, 'delete from offer_revision']) {
      await expect(api.rows(sql)).rejects.toThrow('permission denied');
      await expect(api.owner.query(sql)).rejects.toThrow('offer_revision is append-only');
    }
    await expect(api.owner.query('truncate offer_revision cascade')).rejects.toThrow('offer_revision is append-only');
    await expect(
      api.rows(
        `insert into offer_revision (sha256, number, text, in_force_from, previous) values ($1, 2, 'x', '2030-01-01', $2)`,
        hash('y'),
        first?.sha256,
      ),
    ).rejects.toThrow('violates check constraint');
  });
});
