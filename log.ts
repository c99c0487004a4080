/**
 * The log of a process: one JSON line each. Every line carries the id of the HTTP request that led to it. No line carries personal data or texts:
 * errors from outside are reduced to their type and code, because their messages may quote what people wrote.
 */
import type { Logger } from 'pino';
import { pino } from 'pino';
import { currentRequestId } from './lives/request-context.ts';

/** Errors of this code, whose messages name only code. Messages of all others may quote data. */
const OUR_FAULTS = [TypeError, ReferenceError, RangeError, SyntaxError];

/** An error as the log shows it. Its stack keeps the frames; the first line repeats the message. */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const isOurs = OUR_FAULTS.some((kind) => error instanceof kind);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(isOurs && { message: error.message }),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: frames?.join('\n'),
    ...(error.cause instanceof Error && { cause: errorForLog(error.cause) }),
  };
}

export const openLog = (name: string, level: string, destination?: Parameters<typeof pino>[1]): Logger =>
  pino(
    {
      name,
      level,
      serializers: { err: errorForLog },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId === undefined ? {} : { requestId };
      },
    },
    destination as never,
  );
