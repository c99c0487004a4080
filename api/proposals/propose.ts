/** Keeps a proposal until a second person decides, and shows it. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Sequelize } from 'sequelize';
import type { z } from 'zod';
import { isSecondPerson } from '../../charts/law.ts';
import type { Localized } from '../../charts/messages.ts';
import { differenceText, offerDifference } from '../../documents/offer-difference.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { revisions } from '../../models/stores/offer-revision.ts';
import type { ProposalContents, ProposalKind, ProposalRow, StaffMember } from '../../models/stores/proposal.ts';
import { keepProposal, waitingProposal } from '../../models/stores/proposal.ts';
import { namedDaysInForce } from '../../rules/offer-day.ts';
import { Problem, ruleOf } from '../errors.ts';
import type { Asker } from '../resource/view.ts';
import { mayGive, staff } from '../roles.ts';
import type { Session } from '../session.ts';
import type { Proposal } from './schema.ts';

/** The person and account that propose or decide. */
export const PROPOSAL_ROLES = staff('administrator');

export const PROPOSAL_TITLES: Record<ProposalKind, Localized> = {
  termination: {
    kk: 'Қолжетімділікті тоқтату туралы ұсынысты растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
    ru: 'Подтвердить или отклонить предложение о прекращении доступа: решает не тот, кто его внёс',
    en: 'Confirm or refuse a proposed termination: another person than the one who proposed it',
  },
  offerRevision: {
    kk: 'Офертаның ұсынылған редакциясын жариялауды растау не қабылдамау: ұсынған адам емес, басқасы шешеді',
    ru: 'Подтвердить или отклонить публикацию предложенной редакции оферты: решает не тот, кто её внёс',
    en: 'Confirm or refuse the publication of a proposed revision: another person than the one who proposed it',
  },
};

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
    title: PROPOSAL_TITLES[kind][language],
    state: outcome ?? 'waiting',
    proposedBy: proposed_by,
    proposedAt: proposed_at.toISOString(),
    decidedBy: decided_by,
    decidedAt: decided_at?.toISOString() ?? null,
    refusal: reasons,
    mayDecide: outcome === null && isSecond && mayGive(session, 'operator', PROPOSAL_ROLES),
    termination: row.kind === 'termination' ? await termination(database, row) : null,
    offerRevision: row.kind === 'offerRevision' ? await offerRevision(database, row) : null,
  };
}

async function termination(database: Sequelize, { subject, content }: Extract<ProposalRow, { kind: 'termination' }>) {
  const { ground = null, reasons, order } = content;
  const read = await textReader(database, [reasons, order]);
  return { account: subject, ground, reasons: read(reasons), order: read(order) as unknown as MoneyOrder | null };
}
type MoneyOrder = NonNullable<NonNullable<z.output<typeof Proposal>['termination']>['order']>;

async function offerRevision(database: Sequelize, { subject, content }: Extract<ProposalRow, { kind: 'offerRevision' }>) {
  const { text, inForceFrom } = content;
  const before = (await revisions(database)).find(({ sha256 }) => sha256 !== subject);
  const difference = before ? differenceText(offerDifference(before.text, text)) : null;
  return { sha256: subject, inForceFrom, namesItsDay: namedDaysInForce(text).includes(inForceFrom), text, differenceText: difference };
}
