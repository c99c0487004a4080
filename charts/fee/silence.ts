/** The texts for the states of a fee in which nothing happens by itself: what customer and operator can do. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  'unnoticed.asked': {
    kk: 'Платформа хабарламаның жіберілгенін тексереді; әзірге өсімпұл есептелмейді.',
    ru: 'Платформа проверяет, было ли отправлено уведомление; пеня пока не начисляется.',
    en: 'The platform looks whether the notice was sent; no penalty accrues meanwhile.',
  },
  'unnoticed.withheld': {
    kk: 'Хабарлама жіберілмеген немесе Оператор төлем деректемелерін көрсетпеген, сондықтан өсімпұл есептелмейді. Оператор хабарламаны қайта жібереді, сонда төлем мерзімі қайта басталады.',
    ru: 'Уведомление не было отправлено, или Оператор не указал реквизиты для оплаты, поэтому пеня не начисляется. Оператор отправит уведомление заново, и срок оплаты начнётся снова.',
    en: 'The notice was not sent, or the operator had named no account to pay to, so no penalty accrues. The operator sends the notice again, and the term of payment then begins anew.',
  },
  // Only under a tariff without penalty: else its cap is still to come.
  overdue: {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші төлейді, Оператор борышты кеше алады.',
    ru: 'Само собой ничего не произойдёт. Заказчик платит, Оператор может простить задолженность.',
    en: 'Nothing happens by itself. The customer pays; the operator may waive the debt.',
  },
  capped: {
    kk: 'Өздігінен ештеңе болмайды. Өсімпұлды есептеу тоқтатылды. Тапсырыс беруші төлейді, Оператор борышты кеше алады.',
    ru: 'Само собой ничего не произойдёт. Начисление пени прекращено. Заказчик платит, Оператор может простить задолженность.',
    en: 'Nothing happens by itself. No more penalty accrues. The customer pays; the operator may waive the debt.',
  },
};
