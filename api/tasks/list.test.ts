import { walk } from '../../testing/probes/pages.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

interface List {
  items: Task[];
  next: string | null;
}

let api: Api;
let customer: Person;
let contractor: Person;
let operator: Person;
beforeAll(async () => {
  api = await openApi();
  await api.owner.query(`update parameter set value = '10000' where code like 'quota%'`);
  [customer, contractor, operator] = await Promise.all([api.join(['customer']), api.join(['contractor']), api.join(['operator'])]);
});
afterAll(() => api.close());

const list = async (person: Person, query = ''): Promise<List> => (await api.as(person).get<List>(`/v1/tasks?${query}`)).body;
const ids = ({ items }: List): string[] => items.map(({ id }) => id);

describe('the list of tasks', () => {
  it('returns pages: each task once, newest first, while others are added', async () => {
    const posted: string[] = [];
    for (let count = 0; count < 11; count++) posted.unshift((await api.as(customer).postTask()).id);
    for (const reader of [customer, contractor, operator]) {
      for (const limit of [1, 4, 11, 100]) {
        const walked = await walk(
          (query) => list(reader, query),
          limit,
          () => api.as(customer).postTask(),
        );
        const numbers = walked.map(({ number }) => number);
        expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(walked.map(({ id }) => id).filter((id) => posted.includes(id))).toEqual(posted);
      }
    }
  });

  it('says if there is no next page', async () => {
    const own = await api.join(['customer']);
    expect(await list(own)).toEqual({ items: [], next: null });
    const { id, number } = await api.as(own).postTask();
    expect(await list(own)).toMatchObject({ items: [{ id }], next: null });
    expect((await list(own, 'limit=1')).next).toBe(String(number));
    expect(await list(own, `limit=1&after=${number}`)).toEqual({ items: [], next: null });
  });

  it('has twenty items by default', async () => {
    const own = await api.join(['customer']);
    await api.as(own).postTask({ places: 21 });
    expect((await list(own)).items).toHaveLength(20);
  });

  it('shows a task once to a reader with several kinds of access', async () => {
    const both = await api.join(['customer', 'contractor']);
    const own = await api.as(both).postTask();
    const choice = await api.as(customer).postTask({ match: 'choice' });
    await api.as(both).command(choice.id, 'respond', { version: 1 });
    const seen = ids(await list(both, 'limit=100'));
    for (const id of [own.id, choice.id]) expect(seen.filter((each) => each === id)).toHaveLength(1);
  });

  it('can be filtered by state and by one’s role in a task', async () => {
    const [poster, worker] = [await api.join(['customer']), await api.join(['contractor'])];
    const open = await api.as(poster).postTask();
    const invited = await api.as(poster).postTask({ match: 'invited', invited: [worker.id] });
    const choice = await api.as(poster).postTask({ match: 'choice' });
    const agreed = await api.as(poster).postTask();
    const withdrawn = await api.as(poster).postTask();
    await api.as(worker).command(choice.id, 'respond', { version: 1 });
    await api.as(worker).command(agreed.id, 'accept', { version: 1 });
    await api.as(poster).command(withdrawn.id, 'withdraw');

    const found = async (person: Person, query: string) => ids(await list(person, `limit=100&${query}`));
    expect(await found(poster, '')).toEqual([withdrawn, agreed, choice, invited, open].map(({ id }) => id));
    expect(await found(poster, 'state=posted')).toEqual([choice, invited, open].map(({ id }) => id));
    expect(await found(poster, 'state=withdrawn&party=customer')).toEqual([withdrawn.id]);
    expect(await found(poster, 'party=contractor')).toEqual([]);
    expect(await found(worker, 'party=candidate')).toEqual([choice.id, invited.id]);
    expect(await found(worker, 'party=contractor')).toEqual([agreed.id]);
    expect(await found(worker, 'party=contractor&state=executing')).toEqual([]);
    expect(await found(worker, 'party=customer')).toEqual([]);
    expect((await found(operator, '')).slice(0, 5)).toEqual([withdrawn, agreed, choice, invited, open].map(({ id }) => id));
  });

  it('can be filtered by days, from one moment until before another', async () => {
    const own = await api.join(['customer']);
    const tasks: Task[] = [];
    for (let count = 0; count < 4; count++) tasks.unshift(await api.as(own).postTask());
    const [newest, third, second, oldest] = tasks as [Task, Task, Task, Task];
    const found = async (query: string) => ids(await list(own, query));
    expect(await found(`postedFrom=${third.postedAt}`)).toEqual([newest.id, third.id]);
    expect(await found(`postedUntil=${third.postedAt}`)).toEqual([second.id, oldest.id]);
    expect(await found(`postedFrom=${second.postedAt}&postedUntil=${newest.postedAt}`)).toEqual([third.id, second.id]);
    expect(await found(`postedFrom=${newest.postedAt}&postedUntil=${oldest.postedAt}`)).toEqual([]);
    expect(await found('postedFrom=2099-01-01T00:00:00Z')).toEqual([]);
    expect(await found('postedUntil=2000-01-01T00:00:00Z')).toEqual([]);
    expect(await found('postedFrom=2000-01-01T00:00:00Z&postedUntil=2099-01-01T00:00:00Z')).toHaveLength(4);
    const walked = await walk((query) => list(own, `postedUntil=${newest.postedAt}&${query}`), 1);
    expect(walked.map(({ id }) => id)).toEqual([third.id, second.id, oldest.id]);
  });

  it('finds by days also tasks whose numbers and moments are in different order', async () => {
    const own = await api.join(['customer']);
    const [first, second] = [await api.as(own).postTask(), await api.as(own).postTask()];
    await api.owner.query('update task set posted_at = $2 where id = $1', [`task/${first.id}`, new Date(Date.parse(second.postedAt) + 5)]);
    expect(ids(await list(own, `postedUntil=${new Date(Date.parse(second.postedAt) + 1).toISOString()}`))).toEqual([second.id]);
    expect(ids(await list(own, `postedFrom=${new Date(Date.parse(second.postedAt) + 1).toISOString()}`))).toEqual([first.id]);
  });
});
