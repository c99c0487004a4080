/** The public offer, word for word, in each of its revisions. Each transition in a chart cites a numbered clause of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface OfferRevision {
  id: string;
  /** Civil date in Asia/Almaty from which the revision is in force (10.3). */
  effectiveFrom: string;
  language: 'ru';
  /** Lower-case hex SHA-256 of the text's UTF-8 bytes: an acceptance names it as evidence of the accepted text. */
  sha256: string;
  text: string;
}

/** The revisions, oldest first. Loading fails if a text differs from the published one. */
export const offerRevisions: readonly OfferRevision[] = [
  revision('2026-02-01', 'ru', '939e418d6f99c44524c6066b04a064ff068df7d1cd4118492af939e058c242be'),
];

function revision(effectiveFrom: string, language: 'ru', sha256: string): OfferRevision {
  const file = `./offer/${effectiveFrom}.${language}.txt`;
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const found = createHash('sha256').update(text, 'utf8').digest('hex');
  if (found !== sha256) throw new Error(`${file} is not the published text: SHA-256 ${found}, not ${sha256}`);
  return { id: effectiveFrom, effectiveFrom, language, sha256, text };
}
