/** Why a payout is not sent yet, and why a bank did not take it: what its payee and the staff read. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { PayoutWait } from '../../charts/payout/types.ts';
import type { PayoutFault } from '../../rules/payout-details.ts';

export const WAIT_WORDS: Record<PayoutWait, Localized> = {
  details: said('Төлем деректемелері көрсетілмеген.', 'Не указан счёт для выплат.', 'No payout details are named.'),
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
    'Деректемелер жабылған: басқасын көрсетіңіз.',
    'Счёт закрыт: укажите другой.',
    'The account is closed: give other details.',
  ),
  'account-unknown': said(
    'Банк мұндай деректемелерді таппады: басқасын көрсетіңіз.',
    'Банк не нашёл такого счёта: укажите другой.',
    'The bank does not know the account: give other details.',
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
