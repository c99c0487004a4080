/** Looks at a file in a process of its own, because a file may be made to take time and memory. Of an image it draws what others are shown. */
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { FileFault } from '../charts/file/faults.ts';
import type { MediaType } from '../rules/file-kinds.ts';
import { endOfImage } from '../rules/file-kinds.ts';
import { faultOfPdf } from './pdf.ts';

export interface Examined {
  bytes: Uint8Array;
  mediaType: MediaType;
  mostPixels: number;
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

async function examineImage({ bytes: given, mediaType, mostPixels }: Examined): Promise<Finding> {
  const bytes = Buffer.from(given);
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { fault: 'too-many-pixels' };
    const end = endOfImage(bytes, mediaType);
    if (end === undefined) return { fault: 'image-damaged' };
    if (end < bytes.length) return { fault: 'behind-the-end' };
    const source = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient();
    const shown = await as(mediaType, source.clone()).toBuffer({ resolveWithObject: true });
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
