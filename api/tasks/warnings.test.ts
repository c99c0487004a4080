import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi, posting } from '../../testing/worlds/api.ts';

type Warned = Task & { warnings: { path: string; message: string }[] };

let api: Api;
let customer: Person;
beforeAll(async () => {
  api = await openApi();
  customer = await api.join(['customer']);
});
afterAll(() => api.close());

const read = async ({ id }: Task, reader: Person, language?: string): Promise<Warned['warnings']> =>
  (await api.as(reader).get<Warned>(`/v1/tasks/${id}`, language ? { language } : {})).body.warnings;

describe('the nature of a task and its category', () => {
  it.each([
    ['a construction category as services', { category: 'roofing' }, 'chapter 33.*R-1'],
    ['a construction category as other works', { category: 'roofing', nature: 'works' }, 'other works.*R-1'],
    ['another category as construction', { category: 'translation', nature: 'construction' }, 'chapter 32.*not be form R-1'],
  ] as const)('that do not fit are said to the customer, with what follows: %s', async (_, given, words) => {
    const task = (await api.as(customer).postTask(given)) as Warned;
    const warnings = [{ path: 'nature', message: expect.stringMatching(new RegExp(words)) }];
    expect(task.warnings).toEqual(warnings);
    expect(await read(task, customer)).toEqual(warnings);
    const inWords = await Promise.all(['kk', 'ru', 'en'].map(async (language) => (await read(task, customer, language))[0]?.message));
    expect(new Set(inWords).size).toBe(3);
  });

  it.each([
    ['construction', { category: 'roofing', nature: 'construction' }],
    ['services', { category: 'translation' }],
    ['no category', { nature: 'construction' }],
  ] as const)('that fit bring no warning: %s', async (_, given) => {
    expect(await read(await api.as(customer).postTask(given), customer)).toEqual([]);
  });

  it('are said in the preview of a change, and no longer once the task cannot be withdrawn', async () => {
    const task = await api.as(customer).postTask({ category: 'translation' });
    const preview = async (category: string): Promise<unknown> => {
      const body = { ...posting(), category, version: 1 };
      return (await api.as(customer).post<Warned>(`/v1/tasks/${task.id}/change?preview=true`, body)).body.warnings;
    };
    expect(await preview('roofing')).toMatchObject([{ path: 'nature' }]);
    expect(await preview('plumbing')).toEqual([]);
    const contractor = await api.join(['contractor']);
    const wrong = await api.as(customer).postTask({ category: 'roofing' });
    expect(await read(wrong, contractor)).toEqual([]);
    await api.as(contractor).post(`/v1/tasks/${wrong.id}/accept`, { version: 1 });
    expect(await read(wrong, customer)).toEqual([]);
  });
});
