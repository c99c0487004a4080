/** The texts for the states of a payout in which nothing happens by itself: what is awaited. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  sending: {
    kk: 'Төлем ұйымының жауабы күтілуде. Сізден ештеңе талап етілмейді.',
    ru: 'Платформа ждёт ответа платёжной организации. От вас ничего не требуется.',
    en: 'The platform waits for the payment organisation. Nothing is expected of you.',
  },
  sent: {
    kk: 'Банктің растауы күтілуде, Платформа оны өзі сұрайды. Сізден ештеңе талап етілмейді.',
    ru: 'Платформа ждёт подтверждения банка и сама запрашивает его. От вас ничего не требуется.',
    en: 'The platform waits for the bank and keeps asking. Nothing is expected of you.',
  },
  'waiting.late': {
    kk: 'Өздігінен ештеңе болмайды. Алушы қолданылатын салық режимін растаса, аударым бірден жіберіледі. Әйтпесе Оператордың екі өкілі шешеді.',
    ru: 'Само собой ничего не произойдёт. Если получатель подтвердит налоговый режим, выплата уйдёт сразу. Иначе решают два представителя Оператора.',
    en: 'Nothing happens by itself. If the payee proves a tax regime, the payout is sent at once. Otherwise two of the staff decide.',
  },
  refused: {
    kk: 'Өздігінен ештеңе болмайды. Оператор себебін анықтап, қайта жібереді. Алушы деректемелерін тексереді.',
    ru: 'Само собой ничего не произойдёт. Оператор выясняет причину и отправляет выплату снова. Получатель проверяет свои реквизиты.',
    en: 'Nothing happens by itself. The operator finds out why and sends it again. The payee checks the bank details.',
  },
  returned: {
    kk: 'Өздігінен ештеңе болмайды. Оператор себебін анықтап, қайта жібереді. Алушы деректемелерін тексереді.',
    ru: 'Само собой ничего не произойдёт. Оператор выясняет причину и отправляет выплату снова. Получатель проверяет свои реквизиты.',
    en: 'Nothing happens by itself. The operator finds out why and sends it again. The payee checks the bank details.',
  },
};
