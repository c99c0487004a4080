/** The reconciliation act (акт сверки взаимных расчётов) of the operator with a customer: drawn from the ledger whenever somebody asks for it. */
import { amountInWords } from '../../rules/amount-in-words.ts';
import type { MutualAccount, MutualLine } from '../../rules/mutual-account.ts';
import type { PaperParty, TwoLanguages } from '../../rules/paper-party.ts';
import { reasonOf } from '../../rules/posting-reasons.ts';
import type { Operator } from '../operator.ts';
import type { Block, Column, Paper, Said } from '../paper.ts';
import { both, cell, dayOf, ROLES } from '../phrases.ts';
import { supplier, written } from './facts.ts';

export interface ReconciliationFacts {
  /** See `Paper.reference`. */
  reference: string;
  /** The civil date on which it is drawn. */
  drawnOn: string;
  /** The first and the last day. */
  from: string;
  to: string;
  operator: Operator;
  customer: PaperParty | null;
  account: MutualAccount;
}

const BY_OPERATOR = both('Оператордың деректері бойынша, ₸', 'По данным Оператора, ₸');
const BY_CUSTOMER = both('Тапсырыс берушінің деректері бойынша, ₸', 'По данным Заказчика, ₸');
const DEBIT = both('дебет', 'дебет');
const CREDIT = both('кредит', 'кредит');
const COLUMNS: readonly Column[] = [
  { head: both('№', '№'), share: 1, align: 'center' },
  { head: both('Күні', 'Дата'), share: 2.4, align: 'center' },
  { head: both('Операция, құжат', 'Операция, документ'), share: 9 },
  { head: DEBIT, under: BY_OPERATOR, share: 3, align: 'right' },
  { head: CREDIT, under: BY_OPERATOR, share: 3, align: 'right' },
  { head: DEBIT, under: BY_CUSTOMER, share: 3, align: 'right' },
  { head: CREDIT, under: BY_CUSTOMER, share: 3, align: 'right' },
];

/** A line in words: why, by which paper, and when money came that was recorded later. */
function lineInWords({ reason, paper, paidOn }: MutualLine): TwoLanguages {
  const { kk, ru } = reasonOf(reason);
  const unbilled = reason === 'fee-charged' && paper === null;
  const number = paper === null ? '' : `, № ${paper}`;
  return both(
    `${kk}${number}${unbilled ? ', шот әлі жасалмаған' : ''}${paidOn === null ? '' : ` (${written(paidOn)} түсті)`}`,
    `${ru}${number}${unbilled ? ', счёт ещё не составлен' : ''}${paidOn === null ? '' : ` (поступило ${written(paidOn)})`}`,
  );
}

const someOf = (amount: bigint): string => (amount > 0n ? cell(amount) : '');
/** A balance or a turnover over the whole width of the row, with the customer's columns left to fill in. */
const summed = (caption: TwoLanguages, debit: bigint, credit: bigint): readonly Said[] => [
  '',
  '',
  caption,
  someOf(debit),
  someOf(credit),
  '',
  '',
];
const balance = (caption: TwoLanguages, owed: bigint): readonly Said[] => summed(caption, owed, -owed);

export function reconciliationAct({ reference, drawnOn, from, to, operator, customer, account }: ReconciliationFacts): Paper {
  const { opening, lines, debits, credits, closing } = account;
  const [first, last] = [dayOf(from), dayOf(to)];
  return {
    ...{ reference, number: null, date: drawnOn },
    // The books may move on once it is drawn.
    unrecorded: {
      words: both(
        'Құжат AkJet платформасының есеп деректерінен сұрау бойынша жасалды. Платформа бұл файлды сақтамайды, оны сұраған сайын қайта жасайды.',
        'Документ составлен по запросу из данных учёта платформы AkJet. Платформа этот файл не хранит и составляет его заново при каждом запросе.',
      ),
    },
    origin: null,
    title: both('ӨЗАРА ЕСЕП АЙЫРЫСУДЫ САЛЫСТЫРУ АКТІСІ', 'АКТ СВЕРКИ ВЗАИМНЫХ РАСЧЁТОВ'),
    landscape: true,
    blocks: [
      {
        kind: 'parties',
        of: [
          { role: ROLES.operator, party: supplier(operator) },
          { role: ROLES.customer, party: customer },
        ],
      },
      {
        kind: 'text',
        text: both(
          `Кезең: ${written(from)} — ${written(to)}, екі күн де кіреді. Шарт: Жария оферта, қосылу туралы өтініш. Актіге Оператордың сыйақысы, тұрақсыздық айыбы, Оператордың талаптары мен олар бойынша төлемдер кіреді. Мәмілелер бойынша сақталған ақша мен Операторға қойылған талаптар кірмейді.`,
          `Период: с ${first.ru} по ${last.ru} включительно. Договор: Публичная оферта, заявление о присоединении. В акт входят вознаграждение Оператора, неустойка, требования Оператора и оплата по ним. Деньги, удерживаемые по сделкам, и требования к Оператору в него не входят.`,
        ),
      },
      {
        kind: 'table',
        columns: COLUMNS,
        rows: [
          balance(both(`Сальдо, ${written(from)} басында`, `Сальдо на начало ${written(from)}`), opening),
          ...lines.map((line, index) => [
            ...[String(index + 1), written(line.on), lineInWords(line)],
            ...[someOf(line.debit), someOf(line.credit), '', ''],
          ]),
          summed(both('Кезеңдегі айналымдар', 'Обороты за период'), debits, credits),
        ],
        totals: balance(both(`Сальдо, ${written(to)} соңында`, `Сальдо на конец ${written(to)}`), closing),
      },
      outcome(to, closing),
      {
        kind: 'signatures',
        of: [
          { role: ROLES.operator, party: supplier(operator), below: SIGNED },
          { role: ROLES.customer, party: customer, below: SIGNED },
        ],
      },
    ],
  };
}

/** Each signs by hand, on its own day. */
const SIGNED = both('Күні: __________ М.О.', 'Дата: __________ М.П.');

/** In whose favour the balance is, in figures and words. */
function outcome(to: string, closing: bigint): Block {
  const [day, owed] = [written(to), closing < 0n ? -closing : closing];
  if (owed === 0n)
    return {
      kind: 'text',
      text: both(`Оператордың деректері бойынша ${day} соңында берешек жоқ.`, `По данным Оператора на конец ${day} задолженности нет.`),
      style: 'strong',
    };
  const words = amountInWords(owed);
  const favour = closing > 0n ? both('Оператордың', 'Оператора') : both('Тапсырыс берушінің', 'Заказчика');
  return {
    kind: 'text',
    text: both(
      `Оператордың деректері бойынша ${day} соңында ${favour.kk} пайдасына берешек: ${cell(owed)} теңге (${words.kk}).`,
      `По данным Оператора на конец ${day} задолженность в пользу ${favour.ru}: ${cell(owed)} тенге (${words.ru}).`,
    ),
    style: 'strong',
  };
}
