/** Which files may be uploaded. What a file is, its bytes say; how large it may be, a dated parameter of its kind. */

interface FileKind {
  /** The name of its largest size in bytes among the parameters. */
  most: 'fileImageMostBytes' | 'filePdfMostBytes';
  extension: string;
  isImage: boolean;
  /** The media type of what others are shown. Most browsers show no HEIC. */
  shownAs: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
}

/** By media type. No archives, programs, SVG or HTML: nothing that runs or holds other files. */
export const FILE_KINDS = {
  'image/jpeg': { most: 'fileImageMostBytes', extension: 'jpg', isImage: true, shownAs: 'image/jpeg' },
  'image/png': { most: 'fileImageMostBytes', extension: 'png', isImage: true, shownAs: 'image/png' },
  'image/webp': { most: 'fileImageMostBytes', extension: 'webp', isImage: true, shownAs: 'image/webp' },
  'image/heic': { most: 'fileImageMostBytes', extension: 'heic', isImage: true, shownAs: 'image/jpeg' },
  'image/heif': { most: 'fileImageMostBytes', extension: 'heif', isImage: true, shownAs: 'image/jpeg' },
  'application/pdf': { most: 'filePdfMostBytes', extension: 'pdf', isImage: false, shownAs: 'application/pdf' },
} as const satisfies Record<string, FileKind>;

export type MediaType = keyof typeof FILE_KINDS;

export const isMediaType = (type: string | undefined): type is MediaType => type !== undefined && Object.hasOwn(FILE_KINDS, type);

/** The photos of iPhones, by either of the two names that their bytes give. */
export const isHeic = (type: MediaType): boolean => type === 'image/heic' || type === 'image/heif';

const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');

/**
 * Where an image ends by its own account: bytes behind it would be something else, such as an archive, which some programs find from the end. Undefined
 * where its form says nothing of an end.
 */
export function endOfImage(bytes: Buffer, type: MediaType): number | undefined {
  if (type === 'image/webp') return bytes.length < 8 ? undefined : bytes.readUInt32LE(4) + 8;
  if (type === 'image/png') return endOfPng(bytes);
  if (isHeic(type)) return endOfHeic(bytes);
  return type === 'image/jpeg' ? endOfJpeg(bytes) : undefined;
}

/** Chunks, each with its length, until the one named IEND. */
function endOfPng(bytes: Buffer): number | undefined {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.subarray(at, at + 12).equals(PNG_END)) return end;
    at = end;
  }
  return undefined;
}

/** What an image of this form consists of at its top. A film beside it is not of the image. */
const BOXES = ['ftyp', 'meta', 'mdat', 'idat', 'free', 'skip'];

/** Boxes, each with its length, until one that is not of an image. A length of zero is to the end, and that of one stands behind the name. */
function endOfHeic(bytes: Buffer): number | undefined {
  let at = 0;
  while (at + 8 <= bytes.length && BOXES.includes(bytes.toString('latin1', at + 4, at + 8))) {
    const size = bytes.readUInt32BE(at);
    if (size === 0) return bytes.length;
    if (size === 1 && at + 16 > bytes.length) return undefined;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (length < 8 || at + length > bytes.length) return undefined;
    at += length;
  }
  return at;
}

const MARKER = 0xff;
const [START, END, SCAN] = [0xd8, 0xd9, 0xda];
const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7;

/** Segments with their lengths; after that of a scan come its data, in which a marker is escaped by a null byte. */
function endOfJpeg(bytes: Buffer): number | undefined {
  let at = 0;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== MARKER) return undefined;
    const code = bytes[at + 1] as number;
    if (code === MARKER) at += 1;
    else if (code === START) at += 2;
    else if (code === END) return at + 2;
    else {
      if (at + 4 > bytes.length) return undefined;
      at += 2 + bytes.readUInt16BE(at + 2);
      if (code === SCAN) at = afterScan(bytes, at);
    }
  }
  return undefined;
}

function afterScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARKER, from); at >= 0; at = bytes.indexOf(MARKER, at + 1)) {
    const code = bytes[at + 1];
    if (code !== undefined && code !== 0 && code !== MARKER && !isRestart(code)) return at;
  }
  return bytes.length;
}
