import { lifeTypes } from '../charts/index.ts';
import type { Messages } from '../charts/messages.ts';
import { OPERATOR } from '../documents/operator.ts';
import { endOfDay } from '../rules/working-days.ts';
import { letterOf } from './letter.ts';

const LANGUAGES = ['kk', 'ru', 'en'] as const;

const fee = lifeTypes.fee?.messages as Messages;
const charged = {
  number: '110',
  title: 'Покраска забора',
  deadline: endOfDay('2026-12-11'),
  facts: { sum: '1114625', rest: '1114625', day: '2026-12-11' },
};

test('an email about money names the sum and the last day to pay', () => {
  const { subject, text } = letterOf(fee, 'fee-charged', 'ru', charged);
  expect(subject).toBe('Счёт № 110 на оплату вознаграждения Оператора: 11\u00a0146,25\u00a0₸');
  expect(text).toContain('Перечислите его на реквизиты Оператора не позднее 11 декабря 2026 г. (включительно).');
  expect(letterOf(fee, 'fee-charged', 'kk', charged).text).toContain('Төлем мерзімі: 2026 жылғы 11 желтоқсан (қоса алғанда).');
  expect(letterOf(fee, 'fee-charged', 'en', charged).text).toContain('no later than 11 December 2026.');
});

test('an email about the fee has the operator’s requisites', () => {
  const bank = { name: 'АО «Банк»', bik: 'CASPKZKA', iban: 'KZ41722C000000000001', beneficiaryCode: '17', purposeCode: '859' };
  const { text } = letterOf(fee, 'fee-charged', 'ru', charged, { ...OPERATOR, bin: '240140000011', bank });
  expect(text).toContain(
    'Получатель: ТОО «GIGPLATFORMWORK». БИН: 240140000011. Банк: АО «Банк». БИК: CASPKZKA. ИИК: KZ41722C000000000001. КБе: 17. КНП: 859',
  );
  expect(letterOf(fee, 'fee-charged', 'ru', charged).text).not.toMatch(/БИН|БИК|null/);
});

test('every email ends with its sender: a legal entity with contacts', () => {
  const operator = { ...OPERATOR, bin: '240140000011', address: 'Алматы, Абая, 1', contacts: '+7 727 000 00 00' };
  expect(letterOf(fee, 'fee-paid', 'ru', charged, operator).text.split('\n').slice(-4)).toEqual([
    'Оператор Платформы AkJet: ТОО «GIGPLATFORMWORK»',
    'БИН: 240140000011',
    'Алматы, Абая, 1',
    '+7 727 000 00 00, akjet.kz',
  ]);
  expect(letterOf(fee, 'fee-paid', 'en', charged).text).toMatch(/\n\nOperator of the AkJet platform: ТОО «GIGPLATFORMWORK»\nakjet\.kz$/);
});

test.each(Object.entries(lifeTypes))('no email of a %s contains a placeholder', (_, { messages }) => {
  for (const template of Object.keys(messages.notices))
    for (const language of LANGUAGES) {
      const { subject, text } = letterOf(messages, template, language, charged);
      expect(`${subject}\n${text}`).not.toMatch(/[{}]|undefined|null/);
    }
});

test('a day at the end of a sentence is followed by one full stop', () => {
  const debt = lifeTypes.debt?.messages as Messages;
  const { text } = letterOf(debt, 'debt-overdue', 'ru', charged);
  expect(text).toContain('последним днём было 11 декабря 2026 г. Остаток — 11\u00a0146,25\u00a0₸.');
});
