import { create } from 'content-disposition';
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { openApart } from '../../documents/apart.ts';
import { kindOf } from '../../lives/ids.ts';
import type { PublishedLifeType } from '../../lives/lives.ts';
import { namesOf } from '../../models/stores/account.ts';
import { actFile, documentBytes } from '../../models/stores/document.ts';
import type { PaperRow } from '../../models/stores/paper.ts';
import { listPapers, papersOf } from '../../models/stores/paper.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { FILE_POLICY } from '../headers.ts';
import { presentEvents } from '../resource/presenter.ts';
import { partyOf } from '../resource/view.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import type { Session } from '../session.ts';
import { transcriptOf } from '../threads/transcript.ts';
import { CHECK_PAGE } from '../verify/address.ts';
import type { CopyInput } from './copy/draw.ts';
import { signatureSheet } from './copy/sheet.ts';
import { pack } from './package/pack.ts';
import { fileNameOf, nameOf, presentPaper, presentWholePaper } from './presenter.ts';
import { actorsOf, proofsOf, titlesOf } from './proofs.ts';
import { PaperList, PaperQuery, paperId, placeAfter, WholePaper } from './schema.ts';

/** A paper in the cabinet of those who have it (1.8). */
export function documentRoutes({ lives, publicUrl }: Platform): Route[] {
  const { database } = lives;
  const shared = { method: 'get', access: 'session' } as const;
  const ofOne = { ...shared, reads: 'document', params: z.strictObject({ id: paperId }) } as const;

  /** The latest paper behind the id that the caller has. @throws 404, the same for a paper of others and for none */
  async function paperOf(id: string, { account, roles }: Session): Promise<PaperRow> {
    const found = (await papersOf(database, id)).find(({ readers }) => roles.includes('operator') || readers.includes(account));
    if (found === undefined) throw new Problem('not-found');
    return found;
  }

  /** The chain of the life behind a paper, as the reader may see it. */
  const recordOf = ({ life, snapshot }: PaperRow, session: Session, language: Language): Promise<object> => {
    const party = partyOf(snapshot.context, session) ?? 'operator';
    const type = lives.types[kindOf(life)] as PublishedLifeType;
    return presentEvents(lives, life, type, language, { party, session, upTo: Number.POSITIVE_INFINITY });
  };

  return [
    route({
      ...shared,
      reads: 'list',
      path: '/v1/documents',
      operation: 'listDocuments',
      summary: "The caller's papers, the latest date first. The operator sees all",
      query: PaperQuery,
      answers: { 200: PaperList },
      problems: [],
      async handle({ query: { of: parent, waitsForMe, ...query }, session, language }) {
        const filter = { ...query, waitsForMe: waitsForMe !== undefined, parent };
        const rows = await listPapers(database, session, filter);
        const titles = await titlesOf(database, rows);
        return {
          body: {
            items: rows.map((row) => presentPaper(row, { session, language, publicUrl, titles })),
            next: placeAfter(rows, query.limit),
          },
        };
      },
    }),

    route({
      ...ofOne,
      path: '/v1/documents/{id}',
      operation: 'readDocument',
      summary: 'A paper: its particulars, its parties and its signing. Its id is the SHA-256 of its bytes, or its reference',
      answers: { 200: WholePaper },
      problems: [],
      async handle({ params: { id }, session, language }) {
        const row = await paperOf(id, session);
        const [names, proofs, titles] = await Promise.all([
          namesOf(database, row.readers),
          proofsOf(database, row),
          titlesOf(database, [row]),
        ]);
        return { body: presentWholePaper(row, names, proofs, { session, language, publicUrl, titles }) };
      },
    }),

    route({
      ...ofOne,
      path: '/v1/documents/{id}/content',
      operation: 'readDocumentContent',
      summary: 'The bytes of a paper: those that its parties sign or confirm',
      answers: { 200: z.string() },
      contentType: 'application/pdf',
      problems: ['erased'],
      async handle({ params: { id }, session }) {
        const row = await paperOf(id, session);
        const bytes = await documentBytes(database, row.document);
        if (bytes === null) throw new Problem('erased');
        return { headers: { ...fileHeaders(row, 'pdf'), ETag: `"${row.document}"` }, body: bytes };
      },
    }),
    route({
      ...ofOne,
      path: '/v1/documents/{id}/awp.xml',
      operation: 'readActFile',
      summary: 'A completion act as a file for the information system of electronic invoices (AwpV1). Other papers have none',
      answers: { 200: z.string() },
      contentType: 'application/xml; charset=utf-8',
      problems: ['erased'],
      async handle({ params: { id }, session }) {
        const row = await paperOf(id, session);
        if (row.erased) throw new Problem('erased');
        const file = await actFile(database, row.document);
        if (file === null) throw new Problem('not-found');
        return { headers: fileHeaders(row, 'xml'), body: file };
      },
    }),
    route({
      ...ofOne,
      path: '/v1/documents/{id}/copy',
      operation: 'readDocumentCopy',
      summary: 'A PDF to print: the pages of a paper and a sheet with its signatures. The signed file is attached to it unchanged',
      answers: { 200: z.string() },
      contentType: 'application/pdf',
      problems: ['erased'],
      async handle({ params: { id }, session }) {
        const row = await paperOf(id, session);
        const [original, proofs, titles] = await Promise.all([
          documentBytes(database, row.document),
          proofsOf(database, row),
          titlesOf(database, [row]),
        ]);
        if (original === null) throw new Problem('erased');
        const sheet = signatureSheet(row, proofs, { actors: await actorsOf(lives, row, proofs), titles });
        const copy = await drawCopy({ original, sheet, publicUrl });
        return { headers: fileHeaders(row, 'pdf', { of: 'copy' }), body: Buffer.from(copy) };
      },
    }),

    route({
      ...ofOne,
      path: '/v1/documents/{id}/package',
      operation: 'readDocumentPackage',
      summary:
        'A ZIP with the bytes of a paper and all that proves its signatures, and the messages of its parties, to be checked without the platform',
      answers: { 200: z.string() },
      contentType: 'application/zip',
      problems: ['erased'],
      async handle({ params: { id }, session, language }) {
        const row = await paperOf(id, session);
        const { contractor } = row.snapshot.context;
        const [bytes, proofs, record, messages] = await Promise.all([
          documentBytes(database, row.document),
          proofsOf(database, row),
          recordOf(row, session, language),
          transcriptOf(lives, { about: row.parent, contractor }, { session, language }),
        ]);
        if (bytes === null) throw new Problem('erased');
        const titled = (each: Language): string => nameOf(row, each);
        const title = { kk: titled('kk'), ru: titled('ru'), en: titled('en') };
        const packed = pack({ row, bytes, proofs, record, messages, title, page: `${publicUrl}${CHECK_PAGE}/${row.reference}` });
        return { headers: fileHeaders(row, 'zip'), body: packed };
      },
    }),
  ];
}

/** One copy at a time: drawing one takes a core for a good part of a second. */
const drawCopy = openApart<CopyInput, Uint8Array>(new URL('./copy/draw.ts', import.meta.url), { seconds: 20, megabytes: 512 });

/** A file is saved and not shown: what a browser would run of it, it may not run here. */
const fileHeaders = (row: PaperRow, extension: string, { of }: { of?: 'copy' } = {}): Record<string, string> => ({
  'Content-Disposition': create(`${fileNameOf(row)}${of ? ', копия с подписями' : ''}.${extension}`, {
    fallback: `${row.kind}${of ? '-copy' : ''}.${extension}`,
  }),
  'Content-Security-Policy': FILE_POLICY,
});
