/**
 * The law of a file: its bytes are looked at before anybody reads them, and stay only if they hang on something. What is refused or erased leaves its hash
 * in the chain, and its bytes go from the store.
 */
import { setup } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { ordersOf } from '../effects.ts';
import { answer, due, openEnded, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { FileTemplate } from './messages.ts';
import type { FileContext, FileEvent } from './types.ts';

interface Scope {
  context: FileContext;
  event: FileEvent;
}

const { begin, change, on } = contextOf<FileContext, FileEvent>();
const { effect, notify, ordered } = ordersOf<Scope, 'owner', FileTemplate>();

const file = setup({
  types: {
    context: {} as FileContext,
    events: {} as FileEvent,
    input: {} as Partial<FileContext>,
    /** `usable`: it may hang on something. `readable`: its bytes may be read. */
    tags: {} as 'usable' | 'readable',
  },
  guards: { by: speaksFor },
  delays: { unusedBy: ({ context }) => due(context.unusedBy) },
  actions: {
    bind: begin('receive', ({ input }) => input),
    keepPassed: on('passed', ({ context, event: { at, input } }) => ({ ...input, unusedBy: hoursAfter(at, context.unusedHours) })),
    keepInfected: change(() => ({ fault: 'infected' })),
    keepFault: on('unfit', ({ event }) => ({ fault: event.input.fault })),
    ...ordered('notify', 'scanFile', 'askUse'),
  },
});

const scan = effect('scanFile', ({ context: { content, mediaType } }) => ({ content, mediaType }));
const erase = () => answer({ target: '#file.erased' });

export const fileChart = file.createMachine({
  id: 'file',
  context: unbegun<FileContext>({}),
  initial: 'new',
  options: { maxIterations: 100 },
  states: {
    new: { on: { receive: answer({ target: 'received', actions: ['bind', scan] }) } },
    received: {
      meta: openEnded('platform', 'platform'),
      on: {
        passed: answer({ target: 'clean', actions: ['keepPassed'] }),
        infected: answer({ target: 'refused', actions: ['keepInfected', notify('owner', 'file-infected')] }),
        unfit: answer({ target: 'refused', actions: ['keepFault', notify('owner', 'file-unfit')] }),
        erase: erase(),
      },
    },
    clean: {
      tags: ['usable', 'readable'],
      on: { erase: erase() },
      after: { unusedBy: timeout('platform', { target: 'leaving', actions: [effect('askUse', {})] }) },
    },
    // Nothing can take the file up any more, so what is found now stays true.
    leaving: {
      tags: ['readable'],
      meta: openEnded('platform', 'platform'),
      on: { used: answer({ target: 'kept' }), unused: answer({ target: 'erased' }), erase: erase() },
    },
    kept: { tags: ['usable', 'readable'], meta: openEnded('platform', 'nothing'), on: { erase: erase() } },
    refused: { type: 'final' },
    erased: { type: 'final' },
  },
});
