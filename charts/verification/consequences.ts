/** What a command of a verification brings. */
import type { Consequences } from '../consequences.ts';
import type { VerificationContext } from './types.ts';

export const consequences: Consequences<VerificationContext> = {
  stakes: ({ decision }) => ({ decision }),
  of: {
    approve: () => ({
      words: {
        kk: 'Тексеру аяқталады: құжаттар қабылданды деп саналады.',
        ru: 'Проверка завершится: документы будут считаться принятыми.',
        en: 'The verification ends: the documents count as accepted.',
      },
    }),
    refuse: () => ({
      words: {
        kk: 'Тексеру аяқталады: құжаттар қабылданбады деп саналады. Бұл Аккаунтты өздігінен тоқтатпайды.',
        ru: 'Проверка завершится: документы будут считаться непринятыми. Сам по себе отказ Аккаунт не приостанавливает.',
        en: 'The verification ends: the documents count as not accepted. This alone does not suspend the account.',
      },
    }),
    withdraw: () => ({
      words: {
        kk: 'Тексеру шешімсіз аяқталады, құжаттар енді сұралмайды.',
        ru: 'Проверка завершится без решения, документы больше не требуются.',
        en: 'The verification ends without a decision, and documents are no longer asked for.',
      },
    }),
  },
};
