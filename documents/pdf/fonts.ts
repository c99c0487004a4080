/**
 * The typeface of papers, opened once. Golos Text has all Russian and Kazakh letters and the sign of the tenge, and no two characters share a glyph: so
 * the text of a paper can be taken from it character by character.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font, GlyphRun } from 'fontkit';
import { create } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

/**
 * Opens a font for all papers. The library remembers of a glyph the character with which it first met it, and none where it met it as a part of another
 * glyph: so each glyph is met by its character first. Otherwise a later paper would lose letters in its text.
 */
function open(weight: string, file: string): Font {
  const font = create(readFileSync(resolve(`@expo-google-fonts/golos-text/${weight}/${file}`))) as Font;
  for (const character of font.characterSet) font.glyphForCodePoint(character);
  return rememberingWords(font);
}

/** Papers repeat their words: how one is laid out is kept, as long as it is little. */
const MOST_WORDS = 5_000;

/** The font with the words that it has laid out before. The renderer scales the positions that it gets, so it gets its own. */
function rememberingWords(font: Font): Font {
  const known = new Map<string, GlyphRun>();
  const layOut = font.layout.bind(font);
  const layout = (text: string): GlyphRun => {
    const run = known.get(text) ?? layOut(text);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(text, run);
    return Object.create(run, { positions: { value: run.positions.map((position) => ({ ...position })) } });
  };
  return Object.assign(font, { layout });
}

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
