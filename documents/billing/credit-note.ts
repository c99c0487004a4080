/** The credit note (корректировочный счёт): by how much an invoice was lowered, and what is left of it. It counts as never charged. */
import { less } from '../../rules/money.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Paper } from '../paper.ts';
import { both, cell, dayOf } from '../phrases.ts';
import type { BillFacts } from './facts.ts';
import { inWords, issuedBy, partiesOf, vatOf, written } from './facts.ts';

export interface CreditFacts extends Omit<BillFacts, 'lines'> {
  /** The number of the credit among those of the invoice. */
  nth: number;
  /** Tiyn: the credit, and what of the invoice had been credited before. */
  amount: string;
  before: string;
  reasons: string | null;
}

export function creditNote(facts: CreditFacts, drawing: Drawing): Paper {
  const { number, nth, drawnOn, operator, principal, before, amount, reasons } = facts;
  const was = less(principal, before);
  const vat = vatOf(facts, amount);
  const drawn = dayOf(drawnOn);
  return {
    ...headOf(`${number}/${nth}`, null, drawing),
    title: both('ТҮЗЕТУ ШОТЫ', 'КОРРЕКТИРОВОЧНЫЙ СЧЁТ'),
    blocks: [
      partiesOf(facts),
      {
        kind: 'text',
        text: both(
          `№ ${number} төлемге шот (${drawn.kk}) бойынша сома азайтылды. Азайтылған сома есептелмеген деп саналады, оған өсімпұл есептелмейді.`,
          `Сумма по счёту на оплату № ${number} от ${written(drawnOn)} уменьшена. На неё вознаграждение считается не начисленным, пеня не начисляется.`,
        ),
      },
      {
        kind: 'table',
        columns: [
          { head: both('Шот', 'Счёт'), share: 4 },
          { head: both('Болғаны, ₸', 'Было, ₸'), share: 3, align: 'right' },
          { head: both('Азайтылғаны, ₸', 'Уменьшено, ₸'), share: 3, align: 'right' },
          { head: both('Қалғаны, ₸', 'Стало, ₸'), share: 3, align: 'right' },
        ],
        rows: [[`№ ${number}`, cell(was), cell(amount), cell(less(was, amount))]],
      },
      inWords(both(`Азайтылғаны, ${vat.kk}`, `Уменьшено, ${vat.ru}`), amount),
      ...(reasons === null ? [] : [{ kind: 'words', caption: both('Себебі', 'Основание'), text: reasons } as const]),
      issuedBy(operator),
    ],
  };
}
