/** Threads: what people write to each other about a task or a dispute (3.1). A thread begins with its first message. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import { isOfDispute } from '../../charts/thread/chart.ts';
import type { OpenThread, ThreadContext } from '../../charts/thread/types.ts';
import type { Command } from '../../lives/command.ts';
import { commitTogether } from '../../lives/commit.ts';
import { accountKey, kindOf, lifeOfPublicId, taskLife, threadKey } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { findLife } from '../../models/stores/life.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { eventsBetween, isOwnMessage, listThreads, messagesAfter } from '../../models/stores/thread.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { withoutContacts } from '../../rules/contact-masking.ts';
import { letterTermsOn } from '../../rules/gathered-letters.ts';
import { numberAt } from '../../rules/parameters.ts';
import { AMONG_STAFF } from '../disputes/schema.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { hanging } from '../files/hanging.ts';
import { withinQuotas } from '../quotas.ts';
import { unlessErased } from '../resource/erased.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { receiptOf, sealBody } from '../resource/outcome.ts';
import { titleOfEvent } from '../resource/presenter.ts';
import { lifeId, publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { look, partyOf, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Asked, Route } from '../route.ts';
import { route, wholeNumber, withId } from '../route.ts';
import type { Session } from '../session.ts';
import { taskView } from '../tasks/view.ts';
import { OPERATOR, presentMessages } from './presenter.ts';
import { MessageList, SayAboutDispute, SayAboutTask, THREAD_COMMANDS, ThreadFacts, ThreadList, WORDING } from './schema.ts';
import { MASKED, matterNow, mayWrite } from './standing.ts';
import { threadOf } from './thread-of.ts';

interface Words {
  text: string;
  quote?: number | undefined;
  files?: string[] | undefined;
}

const aboutOf = (about: string) => ({ kind: kindOf(about) as 'task' | 'dispute', id: publicId(about) });

/** What others read of a text, if that is something else. */
const shownOf = (text: string, masks: boolean): { shown?: string } => {
  const shown = masks ? withoutContacts(text) : text;
  return shown === text ? {} : { shown };
};

export function threadRoutes(platform: Platform): Route[] {
  const { lives, dispatch } = platform;
  const { database, keys } = lives;

  const resource: Resource<ThreadContext> = {
    kind: 'thread',
    path: 'threads',
    type: lifeTypes.thread,
    commands: THREAD_COMMANDS,
    facts: ThreadFacts,

    // The messages show what may be read of them: masked, withdrawn. The chain shows the parties its references, and why it was closed.
    withheld: (spoken, party) => new Set(spoken.flatMap(({ seq, type }) => (party === 'operator' || type === 'close' ? [] : [seq]))),

    async prepare(name, body, { id }) {
      if (name !== 'say' && name !== 'edit') return body;
      const { masks } = await matterNow(database, await contextOf(id));
      return { ...body, ...shownOf(body.text as string, masks) };
    },

    seal: (name, body, key) =>
      sealBody(keys, name === 'say' || name === 'edit' ? WORDING : THREAD_COMMANDS[name as 'close'].body, body, key),

    conditions(name, body, { row }, session) {
      const { context } = row.snapshot as { context: ThreadContext };
      return [
        ...(name === 'say' || name === 'edit' ? [mayWrite(database, context, session)] : []),
        ...(name === 'edit' || name === 'withdraw' ? [isOwn(row.id, body.message as number, session)] : []),
      ];
    },

    async present({ about, contractor, messages, read }, { id, party, language }) {
      const [now, rows] = await Promise.all([matterNow(database, { about, contractor }), messagesAfter(database, id, messages - 1, 1)]);
      const [last = null] = await presentMessages(database, id, rows, { party, language, read });
      return {
        about: aboutOf(about),
        messages,
        read: {
          customer: read.customer ?? 0,
          contractor: read.contractor ?? 0,
          operator: isOfDispute({ about }) ? (read.operator ?? 0) : null,
        },
        writable: now.isDeal || now.isWithCandidate,
        masks: now.masks ? MASKED[language] : null,
        last,
      };
    },
  };
  const view = snapshotView(platform, resource);
  const tasks = taskView(platform);

  const contextOf = async (thread: string): Promise<ThreadContext> => {
    const row = await findLife(database, thread);
    if (row === undefined) throw new Problem('not-found');
    return (row.snapshot as { context: ThreadContext }).context;
  };

  const isOwn =
    (thread: string, number: number, { account }: Session): Precondition =>
    async (transaction) =>
      (await isOwnMessage(transaction, { thread, number, account })) ? undefined : refusalBy('messageIsOwn');

  const letterTerms = async (): Promise<OpenThread['terms']> => {
    const rows = await readParameters(database);
    const today = todayInAlmaty();
    const codes = { wait: 'messageWaitMinutes', pause: 'messageLetterPauseMinutes' };
    return {
      ...letterTermsOn(rows, today, codes),
      idleDays: numberAt(rows, 'threadIdleDays', today),
      notedHour: numberAt(rows, 'messagesNotedHour', today),
    };
  };

  /** Says something in the thread of these parties, which its first message opens. */
  async function sayIn(
    parties: Omit<OpenThread, 'terms'>,
    by: Party,
    { text, quote, files }: Words,
    { session, language, key, request }: Pick<Asked, 'session' | 'language' | 'key' | 'request'>,
  ) {
    const life = threadOf(parties);
    const idempotencyKey = accountKey(session.account, key);
    const [{ masks }, hung] = await Promise.all([matterNow(database, parties), hanging(database, files, life, session.account)]);
    const { input, texts } = sealBody(
      keys,
      WORDING,
      { text, ...shownOf(text, masks), ...(quote !== undefined && { quote }) },
      idempotencyKey,
    );
    const uses = withinQuotas(
      life,
      THREAD_COMMANDS.say.quotas.map((quota) => ({ quota, subject: session.account })),
    );
    const opening: Command = {
      ...{ life, idempotencyKey: threadKey(life), type: 'open', by: 'platform', create: true },
      input: { ...parties, terms: await letterTerms() },
    };
    const saying: Command = {
      ...{ life, idempotencyKey, type: 'say', by, actor: session.actor, input: { ...input, ...hung.facts }, texts, requestHash: request },
      preconditions: [...uses.conditions, ...hung.preconditions, mayWrite(database, parties, session)],
      async inSameTransaction(transaction) {
        await uses.note(transaction);
        await hung.inSameTransaction(transaction);
      },
    };
    const committed = await commitTogether(lives, [opening, saying]);
    const said = committed.at(-1) as NonNullable<(typeof committed)[number]>;
    const receipt = receiptOf(said, lifeTypes.thread, language);
    dispatch(committed.flatMap(({ updates }) => updates));
    return {
      status: 201 as const,
      headers: { Location: `/v1/threads/${publicId(life)}`, ...(said.outcome === 'replayed' && { 'Idempotent-Replayed': 'true' }) },
      body: await view.show(await look(view, life, session), { session, language }, receipt),
    };
  }

  const saying = {
    method: 'post',
    access: 'session',
    moves: true,
    finishes: true,
    answers: { 201: view.answer },
    problems: ['wrong-party', 'role-missing', 'not-found', 'rule-refused', 'not-in-this-state', 'quota-used'],
  } as const;

  const sayAboutTask = route({
    ...saying,
    path: '/v1/tasks/{id}/messages',
    operation: 'sayAboutTask',
    summary: 'Write to the other party of a task, or to a candidate (3.1)',
    params: withId,
    body: SayAboutTask,
    async handle(asked) {
      const { params, body, session, language } = asked;
      const { row, party } = await look(tasks, taskLife(params.id), session);
      if (party === 'operator') throw new Problem('wrong-party', { clause: '3.1' });
      requireRole(session, party, THREAD_COMMANDS.say.roles);
      const contractor = party === 'contractor' ? session.account : (body.to ?? row.contractor);
      if (contractor === null) throw new Problem('rule-refused', ruleOf('addresseeIsNamed', language));
      return sayIn({ about: row.id, customer: row.customer, contractor }, party, body, asked);
    },
  });

  const sayAboutDispute = route({
    ...saying,
    path: '/v1/disputes/{id}/messages',
    operation: 'sayAboutDispute',
    summary: 'Write in the thread of a dispute: its parties, and the staff of the operator (9.1)',
    params: z.strictObject({ id: lifeId }),
    body: SayAboutDispute,
    async handle(asked) {
      const { params, body, session } = asked;
      const row = await findLife(database, lifeOfPublicId('dispute', params.id));
      const { customer, contractor } = ((row?.snapshot ?? {}) as { context?: BoundParties }).context ?? {};
      const party = row && partyOf({ customer, contractor }, session);
      if (row === undefined || party === undefined) throw new Problem('not-found');
      requireRole(session, party, THREAD_COMMANDS.say.roles);
      const parties = { ...(customer !== undefined && { customer }), ...(contractor !== undefined && { contractor }) };
      return sayIn({ about: row.id, ...parties }, party, body, asked);
    },
  });

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/threads',
    operation: 'listThreads',
    summary: 'The threads of the caller, that with the newest message first. The operator sees all',
    access: 'session',
    query: z.strictObject({
      task: z.uuid().toLowerCase().optional(),
      dispute: lifeId.optional(),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: ThreadList },
    problems: [],
    async handle({ query: { task, dispute, limit, after }, session, language }) {
      const about = task === undefined ? dispute && lifeOfPublicId('dispute', dispute) : taskLife(task);
      const rows = await listThreads(database, session, { about, limit, after });
      const nameOf = (account: string | null, name: string | null): string[] =>
        account === session.account ? [] : [account === null ? OPERATOR[language] : unlessErased(name, language)];
      return {
        body: {
          items: rows.map((row) => ({
            id: publicId(row.id),
            number: Number(row.number),
            about: { ...aboutOf(row.about), title: row.title === null ? null : unlessErased(row.title, language) },
            customer: row.customer,
            contractor: row.contractor,
            with: [...nameOf(row.customer, row.customer_name), ...nameOf(row.contractor, row.contractor_name)].join(', '),
            messages: row.messages,
            unread: row.unread,
            lastAt: row.last_at.toISOString(),
          })),
          next: rows.length === limit ? (rows.at(-1)?.touched ?? null) : null,
        },
      };
    },
  });

  const messages = route({
    method: 'get',
    reads: 'thread',
    path: '/v1/threads/{id}/messages',
    operation: 'readThreadMessages',
    summary: 'The messages of a thread in order, and between them what happened to its task or dispute',
    access: 'session',
    params: z.strictObject({ id: lifeId }),
    query: z.strictObject({
      limit: wholeNumber(1, 200).default(50),
      after: wholeNumber(0, 1_000_000).default(0).meta({ description: 'The number of a message: those after it' }),
    }),
    answers: { 200: MessageList },
    problems: [],
    async handle({ params: { id }, query: { limit, after }, session, language }) {
      const { row, party } = await look(view, lifeOfPublicId('thread', id), session);
      const { about, contractor, read } = (row.snapshot as { context: ThreadContext }).context;
      const rows = await messagesAfter(database, row.id, Math.max(after - 1, 0), limit + 2);
      const [before, page] = after === 0 ? [undefined, rows.slice(0, limit)] : [rows[0], rows.slice(1, limit + 1)];
      const following = rows[after === 0 ? limit : limit + 1];
      const { isDeal } = await matterNow(database, { about, contractor });
      const happened = await eventsBetween(database, about, {
        ...{ from: after === 0 ? undefined : (before?.at ?? new Date()), to: following && page.at(-1)?.at, contractor },
        onlyOwn: party === 'contractor' && kindOf(about) === 'task' && !isDeal,
      });
      const type: LifeType = kindOf(about) === 'task' ? lifeTypes.task : lifeTypes.dispute;
      const isHidden = (name: string): boolean => kindOf(about) === 'dispute' && party !== 'operator' && AMONG_STAFF.includes(name);
      const items = [
        ...(await presentMessages(database, row.id, page, { party, language, read })),
        ...happened
          .filter((each) => !isHidden(each.type))
          .map(({ seq, at, by, type: name }) => ({
            ...{ kind: 'event' as const, seq, at: at.toISOString(), by },
            title: titleOfEvent({ by, type: name }, type.messages, language),
          })),
      ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
      return { body: { items, next: following === undefined ? null : String(page.at(-1)?.number) } };
    },
  });

  // Its words are read in pages, so it lists no statements.
  const read = route({
    method: 'get',
    reads: 'thread',
    path: '/v1/threads/{id}',
    operation: 'readThread',
    summary: 'A thread: what it is about, how far each side has read, its last message, and whether more may be written',
    access: 'session',
    params: z.strictObject({ id: lifeId }),
    answers: { 200: view.answer },
    problems: [],
    handle: async ({ params: { id }, session, language }) => ({
      body: await view.show(await look(view, lifeOfPublicId('thread', id), session), { session, language }),
    }),
  });

  return [sayAboutTask, sayAboutDispute, list, messages, ...lifeRoutes(platform, resource, { read })];
}
