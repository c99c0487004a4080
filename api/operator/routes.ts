/** The operator's work list: what waits for the staff now, each with its path and since when. */
import { z } from 'zod';
import { lifeTypeNamed } from '../../charts/index.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import { DAMAGED, UNDELIVERED, UNEXPECTED } from '../../charts/unexpected.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { ProposalKind } from '../../models/stores/proposal.ts';
import type { WorkRow } from '../../models/stores/work.ts';
import {
  DAMAGED_KIND,
  listWork,
  markSeen,
  PROPOSAL_KIND,
  STANDING_KIND,
  UNDELIVERED_KIND,
  UNEXPECTED_KIND,
} from '../../models/stores/work.ts';
import type { Platform } from '../../platform.ts';
import { numberAt } from '../../rules/parameters.ts';
import { civilDate } from '../../rules/working-days.ts';
import { Problem } from '../errors.ts';
import { PROPOSAL_KINDS } from '../proposals/kinds.ts';
import { publicId } from '../resource/public-id.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import { placeAfter, Seen, WorkList, WorkQuery } from './schema.ts';
import { staffOnly } from './staff-only.ts';

/** The path and the title of an item of work; for a duty both come from its life. */
const BESIDE_DUTIES: Record<string, { page: string; title: Localized }> = {
  [UNEXPECTED_KIND]: { page: 'events', title: UNEXPECTED.title },
  [UNDELIVERED_KIND]: { page: 'notices', title: UNDELIVERED.title },
  [DAMAGED_KIND]: { page: 'events', title: DAMAGED.title },
};

const PROPOSAL: Localized = said('Ұсыныс', 'Предложение', 'Proposal');

function present({ number, kind, life: id, life_number, next_due, state, answer, notice, account, since }: WorkRow, language: Language) {
  const life = id.slice(0, id.indexOf('/'));
  if (kind === PROPOSAL_KIND) {
    const title = PROPOSAL_KINDS[life as ProposalKind].title[language];
    const facts = {
      number: Number(number),
      since: since.toISOString(),
      life: 'proposal',
      lifeName: PROPOSAL[language],
      lifeNumber: Number(life_number),
      dueAt: null,
      answer,
      notice: null,
    };
    return { ...facts, kind, title, href: `/v1/operator/proposals/${publicId(id)}` };
  }
  const beside = BESIDE_DUTIES[kind];
  const messages = lifeTypeNamed(life)?.messages;
  // The words of a standing life say what is awaited, and who may act.
  const ofLife = kind === STANDING_KIND ? messages?.silence?.[state ?? ''] : messages?.duties?.[kind];
  const title = beside?.title ?? ofLife;
  const href = `/v1/${life}s/${publicId(id)}`;
  return {
    number: Number(number),
    kind,
    title: title?.[language] ?? kind,
    since: since.toISOString(),
    life,
    lifeName: messages?.life[language] ?? life,
    lifeNumber: Number(life_number),
    dueAt: next_due?.toISOString() ?? null,
    href: beside === undefined ? href : `${href}/${beside.page}`,
    answer,
    notice: notice === null ? null : { template: notice, account },
  };
}

const DAY = 86_400_000;

/** What has stood still since this moment waits for the staff: a dated parameter. */
async function stoodSince(database: Platform['lives']['database']): Promise<Date> {
  const now = new Date();
  const days = numberAt(await readParameters(database), 'standingDays', civilDate(now.toISOString()));
  return new Date(now.getTime() - days * DAY);
}

export function operatorRoutes({ lives: { database } }: Platform): Route[] {
  const list = route({
    method: 'get',
    path: '/v1/operator/work',
    operation: 'listOperatorWork',
    summary: "For the operator's staff: the work list, longest waiting first",
    access: 'staff',
    query: WorkQuery,
    answers: { 200: WorkList },
    problems: ['wrong-party'],
    async handle({ query, session, language }) {
      staffOnly(session);
      const rows = await listWork(database, { ...query, stoodSince: await stoodSince(database) });
      const items = rows.map((row) => present(row, language));
      return { body: { items, next: placeAfter(rows, query.limit) } };
    },
  });

  const seen = route({
    method: 'post',
    path: '/v1/operator/work/{number}/seen',
    operation: 'markUnexpectedSeen',
    summary:
      "For the operator's staff: mark an unexpected answer, an undelivered notice or a damaged record as seen. It leaves the work list. Other items leave the list when the matter is handled",
    access: 'staff',
    params: z.strictObject({ number: wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
    body: z.strictObject({}),
    answers: { 200: Seen },
    problems: ['wrong-party'],
    async handle({ params: { number }, session }) {
      staffOnly(session);
      const seenAt = await markSeen(database, number, session.account);
      if (seenAt === undefined) throw new Problem('not-found');
      return { body: { number, seenAt: seenAt.toISOString() } };
    },
  });

  return [list, seen];
}
