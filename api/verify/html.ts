/** HTML from templates in which every value is escaped, so no value can become markup. */

/** Markup that may stand in markup. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

type Value = string | number | Html | readonly Html[] | null;

const markupOf = (value: Value): string => {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  return Array.isArray(value) ? value.map(({ text }: Html) => text).join('') : escaped(String(value));
};

export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.reduce((text, part, index) => text + markupOf(values[index - 1] ?? null) + part));
