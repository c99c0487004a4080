import { oneLine, withoutLinks } from './plain-text.ts';

it.each([
  ['URGENT: unblock at http://evil.example/kz', 'URGENT: unblock at evil. example/kz'],
  ['see HTTPS://evil.example or www.evil.kz', 'see evil. example or www. evil. kz'],
  ['мына сайт: http://жаман.қаз', 'мына сайт: жаман. қаз'],
  ['pay@evil.example', 'pay @ evil. example'],
  ['evil。example and evil．example', 'evil。 example and evil． example'],
  ['a.xn--p1ai', 'a. xn--p1ai'],
  ['ftp://1.2.3.4/x', '1.2.3.4/x'],
])('leaves no link in %s', (text, plain) => {
  expect(withoutLinks(text)).toBe(plain);
});

it('leaves ordinary words and numbers as they are', () => {
  for (const text of ['Paint 10.5 m2, 2.5 litres', 'Убрать 3 кв. м, до 18.00', 'Wash windows.']) expect(withoutLinks(text)).toBe(text);
});

it('puts user input on one line', () => {
  expect(oneLine(' a\r\nBcc: b\u202E ')).toBe('a Bcc: b');
});
