/**
 * The one way to ask somebody outside over HTTP. No redirect is followed, because our keys would go along to an address that no setting names. The
 * answer must come within a time, and has a largest size: a broken or hostile server neither holds us nor fills our memory.
 */

export interface Bounds {
  /** Milliseconds for the whole answer. */
  timeout: number;
  /** Bytes of the answer, unpacked. */
  most: number;
}

export interface OutsideAnswer {
  ok: boolean;
  status: number;
  /** The content type. */
  type: string;
  bytes: Buffer;
}

export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge';
}

/** @throws if there is no answer within the bounds or before the request's own signal, or if it is a redirect. */
export async function askOutside(url: string, request: RequestInit, { timeout, most }: Bounds): Promise<OutsideAnswer> {
  const signal = AbortSignal.any([AbortSignal.timeout(timeout), ...(request.signal ? [request.signal] : [])]);
  const response = await fetch(url, { ...request, redirect: 'error', signal });
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop closes the connection.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw new AnswerTooLarge(`the answer has more than ${most} bytes`);
    chunks.push(chunk);
  }
  return { ok: response.ok, status: response.status, type: response.headers.get('content-type') ?? '', bytes: Buffer.concat(chunks) };
}

/** The JSON of an answer. @throws SyntaxError, without the text of the answer */
export function jsonOf({ bytes }: Pick<OutsideAnswer, 'bytes'>): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new SyntaxError('the answer is no JSON');
  }
}
