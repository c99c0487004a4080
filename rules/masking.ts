/** Masks phone numbers and identifiers: enough is left to recognise one's own. */

/** `900101••••07`: an IIN or a BIN. What is no such number is hidden whole. */
export const maskedIdentifier = (number: string): string => number.replace(/^(\d{6})\d{4}(\d{2})$|^.*$/su, '$1••••$2');

/** `+7701•••••67`: a number in E.164. What is none is hidden whole. */
export const maskedPhone = (number: string): string =>
  number.replace(
    /^(\+\d{4})(\d*)(\d{2})$|^.*$/su,
    (_, head = '', middle = '', tail = '') => `${head}${'•'.repeat(middle.length || 5)}${tail}`,
  );
