/** What an automatic transition waits for, in words for the pictures. Guards have no messages of their own. */
import type { Localized } from '../charts/messages.ts';

const words = (kk: string, ru: string, en: string): Localized => ({ kk, ru, en });

export const CONDITIONS: Record<string, Localized> = {
  needsOrder: words('жаңа талаптардың тапсырысы керек', 'нужен заказ по новым условиям', 'the terms need an order'),
  needsContract: words('шартқа қол қою керек', 'нужно подтвердить договор', 'a contract has to be confirmed'),
  fundsHaveToWait: words('қаражат тоқтатылған', 'движение денег приостановлено', 'the money is suspended'),
  needsFunds: words('қаражат алдын ала керек', 'деньги нужны заранее', 'money is needed before'),
  needsBriefing: words('нұсқама керек', 'нужен инструктаж', 'a briefing is needed'),
  sumsMayMove: words('тоқтату алынды', 'приостановка снята', 'the suspension has ended'),
  overpaymentIsUntold: words('артық төленген', 'заплачено лишнее', 'too much was paid'),
  endsCancelled: words(
    'бәрі есептелді, тапсырма тоқтатылды',
    'всё рассчитано, задание прекращено',
    'all is settled, the task was given up',
  ),
  nothingToSettle: words('төлейтін ештеңе жоқ', 'платить нечего', 'nothing is left to pay'),
  sumsAreStopped: words('қаражат тоқтатылған', 'движение денег приостановлено', 'the money is suspended'),
  payoutWaits: words('ақша алынды', 'деньги списаны', 'the money was taken'),
  claimKeepsMoney: words('ашық талап ақшаны ұстап тұр', 'деньги удерживает открытая претензия', 'an open claim keeps the money'),
  fundsAreReturning: words('қалғаны қайтарылуда', 'остаток возвращается', 'the rest is going back'),
  fundsGoBack: words('төленуге тиіс сома жоқ', 'ничего не причитается', 'nothing of it is due'),
  fundsAreHeld: words('ақша ұсталып тұр', 'деньги удержаны', 'the money is kept'),
  paysThroughPlatform: words('платформа арқылы төленеді', 'оплата через платформу', 'paid through the platform'),
  somethingIsReported: words('төлем туралы хабарланған', 'сообщено об оплате', 'a payment was reported'),
  moneyGoesOn: words('ақшаны ештеңе ұстамайды', 'деньги ничто не удерживает', 'nothing keeps the money'),
  nothingIsReported: words('хабарланған төлем жоқ', 'сообщённой оплаты нет', 'no payment is reported'),
  nobodyClaims: words('ашық талап жоқ', 'открытых претензий нет', 'no claim is open'),
  somethingIsHeld: words('тоқтату бар', 'есть приостановка', 'something is on hold'),
  nothingIsHeld: words('тоқтату жоқ', 'приостановок нет', 'nothing is on hold'),
  isPaid: words('толық төленді', 'выплачено полностью', 'paid in full'),
  isSetOff: words('есепке жатқызылды', 'зачтено', 'set off'),
  isOverdue: words('мерзімі өтті', 'срок прошёл', 'the term has passed'),
  answerIsLate: words('жауап мерзімі өтті', 'срок ответа прошёл', 'the answer is late'),
};

/** Where the condition is another region's state: the life or its deal has ended. */
export const HAS_ENDED = words('бәрі аяқталды', 'всё завершено', 'all has ended');
export const OTHERWISE = words('өзге жағдайда', 'в остальных случаях', 'otherwise');
