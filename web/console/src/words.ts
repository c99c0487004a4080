/** What the console says by itself, to the operator's staff. What lives, commands and problems are called comes from the API. */
import type { Localized } from '../../shared/language.ts';
import { useSetting } from '../../shared/setting.ts';
import type { Speech } from '../../shared/words.ts';
import { said } from '../../shared/words.ts';

const WORDS = {
  console: said('Оператор консолі', 'Консоль Оператора', "The operator's console"),
  staffOnly: said(
    'Бұл жерге Оператор өкілдері ғана кіреді.',
    'Сюда входят только представители Оператора.',
    "Only the operator's staff log in here.",
  ),

  secondFactor: said('Екінші фактор', 'Второй фактор', 'Second factor'),
  factorWhy: said(
    'Бұл әрекет үшін тағы бір рет растау керек. Содан кейін әрекетті қайталаңыз.',
    'Для этого нужно подтвердить, что это вы. Затем повторите действие.',
    'This needs a fresh proof that it is you. Then repeat what you did.',
  ),
  factorCode: said('Қолданбадағы код', 'Код из приложения', 'Code of the app'),
  factorHint: said(
    'Аутентификатор қолданбасындағы алты цифр немесе резервтік код.',
    'Шесть цифр из приложения-аутентификатора или резервный код.',
    'The six digits of your authenticator app, or a recovery code.',
  ),
  prove: said('Растау', 'Подтвердить', 'Confirm'),
  setUpFactor: said('Екінші факторды орнату', 'Настроить второй фактор', 'Set up the second factor'),
  enrolment: said('Бір реттік құпия', 'Одноразовый секрет', 'One-time secret'),
  enrolmentHint: said(
    'Оны сізге тіркелген кезде әкімші берді.',
    'Его выдал администратор, когда заводил вашу учётную запись.',
    'The administrator gave it to you with your account.',
  ),
  factorKey: said(
    'Осы кілтті аутентификатор қолданбасына енгізіңіз. Ол бір рет қана көрсетіледі.',
    'Введите этот ключ в приложение-аутентификатор. Он показывается один раз.',
    'Enter this key in your authenticator app. It is shown once.',
  ),
  recoveryCodes: said(
    'Резервтік кодтар: әрқайсысы қолданба кодын бір рет алмастырады. Қағазға жазып алыңыз, олар енді көрсетілмейді.',
    'Резервные коды: каждый один раз заменяет код приложения. Запишите их на бумаге, больше они не показываются.',
    'Recovery codes: each replaces a code of the app once. Write them on paper, they are not shown again.',
  ),
  written: said('Жазып алдым', 'Записано', 'I have written them down'),

  reason: said('Оқу себебі', 'Причина чтения', 'Reason of reading'),
  reasonWhy: said(
    'Адамдар туралы не оқысаңыз да, себебімен бірге жазылады, және ол кімге қатысты болса, соны көре алады.',
    'Что вы читаете о людях, записывается вместе с причиной, и тот, кого это касается, может её увидеть.',
    'What you read about people is recorded with the reason, and whoever it concerns can see it.',
  ),
  reasonNow: said('Қазір не үшін оқисыз?', 'Зачем вы сейчас читаете?', 'Why do you read now?'),
  begin: said('Бастау', 'Начать', 'Begin'),

  work: said('Жұмыс', 'Работа', 'Work'),
  noWork: said('Қазір ештеңе күтіп тұрған жоқ.', 'Сейчас ничего не ждёт.', 'Nothing waits now.'),
  toDo: said('Не істеу керек', 'Что нужно сделать', 'What to do'),
  matter: said('Іс', 'Дело', 'Matter'),
  waitsSince: said('Қашаннан күтеді', 'Ждёт с', 'Waits since'),
  due: said('Келесі мерзім', 'Ближайший срок', 'Next term'),
  seen: said('Көрдім', 'Отметить прочитанным', 'Mark as seen'),
} satisfies Record<string, Localized>;
export type ConsoleWord = keyof typeof WORDS;

/** By the names that the API takes. */
export const REASONS = {
  work: said('іс шешімді күтіп тұр', 'дело ждёт решения', 'a matter awaits a decision'),
  request: said('тараптың өтініші', 'обращение стороны', 'a request of a party'),
  payment: said('төлем не есеп айырысу', 'платёж или расчёт', 'a payment or a settlement'),
  check: said('ережелердің сақталуын тексеру', 'проверка соблюдения правил', 'a check that the rules are kept'),
  fault: said('жүйедегі ақау', 'неполадка системы', 'a fault of the system'),
} satisfies Record<string, Localized>;
export type Reason = keyof typeof REASONS;

export const wordsOf =
  ({ language }: Pick<Speech, 'language'>) =>
  (word: ConsoleWord): string =>
    WORDS[word][language];

/** The console's own words in the person's language. */
export const useWords = (): ((word: ConsoleWord) => string) => wordsOf(useSetting().speech);
