/** The register of a contractor's completion acts. A number is given once: what was refused or replaced stays in it, so that no number is missing. */
import { z } from 'zod';
import { signingMessages } from '../../charts/signing/messages.ts';
import { actNumber, yearOf } from '../../documents/completion-act.ts';
import { actsOf } from '../../models/stores/document.ts';
import type { Platform } from '../../platform.ts';
import { publicId } from '../resource/public-id.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';

const Act = z
  .object({
    number: z.string().meta({ example: 'АВР-2026-7' }),
    date: z.string().nullable().meta({ description: 'Null while the act is being drawn' }),
    signing: z.string().meta({ description: 'Its confirmation: GET /v1/signings/{id}' }),
    document: z.string().nullable().meta({ description: 'Its SHA-256: GET /v1/documents/{id}/content' }),
    became: z.string().nullable().meta({ description: 'What became of it, in words. Null while the act is being drawn' }),
  })
  .meta({ id: 'Act' });

export const actRoutes = ({ lives: { database } }: Platform): Route[] => [
  route({
    method: 'get',
    reads: 'list',
    path: '/v1/acts',
    operation: 'listActs',
    summary: 'The completion acts of the caller as a contractor in a year, by their numbers without a gap (5.3)',
    access: 'session',
    query: z.strictObject({
      year: wholeNumber(2026, 2199).optional().meta({ description: 'Default: the present year in Almaty' }),
      limit: wholeNumber(1, 100).default(100),
      after: wholeNumber(0, 1_000_000_000).default(0).meta({ description: '`next` of the previous page' }),
    }),
    answers: { 200: z.object({ items: z.array(Act), next: z.string().nullable() }).meta({ id: 'Acts' }) },
    problems: [],
    async handle({ query: { year = yearOf(new Date().toISOString()), limit, after }, session, language }) {
      const rows = await actsOf(database, session.account, year, { after, limit });
      const items = rows.map(({ seq, dated, signing, sha256, state }) => ({
        number: actNumber(year, seq),
        date: dated,
        signing: publicId(signing),
        document: sha256,
        became: state === null ? null : (signingMessages.states[state as keyof typeof signingMessages.states]?.name[language] ?? state),
      }));
      return { body: { items, next: rows.length === limit ? String(rows.at(-1)?.seq) : null } };
    },
  }),
];
