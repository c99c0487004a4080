/** The hash ГОСТ 34.11-2015 (Streebog) of 512 bits, by RFC 6986. Our own, because Node's OpenSSL has none. */
import { endianness } from 'node:os';
import { A, C, PI } from './streebog-tables.ts';

if (endianness() !== 'LE') throw new Error('this Streebog is for processors with the least significant byte first');

const BYTES = 64;
const WORDS = 16;

/** A vector of 512 bits, least significant byte first: so the bytes of a message keep their order. */
const vector = (): Uint32Array => new Uint32Array(WORDS);

/** What the substitution and the matrix make of each byte at each of the eight places of a word: low and high half. */
const LOW = new Uint32Array(8 * 256);
const HIGH = new Uint32Array(8 * 256);
for (let place = 0; place < 8; place++)
  for (let byte = 0; byte < 256; byte++) {
    const substituted = PI[byte] as number;
    for (let bit = 0; bit < 8; bit++) {
      if (((substituted >> bit) & 1) === 0) continue;
      const row = 63 - 8 * place - bit;
      HIGH[256 * place + byte] = (HIGH[256 * place + byte] as number) ^ A.readUInt32BE(8 * row);
      LOW[256 * place + byte] = (LOW[256 * place + byte] as number) ^ A.readUInt32BE(8 * row + 4);
    }
  }

const ROUNDS = C.map((constant) => new Uint32Array(new Uint8Array(constant.toReversed()).buffer));

const mixed = vector();
const mixedBytes = new Uint8Array(mixed.buffer);

/** The transformations X, S, P and L at once: target = L(P(S(a ⊕ b))). */
function lpsx(target: Uint32Array, a: Uint32Array, b: Uint32Array): void {
  for (let each = 0; each < WORDS; each++) mixed[each] = (a[each] as number) ^ (b[each] as number);
  for (let word = 0; word < 8; word++) {
    let low = 0;
    let high = 0;
    for (let place = 0; place < 8; place++) {
      const at = 256 * place + (mixedBytes[8 * place + word] as number);
      low ^= LOW[at] as number;
      high ^= HIGH[at] as number;
    }
    target[2 * word] = low;
    target[2 * word + 1] = high;
  }
}

const key = vector();
const state = vector();

/** The compression function: it changes `hash`. */
function compress(hash: Uint32Array, length: Uint32Array, block: Uint32Array): void {
  lpsx(key, hash, length);
  state.set(block);
  for (const constant of ROUNDS) {
    lpsx(state, state, key);
    lpsx(key, key, constant);
  }
  for (let each = 0; each < WORDS; each++)
    hash[each] = (hash[each] as number) ^ (state[each] as number) ^ (key[each] as number) ^ (block[each] as number);
}

/** Adds modulo 2^512: it changes `sum`. */
function add(sum: Uint32Array, summand: Uint32Array): void {
  let carry = 0;
  for (let each = 0; each < WORDS; each++) {
    const total = (sum[each] as number) + (summand[each] as number) + carry;
    sum[each] = total;
    carry = total > 0xffff_ffff ? 1 : 0;
  }
}

/** The digest in the order in which it is written. */
export function streebog512(message: Uint8Array): Buffer {
  const [hash, length, sum, block, none] = [vector(), vector(), vector(), vector(), vector()];
  const bytes = new Uint8Array(block.buffer);
  const bits = vector();
  let at = 0;
  for (; message.length - at >= BYTES; at += BYTES) {
    bytes.set(message.subarray(at, at + BYTES));
    compress(hash, length, block);
    bits[0] = 8 * BYTES;
    add(length, bits);
    add(sum, block);
  }
  const rest = message.subarray(at);
  bytes.fill(0);
  bytes.set(rest);
  bytes[rest.length] = 1;
  compress(hash, length, block);
  bits[0] = 8 * rest.length;
  add(length, bits);
  add(sum, block);
  compress(hash, none, length);
  compress(hash, none, sum);
  return Buffer.from(new Uint8Array(hash.buffer));
}
