/** A debt as its parties and the operator see it. */
import type { z } from 'zod';
import { debtMessages } from '../../charts/debt/messages.ts';
import { owedOf, unanswered } from '../../charts/debt/sums.ts';
import type { DebtContext } from '../../charts/debt/types.ts';
import type { ErasableRef, Party } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import { kindOf, pathOf } from '../../lives/ids.ts';
import type { DebtRow } from '../../models/stores/debt.ts';
import { money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';
import type { DebtFacts } from './schema.ts';

/** Everything that the parties wrote to each other about it. */
export const textsOf = ({ reports, waiver }: DebtContext): ErasableRef[] =>
  [...reports.flatMap(({ proof, answer }) => [proof, answer?.answer === 'denied' ? answer.reasons : undefined]), waiver?.reasons].filter(
    (text) => text !== undefined,
  );

const ownAddress = (life: string) => ({ life: kindOf(life), id: publicId(life), href: pathOf(life) });

/** @param party Who reads it. @param read Returns a text by its reference, or null if it was erased. */
export function presentDebt(
  context: DebtContext,
  party: Party,
  read: (text: ErasableRef | undefined) => string | null,
): Omit<z.input<typeof DebtFacts>, 'papers'> {
  const { parent, about, ground, debtor, creditor, amount, paid, setOff, waived, dueOn, overdueSince, arisenAt } = context;
  const { reports, deadlines, proposal, waiver, transfer, order } = context;
  return {
    task: about === undefined ? null : publicId(about),
    from: ownAddress(parent),
    ground,
    debtor,
    creditor,
    amount: money(amount),
    paid: money(paid),
    owed: money(String(owedOf(context))),
    setOff: money(setOff),
    waived: money(waived),
    dueOn,
    overdueSince: overdueSince ?? null,
    arisenAt,
    reports: reports.map(({ number, at, amount: reported, paidOn, proof, answer }) => ({
      number,
      at,
      amount: money(reported),
      paidOn,
      proof: read(proof),
      answer: answer
        ? {
            at: answer.at,
            answer: answer.answer,
            amount: answer.answer === 'confirmed' ? money(answer.amount) : null,
            reasons: answer.answer === 'denied' ? read(answer.reasons) : null,
          }
        : null,
    })),
    transfer: transfer
      ? {
          amount: money(transfer.amount),
          payment: publicId(transfer.payment),
          payout: transfer.payout === undefined ? null : publicId(transfer.payout),
        }
      : null,
    order: order && party === 'operator' ? { number: order.number, at: order.at, amount: money(order.amount) } : null,
    answerBy: unanswered(context).length > 0 ? (deadlines.answerBy ?? null) : null,
    proposal: proposal
      ? {
          ...proposal,
          debt: publicId(proposal.debt),
          amount: money(proposal.amount),
          acceptedAt: proposal.acceptedAt ?? null,
          became: proposal.became ?? null,
        }
      : null,
    waiver: waiver ? { at: waiver.at, reasons: read(waiver.reasons) } : null,
  };
}

/** The columns of a debt, for a list. */
export const presentSummary = (row: DebtRow, language: Language) => ({
  id: publicId(row.id),
  number: Number(row.number),
  state: row.stage,
  stateName: debtMessages.states[row.stage]?.name[language] ?? row.stage,
  task: row.about === null ? null : publicId(row.about),
  ground: row.ground,
  debtor: row.debtor_party,
  creditor: row.creditor_party,
  amount: money(row.amount),
  paid: money(row.paid),
  owed: money(row.owed),
  dueOn: row.due_on,
  overdueSince: row.overdue_since,
  arisenAt: row.arisen_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
