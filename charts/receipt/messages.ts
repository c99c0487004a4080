/** What people read of a receipt for a payout. The sum is what pays for work, before anything is withheld. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

export const receiptMessages = defineMessages({
  life: { kk: 'Чек', ru: 'Чек', en: 'Receipt' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: { kk: 'Платформа чекті сұрайды.', ru: 'Платформа запрашивает чек.', en: 'The platform asks for the receipt.' },
    },
    awaited: {
      name: { kk: 'Чек күтілуде', ru: 'Ожидается чек', en: 'Receipt awaited' },
      waits: {
        kk: 'Орындаушы чек беріп, оның нөмірін, QR-кодының мәтінін немесе ескертпесін жазады.',
        ru: 'Исполнитель выдаёт чек и указывает его номер, текст QR-кода или примечание.',
        en: 'The contractor issues the receipt and records its number, the text of its QR code, or a note.',
      },
    },
    late: {
      name: { kk: 'Чек берілмеді', ru: 'Чек не выдан в срок', en: 'Receipt late' },
      waits: {
        kk: 'Мерзім аяқталды. Орындаушы чекті әлі де жаза алады.',
        ru: 'Срок прошёл. Исполнитель всё ещё может указать чек.',
        en: 'The term has passed. The contractor can still record the receipt.',
      },
    },
    given: {
      name: { kk: 'Чек берілді', ru: 'Чек выдан', en: 'Receipt given' },
      waits: {
        kk: 'Ештеңе талап етілмейді. Чектің күші жойылса, Орындаушы оны белгілейді.',
        ru: 'Ничего не требуется. Если чек аннулирован, Исполнитель отмечает это.',
        en: 'Nothing is expected. If the receipt is annulled, the contractor records it.',
      },
    },
    annulled: {
      name: { kk: 'Чектің күші жойылды', ru: 'Чек аннулирован', en: 'Receipt annulled' },
      waits: {
        kk: 'Орындаушы орнына жаңа чек жаза алады.',
        ru: 'Исполнитель может указать новый чек взамен.',
        en: 'The contractor can record a new receipt instead.',
      },
    },
    kept: {
      name: { kk: 'Чек берілді, жабылды', ru: 'Чек выдан, закрыто', en: 'Receipt given, closed' },
      waits: { kk: 'Ештеңе талап етілмейді.', ru: 'Ничего не требуется.', en: 'Nothing is expected.' },
    },
    missing: {
      name: { kk: 'Чек жоқ, жабылды', ru: 'Чека нет, закрыто', en: 'No receipt, closed' },
      waits: { kk: 'Чек бұл жерде енді жазылмайды.', ru: 'Чек здесь больше не указывают.', en: 'A receipt is recorded here no more.' },
    },
  },

  commands: {
    give: { kk: 'Чекті жазу', ru: 'Указать чек', en: 'Record the receipt' },
    annul: { kk: 'Чектің күші жойылғанын белгілеу', ru: 'Отметить аннулирование чека', en: 'Record that the receipt was annulled' },
  },

  timers: {
    receiptReminder: { kk: 'Чек туралы ескертіледі', ru: 'Напоминание о чеке', en: 'A reminder of the receipt' },
    giveBy: { kk: 'Чек беру мерзімі аяқталады', ru: 'Срок выдачи чека истекает', en: 'The term of the receipt ends' },
    endsAt: { kk: 'Чек бұдан әрі бақыланбайды', ru: 'Чек больше не отслеживается', en: 'The receipt is followed no more' },
  },

  rules: {
    somethingIsGiven: {
      kk: 'Чектің нөмірін, QR-кодының мәтінін немесе ескертпені жазыңыз.',
      ru: 'Укажите номер чека, текст его QR-кода или примечание.',
      en: 'Give the number of the receipt, the text of its QR code, or a note.',
    },
  },

  notices: {
    'receipt-awaited': {
      legal: 'unlessMailed',
      subject: { kk: 'Чек беріңіз: № {number}', ru: 'Выдайте чек: № {number}', en: 'Please issue a receipt: {number}' },
      body: {
        kk: 'Сізге жұмыс үшін төленді: {sum}. Төлем күні: {day}. Салық қызметінің қолданбасында чек беріп, оның нөмірін Жеке кабинетке жазыңыз. Соңғы мерзімі: {deadline}. Аударымға бұл әсер етпейді.',
        ru: 'Вам выплачено за работу: {sum}. День выплаты: {day}. Выдайте чек в приложении налоговой службы и укажите его номер в Личном кабинете. Срок: {deadline}. На выплаты это не влияет.',
        en: 'You were paid for work: {sum}. The day of payment: {day}. Please issue the receipt in the app of the tax service and record its number in your cabinet no later than {deadline}. Payouts do not depend on it.',
      },
    },
    'receipt-reminder': {
      legal: 'unlessMailed',
      subject: { kk: 'Чек әлі жазылмаған: № {number}', ru: 'Чек ещё не указан: № {number}', en: 'No receipt yet: {number}' },
      body: {
        kk: 'Чек әлі жазылмаған. Төленгені: {sum}, төлем күні: {day}. Соңғы мерзімі: {deadline}. Жеке кабинетте нөмірін жазыңыз.',
        ru: 'Чек ещё не указан. Выплачено {sum}, день выплаты: {day}. Срок: {deadline}. Укажите его номер в Личном кабинете.',
        en: 'No receipt is recorded yet. You were paid {sum}, the day of payment: {day}. It is due no later than {deadline}. Please record its number in your cabinet.',
      },
    },
    'receipt-late': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Чек беру мерзімі аяқталды: № {number}',
        ru: 'Срок выдачи чека прошёл: № {number}',
        en: 'The term of the receipt has passed: {number}',
      },
      body: {
        kk: 'Чек жазылмаған. Төленгені: {sum}, төлем күні: {day}. Чек беріп, оны Жеке кабинетте жазыңыз: салық заңы бойынша бұл сіздің міндетіңіз.',
        ru: 'Чек не указан. Выплачено {sum}, день выплаты: {day}. Выдайте чек и укажите его в Личном кабинете: по налоговому законодательству это ваша обязанность.',
        en: 'No receipt is recorded. You were paid {sum}, the day of payment: {day}. Please issue it and record it in your cabinet: tax law makes it your duty.',
      },
    },
    'receipt-given': {
      subject: {
        kk: 'Орындаушы чек берді: № {number}',
        ru: 'Исполнитель выдал чек: № {number}',
        en: 'The contractor gave a receipt: {number}',
      },
      body: {
        kk: 'Орындаушы өзіне төленген ақы үшін чек берді. Сомасы: {sum}, төлем күні: {day}. Чек тапсырма бетінде көрсетілген.',
        ru: 'Исполнитель выдал чек за выплаченное ему вознаграждение. Сумма: {sum}, день выплаты: {day}. Чек показан на странице задания.',
        en: 'The contractor gave a receipt for what was paid: {sum}, the day of payment: {day}. It is shown with the task.',
      },
    },
    'receipt-annulled': {
      subject: { kk: 'Чектің күші жойылды: № {number}', ru: 'Чек аннулирован: № {number}', en: 'A receipt was annulled: {number}' },
      body: {
        kk: 'Орындаушы берген чектің күші жойылды. Сомасы: {sum}, төлем күні: {day}. Орындаушы орнына жаңасын бере алады. Чек есебіңізге керек болса, одан сұраңыз.',
        ru: 'Чек Исполнителя аннулирован. Сумма: {sum}, день выплаты: {day}. Исполнитель может выдать новый взамен. Если чек нужен вам для учёта, запросите его.',
        en: 'The receipt of the contractor was annulled. Its sum: {sum}, the day of payment: {day}. The contractor may give a new one. If you need it for your books, ask for it.',
      },
    },
  },
});

export type ReceiptTemplate = TemplateOf<typeof receiptMessages>;
