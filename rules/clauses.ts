/** How the text of the offer is divided. Everything in the charts answers to a numbered clause of it. */

/** What stands before the first heading. */
export const PREAMBLE = '0';

/**
 * The whole of an offer's text by parts, in their order and without their numbers: the preamble as `0`, each section's heading with what stands
 * directly under it as `1` to `10`, and the clauses as `1.1` to `10.3` with their paragraphs and lists, one a line. Empty lines are left out.
 * Throws Error for a number that is there twice.
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
    if (parts.has(number)) throw new Error(`Clause ${number} is there twice`);
    current = number;
    parts.set(current, rest);
  }
  return parts;
}

/** The numbered clauses of an offer's text, `1.1` to `10.3`: its parts without preamble and headings. Throws Error for a number that is there twice. */
export const clausesOf = (text: string): Map<string, string> => new Map([...partsOf(text)].filter(([number]) => number.includes('.')));
