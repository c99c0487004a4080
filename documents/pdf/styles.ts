/** How papers write: sizes in points, and texts as lines. */
import type { Line } from './sheet.ts';
import { printable, wrapped } from './text.ts';

export const SIZES = { title: 12, text: 8.5, cell: 8, head: 6.5, note: 7, caption: 6 };

/** Where a person's words break their lines. */
export const LINES_OF_WORDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

export const styled = (size: number, given: Partial<Omit<Line, 'text' | 'size'>> = {}): Omit<Line, 'text'> => ({
  size,
  weight: 'regular',
  align: 'left',
  ...given,
});

/** A text as lines of at most `width` points. An empty text is one empty line. */
export function lined(text: string, width: number, style: Omit<Line, 'text'>): Line[] {
  const lines = wrapped(printable(text), width / style.size, style.weight);
  return (lines.length === 0 ? [''] : lines).map((line, index) => {
    const { gap, ruled, ...plain } = style;
    return index === 0 ? { ...style, text: line } : { ...plain, text: line };
  });
}
