/** What people call a file: a word for people, and no path. */
import { Problem } from '../errors.ts';

const LONGEST = 200;

const refuse = (message: string): Problem => new Problem('invalid-input', { errors: [{ path: 'File-Name', message }] });

/** @throws 400 for a name that would not be one */
export function checkedName(given: string | undefined): string | undefined {
  const name = given?.normalize('NFC');
  if (name === undefined) return undefined;
  if (name.length > LONGEST || /[\p{Cc}\p{Cf}\p{Cs}/\\]/u.test(name) || name.trim() === '')
    throw refuse(`Give a name of ${LONGEST} characters at most, without slashes and invisible marks.`);
  return name;
}

/** A name in a header is UTF-8 in percent-encoding. @throws 400 */
export function nameIn(header: string | undefined): string | undefined {
  try {
    return checkedName(header && decodeURIComponent(header));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw refuse('Encode it as UTF-8 in percent-encoding.');
  }
}
