/** What people read of an invoice. Russian leads: the offer is in Russian. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { OPEN_REMINDER } from '../open-ends.ts';
import { proposalRules } from '../proposal-words.ts';
import { silence } from './silence.ts';

export const invoiceMessages = defineMessages({
  life: { kk: 'Оператордың шоты', ru: 'Счёт Оператора', en: 'Invoice of the operator' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: { kk: 'Платформа шот жасайды.', ru: 'Платформа составляет счёт.', en: 'The platform draws the invoice.' },
    },
    drawn: {
      name: { kk: 'Жіберілуде', ru: 'Отправляется', en: 'Being sent' },
      waits: {
        kk: 'Платформа шотты тапсырыс берушіге жібереді. Төлем мерзімі жіберілген күннен есептеледі.',
        ru: 'Платформа отправляет счёт заказчику. Срок оплаты считается со дня отправки.',
        en: 'The platform sends the invoice to the customer. The term of payment runs from the day of sending.',
      },
    },
    withheld: {
      name: { kk: 'Жіберілмеді', ru: 'Не отправлен', en: 'Not sent' },
      waits: {
        kk: 'Шот тапсырыс берушіге жіберілмеген, сондықтан төлем мерзімі басталмаған. Оператор оны қайта жібереді.',
        ru: 'Счёт не был отправлен заказчику, поэтому срок оплаты не начался. Оператор отправляет его заново.',
        en: 'The invoice was not sent to the customer, so the term of payment has not begun. The operator sends it again.',
      },
    },
    sent: {
      name: { kk: 'Төлем күтілуде', ru: 'Ожидается оплата', en: 'Payment awaited' },
      waits: {
        kk: 'Тапсырыс беруші шот сомасын мерзім ішінде Оператордың деректемелеріне аударады. Төлем түскенде Оператор оны белгілейді.',
        ru: 'Заказчик в срок перечисляет сумму счёта на реквизиты Оператора. Поступление отмечает Оператор.',
        en: 'The customer transfers the sum of the invoice to the operator’s account within the term. The operator records the money when it comes.',
      },
    },
    partlyPaid: {
      name: { kk: 'Жартылай төленді', ru: 'Оплачен частично', en: 'Partly paid' },
      waits: {
        kk: 'Шоттың бір бөлігі төленді. Тапсырыс беруші қалдығын мерзім ішінде аударады.',
        ru: 'Часть счёта оплачена. Заказчик в срок перечисляет остаток.',
        en: 'A part of the invoice is paid. The customer transfers the rest within the term.',
      },
    },
    overdue: {
      name: { kk: 'Төлем мерзімі аяқталды', ru: 'Оплата просрочена', en: 'Overdue' },
      waits: {
        kk: 'Төлем мерзімі аяқталды, кешіктірілген әр күн үшін өсімпұл есептеледі. Тапсырыс беруші шот пен өсімпұлды төлеуге тиіс.',
        ru: 'Срок оплаты прошёл, за каждый день просрочки начисляется пеня. Заказчику нужно оплатить счёт и пеню.',
        en: 'The term of payment has passed and a penalty accrues for each day of delay. The customer is to pay the invoice and the penalty.',
      },
    },
    capped: {
      name: { kk: 'Өсімпұл шекті мөлшеріне жетті', ru: 'Достигнут предельный размер пени', en: 'Penalty at its cap' },
      waits: {
        kk: 'Өсімпұл шекті мөлшеріне жетті, оны әрі қарай есептеу тоқтатылды. Тапсырыс беруші шот пен өсімпұлды төлеуге тиіс.',
        ru: 'Достигнут предельный размер пени, дальнейшее начисление прекращено. Заказчику нужно оплатить счёт и пеню.',
        en: 'The penalty has reached its cap and no more accrues. The customer is to pay the invoice and the penalty.',
      },
    },
    disputed: {
      name: { kk: 'Дау айтылды', ru: 'Оспорен', en: 'Contested' },
      waits: {
        kk: 'Тапсырыс беруші шотқа дау айтты. Оператор шот сомасын азайтады немесе шотты күшінде қалдырады.',
        ru: 'Заказчик оспорил счёт. Оператор уменьшает сумму или оставляет счёт в силе.',
        en: 'The customer has contested the invoice. The operator lowers the sum or upholds the invoice.',
      },
    },
    over: {
      name: { kk: 'Есеп айырысылды', ru: 'Рассчитан', en: 'Nothing is owed' },
      waits: { kk: 'Төлейтін ештеңе қалған жоқ.', ru: 'Платить больше нечего.', en: 'Nothing is left to be paid.' },
    },
    settled: {
      name: { kk: 'Жабылды', ru: 'Закрыт', en: 'Settled' },
      waits: {
        kk: 'Шот бойынша төлейтін ештеңе жоқ. Картамен төленген ақшаны төлеушінің банкі белгілі мерзім ішінде қайтарып ала алады, сонда шот қайта ашылады.',
        ru: 'По счёту платить нечего. Уплаченное картой банк плательщика ещё может отозвать, тогда счёт откроется снова.',
        en: 'Nothing is to be paid. The payer’s bank may still take back what was paid by card: then the invoice is open again.',
      },
    },
    paid: {
      name: { kk: 'Төленді', ru: 'Оплачен', en: 'Paid' },
      waits: {
        kk: 'Шот толық төленді. Енді ештеңе талап етілмейді.',
        ru: 'Счёт оплачен полностью. Больше ничего не требуется.',
        en: 'The invoice is paid in full. Nothing more is expected.',
      },
    },
    credited: {
      name: { kk: 'Күші жойылды', ru: 'Аннулирован', en: 'Credited' },
      waits: {
        kk: 'Оператор шот сомасын толық азайтты. Ештеңе төлеудің қажеті жоқ.',
        ru: 'Оператор уменьшил счёт на всю сумму. Платить ничего не нужно.',
        en: 'The operator has credited the whole invoice. Nothing is to be paid.',
      },
    },
    writtenOff: {
      name: { kk: 'Кешірілді', ru: 'Прощён', en: 'Forgiven' },
      waits: {
        kk: 'Оператор қалдықты өндіріп алудан бас тартты. Ештеңе төлеудің қажеті жоқ.',
        ru: 'Оператор отказался от взыскания остатка. Платить ничего не нужно.',
        en: 'The operator has waived the rest of the debt. Nothing is to be paid.',
      },
    },
  },

  silence,

  commands: {
    pay: { kk: 'Картамен төлеу', ru: 'Оплатить картой', en: 'Pay by card' },
    recordPayment: { kk: 'Түскен төлемді белгілеу', ru: 'Отметить поступление оплаты', en: 'Record a payment' },
    sendAgain: { kk: 'Шотты қайта жіберу', ru: 'Отправить счёт заново', en: 'Send the invoice again' },
    warnAgain: { kk: 'Шектеу туралы қайта ескерту', ru: 'Предупредить об ограничении заново', en: 'Warn of the limit again' },
    dispute: { kk: 'Шотқа дау айту', ru: 'Оспорить счёт', en: 'Contest the invoice' },
    uphold: { kk: 'Шотты күшінде қалдыру', ru: 'Оставить счёт в силе', en: 'Uphold the invoice' },
    credit: { kk: 'Шот сомасын азайту', ru: 'Уменьшить сумму счёта', en: 'Credit the invoice' },
    claimPenalty: { kk: 'Өсімпұлды талап ету', ru: 'Потребовать пеню', en: 'Claim the penalty' },
    writeOff: { kk: 'Борышты кешіру', ru: 'Простить задолженность', en: 'Forgive the debt' },
  },

  timers: {
    openReminder: OPEN_REMINDER,
    invoiceReminder: {
      kk: 'Тапсырыс берушіге шотты төлеу ескертіледі',
      ru: 'Напоминание заказчику об оплате счёта',
      en: 'The customer is reminded to pay the invoice',
    },
    dueBy: {
      kk: 'Төлем мерзімі аяқталады, өсімпұл есептеле бастайды',
      ru: 'Срок оплаты истекает, начинает начисляться пеня',
      en: 'The term of payment ends, and a penalty begins to accrue',
    },
    warnBy: {
      kk: 'Тапсырыс берушіге жаңа тапсырмалардың шектелетіні ескертіледі',
      ru: 'Предупреждение заказчику: новые задания будут ограничены',
      en: 'The customer is warned that new tasks will be limited',
    },
    limitBy: {
      kk: 'Төлем түскенге дейін тапсырыс беруші жаңа тапсырма орналастыра алмайды',
      ru: 'До оплаты заказчик не сможет размещать новые задания',
      en: 'Until the payment comes, the customer posts no new tasks',
    },
    capBy: { kk: 'Өсімпұл шекті мөлшеріне жетеді', ru: 'Пеня достигает предельного размера', en: 'The penalty reaches its cap' },
  },

  rules: {
    ...proposalRules,
    paymentDayHasCome: {
      kk: 'Төлем күні болашақта бола алмайды. Ақша түскен күнді көрсетіңіз.',
      ru: 'День оплаты не может быть в будущем. Укажите день, когда деньги поступили.',
      en: 'The day of payment cannot be in the future. Name the day on which the money came.',
    },
    amountIsPaid: { kk: 'Сома нөлден артық болуы керек.', ru: 'Сумма должна быть больше нуля.', en: 'The sum must be above zero.' },
    amountIsCharged: {
      kk: 'Шоттың осы уақытқа дейін азайтылмаған сомасынан артық азайтуға болмайды. Нөлден артық және одан аспайтын соманы көрсетіңіз.',
      ru: 'Уменьшить можно не больше чем на ту сумму счёта, которая ещё не уменьшена. Укажите сумму больше нуля и не больше неё.',
      en: 'No more can be credited than what was charged and not credited yet. Name a sum above zero and no more than that.',
    },
    noPageIsOpen: {
      kk: 'Бұл шоттың төлем беті ашылып қойған. Сонда төлеңіз немесе төлемнен бас тартыңыз.',
      ru: 'Страница оплаты этого счёта уже открыта. Заплатите на ней или отмените платёж.',
      en: 'A page to pay this invoice on is open already. Pay on it, or cancel the payment.',
    },
    sumIsSmall: {
      kk: 'Қалдық картамен төленетін ең көп сомадан артық. Соманы шотта көрсетілген деректемелерге аударыңыз.',
      ru: 'Остаток больше, чем можно оплатить картой. Перечислите его на реквизиты, указанные в счёте.',
      en: 'More is left than can be paid by card. Please transfer it to the account that the invoice names.',
    },
    noBankMayTakeBack: {
      kk: 'Картамен төлем жүріп жатыр, немесе картамен төленгенді банк әлі қайтарып ала алады, сонда ол қайта борыш болады. Ол мерзім өткенше борыш кешірілмейді.',
      ru: 'Идёт оплата картой, или банк ещё может отозвать уплаченное картой, и это снова станет долгом. До конца этого срока задолженность не прощают.',
      en: 'A payment by card is under way, or a bank may still take back what was paid by card, which would then be owed again. Until that is over, the debt is not forgiven.',
    },
    creditsAll: {
      kk: 'Бұл сома шотты толық азайтпайды.',
      ru: 'Эта сумма не уменьшает счёт полностью.',
      en: 'This sum does not credit the whole invoice.',
    },
    settlesAll: {
      kk: 'Бұл сома төленбеген қалдықты толық жаппайды.',
      ru: 'Эта сумма не покрывает неоплаченный остаток полностью.',
      en: 'This sum does not settle all that is unpaid.',
    },
    capIsReached: {
      kk: 'Өсімпұл шекті мөлшеріне жетпеген.',
      ru: 'Пеня ещё не достигла предельного размера.',
      en: 'The penalty has not reached its cap yet.',
    },
    warningFailed: {
      kk: 'Қайта жіберілетін ескерту жоқ: ол жіберілген немесе оның уақыты келмеген.',
      ru: 'Отправлять заново нечего: предупреждение ушло или его срок не наступил.',
      en: 'No warning is to be sent again: it was sent, or its day has not come.',
    },
    penaltyIsOwed: {
      kk: 'Төленбеген өсімпұл жоқ: талап ететін ештеңе жоқ.',
      ru: 'Неоплаченной пени нет: требовать нечего.',
      en: 'No penalty is unpaid, so there is nothing to claim.',
    },
  },

  duties: {
    sendAgain: {
      kk: 'Шот жіберілмеді: деректемелерді көрсетіп, мекенжайды тексеріп, қайта жіберіңіз',
      ru: 'Счёт не отправлен: укажите реквизиты, проверьте адрес и отправьте заново',
      en: 'An invoice was not sent: name the account to pay to, check the address, and send it again',
    },
    warnAgain: {
      kk: 'Жаңа тапсырмалардың шектелетіні туралы ескерту жіберілмеді: мекенжайды тексеріп, қайта жіберіңіз',
      ru: 'Предупреждение об ограничении новых заданий не ушло: проверьте адрес и отправьте заново',
      en: 'A warning that new tasks will be limited was not sent: check the address, and send it again',
    },
    answerDispute: {
      kk: 'Тапсырыс беруші шотқа дау айтты: сомасын азайтыңыз немесе шотты күшінде қалдырыңыз',
      ru: 'Заказчик оспорил счёт: уменьшите сумму или оставьте счёт в силе',
      en: 'A customer has contested an invoice: credit it or uphold it',
    },
  },

  notices: {
    'invoice-withheld': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот тапсырыс берушіге жіберілмеді',
        ru: 'Счёт № {number} заказчику не отправлен',
        en: 'Invoice {number} was not sent to the customer',
      },
      body: {
        kk: '№ {number} шот ({sum}) тапсырыс берушіге ешбір арнамен жіберілмеген немесе Оператордың деректемелері көрсетілмеген. Төлем мерзімі басталмады. Себебін жойып, шотты қайта жіберіңіз.',
        ru: 'Счёт № {number} на {sum} не дошёл до заказчика ни по одному каналу, или реквизиты Оператора не были указаны. Срок оплаты не начался. Устраните причину и отправьте счёт заново.',
        en: 'Invoice {number} for {sum} reached the customer by no channel, or the operator had named no account. The term of payment has not begun. Please remove the cause and send the invoice again.',
      },
    },
    'invoice-sent': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Оператордың сыйақысын төлеуге № {number} шот: {sum}',
        ru: 'Счёт № {number} на оплату вознаграждения Оператора: {sum}',
        en: 'Invoice {number} for the operator’s fees: {sum}',
      },
      body: {
        kk: 'Оператордың сыйақысы үшін № {number} шот жасалды, төленетін сома: {sum}. Шот пен көрсетілген қызметтер актісі Жеке кабинеттегі құжаттарда. Соманы Оператордың деректемелеріне аударып, төлем мақсатында шоттың нөмірін көрсетіңіз. Төлем мерзімі: {day}, егер бұл хабарлама кейінірек жіберілсе, мерзім соған қарай ұзарады. {requisites}',
        ru: 'Составлен счёт № {number} за вознаграждение Оператора, к оплате {sum}. Счёт и акт оказанных услуг — в документах Личного кабинета. Перечислите сумму на реквизиты Оператора и укажите в назначении платежа номер счёта. Срок оплаты — до {day} включительно; если это уведомление отправлено позже, срок продлевается. {requisites}',
        en: 'Invoice {number} for the operator’s fees has been drawn; to be paid: {sum}. The invoice and the act of services are among the documents of your cabinet. Please transfer the sum to the operator’s account and name the number of the invoice in the purpose of the payment. The term of payment ends on {day}; if this notice was sent later, the term is longer. {requisites}',
      },
      unpayable: {
        kk: 'Оператордың сыйақысы үшін № {number} шот жасалды: {sum}. Оператор төлем деректемелерін әлі көрсетпеген, сондықтан әзірге төлеудің қажеті жоқ және өсімпұл есептелмейді. Деректемелер көрсетілгенде жаңа хабарлама жіберіледі, төлем мерзімі содан басталады.',
        ru: 'Составлен счёт № {number} за вознаграждение Оператора: {sum}. Реквизиты для оплаты Оператор ещё не указал, поэтому пока платить не нужно и пеня не начисляется. Когда реквизиты появятся, придёт новое уведомление: срок оплаты пойдёт с него.',
        en: 'Invoice {number} for the operator’s fees has been drawn: {sum}. The operator has named no account to pay to yet, so you need not pay for now and no penalty accrues. Once it is named, a new notice will come: the term of payment runs from it.',
      },
    },
    'invoice-reminder': {
      legal: 'unlessMailed',
      subject: { kk: '№ {number} шотты төлеу мерзімі жақын', ru: 'Скоро срок оплаты счёта № {number}', en: 'Invoice {number} is due soon' },
      body: {
        kk: '№ {number} шот толық төленген жоқ. Қалдығы: {rest}. Төлем мерзімі: {deadline}. Мерзімінен кейін әр күн үшін өсімпұл есептеледі (6.3-тармақ). {requisites}',
        ru: 'Счёт № {number} оплачен не полностью. Перечислите остаток, {rest}, не позднее {deadline}: после этого за каждый день начисляется пеня (пункт 6.3). {requisites}',
        en: 'Invoice {number} is not paid in full. Please transfer the rest, {rest}, no later than {deadline}: after that a penalty accrues for each day (6.3). {requisites}',
      },
    },
    'invoice-overdue': {
      legal: true,
      subject: {
        kk: '№ {number} шотты төлеу мерзімі аяқталды',
        ru: 'Оплата счёта № {number} просрочена',
        en: 'Invoice {number} is overdue',
      },
      body: {
        kk: '№ {number} шотты төлеу мерзімі аяқталды. Төленбегені: {rest}. Кешіктірілген әр күн үшін өсімпұл есептеледі, оның шегі бар (6.3-тармақ). Күндер бойынша есеп Жеке кабинетте көрсетілген. Шотпен келіспесеңіз, Жеке кабинетте дау айтыңыз. {requisites}',
        ru: 'Срок оплаты счёта № {number} прошёл. Не оплачено: {rest}. За каждый день просрочки начисляется пеня до установленного предела (пункт 6.3). Расчёт по дням — в Личном кабинете. Если вы не согласны со счётом, оспорьте его в Личном кабинете. {requisites}',
        en: 'The term of payment for invoice {number} has passed. Unpaid: {rest}. A penalty accrues for each day of delay, up to a cap (6.3). Your cabinet shows it day by day. If you do not agree with the invoice, contest it in your cabinet. {requisites}',
      },
    },
    'invoice-limit-warning': {
      legal: true,
      subject: {
        kk: '№ {number} шот бойынша жаңа тапсырмалар шектеледі ({day})',
        ru: 'Счёт № {number}: с {day} новые задания ограничены',
        en: 'From {day} new tasks are limited: invoice {number} is not paid',
      },
      body: {
        kk: '№ {number} шот төленбеген, төлем мерзімі аяқталды. Бүгін өсімпұлмен бірге төленетін сома: {rest}. Шот төленбесе, {day} күнінен бастап жаңа тапсырма орналастыра алмайсыз; бұл хабарлама кейінірек жіберілсе, ол күн де кейінге шегеріледі. Қолжетімділік сыйақы төленген жағдайда беріледі (3.2-тармақ). Орналастырылған тапсырмалар бұрынғыша жалғасады. Сыйақы төленген сәтте шектеу болмайды немесе өзі алынады. Шотпен келіспесеңіз, Жеке кабинетте дау айтыңыз: алғашқы қарсылық қаралғанша шектеу болмайды. {requisites}',
        ru: 'Счёт № {number} не оплачен, срок оплаты прошёл. К оплате на сегодня вместе с пеней: {rest}. Если его не оплатить, с {day} нельзя будет размещать новые задания; если это уведомление отправлено позже, этот день тоже наступит позже. Доступ предоставляется на условиях оплаты (пункт 3.2). Уже размещённые задания идут как прежде. Как только вознаграждение поступит, ограничения не будет или оно снимется само. Если вы не согласны со счётом, оспорьте его в Личном кабинете: пока первые возражения рассматриваются, ограничения нет. {requisites}',
        en: 'Invoice {number} is not paid and its term has passed. To be paid today, with the penalty: {rest}. Unless it is paid, you can post no new tasks from {day}; if this notice was sent later, that day is later too. Access is given on the terms of payment (3.2). Tasks that are posted go on as before. Once the fee has come, nothing is limited, or the limit ends by itself. If you do not agree with the invoice, contest it in your cabinet: while your first objections are considered, nothing is limited. {requisites}',
      },
    },
    'invoice-limited': {
      legal: true,
      subject: {
        kk: '№ {number} шот төленгенге дейін жаңа тапсырмалар шектелді',
        ru: 'До оплаты счёта № {number} размещение новых заданий ограничено',
        en: 'Until invoice {number} is paid, you can post no new tasks',
      },
      body: {
        kk: '№ {number} шот төленбегендіктен, жаңа тапсырма орналастыра алмайсыз (3.2-тармақ). Бүгін өсімпұлмен бірге төленетін сома: {rest}. Орналастырылған тапсырмалар бұрынғыша жалғасады. Сыйақы түскенде шектеу өзі алынады. {requisites}',
        ru: 'Счёт № {number} не оплачен, поэтому новые задания размещать нельзя (пункт 3.2). К оплате на сегодня вместе с пеней: {rest}. Уже размещённые задания идут как прежде. Ограничение снимется само, как только вознаграждение поступит. {requisites}',
        en: 'Invoice {number} is not paid, so you can post no new tasks (3.2). To be paid today, with the penalty: {rest}. Tasks that are posted go on as before. The limit ends by itself once the fee has come. {requisites}',
      },
    },
    'invoice-limit-ended': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот жаңа тапсырмаларды енді шектемейді',
        ru: 'Счёт № {number} больше не ограничивает новые задания',
        en: 'Invoice {number} no longer limits new tasks',
      },
      body: {
        kk: '№ {number} шот бойынша сыйақы қарызы жоқ, сондықтан ол бойынша жаңа тапсырмалардың шектеуі алынды (3.2-тармақ). Өсімпұл қалдығы: {rest}; ол ештеңені шектемейді. Басқа төленбеген шот шектемесе, тапсырмаларды қайтадан орналастыра аласыз.',
        ru: 'Вознаграждение по счёту № {number} больше не причитается, поэтому ограничение новых заданий по нему снято (пункт 3.2). Остаток пени: {rest}; она ничего не ограничивает. Если новых заданий не ограничивает другой неоплаченный счёт, вы снова можете их размещать.',
        en: 'No fee of invoice {number} is owed any more, so it no longer limits new tasks (3.2). What is left of its penalty: {rest}; that limits nothing. Unless another unpaid invoice limits new tasks, you can post them again.',
      },
    },
    'invoice-not-warned': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот: тапсырыс берушіге ескерту жетпеді',
        ru: 'Счёт № {number}: предупреждение до заказчика не дошло',
        en: 'Invoice {number}: the customer was not warned',
      },
      body: {
        kk: '№ {number} шоттың төлем мерзімі аяқталды, төленбегені: {rest}. Бірақ ескерту тапсырыс берушіге ешбір арнамен жіберілмеді немесе Оператордың деректемелері көрсетілмеген. Сондықтан бұл шот бойынша жаңа тапсырмалар әзірге шектелмейді. Тапсырыс берушімен басқа жолмен байланысыңыз, себебін жойып, ескертуді қайта жіберіңіз.',
        ru: 'Срок оплаты счёта № {number} прошёл, не оплачено {rest}. Но предупреждение не ушло заказчику ни по одному каналу, или реквизиты Оператора не указаны. Поэтому новые задания по этому счёту пока не ограничиваются. Свяжитесь с заказчиком другим способом, устраните причину и отправьте предупреждение заново.',
        en: 'The term of invoice {number} has passed, and {rest} is unpaid. But the warning reached the customer by no channel, or the operator has named no account. So new tasks are not limited for this invoice yet. Please reach the customer by other means, remove the cause, and send the warning again.',
      },
    },
    'invoice-capped': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот бойынша өсімпұл шекті мөлшеріне жетті',
        ru: 'Достигнут предельный размер пени по счёту № {number}',
        en: 'The penalty on invoice {number} has reached its cap',
      },
      body: {
        kk: '№ {number} шот бойынша өсімпұл шекті мөлшеріне жетті, оны әрі қарай есептеу тоқтатылды (6.3-тармақ). Шот пен өсімпұлды төлеңіз, барлығы: {rest}. Оператор сотқа дейінгі реттеуді бастауға құқылы (9.1-тармақ). {requisites}',
        ru: 'Достигнут предельный размер пени по счёту № {number}, дальнейшее начисление прекращено (пункт 6.3). Оплатите счёт и пеню, всего {rest}: Оператор вправе начать досудебное урегулирование (пункт 9.1). {requisites}',
        en: 'The penalty on invoice {number} has reached its cap and no more accrues (6.3). Please pay the invoice and the penalty, {rest} in all: the operator has the right to begin pre-trial settlement (9.1). {requisites}',
      },
    },
    'invoice-still-owed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот әлі толық төленген жоқ',
        ru: 'Счёт № {number} всё ещё не оплачен полностью',
        en: 'Invoice {number} is still not paid in full',
      },
      body: {
        kk: '№ {number} шот әлі толық төленген жоқ. Төленетін сома ({day}): {rest}. Қайта төлеудің қажеті жоқ: ақшаны аударған болсаңыз, Оператор оның түскенін тіркейді. {requisites}',
        ru: 'Счёт № {number} всё ещё не оплачен полностью. К оплате на {day}: {rest}. Если вы уже перевели деньги, платить ещё раз не нужно: Оператор отметит их поступление. {requisites}',
        en: 'Invoice {number} is still not paid in full. To be paid on {day}: {rest}. If you have sent the money already, do not pay again: the operator records its receipt. {requisites}',
      },
    },
    'invoice-payment': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот бойынша төлем түсті',
        ru: 'Поступила оплата по счёту № {number}',
        en: 'A payment for invoice {number} has come',
      },
      body: {
        kk: '№ {number} шоттың бір бөлігі түсті: {sum}. Қалдығы ({day}): {rest}, оны төлеңіз. {requisites}',
        ru: 'Поступила часть оплаты по счёту № {number}: {sum}. Остаток на {day}: {rest}, оплатите его. {requisites}',
        en: 'Part of invoice {number} has been paid: {sum}. The rest on {day} was {rest}; please pay it. {requisites}',
      },
    },
    'invoice-paid': {
      legal: 'unlessMailed',
      subject: { kk: '№ {number} шот төленді', ru: 'Счёт № {number} оплачен', en: 'Invoice {number} is paid' },
      body: {
        kk: '№ {number} шот толық төленді, түскені: {sum}. Артық төленген ақша келесі шотта есепке алынады. Енді ештеңе талап етілмейді. Рақмет!',
        ru: 'Счёт № {number} оплачен полностью, поступило {sum}. Уплаченное сверх счёта зачтётся в следующий. Больше ничего не требуется. Спасибо!',
        en: 'Invoice {number} is paid in full; {sum} has come. What was paid beyond it counts towards the next invoice. Nothing more is expected. Thank you!',
      },
    },
    'invoice-card-unpaid': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот картамен төленген жоқ',
        ru: 'Оплата картой по счёту № {number} не прошла',
        en: 'Invoice {number} was not paid by card',
      },
      body: {
        kk: '№ {number} шотты картамен төлеу ({sum}) аяқталмады, ақша алынған жоқ. Шот өзгерген жоқ. Төленетін қалдық ({day}): {rest}. Картамен қайта төлеуге немесе ақша аударуға болады. {requisites}',
        ru: 'Оплата картой по счёту № {number} на {sum} не состоялась, деньги не списаны. Счёт остался прежним. К оплате на {day}: {rest}. Можно снова заплатить картой или переводом. {requisites}',
        en: 'The payment of {sum} by card for invoice {number} was not made; nothing was taken. The invoice is as it was. To be paid on {day}: {rest}. You may pay by card again, or by transfer. {requisites}',
      },
    },
    'invoice-paid-twice': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот бойынша артық төлем түсті',
        ru: 'По счёту № {number} поступила лишняя оплата',
        en: 'More than invoice {number} was paid',
      },
      body: {
        kk: '№ {number} шот бойынша картамен төлем түсті: {sum}. Ол кезде шот жабылған еді. Бұл ақша жоғалған жоқ: ол аванс болып, келесі шотта есепке алынады.',
        ru: 'По счёту № {number} поступила оплата картой: {sum}. Счёт к этому времени был закрыт. Деньги не пропали: они остались авансом и зачтутся в следующий счёт.',
        en: 'A payment of {sum} by card came for invoice {number}, which was settled by then. The money is not lost: it is an advance, which the next invoice takes.',
      },
    },
    'invoice-taken-back': {
      legal: true,
      subject: {
        kk: '№ {number} шот: банк картамен төленген ақшаны сізге қайтарды',
        ru: 'Счёт № {number}: банк вернул вам оплату картой',
        en: 'Invoice {number}: the bank gave your payment by card back to you',
      },
      body: {
        kk: '№ {number} шот бойынша картамен төленген ақшаны банк сізге қайтарды: {sum}. Сондықтан бұл сома төленбеген болып саналады. Төленетін сома ({day}): {rest}. Төлем мерзімі өткен болса, өсімпұл есептеледі (6.3-тармақ). Шотпен келіспесеңіз, Жеке кабинетте дау айтыңыз. {requisites}',
        ru: 'Банк вернул вам {sum}, уплаченные картой по счёту № {number}, поэтому эта сумма считается неуплаченной. К оплате на {day}: {rest}. Если срок оплаты прошёл, начисляется пеня (пункт 6.3). Если вы не согласны со счётом, оспорьте его в Личном кабинете. {requisites}',
        en: 'The bank gave back to you {sum} that had been paid by card for invoice {number}, so that sum counts as unpaid. To be paid on {day}: {rest}. If the term has passed, a penalty accrues (6.3). If you do not agree with the invoice, contest it in your cabinet. {requisites}',
      },
    },
    'invoice-taken-back-staff': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот: төлеушінің банкі картамен төленгенді қайтарып алды',
        ru: 'Счёт № {number}: банк плательщика отозвал оплату картой',
        en: 'Invoice {number}: the payer’s bank took a payment by card back',
      },
      body: {
        kk: 'Төлеушінің банкі № {number} шот бойынша картамен төленген ақшаны қайтарып алды. Шоттың қазіргі қалдығы ({day}): {rest}. Ақша заңсыз қайтарылған болса, төлем ұйымы арқылы дау айтыңыз.',
        ru: 'Банк плательщика отозвал оплату картой по счёту № {number}. Остаток по счёту на {day}: {rest}. Если отзыв необоснован, оспорьте его через платёжную организацию.',
        en: 'The payer’s bank took back a payment by card for invoice {number}. Owed of the invoice on {day}: {rest}. If that was without ground, contest it with the payment organisation.',
      },
    },
    'invoice-disputed': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Тапсырыс беруші № {number} шотқа дау айтты',
        ru: 'Заказчик оспорил счёт № {number}',
        en: 'The customer has contested invoice {number}',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} шотқа ({sum}) дау айтты. Себептері шоттың өзінде. Шотты тексеріп, сомасын азайтыңыз немесе күшінде қалдырыңыз.',
        ru: 'Заказчик оспорил счёт № {number} на {sum}. Причины — в самом счёте. Проверьте его и уменьшите сумму или оставьте счёт в силе.',
        en: 'The customer has contested invoice {number} for {sum}. The reasons are with the invoice. Please check it, and credit it or uphold it.',
      },
    },
    'invoice-upheld': {
      legal: 'unlessMailed',
      subject: { kk: '№ {number} шот күшінде қалды', ru: 'Счёт № {number} оставлен в силе', en: 'Invoice {number} is upheld' },
      body: {
        kk: 'Оператор № {number} шот бойынша дауыңызды қарап, оны күшінде қалдырды. Себептері Жеке кабинетте. Төленетін сома ({day}): {rest}. Шотқа дау айту төлем мерзімін тоқтатпайды. {requisites}',
        ru: 'Оператор рассмотрел ваши возражения по счёту № {number} и оставил его в силе. Причины — в Личном кабинете. К оплате на {day}: {rest}. Оспаривание не приостанавливает срок оплаты. {requisites}',
        en: 'The operator has considered your objections to invoice {number} and upholds it. The reasons are in your cabinet. To be paid on {day}: {rest}. Contesting an invoice does not suspend its term. {requisites}',
      },
    },
    'invoice-credited': {
      legal: 'unlessMailed',
      subject: { kk: '№ {number} шоттың сомасы азайтылды', ru: 'Сумма счёта № {number} уменьшена', en: 'Invoice {number} is credited' },
      body: {
        kk: 'Оператор № {number} шоттың сомасын азайтты: {sum}. Түзету құжаты Жеке кабинетте. Азайтылған сомаға өсімпұл есептелмейді. Төленетін қалдық ({day}): {rest}.',
        ru: 'Оператор уменьшил сумму счёта № {number} на {sum}. Корректировочный документ — в Личном кабинете. На эту сумму пеня не начисляется. Остаток к оплате на {day}: {rest}.',
        en: 'The operator has lowered the sum of invoice {number} by {sum}. The credit note is in your cabinet. That sum bears no penalty. Left to be paid on {day}: {rest}.',
      },
    },
    'invoice-penalty-claimed': {
      legal: true,
      subject: {
        kk: '№ {number} шот бойынша өсімпұл талап етілді: {sum}',
        ru: 'Потребована пеня по счёту № {number}: {sum}',
        en: 'The penalty on invoice {number} is claimed: {sum}',
      },
      body: {
        kk: 'Оператор № {number} шот бойынша өсімпұлды талап етеді: {sum} (6.3-тармақ). Күндер бойынша есебі Жеке кабинеттегі құжаттарда. Шотты қоса алғанда төленетін сома ({day}): {rest}. {requisites}',
        ru: 'Оператор требует пеню по счёту № {number}: {sum} (пункт 6.3). Расчёт по дням — в документах Личного кабинета. Вместе со счётом к оплате на {day}: {rest}. {requisites}',
        en: 'The operator claims the penalty on invoice {number}: {sum} (6.3). The calculation day by day is among the documents of your cabinet. With the invoice, to be paid on {day}: {rest}. {requisites}',
      },
    },
    'invoice-written-off': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} шот бойынша борыш кешірілді',
        ru: 'Оператор простил задолженность по счёту № {number}',
        en: 'Invoice {number}: the debt is forgiven',
      },
      body: {
        kk: 'Оператор № {number} шоттың төленбеген қалдығын өндіріп алудан бас тартты. Сомасы: {sum}. Ештеңе төлеудің қажеті жоқ.',
        ru: 'Оператор отказался от взыскания неоплаченного остатка счёта № {number}: {sum}. Платить ничего не нужно.',
        en: 'The operator has waived what was unpaid of invoice {number}: {sum}. Nothing is to be paid.',
      },
    },
  },
});

export type InvoiceTemplate = TemplateOf<typeof invoiceMessages>;
