/** Numbers as people give them: typed on a foreign keyboard, or copied out of a letter, a table or a messenger. */

/** What nobody sees: marks of direction and of joining, fillers, selectors, and the other characters of format. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Full-width ASCII stands at this distance from ASCII. */
const FULL_WIDTH = 0xfee0;

/** The number as it looks: without invisible marks, with ASCII digits, signs, spaces and hyphens. */
export const visibleNumber = (text: string): string =>
  text
    .replaceAll(UNSEEN, '')
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH))
    .replaceAll(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replaceAll(/\s/gu, ' ')
    .trim();

/** The same without the spaces and hyphens that group its characters. */
export const ungrouped = (text: string): string => visibleNumber(text).replaceAll(/[ -]/g, '');
