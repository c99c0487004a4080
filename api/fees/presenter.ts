/** A fee as its customer and the operator see it. */
import { feeMessages } from '../../charts/fee/messages.ts';
import type { FeeContext } from '../../charts/fee/types.ts';
import type { Language } from '../../charts/messages.ts';
import type { FeeRow } from '../../models/stores/fee.ts';
import { money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';

const taskOf = (parent: string): string | null => (parent.startsWith('task/') ? publicId(parent) : null);

export const presentFee = ({ parent, principal, terms, period, award }: FeeContext) => ({
  ...{ task: taskOf(parent), period: period ?? null, principal: money(principal), terms },
  claim: award
    ? {
        ...{ dispute: publicId(award.claim), ground: award.ground },
        ...{ amount: money(award.amount), work: money(award.work), charged: money(award.charged) },
      }
    : null,
});

/** The columns of a fee, for a list. */
export const presentSummary = (row: FeeRow, language: Language) => ({
  id: publicId(row.id),
  number: Number(row.number),
  state: row.state,
  stateName: feeMessages.states[row.state]?.name[language] ?? row.state,
  task: taskOf(row.parent),
  customer: row.customer,
  principal: money(row.principal),
  invoice: row.invoice === null ? null : publicId(row.invoice),
  chargedAt: row.charged_at.toISOString(),
});
