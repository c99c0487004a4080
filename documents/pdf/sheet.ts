/**
 * Puts rows on pages. Everything in a paper is a row of cells beside one another, and a cell is a column of lines: a clause has two cells, a table's row as many
 * as its columns. A row that does not fit goes on where the next page begins.
 */
import type { Weight } from './fonts.ts';
import { ASCENT, LINE_HEIGHT, widthOf } from './fonts.ts';

/** All lengths are in points. */
export interface Line {
  text: string;
  size: number;
  weight: Weight;
  align: 'left' | 'right' | 'center';
  grey?: true;
  /** A line to write on, above the text: the text is its caption. */
  ruled?: true;
  /** Space above, where it is not the first of its cell on a page. */
  gap?: number;
}

export interface Cell {
  /** From the left edge of the text. */
  x: number;
  width: number;
  lines: readonly Line[];
  /** Draws a frame around it, of a cell that reaches over two rows without the edge between them. */
  framed?: true | 'but below' | 'but above';
  /** The space between frame and text, on all sides. */
  padding: number;
}

export interface Row {
  cells: readonly Cell[];
  /** Space above, unless it begins a page. */
  above: number;
  /** It is not torn apart if it fits on a page. */
  whole?: true;
  /** It does not end a page: the next row stands below it. */
  withNext?: true;
  /** The rows of a table's head, drawn again where the row begins or continues on a new page. */
  head?: readonly Row[];
  /** A picture in squares: the modules of a QR code, drawn at `x`. */
  squares?: { x: number; size: number; dark: readonly (readonly boolean[])[] };
}

export interface Area {
  left: number;
  top: number;
  bottom: number;
}

const INK = '#000000';
const PALE = '#555555';
/** A row leaves at least so many lines on a page, and takes as many to the next. */
const LEAST_LINES = 2;

export const heightOfLine = ({ size, ruled }: Pick<Line, 'size' | 'ruled'>): number => size * LINE_HEIGHT + (ruled ? 3 : 0);
const spaceAbove = (line: Line, index: number): number => (index === 0 ? 0 : (line.gap ?? 0));
const heightOfLines = (lines: readonly Line[]): number =>
  lines.reduce((height, line, index) => height + spaceAbove(line, index) + heightOfLine(line), 0);
const heightOfCell = ({ lines, padding }: Cell): number => heightOfLines(lines) + 2 * padding;
export const heightOf = ({ cells, squares }: Row): number => Math.max(squares?.size ?? 0, ...cells.map(heightOfCell));
const heightOfAll = (rows: readonly Row[]): number => rows.reduce((height, row) => height + heightOf(row), 0);

/** Draws the rows, adding pages as they are needed. */
export function place(document: PDFKit.PDFDocument, area: Area, rows: readonly Row[]): void {
  let y = area.top;
  const newPage = (head: readonly Row[] = []): void => {
    document.addPage();
    y = area.top;
    for (const row of head) {
      draw(document, area, row, y);
      y += heightOf(row);
    }
  };
  rows.forEach((row, index) => {
    let rest = row;
    if (y > area.top) y += row.above;
    const follows = heightOfFollowing(rows, index);
    for (;;) {
      const room = area.bottom - y;
      const begins = y <= area.top + heightOfAll(row.head ?? []);
      if (heightOf(rest) + follows <= room || (begins && heightOf(rest) <= room)) break;
      const [part, left] = row.whole && !begins ? [undefined, rest] : divided(rest, room, begins);
      if (part !== undefined) draw(document, area, part, y);
      newPage(row.head);
      rest = left;
    }
    draw(document, area, rest, y);
    y += heightOf(rest);
  });
}

/** The room that rows which must stand below this one need: the first lines of the next, or all of it where it is whole. */
function heightOfFollowing(rows: readonly Row[], index: number): number {
  const next = rows[index + 1];
  if (!rows[index]?.withNext || next === undefined) return 0;
  const least = next.whole ? heightOf(next) : Math.min(heightOf(next), ...next.cells.map(leastHeight).filter((height) => height > 0));
  return next.above + least + heightOfFollowing(rows, index + 1);
}

const leastHeight = ({ lines, padding }: Cell): number => heightOfLines(lines.slice(0, LEAST_LINES)) + 2 * padding;

/** What of a row fits into the room, if enough does, and the rest. `must`: something has to fit, because a new page would have no more room. */
function divided(row: Row, room: number, must: boolean): [Row | undefined, Row] {
  const counts = row.cells.map(({ lines, padding }) => {
    const fitting = lines.findIndex((_, index) => heightOfLines(lines.slice(0, index + 1)) + 2 * padding > room);
    return fitting === -1 ? lines.length : fitting;
  });
  const longest = Math.max(...row.cells.map(({ lines }) => lines.length));
  const taken = counts.map((count) => Math.min(count, longest - LEAST_LINES));
  if (Math.max(...taken) < LEAST_LINES && !must) return [undefined, row];
  const least = must ? 1 : 0;
  const cellsOf = (side: 'part' | 'rest'): Cell[] =>
    row.cells.map((cell, index) => {
      const at = Math.max(taken[index] ?? 0, Math.min(least, cell.lines.length));
      return { ...cell, lines: side === 'part' ? cell.lines.slice(0, at) : cell.lines.slice(at) };
    });
  const { squares: _, ...rest } = row;
  return [
    { ...row, cells: cellsOf('part') },
    { ...rest, cells: cellsOf('rest') },
  ];
}

/** Draws a row whose top is at `y`. */
export function draw(document: PDFKit.PDFDocument, { left }: Pick<Area, 'left'>, row: Row, y: number): void {
  const height = heightOf(row);
  for (const cell of row.cells) {
    if (cell.framed) frame(document, cell, left + cell.x, y, height);
    write(document, cell, left + cell.x, y);
  }
  if (row.squares !== undefined) drawSquares(document, row.squares, left, y);
}

function frame(document: PDFKit.PDFDocument, { width, framed }: Cell, x: number, y: number, height: number): void {
  document.lineWidth(0.5).strokeColor(INK);
  document
    .moveTo(x, y)
    .lineTo(x, y + height)
    .moveTo(x + width, y)
    .lineTo(x + width, y + height);
  if (framed !== 'but above') document.moveTo(x, y).lineTo(x + width, y);
  if (framed !== 'but below') document.moveTo(x, y + height).lineTo(x + width, y + height);
  document.stroke();
}

function write(document: PDFKit.PDFDocument, { width, lines, padding }: Cell, x: number, top: number): void {
  const inside = width - 2 * padding;
  let y = top + padding;
  lines.forEach((line, index) => {
    y += spaceAbove(line, index);
    if (line.ruled) {
      document
        .lineWidth(0.5)
        .strokeColor(INK)
        .moveTo(x + padding, y + 1)
        .lineTo(x + padding + inside, y + 1)
        .stroke();
    }
    if (line.text !== '') {
      const free = inside - widthOf(line.text, line.weight) * line.size;
      const indent = line.align === 'left' ? 0 : line.align === 'right' ? free : free / 2;
      const baseline = y + (line.ruled ? 3 : 0) + line.size * ((LINE_HEIGHT - 1) / 2 + ASCENT * 0.92);
      document
        .font(line.weight)
        .fontSize(line.size)
        .fillColor(line.grey ? PALE : INK);
      document.text(line.text, x + padding + indent, baseline, { lineBreak: false, baseline: 'alphabetic' });
    }
    y += heightOfLine(line);
  });
}

function drawSquares(document: PDFKit.PDFDocument, { x, size, dark }: NonNullable<Row['squares']>, left: number, top: number): void {
  const side = size / dark.length;
  dark.forEach((row, line) => {
    row.forEach((isDark, column) => {
      if (isDark) document.rect(left + x + column * side, top + line * side, side, side);
    });
  });
  document.fillColor(INK).fill();
}
