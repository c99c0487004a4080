/** Objections (4.2.1): a contractor contests a late or missed start that counts against it, the customer may answer, and the staff decide. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import type { ObjectionContext } from '../../charts/objection/types.ts';
import { localIdOf, objectionLife, pathOf, taskLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { RecordedStart as Row } from '../../models/stores/start-record.ts';
import { countContested, holdRecordedStart, recordedStart, recordedStarts } from '../../models/stores/start-record.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';
import { addCalendarDays, civilDate, endOfDay } from '../../rules/working-days.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { hanging } from '../files/hanging.ts';
import { beginForContractor } from '../resource/contractor-life.ts';
import { unlessErased } from '../resource/erased.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { sealBody } from '../resource/outcome.ts';
import { publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { nextOf, pageOf, pageQuery } from '../resource/schema.ts';
import { snapshotView } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { OBJECT_ROLES, OBJECTION_COMMANDS, ObjectionFacts, Raise, RecordedStart } from './schema.ts';

const type = lifeTypes.objection;

/** The end of the last day on which a contractor may object, by the parameter of the day of the record. */
function objectUntil(rows: readonly Parameter[], recordedAt: string): string {
  const day = civilDate(recordedAt);
  return endOfDay(addCalendarDays(day, numberAt(rows, 'objectionRaiseDays', day)));
}

export function objectionRoutes(platform: Platform): Route[] {
  const { database, keys } = platform.lives;

  const resource: Resource<ObjectionContext> = {
    kind: 'objection',
    path: 'objections',
    listed: true,
    type,
    commands: OBJECTION_COMMANDS,
    facts: ObjectionFacts,
    async present({ task, outcome, recordedBy, recordedAt, reasons, deadlines, answer, decision }) {
      const read = await textReader(database, [reasons, answer?.comment, decision?.reasons]);
      return {
        ...{ task, outcome, recordedBy, recordedAt, reasons: read(reasons) },
        ...{ answerBy: deadlines.answerBy, decideBy: deadlines.decideBy },
        answer: answer ? { at: answer.at, comment: read(answer.comment) } : null,
        decision: decision ? { at: decision.at, reasons: read(decision.reasons) } : null,
      } satisfies z.input<typeof ObjectionFacts>;
    },
  };
  const view = snapshotView(platform, resource);

  /** The record stands when the objection is made: both parties may move the start at the same time. */
  const startIsRecorded =
    (row: Row): Precondition =>
    async (transaction) =>
      (await holdRecordedStart(transaction, row)) ? undefined : refusalBy('startIsRecorded', '4.2.1');

  const openAreFew =
    (account: string, most: number): Precondition =>
    async (transaction) =>
      (await countContested(transaction, account)) >= most ? refusalBy('openObjectionsAreFew') : undefined;

  const raise = route({
    method: 'post',
    path: '/v1/objections',
    operation: 'raiseObjection',
    summary: 'Object to a recorded late start or no-show (4.2.1). While it is not decided, the record does not count',
    access: 'session',
    moves: true,
    body: Raise,
    answers: { 201: view.answer },
    problems: ['wrong-party', 'role-missing', 'rule-refused', 'not-in-this-state'],
    handle: (asked) =>
      beginForContractor(platform, { type, view, roles: OBJECT_ROLES, clause: '4.2.1' }, asked, async (own) => {
        const { body, session, language } = asked;
        const { task, reasons, files } = body;
        const recorded = await recordedStart(database, session.account, taskLife(task));
        // The same for a task that is not there or of others: nobody learns how it began.
        if (recorded === undefined) throw new Problem('rule-refused', ruleOf('startIsRecorded', language, '4.2.1'));
        const life = objectionLife(task, recorded.seq);
        const recordedAt = recorded.recorded_at.toISOString();
        const rows = await readParameters(database);
        const today = todayInAlmaty();
        const hung = await hanging(database, files, life, session.account);
        const { input, texts } = sealBody(keys, Raise, { reasons }, own);
        return {
          ...{ life, type: 'raise', texts },
          input: {
            ...input,
            ...hung.facts,
            ...{ id: life, task, customer: recorded.customer, contractor: session.account },
            ...{ outcome: recorded.outcome, recordedBy: recorded.seq, recordedAt, objectUntil: objectUntil(rows, recordedAt) },
            terms: {
              answerWorkingDays: numberAt(rows, 'objectionAnswerWorkingDays', today),
              decideWorkingDays: numberAt(rows, 'objectionDecideWorkingDays', today),
              decideReminderWorkingDays: listAt(rows, 'objectionDecideReminderWorkingDays', today),
            },
          },
          preconditions: [
            startIsRecorded(recorded),
            ...hung.preconditions,
            openAreFew(session.account, numberAt(rows, 'objectionsOpenMost', today)),
          ],
          inSameTransaction: hung.inSameTransaction,
        };
      }),
  });

  const list = route({
    method: 'get',
    reads: 'list',
    path: '/v1/accounts/me/starts',
    operation: 'listStarts',
    summary:
      'The recorded late and missed starts of the caller, those of the latest tasks first, and what became of objections to them (4.2.1)',
    access: 'session',
    query: z.strictObject(pageQuery),
    answers: { 200: pageOf(RecordedStart) },
    problems: [],
    async handle({ query, session, language }) {
      const [rows, parameters] = await Promise.all([recordedStarts(database, session.account, query), readParameters(database)]);
      const now = new Date().toISOString();
      const items = rows.map((row) => present(row, objectUntil(parameters, row.recorded_at.toISOString()), now, language));
      return { body: { items, next: nextOf(rows, query.limit) } };
    },
  });

  return [raise, list, ...lifeRoutes(platform, resource)];
}

function present(row: Row, until: string, now: string, language: Language): z.output<typeof RecordedStart> {
  const { task, number, outcome, objection, state, standing } = row;
  return {
    ...{ task: localIdOf(task), number: Number(number), title: unlessErased(row.title, language), outcome },
    recordedAt: row.recorded_at.toISOString(),
    ...{ objectUntil: until, mayObject: objection === null && now <= until, standing: standing ?? 'counted' },
    objection:
      objection === null || state === null
        ? null
        : { id: publicId(objection), href: pathOf(objection), state, stateName: type.messages.states[state]?.name[language] ?? state },
  };
}
