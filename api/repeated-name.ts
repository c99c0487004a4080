/** A string, with whether it is a name, or the begin or end of an object. An unterminated string takes the rest, so that the scan stays linear. */
const TOKEN = /("(?:[^"\\]|\\.)*(?:"|\\?$))(\s*:)?|[{}]/gs;

/**
 * The first repeated name in an object of a JSON text. `JSON.parse` takes its last value, other readers take the first, so one body would mean two
 * things (RFC 7493, 2.3). Undefined if there is none, or if the text is not JSON.
 */
export function repeatedName(json: string): string | undefined {
  const objects: Set<string>[] = [];
  for (const [token, text = '', colon] of json.matchAll(TOKEN)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (colon !== undefined) {
      const name = nameOf(text);
      if (objects.at(-1)?.has(name)) return name;
      objects.at(-1)?.add(name);
    }
  }
  return undefined;
}

/** An escape may stand for a letter: `"\u0061"` is the name `a`. */
function nameOf(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
