/** What the pages say by themselves. What a task, a command or a problem is called comes from the API. A word that lacks a language does not compile. */
import type { Language, Localized } from './language.ts';
import { said } from './said.ts';
import { DISPUTE_CHOICES, DISPUTE_FIELDS, DISPUTE_WORDS } from './words/disputes.ts';
import type { ENTRY_WORDS } from './words/entry.ts';
import { MONEY_CHOICES, MONEY_FIELDS, MONEY_WORDS } from './words/money.ts';
import { PAPER_WORDS } from './words/papers.ts';
import type { SITE_WORDS } from './words/site.ts';

const WORDS = {
  platform: said('AkJet', 'AkJet', 'AkJet'),
  cabinet: said('Жеке кабинет', 'Личный кабинет', 'Cabinet'),
  language: said('Тіл', 'Язык', 'Language'),
  toContent: said('Мазмұнға өту', 'К содержанию', 'Skip to content'),
  pages: said('Беттер', 'Разделы', 'Pages'),
  site: said('Сайт', 'Сайт', 'Site'),
  about: said('AkJet қалай жұмыс істейді', 'Как устроен AkJet', 'How AkJet works'),
  theOffer: said('Оферта', 'Оферта', 'The offer'),
  tariffs: said('Тарифтер', 'Тарифы', 'Tariffs'),
  help: said('Көмек', 'Помощь', 'Help'),
  checkOfPaper: said('Құжатты тексеру', 'Проверка документа', 'Check of a document'),
  contacts: said('Байланыс', 'Контакты', 'Contacts'),
  whatAkJetIs: said(
    'AkJet – Қазақстандағы тапсырмалар платформасы. Тапсырыс беруші жұмысты орналастырады, орындаушы оны қабылдап, орындайды. Мерзімдер, құжаттар және есеп айырысу Жеке кабинетте көрінеді.',
    'AkJet — платформа заданий в Казахстане. Заказчик размещает работу, исполнитель принимает и выполняет её. Сроки, документы и расчёты видны в Личном кабинете.',
    'AkJet is a platform of tasks in Kazakhstan. A customer posts work, a contractor accepts and does it. Terms, papers and payments are seen in the cabinet.',
  ),
  account: said('Аккаунт', 'Аккаунт', 'Account'),
  fileCompared: said(
    'Файлдың бақылау сомасы есептелді, файлдың өзі жіберілмейді.',
    'Контрольная сумма файла вычислена, сам файл не отправляется.',
    'The hash of the file is computed. The file itself is not sent.',
  ),

  logIn: said('Кіру', 'Вход', 'Log in'),
  enter: said('Кіру', 'Войти', 'Log in'),
  logOut: said('Шығу', 'Выйти', 'Log out'),
  phone: said('Телефон нөмірі', 'Номер телефона', 'Phone number'),
  sendCode: said('SMS-код алу', 'Получить код в SMS', 'Send a code by SMS'),
  code: said('SMS-тегі код', 'Код из SMS', 'Code from the SMS'),
  codeSent: said(
    'Нөмір жарамды болса, оған алты цифрлы код жіберілді.',
    'Если номер верный, на него отправлен код из шести цифр.',
    'If the number is right, a code of six digits was sent to it.',
  ),
  otherNumber: said('Басқа нөмір', 'Другой номер', 'Another number'),
  byPassword: said('Құпиясөзбен кіру', 'Войти по паролю', 'Log in with a password'),
  byCode: said('Кодпен кіру', 'Войти по коду', 'Log in with a code'),
  password: said('Құпиясөз', 'Пароль', 'Password'),
  chooseAccount: said('Қай Аккаунт атынан жұмыс істейсіз?', 'От имени какого Аккаунта вы работаете?', 'Which account do you act for?'),

  myTasks: said('Менің тапсырмаларым', 'Мои задания', 'My tasks'),
  search: said('Тапсырма іздеу', 'Поиск заданий', 'Find a task'),
  postTask: said('Тапсырма орналастыру', 'Разместить задание', 'Post a task'),
  noTasks: said(
    'Әзірге тапсырма жоқ. Тапсырма орналастырыңыз немесе өзіңізге біреуін табыңыз.',
    'Заданий пока нет. Разместите задание или найдите его для себя.',
    'There are no tasks yet. Post one, or find one for yourself.',
  ),
  nothingFound: said(
    'Ештеңе табылмады. Сөздерді азайтыңыз немесе сүзгіні алып тастаңыз.',
    'Ничего не найдено. Уберите часть слов или условий.',
    'Nothing was found. Take away some words or conditions.',
  ),
  similarWords: said(
    'Дәл осылай жазылғаны табылмады: ұқсас сөздер көрсетілді.',
    'Точно так ничего не написано: показаны похожие слова.',
    'Nothing is written exactly so: similar words are shown.',
  ),
  more: said('Тағы көрсету', 'Показать ещё', 'Show more'),
  words: said('Сөздер', 'Слова', 'Words'),
  find: said('Табу', 'Найти', 'Find'),
  anywhere: said('Бүкіл Қазақстан', 'Весь Казахстан', 'All of Kazakhstan'),
  anyCategory: said('Кез келген санат', 'Любая категория', 'Any category'),
  priceFrom: said('Бағасы, ₸: бастап', 'Цена, ₸: от', 'Price, ₸: from'),
  priceTo: said('Бағасы, ₸: дейін', 'Цена, ₸: до', 'Price, ₸: to'),

  now: said('Қазір не істей аласыз', 'Что можно сделать сейчас', 'What you can do now'),
  nothingToDo: said('Қазір сізден ештеңе талап етілмейді.', 'Сейчас от вас ничего не требуется.', 'Nothing is asked of you now.'),
  ifNobodyActs: said('Ешкім әрекет етпесе', 'Если никто ничего не сделает', 'If nobody acts'),
  unconfirmed: said(
    'Мереке күндері әлі бекітілмеген: мерзім кейінірек болуы мүмкін.',
    'Праздники ещё не утверждены: срок может наступить позже.',
    'The holidays are not decreed yet: it may be later.',
  ),
  way: said('Тапсырманың жолы', 'Путь задания', 'The way of the task'),
  work: said('Жұмыс', 'Работа', 'The work'),
  terms: said('Шарттар', 'Условия', 'Terms'),
  unusual: said('әдеттегідей емес', 'не как обычно', 'not as usual'),
  clause: said('оферта, {clause}-т.', 'п. {clause} оферты', 'clause {clause} of the offer'),
  from: said('Басталуы', 'Начало', 'Begins'),
  until: said('Аяқталуы', 'Окончание', 'Ends'),
  price: said('Бағасы', 'Цена', 'Price'),
  contactPhone: said('Екінші тараптың телефоны', 'Телефон другой стороны', 'Phone of the other party'),
  response: said('Кімді таңдайсыз', 'Кого вы выбираете', 'Whom you choose'),

  cancel: said('Қазір емес', 'Не сейчас', 'Not now'),
  next: said('Әрі қарай', 'Далее', 'Continue'),
  back: said('Түзету', 'Исправить', 'Change it'),
  whatFollows: said('Бұдан не шығады', 'Что из этого следует', 'What follows from it'),
  becomes: said('Тапсырманың күйі', 'Состояние задания', 'State of the task'),
  thenIfNobodyActs: said('Одан кейін ешкім әрекет етпесе', 'Затем, если никто ничего не сделает', 'Then, if nobody acts'),
  changedMeanwhile: said('Осы арада тапсырма өзгерді', 'Задание тем временем изменилось', 'The task has changed meanwhile'),
  factorNeeded: said(
    'Бұл үшін екінші факторды қайта растап, әрекетті қайталаңыз',
    'Для этого подтвердите второй фактор и повторите действие',
    'Prove the second factor for this, and repeat what you did',
  ),
  closeForm: said('Қазір не істеуге болатынын көру', 'Посмотреть, что можно сделать теперь', 'See what can be done now'),
  optional: said('міндетті емес', 'не обязательно', 'optional'),
  choose: said('Таңдаңыз', 'Выберите', 'Choose'),
  fillIn: said('Осы өрісті толтырыңыз', 'Заполните это поле', 'Fill in this field'),
  correct: said('Осы өрісті түзетіңіз', 'Исправьте это поле', 'Correct this field'),
  mistakes: said('Мына өрістерді түзетіңіз', 'Исправьте эти поля', 'Correct these fields'),
  add: said('Қосу', 'Добавить', 'Add'),
  remove: said('Алып тастау', 'Убрать', 'Remove'),
  uploading: said('Файл жүктеліп, тексеріліп жатыр …', 'Файл загружается и проверяется …', 'The file is being sent and checked …'),
  fileNotUsable: said(
    'Файл тексеруден өтпеді: басқасын таңдаңыз.',
    'Файл не прошёл проверку: выберите другой.',
    'The file did not pass the check: choose another.',
  ),
  away: said(
    'Сервермен байланыс жоқ. Жазғаныңыз осы бетте сақталды: қайта көріңіз.',
    'Нет связи с сервером. Написанное осталось на странице: попробуйте ещё раз.',
    'The server cannot be reached. What you wrote is still here: try again.',
  ),
  noNetwork: said(
    'Байланыс жоқ. {moment} оқылғаны көрсетілген: содан бері өзгеруі мүмкін. Байланыс қайта орнағанда әрекет ете аласыз.',
    'Нет связи. Показано прочитанное {moment}: с тех пор оно могло измениться. Действия станут доступны, когда связь вернётся.',
    'There is no connection. What was read on {moment} is shown: it may have changed since. You can act once the connection is back.',
  ),
  loading: said('Жүктелуде …', 'Загрузка …', 'Loading …'),

  messages: said('Хабарламалар', 'Сообщения', 'Messages'),
  noMessages: said('Әзірге хабарлама жоқ.', 'Сообщений пока нет.', 'There are no messages yet.'),
  message: said('Хабарлама', 'Сообщение', 'Message'),
  send: said('Жіберу', 'Отправить', 'Send'),
  withdrawn: said('Хабарлама кері алынды', 'Сообщение отозвано', 'The message was withdrawn'),
  readByOther: said('оқылды', 'прочитано', 'read'),
  you: said('Сіз', 'Вы', 'You'),

  total: said('Барлығы', 'Итого', 'Total'),
  draftKept: said(
    'Жазғаныңыз осы құрылғыда сақталады.',
    'Написанное хранится на этом устройстве.',
    'What you write is kept on this device.',
  ),
  post: said('Орналастыру', 'Разместить', 'Post'),
  district: said('Қала немесе аудан', 'Город или район', 'City or district'),
  notFound: said('Мұндай бет жоқ.', 'Такой страницы нет.', 'There is no such page.'),
  ...PAPER_WORDS,
  ...MONEY_WORDS,
  ...DISPUTE_WORDS,
} satisfies Record<string, Localized>;

/** What the fields of the commands are called, by their names in the API. */
const FIELDS: Record<string, Localized> = {
  about: said('Талаптың мәні', 'О чём претензия', 'What the claim is about'),
  act: said('Акт үшін мәліметтер', 'Сведения для акта', 'Details for the act'),
  address: said('Нақты мекенжай (тек тараптарға)', 'Точный адрес (только сторонам)', 'Exact address (for the parties only)'),
  acceptBy: said('Қабылдау мерзімі', 'Принять до', 'Accept by'),
  amount: said('Сомасы, ₸', 'Сумма, ₸', 'Sum, ₸'),
  attachments: said('Қосымшалар', 'Приложения', 'Attachments'),
  briefing: said('Нұсқама', 'Инструктаж', 'Briefing'),
  category: said('Санат', 'Категория', 'Category'),
  contractor: said('Орындаушы', 'Исполнитель', 'Contractor'),
  date: said('Күні', 'Дата', 'Date'),
  description: said('Сипаттама', 'Описание', 'Description'),
  dueAt: said('Аяқталуы', 'Окончание', 'Ends'),
  evidence: said('Дәлелдер', 'Доказательства', 'Evidence'),
  file: said('PDF файлы', 'Файл PDF', 'PDF file'),
  files: said('Файлдар', 'Файлы', 'Files'),
  hazards: said('Қауіптер', 'Опасности', 'Hazards'),
  line: said('Жұмыс', 'Работа', 'Work'),
  lines: said('Жұмыстар', 'Работы', 'Work'),
  location: said('Іздеуге арналған орын', 'Место для поиска', 'Place for the search'),
  'location.place': said('Қала немесе аудан', 'Город или район', 'City or district'),
  materials: said('Материалдар', 'Материалы', 'Materials'),
  measures: said('Қауіпсіздік шаралары', 'Меры безопасности', 'Safety measures'),
  message: said('Хабарлама', 'Сообщение', 'Message'),
  name: said('Атауы', 'Название', 'Name'),
  note: said('Түсіндірме', 'Пояснение', 'Note'),
  number: said('Нөмірі', 'Номер', 'Number'),
  pages: said('Беттер', 'Страниц', 'Pages'),
  paidOn: said('Төленген күні', 'Дата оплаты', 'Paid on'),
  parts: said('Жұмыс бөліктері', 'Части работы', 'Parts of the work'),
  performedFrom: said('Жұмыстың бірінші күні', 'Первый день работы', 'First day of the work'),
  performedTo: said('Жұмыстың соңғы күні', 'Последний день работы', 'Last day of the work'),
  place: said('Орны, бәріне көрінеді', 'Место, видно всем', 'Place, visible to everybody'),
  price: said('Бағасы, ₸', 'Цена, ₸', 'Price, ₸'),
  proof: said('Төлем белгілері', 'Чем подтверждается оплата', 'Proof of the payment'),
  quantity: said('Көлемі', 'Количество', 'Quantity'),
  reasons: said('Себептері', 'Причины', 'Reasons'),
  reports: said('Есептер', 'Отчёты', 'Reports'),
  requirements: said('Талаптар', 'Требования', 'Requirements'),
  requires: said('Қажетті біліктілік', 'Нужная квалификация', 'Qualifications needed'),
  rest: said('Қалған жұмыс', 'Остаток работы', 'The rest of the work'),
  signers: said('Кім қол қояды', 'Кто подписывает', 'Who signs'),
  startAt: said('Басталуы', 'Начало', 'Begins'),
  title: said('Атауы', 'Название', 'Title'),
  unit: said('Өлшем бірлігі', 'Единица', 'Unit'),
  unitPrice: said('Бірлік бағасы, ₸', 'Цена единицы, ₸', 'Price of a unit, ₸'),
  value: said('Құны, ₸', 'Стоимость, ₸', 'Value, ₸'),
  what: said('Не үшін', 'За что', 'What for'),
  ...MONEY_FIELDS,
  ...DISPUTE_FIELDS,
};

/** What the choices of the commands are called. */
const CHOICES: Record<string, Localized> = {
  both: said('екі тарап', 'обе стороны', 'both parties'),
  conduct: said('тараптың әрекеті', 'поведение стороны', 'conduct of a party'),
  contractor: said('орындаушы', 'исполнитель', 'the contractor'),
  costs: said('шығындар', 'расходы', 'costs'),
  customer: said('тапсырыс беруші', 'заказчик', 'the customer'),
  damages: said('залал', 'убытки', 'damages'),
  drop: said('орындалмайды', 'не выполняется', 'is not done'),
  ending: said('тапсырманың тоқтатылуы', 'прекращение задания', 'how the task ended'),
  penalty: said('тұрақсыздық айыбы', 'неустойка', 'penalty'),
  price: said('бағасы', 'цена', 'price'),
  rework: said('қайта жасалады', 'переделывается', 'is done again'),
  ...MONEY_CHOICES,
  ...DISPUTE_CHOICES,
};

/** Who made something happen, as the API names them. */
const PARTIES: Record<string, Localized> = {
  customer: said('Тапсырыс беруші', 'Заказчик', 'Customer'),
  contractor: said('Орындаушы', 'Исполнитель', 'Contractor'),
  operator: said('Оператор', 'Оператор', 'Operator'),
  clock: said('Мерзім бойынша', 'По сроку', 'By the term'),
  platform: said('Платформа', 'Платформа', 'Platform'),
  claimant: said('Талап қоюшы', 'Заявитель', 'Claimant'),
  respondent: said('Жауап беруші', 'Ответчик', 'Respondent'),
  debtor: said('Борышкер', 'Должник', 'Debtor'),
  creditor: said('Кредитор', 'Кредитор', 'Creditor'),
};

/** Those of pages that are loaded later are added by these pages. */
export type Word = keyof typeof WORDS | keyof typeof SITE_WORDS | keyof typeof ENTRY_WORDS;

const known: Record<string, Localized> = { ...WORDS };

/** What pages say that are loaded later. */
export function addWords(words: Record<string, Localized>, choices: Record<string, Localized> = {}): void {
  Object.assign(known, words);
  Object.assign(CHOICES, choices);
}

export interface Speech {
  language: Language;
  say(word: Word): string;
  /** `lines.0.name` and `name` are called the same. */
  fieldName(path: string): string;
  choiceName(name: string): string;
  partyName(party: string): string;
}

/** The words of one language. A field or choice that is new to the pages is called as in the API. */
export const speech = (language: Language): Speech => ({
  language,
  say: (word) => (known[word] as Localized)[language],
  fieldName: (path) => {
    const name = path.split('.').at(-1) as string;
    return (FIELDS[path] ?? FIELDS[name])?.[language] ?? name;
  },
  choiceName: (name) => CHOICES[name]?.[language] ?? name,
  partyName: (party) => PARTIES[party]?.[language] ?? party,
});
