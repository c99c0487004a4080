/**
 * The customer's statement of accession to the offer (2.1.1): with which revision, on what tariff (3.2), and where the fee is paid (5.1). What is accepted
 * is the hash of its text, which has both languages one after the other; the PDF is drawn from the same data and names that hash.
 */
import type { FeeTerms } from '../charts/fee/types.ts';
import { counted } from '../rules/counted.ts';
import type { PaperParty, TwoLanguages } from '../rules/paper-party.ts';
import type { LimitTerms } from '../rules/pay-terms.ts';
import type { Plan } from '../rules/tariff.ts';
import type { Operator } from './operator.ts';
import { operatorNamed } from './operator.ts';
import type { Block, Facts, Paper, Section } from './paper.ts';
import { paperText } from './paper-text.ts';
import { both, dayOf, inBoth, ROLES } from './phrases.ts';
import { commissionWords, NOTHING_CHARGED, subscriptionWords } from './tariff-words.ts';

export interface AccessionFacts {
  /** Random to whoever does not know the keys: so nobody who knows the rest can try out what was accepted. */
  reference: string;
  customer: PaperParty;
  /** The authorised number of the person who accepts (1.2), E.164. */
  number: string;
  offer: { number: number; inForceFrom: string; sha256: string };
  tariff: FeeTerms;
  /** When new tasks are limited because the fee is not paid. */
  limit: LimitTerms;
  /** The plan of the day: its subscription is no term of a task. */
  plan: Pick<Plan, 'perMonth'>;
  operator: Operator;
  /** The civil date of the statement. */
  date: string;
}

/** A statement before it is accepted: no record holds it yet. */
export type Statement = Omit<Paper, 'origin'>;

/** What is shown, and accepted by its hash. */
export const statementText = (statement: Statement): string => `${paperText(statement, 'kk')}\n${paperText(statement, 'ru')}`;

export const accessionStatement = (facts: AccessionFacts): Statement => ({
  reference: facts.reference,
  title: both('ЖАРИЯ ОФЕРТАҒА ҚОСЫЛУ ТУРАЛЫ ӨТІНІШ', 'ЗАЯВЛЕНИЕ О ПРИСОЕДИНЕНИИ К ПУБЛИЧНОЙ ОФЕРТЕ'),
  number: null,
  date: facts.date,
  blocks: [
    {
      kind: 'parties',
      of: [
        { role: ROLES.customer, party: facts.customer },
        { role: ROLES.operator, party: operatorNamed(facts.operator) },
      ],
    },
    accession(facts),
    fee(facts),
    ...account(facts.operator),
    confirmation(facts),
    { kind: 'signatures', of: [{ role: ROLES.customer, party: facts.customer }] },
  ],
});

const KINDS: Record<PaperParty['kind'], TwoLanguages> = {
  natural: both('жеке тұлға', 'физическое лицо'),
  entrepreneur: both('дара кәсіпкер', 'индивидуальный предприниматель'),
  company: both('заңды тұлға', 'юридическое лицо'),
};

function accession({ customer, number, offer }: AccessionFacts): Section {
  const { kind, name, identifier, representative } = customer;
  const from = dayOf(offer.inForceFrom);
  const as = kind === 'company' ? both('БСН', 'БИН') : both('ЖСН', 'ИИН');
  const named = inBoth((language) => `${name} (${KINDS[kind][language]}, ${as[language]} ${identifier})`);
  return {
    kind: 'section',
    title: both('Қосылу', 'Присоединение'),
    clauses: [
      both(
        `Тапсырыс беруші ${named.kk} Жария офертаның (AkJet интернет-платформасын пайдалану туралы пайдаланушы келісімінің) ${from.kk} күнінен бастап күшіндегі № ${offer.number} редакциясымен танысты, оның талаптарын толық әрі сөзсіз қабылдайды және оған қосылады (Жария офертаның 2.1.1 және 2.2-тармақтары). Осы редакция мәтінінің SHA-256 мәні: ${offer.sha256}.`,
        `Заказчик ${named.ru} ознакомился с Публичной офертой (пользовательским соглашением об использовании интернет-платформы AkJet) в редакции № ${offer.number}, действующей с ${from.ru}, полностью и безоговорочно принимает её условия и присоединяется к ней (пункты 2.1.1 и 2.2 Публичной оферты). SHA-256 текста этой редакции: ${offer.sha256}.`,
      ),
      ...(representative === null
        ? []
        : [
            both(
              `Тапсырыс берушінің атынан ${representative.ground.kk} негізінде ${representative.acted === 'this' ? 'әрекет етеді' : 'әрекет етуге құқылы'}: ${representative.position.kk} ${representative.name}.`,
              `От имени Заказчика на основании ${representative.ground.ru} ${representative.acted === 'this' ? 'действует' : 'вправе действовать'}: ${representative.position.ru} ${representative.name}.`,
            ),
          ]),
      both(
        `Авторландырылған нөмір: ${number}. Тапсырыс беруші осы нөмірге хабарламалар алуға келіседі (Жария офертаның 1.2-тармағы).`,
        `Авторизованный номер: ${number}. Заказчик согласен получать на него сообщения (пункт 1.2 Публичной оферты).`,
      ),
      both(
        'Тапсырыс беруші өзі көрсеткен мәліметтердің анық әрі өзекті екенін растайды (Жария офертаның 4.1.4-тармағы).',
        'Заказчик подтверждает, что указанные им сведения достоверны и актуальны (пункт 4.1.4 Публичной оферты).',
      ),
    ],
  };
}

function fee({ tariff, plan, limit }: AccessionFacts): Section {
  const { payWorkingDays, penalty } = tariff;
  const share = (basisPoints: number) => inBoth((language) => counted(basisPoints, 'percent', language));
  const term = inBoth((language) => counted(payWorkingDays, 'workingDays', language));
  const [warned, notice] = [limit.warningAfter, limit.notice].map((days) =>
    inBoth((language) => counted(days, 'workingDays', language)),
  ) as [TwoLanguages, TwoLanguages];
  const [size, subscription] = [commissionWords(tariff) ?? NOTHING_CHARGED, subscriptionWords(plan)];
  const [perDay, cap] = [share(penalty.perDayBasisPoints), share(penalty.capBasisPoints)];
  const [base, from, first] = [CAP_BASE[penalty.capBase], firstDay(penalty.firstDay), PAID_FIRST[penalty.paidFirst]];
  return {
    kind: 'section',
    title: both('Оператордың сыйақысы', 'Вознаграждение Оператора'),
    clauses: [
      both(
        `Мөлшері: ${size.kk}. Шығындарды, залалдарды өтеуден және тұрақсыздық айыбынан сыйақы алынбайды (Жария офертаның 3.2-тармағы).`,
        `Размер: ${size.ru}. С возмещения расходов и убытков и с неустойки вознаграждение не взимается (пункт 3.2 Публичной оферты).`,
      ),
      both(
        'Қабылданған жұмыстың бағасы кейін азайса, есептелген сыйақы азаймайды: ол сол тапсырманың жұмысы үшін тағы төленетін сомалардың сыйақысына есепке алынады.',
        'Если цена принятой работы затем уменьшена, начисленное вознаграждение не уменьшается: оно засчитывается в вознаграждение с сумм, которые ещё будут причитаться за работу по тому же заданию.',
      ),
      ...(subscription === undefined
        ? []
        : [
            both(
              `Сонымен бірге: ${subscription.kk} (Жария офертаның 3.2-тармағы).`,
              `Кроме того: ${subscription.ru} (пункт 3.2 Публичной оферты).`,
            ),
          ]),
      both(
        'Бұл мөлшерден тыс ештеңе есептелмейді: егер Оператор қосылған құн салығын (ҚҚС) төлеуге міндетті болса, салық сыйақының ішінде.',
        'Сверх этого размера ничего не начисляется: если Оператор обязан уплачивать налог на добавленную стоимость (НДС), налог входит в вознаграждение.',
      ),
      both(
        `Сыйақы әр қабылдаудан кейін, ал кінәрат-талап бойынша сомадан ол танылған, келісілген немесе белгіленген кезде есептеледі және күнтізбелік ай үшін бір шотқа енгізіледі; үлкен сомаға шот бірден жасалуы мүмкін. Шотқа енгізілмеген сыйақыны төлеудің қажеті жоқ. Төлеу мерзімі: шот жіберілген күннің ертеңінен бастап ${term.kk}.`,
        `Вознаграждение начисляется после каждой приёмки, а с суммы по претензии — когда она признана, согласована или назначена, и за календарный месяц включается в один счёт; на крупную сумму счёт может быть составлен сразу. Не включённое в счёт вознаграждение платить не нужно. Срок оплаты: ${term.ru}, считая со дня, следующего за днём отправки счёта.`,
      ),
      both(
        `Мерзімі өткен төлем үшін өсімпұл: күніне ${perDay.kk}, бірақ ${base.kk} ${cap.kk} мөлшерінен аспайды (Жария офертаның 6.3-тармағы). Өсімпұл ${from.kk} есептеледі. ${first.kk}`,
        `Пеня за просрочку: ${perDay.ru} в день, но не более ${cap.ru} от ${base.ru} (пункт 6.3 Публичной оферты). Пеня начисляется ${from.ru}. ${first.ru}`,
      ),
      both(
        `Платформаға қолжетімділік сыйақы төленген жағдайда беріледі (Жария офертаның 3.2-тармағы). Шот мерзімі өткеннен кейін тағы ${warned.kk} төленбесе, Оператор Тапсырыс берушіге ескерту жібереді; ескерту жіберілгеннен кейін ${notice.kk} өткен соң сыйақы төленгенге дейін жаңа тапсырмалар орналастырылмайды. Орналастырылған тапсырмалар бұрынғыша жалғасады. Сыйақы түскенде шектеу өзі алынады; Тапсырыс берушінің шотқа қатысты қарсылықтары алғаш рет қаралғанша ол қолданылмайды.`,
        `Доступ к Платформе предоставляется на условиях оплаты вознаграждения (пункт 3.2 Публичной оферты). Если счёт не оплачен ещё ${warned.ru} после срока, Оператор направляет Заказчику предупреждение; когда после его отправки прошло ${notice.ru}, новые задания не размещаются, пока вознаграждение не поступит. Уже размещённые задания идут как прежде. Ограничение снимается само, как только вознаграждение поступит; пока возражения Заказчика против счёта рассматриваются впервые, оно не действует.`,
      ),
      both(
        'Тапсырма орналастырылған күні қолданыста болған сыйақы мөлшері, төлеу мерзімі және өсімпұл сол тапсырманың талаптарында бекітіледі және ол үшін өзгермейді. Оператор оларды тек болашаққа өзгерте алады: жаңалары Жеке кабинетте көрсетілгеннен кейін орналастырылған тапсырмаларға ғана қолданылады (Жария офертаның 3.2-тармағы). Қолданыстағы мөлшер мен мерзімдер Жеке кабинетте және әр тапсырманың талаптарында көрсетіледі; Орындаушы тапсырманы қабылдағанға дейін Тапсырыс беруші оны кері қайтарып ала алады (Жария офертаның 1.10-тармағы).',
        'Размер вознаграждения, срок оплаты и пеня, действующие в день размещения задания, фиксируются в его условиях и для него не меняются. Оператор может изменить их только на будущее: новые применяются лишь к заданиям, размещённым после того, как они указаны в Личном кабинете (пункт 3.2 Публичной оферты). Действующие размер и сроки показаны в Личном кабинете и в условиях каждого задания; до принятия задания Исполнителем Заказчик может его отозвать (пункт 1.10 Публичной оферты).',
      ),
    ],
  };
}

const CAP_BASE: Record<FeeTerms['penalty']['capBase'], TwoLanguages> = {
  initial: both('бастапқыда мерзімі өткен соманың', 'первоначально просроченной суммы'),
  current: both('мерзімі өткен қалдықтың', 'просроченного остатка'),
};

const PAID_FIRST: Record<FeeTerms['penalty']['paidFirst'], TwoLanguages> = {
  principal: both(
    'Екеуіне жетпейтін төлем алдымен сыйақыны, содан кейін өсімпұлды өтейді.',
    'Платёж, которого не хватает на всё, погашает сначала вознаграждение, затем пеню.',
  ),
  penalty: both(
    'Екеуіне жетпейтін төлем алдымен өсімпұлды, содан кейін сыйақыны өтейді.',
    'Платёж, которого не хватает на всё, погашает сначала пеню, затем вознаграждение.',
  ),
};

const firstDay = (day: number): TwoLanguages =>
  day === 1
    ? both('төлеу мерзімінің соңғы күнінен кейінгі күннен бастап', 'со дня, следующего за последним днём срока оплаты')
    : both(`төлеу мерзімінің соңғы күнінен кейінгі ${day}-күннен бастап`, `с ${day}-го дня после последнего дня срока оплаты`);

/** Where the fee is paid (5.1). Without a named account no term and no penalty runs: letters say so too. */
const account = ({ name, bin, bank }: Operator): Block[] =>
  bank === null
    ? [
        {
          kind: 'text',
          text: both(
            'Сыйақы төленетін деректемелерді Оператор шотта көрсетеді. Олар көрсетілгенге дейін өсімпұл есептелмейді (Жария офертаның 5.1-тармағы).',
            'Реквизиты для оплаты вознаграждения Оператор указывает в счёте. До этого пеня не начисляется (пункт 5.1 Публичной оферты).',
          ),
        },
      ]
    : [
        {
          kind: 'facts',
          caption: both('Сыйақы төленетін деректемелер (5.1-тармақ)', 'Реквизиты для оплаты вознаграждения (пункт 5.1)'),
          rows: [
            { name: both('Алушы', 'Получатель'), value: name },
            { name: both('БСН', 'БИН'), value: bin },
            { name: both('Банк', 'Банк'), value: bank.name },
            { name: both('БСК', 'БИК'), value: bank.bik },
            { name: both('ЖСК', 'ИИК'), value: bank.iban },
            { name: both('Кбе', 'КБе'), value: bank.beneficiaryCode },
            { name: both('ТТК', 'КНП'), value: bank.purposeCode },
          ],
        } satisfies Facts,
      ];

const confirmation = ({ reference }: AccessionFacts): Section => ({
  kind: 'section',
  title: both('Растау', 'Подтверждение'),
  clauses: [
    both(
      'Өтінішке Платформада көзделген электрондық нысанда қол қойылады (Жария офертаның 2.1.1-тармағы): Тапсырыс беруші оны Аутентификациядан кейін өз Аккаунтындағы әрекетпен растайды. Мұндай әрекет Тапсырыс берушінің жеке өзі жасаған әрекеті деп танылады және заңды күші бар (Жария офертаның 1.4-тармағы).',
      'Заявление подписывается в электронной форме, предусмотренной Платформой (пункт 2.1.1 Публичной оферты): Заказчик подтверждает его действием в своём Аккаунте после Аутентификации. Такое действие признаётся совершённым лично Заказчиком и имеет юридическую силу (пункт 1.4 Публичной оферты).',
    ),
    both(
      `Растау сәті және расталған мәтіннің SHA-256 мәні Платформа жазбаларына енгізіледі. Өтініштің идентификаторы: ${reference}.`,
      `Момент подтверждения и SHA-256 подтверждённого текста вносятся в записи Платформы. Идентификатор заявления: ${reference}.`,
    ),
    both(
      'Дербес деректерді өңдеуге келісім бөлек беріледі (Жария офертаның 7.2-тармағы).',
      'Согласие на обработку персональных данных даётся отдельно (пункт 7.2 Публичной оферты).',
    ),
  ],
});
