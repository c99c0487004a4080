/**
 * What a contract and an order say alike: the whole of what the parties agreed, in words. Where the offer or the terms of the task decide something, the
 * paper says it, so that nobody needs a third text to know their duties. A lawyer has to confirm the words.
 */
import type { TermGroup, TermName } from '../charts/task/term-words.ts';
import { groupOf, TERM_NAMES, termOf, termWords, valueInWords } from '../charts/task/term-words.ts';
import type { TaskTerms } from '../charts/task/types.ts';
import { amountInWords } from '../rules/amount-in-words.ts';
import { counted } from '../rules/counted.ts';
import { lastMoment, localMoment } from '../rules/moments.ts';
import { formatQuantity } from '../rules/money.ts';
import type { TwoLanguages } from '../rules/paper-party.ts';
import type { DealFacts, Nature } from './facts.ts';
import { shownLines, unlessErased, wordsOfTask } from './facts.ts';
import type { Block, Facts, Section, Signatures, Table } from './paper.ts';
import { both, cell, ROLES } from './phrases.ts';
import { vatWords } from './vat.ts';

/** The words in which services and works differ. */
const WORDS: Record<Nature, { chapter: number; todo: TwoLanguages; them: TwoLanguages }> = {
  services: { chapter: 33, todo: both('қызметтерді көрсетуге', 'оказать услуги'), them: both('қызметтер', 'услуги') },
  works: { chapter: 32, todo: both('жұмыстарды орындауға', 'выполнить работы'), them: both('жұмыстар', 'работы') },
  construction: {
    chapter: 32,
    todo: both('құрылыс-монтаж жұмыстарын орындауға', 'выполнить строительно-монтажные работы'),
    them: both('жұмыстар', 'работы'),
  },
};

/** The sections of the agreement, the parties' own words and the specification. `bound`: how the parties were bound. */
export const agreement = (facts: DealFacts, bound: TwoLanguages): Block[] => [
  {
    kind: 'parties',
    of: [
      { role: ROLES.customer, party: facts.customer },
      { role: ROLES.contractor, party: facts.contractor },
    ],
  },
  subject(facts, bound),
  ...wordsOfTask(facts),
  specification(facts),
  ...[time, price, acceptance, safety, leaving, liability, forceMajeure, confidence, final].map((section) => section(facts)),
  allTerms(facts),
  signatures(facts),
];

const section = (kk: string, ru: string, ...clauses: (TwoLanguages | false)[]): Section => ({
  kind: 'section',
  title: both(kk, ru),
  clauses: clauses.filter((each) => each !== false),
});

function subject({ task: { number, version, nature } }: DealFacts, bound: TwoLanguages): Section {
  const { chapter, todo } = WORDS[nature];
  return section(
    'Мәні',
    'Предмет',
    both(
      `Орындаушы № ${number} тапсырма (${version}-нұсқасы) бойынша ${todo.kk}, ал Тапсырыс беруші нәтижені қабылдап, ақысын төлеуге міндеттенеді. Атауы, көлемі және бағасы ерекшелікте көрсетілген.`,
      `Исполнитель обязуется ${todo.ru} по заданию № ${number} (версия ${version}), а Заказчик — принять и оплатить результат. Наименование, объём и цена указаны в спецификации.`,
    ),
    bound,
    both(
      `Тараптардың қатынастарына Қазақстан Республикасы Азаматтық кодексінің ${chapter}-тарауы және екі тарап қосылған AkJet Жария офертасы қолданылады. Қатынастар азаматтық-құқықтық сипатта. Платформа Операторы бұл міндеттеменің тарапы емес (Жария офертаның 3.4-т.).`,
      `К отношениям сторон применяются глава ${chapter} Гражданского кодекса Республики Казахстан и Публичная оферта AkJet, к которой присоединились обе стороны. Отношения гражданско-правовые. Оператор Платформы стороной этого обязательства не является (п. 3.4 Публичной оферты).`,
    ),
  );
}

/** The lines with prices that come to the agreed sum. */
function specification(facts: DealFacts): Table {
  const lines = shownLines(facts);
  return {
    kind: 'table',
    caption: both('Ерекшелік', 'Спецификация'),
    columns: [
      { head: both('№', '№'), share: 1, align: 'center' },
      { head: both('Атауы', 'Наименование'), share: 9 },
      { head: both('Өлшем бірлігі', 'Единица измерения'), share: 2.4, align: 'center' },
      { head: both('Саны', 'Количество'), share: 2.4, align: 'right' },
      { head: both('Бірлік бағасы, теңге', 'Цена за единицу, тенге'), share: 3, align: 'right' },
      { head: both('Құны, теңге', 'Стоимость, тенге'), share: 3.2, align: 'right' },
    ],
    rows: lines.map(({ name, unit, quantity, unitPrice, amount }, index) => [
      String(index + 1),
      unlessErased(name),
      unlessErased(unit),
      formatQuantity(quantity),
      cell(unitPrice),
      cell(amount),
    ]),
    totals: ['', both('Барлығы', 'Итого'), '', '', 'x', cell(facts.amount)],
  };
}

const time = ({ task: { startAt, dueAt, terms } }: DealFacts): Section =>
  section(
    'Мерзімі',
    'Срок',
    both(
      `Басталуы: ${localMoment(startAt, 'kk')}. Аяқталу мерзімі: ${lastMoment(dueAt, 'kk')} (Алматы уақыты).`,
      `Начало: ${localMoment(startAt, 'ru')}. Окончание: не позднее ${lastMoment(dueAt, 'ru')} (время Алматы).`,
    ),
    both(
      `Тапсырыс берушінің рұқсатынсыз ертерек бастау: ${valueInWords('earlyStart', terms.earlyStart, 'kk')} (4.3.2-т.).`,
      `Начало раньше этого времени без разрешения Заказчика: ${valueInWords('earlyStart', terms.earlyStart, 'ru')} (п. 4.3.2).`,
    ),
  );

function price(facts: DealFacts): Section {
  const { amount, task } = facts;
  const { terms } = task;
  const words = amountInWords(BigInt(amount));
  const vat = vatWords(facts);
  const direct = task.payment !== 'platform';
  return section(
    'Бағасы және төлем',
    'Цена и оплата',
    both(`Бағасы: ${cell(amount)} теңге (${words.kk}), ${vat.kk}.`, `Цена: ${cell(amount)} тенге (${words.ru}), ${vat.ru}.`),
    both(
      `Актілер бойынша қабылданғанның ақысы төленеді. Төлем мерзімі: қабылданғаннан кейін ${counted(terms.payWorkingDays, 'workingDays', 'kk')}. Есеп айырысу: ${direct ? 'Орындаушыға тікелей' : 'Платформа арқылы электрондық төлеммен'} (5.2-т.).`,
      `Оплачивается принятое по актам. Срок оплаты: ${counted(terms.payWorkingDays, 'workingDays', 'ru')} после приёмки. Расчёты: ${direct ? 'напрямую с Исполнителем' : 'через Платформу электронным платежом'} (п. 5.2).`,
    ),
    terms.funding !== 'none' &&
      both(
        `Жұмыс басталғанға дейінгі ақша: ${valueInWords('funding', terms.funding, 'kk')}. Енгізу мерзімі: ${counted(terms.fundWorkingDays, 'workingDays', 'kk')}.`,
        `Деньги до начала работы: ${valueInWords('funding', terms.funding, 'ru')}. Срок внесения: ${counted(terms.fundWorkingDays, 'workingDays', 'ru')}.`,
      ),
    direct &&
      both(
        `Тапсырыс берушінің төлем туралы хабарламасына Орындаушының жауап беру мерзімі: ${counted(terms.confirmWorkingDays, 'workingDays', 'kk')}.`,
        `Срок ответа Исполнителя на сообщение Заказчика об оплате: ${counted(terms.confirmWorkingDays, 'workingDays', 'ru')}.`,
      ),
    both(
      'Операторға сыйақыны тек Тапсырыс беруші төлейді, ол осы бағаға кірмейді (3.2-т.).',
      'Вознаграждение Оператору платит только Заказчик, в эту цену оно не входит (п. 3.2).',
    ),
  );
}

const acceptance = ({ task: { terms } }: DealFacts): Section =>
  section(
    'Қабылдап алу',
    'Приёмка',
    both(
      `Орындаушы нәтижені Платформа арқылы актімен бірге тапсырады. Тапсырыс беруші оны толық немесе ішінара қабылдайды не себептерін көрсетіп бас тартады. Қабылдап алу мерзімі: ${counted(terms.reviewWorkingDays, 'workingDays', 'kk')} (4.3.3-т.).`,
      `Исполнитель сдаёт результат через Платформу вместе с актом. Заказчик принимает его полностью или частично либо направляет мотивированный отказ. Срок приёмки: ${counted(terms.reviewWorkingDays, 'workingDays', 'ru')} (п. 4.3.3).`,
    ),
    both(
      `Тапсырыс беруші осы мерзімде жауап бермесе: ${valueInWords('silence', terms.silence, 'kk')}.`,
      `Если Заказчик не ответил в этот срок: ${valueInWords('silence', terms.silence, 'ru')}.`,
    ),
    terms.reworkRounds === 0
      ? both('Қайта өңдеуге қайтару көзделмеген.', 'Возврат на доработку не предусмотрен.')
      : both(
          `Жұмысты қайта өңдеуге ${counted(terms.reworkRounds, 'times', 'kk')} қайтаруға болады. Қайта өңдеу мерзімі: ${counted(terms.reworkWorkingDays, 'workingDays', 'kk')}.`,
          `Работу можно вернуть на доработку ${counted(terms.reworkRounds, 'times', 'ru')}. Срок доработки: ${counted(terms.reworkWorkingDays, 'workingDays', 'ru')}.`,
        ),
  );

const safety = (): Section =>
  section(
    'Қауіпсіздік',
    'Безопасность',
    both(
      'Орындаушы объектідегі қауіпсіздік техникасы, еңбекті қорғау және өрт қауіпсіздігі ережелерін сақтайды (4.2.3-т.).',
      'Исполнитель соблюдает на объекте правила техники безопасности, охраны труда и пожарной безопасности (п. 4.2.3).',
    ),
    both(
      'Тапсырыс беруші қауіптер мен қауіпсіздік шаралары туралы хабарлайды, қажет болса нұсқама өткізеді, объектіге келісілген уақытта кіруді және қауіпсіз жағдайды қамтамасыз етеді (4.3.1, 4.3.2-т.).',
      'Заказчик сообщает о рисках и мерах безопасности, проводит инструктаж, если он нужен, обеспечивает доступ к объекту в согласованное время и безопасные условия (п. 4.3.1, 4.3.2).',
    ),
  );

const leaving = ({ task: { terms } }: DealFacts): Section =>
  section(
    'Өзгерту және тоқтату',
    'Изменение и прекращение',
    both(
      'Талаптар Платформада екі тараптың келісімімен өзгертіледі; міндеттеме де екі тараптың келісімімен тоқтатылуы мүмкін.',
      'Условия изменяются на Платформе по соглашению сторон; по соглашению обязательство может быть и прекращено.',
    ),
    both(
      `Негізсіз бас тартқан Тапсырыс беруші қабылданбаған жұмыс бағасынан төлейтін үлес: жұмыс басталғанға дейін — ${valueInWords('cancelCost', terms.cancelCost, 'kk')}, басталғаннан кейін — ${valueInWords('cancelCostOfWork', terms.cancelCostOfWork, 'kk')}. Орындаушы бұдан бөлек нақты шығындарын талап ете алады.`,
      `Доля цены непринятой работы, которую платит Заказчик, отказавшийся без основания: до начала работы — ${valueInWords('cancelCost', terms.cancelCost, 'ru')}, после начала — ${valueInWords('cancelCostOfWork', terms.cancelCostOfWork, 'ru')}. Сверх того Исполнитель может заявить фактические расходы.`,
    ),
    both(
      'Орындаушы негізсіз бас тартса, Тапсырыс беруші оған нақты шығындарын өтеу туралы талап қоя алады.',
      'Если без основания отказался Исполнитель, Заказчик может заявить ему фактические расходы.',
    ),
    both(
      `Тоқтата тұру мына мерзімнен ұзаққа созылса: ${counted(terms.holdPatienceDays, 'days', 'kk')}, әр тарап өтемақысыз бас тарта алады (8.1-т.).`,
      `Если приостановка длится дольше, чем ${counted(terms.holdPatienceDays, 'days', 'ru')}, каждая сторона вправе отказаться без компенсации (п. 8.1).`,
    ),
  );

const liability = (): Section =>
  section(
    'Жауапкершілік және даулар',
    'Ответственность и споры',
    both(
      'Міндеттемені бұзған тарап Қазақстан Республикасының Азаматтық кодексі бойынша жауап береді: залалды өтейді, ал ақшаны кешіктірсе, бөтен ақшаны пайдаланғаны үшін тұрақсыздық айыбын төлейді. Тапсырманың сапасы мен мерзімі үшін Оператор жауап бермейді (6.1-т.).',
      'Сторона, нарушившая обязательство, отвечает по Гражданскому кодексу Республики Казахстан: возмещает убытки, а за просрочку денег платит неустойку за пользование чужими деньгами. За качество и сроки задания Оператор не отвечает (п. 6.1).',
    ),
    both(
      'Сотқа дейін Платформа арқылы кінәрат-талап қою міндетті (9.1-т.). Келісімге қол жетпесе, дау Қазақстан Республикасының процестік заңнамасына сәйкес шешіледі (9.2-т.).',
      'До обращения в суд обязательна претензия через Платформу (п. 9.1). Если согласие не достигнуто, спор разрешается по процессуальному законодательству Республики Казахстан (п. 9.2).',
    ),
  );

const forceMajeure = (): Section =>
  section(
    'Еңсерілмейтін күш',
    'Непреодолимая сила',
    both(
      'Еңсерілмейтін күш мән-жайлары кезінде тарап жауапкершіліктен босатылады (8.1-т.). Ол туралы Платформа арқылы хабарлайды; екінші тарап мойындаса, мерзімдер хабарланған сәттен бастап тоқтатыла тұрады.',
      'При обстоятельствах непреодолимой силы сторона освобождается от ответственности (п. 8.1). Она сообщает о них через Платформу; если другая сторона их признала, сроки приостанавливаются с момента сообщения.',
    ),
  );

const confidence = (): Section =>
  section(
    'Құпиялылық және дербес деректер',
    'Конфиденциальность и персональные данные',
    both(
      'Тараптар бір-бірінен алған құпия ақпаратты жария етпейді (7.1-т.).',
      'Стороны не разглашают конфиденциальную информацию, полученную друг от друга (п. 7.1).',
    ),
    both(
      'Екінші тараптың дербес деректерін әр тарап осы міндеттемені орындау үшін ғана, «Дербес деректер және оларды қорғау туралы» Қазақстан Республикасының Заңына сәйкес өңдейді (7.2-т.).',
      'Персональные данные другой стороны каждая сторона обрабатывает только для исполнения этого обязательства, по Закону Республики Казахстан «О персональных данных и их защите» (п. 7.2).',
    ),
  );

const final = (): Section =>
  section(
    'Қорытынды ережелер',
    'Заключительные положения',
    both(
      'Құжат тараптар міндеттемелерін толық орындағанға дейін қолданылады.',
      'Документ действует до полного исполнения обязательств сторон.',
    ),
    both(
      'Қазақ және орыс тілдеріндегі мәтіндердің күші бірдей. Тараптардың өз сөздері жазылған тілінде келтірілген.',
      'Тексты на казахском и русском языках имеют одинаковую силу. Собственные слова сторон приведены на том языке, на котором написаны.',
    ),
  );

/** What binds the parties, and not only what the platform does for one of them: no offering, no reviews, no reminders. */
const BINDING: readonly TermGroup[] = ['contract', 'time', 'safety', 'acceptance', 'money', 'leaving'];

/** Whether a term says anything beside the others: no term of payment where nothing is paid in. */
const applies = (name: TermName, { funding, paper, reworkRounds }: TaskTerms): boolean =>
  ({
    fundWorkingDays: funding !== 'none',
    holdDays: funding === 'hold',
    signWorkingDays: paper === 'signed-contract',
    reworkWorkingDays: reworkRounds > 0,
  })[name as string] ?? true;

function allTerms({ task: { terms } }: DealFacts): Facts {
  const names = TERM_NAMES.filter((name) => BINDING.includes(groupOf(name)) && !/Reminder|Notice/u.test(name) && applies(name, terms));
  return {
    kind: 'facts',
    caption: both('Тапсырманың барлық талаптары', 'Все условия задания'),
    rows: names.flatMap((name) => {
      const value = termOf(terms, name);
      if (value === undefined) return [];
      const { kk, ru } = termWords[name].title;
      return [{ name: { kk, ru }, value: both(valueInWords(name, value, 'kk'), valueInWords(name, value, 'ru')) }];
    }),
  };
}

const signatures = ({ order, customer, contractor, confirmed }: DealFacts): Signatures => ({
  kind: 'signatures',
  of: (['customer', 'contractor'] as const)
    .filter((side) => order.includes(side))
    .map((side) => ({
      role: side === 'customer' ? ROLES.customer : ROLES.contractor,
      party: side === 'customer' ? customer : contractor,
      ...(confirmed[side] !== undefined && { confirmedAt: confirmed[side] }),
    })),
});
