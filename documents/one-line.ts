/** Characters that turn the direction of a line: a sum could be read as another. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What a person wrote, in one line and in one direction: it begins no line of its own. */
export const oneLine = (text: string): string => text.replace(BIDI, '').replace(/\s+/gu, ' ').trim();
