/** A life that is a resource of its own: read it, its chain and its notices, and every command that people may give it. */
import { z } from 'zod';
import { beginsSomethingNew, commandsOf, restore } from '../../charts/judge.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Receipt } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findLife, listLives } from '../../models/stores/life.ts';
import { readNotices } from '../../models/stores/notice.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Policy } from '../policy.ts';
import { requireRole } from '../policy.ts';
import type { Answer, Asked, Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import type { Session } from '../session.ts';
import type { Reading } from './answers.ts';
import {
  Choice,
  Events,
  IfNobodyActs,
  inputsOf,
  Notices,
  presentEvents,
  presentMenu,
  presentNotices,
  presentReceipt,
  presentSilence,
  ReceiptAnswer,
} from './answers.ts';
import { hasRules, inputOf, keyOf, receiptOf } from './committing.ts';
import { kebab } from './fields.ts';

/** How a kind of life is shown. */
export interface Resource<Context extends BoundParties = BoundParties> {
  /** `dispute`; its address is `/v1/disputes`. */
  kind: string;
  path: string;
  law: LifeType;
  /** Those of an account can be listed: its projection keeps whose they are (`projectAccounts`). */
  listed?: true;
  /** What each command takes, by its name in the chart. A command without one fails the tests. */
  commands: Record<string, z.ZodObject>;
  /** Which members and which staff may give each of them. */
  policy: Policy;
  /** Commands that a paused or terminated account may give too. */
  always?: readonly string[];
  /** What the platform adds to what a command says: terms of the day, what is known of it elsewhere. */
  prepare?(name: string, body: Record<string, unknown>, life: { id: string; session: Session }): Promise<Record<string, unknown>>;
  /** What its answer tells beside what every life tells. */
  facts: z.ZodObject;
  present(context: Context, life: { id: string; at: string; party: Party; tags: ReadonlySet<string> }): object | Promise<object>;
  /**
   * What a party may know of the context while it must not learn whether another has acted; undefined where nothing is kept from it.
   * Meanwhile it sees the life's first event alone: a number or a hash after it would tell.
   */
  redactContext?(context: Context, party: Party): Context | undefined;
  /** Types of events whose input only the operator reads. */
  operatorOnly?: readonly string[];
}

/** `<uuid>`, or for a child `<uuid>.<n>`: the uuid is its parent's. */
export const lifeId = z
  .string()
  .toLowerCase()
  .max(41)
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d{1,4})?$/);

/** The party an account stands for in a life, or undefined where it may not even know of it. */
export const partyOf = ({ customer, contractor }: BoundParties, { account, roles }: Session): Party | undefined => {
  if (account === customer) return 'customer';
  if (account === contractor) return 'contractor';
  return roles.includes('operator') ? 'operator' : undefined;
};

/** `dispute/<uuid>/2` is `<uuid>.2` in an address. */
export const publicId = (life: string): string => life.slice(life.indexOf('/') + 1).replace('/', '.');

type Asker = Pick<Asked, 'session' | 'language'>;

/** Shows lives of a kind, and what was just done to one. */
export function presenting({ lives }: Platform, { path, law, commands, policy, facts, present, redactContext }: Resource) {
  const inputs = inputsOf(commands);
  const answer = z
    .object({
      id: z.string(),
      number: z.int(),
      seq: z.int(),
      state: z.string(),
      stateName: z.string(),
      waits: z.string(),
      customer: z.uuid().nullable(),
      contractor: z.uuid().nullable(),
      commands: z.array(Choice),
      ifNobodyActs: IfNobodyActs.nullable(),
      receipt: ReceiptAnswer.optional(),
    })
    .extend(facts.shape);

  const reading = (row: LifeRow, party: Party, { session, language }: Asker): Reading => ({
    law,
    snapshot: restore(law.chart, row.snapshot),
    href: `/v1/${path}/${publicId(row.id)}`,
    party,
    session,
    policy,
    language,
  });

  const show = async (row: LifeRow, party: Party, asker: Asker, receipt?: Receipt): Promise<object> => {
    const read = reading(row, party, asker);
    const context = read.snapshot.context as BoundParties;
    const at = row.at.toISOString();
    const { name, waits } = law.messages.states[row.state] ?? {};
    return {
      id: publicId(row.id),
      number: Number(row.number),
      seq: row.seq,
      state: row.state,
      stateName: name?.[asker.language] ?? row.state,
      waits: waits?.[asker.language] ?? '',
      customer: context.customer ?? null,
      contractor: context.contractor ?? null,
      ...(await present(context, { id: row.id, at, party, tags: read.snapshot.tags })),
      commands: presentMenu(read, inputs),
      ifNobodyActs: presentSilence(read, at, lives.calendar),
      ...(receipt && receipt.seq <= row.seq && { receipt: presentReceipt(receipt) }),
    };
  };

  /** The life as the asker may know it: nothing after `seq` is shown. @throws 404 for what one may not know of. */
  const look = async (id: string, session: Session) => {
    const row = await findLife(lives.database, id);
    const { context } = (row?.snapshot ?? { context: {} }) as { context: BoundParties };
    const party = partyOf(context, session);
    if (row === undefined || party === undefined) throw new Problem('not-found');
    const known = redactContext?.(context, party);
    return { party, row: known ? { ...row, seq: 1, snapshot: { ...row.snapshot, context: known } } : row };
  };

  return { answer, show, look, menu: (row: LifeRow, party: Party, asker: Asker) => presentMenu(reading(row, party, asker), inputs) };
}

/** Every route of a kind of life but how one begins. */
export function lifeRoutes(platform: Platform, resource: Resource): Route[] {
  const { lives, dispatch } = platform;
  const { kind, path, law, commands, policy, always = [], prepare = async (_, body) => body, listed, operatorOnly } = resource;
  const { answer, show, look, menu } = presenting(platform, resource);
  const params = z.strictObject({ id: lifeId });
  const lifeOf = (id: string): string => `${kind}/${id.replace('.', '/')}`;
  const title = kind[0]?.toUpperCase() + kind.slice(1);

  const list = route({
    method: 'get',
    path: `/v1/${path}`,
    operation: `list${title}s`,
    summary: `The asker's ${path}, newest first, each with what the asker may do; the operator sees all`,
    access: 'session',
    query: z.strictObject({
      open: z.enum(['true']).optional().meta({ description: 'Only those that still go on' }),
      limit: wholeNumber(1, 100).default(20),
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional().meta({ description: '`next` of the page before' }),
    }),
    answers: { 200: z.object({ items: z.array(answer), next: z.string().nullable() }) },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await listLives(lives.database, kind, session, query);
      const shown = rows.flatMap((row) => {
        const party = partyOf((row.snapshot as { context: BoundParties }).context, session);
        return party ? [show(row, party, { session, language })] : [];
      });
      return { body: { items: await Promise.all(shown), next: rows.length === query.limit ? (rows.at(-1)?.number ?? null) : null } };
    },
  });

  const read = route({
    method: 'get',
    path: `/v1/${path}/{id}`,
    operation: `read${title}`,
    summary: `A ${kind}, what the asker may do with it, and what happens if nobody acts`,
    access: 'session',
    params,
    answers: { 200: answer },
    problems: [],
    async handle({ params: { id }, session, language }) {
      const { row, party } = await look(lifeOf(id), session);
      return { body: await show(row, party, { session, language }) };
    },
  });

  const events = route({
    method: 'get',
    path: `/v1/${path}/{id}/events`,
    operation: `read${title}Events`,
    summary: `The chain of a ${kind}: each event with its hash`,
    access: 'session',
    params,
    answers: { 200: Events },
    problems: [],
    async handle({ params: { id }, session, language }) {
      const { row, party } = await look(lifeOf(id), session);
      const { items } = await presentEvents(lives, row.id, law, language, { party, session, ...(operatorOnly && { operatorOnly }) });
      return { body: { items: items.filter(({ seq }) => seq <= row.seq) } };
    },
  });

  const notices = route({
    method: 'get',
    path: `/v1/${path}/{id}/notices`,
    operation: `read${title}Notices`,
    summary: `The asker's notices about a ${kind}; the operator reads all`,
    access: 'session',
    params,
    answers: { 200: Notices },
    problems: [],
    async handle({ params: { id }, session, language }) {
      const { row, party } = await look(lifeOf(id), session);
      const rows = await readNotices(lives.database, row.id, party === 'operator' ? undefined : session.account);
      const known = rows.filter(({ seq }) => seq <= row.seq);
      return { body: presentNotices(known, law, language, { number: row.number, title: row.title ?? '' }) };
    },
  });

  const command = (name: string): Route =>
    route({
      method: 'post',
      path: `/v1/${path}/{id}/${kebab(name)}`,
      operation: `${name}${title}`,
      summary: law.messages.commands[name]?.en ?? name,
      access: 'session',
      moves: true,
      opens: beginsSomethingNew(law.chart, name),
      ...(always.includes(name) && { always: true }),
      params,
      body: commands[name] as z.ZodObject,
      answers: { 200: answer },
      problems: ['wrong-party', 'role-missing', 'not-in-this-state', ...(hasRules(law, name) ? (['rule-refused'] as const) : [])],
      async handle({ params: { id }, body, session, language, key, request }): Promise<Answer> {
        const asker = { session, language };
        const life = lifeOf(id);
        const { party } = await look(life, session);
        requireRole(session, party, policy[name] as Policy[string]);
        const own = keyOf(session, key);
        const { input, texts } = inputOf(lives.secret, await prepare(name, body, { id: life, session }), own);
        const committed = await commit(lives, {
          life,
          idempotencyKey: own,
          type: name,
          by: party,
          actor: session.actor,
          input,
          texts,
          requestHash: request,
        });
        dispatch(committed.updates);
        const { row } = await look(life, session);
        const receipt = receiptOf(committed, law, language, menu(row, party, asker));
        const headers = { ...(committed.outcome === 'replayed' && { 'Idempotent-Replayed': 'true' }) };
        return { headers, body: await show(row, party, asker, receipt) };
      },
    });

  const own = commandsOf(law.chart).filter((name) => name in commands);
  return [...(listed ? [list] : []), read, events, notices, ...own.map(command)];
}
