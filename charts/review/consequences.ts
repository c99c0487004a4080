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
        'Сіз таңдаған тараптың пікірі мен жауабының мәтіні мен файлдары енді көрсетілмейді, бағасы қалады.',
        'Тексты и файлы отзыва и ответа выбранной стороны больше не будут показаны, оценка останется.',
        'The texts and files of the review and the reply of the party that you name are no longer shown, and the stars stay.',
      ),
    }),
  },
};
