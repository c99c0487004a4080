/** What people read of a payout. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { OPEN_REMINDER, stillOpen } from '../open-ends.ts';
import { proposalRules } from '../proposal-words.ts';
import { silence } from './silence.ts';

export const payoutMessages = defineMessages({
  life: { kk: 'Ақша аудару', ru: 'Выплата', en: 'Payout' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новая', en: 'New' },
      waits: { kk: 'Платформа ақша аударуды бастайды.', ru: 'Платформа начинает выплату.', en: 'The platform begins the payout.' },
    },
    preparing: {
      name: { kk: 'Дайындалуда', ru: 'Готовится', en: 'Being prepared' },
      waits: {
        kk: 'Платформа алушының төлем деректемелерін және шектерді тексереді.',
        ru: 'Платформа проверяет счёт получателя и пределы.',
        en: 'The platform looks up the details of the payee and the limits.',
      },
    },
    unready: {
      name: { kk: 'Әлі жіберілмеді', ru: 'Ещё не отправлена', en: 'Not sent yet' },
      waits: {
        kk: 'Ақша алушыға тиесілі, оны төлем ұйымы ұстап тұр.',
        ru: 'Деньги причитаются получателю, их держит платёжная организация.',
        en: 'The money is owed to the payee, and the payment provider holds it.',
      },
    },
    'unready.details': {
      name: { kk: 'Төлем деректемелері көрсетілмеген', ru: 'Не указан счёт для выплат', en: 'No payout details' },
      waits: {
        kk: 'Алушы Жеке кабинетте төлем деректемелерін көрсетуге тиіс. Содан кейін төлем өзі жіберіледі. Ақшаны төлем ұйымы ұстап тұр.',
        ru: 'Получателю нужно указать счёт для выплат в Личном кабинете. После этого выплата уйдёт сама. Деньги держит платёжная организация.',
        en: 'The payee has to name payout details in the cabinet. Then it is sent by itself. The payment provider holds the money.',
      },
    },
    'unready.term': {
      name: { kk: 'Мерзімін күтуде', ru: 'Ждёт срока', en: 'Waits for its day' },
      waits: {
        kk: 'Алушының төлем деректемелері әлі қолданылмайды немесе күндік не айлық шек таусылды. Көрсетілген сәтте төлем өзі жіберіледі. Ақшаны төлем ұйымы ұстап тұр.',
        ru: 'Счёт получателя ещё не действует, или исчерпан предел дня либо месяца. В указанный момент выплата уйдёт сама. Деньги держит платёжная организация.',
        en: 'The details of the payee do not count yet, or a limit of the day or month is used up. It is sent by itself at the moment that is shown. The payment provider holds the money.',
      },
    },
    'unready.large': {
      name: { kk: 'Екі өкілдің шешімін күтуде', ru: 'Ждёт решения двух представителей', en: 'Waits for two of the staff' },
      waits: {
        kk: 'Сома үлкен болғандықтан, оны Оператордың екі өкілі рұқсат етеді. Ақшаны төлем ұйымы ұстап тұр.',
        ru: 'Сумма велика, поэтому выплату разрешают два представителя Оператора. Деньги держит платёжная организация.',
        en: 'The sum is large, so two of the operator’s staff let it go. The payment provider holds the money.',
      },
    },
    queued: {
      name: { kk: 'Банкке тапсырманы күтуде', ru: 'Ждёт поручения банку', en: 'Waits for an order to the bank' },
      waits: silence.queued,
    },
    listed: { name: { kk: 'Банкке тапсырмада', ru: 'В поручении банку', en: 'In an order to the bank' }, waits: silence.listed },
    atBank: { name: { kk: 'Банкке тапсырылды', ru: 'Поручена банку', en: 'Ordered from the bank' }, waits: silence.atBank },
    sending: {
      name: { kk: 'Жіберілуде', ru: 'Отправляется', en: 'Being sent' },
      waits: {
        kk: 'Төлем төлем ұйымына беріледі.',
        ru: 'Выплата передаётся платёжной организации.',
        en: 'The payout is handed to the provider.',
      },
    },
    sent: {
      name: { kk: 'Жіберілді', ru: 'Отправлена', en: 'Sent' },
      waits: { kk: 'Банктің растауы күтілуде.', ru: 'Ждём подтверждения банка.', en: "The bank's confirmation is awaited." },
    },
    confirmed: {
      name: { kk: 'Шотқа түсті', ru: 'Зачислена', en: 'Confirmed' },
      waits: {
        kk: 'Ақша алушының шотына түсті. Банк оны белгілі бір уақытқа дейін қайтара алады.',
        ru: 'Деньги зачислены получателю. Некоторое время банк ещё может их вернуть.',
        en: 'The money reached the payee. For some time the bank may still send it back.',
      },
    },
    waiting: {
      name: { kk: 'Қолданылатын салық режимін күтуде', ru: 'Ждёт налогового режима', en: 'Waits for a tax regime' },
      waits: {
        kk: 'Ақша алушыға тиесілі болып қалады. Қолданылатын салық режимінің расталуы күтілуде.',
        ru: 'Деньги по-прежнему причитаются получателю. Ждём подтверждения налогового режима.',
        en: 'The money is still owed to the payee. A proved tax regime is awaited.',
      },
    },
    'waiting.unproved': {
      name: { kk: 'Қолданылатын салық режимі расталмаған', ru: 'Налоговый режим не подтверждён', en: 'The tax regime is not proved' },
      waits: {
        kk: 'Ақша алушыға тиесілі болып қалады. Алушы Жеке кабинетте қолданылатын салық режимін көрсетіп, растайтын құжатын қосады. Оператор растаған соң аударым өзі жіберіледі.',
        ru: 'Деньги по-прежнему причитаются получателю. Ему нужно указать налоговый режим в Личном кабинете и приложить подтверждение. Когда Оператор подтвердит режим, выплата уйдёт сама.',
        en: 'The money is still owed to the payee, who has to declare the tax regime in the cabinet, with evidence. As soon as the operator confirms it, the payout is sent by itself.',
      },
    },
    'waiting.overLimit': {
      name: { kk: 'Айлық шектен асады', ru: 'Превышен предел месяца', en: 'Above the limit of the month' },
      waits: {
        kk: 'Ақша алушыға тиесілі болып қалады. Осы айда өзін-өзі жұмыспен қамтығанның шегінен асады. Аударым келесі айда жіберіледі, егер шекке сыйса, немесе басқа режим расталғанда.',
        ru: 'Деньги по-прежнему причитаются получателю. В этом месяце выплата превысит предел дохода самозанятого. Она уйдёт в следующем месяце, если уложится в предел, или когда будет подтверждён другой режим.',
        en: 'The money is still owed to the payee. In this month it would exceed the limit of the self-employed. It is sent next month if it fits into the limit, or once another regime is confirmed.',
      },
    },
    'waiting.withoutRegime': {
      name: { kk: 'Режимсіз жеке тұлға', ru: 'Физическое лицо без режима', en: 'A natural person without a regime' },
      waits: {
        kk: 'Ақша алушыға тиесілі болып қалады. Тапсырыс беруші салық агенті болғандықтан, режимсіз жеке тұлғаға Платформа арқылы төленбейді. Алушы режимді таңдап, растайды.',
        ru: 'Деньги по-прежнему причитаются получателю. Физическому лицу без режима заказчик-агент через Платформу не платит. Получателю нужно выбрать и подтвердить режим.',
        en: 'The money is still owed to the payee. A customer that is a tax agent does not pay a natural person without a regime through the platform. The payee has to choose a regime and prove it.',
      },
    },
    'waiting.late': {
      name: { kk: 'Шешім күтілуде', ru: 'Ждёт решения', en: 'Waits for a decision' },
      waits: {
        kk: 'Ақша алушыға тиесілі болып қалады. Қолданылатын салық режимін растау мерзімі аяқталды: Оператордың екі өкілі шешеді. Алушы режимін әлі де растай алады.',
        ru: 'Деньги по-прежнему причитаются получателю. Срок подтверждения налогового режима прошёл: решают два представителя Оператора. Получатель ещё может подтвердить режим.',
        en: 'The money is still owed to the payee. The term to prove a tax regime is over: two of the staff decide. The payee may still prove the regime.',
      },
    },
    refused: {
      name: { kk: 'Өтпеді', ru: 'Отклонена', en: 'Refused' },
      waits: {
        kk: 'Банк аударымды өткізбеді, ақша алушыға тиесілі болып қалады. Оператор себебін анықтап, қайталайды.',
        ru: 'Банк отклонил выплату, деньги по-прежнему причитаются получателю. Оператор выясняет причину и повторяет.',
        en: 'The bank refused the payout; the money is still owed to the payee. The operator finds out why and tries again.',
      },
    },
    returned: {
      name: { kk: 'Қайтып келді', ru: 'Возвращена банком', en: 'Returned' },
      waits: {
        kk: 'Банк ақшаны қайтарды, ол алушыға тиесілі болып қалады. Оператор себебін анықтап, қайталайды.',
        ru: 'Банк вернул деньги, они по-прежнему причитаются получателю. Оператор выясняет причину и повторяет.',
        en: 'The bank sent the money back; it is still owed to the payee. The operator finds out why and tries again.',
      },
    },
    stopped: {
      name: { kk: 'Тоқтатылды', ru: 'Остановлена', en: 'Stopped' },
      waits: {
        kk: 'Төлеушінің банкі ақшаны қайтарып алды, сондықтан аударым жасалмайды. Төлеуші қайта төлеуге тиіс.',
        ru: 'Банк плательщика отозвал деньги, поэтому выплата не состоится. Плательщику нужно заплатить заново.',
        en: "The payer's bank took the money back, so nothing is paid out. The payer has to pay again.",
      },
    },
    settled: {
      name: { kk: 'Аяқталды', ru: 'Завершена', en: 'Settled' },
      waits: {
        kk: 'Ақша аударылды, енді қайтпайды.',
        ru: 'Выплата завершена, возврата уже не будет.',
        en: 'The payout is complete and stays.',
      },
    },
  },

  silence,

  commands: {
    tryAgain: { kk: 'Қайта жіберу', ru: 'Отправить снова', en: 'Send again' },
    reportRefused: {
      kk: 'Банк төлемегенін белгілеу',
      ru: 'Отметить, что банк не заплатил',
      en: 'Report that the bank did not pay',
    },
    allow: { kk: 'Үлкен аударымға рұқсат беру', ru: 'Разрешить крупную выплату', en: 'Allow a large payout' },
    payInFull: {
      kk: 'Қолданылатын салық режимін күтпей жіберу',
      ru: 'Отправить, не дожидаясь налогового режима',
      en: 'Send it without waiting for a tax regime',
    },
  },

  timers: {
    waitReminder: {
      kk: 'Аударымның қолданылатын салық режимін күтіп тұрғаны ескертіледі',
      ru: 'Напоминание: выплата ждёт налогового режима',
      en: 'A reminder that the payout waits for a tax regime',
    },
    waitBy: {
      kk: 'Күту мерзімі аяқталады: Оператордың екі өкілі шешеді',
      ru: 'Срок ожидания истекает: решают два представителя Оператора',
      en: 'The wait ends: two of the staff decide',
    },
    monthBegins: {
      kk: 'Келесі ай басталады, аударым қайта жіберіледі',
      ru: 'Начинается следующий месяц, выплата отправляется снова',
      en: 'The next month begins, and the payout is sent again',
    },
    openReminder: OPEN_REMINDER,
    waitUntil: {
      kk: 'Күту мерзімі аяқталады, төлем жіберіледі',
      ru: 'Срок ожидания истекает, выплата отправляется',
      en: 'The wait ends, and the payout is sent',
    },
    askAgain: {
      kk: 'Төлем ұйымынан ақша аудару туралы сұралады',
      ru: 'Запрос платёжной организации о выплате',
      en: 'The provider is asked about the payout',
    },
    returnUntil: {
      kk: 'Банк ақшаны қайтара алатын уақыт аяқталады',
      ru: 'Срок, когда банк может вернуть выплату, истекает',
      en: 'The time in which a bank may send it back ends',
    },
  },

  rules: {
    ...proposalRules,
    detailsAreThose: {
      kk: 'Алушы бұдан кейін басқа деректемелер көрсетті: төлемді қайта қарап, рұқсатты қайта ұсыныңыз.',
      ru: 'Получатель указал другой счёт после того, как это предложили: посмотрите выплату ещё раз и предложите разрешить её заново.',
      en: 'The payee has named other details since this was proposed. Look at the payout again and propose to allow it anew.',
    },
  },

  duties: {
    decideWait: {
      kk: 'Аударым қолданылатын салық режимін күтіп тұр, мерзімі аяқталды: екеуіңіз шешіңіз',
      ru: 'Выплата ждёт налогового режима, срок прошёл: решите вдвоём',
      en: 'A payout waits for a tax regime and its term is over: two of you decide',
    },
    allow: {
      kk: 'Үлкен аударым күтуде: тексеріп, рұқсатты ұсыныңыз, оны басқа өкіл растайды',
      ru: 'Крупная выплата ждёт: проверьте её и предложите разрешить, подтвердит другой представитель',
      en: 'A large payout waits: check it and propose to allow it; another person confirms',
    },
    tryAgain: {
      kk: 'Төлем аударылмады: себебін анықтап, қайта жіберіңіз',
      ru: 'Выплата не прошла: выясните причину и отправьте снова',
      en: 'The payout did not go through: find out why and send it again',
    },
  },

  notices: {
    'payout-unproved': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} аударым ({sum}): салық режиміңізді растаңыз',
        ru: 'Выплата № {number} ({sum}) ждёт подтверждения налогового режима',
        en: 'Payout {number} of {sum} waits for proof of your tax regime',
      },
      body: {
        kk: '{sum} сізге тиесілі, бірақ төлем күнгі қолданылатын салық режиміңіз расталмаған, сондықтан аударым күтіп тұр. Режиміңізді Жеке кабинетте көрсетіп, растайтын құжатын қосыңыз: Оператор растаған соң ақша өзі жіберіледі. Мерзімі: {deadline}. Содан кейін аударым туралы Оператордың екі өкілі шешеді.',
        ru: '{sum} причитаются вам, но на день выплаты ваш налоговый режим не подтверждён, поэтому выплата ждёт. Укажите режим в Личном кабинете и приложите подтверждение: когда Оператор подтвердит его, деньги уйдут сами. Срок: {deadline}. После него о выплате решают два представителя Оператора.',
        en: '{sum} are owed to you, but your tax regime is not proved on the day of payment, so the payout waits. Declare the regime in your cabinet, with evidence: as soon as the operator confirms it, the money is sent by itself. The term: {deadline}. After it, two members of the staff decide about the payout.',
      },
      until: 'waitBy',
    },
    'payout-over-limit': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} аударым ({sum}) айлық шектен асады',
        ru: 'Выплата № {number} ({sum}) превышает предел месяца',
        en: 'Payout {number} of {sum} exceeds the limit of the month',
      },
      body: {
        kk: '{sum} сізге тиесілі, бірақ осы аударыммен өзін-өзі жұмыспен қамтығанның айлық табысы заңдағы шектен асады, сондықтан ол күтіп тұр. Егер сома шекке сыйса, ол келесі айда өзі жіберіледі. Басқа режимде болсаңыз, оны Жеке кабинетте көрсетіп, растайтын құжатын қосыңыз. Мерзімі: {deadline}. Содан кейін аударым туралы Оператордың екі өкілі шешеді.',
        ru: '{sum} причитаются вам, но с этой выплатой доход самозанятого за месяц превысит предел, поэтому она ждёт. Если сумма укладывается в предел, она уйдёт сама в следующем месяце. Если вы на другом режиме, укажите его в Личном кабинете и приложите подтверждение. Срок: {deadline}. После него о выплате решают два представителя Оператора.',
        en: '{sum} are owed to you, but with this payout the income of the month would exceed the limit of the self-employed, so it waits. If the sum fits into the limit, it is sent by itself next month. If you are under another regime, declare it in your cabinet, with evidence. The term: {deadline}. After it, two members of the staff decide about the payout.',
      },
      until: 'waitBy',
    },
    'payout-without-regime': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} аударым ({sum}): салық режимін таңдаңыз',
        ru: 'Выплата № {number} ({sum}) ждёт выбора налогового режима',
        en: 'Payout {number} of {sum} waits for a tax regime',
      },
      body: {
        kk: '{sum} сізге тиесілі, бірақ режимсіз жеке тұлғаға компания мен кәсіпкер Платформа арқылы төлемейді: салықты олардың өздері ұстауға тиіс. Өзін-өзі жұмыспен қамтыған немесе кәсіпкер болсаңыз, режимді Жеке кабинетте көрсетіп, растайтын құжатын қосыңыз. Мерзімі: {deadline}. Содан кейін аударым туралы Оператордың екі өкілі шешеді.',
        ru: '{sum} причитаются вам, но физическому лицу без режима компания и предприниматель через Платформу не платят: налоги с такой оплаты удерживают они сами. Если вы самозанятый или предприниматель, укажите режим в Личном кабинете и приложите подтверждение. Срок: {deadline}. После него о выплате решают два представителя Оператора.',
        en: '{sum} are owed to you, but a company or an entrepreneur does not pay a natural person without a regime through the platform, because they have to withhold the taxes themselves. If you are self-employed or an entrepreneur, declare the regime in your cabinet, with evidence. The term: {deadline}. After it, two members of the staff decide about the payout.',
      },
      until: 'waitBy',
    },
    'payout-still-waits': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} аударым ({sum}) күтіп тұр: салық режиміңізді растаңыз',
        ru: 'Выплата № {number} ({sum}) ждёт: подтвердите налоговый режим',
        en: 'Payout {number} of {sum} still waits: please prove your tax regime',
      },
      body: {
        kk: '{sum} сізге тиесілі, бірақ аударым қолданылатын салық режимін күтіп тұр. Режиміңізді Жеке кабинетте көрсетіп, растайтын құжатын қосыңыз. Мерзімі: {deadline}.',
        ru: '{sum} причитаются вам, но выплата ждёт налогового режима. Укажите режим в Личном кабинете и приложите подтверждение. Срок: {deadline}.',
        en: '{sum} are owed to you, but the payout waits for a tax regime. Declare the regime in your cabinet, with evidence. The term: {deadline}.',
      },
      until: 'waitBy',
    },
    'payout-waits-long': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} аударым ({sum}): шешімді Оператор қабылдайды',
        ru: 'Выплата № {number} ({sum}): решает Оператор',
        en: 'Payout {number} of {sum}: the operator decides',
      },
      body: {
        kk: 'Қолданылатын салық режимін растау мерзімі аяқталды. {sum} сізге тиесілі болып қалады: аударым туралы Оператордың екі өкілі шешеді. Режиміңізді растасаңыз, ақша бірден жіберіледі.',
        ru: 'Срок подтверждения налогового режима прошёл. {sum} по-прежнему причитаются вам: о выплате решают два представителя Оператора. Если вы подтвердите режим, деньги уйдут сразу.',
        en: 'The term to prove your tax regime is over. {sum} are still owed to you: two members of the staff decide about the payout. If you prove the regime, the money is sent at once.',
      },
    },
    'payout-to-decide': {
      subject: {
        kk: '№ {number} аударым ({sum}) шешім күтіп тұр',
        ru: 'Выплата № {number} ({sum}) ждёт решения',
        en: 'Payout {number} of {sum} waits for a decision',
      },
      body: {
        kk: 'Алушы қолданылатын салық режимін мерзімінде растамады. Аударым: № {number}, {sum}. Режимді тексеріңіз немесе аударымды екеуіңіз жіберіңіз: бірі ұсынады, екіншісі растайды.',
        ru: 'Получатель не подтвердил налоговый режим в срок. Выплата № {number}, {sum}. Проверьте режим или отправьте выплату вдвоём: один предлагает, другой подтверждает.',
        en: 'The payee did not prove a tax regime within the term. Payout {number}, {sum}. Please check the regime, or send the payout by two persons: one proposes, and another confirms.',
      },
    },
    'payout-withheld': {
      subject: {
        kk: '№ {number} аударым: {net} түсті, {withheld} ұсталды',
        ru: 'Выплата № {number}: зачислено {net}, удержано {withheld}',
        en: 'Payout {number}: {net} paid, {withheld} withheld',
      },
      body: {
        kk: 'Есептелгені: {sum}. Оператор салық агенті ретінде сіз үшін әлеуметтік төлемдер ұстады: МЗЖ {opv}, ЖМЗЖ {opvr}, ӘА {so}, МӘМС жарналары {vosms}, барлығы {withheld}. Сізге түскені: {net}. Төлем күні: {day}. Ұсталғанды Оператор келесі айда аударады.',
        ru: 'Начислено {sum}. Оператор как налоговый агент удержал за вас социальные платежи: ОПВ {opv}, ОПВР {opvr}, СО {so}, ВОСМС {vosms}, всего {withheld}. Вам зачислено {net}. День выплаты: {day}. Удержанное Оператор перечислит в следующем месяце.',
        en: 'Gross: {sum}. As a tax agent the operator withheld social payments for you: OPV {opv}, OPVR {opvr}, SO {so}, VOSMS {vosms}, in all {withheld}. You received {net}. The day of payment: {day}. The operator transfers what it withheld in the next month.',
      },
    },
    'income-near-limit': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Осы айдағы табысыңыз {earned}, шегі {limit}',
        ru: 'Ваш доход за месяц {earned}, предел {limit}',
        en: 'Your income of this month is {earned}, the limit is {limit}',
      },
      body: {
        kk: '№ {number} аударыммен ({sum}) бірге Платформа арқылы осы айда сізге төленгені: {earned}. Өзін-өзі жұмыспен қамтығанның айлық табысының шегі: {limit}. Шектен асатын аударым күтіп тұрады. Басқа табысыңызды Платформа білмейді: оны өзіңіз ескеріңіз.',
        ru: 'С выплатой № {number} ({sum}) через Платформу за этот месяц вам выплачено {earned}. Предел дохода самозанятого за месяц: {limit}. Выплата сверх предела будет ждать. О другом вашем доходе Платформа не знает: учтите его сами.',
        en: 'With payout {number} of {sum} you were paid {earned} through the platform in this month. The limit of the self-employed in a month is {limit}. A payout above it will wait. The platform does not know of other income: please count it yourself.',
      },
    },
    'income-at-limit': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Осы айдағы табысыңыз шекке жетті: {limit}',
        ru: 'Ваш доход за месяц достиг предела: {limit}',
        en: 'Your income of this month has reached the limit: {limit}',
      },
      body: {
        kk: '№ {number} аударыммен ({sum}) бірге Платформа арқылы осы айда сізге төленгені: {earned}. Бұл өзін-өзі жұмыспен қамтығанның айлық шегі: {limit}. Келесі аударым келесі айға дейін немесе басқа режимді растағанша күтіп тұрады.',
        ru: 'С выплатой № {number} ({sum}) через Платформу за этот месяц вам выплачено {earned}. Это предел дохода самозанятого за месяц: {limit}. Следующая выплата будет ждать следующего месяца или подтверждения другого режима.',
        en: 'With payout {number} of {sum} you were paid {earned} through the platform in this month. That is the limit of the self-employed in a month: {limit}. The next payout will wait for the next month or for proof of another regime.',
      },
    },
    ...stillOpen(
      silence,
      {
        subject: {
          kk: '№ {number} төлем әлі күтуде: төлем деректемелерін көрсетіңіз',
          ru: 'Выплата № {number} всё ещё ждёт: укажите счёт',
          en: 'Payout {number} still waits: please name your payout details',
        },
        still: {
          kk: '№ {number} төлем әлі күтуде. Сомасы: {sum}. Ақшаны ұстап тұрған: {holder}.',
          ru: 'Выплата № {number} на {sum} всё ещё ждёт. Деньги держит {holder}.',
          en: 'Payout {number} of {sum} still waits. The money is held by {holder}.',
        },
      },
      { 'payout-details-still-missing': 'unready.details' },
    ),
    'payout-details-missing': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем сізді күтуде: төлем деректемелерін көрсетіңіз',
        ru: 'Выплата № {number} ждёт вас: укажите счёт для выплат',
        en: 'Payout {number} waits for you: please name your payout details',
      },
      body: {
        kk: 'Сізге {sum} тиесілі, бірақ Жеке кабинетте төлем деректемелері көрсетілмеген. Оны көрсетсеңіз, төлем өзі жіберіледі. Оған дейін ақшаны ұстап тұрған: {holder}.',
        ru: 'Вам причитается {sum}, но в Личном кабинете не указан счёт для выплат. Укажите его, и выплата уйдёт сама. До тех пор деньги держит {holder}.',
        en: 'You are owed {sum}, but your cabinet names no payout details. Please name them, and the payout is sent by itself. Until then the money is held by {holder}.',
      },
    },
    'payout-later': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем кейінірек жіберіледі',
        ru: 'Выплата № {number} уйдёт позже',
        en: 'Payout {number} is sent later',
      },
      body: {
        kk: 'Сізге тиесілі {sum} кейінірек жіберіледі: көрсеткен деректемелеріңіз әлі қолданылмайды немесе аударымдардың күндік не айлық шегі таусылды. Мерзімі: {deadline}. Оған дейін ақшаны ұстап тұрған: {holder}. Сізден ештеңе талап етілмейді.',
        ru: 'Причитающиеся вам {sum} уйдут позже: указанный вами счёт ещё не действует, или исчерпан предел выплат за день либо месяц. Срок: {deadline}. До тех пор деньги держит {holder}. От вас ничего не требуется.',
        en: 'The {sum} owed to you are sent later: the details that you named do not count yet, or a limit of payouts in a day or month is used up. Term: {deadline}. Until then the money is held by {holder}. Nothing is expected of you.',
      },
    },
    'payout-to-allow': {
      subject: {
        kk: '№ {number} үлкен төлем рұқсатты күтуде',
        ru: 'Крупная выплата № {number} ждёт разрешения',
        en: 'Large payout {number} waits to be allowed',
      },
      body: {
        kk: '№ {number} төлем ({sum}) бір адам шеше алатыннан үлкен. Алушыны және мәмілені тексеріп, рұқсатты ұсыныңыз немесе басқаның ұсынысын растаңыз. Ақшаны ұстап тұрған: {holder}.',
        ru: 'Выплата № {number} на {sum} больше, чем может уйти без двух человек. Проверьте получателя и сделку и предложите её разрешить или подтвердите предложение другого. Деньги держит {holder}.',
        en: 'Payout {number} of {sum} is more than may go out without two persons. Please check payee and deal, and propose to allow it or confirm what another proposed. The money is held by {holder}.',
      },
    },
    'payout-other-details': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем бұл деректемелерге аударылмады, басқасын көрсетіңіз',
        ru: 'Выплата № {number} не прошла на указанный счёт, укажите другой',
        en: 'Payout {number} could not go to your details, please name others',
      },
      body: {
        kk: 'Сізге тиесілі {sum} көрсеткен деректемелеріңізге аударылмады: олар жабылған, табылмады, басқа адамдікі, немесе төлем ұйымы тек картаға аударады. Нақты себебі Жеке кабинетте. Басқа, өз атыңыздағы деректемелерді көрсетсеңіз, төлем өзі жіберіледі. Оған дейін ақшаны ұстап тұрған: {holder}.',
        ru: 'Причитающиеся вам {sum} не зачислены на указанный счёт: он закрыт, не найден, открыт на другого человека, или платёжная организация платит только на карты. Какая причина из этих, видно в Личном кабинете. Укажите другой счёт или карту на своё имя, и выплата уйдёт сама. До тех пор деньги держит {holder}.',
        en: 'The {sum} owed to you could not be paid to the details that you named: the account is closed, unknown or in another name, or the payment provider pays to cards only. Your cabinet shows which of these it is. Please name another account or card in your own name, and the payout is sent by itself. Until then the money is held by {holder}.',
      },
    },
    'payout-stopped': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем аударылмайды: төлеушінің банкі ақшаны қайтарып алды',
        ru: 'Выплата № {number} остановлена: банк плательщика отозвал деньги',
        en: "Payout {number} is stopped: the payer's bank took the money back",
      },
      body: {
        kk: '«{title}» тапсырмасы үшін аударым тоқтатылды: тапсырыс берушінің банкі ақшаны қайтарып алды. Сомасы: {sum}. Ақы сізге тиесілі болып қалады, оны тапсырыс беруші қайта төлеуге тиіс. Төлемесе, кінәрат-талап қоюға құқылысыз.',
        ru: 'Выплата за задание «{title}» остановлена: банк заказчика отозвал деньги, {sum}. Вознаграждение по-прежнему причитается вам, заказчику нужно оплатить его заново. Если он не оплатит, вы вправе заявить претензию.',
        en: "The payout for the task “{title}” is stopped: the customer's bank took back the money, {sum}. The remuneration is still owed to you, and the customer has to pay it again. If that does not happen, you have the right to claim.",
      },
    },
    'payout-cut': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем азайтылды: төлеушінің банкі ақшаның бір бөлігін қайтарып алды',
        ru: 'Выплата № {number} уменьшена: банк плательщика отозвал часть денег',
        en: "Payout {number} is reduced: the payer's bank took back a part of the money",
      },
      body: {
        kk: '«{title}» тапсырмасы үшін аударым сізге түскен жоқ немесе банктен қайтып келді, ал тапсырыс берушінің банкі {sum} қайтарып алды. Бұл сома аударылмайды: ол сізге тиесілі болып қалады, оны тапсырыс беруші қайта төлеуге тиіс. Төлемесе, кінәрат-талап қоюға құқылысыз. Қалған {rest} сомасын Оператор қайта жібереді. Деректемелеріңізді тексеріңіз.',
        ru: 'Выплата за задание «{title}» не дошла до вас или вернулась из банка, а банк заказчика отозвал {sum}. Эта сумма не будет выплачена: она по-прежнему причитается вам, заказчику нужно оплатить её заново. Если он не оплатит, вы вправе заявить претензию. Остаток, {rest}, Оператор отправит снова. Проверьте свои реквизиты.',
        en: "The payout for the task “{title}” did not reach you or came back from the bank, and the customer's bank took back {sum}. That sum is not paid out: it is still owed to you, and the customer has to pay it again. If that does not happen, you have the right to claim. The operator will send the rest, {rest}, again. Please check your bank details.",
      },
    },
    'debt-payout-cut': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем азайтылды: банк бір бөлігін қайтарып алды',
        ru: 'Выплата № {number} уменьшена: банк отозвал часть денег',
        en: 'Payout {number} is reduced: the bank took back a part',
      },
      body: {
        kk: 'Борышты төлеуге арналған аударым сізге түскен жоқ немесе банктен қайтып келді, ал борышкердің банкі {sum} қайтарып алды. Бұл сома сізге аударылмайды. Қалған {rest} сомасын Оператор қайта жібереді. Деректемелеріңізді тексеріңіз. Борыштың қалдығы Жеке кабинетте көрсетілген. Борыш өтелген деп көрсетілсе, кінәрат-талап қоюға құқылысыз.',
        ru: 'Выплата в счёт долга перед вами не дошла до вас или вернулась из банка, а банк должника отозвал {sum}. Эта сумма вам не поступит. Остаток, {rest}, Оператор отправит снова. Проверьте свои реквизиты. Сколько вам должны, видно в Личном кабинете. Если долг там погашен, вы вправе заявить претензию.',
        en: "The payout of a debt to you did not reach you or came back from the bank, and the debtor's bank took back {sum}. That sum will not reach you. The operator will send the rest, {rest}, again. Please check your bank details. Your cabinet shows what is owed to you. If the debt is shown there as paid, you have the right to claim.",
      },
    },
    'debt-payout-waits': {
      subject: {
        kk: '№ {number} төлем сізге жетпеді: деректемелеріңізді тексеріңіз',
        ru: 'Выплата № {number} не поступила: проверьте реквизиты',
        en: 'Payout {number} did not arrive: please check your bank details',
      },
      body: {
        kk: 'Банк борышты төлеуге арналған ақшаны ({sum}) өткізбеді немесе қайтарды. Деректемелеріңізді тексеріңіз: ақша сізге тиесілі болып қалады, Оператор аударымды қайталайды.',
        ru: 'Банк отклонил или вернул выплату {sum} в счёт долга перед вами. Проверьте свои реквизиты: деньги по-прежнему причитаются вам, Оператор повторит выплату.',
        en: 'The bank refused or sent back the payout of {sum} of a debt to you. Please check your bank details: the money is still owed to you, and the operator will send it again.',
      },
    },
    'debt-payout-stopped': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем аударылмайды: борышкердің банкі ақшаны қайтарып алды',
        ru: 'Выплата № {number} остановлена: банк должника отозвал деньги',
        en: "Payout {number} is stopped: the debtor's bank took the money back",
      },
      body: {
        kk: 'Борышкердің банкі ақшаны қайтарып алды, сондықтан бұл төлем сізге аударылмайды. Сомасы: {sum}. Борыштың қалдығы Жеке кабинетте көрсетілген. Борыш өтелген деп көрсетілсе, кінәрат-талап қоюға құқылысыз.',
        ru: 'Банк должника отозвал деньги, и эта выплата, {sum}, вам не поступит. Сколько вам должны, видно в Личном кабинете. Если долг там погашен, вы вправе заявить претензию.',
        en: "The debtor's bank took the money back, so this payout of {sum} will not reach you. Your cabinet shows what is owed to you. If the debt is shown there as paid, you have the right to claim.",
      },
    },
    'payout-waits': {
      subject: {
        kk: '№ {number} төлем аударылмады',
        ru: 'Выплата № {number} не прошла',
        en: 'Payout {number} did not go through',
      },
      body: {
        kk: '№ {number} төлем аударылмады немесе банктен қайтып келді. Сомасы: {sum}. Себебін анықтап, оны қайта жіберіңіз: оны тек Оператор жасай алады.',
        ru: 'Выплата № {number} на {sum} не прошла или вернулась из банка. Выясните причину и отправьте её снова: это может сделать только Оператор.',
        en: 'Payout {number} of {sum} was refused or came back from the bank. Please find out why and send it again: the operator alone can.',
      },
    },
    'payout-confirmed': {
      subject: { kk: 'Ақша аударылды: {title}', ru: 'Выплата зачислена: {title}', en: 'Paid out: {title}' },
      body: {
        kk: '«{title}» тапсырмасы үшін ақы аударылды: {sum}.',
        ru: 'Вознаграждение за задание «{title}» зачислено: {sum}.',
        en: 'The remuneration for the task "{title}" was paid out: {sum}.',
      },
    },
    'payout-refused': {
      subject: { kk: 'Ақша аударылмады: {title}', ru: 'Выплата не прошла: {title}', en: 'Payout refused: {title}' },
      body: {
        kk: 'Банк «{title}» тапсырмасы үшін ақыны ({sum}) өткізбеді. Деректемелеріңізді тексеріңіз, ақша сізге тиесілі болып қалады.',
        ru: 'Банк отклонил выплату за задание «{title}»: {sum}. Проверьте свои реквизиты, деньги по-прежнему причитаются вам.',
        en: 'The bank refused the payout for the task "{title}": {sum}. Please check your bank details; the money is still owed to you.',
      },
    },
    'payout-returned': {
      subject: { kk: 'Ақша қайтып келді: {title}', ru: 'Выплата вернулась: {title}', en: 'Payout returned: {title}' },
      body: {
        kk: 'Банк «{title}» тапсырмасы үшін ақыны ({sum}) қайтарды. Деректемелеріңізді тексеріңіз, ақша сізге тиесілі болып қалады.',
        ru: 'Банк вернул выплату за задание «{title}»: {sum}. Проверьте свои реквизиты, деньги по-прежнему причитаются вам.',
        en: 'The bank sent back the payout for the task "{title}": {sum}. Please check your bank details; the money is still owed to you.',
      },
    },
  },
});

export type PayoutTemplate = TemplateOf<typeof payoutMessages>;
