/**
 * The encoding windows-1251, in which programs of accountants read files of banks. It has no letters that only Kazakh has: the nearest Russian ones are
 * written for them, as banks do. Nothing is found by a name.
 */
import { encode } from 'iconv-lite';

const KAZAKH: Record<string, string> = {
  ...{ Ә: 'А', Ғ: 'Г', Қ: 'К', Ң: 'Н', Ө: 'О', Ұ: 'У', Ү: 'У', Һ: 'Х' },
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х' },
};

/** Signs that it does not have become `?`. */
export const windows1251 = (text: string): Uint8Array =>
  encode(
    text.normalize('NFC').replace(/[ӘҒҚҢӨҰҮҺ]/giu, (letter) => KAZAKH[letter] ?? letter),
    'windows-1251',
  );
