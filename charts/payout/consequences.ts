/** What a command of a payout brings. */
import type { Consequences } from '../consequences.ts';
import type { PayoutContext } from './types.ts';

export const consequences: Consequences<PayoutContext> = {
  stakes: ({ amount, confirmed }) => ({ amount, confirmed }),
  of: {
    tryAgain: ({ amount }) => ({
      words: {
        kk: 'Орындаушыға қайта жіберіледі: {sum}.',
        ru: 'Исполнителю будет снова отправлено: {sum}.',
        en: 'Sent to the contractor again: {sum}.',
      },
      sums: { sum: amount },
    }),
  },
};
