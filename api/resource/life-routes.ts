/** A life as a resource: routes to read it, its chain and its notices, and to give it every command of people. */
import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { beginsSomethingNew, isDuty, isOfOperatorAlone, isProposed } from '../../charts/judge.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import { operatorOn } from '../../documents/operator.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey, pathOf } from '../../lives/ids.ts';
import { proofOf } from '../../lives/log/proof.ts';
import { preview } from '../../lives/preview.ts';
import type { SecurityEvent } from '../../lives/security-log.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { listLives } from '../../models/stores/life.ts';
import { eventsAt } from '../../models/stores/log.ts';
import { readNotices } from '../../models/stores/notice.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { EventReference } from '../../notices/letter.ts';
import type { Platform } from '../../platform.ts';
import { civilDate } from '../../rules/working-days.ts';
import { accountMayOpen } from '../admission.ts';
import type { Access } from '../doors.ts';
import { Problem } from '../errors.ts';
import { filesIn, hanging, hasFiles } from '../files/hanging.ts';
import { proposeCommand } from '../proposals/propose-command.ts';
import { Proposal } from '../proposals/schema.ts';
import { decidesOfOthers } from '../proposals/second-person.ts';
import { withinQuotas } from '../quotas.ts';
import { bindsParty, needsStepUp, requireRole } from '../roles.ts';
import type { Answer, Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { unlessErased } from './erased.ts';
import { kebab, pascal } from './fields.ts';
import { hasRules, problemOfRefusal, receiptOf, sealBody } from './outcome.ts';
import { presentEvents, presentNotices, presentPreview } from './presenter.ts';
import { lifeId, lifeOfPublicId } from './public-id.ts';
import { repeatsAreLeft } from './repeats.ts';
import type { CommandRow, Resource, Seen, SeenRow } from './resource.ts';
import { Events, Notices, nextOf, Preview, pageOf, pageQuery } from './schema.ts';
import type { View } from './view.ts';
import { look, readLife, snapshotView } from './view.ts';

/** Lives in which people may repeat a command without end: their account, and what they write, which has quotas of its own. */
const ENDLESS = ['account', 'thread'];

interface Parts<Row extends SeenRow> {
  /** How to find and show the life. By default from its snapshot. */
  view?: View<Row>;
  /** Replaces the route that reads the life, if that takes a query. */
  read?: Route;
}

/** Every route of a life type, except the one that creates a life. */
export function lifeRoutes<Context extends BoundParties, Row extends SeenRow = SeenRow>(
  platform: Platform,
  resource: Resource<Context>,
  { view: ownView, read: ownRead }: Parts<Row> = {},
): Route[] {
  const snapshot = snapshotView(platform, resource);
  const view = ownView ?? (snapshot as unknown as View<Row>);
  const { lives, dispatch } = platform;
  const { kind, path, type, commands, listed, operatorOnly, withheld } = resource;
  const {
    prepare = async (_, body) => body,
    seal = (name, sent, key) => sealBody(lives.keys, (commands[name] as CommandRow).body, sent, key),
  } = resource;
  const params = z.strictObject({ id: resource.id ?? lifeId });
  const lifeOf = (id: string): string => lifeOfPublicId(kind, id);
  const title = pascal(kind);
  const shared = { access: 'session', params } as const;
  const accessTo = (name: string): Access => (isOfOperatorAlone(type.chart, name) ? 'staff' : 'session');

  const read = route({
    ...shared,
    reads: kind,
    method: 'get',
    path: `/v1/${path}/{id}`,
    operation: `read${title}`,
    summary: `A ${kind}, with the commands of the caller and what happens if nobody acts`,
    answers: { 200: view.answer },
    problems: [],
    handle: async ({ params: { id }, session, language }) => ({
      body: await readLife(platform, resource, view, await look(view, lifeOf(id), session), { session, language }),
    }),
  });

  const events = route({
    ...shared,
    reads: kind,
    method: 'get',
    path: `/v1/${path}/{id}/events`,
    operation: `read${title}Events`,
    summary: `The event chain of a ${kind}, with the hash of each event`,
    answers: { 200: Events },
    problems: [],
    async handle({ params: { id }, session, language }) {
      const seen = await look(view, lifeOf(id), session);
      const { row, party } = seen;
      if (view.mayReadChain && !view.mayReadChain(seen, session)) throw new Problem('not-found');
      const reader = { party, session, upTo: row.seq, ...(operatorOnly && { operatorOnly }), ...(withheld && { withheld }) };
      return { body: await presentEvents(lives, row.id, type, language, reader) };
    },
  });

  const proof = route({
    ...shared,
    reads: kind,
    method: 'get',
    path: `/v1/${path}/{id}/proof`,
    operation: `read${title}Proof`,
    summary: `The proof that the chain of a ${kind} is anchored in the log (C2SP tlog-proof)`,
    query: z.strictObject({
      seq: wholeNumber(1, 2 ** 31 - 1)
        .optional()
        .meta({ description: 'The first anchor that covers this event. By default: the latest anchor' }),
    }),
    answers: { 200: z.string() },
    contentType: 'text/plain; charset=utf-8',
    problems: ['not-anchored'],
    async handle({ params: { id }, query, session }) {
      const seen = await look(view, lifeOf(id), session);
      if (view.mayReadChain && !view.mayReadChain(seen, session)) throw new Problem('not-found');
      // Who sees the life at its first event gets no proof of a later one, which would reveal that the other has acted.
      const written = await proofOf(lives.database, seen.row.id, { covers: query.seq, upTo: seen.row.seq });
      if (written === undefined) throw new Problem('not-anchored');
      return { body: written };
    },
  });

  const notices = route({
    ...shared,
    reads: kind,
    method: 'get',
    path: `/v1/${path}/{id}/notices`,
    operation: `read${title}Notices`,
    summary: `The notices of the caller about a ${kind}. The operator sees all`,
    answers: { 200: Notices },
    problems: [],
    async handle({ params: { id }, session, language }) {
      const { row, party } = await look(view, lifeOf(id), session);
      const rows = await readNotices(lives.database, row.id, party === 'operator' ? undefined : session.account);
      const known = rows.filter(({ seq }) => seq <= row.seq);
      const parameters = await readParameters(lives.database);
      const senderAt = (moment: Date) => operatorOn(platform.operatorEntity, parameters, civilDate(moment.toISOString()));
      const hashes = new Map(
        (
          await eventsAt(
            lives.database,
            known.map(({ seq }) => ({ life: row.id, seq })),
          )
        ).map(({ seq, hash }) => [seq, hash]),
      );
      const eventAt = (seq: number): EventReference | undefined => {
        const hash = hashes.get(seq);
        return hash === undefined ? undefined : { seq, hash, href: `${platform.publicUrl}${pathOf(row.id)}` };
      };
      const facts = { number: row.number, title: titleOf(row, language) };
      return { body: presentNotices(known, type, language, facts, { senderAt, eventAt }) };
    },
  });

  const command = ([name, row]: [string, CommandRow]): Route => {
    const { body, roles, always, finishes, limited, signed, papers, qualified, hasRules: hasOwnRules, quotas = [], proves, file } = row;
    const takesFiles = hasFiles(row);
    const [access, opens] = [accessTo(name), beginsSomethingNew(type.chart, name)];
    const isEndless = (party: Party): boolean => ENDLESS.includes(kind) || (party === 'operator' && isDuty(type.chart, name));
    const problemOf = (seen: Seen, language: Language): Problem | undefined => resource.problemOf?.(name, seen, language);
    return route({
      ...shared,
      access,
      method: 'post',
      path: `/v1/${path}/{id}/${kebab(name)}`,
      operation: `${name}${title}`,
      summary: type.messages.commands[name]?.en ?? name,
      moves: true,
      previews: true,
      reads: kind,
      opens,
      ...(always && { always }),
      ...(finishes && { finishes }),
      ...(bindsParty(roles) && { signed: 'whereAsked' as const }),
      ...(signed && { signed }),
      ...(file && { file }),
      ...securityOf(kind, name, access),
      query: z.strictObject({
        preview: z.enum(['true']).optional().meta({ description: 'Only show the effect of the command. Requires no Idempotency-Key' }),
      }),
      body,
      answers: { 200: z.union([view.commandAnswer, Preview]) },
      problems: [
        'wrong-party',
        'role-missing',
        'not-in-this-state',
        ...(limited ? (['identity-unproved'] as const) : []),
        ...(papers ? (['requisites-missing'] as const) : []),
        ...(qualified ? (['qualification-missing'] as const) : []),
        ...(needsStepUp(roles) ? (['step-up-needed'] as const) : []),
        ...(hasOwnRules || takesFiles || roles.staff.length > 0 || hasRules(type, name) ? (['rule-refused'] as const) : []),
        ...(quotas.length > 0 ? (['quota-used'] as const) : []),
        ...(proves ? (['proof-refused', 'proof-of-work-needed', ...proves] as const) : []),
        ...(file ? (['paper-refused', 'quota-used'] as const) : []),
      ],
      async handle({ params: { id }, query, body, session, language, key, request, requireSigned, caller, file: sent }): Promise<Answer> {
        const asker = { session, language };
        const life = lifeOf(id);
        const idempotencyKey = accountKey(session.account, key);
        const seen = await view.seek(life, session);
        if (seen === undefined) {
          const receipt = view.showReceipt && (await eventOfRequest(lives.database, idempotencyKey, request));
          if (!receipt) throw new Problem('not-found');
          return { headers: REPLAYED, body: view.showReceipt?.(receipt) };
        }
        const { party } = seen;
        requireRole(session, party, roles);
        requireSigned();
        const sealed = seal(
          name,
          await prepare(name, body, {
            id: life,
            session,
            party,
            parties: partiesOf(seen.row),
            isPreview: query.preview !== undefined,
            file: sent,
          }),
          idempotencyKey,
        );
        // A repeat gets its receipt: the proof was used up by the first request. The chart refuses the operator.
        const asksProof =
          (proves || file) &&
          party !== 'operator' &&
          query.preview === undefined &&
          !(await eventOfRequest(lives.database, idempotencyKey, request));
        const proving = { name, body, input: sealed.input, file: sent, seen, session, caller, language, idempotencyKey };
        const proved = asksProof ? await resource.prove?.(proving) : undefined;
        const hung = await hanging(lives.database, filesIn(row, body as object), life, session.account, row.files);
        const input = { ...sealed.input, ...hung.facts, ...proved?.facts };
        const uses = withinQuotas(
          life,
          quotas.map((quota) => ({ quota, subject: session.account })),
        );
        const preconditions = [
          ...(party === 'operator' ? [decidesOfOthers(session.account, seen.row)] : []),
          ...(proved?.preconditions ?? []),
          ...uses.conditions,
          ...hung.preconditions,
          ...(isEndless(party) ? [] : [repeatsAreLeft(seen.row, name, party)]),
          ...(opens ? [accountMayOpen(session)] : []),
          ...(resource.conditions?.(name, body, seen, session) ?? []),
        ];
        const asked = { life, type: name, by: party, actor: session.actor, preconditions };
        if (query.preview) {
          const shown = await preview(lives, { ...asked, input }, seen.row.snapshot);
          if (shown.outcome === 'notFound') throw new Problem('not-found');
          if (shown.outcome === 'refused')
            throw problemOf(seen, language) ?? problemOfRefusal(shown.refusal, type, language, () => view.menu(seen, asker));
          return {
            body: presentPreview(name, shown.preview, view.reading(seen, asker), {
              input,
              title: titleOf(seen.row, language),
              calendarAt: lives.calendar,
              warningsOf: view.warningsOf,
            }),
          };
        }
        if (opens) await resource.beforeCommit?.(seen, session);
        const inSameTransaction = async (transaction: Transaction): Promise<void> => {
          await uses.note(transaction);
          await hung.inSameTransaction(transaction);
          await proved?.inSameTransaction(transaction);
        };
        const committed = await commit(lives, { ...asked, ...sealed, input, idempotencyKey, requestHash: request, inSameTransaction });
        dispatch(committed.updates);
        const after = 'life' in committed ? await view.after(seen, committed.life, session) : seen;
        const problem = committed.outcome === 'refused' && after ? problemOf(after, language) : undefined;
        if (problem) throw problem;
        const receipt = receiptOf(committed, type, language, () => after && view.menu(after, asker));
        return {
          headers: committed.outcome === 'replayed' ? REPLAYED : {},
          body: after ? await view.show(after, asker, receipt) : view.showReceipt?.(receipt),
        };
      },
    });
  };

  /** The chart gets the command only at the confirmation. Until then nothing happens to the life, so its parties can see nothing. */
  const proposedCommand = ([name, { body, roles }]: [string, CommandRow]): Route =>
    route({
      ...shared,
      access: accessTo(name),
      method: 'post',
      path: `/v1/${path}/{id}/${kebab(name)}`,
      operation: `${name}${title}`,
      security: 'proposal-made',
      summary: `Propose: ${type.messages.commands[name]?.en ?? name}. A second member of staff confirms it at /v1/operator/proposals`,
      body,
      answers: { 202: Proposal },
      problems: ['wrong-party', 'role-missing', 'step-up-needed', 'not-in-this-state', 'rule-refused'],
      async handle({ params: { id }, body, session, language, request }) {
        const asker = { session, language };
        const life = lifeOf(id);
        const seen = await look(view, life, session);
        const { party } = seen;
        if (party !== 'operator') throw new Problem('wrong-party');
        requireRole(session, party, roles);
        const prepared = await prepare(name, body, {
          ...{ id: life, session, party, parties: partiesOf(seen.row) },
          ...{ isPreview: false, file: undefined },
        });
        const { input, texts } = seal(name, prepared, `proposal/${session.account}/${life}/${request}`);
        const proposed = { name, seen, input, texts, menu: () => view.menu(seen, asker), ...asker };
        return { status: 202, body: await proposeCommand(platform, kind, type, proposed), forLog: { subject: life } };
      },
    });

  return [
    ...(listed ? [lifeList(platform, resource, snapshot)] : []),
    ownRead ?? read,
    events,
    proof,
    notices,
    ...Object.entries(commands).map((each) => (isProposed(type.chart, each[0]) ? proposedCommand(each) : command(each))),
  ];
}

/** Commands of users that change who has access. Those of the staff are events anyway. */
function securityOf(kind: string, name: string, access: Access): { security?: SecurityEvent } {
  if (access === 'staff') return {};
  if (kind === 'account') return { security: name === 'reportAccess' ? 'access-reported' : 'account-changed' };
  return kind === 'reidentification' && name === 'object' ? { security: 'number-change-objected' } : {};
}

/** The title of the task that a life belongs to; empty where there is none. */
const titleOf = ({ title }: SeenRow, language: Language): string =>
  title === null || title === undefined ? '' : unlessErased(title, language);

const partiesOf = ({ snapshot }: SeenRow): BoundParties => (snapshot as { context: BoundParties }).context;

const REPLAYED = { 'Idempotent-Replayed': 'true' };

/** The lists of lives without a read model of their own: each life is shown as when it is read alone. */
function lifeList<Context extends BoundParties>(platform: Platform, { kind, path, type }: Resource<Context>, view: View<LifeRow>): Route {
  return route({
    method: 'get',
    reads: 'list',
    path: `/v1/${path}`,
    operation: `list${pascal(kind)}s`,
    summary: `The ${path} of the caller, newest first, each with its possible commands. The operator sees all`,
    access: 'session',
    query: z.strictObject({
      open: z.enum(['true']).optional().meta({ description: 'Only those that have not ended' }),
      state: z.enum(Object.keys(type.messages.states).filter((state) => !state.includes('.'))).optional(),
      ...pageQuery,
    }),
    answers: { 200: pageOf(view.answer) },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await listLives(platform.lives.database, kind, session, query);
      const seen = await Promise.all(rows.map((row) => view.after({ row, party: 'operator' }, { ...row, done: false }, session)));
      const items = seen.flatMap((each) => (each ? [view.show(each, { session, language })] : []));
      return { body: { items: await Promise.all(items), next: nextOf(rows, query.limit) } };
    },
  });
}
