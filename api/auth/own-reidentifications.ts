/** The change of one's own number (1.2), for a person with any session: also one that acts for no account. */
import { lifeTypes } from '../../charts/index.ts';
import { ifNobodyActs, restore } from '../../charts/judge.ts';
import { reidentificationChart } from '../../charts/reidentification/chart.ts';
import type { ReidentificationContext } from '../../charts/reidentification/types.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { findLife } from '../../models/stores/life.ts';
import { reidentificationOf } from '../../models/stores/reidentification.ts';
import type { Platform } from '../../platform.ts';
import { maskedPhone } from '../../rules/masking.ts';
import { Problem } from '../errors.ts';
import { receiptOf } from '../resource/outcome.ts';
import { lifeOfPublicId, publicId } from '../resource/public-id.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { actAsPerson } from './as-person.ts';
import { OwnReidentifications } from './schema.ts';

export function ownReidentificationRoutes(platform: Platform): Route[] {
  const { lives } = platform;
  const { database } = lives;

  async function present(person: string) {
    const life = await reidentificationOf(database, person);
    const row = life === undefined ? undefined : await findLife(database, life);
    if (row === undefined) return { items: [] };
    const { number, proof, deadlines } = (row.snapshot as { context: ReidentificationContext }).context;
    const plain = (await textReader(database, [number]))(number);
    const next = ifNobodyActs(reidentificationChart, restore(reidentificationChart, row.snapshot), row.at.toISOString(), lives.calendar);
    return {
      items: [
        {
          id: publicId(row.id),
          state: row.state,
          number: plain === null ? null : maskedPhone(plain),
          proof,
          coolingOffUntil: deadlines.coolingOffUntil ?? null,
          endsAt: next?.at ?? null,
        },
      ],
    };
  }

  const list = route({
    method: 'get',
    path: '/v1/auth/reidentifications',
    operation: 'listOwnReidentifications',
    summary: 'The running change of your number (1.2). If it is not yours, object',
    access: 'person',
    answers: { 200: OwnReidentifications },
    problems: [],
    handle: async ({ session }) => ({ body: await present(session.person) }),
  });

  const object = route({
    method: 'post',
    path: '/v1/auth/reidentifications/{id}/object',
    operation: 'objectOwnReidentification',
    security: 'number-change-objected',
    summary: 'Object to the change of your number. It ends at once, and the number stays',
    access: 'person',
    params: withId,
    answers: { 200: OwnReidentifications },
    problems: ['not-found', 'not-in-this-state'],
    async handle({ params: { id }, session, language }) {
      const life = lifeOfPublicId('reidentification', id);
      if ((await reidentificationOf(database, session.person)) !== life) throw new Problem('not-found');
      const said = { life, idempotencyKey: `object/${life}`, type: 'personObjected', input: {} };
      const committed = await actAsPerson(platform, session, said);
      receiptOf(committed, lifeTypes.reidentification, language);
      return { body: await present(session.person) };
    },
  });

  return [list, object];
}
