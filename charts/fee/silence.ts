/** Where nothing happens to a fee by itself, and what customer and operator may do. */
import type { Localized } from '../messages.ts';

const unnoticed = {
  kk: 'Төлем мерзімі мен өсімпұл хабарлама жіберілгенше есептелмейді. Оператор хабарламаны қайта жібереді.',
  ru: 'Срок оплаты и пеня не идут, пока уведомление не отправлено. Оператор отправит его заново.',
  en: 'Neither the term nor a penalty runs until the notice is sent. The operator sends it again.',
};

export const silence: Record<string, Localized> = {
  'unnoticed.asked': unnoticed,
  'unnoticed.withheld': unnoticed,
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
