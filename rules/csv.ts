/** Files that spreadsheets in Kazakhstan open: semicolons between cells. */

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\r\n`;

/** A person's words as a cell: never a formula, which a spreadsheet would run. */
export const plainCell = (words: string): string => (/^[=+\-@\t\r]/.test(words) ? `'${words}` : words);
