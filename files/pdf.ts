/**
 * Checks a PDF that a party brings: nothing in it may run, open, hide or blow up where somebody reads it. It says nothing of viruses: a reader's program
 * may still be attacked by a picture or a typeface.
 *
 * pdf-lib reads every object, also those that a later version of the file replaces. Programs find objects in other ways than it does, so what only some of
 * them would see is refused: an object that stands twice, one inside of something else, and names that are written in disguise.
 */
import { inflateSync } from 'node:zlib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFCatalog,
  PDFDict,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { PaperFault } from '../charts/file/pdf-faults.ts';

/** Bytes that all streams of a file may come to once they are unpacked: a hundred pages of scans do not reach it. */
const MOST_UNPACKED = 256 * 2 ** 20;
/** The same of one stream, which is unpacked in memory: a page of 400 dpi in colours fits. */
const MOST_STREAM = 64 * 2 ** 20;
/** The same of a stream that pdf-lib unpacks itself. */
const MOST_STRUCTURE = 16 * 2 ** 20;

/** What no dictionary may have. */
const KEYS: Record<string, PaperFault> = {
  JS: 'scripts',
  JavaScript: 'scripts',
  AA: 'actions',
  EF: 'attachments',
  EmbeddedFiles: 'attachments',
  Collection: 'attachments',
  XFA: 'form',
  RichMediaContent: 'media',
  Encrypt: 'encrypted',
};
/** What nothing may be: a kind of action, of stream or of annotation. */
const VALUES: Record<string, PaperFault> = {
  JavaScript: 'scripts',
  Launch: 'actions',
  SubmitForm: 'actions',
  ImportData: 'actions',
  GoToE: 'actions',
  GoToR: 'actions',
  EmbeddedFile: 'attachments',
  RichMedia: 'media',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  '3D': 'media',
};
/** Names that are looked for in the bytes too, wherever a reader's program might find them. Shorter ones come about by chance. */
const SPELLED = new RegExp(
  `/(${Object.keys({ ...KEYS, ...VALUES })
    .filter((name) => name.length > 5)
    .join('|')})(?![A-Za-z0-9])`,
);

/** Of the tree of pages. */
const MOST_NODES = 10_000;

/** Thrown to stop reading. */
class Refused extends Error {
  readonly fault: PaperFault;
  constructor(fault: PaperFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What is wrong with the bytes of a PDF. Undefined if they may be sent. @param mostPages inclusive */
export async function faultOfPdf(bytes: Uint8Array, mostPages: number): Promise<PaperFault | undefined> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/^%PDF-\d/.test(text)) return 'not-pdf';
  if (!/%%EOF[\0\t\n\f\r ]*$/.test(text.slice(-100))) return 'cut-off';
  const spelled = SPELLED.exec(plainNames(text));
  if (spelled) return KEYS[spelled[1] as string] ?? VALUES[spelled[1] as string];
  const reader = new Reader(bytes);
  try {
    const context = await reader.parseDocument();
    if (reader.found === undefined && reader.objects !== countObjects(text)) return 'hidden';
    return reader.found ?? faultOfPages(context, mostPages);
  } catch (error) {
    // pdf-lib catches what is thrown inside, so the fault is noted besides.
    return reader.found ?? (error instanceof Refused ? error.fault : 'unreadable');
  }
}

/** `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Reads every object, and notes the first fault. A stream is unpacked within bounds before pdf-lib does it. */
class Reader extends PDFParser {
  found: PaperFault | undefined;
  /** Those that stand in the file itself, and not in a stream. */
  objects = 0;
  private unpacked = 0;
  private depth = 0;

  constructor(bytes: Uint8Array) {
    super(bytes, Number.POSITIVE_INFINITY, true);
    const { context } = this;
    const known = new Set<number>();
    let catalog = false;
    const assign = context.assign.bind(context);
    context.assign = (reference, object) => {
      if (known.has(reference.objectNumber) || (object instanceof PDFCatalog && catalog)) this.refuse('versions');
      catalog ||= object instanceof PDFCatalog;
      known.add(reference.objectNumber);
      this.look(object);
      assign(reference, object);
    };
  }

  override parseObject(reference?: PDFRef): PDFObject {
    this.depth += 1;
    const object = super.parseObject(reference);
    this.depth -= 1;
    if (this.depth > 0) return object;
    // What has no number stands in the trailer.
    if (reference === undefined) this.look(object);
    else this.objects += 1;
    if (object instanceof PDFRawStream) this.unpack(object);
    return object;
  }

  private refuse(fault: PaperFault): never {
    this.found ??= fault;
    throw new Refused(fault);
  }

  private look(object: PDFObject): void {
    if (object instanceof PDFName) this.refuseIf(VALUES[object.decodeText()]);
    if (object instanceof PDFStream) this.look(object.dict);
    if (object instanceof PDFArray) for (const each of object.asArray()) this.look(each);
    if (!(object instanceof PDFDict)) return;
    for (const [key, value] of object.entries()) {
      this.refuseIf(KEYS[key.decodeText()]);
      this.look(value);
    }
  }

  private refuseIf(fault: PaperFault | undefined): void {
    if (fault !== undefined) this.refuse(fault);
  }

  private unpack(stream: PDFRawStream): void {
    const { dict } = stream;
    const nameAt = (key: string): string | undefined => {
      const value = dict.get(PDFName.of(key));
      return value instanceof PDFName ? value.decodeText() : undefined;
    };
    const filters = this.filtersOf(dict);
    const type = nameAt('Type');
    if (type === 'ObjStm' || type === 'XRef') {
      if (filters.length > 1 || (filters[0] ?? 'FlateDecode') !== 'FlateDecode') this.refuse('unreadable');
      if (type === 'ObjStm' && dict.has(PDFName.of('DecodeParms'))) this.refuse('unreadable');
      this.count(stream.contents, filters, MOST_STRUCTURE);
      return;
    }
    // Its data would be in another file.
    if (dict.has(PDFName.of('F'))) this.refuse('actions');
    // Some programs take any stream with these keys for one that holds objects.
    if (dict.has(PDFName.of('First')) && dict.has(PDFName.of('N'))) this.refuse('hidden');
    this.count(stream.contents, filters, MOST_STREAM);
  }

  private filtersOf(dict: PDFDict): string[] {
    const given = dict.get(PDFName.of('Filter'));
    if (given === undefined) return [];
    const names = given instanceof PDFArray ? given.asArray() : [given];
    // A filter that is named by an object elsewhere may be read in two ways.
    return names.map((name) => (name instanceof PDFName ? name.decodeText() : this.refuse('unreadable')));
  }

  /** Adds what a stream comes to. Two layers of packing, and those whose size only unpacking would tell, are refused: each can be a bomb. */
  private count(contents: Uint8Array, filters: readonly string[], most: number): void {
    const [first, ...rest] = filters;
    if (first === 'ASCII85Decode' || first === 'ASCIIHexDecode') {
      const plain = PDFRawStream.of(this.context.obj({ Filter: PDFName.of(first) }) as PDFDict, contents);
      this.count(decodePDFRawStream(plain).decode(), rest, most);
      return;
    }
    const packed = filters.filter((name) => ['FlateDecode', 'LZWDecode', 'RunLengthDecode'].includes(name));
    if (packed.length === 0 || contents.length === 0) return;
    if (packed.length > 1 || first !== 'FlateDecode') this.refuse('too-complex');
    const left = Math.min(most, MOST_UNPACKED - this.unpacked);
    this.unpacked += this.sizeOf(contents, left);
  }

  private sizeOf(contents: Uint8Array, most: number): number {
    try {
      return inflateSync(contents, { maxOutputLength: most }).length;
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') this.refuse('too-complex');
      // Programs show what they can of a damaged stream, and so may each something else.
      return this.refuse('unreadable');
    }
  }
}

/** How many objects the bytes hold, wherever a reader's program might find one: after `5 0`, white space and comments, the word `obj`. */
function countObjects(text: string): number {
  let count = 0;
  for (let at = text.indexOf('obj'); at !== -1; at = text.indexOf('obj', at + 3)) {
    // Mostly `endobj`.
    if (text[at - 1] === 'd') continue;
    if (/[A-Za-z]/.test(text[at + 3] ?? '') && !/^(true|false|null)/.test(text.slice(at + 3, at + 8))) continue;
    let before = at - 1;
    while (before >= 0 && /[\0\t\n\f\r ]/.test(text[before] as string)) before -= 1;
    const line =
      text
        .slice(Math.max(0, before - 200), before + 1)
        .split(/[\r\n]/)
        .at(-1) ?? '';
    if (/\d$/.test(line) || (before < at - 1 && line.includes('%'))) count += 1;
  }
  return count;
}

function faultOfPages(context: PDFContext, most: number): PaperFault | undefined {
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  if (!isDestination(context, catalog.get(PDFName.of('OpenAction')))) return 'actions';
  let [pages, nodes] = [0, 0];
  const tree = catalog.lookup(PDFName.of('Pages'));
  if (!(tree instanceof PDFPageTree)) return 'no-pages';
  tree.traverse((node) => {
    if (node instanceof PDFPageLeaf) pages += 1;
    if (pages > most) throw new Refused('too-many-pages');
    // A branch may be named twice, and its branches too.
    nodes += 1;
    if (nodes > MOST_NODES) throw new Refused('too-complex');
  });
  return pages === 0 ? 'no-pages' : undefined;
}

/** Many programs write where a file is to be opened. That alone does no harm. */
function isDestination(context: PDFContext, given: PDFObject | undefined): boolean {
  const action = given instanceof PDFRef ? context.lookup(given) : given;
  if (action === undefined || action instanceof PDFArray) return true;
  return action instanceof PDFDict && action.lookup(PDFName.of('S')) === PDFName.of('GoTo') && !action.has(PDFName.of('Next'));
}
