/** The agreement to end the deal (3.4): from when, and what is paid for what was done. Both parties have confirmed it by then. */
import type { LawReference } from '../../rules/law-references.ts';
import { lawsOn } from '../../rules/law-references.ts';
import { sum } from '../../rules/money.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Paper } from '../paper.ts';
import { both, cell, ERASED, momentOf, sumOf } from '../phrases.ts';
import type { Deal, Side } from './facts.ts';
import { dealNamed, numberOf, partiesOf, signaturesOf } from './facts.ts';

export interface EndingFacts {
  deal: Deal;
  laws: readonly LawReference[];
  /** Tiyn, as decimal strings: the price of accepted work, what the ending costs the customer beside it, and what was paid. */
  approved: string;
  cost: string;
  paid: string;
  /** Who proposed it, and the proposer's words. `null` once they were erased. */
  proposer: Side;
  reasons: string | null;
  confirmed: Partial<Record<Side, string>>;
}

export function endingAgreement(facts: EndingFacts, drawing: Drawing): Paper {
  const { deal, laws, approved, cost, paid, reasons, confirmed } = facts;
  const named = dealNamed(deal);
  const [law] = lawsOn(laws, ['change'], civilDate(drawing.record.at));
  const [at, extra] = [momentOf(drawing.record.at), sumOf(cost)];
  const due = sum(approved, cost);
  const inAll = sumOf(due);
  return {
    ...headOf(numberOf(deal, drawing), deal.offer, drawing),
    title: both('МӘМІЛЕНІ ТОҚТАТУ ТУРАЛЫ КЕЛІСІМ', 'СОГЛАШЕНИЕ О РАСТОРЖЕНИИ'),
    blocks: [
      partiesOf(deal),
      {
        kind: 'section',
        title: both('Келісімнің мәні', 'Предмет соглашения'),
        clauses: [
          both(
            `Тараптар мына мәмілені тоқтатады: ${named.kk}. Тоқтатылған уақыты: ${at.kk} (Алматы уақыты).`,
            `Стороны прекращают сделку: ${named.ru}. Момент прекращения: ${at.ru} (время Алматы).`,
          ),
          both(`Мәміле тараптардың келісімімен бұзылады: ${law?.kk}.`, `Сделка расторгается по соглашению сторон: ${law?.ru}.`),
        ],
      },
      reasons === null
        ? { kind: 'facts', rows: [{ name: both('Себептері', 'Причины'), value: ERASED }] }
        : { kind: 'words', caption: both('Себептері ұсынған тараптың сөзімен', 'Причины словами предложившей стороны'), text: reasons },
      {
        kind: 'table',
        caption: both('Тапсырыс беруші төлейтін сома', 'Что платит Заказчик'),
        columns: [
          { head: both('Не үшін', 'За что'), share: 7 },
          { head: both('Сомасы, ₸', 'Сумма, ₸'), share: 3, align: 'right' },
        ],
        rows: [
          [both('Қабылданған жұмыстар (қызметтер)', 'Принятые работы (услуги)'), cell(approved)],
          [both('Мәмілені тоқтату үшін келісілген сома', 'Согласованная сумма за прекращение'), cell(cost)],
        ],
        totals: [both('Барлығы', 'Всего'), cell(due)],
      },
      {
        kind: 'section',
        title: both('Есеп айырысу', 'Расчёты'),
        clauses: [
          both(
            `Барлығы ${inAll.kk} төленеді, оның ішінде мәмілені тоқтату үшін ${extra.kk}. Бұрын төленгені есепке алынады: ${sumOf(paid).kk}.`,
            `Всего уплачивается ${inAll.ru}, в том числе за прекращение ${extra.ru}. Уплаченное ранее засчитывается: ${sumOf(paid).ru}.`,
          ),
          both(
            'Осы соманы төлегеннен кейін тараптардың мәміле бойынша бір-біріне талабы жоқ; ашық кінәрат-талаптар өз тәртібімен қаралады.',
            'После уплаты этой суммы стороны не имеют друг к другу требований по сделке; открытые претензии рассматриваются своим порядком.',
          ),
        ],
      },
      signaturesOf(deal, confirmed),
    ],
  };
}
