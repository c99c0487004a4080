/** The claim (претензия, 9.1): what was due and done, its legal ground, the demand with its calculation, and the term to answer. */
import { lawsOn } from '../../rules/law-references.ts';
import type { PaperParty, TwoLanguages } from '../../rules/paper-party.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Block, Paper } from '../paper.ts';
import { both, cell, dayOf, lastDayIn, momentOf, OF, quantityOf, ROLES, sumOf } from '../phrases.ts';
import type { DealFacts, DisputeFacts } from './facts.ts';
import { dealNamed, numberOf, offerNamed, row, sideNamed, sidesOf, wordsOf } from './facts.ts';
import { clausesAgainst, lawsOf, SUBJECTS } from './ground.ts';

export const claim = (facts: DisputeFacts, drawing: Drawing): Paper => ({
  ...headOf(numberOf(facts, drawing), facts.offer, drawing),
  title: both('КІНӘРАТ-ТАЛАП', 'ПРЕТЕНЗИЯ'),
  blocks: [
    sidesOf(facts),
    { kind: 'section', title: both('Негізі мен мән-жайлары', 'Основание и обстоятельства'), clauses: circumstances(facts) },
    ...(facts.deal ? [agreedWork(facts.deal), ...course(facts.deal)] : []),
    { kind: 'section', title: both('Құқықтық негізі', 'Правовое основание'), clauses: ground(facts) },
    wordsOf(both('Талап және оның дәлелдері өтініш берушінің сөзімен', 'Требование и его доводы словами заявителя'), facts.demand),
    { kind: 'section', title: both('Талап', 'Требование'), clauses: demand(facts) },
    ...calculation(facts),
    ...bank(facts),
    { kind: 'section', title: both('Жауап беру мерзімі', 'Срок ответа'), clauses: term(facts) },
    attachments(facts),
    { kind: 'section', title: both('Жіберу тәсілі және өкілеттік', 'Способ направления и полномочия'), clauses: delivery(facts) },
    {
      kind: 'signatures',
      of: [{ role: sideNamed('claimant', facts), party: facts.parties.claimant, confirmedAt: facts.sentAt }],
    },
  ],
});

function circumstances({ deal, offer, claimant, respondent, about, happenedOn }: DisputeFacts): TwoLanguages[] {
  const subject = SUBJECTS[about];
  const [from, to] = [ROLES[claimant], ROLES[respondent]];
  const subjectNamed = both(`Кінәрат-талаптың мәні: ${subject.kk}.`, `Предмет претензии: ${subject.ru}.`);
  const accession =
    respondent === 'operator'
      ? both(
          `Өтініш беруші (${from.kk}) Оператормен шарт жасасқан (2.2-тармақ).`,
          `Заявитель (${from.ru}) заключил договор с Оператором (пункт 2.2).`,
        )
      : both(`${from.kk} мен ${to.kk} Жария офертаның талаптарын қабылдаған.`, `${from.ru} и ${to.ru} приняли условия Публичной оферты.`);
  const revision = offer && offerNamed(offer);
  const bound = revision ? [both(`Өтініш берушіні міндеттейтіні: ${revision.kk}.`, `Для заявителя обязательна ${revision.ru}.`)] : [];
  const day = happenedOn === undefined ? undefined : dayOf(happenedOn);
  const event = day ? [both(`Оқиға күні: ${day.kk}.`, `День события: ${day.ru}.`)] : [];
  if (deal === null) return [subjectNamed, ...event, accession, ...bound];
  const what = dealNamed(deal);
  const [start, due, price, approved, paid] = [
    momentOf(deal.startAt),
    lastDayIn(deal.dueAt),
    sumOf(deal.price),
    sumOf(deal.approved),
    sumOf(deal.paid),
  ];
  return [
    subjectNamed,
    ...event,
    accession,
    ...bound,
    both(`Тараптар арасындағы мәміле: ${what.kk}.`, `Сделка сторон: ${what.ru}.`),
    both(
      `Келісілгені: жұмыстың басталуы — ${start.kk}; аяқталу мерзімі — ${due.kk}; бағасы — ${price.kk}.`,
      `Согласовано: начало — ${start.ru}; окончание — не позднее ${due.ru}; цена — ${price.ru}.`,
    ),
    both(
      `Платформа жазбалары бойынша қабылданған жұмыс құны: ${approved.kk}; төленгені расталған сома: ${paid.kk}.`,
      `По записям Платформы принято работ на ${approved.ru}; подтверждена оплата ${paid.ru}.`,
    ),
  ];
}

const agreedWork = ({ lines }: DealFacts): Block => ({
  kind: 'table',
  caption: both('Келісілген жұмыстар (қызметтер) және олардың қабылданғаны', 'Согласованные работы (услуги) и принятое из них'),
  columns: [
    { head: both('Атауы', 'Наименование'), share: 5 },
    { head: both('Бірлік', 'Единица'), share: 1.5 },
    { head: both('Саны', 'Количество'), share: 1.6, align: 'right' },
    { head: both('Құны, ₸', 'Стоимость, ₸'), share: 2, align: 'right' },
    { head: both('Қабылданған саны', 'Принято: количество'), share: 1.8, align: 'right' },
    { head: both('Қабылданған құны, ₸', 'Принято: стоимость, ₸'), share: 2, align: 'right' },
  ],
  rows: lines.map(({ name, unit, quantity, amount, accepted, acceptedAmount }) => [
    name,
    unit,
    quantityOf(quantity),
    cell(amount),
    quantityOf(accepted),
    cell(acceptedAmount),
  ]),
});

/** What happened, as the record of the deal has it, each with the words that a party gave for it. */
function course({ course: happened }: DealFacts): Block[] {
  if (happened.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: both('Платформа жазбасы бойынша мәміленің барысы', 'Ход сделки по записям Платформы'),
      columns: [
        { head: both('Күні мен уақыты (Алматы)', 'Дата и время (Алматы)'), share: 2 },
        { head: both('Не болды', 'Что произошло'), share: 4 },
        { head: both('Тараптың сөзі', 'Слова стороны'), share: 4 },
      ],
      rows: happened.map(({ at, what, words }) => [momentOf(at), what, words ?? '—']),
    },
  ];
}

function ground({ about, respondent, deal, laws, sentAt }: DisputeFacts): TwoLanguages[] {
  const clauses = clausesAgainst(respondent);
  const references = lawsOn(laws, lawsOf(about, deal?.nature), civilDate(sentAt));
  return [
    both(
      `Жария офертаның талаптары: ${clauses.map(({ kk }) => kk).join('; ')}.`,
      `Условия Публичной оферты: ${clauses.map(({ ru }) => ru).join('; ')}.`,
    ),
    both(`Заңнама: ${references.map(({ kk }) => kk).join('; ')}.`, `Законодательство: ${references.map(({ ru }) => ru).join('; ')}.`),
  ];
}

function demand({ amount, respondent, claimant, about, deal }: DisputeFacts): TwoLanguages[] {
  const of = OF[respondent];
  if (amount === undefined)
    return [
      both(
        `${of.kk} жоғарыда өтініш берушінің сөзімен көрсетілгенді орындауын талап етемін. Талап ақшалай емес.`,
        `Требую от ${of.ru} исполнить то, что указано выше словами заявителя. Требование неденежное.`,
      ),
    ];
  const sum = sumOf(amount);
  // The customer's claim about a price is to be free from paying it, or to get it back.
  if (about === 'price' && claimant === 'customer')
    return [
      both(
        `Тапсырылған жұмыс бағасының ${sum.kk} бөлігі төленуге жатпайды деп тануды, ал төленіп қойса, қайтаруды талап етемін.`,
        `Требую признать, что часть цены сданной работы в размере ${sum.ru} не подлежит оплате, а уплаченное вернуть.`,
      ),
    ];
  if (about === 'ending' && claimant === 'customer' && deal !== null)
    return [
      both(
        `Мәмілені тоқтатуды талап етемін; соңғы есеп айырысудағы даулы сома: ${sum.kk}.`,
        `Требую прекратить сделку; спорная сумма окончательных расчётов: ${sum.ru}.`,
      ),
    ];
  return [both(`${of.kk} ${sum.kk} төлеуін талап етемін.`, `Требую от ${of.ru} уплатить ${sum.ru}.`)];
}

function calculation({ calculation: lines, amount }: DisputeFacts): Block[] {
  if (lines.length === 0 || amount === undefined) return [];
  return [
    {
      kind: 'table',
      caption: both('Соманың есебі', 'Расчёт суммы'),
      columns: [
        { head: both('№', '№'), share: 0.7, align: 'center' },
        { head: both('Неден құралады', 'Из чего складывается'), share: 7 },
        { head: both('Сомасы, ₸', 'Сумма, ₸'), share: 2.3, align: 'right' },
      ],
      rows: lines.map(({ what, amount: part }, index) => [String(index + 1), what, cell(part)]),
      totals: ['', both('Жиыны', 'Итого'), cell(amount)],
    },
  ];
}

/** Where the claimant asks to be paid. */
function bank({ parties: { claimant }, amount }: DisputeFacts): Block[] {
  if (amount === undefined || claimant?.bank == null) return [];
  const { name, bic, iban, beneficiaryCode } = claimant.bank;
  return [
    {
      kind: 'facts',
      caption: both('Төлем деректемелері', 'Реквизиты для оплаты'),
      rows: [
        row(both('Алушы', 'Получатель'), claimant.name),
        row(both('Банк', 'Банк'), name),
        row(both('БСК', 'БИК'), bic),
        row(both('ЖСК', 'ИИК'), iban),
        row(both('Бенефициар коды', 'КБе'), beneficiaryCode),
      ],
    },
  ];
}

function term({ answerBy }: DisputeFacts): TwoLanguages[] {
  const last = lastDayIn(answerBy);
  return [
    both(
      `Жауап беру мерзімінің соңғы күні: ${last.kk}. Жауап Платформадағы Жеке кабинет арқылы беріледі: толық немесе ішінара мойындау не себептерін көрсетіп қабылдамау.`,
      `Ответ даётся не позднее ${last.ru} через Личный кабинет на Платформе: признание полностью или в части либо отклонение с указанием причин.`,
    ),
    both(
      'Келісімге қол жеткізілмесе, өтініш беруші Қазақстан Республикасының процестік заңнамасына сәйкес сотқа жүгінуге құқылы (Жария офертаның 9.2-тармағы).',
      'Если согласие не будет достигнуто, заявитель вправе обратиться в суд по процессуальному законодательству Республики Казахстан (пункт 9.2 Публичной оферты).',
    ),
  ];
}

/** What the claim rests on and the record keeps. Both sides find it on the platform; a hash shows that it is the same text. */
function attachments({ offer, deal, calculation: lines }: DisputeFacts): Block {
  const named = offer && offerNamed(offer);
  const kept = (deal?.documents ?? []).map(({ title, date, sha256 }) => {
    const on = dayOf(date);
    return [both(`${title.kk}, ${on.kk}`, `${title.ru} от ${on.ru}`), sha256] as const;
  });
  const all = [
    ...(named && offer ? [[named, offer.sha256] as const] : []),
    ...kept,
    ...(lines.length > 0 ? [[both('Соманың есебі (осы құжатта)', 'Расчёт суммы (в этом документе)'), '—'] as const] : []),
    ...(deal && deal.course.length > 0
      ? [[both('Мәміле барысының үзіндісі (осы құжатта)', 'Выписка о ходе сделки (в этом документе)'), '—'] as const]
      : []),
  ];
  return {
    kind: 'table',
    caption: both('Қоса берілетін құжаттар', 'Приложения'),
    columns: [
      { head: both('№', '№'), share: 0.7, align: 'center' },
      { head: both('Құжат', 'Документ'), share: 5 },
      { head: both('SHA-256', 'SHA-256'), share: 5 },
    ],
    rows: all.map(([title, sha256], index) => [String(index + 1), title, sha256]),
  };
}

/** Who gave the claim. Only somebody who is named by the requisites acts by the ground that these name. */
function actingFor(claimant: PaperParty | null): TwoLanguages[] {
  const { representative: person = null } = claimant ?? {};
  const given = both(
    'Кінәрат-талап аутентификациядан кейін өтініш берушінің Аккаунты арқылы берілді (Жария офертаның 1.4-тармағы).',
    'Претензия подана через Аккаунт заявителя после Аутентификации (пункт 1.4 Публичной оферты).',
  );
  if (person?.acted === 'this')
    return [
      both(
        `Өтініш берушінің атынан ${person.ground.kk} негізінде ${person.position.kk} ${person.name} әрекет етеді.`,
        `От имени заявителя действует ${person.position.ru} ${person.name} на основании ${person.ground.ru}.`,
      ),
      given,
    ];
  if (person === null) return [...(claimant?.kind === 'company' ? [] : [IN_PERSON]), given];
  return [
    both(
      `Өтініш берушінің атынан ${person.ground.kk} негізінде ${person.position.kk} ${person.name} әрекет етуге құқылы.`,
      `От имени заявителя вправе действовать ${person.position.ru} ${person.name} на основании ${person.ground.ru}.`,
    ),
    person.acted === 'another' ? BY_ANOTHER : given,
  ];
}
const IN_PERSON = both('Өтініш беруші өз атынан әрекет етеді.', 'Заявитель действует от своего имени.');
const BY_ANOTHER = both(
  'Кінәрат-талапты аутентификациядан кейін өтініш берушінің Аккаунты арқылы Аккаунттың басқа өкілі берді (Жария офертаның 1.4-тармағы).',
  'Претензию через Аккаунт заявителя после Аутентификации подал другой представитель Аккаунта (пункт 1.4 Публичной оферты).',
);

function delivery({ sentAt, respondent, parties: { claimant, respondent: other } }: DisputeFacts): TwoLanguages[] {
  const at = momentOf(sentAt);
  const of = OF[respondent];
  const number = other === null ? '' : ` ${other.phone}`;
  return [
    respondent === 'operator'
      ? both(
          `Кінәрат-талап Платформа арқылы Операторға жіберілді: ${at.kk} (Алматы уақыты).`,
          `Претензия направлена Оператору через Платформу: ${at.ru} (время Алматы).`,
        )
      : both(
          `Кінәрат-талап Платформа арқылы ${of.kk} Жеке кабинетіне жіберілді: ${at.kk} (Алматы уақыты). Ол туралы хабарлама Авторландырылған нөмірге${number} жолданады (Жария офертаның 1.2-тармағы).`,
          `Претензия направлена через Платформу в Личный кабинет ${of.ru}: ${at.ru} (время Алматы). Сообщение о ней направляется на Авторизованный номер${number} (пункт 1.2 Публичной оферты).`,
        ),
    ...actingFor(claimant),
  ];
}
