/** Bytes of a file from one place to another, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * What a `Range` header asks for of so many bytes (RFC 9110). Undefined where it is left out, is of another unit, or names several ranges: then the whole
 * is the answer. `outside`: nothing of it is there.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return Number(to) === 0 ? 'outside' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const [first, last] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  if (to !== '' && Number(to) < first) return undefined;
  return first < size ? { first, last } : 'outside';
}
