import { z } from 'zod';
import type { DocumentRow } from '../../models/stores/document.ts';
import { findDocument } from '../../models/stores/document.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { partyOf } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import type { Session } from '../session.ts';
import { sha256 } from '../signings/schema.ts';

/** Papers in the cabinet of those who see a life they belong to (1.8): byte for byte what they confirm, and an act as a file. */
export function documentRoutes({ lives: { database } }: Platform): Route[] {
  /** A paper that is not erased. @throws the problem of a reader who may not see it, or of an erased one. */
  const read = async (id: string, session: Session): Promise<DocumentRow & { bytes: Buffer }> => {
    const document = await findDocument(database, id);
    if (!document?.lives.some((life) => partyOf(life, session))) throw new Problem('not-found');
    const { bytes } = document;
    if (bytes === null) throw new Problem('erased');
    return { ...document, bytes };
  };

  return [
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
        const { bytes } = await read(id, session);
        return { headers: { ETag: `"${id}"` }, body: bytes };
      },
    }),
    route({
      method: 'get',
      reads: 'document',
      path: '/v1/documents/{id}/awp.xml',
      operation: 'readActFile',
      summary: 'A completion act as a file for the information system of electronic invoices (AwpV1). Other papers have none',
      access: 'session',
      params: z.strictObject({ id: sha256 }),
      answers: { 200: z.string() },
      contentType: 'application/xml; charset=utf-8',
      problems: ['erased'],
      async handle({ params: { id }, session }) {
        const { awp } = await read(id, session);
        if (awp === null) throw new Problem('not-found');
        return { body: awp };
      },
    }),
  ];
}
