/** The calculation of a penalty (расчёт пени) as the operator claims it: day range by day range, until the day of the claim (6.3). */
import { plainPercent } from '../../rules/money.ts';
import type { DebtBalance } from '../../rules/penalty.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Paper } from '../paper.ts';
import { both, cell, dayOf } from '../phrases.ts';
import type { BillFacts } from './facts.ts';
import { inWords, issuedBy, partiesOf, written } from './facts.ts';

export interface PenaltyFacts extends Omit<BillFacts, 'lines' | 'advance'> {
  /** The number of the claim among those of the invoice. */
  nth: number;
  /** The civil date of the claim, and the balance at its end. */
  on: string;
  balance: Pick<DebtBalance, 'ranges' | 'penalty' | 'principalOwed' | 'penaltyOwed'>;
  /** Hundredths of a per cent. */
  perDay: number;
  cap: number;
}

const percent = (basisPoints: number): string => `${plainPercent(basisPoints)} %`;

export function penaltySheet(facts: PenaltyFacts, drawing: Drawing): Paper {
  const { number, nth, drawnOn, dueOn, on, operator, principal, balance, perDay, cap } = facts;
  const { ranges, penalty, principalOwed, penaltyOwed } = balance;
  const [drawn, due, day] = [dayOf(drawnOn), dayOf(dueOn), dayOf(on)];
  return {
    ...headOf(`${number}/П${nth}`, null, drawing),
    title: both('ӨСІМПҰЛ ЕСЕБІ', 'РАСЧЁТ ПЕНИ'),
    blocks: [
      partiesOf(facts),
      {
        kind: 'text',
        text: both(
          `№ ${number} төлемге шот (${drawn.kk}), ${cell(principal)} теңге, төлем мерзімі: ${due.kk}. Өсімпұл: күніне ${percent(perDay)}, бірақ ${percent(cap)} аспайды (Жария офертаның 6.3-тармағы). Есеп ${day.kk} күніне жасалды.`,
          `Счёт на оплату № ${number} от ${drawn.ru} на ${cell(principal)} тенге, срок оплаты — ${due.ru} Пеня: ${percent(perDay)} в день, но не более ${percent(cap)} (пункт 6.3 Публичной оферты). Расчёт составлен на ${day.ru}`,
        ),
      },
      {
        kind: 'table',
        columns: [
          { head: both('Басы', 'С'), share: 3, align: 'center' },
          { head: both('Соңы', 'По'), share: 3, align: 'center' },
          { head: both('Күн', 'Дней'), share: 1.6, align: 'right' },
          { head: both('Мерзімі өткен сома, ₸', 'Просроченная сумма, ₸'), share: 4, align: 'right' },
          { head: both('Өсімпұл, ₸', 'Пеня, ₸'), share: 3.4, align: 'right' },
        ],
        rows: ranges.map(({ from, until, days, base, penalty: added }) => [
          ...[written(from), written(until), String(days), cell(base), cell(added)],
        ]),
        totals: [both('Барлығы', 'Итого'), '', '', '', cell(penalty)],
      },
      ...(penalty === penaltyOwed
        ? []
        : [
            {
              kind: 'text',
              text: both(`Оның төленгені: ${cell(penalty - penaltyOwed)} теңге.`, `Из неё уплачено: ${cell(penalty - penaltyOwed)} тенге.`),
            } as const,
          ]),
      inWords(both('Төлеуге өсімпұл', 'Пеня к уплате'), String(penaltyOwed)),
      {
        kind: 'text',
        text: both(`Шоттың төленбеген сомасы: ${cell(principalOwed)} теңге.`, `Неоплаченная сумма счёта: ${cell(principalOwed)} тенге.`),
      },
      issuedBy(operator),
    ],
  };
}
