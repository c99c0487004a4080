/** Divides the text of the offer into clauses. Every transition of a chart names one. */

/** The key of the text before the first heading. */
export const PREAMBLE = '0';

/**
 * Splits the whole text of an offer into parts, in order and without their numbers. Keys: `0` is the preamble; `1` to `10` are the headings with the
 * text directly under them; `1.1` to `10.3` are the clauses. Each paragraph or list item is one line. Empty lines are left out.
 * @throws Error if a number occurs twice.
 */
export function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  let current = PREAMBLE;
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, number, rest = ''] = /^(\d+(?:\.\d+)*)\.\s+(.*)$/.exec(line) ?? [];
    if (number === undefined) {
      const before = parts.get(current);
      parts.set(current, before === undefined ? line : `${before}\n${line}`);
      continue;
    }
    if (parts.has(number)) throw new Error(`Clause ${number} occurs twice`);
    current = number;
    parts.set(current, rest);
  }
  return parts;
}

/** The numbered clauses of an offer's text, `1.1` to `10.3`, without preamble and headings. @throws Error if a number occurs twice. */
export const clausesOf = (text: string): Map<string, string> => new Map([...partsOf(text)].filter(([number]) => number.includes('.')));
