/** The measured deal as a chart, with exactly the commands, timers and notices of the bare task. */
import { assign, setup } from 'xstate';
import type { BoundParties, ChartEvent } from '../../charts/law.ts';
import { command, due, speaksFor, timeout } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Localized } from '../../charts/messages.ts';

interface DealContext extends BoundParties {
  openUntil?: string | undefined;
  doneBy?: string | undefined;
}

type DealEvent = ChartEvent<'post' | 'accept' | 'start' | 'submit' | 'approve' | 'report' | 'confirm', { version?: number }>;

const WEEK = 7 * 86_400_000;
const weekAfter = (at: string): string => new Date(Date.parse(at) + WEEK).toISOString();
const tell = (template: string) => ({ type: 'notify' as const, params: { to: 'customer', template } });

const chart = setup({
  types: { context: {} as DealContext, events: {} as DealEvent, input: {} as DealContext },
  guards: {
    by: speaksFor,
    anyone: () => true,
    anotherAccepts: ({ context, event }) => event.actor !== context.customer,
    versionIsCurrent: ({ event }) => event.input.version === 1,
  },
  delays: {
    openUntil: ({ context }: { context: DealContext }) => due(context.openUntil),
    doneBy: ({ context }: { context: DealContext }) => due(context.doneBy),
  },
  actions: {
    open: assign(({ context, event }) => ({ ...context, customer: event.actor, openUntil: weekAfter(event.at) })),
    bind: assign(({ context, event }) => ({ ...context, contractor: event.actor, openUntil: undefined, doneBy: weekAfter(event.at) })),
    done: assign({ doneBy: undefined }),
    notify: (_, _params: { to: string; template: string }) => {},
  },
}).createMachine({
  id: 'deal',
  context: ({ input }) => ({ ...input }),
  initial: 'new',
  states: {
    new: { on: { post: command('customer', 'platform', { candidate: 'anyone', target: 'posted', actions: ['open'] }) } },
    posted: {
      on: {
        accept: command('contractor', 'platform', {
          candidate: 'anotherAccepts',
          check: 'versionIsCurrent',
          target: 'agreed',
          actions: ['bind', tell('accepted')],
        }),
      },
      after: { openUntil: timeout('platform', { target: 'closed' }) },
    },
    agreed: {
      on: { start: command('contractor', 'platform', { target: 'executing' }) },
      after: { doneBy: timeout('platform', { target: 'closed' }) },
    },
    executing: {
      on: { submit: command('contractor', 'platform', { target: 'review', actions: ['done'] }) },
      after: { doneBy: timeout('platform', { target: 'closed' }) },
    },
    review: { on: { approve: command('customer', 'platform', { target: 'settling' }) } },
    settling: { on: { report: command('customer', 'platform', { target: 'reported' }) } },
    reported: { on: { confirm: command('contractor', 'platform', { target: 'closed', actions: [tell('closed')] }) } },
    closed: { type: 'final' },
  },
});

const same = (text: string): Localized => ({ kk: text, ru: text, en: text });
const notice = (text: string) => ({ subject: same(text), body: same(text) });

export const deal: LifeType = {
  chart,
  messages: {
    life: same('Deal'),
    states: {},
    commands: {},
    timers: {},
    rules: {},
    notices: { accepted: notice('Your deal {number} was accepted'), closed: notice('Your deal {number} is closed') },
  },
  recipients: (context) => [(context as DealContext).customer].filter((account) => account !== undefined),
  summary: () => 'measured',
};
