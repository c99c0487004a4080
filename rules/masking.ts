/** Masks phone numbers and identifiers, so that only their owner recognises them. */

/** Masks an IIN or a BIN: `900101••••07`. Any other text is masked whole. */
export const maskedIdentifier = (number: string): string => number.replace(/^(\d{6})\d{4}(\d{2})$|^.*$/su, '$1••••$2');

/** Masks a phone number in E.164: `+7701•••••67`. Any other text is masked whole. */
export const maskedPhone = (number: string): string =>
  number.replace(
    /^(\+\d{4})(\d*)(\d{2})$|^.*$/su,
    (_, head = '', middle = '', tail = '') => `${head}${'•'.repeat(middle.length || 5)}${tail}`,
  );
