/** The briefing sheet (4.3.1, 4.3.2): of which hazards the contractor was told, of which measures, and who confirmed it when. */
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Paper } from '../paper.ts';
import { both, ERASED, momentOf } from '../phrases.ts';
import type { Deal } from './facts.ts';
import { dealNamed, numberOf, partiesOf, signaturesOf } from './facts.ts';

export interface BriefingFacts {
  deal: Deal;
  /** Texts that the customer wrote. `null` where there are none, or once they were erased. */
  place: string | null;
  hazards: string | null;
  measures: string | null;
  note: string | null;
  /** When the customer briefed, and when the contractor confirmed it. */
  briefedAt: string;
  acknowledgedAt: string;
}

export function briefingSheet(facts: BriefingFacts, drawing: Drawing): Paper {
  const { deal, place, hazards, measures, note, briefedAt, acknowledgedAt } = facts;
  const [named, told, confirmed] = [dealNamed(deal), momentOf(briefedAt), momentOf(acknowledgedAt)];
  const words = [
    { caption: both('Орны', 'Место'), text: place },
    { caption: both('Өмір мен денсаулыққа төнетін қауіптер', 'Риски для жизни и здоровья'), text: hazards },
    { caption: both('Қауіпсіздік шаралары', 'Меры безопасности'), text: measures },
  ].flatMap(({ caption, text }) => (text === null ? [] : [{ kind: 'words' as const, caption, text }]));
  const ofBriefing = both('Нұсқама Тапсырыс берушінің сөзімен', 'Инструктаж словами Заказчика');
  return {
    ...headOf(numberOf(deal, drawing), deal.offer, drawing),
    title: both('НҰСҚАМА ПАРАҒЫ', 'ЛИСТ ИНСТРУКТАЖА'),
    blocks: [
      partiesOf(deal),
      {
        kind: 'section',
        title: both('Нұсқама', 'Инструктаж'),
        clauses: [
          both(`Мәміле: ${named.kk}.`, `Сделка: ${named.ru}.`),
          both(
            `Тапсырыс беруші қауіптер мен қауіпсіздік шаралары туралы нұсқама өткізді: ${told.kk} (Алматы уақыты) (Жария офертаның 4.3.1 және 4.3.2-тармақтары).`,
            `Заказчик провёл инструктаж о рисках и мерах безопасности: ${told.ru} (время Алматы) (пункты 4.3.1 и 4.3.2 Публичной оферты).`,
          ),
          both(
            `Орындаушы нұсқаманы алғанын және қауіпсіздік ережелерін сақтайтынын растады: ${confirmed.kk} (Алматы уақыты) (4.2.3-тармақ).`,
            `Исполнитель подтвердил, что инструктаж получил и правила безопасности соблюдает: ${confirmed.ru} (время Алматы) (пункт 4.2.3).`,
          ),
        ],
      },
      ...words,
      note === null ? { kind: 'facts', rows: [{ name: ofBriefing, value: ERASED }] } : { kind: 'words', caption: ofBriefing, text: note },
      signaturesOf(deal, { customer: briefedAt, contractor: acknowledgedAt }),
    ],
  };
}
