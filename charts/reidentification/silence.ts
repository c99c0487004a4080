/** The texts for the states of a re-identification in which nothing happens by itself. */
import type { Localized } from '../messages.ts';

export const silence: Record<string, Localized> = {
  changing: {
    kk: 'Платформа нөмірді ауыстырып жатыр. Тараптардан ештеңе талап етілмейді.',
    ru: 'Платформа меняет номер. От вас ничего не требуется.',
    en: 'The platform is changing the number. Nothing is expected of you.',
  },
};
