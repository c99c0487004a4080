/** Files: sent whole, looked at, and read by whoever sees what they hang on. */
import { z } from 'zod';
import { FILE_FAULTS } from '../../charts/file/faults.ts';
import type { FileContext } from '../../charts/file/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import { statesTagged } from '../../charts/state.ts';
import { append } from '../../files/pieces.ts';
import { accountKey } from '../../lives/ids.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import type { Form } from '../../models/stores/file-content.ts';
import { dropUpload, FORMS, nameOfContent } from '../../models/stores/file-content.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findLife } from '../../models/stores/life.ts';
import { numberToday } from '../../models/stores/parameter.ts';
import type { Platform } from '../../platform.ts';
import type { MediaType } from '../../rules/file-kinds.ts';
import { FILE_KINDS } from '../../rules/file-kinds.ts';
import { Problem } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import type { Resource, Seen } from '../resource/resource.ts';
import type { View } from '../resource/view.ts';
import { look, snapshotView } from '../resource/view.ts';
import type { Asked, Incoming, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';
import { ownerIn, readerIn } from './access.ts';
import { contentAnswer, sharedForm } from './content.ts';
import { refusedUpload } from './faults.ts';
import { linkTo, standingOf } from './links.ts';
import { nameIn } from './names.ts';
import { beginReceiving, digestOf, receive } from './receiving.ts';
import { uploadRoutes } from './uploads.ts';

const READABLE = statesTagged(lifeTypes.file.chart, 'readable');

const INFECTED: Localized = said(
  'Файлда зиянды бағдарлама табылды. Құрылғыңызды тексеріп, таза файлды жүктеңіз.',
  'В файле найдена вредоносная программа. Проверьте своё устройство и загрузите чистый файл.',
  'Malware was found in the file. Please check your device and upload a clean file.',
);

const facts = z.object({
  sha256: z.string().meta({ description: 'Of the bytes that were uploaded. It stays when they are erased' }),
  size: z.int(),
  mediaType: z.enum(Object.keys(FILE_KINDS)).meta({ description: 'By what the bytes are' }),
  name: z.string().nullable().meta({ description: 'What its owner calls it. Null for others, if none was said, or once it is erased' }),
  isOwn: z.boolean(),
  picture: z.object({ width: z.int(), height: z.int() }).nullable().meta({ description: 'Of an image: the pixels of the public copy' }),
  fault: z.object({ code: z.string(), words: z.string() }).nullable().meta({ description: 'Why it was refused, and what to do' }),
  unusedBy: z.string().nullable().meta({ description: 'If it is attached to nothing by then, it is erased' }),
  links: z
    .object({ content: z.string(), thumbnail: z.string().nullable(), minutes: z.int() })
    .nullable()
    .meta({ description: 'Addresses that need no session, for a page that shows the file. They end after so many minutes' }),
});

const faultInWords = (fault: NonNullable<FileContext['fault']>, language: Language) => ({
  code: fault,
  words: (fault === 'infected' ? INFECTED : FILE_FAULTS[fault])[language],
});

function fileView(platform: Platform): { resource: Resource<FileContext>; view: View<LifeRow> } {
  const { lives } = platform;
  const { database, keys } = lives;

  const resource: Resource<FileContext> = {
    kind: 'file',
    path: 'files',
    type: lifeTypes.file,
    commands: {},
    facts,
    partyIn: ownerIn,
    async present({ id, owner, content, sha256, size, mediaType, picture, fault, unusedBy }, { tags, account, language }) {
      const isOwn = account === owner;
      const minutes = await numberToday(database, 'fileLinkMinutes');
      const link = (form: Form): string => linkTo(keys, publicId(id), form, minutes);
      return {
        ...{ sha256, size, mediaType: mediaType as MediaType, isOwn, picture: picture ?? null },
        name: isOwn ? await nameOfContent(database, content) : null,
        fault: fault === undefined ? null : faultInWords(fault, language),
        unusedBy: tags.has('usable') ? (unusedBy ?? null) : null,
        links: tags.has('readable')
          ? { content: link(sharedForm(mediaType)), thumbnail: picture ? link('thumbnail') : null, minutes }
          : null,
      };
    },
  };
  const own = snapshotView(platform, resource);
  const view: View<LifeRow> = {
    ...own,
    async seek(life, session) {
      const seen = await own.seek(life, session);
      if (seen !== undefined) return seen;
      const party = await readerIn(database, life, session);
      const row = party && (await findLife(database, life));
      return row && { party, row };
    },
  };
  return { resource, view };
}

export function fileRoutes(platform: Platform): Route[] {
  const { lives } = platform;
  const { database, keys } = lives;
  const { resource, view } = fileView(platform);

  const contextOf = ({ row }: Seen<LifeRow>): FileContext => (row.snapshot as { context: FileContext }).context;
  /** @throws 410 once the bytes are gone, and 404 while nobody has looked at them */
  const requireReadable = ({ row }: Seen<LifeRow>): void => {
    if (row.state === 'erased') throw new Problem('erased');
    if (!READABLE.includes(row.state)) throw new Problem('not-found');
  };
  const ranges = (incoming: Asked['incoming']) => ({ range: incoming?.header('range'), ifRange: incoming?.header('if-range') });

  const send = route({
    method: 'post',
    path: '/v1/files',
    operation: 'sendFile',
    summary: 'Send a file whole: an image or a PDF. It is checked before anybody can read it, and erased unless it is attached in time',
    access: 'session',
    always: true,
    beforeOffer: true,
    moves: true,
    incoming: true,
    answers: { 201: view.answer },
    problems: ['file-refused', 'quota-used', 'rule-refused'],
    async handle({ session, language, key, request, incoming }) {
      const { header, stream } = incoming as Incoming;
      const life = `file/${idFrom(session.account, key)}`;
      const own = accountKey(session.account, key);
      const [length, digest, name] = [header('content-length'), digestOf(header('repr-digest')), nameIn(header('file-name'))];
      // The bytes come later: what is said of them before tells one request from another.
      const requestHash = keys.hash('request', request, length ?? '', digest ?? '', name ?? '');
      const shown = async (isReplayed: boolean) => ({
        status: 201 as const,
        headers: { Location: `/v1/files/${publicId(life)}`, ...(isReplayed && { 'Idempotent-Replayed': 'true' }) },
        body: await view.show(await look(view, life, session), { session, language }),
      });
      if (await eventOfRequest(database, own, requestHash)) return shown(true);
      const size = Number(length ?? 0);
      const id = await beginReceiving(platform, size, name, { session, language });
      try {
        await append({ database, files: platform.files }, id, 0, stream);
      } catch (error) {
        await dropUpload(database, id);
        if (stream.destroyed && !stream.readableEnded) throw refusedUpload('cut-off', language);
        throw error;
      }
      const received = { upload: { id, size }, life, idempotencyKey: own, requestHash, digest };
      const { isReplayed } = await receive(platform, received, { session, language });
      return shown(isReplayed);
    },
  });

  const content = route({
    method: 'get',
    path: '/v1/files/{id}/content',
    operation: 'readFileContent',
    summary:
      'The bytes of a file, or a range of them. Of an image others than its owner and the staff get a copy without what its camera wrote into it',
    access: 'session',
    reads: 'file',
    incoming: true,
    params: withId,
    query: z.strictObject({ form: z.enum(FORMS).optional() }),
    answers: { 200: z.string(), 206: z.string() },
    contentType: 'application/octet-stream',
    problems: ['erased', 'range-outside'],
    async handle({ params: { id }, query, session, incoming }) {
      const seen = await look(view, `file/${id}`, session);
      requireReadable(seen);
      const context = contextOf(seen);
      const shared = sharedForm(context.mediaType);
      const form = query.form ?? shared;
      if (form === 'original' && form !== shared && !mayHaveOriginal(context, session)) throw new Problem('not-found');
      return contentAnswer(platform, context, form, ranges(incoming));
    },
  });

  const shown = route({
    method: 'get',
    path: '/v1/files/{id}/shown',
    operation: 'showFile',
    summary: 'The bytes of a file by a link of GET /v1/files/{id}, without a session and for some minutes',
    access: 'public',
    incoming: true,
    params: withId,
    query: z.strictObject({
      form: z.enum(FORMS),
      until: z
        .string()
        .regex(/^\d{1,12}$/)
        .transform(Number),
      signature: z.string().max(200),
    }),
    answers: { 200: z.string(), 206: z.string() },
    contentType: 'application/octet-stream',
    problems: ['invalid-input', 'link-over', 'erased', 'range-outside'],
    async handle({ params: { id }, query, incoming }) {
      const standing = standingOf(keys, id, query);
      const row = standing === 'open' ? await findLife(database, `file/${id}`) : undefined;
      if (standing === 'over') throw new Problem('link-over');
      if (row === undefined) throw new Problem('not-found');
      const seen: Seen<LifeRow> = { row, party: 'operator' };
      requireReadable(seen);
      const answer = await contentAnswer(platform, contextOf(seen), query.form, ranges(incoming));
      // The page that shows it may have another address than the API.
      return { ...answer, headers: { ...answer.headers, 'Cross-Origin-Resource-Policy': 'cross-origin' } };
    },
  });

  return [send, content, shown, ...uploadRoutes(platform), ...lifeRoutes(platform, resource, { view })];
}

const mayHaveOriginal = (context: FileContext, session: Session): boolean => ownerIn(context, session) !== undefined;
