/** What a member may do by each role, for whoever is invited. `api/roles.ts` and the routes decide; these are the words for it. */
import type { Localized } from '../messages.ts';
import { said } from '../messages.ts';
import type { MemberRole } from './types.ts';

export const ROLE_WORDS: Record<MemberRole, Localized> = {
  owner: said(
    'Иесі: Аккаунт атынан бәрін жасай алады, өкілдерді шақырады және оған заңдық маңызы бар хабарламалар келуі мүмкін.',
    'Владелец: может всё от имени Аккаунта, приглашает представителей, и ему могут приходить юридически значимые уведомления.',
    'Owner: may do everything for the account, invites members, and may receive its legal notices.',
  ),
  manager: said(
    'Менеджер: тапсырмаларды орналастырады және жүргізеді.',
    'Менеджер: размещает и ведёт задания.',
    'Manager: posts tasks and runs them.',
  ),
  signatory: said(
    'Қол қоюшы: офертаны қабылдайды, құжаттарға қол қояды, кінәрат-талаптар бойынша әрекет етеді.',
    'Подписант: принимает оферту, подписывает документы, действует по претензиям.',
    'Signatory: accepts the offer, signs documents, acts in claims.',
  ),
  accountant: said(
    'Бухгалтер: төлейді және төлемдер туралы хабарлайды.',
    'Бухгалтер: платит и сообщает об оплате.',
    'Accountant: pays, and reports payments.',
  ),
};
