/** The texts for the states of an invoice in which nothing happens by itself: what customer and operator can do. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  drawn: {
    kk: 'Платформа шоттың жіберілгенін тексереді; жіберілгенге дейін төлем мерзімі басталмайды.',
    ru: 'Платформа проверяет, отправлен ли счёт; до отправки срок оплаты не начинается.',
    en: 'The platform looks whether the invoice was sent; the term of payment does not begin before.',
  },
  withheld: {
    kk: 'Шот жіберілмеген немесе Оператор төлем деректемелерін көрсетпеген, сондықтан төлем мерзімі басталмаған және өсімпұл есептелмейді. Оператор шотты қайта жібереді.',
    ru: 'Счёт не был отправлен, или Оператор не указал реквизиты для оплаты, поэтому срок оплаты не начался и пеня не начисляется. Оператор отправит счёт заново.',
    en: 'The invoice was not sent, or the operator had named no account to pay to, so the term of payment has not begun and no penalty accrues. The operator sends the invoice again.',
  },
  overdue: {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші төлейді немесе шотқа дау айтады, Оператор борышты кеше алады.',
    ru: 'Само собой ничего не произойдёт. Заказчик платит или оспаривает счёт, Оператор может простить задолженность.',
    en: 'Nothing happens by itself. The customer pays or contests the invoice; the operator may waive the debt.',
  },
  capped: {
    kk: 'Өздігінен ештеңе болмайды. Өсімпұлды есептеу тоқтатылды. Тапсырыс беруші төлейді немесе шотқа дау айтады, Оператор борышты кеше алады.',
    ru: 'Само собой ничего не произойдёт. Начисление пени прекращено. Заказчик платит или оспаривает счёт, Оператор может простить задолженность.',
    en: 'Nothing happens by itself. No more penalty accrues. The customer pays or contests the invoice; the operator may waive the debt.',
  },
  settled: {
    kk: 'Төлейтін ештеңе жоқ, сізден ештеңе талап етілмейді. Картамен төленгенді банк қайтарып алса, шот қайта ашылады, ол туралы хабарлама келеді.',
    ru: 'Платить нечего, от вас ничего не требуется. Если банк отзовёт уплаченное картой, счёт откроется снова, и об этом придёт уведомление.',
    en: 'Nothing is to be paid and nothing is expected of you. If a bank takes back what was paid by card, the invoice is open again, and a notice says so.',
  },
  disputed: {
    kk: 'Тапсырыс беруші шотқа дау айтты. Оператор оны тексереді: сомасын азайтады немесе шотты күшінде қалдырады. Оған дейін еске салулар жіберілмейді.',
    ru: 'Заказчик оспорил счёт. Оператор проверит его и уменьшит сумму или оставит счёт в силе. До этого напоминания не приходят.',
    en: 'The customer has contested the invoice. The operator checks it and lowers the sum, or upholds it. No reminders come until then.',
  },
};
