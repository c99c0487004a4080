import { Problem } from '../errors.ts';

/** A field that does not fit the others. */
export const refusedInput = (path: string, message: string): Problem =>
  new Problem('invalid-input', { detail: message, errors: [{ path, message }] });
