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
        'Өзіңіз ештеңе өзгертпейсіз: тексеруді Оператордың басқа өкілі растауы керек.',
        'Само по себе это ничего не меняет: проверку должен подтвердить другой представитель Оператора.',
        'This changes nothing by itself: another member of staff has to confirm the check.',
      ),
    }),
    confirm: () => ({
      words: said(
        'Жеке басы расталды деп саналады, осы адамның барлық Аккаунтындағы әрекеттер кідіртіледі. Ешкім қарсы болмаса, күту мерзімінен кейін нөмірді өзгерту басталады.',
        'Личность будет считаться подтверждённой, действия всех Аккаунтов этого человека приостановятся. Если никто не возразит, после срока ожидания начнётся смена номера.',
        'The identity counts as shown, and actions of every account of this person pause. Unless someone objects, the change of the number begins after the waiting period.',
      ),
    }),
    object: () => ({ words: ENDS }),
    refuse: () => ({ words: ENDS }),
  },
};
