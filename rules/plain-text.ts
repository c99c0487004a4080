/** Formats user input for messages and documents. */
/** Bidirectional control characters. They could make one sum look like another. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A scheme of an address, and a dot or an at-sign that a mail program could take for a part of one. Those of a number are none. */
const SCHEME = /[a-z][a-z0-9+.-]*:\/\/+/giu;
const DOT = /([.\u3002\uFF0E\uFF61])(?=\p{L})/gu;

/** Takes the life out of every link in user input, so that no mail program makes one of it: «http://evil.kz/x» becomes «evil. kz/x». */
export const withoutLinks = (text: string): string => text.replace(SCHEME, '').replace(DOT, '$1 ').replace(/@/gu, ' @ ');

/** User input without the marks that turn its direction. */
export const inOneDirection = (text: string): string => text.replace(BIDI, '');

/** Puts user input on one line in one direction, so that it cannot imitate a separate line. */
export const oneLine = (text: string): string => inOneDirection(text).replace(/\s+/gu, ' ').trim();
