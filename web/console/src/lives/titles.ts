/** What the fields of a command's form are called: as the API titles them, where the pages have no word of their own. */
import type { Command } from '../../../shared/client.ts';
import type { BodySchema } from '../../../shared/form-fields.ts';
import type { Speech } from '../../../shared/words.ts';
import { valueInWords } from './fact-words.ts';

type Titled = BodySchema & { title?: string };

/** The title of the field with this path, in which numbers count the items of lists. */
function titleAt(schema: Titled, path: readonly string[]): string | undefined {
  const [name, ...inner] = path.filter((each) => !/^\d+$/.test(each));
  if (name === undefined) return schema.title;
  const field = (schema.properties ?? schema.items?.properties)?.[name];
  return field && titleAt(field, inner);
}

export const titledBy = (speech: Speech, { input }: Command): Speech => ({
  ...speech,
  fieldName: (path) => titleAt(input as Titled, path.split('.')) ?? speech.fieldName(path),
  choiceName: (name) => valueInWords(speech.language, name) ?? speech.choiceName(name),
});
