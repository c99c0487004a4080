/**
 * The typeface of papers, opened once. Golos Text has all Russian and Kazakh letters and the sign of the tenge, and no two characters share a glyph: so
 * the text of a paper can be taken from it character by character.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Font } from 'fontkit';
import { create } from 'fontkit';

const open = (weight: string, file: string): Font =>
  create(readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/golos-text/${weight}/${file}`)))) as Font;

export const FONTS = { regular: open('400Regular', 'GolosText_400Regular.ttf'), bold: open('700Bold', 'GolosText_700Bold.ttf') };
export type Weight = keyof typeof FONTS;

/** The height of a line, in sizes of its letters. */
export const LINE_HEIGHT = 1.25;
/** How far the baseline lies below the top of the letters, in sizes. */
export const ASCENT = FONTS.regular.ascent / FONTS.regular.unitsPerEm;

/** Papers repeat their words: what was measured is kept, as long as it is little. */
const MOST_MEASURED = 20_000;
const measured: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };

/** The width of a piece of text, in sizes of its letters. */
export function widthOf(text: string, weight: Weight): number {
  const known = measured[weight].get(text);
  if (known !== undefined) return known;
  const width = FONTS[weight].layout(text).advanceWidth / FONTS[weight].unitsPerEm;
  if (measured[weight].size >= MOST_MEASURED) measured[weight].clear();
  measured[weight].set(text, width);
  return width;
}
