/** What a command of a payout brings. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { PayoutContext } from './types.ts';

export const consequences: Consequences<PayoutContext> = {
  stakes: ({ amount, confirmed, inFull }) => ({ amount, confirmed, inFull }),
  of: {
    payInFull: ({ amount }) => ({
      words: said(
        'Орындаушыға салық мәртебесін күтпей жіберіледі: {sum}. Осы күні расталған мәртебе бойынша ұсталатыны ғана ұсталады.',
        'Исполнителю будет отправлено, не дожидаясь налогового статуса: {sum}. Удерживается только то, что следует из статуса, подтверждённого на этот день.',
        'Sent to the contractor without waiting for a tax status: {sum}. Only what follows from a status proved on that day is withheld.',
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
