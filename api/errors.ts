/** Every problem of the API in one table: its status, and what to do, in three languages. `docs/errors.md` is generated from it. */
import type { Refusal } from '../charts/judge.ts';
import type { Language, Localized } from '../charts/messages.ts';
import type { SecurityDetails } from '../lives/security-log.ts';

interface Kind {
  status: number;
  title: Localized;
}

const kind = (status: number, kk: string, ru: string, en: string): Kind => ({ status, title: { kk, ru, en } });

export const PROBLEMS = {
  'malformed-json': kind(
    400,
    'Сұрау денесі JSON емес: JSON нысанын жіберіңіз',
    'Тело запроса — не JSON: отправьте объект JSON',
    'The body is not valid JSON. Send a JSON object.',
  ),
  'invalid-input': kind(
    400,
    'Сұрауда қате бар: errors атаған өрістерді түзетіңіз',
    'В запросе ошибка: исправьте поля, названные в errors',
    'The request is invalid. Correct the fields listed in errors.',
  ),
  'reason-needed': kind(
    400,
    'Өкіл бөгде іс бойынша деректерді не үшін оқитынын Staff-Reason тақырыбында көрсетеді: reasons өрісіндегі сөздің бірі',
    'Представитель указывает в заголовке Staff-Reason, зачем читает чужие данные: одно из слов в reasons',
    'Staff say in the header Staff-Reason why they read the matters of others: one of the words in reasons.',
  ),
  'key-missing': kind(
    400,
    'Idempotency-Key тақырыбын жіберіңіз: әр әрекетке өз мәні, қайталағанда сол мәннің өзі',
    'Отправьте заголовок Idempotency-Key: своё значение для каждого действия, при повторе то же самое',
    'Send an Idempotency-Key header: a new value for each command, and the same value when you retry it.',
  ),
  unauthenticated: kind(
    401,
    'Кіру қажет: жарамды токенмен Authorization: Bearer жіберіңіз',
    'Нужно войти: отправьте Authorization: Bearer с действующим токеном',
    'Send Authorization: Bearer with a valid token.',
  ),
  'proof-refused': kind(
    401,
    'Расталмады: нөмір, код, құпиясөз не қолтаңба дұрыс емес, мерзімі өткен немесе қолданылған. Қайта көріңіз немесе жаңа код сұраңыз',
    'Не подтверждено: номер, код, пароль или подпись неверны, просрочены либо уже использованы. Повторите или запросите новый код',
    'The number, code, password or signature is wrong, expired or already used. Try again or request a new code.',
  ),
  'wrong-party': kind(
    403,
    'Бұл әрекетті тек екінші тарап жасай алады',
    'Это действие доступно только другой стороне',
    'Only the other party may give this command.',
  ),
  'role-missing': kind(
    403,
    'Бұл әрекетке Аккаунтта рөліңіз жоқ: қажет рөлдер roles өрісінде, оларды иесі рөлі бар өкіл, ал Оператордың қызметкеріне әкімші береді',
    'Для этого действия у вас нет роли в Аккаунте: нужные роли названы в roles, их даёт представитель с ролью владельца, а сотруднику Оператора – администратор',
    'Your role in the account does not allow this command. The roles that do are listed in roles; a member with the role of owner grants them, and to the staff of the operator an administrator.',
  ),
  'signature-needed': kind(
    403,
    'Аккаунт мұндай әрекеттерге құрылғының қолтаңбасын талап етеді: sign өрісіндегі мәтіннің қолтаңбасын осы сеанстың құрылғысымен жасап, сұрауды сол Idempotency-Key және Device-Signature тақырыбымен қайталаңыз',
    'Аккаунт требует для таких действий подпись устройства: подпишите текст из поля sign устройством этого сеанса и повторите запрос с тем же Idempotency-Key и заголовком Device-Signature',
    'The account demands a signature of the device for such acts. Sign the text in sign with the device of this session, and repeat the request with the same Idempotency-Key and the header Device-Signature.',
  ),
  'signature-refused': kind(
    403,
    'Қолтаңба осы сұрауға не осы сеанс құрылғысының кілтіне сәйкес емес: sign өрісіндегі мәтіннің қолтаңбасын жасаңыз. Кілті жоқ құрылғыны алдымен авторландырыңыз.',
    'Подпись не подходит к этому запросу или к ключу устройства этого сеанса: подпишите текст из поля sign. Устройство без ключа сначала авторизуйте.',
    'The signature does not fit this request, or the key of the device of this session. Sign the text in sign. Authorise a device without a key first.',
  ),
  'electronic-signature-refused': kind(
    422,
    'ЭЦҚ тексеруден өтпеді, ештеңе өзгерген жоқ: қай тексеру екені және не істеу керегі detail өрісінде',
    'ЭЦП не прошла проверку, ничего не изменилось: какую именно и что делать – в поле detail',
    'The electronic signature failed a check, and nothing has changed. Which one and what to do is in detail.',
  ),
  'paper-refused': kind(
    422,
    'Файл тексеруден өтпеді, одан ештеңе сақталған жоқ: себебі мен не істеу керегі detail өрісінде',
    'Файл не прошёл проверку, из него ничего не сохранено: причина и что делать – в поле detail',
    'The file did not pass the check, and nothing of it is kept. Why, and what to do, is in detail.',
  ),
  'file-refused': kind(
    422,
    'Файл қабылданбады, одан ештеңе сақталған жоқ: себебі мен не істеу керегі detail өрісінде',
    'Файл не принят, из него ничего не сохранено: причина и что делать – в поле detail',
    'The file is not taken, and nothing of it is kept. Why, and what to do, is in detail.',
  ),
  'upload-elsewhere': kind(
    409,
    'Жүктеу басқа орында тұр: HEAD /v1/uploads/{id} арқылы Upload-Offset мәнін біліп, содан жалғастырыңыз',
    'Загрузка стоит на другом месте: узнайте Upload-Offset запросом HEAD /v1/uploads/{id} и продолжите с него',
    'The upload stands at another place. Ask HEAD /v1/uploads/{id} for its Upload-Offset, and go on from there.',
  ),
  'link-over': kind(
    403,
    'Сілтеменің мерзімі аяқталды: GET /v1/files/{id} арқылы жаңасын алыңыз',
    'Срок ссылки истёк: получите новую, GET /v1/files/{id}',
    'The link has ended. Get a new one from GET /v1/files/{id}.',
  ),
  'range-outside': kind(
    416,
    'Файлда сұралған байттар жоқ: оның өлшемі size өрісінде',
    'В файле нет запрошенных байтов: его размер в поле size',
    'The file does not have the bytes asked for. Its size is in size.',
  ),
  'egov-refused': kind(
    403,
    'eGov Mobile арқылы қол қою қабылданбады: себебі мен не істеу керегі message өрісінде',
    'Подписание в eGov Mobile не принято: причина и что делать – в поле message',
    'The signing in eGov Mobile is not accepted. Why, and what to do, is in message.',
  ),
  'account-needed': kind(
    403,
    'Алдымен Аккаунтты тіркеңіз: POST /v1/accounts',
    'Сначала зарегистрируйте Аккаунт: POST /v1/accounts',
    'Register an account first: POST /v1/accounts.',
  ),
  'wrong-door': kind(
    403,
    'Бұл сеанс бұл мекенжайда жарамайды: Оператор өкілдерінің мекенжайы бөлек',
    'Этот сеанс не действует по этому адресу: у представителей Оператора свой адрес',
    'This session does not count at this address. The staff have an address of their own.',
  ),
  'second-factor-needed': kind(
    403,
    'Алдымен екінші факторды растаңыз: POST /v1/auth/second-factor/proof. Ол орнатылмаған болса: POST /v1/auth/second-factor',
    'Сначала подтвердите второй фактор: POST /v1/auth/second-factor/proof. Если он не настроен: POST /v1/auth/second-factor',
    'Prove the second factor first: POST /v1/auth/second-factor/proof. If it is not set up: POST /v1/auth/second-factor.',
  ),
  'step-up-needed': kind(
    403,
    'Бұл әрекет үшін екінші факторды қайта растаңыз: POST /v1/auth/second-factor/proof, содан кейін сұрауды қайталаңыз',
    'Для этого действия подтвердите второй фактор ещё раз: POST /v1/auth/second-factor/proof, затем повторите запрос',
    'Prove the second factor again for this: POST /v1/auth/second-factor/proof. Then repeat the request.',
  ),
  'account-terminated': kind(
    403,
    'Аккаунт жабық немесе оған қолжетімділік тоқтатылған: шағым беруге болса, ол Аккаунттың commands өрісінде',
    'Аккаунт закрыт или доступ к нему прекращён: если это можно обжаловать, как — в commands Аккаунта',
    'The account is closed, or access to it was terminated. If you can appeal, the account lists the command.',
  ),
  'account-suspended': kind(
    403,
    'Аккаунт тоқтатыла тұрды: жаңасын бастауға болмайды, басталғанын аяқтауға болады',
    'Аккаунт приостановлен: начинать новое нельзя, начатое можно завершить',
    'The account is suspended. You can finish what has begun, and begin nothing new.',
  ),
  'commands-paused': kind(
    403,
    'Аккаунттың әрекеттері тоқтатыла тұрды: бөгде адамның кіруі туралы хабарланды немесе тұлға қайта сәйкестендіріліп жатыр',
    'Действия Аккаунта приостановлены: сообщено о несанкционированном доступе или идёт повторная идентификация',
    'The account is paused: unauthorised access was reported, or its owner is being identified again.',
  ),
  'offer-not-accepted': kind(
    403,
    'Алдымен оферта талаптарын қабылдаңыз: POST /v1/offer/acceptances',
    'Сначала примите условия оферты: POST /v1/offer/acceptances',
    'Accept the offer first: POST /v1/offer/acceptances.',
  ),
  'offer-not-shown': kind(
    403,
    'Офертаның жаңа редакциясы күшіне енді: GET /v1/offer арқылы танысып, POST /v1/offer/acceptances арқылы растаңыз',
    'Действует новая редакция оферты: прочтите GET /v1/offer и подтвердите ознакомление через POST /v1/offer/acceptances',
    'A new revision of the offer is in force. Read GET /v1/offer and acknowledge it by POST /v1/offer/acceptances.',
  ),
  'offer-declined': kind(
    403,
    'Сіз офертаның қазіргі редакциясынан бас тарттыңыз: басталғанын аяқтауға болады, жаңасын бастау үшін оны қабылдаңыз',
    'Вы отказались от действующей редакции оферты: начатое можно завершить, для нового примите её',
    'You declined the current revision of the offer. You can finish what has begun; accept the revision to begin anything new.',
  ),
  'identity-displaced': kind(
    403,
    'Көрсетілген ЖСН/БСН-ді басқа Аккаунт құжатпен растады: басталғанды аяқтауға болады, жаңасын бастау үшін нөмірді растаңыз не түзетіңіз',
    'Указанный ИИН/БИН документом подтвердил другой Аккаунт: начатое можно завершить, а чтобы начать новое, подтвердите или исправьте номер',
    'Another account has proved this IIN or BIN. You can finish what has begun; to begin anything new, prove the number or correct it.',
  ),
  'identity-unproved': kind(
    403,
    'Тараптың ЖСН/БСН-і расталмаған, сондықтан тапсырманың сомасы не саны шектеулі: ЖСН/БСН-ді Жеке кабинетте құжатпен растаңыз (prove-identity)',
    'ИИН/БИН стороны не подтверждён, поэтому сумма или число заданий ограничены: подтвердите ИИН/БИН документом в Личном кабинете (prove-identity)',
    'The IIN or BIN of a party is not proved, so the sum and the number of tasks are limited. Prove it by a document in the cabinet (prove-identity).',
  ),
  'invoices-overdue': kind(
    403,
    'Сыйақы шоты төленгенге дейін жаңа тапсырма орналастыра алмайсыз; орналастырылғандары бұрынғыша жалғасады. Қайсысы, қанша және қайда төлеу керегі: invoices пен payTo',
    'До оплаты счёта за вознаграждение новые задания размещать нельзя, уже размещённые идут как прежде. Какие счета, сколько и куда платить: invoices и payTo',
    'Until the invoice of the fee is paid, you can post no new tasks; those that are posted go on. Which invoices, how much and where to pay: see invoices and payTo.',
  ),
  'hook-refused': kind(
    403,
    'Хабарламаның қолтаңбасы не уақыты дұрыс емес',
    'Подпись или время уведомления неверны',
    'The signature or the timestamp of this webhook is wrong.',
  ),
  'not-found': kind(404, 'Табылмады немесе қолжетімділік жоқ', 'Не найдено или нет доступа', 'Not found, or no access.'),
  'not-anchored': kind(
    404,
    'Бұл оқиға әлі журналға енгізілмеген: бір сағаттан кейін қайта сұраңыз',
    'Это событие ещё не внесено в журнал: запросите снова через час',
    'This event is not in the log yet. Ask again in an hour.',
  ),
  'method-not-allowed': kind(405, 'Мұнда бұл әдіс жоқ', 'Такого метода здесь нет', 'This address does not support the method.'),
  erased: kind(
    410,
    'Деректердің сақталу мерзімі біткен, олар өшірілген: тарап Аккаунтын жапқан. Тек хеші қалды',
    'Срок хранения истёк, данные стёрты: Аккаунт стороны закрыт. Остался только хеш',
    'The term of keeping is over and the data are erased, because the account of a party is closed. Only the hash is left.',
  ),
  'stream-forgotten': kind(
    410,
    'Бұл орыннан кейінгі оқиғалардың бір бөлігі енді сақталмайды: тізімдерді қайта оқып, after=now мәнінен жалғастырыңыз',
    'Часть событий после этого места уже не хранится: прочитайте списки заново и продолжайте с after=now',
    'Some of what came after this place is not kept any more. Read the lists again and go on from after=now.',
  ),
  'not-in-this-state': kind(
    409,
    'Қазіргі күйде мұны істеуге болмайды: не істеуге болатыны commands өрісінде',
    'В этом состоянии так нельзя: что можно, названо в commands',
    'This command is not possible in the current state. The possible ones are listed in commands.',
  ),
  'qualification-missing': kind(
    409,
    'Тапсырма расталған біліктілікті талап етеді: missing атаған санаттарға құжатты POST /v1/qualifications арқылы мәлімдеп, Оператор растағаннан кейін қайталаңыз',
    'Задание требует подтверждённой квалификации: заявите документ для категорий из missing через POST /v1/qualifications и повторите, когда Оператор его подтвердит',
    'The task requires a proved qualification. Declare a document for the categories in missing by POST /v1/qualifications, and repeat once the operator has approved it.',
  ),
  'body-too-large': kind(
    413,
    'Сұрау денесі 64 КиБ-тан, ал файл 16 МиБ-тан үлкен болмауы керек',
    'Тело запроса не может быть больше 64 КиБ, а файл – больше 16 МиБ',
    'A body may have 64 KiB at most, and a file 16 MiB.',
  ),
  'unsupported-media-type': kind(
    415,
    'Content-Type: application/json жіберіңіз, файл үшін: application/pdf',
    'Отправьте Content-Type: application/json, для файла: application/pdf',
    'Send Content-Type: application/json, for a file application/pdf.',
  ),
  'rule-refused': kind(422, 'Бұл әрекетке рұқсат жоқ', 'Это действие не допускается', 'This is not allowed.'),
  'requisites-missing': kind(
    422,
    'Құжаттарға деректемелер жетіспейді: missing атаған өрістерді PUT /v1/accounts/me/requisites арқылы толтырып, қайталаңыз; екінші тараптың деректемелерін өзі толтырады',
    'Для документов не хватает реквизитов: укажите поля из missing через PUT /v1/accounts/me/requisites и повторите; реквизиты другой стороны указывает она сама',
    'Papers lack requisites. Set the fields listed in missing by PUT /v1/accounts/me/requisites and repeat; the other party sets its own.',
  ),
  'key-reused': kind(
    422,
    'Бұл Idempotency-Key басқа сұрау үшін қолданылған: жаңасын алыңыз',
    'Этот Idempotency-Key уже был у другого запроса: возьмите новый',
    'This Idempotency-Key was used for another request. Use a new one.',
  ),
  'too-many-requests': kind(
    429,
    'Сұраулар тым көп: Retry-After секунд күтіңіз',
    'Слишком много запросов: подождите Retry-After секунд',
    'Too many requests. Wait for the seconds in Retry-After.',
  ),
  'too-many-streams': kind(
    429,
    'Ашық ағындар тым көп: біреуін жабыңыз не кейінірек қайталаңыз',
    'Открыто слишком много потоков: закройте один из них или повторите позже',
    'Too many streams are open. Close one, or try again later.',
  ),
  'quota-used': kind(
    429,
    'Шек таусылды: quota мен most өрістерін қараңыз, Retry-After секундтан кейін қайталаңыз немесе бір сұрауда азырақ сұраңыз',
    'Предел исчерпан: смотрите quota и most, повторите через Retry-After секунд или запросите меньше за один раз',
    'The limit is used up: see quota and most. Repeat after the seconds in Retry-After, or ask for less at once.',
  ),
  'proof-of-work-needed': kind(
    429,
    'Осы нөмірден не осы желіден әрекет тым көп болды: work тапсырмасын шешіп, Proof-Of-Work тақырыбымен қайталаңыз немесе Retry-After секунд күтіңіз. Таныс құрылғыдан бұл қажет емес',
    'С этим номером или из этой сети было слишком много попыток: решите задание work и повторите с заголовком Proof-Of-Work или подождите Retry-After секунд. С известного устройства этого не требуется',
    'There were too many tries with this number or from this network. Solve the challenge in work and repeat with the header Proof-Of-Work, or wait for the seconds in Retry-After. A known device needs neither.',
  ),
  'statement-too-long': kind(
    422,
    'Үзінді көшірме PDF үшін тым ұзын: кезеңді қысқартыңыз немесе GET /v1/statement.csv файлын алыңыз, онда шек жоқ',
    'Выписка слишком длинная для PDF: сократите период или возьмите файл GET /v1/statement.csv, у него предела нет',
    'The statement is too long for a PDF. Name a shorter period, or take the file GET /v1/statement.csv, which has no limit.',
  ),
  internal: kind(
    500,
    'Ішкі қате: кейінірек сол кілтпен қайталаңыз',
    'Внутренняя ошибка: повторите позже с тем же ключом',
    'Something went wrong on our side. Retry with the same Idempotency-Key.',
  ),
  'code-not-sent': kind(
    503,
    'СМС жіберілмеді: сәл кейінірек жаңа код сұраңыз немесе құпиясөзбен не авторландырылған құрылғыдан кіріңіз',
    'СМС не отправлена: запросите новый код чуть позже или войдите по паролю либо с авторизованного устройства',
    'The SMS was not sent. Request a new code later, or log in by password or from an authorised device.',
  ),
  'signature-service-away': kind(
    503,
    'Сертификатты тексеретін қызмет жауап бермейді, сондықтан ЭЦҚ қабылданған жоқ және ештеңе өзгерген жоқ: бірнеше минуттан кейін сол кілтпен қайталаңыз',
    'Служба проверки сертификатов не отвечает, поэтому ЭЦП не принята и ничего не изменилось: повторите с тем же ключом через несколько минут',
    'The service that checks certificates does not answer, so the signature was not accepted and nothing has changed. Repeat with the same Idempotency-Key in a few minutes.',
  ),
  'qr-service-away': kind(
    503,
    'Құжатты eGov Mobile-ға жеткізетін қызмет жауап бермейді, сондықтан QR-код берілген жоқ және ештеңе өзгерген жоқ: кодты сәл кейінірек сұраңыз немесе ЭЦҚ файлын жүктеңіз',
    'Служба, которая передаёт документ в eGov Mobile, не отвечает, поэтому QR-код не выдан и ничего не изменилось: запросите код чуть позже или загрузите файл ЭЦП',
    'The service that carries documents to eGov Mobile does not answer, so there is no QR code and nothing has changed. Ask for a code a little later, or upload a signature (CMS).',
  ),
  'record-damaged': kind(
    503,
    'Бұл істің жазбасы дәлелдерімен сәйкес келмейді, сондықтан ол тоқтатылды. Ештеңе өзгерген жоқ, Операторға хабарланды: сіз ештеңе істемейсіз.',
    'Запись этого дела не сходится с его доказательствами, поэтому дело остановлено. Ничего не изменилось, Оператор извещён: от вас ничего не требуется.',
    'The record of this matter does not match its evidence, so the matter is stopped. Nothing was changed, and the operator was told. You need do nothing.',
  ),
  unavailable: kind(
    503,
    'Қазір қолжетімсіз: сол кілтпен қайталаңыз, ештеңе екі рет жасалмайды',
    'Сейчас недоступно: повторите с тем же ключом, дважды ничего не произойдёт',
    'Temporarily unavailable. Retry with the same Idempotency-Key: nothing is done twice.',
  ),
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Rules about accounts and texts, which no chart knows. */
export const RULES = {
  undecidedQualificationsAreFew: {
    kk: 'Мәлімдеген біліктіліктеріңіз Оператордың шешімін күтуде: шешімді күтіңіз немесе біреуін қайтарып алыңыз.',
    ru: 'Заявленные вами квалификации ещё ждут решения Оператора: дождитесь его или отзовите одну из них.',
    en: 'Too many of your qualifications wait for a decision of the operator. Wait for it, or withdraw one of them.',
  },
  startIsRecorded: {
    kk: 'Бұл тапсырма бойынша сіздің кешігуіңіз немесе келмеуіңіз жазылмаған, сондықтан қарсылық білдіретін ештеңе жоқ. Жазбалар GET /v1/accounts/me/starts тізімінде.',
    ru: 'По этому заданию не записано вашего опоздания или неявки, поэтому возражать не против чего. Записи – в списке GET /v1/accounts/me/starts.',
    en: 'No late start or no-show of yours is recorded for this task, so there is nothing to object to. GET /v1/accounts/me/starts lists the records.',
  },
  openObjectionsAreFew: {
    kk: 'Қарсылықтарыңыз әлі шешілмеді: шешімді күтіңіз немесе біреуін қайтарып алыңыз.',
    ru: 'По вашим возражениям ещё нет решений: дождитесь их или отзовите одно из возражений.',
    en: 'Too many of your objections are not decided yet. Wait for a decision, or withdraw one of them.',
  },
  threadIsOpen: {
    kk: 'Бұл адамға мұнда қазір жаза алмайсыз: хат алмасу тапсырма орналастырылып, өтінім күшінде тұрғанда, ал қабылдағаннан кейін тапсырма аяқталып, threadOpenDaysAfterEnd күн өткенше ашық. Даудың хат алмасуы дау аяқталғанша ашық.',
    ru: 'Писать этому человеку здесь сейчас нельзя: переписка открыта, пока задание размещено и отклик в силе, а после принятия — пока не прошло threadOpenDaysAfterEnd дней после конца задания. Переписка спора открыта, пока он идёт.',
    en: 'You cannot write to this person here now. A thread is open while the task is posted and the response stands; after acceptance, until threadOpenDaysAfterEnd days after the end of the task. The thread of a dispute is open as long as the dispute.',
  },
  onlyOfDeals: {
    kk: 'Аккаунт тоқтатыла тұрды: тек қабылданған тапсырмалар мен даулар бойынша жаза аласыз.',
    ru: 'Аккаунт приостановлен: писать можно только о принятых заданиях и о спорах.',
    en: 'The account is suspended. You can write only about tasks that were accepted and about disputes.',
  },
  addresseeIsNamed: {
    kk: 'Кімге жазатыныңызды to өрісінде көрсетіңіз: өтінім берген орындаушы.',
    ru: 'Назовите в поле to, кому вы пишете: исполнителя, который откликнулся.',
    en: 'Name in `to` whom you write to: a contractor who has responded.',
  },
  messageIsOwn: {
    kk: 'Тек өз хабарламаңызды, ол қайтарып алынбай тұрып, өзгерте аласыз. message өрісінде оның нөмірін көрсетіңіз.',
    ru: 'Изменить можно только своё сообщение, пока оно не отозвано. Укажите в message его номер.',
    en: 'Only your own message can be changed, and only until it is withdrawn. Name its number in message.',
  },
  documentIsWhole: {
    kk: 'Сақталған құжат берілген құжаттың өзі емес, сондықтан оған қол қойылмады және ол расталмады. Қолдау қызметіне жазыңыз.',
    ru: 'Сохранённый документ не тот, что был выдан, поэтому он не подписан и не подтверждён. Напишите в поддержку.',
    en: 'The stored document is not the one that was issued, so nothing was signed or confirmed. Please write to support.',
  },
  signerMaySign: {
    kk: 'Сертификат иесінің өкілеттігі әрекет жасалған сәтте өзгерді. Реквизиттеріңізді тексеріп, қайталаңыз.',
    ru: 'Полномочия владельца сертификата изменились, пока подпись проверялась. Проверьте реквизиты и повторите.',
    en: 'The powers of the owner of the certificate changed while the signature was checked. Look at your requisites and repeat.',
  },
  payableThroughPlatform: {
    kk: 'Режимсіз жеке тұлғаға компания мен кәсіпкер Платформа арқылы төлемейді: салық агенті — олардың өздері. Тікелей төленетін тапсырма орналастырыңыз немесе орындаушы режимін растасын.',
    ru: 'Физическому лицу без режима компания и предприниматель через Платформу не платят: налоговый агент — они сами. Разместите задание с прямой оплатой, или пусть исполнитель подтвердит режим.',
    en: 'A company or an entrepreneur does not pay a natural person without a regime through the platform, because it is the tax agent itself. Post a task that is paid directly, or let the contractor prove a regime.',
  },
  repeatsAreLeft: {
    kk: 'Бұл әрекет осы іс бойынша ең көп рет жасалды. Екінші тараппен тікелей келісіңіз; Пайдаланушы қолдау қызметіне жаза алады.',
    ru: 'Это действие здесь уже сделано наибольшее число раз. Договоритесь с другой стороной напрямую; Пользователь может написать в поддержку.',
    en: 'This was done here as often as it may be. Settle it with the other party directly; a user may contact support.',
  },
  sidesMayDeal: {
    kk: 'Тараптардың бірінің Аккаунты тоқтатыла тұрғанда борыш Платформа арқылы төленбейді: тікелей төлеп, төлем туралы хабарлаңыз.',
    ru: 'Пока Аккаунт одной из сторон приостановлен, долг нельзя оплатить через Платформу: заплатите напрямую и сообщите об оплате.',
    en: 'While the account of one of the parties is suspended, the debt cannot be paid through the platform. Pay directly, and report it.',
  },
  consentIsCurrent: {
    kk: 'Дербес деректерді өңдеуге келісімнің мәтіні жаңарған: POST /v1/personal-data/consent арқылы оқып, соның хэшін жіберіңіз.',
    ru: 'Текст согласия на обработку персональных данных обновился: прочтите POST /v1/personal-data/consent и отправьте его хэш.',
    en: 'The text of the consent to personal data processing has changed. Read POST /v1/personal-data/consent and send its hash.',
  },
  identityIsProvedElsewhere: {
    kk: 'Бұл ЖСН/БСН-ді басқа Аккаунт растаған. Екі құжатты да қараңыз: алдымен қате растауды қайтарып алыңыз, немесе мына құжаттарды қабылдамаңыз.',
    ru: 'Этот ИИН/БИН уже подтвердил другой Аккаунт. Рассмотрите оба документа: сначала отзовите ошибочное подтверждение или не принимайте эти документы.',
    en: 'Another account has proved this IIN or BIN. Look at both documents: first withdraw the wrong proof, or refuse these documents.',
  },
  emailCodeIsRight: {
    kk: 'Код дұрыс емес, мерзімі өткен, қолданылған немесе әрекеттер саны таусылды. Хаттағы соңғы кодты енгізіңіз немесе жаңасын сұраңыз.',
    ru: 'Код неверен, просрочен, уже использован или попытки закончились. Введите код из последнего письма или запросите новый.',
    en: 'The code is wrong, expired or used, or no tries are left. Enter the code of the last letter, or ask for a new one.',
  },
  addressIsNotRefused: {
    kk: 'Бұл мекенжайдың иесі осы Аккаунттан хат алғысы келмейді: басқасын көрсетіңіз.',
    ru: 'Владелец этого адреса отказался от писем об этом Аккаунте: укажите другой.',
    en: 'The owner of this address wants no letters about this account. Name another one.',
  },
  accountIsOfAnother: {
    kk: 'Бұл Аккаунттың артында өзіңіз тұрсыз: ол бойынша Оператордың басқа өкілі шешім қабылдайды.',
    ru: 'За этим Аккаунтом стоите вы сами: решение по нему принимает другой представитель Оператора.',
    en: 'You stand behind this account yourself. Another member of staff decides about it.',
  },
  personIsOfAnother: {
    kk: 'Бұл өтінім өзіңізге не өзіңіз өкілі болып табылатын Аккаунтқа қатысты: ол бойынша Оператордың басқа өкілі шешім қабылдайды.',
    ru: 'Этот запрос касается вас самих или Аккаунта, который вы представляете: решение по нему принимает другой представитель Оператора.',
    en: 'This request concerns yourself, or an account that you act for. Another member of staff decides about it.',
  },
  administratorsDecide: {
    kk: 'Оператор өкілінің нөмірі туралы тек әкімшілер шешім қабылдайды.',
    ru: 'О номере представителя Оператора решают только администраторы.',
    en: 'Only administrators decide about the number of a member of staff.',
  },
  invitationsToPersonAreLeft: {
    kk: 'Бұл нөмірге қазір шақыру жіберуге болмайды: кейінірек қайталаңыз.',
    ru: 'Сейчас на этот номер нельзя отправить приглашение: повторите позже.',
    en: 'This number cannot be invited now. Please try later.',
  },
  membershipsAreLeft: {
    kk: 'Сіз тым көп Аккаунттың өкілісіз. Алдымен бірінен шығыңыз.',
    ru: 'Вы представляете слишком много Аккаунтов. Сначала выйдите из какого-нибудь.',
    en: 'You act for too many accounts. Leave one of them first.',
  },
  nameIsFree: {
    kk: 'Бұл атау Операторға тиесілі не соған ұқсайды: басқасын көрсетіңіз.',
    ru: 'Это имя принадлежит Оператору или похоже на его имя: укажите другое.',
    en: "This name belongs to the operator or looks like the operator's. Choose another one.",
  },
  statementIsCurrent: {
    kk: 'Қосылу туралы өтініштің мәтіні жаңарған: GET /v1/offer/statement арқылы оқып, соның хэшін жіберіңіз.',
    ru: 'Текст заявления о присоединении обновился: прочтите GET /v1/offer/statement и отправьте его хэш.',
    en: 'The text of the accession statement has changed. Read GET /v1/offer/statement and send its hash.',
  },
  statementIsSigned: {
    kk: 'Қосылу туралы өтінішке электрондық цифрлық қолтаңба (ЭЦҚ) қойылуы керек: GET /v1/offer/statement мәтініне қол қойып, CMS файлын cms өрісінде жіберіңіз.',
    ru: 'Заявление о присоединении нужно подписать электронной цифровой подписью (ЭЦП): подпишите текст GET /v1/offer/statement и отправьте CMS в поле cms.',
    en: 'The accession statement has to be signed with an electronic signature: sign the text of GET /v1/offer/statement and send the CMS as cms.',
  },
  accedesWhoMayAct: {
    kk: 'Компания атынан офертаны өкілеттігі қолданыстағы өкіл қабылдайды: деректемелерде көрсетілген өкіл кірсін немесе PUT /v1/accounts/me/requisites арқылы өзіңізді өкіл ретінде көрсетіңіз.',
    ru: 'От имени компании оферту принимает представитель с действующими полномочиями: пусть войдёт тот, кто указан в реквизитах, или укажите себя представителем через PUT /v1/accounts/me/requisites.',
    en: 'For a company a representative whose powers hold accepts the offer. Let one who is named in the requisites log in, or name yourself by PUT /v1/accounts/me/requisites.',
  },
  checkboxIsTheirs: {
    kk: 'Белгінің дәл сөздері қажет: «Я принимаю условия публичной оферты».',
    ru: 'Нужны точные слова отметки: «Я принимаю условия публичной оферты».',
    en: 'Send the exact words of the checkbox: «Я принимаю условия публичной оферты».',
  },
  revisionIsInForce: {
    kk: 'Бұл редакция күшінде емес: GET /v1/offer қазіргісін береді.',
    ru: 'Эта редакция не действует: действующую даёт GET /v1/offer.',
    en: 'This revision is not in force. GET /v1/offer returns the one that is.',
  },
  invitedAreContractors: {
    kk: 'Шақырылғандардың бәрі орындаушы ретінде тіркелмеген. Тізімді түзетіңіз.',
    ru: 'Не все приглашённые зарегистрированы исполнителями. Исправьте список.',
    en: 'Not everyone invited is registered as a contractor. Correct the list.',
  },
  termsAreWithinBounds: {
    kk: 'Тапсырманың кейбір талаптары рұқсат етілген шектен шығады. Шектері мынадай.',
    ru: 'Некоторые условия задания выходят за допустимые пределы. Пределы такие.',
    en: 'Some terms of the task are outside their bounds. The bounds are these.',
  },
  savedSearchesAreBounded: {
    kk: 'Бұдан көп іздеу сақталмайды: алдымен біреуін жойыңыз.',
    ru: 'Больше поисков не хранится: сначала удалите один из них.',
    en: 'No more searches are kept. Delete one first.',
  },
  tiesAreBounded: {
    kk: 'Тізімде бұдан көп Аккаунт сақталмайды: алдымен біреуін алып тастаңыз.',
    ru: 'Больше Аккаунтов в этом списке не хранится: сначала уберите один из них.',
    en: 'The list keeps no more accounts. Remove one first.',
  },
  partiesDealWithEachOther: {
    kk: 'Бұл тараптар бір-бірімен мәміле жасамайды: тараптардың бірі екіншісін бұғаттаған. Басқа тарапты таңдаңыз.',
    ru: 'Эти стороны не заключают сделок друг с другом: одна из них заблокировала другую. Выберите другую сторону.',
    en: 'These parties make no deals with each other, because one has blocked the other. Choose another party.',
  },
  partiesAreTwoPeople: {
    kk: 'Екі Аккаунттың артында бір адам тұр: өзімен-өзі мәміле жасауға болмайды. Басқа тарапты таңдаңыз.',
    ru: 'За обоими Аккаунтами стоит одно и то же лицо: сделка с самим собой невозможна. Выберите другую сторону.',
    en: 'The same person stands behind both accounts, and nobody can make a deal with themselves. Choose another party.',
  },
  standsInRegister: {
    kk: 'Бұл айдың тізілімінде мұндай жол жоқ, немесе одан көп қайтарылмақ. Аккаунт пен соманы тізіліммен салыстырыңыз.',
    ru: 'В реестре этого месяца нет такой строки, или она меньше возврата. Сверьте Аккаунт и сумму с реестром.',
    en: 'The register of this month has no such line, or it is less than what came back. Compare account and sum with the register.',
  },
  transferIsUnpaid: {
    kk: 'Бұл айдың барлық төлемі аударылған: банкке берілетін тапсырма жоқ.',
    ru: 'Все платежи этого месяца перечислены: поручений для банка нет.',
    en: 'All payments of this month are transferred: there is no order for the bank.',
  },
  operatorBankIsNamed: {
    kk: 'Оператордың банк шоты берілмеген: OPERATOR_BANK, OPERATOR_BIK, OPERATOR_IBAN, OPERATOR_KBE және OPERATOR_KNP параметрлерін орнатыңыз.',
    ru: 'Счёт Оператора в банке не задан: установите OPERATOR_BANK, OPERATOR_BIK, OPERATOR_IBAN, OPERATOR_KBE и OPERATOR_KNP.',
    en: "The operator's bank account is not set: set OPERATOR_BANK, OPERATOR_BIK, OPERATOR_IBAN, OPERATOR_KBE and OPERATOR_KNP.",
  },
  onePlaceOfPost: {
    kk: 'Сіз бұл жарияланымның бір орнын алғансыз: бір орындаушы бір ғана орын алады.',
    ru: 'Вы уже заняли одно место этого размещения: один исполнитель занимает одно место.',
    en: 'You have taken a place of this post already. A contractor takes one place.',
  },
  costsOfLeaving: {
    kk: 'Нақты шығындарды екінші тарап негізсіз бас тартқаннан кейін және белгіленген мерзім ішінде ғана талап етуге болады.',
    ru: 'Фактические расходы заявляют, когда другая сторона отказалась без основания, и в установленный срок.',
    en: 'Actual costs are claimed where the other side left without a ground, and within the term for it.',
  },
  dayOfEventIsPossible: {
    kk: 'Оқиға күні Аккаунт ашылған күннен бері және бүгіннен кешіктірілмей көрсетіледі.',
    ru: 'День события: не раньше дня, в который открыт Аккаунт, и не позже сегодняшнего.',
    en: 'Name a day of the event that is no earlier than the day of the account, and no later than today.',
  },
  answersAreCurrent: {
    kk: 'Дәл қазір осы Пайдаланушының басқа кінәрат-талабы бойынша сома танылды. 6.2-тармақ шегінен қалғанын қайта қарап, қайталаңыз.',
    ru: 'Только что по другой претензии этого Пользователя признана сумма. Посмотрите, что осталось от предела пункта 6.2, и повторите.',
    en: 'A sum was admitted in another claim of this user just now. Look at what is left of the limit of 6.2, and repeat.',
  },
  claimStandsAlone: {
    kk: 'Тапсырма аяқталған: ол бойынша кінәрат-талапты бөлек қойыңыз, POST /v1/disputes (9.1-тармақ).',
    ru: 'Задание завершено: претензию по нему заявите отдельно, POST /v1/disputes (пункт 9.1).',
    en: 'The task has ended. Make the claim separately, by POST /v1/disputes (9.1).',
  },
  taskHadContractor: {
    kk: 'Тапсырманы ешкім қабылдаған жоқ: кінәрат-талап қоятын екінші тарап жоқ.',
    ru: 'Задание никто не принимал: нет второй стороны, к которой обращена претензия.',
    en: 'The task was never accepted, so there is no other party to claim against.',
  },
  offerHasClauses: {
    kk: 'Мәтінде нөмірленген тармақтар жоқ немесе бір нөмір екі рет кездеседі.',
    ru: 'В тексте нет нумерованных пунктов или номер встречается дважды.',
    en: 'The text has no numbered clauses, or a number occurs twice.',
  },
  offerNamesItsDay: {
    kk: 'Мәтінде күшіне енудің басқа күні жазылған: мәтіндегі күн мен inForceFrom бірдей болуы керек.',
    ru: 'В тексте назван другой день вступления в силу: день в тексте и inForceFrom должны совпадать.',
    en: 'The text names another day on which it comes into force. The day in the text and inForceFrom must be the same.',
  },
  orderIsForTheGround: {
    kk: 'Бұл негіз бойынша сомалар тоқтатыла тұрмайды: актіні көрсетпеңіз.',
    ru: 'По этому основанию суммы не приостанавливаются: не указывайте акт органа.',
    en: 'No sums are stopped on this ground. Leave the order out.',
  },
  orderIsOfThePast: {
    kk: 'Актінің күні әлі келген жоқ.',
    ru: 'Дата акта ещё не наступила.',
    en: 'The date of the order has not come yet.',
  },
  nothingElseIsProposed: {
    kk: 'Бұл туралы басқа ұсыныс шешім күтуде: алдымен ол бойынша шешім қабылданады.',
    ru: 'Об этом уже внесено другое предложение, оно ждёт решения: сначала решите его.',
    en: 'Another proposal about this waits for a decision. Decide that one first.',
  },
  bothAreInOffice: {
    kk: 'Ұсынған немесе растайтын өкілдің қазір бұған рөлі жоқ. Ұсынысты қабылдамай, жаңасын енгізіңіз.',
    ru: 'У того, кто внёс предложение, или у того, кто его подтверждает, сейчас нет нужной роли. Отклоните предложение и внесите новое.',
    en: 'The one who proposed it, or the one who confirms it, does not have the role now. Refuse the proposal and make a new one.',
  },
  personHasNoStaffAccount: {
    kk: 'Бұл адамда Оператор өкілінің Аккаунты бар: бір адамда бір ғана осындай Аккаунт болады.',
    ru: 'У этого человека уже есть Аккаунт представителя Оператора: у одного человека он один.',
    en: 'This person has an account of the staff already. One person has one.',
  },
  secondPersonDecides: {
    kk: 'Ұсынысты оны енгізген адам емес, Оператордың басқа өкілі шешеді: сол адамның басқа Аккаунты жарамайды.',
    ru: 'Предложение решает не тот, кто его внёс, а другой представитель Оператора: другой Аккаунт того же человека не подходит.',
    en: 'A proposal is decided by another member of staff than the one who made it. Another account of the same person does not count.',
  },
  ownPapersAreLeft: {
    kk: 'Бұл тапсырма бойынша жіберуге болатын құжаттар саны таусылды. Бұл құжатты платформадан тыс рәсімдеңіз, ал келесі жолы бірнеше құжатты бір PDF-ке біріктіріңіз.',
    ru: 'По этому заданию уже направлено столько документов, сколько можно. Этот оформите вне платформы, а в следующий раз объедините несколько документов в один PDF.',
    en: 'As many papers as allowed were sent in this task already. Settle this one outside of the platform, and next time put several documents into one PDF.',
  },
  paperWaitsAlready: {
    kk: 'Дәл осы файл осы тапсырмада қол қоюды немесе растауды күтіп тұр. Соған қол қойыңыз не оны растаңыз немесе алдымен қайтарып алыңыз.',
    ru: 'Точно такой файл в этом задании уже ждёт подписи или подтверждения. Подпишите или подтвердите его либо сначала отзовите.',
    en: 'The very same file awaits signatures or confirmations in this task already. Sign or confirm that one, or withdraw it first.',
  },
  offerIsNew: {
    kk: 'Бұл мәтін басқа күннен бастап жарияланып қойған.',
    ru: 'Этот текст уже опубликован с другой датой.',
    en: 'This text is already published with another date.',
  },
  offerGivesNotice: {
    kk: 'Редакция жарияланғаннан кейін белгіленген күндер өткенде ғана күшіне енеді: кейінгі күнді көрсетіңіз.',
    ru: 'Редакция вступает в силу не раньше установленного числа дней после публикации: укажите более поздний день.',
    en: 'A revision comes into force no earlier than the set number of days after its publication. Name a later day.',
  },
  offerComesLater: {
    kk: 'Редакция соңғы жарияланғанынан кейінгі күннен бастап күшіне енуі керек.',
    ru: 'Редакция должна вступать в силу позже последней опубликованной.',
    en: 'A revision must come into force later than the last published one.',
  },
  planIsOffered: {
    kk: 'Бұл тариф сізге ұсынылмаған: GET /v1/tariffs тізімінен немесе сізге жеке ұсынылғандардан таңдаңыз.',
    ru: 'Такой тариф вам не предложен: выберите из GET /v1/tariffs или из предложенных вам индивидуально.',
    en: 'This plan is not offered to you. Choose one of GET /v1/tariffs, or individual terms that were offered to you.',
  },
  statementIsOurs: {
    kk: 'Үзінді көшірме басқа шот бойынша: Оператордың өз шоты бойынша үзінді көшірмені енгізіңіз.',
    ru: 'Выписка по другому счёту: внесите выписку по счёту Оператора.',
    en: 'This is a statement of another account. Import one of the operator’s account.',
  },
  statementIsRead: {
    kk: 'Үзінді көшірме оқылмады: line көрсеткен жолды, пішінді және қалдықтардың жазбалармен сәйкестігін тексеріңіз.',
    ru: 'Выписка не прочитана: проверьте строку line, формат и то, что остатки сходятся с записями.',
    en: 'The statement is not read. Check the line that `line` names, the format, and that the balances agree with the entries.',
  },
  monthIsReady: {
    kk: 'Айды жабуға кедергі бар: obstacles атағандарды реттеп, қайталаңыз.',
    ru: 'Закрыть месяц мешает незавершённое: завершите перечисленное в obstacles и повторите.',
    en: 'Something stands in the way of closing the month. Settle what obstacles list, and try again.',
  },
  orderIsReleased: {
    kk: 'Файл тапсырма жіберілгеннен кейін ғана бар: оны жасаған адам емес, басқасы жібереді.',
    ru: 'Файл появляется, когда поручение отправлено: это делает не тот, кто его составил.',
    en: 'The file is there once the order is released: another person than the one who made it does that.',
  },
  filesAreUsable: {
    kk: 'Аталған файлдардың бірі сіздікі емес, әлі тексерілуде немесе қабылданбаған. GET /v1/files/{id} арқылы күйін қарап, тексерілген өз файлдарыңызды ғана көрсетіңіз.',
    ru: 'Один из названных файлов не ваш, ещё проверяется или не принят. Посмотрите его состояние, GET /v1/files/{id}, и назовите только свои проверенные файлы.',
    en: 'One of the files is not yours, is still being checked, or was refused. Look at its state by GET /v1/files/{id}, and name only checked files of your own.',
  },
  filesAreFew: {
    kk: 'Бір әрекетке мұнша файл тіркеуге болмайды. Азырақ файл тіркеңіз.',
    ru: 'К одному действию нельзя приложить столько файлов. Приложите меньше.',
    en: 'So many files cannot be attached to one act. Attach fewer.',
  },
  filesAreImages: {
    kk: 'Мұнда тек суреттерді көрсетуге болады: JPEG, PNG немесе WebP.',
    ru: 'Здесь можно назвать только изображения: JPEG, PNG или WebP.',
    en: 'Only images can be named here: JPEG, PNG or WebP.',
  },
  skillsAreFew: {
    kk: 'Бір профильде мұнша дағды болмайды. Азырақ көрсетіңіз.',
    ru: 'В одном профиле не может быть столько навыков. Укажите меньше.',
    en: 'A profile cannot have so many skills. Name fewer.',
  },
  placesAreFew: {
    kk: 'Бір профильде мұнша орын болмайды. Азырақ көрсетіңіз немесе облысты атаңыз.',
    ru: 'В одном профиле не может быть столько мест. Укажите меньше или назовите область.',
    en: 'A profile cannot have so many places. Name fewer, or name a region.',
  },
  uploadIsOpen: {
    kk: 'Жүктеудің мерзімі аяқталды немесе ол басқа сұраумен аяқталды. Файлды қайта жүктеңіз.',
    ru: 'Срок загрузки истёк или её завершил другой запрос. Загрузите файл заново.',
    en: 'The upload has expired, or another request ended it. Upload the file anew.',
  },
  payoutsWait: {
    kk: 'Банк арқылы төленетін ешбір төлем кезекте тұрған жоқ.',
    ru: 'Ни одна выплата через банк не ждёт очереди.',
    en: 'No payout by the bank waits for an order.',
  },
  moneyIsAtBank: {
    kk: 'Есеп бойынша банк шотында бұл төлемдерге ақша жетпейді. Төлем ұйымынан түскен ақшаның үзінді көшірмесін енгізіп, оны есеп айырысу деп белгілеңіз.',
    ru: 'По учёту на счёте в банке не хватает денег на эти выплаты. Внесите выписку с поступлением от платёжной организации и отметьте его как расчёт с ней.',
    en: 'By the books the bank account has too little for these payouts. Import the statement with what came from the payment provider, and mark it as its settlement.',
  },
  monthIsAsSeen: {
    kk: 'Айдың есеп деректері сіз көргеннен кейін өзгерді: айды қайта қарап, жаңа totals мәнімен жабыңыз.',
    ru: 'Данные месяца изменились после того, как вы их видели: просмотрите месяц ещё раз и закройте с новым значением totals.',
    en: 'The books of the month have changed since you saw them. Read the month again and close it with the new totals.',
  },
  monthIsOpen: {
    kk: 'Бұл күннің айы жабық. Ақша сол күні түскен болса, айды қайта ашуды ұсыныңыз (екі өкіл ашады), содан кейін енгізіп, айды қайта жабыңыз.',
    ru: 'Месяц этого дня закрыт. Если деньги поступили именно тогда, предложите открыть месяц заново (открывают двое), внесите их и закройте месяц снова.',
    en: 'The month of this day is closed. If money came on that day, propose to open the month again (two persons do), record it, and close the month again.',
  },
  firstIsRegistered: {
    kk: 'Алдымен айдың негізгі электрондық шот-фактурасының тіркеу нөмірін белгілеңіз: қосымшасы соған сілтейді.',
    ru: 'Сначала отметьте регистрационный номер основного ЭСФ этого счёта: дополнительный ссылается на него.',
    en: 'First record the number of the main tax invoice of this invoice: the additional one refers to it.',
  },
  providerHoldsIt: {
    kk: 'Кітаптар бойынша төлем ұйымында мұнша ақша жоқ. Ұйымды, соманы және оның комиссиясын тексеріңіз; ол жинаған ақша туралы хабар келмеген болса, түнгі салыстырудан кейін қайталаңыз.',
    ru: 'По книгам у платёжной организации нет таких денег. Проверьте организацию, сумму и её комиссию; если о собранных ею деньгах ещё не сообщено, повторите после ночной сверки.',
    en: 'By the books the payment provider does not hold so much. Check the provider, the sum and its fee; if it has not told of what it collected yet, repeat this after the nightly reconciliation.',
  },
  accountIsCustomer: {
    kk: 'Мұндай тапсырыс берушінің Аккаунты жоқ: тапсырыс берушінің Аккаунтын көрсетіңіз.',
    ru: 'Такого Аккаунта заказчика нет: укажите Аккаунт заказчика.',
    en: 'There is no such account of a customer. Name the account of a customer.',
  },
  tariffHasStandardPlan: {
    kk: 'Тарифтер арасында standard жоспары жоқ: ол жоспар таңдамағандарға қолданылады.',
    ru: 'Среди тарифов нет плана standard: он действует для тех, кто не выбрал план.',
    en: 'The tariffs have no plan `standard`. It holds for everybody who has chosen none.',
  },
  tariffNamesPlansOnce: {
    kk: 'Бір код екі жоспарда кездеседі: әр жоспарға өз кодын беріңіз.',
    ru: 'Один код встречается у двух планов: дайте каждому плану свой.',
    en: 'Two plans have the same code. Give each its own.',
  },
  tariffNamesExtrasOnce: {
    kk: 'Бір қосымша қызмет екі рет аталған: әрқайсысына бір баға беріңіз.',
    ru: 'Одна дополнительная услуга названа дважды: дайте каждой одну цену.',
    en: 'An extra is named twice. Give each one price.',
  },
  extraIsOffered: {
    kk: 'Бұл қызмет қазір ұсынылмайды. Тарифтер бетін қараңыз.',
    ru: 'Эта услуга сейчас не предлагается. Посмотрите страницу тарифов.',
    en: 'This extra is not offered now. See the page of tariffs.',
  },
  priceIsCurrent: {
    kk: 'Баға өзгерді. Тарифтер бетінен бүгінгі бағаны қарап, тапсырысты сол бағамен қайталаңыз.',
    ru: 'Цена изменилась. Посмотрите сегодняшнюю на странице тарифов и повторите заказ с ней.',
    en: 'The price has changed. Look at today’s price on the page of tariffs, and order again with it.',
  },
  periodIsOver: {
    kk: 'Кезең бүгіннен кеш аяқталмауы және бір жылдан аспауы керек. Күндерді түзетіңіз.',
    ru: 'Период должен заканчиваться не позже сегодняшнего дня и быть не длиннее года. Исправьте даты.',
    en: 'The period must end no later than today, and be no longer than a year. Please correct the days.',
  },
  identityIsProved: {
    kk: 'Анықтама ЖСН/БСН-і расталған адамға ғана беріледі: оны Жеке кабинетте құжатпен растаңыз (prove-identity). Бұл тегін.',
    ru: 'Справку получает только тот, чей ИИН/БИН подтверждён: подтвердите его документом в Личном кабинете (prove-identity). Это бесплатно.',
    en: 'A certificate is only for those whose IIN or BIN is proved. Prove it by a document in your cabinet (prove-identity); that is free.',
  },
  noExtraIsUnpaid: {
    kk: 'Алдыңғы тапсырысыңыз төлемді немесе құжатты күтіп тұр. Оны төлеңіз не төлемнен бас тартыңыз.',
    ru: 'Ваш прежний заказ ещё ждёт оплаты или справки. Оплатите его или отмените платёж.',
    en: 'An earlier order of yours still waits for its payment or its paper. Pay for it, or cancel that payment.',
  },
  tariffBoundsAreInOrder: {
    kk: 'Комиссияның ең аз мөлшері ең көп мөлшерінен артық.',
    ru: 'Наименьший размер комиссии больше наибольшего.',
    en: 'The least commission is above the most.',
  },
  tariffGivesNotice: {
    kk: 'Тарифтер жарияланғаннан кейін белгіленген күндер өткенде ғана күшіне енеді: кейінгі айды көрсетіңіз.',
    ru: 'Тарифы вступают в силу не раньше установленного числа дней после публикации: укажите более поздний месяц.',
    en: 'Tariffs come into force no earlier than the set number of days after their publication. Name a later month.',
  },
  tariffBeginsWithMonth: {
    kk: 'Тарифтер айдың бірінші күнінен бастап күшіне енеді.',
    ru: 'Тарифы вступают в силу с первого числа месяца.',
    en: 'Tariffs come into force on the first day of a month.',
  },
  tariffComesLater: {
    kk: 'Тарифтер соңғы жарияланғандарынан кейінгі айдан бастап күшіне енуі керек.',
    ru: 'Тарифы должны вступать в силу позже последних опубликованных.',
    en: 'Tariffs must come into force later than the last published ones.',
  },
} as const satisfies Record<string, Localized>;

export const isRule = (rule: string | undefined): rule is keyof typeof RULES => rule !== undefined && Object.hasOwn(RULES, rule);

/** The problem for such a rule. */
export const ruleOf = (rule: keyof typeof RULES, language: Language, clause = 'platform') => ({
  rule,
  clause,
  detail: RULES[rule][language],
});

/** A refusal by a precondition: a rule above, or a problem by its code. */
export const refusalBy = (rule: keyof typeof RULES | ProblemCode, clause?: string): Refusal => ({
  ...{ allowed: false, reason: 'precondition', rule },
  ...(clause !== undefined && { clause }),
});

/** Thrown to respond with a problem document. `more` is added to its standard members. `forLog` is for the log alone: the caller does not learn it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly more: Record<string, unknown>;
  readonly forLog: SecurityDetails;
  constructor(code: ProblemCode, more: Record<string, unknown> = {}, forLog: SecurityDetails = {}) {
    super(code);
    this.code = code;
    this.more = more;
    this.forLog = forLog;
  }
}

/** RFC 9457. */
export function problemDocument({ code, more }: Problem, language: Language) {
  const { status, title } = PROBLEMS[code];
  return { type: `urn:akjet:problem:${code}`, title: title[language], status, code, ...more };
}

/**
 * SQLSTATEs of a database that is away: connection, resources, operator intervention, a read-only server, and a statement or lock that waited too
 * long. A protocol violation (08P01) is a bug.
 */
const AWAY_STATES = /^(08(?!P01)|53|57|25006|25P03|55P03)/;
const AWAY_WORDS = /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|timeout|terminated|SequelizeConnection|not queryable/i;

/** Is the database away? Then either nothing happened, or a retry with the same key finds the result. */
export function isAway(error: unknown): boolean {
  const causes = [error, (error as { parent?: unknown } | undefined)?.parent, (error as { cause?: unknown } | undefined)?.cause];
  return causes.some((each) => {
    const { code = '', name = '', message = '' } = (each ?? {}) as { code?: string; name?: string; message?: string };
    return AWAY_STATES.test(code) || AWAY_WORDS.test(`${code} ${name} ${message}`);
  });
}
