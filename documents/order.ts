import type { DocumentFacts } from './facts.ts';
import { agreement, closing, day, parties, textOf } from './facts.ts';

/** The work order: the obligations created by accepting a task (3.4). */
export const order = (facts: DocumentFacts): string =>
  textOf([
    `ЗАКАЗ № ${facts.task.number}`,
    `Дата: ${day(facts.record.at)}`,
    '',
    ...parties(facts),
    '',
    ...agreement(facts),
    '',
    'Обязательство возникло между Заказчиком и Исполнителем при принятии задания (п. 3.4 Публичной оферты). Остальные условия — в задании этой версии.',
    '',
    ...closing(facts),
  ]);
