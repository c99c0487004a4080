/** The terms of a task in words: the title, the clause and the formatted value of each. */
import type { Unit } from '../../rules/counted.ts';
import { counted, countedMoments } from '../../rules/counted.ts';
import type { Language, Localized } from '../messages.ts';
import { said } from '../messages.ts';
import type { TaskTerms } from './types.ts';

type Single = string | number | boolean | readonly unknown[];
type NamesIn<Of> = {
  [Name in keyof Of & string]-?: NonNullable<Of[Name]> extends Single ? Name : `${Name}.${NamesIn<NonNullable<Of[Name]>>}`;
}[keyof Of & string];
type ValueAt<Of, Name extends string> = Name extends `${infer First}.${infer Rest}`
  ? First extends keyof Of
    ? ValueAt<NonNullable<Of[First]>, Rest>
    : never
  : Name extends keyof Of
    ? NonNullable<Of[Name]>
    : never;

type Terms = Omit<TaskTerms, 'departures'>;
/** Every term by its name, those of a group by `group.name`. */
export type TermName = NamesIn<Terms>;

type Saying<Value> = [Value] extends [number]
  ? { unit: Unit; zero?: Localized }
  : [Value] extends [readonly number[]]
    ? { unit: 'days' | 'workingDays'; side: 'before' | 'after' }
    : { choices: Record<`${Value & (string | boolean)}`, Localized> };
type Words = { [Name in TermName]: { title: Localized; clause: string } & Saying<ValueAt<Terms, Name>> };

const NO_SHARE = said('алдын ала белгіленген үлес жоқ', 'заранее назначенной доли нет', 'no share is set in advance');

/** A term without words does not compile. */
export const termWords: Words = {
  horizonDays: {
    title: said(
      'Жұмыстың аяқталуы жарияланған күннен бастап қанша күннен алыс болмауы керек',
      'На сколько дней вперёд может быть назначено окончание работы',
      'How far ahead the work may end',
    ),
    clause: 'platform',
    unit: 'days',
  },
  acceptDays: {
    title: said(
      'Тапсырманы қабылдау мерзімі, егер басқа күн белгіленбесе',
      'Срок принятия задания, если не назван другой день',
      'Time to accept the task, where no other day is named',
    ),
    clause: 'platform',
    unit: 'days',
  },
  acceptReminderHours: {
    title: said(
      'Қабылдау мерзімі аяқталғанға дейін тапсырыс берушіге ескерту',
      'Напоминание заказчику до конца срока принятия',
      'Reminder to the customer before the time to accept ends',
    ),
    clause: 'platform',
    unit: 'hours',
  },
  startReminderHours: {
    title: said(
      'Жұмыс басталғанға дейін тараптарға ескерту',
      'Напоминание сторонам до начала работы',
      'Reminder to both parties before the start',
    ),
    clause: 'platform',
    unit: 'hours',
  },
  startGraceHours: {
    title: said(
      'Жұмысты бастаудан ең көп қанша уақыт кешіккеннен кейін орындаушы келмеді деп саналады; шарт, ақша немесе нұсқама басталу уақытынан кеш дайын болса, жұмысты бастауға да сонша уақыт беріледі',
      'Наибольшее опоздание с началом работы, после которого считается, что исполнитель не явился; столько же даётся, чтобы приступить, если договор, деньги или инструктаж появились позже начала',
      'Longest delay of the start, after which the contractor counts as not having come; as long is given to start where the contract, the money or the briefing came after the agreed start',
    ),
    clause: 'platform',
    unit: 'hours',
  },
  graceShare: {
    title: said(
      'Кешігуге берілетін уақыттың шегі: жұмыс ұзақтығының үлесі',
      'Предел времени на опоздание: доля продолжительности работы',
      'Limit of the time for being late: a share of the length of the work',
    ),
    clause: 'platform',
    unit: 'percent',
  },
  dueReminderHours: {
    title: said(
      'Жұмысты орындау мерзімі аяқталғанға дейін орындаушыға ескерту',
      'Напоминание исполнителю до конца срока выполнения',
      'Reminder to the contractor before the work is due',
    ),
    clause: 'platform',
    unit: 'hours',
  },
  lateNoticeHours: {
    title: said(
      'Кешігу туралы хатқа дейінгі уақыт (бас тарту құқығы бірден пайда болады)',
      'Время до письма об опоздании (право отказаться возникает сразу)',
      'Time until a delay is told (the right to leave arises at once)',
    ),
    clause: 'platform',
    unit: 'hours',
  },
  openReminderWorkingDays: {
    title: said(
      'Тапсырма бойынша ештеңе болмай тұрғаны туралы ескертулер',
      'Напоминания о том, что по заданию ничего не происходит',
      'Reminders that nothing happens to the task by itself',
    ),
    clause: 'platform',
    unit: 'workingDays',
    side: 'after',
  },
  overdueGraceHours: {
    title: said(
      'Орындау мерзімінен кейінгі ең көп қосымша уақыт',
      'Наибольшее дополнительное время после срока выполнения',
      'Longest additional time after the work is due',
    ),
    clause: 'platform',
    unit: 'hours',
  },
  reviewWorkingDays: {
    title: said('Жұмысты қабылдап алу мерзімі', 'Срок приёмки работы', 'Time to review the work'),
    clause: '4.3.3',
    unit: 'workingDays',
  },
  reviewReminderWorkingDays: {
    title: said(
      'Жұмыс тапсырылғаннан кейін тапсырыс берушіге қабылдап алу туралы ескертулер',
      'Напоминания заказчику о приёмке после сдачи работы',
      'Reminders to the customer to review the work, after it was submitted',
    ),
    clause: '4.3.3',
    unit: 'workingDays',
    side: 'after',
  },
  silence: {
    title: said(
      'Тапсырыс беруші қабылдап алу мерзімінде жауап бермесе',
      'Если заказчик не ответил в срок приёмки',
      'If the customer does not answer within the time to review',
    ),
    clause: '4.3.3',
    choices: {
      claim: said(
        'жұмыс қабылданды деп саналмайды, орындаушы кінәрат-талап қоя алады',
        'работа не считается принятой, исполнитель может заявить претензию',
        'the work does not count as approved; the contractor may make a claim',
      ),
      'one-sided': said(
        'акт біржақты ресімделеді, жұмыс үшін ақы төленуге тиіс',
        'акт оформляется в одностороннем порядке, работа подлежит оплате',
        'the act is drawn by one side, and the work becomes payable',
      ),
      approved: said(
        'жұмыс қабылданды деп саналады және ақы төленуге тиіс',
        'работа считается принятой и подлежит оплате',
        'the work counts as approved and becomes payable',
      ),
    },
  },
  reworkRounds: {
    title: said(
      'Жұмысты қайта өңдеуге ең көп қанша рет қайтаруға болады',
      'Сколько раз работу можно вернуть на доработку',
      'How often the work may be sent back',
    ),
    clause: 'platform',
    unit: 'times',
    zero: said('қайта өңдеуге қайтаруға болмайды', 'возврат на доработку не предусмотрен', 'the work may not be sent back'),
  },
  reworkWorkingDays: {
    title: said('Қайта өңдеу мерзімі', 'Срок доработки', 'Time for rework'),
    clause: 'platform',
    unit: 'workingDays',
  },
  payWorkingDays: {
    title: said('Қабылданған жұмысқа ақы төлеу мерзімі', 'Срок оплаты принятой работы', 'Time to pay for approved work'),
    clause: '5.2',
    unit: 'workingDays',
  },
  payReminderWorkingDays: {
    title: said(
      'Жұмыс қабылданғаннан кейін тапсырыс берушіге төлем туралы ескертулер',
      'Напоминания заказчику об оплате после приёмки работы',
      'Reminders to the customer to pay, after the work was approved',
    ),
    clause: '5.2',
    unit: 'workingDays',
    side: 'after',
  },
  confirmWorkingDays: {
    title: said(
      'Орындаушының төлем туралы хабарламаға жауап беру мерзімі',
      'Срок ответа исполнителя на сообщение об оплате',
      'Time for the contractor to answer a report of payment',
    ),
    clause: '5.2',
    unit: 'workingDays',
  },
  pricedResponses: {
    title: said('Өтінімде өз бағасын ұсыну', 'Своя цена в отклике', 'A price of one’s own in a response'),
    clause: 'platform',
    choices: {
      true: said('болады', 'допускается', 'allowed'),
      false: said('болмайды', 'не допускается', 'not allowed'),
    },
  },
  paper: {
    title: said('Тараптарды не байланыстырады', 'Чем связаны стороны', 'What binds the parties'),
    clause: '3.4',
    choices: {
      order: said(
        'тапсырманы қабылдау; тапсырыс соның негізінде ресімделеді',
        'принятие задания; заказ оформляется по нему',
        'acceptance of the task; the order is drawn from it',
      ),
      'signed-contract': said(
        'тапсырманы қабылдау және екі тарап растайтын шарт',
        'принятие задания и договор, который подтверждают обе стороны',
        'acceptance of the task, and a contract that both parties confirm',
      ),
    },
  },
  signWorkingDays: {
    title: said('Шартты растау мерзімі', 'Срок подтверждения договора', 'Time to confirm the contract'),
    clause: 'platform',
    unit: 'workingDays',
  },
  signReminderWorkingDays: {
    title: said(
      'Құжат жасалғаннан кейін оны растау туралы ескертулер',
      'Напоминания о подтверждении документа после его составления',
      'Reminders to confirm a document, after it was drawn',
    ),
    clause: 'platform',
    unit: 'workingDays',
    side: 'after',
  },
  funding: {
    title: said('Жұмыс басталғанға дейінгі ақша', 'Деньги до начала работы', 'Money before the work begins'),
    clause: 'platform',
    choices: {
      none: said('алдын ала енгізілмейді', 'заранее не вносятся', 'nothing is paid in'),
      hold: said('тапсырыс берушінің картасында бұғатталады', 'блокируются на карте заказчика', 'held on the card of the customer'),
      prepaid: said(
        'тапсырыс беруші алдын ала төлейді, төленуге тиіс емес қалдық оған қайтарылады',
        'вносятся заказчиком заранее, то, что не причитается исполнителю, возвращается',
        'prepaid by the customer; what is not due to the contractor goes back',
      ),
    },
  },
  fundWorkingDays: {
    title: said(
      'Тапсырыс берушінің ақша енгізу мерзімі, егер ол алдын ала енгізілсе',
      'Срок внесения денег заказчиком, если они вносятся заранее',
      'Time for the customer to pay in, where money is paid in before the work',
    ),
    clause: 'platform',
    unit: 'workingDays',
  },
  holdDays: {
    title: said(
      'Банк картадағы ақшаны ең көп қанша күн бұғаттап тұрады',
      'Сколько дней банк может блокировать деньги на карте',
      'How long a bank may hold money on a card',
    ),
    clause: 'platform',
    unit: 'days',
  },
  briefHours: {
    title: said(
      'Қауіптер көрсетілсе, нұсқаманың жұмыс басталғанға дейінгі ең аз мерзімі',
      'Наименьшее время от инструктажа до начала работы, если указаны риски',
      'Least time from the briefing to the start of the work, where there are hazards',
    ),
    clause: '4.3.2',
    unit: 'hours',
    zero: said('жұмыс басталғанға дейін', 'к началу работы', 'by the start of the work'),
  },
  cancelCost: {
    title: said(
      'Тапсырыс беруші жұмыс басталғанға дейін негізсіз бас тартса, қабылданбаған жұмыс бағасынан төлейтін үлесі',
      'Доля цены непринятой работы, которую платит заказчик, отказавшись без основания до начала работы',
      'Share of the price of work not approved that a customer pays who leaves without a ground before the start',
    ),
    clause: 'platform',
    unit: 'percent',
    zero: NO_SHARE,
  },
  cancelCostOfWork: {
    title: said(
      'Тапсырыс беруші жұмыс басталғаннан кейін негізсіз бас тартса, қабылданбаған жұмыс бағасынан төлейтін үлесі',
      'Доля цены непринятой работы, которую платит заказчик, отказавшись без основания после начала работы',
      'Share of the price of work not approved that a customer pays who leaves without a ground once the work has begun',
    ),
    clause: 'platform',
    unit: 'percent',
    zero: NO_SHARE,
  },
  earlyStart: {
    title: said(
      'Жұмысты келісілген уақыттан бұрын, тапсырыс берушінің рұқсатынсыз бастау',
      'Начало работы раньше согласованного времени без разрешения заказчика',
      'Starting before the agreed time without asking the customer',
    ),
    clause: '4.3.2',
    choices: {
      true: said('болады', 'допускается', 'allowed'),
      false: said('болмайды', 'не допускается', 'not allowed'),
    },
  },
  holdPatienceDays: {
    title: said(
      'Тоқтата тұру қанша уақытқа созылғаннан кейін тараптар тапсырмадан өтемақысыз бас тарта алады',
      'Длительность приостановки, после которой стороны могут отказаться от задания без компенсации',
      'Length of a hold after which the parties may give up the task without compensation',
    ),
    clause: 'platform',
    unit: 'days',
  },
  reviewDays: {
    title: said(
      'Тапсырма аяқталғаннан кейін пікір жазу мерзімі',
      'Срок для отзывов после завершения задания',
      'Time to write reviews after the task has closed',
    ),
    clause: 'platform',
    unit: 'days',
  },
  'review.reminderHours': {
    title: said(
      'Пікір жазу мерзімі аяқталғанға дейін ескерту',
      'Напоминание об отзыве до конца срока',
      'Reminder to write a review before the time for it ends',
    ),
    clause: 'platform',
    unit: 'hours',
  },
  'review.replyDays': {
    title: said('Жарияланған пікірге жауап беру мерзімі', 'Срок ответа на опубликованный отзыв', 'Time to reply to a published review'),
    clause: 'platform',
    unit: 'days',
  },
  'fee.rate': {
    title: said(
      'Тапсырыс беруші Операторға төлейтін сыйақы, қабылданған жұмыс бағасынан',
      'Вознаграждение Оператору от цены принятой работы, его платит заказчик',
      'Fee of the operator, of the price of approved work, paid by the customer',
    ),
    clause: '3.2',
    unit: 'percent',
  },
  'fee.minimum': {
    title: said(
      'Осы сыйақының бір тапсырма бойынша ең аз мөлшері',
      'Наименьший размер этого вознаграждения за задание',
      'Least of that fee for a task',
    ),
    clause: '3.2',
    unit: 'tenge',
  },
  'fee.maximum': {
    title: said(
      'Осы сыйақының бір тапсырма бойынша ең көп мөлшері',
      'Наибольший размер этого вознаграждения за задание',
      'Most of that fee for a task',
    ),
    clause: '3.2',
    unit: 'tenge',
  },
  'fee.payWorkingDays': {
    title: said('Операторға сыйақы төлеу мерзімі', 'Срок оплаты вознаграждения Оператору', 'Time to pay the fee of the operator'),
    clause: '5.1',
    unit: 'workingDays',
  },
  'fee.openReminderWorkingDays': {
    title: said(
      'Сыйақы бойынша ештеңе болмай тұрғаны туралы ескертулер',
      'Напоминания о том, что по вознаграждению ничего не происходит',
      'Reminders that nothing happens to a fee by itself',
    ),
    clause: 'platform',
    unit: 'workingDays',
    side: 'after',
  },
  'fee.reminderWorkingDays': {
    title: said(
      'Сыйақы есептелгеннен кейін тапсырыс берушіге ескертулер',
      'Напоминания заказчику об оплате вознаграждения после его начисления',
      'Reminders to the customer to pay the fee, after it was charged',
    ),
    clause: '5.1',
    unit: 'workingDays',
    side: 'after',
  },
  'fee.penalty.perDayBasisPoints': {
    title: said(
      'Операторға сыйақыны кешіктіріп төлегені үшін бір күнгі өсімпұл',
      'Пеня за день просрочки вознаграждения Оператору',
      'Penalty for each day that the fee of the operator is late',
    ),
    clause: '6.3',
    unit: 'percent',
  },
  'fee.penalty.capBasisPoints': {
    title: said('Осы өсімпұлдың ең көп мөлшері', 'Наибольший размер этой пени', 'Limit of that penalty'),
    clause: '6.3',
    unit: 'percent',
  },
  'fee.penalty.capBase': {
    title: said(
      'Өсімпұлдың ең көп мөлшері неден есептеледі',
      'От чего считается наибольший размер пени',
      'What the limit of the penalty is a share of',
    ),
    clause: '6.3',
    choices: {
      initial: said(
        'мерзімі өткізіп алынған бастапқы сомадан',
        'от первоначальной просроченной суммы',
        'the sum that was overdue at first',
      ),
      current: said('мерзімі өткізіп алынған қалдықтан', 'от просроченного остатка', 'the sum that is still overdue'),
    },
  },
  'fee.penalty.firstDay': {
    title: said(
      'Өсімпұл төлеу мерзімінен кейін қанша күн өткенде есептеле бастайды',
      'Через сколько дней после срока оплаты начинает начисляться пеня',
      'Days after the due day on which the penalty begins',
    ),
    clause: '6.3',
    unit: 'days',
  },
  'fee.penalty.paidFirst': {
    title: said(
      'Екеуіне де жетпейтін төлем алдымен неге есептеледі',
      'Что погашается первым, если платежа не хватает на всё',
      'What is settled first by a payment that is not enough for both',
    ),
    clause: '6.3',
    choices: {
      principal: said('сыйақы', 'вознаграждение', 'the fee'),
      penalty: said('өсімпұл', 'пеня', 'the penalty'),
    },
  },
  'debt.payDays': {
    title: said(
      'Бір тараптың екіншісіне берешегін төлеу мерзімі, егер басқа күн белгіленбесе',
      'Срок оплаты долга одной стороны перед другой, если не назван другой день',
      'Time to pay a debt of one party to the other, where no other day is named',
    ),
    clause: 'platform',
    unit: 'days',
  },
  'debt.reminderDaysBefore': {
    title: said(
      'Борышты төлейтін соңғы күнге дейінгі ескертулер',
      'Напоминания до последнего дня оплаты долга',
      'Reminders before the last day to pay a debt',
    ),
    clause: 'platform',
    unit: 'days',
    side: 'before',
  },
  'debt.overdueReminderDays': {
    title: said(
      'Борышты төлейтін соңғы күннен кейінгі ескертулер',
      'Напоминания после последнего дня оплаты долга',
      'Reminders after the last day to pay a debt',
    ),
    clause: 'platform',
    unit: 'days',
    side: 'after',
  },
  'debt.answerWorkingDays': {
    title: said(
      'Борышты төлеу туралы хабарламаға жауап беру мерзімі',
      'Срок ответа на сообщение об оплате долга',
      'Time to answer a report that a debt was paid',
    ),
    clause: 'platform',
    unit: 'workingDays',
  },
  'debt.openReminderWorkingDays': {
    title: said(
      'Борыш бойынша ештеңе болмай тұрғаны туралы ескертулер',
      'Напоминания о том, что по долгу ничего не происходит',
      'Reminders that nothing happens to a debt by itself',
    ),
    clause: 'platform',
    unit: 'workingDays',
    side: 'after',
  },
  'debt.mostPayments': {
    title: said(
      'Бір борыш бойынша төлемдер мен төлем туралы хабарламалардың барынша көп саны',
      'Предельное число оплат одного долга и сообщений об оплате',
      'The most payments of one debt and reports of payment together',
    ),
    clause: 'platform',
    unit: 'times',
  },
  'debt.answerReminderWorkingDays': {
    title: said(
      'Борышты төлеу туралы хабарламадан кейін жауап беру туралы ескертулер',
      'Напоминания об ответе после сообщения об оплате долга',
      'Reminders to answer, after a debt was reported as paid',
    ),
    clause: 'platform',
    unit: 'workingDays',
    side: 'after',
  },
};

const NO_REMINDERS = said('ескертулер жоқ', 'напоминаний нет', 'no reminders');

/** The groups of terms, by which a client may fold them. */
export const TERM_GROUPS = {
  offering: said('Орналастыру және қабылдау', 'Размещение и принятие', 'Posting and acceptance'),
  contract: said('Шарт', 'Договор', 'Contract'),
  time: said('Жұмыстың мерзімдері', 'Сроки работы', 'Time of the work'),
  safety: said('Нұсқама және тоқтатулар', 'Инструктаж и приостановки', 'Briefing and holds'),
  acceptance: said('Жұмысты қабылдап алу', 'Приёмка работы', 'Approval of the work'),
  money: said('Төлем', 'Оплата', 'Payment'),
  leaving: said('Шарттан бас тарту', 'Отказ от договора', 'Leaving the deal'),
  fee: said('Оператордың сыйақысы', 'Вознаграждение Оператора', 'Operator’s fee'),
  debts: said('Тараптардың борыштары', 'Долги сторон', 'Debts of the parties'),
  reviews: said('Пікірлер мен еске салулар', 'Отзывы и напоминания', 'Reviews and reminders'),
} satisfies Record<string, Localized>;
export type TermGroup = keyof typeof TERM_GROUPS;

/** A term without a group does not compile. */
const GROUPS: Record<Exclude<TermName, `${string}.${string}`>, TermGroup> = {
  horizonDays: 'offering',
  acceptDays: 'offering',
  acceptReminderHours: 'offering',
  pricedResponses: 'offering',
  paper: 'contract',
  signWorkingDays: 'contract',
  signReminderWorkingDays: 'contract',
  startReminderHours: 'time',
  startGraceHours: 'time',
  earlyStart: 'time',
  graceShare: 'time',
  dueReminderHours: 'time',
  lateNoticeHours: 'time',
  overdueGraceHours: 'time',
  briefHours: 'safety',
  holdPatienceDays: 'safety',
  reviewWorkingDays: 'acceptance',
  reviewReminderWorkingDays: 'acceptance',
  silence: 'acceptance',
  reworkRounds: 'acceptance',
  reworkWorkingDays: 'acceptance',
  funding: 'money',
  fundWorkingDays: 'money',
  holdDays: 'money',
  payWorkingDays: 'money',
  payReminderWorkingDays: 'money',
  confirmWorkingDays: 'money',
  cancelCost: 'leaving',
  cancelCostOfWork: 'leaving',
  reviewDays: 'reviews',
  openReminderWorkingDays: 'reviews',
};
const OF_LIVES = { review: 'reviews', fee: 'fee', debt: 'debts' } as const satisfies Record<string, TermGroup>;

/** The group of a term: those of another life stand together. */
export const groupOf = (name: TermName): TermGroup =>
  name in GROUPS ? GROUPS[name as keyof typeof GROUPS] : OF_LIVES[name.split('.')[0] as keyof typeof OF_LIVES];

/** The names of terms, in the order in which people read them. */
export const TERM_NAMES = Object.keys(termWords) as TermName[];

/** A term's value by its name. Undefined if a task has no such term. */
export const termOf = (terms: TaskTerms, name: TermName): unknown =>
  name.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], terms);

/** A value of a term in words with its unit: `5 рабочих дней`, `10 %`. @throws for a choice that has no words. */
export function valueInWords(name: TermName, value: unknown, language: Language): string {
  const words: { unit?: Unit; zero?: Localized; side?: 'before' | 'after'; choices?: Record<string, Localized> } = termWords[name];
  if (words.choices !== undefined) {
    const choice = words.choices[String(value)];
    if (choice === undefined) throw new Error(`no words for ${name} ${String(value)}`);
    return choice[language];
  }
  if (Array.isArray(value)) {
    const { unit, side = 'after' } = words as { unit: 'days' | 'workingDays'; side?: 'before' | 'after' };
    return value.length === 0 ? NO_REMINDERS[language] : countedMoments(value as number[], unit, side, language);
  }
  if (value === 0 && words.zero !== undefined) return words.zero[language];
  return counted(value as number, words.unit ?? 'times', language);
}
