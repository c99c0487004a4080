/** Counts charged SMS segments. GSM 03.38 (3GPP TS 23.038): its alphabet takes 7 bits a letter; any other letter makes the whole text UCS-2, 16 bits a unit. */

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each of these takes two units: an escape and itself. */
const EXTENDED = '\f^{}\\[~]|€';

/** A single segment has more room: each part of a longer text has a header of six bytes. */
const GSM = { alone: 160, part: 153 };
const UCS2 = { alone: 70, part: 67 };

/** The number of segments, at least one. An indivisible pair (escape and letter, or surrogates) moves to the next part. */
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
