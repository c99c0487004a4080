import { isReservedName } from './reserved-names.ts';

describe('a name of the operator', () => {
  it.each([
    'AkJet',
    'akjet',
    'AK JET',
    'A.k.J.e.t',
    'АкJеt', // Cyrillic А, к, е
    'Ақжет', // Kazakh letters
    'ＡｋＪｅｔ', // full width
    '𝐀𝐤𝐉𝐞𝐭', // mathematical
    'ᴀᴋᴊᴇᴛ',
    'Ak\u200bJet',
    'Àkjét',
    '4kJ3t',
    'AkJet Support',
    'ТОО «AkJet Сервис»',
    'Менеджер AkJet',
    'operator',
    'Operator 24',
    '0perat0r',
    'Support',
    'Suррort', // Cyrillic р
    'S u p p o r t',
    'Official Support Team',
    'Администратор',
    'администрация',
    'Admin1',
    'Поддержка',
    'Служба поддержки',
    'Служба технической поддержки Платформы',
    'Оператор',
    'OПEPATOP', // Latin, but П
    'О п е р а т о р',
    'Көмек',
    'Комек',
    'Қолдау қызметі',
    'Модератор',
  ])('is «%s»', (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  it.each([
    'Айгүл',
    'Оператор экскаватора',
    'Оператор станков с ЧПУ',
    'Tarak Jetpack',
    'ТОО «Мак Жетысу»',
    'Jet Cargo',
    'Поддержание чистоты',
    'Операторская съёмка свадеб',
    'Support Line Logistics LLP',
    'Администрирование серверов',
    'Көмекбай',
    'Көмекбай Серікұлы',
    'Сервис и ремонт',
    'Центр',
    '24',
    '—',
    'ИП Команда',
  ])('is not «%s»', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});
