/** What the operator's finance reads of the monthly transfer of social payments. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { silence } from './silence.ts';

export const socialTransferMessages = defineMessages({
  life: { kk: 'Әлеуметтік төлемдерді аудару', ru: 'Перечисление социальных платежей', en: 'Transfer of social payments' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: {
        kk: 'Платформа айдың тізілімін жинайды.',
        ru: 'Платформа собирает реестр месяца.',
        en: 'The platform collects the register of the month.',
      },
    },
    due: {
      name: { kk: 'Аударылуға тиіс', ru: 'Подлежит перечислению', en: 'To be transferred' },
      waits: {
        kk: 'Оператор ұсталған төлемдерді мерзім ішінде аударып, төлем тапсырмасының нөмірі мен күнін белгілейді.',
        ru: 'Оператор в срок перечисляет удержанное и отмечает номер и дату платёжного поручения.',
        en: 'The operator transfers what was withheld within the term and records number and day of the payment order.',
      },
    },
    overdue: {
      name: { kk: 'Мерзімі аяқталды', ru: 'Срок прошёл', en: 'Overdue' },
      waits: {
        kk: 'Аудару мерзімі аяқталды. Оператор төлемдерді бірден аударуға тиіс.',
        ru: 'Срок перечисления прошёл. Оператор должен перечислить платежи немедленно.',
        en: 'The term of the transfer has passed. The operator has to transfer the payments at once.',
      },
    },
    paid: {
      name: { kk: 'Аударылды', ru: 'Перечислено', en: 'Transferred' },
      waits: {
        kk: 'Барлығы аударылды. Банк немесе мемлекет соманы қайтарса, Оператор оны белгілейді.',
        ru: 'Всё перечислено. Если банк или государство вернёт сумму, Оператор отметит это.',
        en: 'All of it is transferred. If the bank or the State sends a sum back, the operator records it.',
      },
    },
    closed: {
      name: { kk: 'Жабылды', ru: 'Закрыто', en: 'Closed' },
      waits: { kk: 'Ештеңе талап етілмейді.', ru: 'Ничего не требуется.', en: 'Nothing is expected.' },
    },
  },

  silence,

  commands: {
    recordPaid: { kk: 'Аударылғанын белгілеу', ru: 'Отметить перечисление', en: 'Record the transfer' },
    recordReturned: { kk: 'Қайтарылғанын белгілеу', ru: 'Отметить возврат', en: 'Record a return' },
  },

  timers: {
    transferReminder: {
      kk: 'Аудару мерзімі туралы ескертіледі',
      ru: 'Напоминание о сроке перечисления',
      en: 'A reminder of the term of the transfer',
    },
    dueBy: { kk: 'Аудару мерзімі аяқталады', ru: 'Срок перечисления истекает', en: 'The term of the transfer ends' },
    lateReminder: {
      kk: 'Мерзім аяқталғаны туралы күн сайын ескертіледі',
      ru: 'Ежедневное напоминание о просрочке',
      en: 'A reminder each day that the transfer is late',
    },
    returnsUntil: {
      kk: 'Қайтарылғандар бұдан әрі бұл аудару бойынша белгіленбейді',
      ru: 'Возвраты по этому перечислению больше не отмечаются',
      en: 'Returns of this transfer are recorded no more',
    },
  },

  rules: {
    dayHasCome: {
      kk: 'Төлем тапсырмасының күні болашақта бола алмайды. Банк орындаған күнді көрсетіңіз.',
      ru: 'День платёжного поручения не может быть в будущем. Укажите день, когда банк его исполнил.',
      en: 'The day of the payment order cannot be in the future. Name the day on which the bank carried it out.',
    },
    componentIsUnpaid: {
      kk: 'Бұл төлем аударылған немесе бұл айда ондай төлем ұсталмаған.',
      ru: 'Этот платёж уже перечислен, или в этом месяце он не удерживался.',
      en: 'This payment is transferred already, or nothing of it was withheld in the month.',
    },
    settlesAll: {
      kk: 'Бұл тапсырма барлық төлемді жаппайды.',
      ru: 'Это поручение покрывает не все платежи.',
      en: 'This order does not cover all of the payments.',
    },
    somethingIsTransferred: {
      kk: 'Әзірге ештеңе аударылмаған немесе барлығы қайтып келген.',
      ru: 'Пока ничего не перечислено, или всё уже вернулось.',
      en: 'Nothing is transferred yet, or all of it has come back.',
    },
    wasTransferred: {
      kk: 'Сома нөлден артық және осы төлем бойынша аударылып, әлі қайтпаған сомадан аспауы керек.',
      ru: 'Сумма должна быть больше нуля и не больше перечисленного по этому платежу и ещё не возвращённого.',
      en: 'The sum must be above zero and no more than what was transferred of this payment and has not come back.',
    },
  },

  duties: {
    transferSocial: {
      kk: 'Ұсталған әлеуметтік төлемдерді аударып, төлем тапсырмасын белгілеңіз',
      ru: 'Перечислите удержанные социальные платежи и отметьте платёжное поручение',
      en: 'Transfer the social payments that were withheld and record the payment order',
    },
  },

  notices: {
    'transfer-collected': {
      subject: {
        kk: 'Әлеуметтік төлемдерді аудару № {number}, соңғы күні: {day}',
        ru: 'Перечисление социальных платежей № {number}: не позднее {day}',
        en: 'Transfer of social payments {number}: no later than {day}',
      },
      body: {
        kk: 'Өткен айда ұсталған әлеуметтік төлемдердің тізілімі жиналды. Аударылуға тиіс сома: {sum}. Соңғы күні: {day}. Тізілім файлдары мен төлем кодтары Платформада.',
        ru: 'Собран реестр социальных платежей, удержанных за прошедший месяц. К перечислению: {sum}. Последний день: {day}. Файлы реестра и коды назначения платежа находятся на Платформе.',
        en: 'The register of the social payments withheld in the past month is collected. To be transferred: {sum}. Last day: {day}. Its files and payment codes are on the platform.',
      },
    },
    'transfer-reminder': {
      subject: {
        kk: 'Әлеуметтік төлемдер № {number} әлі аударылған жоқ, соңғы күні: {day}',
        ru: 'Социальные платежи № {number} ещё не перечислены: срок не позднее {day}',
        en: 'Social payments {number} are not transferred yet: due no later than {day}',
      },
      body: {
        kk: 'Аударылмағаны: {sum}. Соңғы күні: {day}. Аударған соң төлем тапсырмасының нөмірі мен күнін белгілеңіз.',
        ru: 'Не перечислено: {sum}. Последний день: {day}. После перечисления отметьте номер и дату платёжного поручения.',
        en: 'Not transferred: {sum}. Last day: {day}. After the transfer, record number and day of the payment order.',
      },
    },
    'transfer-overdue': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Әлеуметтік төлемдерді аудару мерзімі аяқталды: № {number}',
        ru: 'Срок перечисления социальных платежей прошёл: № {number}',
        en: 'The term of the social payments has passed: {number}',
      },
      body: {
        kk: 'Аударылмағаны: {sum}. Соңғы күні: {day}. Бірден аударып, төлем тапсырмасын белгілеңіз: кешіктірілген әр күн үшін өсімпұл есептелуі мүмкін.',
        ru: 'Не перечислено: {sum}. Последний день был {day}. Перечислите немедленно и отметьте платёжное поручение: за каждый день просрочки может начисляться пеня.',
        en: 'Not transferred: {sum}. The last day was {day}. Transfer it at once and record the payment order: a penalty may accrue for each day of delay.',
      },
    },
    'transfer-late': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Әлеуметтік төлемдер әлі аударылған жоқ: № {number}',
        ru: 'Социальные платежи всё ещё не перечислены: № {number}',
        en: 'Social payments are still not transferred: {number}',
      },
      body: {
        kk: 'Аударылмағаны: {sum}. Соңғы күні: {day}. Бірден аударып, төлем тапсырмасын белгілеңіз.',
        ru: 'Не перечислено: {sum}. Последний день был {day}. Перечислите немедленно и отметьте платёжное поручение.',
        en: 'Not transferred: {sum}. The last day was {day}. Transfer it at once and record the payment order.',
      },
    },
  },
});

export type SocialTransferTemplate = TemplateOf<typeof socialTransferMessages>;
