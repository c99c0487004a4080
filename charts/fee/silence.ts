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
    kk: 'Өздігінен ештеңе болмайды. Өсімпұлды есептеу тоқтатылды. Тапсырыс беруші төлейді, Оператор қарызды кеше алады.',
    ru: 'Само собой ничего не произойдёт. Начисление пени прекращено. Заказчик платит, Оператор может простить задолженность.',
    en: 'Nothing happens by itself. No more penalty accrues. The customer pays; the operator may waive the debt.',
  },
};
