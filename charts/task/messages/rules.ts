/** Why a command of a task was refused, and what to do. */
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
    kk: 'Банк картадағы ақшаны бірнеше күн ғана сақтайды, ал жұмыс пен оны тексеру одан ұзаққа созылады. Алдын ала төлемді (prepaid) таңдаңыз немесе мерзімдерді қысқартыңыз.',
    ru: 'Банк удерживает деньги на карте лишь несколько дней, а работа с её проверкой длится дольше. Выберите предоплату (prepaid) или сократите сроки.',
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
  otherSideAmends: {
    kk: 'Екінші тараптың шарттарды өзгерту туралы жауап күтіп тұрған ұсынысы жоқ. Өз ұсынысыңызға екінші тарап жауап береді.',
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
  nobodyClaims: {
    kk: 'Ашық кінәрат-талап бар. Алдымен оны реттеңіз немесе тапсырманы келісіммен тоқтатуды ұсыныңыз.',
    ru: 'Есть открытая претензия. Сначала урегулируйте её или предложите прекратить задание по соглашению.',
    en: 'A claim is open. Settle it first, or propose to end the task by agreement.',
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
  riskIsNew: {
    kk: 'Растауды күтіп тұрған нұсқама жоқ.',
    ru: 'Нет инструктажа, который ждёт подтверждения.',
    en: 'No briefing awaits a confirmation.',
  },
  workIsStopped: {
    kk: 'Жұмыс тоқтатыла тұрған жоқ, оны жалғастыруды белгілеудің қажеті жоқ.',
    ru: 'Работа не приостановлена, отмечать возобновление не нужно.',
    en: 'The work is not stopped, so there is nothing to resume.',
  },
  holdIsTooLong: {
    kk: 'Бұл негізде тоқтата тұру шарттардағы мерзімнен ұзаққа созылғанда ғана бас тартуға болады. Күтіңіз немесе тапсырманы келісіммен тоқтатуды ұсыныңыз.',
    ru: 'По этому основанию можно отказаться, только если приостановка длится дольше, чем допускают условия задания. Подождите или предложите прекратить задание по соглашению.',
    en: 'On this ground the task may be given up only once a hold lasts longer than its terms bear. Wait, or propose to end the task by agreement.',
  },
  partsFitTheWork: {
    kk: 'Әр жолды бір рет көрсетіңіз. Мөлшері тапсырмадағыдан, ал бағасы әлі қабылданбаған жұмыстың бағасынан аспауға тиіс.',
    ru: 'Укажите каждую строку один раз. Количество не может быть больше, чем в задании, а цена — больше цены ещё не принятой работы.',
    en: 'Name each line once. The quantity cannot exceed that of the task, nor the price that of the work not yet approved.',
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
  claimIsWithinPrice: {
    kk: 'Даулы сома тапсырманың бағасынан аспауға тиіс. Азырақ соманы көрсетіңіз.',
    ru: 'Спорная сумма не может быть больше цены задания. Укажите меньшую.',
    en: 'The sum in dispute cannot exceed the price of the task. Please name a smaller one.',
  },
  noForceMajeure: {
    kk: 'Форс-мажор туралы тапсырма қабылданғаннан кейін және ол туралы басқа хабарлама ашық болмағанда хабарлауға болады.',
    ru: 'Сообщить о форс-мажоре можно после принятия задания и когда нет другого открытого сообщения о нём.',
    en: 'Force majeure can be reported once the task is accepted and while no other report of it is open.',
  },
  otherSideIsHit: {
    kk: 'Екінші тараптың жауабыңызды күтіп тұрған форс-мажор туралы хабарламасы жоқ.',
    ru: 'Нет сообщения другой стороны о форс-мажоре, которое ждёт вашего ответа.',
    en: 'No report of force majeure by the other party awaits your answer.',
  },
  ownSideIsHit: {
    kk: 'Форс-мажордың аяқталғанын ол туралы хабарлаған тарап қана хабарлайды. Сіздің ашық хабарламаңыз жоқ.',
    ru: 'Об окончании форс-мажора сообщает сторона, которая о нём заявила. У вас нет открытого сообщения.',
    en: 'The end of force majeure is told by the party that reported it. You have no open report.',
  },
};
