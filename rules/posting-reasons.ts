interface Words {
  kk: string;
  ru: string;
  en: string;
}

/** Why a sum was posted, in words: for whose account it is. The codes are those that charts give their postings. */
export const postingReasons: Readonly<Record<string, Words>> = {
  'payment-held': {
    kk: 'Төлеушінің банкі соманы бұғаттады',
    ru: 'Сумма заблокирована банком плательщика',
    en: "The payer's bank holds the sum",
  },
  'payment-released': { kk: 'Бұғаттау алынды', ru: 'Блокировка снята', en: 'The hold was let go' },
  'payment-prepaid': { kk: 'Алдын ала төлем алынды', ru: 'Получена предоплата', en: 'A prepayment was received' },
  'payment-captured': { kk: 'Қабылданған жұмыс үшін төлем', ru: 'Оплата принятой работы', en: 'Payment for accepted work' },
  'payment-received': { kk: 'Карта арқылы төлем алынды', ru: 'Получена оплата картой', en: 'A payment by card was received' },
  'payment-refunded': { kk: 'Төлеушіге қайтарылды', ru: 'Возвращено плательщику', en: 'Refunded to the payer' },
  'payment-taken-back': { kk: 'Төлеушінің банкі қайтарып алды', ru: 'Отозвано банком плательщика', en: "Taken back by the payer's bank" },
  'payment-lost': { kk: 'Қайтарып алынған төлем бойынша шығын', ru: 'Убыток по отозванному платежу', en: 'Loss of a payment taken back' },
  'payment-not-paid-out': {
    kk: 'Төлеушінің банкі ақшаны қайтарып алды, төлем жіберілмеді',
    ru: 'Не выплачено: банк плательщика отозвал деньги',
    en: "Not paid out: the payer's bank took the money back",
  },
  'payment-refunded-twice': { kk: 'Екі рет қайтарылды', ru: 'Возвращено дважды', en: 'Refunded twice' },
  'loss-recovered': { kk: 'Шығын өтелді', ru: 'Убыток возмещён', en: 'A loss was recovered' },
  'payout-ordered': { kk: 'Төлемге тапсырма берілді', ru: 'Выплата поручена', en: 'The payout was ordered' },
  'payout-confirmed': { kk: 'Орындаушыға төленді', ru: 'Выплачено исполнителю', en: 'Paid out to the contractor' },
  'payout-withheld': {
    kk: 'Әлеуметтік төлемдер ұсталды (3.4)',
    ru: 'Удержаны социальные платежи (3.4)',
    en: 'Social payments were withheld (3.4)',
  },
  'payout-waits': { kk: 'Төлем күтеді', ru: 'Выплата ждёт', en: 'The payout waits' },
  'payout-refused': { kk: 'Төлем орындалмады', ru: 'Выплата не исполнена', en: 'The payout was not made' },
  'payout-returned': { kk: 'Төлемді банк қайтарды', ru: 'Выплата возвращена банком', en: 'The bank sent the payout back' },
  'social-transferred': {
    kk: 'Ұсталған әлеуметтік төлемдер аударылды',
    ru: 'Удержанные социальные платежи перечислены',
    en: 'Social payments that were withheld were transferred',
  },
  'social-returned': {
    kk: 'Аударылған әлеуметтік төлем қайтып келді',
    ru: 'Перечисленный социальный платёж возвращён',
    en: 'A transferred social payment came back',
  },
  'fee-charged': { kk: 'Оператордың сыйақысы', ru: 'Вознаграждение оператора', en: "The operator's fee" },
  penalty: { kk: 'Мерзімін өткізгені үшін тұрақсыздық айыбы', ru: 'Неустойка за просрочку', en: 'Penalty for delay' },
  'penalty-reversed': { kk: 'Тұрақсыздық айыбы азайтылды', ru: 'Неустойка уменьшена', en: 'The penalty was lowered' },
  'fee-credited': {
    kk: 'Түзету шоты: сыйақы азайтылды',
    ru: 'Корректировочный счёт: вознаграждение уменьшено',
    en: 'Credit note: the fee was lowered',
  },
  'invoice-paid': { kk: 'Шот бойынша төлем', ru: 'Оплата по счёту', en: 'Payment of an invoice' },
  'extra-charged': { kk: 'Ақылы қосымша қызмет', ru: 'Дополнительная платная услуга', en: 'A paid extra' },
  'extra-paid': { kk: 'Қосымша қызмет төленді', ru: 'Оплата дополнительной услуги', en: 'Payment of an extra' },
  'advance-received': { kk: 'Артық төленді: аванс', ru: 'Оплачено сверх счёта: аванс', en: 'Paid beyond an invoice: an advance' },
  'advance-used': { kk: 'Аванс шот бойынша есепке алынды', ru: 'Аванс зачтён по счёту', en: 'The advance was set against an invoice' },
  'bank-received': { kk: 'Банк шотына ақша түсті', ru: 'Поступление на расчётный счёт', en: 'Money came to the bank account' },
  'provider-settled': {
    kk: 'Төлем ұйымы ұстап тұрғанын банк шотына аударды',
    ru: 'Платёжная организация перечислила деньги на счёт в банке',
    en: 'The payment provider handed over what it held',
  },
  'provider-fee': {
    kk: 'Төлем ұйымының комиссиясы',
    ru: 'Комиссия платёжной организации',
    en: "The payment provider's own fee",
  },
  'bank-paid': { kk: 'Банк шотынан ақша шықты', ru: 'Списание с расчётного счёта', en: 'Money left the bank account' },
  'bank-recorded': {
    kk: 'Бұл шығыс бұрын белгіленген',
    ru: 'Это списание уже отмечено раньше',
    en: 'What left the bank account was recorded before',
  },
  'own-spending': { kk: 'Оператордың өз шығысы', ru: 'Собственный расход оператора', en: "The operator's own spending" },
  'bank-sent-back': { kk: 'Төлеушіге қайтарылды', ru: 'Возвращено отправителю', en: 'Sent back to the payer' },
  'fee-written-off': { kk: 'Сыйақы есептен шығарылды', ru: 'Вознаграждение списано', en: 'The fee was written off' },
  'debt-arisen': { kk: 'Берешек пайда болды', ru: 'Долг возник', en: 'A debt arose' },
  'debt-paid': { kk: 'Берешек төленді', ru: 'Долг оплачен', en: 'The debt was paid' },
  'debt-waived': { kk: 'Берешек кешірілді', ru: 'Долг прощён', en: 'The debt was forgiven' },
  'debt-set-off': { kk: 'Өзара талаптар есепке алынды', ru: 'Зачёт взаимных требований', en: 'Mutual debts were set off' },
};

/** Payments for oneself, by the account in which they are owed to the State. */
const SOCIAL_PAYMENTS: Readonly<Record<string, Words>> = {
  'social/opv': { kk: 'МЗЖ', ru: 'ОПВ', en: 'OPV' },
  'social/opvr': { kk: 'ЖМЗЖ', ru: 'ОПВР', en: 'OPVR' },
  'social/so': { kk: 'ӘА', ru: 'СО', en: 'SO' },
  'social/vosms': { kk: 'МӘМС', ru: 'ВОСМС', en: 'VOSMS' },
};

/** The words of a code. One that is not known stands for itself. `against`: the account of the books on the other side, which tells alike sums apart. */
export function reasonOf(code: string, against?: string): Words {
  const words = postingReasons[code] ?? { kk: code, ru: code, en: code };
  const payment = SOCIAL_PAYMENTS[against ?? ''];
  if (payment === undefined) return words;
  return { kk: `${words.kk}: ${payment.kk}`, ru: `${words.ru}: ${payment.ru}`, en: `${words.en}: ${payment.en}` };
}
