/** What a text is charged as. GSM 03.38 (3GPP TS 23.038): letters of its alphabet take 7 bits; any other makes the whole text UCS-2, 16 bits a unit. */

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each takes two places: an escape and itself. */
const EXTENDED = '\f^{}\\[~]|€';

/** A text alone has more room than a part of several: each part has a header of six bytes. */
const GSM = { alone: 160, part: 153 };
const UCS2 = { alone: 70, part: 67 };

/** How many segments a text takes, at least one. A pair that may not be torn (an escape with its letter, a surrogate pair) moves to the next part. */
export function segmentsOf(text: string): number {
  const letters = [...text];
  const isGsm = letters.every((letter) => BASIC.includes(letter) || EXTENDED.includes(letter));
  const { alone, part } = isGsm ? GSM : UCS2;
  const places = letters.map((letter) => (isGsm ? (EXTENDED.includes(letter) ? 2 : 1) : letter.length));
  if (places.reduce((sum, each) => sum + each, 0) <= alone) return 1;
  let segments = 1;
  let filled = 0;
  for (const each of places) {
    if (filled + each > part) {
      segments += 1;
      filled = 0;
    }
    filled += each;
  }
  return segments;
}
