/** Proposals of one member of staff: the others read them, and a second person confirms or refuses. */
import type { Transaction } from 'sequelize';

import { lifeTypeNamed } from '../../charts/index.ts';
import { isSecondPerson } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import { commit } from '../../lives/commit.ts';
import { proposalKey } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { findLife } from '../../models/stores/life.ts';
import { publishRevision } from '../../models/stores/offer-revision.ts';
import type { ProposalRow } from '../../models/stores/proposal.ts';
import { decideProposal, findProposal, holdProposal, listProposals } from '../../models/stores/proposal.ts';
import { offerPlan, publishTariffs } from '../../models/stores/tariff.ts';
import type { Platform } from '../../platform.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { receiptOf } from '../resource/outcome.ts';
import { nextOf } from '../resource/schema.ts';
import type { Asker } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Published } from './kinds.ts';
import { PROPOSAL_KINDS } from './kinds.ts';
import { presentProposal, staffMemberOf } from './propose.ts';
import { Proposal, ProposalList, ProposalQuery, RefuseProposal } from './schema.ts';
import { bothMayDecide, decidesOfOthers } from './second-person.ts';

type Revision = Extract<ProposalRow, { kind: Published }>;
type OfLife = Exclude<ProposalRow, Revision>;

const isOfLife = (row: ProposalRow): row is OfLife => PROPOSAL_KINDS[row.kind].command !== undefined;

export function proposalRoutes({ lives, dispatch }: Platform): Route[] {
  const { database } = lives;

  const find = async (id: string): Promise<ProposalRow> => {
    const row = await findProposal(database, id);
    if (row === undefined) throw new Problem('not-found');
    return row;
  };
  const show = async (id: string, asker: Asker) => {
    const row = await find(id);
    return { body: await presentProposal(database, row, asker), forLog: { proposal: row.kind, subject: row.subject } };
  };

  /**
   * The proposal, if this session may decide it. Undefined if the same person has already decided it so: a repeat gets the same response.
   * @throws 409 if it was decided otherwise, 422 if the same person or account proposed it.
   */
  async function toDecide(id: string, outcome: 'confirmed' | 'refused', { session, language }: Asker): Promise<ProposalRow | undefined> {
    staffOnly(session, 'not-found');
    const row = await find(id);
    requireRole(session, 'operator', PROPOSAL_KINDS[row.kind].roles);
    if (row.outcome === outcome && row.decided_by === session.account) return undefined;
    if (row.outcome !== null) throw new Problem('not-in-this-state');
    if (!isSecondPerson({ actor: session.account, ...staffMemberOf(session) }, row.proposed_by, row.proposed_by_person))
      throw new Problem('rule-refused', ruleOf('secondPersonDecides', language));
    return row;
  }

  /** The life's chart is asked and the proposal is decided in the same transaction. */
  async function carryOut({ id, kind, subject, content, proposed_by, proposed_by_person }: OfLife, { session, language }: Asker) {
    const { command, roles } = PROPOSAL_KINDS[kind];
    const { life: type, name } = command as NonNullable<typeof command>;
    const life = await findLife(database, subject);
    if (life === undefined) throw new Error(`a proposal is about ${subject}, which does not exist`);
    const decideOnce: Precondition = async (transaction) =>
      (await holdProposal(transaction, id)) ? undefined : refusalBy('not-in-this-state');
    const committed = await commit(lives, {
      life: subject,
      idempotencyKey: proposalKey(id),
      type: name,
      by: 'operator',
      actor: session.actor,
      // The life knows the person who confirms by its own keyed hash, so it must know the first one alike.
      input: { ...content, proposed: { account: proposed_by, person: lives.keys.hash('person', subject, proposed_by_person) } },
      preconditions: [
        decideOnce,
        bothMayDecide([proposed_by, session.account], roles.staff),
        decidesOfOthers(proposed_by, life),
        decidesOfOthers(session.account, life),
      ],
      inSameTransaction: async (transaction) => {
        await decideProposal(transaction, { id, outcome: 'confirmed', by: staffMemberOf(session) });
      },
    });
    dispatch(committed.updates);
    receiptOf(committed, lifeTypeNamed(type) as LifeType, language);
  }

  /** The checks of the proposal run again: days have passed, and another revision may have been published. */
  async function publish(row: Revision, { session, language }: Asker) {
    const by = staffMemberOf(session);
    const { id, kind, proposed_by } = row;
    await database.transaction(async (transaction) => {
      const { roles } = PROPOSAL_KINDS[kind];
      const refusal = await bothMayDecide([proposed_by, by.account], roles.staff)(transaction);
      if (refusal) throw new Problem('rule-refused', ruleOf('bothAreInOffice', language));
      const refused = await publishNow(transaction, row, by.account);
      if (refused) throw new Problem('rule-refused', ruleOf(refused.rule, language, refused.clause));
      if (!(await decideProposal(transaction, { id, outcome: 'confirmed', by }))) throw new Problem('not-in-this-state');
    });
  }

  async function publishNow(transaction: Transaction, row: Revision, publishedBy: string) {
    if (row.kind === 'tariffRevision') {
      const rule = await publishTariffs(transaction, row.content, publishedBy);
      return rule && { rule, clause: '3.2' };
    }
    if (row.kind === 'individualPlan') {
      await offerPlan(transaction, row.content.account, row.content.plan, publishedBy);
      return undefined;
    }
    const published = await publishRevision(database, transaction, { ...row.content, publishedBy });
    return published.outcome === 'refused' ? { rule: published.rule, clause: '10.2' } : undefined;
  }

  const list = route({
    method: 'get',
    path: '/v1/operator/proposals',
    operation: 'listProposals',
    summary: "For the operator's staff: the proposals that a second person decides, oldest first",
    access: 'staff',
    query: ProposalQuery,
    answers: { 200: ProposalList },
    problems: ['wrong-party'],
    async handle({ query: { open, ...page }, session, language }) {
      staffOnly(session);
      const rows = await listProposals(database, { ...page, open: open === 'true' });
      const items = await Promise.all(rows.map((row) => presentProposal(database, row, { session, language })));
      return { body: { items, next: nextOf(rows, page.limit) } };
    },
  });

  const read = route({
    method: 'get',
    path: '/v1/operator/proposals/{id}',
    operation: 'readProposal',
    summary: "For the operator's staff: a proposal, with its effect and the people who proposed and decided it",
    access: 'staff',
    params: withId,
    answers: { 200: Proposal },
    problems: ['not-found'],
    async handle({ params: { id }, session, language }) {
      staffOnly(session, 'not-found');
      return show(id, { session, language });
    },
  });

  const confirm = route({
    method: 'post',
    path: '/v1/operator/proposals/{id}/confirm',
    operation: 'confirmProposal',
    security: 'proposal-confirmed',
    summary:
      'Confirm a proposal as a second person. What was proposed is done at once: a revision is published (10.2), an account terminated (4.4.2)',
    access: 'staff',
    params: withId,
    answers: { 200: Proposal },
    problems: ['not-found', 'role-missing', 'step-up-needed', 'not-in-this-state', 'rule-refused'],
    async handle({ params: { id }, session, language }) {
      const asker = { session, language };
      const row = await toDecide(id, 'confirmed', asker);
      if (row && isOfLife(row)) await carryOut(row, asker);
      else if (row) await publish(row, asker);
      return show(id, asker);
    },
  });

  const refuse = route({
    method: 'post',
    path: '/v1/operator/proposals/{id}/refuse',
    operation: 'refuseProposal',
    security: 'proposal-refused',
    summary: 'Refuse a proposal as a second person. Nothing is done, and only staff see the refusal',
    access: 'staff',
    params: withId,
    body: RefuseProposal,
    answers: { 200: Proposal },
    problems: ['not-found', 'role-missing', 'step-up-needed', 'not-in-this-state', 'rule-refused'],
    async handle({ params: { id }, body: { reasons }, session, language }) {
      const asker = { session, language };
      const row = await toDecide(id, 'refused', asker);
      const decision = { id, outcome: 'refused', by: staffMemberOf(session), reasons } as const;
      if (row && !(await database.transaction((transaction) => decideProposal(transaction, decision))))
        throw new Problem('not-in-this-state');
      return show(id, asker);
    },
  });

  return [list, read, confirm, refuse];
}
