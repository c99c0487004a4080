/** Brings tasks to a late or missed start. */
import { catchUp } from '../../lives/commit.ts';
import { taskLife } from '../../lives/ids.ts';
import { shiftClock } from '../engine/pass.ts';
import type { Api, Person } from '../worlds/api.ts';
import { acceptedTask } from './tasks.ts';

const HOUR = 3_600_000;

/** A task that was to begin in two days, whose grace is over two hours later. Returns its id. */
export async function missedStart(api: Api, customer: Person, contractor: Person, given: object = {}): Promise<string> {
  const task = await acceptedTask(api, customer, contractor, { terms: { earlyStart: false }, ...given });
  await shiftClock(api, taskLife(task), 50 * HOUR);
  await catchUp(api.lives, taskLife(task));
  return task;
}
