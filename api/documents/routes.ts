import { z } from 'zod';
import { findDocument } from '../../models/stores/document.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { partyOf } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { sha256 } from '../signings/schema.ts';

/** A paper in the cabinet of those who see a life it belongs to (1.8): byte for byte what they confirm. */
export const documentRoutes = ({ lives: { database } }: Platform): Route[] => [
  route({
    method: 'get',
    reads: 'document',
    path: '/v1/documents/{id}/content',
    operation: 'readDocument',
    summary: 'The bytes of a paper, a PDF/A. Its id is their SHA-256',
    access: 'session',
    params: z.strictObject({ id: sha256 }),
    answers: { 200: z.string() },
    contentType: 'application/pdf',
    problems: ['erased'],
    async handle({ params: { id }, session }) {
      const document = await findDocument(database, id);
      if (!document?.lives.some((life) => partyOf(life, session))) throw new Problem('not-found');
      if (document.bytes === null) throw new Problem('erased');
      return { headers: { ETag: `"${id}"` }, body: document.bytes };
    },
  }),
];
