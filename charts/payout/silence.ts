/** The texts for the states of a payout in which nothing happens by itself: what is awaited. */
import type { Localized } from '../messages.ts';

export const silence = {
  preparing: {
    kk: 'Платформа төлем деректемелерін тексереді. Сізден ештеңе талап етілмейді.',
    ru: 'Платформа проверяет счёт для выплат. От вас ничего не требуется.',
    en: 'The platform looks up the payout details. Nothing is expected of you.',
  },
  'unready.details': {
    kk: 'Өздігінен ештеңе болмайды. Алушы Жеке кабинетте төлем деректемелерін көрсетсе, төлем өзі жіберіледі.',
    ru: 'Само собой ничего не произойдёт. Когда получатель укажет счёт для выплат в Личном кабинете, выплата уйдёт сама.',
    en: 'Nothing happens by itself. Once the payee names payout details in the cabinet, the payout is sent by itself.',
  },
  'unready.large': {
    kk: 'Өздігінен ештеңе болмайды. Оператордың бір өкілі рұқсатты ұсынады, екіншісі растайды. Алушыдан ештеңе талап етілмейді.',
    ru: 'Само собой ничего не произойдёт. Один представитель Оператора предлагает разрешить выплату, другой подтверждает. От получателя ничего не требуется.',
    en: 'Nothing happens by itself. One of the operator’s staff proposes to allow it, and another confirms. Nothing is expected of the payee.',
  },
  queued: {
    kk: 'Төлемді төлем ұйымы емес, Оператордың банкі аударады. Оператордың қаржы қызметі банкке келесі тапсырманы жасайды. Сізден ештеңе талап етілмейді.',
    ru: 'Платит не платёжная организация, а банк Оператора. Финансовая служба Оператора включит выплату в следующее поручение банку. От вас ничего не требуется.',
    en: 'The operator’s bank pays it and not the payment provider. The finance of the operator puts it into the next order to the bank. Nothing is expected of you.',
  },
  listed: {
    kk: 'Төлем банкке арналған тапсырмада. Оператордың екінші өкілі оны сол күні жібереді, әйтпесе төлем келесі тапсырмаға өзі өтеді. Сізден ештеңе талап етілмейді.',
    ru: 'Выплата включена в поручение банку. Второй представитель Оператора отправит его в тот же день, иначе выплата сама перейдёт в следующее поручение. От вас ничего не требуется.',
    en: 'It stands in an order to the bank. A second person of the operator releases it on the same day, or the payout goes into the next order by itself. Nothing is expected of you.',
  },
  atBank: {
    kk: 'Оператордың банкіне төлеу тапсырылды. Төленгені банктің үзінді көшірмесі бойынша белгіленеді. Сізден ештеңе талап етілмейді.',
    ru: 'Банку Оператора поручено заплатить. Выплата отметится как прошедшая по выписке банка. От вас ничего не требуется.',
    en: 'The operator’s bank was ordered to pay. It is marked as paid by the bank’s statement. Nothing is expected of you.',
  },
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
    kk: 'Өздігінен ештеңе болмайды. Оператор себебін анықтап, қайта жібереді. Алушы басқа деректемелер көрсетсе, төлем өзі жіберіледі.',
    ru: 'Само собой ничего не произойдёт. Оператор выясняет причину и отправляет выплату снова. Если получатель укажет другой счёт, выплата уйдёт сама.',
    en: 'Nothing happens by itself. The operator finds out why and sends it again. If the payee names other details, it is sent by itself.',
  },
  returned: {
    kk: 'Өздігінен ештеңе болмайды. Оператор себебін анықтап, қайта жібереді. Алушы басқа деректемелер көрсетсе, төлем өзі жіберіледі.',
    ru: 'Само собой ничего не произойдёт. Оператор выясняет причину и отправляет выплату снова. Если получатель укажет другой счёт, выплата уйдёт сама.',
    en: 'Nothing happens by itself. The operator finds out why and sends it again. If the payee names other details, it is sent by itself.',
  },
} satisfies Record<string, Localized>;
