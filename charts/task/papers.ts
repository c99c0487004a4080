/** The papers of a deal that are drawn where something happens in it: a refusal, a briefing, an amendment, the end by agreement. */
import { enqueueActions } from 'xstate';
import type { PricedPart } from '../../rules/work-lines.ts';
import { partsLess, totalOf } from '../../rules/work-lines.ts';
import { ordersOf } from '../effects.ts';
import type { Scope } from './context.ts';
import { workingDays } from './deadlines.ts';
import type { TaskTemplate } from './messages/index.ts';
import { pricedOf } from './money.ts';
import type { Reader } from './orders.ts';
import { amendedWork } from './reducers.ts';
import type { TaskContext, TaskEvent } from './types.ts';

const { effect } = ordersOf<Scope, Reader, TaskTemplate>();

/** The last day to put right what was not accepted, as the end of that day. */
const reworkBy = ({ context: { terms }, event }: Scope): string => workingDays(event, terms.reworkWorkingDays);

/** The motivated refusal of all that was handed in (4.3.3). */
export const drawRefusal = effect('issuePaper', (scope) => {
  const { context, event } = scope;
  if (event.type !== 'refuse') throw new Error(`work is refused by a refusal, not by ${event.type}`);
  const { parts = [], amount = '0' } = context.submission ?? {};
  const { submission, reasons } = event.input;
  return { kind: 'refusal', confirmed: { customer: event.at }, submission, parts, amount, reasons, reworkBy: reworkBy(scope) };
});

/** The defects of what was not accepted while the rest was (4.3.3). */
export const drawDefects = effect('issuePaper', (scope) => {
  const { context, event } = scope;
  if (event.type !== 'approvePart') throw new Error(`a part is accepted by approving it, not by ${event.type}`);
  const { submission, reasons, rest } = event.input;
  const parts = withoutAccepted(context, event.input.parts);
  return {
    ...{ kind: 'defect-list', confirmed: { customer: event.at }, submission, parts, amount: totalOf(parts), reasons },
    ...(rest === 'rework' && { reworkBy: reworkBy(scope) }),
  };
});

/** What was handed in and is not accepted, at its price. */
function withoutAccepted(context: TaskContext, accepted: Parameters<typeof pricedOf>[1]): PricedPart[] {
  const handedIn = context.submission?.parts ?? [];
  const priceOf = (parts: readonly PricedPart[], line: number): bigint => BigInt(parts.find((each) => each.line === line)?.amount ?? '0');
  const priced = pricedOf(context, accepted);
  return partsLess(handedIn, priced).map((part) => ({
    ...part,
    amount: String(priceOf(handedIn, part.line) - priceOf(priced, part.line)),
  }));
}

/** The sheet of a briefing that the contractor confirms (4.2.3, 4.3.2). Of briefings from before their moment was kept, the customer's is left out. */
export const drawBriefing = effect('issuePaper', ({ context: { briefing, briefedAt, work }, event }) => ({
  kind: 'briefing-sheet',
  confirmed: { ...(briefedAt !== undefined && { customer: briefedAt }), contractor: event.at },
  wording: work.wording,
  ...(briefing && { note: briefing }),
}));

/** The amendment of what binds the parties already. Before a contract is signed there is nothing to amend: it is drawn anew. */
export const drawAmendment = enqueueActions<TaskContext, TaskEvent, undefined, TaskEvent, never, never, never, never, never>(
  ({ context, event, enqueue }) => {
    const { amendment, passed, terms, work, version } = context;
    const after = amendedWork(context);
    if (amendment === undefined || after === undefined || (terms.paper === 'signed-contract' && !passed.includes('contract'))) return;
    const confirmed = { [amendment.by]: amendment.at, [event.by]: event.at };
    enqueue(effect('issuePaper', { kind: 'amendment', confirmed, before: work, after, version: version + 1 }) as never);
  },
);

/** The agreement to end the deal, with the sums that it leaves to be paid. */
export const drawEnding = effect('issuePaper', ({ context: { cancellation, approved, paid }, event }) => {
  if (cancellation === undefined) throw new Error('nobody proposed to end the deal');
  const { by, at, amount, reasons } = cancellation;
  return {
    ...{ kind: 'ending-agreement', confirmed: { ...(at !== undefined && { [by]: at }), [event.by]: event.at } },
    ...{ proposer: by, approved, cost: amount, paid, ...(reasons && { reasons }) },
  };
});
