import { Refusal } from './client.ts';
import type { Speech } from './words.ts';

/** What stands beside each field that is wrong, by the fields' paths. */
export function wrongOf(error: unknown, lacks: readonly string[], { language, say }: Speech): Map<string, string> {
  const refused = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return new Map([
    // What the schema says of a value is in English alone.
    ...refused.map(({ path, message }) => [path, language === 'en' ? message : say('correct')] as const),
    ...lacks.map((path) => [path, say('fillIn')] as const),
  ]);
}
