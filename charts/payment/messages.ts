/** What people read of a payment. */
import type { Localized, Messages, TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { silence } from './silence.ts';

/** What a step at the provider is like from inside: asked, or refused for good. */
const atProvider = (path: string): Messages['states'] => ({
  [`${path}.asked`]: {
    name: { kk: 'Төлем ұйымына жіберілді', ru: 'Передано платёжной организации', en: 'With the provider' },
    waits: { kk: 'Төлем ұйымының жауабы күтілуде.', ru: 'Ждём ответа платёжной организации.', en: "The provider's answer is awaited." },
  },
  [`${path}.refused`]: {
    name: { kk: 'Төлем ұйымы операцияны қабылдамады', ru: 'Платёжная организация отклонила операцию', en: 'Refused by the provider' },
    waits: {
      kk: 'Төлем ұйымы операцияны қабылдамады. Оператор себебін анықтап, қайталайды.',
      ru: 'Платёжная организация отклонила операцию. Оператор выясняет причину и повторяет.',
      en: 'The provider refused to do it. The operator finds out why and tries again.',
    },
  },
});

const final = (name: Localized, waits: Localized) => ({ name, waits });

export const paymentMessages = defineMessages({
  life: { kk: 'Төлем', ru: 'Платёж', en: 'Payment' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: { kk: 'Платформа төлемді сұрайды.', ru: 'Платформа запрашивает платёж.', en: 'The platform asks for the payment.' },
    },
    created: {
      name: { kk: 'Жасалуда', ru: 'Создаётся', en: 'Being created' },
      waits: {
        kk: 'Төлем ұйымы төлем бетін дайындап жатыр.',
        ru: 'Платёжная организация готовит страницу оплаты.',
        en: 'The provider prepares the page to pay on.',
      },
    },
    waiting: {
      name: { kk: 'Төлем күтілуде', ru: 'Ожидает оплаты', en: 'Payment awaited' },
      waits: {
        kk: 'Төлеуші төлем ұйымының бетінде төлейді немесе төлемнен бас тартады.',
        ru: 'Плательщик платит на странице платёжной организации или отменяет платёж.',
        en: "The payer pays on the provider's page or cancels the payment.",
      },
    },
    declined: {
      name: { kk: 'Төлем өтпеді', ru: 'Оплата не прошла', en: 'Declined' },
      waits: {
        kk: 'Банк төлемді өткізбеді. Төлеуші қайталай алады, мысалы, басқа картамен.',
        ru: 'Банк отклонил оплату. Плательщик может повторить, например другой картой.',
        en: 'The bank declined. The payer may try again, with another card for instance.',
      },
    },
    closing: {
      name: { kk: 'Жабылуда', ru: 'Закрывается', en: 'Being closed' },
      waits: {
        kk: 'Платформа төлемнің өтпегенін төлем ұйымынан анықтайды. Ақша түсіп үлгерсе, ол есептеледі.',
        ru: 'Платформа уточняет у платёжной организации, что оплаты не было. Если деньги успели прийти, они засчитываются.',
        en: 'The platform makes sure with the provider that nothing was paid. Money that came in the meantime counts.',
      },
    },
    ...atProvider('closing'),
    held: {
      name: { kk: 'Ақша бұғатталды', ru: 'Деньги заблокированы', en: 'Held' },
      waits: {
        kk: 'Ақша төлем ұйымында бұғатталды: есеп айырысқанда орындаушыға тиесілісі беріледі, қалғаны тапсырыс берушіге қайтарылады.',
        ru: 'Деньги заблокированы у платёжной организации: при расчёте исполнитель получит то, что ему причитается, остальное вернётся заказчику.',
        en: 'The provider holds the money: in the end the contractor gets what is due, and the rest goes back to the customer.',
      },
    },
    prepaid: {
      name: { kk: 'Алдын ала төленді', ru: 'Внесена предоплата', en: 'Prepaid' },
      waits: {
        kk: 'Ақша алынды және тапсырма үшін төлем ұйымында тұр: есеп айырысқанда орындаушыға тиесілісі беріледі, қалғаны тапсырыс берушіге қайтарылады.',
        ru: 'Деньги списаны и хранятся для задания: при расчёте исполнитель получит то, что ему причитается, остальное вернётся заказчику.',
        en: 'The money is taken and kept for the task: in the end the contractor gets what is due, and the rest goes back to the customer.',
      },
    },
    capturing: {
      name: { kk: 'Ақша алынуда', ru: 'Списывается', en: 'Being captured' },
      waits: {
        kk: 'Төлем ұйымы бұғатталған ақшаны шоттан алады.',
        ru: 'Платёжная организация списывает заблокированные деньги.',
        en: 'The provider captures the held money.',
      },
    },
    ...atProvider('capturing'),
    releasing: {
      name: { kk: 'Босатылуда', ru: 'Освобождается', en: 'Being released' },
      waits: {
        kk: 'Төлем ұйымы бұғатталған ақшаны тапсырыс берушіге босатады.',
        ru: 'Платёжная организация снимает блокировку, деньги остаются у заказчика.',
        en: 'The provider releases the money to the customer.',
      },
    },
    ...atProvider('releasing'),
    captured: {
      name: { kk: 'Төленді', ru: 'Оплачено', en: 'Captured' },
      waits: {
        kk: 'Ақша алынды. Негіз болса, оның бір бөлігі немесе бәрі қайтарылуы мүмкін.',
        ru: 'Деньги получены. При наличии основания их можно вернуть частично или полностью.',
        en: 'The money is taken. Given a ground, it may be refunded in part or whole.',
      },
    },
    refunding: {
      name: { kk: 'Қайтарылуда', ru: 'Возвращается', en: 'Being refunded' },
      waits: {
        kk: 'Төлем ұйымы ақшаны тапсырыс берушіге қайтарады.',
        ru: 'Платёжная организация возвращает деньги заказчику.',
        en: 'The provider refunds the customer.',
      },
    },
    ...atProvider('refunding'),
    takenBack: {
      name: { kk: 'Банк қайтарып алды', ru: 'Возвращён банком', en: 'Taken back by the bank' },
      waits: {
        kk: 'Төлеушінің банкі төленген ақшаны қайтарып алды. Алушыға аударылып қойған ақша бойынша шешімді Оператор қабылдайды.',
        ru: 'Банк плательщика вернул оплаченные деньги плательщику. Если они уже были выплачены получателю, решение принимает Оператор.',
        en: "The payer's bank took back what was paid. Where the payee had received it already, the operator decides.",
      },
    },
    settled: final(
      { kk: 'Аяқталды', ru: 'Завершён', en: 'Settled' },
      {
        kk: 'Төлем аяқталды: банк ақшаны қайтарып ала алатын мерзім аяқталды.',
        ru: 'Платёж завершён: срок, в который банк может отозвать деньги, прошёл.',
        en: 'The payment is complete: the time in which a bank may take the money back is over.',
      },
    ),
    released: final(
      { kk: 'Босатылды', ru: 'Блокировка снята', en: 'Released' },
      {
        kk: 'Ақша тапсырыс берушіде қалды, ештеңе алынған жоқ.',
        ru: 'Деньги остались у заказчика, ничего не списано.',
        en: 'The money stayed with the customer; nothing was taken.',
      },
    ),
    refunded: final(
      { kk: 'Толық қайтарылды', ru: 'Возвращён полностью', en: 'Refunded' },
      { kk: 'Ақша толық қайтарылды.', ru: 'Деньги возвращены полностью.', en: 'All of the money was refunded.' },
    ),
    lapsed: final(
      { kk: 'Бұғаттау мерзімі аяқталды', ru: 'Блокировка истекла', en: 'Lapsed' },
      {
        kk: 'Банк бұғаттауды өзі алып тастады, ақша тапсырыс берушіде қалды.',
        ru: 'Банк сам отменил блокировку, деньги остались у заказчика.',
        en: 'The bank dropped the hold by itself; the money stayed with the customer.',
      },
    ),
    failed: final(
      { kk: 'Жасалмады', ru: 'Не создан', en: 'Failed' },
      {
        kk: 'Төлем ұйымы төлемді жасамады.',
        ru: 'Платёжная организация не создала платёж.',
        en: 'The provider did not create the payment.',
      },
    ),
    expired: final(
      { kk: 'Мерзімі аяқталды', ru: 'Срок истёк', en: 'Expired' },
      { kk: 'Мерзімінде төленбеді.', ru: 'Оплата не поступила в срок.', en: 'Nothing was paid in time.' },
    ),
    cancelled: final(
      { kk: 'Күшін жойды', ru: 'Отменён', en: 'Cancelled' },
      { kk: 'Төлем ақша алынбай күшін жойды.', ru: 'Платёж отменён до оплаты.', en: 'The payment was cancelled before anything was paid.' },
    ),
  },

  silence,

  commands: {
    retry: { kk: 'Қайта төлеу', ru: 'Повторить оплату', en: 'Try again to pay' },
    cancel: { kk: 'Төлемнен бас тарту', ru: 'Отменить платёж', en: 'Cancel the payment' },
    tryAgain: { kk: 'Төлем ұйымына қайта жіберу', ru: 'Повторить у платёжной организации', en: 'Try again with the provider' },
    closeLoss: {
      kk: 'Өндіріп алынған соманы көрсетіп, шығынды жабу',
      ru: 'Указать, сколько возмещено, и закрыть убыток',
      en: 'Say what of the loss was recovered, and close it',
    },
  },

  timers: {
    payReminder: {
      kk: 'Тапсырыс берушіге төлем туралы ескертіледі',
      ru: 'Напоминание заказчику об оплате',
      en: 'The customer is reminded to pay',
    },
    askAgain: {
      kk: 'Төлем ұйымынан төлем туралы сұралады',
      ru: 'Запрос платёжной организации о платеже',
      en: 'The provider is asked about the payment',
    },
    payBy: { kk: 'Төлем мерзімі аяқталады', ru: 'Срок оплаты истекает', en: 'The time to pay ends' },
    watchUntil: {
      kk: 'Банк ақшаны қайтарып ала алатын мерзім бітеді',
      ru: 'Срок, в который банк может отозвать деньги, истекает',
      en: 'The time in which a bank may take the money back ends',
    },
  },

  rules: {
    lossIsOpen: {
      kk: 'Бұл төлем бойынша жабылмаған шығын жоқ.',
      ru: 'По этому платежу нет незакрытого убытка.',
      en: 'This payment has no open loss.',
    },
    recoveredIsWithinLoss: {
      kk: 'Қайтарылған сома шығыннан аспауы керек. Соманы түзетіңіз.',
      ru: 'Возмещённая сумма не может быть больше убытка. Исправьте сумму.',
      en: 'What was recovered cannot be more than the loss. Please correct the sum.',
    },
    isWanted: {
      kk: 'Төлемнен бас тарту сұралып қойған. Төлем ұйымының жауабын күтіңіз.',
      ru: 'Отмена уже запрошена. Дождитесь ответа платёжной организации.',
      en: "The payment is being cancelled already. Please wait for the provider's answer.",
    },
  },

  duties: {
    closeLoss: {
      kk: 'Банк төлеушіге орындаушыға аударылған немесе бұрын қайтарылған ақшаны қайтарды: оны өндіріп алыңыз немесе шығын деп таныңыз',
      ru: 'Банк вернул плательщику деньги, уже выплаченные исполнителю или возвращённые раньше: взыщите их или признайте убыток',
      en: 'A bank gave back to the payer what the contractor was paid, or what had gone back before: recover it, or accept the loss',
    },
    tryAgain: {
      kk: 'Төлем ұйымы операцияны қабылдамады: себебін анықтап, әрекетті қайталаңыз',
      ru: 'Платёжная организация отклонила операцию: выясните причину и повторите',
      en: 'The provider refused: find out why and try again',
    },
  },

  notices: {
    'money-taken-back': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} төлем: банк ақшаны төлеушіге қайтарды',
        ru: 'Платёж № {number}: банк вернул деньги плательщику',
        en: 'Payment {number}: the bank gave the money back to the payer',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша төленген {sum} сомасын банк тапсырыс берушіге қайтарды. Орындаушыға аударылмаған болса, бұл ақша аударылмайды. Ақы тиесілі болса, тапсырыс беруші оны қайта төлеуге тиіс.',
        ru: 'Банк вернул заказчику {sum}, оплаченные по заданию «{title}». Если эти деньги ещё не поступили исполнителю, они не будут выплачены. Если исполнителю причитается оплата, заказчику нужно внести её заново.',
        en: 'The bank gave back to the customer {sum} that had been paid for the task “{title}”. What has not reached the contractor will not be paid out. Where the contractor is owed payment, the customer has to pay it again.',
      },
    },
    'payment-lost': {
      subject: {
        kk: '№ {number} төлем: банк орындаушыға аударылған ақшаны қайтарды',
        ru: 'Платёж № {number}: банк вернул деньги, уже выплаченные исполнителю',
        en: 'Payment {number}: the bank gave back money that had been paid to the contractor',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша банк тапсырыс берушіге ақша қайтарды: {sum}. Бұл ақша оған дейін орындаушыға аударылған еді. Орындаушыдан ештеңе талап етілмейді, алғаны өзінде қалады. Тапсырыс берушімен Оператор хабарласады.',
        ru: 'Банк вернул заказчику {sum} по заданию «{title}», хотя эти деньги уже были выплачены исполнителю. От исполнителя ничего не требуется, полученное остаётся у него. С заказчиком свяжется Оператор.',
        en: 'The bank gave {sum} for the task “{title}” back to the customer, though the money had been paid to the contractor before. Nothing is expected of the contractor, who keeps what was received. The operator will contact the customer.',
      },
    },
    'paid-back-twice': {
      subject: {
        kk: '№ {number} төлем: ақша сізге екі рет қайтарылды',
        ru: 'Платёж № {number}: деньги вернулись вам дважды',
        en: 'Payment {number}: money went back to you twice',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша {sum} сомасын сізге банк те, төлем ұйымы да қайтарды. Екінші рет қайтарылған сома сізге тиесілі емес. Оператор сізбен хабарласады.',
        ru: 'По заданию «{title}» вам вернули {sum} дважды: и банк, и платёжная организация. Возвращённое во второй раз вам не причитается. Оператор свяжется с вами.',
        en: 'For the task “{title}” {sum} went back to you twice: by the bank and by the payment organisation. What came the second time is not due to you. The operator will contact you.',
      },
    },
    'debt-paid-back-twice': {
      subject: {
        kk: '№ {number} төлем: ақша сізге екі рет қайтарылды',
        ru: 'Платёж № {number}: деньги вернулись вам дважды',
        en: 'Payment {number}: money went back to you twice',
      },
      body: {
        kk: 'Борышты төлеу үшін жіберген ақшаңыздан {sum} сомасын сізге банк те, төлем ұйымы да қайтарды. Екінші рет қайтарылған сома сізге тиесілі емес. Оператор сізбен хабарласады.',
        ru: 'Из денег, которые вы внесли в счёт долга, вам вернули {sum} дважды: и банк, и платёжная организация. Возвращённое во второй раз вам не причитается. Оператор свяжется с вами.',
        en: 'Of what you paid of a debt, {sum} went back to you twice: by the bank and by the payment organisation. What came the second time is not due to you. The operator will contact you.',
      },
    },
    'debt-payment-lost': {
      subject: {
        kk: '№ {number} төлем: банк кредитор алып қойған ақшаны қайтарды',
        ru: 'Платёж № {number}: банк вернул деньги, уже полученные кредитором',
        en: 'Payment {number}: the bank gave back money that the creditor had received',
      },
      body: {
        kk: 'Банк борышкерге ақша қайтарды: {sum}. Бұл ақша оған дейін кредиторға түскен еді. Кредитордан ештеңе талап етілмейді: алғаны өзінде қалады, ал борыштың төленген бөлігі төленген болып саналады. Борышкермен Оператор хабарласады.',
        ru: 'Банк вернул должнику {sum}, хотя кредитор уже получил эти деньги в оплату долга. От кредитора ничего не требуется: полученное остаётся у него, и долг в этой части считается оплаченным. С должником свяжется Оператор.',
        en: 'The bank gave {sum} back to the debtor, though the creditor had received it in payment of the debt. Nothing is expected of the creditor, who keeps it; that part of the debt counts as paid. The operator will contact the debtor.',
      },
    },
    'payment-lost-late': {
      subject: {
        kk: '№ {number} төлем: банк қайтарып алған ақша орындаушыға түсіп қойған',
        ru: 'Платёж № {number}: отозванные банком деньги исполнитель уже получил',
        en: 'Payment {number}: the contractor has received what the bank took back',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша банк қайтарып алған ақша орындаушыға түсіп қойған. Сомасы: {sum}. Орындаушы алған ақша өзінде қалады. Тапсырыс берушімен Оператор хабарласады.',
        ru: 'Деньги по заданию «{title}», которые отозвал банк ({sum}), исполнитель уже получил. Полученное исполнителем остаётся у него. С заказчиком свяжется Оператор.',
        en: 'The {sum} for the task “{title}” that the bank took back had reached the contractor already. The contractor keeps what was received. The operator will contact the customer.',
      },
    },
    'taken-back': {
      subject: {
        kk: '№ {number} төлем: банк ақшаны қайтарып алды',
        ru: 'Платёж № {number}: банк вернул деньги плательщику',
        en: 'Payment {number}: the bank took the money back',
      },
      body: {
        kk: 'Төлеушінің банкі № {number} төлем бойынша ақшаны қайтарып алды немесе бұғаттан босатты. Сомасы: {sum}. Аударым басталған болса, ол тоқтатылады, тараптарға хабарланды. Аударым жетіп қойса, шығын жұмыстар тізімінде пайда болады.',
        ru: 'Банк плательщика вернул деньги по платежу № {number} или снял с них блокировку: {sum}. Если выплата начата, она останавливается; сторонам сообщено. Если выплата уже дошла, в списке дел появится убыток.',
        en: "The payer's bank took back the money of payment {number}, or no longer holds it: {sum}. A payout that has begun is being stopped, and both parties were told. If the payout has arrived, a loss will appear in the work list.",
      },
    },
    'loss-booked': {
      subject: {
        kk: '№ {number} төлем: шығын жазылды',
        ru: 'Платёж № {number}: учтён убыток',
        en: 'Payment {number}: a loss was booked',
      },
      body: {
        kk: '№ {number} төлем бойынша алушыға аударылған немесе бұрын қайтарылған ақшаны банк төлеушіге қайтарды. Шығын есепке жазылды. Жалпы сомасы: {sum}. Ақшаны төлеушіден өндіріп алыңыз немесе шығынды таныңыз да, жұмыстар тізімінде жабыңыз.',
        ru: 'Банк вернул плательщику деньги по платежу № {number}, которые уже выплачены получателю или возвращены раньше. Убыток учтён, всего по платежу: {sum}. Взыщите деньги с плательщика или признайте убыток и закройте его в списке дел.',
        en: 'A bank gave back to the payer what the payee had received of payment {number}, or what had gone back before. The loss is booked, in all for this payment: {sum}. Please recover the money from the payer or accept the loss, and close it in the work list.',
      },
    },
    'payment-refused': {
      subject: {
        kk: '№ {number} төлем: төлем ұйымы операцияны қабылдамады',
        ru: 'Платёж № {number}: платёжная организация отклонила операцию',
        en: 'Payment {number}: the provider refused',
      },
      body: {
        kk: 'Төлем ұйымы № {number} төлем бойынша операцияны қабылдамады. Төлемнің сомасы: {sum}. Ақша бұрынғы орнында. Себебін анықтап, әрекетті қайталаңыз: оны тек Оператор жасай алады.',
        ru: 'Платёжная организация отклонила операцию по платежу № {number} на {sum}, деньги остаются на месте. Выясните причину и повторите: это может сделать только Оператор.',
        en: 'The provider refused what was asked of it for payment {number} of {sum}; the money stays where it is. Please find out why and try again: the operator alone can.',
      },
    },
    'payment-awaited': {
      legal: 'unlessMailed',
      subject: { kk: 'Төлем: {title}', ru: 'Оплата: {title}', en: 'Payment: {title}' },
      body: {
        kk: '«{title}» тапсырмасы бойынша төлем күтілуде: {sum}. Төлем беті Жеке кабинетте. Төлеу мерзімі: {deadline}.',
        ru: 'Ожидается оплата по заданию «{title}»: {sum}. Страница оплаты — в Личном кабинете, оплатите не позднее {deadline}.',
        en: 'A payment for the task "{title}" is awaited: {sum}. The page to pay on is in your account; please pay no later than {deadline}.',
      },
    },
    'payment-reminder': {
      legal: 'unlessMailed',
      subject: { kk: 'Төлем туралы ескерту: {title}', ru: 'Напоминание об оплате: {title}', en: 'Reminder to pay: {title}' },
      body: {
        kk: '«{title}» тапсырмасы әлі төленбеді. Сомасы: {sum}. Төлеу мерзімі: {deadline}.',
        ru: 'Задание «{title}» ещё не оплачено. Оплатите {sum} не позднее {deadline}.',
        en: 'The task "{title}" is not paid yet. Please pay {sum} no later than {deadline}.',
      },
    },
    'payment-declined': {
      legal: 'unlessMailed',
      subject: { kk: 'Төлем өтпеді: {title}', ru: 'Оплата не прошла: {title}', en: 'Payment declined: {title}' },
      body: {
        kk: '«{title}» тапсырмасының төлемі ({sum}) өтпеді, ақша алынған жоқ. Жеке кабинетте қайталай аласыз, мерзімі: {deadline}.',
        ru: 'Оплата по заданию «{title}» ({sum}) не прошла, деньги не списаны. Повторить можно в Личном кабинете не позднее {deadline}.',
        en: 'The payment for the task "{title}" ({sum}) was declined; nothing was taken. You may try again in your account no later than {deadline}.',
      },
    },
    'payment-try-declined': {
      subject: { kk: 'Төлеу әрекеті өтпеді: {title}', ru: 'Попытка оплаты не прошла: {title}', en: 'A try to pay was declined: {title}' },
      body: {
        kk: '«{title}» тапсырмасын төлеу әрекеті өтпеді, ақша алынған жоқ. Төлем сомасы: {sum}. {decline} Төлем беті Жеке кабинетте, төлеу мерзімі өзгерген жоқ.',
        ru: 'Попытка оплаты по заданию «{title}» ({sum}) не прошла, деньги не списаны. {decline} Страница оплаты — в Личном кабинете, срок оплаты прежний.',
        en: 'A try to pay {sum} for the task "{title}" was declined; nothing was taken. {decline} The page to pay on is in your account; the term to pay is the same.',
      },
    },
    'payment-held': {
      subject: { kk: 'Ақша бұғатталды: {title}', ru: 'Деньги заблокированы: {title}', en: 'Money held: {title}' },
      body: {
        kk: '«{title}» тапсырмасының ақшасы бұғатталды: {sum}. Одан тек орындаушыға тиесілісі алынады.',
        ru: 'Деньги за задание «{title}» заблокированы: {sum}. Из них спишется только то, что причитается исполнителю.',
        en: 'The money for the task "{title}" is held: {sum}. Only what is due to the contractor is taken of it.',
      },
    },
    'payment-prepaid': {
      subject: { kk: 'Алдын ала төленді: {title}', ru: 'Предоплата внесена: {title}', en: 'Prepaid: {title}' },
      body: {
        kk: '«{title}» тапсырмасының алдын ала төлемі түсті: {sum}. Ақша тапсырма аяқталғанша сақталады: орындаушы тиесілісін алады, қалғаны сізге қайтарылады.',
        ru: 'Предоплата за задание «{title}» поступила: {sum}. Деньги хранятся до расчёта: исполнитель получит то, что ему причитается, остальное вернётся вам.',
        en: 'The prepayment for the task "{title}" has come: {sum}. It is kept until the task is settled: the contractor gets what is due, and the rest goes back to you.',
      },
    },
    'payment-captured': {
      subject: { kk: 'Төленді: {title}', ru: 'Оплачено: {title}', en: 'Paid: {title}' },
      body: {
        kk: '«{title}» тапсырмасының төлемі өтті: {sum}.',
        ru: 'Оплата по заданию «{title}» прошла: {sum}.',
        en: 'The payment for the task "{title}" went through: {sum}.',
      },
    },
    'payment-released': {
      subject: { kk: 'Бұғаттау алып тасталды: {title}', ru: 'Блокировка снята: {title}', en: 'Hold released: {title}' },
      body: {
        kk: '«{title}» тапсырмасы бойынша ақшаны бұғаттау алып тасталды. Сомасы: {sum}. Банк оны бірнеше күнде көрсетуі мүмкін.',
        ru: 'Блокировка по заданию «{title}» снята: {sum}. Банк может показать это через несколько дней.',
        en: 'The hold of {sum} for the task "{title}" is released. Your bank may take some days to show it.',
      },
    },
    'payment-refunded': {
      subject: { kk: 'Ақша қайтарылды: {title}', ru: 'Возврат: {title}', en: 'Refund: {title}' },
      body: {
        kk: '«{title}» тапсырмасы бойынша ақша қайтарылды, барлығы: {sum}. Банк оны бірнеше күнде көрсетуі мүмкін.',
        ru: 'По заданию «{title}» сделан возврат, всего возвращено {sum}. Банк может показать его через несколько дней.',
        en: 'A refund for the task "{title}" was made; {sum} has been refunded in all. Your bank may take some days to show it.',
      },
    },
    'payment-lapsed': {
      legal: 'unlessMailed',
      subject: { kk: 'Бұғаттау мерзімі аяқталды: {title}', ru: 'Блокировка истекла: {title}', en: 'Hold lapsed: {title}' },
      body: {
        kk: 'Банк «{title}» тапсырмасы бойынша бұғаттауды алып тастады. Сомасы: {sum}. Ақша сізде қалды.',
        ru: 'Банк отменил блокировку по заданию «{title}»: {sum}. Деньги остались у вас.',
        en: 'Your bank dropped the hold of {sum} for the task "{title}"; the money stayed with you.',
      },
    },
    'payment-failed': {
      subject: { kk: 'Төлем жасалмады: {title}', ru: 'Платёж не создан: {title}', en: 'Payment failed: {title}' },
      body: {
        kk: '«{title}» тапсырмасының төлемін ({sum}) төлем ұйымы жасамады, ақша алынған жоқ.',
        ru: 'Платёжная организация не создала платёж по заданию «{title}» на {sum}, деньги не списаны.',
        en: 'The provider did not create the payment of {sum} for the task "{title}"; nothing was taken.',
      },
    },
    'payment-expired': {
      legal: 'unlessMailed',
      subject: { kk: 'Төлем мерзімі аяқталды: {title}', ru: 'Срок оплаты истёк: {title}', en: 'Payment expired: {title}' },
      body: {
        kk: '«{title}» тапсырмасы мерзімінде төленбеді. Сомасы: {sum}.',
        ru: 'Оплата по заданию «{title}», {sum}, не поступила в срок.',
        en: 'The payment of {sum} for the task "{title}" was not made in time.',
      },
    },
    'payment-cancelled': {
      subject: { kk: 'Төлем күшін жойды: {title}', ru: 'Платёж отменён: {title}', en: 'Payment cancelled: {title}' },
      body: {
        kk: '«{title}» тапсырмасының төлемі ({sum}) күшін жойды, ақша алынған жоқ.',
        ru: 'Платёж по заданию «{title}» на {sum} отменён, деньги не списаны.',
        en: 'The payment of {sum} for the task "{title}" is cancelled; nothing was taken.',
      },
    },
  },
});

export type PaymentTemplate = TemplateOf<typeof paymentMessages>;
