import { pino } from 'pino';
import type { Sequelize } from 'sequelize';
import { readConfig } from '../config.ts';
import { loginAs, query } from '../local/postgresql.ts';
import { openDatabase } from '../models/database.ts';
import { calendarDaysAfter, isConfirmed, workingDaysAfter } from '../rules/working-days.ts';
import { createDatabase } from '../testing/worlds/database.ts';
import { openCalendar } from './calendar.ts';

let own: Awaited<ReturnType<typeof createDatabase>>;
let database: Sequelize;
beforeAll(async () => {
  own = await createDatabase(readConfig().DATABASE_URL);
  database = openDatabase(own.url, { connections: 2 });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const open = () => openCalendar(database, pino({ enabled: false }));

describe('the calendar that travels with an input', () => {
  it.each([
    ['2026-11-28T07:00:00.000Z', '2026-11-27', '2027-12-31', 16],
    ['2027-12-31T18:59:59.999Z', '2027-12-30', '2027-12-31', 0],
    ['2027-12-31T19:00:00.000Z', '2027-12-31', '2027-12-31', 0],
    ['2031-06-01T07:00:00.000Z', '2031-05-31', '2030-12-31', 0],
    ['2020-06-01T07:00:00.000Z', '2020-05-31', '2019-12-31', 0],
  ])('at %s is from %s to %s, and never an error', async (at, from, until, off) => {
    const calendar = (await open())(at);
    expect(calendar).toMatchObject({ from, until });
    expect(calendar.off).toHaveLength(off);
    for (let days = 0; days <= 250; days++) {
      expect(workingDaysAfter(at, days, calendar) > at).toBe(true);
      expect(calendarDaysAfter(at, days, calendar) > at).toBe(true);
    }
  });

  it('counts 60 working days over the end of the table, and says that the end is unconfirmed', async () => {
    const at = '2027-12-01T07:00:00.000Z';
    const calendar = (await open())(at);
    expect(workingDaysAfter(at, 60, calendar)).toBe('2028-02-29T19:00:00.000Z');
    expect([10, 60].map((days) => isConfirmed(workingDaysAfter(at, days, calendar), calendar))).toEqual([true, false]);
  });

  it('does not treat a year as known because a later one is, and does not fail without any row', async () => {
    const add = `insert into calendar_day (date, kind, name, source, confirmed) values ('2029-05-05', 'working', 'test', 'test', true)`;
    await query(loginAs(own.url, 'akjet_owner'), add);
    expect((await open())('2028-01-03T07:00:00.000Z')).toMatchObject({ until: '2027-12-31' });
    expect((await open())('2029-01-03T07:00:00.000Z')).toMatchObject({ until: '2029-12-31', working: ['2029-05-05'] });
    await query(loginAs(own.url, 'akjet_owner'), 'delete from calendar_day');
    const calendar = (await open())('2026-12-30T07:00:00.000Z');
    expect(workingDaysAfter('2026-12-30T07:00:00.000Z', 2, calendar)).toBe('2027-01-05T19:00:00.000Z');
  });
});
