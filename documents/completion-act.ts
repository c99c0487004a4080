/** The act of completed works, form R-1 (order of the Minister of Finance № 562 of 20.12.2012, appendix 50). */
import { civilDate } from '../rules/working-days.ts';
import type { DocumentFacts } from './facts.ts';
import { closing, day, inline, parties, tenge, textOf, totals } from './facts.ts';

/** The year in which an act is numbered: the year of its date in Almaty. */
export const yearOf = (moment: string): number => Number(civilDate(moment).slice(0, 4));

/** `AVR-2026-7`: the seventh act of its contractor in the year. */
export const actNumber = (moment: string, seq: number): string => `AVR-${yearOf(moment)}-${seq}`;

/** @param seq the act's number among its contractor's acts of the year. */
export function completionAct(facts: DocumentFacts, seq: number): string {
  const { task, lines, record, order } = facts;
  const date = day(record.at);
  return textOf([
    'Приложение 50 к приказу Министра финансов Республики Казахстан от 20 декабря 2012 года № 562',
    'Форма Р-1',
    '',
    ...parties(facts),
    `Договор (контракт): задание № ${task.number}, версия ${task.version}, принятое на Платформе AkJet`,
    `Номер документа: ${actNumber(record.at, seq)}`,
    `Дата составления: ${date}`,
    '',
    'АКТ ВЫПОЛНЕННЫХ РАБОТ (ОКАЗАННЫХ УСЛУГ)',
    inline(task.title),
    '',
    '№ | Наименование работ (услуг) | Дата выполнения | Сведения об отчёте | Единица измерения | Количество | Цена за единицу | Стоимость',
    ...lines.map((line, index) =>
      [index + 1, inline(line.name), date, 'нет', inline(line.unit), line.quantity, tenge(line.unitPrice), tenge(line.amount)].join(' | '),
    ),
    ...totals(facts),
    '',
    'Сведения об использовании запасов, полученных от заказчика: не заявлены',
    'Приложение: нет',
    ...(order.includes('customer')
      ? []
      : [
          'Акт составлен в одностороннем порядке: Заказчик не ответил в срок, установленный условиями задания (п. 4.3.3 Публичной оферты).',
        ]),
    '',
    `Сдал: Исполнитель ${inline(facts.contractor)}`,
    ...(order.includes('customer')
      ? [`Принял: Заказчик ${inline(facts.customer)}`, 'Дата подписания (принятия) работ (услуг): день подтверждения Заказчика']
      : []),
    ...closing(facts),
  ]);
}
