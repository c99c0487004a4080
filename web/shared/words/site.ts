/** What the site says to everybody, also without an account. Terms, tariffs, the offer and the steps of a deal come from the API. */
import type { Localized } from '../language.ts';
import { said } from '../said.ts';

export const SITE_WORDS = {
  whoseDeal: said(
    'Тапсырма қабылданғанда міндеттеме тапсырыс беруші мен орындаушының арасында туындайды. Оператор оның тарапы емес.',
    'Когда задание принято, обязательство возникает между заказчиком и исполнителем. Оператор не является его стороной.',
    'When a task is accepted, an obligation arises between the customer and the contractor. The operator is no party of it.',
  ),
  wayOfDeal: said('Мәміле қалай жүреді', 'Как идёт сделка', 'How a deal goes'),
  whenceTheWay: said(
    'Қадамдар мен әр қадамда не күтілетіні платформаның қолданыстағы ережелерінен алынған: ол әрбір шешімді солар бойынша қабылдайды.',
    'Шаги и то, чего ждёт каждый из них, взяты из действующих правил платформы: по ним она принимает каждое решение.',
    'The steps, and what each waits for, are those of the rules in force, by which the platform makes each decision.',
  ),
  otherEnd: said('Басқаша аяқталуы', 'Другой исход', 'Another end'),

  inForceFrom: said('Күшіне ену күні: {day}', 'Действует с {day}', 'In force from {day}'),
  revisions: said('Редакциялар', 'Редакции', 'Revisions'),
  revision: said('№ {number} редакция', 'Редакция № {number}', 'Revision No. {number}'),
  isInForce: said('қазір күшінде', 'действует сейчас', 'in force now'),
  changes: said('Алдыңғы редакциядан айырмашылығы', 'Отличия от предыдущей редакции', 'Changes from the revision before'),
  firstRevision: said(
    'Бұл бірінші редакция: салыстыратын алдыңғы мәтін жоқ.',
    'Это первая редакция: сравнивать не с чем.',
    'This is the first revision: there is nothing to compare it with.',
  ),
  wholeText: said('Толық мәтін', 'Весь текст', 'The whole text'),
  beginning: said('Кіріспе', 'Вступление', 'The beginning'),
  hashOfText: said('Мәтіннің SHA-256 мәні', 'SHA-256 текста', 'SHA-256 of the text'),
  clauseChanged: said('өзгертілді', 'изменён', 'changed'),
  clauseAdded: said('қосылды', 'добавлен', 'added'),
  clauseRemoved: said('алып тасталды', 'исключён', 'removed'),
  clauseRenumbered: said('нөмірі өзгерді', 'изменён номер', 'renumbered'),

  forCustomers: said('Тапсырыс берушілерге', 'Для заказчиков', 'For customers'),
  forContractors: said('Орындаушыларға', 'Для исполнителей', 'For contractors'),
  examples: said('Мысалдар', 'Примеры', 'Examples'),
  acceptedWork: said('Қабылданған жұмыс', 'Принятая работа', 'Accepted work'),
  fee: said('Сыйақы', 'Вознаграждение', 'Fee'),
  upcoming: said('Күшіне ену күні: {day}', 'С {day}', 'From {day}'),

  usualTerms: said(
    'Тапсырмада басқасы көрсетілмесе, бүгінгі әдеттегі шарттар:',
    'Обычные условия на сегодня, если в задании не названы другие:',
    'The usual terms of today, where a task names no others:',
  ),
  helpEnter: said('Қалай кіруге болады', 'Как войти', 'How to log in'),
  helpEnterText: said(
    'Қазақстандық ұялы нөміріңізді және SMS-тегі кодты енгізіңіз. Құпиясөз орнатқан болсаңыз, нөмір мен құпиясөз арқылы да кіруге болады. Кодты ешкімге айтпаңыз. Жаңа кіру басқа құрылғылардағы сеанстарыңызды аяқтайды. Нөмір жоғалса немесе ауысса, Операторға хабарлаңыз: қайта сәйкестендіруден кейін қолжетімділік қайтарылады.',
    'Введите казахстанский мобильный номер и код из SMS. Если вы установили пароль, можно войти по номеру и паролю. Никому не сообщайте код. Новый вход завершает ваши сеансы на других устройствах. Если номер утерян или сменился, сообщите Оператору: доступ возвращается после повторной идентификации.',
    'Enter your mobile number of Kazakhstan and the code from the SMS. If you have set a password, you can log in with number and password. Tell the code to nobody. A new login ends your sessions on other devices. If the number is lost or has changed, tell the operator: access returns after a new identification.',
  ),
  helpPost: said('Тапсырманы қалай орналастыруға болады', 'Как разместить задание', 'How to post a task'),
  helpPostText: said(
    'Жұмысты, орнын, уақытын және бағасын жазыңыз. Тапсырма қабылданғанша оны өзгертуге немесе кері қайтарып алуға болады. Тәуекелдер мен қауіпсіздік шараларын бірден көрсетіңіз.',
    'Опишите работу, место, время и цену. Пока задание не принято, его можно изменить или отозвать. Риски и меры безопасности назовите сразу.',
    'Describe the work, the place, the time and the price. Until it is accepted, a task can be changed or withdrawn. Name risks and safety measures at once.',
  ),
  helpAccept: said('Тапсырманы қалай қабылдауға болады', 'Как принять задание', 'How to accept a task'),
  helpAcceptText: said(
    'Тапсырманы іздеп табыңыз, шарттарын оқып, оны қабылдаңыз немесе тапсырыс беруші өзі таңдайтын болса, жауап қалдырыңыз. Қабылдау екі тарапты да міндеттейді.',
    'Найдите задание, прочитайте условия и примите его или откликнитесь, если заказчик выбирает сам. Принятие обязывает обе стороны.',
    'Find a task, read its terms and accept it, or respond where the customer chooses. Accepting binds both parties.',
  ),
  helpSign: said('Құжатқа қалай қол қоюға болады', 'Как подписать документ', 'How to sign a document'),
  helpSignText: said(
    'Құжатты оқып шығыңыз. Оған электрондық цифрлық қолтаңбамен (ЭЦҚ) қол қояды немесе жол берілетін жерде Жеке кабинетте не SMS-кодпен растайды. Растау электрондық қолтаңба емес: құжат әр тараптың тәсілін көрсетеді.',
    'Прочитайте документ. Его подписывают электронной цифровой подписью (ЭЦП) или, где это допускается, подтверждают в Личном кабинете либо кодом из SMS. Подтверждение — не электронная подпись: документ называет способ каждой стороны.',
    'Read the document. It is signed with an electronic digital signature (ЭЦП) or, where that is allowed, confirmed in the cabinet or by a code from an SMS. A confirmation is no electronic signature: the document names the way of each party.',
  ),
  helpDeliver: said('Жұмысты тапсыру және төлем', 'Как сдают работу и платят', 'How work is delivered and paid'),
  helpDeliverText: said(
    'Орындаушы жұмысты тапсырады. Тапсырыс беруші оны қабылдайды немесе себептерін көрсетіп бас тартады. Төлем платформа арқылы немесе тікелей, тапсырмада таңдалғандай жүргізіледі.',
    'Исполнитель сдаёт работу. Заказчик принимает её или отказывает с указанием причин. Оплата идёт через платформу или напрямую, как выбрано в задании.',
    'The contractor hands in the work. The customer accepts it, or refuses and says why. It is paid through the platform or directly, as the task says.',
  ),
  helpQuarrel: said('Дау туындаса', 'Если возник спор', 'If there is a dispute'),
  helpQuarrelText: said(
    'Алдымен талап-арыз: ол тапсырма бетінен жіберіледі. Екінші тарап жауап береді, содан кейін тараптар келіссөз жүргізеді. Мерзімдер талап-арыздың өзінде көрсетілген. Келісім болмаса, дауды сот шешеді.',
    'Сначала претензия: её направляют со страницы задания. Другая сторона отвечает, затем стороны ведут переговоры. Сроки показаны в самой претензии. Если согласия нет, спор разрешает суд.',
    'First a claim: it is sent from the page of the task. The other party answers, then both negotiate. The terms are shown in the claim itself. Without an agreement a court decides.',
  ),

  whatCheckTells: said(
    'Тексеру бұл қандай құжат екенін, оған қай тарап, қалай және қашан қол қойғанын, қолтаңбалар дұрыс па, соны көрсетеді. Есімдер мен нөмірлер көрсетілмейді.',
    'Проверка показывает, что это за документ, какая сторона, как и когда его подписала и верны ли подписи. Имена и номера не показываются.',
    'The check shows what document it is, which party signed it, how and when, and whether the signatures hold. It shows no names and no numbers.',
  ),
  paperMark: said(
    'QR-кодтың жанындағы белгі немесе SHA-256',
    'Метка документа возле QR-кода или SHA-256',
    'The reference beside the QR code, or a SHA-256',
  ),
  check: said('Тексеру', 'Проверить', 'Check'),
  orFile: said('Немесе файлды таңдаңыз', 'Или выберите файл', 'Or choose the file'),
  fileStays: said(
    'Файл ешқайда жіберілмейді: оның SHA-256 мәні осы құрылғыда есептеледі.',
    'Файл никуда не отправляется: его SHA-256 вычисляется на этом устройстве.',
    'The file is sent nowhere: its SHA-256 is computed on this device.',
  ),
  fileUnread: said('Файл оқылмады.', 'Файл не удалось прочитать.', 'The file could not be read.'),
  qrLeads: said(
    'Телефон камерасымен QR-кодты оқысаңыз, сол тексеру ашылады.',
    'Камера телефона по QR-коду открывает ту же проверку.',
    'The camera of a phone opens the same check by the QR code.',
  ),

  operator: said('Оператор', 'Оператор', 'Operator'),
  bin: said('БСН', 'БИН', 'BIN'),
  postalAddress: said('Мекенжайы', 'Адрес', 'Address'),
  operatorPhone: said('Телефон', 'Телефон', 'Phone'),
  mailbox: said('Электрондық пошта', 'Электронная почта', 'Email'),
  feeAccount: said('Сыйақыға арналған шот', 'Счёт для вознаграждения', 'Account for the fee'),
  bank: said('Банк', 'Банк', 'Bank'),
  bik: said('БИК', 'БИК', 'BIC'),
  operatorIban: said('ИИК', 'ИИК', 'IBAN'),
  kbe: said('КБе', 'КБе', 'KBe'),
  knp: said('ТТК', 'КНП', 'KNP'),
  vatCertificate: said('ҚҚС төлеушінің куәлігі', 'Свидетельство плательщика НДС', 'Certificate of a payer of VAT'),
} satisfies Record<string, Localized>;
