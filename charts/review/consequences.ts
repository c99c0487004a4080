/** What a command of the reviews brings. The words of `write` never depend on the other party, who has perhaps written. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { ReviewContext } from './types.ts';

export const consequences: Consequences<ReviewContext> = {
  stakes: ({ written, publishedAt }) => ({ written, publishedAt }),
  of: {
    write: () => ({
      words: said(
        'Екеуіңіз де пікір жазғанда немесе мерзім біткенде пікірлер жарияланады. Содан кейін оны өзгерту мүмкін емес.',
        'Отзывы будут опубликованы, когда напишут обе стороны или истечёт срок. После этого изменить отзыв нельзя.',
        'Reviews are published once both parties have written or the term is over. After that a review cannot be changed.',
      ),
    }),
    reply: () => ({
      words: said(
        'Жауап бірден көрінеді. Жауап бір рет қана беріледі, оны өзгерту мүмкін емес.',
        'Ответ станет виден сразу. Ответить можно один раз, изменить ответ нельзя.',
        'The reply is visible at once. You can reply once and cannot change it.',
      ),
    }),
    block: () => ({
      words: said(
        'Сіз таңдаған тараптың пікірі мен жауабының мәтіні жойылады, бағасы қалады.',
        'Тексты отзыва и ответа выбранной стороны будут убраны, оценка останется.',
        'The texts of the review and the reply of the party that you name are removed, and the stars stay.',
      ),
    }),
  },
};
