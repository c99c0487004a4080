/** What the staff read of money that left the operator's account. Nobody else reads it. */
import { defineMessages, said } from '../messages.ts';
import { proposalRules } from '../proposal-words.ts';

const silence = {
  suspense: said(
    'Бұл ақшамен не төленгені белгісіз. Оператор оны төлемге, банкке тапсырмаға, әлеуметтік төлемге не бұрын белгіленген аударымға жатқызады немесе өз шығысы деп белгілейді.',
    'Неизвестно, что оплачено этими деньгами. Оператор относит их к выплате, к поручению банку, к социальному платежу или к отмеченному раньше переводу, или отмечает как свой расход.',
    'It is not known what this money paid. The operator applies it to a payout, an order to the bank, a social payment or a transfer that was recorded, or marks it as its own spending.',
  ),
  matching: said(
    'Платформа ақшаны төлемге жатқызады.',
    'Платформа относит деньги к выплате.',
    'The platform applies the money to what it paid.',
  ),
};

export const outflowMessages = defineMessages({
  life: said('Оператордың шотынан шыққан ақша', 'Списание со счёта Оператора', 'Money paid by the operator'),
  states: {
    new: {
      name: said('Жаңа', 'Новое', 'New'),
      waits: said('Үзінді көшірме енгізілуде.', 'Вносится выписка.', 'The statement is being entered.'),
    },
    suspense: {
      name: said('Анықталмаған', 'Не разнесено', 'In suspense'),
      waits: said(
        'Оператор бұл ақшамен не төленгенін анықтайды.',
        'Оператор выясняет, что оплачено этими деньгами.',
        'The operator finds out what the money paid.',
      ),
    },
    matching: { name: said('Жатқызылуда', 'Относится', 'Being applied'), waits: silence.matching },
    matched: {
      name: said('Жатқызылды', 'Отнесено', 'Applied'),
      waits: said('Ақшамен не төленгені белгілі.', 'Известно, что оплачено этими деньгами.', 'It is known what the money paid.'),
    },
    spent: {
      name: said('Оператордың шығысы', 'Расход Оператора', 'Own spending'),
      waits: said('Бұл Оператордың өз шығысы.', 'Это собственный расход Оператора.', 'It is the operator’s own spending.'),
    },
  },
  silence,
  commands: {
    match: said('Төлемге жатқызу', 'Отнести к выплате', 'Apply to what it paid'),
    setAside: said('Өз шығысы деп белгілеу', 'Отметить как свой расход', 'Mark as own spending'),
  },
  timers: {},
  rules: { ...proposalRules },
  duties: {
    matchOutflow: said(
      'Шыққан ақшамен не төленгенін анықтаңыз: төлемге, банкке тапсырмаға, әлеуметтік төлемге не белгіленген аударымға жатқызыңыз, немесе өз шығысы деп белгілеңіз',
      'Выясните, что оплачено списанными деньгами: отнесите к выплате, к поручению банку, к социальному платежу или к отмеченному переводу, или отметьте как свой расход',
      'Find out what money paid that went out: apply it to a payout, an order to the bank, a social payment or a recorded transfer, or mark it as own spending',
    ),
  },
  notices: {},
});
