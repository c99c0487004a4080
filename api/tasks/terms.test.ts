import { randomUUID } from 'node:crypto';
import type { Language } from '../../charts/messages.ts';
import { TERM_NAMES } from '../../charts/task/term-words.ts';
import { registerUnderOffer } from '../../testing/people/accounts.ts';
import { done } from '../../testing/people/registration.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';

let api: Api;
let customer: Person;
let stranger: Person;
beforeAll(async () => {
  api = await openApi();
  customer = await api.join(['customer']);
  stranger = await api.join(['contractor']);
});
afterAll(() => api.close());

const termOf = ({ terms }: Task, name: string) => terms.find((term) => term.name === name);

describe('the terms of a task', () => {
  it.each<[Language, string, string, string]>([
    ['ru', 'Срок оплаты принятой работы', '7 рабочих дней', 'работа считается принятой и подлежит оплате'],
    ['kk', 'Қабылданған жұмысқа ақы төлеу мерзімі', '7 жұмыс күні', 'жұмыс қабылданды деп саналады және ақы төленуге тиіс'],
    ['en', 'Time to pay for approved work', '7 working days', 'the work counts as approved and becomes payable'],
  ])('are shown in words before acceptance (%s), and each says whether it is usual', async (language, title, text, silence) => {
    const { id } = await api
      .as(customer)
      .postTask({ terms: { payWorkingDays: 7, silence: 'approved', reviewWorkingDays: 5, earlyStart: false } });
    const { body } = await api.as(stranger).get<Task>(`/v1/tasks/${id}`, { language });
    // The standard plan has no bounds.
    const unbounded = TERM_NAMES.filter((name) => name !== 'fee.minimum' && name !== 'fee.maximum');
    expect(body.terms.map(({ name }) => name)).toEqual(unbounded);
    const pay = {
      name: 'payWorkingDays',
      title,
      value: 7,
      text: text.replace(' ', '\u00a0'),
      clause: '5.2',
      usual: false,
      group: { name: 'money', title: expect.any(String) },
    };
    expect(termOf(body, 'payWorkingDays')).toEqual(pay);
    expect(termOf(body, 'silence')).toMatchObject({ value: 'approved', text: silence, clause: '4.3.3', usual: false });
    expect(body.terms.filter(({ usual }) => !usual).map(({ name }) => name)).toEqual(['silence', 'payWorkingDays']);
  });

  it('are compared with what was usual on the day of posting, also later', async () => {
    const posted = await api.as(customer).postTask({ terms: { acceptDays: 9 } });
    await api.owner.query(`update parameter set value = '9' where code = 'acceptDays'`);
    const later = await api.as(customer).postTask({ terms: { acceptDays: 9 } });
    await api.owner.query(`update parameter set value = '7' where code = 'acceptDays'`);
    const { body } = await api.as(customer).get<Task>(`/v1/tasks/${posted.id}`);
    expect([termOf(body, 'acceptDays'), termOf(later, 'acceptDays')]).toMatchObject([{ usual: false }, { usual: true }]);
  });
});

describe('a term beyond its dated bounds', () => {
  const refused = async (terms: object, language: Language = 'en') =>
    (await api.as(customer).post('/v1/tasks', posting({ terms }), { language })).problem;

  it.each<[string, object, number, number]>([
    ['a review of 60 working days', { reviewWorkingDays: 60 }, 1, 20],
    ['payment after 21 working days', { payWorkingDays: 21 }, 1, 20],
    ['work that is sent back without end', { reworkRounds: 6 }, 0, 5],
    ['rework in a day', { reworkWorkingDays: 1 }, 2, 20],
    ['a hold to be borne for half a year', { holdPatienceDays: 180 }, 1, 60],
    ['more than half the price for leaving', { cancelCost: 5_001 }, 0, 5_000],
    ['a reminder after the longest review', { reviewReminderWorkingDays: [2, 21] }, 1, 20],
    ['a reminder at once', { payReminderWorkingDays: [0] }, 1, 20],
  ])('is refused with the bounds: %s', async (_, terms, min, max) => {
    const [name] = Object.keys(terms);
    const problem = await refused(terms);
    expect(problem).toMatchObject({ status: 422, rule: 'termsAreWithinBounds', clause: 'platform', terms: [{ name, min, max }] });
  });

  it.each<[Language, string]>([
    ['ru', 'Срок оплаты принятой работы: 1 рабочий день – 20 рабочих дней.'],
    ['kk', 'Қабылданған жұмысқа ақы төлеу мерзімі: 1 жұмыс күні – 20 жұмыс күні.'],
    ['en', 'Time to pay for approved work: 1 working day – 20 working days.'],
  ])('is refused in words (%s)', async (language, words) => {
    const detail = String((await refused({ payWorkingDays: 60 }, language))?.detail).replaceAll('\u00a0', ' ');
    expect(detail.endsWith(words)).toBe(true);
  });

  it('is named with all others at once, and the bounds themselves are accepted', async () => {
    const problem = await refused({ reviewWorkingDays: 21, payWorkingDays: 0, reworkRounds: 0 });
    expect(problem).toMatchObject({ terms: [{ name: 'reviewWorkingDays' }, { name: 'payWorkingDays' }] });
    expect(await refused({ reviewWorkingDays: 20, payWorkingDays: 1, reworkRounds: 0, cancelCost: 5_000 })).toBeUndefined();
  });

  it('is judged by the day of posting: a repeated post gets the same response, whatever the bounds are now', async () => {
    const [body, key] = [posting({ terms: { signWorkingDays: 9 } }), randomUUID()];
    const first = await api.as(customer).post<Task>('/v1/tasks', body, { key });
    await api.owner.query(`update parameter set value = '[1, 8]' where code = 'signWorkingDaysBounds'`);
    const again = await api.as(customer).post<Task>('/v1/tasks', body, { key });
    const other = await refused({ signWorkingDays: 9 });
    await api.owner.query(`update parameter set value = '[1, 10]' where code = 'signWorkingDaysBounds'`);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(other).toMatchObject({ terms: [{ name: 'signWorkingDays', max: 8 }] });
  });

  it('has its bounds in the API description', async () => {
    const { body } = await api
      .as()
      .get<{ components: { schemas: { Terms: { properties: Record<string, { description: string }> } } } }>('/openapi.json');
    const { properties } = body.components.schemas.Terms;
    expect(properties.payWorkingDays?.description).toBe('Bounds: 1 to 20 from 2026-02-01. Beyond them 422 `termsAreWithinBounds`');
    expect(properties.cancelCost?.description).toMatch(/^Before the start: .*Bounds: 0 to 5000 from 2026-02-01/);
  });
});

describe('how a task is paid', () => {
  it('is what its post says, else what the account has chosen for all, and what was posted before stays', async () => {
    const payer = api.as(await registerUnderOffer(api, ['customer']));
    const choose = async (payment: string) => {
      const { id } = done(await payer.get<{ id: string }>('/v1/accounts/me'));
      return done(await payer.post<{ payment: string }>(`/v1/accounts/${id}/choose-payment`, { payment })).payment;
    };
    const paid = async (own: object = {}) => (await payer.postTask(own)).payment;
    const before = await payer.postTask();
    expect([before.payment, await choose('platform')]).toEqual(['direct', 'platform']);
    expect([await paid(), await paid({ payment: 'direct' })]).toEqual(['platform', 'direct']);
    expect(done(await payer.get<Task>(`/v1/tasks/${before.id}`)).payment).toBe('direct');
    expect([await choose('direct'), await paid()]).toEqual(['direct', 'direct']);
  });

  it('is not chosen by who posts no tasks', async () => {
    const contractor = await registerUnderOffer(api, ['contractor']);
    expect(done(await api.as(contractor).get<{ payment: string | null }>('/v1/accounts/me')).payment).toBeNull();
    const { problem } = await api.as(contractor).post(`/v1/accounts/${contractor.id}/choose-payment`, { payment: 'platform' });
    expect(problem?.rule).toBe('isCustomer');
  });
});
