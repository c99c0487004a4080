/** What the payer is told of a declined card: why, and what to do. */
import type { Decline } from '../../rules/declines.ts';
import type { Localized } from '../messages.ts';
import { said } from '../messages.ts';

export const DECLINE_WORDS: Record<Decline, Localized> = {
  funds: said(
    'Картада қаражат жеткіліксіз. Картаны толтырып, қайталаңыз немесе басқа картамен төлеңіз.',
    'На карте недостаточно денег. Пополните её и повторите или оплатите другой картой.',
    'There is not enough money on the card. Please top it up and try again, or pay with another card.',
  ),
  limit: said(
    'Картадағы операциялардың шегі таусылды. Банктің қосымшасында шекті көтеріңіз, ертең қайталаңыз немесе басқа картамен төлеңіз.',
    'Исчерпан предел операций по карте. Повысьте его в приложении банка, повторите завтра или оплатите другой картой.',
    'The limit of the card is used up. Please raise it in the app of your bank, try again tomorrow, or pay with another card.',
  ),
  code: said(
    'CVV коды қате. Картаның сыртындағы кодты тексеріп, қайталаңыз.',
    'Код CVV указан неверно. Проверьте код на обороте карты и повторите.',
    'The CVV code is wrong. Please check the code on the back of the card and try again.',
  ),
  number: said(
    'Мұндай нөмірлі карта табылмады. Нөмірді тексеріңіз немесе басқа картамен төлеңіз.',
    'Карта с таким номером не найдена. Проверьте номер или оплатите другой картой.',
    'No card with this number was found. Please check the number, or pay with another card.',
  ),
  expired: said(
    'Картаның мерзімі өткен немесе қате көрсетілген. Мерзімді тексеріңіз немесе басқа картамен төлеңіз.',
    'Срок карты истёк или указан неверно. Проверьте срок или оплатите другой картой.',
    'The card has expired, or its date is wrong. Please check the date, or pay with another card.',
  ),
  blocked: said(
    'Банк бұл картамен операцияларды бұғаттаған. Басқа картамен төлеңіз, себебін банктен сұраңыз.',
    'Банк заблокировал операции по этой карте. Оплатите другой картой, причину узнайте в банке.',
    'The bank has blocked this card. Please pay with another card, and ask the bank for the reason.',
  ),
  forbidden: said(
    'Банк бұл картамен мұндай төлемге рұқсат бермейді. Банктің қосымшасында интернет-төлемдерге рұқсат беріңіз немесе басқа картамен төлеңіз.',
    'Банк не разрешает такой платёж по этой карте. Разрешите оплату в интернете в приложении банка или оплатите другой картой.',
    'The bank does not permit such a payment with this card. Please permit payments on the internet in the app of your bank, or pay with another card.',
  ),
  suspicion: said(
    'Операция күмәнді болып көрінді, сондықтан өткізілмеді. Басқа картамен төлеңіз немесе банкке хабарласыңыз.',
    'Операция показалась подозрительной и не проведена. Оплатите другой картой или обратитесь в банк.',
    'The payment looked suspicious and was not made. Please pay with another card, or contact your bank.',
  ),
  bank: said(
    'Банк себебін айтпай төлемнен бас тартты. Банкке хабарласыңыз немесе басқа картамен төлеңіз.',
    'Банк отказал, не назвав причину. Обратитесь в банк или оплатите другой картой.',
    'The bank declined and gave no reason. Please contact your bank, or pay with another card.',
  ),
  unconfirmed: said(
    'Төлем банктің бетінде немесе қосымшасында расталмады. Қайталап, растаңыз немесе басқа картамен төлеңіз.',
    'Платёж не подтверждён на странице или в приложении банка. Повторите и подтвердите его или оплатите другой картой.',
    'The payment was not confirmed on the page or in the app of the bank. Please try again and confirm it, or pay with another card.',
  ),
  unconfirmable: said(
    'Банк төлемді растауды сұрай алмады. Кейінірек қайталаңыз немесе басқа картамен төлеңіз.',
    'Банк не смог запросить подтверждение платежа. Повторите позже или оплатите другой картой.',
    'The bank could not ask you to confirm the payment. Please try again later, or pay with another card.',
  ),
  repeated: said(
    'Банк бұл әрекетті алдыңғысының қайталануы деп қабылдады. Картаның үзінді көшірмесін тексеріп, бірнеше минуттан кейін қайталаңыз.',
    'Банк счёл попытку повтором предыдущей. Проверьте выписку по карте и повторите через несколько минут.',
    'The bank took this try for a repeat of the one before. Please check the statement of the card, and try again in some minutes.',
  ),
  outage: said(
    'Банк немесе төлем жүйесі қазір жауап бермейді. Кейінірек қайталаңыз.',
    'Банк или платёжная система сейчас не отвечают. Повторите позже.',
    'The bank or the payment system does not answer now. Please try again later.',
  ),
  operator: said(
    'Төлем біздің тараптан қате болғандықтан өтпеді. Кейінірек қайталаңыз, көмектеспесе, Операторға жазыңыз.',
    'Платёж не прошёл из-за ошибки на нашей стороне. Повторите позже; если не поможет, напишите Оператору.',
    'The payment did not go through because of an error on our side. Please try again later; if that does not help, write to the operator.',
  ),
  unknown: said(
    'Төлем өтпеді, төлем ұйымы себебін атамады. Кейінірек қайталаңыз, басқа картамен төлеңіз немесе банкке хабарласыңыз.',
    'Платёж не прошёл, платёжная организация не объяснила причину. Повторите позже, оплатите другой картой или обратитесь в банк.',
    'The payment did not go through, and the provider did not say why. Please try again later, pay with another card, or contact your bank.',
  ),
};
