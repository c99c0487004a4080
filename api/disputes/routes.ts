/** Disputes: children of a task, and those that stand alone, about a task that has ended or against the operator (9.1). */
import { z } from 'zod';
import type { ClaimInput, DisputeContext, Said } from '../../charts/dispute/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { BoundParties } from '../../charts/law.ts';
import { commit } from '../../lives/commit.ts';
import { listDisputes } from '../../models/stores/dispute.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import { findLife } from '../../models/stores/life.ts';
import type { Platform } from '../../platform.ts';
import { Problem, RULES } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { keyOf, receiptOf, sealBody } from '../resource/outcome.ts';
import { publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { look, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Asked, Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { presentSummary } from './presenter.ts';
import { CLAIM_ROLES, DISPUTE_COMMANDS, DISPUTE_STATES, DisputeFacts, DisputeList, PostDispute } from './schema.ts';
import { disputeTerms } from './terms.ts';

type Asker = Pick<Asked, 'session' | 'language'>;
type Claim = Pick<ClaimInput, 'claimant' | 'customer' | 'contractor' | 'against' | 'about' | 'since'>;

export function disputeRoutes(platform: Platform): Route[] {
  const { lives, dispatch } = platform;
  const { database, secret } = lives;

  const resource: Resource<DisputeContext> = {
    kind: 'dispute',
    path: 'disputes',
    type: lifeTypes.dispute,
    commands: DISPUTE_COMMANDS,
    facts: DisputeFacts,

    async present(context) {
      const { parent, about = parent, claimant, against, amount, sentAt, deadlines, terms } = context;
      const { demand, answer, offers, certificate, instruction, courtAct, outcome } = context;
      const words = [demand, ...[answer, ...offers, instruction, courtAct].map((each) => each?.words)];
      const texts = await readTexts(
        database,
        words.flatMap((each) => each?.text ?? []),
      );
      const read = (reference: Said['words']): string | null => {
        const [text = null] = Object.values(texts.get(reference?.text ?? '') ?? {});
        return text as string | null;
      };
      const sum = (given: string | undefined) => (given === undefined ? null : money(given));
      const show = ({ at, amount: share, words: own }: Said & { at: string }) => ({ at, toClaimant: sum(share), words: read(own) });
      return {
        task: about === undefined ? null : publicId(about),
        claimant,
        against: against ?? 'counterparty',
        amount: sum(amount),
        demand: read(demand),
        sentAt,
        deadlines,
        answer: answer ? { answer: answer.answer, ...show(answer) } : null,
        offers: offers.map((each) => ({ version: each.version, side: each.side, declined: each.declined ?? false, ...show(each) })),
        certificate: certificate ?? null,
        instruction: instruction ? { version: instruction.version, side: instruction.side, ...show(instruction) } : null,
        courtAct: courtAct ? { version: courtAct.version, decidedOn: courtAct.decidedOn, ...show(courtAct) } : null,
        outcome: outcome ? { by: outcome.by, toClaimant: money(outcome.toClaimant), toRespondent: money(outcome.toRespondent) } : null,
        limit: against ? { atMost: money(terms.liability.cap), paidInMonths: terms.liability.months, clause: '6.2' } : null,
      } satisfies z.input<typeof DisputeFacts>;
    },
  };
  const view = snapshotView(platform, resource);
  const { answer } = view;

  const refuse = (rule: keyof typeof RULES, { language }: Asker): Problem =>
    new Problem('rule-refused', { rule, clause: '9.1', detail: RULES[rule][language] });

  /** Whose claim it is and against whom. @throws the problem that keeps the asker from it, beside what the chart says. */
  const claimOf = async ({ task, against }: z.output<typeof PostDispute>, asker: Asker): Promise<Claim> => {
    const { account, roles } = asker.session;
    const operator = against === 'operator' && { against };
    if (task === undefined) {
      const claimant = (['customer', 'contractor'] as const).find((role) => roles.includes(role));
      if (claimant === undefined) throw new Problem('wrong-party', { clause: '9.1' });
      return { claimant, [claimant]: account, ...operator };
    }
    const row = await findLife(database, `task/${task}`);
    const { context, status } = (row?.snapshot ?? { context: {} }) as { context: BoundParties; status?: string };
    const { customer, contractor } = context;
    const claimant = (['customer', 'contractor'] as const).find((party) => context[party] === account);
    if (row === undefined || claimant === undefined) throw new Problem('not-found');
    if (operator) return { claimant, [claimant]: account, about: row.id, ...operator };
    if (customer === undefined || contractor === undefined) throw refuse('taskHadContractor', asker);
    if (status === 'active') throw refuse('taskHasEnded', asker);
    return { claimant, customer, contractor, about: row.id, since: row.at.toISOString() };
  };

  const post = route({
    method: 'post',
    path: '/v1/disputes',
    operation: 'postDispute',
    summary: 'Make a claim that stands alone: about a task that has ended, or against the operator (9.1, 6.2)',
    access: 'session',
    moves: true,
    body: PostDispute,
    answers: { 201: answer },
    problems: ['wrong-party', 'role-missing', 'not-found', 'rule-refused'],
    async handle({ body, session, language, key, request }) {
      const asker = { session, language };
      const own = keyOf(session, key);
      const life = `dispute/${idFrom(session.account, key)}`;
      const claim = await claimOf(body, asker);
      requireRole(session, claim.claimant, CLAIM_ROLES);
      const { task: _, against: __, ...rest } = body;
      const { input, texts } = sealBody(secret, PostDispute, rest, own);
      const committed = await commit(lives, {
        life,
        idempotencyKey: own,
        type: 'claim',
        by: claim.claimant,
        actor: session.actor,
        input: { ...input, ...claim, id: life, terms: await disputeTerms(database) },
        texts,
        requestHash: request,
        create: true,
      });
      dispatch(committed.updates);
      const receipt = receiptOf(committed, lifeTypes.dispute, language);
      return {
        status: 201,
        headers: { Location: `/v1/disputes/${publicId(life)}`, ...(committed.outcome === 'replayed' && { 'Idempotent-Replayed': 'true' }) },
        body: await view.show(await look(view, life, session), asker, receipt),
      };
    },
  });

  const list = route({
    method: 'get',
    path: '/v1/disputes',
    operation: 'listDisputes',
    summary: "The asker's disputes, newest first; the operator sees all (9.1)",
    access: 'session',
    query: z.strictObject({
      state: z.enum(DISPUTE_STATES).optional(),
      party: z.enum(['claimant', 'respondent']).optional().meta({
        description: 'The side that the asker stands on. For the staff, who stand on none: against=operator',
      }),
      against: z.enum(['counterparty', 'operator']).optional(),
      task: z.uuid().toLowerCase().optional(),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the page before' }),
    }),
    answers: { 200: DisputeList },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await listDisputes(database, session, query);
      const items = rows.map((row) => presentSummary(row, language));
      return { body: { items, next: rows.length === query.limit ? (rows.at(-1)?.number ?? null) : null } };
    },
  });

  return [post, list, ...lifeRoutes(platform, resource)];
}
