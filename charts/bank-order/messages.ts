/** What the operator's finance reads of a payment order to the bank. Nobody else reads it. */
import { defineMessages, said } from '../messages.ts';

const silence = {
  gathering: said(
    'Платформа әр төлемнен ұсталатынды бүгінгі күнмен есептейді.',
    'Платформа считает удержания с каждой выплаты на сегодня.',
    'The platform reckons what is withheld of each payout today.',
  ),
  releasing: said(
    'Платформа төлемдерді бекітіп, тапсырмаға нөмір береді. Содан кейін файлды жүктеуге болады.',
    'Платформа закрепляет выплаты и присваивает поручению номер. Затем файл можно скачать.',
    'The platform fixes the payouts and numbers the order. Then the file can be downloaded.',
  ),
  dissolving: said(
    'Платформа төлемдерді кезекке қайтарады.',
    'Платформа возвращает выплаты в очередь.',
    'The platform puts the payouts back into the queue.',
  ),
};

export const bankOrderMessages = defineMessages({
  life: said('Банкке төлем тапсырмасы', 'Платёжное поручение банку', 'Payment order to the bank'),
  states: {
    new: {
      name: said('Жаңа', 'Новое', 'New'),
      waits: said('Тапсырма жасалуда.', 'Поручение составляется.', 'The order is being made.'),
    },
    gathering: { name: said('Жиналуда', 'Собирается', 'Being gathered'), waits: silence.gathering },
    ready: {
      name: said('Жіберуді күтуде', 'Ждёт отправки', 'To be released'),
      waits: said(
        'Жасаған адам емес, қаржы қызметінің басқа өкілі тапсырманы сол күні жібереді. Әйтпесе төлемдер кезекке қайтады.',
        'Не тот, кто составил поручение, а другой представитель финансовой службы отправляет его в тот же день. Иначе выплаты вернутся в очередь.',
        'Another of the finance than the one who made the order releases it on the same day. Otherwise the payouts go back into the queue.',
      ),
    },
    releasing: { name: said('Жіберілуде', 'Отправляется', 'Being released'), waits: silence.releasing },
    dissolving: { name: said('Таратылуда', 'Расформировывается', 'Being dissolved'), waits: silence.dissolving },
    released: {
      name: said('Жіберілді', 'Отправлено', 'Released'),
      waits: said(
        'Файлды жүктеп, банкке беріңіз. Төлем банк үзінді көшірмесі енгізілгенде ғана төленген деп саналады.',
        'Скачайте файл и передайте его в банк. Выплата считается прошедшей, только когда внесена выписка банка.',
        'Download the file and give it to the bank. A payout counts as paid only once the bank’s statement is imported.',
      ),
    },
    dissolved: {
      name: said('Таратылды', 'Расформировано', 'Dissolved'),
      waits: said(
        'Тапсырма жіберілмеді. Төлемдер кезекке қайтты.',
        'Поручение не отправлено. Выплаты вернулись в очередь.',
        'The order was not released. The payouts are back in the queue.',
      ),
    },
  },
  silence,
  commands: {
    make: said('Тапсырма жасау', 'Составить поручение', 'Make an order'),
    release: said('Банкке жіберу', 'Отправить в банк', 'Release to the bank'),
    dissolve: said('Тарату', 'Расформировать', 'Dissolve'),
  },
  timers: {
    dayEnds: said(
      'Күн аяқталады: төлемдер кезекке қайтады',
      'День заканчивается: выплаты возвращаются в очередь',
      'The day ends: the payouts go back into the queue',
    ),
  },
  rules: {
    releasedByAnother: said(
      'Тапсырманы оны жасаған адам емес, басқасы жібереді.',
      'Поручение отправляет не тот, кто его составил.',
      'Another person than the one who made the order releases it.',
    ),
  },
  duties: {
    releaseOrder: said(
      'Банкке төлем тапсырмасын тексеріп, бүгін жіберіңіз: оны жасаған адам емес, басқасы жібереді',
      'Проверьте платёжное поручение банку и отправьте его сегодня: отправляет не тот, кто его составил',
      'Check a payment order to the bank and release it today: another person than the one who made it',
    ),
  },
  notices: {},
});
