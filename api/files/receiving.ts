/** From bytes that flow to the life of a file: how much may come, what it turns out to be, and the commit that makes an upload a file. */
import { fileTypeFromBuffer } from 'file-type';
import { v4 as uuid } from 'uuid';
import type { ReceiveFile } from '../../charts/file/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { hashOfOriginal, read, sizeOf } from '../../files/pieces.ts';
import type { Receipt } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import type { Upload } from '../../models/stores/file-content.ts';
import { beginUpload, dropUpload, holdWhole } from '../../models/stores/file-content.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { MediaType } from '../../rules/file-kinds.ts';
import { FILE_KINDS, isMediaType } from '../../rules/file-kinds.ts';
import { numberAt } from '../../rules/parameters.ts';
import { Problem, refusalBy } from '../errors.ts';
import { useQuota } from '../quotas.ts';
import { receiptOf } from '../resource/outcome.ts';
import type { Session } from '../session.ts';
import { refusedUpload } from './faults.ts';

/** What tells the kind of a file stands among its first bytes. */
const HEAD = 4_100;
/** Seconds. */
const PAUSE = 60;

interface Sender {
  session: Session;
  language: Language;
}

const numbersToday = async ({ lives }: Pick<Platform, 'lives'>): Promise<(code: string) => number> => {
  const parameters = await readParameters(lives.database);
  const today = todayInAlmaty();
  return (code) => numberAt(parameters, code, today);
};

/** The largest file of any kind, in bytes. */
export async function mostBytes(platform: Pick<Platform, 'lives'>): Promise<number> {
  const number = await numbersToday(platform);
  return Math.max(...Object.values(FILE_KINDS).map(({ most }) => number(most)));
}

/**
 * Begins an upload of so many bytes. It counts against the quota of the account whatever becomes of it.
 * @returns its id. @throws 422 for a size that no kind allows, and 429
 */
export async function beginReceiving(
  platform: Platform,
  size: number,
  name: string | undefined,
  { session, language }: Sender,
): Promise<string> {
  const { database } = platform.lives;
  const most = await mostBytes(platform);
  if (!Number.isSafeInteger(size) || size < 1) throw refusedUpload('length-unsaid', language);
  if (size > most) throw refusedUpload('too-large', language, most);
  await useQuota(database, { quota: 'quotaFiles', subject: session.account }, language);
  const number = await numbersToday(platform);
  const id = uuid();
  const asked = { id, account: session.account, size, name, hours: number('uploadHours'), most: number('uploadsOpenMostBytes') };
  if (!(await beginUpload(database, asked))) throw new Problem('too-many-requests', { retryAfter: PAUSE });
  return id;
}

export interface Received {
  upload: Pick<Upload, 'id' | 'size'>;
  /** Of the file to be created. */
  life: string;
  idempotencyKey: string;
  requestHash?: string;
  /** SHA-256 as its sender computed it, in hex. */
  digest?: string | undefined;
}

/**
 * Makes an upload whose bytes are all there a file.
 * @throws 422 for a kind that is not allowed, or for other bytes than the sender meant. The upload is over then
 */
export async function receive(
  platform: Platform,
  { upload, life, idempotencyKey, requestHash, digest }: Received,
  { session, language }: Sender,
): Promise<{ receipt: Receipt; isReplayed: boolean }> {
  const { lives, files, dispatch } = platform;
  const bytes = { database: lives.database, files };
  const refuse = async (problem: Problem): Promise<never> => {
    await dropUpload(lives.database, upload.id);
    throw problem;
  };
  if ((await sizeOf(lives.database, upload.id, 'original')) !== upload.size) return refuse(refusedUpload('cut-off', language));
  const number = await numbersToday(platform);
  const mediaType = await mediaTypeOf(bytes, upload.id);
  if (mediaType === undefined) return refuse(refusedUpload('kind-not-allowed', language));
  const most = number(FILE_KINDS[mediaType].most);
  if (upload.size > most) return refuse(refusedUpload('too-large', language, most));
  const sha256 = await hashOfOriginal(bytes, upload.id);
  if (digest !== undefined && digest !== sha256) return refuse(refusedUpload('digest-differs', language));
  const input: ReceiveFile = {
    ...{ id: life, owner: session.account, content: upload.id, sha256, size: upload.size, mediaType },
    unusedHours: number('fileUnusedHours'),
  };
  const committed = await commit(lives, {
    ...{ life, idempotencyKey, type: 'receive', by: 'platform', actor: session.actor, input, create: true },
    ...(requestHash !== undefined && { requestHash }),
    preconditions: [async (transaction) => ((await holdWhole(transaction, upload.id)) ? undefined : refusalBy('uploadIsOpen'))],
  });
  dispatch(committed.updates);
  // Another request made the file, or the key is of another one: these bytes are nobody's.
  if (committed.outcome !== 'done') await dropUpload(lives.database, upload.id);
  return { receipt: receiptOf(committed, lifeTypes.file, language), isReplayed: committed.outcome === 'replayed' };
}

/** What the bytes say that they are; undefined for what is not taken. */
async function mediaTypeOf(bytes: Parameters<typeof read>[0], content: string): Promise<MediaType | undefined> {
  for await (const head of read(bytes, content, 'original', { first: 0, last: HEAD - 1 })) {
    const found = await fileTypeFromBuffer(head);
    return isMediaType(found?.mime) ? found.mime : undefined;
  }
  return undefined;
}

/** `Repr-Digest: sha-256=:<base64>:` (RFC 9530), in hex. Undefined for another algorithm. */
export function digestOf(header: string | undefined): string | undefined {
  const [, encoded] = /(?:^|,\s*)sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header ?? '') ?? [];
  return encoded && Buffer.from(encoded, 'base64').toString('hex');
}
