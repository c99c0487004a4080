/** The public offer, word for word, in each of its revisions. Everything in the charts answers to a numbered clause of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface OfferRevision {
  id: string;
  /** Civil date in Asia/Almaty from which the revision is in force (10.3). */
  effectiveFrom: string;
  language: 'ru';
  /** Lower-case hex SHA-256 of the text's UTF-8 bytes: what an acceptance names as evidence of what was accepted. */
  sha256: string;
  text: string;
}

/** The revisions, oldest first. Loading fails when a text is not the one that was published. */
export const offerRevisions: readonly OfferRevision[] = [
  revision('2026-02-01', 'ru', '939e418d6f99c44524c6066b04a064ff068df7d1cd4118492af939e058c242be'),
];

/**
 * The numbered clauses of an offer's text, in their order: `1.1` to `10.3` with their paragraphs and lists, one a line, without the number.
 * Headings of sections (`1.` to `10.`) and what stands directly under them are not clauses. Throws Error for a number that is there twice.
 */
export function clausesOf(text: string): Map<string, string> {
  const clauses = new Map<string, string>();
  let current: string | undefined;
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, number, rest = ''] = /^(\d+(?:\.\d+)*)\.\s+(.*)$/.exec(line) ?? [];
    if (number === undefined) {
      if (current !== undefined) clauses.set(current, `${clauses.get(current)}\n${line}`);
      continue;
    }
    if (clauses.has(number)) throw new Error(`Clause ${number} is there twice`);
    current = number.includes('.') ? number : undefined;
    if (current !== undefined) clauses.set(current, rest);
  }
  return clauses;
}

function revision(effectiveFrom: string, language: 'ru', sha256: string): OfferRevision {
  const file = `./offer/${effectiveFrom}.${language}.txt`;
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const found = createHash('sha256').update(text, 'utf8').digest('hex');
  if (found !== sha256) throw new Error(`${file} is not the published text: SHA-256 ${found}, not ${sha256}`);
  return { id: effectiveFrom, effectiveFrom, language, sha256, text };
}
