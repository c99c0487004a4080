/** Begins the transfer of each past month in which something was withheld (3.4): once for a month, however often it is asked. */
import type { CollectMonth } from '../charts/social-transfer/types.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import { collectKey, socialTransferLife } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { registerHash } from '../lives/social-register.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { collectedSoFar, keepLines, monthsWithoutTransfer, withheldUntil } from '../models/stores/social-transfer.ts';
import type { Parameter } from '../rules/parameters.ts';
import { listAt, numberAt } from '../rules/parameters.ts';
import type { TransferLine } from '../rules/social-transfer.ts';
import { codesOn, collectedFrom, linesDue, ofEach, transferDueOn } from '../rules/social-transfer.ts';
import type { Component } from '../rules/withholding.ts';
import type { Calendar } from '../rules/working-days.ts';
import { addCalendarDays, civilDate, morningOf } from '../rules/working-days.ts';
import { createLife } from './create-life.ts';

function transferOf(month: string, lines: readonly TransferLine[], rows: readonly Parameter[], calendar: Calendar): CollectMonth {
  const dueOn = transferDueOn(month, rows, calendar);
  const total = (component: Component): bigint => lines.reduce((all, line) => (line.component === component ? all + line.amount : all), 0n);
  return {
    ...{ month, dueOn, register: registerHash(lines), persons: new Set(lines.map(({ account }) => account)).size },
    reminders: listAt(rows, 'socialTransferReminderDays', dueOn).map((days) => morningOf(addCalendarDays(dueOn, -days))),
    totals: ofEach((component) => String(total(component))),
    codes: codesOn(rows, dueOn),
    lateReminderDays: numberAt(rows, 'socialTransferLateReminderDays', dueOn),
    returnDays: numberAt(rows, 'socialTransferReturnDays', dueOn),
  };
}

/** @returns the transfers that there are now of months that had none and in which something is due. */
export async function collectSocialPayments(lives: Lives, dispatch: Dispatch, now = new Date()): Promise<string[]> {
  const { database } = lives;
  const today = civilDate(now.toISOString());
  const [rows, months] = await Promise.all([readParameters(database), monthsWithoutTransfer(database, today.slice(0, 7))]);
  const begun: string[] = [];
  // One after the other: a month asks for what earlier ones have not.
  for (const month of months) {
    if (today < collectedFrom(month, rows)) continue;
    const { lines } = linesDue(await withheldUntil(database, month), await collectedSoFar(database));
    if (lines.length === 0) continue;
    const life = socialTransferLife(month);
    await createLife(lives, dispatch, {
      ...{ life, key: collectKey(life), type: 'collect' },
      input: transferOf(month, lines, rows, lives.calendar(now.toISOString())),
      inSameTransaction: (transaction) => keepLines(transaction, life, 0, lines),
    });
    begun.push(life);
  }
  return begun;
}
