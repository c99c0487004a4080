/** Disputes: children of a task, and independent ones, about an ended task or against the operator (9.1). */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { liabilityOf } from '../../charts/dispute/chart.ts';
import { isOfWork } from '../../charts/dispute/claim-rules.ts';
import type { ClaimInput, DisputeContext, Outcome, Said } from '../../charts/dispute/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Receipt } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey, kindOf, taskLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { listDisputes } from '../../models/stores/dispute.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import { countEvents, eventOfRequest } from '../../models/stores/event.ts';
import { workOf } from '../../models/stores/fee.ts';
import { answeredBeside, dayOfAccount, holdAnswered } from '../../models/stores/liability.ts';
import { findLife } from '../../models/stores/life.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { addCalendarDays, calendarDaysAfter, endOfDay } from '../../rules/working-days.ts';
import { FIRST, presentAnswered, presentPaid } from '../accounts/liability.ts';
import { papersAt } from '../documents/schema.ts';
import { Problem, RULES } from '../errors.ts';
import { hanging } from '../files/hanging.ts';
import { idFrom } from '../free-text.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { receiptOf, sealBody } from '../resource/outcome.ts';
import { publicId } from '../resource/public-id.ts';
import { amongStaff } from '../resource/redaction.ts';
import type { Resource } from '../resource/resource.ts';
import { nextOf } from '../resource/schema.ts';
import { look, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Asked, Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { claimNeeds, papersNeed } from './papers.ts';
import { presentSummary } from './presenter.ts';
import { AMONG_STAFF, CLAIM_ROLES, DISPUTE_COMMANDS, DISPUTE_STATES, DisputeFacts, DisputeList, PostDispute, sumsOf } from './schema.ts';
import { costsClaimDays, disputeTerms } from './terms.ts';

type Asker = Pick<Asked, 'session' | 'language'>;
type Claimed = Pick<ClaimInput, 'claimant' | 'customer' | 'contractor' | 'against' | 'task' | 'since' | 'happenedOn'> & {
  ofDeal?: boolean;
};

/** What the staff say of a sum within the limit of 6.2, or beyond it. */
const LIMITED = ['admit', 'admitInPart', 'offer', 'acceptOffer', 'jointInstruction', 'confirmInstruction', 'proposeLimit'];

/** Whether no other claim of the account was answered since the limit was read. Of two that are answered at once, the second is asked to read it again. */
const answersAreCurrent =
  ({ id, answered }: Pick<DisputeContext, 'id' | 'answered'>): Precondition =>
  async (transaction) =>
    isDeepStrictEqual(await holdAnswered(transaction, id), answered)
      ? undefined
      : { allowed: false, reason: 'precondition', clause: '6.2', rule: 'answersAreCurrent' };

export function disputeRoutes(platform: Platform): Route[] {
  const { lives, dispatch } = platform;
  const { database, keys } = lives;

  const resource: Resource<DisputeContext> = {
    kind: 'dispute',
    path: 'disputes',
    type: lifeTypes.dispute,
    commands: DISPUTE_COMMANDS,
    facts: DisputeFacts,

    ...amongStaff(AMONG_STAFF),

    conditions(name, _, { row, party }, { account }) {
      const { context } = row.snapshot as { context: DisputeContext };
      const isLimited = party === 'operator' && context.against === 'operator' && LIMITED.includes(name);
      return [...papersNeed(name, context, account), ...(isLimited ? [answersAreCurrent(context)] : [])];
    },

    async prepare(name, body, { id, party, parties: { customer, contractor } }) {
      const isOwn = party === 'operator' && (customer === undefined || contractor === undefined);
      return isOwn && LIMITED.includes(name) ? { ...body, answered: await answeredBeside(database, id) } : body;
    },

    async lookUp(context) {
      const { id, task, against } = context;
      if (against === 'operator') return { answered: await answeredBeside(database, id) };
      const found = task === undefined || !isOfWork(context) ? undefined : await workOf(database, task);
      if (found === undefined) return {};
      const { terms, work, charged } = found;
      return { work: { work, charged, commission: terms } };
    },

    async present(context, { id, party, language }) {
      const { parent, task = parent, claimant, against, about, amount, admitted, sentAt, deadlines, terms } = context;
      const { demand, calculation, answer, offers, certificate, instruction, courtAct, agreed, outcome, raisedLimit } = context;
      const { happenedOn, answered = [] } = context;
      const words = [...[answer, ...offers, instruction, courtAct].map((each) => each?.words), raisedLimit?.reasons];
      const ofAct = courtAct ? [courtAct.court, courtAct.caseNumber, ...courtAct.objections.map((each) => each.words)] : [];
      const texts = await readTexts(
        database,
        [demand, calculation, ...words, ...ofAct].flatMap((each) => each?.text ?? []),
      );
      const field = (reference: Said['words']): unknown => Object.values(texts.get(reference?.text ?? '') ?? {})[0] ?? null;
      const read = (reference: Said['words']) => field(reference) as string | null;
      const sum = (given: string | undefined) => (given === undefined ? null : money(given));
      const show = ({ at, amount: share, until, words: own }: Said & { at: string }) => ({
        at,
        toClaimant: sum(share),
        until: until ?? null,
        words: read(own),
      });
      const sharesOf = ({ toClaimant, toRespondent, until }: Outcome) => ({
        toClaimant: amount === undefined ? null : money(toClaimant),
        toRespondent: amount === undefined ? null : money(toRespondent),
        until: until ?? null,
      });
      const { liability } = terms;
      return {
        papers: papersAt(id),
        task: task === undefined ? null : publicId(task),
        claimant,
        against: against ?? 'counterparty',
        about,
        amount: sum(amount),
        admitted: sum(admitted),
        demand: read(demand),
        happenedOn: happenedOn ?? null,
        calculation: field(calculation) as { what: string; amount: number }[] | null,
        sentAt,
        deadlines,
        answer: answer ? { answer: answer.answer, ...show(answer) } : null,
        offers: offers.map((each) => ({ version: each.version, side: each.side, declined: each.declined ?? false, ...show(each) })),
        certificate: certificate ?? null,
        instruction: instruction ? { version: instruction.version, side: instruction.side, ...show(instruction) } : null,
        courtAct: courtAct
          ? {
              ...show(courtAct),
              version: courtAct.version,
              court: read(courtAct.court),
              caseNumber: read(courtAct.caseNumber),
              covers: courtAct.covers ?? null,
              decidedOn: courtAct.decidedOn,
              inForceOn: courtAct.inForceOn,
              objectBy: courtAct.objectBy,
              objections: courtAct.objections.map(({ side, at, words: own }) => ({ side, at, words: read(own) })),
            }
          : null,
        agreed: agreed
          ? {
              by: agreed.by,
              ...sharesOf(agreed),
              signBy: agreed.signBy,
              signed: agreed.signed as ('customer' | 'contractor')[],
            }
          : null,
        outcome: outcome
          ? {
              by: outcome.by,
              ...sharesOf(outcome),
            }
          : null,
        limit: liability
          ? {
              atMost: money(String(liabilityOf(liability, raisedLimit, answered))),
              cap: money(liability.cap),
              paid: money(liability.paid),
              months: liability.months,
              from: liability.from,
              to: liability.to,
              payments: liability.payments.map((each) => presentPaid(each, language)),
              answered: answered.map(presentAnswered),
              clause: '6.2',
              raised: raisedLimit?.became === 'confirmed',
              proposed:
                raisedLimit && raisedLimit.became === undefined && party === 'operator'
                  ? {
                      version: raisedLimit.version,
                      amount: money(raisedLimit.amount),
                      reasons: read(raisedLimit.reasons),
                      at: raisedLimit.at,
                    }
                  : null,
            }
          : null,
      } satisfies z.input<typeof DisputeFacts>;
    },
  };
  const view = snapshotView(platform, resource);
  const { answer } = view;

  const refuse = (rule: keyof typeof RULES, { language }: Asker): Problem =>
    new Problem('rule-refused', { rule, clause: '9.1', detail: RULES[rule][language] });

  /** The event of a claim against the operator: the months of 6.2 and the limitation are counted from its day. @throws for a day that cannot be its */
  const ofEvent = async (happenedOn: string, asker: Asker): Promise<Pick<ClaimInput, 'happenedOn' | 'since'>> => {
    const since = await dayOfAccount(database, asker.session.account);
    const today = todayInAlmaty();
    if (since === undefined || happenedOn < since || happenedOn < FIRST || today < happenedOn) throw refuse('dayOfEventIsPossible', asker);
    return { happenedOn, since: endOfDay(addCalendarDays(happenedOn, -1)) };
  };

  /** The claimant and the respondent. @throws the problem that forbids the claim, besides what the chart says. */
  const claimOf = async ({ task, against, about, happenedOn }: z.output<typeof PostDispute>, asker: Asker): Promise<Claimed> => {
    const { account, roles } = asker.session;
    const operator = against === 'operator' && { against, ...(happenedOn !== undefined && (await ofEvent(happenedOn, asker))) };
    if (task === undefined) {
      const claimant = (['customer', 'contractor'] as const).find((role) => roles.includes(role));
      if (claimant === undefined) throw new Problem('wrong-party', { clause: '9.1' });
      return { claimant, [claimant]: account, ...operator };
    }
    const row = await findLife(database, taskLife(task));
    const { context, status } = (row?.snapshot ?? { context: {} }) as { context: TaskContext; status?: string };
    const { customer, contractor, left } = context;
    const claimant = (['customer', 'contractor'] as const).find((party) => context[party] === account);
    if (row === undefined || claimant === undefined) throw new Problem('not-found');
    if (operator) return { claimant, [claimant]: account, task: row.id, ...operator };
    if (customer === undefined || contractor === undefined) throw refuse('taskHadContractor', asker);
    if (about === 'costs') {
      const days = await costsClaimDays(database);
      const inTime = ({ at }: { at: string }) => Date.now() <= Date.parse(calendarDaysAfter(at, days, lives.calendar(at)));
      if (left === undefined || left.free || left.by === claimant || !inTime(left)) throw refuse('costsOfLeaving', asker);
    }
    const since = { customer, contractor, task: row.id, since: row.at.toISOString() };
    return { claimant, ...since, ofDeal: status === 'active' && (about === 'price' || about === 'ending') };
  };

  /** The dispute that a claim created: independently, or as a child of its task. */
  const disputeOf = async ({ life, seq }: Pick<Receipt, 'life' | 'seq'>): Promise<string> =>
    kindOf(life) === 'dispute' ? life : `dispute/${publicId(life)}/${await countEvents(database, life, 'claim', seq)}`;

  /**
   * Makes the claim and returns the dispute's id. A claim about a running deal goes through its task, because it may end the deal or keep it from
   * paying.
   */
  const makeClaim = async (body: z.output<typeof PostDispute>, claim: Claimed, { session, key, request }: Asked) => {
    const own = accountKey(session.account, key);
    const { task: _, against: __, happenedOn: ___, ...rest } = body;
    const { ofDeal, ...claimed } = claim;
    const { input, texts } = sealBody(keys, PostDispute, { ...rest, ...sumsOf(rest) }, own);
    const life = ofDeal ? (claim.task as string) : `dispute/${idFrom(session.account, key)}`;
    const hung = await hanging(database, rest.files, life, session.account);
    const terms = await disputeTerms(database, { ...session, ...claim });
    const preconditions = [
      ...claimNeeds({ ...rest, parent: ofDeal ? claim.task : undefined }, claim, session.account),
      ...hung.preconditions,
    ];
    const by = { idempotencyKey: own, type: 'claim', by: claim.claimant, actor: session.actor };
    const shared = { ...by, texts, requestHash: request, preconditions, inSameTransaction: hung.inSameTransaction };
    if (ofDeal) {
      const committed = await commit(lives, { ...shared, life, input: { ...input, ...hung.facts, terms } });
      const receipt = receiptOf(committed, lifeTypes.task, session.language);
      return { committed, receipt, life: await disputeOf(receipt) };
    }
    const committed = await commit(lives, {
      ...shared,
      life,
      input: { ...input, ...hung.facts, ...claimed, id: life, terms },
      create: true,
    });
    return { committed, receipt: receiptOf(committed, lifeTypes.dispute, session.language), life };
  };

  const post = route({
    method: 'post',
    path: '/v1/disputes',
    operation: 'postDispute',
    summary: 'Make a claim about a current or ended task, or against the operator (9.1, 6.2)',
    access: 'session',
    moves: true,
    finishes: true,
    signed: 'whereAsked',
    body: PostDispute,
    answers: { 201: answer },
    problems: ['wrong-party', 'role-missing', 'not-found', 'rule-refused', 'not-in-this-state', 'requisites-missing'],
    async handle(asked) {
      const { body, session, language } = asked;
      const asker = { session: { ...session, language }, language };
      const shown = async (receipt: Receipt, life: string, replayed: boolean) => ({
        status: 201 as const,
        headers: { Location: `/v1/disputes/${publicId(life)}`, ...(replayed && { 'Idempotent-Replayed': 'true' }) },
        body: await view.show(await look(view, life, session), asker, receipt.life === life ? receipt : undefined),
      });
      // A repeated request gets the same response, whatever became of the task and the terms since.
      const said = await eventOfRequest(database, accountKey(session.account, asked.key), asked.request);
      if (said) return shown(said, await disputeOf(said), true);
      const claim = await claimOf(body, asker);
      requireRole(session, claim.claimant, CLAIM_ROLES);
      asked.requireSigned();
      const { committed, receipt, life } = await makeClaim(body, claim, { ...asked, session: asker.session } as Asked);
      dispatch(committed.updates);
      return shown(receipt, life, committed.outcome === 'replayed');
    },
  });

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/disputes',
    operation: 'listDisputes',
    summary: 'The disputes of the caller, newest first (9.1). The operator sees all',
    access: 'session',
    query: z.strictObject({
      state: z.enum(DISPUTE_STATES).optional(),
      party: z.enum(['claimant', 'respondent']).optional().meta({
        description: 'The side of the caller. Staff are on neither side: they use against=operator',
      }),
      against: z.enum(['counterparty', 'operator']).optional(),
      task: z.uuid().toLowerCase().optional(),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: DisputeList },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await listDisputes(database, session, query);
      const items = rows.map((row) => presentSummary(row, language));
      return { body: { items, next: nextOf(rows, query.limit) } };
    },
  });

  return [post, list, ...lifeRoutes(platform, resource)];
}
