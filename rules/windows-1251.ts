/**
 * The encoding windows-1251, in which programs of accountants read files of banks. It has no letters that only Kazakh has: the nearest Russian ones are
 * written for them, as banks do. Nothing is found by a name.
 */
const KAZAKH: Record<string, string> = {
  ...{ Ә: 'А', Ғ: 'Г', Қ: 'К', Ң: 'Н', Ө: 'О', Ұ: 'У', Ү: 'У', Һ: 'Х' },
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х' },
};

const BYTES = new Map(
  [...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((sign, byte) => [sign, byte]),
);
const UNKNOWN = '?'.charCodeAt(0);

/** Signs that it does not have become `?`. */
export const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from([...text.normalize('NFC')], (sign) => BYTES.get(KAZAKH[sign] ?? sign) ?? UNKNOWN);
