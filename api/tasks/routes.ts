/** Tasks: post one, list them, read one, and every command of the chart. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { isHeld } from '../../charts/task/holds.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Command, Receipt } from '../../lives/command.ts';
import { commitTogether } from '../../lives/commit.ts';
import { commitExternalEvent } from '../../lives/external-event.ts';
import { accountKey, accountLife, messageKey, taskLife } from '../../lives/ids.ts';
import { countContractors, wayOfPaymentOf } from '../../models/stores/account.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { reputationOfCustomer, reputationsOfContractors } from '../../models/stores/reputation.ts';
import { planOn } from '../../models/stores/tariff.ts';
import { listTasks } from '../../models/stores/task.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { priceOf } from '../../rules/money.ts';
import { commissionOfPlan } from '../../rules/tariff.ts';
import { accountMayOpen } from '../admission.ts';
import type { WaitForChange } from '../changes.ts';
import { claimAfter, claimElsewhere } from '../disputes/elsewhere.ts';
import { sumsOf } from '../disputes/schema.ts';
import { disputeTerms } from '../disputes/terms.ts';
import { Problem, RULES } from '../errors.ts';
import { idFrom, sealTexts } from '../free-text.ts';
import { mayPostTasks } from '../invoices/limits.ts';
import { paperAsked, provePaper } from '../papers/sending.ts';
import { askedLater } from '../payout-details/asked-later.ts';
import { qualificationsFor } from '../qualifications/required.ts';
import type { QuotaUse } from '../quotas.ts';
import { withinQuotas } from '../quotas.ts';
import { receiptsOfTask } from '../receipts/of-task.ts';
import { dealPapers, havePaperRequisites } from '../requisites/needed.ts';
import { moment } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { receiptOf, sealBody } from '../resource/outcome.ts';
import { presentOtherParty } from '../resource/reputation.ts';
import type { Resource } from '../resource/resource.ts';
import { nextOf } from '../resource/schema.ts';
import type { Asker } from '../resource/view.ts';
import { look, readLife } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber, withId } from '../route.ts';
import { isBound, partyOf } from './access.ts';
import { contactsOf } from './contacts.ts';
import { papersNeed } from './papers.ts';
import { presentSummary } from './presenter.ts';
import { COMMANDS, POST_ROLES, PostTask, splitWork, TaskAnswer, TaskList } from './schema.ts';
import { presentTaxes, taxConditions } from './taxes.ts';
import { boundsBroken, boundsProblem, termsAt } from './terms.ts';
import { areTwoPeople, conditionsOf } from './two-people.ts';
import { isWithinLimits, limitsOf } from './unproved.ts';
import { taskView } from './view.ts';

/** The longest wait for a change, in seconds. */
const LONGEST_WAIT = 25;

/** These events reveal whether the account's payments stop, and so the ground of the suspension (4.4.2), which may be undisclosed. */
const OPERATOR_ONLY = ['partySuspended', 'partyReinstated'];

export function taskRoutes(platform: Platform, waitForChange: WaitForChange): Route[] {
  const { lives, dispatch } = platform;
  const { database, keys } = lives;
  const view = taskView(platform);

  const resource: Resource<TaskContext> = {
    kind: 'task',
    path: 'tasks',
    type: lifeTypes.task,
    commands: COMMANDS,
    operatorOnly: OPERATOR_ONLY,
    // The exact address is shown for a time, beside the phone.
    withheld: (spoken, party) =>
      new Set(party === 'contractor' ? spoken.filter(({ type }) => type === 'setAddress').map(({ seq }) => seq) : []),
    facts: z.object({}),
    present: () => ({}),

    /** Terms of the day, and the acceptance of the offer under which the party is bound (2.1). */
    async prepare(name, body, { session, party, parties, file }) {
      if (name === 'sendPaper') return paperAsked(database, body, parties, file as Buffer);
      if (name === 'claim' && party !== 'operator') {
        const claimant = party as 'customer' | 'contractor';
        return { ...body, ...sumsOf(body), terms: await disputeTerms(database, { ...session, ...parties, claimant }) };
      }
      return name === 'accept' ? { ...body, acceptance: session.status.acceptance } : body;
    },

    prove: (proving) => provePaper(platform, proving),

    /** The words of changed work are one text. */
    seal(name, body, key) {
      if (name !== 'change' && name !== 'amend') return sealBody(keys, COMMANDS[name as keyof typeof COMMANDS].body, body, key);
      const { version, price, ...work } = body as z.output<(typeof COMMANDS)['amend']['body']>;
      const { texts, facts } = splitWork(keys, work);
      const { reference, row } = sealTexts(keys, key, texts);
      return { input: { ...facts, wording: reference, version, ...(price !== undefined && { price: String(price) }) }, texts: [row] };
    },

    /** A reinstated account can act at once. If the account's effect has not reached a task yet, this updates it (4.4.2). */
    async beforeCommit({ row, party }, { account, status }) {
      const { holds } = (row.snapshot as { context: TaskContext }).context;
      if (!status.mayOpen || !isHeld(holds, 'suspended', party)) return;
      const key = messageKey(`${accountLife(account)}/reinstated/${row.id}/${row.seq}`);
      await commitExternalEvent(lives, dispatch, { life: row.id, key, type: 'partyReinstated', input: { account } });
    },

    conditions(name, body, { row }, { account }) {
      const { context } = row.snapshot as { context: TaskContext };
      return [
        ...conditionsOf(name, context, { account, chosen: body.contractor as string | undefined }),
        ...limitsOf(database, name, context, account),
        ...taxConditions(database, name, context, account, body.contractor as string | undefined),
        ...papersNeed(name, body, context, account),
        ...qualificationsFor(name, context, account),
      ];
    },

    problemOf: (name, { row, party }, language) => (name === 'claim' ? claimElsewhere(row, party, language) : undefined),
  };

  /** Why an account may not post, besides what the chart says. */
  const problemOfPost = async (invited: string[], { session, language }: Asker): Promise<Problem | undefined> => {
    if (!session.roles.includes('customer')) return new Problem('wrong-party', { clause: '1.6' });
    if (invited.length === 0) return undefined;
    if ((await countContractors(database, invited)) === new Set(invited).size) return undefined;
    const rule = 'invitedAreContractors';
    return new Problem('rule-refused', { rule, clause: 'platform', detail: RULES[rule][language] });
  };

  const post = route({
    method: 'post',
    path: '/v1/tasks',
    operation: 'postTask',
    summary: 'Post a task (1.5, 1.10)',
    access: 'session',
    moves: true,
    opens: true,
    body: PostTask,
    answers: { 201: TaskAnswer },
    problems: ['wrong-party', 'role-missing', 'rule-refused', 'identity-unproved', 'requisites-missing', 'invoices-overdue', 'quota-used'],
    async handle({ body, session, language, key, request }) {
      const asked = { session, language };
      requireRole(session, 'customer', POST_ROLES);
      const { payment: named, match, nature, invited, places, terms, address, ...work } = body;
      const id = idFrom(session.account, key);
      const rows = await readParameters(database);
      const today = todayInAlmaty();
      const broken = boundsBroken(rows, today, terms);
      const problem = broken.length > 0 ? boundsProblem(broken, language) : await problemOfPost(invited, asked);
      if (problem && !(await eventOfRequest(database, accountKey(session.account, key), request))) throw problem;
      const { texts, facts } = splitWork(keys, work);
      const [plan, payment] = await Promise.all([
        planOn(database, session.account, today),
        named ?? wayOfPaymentOf(database, session.account),
      ]);
      const commission = commissionOfPlan(plan);
      const { holdDays } = platform.payments.forPayer({ isCompany: session.kind === 'company' });
      const agreed = termsAt(rows, today, terms, { commission, longestHold: holdDays });
      // The chart refuses a customer who invites their own account.
      const others = invited.filter((each) => each !== session.account);
      const group = places === 1 ? undefined : idFrom(session.account, key, 'group');
      const subject = session.account;
      // The first place stands for all: a post that is larger than what is left is refused whole.
      const all: QuotaUse[] = [
        { quota: 'quotaTasks', subject, amount: places },
        ...(invited.length > 0 ? [{ quota: 'quotaInvitations' as const, subject, amount: places * new Set(invited).size }] : []),
        { quota: 'quotaLetters', subject },
      ];
      const posts = Array.from({ length: places }, (_, place): Command => {
        const own = place === 0 ? key : `${key}#${place + 1}`;
        const { reference, row } = sealTexts(keys, `${session.account}/${own}`, texts);
        const life = taskLife(idFrom(session.account, own));
        const uses = withinQuotas(life, place === 0 ? all : [{ quota: 'quotaLetters', subject }]);
        return {
          life,
          idempotencyKey: accountKey(session.account, own),
          type: 'post',
          by: 'customer',
          actor: session.actor,
          preconditions: [
            ...uses.conditions,
            accountMayOpen(session),
            areTwoPeople(session.account, others),
            isWithinLimits(database, { parties: [subject], price: priceOf(facts.lines), beginner: subject }),
            ...(place === 0
              ? [
                  mayPostTasks(platform, subject),
                  havePaperRequisites(dealPapers(agreed.paper), [{ account: subject, party: 'customer', isPaid: false }], subject),
                ]
              : []),
          ],
          inSameTransaction: uses.note,
          input: {
            ...facts,
            id: idFrom(session.account, own),
            wording: reference,
            payment,
            match,
            ...(nature !== 'services' && { nature }),
            invited: [...new Set(invited)],
            terms: agreed,
            acceptance: session.status.acceptance,
            ...(group && { group }),
          },
          texts: [row],
          requestHash: request,
          create: true,
        };
      });
      // Events of their own: a chain shows its reader all words of an event or none.
      const addresses = posts.flatMap(({ life, idempotencyKey, by, actor }): Command[] => {
        if (address === undefined) return [];
        const own = `${idempotencyKey}#address`;
        return [
          {
            life,
            idempotencyKey: own,
            type: 'setAddress',
            by,
            ...(actor && { actor }),
            ...sealBody(keys, COMMANDS.setAddress.body, { address }, own),
            requestHash: request,
          },
        ];
      });
      const committed = await commitTogether(lives, [...posts, ...addresses]);
      const [receipt] = committed.map((each) => receiptOf(each, lifeTypes.task, language)) as [Receipt];
      dispatch(committed.flatMap(({ updates }) => updates));
      const seen = await look(view, taskLife(id), session);
      const headers = { Location: `/v1/tasks/${id}`, ...(committed[0]?.outcome === 'replayed' && { 'Idempotent-Replayed': 'true' }) };
      return { status: 201, headers, body: await view.show(seen, asked, receipt) };
    },
  });

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/tasks',
    operation: 'listTasks',
    summary: 'The tasks that the caller may see, newest first',
    access: 'session',
    query: z.strictObject({
      state: z
        .enum(['posted', 'agreed', 'executing', 'review', 'settling', 'closed', 'cancelled', 'withdrawn', 'expired', 'blocked'])
        .optional(),
      party: z.enum(['customer', 'contractor', 'candidate']).optional(),
      group: z.uuid().optional().meta({ description: 'Only the tasks of this group: the places posted together' }),
      postedFrom: moment.optional(),
      postedUntil: moment.optional(),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: TaskList },
    problems: [],
    async handle({ query, session, language }) {
      const { limit } = query;
      const rows = await listTasks(database, session, query);
      const items = rows.map((row) => presentSummary(row, language, isBound(row, partyOf(row, session) ?? 'contractor', session)));
      return { body: { items, next: nextOf(rows, limit) } };
    },
  });

  const read = route({
    method: 'get',
    reads: 'task',
    path: '/v1/tasks/{id}',
    operation: 'readTask',
    summary: 'A task, with the commands of the caller and what happens if nobody acts. Can wait for the next change',
    access: 'session',
    params: withId,
    query: z.strictObject({
      after: wholeNumber(0, 1_000_000).optional().meta({ description: 'Wait until the task has an event after this seq' }),
      wait: wholeNumber(0, LONGEST_WAIT).default(0).meta({ description: 'The longest time to wait, in seconds' }),
    }),
    answers: { 200: TaskAnswer },
    problems: [],
    async handle({ params: { id }, query: { after, wait }, session, language, signal }) {
      const life = taskLife(id);
      const seen = await look(view, life, session);
      const waits = after !== undefined && seen.row.seq <= after && wait > 0;
      if (waits) await waitForChange(session.person, life, after, wait * 1000, signal);
      const now = waits ? await look(view, life, session) : seen;
      const { customer } = now.row;
      // A party and a possible party know who the other is; the customer knows itself.
      const { context } = now.row.snapshot as { context: TaskContext };
      const respondents = [
        ...new Set([...(context.contractor === undefined ? [] : [context.contractor]), ...Object.keys(context.responses)]),
      ];
      const [shown, known, others, taxes, payoutDetails, receipts, contacts] = await Promise.all([
        readLife(platform, resource, view, now, { session, language }),
        now.party === 'customer' ? undefined : reputationOfCustomer(database, customer),
        now.party === 'contractor' || respondents.length === 0 ? [] : reputationsOfContractors(database, respondents),
        presentTaxes(database, context, { party: now.party, account: session.account, language }),
        askedLater(database, context, { party: now.party, account: session.account, language }),
        receiptsOfTask(database, context, { party: now.party, account: session.account, language }),
        isBound(now.row, now.party, session) ? contactsOf(database, context, now.party) : undefined,
      ]);
      const claim = claimAfter(now.row, now.party, language);
      return {
        body: {
          ...shown,
          taxes,
          ...(payoutDetails !== undefined && { payoutDetails }),
          receipts,
          ...(contacts && { contacts }),
          ...(claim && { claim }),
          ...(known && { postedBy: presentOtherParty(known, language) }),
          ...(now.party !== 'contractor' && {
            contractors: others.map((other) => ({ id: other.account, ...presentOtherParty(other, language) })),
          }),
        },
      };
    },
  });

  return [post, list, ...lifeRoutes(platform, resource, { view, read })];
}
