import type { Language } from '../../charts/messages.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi();
  customer = await api.join(['customer']);
  contractor = await api.join(['contractor']);
});
afterAll(() => api.close());

const said = async (reader: Person, { id }: Task, name: string, language: Language = 'en') => {
  const { body } = await api.as(reader).get<Task>(`/v1/tasks/${id}`, { language });
  return body.commands.find((each) => each.name === name)?.consequences?.replaceAll('\u00a0', ' ');
};
const does = (person: Person, { id }: Task, name: string, body: object = {}) => api.as(person).command(id, name, body);

/** For a task of 15 000 tenge. */
describe('the menu names the consequences of a command', () => {
  it.each<[Language, string]>([
    [
      'ru',
      'Обе стороны будут связаны: работа должна быть выполнена за 15 000,00 ₸. Сколько удержат по вашему режиму и сколько вы получите, показано в задании.',
    ],
    [
      'kk',
      'Екі тарап та міндетті болады: жұмыс 15 000,00 ₸ бағамен орындалуға тиіс. Тапсырмада көрсетілген: салық режиміңізге қарай не ұсталады және сізге қанша түседі.',
    ],
    [
      'en',
      'Both parties are bound: the work has to be done for 15,000.00 ₸. The task shows what is withheld under your regime, and what you receive.',
    ],
  ])('to a contractor who may accept (%s)', async (language, words) => {
    expect(await said(contractor, await api.as(customer).postTask(), 'accept', language)).toBe(words);
  });

  it('to a customer who may leave or approve, and to a contractor who may leave or be paid', async () => {
    const task = await api.as(customer).postTask({ terms: { cancelCost: 1_000 } });
    await does(contractor, task, 'accept', { version: 1 });
    expect(await said(customer, task, 'cancel')).toBe(
      'The task ends. By its terms you owe for leaving without a ground: 1,500.00 ₸; in all, with approved work: 1,500.00 ₸. The contractor may claim actual costs too; their sum is not known yet.',
    );
    expect(await said(contractor, task, 'resign')).toBe(
      'The task ends. Due to you for approved work: 0.00 ₸. The customer may claim actual costs; their sum is not known yet.',
    );
    // A command that neither binds, ends nor moves anything has none.
    expect(await said(contractor, task, 'start')).toBeUndefined();
    await does(contractor, task, 'start');
    await does(contractor, task, 'submit');
    expect(await said(customer, task, 'approve', 'ru')).toBe(
      'Работа будет принята. Исполнителю причитается: 15 000,00 ₸. Вознаграждение Оператору: 750,00 ₸.',
    );
    expect(await said(customer, task, 'approve-part')).toMatch(/not known yet/);
    await does(customer, task, 'approve');
    expect(await said(contractor, task, 'confirm')).toBe('Unless you name another sum, this one counts as received: 15,000.00 ₸.');
  });

  it('and when money that goes through the platform comes', async () => {
    const task = await api.as(customer).postTask({ payment: 'platform' });
    expect(await said(contractor, task, 'accept')).toMatch(
      /is paid when the task is settled: once all work is done, or the task has ended\./,
    );
  });
});
