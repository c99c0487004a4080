/** What people read of a paid extra. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

export const extraMessages = defineMessages({
  life: { kk: 'Ақылы қосымша қызмет', ru: 'Дополнительная платная услуга', en: 'Paid extra' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новая', en: 'New' },
      waits: { kk: 'Платформа тапсырысты қабылдайды.', ru: 'Платформа принимает заказ.', en: 'The platform takes the order.' },
    },
    paying: {
      name: { kk: 'Төлем күтілуде', ru: 'Ожидается оплата', en: 'Payment awaited' },
      waits: {
        kk: 'Анықтаманы картамен төлеңіз: төлем беті төлемнің өзінде. Төленбесе, тапсырыс өздігінен жойылады, ақша алынбайды.',
        ru: 'Оплатите справку картой: страница оплаты указана в платеже. Без оплаты заказ отменится сам, деньги не спишут.',
        en: 'Pay for the certificate by card: the payment has its page. Unpaid, the order is cancelled by itself and nothing is taken.',
      },
    },
    drawing: {
      name: { kk: 'Жасалуда', ru: 'Составляется', en: 'Being drawn' },
      waits: {
        kk: 'Платформа анықтаманы жасап жатыр. Мерзімінде жасалмаса, ақша өздігінен толық қайтарылады.',
        ru: 'Платформа составляет справку. Если она не будет готова в срок, деньги вернутся полностью и сами.',
        en: 'The platform draws the certificate. If it is not there in time, all of the money goes back by itself.',
      },
    },
    refunding: {
      name: { kk: 'Ақша қайтарылуда', ru: 'Деньги возвращаются', en: 'Being refunded' },
      waits: {
        kk: 'Төлем ұйымы ақшаны картаңызға қайтарады. Сізден ештеңе талап етілмейді.',
        ru: 'Платёжная организация возвращает деньги на вашу карту. От вас ничего не требуется.',
        en: 'The payment organisation returns the money to your card. Nothing is expected of you.',
      },
    },
    delivered: {
      name: { kk: 'Дайын', ru: 'Готова', en: 'Delivered' },
      waits: {
        kk: 'Анықтама Жеке кабинеттегі құжаттарда. Оны кез келген адам QR коды арқылы тексере алады.',
        ru: 'Справка — в документах Личного кабинета. Её может проверить любой по QR-коду.',
        en: 'The certificate is among the documents of your cabinet. Anybody can check it by its QR code.',
      },
    },
    settled: {
      name: { kk: 'Аяқталды', ru: 'Завершена', en: 'Complete' },
      waits: {
        kk: 'Анықтама берілді, оның төлемін енді ешкім қайтарып ала алмайды.',
        ru: 'Справка выдана, её оплату больше никто не может отозвать.',
        en: 'The certificate was delivered, and nobody can take its payment back any more.',
      },
    },
    refunded: {
      name: { kk: 'Ақша қайтарылды', ru: 'Деньги возвращены', en: 'Refunded' },
      waits: {
        kk: 'Анықтама жасалмады, ақша толық қайтарылды.',
        ru: 'Справка не составлена, деньги возвращены полностью.',
        en: 'No certificate was drawn, and all of the money went back.',
      },
    },
    cancelled: {
      name: { kk: 'Төленбеді', ru: 'Не оплачена', en: 'Not paid' },
      waits: {
        kk: 'Тапсырыс төленбеді және жойылды, ақша алынған жоқ.',
        ru: 'Заказ не оплачен и отменён, деньги не списаны.',
        en: 'The order was not paid and is cancelled; nothing was taken.',
      },
    },
  },

  silence: {
    paying: {
      kk: 'Төлем мерзімі төлемнің өзінде. Төлемесеңіз, тапсырыс өздігінен жойылады.',
      ru: 'Срок оплаты указан в платеже. Если не платить, заказ отменится сам.',
      en: 'The payment has its own term. If you do not pay, the order is cancelled by itself.',
    },
    refunding: {
      kk: 'Қайтарудың мұнда өз мерзімі жоқ: ақша қайтарылуда, банк оны бірнеше күнде көрсетуі мүмкін. Сізден ештеңе талап етілмейді.',
      ru: 'У возврата здесь срока нет: деньги возвращаются, банк может показать их через несколько дней. От вас ничего не требуется.',
      en: 'The refund has no term here: the money is on its way back, and your bank may take some days to show it. Nothing is expected of you.',
    },
    delivered: {
      kk: 'Сізден ештеңе талап етілмейді: анықтама дайын, ол сізде қалады.',
      ru: 'От вас ничего не требуется: справка готова и остаётся у вас.',
      en: 'Nothing is expected of you: the certificate is there, and stays yours.',
    },
  },

  commands: { order: { kk: 'Тапсырыс беру', ru: 'Заказать', en: 'Order' } },
  timers: {
    drawBy: {
      kk: 'Анықтаманы жасау мерзімі аяқталады, ақша өздігінен қайтарылады',
      ru: 'Срок составления справки истекает, деньги вернутся сами',
      en: 'The time to draw the certificate ends, and the money goes back by itself',
    },
  },
  rules: {},

  notices: {
    'extra-unpaid': {
      subject: { kk: 'Анықтама төленген жоқ', ru: 'Справка не оплачена', en: 'The certificate was not paid' },
      body: {
        kk: 'Анықтаманың төлемі ({sum}) өтпеді, ақша алынған жоқ. Тапсырыс жойылды, оны Жеке кабинетте қайта беруге болады.',
        ru: 'Оплата справки на {sum} не прошла, деньги не списаны. Заказ отменён, его можно сделать заново в Личном кабинете.',
        en: 'The payment of {sum} for the certificate was not made; nothing was taken. The order is cancelled. You may order again in your cabinet.',
      },
    },
    'extra-drawn': {
      legal: 'unlessMailed',
      subject: { kk: 'Анықтама дайын', ru: 'Справка готова', en: 'Your certificate is ready' },
      body: {
        kk: 'Сіз тапсырыс берген анықтама дайын, ол Жеке кабинеттегі құжаттарда. Төленгені: {sum}. Оны кез келген адам QR коды арқылы тексере алады.',
        ru: 'Заказанная справка готова, она в документах Личного кабинета. Оплачено: {sum}. Её может проверить любой по QR-коду.',
        en: 'The certificate that you ordered is ready, among the documents of your cabinet. Paid: {sum}. Anybody can check it by its QR code.',
      },
    },
    'extra-not-drawn': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Анықтама жасалмады, ақша қайтарылады',
        ru: 'Справка не составлена, деньги возвращаются',
        en: 'No certificate was drawn: your money goes back',
      },
      body: {
        kk: 'Анықтаманы мерзімінде жасау мүмкін болмады. Төлеген сомаңыз ({sum}) картаңызға толық қайтарылады, ол үшін ештеңе істеудің қажеті жоқ.',
        ru: 'Составить справку в срок не удалось. Уплаченное ({sum}) полностью вернётся на вашу карту, для этого ничего делать не нужно.',
        en: 'The certificate could not be drawn in time. All that you paid ({sum}) goes back to your card; you need not do anything for it.',
      },
    },
    'extra-refunded': {
      subject: { kk: 'Анықтаманың ақшасы қайтарылды', ru: 'Деньги за справку возвращены', en: 'The money for the certificate went back' },
      body: {
        kk: 'Анықтама үшін төленген сома ({sum}) қайтарылды. Банк оны бірнеше күнде көрсетуі мүмкін.',
        ru: 'Уплаченное за справку ({sum}) возвращено. Банк может показать это через несколько дней.',
        en: 'What you paid for the certificate ({sum}) has gone back. Your bank may take some days to show it.',
      },
    },
    'extra-failed': {
      subject: { kk: 'Ақылы анықтама жасалмады', ru: 'Платная справка не составлена', en: 'A paid certificate was not drawn' },
      body: {
        kk: 'Төленген анықтаманы ({sum}) мерзімінде жасау мүмкін болмады, ақша қайтарылуда. Себебін журналдан табыңыз.',
        ru: 'Оплаченную справку ({sum}) не удалось составить в срок, деньги возвращаются. Найдите причину в журнале.',
        en: 'A certificate that was paid ({sum}) could not be drawn in time, and the money goes back. Please find the cause in the log.',
      },
    },
    'extra-lost': {
      subject: {
        kk: 'Банк берілген анықтаманың төлемін қайтарып алды',
        ru: 'Банк отозвал оплату выданной справки',
        en: 'A bank took back the payment of a certificate',
      },
      body: {
        kk: 'Төлеушінің банкі берілген анықтаманың төлемінен {sum} қайтарып алды, осы сомадағы шығын есепке жазылды. Негізсіз болса, төлем ұйымы арқылы дау айтыңыз.',
        ru: 'Банк плательщика отозвал {sum} из оплаты выданной справки, убыток на эту сумму учтён. Если отзыв необоснован, оспорьте его через платёжную организацию.',
        en: 'The payer’s bank took back {sum} of the payment of a certificate that was delivered; a loss of that sum is booked. If that was without ground, contest it with the payment organisation.',
      },
    },
  },
});

export type ExtraTemplate = TemplateOf<typeof extraMessages>;
