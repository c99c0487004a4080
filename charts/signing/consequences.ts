/** The consequences of a command of a signing. The sums are in the document itself. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { SigningContext } from './types.ts';

export const consequences: Consequences<SigningContext> = {
  stakes: ({ confirmations, refused }) => ({ confirmations, refused }),
  of: {
    sign: () => ({
      words: said(
        'Сіз құжатты растайсыз, оны кері қайтарып алу мүмкін емес.',
        'Вы подтвердите документ, отозвать подтверждение нельзя.',
        'You confirm the document, and this cannot be taken back.',
      ),
    }),
    refuse: () => ({
      words: said(
        'Құжатты растау аяқталады: құжат расталмаған күйінде қалады.',
        'Подтверждение документа завершится: документ останется неподтверждённым.',
        'The confirming ends: the document stays unconfirmed.',
      ),
    }),
  },
};
