/** Where nothing happens to a fee by itself, and what customer and operator may do. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  // Only under a tariff without penalty: else its cap is still to come.
  overdue: {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші төлейді, Оператор қарызды кеше алады.',
    ru: 'Само собой ничего не произойдёт. Заказчик платит, Оператор может простить задолженность.',
    en: 'Nothing happens by itself. The customer pays; the operator may waive the debt.',
  },
  capped: {
    kk: 'Өздігінен ештеңе болмайды. Өсімпұл бұдан былай өспейді. Тапсырыс беруші төлейді, Оператор қарызды кеше алады.',
    ru: 'Само собой ничего не произойдёт. Пеня больше не растёт. Заказчик платит, Оператор может простить задолженность.',
    en: 'Nothing happens by itself. The penalty grows no further. The customer pays; the operator may waive the debt.',
  },
};
