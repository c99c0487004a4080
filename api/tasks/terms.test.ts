import type { Language } from '../../charts/messages.ts';
import { TERM_NAMES } from '../../charts/task/term-words.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

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
  ])('are read in words before acceptance (%s), and each says whether it is usual', async (language, title, text, silence) => {
    const { id } = await api
      .as(customer)
      .postTask({ terms: { payWorkingDays: 7, silence: 'approved', reviewWorkingDays: 5, earlyStart: false } });
    const { body } = await api.as(stranger).get<Task>(`/v1/tasks/${id}`, { language });
    expect(body.terms.map(({ name }) => name)).toEqual(TERM_NAMES);
    const pay = { name: 'payWorkingDays', title, value: 7, text: text.replace(' ', '\u00a0'), clause: '5.2', usual: false };
    expect(termOf(body, 'payWorkingDays')).toEqual(pay);
    expect(termOf(body, 'silence')).toMatchObject({ value: 'approved', text: silence, clause: '4.3.3', usual: false });
    expect(body.terms.filter(({ usual }) => !usual).map(({ name }) => name)).toEqual(['silence', 'payWorkingDays']);
  });

  it('stay usual or not by the day of posting, whatever is usual later', async () => {
    const posted = await api.as(customer).postTask({ terms: { acceptDays: 9 } });
    await api.owner.query(`update parameter set value = '9' where code = 'acceptDays'`);
    const later = await api.as(customer).postTask({ terms: { acceptDays: 9 } });
    await api.owner.query(`update parameter set value = '7' where code = 'acceptDays'`);
    const { body } = await api.as(customer).get<Task>(`/v1/tasks/${posted.id}`);
    expect([termOf(body, 'acceptDays'), termOf(later, 'acceptDays')]).toMatchObject([{ usual: false }, { usual: true }]);
  });
});
