/** What people read of the operator's fee. Russian leads: the offer is in Russian. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { OPEN_REMINDER } from '../open-ends.ts';
import { proposalRules } from '../proposal-words.ts';
import { silence } from './silence.ts';

export const feeMessages = defineMessages({
  life: { kk: 'Оператордың сыйақысы', ru: 'Вознаграждение Оператора', en: "Operator's fee" },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: { kk: 'Платформа сыйақыны есептейді.', ru: 'Платформа начисляет вознаграждение.', en: 'The platform charges the fee.' },
    },
    due: {
      name: { kk: 'Төлем күтілуде', ru: 'Ожидается оплата', en: 'Payment awaited' },
      waits: {
        kk: 'Тапсырыс беруші Оператордың сыйақысын мерзім ішінде оның деректемелеріне аударады. Төлем түскенде Оператор оны белгілейді.',
        ru: 'Заказчик в срок перечисляет вознаграждение на реквизиты Оператора. Поступление отмечает Оператор.',
        en: "The customer transfers the fee to the operator's account within the term. The operator records the money when it comes.",
      },
    },
    unnoticed: {
      name: { kk: 'Өсімпұлсыз', ru: 'Без пени', en: 'Without penalty' },
      waits: {
        kk: 'Төлем мерзімі аяқталды, бірақ өсімпұл есептелмейді: төлем туралы хабарламаның жіберілгені анықталмаған.',
        ru: 'Срок оплаты прошёл, но пеня не начисляется: не установлено, что уведомление об оплате было отправлено.',
        en: 'The term of payment has passed, but no penalty runs: it is not established that the notice of the fee was sent.',
      },
    },
    'unnoticed.asked': {
      name: { kk: 'Хабарлама тексерілуде', ru: 'Проверяется уведомление', en: 'Notice being checked' },
      waits: {
        kk: 'Платформа төлем туралы хабарламаның жіберілгенін тексереді. Оған дейін өсімпұл есептелмейді.',
        ru: 'Платформа проверяет, было ли отправлено уведомление об оплате. До этого пеня не начисляется.',
        en: 'The platform checks whether the notice of the fee was sent. No penalty runs before that.',
      },
    },
    'unnoticed.withheld': {
      name: { kk: 'Өсімпұлсыз төлем күтілуде', ru: 'Ожидается оплата без пени', en: 'Payment awaited, without penalty' },
      waits: {
        kk: 'Төлем туралы хабарлама жіберілмеген немесе Оператордың деректемелері көрсетілмеген, сондықтан өсімпұл есептелмейді. Оператор хабарламаны қайта жібереді.',
        ru: 'Уведомление об оплате не отправлено или реквизиты Оператора не были указаны, поэтому пеня не начисляется. Оператор отправляет уведомление заново.',
        en: 'The notice of the fee was not sent, or the operator had named no account, so no penalty runs. The operator sends the notice again.',
      },
    },
    overdue: {
      name: { kk: 'Төлем мерзімі аяқталды', ru: 'Оплата просрочена', en: 'Overdue' },
      waits: {
        kk: 'Төлем мерзімі аяқталды, кешіктірілген әр күн үшін өсімпұл есептеледі. Тапсырыс беруші сыйақы мен өсімпұлды төлеуге тиіс.',
        ru: 'Срок оплаты прошёл, за каждый день просрочки начисляется пеня. Заказчику нужно оплатить вознаграждение и пеню.',
        en: 'The term of payment has passed and a penalty accrues for each day of delay. The customer is to pay the fee and the penalty.',
      },
    },
    capped: {
      name: { kk: 'Өсімпұл шекті мөлшеріне жетті', ru: 'Достигнут предельный размер пени', en: 'Penalty at its cap' },
      waits: {
        kk: 'Өсімпұл шекті мөлшеріне жетті, оны әрі қарай есептеу тоқтатылды. Тапсырыс беруші сыйақы мен өсімпұлды төлеуге тиіс.',
        ru: 'Достигнут предельный размер пени, дальнейшее начисление прекращено. Заказчику нужно оплатить вознаграждение и пеню.',
        en: 'The penalty has reached its cap and no more accrues. The customer is to pay the fee and the penalty.',
      },
    },
    paid: {
      name: { kk: 'Төленді', ru: 'Оплачено', en: 'Paid' },
      waits: {
        kk: 'Сыйақы толық төленді. Енді ештеңе талап етілмейді.',
        ru: 'Вознаграждение оплачено полностью. Больше ничего не требуется.',
        en: 'The fee is paid in full. Nothing more is expected.',
      },
    },
    writtenOff: {
      name: { kk: 'Кешірілді', ru: 'Прощено', en: 'Forgiven' },
      waits: {
        kk: 'Оператор қалдықты өндіріп алудан бас тартты. Ештеңе төлеудің қажеті жоқ.',
        ru: 'Оператор отказался от взыскания остатка. Платить ничего не нужно.',
        en: 'The operator has waived the rest of the debt. Nothing is to be paid.',
      },
    },
  },

  silence,

  commands: {
    recordPayment: { kk: 'Түскен төлемді белгілеу', ru: 'Отметить поступление оплаты', en: 'Record a payment' },
    sendAgain: { kk: 'Хабарламаны қайта жіберу', ru: 'Отправить уведомление заново', en: 'Send the notice again' },
    writeOff: { kk: 'Борышты кешіру', ru: 'Простить задолженность', en: 'Forgive the debt' },
  },

  timers: {
    openReminder: OPEN_REMINDER,
    feeReminder: {
      kk: 'Тапсырыс берушіге сыйақыны төлеу ескертіледі',
      ru: 'Напоминание заказчику об оплате вознаграждения',
      en: 'The customer is reminded to pay the fee',
    },
    dueBy: {
      kk: 'Төлем мерзімі аяқталады: деректемелері бар хабарлама жіберілген болса, өсімпұл есептеле бастайды',
      ru: 'Срок оплаты истекает: если уведомление с реквизитами отправлено, начинает начисляться пеня',
      en: 'The term of payment ends: if the notice was sent with the account to pay to, a penalty begins to accrue',
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
    amountIsOwed: {
      kk: 'Сома нөлден артық және сыйақы мен өсімпұлдың төленбеген қалдығынан аспауы керек.',
      ru: 'Сумма должна быть больше нуля и не больше неоплаченного остатка вознаграждения и пени.',
      en: 'The sum must be above zero and no more than what is unpaid of the fee and the penalty.',
    },
    settlesAll: {
      kk: 'Бұл сома төленбеген қалдықты толық жаппайды.',
      ru: 'Эта сумма не покрывает неоплаченный остаток полностью.',
      en: 'This sum does not settle all that is unpaid.',
    },
    capStays: {
      kk: 'Осы төлемді ескергенде өсімпұл шекті мөлшеріне жетпеген.',
      ru: 'С учётом этой оплаты пеня ещё не достигла предельного размера.',
      en: 'With this payment the penalty has not reached its cap yet.',
    },
  },

  duties: {
    sendAgain: {
      kk: 'Сыйақы туралы хабарлама жіберілмеді: деректемелерді көрсетіп, мекенжайды тексеріп, қайта жіберіңіз',
      ru: 'Уведомление о вознаграждении не отправлено: укажите реквизиты, проверьте адрес и отправьте заново',
      en: 'The notice of a fee was not sent: name the account to pay to, check the address, and send it again',
    },
  },

  notices: {
    'fee-withheld': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Оператордың № {number} сыйақысы: өсімпұл есептелмейді',
        ru: 'Вознаграждение № {number}: пеня не начисляется',
        en: 'Fee {number}: no penalty runs',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша № {number} сыйақының төлем мерзімі аяқталды. Төленбегені: {rest}. Бірақ тапсырыс берушіге хабарлама жіберілмеген немесе Оператордың деректемелері көрсетілмеген. Себебін жойып, хабарламаны қайта жіберіңіз: мерзім содан басталады.',
        ru: 'Срок оплаты вознаграждения № {number} по заданию «{title}» прошёл, не оплачено {rest}. Но уведомление заказчику не было отправлено или реквизиты Оператора не были указаны. Устраните причину и отправьте уведомление заново: срок пойдёт с него.',
        en: 'The term to pay fee {number} for the task “{title}” has passed, and {rest} is unpaid. But the customer was sent no notice, or the operator had named no account. Please remove the cause and send the notice again: the term runs from it.',
      },
    },
    'fee-charged': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Оператордың сыйақысын төлеуге № {number} шот: {sum}',
        ru: 'Счёт № {number} на оплату вознаграждения Оператора: {sum}',
        en: 'Invoice {number} for the operator’s fee: {sum}',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысы есептелді: {sum}. Оны Оператордың деректемелеріне аударыңыз. Төлем мерзімі: {deadline}. {requisites}',
        ru: 'По заданию «{title}» начислено вознаграждение Оператора № {number}: {sum}. Перечислите его на реквизиты Оператора не позднее {deadline}. {requisites}',
        en: 'Operator’s fee {number} has been charged for the task “{title}”: {sum}. Please transfer it to the operator’s account no later than {deadline}. {requisites}',
      },
      unpayable: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысы есептелді: {sum}. Оператор төлем деректемелерін әлі көрсетпеген, сондықтан әзірге төлеудің қажеті жоқ және өсімпұл есептелмейді. Деректемелер көрсетілгенде жаңа хабарлама жіберіледі, төлем мерзімі содан басталады.',
        ru: 'По заданию «{title}» начислено вознаграждение Оператора № {number}: {sum}. Реквизиты для оплаты Оператор ещё не указал, поэтому пока платить не нужно и пеня не начисляется. Когда реквизиты появятся, придёт новое уведомление: срок оплаты пойдёт с него.',
        en: 'Operator’s fee {number} has been charged for the task “{title}”: {sum}. The operator has named no account to pay to yet, so you need not pay for now and no penalty accrues. Once it is named, a new notice will come: the term of payment runs from it.',
      },
    },
    'fee-reminder': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Оператордың № {number} сыйақысын төлеу мерзімі жақын',
        ru: 'Скоро срок оплаты вознаграждения № {number}',
        en: 'Operator’s fee {number} is due soon',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысы толық төленген жоқ. Қалдығы: {rest}. Төлем мерзімі: {deadline}. Мерзімінен кейін әр күн үшін өсімпұл есептеледі (6.3-тармақ). {requisites}',
        ru: 'Вознаграждение Оператора № {number} по заданию «{title}» оплачено не полностью. Перечислите остаток, {rest}, не позднее {deadline}: после этого за каждый день начисляется пеня (пункт 6.3). {requisites}',
        en: 'Operator’s fee {number} for the task “{title}” is not paid in full. Please transfer the rest, {rest}, no later than {deadline}: after that a penalty accrues for each day (6.3). {requisites}',
      },
      unpayable: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысы толық төленген жоқ. Қалдығы: {rest}. Оператор төлем деректемелерін әлі көрсетпеген, сондықтан әзірге төлеудің қажеті жоқ және өсімпұл есептелмейді. Деректемелер көрсетілгенде жаңа хабарлама жіберіледі, төлем мерзімі содан басталады.',
        ru: 'Вознаграждение Оператора № {number} по заданию «{title}» оплачено не полностью, остаток: {rest}. Реквизиты для оплаты Оператор ещё не указал, поэтому пока платить не нужно и пеня не начисляется. Когда реквизиты появятся, придёт новое уведомление: срок оплаты пойдёт с него.',
        en: 'Operator’s fee {number} for the task “{title}” is not paid in full; the rest: {rest}. The operator has named no account to pay to yet, so you need not pay for now and no penalty accrues. Once it is named, a new notice will come: the term of payment runs from it.',
      },
    },
    'fee-overdue': {
      legal: true,
      subject: {
        kk: 'Оператордың № {number} сыйақысын төлеу мерзімі аяқталды',
        ru: 'Оплата вознаграждения № {number} просрочена',
        en: 'Operator’s fee {number} is overdue',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысын төлеу мерзімі аяқталды. Төленбеген сыйақы: {rest}. Кешіктірілген әр күн үшін өсімпұл есептеледі, оның шегі бар (6.3-тармақ). Күндер бойынша есеп Жеке кабинетте көрсетілген. {requisites}',
        ru: 'Срок оплаты вознаграждения Оператора № {number} по заданию «{title}» прошёл. Не оплачено: {rest}. За каждый день просрочки начисляется пеня до установленного предела (пункт 6.3). Расчёт по дням — в Личном кабинете. {requisites}',
        en: 'The term of payment for operator’s fee {number}, task “{title}”, has passed. Unpaid: {rest}. A penalty accrues for each day of delay, up to a cap (6.3). Your cabinet shows it day by day. {requisites}',
      },
    },
    'fee-capped': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} сыйақы бойынша өсімпұл шекті мөлшеріне жетті',
        ru: 'Достигнут предельный размер пени по вознаграждению № {number}',
        en: 'The penalty on operator’s fee {number} has reached its cap',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысының өсімпұлы шекті мөлшеріне жетті, оны әрі қарай есептеу тоқтатылды (6.3-тармақ). Сыйақы мен өсімпұлды төлеңіз, барлығы: {rest}. Оператор сотқа дейінгі реттеуді бастауға құқылы (9.1-тармақ). {requisites}',
        ru: 'Достигнут предельный размер пени по вознаграждению Оператора № {number} за задание «{title}», дальнейшее начисление прекращено (пункт 6.3). Оплатите вознаграждение и пеню, всего {rest}: Оператор вправе начать досудебное урегулирование (пункт 9.1). {requisites}',
        en: 'The penalty on operator’s fee {number} for the task “{title}” has reached its cap and no more accrues (6.3). Please pay the fee and the penalty, {rest} in all: the operator has the right to begin pre-trial settlement (9.1). {requisites}',
      },
    },
    'fee-still-owed': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Оператордың № {number} сыйақысы әлі толық төленген жоқ',
        ru: 'Вознаграждение № {number} всё ещё не оплачено полностью',
        en: 'Operator’s fee {number} is still not paid in full',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысы әлі толық төленген жоқ. Төленетін сома ({day}): {rest}. Қайта төлеудің қажеті жоқ: ақшаны аударған болсаңыз, Оператор оның түскенін тіркейді. {requisites}',
        ru: 'Вознаграждение Оператора № {number} по заданию «{title}» всё ещё не оплачено полностью. К оплате на {day}: {rest}. Если вы уже перевели деньги, платить ещё раз не нужно: Оператор отметит их поступление. {requisites}',
        en: 'Operator’s fee {number} for the task “{title}” is still not paid in full. To be paid on {day}: {rest}. If you have sent the money already, do not pay again: the operator records its receipt. {requisites}',
      },
    },
    'fee-payment': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} сыйақы бойынша төлем түсті',
        ru: 'Поступила оплата по вознаграждению № {number}',
        en: 'A payment for operator’s fee {number} has come',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысының бір бөлігі түсті: {sum}. Қалдығы ({day}): {rest}, оны төлеңіз. {requisites}',
        ru: 'Поступила часть оплаты вознаграждения Оператора № {number} по заданию «{title}»: {sum}. Остаток на {day}: {rest}, оплатите его. {requisites}',
        en: 'Part of operator’s fee {number} for the task “{title}” has been paid: {sum}. The rest on {day} was {rest}; please pay it. {requisites}',
      },
      unpayable: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысының бір бөлігі түсті: {sum}. Қалдығы: {rest}. Оператор төлем деректемелерін әлі көрсетпеген, сондықтан әзірге төлеудің қажеті жоқ және өсімпұл есептелмейді. Деректемелер көрсетілгенде жаңа хабарлама жіберіледі, төлем мерзімі содан басталады.',
        ru: 'Поступила часть оплаты вознаграждения Оператора № {number} по заданию «{title}»: {sum}. Остаток: {rest}. Реквизиты для оплаты Оператор ещё не указал, поэтому пока платить не нужно и пеня не начисляется. Когда реквизиты появятся, придёт новое уведомление: срок оплаты пойдёт с него.',
        en: 'Part of operator’s fee {number} for the task “{title}” has been paid: {sum}. The rest: {rest}. The operator has named no account to pay to yet, so you need not pay for now and no penalty accrues. Once it is named, a new notice will come: the term of payment runs from it.',
      },
    },
    'fee-paid': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Оператордың № {number} сыйақысы төленді',
        ru: 'Вознаграждение № {number} оплачено',
        en: 'Operator’s fee {number} is paid',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша Оператордың № {number} сыйақысы толық төленді. Барлығы: {sum}. Енді ештеңе талап етілмейді. Рақмет!',
        ru: 'Вознаграждение Оператора № {number} по заданию «{title}» оплачено полностью, всего {sum}. Больше ничего не требуется. Спасибо!',
        en: 'Operator’s fee {number} for the task “{title}” is paid in full: {sum} in all. Nothing more is expected. Thank you!',
      },
    },
    'fee-written-off': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Оператордың № {number} сыйақысы бойынша борыш кешірілді',
        ru: 'Оператор простил задолженность по вознаграждению № {number}',
        en: 'Operator’s fee {number}: the debt is forgiven',
      },
      body: {
        kk: 'Оператор «{title}» тапсырмасы бойынша № {number} сыйақының төленбеген қалдығын өндіріп алудан бас тартты. Сомасы: {sum}. Ештеңе төлеудің қажеті жоқ.',
        ru: 'Оператор отказался от взыскания неоплаченного остатка вознаграждения № {number} по заданию «{title}»: {sum}. Платить ничего не нужно.',
        en: 'The operator has waived what was unpaid of fee {number} for the task “{title}”: {sum}. Nothing is to be paid.',
      },
    },
  },
});

export type FeeTemplate = TemplateOf<typeof feeMessages>;
