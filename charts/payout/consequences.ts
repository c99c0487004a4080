/** What a command of a payout brings. */
import type { Consequences } from '../consequences.ts';
import { bringing } from '../consequences.ts';
import type { PayoutContext } from './types.ts';

const brings = bringing<PayoutContext>(({ amount }) => amount);

export const consequences: Consequences<PayoutContext> = {
  stakes: ({ amount, confirmed, inFull, allowed, reported }) => ({ amount, confirmed, inFull, allowed, reported }),
  of: {
    allow: brings(
      'Шектерге қарамай, алушыға жіберіледі: {sum}.',
      'Получателю будет отправлено, несмотря на пределы: {sum}.',
      'Sent to the payee, whatever the limits: {sum}.',
    ),
    reportRefused: brings(
      'Банк төлемегені белгіленеді, алушыға қайтадан тиесілі болады: {sum}. Банк төлеп қойса, алушы екі рет алады: алдымен банктен анықтаңыз.',
      'Отмечается, что банк не заплатил; получателю снова причитается: {sum}. Если банк всё же заплатил, получатель получит дважды: сначала узнайте в банке.',
      'It is recorded that the bank did not pay, and {sum} is owed to the payee again. If the bank has paid, the payee gets it twice: ask the bank first.',
    ),
    payInFull: brings(
      'Орындаушыға қолданылатын салық режимін күтпей жіберіледі: {sum}. Осы күні расталған режим бойынша ұсталатыны ғана ұсталады.',
      'Исполнителю будет отправлено, не дожидаясь налогового режима: {sum}. Удерживается только то, что следует из режима, подтверждённого на этот день.',
      'Sent to the contractor without waiting for a tax regime: {sum}. Only what follows from a regime proved on that day is withheld.',
    ),
    tryAgain: brings(
      'Орындаушыға қайта жіберіледі: {sum}.',
      'Исполнителю будет снова отправлено: {sum}.',
      'Sent to the contractor again: {sum}.',
    ),
  },
};
