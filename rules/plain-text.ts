/** Formats user input for messages and documents. */
/** Bidirectional control characters. They could make one sum look like another. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Puts user input on one line in one direction, so that it cannot imitate a separate line. */
export const oneLine = (text: string): string => text.replace(BIDI, '').replace(/\s+/gu, ' ').trim();

/** A registered name in a text to somebody who did not ask for it: letters, digits and spaces alone, so that it holds no address, and not long. */
export const plainName = (name: string, longest = 30): string =>
  oneLine(name.replace(/[^\p{L}\p{M}\p{N} ]/gu, ' '))
    .slice(0, longest)
    .trim();
