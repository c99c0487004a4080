/** The papers of an invoice, drawn from its record. */
import type { Papers } from '../../charts/effects.ts';
import { totalOf } from '../../charts/invoice/balance.ts';
import type { InvoiceContext } from '../../charts/invoice/types.ts';
import type { ErasableRef } from '../../charts/law.ts';
import type { CreditFacts } from '../../documents/billing/credit-note.ts';
import type { BillFacts } from '../../documents/billing/facts.ts';
import type { PenaltyFacts } from '../../documents/billing/penalty-sheet.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { linesOf } from '../../models/stores/invoice.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numberAt } from '../../rules/parameters.ts';
import { balanceOf } from '../../rules/penalty.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Source } from './sources.ts';
import { partyNamed } from './sources.ts';

/** What every paper of it says. The rate of the tax is that of the day on which it was drawn. */
async function commonFacts({ database, operator, row, drawing, acted }: Source): Promise<Omit<BillFacts, 'lines'>> {
  const { number, period, drawnOn, dueOn, principal, advance, customer } = row.context as InvoiceContext;
  const [party, parameters] = await Promise.all([
    partyNamed({ database, acted }, { account: customer, side: 'customer', at: drawing.record.at }),
    readParameters(database),
  ]);
  return {
    ...{ number, period, drawnOn, dueOn, principal, advance, operator },
    customer: party,
    vatRate: numberAt(parameters, 'vatRateBasisPoints', drawnOn),
  };
}

export async function billed(source: Source): Promise<BillFacts> {
  const [facts, rows] = await Promise.all([commonFacts(source), linesOf(source.database, source.life)]);
  const lines = rows.map(({ task_number, charged_at, period, principal, claim }) => ({
    ...{ task: task_number, period, amount: principal, at: charged_at.toISOString(), claim },
  }));
  return { ...facts, lines };
}

export async function credited(source: Source, { nth, before }: Papers['credit-note']): Promise<CreditFacts> {
  const { amount, reasons } = source.row.input as { amount: string; reasons: ErasableRef };
  const [facts, read] = await Promise.all([commonFacts(source), textReader(source.database, [reasons])]);
  return { ...facts, nth, before, amount, reasons: read(reasons) };
}

export async function penaltyClaimed(source: Source, { nth, debt }: Papers['penalty-sheet']): Promise<PenaltyFacts> {
  const { terms } = source.row.context as InvoiceContext;
  const on = civilDate(source.drawing.record.at);
  const payments = debt.payments.map((each) => ({ ...each, amount: BigInt(each.amount) }));
  const principal = BigInt(debt.principal) - BigInt(totalOf(debt.credits));
  const balance = balanceOf({ principal, dueOn: debt.dueOn, payments, terms: terms.penalty }, on);
  const { perDayBasisPoints: perDay, capBasisPoints: cap } = terms.penalty;
  return { ...(await commonFacts(source)), dueOn: debt.dueOn, nth, on, balance, perDay, cap };
}
