/** What the console says by itself, to the operator's staff. What lives, commands and problems are called comes from the API. */
import type { Localized } from '../../shared/language.ts';
import { said } from '../../shared/said.ts';
import { useSetting } from '../../shared/setting.ts';
import type { Speech } from '../../shared/words.ts';

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

  search: said('Іздеу', 'Поиск', 'Search'),
  known: said('Не белгілі', 'Что известно', 'What is known'),
  knownHint: said(
    'Істің не қағаздың нөмірі, телефон, ЖСН/БСН, қағаздағы QR-код не төлем ұйымындағы нөмір: толық.',
    'Номер дела или бумаги, телефон, ИИН/БИН, код с бумаги или номер у платёжной организации: целиком.',
    'The number of a matter or of a paper, a phone number, an IIN or BIN, the code on a paper or the number at the provider: whole.',
  ),
  nothingFound: said(
    'Ештеңе табылмады. Нөмірді толық жазғаныңызды тексеріңіз.',
    'Ничего не найдено. Проверьте, что номер введён целиком.',
    'Nothing was found. Check that the number is whole.',
  ),
  state: said('Күйі', 'Состояние', 'State'),
  changedAt: said('Соңғы өзгеріс', 'Последнее изменение', 'Last change'),
  lookAgain: said('Жаңарту', 'Обновить', 'Look again'),
  stuck: said('Неге қозғалмай тұр', 'Почему стоит', 'Why it is stuck'),
  tries: said('әрекет саны:', 'попыток:', 'tries:'),
  nextTry: said('келесі әрекет', 'следующая попытка', 'next try'),
  facts: said('Мәліметтер', 'Сведения', 'Facts'),
  documents: said('Құжаттар', 'Документы', 'Documents'),
  openFile: said('Файлды ашу', 'Открыть файл', 'Open the file'),
  statements: said('Тараптар не жазды', 'Что написали стороны', 'What was written'),
  picture: said('Күйлердің сызбасы', 'Схема состояний', 'Picture of the states'),
  chain: said('Оқиғалар тізбегі', 'Цепочка событий', 'Chain of events'),
  chainHolds: said(
    'Тізбек тұтас: оқиғалар өзгертілмеген.',
    'Цепочка цела: события не изменялись.',
    'The chain holds: no event was changed.',
  ),
  chainBroken: said(
    'Тізбек бұзылған: оқиғаны біреу платформадан тыс өзгерткен.',
    'Цепочка нарушена: событие изменили в обход платформы.',
    'The chain is broken: somebody changed an event past the platform.',
  ),
  notices: said('Хабарламалар', 'Уведомления', 'Notices'),
  legal: said('заңдық маңызы бар', 'юридически значимое', 'legal'),
  byEmail: said('Хат', 'Письмо', 'Letter'),
  'is-delivered': said('жеткізілді', 'доставлено', 'delivered'),
  'is-sent': said('жіберілді', 'отправлено', 'sent'),
  'is-waiting': said('күтеді', 'ждёт', 'waits'),
  'is-repeated': said('қайталанғандықтан жіберілмеді', 'не отправлено: повтор', 'not sent: a repeat'),
  'is-undeliverable': said('жеткізілмеді', 'не доставлено', 'not delivered'),
  'is-confirmed': said('расталды', 'подтверждено', 'confirmed'),
  'is-refused': said('қабылданбады', 'отклонено', 'refused'),
  effects: said('Платформаның жұмысы', 'Что делает платформа', 'What the platform does'),
  isOpen: said('орындалмаған', 'не выполнено', 'not done'),
  isDone: said('орындалды', 'выполнено', 'done'),
  postings: said('Есеп жазбалары', 'Проводки', 'Postings'),
  'phase-pending': said('резервте', 'в резерве', 'reserved'),
  'phase-post': said('резервтен жүргізілді', 'проведено из резерва', 'posted from the reserve'),
  'phase-void': said('резерв алынды', 'резерв снят', 'the reserve was let go'),
  related: said('Байланысты істер', 'Связанные дела', 'Related matters'),
  'by-customer': said('тапсырыс беруші', 'заказчик', 'the customer'),
  'by-contractor': said('орындаушы', 'исполнитель', 'the contractor'),
  'by-operator': said('Оператор', 'Оператор', 'the operator'),
  'by-clock': said('мерзім бойынша', 'по сроку', 'by the clock'),
  'by-platform': said('платформа', 'платформа', 'the platform'),
  ofCustomer: said('Тапсырыс берушінің Аккаунты', 'Аккаунт заказчика', "The customer's account"),
  ofContractor: said('Орындаушының Аккаунты', 'Аккаунт исполнителя', "The contractor's account"),
  ofAccount: said('Аккаунт', 'Аккаунт', 'The account'),
  ofTask: said('Тапсырма', 'Задание', 'The task'),
  ofVerification: said('Құжаттарды тексеру', 'Проверка документов', 'The verification'),
  ofInvoice: said('Шот', 'Счёт', 'The invoice'),
  ofPayout: said('Аударым', 'Выплата', 'The payout'),

  proposal: said('Ұсыныс', 'Предложение', 'Proposal'),
  proposals: said('Ұсыныстар', 'Предложения', 'Proposals'),
  noProposals: said('Ұсыныс жоқ.', 'Предложений нет.', 'There are no proposals.'),
  isProposed: said(
    'Ұсыныс жасалды: оны екінші өкіл растағанда ғана орындалады.',
    'Предложение внесено: оно исполнится, когда его подтвердит второй представитель.',
    'It was proposed, and is done once a second member of staff confirms it.',
  ),
  toProposal: said('Ұсынысты ашу', 'Открыть предложение', 'Open the proposal'),
  decide: said('Екінші адамның шешімі', 'Решение второго человека', 'Decision of a second person'),
  confirm: said('Ұсынысты растау', 'Подтвердить предложение', 'Confirm the proposal'),
  refuse: said('Ұсынысты қабылдамау', 'Отклонить предложение', 'Refuse the proposal'),
  refusalReasons: said('Қабылдамау себептері', 'Причины отклонения', 'Reasons of the refusal'),
  anotherDecides: said(
    'Мұны ұсыныс жасамаған, рөлі сәйкес басқа өкіл шешеді.',
    'Решает другой представитель с нужной ролью, не тот, кто внёс предложение.',
    'Another member of staff with the role decides, not the one who proposed it.',
  ),
  wholeText: said('Толық мәтіні', 'Весь текст', 'The whole text'),

  matters: said('Істер', 'Дела', 'Matters'),
  emptyList: said('Тізім бос.', 'Список пуст.', 'The list is empty.'),
  sum: said('Сома', 'Сумма', 'Sum'),
  tasks: said('Тапсырмалар', 'Задания', 'Tasks'),
  disputes: said('Даулар', 'Споры', 'Disputes'),
  payments: said('Төлемдер', 'Платежи', 'Payments'),
  payouts: said('Аударымдар', 'Выплаты', 'Payouts'),
  invoices: said('Шоттар', 'Счета', 'Invoices'),
  debts: said('Борыштар', 'Долги', 'Debts'),
  receipts: said('Чектер', 'Чеки', 'Receipts'),
  bankOrders: said('Төлем тапсырмалары', 'Платёжные поручения', 'Payment orders'),
  socialTransfers: said('Әлеуметтік төлемдер', 'Социальные платежи', 'Social payments'),
  qualifications: said('Біліктіліктер', 'Квалификации', 'Qualifications'),
  objections: said('Қарсылықтар', 'Возражения', 'Objections'),
  signings: said('Қол қою', 'Подписания', 'Signings'),

  money: said('Ақша', 'Деньги', 'Money'),
  figures: said('Бүгінгі сандар', 'Числа на сегодня', 'Figures of today'),
  revenueOfMonth: said('Айдың кірісі', 'Доход за месяц', 'Revenue of the month'),
  revenueOfYear: said('Жылдың кірісі', 'Доход за год', 'Revenue of the year'),
  receivables: said('Тапсырыс берушілердің борышы', 'Задолженность заказчиков', 'Owed by customers'),
  payoutsInTransit: said('Жолдағы аударымдар', 'Выплаты в пути', 'Payouts on their way'),
  socialPayable: said('Аударылатын әлеуметтік төлемдер', 'Социальные платежи к перечислению', 'Social payments to transfer'),
  suspense: said('Мақсаты белгісіз түсімдер', 'Невыясненные поступления', 'Money that came, not known for what'),
  outgoing: said('Мақсаты белгісіз шығыстар', 'Невыясненные списания', 'Money that went out, not known for what'),
  advances: said('Тапсырыс берушілердің аванстары', 'Авансы заказчиков', 'Advances of customers'),
  differences: said('Төлем ұйымдарымен айырмалар', 'Расхождения с платёжными организациями', 'Differences with providers'),
  noDifferences: said('Айырма жоқ.', 'Расхождений нет.', 'There are no differences.'),
  toMatter: said('Істі ашу', 'Открыть дело', 'Open the matter'),
  howSettled: said('Қалай реттелді', 'Как улажено', 'How it was settled'),
  close: said('Жабу', 'Закрыть', 'Close'),
  monthEnd: said('Айды жабу', 'Закрытие месяца', "The month's end"),
  month: said('Ай', 'Месяц', 'Month'),
  monthOpen: said('ай ашық', 'месяц открыт', 'the month is open'),
  monthClosed: said('ай жабық', 'месяц закрыт', 'the month is closed'),
  account: said('Шот', 'Счёт', 'Account'),
  opening: said('Басындағы қалдық', 'Остаток на начало', 'Opening'),
  debits: said('Дебет', 'Дебет', 'Debits'),
  credits: said('Кредит', 'Кредит', 'Credits'),
  closing: said('Соңындағы қалдық', 'Остаток на конец', 'Closing'),
  monthCompared: said(
    'Айналымдар мен түсімдерді банк үзінді көшірмесімен салыстырдым. Ай жабылған соң оны екі өкіл ғана аша алады.',
    'Обороты и поступления сверены с выпиской банка. Закрытый месяц открывают заново только двое.',
    'The turnover and what came are as in the statement of the bank. Only two persons open a closed month again.',
  ),
  closeMonth: said('Айды жабу', 'Закрыть месяц', 'Close the month'),

  offer: said('Оферта', 'Оферта', 'Offer'),
  offerHint: said(
    'Мәтінді өзгертіп, күшіне енетін күнін көрсетіңіз. Редакцияны екінші өкіл жариялайды: оған айырмасы көрсетіледі.',
    'Измените текст и назовите день вступления в силу. Редакцию публикует второй представитель: ему показаны отличия.',
    'Change the text and name the day from which it is in force. A second member of staff publishes it, and is shown the changes.',
  ),
  inForceFrom: said('Күшіне енетін күні', 'Действует с', 'In force from'),
  propose: said('Редакцияны ұсыну', 'Предложить редакцию', 'Propose the revision'),

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
