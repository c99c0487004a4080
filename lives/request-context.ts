/** The id of the HTTP request in progress, for the log and for the events that it leads to. */
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs the work of one request under its id. */
export const inRequest = <Result>(requestId: string, work: () => Result): Result => storage.run(requestId, work);

/** Undefined outside of a request: in the worker, the sweep and scripts. */
export const currentRequestId = (): string | undefined => storage.getStore();
