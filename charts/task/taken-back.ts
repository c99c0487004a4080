/** Money that the payer's bank took back after the task had it: what it changes of a task. */
import { sum, tiynOf } from '../../rules/money.ts';
import { remindersBefore } from '../../rules/working-days.ts';
import { leftToPay, takenOfLeft } from '../payout/stopped.ts';
import { change, on, when } from './context.ts';
import { latest, movedOrSet, workingDays } from './deadlines.ts';
import type { TaskContext } from './types.ts';

/** What is left of the money at the provider, once the bank has taken some. */
const leftOf = ({ funds }: TaskContext, { kept, returning }: { kept: string; returning: string }): bigint =>
  BigInt(funds?.held ?? '0') - (tiynOf(kept) ?? 0n) - (tiynOf(returning) ?? 0n);

export const onTakenBack = {
  nothingIsKept: when('paymentTakenBack', ({ context, event }) => leftOf(context, event.input) <= 0n),
  /** The payment was asked to capture more than it has now: it does nothing until it is asked again. */
  isCapturedInVain: when(
    'paymentTakenBack',
    ({ context, event }) => BigInt(context.underWay) > leftOf(context, event.input) && event.input.kept !== '0',
  ),
  moreWasTaken: when('payoutStopped', ({ context, event }) => takenOfLeft(event.input, context.takenOfPayout) !== '0'),
  isOfThisSource: when('paymentTakenBack', ({ context, event: { input } }) => context.source === input.child && input.owed !== '0'),
};

export const ofTakenBack = {
  reduceFunds: on('paymentTakenBack', ({ context, event: { input } }) => {
    const { funds } = context;
    if (funds === undefined || funds.payment !== input.child) return {};
    const held = leftOf(context, input);
    return { funds: held > 0n ? { ...funds, held: String(held) } : undefined };
  }),
  endCapture: change(() => ({ underWay: '0' })),
  reduceCaptured: on('paymentTakenBack', ({ context, event: { input } }) => {
    const left = BigInt(context.captured ?? '0') - (tiynOf(input.owed) ?? 0n);
    return left > 0n ? { captured: String(left), underWay: String(left) } : { captured: undefined, source: undefined, underWay: '0' };
  }),
  noteTakenOfPayout: on('paymentTakenBack', ({ context, event }) => ({
    takenOfPayout: sum(context.takenOfPayout ?? '0', String(tiynOf(event.input.owed) ?? 0n)),
  })),
  /** What the payout had beside that is to be paid out by another one. */
  takeStopped: on('payoutStopped', ({ context, event: { input } }) => {
    const left = leftToPay(input, context.takenOfPayout);
    const ended = { payout: undefined, takenOfPayout: undefined };
    return left === '0'
      ? { ...ended, captured: undefined, source: undefined, underWay: '0' }
      : { ...ended, captured: left, underWay: left };
  }),
  /** The customer is asked again for money that was there: the term of payment runs again. */
  renewPayment: change(({ context, event }) => {
    const { terms, deadlines } = context;
    const renewed = workingDays(event, terms.payWorkingDays);
    const payBy = deadlines.payBy === undefined ? renewed : latest(movedOrSet(context, deadlines.payBy), renewed);
    const reminders = terms.payReminderWorkingDays.map((days) => workingDays(event, days));
    return {
      deadlines: {
        ...deadlines,
        since: event.at,
        payBy,
        payReminders: remindersBefore(payBy, reminders),
      },
    };
  }),
};
