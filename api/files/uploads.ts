/**
 * Uploads in parts by the tus protocol 1.0, for a phone on a bad network: what has come stays, and the same account goes on from there. The library speaks
 * the protocol; the bytes, the limits and the problems are ours. An upload that is whole is the file of the same id.
 */
import { Readable } from 'node:stream';
import { DataStore, MemoryLocker, Server, Upload as TusUpload } from '@tus/server';
import { z } from 'zod';
import type { FileContext } from '../../charts/file/types.ts';
import { append, UploadCrossed } from '../../files/pieces.ts';
import { uploadKey } from '../../lives/ids.ts';
import type { Upload } from '../../models/stores/file-content.ts';
import { dropUpload, findUpload } from '../../models/stores/file-content.ts';
import { findLife } from '../../models/stores/life.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Answer, Asked, Incoming, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { refusedUpload } from './faults.ts';
import { checkedName } from './names.ts';
import { beginReceiving, mostBytes, receive } from './receiving.ts';

const PATH = '/v1/uploads';
type Progress = Pick<Upload, 'id' | 'size' | 'received'>;
type Asker = Pick<Asked, 'session' | 'language'>;

/** What the library adds for pages of other origins: the API has its own rules for them. */
const isOwnHeader = (name: string): boolean => !name.startsWith('access-control-');

export function uploadRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;
  const locker = new MemoryLocker();
  const shared = { access: 'session', always: true, beforeOffer: true, incoming: true, contentType: 'text/plain' } as const;
  const problems = ['file-refused', 'upload-elsewhere', 'rule-refused'] as const;

  /** How far an upload has come; all of it if it is a file by now. @throws 404, the same for an upload of others and for none */
  async function progressOf(id: string, { account }: Asker['session']): Promise<Progress> {
    const upload = await findUpload(database, id, account);
    if (upload) return upload;
    const { owner, size } = ((await findLife(database, `file/${id}`))?.snapshot as { context?: FileContext } | undefined)?.context ?? {};
    if (owner !== account || size === undefined) throw new Problem('not-found');
    return { id, size, received: size };
  }

  /** Makes an upload whose last byte has come a file, once. */
  async function finish(id: string, asker: Asker): Promise<void> {
    const upload = await findUpload(database, id, asker.session.account);
    if (upload) await receive(platform, { upload, life: `file/${id}`, idempotencyKey: uploadKey(id) }, asker);
  }

  const storeFor = (asker: Asker) =>
    Object.assign(new DataStore(), {
      extensions: ['creation', 'termination'],
      async create(upload: TusUpload): Promise<TusUpload> {
        upload.id = await beginReceiving(platform, upload.size ?? 0, checkedName(upload.metadata?.filename ?? undefined), asker);
        return upload;
      },
      async getUpload(id: string): Promise<TusUpload> {
        const { size, received } = await progressOf(id, asker.session);
        return new TusUpload({ id, size, offset: received });
      },
      async write(stream: Readable, id: string, offset: number): Promise<number> {
        return append({ database, files: platform.files }, id, offset, stream);
      },
      async remove(id: string): Promise<void> {
        if ((await findUpload(database, id, asker.session.account)) === undefined) throw new Problem('not-found');
        await dropUpload(database, id);
      },
    });

  /** Lets the library answer, and turns its errors into problems. */
  async function byTus(method: string, path: string, { header, stream }: Incoming, asker: Asker): Promise<Answer> {
    let thrown: unknown;
    const server = new Server({
      ...{ path: PATH, datastore: storeFor(asker), locker, relativeLocation: true },
      onUploadFinish: async (_, { id }) => {
        await finish(id, asker);
        return { headers: { 'Content-Location': `/v1/files/${id}` } };
      },
      onResponseError: async (_, error) => {
        thrown = error;
        return undefined;
      },
    });
    const names = ['tus-resumable', 'upload-length', 'upload-offset', 'upload-metadata', 'upload-defer-length', 'upload-concat'];
    const given = [...names, 'content-type', 'content-length'].flatMap((name) => {
      const value = header(name);
      return value === undefined ? [] : [[name, value] as [string, string]];
    });
    const body = method === 'PATCH' ? { body: Readable.toWeb(stream), duplex: 'half' } : {};
    const asked = new Request(`http://api${path}`, { method, headers: given, ...body } as RequestInit);
    const answer = await server.handleWeb(asked);
    if (answer.status >= 400) throw await problemOf(answer, thrown, asker);
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => isOwnHeader(name)));
    return { status: answer.status as 200 | 201 | 204, headers, body: undefined };
  }

  async function problemOf(answer: Response, thrown: unknown, { language }: Asker): Promise<unknown> {
    const said = (await answer.text()).trim();
    if (thrown instanceof Problem) return thrown;
    if (answer.status === 409 || thrown instanceof UploadCrossed) return new Problem('upload-elsewhere');
    if (answer.status === 404 || answer.status === 410) return new Problem('not-found');
    if (answer.status === 413) return refusedUpload('too-large', language, await mostBytes(platform));
    if (answer.status >= 500) return thrown;
    return new Problem('invalid-input', { errors: [{ path: 'headers', message: said }] });
  }

  const none = z.literal('').meta({ description: 'The answer is in the headers' });
  return [
    route({
      ...shared,
      method: 'post',
      path: PATH,
      operation: 'beginUpload',
      summary: 'Begin to upload a file in parts (tus 1.0): Upload-Length, and its name as filename in Upload-Metadata',
      answers: { 201: none },
      problems: [...problems, 'quota-used'],
      handle: ({ session, language, incoming }) => byTus('POST', PATH, incoming as Incoming, { session, language }),
    }),
    route({
      ...shared,
      method: 'get',
      path: `${PATH}/{id}`,
      operation: 'readUpload',
      summary: 'How far an upload has come, in Upload-Offset (tus 1.0: HEAD). Once it is whole, it is the file of the same id',
      params: withId,
      answers: { 200: none },
      problems,
      async handle({ params: { id }, session, language, incoming }) {
        const asker = { session, language };
        const { size, received } = await progressOf(id, session);
        // The process that took the last byte died before it made the file.
        if (received === size) await finish(id, asker);
        return byTus('HEAD', `${PATH}/${id}`, incoming as Incoming, asker);
      },
    }),
    route({
      ...shared,
      method: 'patch',
      path: `${PATH}/{id}`,
      operation: 'continueUpload',
      summary: 'Add bytes to an upload at its Upload-Offset (tus 1.0). The last of them makes it a file: Content-Location',
      params: withId,
      answers: { 204: none },
      problems,
      async handle({ params: { id }, session, language, incoming }) {
        await progressOf(id, session);
        return byTus('PATCH', `${PATH}/${id}`, incoming as Incoming, { session, language });
      },
    }),
    route({
      ...shared,
      method: 'delete',
      path: `${PATH}/{id}`,
      operation: 'endUpload',
      summary: 'Give an upload up that is not whole: nothing of it is kept (tus 1.0)',
      params: withId,
      answers: { 204: none },
      problems,
      async handle({ params: { id }, session, language, incoming }) {
        await progressOf(id, session);
        return byTus('DELETE', `${PATH}/${id}`, incoming as Incoming, { session, language });
      },
    }),
  ];
}
