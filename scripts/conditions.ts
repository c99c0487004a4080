/** What an automatic transition waits for, in words for the pictures. Guards have no messages of their own. */
import type { Localized } from '../charts/messages.ts';
import { said } from '../charts/messages.ts';

export const CONDITIONS: Record<string, Localized> = {
  needsOrder: said('жаңа талаптардың тапсырысы керек', 'нужен заказ по новым условиям', 'the terms need an order'),
  needsContract: said('шартқа қол қою керек', 'нужно подтвердить договор', 'a contract has to be confirmed'),
  fundsHaveToWait: said('қаражат тоқтатылған', 'движение денег приостановлено', 'the money is suspended'),
  needsFunds: said('қаражат алдын ала керек', 'деньги нужны заранее', 'money is needed before'),
  needsBriefing: said('нұсқама керек', 'нужен инструктаж', 'a briefing is needed'),
  sumsMayMove: said('тоқтату алынды', 'приостановка снята', 'the suspension has ended'),
  overpaymentIsUntold: said('артық төленген', 'заплачено лишнее', 'too much was paid'),
  endsCancelled: said('бәрі есептелді, тапсырма тоқтатылды', 'всё рассчитано, задание прекращено', 'all is settled, the task was given up'),
  nothingToSettle: said('төлейтін ештеңе жоқ', 'платить нечего', 'nothing is left to pay'),
  sumsAreStopped: said('қаражат тоқтатылған', 'движение денег приостановлено', 'the money is suspended'),
  payoutWaits: said('ақша алынды', 'деньги списаны', 'the money was taken'),
  claimKeepsMoney: said('ашық талап ақшаны ұстап тұр', 'деньги удерживает открытая претензия', 'an open claim keeps the money'),
  fundsAreReturning: said('қалғаны қайтарылуда', 'остаток возвращается', 'the rest is going back'),
  fundsGoBack: said('төленуге тиіс сома жоқ', 'ничего не причитается', 'nothing of it is due'),
  fundsAreHeld: said('ақша ұсталып тұр', 'деньги удержаны', 'the money is kept'),
  paysThroughPlatform: said('платформа арқылы төленеді', 'оплата через платформу', 'paid through the platform'),
  somethingIsReported: said('төлем туралы хабарланған', 'сообщено об оплате', 'a payment was reported'),
  moneyGoesOn: said('ақшаны ештеңе ұстамайды', 'деньги ничто не удерживает', 'nothing keeps the money'),
  nothingIsReported: said('хабарланған төлем жоқ', 'сообщённой оплаты нет', 'no payment is reported'),
  nobodyClaims: said('ашық талап жоқ', 'открытых претензий нет', 'no claim is open'),
  somethingCameFirst: said('алдымен керегінің бәрі дайын', 'всё нужное до начала есть', 'all that comes first is there'),
  somethingIsHeld: said('тоқтату бар', 'есть приостановка', 'something is on hold'),
  nothingIsHeld: said('тоқтату жоқ', 'приостановок нет', 'nothing is on hold'),
  someIsPaid: said('бір бөлігі төленген', 'часть оплачена', 'a part is paid'),
  isPaid: said('толық төленді', 'выплачено полностью', 'paid in full'),
  isSetOff: said('есепке жатқызылды', 'зачтено', 'set off'),
  termIsOver: said(
    'хабарлама жіберілген, мерзім өтті',
    'извещение отправлено, срок прошёл',
    'the notice was sent, and the term has passed',
  ),
  isOverdue: said('мерзімі өтті', 'срок прошёл', 'the term has passed'),
  pageIsOpen: said('төлем беті ашық', 'страница оплаты открыта', 'a page to pay is open'),
  bankMayTakeBack: said(
    'банк төлемді әлі қайтарып ала алады',
    'банк ещё может отозвать платёж',
    'the bank may still take the payment back',
  ),
  isWrittenOff: said('берешек кешірілді', 'долг списан', 'the debt was forgiven'),
  isCredited: said('толық азайтылды', 'полностью уменьшен', 'credited whole'),
  answerIsLate: said('жауап мерзімі өтті', 'срок ответа прошёл', 'the answer is late'),
};

/** Where the condition is another region's state: the life or its deal has ended. */
export const HAS_ENDED = said('бәрі аяқталды', 'всё завершено', 'all has ended');
export const OTHERWISE = said('өзге жағдайда', 'в остальных случаях', 'otherwise');
