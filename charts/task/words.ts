/** What people read of a task. Russian leads: the offer is in Russian. */
import type { Words } from '../words.ts';

export const taskWords: Words = {
  life: { kk: 'Тапсырма', ru: 'Задание', en: 'Task' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: {
        kk: 'Тапсырыс беруші тапсырманы толтырып, орналастырады.',
        ru: 'Заказчик заполняет и размещает задание.',
        en: 'The customer fills in the task and posts it.',
      },
    },
    posted: {
      name: { kk: 'Орналастырылған', ru: 'Размещено', en: 'Posted' },
      waits: {
        kk: 'Орындаушылар шарттармен танысады, олардың бірі тапсырманы қабылдай алады. Тапсырыс беруші тапсырманы өзгерте немесе кері қайтарып ала алады.',
        ru: 'Исполнители знакомятся с условиями, один из них может принять задание. Заказчик может изменить или отозвать его.',
        en: 'Contractors read the terms and one of them may accept the task. The customer may change or withdraw it.',
      },
    },
    agreed: {
      name: { kk: 'Қабылданған', ru: 'Принято', en: 'Agreed' },
      waits: {
        kk: 'Орындаушы жұмысты бастайды, тапсырыс беруші объектіге кіруді және қауіпсіз жағдайды қамтамасыз етеді.',
        ru: 'Исполнитель приступает к работе, заказчик обеспечивает доступ к объекту и безопасные условия.',
        en: 'The contractor starts the work; the customer provides access to the site and safe conditions.',
      },
    },
    'agreed.awaited': {
      name: { kk: 'Басталуы күтілуде', ru: 'Ожидается начало', en: 'Start awaited' },
      waits: {
        kk: 'Орындаушы жұмысты келісілген уақытта бастап, оны белгілейді. Тапсырыс беруші объектіге кіруді және қауіпсіз жағдайды қамтамасыз етеді.',
        ru: 'Исполнитель приступает к работе в согласованное время и отмечает начало. Заказчик обеспечивает доступ к объекту и безопасные условия.',
        en: 'The contractor starts at the agreed time and marks the start. The customer provides access to the site and safe conditions.',
      },
    },
    'agreed.late': {
      name: { kk: 'Басталуы кешігуде', ru: 'Начало задерживается', en: 'Start is late' },
      waits: {
        kk: 'Келісілген уақыт өтті, жұмыстың басталғаны белгіленбеді. Орындаушы әлі де бастай алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
        ru: 'Согласованное время прошло, начало работы не отмечено. Исполнитель ещё может приступить, заказчик может подождать или отказаться от задания.',
        en: 'The agreed time has passed and no start was marked. The contractor may still start; the customer may wait or give up the task.',
      },
    },
    executing: {
      name: { kk: 'Орындалуда', ru: 'Выполняется', en: 'In progress' },
      waits: {
        kk: 'Орындаушы жұмысты орындап, нәтижесін тапсырады.',
        ru: 'Исполнитель выполняет работу и сдаёт результат.',
        en: 'The contractor does the work and submits the result.',
      },
    },
    'executing.working': {
      name: { kk: 'Жұмыс жүріп жатыр', ru: 'В работе', en: 'Under way' },
      waits: {
        kk: 'Орындаушы жұмысты келісілген мерзімде орындап, нәтижесін тапсырады.',
        ru: 'Исполнитель выполняет работу и сдаёт результат в согласованный срок.',
        en: 'The contractor does the work and submits the result within the agreed term.',
      },
    },
    'executing.overdue': {
      name: { kk: 'Орындау мерзімі өтті', ru: 'Срок выполнения прошёл', en: 'Overdue' },
      waits: {
        kk: 'Орындау мерзімі өтіп кетті. Орындаушы жұмысты әлі де тапсыра алады. Қосымша уақыт өткеннен кейін тапсырыс беруші тапсырмадан бас тарта алады.',
        ru: 'Исполнитель просрочил выполнение и ещё может сдать работу. Когда пройдёт дополнительное время, заказчик сможет отказаться от задания.',
        en: 'The work is overdue and may still be submitted. Once the additional time has passed, the customer may give up the task.',
      },
    },
    'executing.lapsed': {
      name: { kk: 'Қосымша уақыт өтті', ru: 'Дополнительное время прошло', en: 'Additional time is over' },
      waits: {
        kk: 'Қосымша уақыт та өтті. Орындаушы жұмысты әлі де тапсыра алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
        ru: 'Прошло и дополнительное время. Исполнитель ещё может сдать работу, заказчик может подождать или отказаться от задания.',
        en: 'The additional time has passed too. The contractor may still submit the work; the customer may wait or give up the task.',
      },
    },
    review: {
      name: { kk: 'Қабылдап алуда', ru: 'На приёмке', en: 'Under review' },
      waits: {
        kk: 'Тапсырыс беруші нәтижені тексеріп, жұмысты қабылдап алады немесе себептерін көрсетіп бас тартады.',
        ru: 'Заказчик проверяет результат и принимает работу либо отказывается с указанием причин.',
        en: 'The customer checks the result and approves it or refuses it with reasons.',
      },
    },
    'review.awaited': {
      name: { kk: 'Тапсырыс берушінің жауабы күтілуде', ru: 'Ожидается ответ заказчика', en: "Customer's answer awaited" },
      waits: {
        kk: 'Тапсырыс беруші мерзім ішінде нәтижені тексеріп, жұмысты қабылдап алады немесе себептерін көрсетіп бас тартады.',
        ru: 'Заказчик в отведённый срок проверяет результат и принимает работу либо отказывается с указанием причин.',
        en: 'Within the term the customer checks the result and approves it or refuses it with reasons.',
      },
    },
    'review.silent': {
      name: { kk: 'Тапсырыс беруші мерзімінде жауап бермеді', ru: 'Заказчик не ответил в срок', en: 'No answer in time' },
      waits: {
        kk: 'Тапсырыс беруші әлі де жұмысты қабылдап ала немесе дәлелді бас тарта алады. Орындаушы кінәрат-талап қоюға құқылы.',
        ru: 'Заказчик ещё может принять работу или мотивированно отказаться. Исполнитель вправе заявить претензию.',
        en: 'The customer may still approve the work or refuse it with reasons. The contractor has the right to claim.',
      },
    },
    settling: {
      name: { kk: 'Есеп айырысу', ru: 'Расчёты', en: 'Payment' },
      waits: {
        kk: 'Тапсырыс беруші жұмыс ақысын төлейді, орындаушы оны алғанын растайды.',
        ru: 'Заказчик оплачивает работу, исполнитель подтверждает получение.',
        en: 'The customer pays for the work; the contractor confirms the receipt.',
      },
    },
    'settling.due': {
      name: { kk: 'Төлем күтілуде', ru: 'Ожидается оплата', en: 'Payment awaited' },
      waits: {
        kk: 'Тапсырыс беруші төлем жасап, ол туралы хабарлайды. Орындаушы төлемді алғанын растайды.',
        ru: 'Заказчик платит и сообщает об оплате. Исполнитель подтверждает получение.',
        en: 'The customer pays and reports the payment. The contractor confirms the receipt.',
      },
    },
    'settling.overdue': {
      name: { kk: 'Төлем мерзімі өтті', ru: 'Оплата просрочена', en: 'Payment overdue' },
      waits: {
        kk: 'Төлем мерзімі өтті. Тапсырыс беруші төлеп, ол туралы хабарлауға тиіс. Орындаушы ақшаны алған болса, оны растайды.',
        ru: 'Срок оплаты прошёл. Заказчику нужно заплатить и сообщить об этом; если деньги уже пришли, исполнитель подтверждает получение.',
        en: 'The term of payment has passed. The customer is to pay and report it; if the money has come, the contractor confirms it.',
      },
    },
    'settling.reported': {
      name: { kk: 'Төлем туралы хабарланды', ru: 'Об оплате сообщено', en: 'Payment reported' },
      waits: {
        kk: 'Орындаушы төлемнің түскенін тексеріп, оны растайды немесе төлем түспегенін хабарлайды.',
        ru: 'Исполнитель проверяет поступление и подтверждает его или сообщает, что оплата не пришла.',
        en: 'The contractor checks the receipt and confirms it, or says that no payment has come.',
      },
    },
    closed: {
      name: { kk: 'Аяқталды', ru: 'Завершено', en: 'Closed' },
      waits: {
        kk: 'Жұмыс қабылданып, толық төленді. Енді ештеңе талап етілмейді.',
        ru: 'Работа принята и полностью оплачена. Больше ничего не требуется.',
        en: 'The work is approved and paid in full. Nothing more is expected.',
      },
    },
    cancelled: {
      name: { kk: 'Тоқтатылды', ru: 'Прекращено', en: 'Cancelled' },
      waits: {
        kk: 'Тапсырыс беруші мерзім өткеннен кейін тапсырмадан бас тартты. Келіспеген тарап кінәрат-талап қоя алады.',
        ru: 'Заказчик отказался от задания после просрочки. Несогласная сторона может заявить претензию.',
        en: 'The customer gave the task up after a delay. A party that disagrees may claim.',
      },
    },
    withdrawn: {
      name: { kk: 'Кері қайтарып алынды', ru: 'Отозвано', en: 'Withdrawn' },
      waits: {
        kk: 'Тапсырыс беруші тапсырманы қабылданғанға дейін кері қайтарып алды. Ештеңе талап етілмейді.',
        ru: 'Заказчик отозвал задание до принятия. Ничего не требуется.',
        en: 'The customer withdrew the task before it was accepted. Nothing is expected.',
      },
    },
    expired: {
      name: { kk: 'Мерзімі бітті', ru: 'Срок истёк', en: 'Expired' },
      waits: {
        kk: 'Тапсырманы мерзімінде ешкім қабылдамады. Тапсырыс беруші оны қайта орналастыра алады.',
        ru: 'В срок задание никто не принял. Заказчик может разместить его заново.',
        en: 'Nobody accepted the task in time. The customer may post it again.',
      },
    },
    blocked: {
      name: { kk: 'Бұғатталды', ru: 'Заблокировано', en: 'Blocked' },
      waits: {
        kk: 'Оператор тапсырманың мазмұнын бұғаттады. Тапсырыс беруші себептерімен таныса алады.',
        ru: 'Оператор заблокировал содержание задания. Заказчик может ознакомиться с причинами.',
        en: 'The operator blocked the content of the task. The customer can read the reasons.',
      },
    },
  },

  commands: {
    post: { kk: 'Орналастыру', ru: 'Разместить', en: 'Post' },
    change: { kk: 'Шарттарды өзгерту', ru: 'Изменить условия', en: 'Change the terms' },
    withdraw: { kk: 'Кері қайтарып алу', ru: 'Отозвать', en: 'Withdraw' },
    block: { kk: 'Бұғаттау', ru: 'Заблокировать', en: 'Block' },
    respond: { kk: 'Үн қату', ru: 'Откликнуться', en: 'Respond' },
    retract: { kk: 'Үн қатуды қайтарып алу', ru: 'Отозвать отклик', en: 'Retract the response' },
    choose: { kk: 'Орындаушыны таңдау', ru: 'Выбрать исполнителя', en: 'Choose the contractor' },
    accept: { kk: 'Тапсырманы қабылдау', ru: 'Принять задание', en: 'Accept the task' },
    decline: { kk: 'Тапсырмадан бас тарту', ru: 'Отказаться от задания', en: 'Decline the task' },
    start: { kk: 'Жұмысты бастау', ru: 'Приступить к работе', en: 'Start the work' },
    giveUp: { kk: 'Қабылданған тапсырмадан бас тарту', ru: 'Отказаться от принятого задания', en: 'Give up the task' },
    submit: { kk: 'Жұмысты тапсыру', ru: 'Сдать работу', en: 'Submit the work' },
    approve: { kk: 'Жұмысты қабылдап алу', ru: 'Принять работу', en: 'Approve the work' },
    refuse: { kk: 'Себептерін көрсетіп бас тарту', ru: 'Отказать с указанием причин', en: 'Refuse with reasons' },
    report: { kk: 'Төлем туралы хабарлау', ru: 'Сообщить об оплате', en: 'Report a payment' },
    confirm: { kk: 'Төлемді алғанын растау', ru: 'Подтвердить получение оплаты', en: 'Confirm the payment' },
    deny: { kk: 'Төлем түспегенін хабарлау', ru: 'Сообщить, что оплата не пришла', en: 'Say that no payment has come' },
  },

  timers: {
    acceptReminder: {
      kk: 'Тапсырыс берушіге тапсырма әлі қабылданбағаны ескертіледі',
      ru: 'Напоминание заказчику: задание ещё никто не принял',
      en: 'The customer is reminded that nobody has accepted yet',
    },
    acceptBy: {
      kk: 'Тапсырманы қабылдау мерзімі бітеді',
      ru: 'Срок принятия задания истекает',
      en: 'The time to accept the task ends',
    },
    startReminder: {
      kk: 'Тараптарға жұмыстың жақында басталатыны ескертіледі',
      ru: 'Напоминание сторонам: скоро начало работы',
      en: 'Both parties are reminded that the work starts soon',
    },
    startBy: {
      kk: 'Басталмаған жұмыс кешіккен болып саналады',
      ru: 'Начало считается задержанным, если работа не начата',
      en: 'The start counts as late unless the work has begun',
    },
    dueReminder: {
      kk: 'Орындаушыға мерзімнің жақындағаны ескертіледі',
      ru: 'Напоминание исполнителю: срок выполнения близок',
      en: 'The contractor is reminded that the work is due soon',
    },
    dueBy: {
      kk: 'Жұмысты орындау мерзімі бітеді',
      ru: 'Срок выполнения работы истекает',
      en: 'The work is due',
    },
    graceUntil: {
      kk: 'Қосымша уақыт бітеді: тапсырыс беруші тапсырмадан бас тарта алады',
      ru: 'Дополнительное время истекает: заказчик сможет отказаться от задания',
      en: 'The additional time ends: the customer may then give up the task',
    },
    reviewReminder: {
      kk: 'Тапсырыс берушіге жұмысты қабылдап алу ескертіледі',
      ru: 'Напоминание заказчику о приёмке работы',
      en: 'The customer is reminded to review the work',
    },
    reviewBy: {
      kk: 'Жұмысты қабылдап алу мерзімі бітеді',
      ru: 'Срок приёмки работы истекает',
      en: 'The time to review the work ends',
    },
    payReminder: {
      kk: 'Тапсырыс берушіге төлем ескертіледі',
      ru: 'Напоминание заказчику об оплате',
      en: 'The customer is reminded to pay',
    },
    payBy: {
      kk: 'Төлем мерзімі бітеді',
      ru: 'Срок оплаты истекает',
      en: 'The payment is due',
    },
    confirmReminder: {
      kk: 'Орындаушыға төлем туралы жауап беру ескертіледі',
      ru: 'Напоминание исполнителю: ответить о поступлении оплаты',
      en: 'The contractor is reminded to answer about the payment',
    },
  },

  rules: {
    datesAreInOrder: {
      kk: 'Күндердің реті дұрыс емес: алдымен қабылдау мерзімі, одан кейін жұмыстың басталуы, содан соң аяқталуы болуы керек, бәрі де болашақта.',
      ru: 'Даты идут не по порядку: сначала срок принятия, затем начало работы, затем её окончание, и все — в будущем.',
      en: 'The dates are out of order: the time to accept comes first, then the start, then the end of the work, all in the future.',
    },
    datesAreNear: {
      kk: 'Жұмыстың аяқталу күні тым алыс. Жақынырақ күнді таңдаңыз.',
      ru: 'Срок окончания работы слишком далёк. Выберите более близкую дату.',
      en: 'The end of the work is too far ahead. Please choose a nearer date.',
    },
    paymentIsOffered: {
      kk: 'Есеп айырысудың бұл тәсілі әзірге қолжетімсіз. Тікелей төлемді таңдаңыз.',
      ru: 'Такой способ расчётов пока недоступен. Выберите прямую оплату исполнителю.',
      en: 'This way of payment is not available yet. Please choose direct payment to the contractor.',
    },
    invitedFitsMatch: {
      kk: 'Шақырылған орындаушылар тек шақыру бойынша тапсырмада көрсетіледі, ондай тапсырмада кемінде бір шақыру болуы керек.',
      ru: 'Приглашённых исполнителей указывают только в задании по приглашению, и в нём нужен хотя бы один.',
      en: 'Invited contractors belong to a task by invitation only, and such a task needs at least one.',
    },
    invitesOthers: {
      kk: 'Өзіңізді орындаушы ретінде шақыра алмайсыз.',
      ru: 'Нельзя пригласить исполнителем самого себя.',
      en: 'You cannot invite yourself as the contractor.',
    },
    versionIsCurrent: {
      kk: 'Шарттар өзгерді. Жаңа нұсқасымен танысып, әрекетті қайталаңыз.',
      ru: 'Условия изменились. Ознакомьтесь с новой версией и повторите действие.',
      en: 'The terms have changed. Please read the new version and try again.',
    },
    nobodyIsChosen: {
      kk: 'Үн қату тек таңдау бойынша тапсырмада және орындаушы әлі таңдалмаған кезде ғана мүмкін.',
      ru: 'Откликнуться можно только на задание с выбором исполнителя и только пока он не выбран.',
      en: 'A response is possible only to a task with a choice among contractors, and only until one is chosen.',
    },
    someoneMayBeChosen: {
      kk: 'Таңдайтын ешкім жоқ: шарттардың қазіргі нұсқасына әлі ешкім үн қатпаған немесе орындаушы таңдалып қойған.',
      ru: 'Выбирать пока не из кого: на нынешнюю версию условий никто не откликнулся или исполнитель уже выбран.',
      en: 'There is nobody to choose: no contractor has responded to the present version of the terms, or one is chosen already.',
    },
    isChoice: {
      kk: 'Бұл тапсырмада үн қатулар жоқ.',
      ru: 'В этом задании нет откликов.',
      en: 'This task takes no responses.',
    },
    priceMayBeNamed: {
      kk: 'Бұл тапсырманың шарттары бойынша өз бағаңызды ұсынуға болмайды. Бағасыз үн қатыңыз.',
      ru: 'Условия этого задания не предусматривают своей цены. Откликнитесь без неё.',
      en: 'The terms of this task do not take a price of your own. Please respond without one.',
    },
    responseIsCurrent: {
      kk: 'Орындаушы шарттардың қазіргі нұсқасына үн қатпаған. Оның жаңа үн қатуын күтіңіз немесе басқасын таңдаңыз.',
      ru: 'Исполнитель не откликался на нынешнюю версию условий. Дождитесь его нового отклика или выберите другого.',
      en: 'The contractor has not responded to the present version of the terms. Wait for a new response or choose another one.',
    },
    roundsAreLeft: {
      kk: 'Жұмысты қайта өңдеуге қайтару саны таусылды. Жұмысты қабылдап алыңыз немесе кінәрат-талап қойыңыз.',
      ru: 'Число возвратов на доработку исчерпано. Примите работу или заявите претензию.',
      en: 'The work has been sent back as often as the terms allow. Approve it or file a claim.',
    },
    amountIsDue: {
      kk: 'Сома нөлден артық және төленбеген қалдықтан аспауы керек.',
      ru: 'Сумма должна быть больше нуля и не больше неоплаченного остатка.',
      en: 'The sum must be above zero and no more than what is still unpaid.',
    },
    paymentDayHasCome: {
      kk: 'Төлем күні болашақта бола алмайды. Нақты төленген күнді көрсетіңіз.',
      ru: 'День оплаты не может быть в будущем. Укажите день, когда деньги были отправлены.',
      en: 'The day of payment cannot be in the future. Name the day on which the money was sent.',
    },
    settlesAll: {
      kk: 'Бұл сома төленбеген қалдықты толық жаппайды.',
      ru: 'Эта сумма не покрывает неоплаченный остаток полностью.',
      en: 'This sum does not settle all that is unpaid.',
    },
  },

  notices: {
    'task-offered': {
      subject: {
        kk: 'Сізге № {number} тапсырма ұсынылды',
        ru: 'Вам предложено задание № {number}',
        en: 'You have been offered task {number}',
      },
      body: {
        kk: 'Тапсырыс беруші сізге № {number} «{title}» тапсырмасын ұсынады. Шарттарымен танысып, тапсырманы қабылдаңыз немесе одан бас тартыңыз. Жауап берудің соңғы мерзімі: {deadline}. Осы уақытқа дейін тапсырманы ешкім қабылдамаса, ұсыныс күшін жояды.',
        ru: 'Заказчик предлагает вам задание № {number} «{title}». Ознакомьтесь с условиями и до {deadline} примите его или откажитесь. Если к этому времени задание никто не примет, предложение утратит силу.',
        en: 'The customer offers you task {number}, “{title}”. Please read its terms and accept or decline it by {deadline}. If nobody has accepted by then, the task expires.',
      },
    },
    'task-changed': {
      subject: {
        kk: '№ {number} тапсырманың шарттары өзгерді',
        ru: 'Изменились условия задания № {number}',
        en: 'The terms of task {number} have changed',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасының шарттарын өзгертті. Жаңа нұсқасымен танысып, оны қабылдаңыз немесе тапсырмадан бас тартыңыз. Жауап берудің соңғы мерзімі: {deadline}.',
        ru: 'Заказчик изменил условия задания № {number} «{title}». Ознакомьтесь с новой версией и до {deadline} примите задание или откажитесь от него.',
        en: 'The customer has changed the terms of task {number}, “{title}”. Please read the new version and accept or decline the task by {deadline}.',
      },
    },
    'task-withdrawn': {
      subject: {
        kk: '№ {number} тапсырма кері қайтарып алынды',
        ru: 'Задание № {number} отозвано',
        en: 'Task {number} has been withdrawn',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасын кері қайтарып алды. Сізден ештеңе талап етілмейді.',
        ru: 'Заказчик отозвал задание № {number} «{title}». От вас ничего не требуется.',
        en: 'The customer has withdrawn task {number}, “{title}”. You need not do anything.',
      },
    },
    'task-blocked': {
      subject: {
        kk: '№ {number} тапсырма бұғатталды',
        ru: 'Задание № {number} заблокировано',
        en: 'Task {number} has been blocked',
      },
      body: {
        kk: 'Оператор № {number} «{title}» тапсырмасын офертаның 4.4.3-тармағы бойынша бұғаттады. Себептері Жеке кабинетте көрсетілген. Мазмұнын түзетіп, тапсырманы қайта орналастыра аласыз; келіспесеңіз, қолдау қызметіне жазыңыз.',
        ru: 'Оператор заблокировал задание № {number} «{title}» по пункту 4.4.3 оферты. Причины указаны в Личном кабинете. Вы можете исправить содержание и разместить задание заново; если не согласны, напишите в поддержку.',
        en: 'The operator has blocked task {number}, “{title}”, under clause 4.4.3 of the offer. The reasons are in your cabinet. You may mend the content and post the task again; if you disagree, please write to support.',
      },
    },
    'task-responded': {
      subject: {
        kk: '№ {number} тапсырмаға үн қатылды',
        ru: 'Отклик на задание № {number}',
        en: 'A response to task {number}',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасына үн қатты. Үн қатуларды қарап, орындаушыны таңдаңыз: ол тапсырманы қабылдап үлгеруі керек. Қабылдаудың соңғы мерзімі: {deadline}.',
        ru: 'На задание № {number} «{title}» откликнулся исполнитель. Посмотрите отклики и выберите исполнителя заранее: принять задание можно до {deadline}.',
        en: 'A contractor has responded to task {number}, “{title}”. Please look at the responses and choose in good time: the task can be accepted until {deadline}.',
      },
    },
    'response-retracted': {
      subject: {
        kk: '№ {number} тапсырмаға үн қату қайтарып алынды',
        ru: 'Отклик на задание № {number} отозван',
        en: 'A response to task {number} has been retracted',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасына үн қатуын қайтарып алды. Сол орындаушыны таңдаған болсаңыз, басқасын таңдаңыз. Қабылдаудың соңғы мерзімі: {deadline}.',
        ru: 'Исполнитель отозвал отклик на задание № {number} «{title}». Если вы выбрали именно его, выберите другого: принять задание можно до {deadline}.',
        en: 'A contractor has retracted the response to task {number}, “{title}”. If you had chosen this contractor, please choose another: the task can be accepted until {deadline}.',
      },
    },
    'task-accepted': {
      subject: {
        kk: '№ {number} тапсырма қабылданды',
        ru: 'Задание № {number} принято',
        en: 'Task {number} has been accepted',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасын қабылдады, енді ол екі тарапқа да міндетті (офертаның 3.4-тармағы). Орындаушы жұмысты келісілген уақытта бастап, оны Жеке кабинетте белгілейді; тапсырыс беруші объектіге кіруді және қауіпсіз жағдайды қамтамасыз етеді. Басталуын белгілеудің соңғы мерзімі: {deadline}. Одан кейін тапсырыс беруші тапсырмадан бас тарта алады.',
        ru: 'Исполнитель принял задание № {number} «{title}», и теперь оно обязательно для обеих сторон (пункт 3.4 оферты). Исполнитель приступает в согласованное время и отмечает начало в Личном кабинете; заказчик обеспечивает доступ и безопасные условия. Если начало не будет отмечено до {deadline}, заказчик сможет отказаться от задания.',
        en: 'The contractor has accepted task {number}, “{title}”: it now binds both parties (clause 3.4 of the offer). The contractor starts at the agreed time and marks the start in the cabinet; the customer provides access and safe conditions. If no start is marked by {deadline}, the customer may give up the task.',
      },
    },
    'task-declined': {
      subject: {
        kk: 'Орындаушы № {number} тапсырмадан бас тартты',
        ru: 'Исполнитель отказался от задания № {number}',
        en: 'A contractor has declined task {number}',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасынан бас тартты. Тапсырма әлі ашық, қабылдаудың соңғы мерзімі: {deadline}. Басқа орындаушыны күтіңіз немесе таңдаңыз, шарттарды өзгертіңіз не тапсырманы кері қайтарып алыңыз.',
        ru: 'Исполнитель отказался от задания № {number} «{title}». Задание остаётся открытым до {deadline}: подождите или выберите другого исполнителя, измените условия либо отзовите задание.',
        en: 'A contractor has declined task {number}, “{title}”. It stays open until {deadline}: wait for or choose another contractor, change the terms, or withdraw it.',
      },
    },
    'accept-reminder': {
      subject: {
        kk: '№ {number} тапсырманы әлі ешкім қабылдамады',
        ru: 'Задание № {number} ещё никто не принял',
        en: 'Nobody has accepted task {number} yet',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасын әзірге ешкім қабылдамады. Қабылдаудың соңғы мерзімі: {deadline}, одан кейін тапсырма жабылады. Шарттарды немесе мерзімді өзгерте аласыз, ал үн қатулар болса, орындаушыны таңдай аласыз.',
        ru: 'Задание № {number} «{title}» пока никто не принял. Его можно принять до {deadline}, потом срок истечёт. Вы можете изменить условия или срок, а если есть отклики — выбрать исполнителя.',
        en: 'Nobody has accepted task {number}, “{title}”, so far. It can be accepted until {deadline} and then expires. You may change the terms or the time to accept or, if there are responses, choose a contractor.',
      },
    },
    'task-expired': {
      subject: {
        kk: '№ {number} тапсырманың мерзімі бітті',
        ru: 'Срок задания № {number} истёк',
        en: 'Task {number} has expired',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасын мерзімінде ешкім қабылдамады, ол жабылды. Қажет болса, басқа шарттармен қайта орналастырыңыз.',
        ru: 'Задание № {number} «{title}» в срок никто не принял, и оно снято с размещения. Если оно ещё нужно, разместите его заново, возможно на других условиях.',
        en: 'Nobody accepted task {number}, “{title}”, in time, and it is no longer posted. If you still need it, post it again, perhaps on other terms.',
      },
    },
    'work-started': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс басталды',
        ru: 'Работа по заданию № {number} началась',
        en: 'Work on task {number} has started',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша жұмысты бастады. Объектіге кіруді және қауіпсіз жағдайды қамтамасыз етіңіз. Жұмысты тапсыру мерзімі: {deadline}.',
        ru: 'Исполнитель приступил к работе по заданию № {number} «{title}». Обеспечьте доступ к объекту и безопасные условия. Срок сдачи работы: {deadline}.',
        en: 'The contractor has started work on task {number}, “{title}”. Please provide access to the site and safe conditions. The work is due by {deadline}.',
      },
    },
    'start-reminder': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс жақында басталады',
        ru: 'Скоро начало работы по заданию № {number}',
        en: 'Work on task {number} starts soon',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмыстың басталатын уақыты жақындады. Келісілген уақытта бастап, оны Жеке кабинетте белгілеңіз. Басталуын белгілеудің соңғы мерзімі: {deadline}. Одан кейін тапсырыс беруші тапсырмадан бас тарта алады.',
        ru: 'Приближается начало работы по заданию № {number} «{title}». Приступите в согласованное время и отметьте начало в Личном кабинете. Если оно не будет отмечено до {deadline}, заказчик сможет отказаться от задания.',
        en: 'The start of work on task {number}, “{title}”, is near. Please start at the agreed time and mark the start in your cabinet. If no start is marked by {deadline}, the customer may give up the task.',
      },
    },
    'access-reminder': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмысқа жағдай дайындаңыз',
        ru: 'Подготовьте доступ для работы по заданию № {number}',
        en: 'Please prepare access for task {number}',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс жақында басталады. Келісілген уақытта объектіге кіруді, қауіпсіз жағдайды және қажет болса, қауіпсіздік техникасы бойынша нұсқаманы қамтамасыз етіңіз (офертаның 4.3.2-тармағы).',
        ru: 'Скоро начнётся работа по заданию № {number} «{title}». К согласованному времени обеспечьте доступ к объекту, безопасные условия и, если нужно, инструктаж по технике безопасности (пункт 4.3.2 оферты).',
        en: 'Work on task {number}, “{title}”, starts soon. Please provide access to the site, safe conditions and, if needed, a safety briefing at the agreed time (clause 4.3.2 of the offer).',
      },
    },
    'start-late': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс уақытында басталмады',
        ru: 'Работа по заданию № {number} не начата в срок',
        en: 'Work on task {number} has not started in time',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмыстың басталғаны келісілген уақытта белгіленбеді. Орындаушы әлі де жұмысты бастап, оны белгілей алады. Тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
        ru: 'По заданию № {number} «{title}» начало работы в согласованное время не отмечено. Исполнитель ещё может приступить и отметить начало. Заказчик может подождать или отказаться от задания.',
        en: 'No start of work on task {number}, “{title}”, was marked at the agreed time. The contractor may still start and mark it. The customer may wait or give up the task.',
      },
    },
    'task-cancelled': {
      subject: {
        kk: '№ {number} тапсырма тоқтатылды',
        ru: 'Задание № {number} прекращено',
        en: 'Task {number} has been cancelled',
      },
      body: {
        kk: 'Келісілген мерзім өткендіктен тапсырыс беруші № {number} «{title}» тапсырмасынан бас тартты, тапсырма тоқтатылды. Себептері Жеке кабинетте көрсетілген. Шешілмеген мәселе қалса, алдымен өзара келісуге тырысыңыз: дауды сотқа дейінгі реттеу міндетті (офертаның 9.1-тармағы).',
        ru: 'Согласованный срок прошёл, заказчик отказался от задания № {number} «{title}», и оно прекращено. Причины указаны в Личном кабинете. Если остались нерешённые вопросы, сначала попробуйте договориться: досудебное урегулирование обязательно (пункт 9.1 оферты).',
        en: 'As the agreed term had passed, the customer has given up task {number}, “{title}”, and it is cancelled. The reasons are in your cabinet. If anything is left unsettled, please try to agree first: pre-trial settlement is mandatory (clause 9.1 of the offer).',
      },
    },
    'work-submitted': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс тапсырылды',
        ru: 'Работа по заданию № {number} сдана',
        en: 'Work on task {number} has been submitted',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша жұмысты тапсырды. Нәтижені тексеріп, жұмысты қабылдап алыңыз немесе себептерін көрсетіп бас тартыңыз. Жауап берудің соңғы мерзімі: {deadline}.',
        ru: 'Исполнитель сдал работу по заданию № {number} «{title}». Проверьте результат и до {deadline} примите работу либо откажите с указанием причин.',
        en: 'The contractor has submitted the work on task {number}, “{title}”. Please check the result and approve it, or refuse it with reasons, by {deadline}.',
      },
    },
    'due-reminder': {
      subject: {
        kk: '№ {number} тапсырманы орындау мерзімі жақын',
        ru: 'Скоро срок сдачи работы по заданию № {number}',
        en: 'Work on task {number} is due soon',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмысты тапсыру мерзімі жақындады: {deadline}. Дайын болғанда Жеке кабинетте тапсырыңыз. Үлгермейтін болсаңыз, тапсырыс берушіге алдын ала ескертіңіз.',
        ru: 'Приближается срок сдачи работы по заданию № {number} «{title}»: {deadline}. Когда работа будет готова, сдайте её в Личном кабинете. Если не успеваете, предупредите заказчика заранее.',
        en: 'The work on task {number}, “{title}”, is due by {deadline}. Submit it in your cabinet when it is ready. If you will not be in time, please tell the customer beforehand.',
      },
    },
    'work-overdue': {
      subject: {
        kk: '№ {number} тапсырманы орындау мерзімі өтті',
        ru: 'Срок работы по заданию № {number} прошёл',
        en: 'Work on task {number} is overdue',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша мерзім өтті, жұмыс тапсырылмады. Орындаушы оны әлі де тапсыра алады. Қосымша уақыттың соңы: {deadline}. Одан кейін тапсырыс беруші тапсырмадан бас тарта алады.',
        ru: 'Срок по заданию № {number} «{title}» прошёл, работа не сдана. Исполнитель ещё может её сдать. Дополнительное время идёт до {deadline}, после этого заказчик сможет отказаться от задания.',
        en: 'The term of task {number}, “{title}”, has passed and the work was not submitted. The contractor may still submit it. The additional time runs until {deadline}; then the customer may give up the task.',
      },
    },
    'grace-over': {
      subject: {
        kk: '№ {number} тапсырма бойынша қосымша уақыт өтті',
        ru: 'Дополнительное время по заданию № {number} прошло',
        en: 'The additional time of task {number} is over',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс қосымша уақытта да тапсырылмады. Орындаушы оны әлі де тапсыра алады. Тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
        ru: 'Работа по заданию № {number} «{title}» не сдана и в дополнительное время. Исполнитель ещё может её сдать. Заказчик может подождать или отказаться от задания.',
        en: 'The work on task {number}, “{title}”, was not submitted in the additional time either. The contractor may still submit it. The customer may wait or give up the task.',
      },
    },
    'work-approved': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс қабылдап алынды',
        ru: 'Работа по заданию № {number} принята заказчиком',
        en: 'Your work on task {number} has been approved',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша жұмысыңызды қабылдап алды. Төлем мерзімі: {deadline}. Ақша түскенде, оны Жеке кабинетте растаңыз.',
        ru: 'Заказчик принял вашу работу по заданию № {number} «{title}». Срок оплаты: {deadline}. Когда деньги придут, подтвердите получение в Личном кабинете.',
        en: 'The customer has approved your work on task {number}, “{title}”. Payment is due by {deadline}. When the money comes, please confirm it in your cabinet.',
      },
    },
    'payment-due': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс ақысын төлеңіз',
        ru: 'Оплатите работу по заданию № {number}',
        en: 'Payment for task {number} is due',
      },
      body: {
        kk: 'Сіз № {number} «{title}» тапсырмасы бойынша жұмысты қабылдап алдыңыз. Орындаушыға төлеп, бұл туралы Жеке кабинетте хабарлаңыз. Төлем мерзімі: {deadline}.',
        ru: 'Вы приняли работу по заданию № {number} «{title}». До {deadline} заплатите исполнителю и сообщите об оплате в Личном кабинете.',
        en: 'You have approved the work on task {number}, “{title}”. Please pay the contractor by {deadline} and report the payment in your cabinet.',
      },
    },
    'work-refused': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс қайтарылды',
        ru: 'Работа по заданию № {number} возвращена на доработку',
        en: 'Work on task {number} has been sent back',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша жұмысты қабылдап алудан бас тартты, себептері Жеке кабинетте көрсетілген. Ескертулерді жөндеп, жұмысты қайта тапсырыңыз. Мерзімі: {deadline}.',
        ru: 'Заказчик отказался принять работу по заданию № {number} «{title}», причины указаны в Личном кабинете. Устраните замечания и сдайте работу снова до {deadline}.',
        en: 'The customer has refused the work on task {number}, “{title}”; the reasons are in your cabinet. Please mend it and submit it again by {deadline}.',
      },
    },
    'review-reminder': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс жауабыңызды күтуде',
        ru: 'Работа по заданию № {number} ждёт вашего ответа',
        en: 'Work on task {number} awaits your answer',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс тапсырылған, бірақ сіз әлі жауап бермедіңіз. Жұмысты қабылдап алыңыз немесе себептерін көрсетіп бас тартыңыз. Жауап берудің соңғы мерзімі: {deadline}. Жауап болмаған жағдайда тапсырма шарттарында көрсетілген салдар туындайды.',
        ru: 'Работа по заданию № {number} «{title}» сдана, но вы ещё не ответили. До {deadline} примите её либо откажите с указанием причин. Без ответа наступят последствия, указанные в условиях задания.',
        en: 'The work on task {number}, “{title}”, is submitted and you have not answered yet. Please approve it, or refuse it with reasons, by {deadline}. Without an answer, what the terms of the task say will follow.',
      },
    },
    'work-approved-by-silence': {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс қабылдап алынды деп саналады',
        ru: 'Работа по заданию № {number} считается принятой',
        en: 'Work on task {number} counts as approved',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша мерзімінде жауап бермеді, сондықтан тапсырма шарттарына сәйкес жұмыс қабылдап алынды деп саналады. Тапсырыс беруші төлем жасап, ол туралы хабарлайды, орындаушы төлемді алғанын растайды. Төлем мерзімі: {deadline}.',
        ru: 'Заказчик не ответил в срок по заданию № {number} «{title}», и по условиям задания работа считается принятой. Заказчик платит до {deadline} и сообщает об оплате, исполнитель подтверждает получение.',
        en: 'The customer did not answer in time on task {number}, “{title}”, and under its terms the work counts as approved. The customer pays by {deadline} and reports the payment; the contractor confirms it.',
      },
    },
    'one-sided-act': {
      subject: {
        kk: '№ {number} тапсырма бойынша акт біржақты жасалады',
        ru: 'Акт по заданию № {number} составляется в одностороннем порядке',
        en: 'The completion act of task {number} is one-sided',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша мерзімінде жауап бермеді, сондықтан тапсырма шарттарына сәйкес орындалған жұмыстар актісі бұл туралы белгімен біржақты жасалады. Тапсырыс беруші төлем жасап, ол туралы хабарлайды, орындаушы төлемді алғанын растайды. Төлем мерзімі: {deadline}.',
        ru: 'Заказчик не ответил в срок по заданию № {number} «{title}», и по условиям задания акт выполненных работ составляется в одностороннем порядке с отметкой об этом. Заказчик платит до {deadline} и сообщает об оплате, исполнитель подтверждает получение.',
        en: 'The customer did not answer in time on task {number}, “{title}”, and under its terms the completion act is made one-sidedly with a note of this. The customer pays by {deadline} and reports the payment; the contractor confirms it.',
      },
    },
    'review-silence': {
      subject: {
        kk: '№ {number} тапсырма бойынша жауап мерзімінде келмеді',
        ru: 'По заданию № {number} нет ответа в срок',
        en: 'No answer in time on task {number}',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша мерзімінде жауап бермеді. Ол жұмысты әлі де қабылдап ала немесе себептерін көрсетіп бас тарта алады. Орындаушы кінәрат-талап қоюға құқылы.',
        ru: 'Заказчик не ответил в срок о приёмке работы по заданию № {number} «{title}». Он ещё может принять её либо отказать с указанием причин. Исполнитель вправе заявить претензию.',
        en: 'The customer did not answer in time about the work on task {number}, “{title}”. The customer may still approve it or refuse it with reasons. The contractor has the right to claim.',
      },
    },
    'payment-reported': {
      subject: {
        kk: '№ {number} тапсырма бойынша төлем туралы хабарланды',
        ru: 'Заказчик сообщил об оплате задания № {number}',
        en: 'A payment for task {number} has been reported',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша төлем жасағанын хабарлады. Ақшаның түскенін тексеріп, Жеке кабинетте растаңыз немесе түспегенін хабарлаңыз.',
        ru: 'Заказчик сообщил об оплате по заданию № {number} «{title}». Проверьте поступление и в Личном кабинете подтвердите его или сообщите, что оплата не пришла.',
        en: 'The customer has reported a payment for task {number}, “{title}”. Please check whether it has come and confirm it in your cabinet, or say that it has not.',
      },
    },
    'pay-reminder': {
      subject: {
        kk: '№ {number} тапсырма бойынша төлем мерзімі жақын',
        ru: 'Скоро срок оплаты задания № {number}',
        en: 'Payment for task {number} is due soon',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс толық төленген жоқ. Орындаушыға төлеп, бұл туралы Жеке кабинетте хабарлаңыз. Төлем мерзімі: {deadline}.',
        ru: 'Работа по заданию № {number} «{title}» оплачена не полностью. До {deadline} заплатите исполнителю и сообщите об оплате в Личном кабинете.',
        en: 'The work on task {number}, “{title}”, is not paid in full. Please pay the contractor by {deadline} and report the payment in your cabinet.',
      },
    },
    'payment-overdue': {
      subject: {
        kk: '№ {number} тапсырма бойынша төлем мерзімі өтті',
        ru: 'Оплата по заданию № {number} просрочена',
        en: 'Payment for task {number} is overdue',
      },
      body: {
        kk: '№ {number} «{title}» тапсырмасы бойынша төлем мерзімі өтті, бірақ жұмыс толық төленгені расталған жоқ. Тапсырыс беруші төлеп, ол туралы хабарлауға тиіс. Орындаушы ақшаны алған болса, оны растайды, алмаса, кінәрат-талап қоюға құқылы.',
        ru: 'Срок оплаты по заданию № {number} «{title}» прошёл, а полная оплата не подтверждена. Заказчику нужно заплатить и сообщить об этом. Исполнитель подтверждает получение, если деньги пришли; если нет, он вправе заявить претензию.',
        en: 'The term of payment for task {number}, “{title}”, has passed and payment in full is not confirmed. The customer is to pay and report it. The contractor confirms the money if it has come and otherwise has the right to claim.',
      },
    },
    'payment-denied': {
      subject: {
        kk: '№ {number} тапсырма бойынша төлем түспеген',
        ru: 'Исполнитель не получил оплату по заданию № {number}',
        en: 'The payment for task {number} has not come',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша сіз хабарлаған төлемді алмағанын айтты, себептері Жеке кабинетте көрсетілген. Аударымды тексеріп, растайтын құжатпен қайта хабарлаңыз. Төлем мерзімі өзгермейді.',
        ru: 'Исполнитель ответил, что оплата по заданию № {number} «{title}», о которой вы сообщили, не пришла; пояснение — в Личном кабинете. Проверьте перевод и сообщите об оплате снова, приложив подтверждение. Срок оплаты не меняется.',
        en: 'The contractor says that the payment you reported for task {number}, “{title}”, has not come; the explanation is in your cabinet. Please check the transfer and report it again with a proof. The term of payment stays the same.',
      },
    },
    'confirm-reminder': {
      subject: {
        kk: '№ {number} тапсырма бойынша төлемді алғаныңызды растаңыз',
        ru: 'Ответьте, пришла ли оплата по заданию № {number}',
        en: 'Has the payment for task {number} come?',
      },
      body: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша төлем туралы хабарлаған, бірақ сіз әлі жауап бермедіңіз. Ақшаның түскенін тексеріп, Жеке кабинетте растаңыз немесе түспегенін хабарлаңыз.',
        ru: 'Заказчик сообщил об оплате по заданию № {number} «{title}», но вы ещё не ответили. Проверьте поступление и в Личном кабинете подтвердите его или сообщите, что оплата не пришла.',
        en: 'The customer reported a payment for task {number}, “{title}”, and you have not answered yet. Please check whether it has come and confirm it in your cabinet, or say that it has not.',
      },
    },
    'payment-confirmed': {
      subject: {
        kk: '№ {number} тапсырма бойынша төлемнің бір бөлігі расталды',
        ru: 'Часть оплаты по заданию № {number} подтверждена',
        en: 'Part of the payment for task {number} is confirmed',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша төлемнің бір бөлігін алғанын растады. Қалған соманы төлеңіз: төлем мерзімі өзгермейді.',
        ru: 'Исполнитель подтвердил получение части оплаты по заданию № {number} «{title}». Оплатите остаток: срок оплаты не меняется.',
        en: 'The contractor has confirmed part of the payment for task {number}, “{title}”. Please pay the rest: the term of payment stays the same.',
      },
    },
    'task-closed': {
      subject: {
        kk: '№ {number} тапсырма аяқталды',
        ru: 'Задание № {number} завершено',
        en: 'Task {number} is closed',
      },
      body: {
        kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша төлемді толық алғанын растады. Тапсырма аяқталды, енді ештеңе талап етілмейді. Рақмет!',
        ru: 'Исполнитель подтвердил полную оплату по заданию № {number} «{title}». Задание завершено, больше ничего не требуется. Спасибо!',
        en: 'The contractor has confirmed payment in full for task {number}, “{title}”. The task is closed and nothing more is expected. Thank you!',
      },
    },
  },
};
