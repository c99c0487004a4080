/**
 * The log of a process: one JSON line each. Every line carries the id of the HTTP request that led to it. No line carries personal data or texts:
 * errors from outside are reduced to their type and code, because their messages may quote what people wrote.
 */
import type { Logger } from 'pino';
import { pino } from 'pino';
import { currentRequestId } from './lives/request-context.ts';

/** Errors of this code, whose messages name only code. Messages of all others may quote data. */
const OUR_FAULTS = [TypeError, ReferenceError, RangeError, SyntaxError];
/** An SQLSTATE of a class whose messages name only tables, columns and constraints. Class 22 quotes the data. */
const NAMES_ONLY_SCHEMA = /^(08|23|25|40|42|53|55|57|P0)[0-9A-Z]{3}$/;

/** An error as the log shows it. Its stack keeps the frames; the first line repeats the message. */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint } = ((error as { parent?: object }).parent ?? error) as { code?: unknown; constraint?: unknown };
  const isSafe = OUR_FAULTS.some((kind) => error instanceof kind) || NAMES_ONLY_SCHEMA.test(String(code));
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(isSafe && { message: error.message }),
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
