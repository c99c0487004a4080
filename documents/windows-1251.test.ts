import { windows1251 } from './windows-1251.ts';

const read = (text: string): string => new TextDecoder('windows-1251').decode(windows1251(text));

test('what the encoding has comes back as it was', () => {
  for (const text of ['ТОО «Ёлка» № 17 – 100 %', 'Іле, і', 'ESF-1;"a"\r\n']) expect(read(text)).toBe(text);
});

test('Kazakh letters become the nearest Russian ones, and other signs a question mark', () => {
  expect(read('Қазақстан Ұлттық Өңірі, Һәм Ғүл')).toBe('Казакстан Улттык Онири, Хам Гул'.replace('Онири', 'Онірі'));
  expect(read('₸ 漢 и\u0306')).toBe('? ? й');
});
