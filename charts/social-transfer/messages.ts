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
        kk: 'Оператор төлем тапсырмаларының файлын мерзім ішінде банкке береді. Төлем банк үзінді көшірмесі бойынша аударылған деп саналады; үзінді көшірме болмаса, Оператор тапсырманың нөмірі мен күнін белгілейді.',
        ru: 'Оператор в срок передаёт банку файл платёжных поручений. Перечисленным платёж считается по выписке банка; без выписки Оператор отмечает номер и дату поручения.',
        en: 'The operator gives the file of payment orders to the bank within the term. A payment counts as transferred by the bank’s statement; without one the operator records number and day of the order.',
      },
    },
    overdue: {
      name: { kk: 'Мерзімі аяқталды', ru: 'Срок прошёл', en: 'Overdue' },
      waits: {
        kk: 'Аудару мерзімі аяқталды. Оператор төлем тапсырмаларының файлын бірден банкке беруге тиіс.',
        ru: 'Срок перечисления прошёл. Оператор должен немедленно передать банку файл платёжных поручений.',
        en: 'The term of the transfer has passed. The operator has to give the file of payment orders to the bank at once.',
      },
    },
    paid: {
      name: { kk: 'Аударылды', ru: 'Перечислено', en: 'Transferred' },
      waits: {
        kk: 'Барлығы аударылды. Банк тапсырманы қайтарса, ол қайтадан аударылуға тиіс болады; жеке жолдың қайтқанын Оператор белгілейді.',
        ru: 'Всё перечислено. Если банк вернёт поручение, оно снова подлежит перечислению; возврат отдельной строки отмечает Оператор.',
        en: 'All of it is transferred. An order that the bank sends back is to be transferred again; the return of a single line is recorded by the operator.',
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
      kk: 'Ұсталған әлеуметтік төлемдерді аударыңыз: файлды банкке беріп, үзінді көшірмені енгізіңіз не төлем тапсырмасын белгілеңіз',
      ru: 'Перечислите удержанные социальные платежи: передайте файл банку и внесите выписку или отметьте платёжное поручение',
      en: 'Transfer the social payments that were withheld: give the file to the bank and import its statement, or record the payment order',
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
    'transfer-returned': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Банк әлеуметтік төлемдерді қайтарды: № {number}',
        ru: 'Банк вернул социальные платежи: № {number}',
        en: 'The bank sent social payments back: {number}',
      },
      body: {
        kk: 'Қайтып келді: {sum}. Банк атаған себебі Платформада, аударымның sentBack өрісінде. Деректемелерді тексеріп, файлды қайта жүктеп, банкке беріңіз. Аударылмағаны: {rest}. Соңғы күні: {day}.',
        ru: 'Вернулось: {sum}. Причина, которую назвал банк, — на Платформе, в поле sentBack этого перечисления. Проверьте реквизиты, скачайте файл заново и передайте его банку. Не перечислено: {rest}. Последний день: {day}.',
        en: 'Came back: {sum}. The reason that the bank names is on the platform, in sentBack of this transfer. Check the details, download the file again and give it to the bank. Not transferred: {rest}. Last day: {day}.',
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
