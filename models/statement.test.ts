import { readConfig } from '../config.ts';
import { loginAs } from '../local/postgresql.ts';
import { openDatabase } from './database.ts';
import { query, select, statement } from './statement.ts';

const database = openDatabase(loginAs(readConfig().DATABASE_URL, 'akjet_owner'), { connections: 1 });
afterAll(() => database.close());

const prepared = (like: string): Promise<{ name: string }[]> =>
  select(database, 'select name from pg_prepared_statements where name like $1 order by name', [like]);

it('a named statement is prepared once for each connection, inside and outside a transaction', async () => {
  const alone = query<{ sum: number }>('test-alone', 'select $1::int + $2::int as sum');
  const within = statement<{ sum: number }>('test-within', 'select $1::int * $2::int as sum');
  for (const number of [1, 2, 3]) {
    expect(await alone(database, [number, 1])).toEqual([{ sum: number + 1 }]);
    expect(await database.transaction((transaction) => within(transaction, [number, 2]))).toEqual([{ sum: number * 2 }]);
  }
  expect(await prepared('test-%')).toEqual([{ name: 'test-alone' }, { name: 'test-within' }]);
});

it('dynamic SQL is not prepared', async () => {
  const before = await prepared('%');
  expect(await select(database, 'select $1::int as one', [1])).toEqual([{ one: 1 }]);
  expect(await prepared('%')).toEqual(before);
});

it('a statement runs in its transaction and is rolled back with it', async () => {
  const make = statement('test-make', 'create temporary table passing (id int)');
  const find = query<{ name: string | null }>('test-find', `select to_regclass('passing') as name`);
  const failing = database.transaction(async (transaction) => {
    await make(transaction, []);
    throw new Error('enough');
  });
  await expect(failing).rejects.toThrow('enough');
  expect(await find(database, [])).toEqual([{ name: null }]);
});

it('an error has the SQLSTATE without the values, and the connection stays usable', async () => {
  const divide = query('test-divide', 'select $1::int / $2::int as ratio');
  const error = await divide(database, [4183, 0]).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: '22012' });
  expect(JSON.stringify(error)).not.toContain('4183');
  expect(await divide(database, [6, 3])).toEqual([{ ratio: 2 }]);
});

it('undefined becomes null', async () => {
  expect(await query('test-null', 'select $1::text as nothing')(database, [undefined])).toEqual([{ nothing: null }]);
});
