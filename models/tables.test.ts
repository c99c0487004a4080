import type { Model, ModelStatic, Sequelize } from 'sequelize';
import { readConfig } from '../config.ts';
import { openDatabase } from './database.ts';
import { tables } from './tables.ts';

const url = readConfig().DATABASE_URL;
const database = openDatabase(url, { connections: 1 });
const other = openDatabase(url, { connections: 1 });
const modelsOf = (of: Sequelize): Record<string, ModelStatic<Model>> => tables(of);
afterAll(() => Promise.all([database.close(), other.close()]));

it.each(Object.entries(modelsOf(database)))('the application may read every column of the model %s', async (_, model) => {
  await expect(model.findAll({ limit: 1, raw: true })).resolves.toBeInstanceOf(Array);
});

it('each database has its own models', () => {
  expect(tables(database)).toBe(tables(database));
  for (const each of [database, other]) for (const model of Object.values(modelsOf(each))) expect(model.sequelize).toBe(each);
});
