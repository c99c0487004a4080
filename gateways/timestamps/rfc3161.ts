/** Asks a time stamp authority over HTTP (RFC 3161, 3.4). */
import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { askOutside } from '../outside.ts';
import type { Timestamps } from './port.ts';
import { timeOf } from './reply.ts';

/** Milliseconds. */
const TIMEOUT = 20_000;
/** A reply with its certificates has some thousand bytes. */
const LARGEST = 200_000;
const SHA256 = '2.16.840.1.101.3.4.2.1';

/** The request for a time stamp of a document, with the authority's certificate in the reply. */
function requestFor(document: Uint8Array, nonce: Buffer): Uint8Array {
  const imprint = createHash('sha256').update(document).digest();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(imprint).buffer }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** `roots`: PEM of the certificates that are trusted to sign the authority's own. */
export function rfc3161({ url, roots, timeout = TIMEOUT }: { url: string; roots: string; timeout?: number }): Timestamps {
  return {
    async stamp(document) {
      // A number with a first byte between 1 and 127 is written in one way only.
      const nonce = Buffer.concat([Buffer.of(0x40), randomBytes(15)]);
      const headers = { 'Content-Type': 'application/timestamp-query' };
      const request = { method: 'POST', headers, body: requestFor(document, nonce) };
      const { ok, status, type, bytes: reply } = await askOutside(url, request, { timeout, most: LARGEST });
      if (!ok || !type.startsWith('application/timestamp-reply'))
        throw new Error(`the time stamp authority answers ${status} with ${type}`);
      return { reply, at: await timeOf(reply, document, { roots, nonce }) };
    },
  };
}
