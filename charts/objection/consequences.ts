/** What a command of an objection brings. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { ObjectionContext } from './types.ts';

export const consequences: Consequences<ObjectionContext> = {
  stakes: ({ answer, decision }) => ({ answer, decision }),
  of: {
    answer: () => ({
      words: said(
        'Түсініктемеңізді орындаушы мен Оператор оқиды. Ол бір рет беріледі және өзгертілмейді. Шешімді Оператор ғана қабылдайды.',
        'Ваше пояснение прочтут Исполнитель и Оператор. Оно даётся один раз и не меняется. Решение принимает только Оператор.',
        'The contractor and the operator read your comment. You give it once and cannot change it. Only the operator decides.',
      ),
    }),
    excuse: () => ({
      words: said(
        'Бұл кешігу немесе келмеу орындаушының көрсеткіштерінде енді есептелмейді. Екі тарап та себептерді оқиды. Шешім түпкілікті.',
        'Это опоздание или неявка больше не будет учитываться в показателях Исполнителя. Обе стороны прочтут причины. Решение окончательное.',
        'This late start or no-show counts in the figures of the contractor no more. Both parties read the reasons. The decision is final.',
      ),
    }),
    keep: () => ({
      words: said(
        'Бұл кешігу немесе келмеу орындаушының көрсеткіштерінде қайта есептеледі. Екі тарап та себептерді оқиды. Шешім түпкілікті.',
        'Это опоздание или неявка снова будет учитываться в показателях Исполнителя. Обе стороны прочтут причины. Решение окончательное.',
        'This late start or no-show counts in the figures of the contractor again. Both parties read the reasons. The decision is final.',
      ),
    }),
    withdraw: () => ({
      words: said(
        'Қарсылық қайтарып алынады: кешігу немесе келмеу көрсеткіштеріңізде қайта есептеледі. Бұл жазбаға қайта қарсылық білдіру мүмкін емес.',
        'Возражение будет отозвано: опоздание или неявка снова будет учитываться в ваших показателях. Возразить против этой записи ещё раз нельзя.',
        'The objection is withdrawn: the late start or no-show counts in your figures again. You cannot object to this record once more.',
      ),
    }),
  },
};
