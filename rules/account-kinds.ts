/**
 * The chart of accounts: every kind of account that the books may have. The database refuses any other. The codes of the platform's accounts are parts of
 * a path: `held/<life>` is of the kind `held`, `income/fee` is a kind of its own. No accountant has confirmed the names yet.
 */

/** `asset` and `expense` grow by debits, `liability` and `income` by credits. */
export type Nature = 'asset' | 'liability' | 'income' | 'expense';

export interface AccountKind {
  /** The whole code of an account, or its part before the first slash. */
  prefix: string;
  nature: Nature;
  /** Its balance never turns to the other side: nothing is paid from an empty account. */
  bounded: boolean;
  /** In how many rows an account is kept that many commits write at once. */
  shards: number;
  /** What there is one for each of: a user, the life of a deal, debt, invoice or extra, an entry of a bank statement, a provider, or a social payment (`opv`, …). */
  of?: 'account' | 'life' | 'inflow' | 'outflow' | 'provider' | 'component';
  name: { kk: string; ru: string; en: string };
}

/** An account that many commits write at once. The number is measured with `npm run bench:ledger`. */
const SHARDS = 16;

export const accountKinds: readonly AccountKind[] = [
  {
    prefix: 'provider',
    nature: 'asset',
    bounded: false,
    shards: SHARDS,
    of: 'provider',
    name: { kk: 'Төлем провайдеріндегі ақша', ru: 'Деньги у платёжного провайдера', en: 'Money at the payment provider' },
  },
  {
    prefix: 'bank/operator',
    nature: 'asset',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Оператордың банк шоты', ru: 'Расчётный счёт оператора', en: "The operator's bank account" },
  },
  {
    prefix: 'receivable',
    nature: 'asset',
    bounded: true,
    shards: 1,
    of: 'account',
    name: { kk: 'Пайдаланушының операторға берешегі', ru: 'Долг пользователя оператору', en: 'Owed by a user to the operator' },
  },
  {
    prefix: 'taken-back',
    nature: 'asset',
    bounded: true,
    shards: 1,
    of: 'life',
    name: {
      kk: 'Төлеушінің банкі қайтарып алған, нәтижесі белгісіз',
      ru: 'Отозвано банком плательщика, исход не известен',
      en: "Taken back by the payer's bank, the outcome not known",
    },
  },
  {
    prefix: 'held',
    nature: 'liability',
    bounded: true,
    shards: 1,
    of: 'life',
    name: { kk: 'Мәміле бойынша сақталған ақша', ru: 'Деньги, удерживаемые по сделке', en: 'Money kept for a deal' },
  },
  {
    prefix: 'owed',
    nature: 'liability',
    bounded: true,
    shards: 1,
    of: 'account',
    name: { kk: 'Орындаушыға төленуге тиіс', ru: 'К выплате исполнителю', en: 'To be paid out to a contractor' },
  },
  {
    prefix: 'in-transit/payouts',
    nature: 'liability',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Жолдағы төлемдер', ru: 'Выплаты в пути', en: 'Payouts on their way' },
  },
  {
    prefix: 'social',
    nature: 'liability',
    bounded: false,
    shards: SHARDS,
    of: 'component',
    name: {
      kk: 'Ұсталған әлеуметтік төлемдер, аударылуға тиіс',
      ru: 'Удержанные социальные платежи к перечислению',
      en: 'Social payments withheld, to be transferred',
    },
  },
  {
    prefix: 'advance',
    nature: 'liability',
    bounded: true,
    shards: 1,
    of: 'account',
    name: { kk: 'Шоттардан артық төленген аванс', ru: 'Аванс: оплачено сверх счетов', en: 'Advance: paid beyond the invoices' },
  },
  {
    prefix: 'suspense',
    nature: 'liability',
    bounded: true,
    shards: 1,
    of: 'inflow',
    name: { kk: 'Түскен ақша, мақсаты анықталмаған', ru: 'Поступления до выяснения', en: 'Money that came, not known yet for what' },
  },
  {
    prefix: 'outgoing',
    nature: 'asset',
    bounded: true,
    shards: 1,
    of: 'outflow',
    name: { kk: 'Шыққан ақша, мақсаты анықталмаған', ru: 'Списания до выяснения', en: 'Money that went out, not known yet for what' },
  },
  {
    prefix: 'payable',
    nature: 'liability',
    bounded: true,
    shards: 1,
    of: 'account',
    name: { kk: 'Оператордың пайдаланушыға берешегі', ru: 'Долг оператора пользователю', en: 'Owed by the operator to a user' },
  },
  {
    prefix: 'set-off',
    nature: 'liability',
    bounded: false,
    shards: 1,
    of: 'account',
    name: { kk: 'Өзара талаптарды есепке алу', ru: 'Зачёт взаимных требований', en: 'Set-off of mutual debts' },
  },
  {
    prefix: 'income/fee',
    nature: 'income',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Сыйақыдан түсетін кіріс', ru: 'Доход: вознаграждение оператора', en: 'Income: fees' },
  },
  {
    prefix: 'income/extra',
    nature: 'income',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Қосымша қызметтерден түсетін кіріс', ru: 'Доход: дополнительные услуги', en: 'Income: paid extras' },
  },
  {
    prefix: 'income/penalty',
    nature: 'income',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Тұрақсыздық айыбынан түсетін кіріс', ru: 'Доход: неустойка', en: 'Income: penalties for delay' },
  },
  {
    prefix: 'income/debts',
    nature: 'income',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Талаптар бойынша кіріс', ru: 'Доход по требованиям', en: 'Income: claims' },
  },
  {
    prefix: 'spent/own',
    nature: 'expense',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Оператордың өз шығыстары', ru: 'Собственные расходы оператора', en: "The operator's own spending" },
  },
  {
    prefix: 'spent/fees',
    nature: 'expense',
    bounded: false,
    shards: SHARDS,
    name: {
      kk: 'Төлем ұйымдары мен банктердің комиссиясы',
      ru: 'Комиссии платёжных организаций и банков',
      en: 'Fees of payment providers and banks',
    },
  },
  {
    prefix: 'loss/payments',
    nature: 'expense',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Төлемдер бойынша шығын', ru: 'Убыток по платежам', en: 'Loss: payments' },
  },
  {
    prefix: 'loss/debts',
    nature: 'expense',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Талаптар бойынша шығын', ru: 'Убыток по требованиям', en: 'Loss: claims' },
  },
  {
    prefix: 'loss/fee',
    nature: 'expense',
    bounded: false,
    shards: SHARDS,
    name: { kk: 'Есептен шығарылған сыйақы', ru: 'Списанное вознаграждение', en: 'Loss: fees written off' },
  },
];

/** The kind of an account by its code, or undefined where no kind fits. `book` in the database asks the same. */
export const kindOfAccount = (code: string): AccountKind | undefined =>
  /^[^/]+\/./.test(code) ? accountKinds.find(({ prefix }) => prefix === code || prefix === code.split('/')[0]) : undefined;
