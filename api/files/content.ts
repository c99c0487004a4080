/** The bytes of a file as a response: whole or a range, saved and not shown unless it is an image drawn anew. */
import { Readable } from 'node:stream';
import { create } from 'content-disposition';
import type { FileContext } from '../../charts/file/types.ts';
import { read, sizeOf } from '../../files/pieces.ts';
import type { Form } from '../../models/stores/file-content.ts';
import { nameOfContent } from '../../models/stores/file-content.ts';
import type { Platform } from '../../platform.ts';
import { byteRangeOf } from '../../rules/byte-range.ts';
import type { MediaType } from '../../rules/file-kinds.ts';
import { FILE_KINDS } from '../../rules/file-kinds.ts';
import { Problem } from '../errors.ts';
import { FILE_POLICY } from '../headers.ts';
import type { Answer } from '../route.ts';

/** The form that everybody who sees the file may have: an image drawn anew, without what its camera wrote into it. */
export const sharedForm = (mediaType: string): Form => (FILE_KINDS[mediaType as MediaType].isImage ? 'copy' : 'original');

/** @throws 404 where the file has no such form, and 416 */
export async function contentAnswer(
  { lives, files }: Pick<Platform, 'lives' | 'files'>,
  { content, mediaType, sha256 }: FileContext,
  form: Form,
  { range, ifRange }: { range: string | undefined; ifRange: string | undefined },
): Promise<Answer> {
  const { database } = lives;
  const size = await sizeOf(database, content, form);
  if (size === 0) throw new Problem('not-found');
  const tag = `"${sha256}-${form}"`;
  const asked = ifRange === undefined || ifRange === tag ? byteRangeOf(range, size) : undefined;
  if (asked === 'outside') throw new Problem('range-outside', { size });
  const { isImage, shownAs } = FILE_KINDS[mediaType as MediaType];
  const kind = form === 'copy' ? shownAs : (mediaType as MediaType);
  const type = form === 'thumbnail' ? 'image/webp' : kind;
  const { extension } = FILE_KINDS[kind];
  const given = (await nameOfContent(database, content)) ?? `file.${extension}`;
  const name = kind === mediaType ? given : `${given.replace(/\.[^.]*$/, '')}.${extension}`;
  const { first, last } = asked ?? { first: 0, last: size - 1 };
  return {
    ...(asked && { status: 206 as const }),
    headers: {
      ...{ 'Content-Type': type, 'Content-Length': String(last - first + 1), 'Accept-Ranges': 'bytes', ETag: tag },
      ...(asked && { 'Content-Range': `bytes ${first}-${last}/${size}` }),
      'Content-Disposition': create(name, {
        type: isImage && form !== 'original' ? 'inline' : 'attachment',
        fallback: `file.${extension}`,
      }),
      'Content-Security-Policy': FILE_POLICY,
    },
    body: Readable.from(read({ database, files }, content, form, { first, last })),
  };
}
