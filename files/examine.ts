/** Looks at a file in a process of its own, because a file may be made to take time and memory. Of an image it draws what others are shown. */
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { FileFault } from '../charts/file/faults.ts';
import type { MediaType } from '../rules/file-kinds.ts';
import { endOfImage, FILE_KINDS, isHeic } from '../rules/file-kinds.ts';
import { openHeic } from './heic.ts';
import { faultOfPdf } from './pdf.ts';

export interface Examined {
  bytes: Uint8Array;
  mediaType: MediaType;
  mostPixels: number;
  mostHeicPixels: number;
  mostPages: number;
}

/** An image anew: turned as its camera says, without a word of where and by whom it was made. */
export interface Drawn {
  width: number;
  height: number;
  copy: Uint8Array;
  thumbnail: Uint8Array;
}

export type Finding = { fault: FileFault } | { drawn?: Drawn };

/** The longer side of a thumbnail. */
const SMALL = 320;

sharp.cache(false);
sharp.concurrency(1);

/** The image upright; undefined for more pixels than allowed. */
async function open(bytes: Buffer, { mediaType, mostPixels, mostHeicPixels }: Examined): Promise<Sharp | undefined> {
  if (isHeic(mediaType)) return openHeic(bytes, mostHeicPixels);
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > mostPixels) return undefined;
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient();
}

async function examineImage(given: Examined): Promise<Finding> {
  const bytes = Buffer.from(given.bytes);
  try {
    const end = endOfImage(bytes, given.mediaType);
    const source = await open(bytes, given);
    if (source === undefined) return { fault: 'too-many-pixels' };
    if (end === undefined) return { fault: 'image-damaged' };
    if (end < bytes.length) return { fault: 'behind-the-end' };
    const shown = await as(FILE_KINDS[given.mediaType].shownAs, source.clone()).toBuffer({ resolveWithObject: true });
    const thumbnail = await source
      .clone()
      .resize(SMALL, SMALL, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
    return { drawn: { width: shown.info.width, height: shown.info.height, copy: shown.data, thumbnail } };
  } catch {
    return { fault: 'image-damaged' };
  }
}

const as = (mediaType: MediaType, image: Sharp): Sharp => {
  if (mediaType === 'image/png') return image.png();
  return mediaType === 'image/webp' ? image.webp({ quality: 85 }) : image.jpeg({ quality: 85, mozjpeg: false });
};

async function examine(given: Examined): Promise<Finding> {
  if (given.mediaType !== 'application/pdf') return examineImage(given);
  const fault = await faultOfPdf(given.bytes, given.mostPages);
  return fault === undefined ? {} : { fault: fault as FileFault };
}

process.on('message', async (given: Examined) => process.send?.((await examine(given)) satisfies Finding));
