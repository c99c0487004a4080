/** Photos of iPhones (HEIC), which sharp cannot read: it brings no HEVC. libheif turns them as their camera says. */
import type { Sharp } from 'sharp';
import sharp from 'sharp';

/** Red, green, blue, and how opaque. */
const CHANNELS = 4;

/**
 * The main image, without what its camera wrote into it. The library is loaded only here, because that takes longer than to read another image.
 * @returns undefined for more pixels than allowed: nothing was drawn then. @throws for an image that cannot be read
 */
export async function openHeic(bytes: Uint8Array, mostPixels: number): Promise<Sharp | undefined> {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js');
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((each) => each.is_primary());
  if (image === undefined) throw new Error('no image');
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) return undefined;
  const data = new Uint8ClampedArray(width * height * CHANNELS);
  const done = await new Promise((resolve) => image.display({ data, width, height }, resolve));
  if (done === null) throw new Error('the image cannot be read');
  return sharp(data, { raw: { width, height, channels: CHANNELS } });
}
