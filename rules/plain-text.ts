/** Formats user input for messages and documents. */
/** Bidirectional control characters. They could make one sum look like another. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Puts user input on one line in one direction, so that it cannot imitate a separate line. */
export const oneLine = (text: string): string => text.replace(BIDI, '').replace(/\s+/gu, ' ').trim();
