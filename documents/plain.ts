/** Documents that are plain text: the statement of accession and the consent. */
import { oneLine } from '../rules/plain-text.ts';
import { civilDate } from '../rules/working-days.ts';

const ERASED = '[удалено]';
/** Puts user input on one line, so that it cannot imitate a line or a column of the document. */
export const inline = (text: string): string => oneLine(text).replaceAll('|', '/') || ERASED;

/** The date in Almaty: `22.11.2026`. */
export const day = (moment: string): string => civilDate(moment).split('-').reverse().join('.');

/** Joins the lines of a document. Each line ends with a newline. */
export const textOf = (lines: string[]): string => `${lines.join('\n')}\n`;
