/** Everything that can go wrong, in one table: status, and what to do in the languages of the users. `docs/errors.md` is made from it. */
import type { Language, Localized } from '../charts/messages.ts';

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
    'The body is not JSON: send a JSON object',
  ),
  'invalid-input': kind(
    400,
    'Сұрауда қате бар: errors атаған өрістерді түзетіңіз',
    'В запросе ошибка: исправьте поля, названные в errors',
    'The request breaks its schema: mend the fields that errors names',
  ),
  'key-missing': kind(
    400,
    'Idempotency-Key тақырыбын жіберіңіз: әр әрекетке өз мәні, қайталағанда сол мәннің өзі',
    'Отправьте заголовок Idempotency-Key: своё значение для каждого действия, при повторе то же самое',
    'Send an Idempotency-Key header: a value of your own for each act, the same when you repeat it',
  ),
  unauthenticated: kind(
    401,
    'Кіру қажет: жарамды токенмен Authorization: Bearer жіберіңіз',
    'Нужно войти: отправьте Authorization: Bearer с действующим токеном',
    'Send Authorization: Bearer with a token that is valid',
  ),
  'proof-refused': kind(
    401,
    'Расталмады: нөмір, код, құпиясөз не қол дұрыс емес, мерзімі өткен немесе қолданылған. Қайта көріңіз немесе жаңа код сұраңыз',
    'Не подтверждено: номер, код, пароль или подпись неверны, просрочены либо уже использованы. Повторите или запросите новый код',
    'Not proved: number, code, password or signature are wrong, expired or were used. Try again or ask for a new code',
  ),
  'fresh-login-needed': kind(
    403,
    'Бұл үшін жаңа ғана код немесе құпиясөзбен кірген болуыңыз керек: қайта кіріңіз',
    'Для этого нужно только что войти по коду или паролю: войдите заново',
    'This needs a login by code or password of a moment ago: log in again',
  ),
  'wrong-party': kind(403, 'Бұл әрекет басқа тарапқа тиесілі', 'Это действие другой стороны', 'This act belongs to another party'),
  'role-missing': kind(
    403,
    'Бұл әрекетке шотта рөліңіз жоқ: қажет рөлдер roles өрісінде, оларды шот иесі береді',
    'Для этого действия у вас нет роли в аккаунте: нужные роли названы в roles, их даёт владелец аккаунта',
    'You have no role in the account for this act: roles names those that may, the owner of the account gives them',
  ),
  'account-needed': kind(
    403,
    'Алдымен шотты тіркеңіз: POST /v1/accounts',
    'Сначала зарегистрируйте аккаунт: POST /v1/accounts',
    'Register an account first: POST /v1/accounts',
  ),
  'account-terminated': kind(
    403,
    'Шот жабық немесе оған қолжетімділік тоқтатылған: шағым беруге болса, ол шоттың commands өрісінде',
    'Аккаунт закрыт или доступ к нему прекращён: если это можно обжаловать, как — в commands аккаунта',
    'The account is closed or access to it was terminated: where that may be appealed, the commands of the account say how',
  ),
  'account-suspended': kind(
    403,
    'Шот тоқтатыла тұрды: жаңасын бастауға болмайды, басталғанын аяқтауға болады',
    'Аккаунт приостановлен: начинать новое нельзя, начатое можно завершить',
    'The account is suspended: nothing new may be begun, what runs may be finished',
  ),
  'commands-paused': kind(
    403,
    'Шоттың әрекеттері тоқтатыла тұрды: бөтен кіру туралы хабарланды немесе тұлға қайта сәйкестендіріліп жатыр',
    'Действия аккаунта приостановлены: сообщено о чужом доступе или идёт повторная идентификация',
    'The commands of the account are paused: foreign access was reported, or its person is being identified anew',
  ),
  'offer-not-accepted': kind(
    403,
    'Алдымен оферта шарттарын қабылдаңыз: POST /v1/offer/acceptances',
    'Сначала примите условия оферты: POST /v1/offer/acceptances',
    'Accept the offer first: POST /v1/offer/acceptances',
  ),
  'offer-not-shown': kind(
    403,
    'Офертаның жаңа редакциясы күшіне енді: GET /v1/offer арқылы танысып, POST /v1/offer/acceptances арқылы растаңыз',
    'Действует новая редакция оферты: прочтите GET /v1/offer и подтвердите ознакомление через POST /v1/offer/acceptances',
    'A new revision of the offer is in force: read GET /v1/offer and acknowledge it by POST /v1/offer/acceptances',
  ),
  'offer-declined': kind(
    403,
    'Сіз офертаның қазіргі редакциясынан бас тарттыңыз: басталғанын аяқтауға болады, жаңасын бастау үшін оны қабылдаңыз',
    'Вы отказались от действующей редакции оферты: начатое можно завершить, для нового примите её',
    "You declined the offer's present revision: what runs may be finished, for anything new accept it",
  ),
  'hook-refused': kind(
    403,
    'Хабарламаның қолы не уақыты дұрыс емес',
    'Подпись или время уведомления неверны',
    'The signature or the timestamp of this hook is not right',
  ),
  'not-found': kind(404, 'Мұнда сіз көре алатын ештеңе жоқ', 'Здесь нет ничего, что вам видно', 'There is nothing here for you to see'),
  'method-not-allowed': kind(405, 'Мұнда бұл әдіс жоқ', 'Такого метода здесь нет', 'This address has no such method'),
  'not-in-this-state': kind(
    409,
    'Қазіргі күйде мұны істеуге болмайды: не істеуге болатыны commands өрісінде',
    'В этом состоянии так нельзя: что можно, названо в commands',
    'This cannot be done in the present state: commands says what can',
  ),
  'body-too-large': kind(413, 'Сұрау денесі 64 КиБ-тан үлкен', 'Тело запроса больше 64 КиБ', 'The body is larger than 64 KiB'),
  'unsupported-media-type': kind(
    415,
    'Content-Type: application/json жіберіңіз',
    'Отправьте Content-Type: application/json',
    'Send Content-Type: application/json',
  ),
  'rule-refused': kind(
    422,
    'Ереже рұқсат бермейді: ол rule өрісінде, тармағы clause өрісінде аталған',
    'Правило не позволяет: оно названо в rule, его пункт — в clause',
    'A rule refuses this: rule names it, clause says where it stands',
  ),
  'key-reused': kind(
    422,
    'Бұл Idempotency-Key басқа сұрау үшін қолданылған: жаңасын алыңыз',
    'Этот Idempotency-Key уже был у другого запроса: возьмите новый',
    'This Idempotency-Key was used for another request: take a new one',
  ),
  'too-many-requests': kind(
    429,
    'Сұраулар тым көп: Retry-After секунд күтіңіз',
    'Слишком много запросов: подождите Retry-After секунд',
    'Too many requests: wait for Retry-After seconds',
  ),
  internal: kind(
    500,
    'Ішкі қате: кейінірек сол кілтпен қайталаңыз',
    'Внутренняя ошибка: повторите позже с тем же ключом',
    'An error of ours: repeat later with the same key',
  ),
  'code-not-sent': kind(
    503,
    'СМС жіберілмеді: сәл кейінірек жаңа код сұраңыз немесе құпиясөзбен не авторландырылған құрылғыдан кіріңіз',
    'СМС не отправлена: запросите новый код чуть позже или войдите по паролю либо с авторизованного устройства',
    'The SMS was not sent: ask for a new code a little later, or log in by password or from an authorised device',
  ),
  unavailable: kind(
    503,
    'Қазір қолжетімсіз: сол кілтпен қайталаңыз, ештеңе екі рет жасалмайды',
    'Сейчас недоступно: повторите с тем же ключом, дважды ничего не произойдёт',
    'Away for the moment: repeat with the same key, nothing is done twice',
  ),
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Rules that ask about accounts and texts, which no chart knows. */
export const RULES = {
  consentIsCurrent: {
    kk: 'Дербес деректерді өңдеуге келісімнің мәтіні жаңарған: GET /v1/personal-data/consent арқылы оқып, соның хэшін жіберіңіз.',
    ru: 'Текст согласия на обработку персональных данных обновился: прочтите GET /v1/personal-data/consent и отправьте его хэш.',
    en: 'The consent to the processing of personal data has another text by now: read GET /v1/personal-data/consent and send its hash.',
  },
  identifierIsFree: {
    kk: 'Бұл ЖСН/БСН-мен шот тіркелген. Егер бұл сіз болсаңыз, сол шотқа кіріңіз немесе қолдау қызметіне жазыңыз.',
    ru: 'С этим ИИН/БИН аккаунт уже зарегистрирован. Если он ваш, войдите в него или напишите в поддержку.',
    en: 'An account with this IIN or BIN is registered already. If it is yours, log in to it or write to the support.',
  },
  statementIsCurrent: {
    kk: 'Қосылу туралы өтініштің мәтіні жаңарған: GET /v1/offer/statement арқылы оқып, соның хэшін жіберіңіз.',
    ru: 'Текст заявления о присоединении обновился: прочтите GET /v1/offer/statement и отправьте его хэш.',
    en: 'The accession statement has another text by now: read GET /v1/offer/statement and send its hash.',
  },
  checkboxIsTheirs: {
    kk: 'Белгінің дәл сөздері қажет: «Я принимаю условия публичной оферты».',
    ru: 'Нужны точные слова отметки: «Я принимаю условия публичной оферты».',
    en: 'The exact words of the box are needed: «Я принимаю условия публичной оферты».',
  },
  revisionIsInForce: {
    kk: 'Бұл редакция күшінде емес: GET /v1/offer қазіргісін береді.',
    ru: 'Эта редакция не действует: действующую даёт GET /v1/offer.',
    en: 'This revision is not in force: GET /v1/offer gives the one that is.',
  },
  invitedAreContractors: {
    kk: 'Шақырылғандардың бәрі орындаушы ретінде тіркелмеген. Тізімді түзетіңіз.',
    ru: 'Не все приглашённые зарегистрированы исполнителями. Исправьте список.',
    en: 'Not everyone invited is registered as a contractor. Please mend the list.',
  },
  taskHasEnded: {
    kk: 'Тапсырма әлі аяқталған жоқ: кінәрат-талапты тапсырманың өзінде қойыңыз.',
    ru: 'Задание ещё не завершено: заявите претензию в самом задании.',
    en: 'The task has not ended yet: make the claim in the task itself.',
  },
  claimStandsAlone: {
    kk: 'Тапсырма аяқталған: ол бойынша кінәрат-талапты бөлек қойыңыз, POST /v1/disputes (9.1-тармақ).',
    ru: 'Задание завершено: претензию по нему заявите отдельно, POST /v1/disputes (пункт 9.1).',
    en: 'The task has ended: make the claim about it on its own, by POST /v1/disputes (9.1).',
  },
  taskHadContractor: {
    kk: 'Тапсырманы ешкім қабылдаған жоқ: кінәрат-талап қоятын екінші тарап жоқ.',
    ru: 'Задание никто не принимал: нет второй стороны, к которой обращена претензия.',
    en: 'Nobody accepted the task: there is no other party to claim against.',
  },
  offerHasClauses: {
    kk: 'Мәтінде нөмірленген тармақтар жоқ немесе бір нөмір екі рет кездеседі.',
    ru: 'В тексте нет нумерованных пунктов или номер встречается дважды.',
    en: 'The text has no numbered clauses, or a number is there twice.',
  },
  offerIsNew: {
    kk: 'Бұл мәтін басқа күннен бастап жарияланып қойған.',
    ru: 'Этот текст уже опубликован с другой датой.',
    en: 'This text was published already, with another date.',
  },
  offerInForceAhead: {
    kk: 'Редакция өткен күннен бастап күшіне ене алмайды.',
    ru: 'Редакция не может вступить в силу прошедшей датой.',
    en: 'A revision cannot come into force on a day that has passed.',
  },
  offerComesLater: {
    kk: 'Редакция соңғы жарияланғанынан кейінгі күннен бастап күшіне енуі керек.',
    ru: 'Редакция должна вступать в силу позже последней опубликованной.',
    en: 'A revision must come into force on a later day than the one published last.',
  },
} as const satisfies Record<string, Localized>;

/** What a refusal by such a rule says. */
export const ruleOf = (rule: keyof typeof RULES, language: Language, clause = 'platform') => ({
  rule,
  clause,
  detail: RULES[rule][language],
});

/** A refusal on its way to the caller. `more` stands beside the standard members of the problem document. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly more: Record<string, unknown>;
  constructor(code: ProblemCode, more: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

/** RFC 9457. */
export function problemDocument({ code, more }: Problem, language: Language) {
  const { status, title } = PROBLEMS[code];
  return { type: `urn:akjet:problem:${code}`, title: title[language], status, code, ...more };
}

/** SQLSTATE classes: connection, resources, operator's intervention; a server that takes no writes; a statement or lock that waited too long. A protocol broken is our fault. */
const AWAY_STATES = /^(08(?!P01)|53|57|25006|25P03|55P03)/;
const AWAY_WORDS = /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|timeout|terminated|SequelizeConnection|not queryable/i;

/** Is the database away? Then nothing happened, or what happened is found again under the same key. */
export function isAway(error: unknown): boolean {
  const causes = [error, (error as { parent?: unknown } | undefined)?.parent, (error as { cause?: unknown } | undefined)?.cause];
  return causes.some((each) => {
    const { code = '', name = '', message = '' } = (each ?? {}) as { code?: string; name?: string; message?: string };
    return AWAY_STATES.test(code) || AWAY_WORDS.test(`${code} ${name} ${message}`);
  });
}
