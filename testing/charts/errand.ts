/** A small test life with every feature of a life: timers that move and repeat, an effect with an answer, and a child. It ignores the offer. */
import { assign, setup } from 'xstate';
import type { SendToLife, StartChild } from '../../charts/effects.ts';
import { ordersOf } from '../../charts/effects.ts';
import type { BoundParties, ChartEvent } from '../../charts/law.ts';
import { answer, command, due, next, reminder, speaksFor, timeout } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Localized } from '../../charts/messages.ts';

interface ErrandContext extends BoundParties {
  id?: string;
  openUntil?: string;
  reminders?: string[];
  doneBy?: string | undefined;
  children: number;
  charged?: string;
}

type ErrandEvent =
  | ChartEvent<'post', { id: string; openUntil?: string; reminders?: string[] }>
  | ChartEvent<'postpone', { openUntil: string }>
  | ChartEvent<'accept', { doneBy?: string }>
  | ChartEvent<'giveBack', { openUntil: string }>
  | ChartEvent<'charge', { amount: number }>
  | ChartEvent<'charged', { receipt: string }>
  | ChartEvent<'chargeFailed', { fault: string }>
  | ChartEvent<'send', { to: string; arrivesBy: string }>
  | ChartEvent<'arrived', { from: string; seq: number; hash: string }>
  | ChartEvent<'finish', object>
  | ChartEvent<'block' | 'fine', object>;

/** The effects of the errand and its parcel: kinds of the product, and one of their own. */
export interface ErrandEffects {
  pay: { amount: number };
  startChild: StartChild;
  sendToLife: SendToLife;
}

type Scope = { context: ErrandContext; event: ErrandEvent };

const { effect, notify, ordered } = ordersOf<Scope, 'customer', 'news', ErrandEffects>();

const errand = setup({
  types: { context: {} as ErrandContext, events: {} as ErrandEvent, input: {} as Partial<ErrandContext> },
  guards: {
    by: speaksFor,
    anyone: () => true,
    amountIsPositive: ({ event }) => event.type === 'charge' && event.input.amount > 0,
  },
  delays: {
    openReminder: ({ context, event }) => next(context.reminders, event.at),
    openUntil: ({ context }) => due(context.openUntil),
    doneBy: ({ context }) => due(context.doneBy),
  },
  actions: {
    bind: assign(({ context, event }) =>
      event.type === 'post' ? { ...context, ...event.input, ...(event.actor !== undefined && { customer: event.actor }) } : context,
    ),
    move: assign(({ context, event }) =>
      'openUntil' in event.input ? { ...context, openUntil: event.input.openUntil as string } : context,
    ),
    bindContractor: assign(({ context, event }) => ({
      ...context,
      ...(event.actor !== undefined && { contractor: event.actor }),
      ...(event.type === 'accept' && event.input.doneBy !== undefined && { doneBy: event.input.doneBy }),
    })),
    unbind: assign({ contractor: undefined, doneBy: undefined }),
    countChild: assign(({ context }) => ({ ...context, children: context.children + 1 })),
    keepReceipt: assign(({ context, event }) => (event.type === 'charged' ? { ...context, charged: event.input.receipt } : context)),
    ...ordered('notify', 'pay', 'startChild'),
  },
});

const tell = notify('customer', 'news');

export const errandChart = errand.createMachine({
  id: 'errand',
  context: ({ input }) => ({ children: 0, ...input }),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { post: command('customer', 'platform', { candidate: 'anyone', target: 'open', actions: ['bind'] }) } },
    open: {
      on: {
        postpone: command('customer', 'platform', { target: 'open', actions: ['move'] }),
        accept: command('contractor', 'platform', { candidate: 'anyone', target: 'taken', actions: ['bindContractor', tell] }),
        block: command('operator', 'platform', { target: 'blocked' }),
        fine: command('operator', 'platform', { target: 'blocked' }),
      },
      after: {
        openReminder: reminder('platform', { actions: [tell] }),
        openUntil: timeout('platform', { target: 'expired', actions: [tell] }),
      },
    },
    taken: {
      on: {
        giveBack: command('contractor', 'platform', { target: 'open', actions: ['move', 'unbind'] }),
        charge: command('customer', 'platform', {
          check: 'amountIsPositive',
          target: 'charging',
          actions: [effect('pay', ({ event }) => ({ amount: event.type === 'charge' ? event.input.amount : 0 }))],
        }),
        send: command('customer', 'platform', {
          actions: [
            'countChild',
            effect('startChild', ({ context, event }) => ({
              child: `parcel/${context.id}/${context.children}`,
              type: 'send',
              by: 'platform',
              input: { parent: `errand/${context.id}`, ...event.input },
            })),
          ],
        }),
        arrived: answer({ target: 'delivered', actions: [tell] }),
        finish: command(['customer', 'contractor'], 'platform', { target: 'finished' }),
      },
      after: { doneBy: timeout('platform', { target: 'expired' }) },
    },
    charging: {
      on: {
        charged: answer({ target: 'taken', actions: ['keepReceipt'] }),
        chargeFailed: answer({ target: 'taken', actions: [tell] }),
      },
    },
    delivered: { on: { finish: command(['customer', 'contractor'], 'platform', { target: 'finished' }) } },
    finished: { type: 'final' },
    expired: { type: 'final' },
    blocked: { type: 'final' },
  },
});

interface ParcelContext {
  parent: string;
  arrivesBy?: string;
}

const parcelOrders = ordersOf<{ context: ParcelContext }, never, never, ErrandEffects>();

/** A child life: it arrives by itself and reports to its parent. */
export const parcelChart = setup({
  types: {
    context: {} as ParcelContext,
    events: {} as ChartEvent<'send', { parent: string; to: string; arrivesBy: string }>,
    input: {} as Partial<ParcelContext>,
  },
  guards: { by: speaksFor },
  delays: { arrivesBy: ({ context }) => due(context.arrivesBy) },
  actions: {
    bind: assign(({ event }) => ({ parent: event.input.parent, arrivesBy: event.input.arrivesBy })),
    ...parcelOrders.ordered('sendToLife'),
  },
}).createMachine({
  id: 'parcel',
  context: ({ input }) => ({ parent: '', ...input }),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { send: answer({ target: 'underway', actions: ['bind'] }) } },
    underway: {
      after: {
        arrivesBy: timeout('platform', {
          target: 'there',
          actions: [parcelOrders.effect('sendToLife', ({ context }) => ({ to: context.parent, type: 'arrived', input: {} }))],
        }),
      },
    },
    there: { type: 'final' },
  },
});

const same = (text: string): Localized => ({ kk: text, ru: text, en: text });
const lawOf = (chart: LifeType['chart'], name: string): LifeType => ({
  chart,
  messages: {
    life: same(name),
    states: {},
    commands: {},
    timers: {},
    rules: {},
    notices: { news: { subject: same(`News of your ${name} {number}`), body: same('There is news. {deadline}') } },
  },
  recipients: (context, to) => [(context as Record<string, string | undefined>)[to]].filter((account) => account !== undefined),
  summary: () => 'a test',
});

export const testLaws: Record<string, LifeType> = { errand: lawOf(errandChart, 'errand'), parcel: lawOf(parcelChart, 'parcel') };
