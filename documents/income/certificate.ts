/**
 * The certificate of completed work and income (3.3): what a contractor shows to a bank or an embassy. In one language, from the acts and the ledger, with the
 * contractor's own facts alone: it names no customer and no task.
 */
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import { formatSum } from '../../rules/money.ts';
import { written } from '../billing/facts.ts';
import type { Operator } from '../operator.ts';
import type { Block, Column, Paper } from '../paper.ts';
import { both } from '../phrases.ts';

export interface Act {
  /** `АВР-2026-7`, and its civil date. */
  number: string;
  date: string;
  /** Tiyn. */
  amount: bigint;
}

export interface MonthOfIncome {
  /** `2026-11` */
  month: string;
  payouts: number;
  /** Tiyn: what pays for work, before anything is withheld, and what was withheld of it. */
  income: bigint;
  withheld: bigint;
}

export interface CertificateFacts {
  reference: string;
  record: { event: string; hash: string };
  /** The civil date on which it is drawn. */
  date: string;
  language: Language;
  name: string;
  iin: string;
  operator: Operator;
  /** Civil dates, both inclusive. */
  from: string;
  to: string;
  acts: readonly Act[];
  months: readonly MonthOfIncome[];
}

const WORDS = {
  title: said(
    'ОРЫНДАЛҒАН ТАПСЫРМАЛАР МЕН ТАБЫС ТУРАЛЫ АНЫҚТАМА',
    'СПРАВКА О ВЫПОЛНЕННЫХ ЗАДАНИЯХ И ДОХОДЕ',
    'CERTIFICATE OF COMPLETED WORK AND INCOME',
  ),
  name: said('Тегі, аты, әкесінің аты', 'Фамилия, имя, отчество', 'Name'),
  iin: said('ЖСН', 'ИИН', 'Individual identification number (IIN)'),
  period: said('Кезең, екі күн де кіреді', 'Период, оба дня включительно', 'Period, both days included'),
  issuer: said('Анықтаманы берген', 'Справку выдал', 'Issued by'),
  bin: said('БСН', 'БИН', 'BIN'),
  given: said(
    'Анықтама Орындаушының өтініші бойынша талап етілген жерге ұсыну үшін берілді.',
    'Справка выдана по запросу Исполнителя для предъявления по месту требования.',
    'Issued at the request of the contractor, to be shown wherever it is required.',
  ),
  acts: said('Екі тарап растаған актілер', 'Акты, подтверждённые обеими сторонами', 'Acts confirmed by both parties'),
  act: said('Акт', 'Акт', 'Act'),
  date: said('Күні', 'Дата', 'Date'),
  amount: said('Сомасы, ₸', 'Сумма, ₸', 'Sum, KZT'),
  income: said('Платформа арқылы төленген табыс', 'Доход, выплаченный через платформу', 'Income paid out through the platform'),
  month: said('Ай', 'Месяц', 'Month'),
  payouts: said('Төлемдер', 'Выплаты', 'Payouts'),
  gross: said('Есептелген, ₸', 'Начислено, ₸', 'Gross, KZT'),
  withheld: said('Ұсталған, ₸', 'Удержано, ₸', 'Withheld, KZT'),
  net: said('Төленген, ₸', 'Выплачено, ₸', 'Paid out, KZT'),
  total: said('Барлығы', 'Итого', 'Total'),
  none: said('Кезең ішінде жоқ.', 'За период нет.', 'None in the period.'),
  explained: said(
    'Сомалар теңгемен. Табыс — жұмыс үшін төленген және банк қайтармаған төлемдер; ұсталғаны — заң бойынша әлеуметтік төлемдер. Тапсырыс беруші Орындаушыға тікелей төлеген ақша табыс кестесіне кірмейді, ал актілер төлем тәсіліне қарамастан көрсетілген. Орындаушы Оператордың жұмыскері емес.',
    'Суммы в тенге. Доход — выплаты за работу, которые не вернул банк; удержано — социальные платежи по закону. Оплата напрямую от заказчика в таблицу дохода не входит, а акты указаны при любом способе оплаты. Исполнитель не является работником Оператора.',
    'Sums are in tenge. Income is what was paid out for work and no bank has returned; withheld are the social payments of the law. What a customer paid directly is not in the table of income, while acts are listed however they were paid. The contractor is no employee of the operator.',
  ),
} satisfies Record<string, Localized>;

export function certificate(facts: CertificateFacts): Paper {
  const { language, name, iin, operator, from, to, acts, months } = facts;
  const say = (words: Localized): string => words[language];
  const same = (words: Localized) => both(say(words), say(words));
  const sum = (tiyn: bigint): string => formatSum(tiyn, language);
  const total = <Each>(all: readonly Each[], of: (each: Each) => bigint): bigint => all.reduce((whole, each) => whole + of(each), 0n);
  const column = (head: Localized, share: number, align: Column['align'] = 'right'): Column => ({ head: same(head), share, align });
  const none = (caption: Localized): Block[] => [
    { kind: 'text', style: 'strong', text: say(caption) },
    { kind: 'text', text: say(WORDS.none) },
  ];
  const rowOf = (label: string, payouts: number, income: bigint, withheld: bigint): string[] => [
    label,
    String(payouts),
    sum(income),
    sum(withheld),
    sum(income - withheld),
  ];
  return {
    ...{ reference: facts.reference, language, title: same(WORDS.title), number: null, date: facts.date },
    origin: { offer: null, chart: null, record: facts.record },
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: same(WORDS.name), value: name },
          { name: same(WORDS.iin), value: iin },
          { name: same(WORDS.period), value: `${written(from)} – ${written(to)}` },
          { name: same(WORDS.issuer), value: `${operator.name}, ${say(WORDS.bin)} ${operator.bin}, ${operator.address}` },
        ],
      },
      { kind: 'text', text: say(WORDS.given) },
      ...(months.length === 0
        ? none(WORDS.income)
        : [
            {
              kind: 'table' as const,
              caption: same(WORDS.income),
              columns: [
                column(WORDS.month, 3, 'left'),
                column(WORDS.payouts, 2),
                column(WORDS.gross, 4),
                column(WORDS.withheld, 4),
                column(WORDS.net, 4),
              ],
              rows: months.map(({ month, payouts, income, withheld }) =>
                rowOf(month.split('-').reverse().join('.'), payouts, income, withheld),
              ),
              totals: rowOf(
                say(WORDS.total),
                months.reduce((count, { payouts }) => count + payouts, 0),
                total(months, ({ income }) => income),
                total(months, ({ withheld }) => withheld),
              ),
            },
          ]),
      ...(acts.length === 0
        ? none(WORDS.acts)
        : [
            {
              kind: 'table' as const,
              caption: same(WORDS.acts),
              columns: [column(WORDS.act, 4, 'left'), column(WORDS.date, 3, 'left'), column(WORDS.amount, 4)],
              rows: acts.map(({ number, date, amount }) => [number, written(date), sum(amount)]),
              totals: [`${say(WORDS.total)}: ${acts.length}`, '', sum(total(acts, ({ amount }) => amount))],
            },
          ]),
      { kind: 'text', style: 'note', text: say(WORDS.explained) },
    ],
  };
}
