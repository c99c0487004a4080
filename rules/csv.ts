/** Files that spreadsheets in Kazakhstan open: UTF-8 with its mark, semicolons between cells, decimal commas. */
import { plainTenge } from './money.ts';

/** Before the first line: without it spreadsheets take the letters for others. */
export const BYTE_ORDER_MARK = '\uFEFF';

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\r\n`;

/** A person's words as a cell: never a formula, which a spreadsheet would run. */
export const plainCell = (words: string): string => (/^[=+\-@\t\r]/.test(words) ? `'${words}` : words);

/** Tiyn as a number that a spreadsheet adds up: `-1234,50`. */
export const sumCell = (amount: string | bigint): string => plainTenge(amount).replace('.', ',');
