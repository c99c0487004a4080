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
    // A word of an office beside others.
    'Ivan Support',
    'Ivan Suррort', // Cyrillic р
    'Ivan 5upp0rt',
    'Ivan 5upport24',
    'Ivan S.u.p.p.o.r.t',
    'Ivan S u p p o r t',
    'Ivan Sup-port',
    'IvanSupport',
    'Ivan_support',
    'Qoldau',
    'Qoldau Aigul',
    'Koldau 24/7',
    'AkJet қолдау қызметі',
    'Қолдау Айгүл',
    'Қoлдay Айгүл', // Latin o, a, y
    'Айгүл қолдауы',
    'Поддержка Иван',
    'П о д д е р ж к а Иван',
    'Иван из поддержки',
    'Podderzhka Ivan',
    'Администрация Алматы',
    'Aдминистpaция', // Latin A, p, a
    'Алматы әкімшілігі',
    'Admin Ivan',
    'Ivan Operator',
    'Оператор Иванов',
    'Иванов, оператор',
    'Оператор платформы Иванов',
    'Модератор Айгүл',
    'Support LLP',
    'ТОО «Поддержка»',
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
    // A trade says of what; a company's form frees a word among others.
    'Оператор котельной Иванов',
    'Иванов, оператор экскаватора',
    'Администратор салона Айгүл',
    'ТОО «Оператор Связи Плюс»',
    'Supporov Ivan',
    'Иван Поддубный',
    'Адмир Иванов',
    'Қолдаубек Серік',
    'Operatorov Ivan',
    'Ян О Ли',
  ])('is not «%s»', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});
