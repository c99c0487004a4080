/** The motivated refusal of handed-in work (4.3.3): what is not accepted, line by line, and why. */
import type { TwoLanguages } from '../../rules/paper-party.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Block, Paper } from '../paper.ts';
import { both, cell, dayOf, ERASED, momentOf, quantityOf, sumOf } from '../phrases.ts';
import type { Deal } from './facts.ts';
import { dealNamed, numberOf, partiesOf, signaturesOf } from './facts.ts';

/** Work of one line that was handed in. */
export interface HandedInLine {
  /** `null` once it was erased. */
  name: string | null;
  unit: string;
  quantity: string;
  /** Tiyn, as a decimal string. */
  amount: string;
}

export interface RefusalFacts {
  deal: Deal;
  /** When the work was handed in. */
  submittedAt: string;
  submission: number;
  lines: HandedInLine[];
  /** The price of what is not accepted: tiyn. */
  amount: string;
  /** The customer's words. `null` once they were erased. */
  reasons: string | null;
  /** The last day to put it right, as the moment at which it ends. `null` where what was not accepted is given up. */
  reworkBy: string | null;
  /** When the customer refused. */
  refusedAt: string;
}

export const refusal = (facts: RefusalFacts, drawing: Drawing): Paper =>
  drawn(facts, drawing, both('ЖҰМЫСТЫ ҚАБЫЛДАУДАН ДӘЛЕЛДІ БАС ТАРТУ', 'МОТИВИРОВАННЫЙ ОТКАЗ ОТ ПРИЁМКИ РАБОТ'), [
    both(
      'Тапсырыс беруші төмендегі жұмыстарды (қызметтерді) қабылдамайды. Олар бойынша орындалған жұмыстар актісі расталмайды (Жария офертаның 4.3.3-тармағы).',
      'Заказчик не принимает перечисленные ниже работы (услуги). Акт выполненных работ по ним не подтверждается (пункт 4.3.3 Публичной оферты).',
    ),
  ]);

/** The list of defects of a part that was not accepted, while the rest was. */
export const defectList = (facts: RefusalFacts, drawing: Drawing): Paper =>
  drawn(facts, drawing, both('АҚАУЛАР ТІЗІМІ', 'ДЕФЕКТНЫЙ АКТ'), [
    both(
      'Тапсырылған жұмыстың бір бөлігі бөлек актімен қабылданды. Төмендегі жұмыстар (қызметтер) ақауларына байланысты қабылданбады (Жария офертаның 4.2.1 және 4.3.3-тармақтары).',
      'Часть сданной работы принята отдельным актом. Перечисленные ниже работы (услуги) не приняты из-за недостатков (пункты 4.2.1 и 4.3.3 Публичной оферты).',
    ),
  ]);

function drawn(facts: RefusalFacts, drawing: Drawing, title: TwoLanguages, [opening]: [TwoLanguages]): Paper {
  const { deal, submittedAt, submission, lines, amount, reasons, reworkBy, refusedAt } = facts;
  const [named, handedIn] = [dealNamed(deal), momentOf(submittedAt)];
  return {
    ...headOf(numberOf(deal, drawing), deal.offer, drawing),
    title,
    blocks: [
      partiesOf(deal),
      {
        kind: 'section',
        title: both('Тапсырылған жұмыс', 'Сданная работа'),
        clauses: [
          both(`Мәміле: ${named.kk}.`, `Сделка: ${named.ru}.`),
          both(`№ ${submission} тапсыру: ${handedIn.kk} (Алматы уақыты).`, `Сдача № ${submission}: ${handedIn.ru} (время Алматы).`),
          opening,
        ],
      },
      notAccepted(lines, amount),
      reasons === null ? { kind: 'facts', rows: [{ name: REASONS, value: ERASED }] } : { kind: 'words', caption: REASONS, text: reasons },
      { kind: 'section', title: both('Бұдан кейін', 'Что далее'), clauses: [after(amount, reworkBy)] },
      signaturesOf(deal, { customer: refusedAt }),
    ],
  };
}

const REASONS = both('Ақаулар мен себептер Тапсырыс берушінің сөзімен', 'Недостатки и причины словами Заказчика');

const notAccepted = (lines: readonly HandedInLine[], amount: string): Block => ({
  kind: 'table',
  caption: both('Қабылданбаған жұмыстар (қызметтер)', 'Непринятые работы (услуги)'),
  columns: [
    { head: both('№', '№'), share: 0.7, align: 'center' },
    { head: both('Атауы', 'Наименование'), share: 5 },
    { head: both('Бірлік', 'Единица'), share: 1.5 },
    { head: both('Саны', 'Количество'), share: 1.5, align: 'right' },
    { head: both('Құны, ₸', 'Стоимость, ₸'), share: 2, align: 'right' },
  ],
  rows: lines.map((line, index) => [String(index + 1), line.name ?? ERASED, line.unit, quantityOf(line.quantity), cell(line.amount)]),
  totals: ['', both('Жиыны', 'Итого'), '', '', cell(amount)],
});

function after(amount: string, reworkBy: string | null): TwoLanguages {
  const sum = sumOf(amount);
  if (reworkBy === null)
    return both(
      `Қабылданбаған жұмыстан Тапсырыс беруші бас тартады, ол қайта тапсырылмайды; құны: ${sum.kk}. Орындаушы келіспесе, кінәрат-талап қоя алады (9.1-тармақ).`,
      `От непринятой работы Заказчик отказывается, повторно она не сдаётся; её цена: ${sum.ru}. Если Исполнитель не согласен, он может заявить претензию (пункт 9.1).`,
    );
  const day = dayOf(reworkBy);
  return both(
    `Ақауларды жойып, жұмысты қайта тапсырудың соңғы күні: ${day.kk}; құны: ${sum.kk}. Орындаушы келіспесе, кінәрат-талап қоя алады (9.1-тармақ).`,
    `Недостатки устраняются, и работа сдаётся повторно не позднее ${day.ru}; её цена: ${sum.ru}. Если Исполнитель не согласен, он может заявить претензию (пункт 9.1).`,
  );
}
