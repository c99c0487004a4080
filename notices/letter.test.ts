import { lifeTypes } from '../charts/index.ts';
import type { Messages } from '../charts/messages.ts';
import { operatorOn } from '../documents/operator.ts';
import { endOfDay } from '../rules/working-days.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import { letterOf } from './letter.ts';

const LANGUAGES = ['kk', 'ru', 'en'] as const;

const invoice = lifeTypes.invoice?.messages as Messages;
const charged = {
  number: '110',
  title: 'Покраска забора',
  deadline: endOfDay('2026-12-11'),
  facts: { sum: '1114625', rest: '1114625', day: '2026-12-11' },
};
/** What only a payout says. */
const withheld = {
  withheld: '44600',
  opv: '11150',
  opvr: '11150',
  so: '11150',
  vosms: '11150',
  net: '1070025',
  earned: '1114625',
  limit: '129750000',
};
const changed = { charge: {}, nextCharge: { commission: { rate: 500, minimum: 50_000 }, perMonth: 1_200_000 } };

test('an email about money names the sum and the last day to pay', () => {
  const { subject, text } = letterOf(invoice, 'invoice-sent', 'ru', charged, OPERATOR);
  expect(subject).toBe('Счёт № 110 на оплату вознаграждения Оператора: 11\u00a0146,25\u00a0₸');
  expect(text).toContain('Срок оплаты — до 11 декабря 2026 г. включительно');
  expect(letterOf(invoice, 'invoice-sent', 'kk', charged, OPERATOR).text).toContain('Төлем мерзімі: 2026 жылғы 11 желтоқсан');
  expect(letterOf(invoice, 'invoice-sent', 'en', charged, OPERATOR).text).toContain('The term of payment ends on 11 December 2026');
});

test('an email about an invoice has the requisites that the operator has named', () => {
  expect(letterOf(invoice, 'invoice-sent', 'ru', charged, OPERATOR).text).toContain(
    'Получатель: ТОО «GIGPLATFORMWORK». БИН: 240140000011. Банк: АО «Банк». БИК: CASPKZKA. ИИК: KZ41722C000000000001. КБе: 17. КНП: 859',
  );
});

test.each([
  ['invoice-sent', 'ru', 'пока платить не нужно и пеня не начисляется'],
  ['invoice-sent', 'kk', 'әзірге төлеудің қажеті жоқ және өсімпұл есептелмейді'],
  ['invoice-sent', 'en', 'you need not pay for now and no penalty accrues'],
] as const)('where none are named, %s (%s) asks for nothing and threatens with nothing (R11)', (template, language, words) => {
  const { text } = letterOf(invoice, template, language, charged, { ...OPERATOR, bank: null });
  expect(text).toContain(words);
  expect(text).toMatch(/11[\u00a0,]146[.,]25/);
  expect(text).not.toMatch(/не позднее|за каждый день|КНП|әр күн үшін|no later than|for each day/);
});

test('an account counts from the day of which the parameter says that it is named', () => {
  const row = { code: 'operatorRequisitesSet', unit: 'flags' };
  const rows = [
    { ...row, value: 0, validFrom: '2026-02-01', validTo: '2026-11-30' },
    { ...row, value: 1, validFrom: '2026-12-01', validTo: null },
  ];
  expect(operatorOn(OPERATOR, rows, '2026-11-30')).toEqual({ ...OPERATOR, bank: null });
  expect(operatorOn(OPERATOR, rows, '2026-12-01')).toEqual(OPERATOR);
  expect(operatorOn({ ...OPERATOR, bank: null }, rows, '2026-12-01').bank).toBeNull();
});

test('every email ends with its sender: a legal entity with contacts', () => {
  expect(letterOf(invoice, 'invoice-paid', 'ru', charged, OPERATOR).text.split('\n').slice(-4)).toEqual([
    'Оператор Платформы AkJet: ТОО «GIGPLATFORMWORK»',
    'БИН: 240140000011',
    'Алматы, Абая, 1',
    '+7 727 000 00 00, support@operator.example.kz, akjet.kz',
  ]);
  expect(letterOf(invoice, 'invoice-paid', 'en', charged, OPERATOR).text).toContain(
    '\n\nOperator of the AkJet platform: ТОО «GIGPLATFORMWORK»\nBIN: 240140000011\n',
  );
});

test.each(Object.entries(lifeTypes))('no email of a %s contains a placeholder', (_, { messages }) => {
  for (const operator of [OPERATOR, { ...OPERATOR, bank: null }])
    for (const template of Object.keys(messages.notices))
      for (const language of LANGUAGES) {
        const { subject, text } = letterOf(
          messages,
          template,
          language,
          { ...charged, facts: { ...charged.facts, ...withheld, ...changed, decline: 'funds', fault: 'too-many-pixels' } },
          operator,
        );
        expect(`${subject}\n${text}`).not.toMatch(/[{}]|\bundefined\b|\bnull\b/);
      }
});

test('a day at the end of a sentence is followed by one full stop', () => {
  const debt = lifeTypes.debt?.messages as Messages;
  const { text } = letterOf(debt, 'debt-overdue', 'ru', charged, OPERATOR);
  expect(text).toContain('последним днём было 11 декабря 2026 г. Остаток — 11\u00a0146,25\u00a0₸.');
});

describe('the event of a notice', () => {
  const event = { seq: 7, hash: 'ab'.repeat(32), href: 'https://api.example.kz/v1/invoices/1' };
  const told = { ...charged, event };
  const all = Object.entries(lifeTypes).flatMap(([, { messages }]) =>
    Object.entries((messages as Messages).notices).map(([template, { legal }]) => ({ messages: messages as Messages, template, legal })),
  );

  test('is named by number and hash in every letter of legal weight, with where to check it, and in no other', () => {
    expect(new Set(all.map(({ legal }) => legal))).toEqual(new Set([true, 'unlessMailed', undefined]));
    for (const { messages, template, legal } of all)
      for (const language of LANGUAGES) {
        const { text } = letterOf(messages, template, language, told, OPERATOR);
        const named = [event.hash, `${event.href}/events`, `${event.href}/proof?seq=7`].filter((each) => text.includes(each));
        expect([template, language, named.length]).toEqual([template, language, legal === true ? 3 : 0]);
      }
  });

  test('stands between what the letter says and its sender', () => {
    const [{ messages, template }] = all.filter(({ legal }) => legal === true) as [(typeof all)[number]];
    const parts = (language: 'kk' | 'ru' | 'en') => letterOf(messages, template, language, told, OPERATOR).text.split('\n\n').at(-2);
    expect(parts('ru')).toMatch(/^Это уведомление о событии № 7\. Хеш события \(SHA-256\): (ab){32}\n/);
    expect(parts('en')).toMatch(/^This notice is about event no\. 7\./);
    expect(parts('kk')).toMatch(/^Бұл хабарлама № 7 оқиға туралы\./);
  });
});
