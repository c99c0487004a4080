/** What a command of a payout brings. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { PayoutContext } from './types.ts';

export const consequences: Consequences<PayoutContext> = {
  stakes: ({ amount, confirmed }) => ({ amount, confirmed }),
  of: {
    tryAgain: ({ amount }) => ({
      words: said(
        'Орындаушыға қайта жіберіледі: {sum}.',
        'Исполнителю будет снова отправлено: {sum}.',
        'Sent to the contractor again: {sum}.',
      ),
      sums: { sum: amount },
    }),
  },
};
