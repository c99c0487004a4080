/** A closed month takes no record of money on a day of it. */
import { monthKey } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { isClosed } from '../../models/stores/month.ts';
import { refusalBy } from '../errors.ts';

/** The record is in the month before it is closed, or refused after that: the two wait for each other. `day`: the civil date on which money came. */
export const monthTakes =
  (day: string): Precondition =>
  async (transaction) =>
    (await isClosed(transaction, monthKey(day.slice(0, 7)))) ? refusalBy('monthIsOpen') : undefined;
