/** What people read of a debt. Russian leads: the offer is in Russian. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { OPEN_REMINDER, stillOpen } from '../open-ends.ts';
import { proposalRules } from '../proposal-words.ts';
import { silence } from './silence.ts';

export const debtMessages = defineMessages({
  life: { kk: 'Борыш', ru: 'Долг', en: 'Debt' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: { kk: 'Платформа борышты тіркейді.', ru: 'Платформа регистрирует долг.', en: 'The platform records the debt.' },
    },
    open: {
      name: { kk: 'Төлем күтілуде', ru: 'Ожидается оплата', en: 'Payment awaited' },
      waits: {
        kk: 'Борышкер мерзімінде Платформа арқылы төлейді не кредиторға тікелей төлеп, төлемі туралы хабарлайды. Тікелей төленген ақшаның түскенін кредитор растайды. Ол борышты кешіре де алады.',
        ru: 'Должник платит в срок через Платформу либо напрямую кредитору, и тогда сообщает об оплате. Получение прямой оплаты подтверждает кредитор. Он может и простить долг.',
        en: 'The debtor pays within the term: through the platform, or the creditor directly, and then reports it. The creditor confirms what was paid directly, or waives the debt.',
      },
    },
    overdue: {
      name: { kk: 'Төлем мерзімі аяқталды', ru: 'Оплата просрочена', en: 'Overdue' },
      waits: {
        kk: 'Төлем мерзімі аяқталды. Одан әрі ештеңе өздігінен болмайды: борышкер төлеп, ол туралы хабарлай алады, кредитор ақшаның түскенін растай алады, борышты кешіре алады немесе сотқа жүгіне алады.',
        ru: 'Срок оплаты прошёл. Само по себе дальше ничего не произойдёт: должник может заплатить и сообщить об этом, кредитор — подтвердить получение, простить долг или обратиться в суд.',
        en: 'The term of payment has passed. Nothing more happens by itself: the debtor may pay and report it; the creditor may confirm a receipt, waive the debt or go to court.',
      },
    },
    reported: {
      name: { kk: 'Төлем туралы хабарланды', ru: 'Сообщено об оплате', en: 'Payment reported' },
      waits: {
        kk: 'Борышкер төлегенін хабарлады. Кредитор ақшаның түскенін растайды немесе себептерін көрсетіп жоққа шығарады.',
        ru: 'Должник сообщил об оплате. Кредитор подтверждает получение либо отрицает его с указанием причин.',
        en: 'The debtor has reported a payment. The creditor confirms the receipt or denies it with reasons.',
      },
    },
    'reported.awaited': {
      name: { kk: 'Кредитордың жауабы күтілуде', ru: 'Ожидается ответ кредитора', en: "Creditor's answer awaited" },
      waits: {
        kk: 'Кредитор мерзім ішінде ақшаның түскенін растайды немесе себептерін көрсетіп жоққа шығарады. Үндемеу растау болып саналмайды.',
        ru: 'Кредитор в срок подтверждает получение либо отрицает его с указанием причин. Молчание подтверждением не считается.',
        en: 'Within the term the creditor confirms the receipt or denies it with reasons. Silence is no confirmation.',
      },
    },
    'reported.silent': {
      name: { kk: 'Кредитор жауап бермеді', ru: 'Кредитор не ответил', en: 'Creditor silent' },
      waits: {
        kk: 'Кредитор мерзімінде жауап бермеді. Өздігінен ештеңе өзгермейді: кредитор төлемді әлі де растай немесе жоққа шығара алады, борышкердің төлем дәлелдерін сақтағаны жөн.',
        ru: 'Кредитор не ответил в срок. Само по себе ничего не изменится: кредитор ещё может подтвердить или отрицать оплату, должнику следует сохранить её доказательства.',
        en: 'The creditor has not answered in time. Nothing changes by itself: the creditor may still confirm or deny the payment; the debtor should keep the proof of it.',
      },
    },
    paying: {
      name: { kk: 'Платформа арқылы төленуде', ru: 'Оплачивается через Платформу', en: 'Being paid through the platform' },
      waits: {
        kk: 'Борыш немесе оның бір бөлігі Платформа арқылы төленуде. Ол аяқталғанша борышты кешіруге және өзара есепке алуға болмайды.',
        ru: 'Долг или его часть оплачивается через Платформу. До завершения оплаты долг нельзя простить и зачесть.',
        en: 'The debt or a part of it is being paid through the platform. Until that is over it cannot be waived or set off.',
      },
    },
    'paying.asked': {
      name: { kk: 'Борышкердің төлемі күтілуде', ru: 'Ожидается оплата должника', en: "The debtor's payment is awaited" },
      waits: {
        kk: 'Борышкер төлем ұйымының бетінде төлейді немесе төлемнен бас тартады. Төленбесе, борыш бұрынғыдай қалады.',
        ru: 'Должник платит на странице платёжной организации или отменяет платёж. Если оплаты не будет, долг останется прежним.',
        en: "The debtor pays on the provider's page or cancels the payment. If nothing is paid, the debt stays as it was.",
      },
    },
    'paying.sent': {
      name: { kk: 'Ақша кредиторға аударылуда', ru: 'Деньги переводятся кредитору', en: 'On its way to the creditor' },
      waits: {
        kk: 'Борышкердің ақшасы түсті және кредиторға аударылуда. Бұл ақша кредиторға жеткенде борышты төлеуге есептеледі.',
        ru: 'Деньги должника получены и переводятся кредитору. Когда они поступят кредитору, они зачтутся в оплату долга.',
        en: "The debtor's money has come and is on its way to the creditor. When it arrives there it counts as paid.",
      },
    },
    settingOff: {
      name: { kk: 'Өзара есепке алу жүргізілуде', ru: 'Проводится зачёт', en: 'Being set off' },
      waits: {
        kk: 'Платформа екі борышты өзара есепке алады.',
        ru: 'Платформа засчитывает два встречных долга.',
        en: 'The platform sets the two debts off against each other.',
      },
    },
    paid: {
      name: { kk: 'Төленді', ru: 'Оплачен', en: 'Paid' },
      waits: {
        kk: 'Борыш толық төленді. Енді ештеңе талап етілмейді.',
        ru: 'Долг оплачен полностью. Больше ничего не требуется.',
        en: 'The debt is paid in full. Nothing more is expected.',
      },
    },
    setOff: {
      name: { kk: 'Өзара есепке алынды', ru: 'Погашен с зачётом', en: 'Set off' },
      waits: {
        kk: 'Борыш толық өтелді: бүкілі немесе бір бөлігі қарсы борышпен өзара есепке алынды. Енді ештеңе талап етілмейді.',
        ru: 'Долг погашен полностью: весь или часть — зачётом встречного долга. Больше ничего не требуется.',
        en: 'The debt is settled in full: all or a part of it was set off against a counter-debt. Nothing more is expected.',
      },
    },
    waived: {
      name: { kk: 'Кешірілді', ru: 'Прощён', en: 'Waived' },
      waits: {
        kk: 'Кредитор борыштың қалдығын кешірді. Енді ештеңе талап етілмейді.',
        ru: 'Кредитор простил остаток долга. Больше ничего не требуется.',
        en: 'The creditor has waived what was owed. Nothing more is expected.',
      },
    },
  },

  silence,

  commands: {
    pay: { kk: 'Платформа арқылы төлеу', ru: 'Оплатить через Платформу', en: 'Pay through the platform' },
    orderPayment: { kk: 'Төлеуге тапсырма беру', ru: 'Поручить оплату', en: 'Order the payment' },
    report: { kk: 'Төлем туралы хабарлау', ru: 'Сообщить об оплате', en: 'Report a payment' },
    confirm: { kk: 'Ақшаның түскенін растау', ru: 'Подтвердить получение', en: 'Confirm the receipt' },
    deny: { kk: 'Ақшаның түскенін жоққа шығару', ru: 'Отрицать получение', en: 'Deny the receipt' },
    writeOff: { kk: 'Операторға берешекті кешіру', ru: 'Простить долг перед Оператором', en: 'Forgive what is owed to the operator' },
    waive: { kk: 'Борыштың қалдығын кешіру', ru: 'Простить остаток долга', en: 'Waive what is owed' },
    proposeSetOff: { kk: 'Өзара есепке алуды ұсыну', ru: 'Предложить зачёт', en: 'Propose a set-off' },
    acceptSetOff: { kk: 'Өзара есепке алуға келісу', ru: 'Согласиться на зачёт', en: 'Accept the set-off' },
    declineSetOff: { kk: 'Өзара есепке алудан бас тарту', ru: 'Отказаться от зачёта', en: 'Decline the set-off' },
  },

  timers: {
    openReminder: OPEN_REMINDER,
    dueReminder: {
      kk: 'Борышкерге төлем мерзімі ескертіледі',
      ru: 'Напоминание должнику о сроке оплаты',
      en: 'The debtor is reminded to pay',
    },
    dueBy: {
      kk: 'Төлем мерзімі аяқталады: борыш мерзімі өткен болып саналады',
      ru: 'Срок оплаты истекает: долг становится просроченным',
      en: 'The term of payment ends: the debt becomes overdue',
    },
    overdueReminder: {
      kk: 'Борышкерге мерзімі өткен борыш ескертіледі',
      ru: 'Напоминание должнику о просроченном долге',
      en: 'The debtor is reminded of the overdue debt',
    },
    answerReminder: {
      kk: 'Кредиторға төлем туралы хабарға жауап беру ескертіледі',
      ru: 'Напоминание кредитору об ответе на сообщение об оплате',
      en: 'The creditor is reminded to answer the report',
    },
    answerBy: {
      kk: 'Кредитордың жауап беру мерзімі аяқталады: төлем өздігінен расталмайды',
      ru: 'Срок ответа кредитора истекает: сама по себе оплата не подтверждается',
      en: "The creditor's term to answer ends: the payment is not confirmed by itself",
    },
  },

  rules: {
    ...proposalRules,
    somethingIsUnreported: {
      kk: 'Барлық сома бойынша төлем туралы хабарланған: кредитордың жауабын күтіңіз.',
      ru: 'Обо всей сумме уже сообщено: дождитесь ответа кредитора.',
      en: 'The whole sum is reported already. Wait for the creditor to answer.',
    },
    paymentDayHasCome: {
      kk: 'Төлем күні болашақта бола алмайды. Ақша төленген күнді көрсетіңіз.',
      ru: 'День оплаты не может быть в будущем. Укажите день, когда деньги уплачены.',
      en: 'The day of payment cannot be in the future. Name the day on which the money was paid.',
    },
    amountIsUnreported: {
      kk: 'Сома нөлден артық және төлем туралы хабарланбаған қалдықтан аспауы керек.',
      ru: 'Сумма должна быть больше нуля и не больше остатка, об оплате которого ещё не сообщено.',
      en: 'The sum must be above zero and no more than what is owed and not reported yet.',
    },
    somethingIsReported: {
      kk: 'Жауап күтіп тұрған төлем туралы хабар жоқ.',
      ru: 'Нет сообщения об оплате, которое ждёт ответа.',
      en: 'No reported payment awaits an answer.',
    },
    reportIsNamed: {
      kk: 'Жауап күтіп тұрған хабардың нөмірін report өрісінде көрсетіңіз. Ондай хабар болмаса, өрісті бос қалдырыңыз.',
      ru: 'Укажите в report номер сообщения, которое ждёт ответа. Если такого нет, не заполняйте поле.',
      en: 'Name in report the number of a report that awaits an answer. If there is none, leave the field out.',
    },
    somethingIsConfirmable: {
      kk: 'Бүкіл қалдық платформа арқылы төленіп жатыр. Ақша жеткенде ол төленген деп саналады.',
      ru: 'Весь остаток уже оплачивается через Платформу. Он будет считаться уплаченным, когда деньги дойдут.',
      en: 'All that is owed is being paid through the platform. It counts as paid once the money arrives.',
    },
    amountIsOwed: {
      kk: 'Сома нөлден артық және борыштың қалдығынан аспауы керек. Платформа арқылы төленіп жатқан сома бұған кірмейді.',
      ru: 'Сумма должна быть больше нуля и не больше остатка долга без того, что оплачивается через Платформу.',
      en: 'The sum must be above zero and no more than what is owed beside what comes through the platform.',
    },
    usersAreSides: {
      kk: 'Бұл борыш Платформа арқылы төленбейді: тікелей төлеп, төлем туралы хабарлаңыз.',
      ru: 'Этот долг нельзя оплатить через Платформу: заплатите напрямую и сообщите об оплате.',
      en: 'This debt cannot be paid through the platform. Pay directly, and report the payment.',
    },
    paymentsAreLeft: {
      kk: 'Бұл борыш бойынша төлемдер мен төлем туралы хабарлар саны шегіне жетті. Тікелей төлеңіз: кредитор ақшаның түскенін хабарсыз да растай алады.',
      ru: 'По этому долгу исчерпано число сообщений об оплате и платежей. Заплатите напрямую: кредитор может подтвердить получение и без сообщения.',
      en: 'This debt has taken all the reports and payments it can. Pay directly: the creditor can confirm a receipt without a report.',
    },
    paymentIsOrdered: {
      kk: 'Алдымен Оператордың бір өкілі төлеуге тапсырма береді, содан кейін басқа адам төлеп, хабарлайды.',
      ru: 'Сначала один представитель Оператора поручает оплату, затем другой платит и сообщает о ней.',
      en: 'First one member of staff orders the payment; then another person pays and reports it.',
    },
    orderIsCurrent: {
      kk: 'order өрісінде соңғы тапсырманың нөмірін көрсетіңіз: сома тапсырмадағыдай болуы керек.',
      ru: 'Укажите в order номер последнего поручения; сумма должна быть как в поручении.',
      en: 'Name the number of the last order in order; the sum must be that of the order.',
    },
    anotherPays: {
      kk: 'Төлеуге тапсырма берген адам емес, басқа адам төлейді.',
      ru: 'Платит не тот, кто поручил оплату, а другой человек.',
      en: 'Another person than the one who ordered the payment pays it.',
    },
    debtsAreMutual: {
      kk: 'Тек сол екі тараптың арасындағы қарсы, өтелмеген борышты өзара есепке алуға болады.',
      ru: 'Зачесть можно только встречный непогашенный долг между теми же сторонами.',
      en: 'Only an open counter-debt between the same two parties can be set off.',
    },
    setOffIsProposed: {
      kk: 'Жауап күтіп тұрған өзара есепке алу ұсынысы жоқ.',
      ru: 'Нет предложения о зачёте, которое ждёт ответа.',
      en: 'No set-off awaits an answer.',
    },
    proposalIsCurrent: {
      kk: 'Ұсыныс өзгерген: борышты қайта оқып, соңғы ұсыныстың нөмірі мен борышын көрсетіңіз.',
      ru: 'Предложение изменилось: прочтите долг заново и назовите номер и долг последнего предложения.',
      en: 'The proposal has changed. Read the debt again, and name the number and the debt of the last proposal.',
    },
    setOffIsPossible: {
      kk: 'Жауап күтіп тұрған ұсыныс жоқ немесе борыштың қалдығы ұсынылған сомадан аз: өзара есепке алуды қайта ұсыныңыз.',
      ru: 'Нет предложения, которое ждёт ответа, либо остаток долга меньше предложенной суммы: предложите зачёт заново.',
      en: 'No set-off awaits an answer, or less is owed now than was proposed. Propose the set-off again.',
    },
  },

  duties: {
    payDebt: {
      kk: 'Оператор борышты төлеуі керек: бір адам төлеуге тапсырма береді, басқасы төлеп, төлем туралы хабарлайды',
      ru: 'Оператору нужно заплатить долг: один человек поручает оплату, другой платит и сообщает о ней',
      en: 'The operator is to pay a debt: one person orders the payment, another pays and reports it',
    },
    answerReport: {
      kk: 'Операторға төлем туралы хабар жауап күтуде',
      ru: 'Сообщение об оплате Оператору ждёт ответа',
      en: 'A report of a payment to the operator awaits an answer',
    },
    answerSetOff: {
      kk: 'Операторға өзара есепке алу ұсынысы жауап күтуде',
      ru: 'Предложение Оператору о зачёте ждёт ответа',
      en: 'A set-off proposed to the operator awaits an answer',
    },
  },

  notices: {
    ...stillOpen(
      silence,
      {
        subject: {
          kk: '№ {number} борыш: төлем туралы хабарға әлі жауап жоқ',
          ru: 'Долг № {number}: на сообщение об оплате всё ещё нет ответа',
          en: 'Debt {number}: a reported payment still awaits an answer',
        },
        still: {
          kk: '№ {number} борыш бойынша төлем туралы хабарға әлі жауап жоқ. Сомасы: {sum}.',
          ru: 'На сообщение об оплате {sum} по долгу № {number} всё ещё нет ответа.',
          en: 'A reported payment of {sum} of debt {number} still awaits an answer.',
        },
      },
      { 'report-still-open': 'reported.silent' },
    ),
    'debt-arisen': {
      legal: true,
      subject: {
        kk: '№ {number} борыш: {sum} төлеңіз, соңғы күні {day}',
        ru: 'Долг № {number}: заплатите {sum} не позднее {day}',
        en: 'Debt {number}: pay {sum} no later than {day}',
      },
      body: {
        kk: 'Сізде № {number} борыш пайда болды. Сомасы: {sum}. Төлемнің соңғы күні: {day} (қоса алғанда). Жеке кабинетте көрсетілген тәсілмен төлеңіз; тікелей төлесеңіз, ол туралы сонда хабарлаңыз. Борыштың негізі мен кредитор да сонда көрсетілген.',
        ru: 'У вас возник долг № {number} на сумму {sum}. Заплатите не позднее {day} (включительно) одним из способов, указанных в Личном кабинете; о прямой оплате сообщите там же. Основание долга и кредитор тоже указаны там.',
        en: 'You owe {sum}: debt {number}. Please pay no later than {day} (that day included), in one of the ways that your cabinet shows. A direct payment is reported there. It also shows the ground of the debt and the creditor.',
      },
    },
    'debt-arisen-creditor': {
      legal: true,
      subject: {
        kk: '№ {number} борыш: сізге {sum} тиесілі',
        ru: 'Долг № {number}: вам причитается {sum}',
        en: 'Debt {number}: {sum} is due to you',
      },
      body: {
        kk: '№ {number} борыш бойынша сізге тиесілі сома: {sum}. Төлемнің соңғы күні: {day} (қоса алғанда). Борышкер сізге тікелей төлесе, ақша түскенде оны Жеке кабинетте растаңыз.',
        ru: 'По долгу № {number} вам причитается {sum}. Должник должен заплатить не позднее {day} (включительно). Если он заплатит вам напрямую, подтвердите получение в Личном кабинете.',
        en: 'By debt {number}, {sum} is due to you. The debtor has to pay no later than {day} (that day included). Where you are paid directly, please confirm the receipt in your cabinet.',
      },
    },
    'payment-ordered': {
      subject: {
        kk: '№ {number} борыш: {sum} төлеуге тапсырма берілді',
        ru: 'Долг № {number}: поручена оплата {sum}',
        en: 'Debt {number}: a payment of {sum} is ordered',
      },
      body: {
        kk: 'Оператордың өкілі № {number} борыш бойынша төлеуге тапсырма берді. Сомасы: {sum}. Тапсырма берген адам емес, басқа адам төлеп, төлем туралы хабарлайды.',
        ru: 'Представитель Оператора поручил заплатить {sum} по долгу № {number}. Платит и сообщает об оплате не он, а другой человек.',
        en: 'A member of staff has ordered a payment of {sum} of debt {number}. Another person pays it and reports it.',
      },
      legal: 'unlessMailed',
    },
    'debt-money-received': {
      subject: {
        kk: '№ {number} борыш: Платформа арқылы {sum} түсті',
        ru: 'Долг № {number}: через Платформу получено {sum}',
        en: 'Debt {number}: {sum} has come through the platform',
      },
      body: {
        kk: '№ {number} борыш бойынша төлем ұйымына ақша түсті. Сомасы: {sum}. Ол кредиторға аударылуда, жеткенде екі тарапқа да хабарлаймыз.',
        ru: 'Платёжная организация получила {sum} по долгу № {number} и переводит их кредитору. Когда деньги поступят, мы сообщим обеим сторонам.',
        en: 'The provider has received {sum} of debt {number} and sends it to the creditor. Both parties will be told when it arrives.',
      },
    },
    'debt-payment-not-made': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} борыш: Платформа арқылы {sum} төленбеді',
        ru: 'Долг № {number}: оплата {sum} через Платформу не состоялась',
        en: 'Debt {number}: {sum} was not paid through the platform',
      },
      body: {
        kk: '№ {number} борыш бойынша Платформа арқылы төлем өтпеді, ақша алынған жоқ. Төлемнің сомасы: {sum}. Борыштың қалдығы: {rest}. Төлемнің соңғы күні: {day} (қоса алғанда). Қайта төлеп көріңіз немесе тікелей төлеп, төлем туралы хабарлаңыз.',
        ru: 'Оплата {sum} по долгу № {number} через Платформу не состоялась, деньги не списаны. Остаток долга: {rest}; последний день оплаты: {day} (включительно). Попробуйте снова либо заплатите напрямую и сообщите об оплате.',
        en: 'The payment of {sum} of debt {number} through the platform was not made; nothing was taken. What is still owed: {rest}. The last day to pay: {day} (that day included). Please try again, or pay directly and report the payment.',
      },
    },
    'debt-paid-through': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} борыш: Платформа арқылы {sum} төленді',
        ru: 'Долг № {number}: через Платформу выплачено {sum}',
        en: 'Debt {number}: {sum} is paid through the platform',
      },
      body: {
        kk: '№ {number} борыш бойынша ақша Платформа арқылы кредиторға жетті. Сомасы: {sum}. Борыштың қалдығы: {rest}. Бұл төлемді растау қажет емес.',
        ru: 'Деньги по долгу № {number} поступили кредитору через Платформу: {sum}. Остаток долга: {rest}. Подтверждать эту оплату не нужно.',
        en: 'The creditor has received {sum} of debt {number} through the platform. What is still owed: {rest}. This payment needs no confirmation.',
      },
    },
    'debt-payment-taken-back': {
      legal: true,
      subject: {
        kk: '№ {number} борыш: банк {sum} қайтарып алды, борыш қалды',
        ru: 'Долг № {number}: банк отозвал {sum}, долг остаётся',
        en: 'Debt {number}: the bank took back {sum}, which is owed again',
      },
      body: {
        kk: '№ {number} борыш бойынша Платформа арқылы төленген ақшаны борышкердің банкі қайтарып алды. Сомасы: {sum}. Бұл ақша кредиторға аударылмайды. Борыштың қалдығы: {rest}. Төлемнің соңғы күні: {day} (қоса алғанда). Борышкер қайта төлеуге тиіс.',
        ru: 'Банк должника отозвал {sum}, оплаченные через Платформу по долгу № {number}. Кредитору эти деньги не поступят. Остаток долга: {rest}; последний день оплаты: {day} (включительно). Должнику нужно заплатить заново.',
        en: "The debtor's bank took back {sum} that was paid through the platform for debt {number}. It will not reach the creditor. What is still owed: {rest}. The last day to pay: {day} (that day included). The debtor has to pay again.",
      },
    },
    'debt-reminder': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} борышты төлеу мерзімі жақын: соңғы күні {day}',
        ru: 'Скоро срок оплаты долга № {number}: не позднее {day}',
        en: 'Debt {number} is due soon: no later than {day}',
      },
      body: {
        kk: '№ {number} борыш төленген жоқ. Қалдығы: {sum}. Төлемнің соңғы күні: {day} (қоса алғанда). Егер төлеген болсаңыз, ол туралы Жеке кабинетте хабарлаңыз.',
        ru: 'Долг № {number} не погашен, остаток — {sum}. Заплатите не позднее {day} (включительно). Если вы уже заплатили, сообщите об этом в Личном кабинете.',
        en: 'Of debt {number}, {sum} is still owed. Please pay no later than {day} (that day included). If you have paid, please report it in your cabinet.',
      },
    },
    'debt-overdue': {
      legal: true,
      subject: {
        kk: '№ {number} борыштың төлем мерзімі аяқталды: {sum}',
        ru: 'Долг № {number} просрочен: {sum}',
        en: 'Debt {number} is overdue: {sum}',
      },
      body: {
        kk: '№ {number} борыш мерзімінде төленген жоқ. Төлемнің соңғы күні {day} болатын. Қалдығы: {sum}. Төлеп, ол туралы Жеке кабинетте хабарлаңыз: кредитор сотқа жүгінуге құқылы.',
        ru: 'Долг № {number} не оплачен в срок: последним днём было {day}. Остаток — {sum}. Заплатите и сообщите об этом в Личном кабинете: кредитор вправе обратиться в суд.',
        en: 'Debt {number} was not paid in time: the last day was {day}. What is left to pay: {sum}. Please pay, and report it in your cabinet: the creditor may go to court.',
      },
    },
    'debt-overdue-creditor': {
      legal: true,
      subject: {
        kk: 'Сізге тиесілі № {number} борыштың төлем мерзімі аяқталды: {sum}',
        ru: 'Долг № {number} перед вами просрочен: {sum}',
        en: 'Debt {number} due to you is overdue: {sum}',
      },
      body: {
        kk: 'Сізге тиесілі № {number} борыш мерзімінде төленген жоқ. Төлемнің соңғы күні {day} болатын. Расталмаған сома: {sum}. Борыш өздігінен өндірілмейді; борышкерге бірнеше рет ескертеміз. Ақша түссе, растаңыз; борышты кешіре аласыз немесе сотқа жүгіне аласыз.',
        ru: 'Долг № {number} перед вами не оплачен в срок: последним днём было {day}. Не подтверждено: {sum}. Долг не взыщется сам; мы несколько раз напомним должнику. Если деньги поступили, подтвердите получение; вы также можете простить долг или обратиться в суд.',
        en: 'Debt {number} due to you was not paid in time: the last day was {day}. Not confirmed: {sum}. The debt does not collect itself; we remind the debtor a few times. If the money has come, please confirm it; you may also waive the debt or go to court.',
      },
    },
    'debt-overdue-reminder': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} борыш әлі төленген жоқ: {sum}',
        ru: 'Долг № {number} всё ещё не оплачен: {sum}',
        en: 'Debt {number} is still unpaid: {sum}',
      },
      body: {
        kk: '№ {number} борыштың төлем мерзімі аяқталды: соңғы күні {day} болатын. Қалдығы: {sum}. Төлеп, ол туралы Жеке кабинетте хабарлаңыз.',
        ru: 'Срок оплаты долга № {number} прошёл: последним днём было {day}. Остаток — {sum}. Заплатите и сообщите об этом в Личном кабинете.',
        en: 'Debt {number} is overdue: the last day was {day}. What is left to pay: {sum}. Please pay, and report it in your cabinet.',
      },
    },
    'debt-reported': {
      legal: true,
      subject: {
        kk: '№ {number} борыш: {sum} төленді деп хабарланды, жауап беріңіз',
        ru: 'Долг № {number}: сообщено об оплате {sum}, ответьте',
        en: 'Debt {number}: a payment of {sum} is reported, please answer',
      },
      body: {
        kk: 'Борышкер № {number} борыш бойынша төлегенін хабарлады. Сомасы: {sum}. Ақшаның түскенін Жеке кабинетте растаңыз немесе себептерін көрсетіп жоққа шығарыңыз. Жауап берудің соңғы күні: {day} (қоса алғанда). Үндемеу растау болып саналмайды.',
        ru: 'Должник сообщил об оплате {sum} по долгу № {number}. Не позднее {day} (включительно) подтвердите получение в Личном кабинете либо отрицайте его с указанием причин. Молчание подтверждением не считается.',
        en: 'The debtor has reported a payment of {sum} of debt {number}. Please confirm the receipt in your cabinet, or deny it with reasons, no later than {day} (that day included). Silence is no confirmation.',
      },
    },
    'report-reminder': {
      subject: {
        kk: '№ {number} борыш бойынша төлем туралы хабар жауабыңызды күтуде',
        ru: 'Сообщение об оплате долга № {number} ждёт вашего ответа',
        en: 'A reported payment of debt {number} awaits your answer',
      },
      body: {
        kk: 'Сіз № {number} борыш бойынша төлем туралы хабарға әлі жауап бермедіңіз. Сомасы: {sum}. Ақшаның түскенін растаңыз немесе себептерін көрсетіп жоққа шығарыңыз. Жауап берудің соңғы күні: {day} (қоса алғанда).',
        ru: 'Вы ещё не ответили на сообщение об оплате {sum} по долгу № {number}. Не позднее {day} (включительно) подтвердите получение либо отрицайте его с указанием причин.',
        en: 'You have not answered the reported payment of {sum} of debt {number}. Please confirm or deny it with reasons no later than {day} (that day included).',
      },
    },
    'report-unanswered': {
      subject: {
        kk: '№ {number} борыш: төлем туралы хабарға жауап берілмеді',
        ru: 'Долг № {number}: на сообщение об оплате нет ответа',
        en: 'Debt {number}: a reported payment was not answered',
      },
      body: {
        kk: 'Кредитор № {number} борыш бойынша төлем туралы хабарға мерзімінде жауап бермеді. Сомасы: {sum}. Төлем өздігінен расталмайды: кредитор әлі де жауап бере алады, борышкердің төлем дәлелдерін сақтағаны жөн.',
        ru: 'Кредитор не ответил в срок на сообщение об оплате {sum} по долгу № {number}. Сама по себе оплата не подтверждается: кредитор ещё может ответить, должнику следует сохранить доказательства оплаты.',
        en: 'The creditor has not answered the reported payment of {sum} of debt {number} in time. It is not confirmed by itself: the creditor may still answer; the debtor should keep the proof of payment.',
      },
    },
    'debt-confirmed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} борыш: {sum} түскені расталды',
        ru: 'Долг № {number}: получение {sum} подтверждено',
        en: 'Debt {number}: the receipt of {sum} is confirmed',
      },
      body: {
        kk: 'Кредитор № {number} борыш бойынша ақшаның түскенін растады. Сомасы: {sum}. Борыштың қалдығы: {rest}.',
        ru: 'Кредитор подтвердил получение {sum} по долгу № {number}. Остаток долга: {rest}.',
        en: 'The creditor has confirmed the receipt of {sum} of debt {number}. What is still owed: {rest}.',
      },
    },
    'debt-denied': {
      legal: true,
      subject: {
        kk: '№ {number} борыш: {sum} түскені жоққа шығарылды',
        ru: 'Долг № {number}: кредитор отрицает получение {sum}',
        en: 'Debt {number}: the creditor denies the receipt of {sum}',
      },
      body: {
        kk: 'Кредитор № {number} борыш бойынша ақшаның түскенін жоққа шығарды. Сомасы: {sum}. Себептері Жеке кабинетте. Борыштың қалдығы: {rest}. Төлем дәлелдерін қоса отырып, төлем туралы қайта хабарлай аласыз.',
        ru: 'Кредитор отрицает получение {sum} по долгу № {number}, причины — в Личном кабинете. Остаток долга: {rest}. Вы можете сообщить об оплате снова и приложить её доказательства.',
        en: 'The creditor denies the receipt of {sum} of debt {number}; the reasons are in your cabinet. What is still owed: {rest}. You may report the payment again, with its proof.',
      },
    },
    'debt-waived': {
      legal: true,
      subject: {
        kk: '№ {number} борыш кешірілді: {sum}',
        ru: 'Долг № {number} прощён: {sum}',
        en: 'Debt {number} is waived: {sum}',
      },
      body: {
        kk: 'Кредитор № {number} борыштың қалдығын кешірді. Кешірілген сома: {sum}. Сізден ештеңе талап етілмейді. Себептері Жеке кабинетте.',
        ru: 'Кредитор простил остаток долга № {number}: {sum}. Платить ничего не нужно. Причины — в Личном кабинете.',
        en: 'The creditor has waived what was owed of debt {number}: {sum}. Nothing is to be paid. The reasons are in your cabinet.',
      },
    },
    'set-off-proposed': {
      subject: {
        kk: '№ {number} борыш: {sum} өзара есепке алу ұсынылды',
        ru: 'Долг № {number}: предложен зачёт на {sum}',
        en: 'Debt {number}: a set-off of {sum} is proposed',
      },
      body: {
        kk: 'Екінші тарап № {number} борышты қарсы борышпен өзара есепке алуды ұсынды. Сомасы: {sum}. Ұсынысты Жеке кабинетте қабылдаңыз немесе одан бас тартыңыз: үндемеу келісім болып саналмайды.',
        ru: 'Другая сторона предложила зачесть {sum} по долгу № {number} в счёт встречного долга. Согласитесь или откажитесь в Личном кабинете: молчание согласием не считается.',
        en: 'The other party proposes to set {sum} of debt {number} off against a counter-debt. Please accept or decline in your cabinet: silence is no consent.',
      },
    },
    'set-off-declined': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} борыш: өзара есепке алудан бас тартылды',
        ru: 'Долг № {number}: в зачёте отказано',
        en: 'Debt {number}: the set-off is declined',
      },
      body: {
        kk: 'Екінші тарап № {number} борышты өзара есепке алудан бас тартты. Ұсынылған сома: {sum}. Борыштың қалдығы: {rest}.',
        ru: 'Другая сторона отказалась от зачёта {sum} по долгу № {number}. Остаток долга: {rest}.',
        en: 'The other party has declined to set off {sum} of debt {number}. What is still owed: {rest}.',
      },
    },
    'debt-set-off': {
      legal: true,
      subject: {
        kk: '№ {number} борыш: {sum} өзара есепке алынды',
        ru: 'Долг № {number}: зачтено {sum}',
        en: 'Debt {number}: {sum} is set off',
      },
      body: {
        kk: 'Тараптардың келісімі бойынша № {number} борыш қарсы борышпен өзара есепке алынды. Сомасы: {sum}. Борыштың қалдығы: {rest}.',
        ru: 'По согласию сторон по долгу № {number} зачтено {sum} в счёт встречного долга. Остаток долга: {rest}.',
        en: 'As both parties agreed, {sum} of debt {number} is set off against a counter-debt. What is still owed: {rest}.',
      },
    },
    'set-off-failed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} борыш: өзара есепке алу жүргізілмеді',
        ru: 'Долг № {number}: зачёт не состоялся',
        en: 'Debt {number}: the set-off did not take place',
      },
      body: {
        kk: '№ {number} борышты өзара есепке алу жүргізілмеді: қарсы борыш өзгерген. Ұсынылған сома: {sum}. Борыштың қалдығы: {rest}. Қажет болса, есепке алуды қайта ұсыныңыз.',
        ru: 'Зачёт {sum} по долгу № {number} не состоялся: встречный долг изменился. Остаток долга: {rest}. При необходимости предложите зачёт заново.',
        en: 'The set-off of {sum} of debt {number} did not take place: the counter-debt has changed. What is still owed: {rest}. You may propose it again.',
      },
    },
  },
});

export type DebtTemplate = TemplateOf<typeof debtMessages>;
