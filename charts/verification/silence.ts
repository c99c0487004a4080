/** The texts for the states of a verification in which nothing happens by itself: what both sides can do. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  submitted: {
    kk: 'Өздігінен ештеңе болмайды. Оператор құжаттар бойынша шешім қабылдайды немесе оларды қайта сұратады. Пайдаланушы жауабын толықтыра алады.',
    ru: 'Само собой ничего не произойдёт. Оператор принимает решение по документам или запрашивает их снова. Пользователь может дополнить ответ.',
    en: 'Nothing happens by itself. The operator decides on the documents or asks for them again. The user may add to the answer.',
  },
};
