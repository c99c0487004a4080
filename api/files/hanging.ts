/** How a command's body names files: they hang on its life from then on, and its event has their hashes, so the chain proves the bytes. */
import type { Sequelize, Transaction } from 'sequelize';
import { z } from 'zod';
import type { FileContext } from '../../charts/file/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { FileRef } from '../../charts/law.ts';
import { statesTagged } from '../../charts/state.ts';
import { localIdOf } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { filesOfLife, hangFiles, hashesOf, lockFiles } from '../../models/stores/file.ts';
import { numberToday } from '../../models/stores/parameter.ts';
import type { MediaType } from '../../rules/file-kinds.ts';
import { FILE_KINDS } from '../../rules/file-kinds.ts';
import { refusalBy } from '../errors.ts';
import { listOf } from '../resource/fields.ts';

const USABLE = statesTagged(lifeTypes.file.chart, 'usable');
/** A parameter allows fewer. */
const MOST = 50;

/** The field `files` of a command. */
export const fileIds = listOf(z.uuid().toLowerCase(), MOST, 'Name each file once.')
  .min(1)
  .optional()
  .meta({ description: 'Files of the account that were uploaded and checked: POST /v1/files' });

/** How a command names files otherwise than by the field `files`. */
export interface NamedFiles {
  of(body: Record<string, unknown>): readonly string[];
  /** The parameter that says how many they may be. */
  most: string;
  imagesOnly?: true;
}

interface Row {
  body: z.ZodObject;
  files?: NamedFiles;
}

/** May a command name files? */
export const hasFiles = ({ body, files }: Row): boolean => 'files' in body.shape || files !== undefined;

/** The files that the body of a command names. */
export const filesIn = ({ files }: Row, body: object): readonly string[] | undefined =>
  files ? files.of(body as Record<string, unknown>) : (body as { files?: string[] }).files;

export interface Hanging {
  /** For the event's input. */
  facts: { files?: FileRef[] };
  preconditions: Precondition[];
  inSameTransaction(transaction: Transaction): Promise<void>;
}

/**
 * Has files hang on a life with the event of a command. It is refused alike for a file of somebody else, one that is not there, and one that is not checked.
 * Nothing happens without files.
 */
export async function hanging(
  database: Sequelize,
  ids: readonly string[] | undefined,
  life: string,
  account: string,
  { most: parameter, imagesOnly }: Omit<NamedFiles, 'of'> = { most: 'filesPerCommand' },
): Promise<Hanging> {
  if (ids === undefined || ids.length === 0) return { facts: {}, preconditions: [], inSameTransaction: async () => {} };
  const files = ids.map((id) => `file/${id}`);
  const hashes = await hashesOf(database, files, account);
  const most = await numberToday(database, parameter);
  return {
    facts: { files: files.map((file) => ({ file, sha256: hashes.get(file) ?? '' })) },
    preconditions: [
      async (transaction) => {
        if (ids.length > most) return refusalBy('filesAreFew');
        const rows = await lockFiles(transaction, files);
        const usable = rows.filter((each) => each.account === account && USABLE.includes(each.state));
        if (usable.length < ids.length) return refusalBy('filesAreUsable');
        return imagesOnly && !usable.every(({ media_type: kind }) => FILE_KINDS[kind as MediaType].isImage)
          ? refusalBy('filesAreImages')
          : undefined;
      },
    ],
    inSameTransaction: (transaction) => hangFiles(transaction, files, life),
  };
}

/** The files of a life, in its response. */
export const hungFiles = z
  .array(
    z.object({
      id: z.uuid(),
      seq: z.int().meta({ description: 'Of the event that named it' }),
      sha256: z.string(),
      mediaType: z.string(),
      size: z.int(),
      erased: z.boolean().meta({ description: 'Only the hash is left' }),
      href: z.string(),
    }),
  )
  .meta({
    id: 'HungFiles',
    description: 'The files given with commands, by their events. Not in lists; only for life types whose commands take files',
  })
  .optional();

/** The files that hang on a life, up to an event. */
export const presentFiles = async (
  database: Sequelize,
  life: string,
  upTo = Number.POSITIVE_INFINITY,
): Promise<NonNullable<z.output<typeof hungFiles>>> =>
  (await filesOfLife(database, life))
    .filter(({ seq }) => seq <= upTo)
    .map(({ id, seq, sha256, content, context }) => {
      const { mediaType, size } = context as FileContext;
      const own = localIdOf(id);
      return { id: own, seq, sha256, mediaType, size, erased: content === null, href: `/v1/files/${own}` };
    });
