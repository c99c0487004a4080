/** The facts that every document shows, and the safe formatting of user input in documents. */

import { lastMoment, localMoment } from '../rules/moments.ts';
import { costOf, formatTenge } from '../rules/money.ts';
import { oneLine } from '../rules/plain-text.ts';
import { civilDate } from '../rules/working-days.ts';

export interface Line {
  name: string;
  unit: string;
  quantity: string;
  /** Tiyn, as decimal strings: the unit price is shown, the amount is what counts. */
  unitPrice: string;
  amount: string;
}

export interface DocumentFacts {
  /** The names of the parties; empty where erased. */
  customer: string;
  contractor: string;
  task: {
    number: string;
    version: number;
    title: string;
    description: string | null;
    place: string | null;
    hazards: string | null;
    measures: string | null;
    requirements: string | null;
    payment: string;
    startAt: string;
    dueAt: string;
  };
  /** True if the task's free texts were erased. They are then empty or null here. */
  erased: boolean;
  /** The work lines that the document covers, each with the covered quantity. */
  lines: Line[];
  /** The document's sum in tiyn, as a decimal string. */
  amount: string;
  /** The event that requested the document. The document carries its time. */
  record: { life: string; seq: number; at: string; hash: string };
  /** The confirming parties in signing sequence, and those who already confirmed in the task. */
  order: readonly ('customer' | 'contractor')[];
  confirmed: Partial<Record<'customer' | 'contractor', string>>;
}

/** Beside the name of a party that has shown no document for its IIN or BIN. */
export const UNPROVED = 'ИИН/БИН не подтверждён';

const ERASED = '[удалено]';
/** Puts user input on one line, so that it cannot imitate a line or a column of the document. */
export const inline = (text: string): string => oneLine(text).replaceAll('|', '/') || ERASED;

/** The date in Almaty: `22.11.2026`. */
export const day = (moment: string): string => civilDate(moment).split('-').reverse().join('.');

export const tenge = (amount: string | bigint): string => formatTenge(BigInt(amount));

/** The cost of all lines, in tiyn. */
const costs = (lines: Line[]): bigint => lines.reduce((sum, line) => sum + costOf(line), 0n);

/** The total below a table. Where a total was agreed, it also says what the unit prices would have come to. */
export const totals = ({ lines, amount }: DocumentFacts): string[] =>
  costs(lines) === BigInt(amount)
    ? [`Итого: ${tenge(amount)}`]
    : [`Итого: ${tenge(amount)}`, `Согласована общая цена; по ценам за единицу было бы ${tenge(costs(lines))}`];

const said = (name: string, text: string | null): string[] => (text === null ? [] : [`${name}: ${inline(text)}`]);

/** The agreed terms. An order and a contract state them identically. */
export function agreement(facts: DocumentFacts): string[] {
  const { task, erased, lines } = facts;
  return [
    `Задание № ${task.number}, версия ${task.version}: ${inline(task.title)}`,
    ...(erased ? ['Тексты задания удалены по требованию их автора; их хеш остаётся в записях Платформы.'] : []),
    ...said('Описание', task.description),
    ...said('Место', task.place),
    ...said('Требования', task.requirements),
    ...said('Риски', task.hazards),
    ...said('Меры безопасности', task.measures),
    `Начало: ${localMoment(task.startAt, 'ru')} (время Алматы)`,
    `Окончание: не позднее ${lastMoment(task.dueAt, 'ru')} (время Алматы)`,
    `Расчёты: ${task.payment === 'platform' ? 'через Платформу' : 'напрямую между сторонами'}`,
    '',
    '№ | Наименование работ (услуг) | Единица измерения | Количество | Цена за единицу | Стоимость',
    ...lines.map((line, index) =>
      [index + 1, inline(line.name), inline(line.unit), line.quantity, tenge(line.unitPrice), tenge(line.amount)].join(' | '),
    ),
    ...totals(facts),
  ];
}

const NAMES = { customer: 'Заказчик', contractor: 'Исполнитель' };

/** The parties by name. The platform does not yet know their addresses or numbers. */
export const parties = ({ customer, contractor }: DocumentFacts): string[] => [
  `Заказчик: ${inline(customer)}. ИИН/БИН, адрес, средства связи: не указаны`,
  `Исполнитель: ${inline(contractor)}. ИИН/БИН, адрес, средства связи: не указаны`,
];

/** Says where confirmations are recorded, what they mean (1.4), and which event led to the document. */
export const closing = ({ order, confirmed, record }: DocumentFacts): string[] => [
  ...order.map((party) => {
    const at = confirmed[party];
    return `${NAMES[party]}: ${at === undefined ? 'подтверждение даётся в Личном кабинете' : `подтверждено в Личном кабинете ${localMoment(at, 'ru')} (время Алматы)`}`;
  }),
  '',
  'Подтверждение — действие стороны в её Аккаунте после Аутентификации (п. 1.4 Публичной оферты).',
  'Оно записывается на Платформе AkJet вместе с SHA-256 этого документа, отдельно от него. Подтверждение не является электронной подписью.',
  `Основание: запись ${record.life}/${record.seq} от ${day(record.at)}, SHA-256 ${record.hash}`,
];

/** Joins the lines of a document. Each line ends with a newline. */
export const textOf = (lines: string[]): string => `${lines.join('\n')}\n`;
