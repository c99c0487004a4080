/**
 * SIGEX carries a document to eGov Mobile and the signature back, for an operator without an agreement of its own: three requests, as its documentation
 * and its own client describe them. The app shows the whole document and signs its bytes, so SIGEX gets all of it.
 */
import { z } from 'zod';
import { messageOf } from '../../error-message.ts';
import { askOutside, jsonOf } from '../outside.ts';

/** Milliseconds. A person waits for the code; the other two requests are held until the phone has done its part, and are then repeated. */
const REGISTERING = 5_000;
export const HELD = 60_000;
/** Bytes of an answer: a picture, or a signature in base64. */
const LARGEST = 300_000;

/** Where a procedure is at SIGEX. Whoever knows the addresses can fetch the signature. */
export interface Procedure {
  dataUrl: string;
  signUrl: string;
}

export interface RegisteredProcedure {
  procedure: Procedure;
  /** The QR code as a data URL. */
  picture: string;
  links: { egovMobile: string; egovBusiness: string | null };
  expiresAt: Date;
}

/** A document as eGov Mobile shows it. */
export interface DocumentToSign {
  id: 1;
  nameRu: string;
  nameKz: string;
  nameEn: string;
  meta: { name: string; value: string }[];
  /** In base64. */
  document: { file: { mime: string; data: string } };
}

export interface Sigex {
  /** Begins a procedure. `description` is what the app shows first. @throws RelayAway, RelayRefused */
  register(description: string): Promise<RegisteredProcedure>;
  /** Hands over the document. SIGEX answers when the app has read the code. @throws RelayAway, RelayRefused */
  send(procedure: Procedure, document: DocumentToSign, signal: AbortSignal): Promise<void>;
  /** The CMS in base64, once it is there; null if the person cancelled. @throws RelayAway, RelayRefused */
  collect(procedure: Procedure, signal: AbortSignal): Promise<string | null>;
}

/** There was no answer, or none that can be read: the request may be repeated. */
export class RelayAway extends Error {
  override name = 'RelayAway';
}

/** SIGEX says that the procedure, or the request, is of no use. */
export class RelayRefused extends Error {
  override name = 'RelayRefused';
}

const https = z.url({ protocol: /^https$/ }).max(8_000);
const Registered = z.object({
  expireAt: z.number().int().positive(),
  qrCode: z.base64().min(1).max(200_000),
  ...{ dataURL: z.url().max(2_000), signURL: z.url().max(2_000) },
  eGovMobileLaunchLink: https,
  eGovBusinessLaunchLink: https.nullish(),
});
const Sent = z.object({});
const Collected = z.object({
  status: z.string().nullish(),
  documentsToSign: z.array(z.object({ document: z.object({ file: z.object({ data: z.string().min(1) }) }) })).default([]),
});

/** @param base The address of SIGEX. The addresses of a procedure must be there too, because the document goes to them. */
export function openSigex(base: string): Sigex {
  const { origin } = new URL(base);
  const isThere = (url: string): boolean => new URL(url).origin === origin;
  return {
    async register(description) {
      const found = await ask(`${origin}/api/egovQr`, Registered, REGISTERING, json({ description }));
      if (!isThere(found.dataURL) || !isThere(found.signURL))
        throw new RelayRefused('the addresses of the procedure are not those of SIGEX');
      const { eGovMobileLaunchLink: egovMobile, eGovBusinessLaunchLink: egovBusiness = null } = found;
      return {
        procedure: { dataUrl: found.dataURL, signUrl: found.signURL },
        picture: `data:image/${found.qrCode.startsWith('R0lG') ? 'gif' : 'png'};base64,${found.qrCode}`,
        links: { egovMobile, egovBusiness },
        expiresAt: new Date(found.expireAt),
      };
    },
    async send({ dataUrl }, document, signal) {
      await ask(dataUrl, Sent, HELD, { ...json({ signMethod: 'CMS_SIGN_ONLY', documentsToSign: [document] }), signal });
    },
    async collect({ signUrl }, signal) {
      const { status, documentsToSign } = await ask(signUrl, Collected, HELD, { signal });
      if (status === 'CANCELED') return null;
      const [signed] = documentsToSign;
      if (signed === undefined) throw new RelayAway('there is no signature yet');
      return signed.document.file.data.replace(/\s/g, '');
    },
  };
}

const json = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** SIGEX answers 200 also to what it refuses, with a `message`. Any other status is trouble of its own. */
const Refusal = z.object({ message: z.string().min(1) });

async function ask<Schema extends z.ZodType>(
  url: string,
  schema: Schema,
  timeout: number,
  request: RequestInit,
): Promise<z.output<Schema>> {
  const answer = await answerOf(url, request, timeout);
  const refusal = Refusal.safeParse(answer);
  if (refusal.success) throw new RelayRefused(refusal.data.message.slice(0, 300));
  const { success, data } = schema.safeParse(answer);
  if (!success) throw new RelayAway('the answer has another form');
  return data;
}

/** @throws RelayAway, whose message quotes neither address nor answer. */
async function answerOf(url: string, request: RequestInit, timeout: number): Promise<unknown> {
  try {
    const answer = await askOutside(url, request, { timeout, most: LARGEST });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    return jsonOf(answer);
  } catch (error) {
    throw new RelayAway(messageOf(error));
  }
}
