import { Refusal } from './client.ts';
import type { Speech } from './words.ts';

/** What the schema says of a value is in English alone; what the platform says, in the language of the reader. */
const isLocalized = (message: string): boolean => /\p{Script=Cyrillic}/u.test(message);

/** What stands beside each field that is wrong, by the fields' paths. */
export function wrongOf(error: unknown, lacks: readonly string[], { language, say }: Speech): Map<string, string> {
  const refused = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return new Map([
    ...refused.map(({ path, message }) => [path, language === 'en' || isLocalized(message) ? message : say('correct')] as const),
    ...lacks.map((path) => [path, say('fillIn')] as const),
  ]);
}
