/** Why a command of a task was refused, and what to do. */
import { claimRules } from '../../claim-words.ts';
import type { Messages } from '../../messages.ts';

export const rules: Messages['rules'] = {
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
  fundingFitsPayment: {
    kk: 'Жұмыс басталғанға дейін ақша енгізу тек Платформа арқылы төлегенде мүмкін. Сол тәсілді таңдаңыз немесе алдын ала енгізуден бас тартыңыз.',
    ru: 'Внести деньги до начала работы можно только при оплате через Платформу. Выберите этот способ или откажитесь от внесения заранее.',
    en: 'Money can be paid in before the work only with payment through the platform. Choose that, or do without it.',
  },
  holdOutlastsWork: {
    kk: 'Банк картадағы ақшаны бірнеше күн ғана бұғаттап тұрады, ал жұмыс пен оны тексеру одан ұзаққа созылады. Алдын ала төлемді (prepaid) таңдаңыз немесе мерзімдерді қысқартыңыз.',
    ru: 'Банк блокирует деньги на карте лишь на несколько дней, а работа с её проверкой длится дольше. Выберите предоплату (prepaid) или сократите сроки.',
    en: 'A bank holds money on a card for some days only, and the work with its review takes longer. Choose prepaid, or shorten the terms.',
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
    kk: 'Талаптар өзгерді. Жаңа нұсқасымен танысып, әрекетті қайталаңыз.',
    ru: 'Условия изменились. Ознакомьтесь с новой версией и повторите действие.',
    en: 'The terms have changed. Please read the new version and try again.',
  },
  nobodyIsChosen: {
    kk: 'Өтінім беру тек таңдау бойынша тапсырмада және орындаушы әлі таңдалмаған кезде ғана мүмкін.',
    ru: 'Откликнуться можно только на задание с выбором исполнителя и только пока он не выбран.',
    en: 'A response is possible only to a task with a choice among contractors, and only until one is chosen.',
  },
  someoneMayBeChosen: {
    kk: 'Таңдайтын ешкім жоқ: талаптардың қазіргі нұсқасына әлі ешкім өтінім бермеген немесе орындаушы таңдалып қойған.',
    ru: 'Выбирать пока не из кого: на нынешнюю версию условий никто не откликнулся или исполнитель уже выбран.',
    en: 'There is nobody to choose: no contractor has responded to the present version of the terms, or one is chosen already.',
  },
  isChoice: {
    kk: 'Бұл тапсырмада өтінімдер жоқ.',
    ru: 'В этом задании нет откликов.',
    en: 'This task takes no responses.',
  },
  priceMayBeNamed: {
    kk: 'Бұл тапсырманың талаптары бойынша өз бағаңызды ұсынуға болмайды. Бағасыз өтінім беріңіз.',
    ru: 'Условия этого задания не предусматривают своей цены. Откликнитесь без неё.',
    en: 'The terms of this task do not take a price of your own. Please respond without one.',
  },
  responseIsCurrent: {
    kk: 'Бұл өтінім қазіргі емес: орындаушы оны өзгертті немесе талаптардың қазіргі нұсқасына өтінім бермеді. Оның соңғы өтінімін оқып, нөмірін көрсетіңіз немесе басқасын таңдаңыз.',
    ru: 'Этот отклик уже не действует: исполнитель изменил его или не откликался на нынешнюю версию условий. Прочтите его последний отклик и укажите его номер или выберите другого.',
    en: 'This response is no longer current: the contractor has changed it, or has not responded to the present version of the terms. Read the latest response and name its number, or choose another one.',
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
  amountIsWithinPrice: {
    kk: 'Сома нөлден артық және тапсырма бағасының төленбеген қалдығынан аспауы керек.',
    ru: 'Сумма должна быть больше нуля и не больше неоплаченного остатка цены задания.',
    en: 'The sum must be above zero and no more than what is still unpaid of the price of the task.',
  },
  mayPayInAdvance: {
    kk: 'Тікелей төлем туралы алдын ала хабарлау үшін алдыңғы хабарламаға жауап берілуі және бағаның төленбеген қалдығы болуы керек.',
    ru: 'Сообщить об оплате заранее можно при прямых расчётах, когда на прежнее сообщение есть ответ и оплачена не вся цена.',
    en: 'A payment in advance can be reported where you pay directly, once an earlier report is answered, and while the price is not all paid.',
  },
  somethingIsReported: {
    kk: 'Жауабыңызды күтіп тұрған төлем туралы хабарлама жоқ.',
    ru: 'Нет сообщения об оплате, которое ждёт вашего ответа.',
    en: 'No report of a payment awaits your answer.',
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
  customerIsNotSuspended: {
    kk: 'Тапсырыс берушінің қолжетімділігі тоқтатыла тұрған. Ол қалпына келгенше тапсырманы қабылдау мүмкін емес.',
    ru: 'Доступ заказчика приостановлен. Принять задание можно будет, когда доступ восстановят.',
    en: "The customer's access is suspended. The task can be accepted once it is restored.",
  },
  nothingIsProposed: {
    kk: 'Алдыңғы ұсыныс жауап күтіп тұр. Алдымен екінші тарап оны қабылдауға немесе қабылдамауға тиіс.',
    ru: 'Прежнее предложение ждёт ответа. Сначала другая сторона должна принять или отклонить его.',
    en: 'An earlier proposal awaits an answer. The other party has to accept or decline it first.',
  },
  newDatesFit: {
    kk: 'Жұмыстың басталуы аяқталуынан бұрын, ал аяқталуы болашақта және тым алыс емес болуға тиіс. Күндерді түзетіңіз.',
    ru: 'Начало работы должно быть раньше окончания, а окончание — в будущем и не слишком далеко. Исправьте даты.',
    en: 'The work has to start before it ends, and to end in the future and not too far ahead. Please correct the dates.',
  },
  reviewIsUnclaimed: {
    kk: 'Тапсырылған жұмыстың бағасы туралы талап ашық. Алдымен оны шешіңіз немесе кері қайтарып алыңыз, содан кейін өзгерісті қабылдаңыз.',
    ru: 'О цене сданной работы открыта претензия. Сначала разрешите или отзовите её, затем примите изменение.',
    en: 'A claim about the price of the submitted work is open. Settle or drop it first, then accept the amendment.',
  },
  proposedCostIsWithinPrice: {
    kk: 'Ұсыныс жасалғаннан кейін жұмыстың бір бөлігі қабылданды, ұсынылған сома қалған жұмыстың бағасынан асады. Ұсыныстан бас тартып, жаңасын жасаңыз.',
    ru: 'После предложения часть работы была принята, и предложенная сумма больше цены оставшейся работы. Отклоните предложение и сделайте новое.',
    en: 'Some of the work was approved since the proposal, and the proposed sum is above the price of the rest. Please decline it and make a new one.',
  },
  proposedStartIsAhead: {
    kk: 'Ұсынылған басталу уақыты өтіп кетті. Ұсыныстан бас тартып, кейінірек уақытты ұсыныңыз.',
    ru: 'Предложенное время начала уже прошло. Отклоните предложение и предложите более позднее время.',
    en: 'The proposed start has passed. Please decline the proposal and propose a later one.',
  },
  proposedEndIsAhead: {
    kk: 'Ұсынылған аяқталу мерзімі өтіп кетті. Ұсыныстан бас тартып, жаңа мерзімді ұсыныңыз.',
    ru: 'Предложенный срок окончания уже прошёл. Отклоните предложение и предложите новый срок.',
    en: 'The proposed end has passed. Please decline the proposal and propose a later one.',
  },
  otherSideAmends: {
    kk: 'Екінші тараптың талаптарды өзгерту туралы жауап күтіп тұрған ұсынысы жоқ. Өз ұсынысыңызға екінші тарап жауап береді.',
    ru: 'Нет предложения другой стороны об изменении условий, которое ждёт вашего ответа. На ваше предложение отвечает другая сторона.',
    en: 'No change proposed by the other party awaits your answer. Your own proposal is for the other party to answer.',
  },
  otherSideCancels: {
    kk: 'Екінші тараптың тапсырманы тоқтату туралы жауап күтіп тұрған ұсынысы жоқ. Өз ұсынысыңызға екінші тарап жауап береді.',
    ru: 'Нет предложения другой стороны о прекращении задания, которое ждёт вашего ответа. На ваше предложение отвечает другая сторона.',
    en: 'No proposal of the other party to end the task awaits your answer. Your own proposal is for the other party to answer.',
  },
  costIsWithinPrice: {
    kk: 'Сома әлі қабылданбаған жұмыстың бағасынан аспауға тиіс. Азырақ соманы көрсетіңіз.',
    ru: 'Сумма не может быть больше цены ещё не принятой работы. Укажите меньшую.',
    en: 'The sum cannot exceed the price of the work not yet approved. Please name a smaller one.',
  },
  workMayBegin: {
    kk: 'Тараптардың бірінің қолжетімділігі тоқтатыла тұрған немесе орындаушы жаңа қауіп туралы нұсқаманы әлі растаған жоқ. Жұмысты содан кейін бастаңыз.',
    ru: 'Доступ одной из сторон приостановлен, или исполнитель ещё не подтвердил инструктаж о новом риске. Приступите к работе после этого.',
    en: "One party's access is suspended, or the contractor has not yet confirmed the briefing on a new risk. Please start the work after that.",
  },
  workGoesOn: {
    kk: 'Жұмыс тоқтатыла тұрған. Кедергі жойылғанда алдымен жұмысты жалғастыруды белгілеңіз, ал жаңа қауіп туралы нұсқаманы алдымен растаңыз.',
    ru: 'Работа приостановлена. Когда препятствие устранено, сначала отметьте её возобновление, а инструктаж о новом риске сначала подтвердите.',
    en: 'The work is stopped. Once the obstacle is gone, resume the work first; confirm a briefing on a new risk first.',
  },
  workIsNotStopped: {
    kk: 'Жұмыс тоқтатыла тұрған: мұны тағы бір рет хабарлаудың қажеті жоқ.',
    ru: 'Работа уже приостановлена: сообщать об этом ещё раз не нужно.',
    en: 'The work is stopped already: there is no need to say so again.',
  },
  noRiskIsNew: {
    kk: 'Орындаушы алдыңғы қауіп туралы нұсқаманы әлі растаған жоқ. Жұмыс оған дейін жүрмейді: растағаннан кейін хабарлаңыз.',
    ru: 'Исполнитель ещё не подтвердил инструктаж о прежнем риске. До этого работа не идёт: сообщите, когда он подтвердит.',
    en: 'The contractor has not yet confirmed the briefing on the earlier risk. No work is done until then: please report this one after that.',
  },
  workIsStopped: {
    kk: 'Жұмыс тоқтатыла тұрған жоқ, оны жалғастыруды белгілеудің қажеті жоқ.',
    ru: 'Работа не приостановлена, отмечать возобновление не нужно.',
    en: 'The work is not stopped, so there is nothing to resume.',
  },
  holdIsTooLong: {
    kk: 'Бұл негізде тоқтата тұру талаптардағы мерзімнен ұзаққа созылғанда ғана бас тартуға болады. Күтіңіз немесе тапсырманы келісіммен тоқтатуды ұсыныңыз.',
    ru: 'По этому основанию можно отказаться, только если приостановка длится дольше, чем допускают условия задания. Подождите или предложите прекратить задание по соглашению.',
    en: 'On this ground the task may be given up only once a hold lasts longer than its terms bear. Wait, or propose to end the task by agreement.',
  },
  partsFitTheWork: {
    kk: 'Әр жолды бір рет көрсетіңіз. Мөлшері әлі қабылданбаған және бас тартылмаған қалдықтан аспауға тиіс: ол тапсырманың progress.lines бөлімінде көрсетілген.',
    ru: 'Укажите каждую строку один раз. Количество не может быть больше остатка, который ещё не принят и от которого не отказались: он указан в progress.lines задания.',
    en: 'Name each line once. The quantity cannot exceed what remains, neither approved nor given up: progress.lines of the task says how much that is.',
  },
  restOfWorkRemains: {
    kk: 'Бұл тапсырылған жұмыспен тапсырма толық орындалады: тапсырылмаған бөлігі жоқ.',
    ru: 'Этой сдачей работа завершается: несданного остатка нет.',
    en: 'This submission completes the work: no rest of it remains.',
  },
  partsWereSubmitted: {
    kk: 'Тек тапсырылған жұмыстың бір бөлігін көрсетіңіз, әр жолды бір рет. Барлығын қабылдау үшін жұмысты толық қабылдап алыңыз.',
    ru: 'Укажите только часть сданной работы, каждую строку один раз. Чтобы принять всё, примите работу целиком.',
    en: 'Name only a part of the submitted work, each line once. To approve all of it, approve the work as a whole.',
  },
  restMayBeReworked: {
    kk: 'Жұмысты қайта өңдеуге қайтару саны таусылды. Бөлікті қалғанынсыз қабылдап алыңыз, жұмысты толық қабылдаңыз немесе кінәрат-талап қойыңыз.',
    ru: 'Число возвратов на доработку исчерпано. Примите часть без остатка, примите работу целиком или заявите претензию.',
    en: 'The work has been sent back as often as the terms allow. Approve the part without the rest, approve the whole, or make a claim.',
  },
  restIsReworked: {
    kk: 'Жұмыстың қалған бөлігі қайта өңдеуге қайтарылмайды.',
    ru: 'Остаток работы не возвращается на доработку.',
    en: 'The rest of the work is not sent back for rework.',
  },
  contractorIsBound: {
    kk: 'Тапсырманы әлі ешкім қабылдаған жоқ. Бұл әрекет тапсырма қабылданғаннан кейін мүмкін болады.',
    ru: 'Задание ещё никто не принял. Это действие станет возможно после принятия.',
    en: 'Nobody has accepted the task yet. This is possible once it is accepted.',
  },
  claimFitsDeal: {
    kk: 'Баға туралы талапта соңғы тапсырылған жұмысты атаңыз және оның бағасының дауланбаған бөлігінен аспаңыз. Бір мезгілде осындай бір ғана талап ашық бола алады.',
    ru: 'В претензии о цене назовите последнюю сдачу работы и сумму не выше той части её цены, о которой ещё не спорили. Одновременно у вас может быть одна такая открытая претензия.',
    en: 'In a claim about the price name the latest submission, and at most what of its price nobody has disputed yet. You may have one such claim open at a time.',
  },
  endingFitsDeal: {
    kk: 'Шартты аяқтау туралы талап шарт жүріп тұрғанда қойылады және қалған жұмыстың бағасынан аспайды. Басқа талапты бөлек қойыңыз: POST /v1/disputes.',
    ru: 'Претензию о прекращении заявляют, пока договор исполняется, и на сумму не выше цены оставшейся работы. Другое требование заявите отдельно: POST /v1/disputes.',
    en: 'A claim about the ending is made while the deal runs, and is at most the price of the rest. Make any other claim separately: POST /v1/disputes.',
  },
  costsAreClaimedBeside: {
    kk: 'Екінші тараптың бас тартуынан болған шығындар туралы талапты бөлек қойыңыз: POST /v1/disputes.',
    ru: 'Претензию о расходах из-за отказа другой стороны заявите отдельно: POST /v1/disputes.',
    en: 'Make a claim for the costs of the other side’s leaving separately: POST /v1/disputes.',
  },
  ...claimRules,
  accessIsDenied: {
    kk: 'Объектіге қолжетімсіздік туралы хабарланбаған.',
    ru: 'Об отсутствии доступа к объекту не сообщалось.',
    en: 'No denial of access to the site was reported.',
  },
  noForceMajeure: {
    kk: 'Еңсерілмейтін күш мән-жайлары (форс-мажор) туралы тапсырма қабылданғаннан кейін және ол туралы басқа хабарлама ашық болмағанда хабарлауға болады.',
    ru: 'Сообщить о форс-мажоре можно после принятия задания и когда нет другого открытого сообщения о нём.',
    en: 'Force majeure can be reported once the task is accepted and while no other report of it is open.',
  },
  otherSideIsHit: {
    kk: 'Екінші тараптың жауабыңызды күтіп тұрған еңсерілмейтін күш мән-жайлары (форс-мажор) туралы хабарламасы жоқ.',
    ru: 'Нет сообщения другой стороны о форс-мажоре, которое ждёт вашего ответа.',
    en: 'No report of force majeure by the other party awaits your answer.',
  },
  ownSideIsHit: {
    kk: 'Еңсерілмейтін күш мән-жайларының (форс-мажордың) аяқталғанын ол туралы хабарлаған тарап қана хабарлайды. Сіздің ашық хабарламаңыз жоқ.',
    ru: 'Об окончании форс-мажора сообщает сторона, которая о нём заявила. У вас нет открытого сообщения.',
    en: 'The end of force majeure is told by the party that reported it. You have no open report.',
  },
  linesAreKnown: {
    kk: 'Жол нөмірі тапсырмада жоқ немесе екі рет көрсетілген. Бұрынғы жолдарды нөмірімен атаңыз, жаңа жолды нөмірсіз қосыңыз.',
    ru: 'Строки с таким номером в задании нет, или номер назван дважды. Прежние строки называйте по номеру, новую добавляйте без номера.',
    en: 'The task has no line of that id, or an id is named twice. Name the lines there are by their ids and add a new one without an id.',
  },
  linesKeepAccepted: {
    kk: 'Қабылданған немесе қабылдауға тапсырылған жұмыс өзгермейді: жол, оның өлшем бірлігі, бағасы және кемінде осы көлемі қалуы керек. Талап бойынша ақысы тиесілі жол да қалады.',
    ru: 'Принятое и сданное на приёмку не меняется: строка, её единица и цена остаются, а количество не может стать меньше. Остаётся и строка, за которую причитается по претензии.',
    en: 'What was accepted or handed in stays: keep the line, its unit and unit price, and at least that quantity. A line stays, too, for which something is due by a claim.',
  },
  proposalKeepsAccepted: {
    kk: 'Ұсыныстан кейін жұмыстың бір бөлігі қабылданды, тапсырылды немесе ол үшін талап бойынша ақы тиесілі болды, ұсыныс оны өзгертеді. Жаңа ұсыныс жасаңыз.',
    ru: 'После предложения часть работы сдана, принята или за неё причитается по претензии, и предложение её меняет. Сделайте новое предложение.',
    en: 'Since the proposal some work was handed in or accepted, or something became due for it by a claim, and the proposal would change it. Please make a new proposal.',
  },
  priceIsNamed: {
    kk: 'Жалпы баға бөлек келісілген. Жолдар өзгерсе, жаңа жалпы бағаны көрсетіңіз (price).',
    ru: 'Общая цена согласована отдельно. Меняя строки, назовите новую общую цену (price).',
    en: 'The total was agreed apart from the unit prices. To change lines, name the new total (price).',
  },
  priceFitsAccepted: {
    kk: 'Жаңа жалпы баға қабылданған жұмыстың бағасы мен талап бойынша тиесілі сомадан кем болмауы және қалған жұмысқа бөлінуі керек.',
    ru: 'Новая общая цена не может быть меньше цены принятого и причитающегося по претензиям и должна приходиться на оставшуюся работу.',
    en: 'The new total cannot be below the price of what was accepted and what is due by claims, and has to fall on work that remains.',
  },
  proposalFitsAccepted: {
    kk: 'Ұсыныстан кейін жұмыстың бір бөлігі қабылданды немесе ол үшін талап бойынша ақы тиесілі болды, ұсынылған баға енді сәйкес келмейді. Жаңа ұсыныс жасаңыз.',
    ru: 'После предложения часть работы принята или за неё причитается по претензии, и предложенная цена этому больше не соответствует. Сделайте новое предложение.',
    en: 'Since the proposal some work was accepted, or something became due for it by a claim, and the proposed price no longer fits. Please make a new proposal.',
  },
  submissionIsCurrent: {
    kk: 'Бұл жауап басқа тапсыруға қатысты. Соңғы тапсырылған жұмысты қарап, оның нөмірін көрсетіңіз (progress.submission.number).',
    ru: 'Ответ относится к другой сдаче работы. Посмотрите последнюю и назовите её номер (progress.submission.number).',
    en: 'The answer is about another submission. Read the latest one and name its number (progress.submission.number).',
  },
  proposalIsCurrent: {
    kk: 'Бұл жауап басқа ұсынысқа қатысты. Соңғы ұсынысты оқып, оның нөмірін көрсетіңіз (proposal).',
    ru: 'Ответ относится к другому предложению. Прочтите последнее и назовите его номер (proposal).',
    en: 'The answer is about another proposal. Read the latest one and name its number (proposal).',
  },
  reportIsCurrent: {
    kk: 'Төлем туралы соңғы хабарламаның нөмірін көрсетіңіз (report); хабарлама болмаса, нөмірсіз растаңыз.',
    ru: 'Назовите номер последнего сообщения об оплате (report); если сообщения нет, подтвердите без номера.',
    en: 'Name the number of the latest payment report (report); confirm without a number where there is none.',
  },
  briefingIsCurrent: {
    kk: 'Бұл — бұрынғы нұсқама. Соңғысымен танысып, оның нөмірін көрсетіңіз (progress.briefingNumber).',
    ru: 'Это прежний инструктаж. Ознакомьтесь с последним и назовите его номер (progress.briefingNumber).',
    en: 'That is an earlier briefing. Read the latest one and name its number (progress.briefingNumber).',
  },
  noticeIsCurrent: {
    kk: 'Жауап басқа хабарламаға қатысты. Еңсерілмейтін күш туралы соңғы хабарламаның нөмірін көрсетіңіз (notice).',
    ru: 'Ответ относится к другому уведомлению. Назовите номер последнего уведомления о непреодолимой силе (notice).',
    en: 'The answer is about another notice. Name the number of the latest notice of force majeure (notice).',
  },
  bringsNoRisk: {
    kk: 'Ұсыныс жаңа қауіптерді қосады. Алдымен тапсырылған жұмыс бойынша шешім қабылдаңыз.',
    ru: 'Предложение добавляет новые риски. Сначала решите о сданной работе.',
    en: 'The proposal adds hazards. Decide first about the work that was handed in.',
  },
  startHasCome: {
    kk: 'Жұмыс келісілген уақытта басталады. Бұрын бастау үшін тапсырыс беруші рұқсат беруі керек (4.3.2-тармақ).',
    ru: 'Работа начинается в согласованное время. Чтобы начать раньше, нужно разрешение заказчика (пункт 4.3.2).',
    en: 'The work begins at the agreed time. To begin earlier the customer has to allow it (4.3.2).',
  },
  earlyStartIsClosed: {
    kk: 'Жұмысты бұрын бастауға рұқсат берілген.',
    ru: 'Начать раньше уже разрешено.',
    en: 'An early start is allowed already.',
  },
  riskWasBriefed: {
    kk: 'Жаңа қауіптер бойынша нұсқама әлі өткізілген жоқ: оны тапсырыс беруші өткізеді.',
    ru: 'Инструктажа по новым рискам ещё не было: его проводит заказчик.',
    en: 'There is no briefing of the new risks yet: the customer gives it.',
  },
  riskIsUnbriefed: {
    kk: 'Нұсқаманы күтетін жаңа қауіп жоқ.',
    ru: 'Нет новых рисков, по которым нужен инструктаж.',
    en: 'There is no new risk that needs a briefing.',
  },
  otherSideAmendsRisks: {
    kk: 'Басқа тараптың талаптарды өзгерту туралы ұсынысы жоқ.',
    ru: 'Предложения другой стороны об изменении условий нет.',
    en: 'The other side has not proposed other terms.',
  },
};
