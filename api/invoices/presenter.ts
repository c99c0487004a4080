/** An invoice as its customer and the operator see it. */
import { debtOf } from '../../charts/invoice/balance.ts';
import { invoiceMessages } from '../../charts/invoice/messages.ts';
import type { InvoiceContext, Received } from '../../charts/invoice/types.ts';
import type { Language } from '../../charts/messages.ts';
import type { InvoiceRow } from '../../models/stores/invoice.ts';
import { balanceOf } from '../../rules/penalty.ts';
import { money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';

const tiyn = (amount: bigint) => money(String(amount));
const received = ({ on, amount }: Received) => ({ on, amount: money(amount) });

/** The invoice on a civil date, its penalty explained by ranges of days. Nothing is owed of what is written off. */
export function presentInvoice(id: string, context: InvoiceContext, asOf: string) {
  const { number, period, principal, lines, drawnOn, sentOn, dueOn, terms, payments, credits, claims, writtenOffOn, limit, card } = context;
  const { ranges, penalty, principalOwed, penaltyOwed, cappedOn } = balanceOf(debtOf(context), asOf);
  const isGone = writtenOffOn !== undefined && writtenOffOn <= asOf;
  return {
    ...{ paperNumber: number, period, principal: money(principal), lines, drawnOn, sentOn: sentOn ?? null, dueOn, terms },
    card: card === undefined ? null : { payment: publicId(card.payment), amount: money(card.amount), payBy: card.payBy },
    payments: payments.map(received),
    credits: credits.map(received),
    penaltyClaims: claims.map(received),
    writtenOffOn: writtenOffOn ?? null,
    asOf,
    penalty: tiyn(penalty),
    penaltyRanges: ranges.map(({ base, penalty: added, ...range }) => ({ ...range, base: tiyn(base), penalty: tiyn(added) })),
    principalOwed: tiyn(isGone ? 0n : principalOwed),
    penaltyOwed: tiyn(isGone ? 0n : penaltyOwed),
    penaltyCappedOn: cappedOn ?? null,
    newTasksLimited: limit?.toldOn === undefined ? null : { toldOn: limit.toldOn, from: limit.from, now: limit.begun === true },
    notSentBecause: context.withheld ?? null,
    papers: `/v1/documents?of=invoice/${publicId(id)}`,
  };
}

/** The columns of an invoice, for a list. */
export const presentSummary = (row: InvoiceRow, language: Language) => ({
  id: publicId(row.id),
  number: Number(row.number),
  paperNumber: row.paper_number,
  state: row.state,
  stateName: invoiceMessages.states[row.state]?.name[language] ?? row.state,
  customer: row.customer,
  period: row.period,
  principal: money(row.principal),
  credited: money(row.credited),
  paid: money(row.paid),
  drawnOn: row.drawn_on,
  dueOn: row.due_on,
  changedAt: row.changed_at.toISOString(),
});
