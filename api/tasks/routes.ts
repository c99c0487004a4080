/** The resource of a task: post it, read it, and every command of its chart. */
import { QueryTypes } from 'sequelize';
import { z } from 'zod';
import { commandsOf } from '../../charts/judge.ts';
import { taskChart } from '../../charts/task/chart.ts';
import { taskWords } from '../../charts/task/words.ts';
import { letterOf } from '../../documents/letter.ts';
import type { Command, Committed } from '../../lives/commit.ts';
import { commitTogether, commit } from '../../lives/commit.ts';
import { readChain } from '../../lives/verify.ts';
import type { Platform } from '../../platform.ts';
import type { WaitForChange } from '../changes.ts';
import { Problem } from '../errors.ts';
import { idFrom, sealTexts } from '../free-text.ts';
import type { Answer, Asked, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { isBound, partyOf } from './policy.ts';
import { kebab, presentMenu, presentReceipt, presentSummary, presentTask } from './presenter.ts';
import type { CommandName } from './schema.ts';
import { COMMANDS, Events, Notices, PostTask, splitTexts, splitWork, TaskAnswer, TaskList } from './schema.ts';
import type { StandingTask } from './store.ts';
import { findTask, listTasks } from './store.ts';
import { termsOfTheDay } from './terms.ts';

/** Longest wait for a change, in seconds. */
const LONGEST_WAIT = 25;
const MOVES = ['invalid-input', 'malformed-json', 'key-missing', 'unauthenticated', 'not-in-this-state', 'rule-refused', 'key-reused'] as const;

export function taskRoutes({ lives, dispatch }: Platform, waitForChange: WaitForChange): Route[] {
  const { database, secret } = lives;

  /** The task and the asker's part in it. @throws 404 for what one may not know of. */
  const look = async (id: string, session: Asked['session']) => {
    const task = await findTask(database, id, session.account);
    const party = task && partyOf(task, session);
    if (task === undefined || party === undefined) throw new Problem('not-found');
    return { task, party };
  };

  const show = async (id: string, { session, language }: Pick<Asked, 'session' | 'language'>, committed?: Committed): Promise<Answer['body']> => {
    const { task, party } = await look(id, session);
    const calendar = await lives.calendar(task.at.toISOString());
    return presentTask(task, { session, party, language, calendar }, committed && 'receipt' in committed ? committed.receipt : undefined);
  };

  /** Tells the workflow behind the answer, and turns a refusal into its problem. */
  const conclude = (committed: Committed, life: string, asked: Pick<Asked, 'session' | 'language'>, task?: StandingTask): void => {
    dispatch(life, committed.steps);
    if (committed.outcome === 'reused') throw new Problem('key-reused');
    if (committed.outcome === 'unknown') throw new Problem('not-found');
    if (committed.outcome !== 'refused') return;
    const { reason, clause, rule } = committed.refusal;
    const more = {
      ...(clause !== undefined && { clause }),
      ...(rule !== undefined && { rule, detail: taskWords.rules[rule]?.[asked.language] ?? rule }),
    };
    if (reason === 'party') throw new Problem('wrong-party', more);
    if (reason === 'rule') throw new Problem('rule-refused', more);
    const party = task && partyOf(task, asked.session);
    throw new Problem('not-in-this-state', { ...more, ...(task && party && { commands: presentMenu(task, { ...asked, party }) }) });
  };

  const replayed = ({ outcome }: Committed) => (outcome === 'said' ? { headers: { 'Idempotent-Replayed': 'true' } } : {});
  const actorOf = ({ session }: Pick<Asked, 'session'>) => ({ account: session.account, session: session.id });

  const inviteOnlyContractors = async (invited: string[]): Promise<void> => {
    if (invited.length === 0) return;
    const [row] = await database.query<{ known: number }>(
      `select count(*)::int as known from account where id = any($1::uuid[]) and 'contractor' = any(roles)`,
      { bind: [invited], type: QueryTypes.SELECT },
    );
    if (row?.known !== new Set(invited).size) throw new Problem('rule-refused', { rule: 'invitedAreContractors', clause: 'platform' });
  };

  const post = route({
    method: 'post',
    path: '/v1/tasks',
    operation: 'postTask',
    summary: 'Post a task (1.5, 1.10)',
    access: 'session',
    moves: true,
    body: PostTask,
    answers: { 201: TaskAnswer },
    problems: [...MOVES, 'wrong-party'],
    async handle({ body, session, language, key, request }) {
      if (!session.roles.includes('customer')) throw new Problem('wrong-party', { clause: '1.6' });
      const { payment, match, invited, places, terms, ...work } = body;
      await inviteOnlyContractors(invited);
      const { texts, facts } = splitWork(work);
      const agreed = await termsOfTheDay(database, terms);
      const group = places === 1 ? undefined : idFrom(session.account, key, 'group');
      const births = Array.from({ length: places }, (_, place): Command => {
        const own = place === 0 ? key : `${key}#${place + 1}`;
        const { reference, row } = sealTexts(secret, `${session.account}/${own}`, texts);
        return {
          life: `task/${idFrom(session.account, own)}`,
          key: `account/${session.account}/${own}`,
          type: 'post',
          by: 'customer',
          actor: actorOf({ session }),
          input: { ...facts, wording: reference, payment, match, invited: [...new Set(invited)], terms: agreed, ...(group && { group }) },
          texts: [row],
          request,
          birth: true,
        };
      });
      const committed = await commitTogether(lives, births);
      for (const [place, each] of committed.entries()) conclude(each, births[place]?.life as string, { session, language });
      const id = (births[0]?.life as string).slice('task/'.length);
      const [first] = committed as [Committed];
      const { headers } = replayed(first);
      return { status: 201, headers: { ...headers, Location: `/v1/tasks/${id}` }, body: await show(id, { session, language }, first) };
    },
  });

  const list = route({
    method: 'get',
    path: '/v1/tasks',
    operation: 'listTasks',
    summary: 'The tasks one may see, newest first',
    access: 'session',
    query: z.strictObject({
      state: z.enum(['posted', 'agreed', 'executing', 'review', 'settling', 'closed', 'cancelled', 'withdrawn', 'expired', 'blocked']).optional(),
      party: z.enum(['customer', 'contractor', 'candidate']).optional(),
      postedFrom: z.iso.datetime({ offset: true }).optional(),
      postedUntil: z.iso.datetime({ offset: true }).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      after: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
    }),
    answers: { 200: TaskList },
    problems: ['invalid-input', 'unauthenticated'],
    async handle({ query, session, language }) {
      const { limit, after, ...filter } = query;
      const rows = await listTasks(database, session, { ...filter, limit, ...(after !== undefined && { after: Number(after) }) });
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
      after: z.coerce.number().int().min(0).max(1_000_000).optional().meta({ description: 'Wait until the task has an event after this seq' }),
      wait: z.coerce.number().int().min(0).max(LONGEST_WAIT).default(0).meta({ description: 'Seconds at most' }),
    }),
    answers: { 200: TaskAnswer },
    problems: ['invalid-input', 'unauthenticated', 'not-found'],
    async handle({ params: { id }, query: { after, wait }, session, language, signal }) {
      const { task } = await look(id, session);
      if (after !== undefined && task.seq <= after && wait > 0) await waitForChange(task.id, after, wait * 1000, signal);
      return { body: await show(id, { session, language }) };
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
    problems: ['unauthenticated', 'not-found'],
    async handle({ params: { id }, session, language }) {
      const { task, party } = await look(id, session);
      if (!isBound(task, party, session)) throw new Problem('not-found');
      const { links } = await readChain(lives, task.id);
      const title = (type: string): string => {
        const timer = /^xstate\.after\.(\w+)\./.exec(type)?.[1];
        return (timer === undefined ? taskWords.commands[type] : taskWords.timers[timer])?.[language] ?? type;
      };
      return { body: { items: links.map(({ life: _, ...link }) => ({ ...link, title: title(link.type) })) } };
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
    problems: ['unauthenticated', 'not-found'],
    async handle({ params: { id }, session, language }) {
      const { task, party } = await look(id, session);
      const rows = await database.query<{ id: string; seq: number; template: string; created_at: Date; status: string; settled_at: Date | null }>(
        'select id, seq, template, created_at, status, settled_at from notice where life = $1 and ($2::uuid is null or account = $2) order by created_at, id',
        { bind: [task.id, party === 'operator' ? null : session.account], type: QueryTypes.SELECT },
      );
      const facts = { number: task.number, title: task.title, deadline: undefined };
      const items = rows.map(({ template, created_at, settled_at, ...row }) => {
        const { subject, text } = letterOf(taskWords, template, language, facts);
        return { ...row, template, subject, body: text, createdAt: created_at.toISOString(), settledAt: settled_at?.toISOString() ?? null };
      });
      return { body: { items } };
    },
  });

  const command = (name: CommandName): Route =>
    route({
      method: 'post',
      path: `/v1/tasks/{id}/${kebab(name)}`,
      operation: `${name}Task`,
      summary: taskWords.commands[name]?.en ?? name,
      access: 'session',
      moves: true,
      params: withId,
      body: COMMANDS[name] as z.ZodObject,
      answers: { 200: TaskAnswer },
      problems: [...MOVES, 'wrong-party', 'not-found'],
      async handle({ params: { id }, body, session, language, key, request }) {
        const life = `task/${id}`;
        const own = `account/${session.account}/${key}`;
        const task = await findTask(database, id, session.account);
        const party = task && partyOf(task, session);
        if (task === undefined || party === undefined) return repeatOf(own, life, request);
        const { input, texts } = inputOf(name, body, own);
        const committed = await commit(lives, { life, key: own, type: name, by: party, actor: actorOf({ session }), input, texts, request });
        conclude(committed, life, { session, language }, committed.outcome === 'refused' ? await findTask(database, id, session.account) : task);
        return { ...replayed(committed), body: await show(id, { session, language }, committed) };
      },
    });

  /** Who may not see the task any more may still repeat what they once said. */
  const repeatOf = async (key: string, life: string, request: string): Promise<Answer> => {
    const [said] = await database.query<{ life: string; seq: number; type: string; at: Date; hash: string }>(
      'select life, seq, type, at, hash from event where key = $1 and life = $2 and request_hash = $3',
      { bind: [key, life, request], type: QueryTypes.SELECT },
    );
    if (said === undefined) throw new Problem('not-found');
    const receipt = presentReceipt({ ...said, at: said.at.toISOString() });
    return { headers: { 'Idempotent-Replayed': 'true' }, body: { id: life.slice('task/'.length), receipt } };
  };

  const inputOf = (name: CommandName, body: Record<string, unknown>, key: string): Required<Pick<Command, 'input' | 'texts'>> => {
    if (name === 'change') {
      const { version, ...work } = body as z.output<(typeof COMMANDS)['change']>;
      const { texts, facts } = splitWork(work);
      const { reference, row } = sealTexts(secret, key, texts);
      return { input: { ...facts, wording: reference, version }, texts: [row] };
    }
    const { texts, facts } = splitTexts(body);
    const [field] = Object.keys(texts);
    if (field === undefined) return { input: facts, texts: [] };
    const { reference, row } = sealTexts(secret, key, texts);
    return { input: { ...facts, [field]: reference }, texts: [row] };
  };

  const commands = commandsOf(taskChart).filter((name): name is CommandName => name in COMMANDS);
  return [post, list, read, events, notices, ...commands.map(command)];
}
