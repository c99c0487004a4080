/** The statement of an account as a paper: the entries of its books in a period, between the balances before and after. */
import { shortMoment } from '../rules/moments.ts';
import type { TwoLanguages } from '../rules/paper-party.ts';
import { civilDate } from '../rules/working-days.ts';
import type { Operator } from './operator.ts';
import { operatorNamed } from './operator.ts';
import type { Block, Column, Paper, Said, Table } from './paper.ts';
import { both, cell, dayOf, momentOf, ROLES } from './phrases.ts';

export interface StatementEntry {
  at: string;
  /** The task, dispute or debt that it is for, and the numbers of its papers. */
  about: Said;
  papers: Said;
  reason: TwoLanguages;
  /** Tiyn, as decimal strings: negative where the balance falls, and the balance after it. */
  amount: string;
  balance: string;
}

/** An account of the books with its entries. */
export interface StatementBook {
  name: TwoLanguages;
  /** The deal whose money is kept, if it is of one. */
  about: Said | null;
  opening: string;
  closing: string;
  entries: readonly StatementEntry[];
}

export interface StatementFacts {
  reference: string;
  /** Whose books these are. The number is masked: whoever is shown the paper needs not more. */
  holder: { kind: 'natural' | 'entrepreneur' | 'company'; name: string; masked: string };
  operator: Operator;
  /** Civil dates, both inclusive. */
  from: string;
  to: string;
  /** When it was made. */
  at: string;
  books: readonly StatementBook[];
  /** Of the file with the same entries in Russian. */
  sha256: string;
}

export const statementPaper = (facts: StatementFacts): Paper => ({
  reference: facts.reference,
  title: both('АККАУНТ БОЙЫНША ҮЗІНДІ КӨШІРМЕ', 'ВЫПИСКА ПО АККАУНТУ'),
  number: null,
  date: civilDate(facts.at),
  blocks: [
    holder(facts),
    { kind: 'parties', of: [{ role: ROLES.operator, party: operatorNamed(facts.operator) }] },
    ...(facts.books.length === 0 ? [nothing] : facts.books.map(bookTable)),
    { kind: 'text', style: 'note', text: EXPLAINED },
  ],
  unrecorded: {
    words: both(
      `Сол кезеңнің жазбалары бар файлдың (GET /v1/statement.csv?from=${facts.from}&to=${facts.to}, Accept-Language: ru) SHA-256 мәні төменде. Файлды Жеке кабинеттен қайта алып салыстырыңыз: кезең аяқталған болса, мән өзгермейді.`,
      `Ниже — SHA-256 файла с записями за тот же период (GET /v1/statement.csv?from=${facts.from}&to=${facts.to}, Accept-Language: ru). Возьмите файл из Личного кабинета снова и сравните: если период завершён, значение не изменится.`,
    ),
    sha256: facts.sha256,
  },
  origin: null,
});

const EXPLAINED = both(
  'Сомалар теңгемен. Минус таңбасы қалдықтың азайғанын білдіреді. Кідіртілген (бұғатталған, аударуға дайындалған) сомалар жазба болып саналмайды.',
  'Суммы в тенге. Минус означает, что остаток уменьшился. Зарезервированные суммы (блокировка, порученная выплата) записями не считаются.',
);
const nothing: Block = {
  kind: 'text',
  style: 'strong',
  text: both('Кезең ішінде жазбалар мен қалдықтар болған жоқ.', 'За период нет ни записей, ни остатков.'),
};

const holder = ({ holder: { kind, name, masked }, from, to, at }: StatementFacts): Block => ({
  kind: 'facts',
  rows: [
    { name: both('Пайдаланушы', 'Пользователь'), value: name },
    { name: kind === 'company' ? both('БСН', 'БИН') : both('ЖСН', 'ИИН'), value: masked },
    {
      name: both('Кезең', 'Период'),
      value: both(`${dayOf(from).kk} – ${dayOf(to).kk}`, `${dayOf(from).ru} – ${dayOf(to).ru}`),
    },
    { name: both('Жасалған сәті (Астана уақыты)', 'Составлена (время Астаны)'), value: momentOf(at) },
  ],
});

const COLUMNS: readonly Column[] = [
  { head: both('Сәті', 'Момент'), share: 10 },
  { head: both('Неге қатысты', 'О чём'), share: 17 },
  { head: both('Құжаттар', 'Документы'), share: 17 },
  { head: both('Негіздеме', 'Основание'), share: 24 },
  { head: both('Өзгеру, ₸', 'Изменение, ₸'), share: 16, align: 'right' },
  { head: both('Қалдық, ₸', 'Остаток, ₸'), share: 16, align: 'right' },
];

/** The table of one account, from balance to balance. */
function bookTable({ name, about, opening, closing, entries }: StatementBook): Table {
  const named = about === null ? name : both(`${name.kk}: ${inLanguage(about, 'kk')}`, `${name.ru}: ${inLanguage(about, 'ru')}`);
  return {
    kind: 'table',
    caption: named,
    columns: COLUMNS,
    rows: [
      ['', '', '', both('Кезең басындағы қалдық', 'Остаток на начало'), '', cell(opening)],
      ...entries.map((entry) => [
        ...[shortMoment(entry.at), entry.about, entry.papers, entry.reason],
        ...[cell(entry.amount), cell(entry.balance)],
      ]),
    ],
    totals: ['', '', '', both('Кезең соңындағы қалдық', 'Остаток на конец'), '', cell(closing)],
  };
}

const inLanguage = (said: Said, language: keyof TwoLanguages): string => (typeof said === 'string' ? said : said[language]);
