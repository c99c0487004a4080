/**
 * The law of money that came to the operator's account (5.1): it waits in suspense until it is known for what it is. What is matched beyond doubt is applied by
 * the platform, the rest by a person. An invoice or a debt takes it, or a payout or a social transfer that came back, or not; if not, it is in suspense again.
 * Where a provider kept another fee than its contract says, or less of a payout came back than was paid, two of the staff accept the difference.
 */
import { setup } from 'xstate';
import { feeAgrees } from '../../rules/provider-fee.ts';
import { entering } from '../bank-entry.ts';
import { ordersOf } from '../effects.ts';
import { answer, command, isConfirmedByAnother, openEnded, speaksFor } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { Difference, InflowContext, InflowEvent } from './types.ts';

interface Scope {
  context: InflowContext;
  event: InflowEvent;
}

const { begin, change, on, when } = contextOf<InflowContext, InflowEvent>();
const { book, effect, ordered } = ordersOf<Scope, never, never>();

/** What is in doubt now. */
export const differenceOf = ({ settlement, cameBack, short }: InflowContext): Difference =>
  settlement === undefined
    ? { of: cameBack && 'payout' in cameBack ? cameBack.payout : '', difference: short ?? '0' }
    : { of: settlement.provider, difference: settlement.fee };

const inflow = setup({
  types: { context: {} as InflowContext, events: {} as InflowEvent, input: {} as Partial<InflowContext> },
  guards: {
    by: speaksFor,
    confirmedByAnother: isConfirmedByAnother,
    feeIsOfContract: when('settle', ({ context, event: { input } }) => feeAgrees(context.amount, input.fee, input.contract)),
    /** The money may have been put back and named for something else since the first of the two looked. */
    differenceIsThat: when('acceptDifference', ({ context, event: { input } }) => {
      const { of, difference } = differenceOf(context);
      return input.of === of && input.difference === difference;
    }),
    isMatched: when('enter', ({ event }) => (event.input.pays ?? event.input.cameBack) !== undefined),
  },
  actions: {
    bind: begin('enter', ({ input }) => input),
    keepMatch: on('match', ({ event }) => ({ pays: event.input.pays })),
    keepReturn: on(['takeReturn', 'takeTransferReturn'], ({ event: { input } }) => ({ cameBack: input })),
    keepSettlement: on('settle', ({ event: { input } }) => ({ settlement: input })),
    keepShort: on('cameShort', ({ event: { input } }) => ({ short: input.short })),
    acceptShort: change(({ context: { cameBack, short } }) => ({
      cameBack: cameBack && 'payout' in cameBack && short !== undefined ? { ...cameBack, short } : cameBack,
      short: undefined,
    })),
    dropMatch: change(() => ({ pays: undefined, cameBack: undefined, settlement: undefined, short: undefined })),
    ...ordered('book', 'applyInflow'),
  },
});

const suspense = ({ inflow: id }: { inflow: string }): string => `suspense/${id}`;
const BANK = 'bank/operator';

const bookEntry = book(({ event }) =>
  event.type !== 'enter' ? [] : [{ debit: BANK, credit: suspense(event.input), amount: event.input.amount, code: 'bank-received' }],
);
const bookKept = book(({ context, event }) =>
  event.type !== 'keep'
    ? []
    : [{ debit: suspense(context), credit: `advance/${event.input.customer}`, amount: context.amount, code: 'advance-received' }],
);
/** What the provider held is at the bank now, or is its fee. */
const bookSettled = book(({ context }) => {
  const { provider = '', fee = '0' } = context.settlement ?? {};
  const credit = `provider/${provider}`;
  const handedOver = { debit: suspense(context), credit, amount: context.amount, code: 'provider-settled' };
  return fee === '0' ? [handedOver] : [handedOver, { debit: 'spent/fees', credit, amount: fee, code: 'provider-fee' }];
});
const bookBack = book(({ context }) => [{ debit: suspense(context), credit: BANK, amount: context.amount, code: 'bank-sent-back' }]);

const apply = () =>
  effect('applyInflow', ({ context: { inflow: id, pays = '', cameBack, amount, on: paidOn } }) => ({
    ...{ inflow: id, amount, paidOn },
    to: cameBack ?? { pays },
  }));

/** The sum is not what it should be: two of the staff explain and accept the difference, which is then an expense, or the money is in suspense again. */
const inDoubt = <Target extends string, Action>(target: Target, actions: Action[]) => ({
  meta: openEnded('5.2', 'staff'),
  on: {
    acceptDifference: command('operator', '5.2', { duty: 'decideDifference', proposed: true, check: 'differenceIsThat', target, actions }),
    rejectDifference: command('operator', '5.2', { target: 'suspense', actions: ['dropMatch' as const] }),
  },
});

export const inflowChart = inflow.createMachine({
  id: 'inflow',
  context: unbegun<InflowContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: entering(bookEntry, apply()),
    suspense: {
      meta: openEnded('5.1', 'staff'),
      on: {
        match: command('operator', '5.1', { duty: 'matchInflow', target: 'matching', actions: ['keepMatch', apply()] }),
        takeReturn: command('operator', '5.2', { target: 'matching', actions: ['keepReturn', apply()] }),
        takeTransferReturn: command('operator', '3.4', { target: 'matching', actions: ['keepReturn', apply()] }),
        settle: [
          command('operator', '5.2', { check: 'feeIsOfContract', target: 'settled', actions: ['keepSettlement', bookSettled] }),
          command('operator', '5.2', { target: 'feeInDoubt', actions: ['keepSettlement'] }),
        ],
        keep: command('operator', '5.1', { target: 'kept', actions: [bookKept] }),
        sendBack: command('operator', 'platform', { proposed: true, target: 'sentBack', actions: [bookBack] }),
      },
    },
    // What takes it books it.
    matching: {
      meta: openEnded('5.1', 'platform'),
      on: {
        applied: answer({ target: 'matched' }),
        notApplied: answer({ target: 'suspense', actions: ['dropMatch'] }),
        cameShort: answer({ target: 'returnInDoubt', actions: ['keepShort'] }),
      },
    },
    feeInDoubt: inDoubt('settled', [bookSettled]),
    returnInDoubt: inDoubt('matching', ['acceptShort' as const, apply()]),
    matched: { type: 'final' },
    settled: { type: 'final' },
    kept: { type: 'final' },
    sentBack: { type: 'final' },
  },
});
