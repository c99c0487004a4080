import type { Model, ModelStatic, Sequelize } from 'sequelize';
import { readConfig } from '../config.ts';
import { openDatabase } from './database.ts';
import { tables } from './tables.ts';

const url = readConfig().DATABASE_URL;
const database = openDatabase(url, { connections: 1 });
const other = openDatabase(url, { connections: 1 });
const modelsOf = (of: Sequelize): Record<string, ModelStatic<Model>> => tables(of);
afterAll(() => Promise.all([database.close(), other.close()]));

it.each(Object.entries(modelsOf(database)))('the model %s has columns that the application may read', async (_, model) => {
  await expect(model.findAll({ limit: 1, raw: true })).resolves.toBeInstanceOf(Array);
});

it('each database has models of its own', () => {
  expect(tables(database)).toBe(tables(database));
  for (const each of [database, other]) for (const model of Object.values(modelsOf(each))) expect(model.sequelize).toBe(each);
});
