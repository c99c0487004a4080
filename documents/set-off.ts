/** The set-off statement: two debts of the same parties, what each was, what is set off, and what remains of each. */
import type { LawReference } from '../rules/law-references.ts';
import { lawsOn } from '../rules/law-references.ts';
import { less } from '../rules/money.ts';
import type { PaperParty, TwoLanguages } from '../rules/paper-party.ts';
import { civilDate } from '../rules/working-days.ts';
import type { Drawing } from './drawing.ts';
import { headOf } from './drawing.ts';
import type { Paper } from './paper.ts';
import { both, cell, dayOf, sumOf } from './phrases.ts';

export interface DebtNamed {
  number: string;
  /** How it arose, and on which civil date. */
  ground: TwoLanguages;
  arisenOn: string;
  /** Owed before the set-off: tiyn, as a decimal string. */
  owed: string;
}

export interface SetOffFacts {
  /** The debt in which the set-off was proposed, and the one against it. */
  debts: [DebtNamed, DebtNamed];
  /** The debtor of the first debt is the creditor of the second. */
  first: { role: TwoLanguages; party: PaperParty | null; confirmedAt: string };
  second: { role: TwoLanguages; party: PaperParty | null; confirmedAt: string };
  laws: readonly LawReference[];
  /** What is set off: tiyn. */
  amount: string;
}

export function setOffStatement({ debts: [own, other], first, second, laws, amount }: SetOffFacts, drawing: Drawing): Paper {
  const { at, seq } = drawing.record;
  const on = civilDate(at);
  const [law] = lawsOn(laws, ['setOff'], on);
  const [day, sum] = [dayOf(on), sumOf(amount)];
  const named = ({ number, ground, arisenOn }: DebtNamed): TwoLanguages =>
    both(
      `№ ${number} борыш (${ground.kk}; ${dayOf(arisenOn).kk} туындаған)`,
      `долг № ${number} (${ground.ru}; возник ${dayOf(arisenOn).ru})`,
    );
  return {
    ...headOf(`${own.number}-${seq}`, null, drawing),
    title: both('ӨЗАРА ЕСЕПКЕ АЛУ ТУРАЛЫ МӘЛІМДЕМЕ', 'ЗАЯВЛЕНИЕ О ЗАЧЁТЕ ВСТРЕЧНЫХ ТРЕБОВАНИЙ'),
    blocks: [
      { kind: 'parties', of: [first, second].map(({ role, party }) => ({ role, party })) },
      {
        kind: 'section',
        title: both('Өзара есепке алу', 'Зачёт'),
        clauses: [
          both(
            `Тараптар өзара есепке алатын қарсы борыштар: ${named(own).kk} және ${named(other).kk}.`,
            `Стороны засчитывают встречные обязательства: ${named(own).ru} и ${named(other).ru}.`,
          ),
          both(`Өзара есепке алынған сома: ${sum.kk}; күні: ${day.kk}.`, `Зачтено ${sum.ru}; день зачёта: ${day.ru}.`),
          both(`Негізі: ${law?.kk}.`, `Основание: ${law?.ru}.`),
        ],
      },
      {
        kind: 'table',
        columns: [
          { head: both('Борыш', 'Долг'), share: 4 },
          { head: both('Болғаны, ₸', 'Было, ₸'), share: 2, align: 'right' },
          { head: both('Есепке алынғаны, ₸', 'Зачтено, ₸'), share: 2, align: 'right' },
          { head: both('Қалғаны, ₸', 'Осталось, ₸'), share: 2, align: 'right' },
        ],
        rows: [own, other].map((debt) => [`№ ${debt.number}`, cell(debt.owed), cell(amount), cell(less(debt.owed, amount))]),
      },
      { kind: 'signatures', of: [first, second] },
    ],
  };
}
