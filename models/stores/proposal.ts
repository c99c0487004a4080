/** Proposals of the operator's staff. One person proposes; a second one confirms or refuses. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Ground, GroundTerms, StaffRole } from '../../charts/account/types.ts';
import type { Difference } from '../../charts/inflow/types.ts';
import type { ErasableRef } from '../../charts/law.ts';
import type { PayoutFault } from '../../rules/payout-details.ts';
import type { Plan } from '../../rules/tariff.ts';
import { query, select, statement } from '../statement.ts';
import type { Page } from './list.ts';
import type { NewTariffs } from './tariff.ts';

/** The content of a proposal, by kind: the input of the life's command, or the revision of the offer or of the tariffs. */
export interface ProposalContents {
  termination: { ground?: Ground; terms: GroundTerms; reasons: ErasableRef; order?: ErasableRef };
  staffRoles: { staff: StaffRole[] };
  dismissal: { reasons: ErasableRef };
  identityWithdrawal: { reasons: ErasableRef };
  writeOff: { reasons: ErasableRef };
  credit: { amount: string; reasons: ErasableRef };
  inflowBack: { reasons: ErasableRef };
  /** As the first of the two saw it. */
  difference: Difference & { reasons: ErasableRef };
  debtWriteOff: { reasons: ErasableRef };
  payoutInFull: { reasons: ErasableRef };
  /** `details`: the version that the first of the two looked at. */
  largePayout: { reasons: ErasableRef; details: string };
  ownSpending: { reasons: ErasableRef };
  unpaidPayout: { reason: PayoutFault; reasons: ErasableRef };
  monthReopening: { reasons: ErasableRef };
  offerRevision: { text: string; inForceFrom: string };
  tariffRevision: NewTariffs;
  individualPlan: { account: string; plan: Plan };
}
export type ProposalKind = keyof ProposalContents;

/** A member of staff: the account, and the person acting for it. */
export interface StaffMember {
  account: string;
  person: string;
}

export interface NewProposal<Kind extends ProposalKind = ProposalKind> {
  id: string;
  kind: Kind;
  /** The life whose command is proposed, or the hash of what would be published. */
  subject: string;
  content: ProposalContents[Kind];
  by: StaffMember;
}

interface Row<Kind extends ProposalKind> {
  id: string;
  number: string;
  kind: Kind;
  subject: string;
  content: ProposalContents[Kind];
  proposed_by: string;
  proposed_by_person: string;
  proposed_at: Date;
  outcome: 'confirmed' | 'refused' | null;
  decided_by: string | null;
  decided_by_person: string | null;
  decided_at: Date | null;
  reasons: string | null;
}
/** A proposal. Its kind determines the type of its content. */
export type ProposalRow = { [Kind in ProposalKind]: Row<Kind> }[ProposalKind];

const propose = statement<{ id: string }>(
  'proposal-propose',
  `insert into proposal (id, kind, subject, content, proposed_by, proposed_by_person) values ($1, $2, $3, $4::jsonb, $5, $6)
   on conflict do nothing returning id`,
);
const find = query<ProposalRow>('proposal-find', 'select * from proposal where id = $1');
const waiting = query<ProposalRow>('proposal-waiting', 'select * from proposal where kind = $1 and subject = $2 and outcome is null');
const hold = statement('proposal-hold', 'select from proposal where id = $1 and outcome is null for update');
const decide = statement<{ id: string }>(
  'proposal-decide',
  `update proposal set outcome = $2, decided_by = $3, decided_by_person = $4, reasons = $5, decided_at = clock_timestamp()
   where id = $1 and outcome is null returning id`,
);

/** Stores a proposal. False if its id exists or a proposal about the same subject waits. */
export const keepProposal = async (transaction: Transaction, { id, kind, subject, content, by }: NewProposal): Promise<boolean> =>
  (await propose(transaction, [id, kind, subject, JSON.stringify(content), by.account, by.person])).length > 0;

export const findProposal = async (database: Sequelize, id: string): Promise<ProposalRow | undefined> => (await find(database, [id]))[0];

/** The proposal about this subject that waits for a second person. */
export const waitingProposal = async (database: Sequelize, kind: ProposalKind, subject: string): Promise<ProposalRow | undefined> =>
  (await waiting(database, [kind, subject]))[0];

/** Whether the proposal still waits. Locks it until the transaction ends. */
export const holdProposal = async (transaction: Transaction, id: string): Promise<boolean> => (await hold(transaction, [id])).length > 0;

/** Decides a proposal once. False if it was decided before. */
export const decideProposal = async (
  transaction: Transaction,
  { id, outcome, by, reasons }: { id: string; outcome: 'confirmed' | 'refused'; by: StaffMember; reasons?: string },
): Promise<boolean> => (await decide(transaction, [id, outcome, by.account, by.person, reasons])).length > 0;

/** One page of proposals, oldest first: those that wait, or all. */
export const listProposals = (database: Sequelize, { open, after = 0, limit }: Page & { open: boolean }): Promise<ProposalRow[]> =>
  select<ProposalRow>(database, `select * from proposal where number > $2 ${open ? 'and outcome is null' : ''} order by number limit $1`, [
    limit,
    after,
  ]);
