/** Why an order of social payments came back, for the finance. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { PayoutFault } from '../../rules/payout-details.ts';

const DETAILS = said(
  'Банк алушының деректемелерін қабылдамады: socialPayee… параметрлерін Мемлекеттік корпорация жариялағанмен салыстырыңыз.',
  'Банк не принял реквизиты получателя: сверьте параметры socialPayee… с опубликованными Государственной корпорацией.',
  'The bank did not take the details of the payee: compare the parameters socialPayee… with those that the State corporation publishes.',
);
const UNKNOWN = said(
  'Банк себебін атамады: үзінді көшірмедегі жазбаның мәтінін оқып, банктен сұраңыз.',
  'Банк не назвал причину: прочтите текст записи выписки и спросите банк.',
  'The bank names no reason: read the text of the entry of its statement, and ask the bank.',
);

export const RETURN_WORDS: Record<PayoutFault, Localized> = {
  'account-closed': DETAILS,
  'account-unknown': DETAILS,
  'other-name': DETAILS,
  'cards-only': UNKNOWN,
  'accounts-only': UNKNOWN,
  bank: UNKNOWN,
};
