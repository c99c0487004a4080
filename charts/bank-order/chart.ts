/**
 * The law of a payment order to the operator's bank (5.2): one of the finance makes it of payouts that wait, another releases it on the same day. Until then
 * a payout may leave it, so it only becomes smaller. What was released is numbered, and stays as it is: the bank's statement says what was paid.
 */
import { setup } from 'xstate';
import { ordersOf } from '../effects.ts';
import { answer, command, due, isSecondPerson, openEnded, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { BankOrderContext, BankOrderEvent } from './types.ts';

interface Scope {
  context: BankOrderContext;
  event: BankOrderEvent;
}

const { begin, on, when } = contextOf<BankOrderContext, BankOrderEvent>();
const { effect, ordered } = ordersOf<Scope, never, never>();

const bankOrder = setup({
  types: { context: {} as BankOrderContext, events: {} as BankOrderEvent, input: {} as Partial<BankOrderContext> },
  guards: {
    by: speaksFor,
    /** Who releases the money is another person than the one who chose the payouts. */
    releasedByAnother: ({ context: { maker }, event }) => isSecondPerson(event, maker.account, maker.person),
    hasLines: when('gathered', ({ event }) => event.input.lines > 0),
  },
  delays: { dayEnds: ({ context }) => due(context.until) },
  actions: {
    bind: begin('make', ({ actor = '', person = '', input }) => ({ ...input, maker: { account: actor, person } })),
    keepTotals: on('gathered', ({ event: { input } }) => ({ lines: input.lines, total: input.total })),
    keepReleased: on('released', ({ event: { input } }) => {
      const { number, lines, total, hash } = input;
      return { number, lines, total, hash };
    }),
    ...ordered('moveOrder'),
  },
});

const move = (step: 'take' | 'handOver' | 'leave') => effect('moveOrder', ({ context: { payouts } }) => ({ step, payouts }));

export const bankOrderChart = bankOrder.createMachine({
  id: 'bank-order',
  context: unbegun<BankOrderContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { make: command('operator', '5.2', { target: 'gathering', actions: ['bind', move('take')] }) } },
    // Each payout is taxed as of today, or says that it waits.
    gathering: {
      meta: openEnded('5.2', 'platform'),
      on: {
        gathered: [
          answer({ check: 'hasLines', target: 'ready', actions: ['keepTotals'] }),
          answer({ target: 'dissolved', actions: ['keepTotals'] }),
        ],
      },
    },
    ready: {
      on: {
        release: command('operator', '5.2', {
          duty: 'releaseOrder',
          check: 'releasedByAnother',
          target: 'releasing',
          actions: [move('handOver')],
        }),
        dissolve: command('operator', '5.2', { target: 'dissolving', actions: [move('leave')] }),
      },
      after: { dayEnds: timeout('5.2', { target: 'dissolving', actions: [move('leave')] }) },
    },
    releasing: {
      meta: openEnded('5.2', 'platform'),
      on: { released: answer({ target: 'released', actions: ['keepReleased'] }), emptied: answer({ target: 'dissolved' }) },
    },
    dissolving: { meta: openEnded('5.2', 'platform'), on: { dissolved: answer({ target: 'dissolved' }) } },
    released: { type: 'final' },
    dissolved: { type: 'final' },
  },
});
