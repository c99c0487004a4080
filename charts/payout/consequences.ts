/** What a command of a payout brings. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { PayoutContext } from './types.ts';

export const consequences: Consequences<PayoutContext> = {
  stakes: ({ amount, confirmed, allowed }) => ({ amount, confirmed, allowed }),
  of: {
    allow: ({ amount }) => ({
      words: said(
        'Шектерге қарамай, алушыға жіберіледі: {sum}.',
        'Получателю будет отправлено, несмотря на пределы: {sum}.',
        'Sent to the payee, whatever the limits: {sum}.',
      ),
      sums: { sum: amount },
    }),
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
