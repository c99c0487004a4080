/** What a command of a signing brings. The sums stand in the document itself. */
import type { Consequences } from '../consequences.ts';
import type { SigningContext } from './types.ts';

export const consequences: Consequences<SigningContext> = {
  stakes: ({ confirmations, refused }) => ({ confirmations, refused }),
  of: {
    sign: () => ({
      words: {
        kk: 'Сіз құжатты растайсыз, оны кері қайтарып алу мүмкін емес.',
        ru: 'Вы подтвердите документ, отозвать подтверждение нельзя.',
        en: 'You confirm the document, and this cannot be taken back.',
      },
    }),
    refuse: () => ({
      words: {
        kk: 'Құжатты растау аяқталады: құжат расталмаған күйінде қалады.',
        ru: 'Подтверждение документа завершится: документ останется неподтверждённым.',
        en: 'The confirming ends: the document stays unconfirmed.',
      },
    }),
  },
};
