import { HIDDEN, withoutContacts } from './contact-masking.ts';

describe('before there is a deal', () => {
  it.each([
    ['+7 701 123 45 67', 'with the country'],
    ['8(701)123-45-67', 'with the eight'],
    ['87011234567', 'in one'],
    ['701 123 4567', 'without the country'],
    ['8 7 0 1 1 2 3 4 5 6 7', 'digit by digit'],
    ['8.701.123.45.67', 'with dots'],
    ['８７０１１２３４５６７', 'in full-width digits'],
    ['8 7О1 12З 45 б7', 'with letters that look like digits'],
    ['8\u200B701\u2060123\u202E4567', 'with marks that nobody sees'],
    ['8️⃣7️⃣0️⃣1️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣', 'in key caps'],
    ['восемь семьсот один сто двадцать три сорок пять шестьдесят семь', 'in words'],
    ['вoсeмь ceмьсoт oдин 123 45 67', 'in words with Latin letters'],
    ['сегіз жеті нөл бір бір екі үш төрт бес алты жеті', 'in Kazakh words'],
    ['eight seven zero one one two three four five six seven', 'in English words'],
    ['восемь 701 сто двадцать три 45-67', 'in words and figures'],
    ['٨٧٠١١٢٣٤٥٦٧', 'in Arabic digits'],
    ['+7 916 123-45-67', 'of Russia'],
    ['+7(7172)55-66-77', 'of a town'],
    ['8+701+123+45+67', 'with other marks'],
  ])('the number %s is hidden: %s', (number) => {
    expect(withoutContacts(number).replace('+', '')).toBe(HIDDEN);
    expect(withoutContacts(`Позвоните ${number}, пожалуйста`)).toMatch(/^Позвоните \+?•••, пожалуйста$/);
  });

  it.each([
    ['t.me/master_kz', HIDDEN],
    ['t . me / master', /^••• \/ master$|^•••/],
    ['т.ме/master', HIDDEN],
    ['https://wa.me/77011234567', HIDDEN],
    ['wa.me/77011234567', HIDDEN],
    ['www.example.kz', HIDDEN],
    ['example.kz', HIDDEN],
    ['ехаmрlе.соm', HIDDEN],
    ['aigul@example.kz', HIDDEN],
    ['aigul (at) example (dot) kz', HIDDEN],
    ['aigul собака example точка kz', HIDDEN],
    ['@master_kz', HIDDEN],
    ['напишите в WhatsApp', `напишите в ${HIDDEN}`],
    ['напишите в ватсап', `напишите в ${HIDDEN}`],
    ['есть телеграм?', `есть ${HIDDEN}?`],
    ['Вайберге жазыңыз', `${HIDDEN} жазыңыз`],
    ['есть тeлегрaм?', `есть ${HIDDEN}?`],
    ['Vibеr: мой', `${HIDDEN}: мой`],
  ])('%s is hidden', (text, shown) => {
    const seen = withoutContacts(text);
    if (typeof shown === 'string') expect(seen).toBe(shown);
    else expect(seen).toMatch(shown);
  });

  it.each([
    '15 000 000 тенге',
    '7 000 000 000 тенге',
    '8 700 000 тг за всё',
    '7 000 000 + 500 000',
    '9 999 999 999 тг',
    'с 01.12.2026 по 31.12.2026',
    '7.12.2026 в 14:30',
    '7.12.2026 14:30–16:00',
    'размер 700×800×1200 мм',
    'доска 50x150x6000, 120 штук',
    'ИИН 900101301015',
    'счёт KZ35000EXAMPLE000000',
    'приду в восемь, семь человек',
    'два или три раза, в пять часов',
    'кв. 12, дом 5, 2 этаж',
    'Сделаю.Когда начать?',
    'т.е. завтра, т.к. сегодня дождь',
    'инструмент есть, инструкция тоже',
    'Жұмыс он күнде бітеді, бес адам керек',
    '1. Разобрать 2. Вынести 3. Убрать',
    'Ставка НДС 12 %, итого 1 234 567,89',
    'от 100 до 200 м2',
  ])('«%s» stays', (text) => {
    expect(withoutContacts(text)).toBe(text);
  });

  it('hides a number that has a word at its end', () => {
    expect(withoutContacts('87011234567тенге')).toBe(`${HIDDEN}тенге`);
    expect(withoutContacts('87011234567один')).toBe(`${HIDDEN}один`);
    expect(withoutContacts('мой8 701 123 45 67 тг')).toBe(`мой${HIDDEN} тг`);
  });

  it('hides each contact and nothing else', () => {
    expect(withoutContacts('Сделаю за 150 000 тенге. Тел. 8 701 123 45 67 или t.me/abc_def, завтра в 10:00.')).toBe(
      `Сделаю за 150 000 тенге. Тел. ${HIDDEN} или ${HIDDEN} завтра в 10:00.`,
    );
  });

  it('takes a long text in no time', () => {
    const began = performance.now();
    for (const part of ['8 ', 'a.', '@', 'семь ', '1.', 'www ', '8О', 'a@', 'a-', 'a. ', 'о', '.'])
      withoutContacts(part.repeat(Math.ceil(4_000 / part.length)).slice(0, 4_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
