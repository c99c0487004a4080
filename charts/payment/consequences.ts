/** What a command of a payment brings. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import { openLoss } from './taken-back.ts';
import type { PaymentContext } from './types.ts';

const TAKEN_AGAIN = said(
  'Төлем ұйымынан мына соманы ұстау қайта сұралады: {sum}.',
  'Платёжной организации снова поручат списать: {sum}.',
  'The provider is asked again to take: {sum}.',
);
const BACK_AGAIN = said(
  'Төлем ұйымынан мына соманы төлеушіге қайтару қайта сұралады: {sum}.',
  'Платёжной организации снова поручат вернуть плательщику: {sum}.',
  'The provider is asked again to give back to the payer: {sum}.',
);
const CLOSED_AGAIN = said(
  'Төлем ұйымынан төлемді жабу қайта сұралады. Төленбесе, ақша алынбайды.',
  'Платёжной организации снова поручат закрыть платёж. Если он не оплачен, деньги не спишут.',
  'The provider is asked again to close the payment. Unless it was paid, no money is taken.',
);

export const consequences: Consequences<PaymentContext> = {
  stakes: ({ held, captured, refunded, asked, ending, unwanted, closed, recovered }) => {
    const money = { held, captured, refunded, asked };
    return { ...money, ending, unwanted, closed, recovered };
  },
  of: {
    retry: ({ amount }) => ({
      words: said('Сізден төлем қайта сұралады: {sum}.', 'У вас снова запросят оплату: {sum}.', 'You are asked to pay again: {sum}.'),
      sums: { sum: amount },
    }),
    cancel: ({ amount }) => ({
      words: said(
        'Төлем тоқтатылады: {sum}. Міндеттемеңіздің өзі бұдан жойылмайды.',
        'Платёж будет отменён: {sum}. Само обязательство от этого не исчезнет.',
        'The payment is cancelled: {sum}. What you owe does not end by that.',
      ),
      sums: { sum: amount },
    }),
    closeAgain: () => ({ words: CLOSED_AGAIN }),
    captureAgain: ({ asked }) => ({ words: TAKEN_AGAIN, sums: { sum: asked } }),
    releaseAgain: ({ held }) => ({ words: BACK_AGAIN, sums: { sum: held } }),
    refundAgain: ({ asked }) => ({ words: BACK_AGAIN, sums: { sum: asked } }),
    closeLoss: (context) => ({
      words: said(
        'Шығын жабылады: {sum}. Қайтарылған соманы сіз атайсыз, ол әзірге белгісіз.',
        'Убыток будет закрыт: {sum}. Возмещённую сумму называете вы, пока она неизвестна.',
        'The loss is closed: {sum}. You name what was recovered; that sum is not known yet.',
      ),
      sums: { sum: String(openLoss(context)) },
    }),
  },
};
