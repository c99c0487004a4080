/** What a command of a re-identification brings. */
import type { Consequences } from '../consequences.ts';
import type { Localized } from '../messages.ts';
import { said } from '../messages.ts';
import type { ReidentificationContext } from './types.ts';

const ENDS: Localized = said(
  'Өтініш аяқталады: нөмір өзгермейді.',
  'Запрос завершится: номер не изменится.',
  'The request ends: the number does not change.',
);

export const consequences: Consequences<ReidentificationContext> = {
  stakes: ({ deadlines, refused }) => ({ coolingOffUntil: deadlines.coolingOffUntil, refused }),
  of: {
    approve: () => ({
      words: said(
        'Жеке басы расталды деп саналады, Аккаунт әрекеттері кідіртіледі. Ешкім қарсы болмаса, күту мерзімінен кейін нөмірді өзгерту басталады.',
        'Личность будет считаться подтверждённой, действия Аккаунта приостановятся. Если никто не возразит, после срока ожидания начнётся смена номера.',
        'The identity counts as shown, and actions of the account pause. Unless someone objects, the change of the number begins after the waiting period.',
      ),
    }),
    object: () => ({ words: ENDS }),
    refuse: () => ({ words: ENDS }),
  },
};
