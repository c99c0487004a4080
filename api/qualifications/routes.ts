/** Qualifications (4.2.2): a contractor declares a skill, a permit or a licence with its files, and the staff approve or refuse it. */
import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { QualificationContext } from '../../charts/qualification/types.ts';
import { localIdOf } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { countUndecided } from '../../models/stores/qualification.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';
import { refusalBy } from '../errors.ts';
import { hanging } from '../files/hanging.ts';
import { idFrom } from '../free-text.ts';
import { beginForContractor } from '../resource/contractor-life.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { sealBody } from '../resource/outcome.ts';
import type { Resource } from '../resource/resource.ts';
import { snapshotView } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { DECLARE_ROLES, Declare, QUALIFICATION_COMMANDS, QualificationFacts } from './schema.ts';
import { namedCategories } from './words.ts';

export function qualificationRoutes(platform: Platform): Route[] {
  const { database, keys } = platform.lives;

  const resource: Resource<QualificationContext> = {
    kind: 'qualification',
    path: 'qualifications',
    listed: true,
    type: lifeTypes.qualification,
    commands: QUALIFICATION_COMMANDS,
    facts: QualificationFacts,
    async present({ categories, kind, title, documentNumber, issuer, issuedOn, validUntil, files, approvedAt, decision }, { language }) {
      const read = await textReader(database, [title, documentNumber, issuer, decision?.reasons]);
      return {
        categories: namedCategories(categories, language),
        kind,
        ...{ title: read(title), documentNumber: read(documentNumber), issuer: read(issuer) },
        ...{ issuedOn, validUntil: validUntil ?? null },
        documents: files.map(({ file, sha256 }) => ({ file: localIdOf(file), sha256 })),
        approvedAt: approvedAt ?? null,
        decision: decision ? { at: decision.at, reasons: read(decision.reasons) } : null,
      } satisfies z.input<typeof QualificationFacts>;
    },
  };
  const view = snapshotView(platform, resource);

  const undecidedAreFew =
    (account: string, most: number): Precondition =>
    async (transaction) =>
      (await countUndecided(transaction, account)) >= most ? refusalBy('undecidedQualificationsAreFew') : undefined;

  const declare = route({
    method: 'post',
    path: '/v1/qualifications',
    operation: 'declareQualification',
    summary: 'Declare a skill, a permit or a licence, with its files (4.2.2). It counts once the staff have approved it',
    access: 'session',
    moves: true,
    body: Declare,
    answers: { 201: view.answer },
    problems: ['wrong-party', 'role-missing', 'rule-refused'],
    handle: (asked) =>
      beginForContractor(platform, { type: lifeTypes.qualification, view, roles: DECLARE_ROLES, clause: '4.2.2' }, asked, async (own) => {
        const { body, session, key } = asked;
        const life = `qualification/${idFrom(session.account, key)}`;
        const rows = await readParameters(database);
        const today = todayInAlmaty();
        const { files, ...given } = body;
        const hung = await hanging(database, files, life, session.account);
        const { input, texts } = sealBody(keys, Declare, given, own);
        return {
          ...{ life, type: 'declare', texts },
          input: {
            ...input,
            ...hung.facts,
            ...{ id: life, contractor: session.account },
            terms: {
              decideReminderWorkingDays: listAt(rows, 'qualificationDecideReminderWorkingDays', today),
              endReminderDays: listAt(rows, 'qualificationEndReminderDays', today),
            },
          },
          preconditions: [...hung.preconditions, undecidedAreFew(session.account, numberAt(rows, 'qualificationsUndecidedMost', today))],
          inSameTransaction: hung.inSameTransaction,
        };
      }),
  });

  return [declare, ...lifeRoutes(platform, resource)];
}
