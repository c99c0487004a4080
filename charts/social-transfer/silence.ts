/** The text for the state of a transfer in which nothing happens by itself. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  overdue: {
    kk: 'Өздігінен ештеңе болмайды. Оператор төлемдерді аударып, төлем тапсырмасын белгілейді.',
    ru: 'Само собой ничего не произойдёт. Оператор перечисляет платежи и отмечает платёжное поручение.',
    en: 'Nothing happens by itself. The operator transfers the payments and records the payment order.',
  },
};
