/** What a command of a verification brings. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { VerificationContext } from './types.ts';

export const consequences: Consequences<VerificationContext> = {
  stakes: ({ decision }) => ({ decision }),
  of: {
    approve: () => ({
      words: said(
        'Тексеру аяқталады: құжаттар қабылданды деп саналады.',
        'Проверка завершится: документы будут считаться принятыми.',
        'The verification ends: the documents count as accepted.',
      ),
    }),
    refuse: () => ({
      words: said(
        'Тексеру аяқталады: құжаттар қабылданбады деп саналады. Бұл Аккаунтты өздігінен тоқтатпайды.',
        'Проверка завершится: документы будут считаться непринятыми. Сам по себе отказ Аккаунт не приостанавливает.',
        'The verification ends: the documents count as not accepted. This alone does not suspend the account.',
      ),
    }),
    withdraw: () => ({
      words: said(
        'Тексеру шешімсіз аяқталады, құжаттар енді сұралмайды.',
        'Проверка завершится без решения, документы больше не требуются.',
        'The verification ends without a decision, and documents are no longer asked for.',
      ),
    }),
  },
};
