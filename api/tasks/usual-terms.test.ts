import type { Api, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const usual = async (language: string): Promise<Task['terms']> =>
  (await api.as().get<{ items: Task['terms'] }>('/v1/usual-terms', { language })).body.items;

it('are those of a task whose customer names none, for a stranger in each language', async () => {
  const customer = await api.join(['customer']);
  const { id } = (await api.as(customer).post<Task>('/v1/tasks', posting())).body;
  for (const language of ['kk', 'ru', 'en'])
    expect(await usual(language)).toEqual((await api.as(customer).get(`/v1/tasks/${id}`, { language })).body.terms);
});

it('follow the parameters', async () => {
  const shown = async (): Promise<string | undefined> => (await usual('ru')).find(({ name }) => name === 'payWorkingDays')?.text;
  expect(await shown()).toBe('10\u00a0рабочих дней');
  await api.owner.query(`update parameter set value = '3' where code = 'payWorkingDays'`);
  expect(await shown()).toBe('3\u00a0рабочих дня');
});
