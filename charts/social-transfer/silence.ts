/** The text for the state of a transfer in which nothing happens by itself. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  overdue: {
    kk: 'Өздігінен ештеңе болмайды. Оператор файлды банкке береді және үзінді көшірмені енгізеді не төлем тапсырмасын белгілейді.',
    ru: 'Само собой ничего не произойдёт. Оператор передаёт файл банку и вносит выписку или отмечает платёжное поручение.',
    en: 'Nothing happens by itself. The operator gives the file to the bank and imports its statement, or records the payment order.',
  },
};
