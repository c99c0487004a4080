/** What the finance staff read of a month of the books. Nobody else reads it. */
import { defineMessages } from '../messages.ts';
import { proposalRules } from '../proposal-words.ts';

export const monthMessages = defineMessages({
  life: { kk: 'Есеп айының жабылуы', ru: 'Закрытие месяца', en: 'Closing of a month' },
  states: {
    new: {
      name: { kk: 'Жабылмаған', ru: 'Не закрыт', en: 'Not closed' },
      waits: { kk: 'Қаржы қызметі айды жабады.', ru: 'Финансовая служба закрывает месяц.', en: 'The finance staff close the month.' },
    },
    closed: {
      name: { kk: 'Жабық', ru: 'Закрыт', en: 'Closed' },
      waits: {
        kk: 'Ай жабық. Ол айдың күнімен түскен ақша енгізілмейді.',
        ru: 'Месяц закрыт. Поступления днями этого месяца не вносятся.',
        en: 'The month is closed. Money is not recorded on its days.',
      },
    },
    reopened: {
      name: { kk: 'Қайта ашылды', ru: 'Открыт заново', en: 'Opened again' },
      waits: {
        kk: 'Қаржы қызметі түзетіп, айды қайта жабады.',
        ru: 'Финансовая служба вносит недостающее и снова закрывает месяц.',
        en: 'The finance staff record what is missing and close the month again.',
      },
    },
  },
  silence: {
    closed: {
      kk: 'Ай жабық күйінде қалады. Оны Оператордың екі өкілі қайта аша алады.',
      ru: 'Месяц остаётся закрытым. Открыть его заново могут двое представителей Оператора.',
      en: 'The month stays closed. Two of the staff can open it again.',
    },
  },
  commands: {
    close: { kk: 'Айды жабу', ru: 'Закрыть месяц', en: 'Close the month' },
    reopen: { kk: 'Айды қайта ашу', ru: 'Открыть месяц заново', en: 'Open the month again' },
  },
  timers: {},
  rules: { ...proposalRules },
  notices: {},
});
