import type { BodySchema } from '../../../shared/form-fields.ts';
import type { Setting } from '../../../shared/setting.ts';
import { named } from '../../../shared/setting.ts';

/** The fields of a body are called as the API titles them. */
export function namedByApi(setting: Setting, schema: BodySchema): Setting {
  const { fieldName } = setting.speech;
  const titles = titlesOf(schema);
  return named(setting, { fieldName: (path) => titles.get(path.replaceAll(/\.\d+/g, '')) ?? fieldName(path) });
}

function titlesOf({ properties = {} }: BodySchema, within = ''): Map<string, string> {
  return new Map(
    Object.entries(properties).flatMap(([name, field]) => {
      const path = within + name;
      const inner = field.items ?? field;
      return [...(field.title === undefined ? [] : [[path, field.title] as const]), ...titlesOf(inner, `${path}.`)];
    }),
  );
}
