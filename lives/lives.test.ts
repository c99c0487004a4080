import { pino } from 'pino';
import type { Sequelize } from 'sequelize';
import { createMachine } from 'xstate';
import type { LifeType } from '../charts/life-type.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../models/database.ts';
import { openKeys } from '../models/keys.ts';
import { testLaws } from '../testing/charts/errand.ts';
import { createDatabase } from '../testing/worlds/database.ts';
import { openLives } from './lives.ts';

let own: Awaited<ReturnType<typeof createDatabase>>;
const processes: Sequelize[] = [];
beforeAll(async () => {
  own = await createDatabase(readConfig().DATABASE_URL);
  for (let count = 0; count < 8; count++) processes.push(openDatabase(own.url, { connections: 2 }));
});
afterAll(async () => {
  await Promise.all(processes.map((each) => each.close()));
  await own.drop();
});

const errand = testLaws.errand as LifeType;
const parcel = testLaws.parcel as LifeType;

/** The errand with an unreachable state, which makes another chart for each name. */
const edited = (name: string): LifeType => {
  const { config, implementations } = errand.chart;
  const states = { ...(config.states as object), [name]: {} };
  return { ...errand, chart: createMachine({ ...config, states } as never, implementations as never) as never };
};

const publish = async (database: Sequelize, lifeTypes: Record<string, LifeType>) => {
  const { types } = await openLives(database, { lifeTypes, keys: openKeys(['ab'.repeat(32)]), log: pino({ enabled: false }) });
  return Object.values(types).map(({ chartNumber }) => chartNumber);
};

test('each published chart gets one number within its life type, even if several processes publish it at once', async () => {
  const [one, ...others] = processes as [Sequelize, ...Sequelize[]];
  expect(await publish(one, { errand, parcel })).toEqual([1, 1]);
  expect(await publish(one, { errand: edited('second'), parcel })).toEqual([2, 1]);
  expect(await publish(one, { errand, parcel })).toEqual([1, 1]);

  const names = ['third', 'fourth', 'fifth'];
  const numbers = await Promise.all(others.map((each, index) => publish(each, { errand: edited(names[index % 3] as string) })));
  expect(new Set(numbers.flat())).toEqual(new Set([3, 4, 5]));
  expect(numbers[0]).toEqual(numbers[3]);
  expect(await publish(one, { errand: edited('fifth') })).toEqual(numbers[2]);
});
