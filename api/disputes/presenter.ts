import { disputeMessages } from '../../charts/dispute/messages.ts';
import type { Language } from '../../charts/messages.ts';
import type { DisputeRow } from '../../models/stores/dispute.ts';
import { money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';

/** The columns of a dispute, for a list. */
export const presentSummary = (row: DisputeRow, language: Language) => ({
  id: publicId(row.id),
  number: Number(row.number),
  state: row.stage,
  stateName: disputeMessages.states[row.stage]?.name[language] ?? row.stage,
  task: row.about === null ? null : publicId(row.about),
  claimant: row.side,
  against: row.against,
  customer: row.side === 'customer' ? row.claimant : row.respondent,
  contractor: row.side === 'customer' ? row.respondent : row.claimant,
  amount: row.amount === null ? null : money(row.amount),
  deadlines: row.deadlines,
  sentAt: row.sent_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});
