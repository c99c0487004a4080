import { readConfig } from '../config.ts';
import { loginAs, query } from '../local/postgresql.ts';
import { createDatabase } from '../testing/worlds/database.ts';
import { migrate } from './database.ts';

it('concurrent migrations leave an up-to-date database unchanged', async () => {
  const { url: own, drop } = await createDatabase(readConfig().DATABASE_URL);
  const url = loginAs(own, 'akjet_owner');
  const executed = () => query(url, 'select name from migration order by name');
  const before = await executed();
  await Promise.all([migrate(url), migrate(url)]);
  expect(await executed()).toEqual(before);
  await drop();
});

it('a database of another version is refused and stays unchanged', async () => {
  const { url: own, drop } = await createDatabase(readConfig().DATABASE_URL);
  const url = loginAs(own, 'akjet_owner');
  await query(url, `insert into migration (name) values ('0002-people-and-tasks.ts'); delete from migration where name = '0001-lives.ts'`);
  await expect(migrate(url)).rejects.toThrow(
    'the database belongs to another version, drop it and start again: it has 0002-people-and-tasks.ts',
  );
  await drop();
});
