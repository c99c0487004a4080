/** DER read strictly: what two readers could read as two different things is refused (X.690, 8 to 11). */

export interface Der {
  tag: number;
  /** The content octets. */
  content: Buffer;
  /** With tag and length. */
  whole: Buffer;
  /** Of a constructed value; empty otherwise. */
  children: Der[];
}

export class NotDer extends Error {
  /** It ends too early, as damaged files do; what else is refused may have two meanings. */
  readonly isCutOff: boolean;
  constructor(why: string, isCutOff = false) {
    super(why);
    this.name = 'NotDer';
    this.isCutOff = isCutOff;
  }
}

const [BOOLEAN, INTEGER, BIT_STRING, NULL, OID, ENUMERATED, UTC_TIME, GENERALIZED_TIME] = [1, 2, 3, 5, 6, 10, 23, 24];
const [SEQUENCE, SET] = [0x30, 0x31];
const CONSTRUCTED = 0x20;
/** A certificate in a time stamp in a signature has some twenty levels. */
const DEEPEST = 40;

const refuse = (why: string): never => {
  throw new NotDer(why);
};

const cutOff = (): never => {
  throw new NotDer('it is cut off', true);
};

/** Reads one value that fills the bytes. @throws NotDer */
export function readDer(bytes: Uint8Array): Der {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value = readOne(all, 0);
  return value.whole.length < all.length ? refuse('bytes follow') : value;
}

/** Reads value after value without what is in them: for a long list. @throws NotDer */
export function* readEach(bytes: Buffer): Generator<Omit<Der, 'children'>> {
  for (let start = 0; start < bytes.length; ) {
    const value = readHead(bytes.subarray(start));
    yield value;
    start += value.whole.length;
  }
}

function readAll(bytes: Buffer, depth: number): Der[] {
  if (depth > DEEPEST) refuse('it is too deep');
  const values: Der[] = [];
  for (let start = 0; start < bytes.length; start += (values.at(-1) as Der).whole.length)
    values.push(readOne(bytes.subarray(start), depth));
  return values;
}

function readOne(bytes: Buffer, depth: number): Der {
  const { tag, content, whole } = readHead(bytes);
  const children = (tag & CONSTRUCTED) !== 0 ? readAll(content, depth + 1) : [];
  if (tag < 0x40) checkUniversal(tag, content, children);
  return { tag, content, whole, children };
}

function readHead(bytes: Buffer): Omit<Der, 'children'> {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return cutOff();
  if (tag === 0 || (tag & 0x1f) === 0x1f) return refuse('its tag is not allowed');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4) return refuse('its length is not allowed');
  if (bytes.length < 2 + lengthBytes) return cutOff();
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
  if (lengthBytes > 0 && (length < 0x80 || length < 256 ** (lengthBytes - 1))) return refuse('its length has a shorter form');
  const end = 2 + lengthBytes + length;
  if (bytes.length < end) return cutOff();
  return { tag, content: bytes.subarray(2 + lengthBytes, end), whole: bytes.subarray(0, end) };
}

function checkUniversal(tag: number, content: Buffer, children: Der[]): void {
  if (tag === SET) checkOrder(children);
  if (tag === SEQUENCE || tag === SET) return;
  if (tag & CONSTRUCTED || tag === SEQUENCE - CONSTRUCTED || tag === SET - CONSTRUCTED) refuse('a value is split');
  const [first = 0, second = 0] = content;
  if (tag === BOOLEAN && (content.length !== 1 || (first !== 0 && first !== 0xff))) refuse('a boolean has another form');
  if (tag === NULL && content.length > 0) refuse('a null is not empty');
  if (tag === INTEGER || tag === ENUMERATED) {
    const isPadded = content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (content.length === 0 || isPadded) refuse('a number has a shorter form');
  }
  if (tag === BIT_STRING) {
    const last = content.length > 1 ? (content.at(-1) as number) : 0;
    if (content.length === 0 || first > 7 || (content.length === 1 && first > 0) || last & ((1 << first) - 1))
      refuse('unused bits are set');
  }
  if (tag === OID) {
    const startsPadded = content.some((byte, at) => byte === 0x80 && (at === 0 || (content[at - 1] as number) < 0x80));
    if (content.length === 0 || startsPadded || (content.at(-1) as number) >= 0x80) refuse('an object identifier has another form');
  }
  if (tag === UTC_TIME && !/^\d{12}Z$/.test(content.toString('latin1'))) refuse('a time has another form');
  if (tag === GENERALIZED_TIME && !/^\d{14}(\.\d*[1-9])?Z$/.test(content.toString('latin1'))) refuse('a time has another form');
}

/** A set is in the order of its elements' encodings. */
function checkOrder(children: Der[]): void {
  for (const [at, child] of children.entries())
    if (at > 0 && Buffer.compare((children[at - 1] as Der).whole, child.whole) > 0) refuse('a set is not in order');
}

/** The moment of a UTCTime (1950 to 2049) or a GeneralizedTime. */
export function timeIn({ tag, content }: Pick<Der, 'tag' | 'content'>): Date {
  const text = content.toString('latin1');
  const [year = '', rest = ''] = tag === UTC_TIME ? [text.slice(0, 2), text.slice(2)] : [text.slice(0, 4), text.slice(4)];
  const century = tag === GENERALIZED_TIME ? '' : Number(year) < 50 ? '20' : '19';
  const moment = new Date(`${century}${year}-${rest.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)/, '$1-$2T$3:$4:')}`);
  if (![UTC_TIME, GENERALIZED_TIME].includes(tag) || Number.isNaN(moment.getTime())) throw new NotDer('it is no time');
  return moment;
}

/** Writes a value of these parts. */
export function writeDer(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const digits = Buffer.from(length.toString(16).padStart(2 * Math.ceil(length.toString(16).length / 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 | digits.length), digits, content]);
}

/** The encoding of what pkijs has read or made. */
export const derOf = (value: { toSchema(): { toBER(): ArrayBuffer } }): Buffer => Buffer.from(value.toSchema().toBER());

/** A copy that pkijs can read. */
export const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
