/** A direct payment before settlement, in advance or for an approved part (5.2): the customer reports it, the contractor confirms or denies it. */
import { command, reminder } from '../law.ts';
import { notify } from './orders.ts';

/** Moves nothing but what is paid: what was confirmed counts when the task settles. */
export const inAdvance = () => ({
  report: command('customer', '5.2', {
    guard: 'mayPayInAdvance',
    check: ['amountIsWithinPrice', 'paymentDayHasCome'],
    calendar: true,
    actions: [{ type: 'reportPayment' as const, params: { of: 'price' as const } }, notify('contractor', 'payment-reported')],
  }),
  confirm: command('contractor', '5.2', {
    guard: 'somethingIsReported',
    check: ['reportIsCurrent', 'amountIsWithinPrice'],
    actions: ['confirmPayment' as const, notify('customer', 'payment-confirmed')],
  }),
  deny: command('contractor', '5.2', {
    guard: 'somethingIsReported',
    check: 'reportIsCurrent',
    actions: ['denyPayment' as const, notify('customer', 'payment-denied')],
  }),
});

export const confirmReminder = () => reminder('5.2', { actions: [notify('contractor', 'confirm-reminder')] });
