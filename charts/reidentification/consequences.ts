/** What a command of a re-identification brings. */
import type { Consequences } from '../consequences.ts';
import type { Localized } from '../messages.ts';
import type { ReidentificationContext } from './types.ts';

const ENDS: Localized = {
  kk: 'Өтініш аяқталады: нөмір өзгермейді.',
  ru: 'Запрос завершится: номер не изменится.',
  en: 'The request ends: the number does not change.',
};

export const consequences: Consequences<ReidentificationContext> = {
  stakes: ({ deadlines, refused }) => ({ coolingOffUntil: deadlines.coolingOffUntil, refused }),
  of: {
    approve: () => ({
      words: {
        kk: 'Жеке басы расталды деп саналады, Аккаунт әрекеттері кідіртіледі. Ешкім қарсы болмаса, күту мерзімінен кейін нөмірді өзгерту басталады.',
        ru: 'Личность будет считаться подтверждённой, действия Аккаунта приостановятся. Если никто не возразит, после срока ожидания начнётся смена номера.',
        en: 'The identity counts as shown, and actions of the account pause. Unless someone objects, the change of the number begins after the waiting period.',
      },
    }),
    object: () => ({ words: ENDS }),
    refuse: () => ({ words: ENDS }),
  },
};
