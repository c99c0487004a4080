/** Keeps a proposal until a second person decides, and shows it. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Sequelize } from 'sequelize';
import type { z } from 'zod';
import { isSecondPerson } from '../../charts/law.ts';
import { differenceText, offerDifference } from '../../documents/offer-difference.ts';
import { localIdOf, publicIdOf } from '../../lives/ids.ts';
import { findAccount } from '../../models/stores/account.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { revisions } from '../../models/stores/offer-revision.ts';
import type { ProposalContents, ProposalKind, ProposalRow, StaffMember } from '../../models/stores/proposal.ts';
import { keepProposal, waitingProposal } from '../../models/stores/proposal.ts';
import { namedDaysInForce } from '../../rules/offer-day.ts';
import { Problem, ruleOf } from '../errors.ts';
import { money } from '../resource/fields.ts';
import type { Asker } from '../resource/view.ts';
import { mayGive } from '../roles.ts';
import type { Session } from '../session.ts';
import { PROPOSAL_KINDS } from './kinds.ts';
import type { Proposal } from './schema.ts';

/** Who proposes or decides. */
export const staffMemberOf = ({ account, person }: Session): StaffMember => ({ account, person });

/**
 * Keeps a proposal. The subject is its key: a repeat of the same proposal by the same account returns the waiting one.
 * @throws 422 if another one about the same subject waits.
 */
export async function propose<Kind extends ProposalKind>(
  database: Sequelize,
  { session, language }: Asker,
  { kind, subject, content }: { kind: Kind; subject: string; content: ProposalContents[Kind] },
): Promise<ProposalRow> {
  const by = staffMemberOf(session);
  await database.transaction((transaction) => keepProposal(transaction, { id: randomUUID(), kind, subject, content, by }));
  const waiting = await waitingProposal(database, kind, subject);
  const isSame =
    waiting?.proposed_by === by.account && isDeepStrictEqual(waiting.content, JSON.parse(JSON.stringify(content)) as typeof content);
  if (waiting === undefined || !isSame) throw new Problem('rule-refused', ruleOf('nothingElseIsProposed', language));
  return waiting;
}

/** A proposal as the staff read it. */
export async function presentProposal(
  database: Sequelize,
  row: ProposalRow,
  { session, language }: Asker,
): Promise<z.output<typeof Proposal>> {
  const { id, number, kind, proposed_by, proposed_at, outcome, decided_by, decided_at, reasons } = row;
  const isSecond = isSecondPerson({ actor: session.account, ...staffMemberOf(session) }, proposed_by, row.proposed_by_person);
  return {
    id,
    number: Number(number),
    kind,
    title: PROPOSAL_KINDS[kind].title[language],
    state: outcome ?? 'waiting',
    proposedBy: proposed_by,
    proposedAt: proposed_at.toISOString(),
    decidedBy: decided_by,
    decidedAt: decided_at?.toISOString() ?? null,
    refusal: reasons,
    mayDecide: outcome === null && isSecond && mayGive(session, 'operator', PROPOSAL_KINDS[kind].roles),
    termination: row.kind === 'termination' ? await termination(database, row) : null,
    staffRoles: row.kind === 'staffRoles' ? await staffRoles(database, row) : null,
    dismissal: row.kind === 'dismissal' ? await aboutAccount(database, row) : null,
    identityWithdrawal: row.kind === 'identityWithdrawal' ? await aboutAccount(database, row) : null,
    writeOff: row.kind === 'writeOff' ? await writeOff(database, row) : null,
    credit: row.kind === 'credit' ? await credit(database, row) : null,
    inflowBack: row.kind === 'inflowBack' ? await aboutInflow(database, row) : null,
    difference: row.kind === 'difference' ? { ...(await aboutInflow(database, row)), amount: money(row.content.difference) } : null,
    debtWriteOff: row.kind === 'debtWriteOff' ? await debtWriteOff(database, row) : null,
    payoutInFull: row.kind === 'payoutInFull' ? await aboutPayout(database, row) : null,
    largePayout: row.kind === 'largePayout' ? await aboutPayout(database, row) : null,
    unpaidPayout: row.kind === 'unpaidPayout' ? { ...(await aboutPayout(database, row)), reason: row.content.reason } : null,
    ownSpending: row.kind === 'ownSpending' ? await ownSpending(database, row) : null,
    monthReopening: row.kind === 'monthReopening' ? await monthReopening(database, row) : null,
    offerRevision: row.kind === 'offerRevision' ? await offerRevision(database, row) : null,
    tariffRevision: row.kind === 'tariffRevision' ? row.content : null,
    individualPlan: row.kind === 'individualPlan' ? row.content : null,
  };
}

async function termination(database: Sequelize, { subject, content }: Extract<ProposalRow, { kind: 'termination' }>) {
  const { ground = null, reasons, order } = content;
  const read = await textReader(database, [reasons, order]);
  return { account: localIdOf(subject), ground, reasons: read(reasons), order: read(order) as unknown as MoneyOrder | null };
}
type MoneyOrder = NonNullable<NonNullable<z.output<typeof Proposal>['termination']>['order']>;

/** The roles as they are now: another proposal may have changed them since this one. */
async function staffRoles(database: Sequelize, { subject, content }: Extract<ProposalRow, { kind: 'staffRoles' }>) {
  const account = localIdOf(subject);
  return { account, staff: content.staff, now: (await findAccount(database, account))?.staff ?? [] };
}

type AboutAccount = Extract<ProposalRow, { kind: 'dismissal' | 'identityWithdrawal' }>;
async function aboutAccount(database: Sequelize, { subject, content: { reasons } }: AboutAccount) {
  return { account: localIdOf(subject), reasons: (await textReader(database, [reasons]))(reasons) };
}

async function writeOff(database: Sequelize, { subject, content: { reasons } }: Extract<ProposalRow, { kind: 'writeOff' }>) {
  return { invoice: publicIdOf(subject), reasons: (await textReader(database, [reasons]))(reasons) };
}

async function credit(database: Sequelize, { subject, content: { amount, reasons } }: Extract<ProposalRow, { kind: 'credit' }>) {
  return { invoice: publicIdOf(subject), amount: money(amount), reasons: (await textReader(database, [reasons]))(reasons) };
}

type AboutInflow = Extract<ProposalRow, { kind: 'inflowBack' | 'difference' }>;
async function aboutInflow(database: Sequelize, { subject, content: { reasons } }: AboutInflow) {
  return { inflow: publicIdOf(subject), reasons: (await textReader(database, [reasons]))(reasons) };
}

async function debtWriteOff(database: Sequelize, { subject, content: { reasons } }: Extract<ProposalRow, { kind: 'debtWriteOff' }>) {
  return { debt: publicIdOf(subject), reasons: (await textReader(database, [reasons]))(reasons) };
}

type AboutPayout = Extract<ProposalRow, { kind: 'payoutInFull' | 'largePayout' | 'unpaidPayout' }>;
async function aboutPayout(database: Sequelize, { subject, content: { reasons } }: AboutPayout) {
  return { payout: publicIdOf(subject), reasons: (await textReader(database, [reasons]))(reasons) };
}

async function ownSpending(database: Sequelize, { subject, content: { reasons } }: Extract<ProposalRow, { kind: 'ownSpending' }>) {
  return { outflow: publicIdOf(subject), reasons: (await textReader(database, [reasons]))(reasons) };
}

async function monthReopening(database: Sequelize, { subject, content: { reasons } }: Extract<ProposalRow, { kind: 'monthReopening' }>) {
  return { month: publicIdOf(subject), reasons: (await textReader(database, [reasons]))(reasons) };
}

async function offerRevision(database: Sequelize, { subject, content }: Extract<ProposalRow, { kind: 'offerRevision' }>) {
  const { text, inForceFrom } = content;
  const before = (await revisions(database)).find(({ sha256 }) => sha256 !== subject);
  const difference = before ? differenceText(offerDifference(before.text, text)) : null;
  return { sha256: subject, inForceFrom, namesItsDay: namedDaysInForce(text).includes(inForceFrom), text, differenceText: difference };
}
