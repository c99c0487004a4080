/** Makes texts harmless for a paper, and breaks them into lines. */
import type { Weight } from './fonts.ts';
import { FONTS, widthOf } from './fonts.ts';

/** Controls, invisible marks (among them those that turn the direction of the text), and variants of emoji. Nobody sees them, so nothing is lost. */
const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|[\uFE00-\uFE0F]/gu;
/** Spaces of any width, but for the one that does not break. */
const SPACES = /[^\S\u00A0]+/gu;

const numberOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
/** Both weights have the same letters: a test compares them. */
const DRAWN = new Set(FONTS.regular.characterSet);
const isDrawn = (character: string): boolean => DRAWN.has(character.codePointAt(0) ?? 0);

/** What stands for characters that the typeface does not have: their numbers in Unicode. */
export const REPLACEMENT = /\[U\+[0-9A-F]{4,6}(?: U\+[0-9A-F]{4,6})*\]/u;

/**
 * Puts a text on one line, in one direction, in letters that the typeface has. A character that it does not have is shown by its number, so that nobody
 * loses a letter: an emoji becomes `[U+1F600]`.
 */
export function printable(text: string): string {
  const line = text.normalize('NFC').replace(SPACES, ' ').replace(INVISIBLE, '').trim();
  const pieces: string[] = [];
  let unknown: string[] = [];
  const state = (): void => {
    if (unknown.length > 0) pieces.push(`[${unknown.join(' ')}]`);
    unknown = [];
  };
  for (const character of line) {
    if (!isDrawn(character)) {
      unknown.push(numberOf(character));
      continue;
    }
    state();
    pieces.push(character);
  }
  state();
  return pieces.join('');
}

/**
 * Where a line may break: after a space, and after a hyphen or a slash before four letters at least. A space that does not break stays inside, and so does
 * that between a sign and its number: `п. 3.4`, `№ 106`.
 */
const PIECES = /(?:(?<!\p{L})(?:№|п\.) (?=\p{N})|[^ \-/]|[-/](?![\p{L}\p{N}]{4}))*(?:[ \-/]+|$)/gu;

/**
 * Breaks a printable text into lines of at most `width`, in sizes of its letters. A word that is longer than a line is cut.
 * The lines, joined by a space where one was, are the text.
 */
export function wrapped(text: string, width: number, weight: Weight): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  const next = (): void => {
    lines.push(line.trimEnd());
    line = '';
    taken = 0;
  };
  for (const piece of text.match(PIECES)?.filter((each) => each !== '') ?? []) {
    const bare = widthOf(piece.trimEnd(), weight);
    if (line !== '' && taken + bare > width) next();
    for (const part of bare > width ? cut(piece, width, weight) : [piece]) {
      if (line !== '' && taken + widthOf(part.trimEnd(), weight) > width) next();
      line += part;
      taken += widthOf(part, weight);
    }
  }
  if (line !== '') next();
  return lines;
}

/** Cuts a word into parts that fit. */
function cut(word: string, width: number, weight: Weight): string[] {
  const parts: string[] = [];
  let part = '';
  let taken = 0;
  for (const character of word) {
    const own = widthOf(character, weight);
    if (part !== '' && taken + own > width) {
      parts.push(part);
      part = '';
      taken = 0;
    }
    part += character;
    taken += own;
  }
  return [...parts, part];
}
