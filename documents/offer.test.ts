import { createHash } from 'node:crypto';
import { clausesOf } from '../rules/clauses.ts';
import { offerRevisions } from './offer.ts';

const [offer] = offerRevisions;
const text = offer?.text ?? '';
const clauses = clausesOf(text);

test('the revision of 1 February 2026 is the published text', () => {
  expect(offerRevisions).toHaveLength(1);
  expect(offer).toMatchObject({ id: '2026-02-01', effectiveFrom: '2026-02-01', language: 'ru' });
  expect(offer?.sha256).toBe('939e418d6f99c44524c6066b04a064ff068df7d1cd4118492af939e058c242be');
  expect(createHash('sha256').update(text).digest('hex')).toBe(offer?.sha256);
});

test('the text has no markup, no line ends of Windows and no spaces at the end of a line', () => {
  expect(text).not.toMatch(/[*\r\ufeff]| $/m);
});

test('it has ten sections, each once and in order', () => {
  const sections = [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
  expect(sections).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each([
  ['1', 13],
  ['2', 5],
  ['3', 4],
  ['4', 20],
  ['5', 3],
  ['6', 3],
  ['7', 2],
  ['8', 1],
  ['9', 2],
  ['10', 3],
])('section %s has %i clauses', (section, count) => {
  expect([...clauses.keys()].filter((number) => number.startsWith(`${section}.`))).toHaveLength(count);
});

test('clauses are in the order of the text, and none is empty', () => {
  const parts = (number: string) => number.split('.').map(Number);
  const order = (a: string, b: string) => {
    const [left, right] = [parts(a), parts(b)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
  };
  expect([...clauses.keys()]).toEqual([...clauses.keys()].sort(order));
  expect([...clauses.values()].filter((each) => each.trim() === '')).toEqual([]);
});

test.each([
  ['3.4', /^Между Заказчиком и Исполнителем при принятии Задания возникает отдельное обязательство/],
  [
    '4.3.3',
    /^Заказчик обязуется своевременно принимать результаты выполненных работ\/услуг и подписывать .* без необоснованной задержки\.$/,
  ],
  ['6.2', /^Предел ответственности Оператора .*50 000 тенге\)\.$/],
  ['6.3', /^За просрочку оплаты вознаграждения Оператору – пеня 0,1 % в день, но не более 10 % от суммы\.$/],
  ['9.1', /^Досудебное урегулирование обязательно\.$/],
  ['10.3', /^Настоящая редакция вступила в силу «01» февраля 2026 г\.$/],
])('clause %s reads as published', (number, words) => {
  expect(clauses.get(number)).toMatch(words);
});

test('a clause keeps its list and its later paragraphs, and ends where the next heading begins', () => {
  expect(clauses.get('1.10')?.split('\n')).toHaveLength(7);
  expect(clauses.get('1.10')).toContain('\n- размещать, изменять, отзываться Задания (до принятия);\n');
  expect(clauses.get('4.4.2')?.split('\n- ')).toHaveLength(5);
  expect(clauses.get('2.1.1')?.split('\n')).toHaveLength(3);
  expect(clauses.get('4.1.6')).toMatch(/Авторизованный номер,\nПароль, ЭП\)/);
  expect(clauses.get('1.13')).not.toContain('Основные положения');
  expect(clauses.get('4.1')).toBe('Общие обязанности всех Пользователей (Заказчиков и Исполнителей)');
});

test('every line of the offer from its first clause on is in a clause, is a heading, or stands under a heading', () => {
  const lines = text.split('\n').filter((line) => line !== '');
  const told = new Set([...clauses].flatMap(([number, words]) => `${number}. ${words}`.split('\n')));
  const rest = lines.slice(lines.findIndex((line) => line.startsWith('1. '))).filter((line) => !told.has(line));
  expect(rest.filter((line) => !/^\d+\. /.test(line))).toEqual([
    'Стороны договорились, что используемые в настоящей Оферте термины имеют следующие значения:',
  ]);
});

test('a clause number that occurs twice is refused', () => {
  expect(() => clausesOf('1. Один\n\n1.1. Раз.\n\n1.1. Два.\n')).toThrow('Clause 1.1 occurs twice');
});

test('a clause number inside a sentence begins no clause', () => {
  expect([...clausesOf('1. Один\n1.1. Как сказано в п. 2.3.\nа также 4.1. и далее')]).toEqual([
    ['1.1', 'Как сказано в п. 2.3.\nа также 4.1. и далее'],
  ]);
});
