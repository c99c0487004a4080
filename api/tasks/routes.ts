/** The resource of a task: post it, read it, and every command of its chart. */

import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { beginsSomethingNew, commandsOf } from '../../charts/judge.ts';
import { taskChart } from '../../charts/task/chart.ts';
import { taskMessages } from '../../charts/task/messages/index.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Command, Receipt } from '../../lives/command.ts';
import { commit, commitTogether } from '../../lives/commit.ts';
import { countContractors } from '../../models/stores/account.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import { readNotices } from '../../models/stores/notice.ts';
import { findTask, listTasks } from '../../models/stores/task.ts';
import type { Platform } from '../../platform.ts';
import { accountMayOpen } from '../admission.ts';
import type { WaitForChange } from '../changes.ts';
import { claimElsewhere } from '../disputes/elsewhere.ts';
import { disputeTerms } from '../disputes/terms.ts';
import { Problem, RULES } from '../errors.ts';
import { idFrom, sealTexts } from '../free-text.ts';
import { requireRole } from '../policy.ts';
import { Events, Notices, presentEvents, presentNotices, presentReceipt } from '../resource/answers.ts';
import { hasRules, keyOf, receiptOf, inputOf as sealedInput } from '../resource/committing.ts';
import { kebab, moment } from '../resource/fields.ts';
import type { Answer, Asked, Route } from '../route.ts';
import { route, wholeNumber, withId } from '../route.ts';
import { isBound, partyOf, TASK_POLICY } from './policy.ts';
import { menuOf, presentSummary, presentTask } from './presenter.ts';
import type { CommandName } from './schema.ts';
import { COMMANDS, CommandAnswer, PostTask, splitWork, TaskAnswer, TaskList } from './schema.ts';
import { termsOfTheDay } from './terms.ts';

/** Longest wait for a change, in seconds. */
const LONGEST_WAIT = 25;

/** What tasks hear of a suspended account tells whether its sums stop, and so on which ground (4.4.2): nobody is to learn that who was not told. */
const WITHHELD = ['partySuspended', 'partyReinstated'];

type Asker = Pick<Asked, 'session' | 'language'>;

export function taskRoutes({ lives, dispatch }: Platform, waitForChange: WaitForChange): Route[] {
  const { database, secret } = lives;

  /** The task and the asker's part in it, or undefined for what one may not know of. */
  const seek = async (id: string, session: Asked['session']) => {
    const task = await findTask(database, id, session.account);
    const party = task && partyOf(task, session);
    return task && party && { task, party };
  };

  /** @throws 404 for what one may not know of. */
  const look = async (id: string, session: Asked['session']) => {
    const seen = await seek(id, session);
    if (seen === undefined) throw new Problem('not-found');
    return seen;
  };

  type Seen = Awaited<ReturnType<typeof look>>;

  const present = async ({ task, party }: Seen, { session, language }: Asker, receipt?: Receipt): Promise<Answer['body']> => {
    const note = (task.snapshot as { context: TaskContext }).context.briefing?.text;
    const text = note === undefined ? undefined : (await readTexts(database, [note])).get(note);
    const briefing = (text?.note as string | undefined) ?? null;
    return presentTask(task, { session, party, language, calendarAt: lives.calendar, briefing }, receipt);
  };

  /** The task after an act, or to one who may not see it any more what they did. */
  const conclude = async (id: string, asked: Asker, receipt: Receipt, replayed: boolean): Promise<Answer> => {
    const seen = await seek(id, asked.session);
    return {
      ...(replayed && { headers: { 'Idempotent-Replayed': 'true' } }),
      body: seen ? await present(seen, asked, receipt) : { id, receipt: presentReceipt(receipt) },
    };
  };

  /** What keeps an account from posting, beside what the chart says. */
  const hindranceOf = async (invited: string[], { session, language }: Asker): Promise<Problem | undefined> => {
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
    problems: ['wrong-party', 'role-missing', 'rule-refused'],
    async handle({ body, session, language, key, request }) {
      const asked = { session, language };
      requireRole(session, 'customer', TASK_POLICY.post);
      const { payment, match, invited, places, terms, ...work } = body;
      const id = idFrom(session.account, key);
      const hindrance = await hindranceOf(invited, asked);
      if (hindrance && !(await eventOfRequest(database, keyOf(session, key), request))) throw hindrance;
      const { texts, facts } = splitWork(work);
      const agreed = await termsOfTheDay(database, terms);
      const group = places === 1 ? undefined : idFrom(session.account, key, 'group');
      const births = Array.from({ length: places }, (_, place): Command => {
        const own = place === 0 ? key : `${key}#${place + 1}`;
        const { reference, row } = sealTexts(secret, `${session.account}/${own}`, texts);
        return {
          life: `task/${idFrom(session.account, own)}`,
          idempotencyKey: keyOf(session, own),
          type: 'post',
          by: 'customer',
          actor: session.actor,
          precondition: accountMayOpen(session),
          input: {
            ...facts,
            id: idFrom(session.account, own),
            hazardous: texts.hazards !== undefined,
            wording: reference,
            payment,
            match,
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
      const committed = await commitTogether(lives, births);
      const [receipt] = committed.map((each) => receiptOf(each, lifeTypes.task, language)) as [Receipt];
      dispatch(committed.flatMap(({ updates }) => updates));
      const { headers, body: task } = await conclude(id, asked, receipt, committed[0]?.outcome === 'replayed');
      return { status: 201, headers: { ...headers, Location: `/v1/tasks/${id}` }, body: task };
    },
  });

  const list = route({
    method: 'get',
    path: '/v1/tasks',
    operation: 'listTasks',
    summary: 'The tasks one may see, newest first',
    access: 'session',
    query: z.strictObject({
      state: z
        .enum(['posted', 'agreed', 'executing', 'review', 'settling', 'closed', 'cancelled', 'withdrawn', 'expired', 'blocked'])
        .optional(),
      party: z.enum(['customer', 'contractor', 'candidate']).optional(),
      group: z.uuid().optional().meta({ description: 'The places of one post' }),
      postedFrom: moment.optional(),
      postedUntil: moment.optional(),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the page before' }),
    }),
    answers: { 200: TaskList },
    problems: [],
    async handle({ query, session, language }) {
      const { limit } = query;
      const rows = await listTasks(database, session, query);
      const items = rows.map((row) => presentSummary(row, language, isBound(row, partyOf(row, session) ?? 'contractor', session)));
      return { body: { items, next: rows.length === limit ? (rows.at(-1)?.number ?? null) : null } };
    },
  });

  const read = route({
    method: 'get',
    path: '/v1/tasks/{id}',
    operation: 'readTask',
    summary: 'A task, what the asker may do with it, and what happens if nobody acts; may wait for the next change',
    access: 'session',
    params: withId,
    query: z.strictObject({
      after: wholeNumber(0, 1_000_000).optional().meta({ description: 'Wait until the task has an event after this seq' }),
      wait: wholeNumber(0, LONGEST_WAIT).default(0).meta({ description: 'Seconds at most' }),
    }),
    answers: { 200: TaskAnswer },
    problems: [],
    async handle({ params: { id }, query: { after, wait }, session, language, signal }) {
      const seen = await look(id, session);
      const waits = after !== undefined && seen.task.seq <= after && wait > 0;
      if (waits) await waitForChange(seen.task.id, after, wait * 1000, signal);
      return { body: await present(waits ? await look(id, session) : seen, { session, language }) };
    },
  });

  const events = route({
    method: 'get',
    path: '/v1/tasks/{id}/events',
    operation: 'readEvents',
    summary: 'The chain of a task: each event with its hash',
    access: 'session',
    params: withId,
    answers: { 200: Events },
    problems: [],
    async handle({ params: { id }, session, language }) {
      const { task, party } = await look(id, session);
      if (!isBound(task, party, session)) throw new Problem('not-found');
      return { body: await presentEvents(lives, task.id, lifeTypes.task, language, { party, session, operatorOnly: WITHHELD }) };
    },
  });

  const notices = route({
    method: 'get',
    path: '/v1/tasks/{id}/notices',
    operation: 'readNotices',
    summary: "The asker's notices about a task; the operator reads all",
    access: 'session',
    params: withId,
    answers: { 200: Notices },
    problems: [],
    async handle({ params: { id }, session, language }) {
      const { task, party } = await look(id, session);
      const rows = await readNotices(database, task.id, party === 'operator' ? undefined : session.account);
      return { body: presentNotices(rows, lifeTypes.task, language, task) };
    },
  });

  const command = (name: CommandName): Route => {
    const opens = beginsSomethingNew(taskChart, name);
    return route({
      method: 'post',
      path: `/v1/tasks/{id}/${kebab(name)}`,
      operation: `${name}Task`,
      summary: taskMessages.commands[name]?.en ?? name,
      access: 'session',
      moves: true,
      opens,
      params: withId,
      body: COMMANDS[name] as z.ZodObject,
      answers: { 200: CommandAnswer },
      problems: [
        'wrong-party',
        'role-missing',
        'not-in-this-state',
        ...(hasRules(lifeTypes.task, name) ? (['rule-refused'] as const) : []),
      ],
      async handle({ params: { id }, body, session, language, key, request }) {
        const asked = { session, language };
        const life = `task/${id}`;
        const own = keyOf(session, key);
        const seen = await seek(id, session);
        if (seen === undefined) {
          // Who may not see the task any more may still repeat what they once said.
          const said = await eventOfRequest(database, own, request);
          if (said === undefined) throw new Problem('not-found');
          return conclude(id, asked, said, true);
        }
        requireRole(session, seen.party, TASK_POLICY[name]);
        const { input, texts } = inputOf(name, await prepare(name, body, session), own);
        const committed = await commit(lives, {
          life,
          idempotencyKey: own,
          type: name,
          by: seen.party,
          actor: session.actor,
          ...(opens && { precondition: accountMayOpen(session) }),
          input,
          texts,
          requestHash: request,
        });
        dispatch(committed.updates);
        const now = committed.outcome === 'refused' ? await seek(id, session) : seen;
        const elsewhere = name === 'claim' && committed.outcome === 'refused' && now && claimElsewhere(now.task, now.party, language);
        if (elsewhere) throw elsewhere;
        const receipt = receiptOf(committed, lifeTypes.task, language, now && menuOf(now.task, { ...asked, party: now.party }));
        return conclude(id, asked, receipt, committed.outcome === 'replayed');
      },
    });
  };

  /** What the platform adds: terms of the day, and the acceptance of the offer that binds (2.1). */
  const prepare = async (
    name: CommandName,
    body: Record<string, unknown>,
    { status: { acceptance } }: Asked['session'],
  ): Promise<Record<string, unknown>> => {
    if (name === 'claim') return { ...body, terms: await disputeTerms(database) };
    return name === 'accept' ? { ...body, acceptance } : body;
  };

  const inputOf = (name: CommandName, body: Record<string, unknown>, key: string): Required<Pick<Command, 'input' | 'texts'>> => {
    if (name === 'change' || name === 'amend') {
      const { version, ...work } = body as z.output<(typeof COMMANDS)['change']>;
      const { texts, facts } = splitWork(work);
      const { reference, row } = sealTexts(secret, key, texts);
      return { input: { ...facts, wording: reference, version }, texts: [row] };
    }
    return sealedInput(secret, body, key);
  };

  const commands = commandsOf(taskChart).filter((name): name is CommandName => name in COMMANDS);
  return [post, list, read, events, notices, ...commands.map(command)];
}
