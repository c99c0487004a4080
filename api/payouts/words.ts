/** Why a payout is not sent yet, and why a bank did not take it: what its payee and the staff read. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { PayoutWait } from '../../charts/payout/types.ts';
import type { PayoutFault } from '../../rules/payout-details.ts';
import type { TaxWait } from '../../rules/payout-tax.ts';

export const WAIT_WORDS: Record<PayoutWait | TaxWait, Localized> = {
  unproved: said('Қолданылатын салық режимі расталмаған.', 'Налоговый режим не подтверждён.', 'No tax regime is proved.'),
  overLimit: said(
    'Айлық табыс шегінен асады.',
    'Превышен предел дохода за месяц.',
    'The limit of the income of a month would be exceeded.',
  ),
  withoutRegime: said(
    'Режимсіз жеке тұлғаға Платформа арқылы төленбейді.',
    'Физическому лицу без режима через Платформу не платят.',
    'A natural person without a regime is not paid through the platform by this customer.',
  ),
  details: said('Төлем деректемелері көрсетілмеген.', 'Не указан счёт для выплат.', 'No payout details are named.'),
  unpayable: said(
    'Көрсетілген деректемелерге аудару мүмкін емес.',
    'На указанные реквизиты выплатить нельзя.',
    'Nobody here can pay to the details that were named.',
  ),
  cooling: said(
    'Көрсетілген деректемелер әлі қолданылмайды.',
    'Указанный счёт ещё не действует.',
    'The details that were named do not count yet.',
  ),
  day: said('Аударымдардың күндік шегі таусылды.', 'Исчерпан предел выплат за день.', 'The limit of payouts in a day is used up.'),
  month: said('Аударымдардың айлық шегі таусылды.', 'Исчерпан предел выплат за месяц.', 'The limit of payouts in a month is used up.'),
  large: said(
    'Соманы Оператордың екі өкілі рұқсат етеді.',
    'Сумму разрешают два представителя Оператора.',
    'Two of the operator’s staff let the sum go.',
  ),
};

export const FAULT_WORDS: Record<PayoutFault, Localized> = {
  'account-closed': said(
    'Банктегі шот жабылған немесе карта енді жарамсыз: басқа деректемелер көрсетіңіз.',
    'Счёт закрыт, или карта больше не действует: укажите другие реквизиты для выплат.',
    'The account is closed, or the card is not valid any more: give other details.',
  ),
  'account-unknown': said(
    'Банк мұндай шотты не картаны таппады: басқа деректемелер көрсетіңіз.',
    'Банк не нашёл такого счёта или такой карты: укажите другие реквизиты для выплат.',
    'The bank does not know the account or the card: give other details.',
  ),
  'cards-only': said(
    'Ақшаны ұстап тұрған төлем ұйымы тек картаға аударады: картаңызды көрсетіңіз.',
    'Платёжная организация, которая держит деньги, платит только на карты: укажите карту.',
    'The payment provider that holds the money pays to cards only: give a card.',
  ),
  'accounts-only': said(
    'Ақшаны ұстап тұрған төлем ұйымы картаға аудармайды: банктегі шотыңызды (IBAN) көрсетіңіз.',
    'Платёжная организация, которая держит деньги, на карты не платит: укажите счёт в банке (IBAN).',
    'The payment provider that holds the money does not pay to cards: give an account at a bank (IBAN).',
  ),
  'other-name': said(
    'Шот басқа адамдікі: өз атыңыздағы деректемелерді көрсетіңіз.',
    'Счёт открыт на другое имя: укажите счёт на своё.',
    'The account is in another name: give details in your own.',
  ),
  bank: said(
    'Банк себебін айтпады. Оператор анықтап, қайта жібереді.',
    'Банк не назвал причину. Оператор выясняет её и отправляет снова.',
    'The bank names no reason. The operator finds it out and sends it again.',
  ),
};
