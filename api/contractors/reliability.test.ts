/** What the figures about a contractor rest on: the stars of reviews, how tasks began, claims. */
import { taskLife } from '../../lives/ids.ts';
import { shiftClock } from '../../testing/engine/pass.ts';
import { acceptedTask, closedTask } from '../../testing/lives/tasks.ts';
import { does, done, settle } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { inHours, joinParties, openApi } from '../../testing/worlds/api.ts';

const HOUR = 3_600_000;

interface Known {
  rating: number | null;
  stars: number[];
  starts: { inTime: number; late: number; missed: number; contested: number };
  disputes: number;
  basis: string;
}

let api: Api;
let customer: Person;
let contractor: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  ({ customer } = await joinParties(api));
});
beforeEach(async () => {
  const made = await settle(api);
  await does(api, made.person, made.account, 'describe', { profile: { headline: 'Грузчик' } });
  contractor = made.person as unknown as Person;
});
afterAll(() => api.close());

const known = async (): Promise<Known> => {
  const { id } = done(await api.as(contractor).get<{ id: string }>('/v1/accounts/me'));
  return done(await api.as(customer).get<Known>(`/v1/contractors/${id}`));
};
/** An accepted task that begins in two days and takes eight hours. Its grace is a quarter of that. */
const accepted = (): Promise<string> => acceptedTask(api, customer, contractor, { terms: { earlyStart: false } });

describe('the reliability of a contractor', () => {
  it('counts starts in time, late ones and no-shows by the clock of the task, and nothing before the start is due', async () => {
    const [inTime, late, missed, later] = [await accepted(), await accepted(), await accepted(), await accepted()];
    expect((await known()).starts).toEqual({ inTime: 0, late: 0, missed: 0, contested: 0 });
    // Both are told of a late start after an hour.
    await shiftClock(api, taskLife(inTime), 48 * HOUR + 59 * 60_000);
    await shiftClock(api, taskLife(late), 49 * HOUR + 60_000);
    await shiftClock(api, taskLife(missed), 50 * HOUR);
    await shiftClock(api, taskLife(later), 24 * HOUR);
    for (const task of [inTime, late, missed]) await api.as(contractor).command(task, 'start');
    expect((await known()).starts).toEqual({ inTime: 1, late: 1, missed: 1, contested: 0 });
  });

  it('counts a start that nobody made, and one that both have moved by its new time', async () => {
    const [left, moved] = [await accepted(), await accepted()];
    for (const task of [left, moved]) await shiftClock(api, taskLife(task), 49.5 * HOUR);
    await api.as(customer).command(left, 'give-up', { reasons: 'Nobody came' });
    expect((await known()).starts).toEqual({ inTime: 0, late: 1, missed: 0, contested: 0 });
    // Who resigns while late leaves no better record than who comes late.
    const resigned = await accepted();
    await shiftClock(api, taskLife(resigned), 49.5 * HOUR);
    await api.as(contractor).command(resigned, 'resign', { reasons: 'Ill' });
    expect((await known()).starts).toEqual({ inTime: 0, late: 2, missed: 0, contested: 0 });
    const lines = [{ id: 1, name: 'Loading', unit: 'hour', quantity: 5, unitPrice: 300_000 }];
    await api.as(contractor).command(moved, 'amend', { title: 'Later', version: 1, lines, startAt: inHours(60), dueAt: inHours(72) });
    await api.as(customer).command(moved, 'accept-amendment', { version: 1 });
    await shiftClock(api, taskLife(moved), 11 * HOUR + 60_000);
    await api.as(contractor).command(moved, 'start');
    expect((await known()).starts).toEqual({ inTime: 1, late: 2, missed: 0, contested: 0 });
  });

  it('shows on how many reviews of which stars the rating rests, and claims of both sides', async () => {
    const other = await api.join(['customer']);
    for (const [author, stars] of [
      [customer, 5],
      [customer, 5],
      [other, 2],
    ] as const) {
      const task = await closedTask(api, author, contractor);
      done(await api.as(author).post(`/v1/reviews/${task}.1/write`, { stars }));
      done(await api.as(contractor).post(`/v1/reviews/${task}.1/write`, { stars: 3 }));
    }
    // (5 + 5 + 2) / 3 = 4.
    expect(await known()).toMatchObject({
      rating: 4,
      stars: [0, 1, 0, 0, 2],
      reviewers: 2,
      disputes: 0,
      basis: expect.stringContaining('whoever was right'),
    });
  });
});
