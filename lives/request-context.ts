/** What is known of the HTTP request in progress: for the log, and for the events that it leads to. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface RequestContext {
  requestId: string;
  /** The listener that took it. */
  door?: string;
  /** Where it comes from: the network as a keyed hash, and a part of the address that many share (`api/log-names.ts`). */
  from?: string;
  network?: string;
  /** Who makes it, once the session is known: an account's id, and keyed hashes. */
  caller?: object;
  /** The operation of the API, and what it is about: a life or a document. Never a path as it was sent, which may contain anything. */
  operation?: string;
  subject?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs the work of one request in its context. */
export const inRequest = <Result>(context: RequestContext, work: () => Result): Result => storage.run(context, work);

/** Undefined outside of a request: in the worker, the sweep and scripts. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

export const currentRequestId = (): string | undefined => currentRequest()?.requestId;

/** Adds what has become known of the request in progress. */
export function noteInRequest(known: Partial<RequestContext>): void {
  const context = currentRequest();
  if (context) Object.assign(context, known);
}
