/** A route as data: its input, its access, its responses. The OpenAPI document and the handlers are made from it. */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Language } from '../charts/messages.ts';
import type { Delivery } from '../gateways/payments/port.ts';
import type { SecurityDetails, SecurityEvent } from '../lives/security-log.ts';
import type { Page } from './auth/page-cookie.ts';
import type { Access, Listener } from './doors.ts';
import type { ProblemCode } from './errors.ts';
import type { Session } from './session.ts';

type Shape = z.ZodType | undefined;
type Parsed<Schema extends Shape> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** Where a request comes from, and what it shows to pass a limit. */
export interface Caller {
  /** The address of the connection, or the one that a trusted proxy names. */
  address: string;
  /** The header `Proof-Of-Work`: a solved challenge. */
  work: string | undefined;
  /** The header `Known-Device`: the token that a device was given at its login. */
  known: string | undefined;
  /** The hash of the request's token, for a route whose token is no session's. */
  token: string | undefined;
  /** A page of ours, which keeps its session in a cookie. */
  page: Page | undefined;
  /** The header `Last-Event-ID`, with which a browser goes on with a stream. */
  lastEventId: string | undefined;
}

/** A request as it comes. */
export interface Incoming {
  header(name: string): string | undefined;
  stream: Readable;
}

/** An admitted request. */
export interface Asked<Params extends Shape = Shape, Query extends Shape = Shape, Body extends Shape = Shape> {
  params: Parsed<Params>;
  query: Parsed<Query>;
  body: Parsed<Body>;
  /** The caller's session; an empty one on a public route. */
  session: Session;
  language: Language;
  /** The caller's Idempotency-Key, and the hash of the request. Empty if the route changes no life. */
  key: string;
  request: string;
  /** The listener that took the request. */
  door: Listener;
  /** For an act that binds (`signed`): called once the caller is known to be allowed it. @throws 403 with the text to sign. */
  requireSigned(): void;
  caller: Caller;
  /** The body byte for byte, if the route takes it so. */
  delivery: Delivery | undefined;
  /** The file, if the route takes one. */
  file: Buffer | undefined;
  /** The headers and the body as they come, if the route takes them so. */
  incoming: Incoming | undefined;
  /** Aborted when the caller has disconnected. */
  signal: AbortSignal;
}

/** 200; 201; 202, with the outcome later; 204; 206, a range. */
export type Status = 200 | 201 | 202 | 204 | 206;

export interface Answer {
  status?: Status;
  headers?: Record<string, string>;
  /** JSON, or a text or a stream with its own content type. */
  body: unknown;
  /** Whose data a file has that the staff take, where it is no list of items. */
  concerns?: readonly string[];
  /** What the line of the route's security event tells besides. The caller does not learn it. */
  forLog?: SecurityDetails;
}

export interface Route<Params extends Shape = Shape, Query extends Shape = Shape, Body extends Shape = Shape> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in OpenAPI: `/v1/tasks/{id}`. */
  path: string;
  operation: string;
  summary: string;
  access: Access;
  /**
   * What of others the route shows to the staff: a life of this kind, a document, or a list of them. Each such reading is recorded, and needs a reason
   * (`staff-readings.ts`).
   */
  reads?: string;
  /** Open to a session of the staff without a second factor: what proves it, and what ends sessions. */
  beforeFactor?: true;
  /** The route changes a life: it takes an Idempotency-Key. */
  moves?: true;
  /** With `?preview=true` the route only shows what it would do, and takes no Idempotency-Key. */
  previews?: true;
  /** It begins something new: a suspended account may not use it. */
  opens?: boolean;
  /** Open to every account, also to one that is paused, terminated, or has not accepted the offer. */
  always?: true;
  /** Open also before the offer is accepted, because accepting it may need what the route sets. It is no consent by conduct either. */
  beforeOffer?: true;
  /** A terminated account may use it too: it claims, answers, is paid and signs in running tasks (4.4.2). */
  finishes?: true;
  /** An act that binds its party: it must carry the signature of the device always, or where the account asks for it. */
  signed?: 'always' | 'whereAsked';
  /** The body is taken unparsed, with its headers, because a signature covers its bytes. */
  raw?: true;
  /** The body is a file, and its fields are in headers (`file-body.ts`). */
  file?: true;
  /** The handler reads headers and the body as it comes: it never stands in memory whole. */
  incoming?: true;
  params?: Params;
  query?: Query;
  body?: Body;
  answers: Partial<Record<Status, z.ZodType>>;
  contentType?: string;
  /**
   * The answer is the same for everybody, and the same object or text each time: clients may keep it for an hour, and then ask whether it has changed.
   * It is compressed (`kept-answer.ts`).
   */
  cacheable?: true;
  problems: readonly ProblemCode[];
  /** A success is a security event of the log. Refusals are by their problem (`security-events.ts`). */
  security?: SecurityEvent;
  handle(asked: Asked<Params, Query, Body>): Promise<Answer>;
}

/** Does the route ask for a session, and for one that acts for an account? */
export const hasSession = ({ access }: Pick<Route, 'access'>): boolean => access !== 'public' && access !== 'inside';
export const actsForAccount = ({ access }: Pick<Route, 'access'>): boolean => access === 'session' || access === 'staff';

/** Keeps a route's types for its handler, and drops them for the table. */
export const route = <Params extends Shape = undefined, Query extends Shape = undefined, Body extends Shape = undefined>(
  given: Route<Params, Query, Body>,
): Route => given as unknown as Route;

/** An id in a path is a UUID: anything else is not found. */
export const withId = z.strictObject({ id: z.uuid().toLowerCase() });

/** So many digits are exact in JSON. */
const DIGITS = 15;

/** A whole number: in a query it comes in digits, and in JSON as a number. */
export const wholeNumber = (least: number, most: number) =>
  z
    .preprocess(
      (given) => (typeof given === 'number' ? String(given) : given),
      z
        .string()
        .regex(new RegExp(`^\\d{1,${DIGITS}}$`))
        .transform(Number)
        .pipe(z.int().min(least).max(most)),
    )
    .meta({ override: { type: 'integer', minimum: least, maximum: Math.min(most, 10 ** DIGITS - 1) } });
