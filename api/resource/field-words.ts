/** What the fields of the commands are called in forms. */
import { z } from 'zod';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';

/** By the field's name; where a field of this name is something else within another one, by both names. */
export const FIELD_WORDS: Readonly<Record<string, Localized>> = {
  about: said('Не туралы', 'О чём', 'What it is about'),
  'profile.about': said('Өзіңіз туралы', 'О себе', 'About yourself'),
  'services.about': said('Сипаттамасы', 'Описание', 'Description'),
  act: said('Орындалған жұмыстар актісі', 'Акт выполненных работ', 'Act of completed works'),
  against: said('Талап кімге қойылады', 'К кому требование', 'Against whom'),
  address: said('Нақты мекенжай', 'Точный адрес', 'Exact address'),
  acceptBy: said('Қабылдау мерзімі', 'Принять до', 'To be accepted by'),
  amount: said('Сома', 'Сумма', 'Sum'),
  attachments: said('Қосымшалар', 'Приложения', 'Attachments'),
  authority: said('Органның атауы', 'Орган', 'Authority'),
  briefing: said('Нұсқаманың нөмірі', 'Номер инструктажа', 'Number of the briefing'),
  calculation: said('Соманың есебі', 'Расчёт суммы', 'Calculation of the sum'),
  caption: said('Суреттің сипаттамасы', 'Подпись', 'Caption'),
  caseNumber: said('Істің нөмірі', 'Номер дела', 'Number of the case'),
  category: said('Санат', 'Категория', 'Category'),
  cms: said('ЭЦҚ (CMS)', 'ЭЦП (CMS)', 'Electronic signature (CMS)'),
  code: said('Код', 'Код', 'Code'),
  comment: said('Түсініктеме', 'Пояснение', 'Comment'),
  component: said('Төлем түрі', 'Вид платежа', 'Kind of payment'),
  contractor: said('Орындаушы', 'Исполнитель', 'Contractor'),
  contractorLetters: said('Орындаушылар туралы хаттар', 'Письма о найденных исполнителях', 'Letters about contractors that were found'),
  court: said('Сот', 'Суд', 'Court'),
  covers: said('Сот не туралы шешті', 'О какой сумме решил суд', 'What the court decided on'),
  customer: said('Тапсырыс беруші', 'Заказчик', 'Customer'),
  date: said('Күні', 'Дата', 'Date'),
  debt: said('Қарсы борыш', 'Встречный долг', 'Counter-debt'),
  decidedOn: said('Шешім күні', 'Дата решения', 'Day of the decision'),
  demand: said('Талап', 'Требование', 'Demand'),
  description: said('Сипаттама', 'Описание', 'Description'),
  dueAt: said('Аяқталу уақыты', 'Срок окончания', 'End of the work'),
  evidence: said('Дәлелдер', 'Подтверждение', 'Evidence'),
  exemption: said('Босатылу негізі', 'Основание освобождения', 'Ground of the exemption'),
  fee: said('Ұсталған комиссия', 'Удержанная комиссия', 'Fee that was kept'),
  file: said('Файл', 'Файл', 'File'),
  files: said('Файлдар', 'Файлы', 'Files'),
  ground: said('Негіз', 'Основание', 'Ground'),
  happenedOn: said('Оқиға күні', 'День события', 'Day of the event'),
  hazards: said('Қауіптер', 'Опасности', 'Hazards'),
  headline: said('Қысқаша', 'Коротко', 'In short'),
  id: said('Жолдың нөмірі', 'Номер строки', 'Number of the line'),
  inForceOn: said('Күшіне енген күні', 'Дата вступления в силу', 'Day of coming into force'),
  invitation: said('Шақыру', 'Приглашение', 'Invitation'),
  kind: said('Түрі', 'Вид', 'Kind'),
  kinds: said('Нені тексеру керек', 'Что проверить', 'What to verify'),
  languages: said('Тілдер', 'Языки', 'Languages'),
  latitude: said('Ендік', 'Широта', 'Latitude'),
  line: said('Жолдың нөмірі', 'Номер строки', 'Number of the line'),
  lines: said('Жұмыстар', 'Работы', 'Work'),
  location: said('Іздеуге арналған орын', 'Место для поиска', 'Place for the search'),
  longitude: said('Бойлық', 'Долгота', 'Longitude'),
  materials: said('Материалдар', 'Материалы', 'Materials'),
  measures: said('Қауіпсіздік шаралары', 'Меры безопасности', 'Safety measures'),
  message: said('Хабарлама', 'Сообщение', 'Message'),
  messageLetters: said('Хабарламалар туралы хаттар', 'Письма о сообщениях', 'Letters about messages'),
  name: said('Атауы', 'Название', 'Name'),
  note: said('Мәтін', 'Текст', 'Text'),
  notice: said('Хабарламаның нөмірі', 'Номер уведомления', 'Number of the notice'),
  number: said('Телефон нөмірі', 'Номер телефона', 'Phone number'),
  'order.number': said('Нөмірі', 'Номер', 'Number'),
  on: said('Күні', 'Дата', 'Day'),
  order: said('Өкім', 'Распоряжение', 'Order'),
  pages: said('Беттер саны', 'Число страниц', 'Number of pages'),
  paidOn: said('Төленген күні', 'Дата оплаты', 'Day of the payment'),
  parts: said('Жұмыстың бөліктері', 'Части работы', 'Parts of the work'),
  party: said('Тарап', 'Сторона', 'Party'),
  password: said('Құпиясөз', 'Пароль', 'Password'),
  payment: said('Төлеу тәсілі', 'Способ оплаты', 'Way of payment'),
  payout: said('Төлем', 'Выплата', 'Payout'),
  performedFrom: said('Жұмыстың бірінші күні', 'Первый день работы', 'First day of the work'),
  performedTo: said('Жұмыстың соңғы күні', 'Последний день работы', 'Last day of the work'),
  person: said('Өкіл', 'Представитель', 'Member'),
  photo: said('Фотосурет', 'Фотография', 'Photo'),
  place: said('Орын', 'Место', 'Place'),
  places: said('Қай жерде жұмыс істейсіз', 'Где вы работаете', 'Where you work'),
  plan: said('Тариф', 'Тариф', 'Plan'),
  point: said('Картадағы нүкте', 'Точка на карте', 'Point on the map'),
  portfolio: said('Жұмыс үлгілері', 'Примеры работ', 'Portfolio'),
  price: said('Баға', 'Цена', 'Price'),
  priceFrom: said('Ең төмен баға', 'Цена от', 'Price from'),
  profile: said('Профиль', 'Профиль', 'Profile'),
  proof: said('Растау', 'Подтверждение', 'Proof'),
  proposal: said('Ұсыныстың нөмірі', 'Номер предложения', 'Number of the proposal'),
  provider: said('Төлем ұйымы', 'Платёжная организация', 'Payment provider'),
  qr: said('Чектің QR-коды', 'QR-код чека', 'QR code of the receipt'),
  quantity: said('Саны', 'Количество', 'Quantity'),
  quote: said('Қай хабарламаға жауап', 'На какое сообщение ответ', 'Message that it answers'),
  reason: said('Себебі', 'Причина', 'Reason'),
  reasons: said('Себептер', 'Причины', 'Reasons'),
  recovered: said('Өндірілген сома', 'Взысканная сумма', 'Sum that was recovered'),
  registration: said('Тіркеу нөмірі', 'Регистрационный номер', 'Registration number'),
  report: said('Төлем туралы хабардың нөмірі', 'Номер сообщения об оплате', 'Number of the payment report'),
  reports: said('Есептер', 'Отчёты', 'Reports'),
  request: said('Сұраудың нөмірі', 'Номер запроса', 'Number of the request'),
  required: said('Құрылғының қолтаңбасы міндетті', 'Требовать подпись устройства', 'Demand the signature of the device'),
  requirements: said('Талаптар', 'Требования', 'Requirements'),
  requires: said('Қажет біліктіліктер', 'Нужные квалификации', 'Qualifications needed'),
  response: said('Өтінімнің нөмірі', 'Номер отклика', 'Number of the response'),
  rest: said('Қалған жұмыс', 'Остальная работа', 'The rest of the work'),
  roles: said('Рөлдер', 'Роли', 'Roles'),
  searchLetters: said('Тапсырмалар туралы хаттар', 'Письма о найденных заданиях', 'Letters about tasks that were found'),
  services: said('Қызметтер', 'Услуги', 'Services'),
  sha256: said('Құжаттың SHA-256 бақылау сомасы', 'Контрольная сумма документа SHA-256', 'SHA-256 of the document'),
  signers: said('Кім қол қояды', 'Кто подписывает', 'Who signs'),
  skills: said('Дағдылар', 'Навыки', 'Skills'),
  stars: said('Баға (жұлдыздар)', 'Оценка (звёзды)', 'Rating (stars)'),
  startAt: said('Басталу уақыты', 'Начало работы', 'Start of the work'),
  status: said('Салық мәртебесі', 'Налоговый статус', 'Tax status'),
  submission: said('Тапсырудың нөмірі', 'Номер сдачи', 'Number of the submission'),
  task: said('Тапсырма', 'Задание', 'Task'),
  text: said('Мәтін', 'Текст', 'Text'),
  title: said('Атауы', 'Название', 'Title'),
  transfer: said('Аударым айы', 'Месяц перечисления', 'Month of the transfer'),
  unit: said('Өлшем бірлігі', 'Единица измерения', 'Unit'),
  unitPrice: said('Бірлік бағасы', 'Цена за единицу', 'Unit price'),
  until: said('Соңғы күні', 'Последний день', 'Last day'),
  upTo: said('Соңғы оқылған хабарлама', 'Последнее прочитанное сообщение', 'Last message read'),
  value: said('Құны', 'Стоимость', 'Value'),
  version: said('Тапсырманың нұсқасы', 'Версия задания', 'Version of the task'),
  what: said('Қандай құжат', 'Какой документ', 'Which document'),
  workingDays: said('Жұмыс күндері', 'Рабочие дни', 'Working days'),
};

/** A JSON Schema of an object, whose fields have titles. */
export type Input = { type: 'object'; [keyword: string]: unknown };
export type Form = Readonly<Record<Language, Input>>;

type Schema = { [name: string]: unknown };
const isSchema = (given: unknown): given is Schema => typeof given === 'object' && given !== null && !Array.isArray(given);

/** The JSON Schema of a body, as a form in each language. */
export const formOf = (body: z.ZodType): Form => {
  const { $ref = '', $defs = {}, ...whole } = z.toJSONSchema(body, { io: 'input' });
  // A body with a name stands among the definitions.
  const { [$ref.replace('#/$defs/', '')]: named, ...others } = $defs;
  const schema = { ...whole, ...named, ...(Object.keys(others).length > 0 && { $defs: others }) };
  const inLanguage = (language: Language) => withTitles(schema, language) as Input;
  return { kk: inLanguage('kk'), ru: inLanguage('ru'), en: inLanguage('en') };
};

/** A JSON Schema with a title for each field, in the reader's language. */
function withTitles(schema: object, language: Language, within = ''): object {
  const inner = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(inner);
    return isSchema(given) ? withTitles(given, language, within) : given;
  };
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' && isSchema(value) ? fieldsOf(value, language, within) : inner(value),
    ]),
  );
}

const fieldsOf = (fields: Schema, language: Language, within: string): Schema =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const words = FIELD_WORDS[`${within}.${name}`] ?? FIELD_WORDS[name];
      return [name, { ...(words && { title: words[language] }), ...withTitles(field as Schema, language, name) }];
    }),
  );
