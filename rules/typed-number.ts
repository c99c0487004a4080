/** Cleans numbers that people type on a foreign keyboard or copy from a letter, a table or a messenger. */

/** Invisible characters: direction marks, joiners, fillers, variation selectors and other format characters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** The distance of a full-width character from its ASCII character. */
const FULL_WIDTH = 0xfee0;

/** The number as it looks, without invisible characters and with ASCII digits, signs, spaces and hyphens. */
export const visibleNumber = (text: string): string =>
  text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH))
    .replaceAll(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replaceAll(/\s/gu, ' ')
    .trim();

/** Like `visibleNumber`, also without the spaces and hyphens that group characters. */
export const ungrouped = (text: string): string => visibleNumber(text).replaceAll(/[ -]/g, '');
