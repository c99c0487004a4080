/** What the staff read of money that came to the operator's account. Nobody else reads it. */
import { defineMessages, said } from '../messages.ts';
import { proposalRules } from '../proposal-words.ts';

const silence = {
  suspense: {
    kk: 'Бұл ақшаның не үшін түскені белгісіз. Оператор оны шотқа, борышқа, қайтқан төлемге, қайтқан әлеуметтік төлемге не төлем ұйымымен есеп айырысуға жатқызады, тапсырыс берушінің авансы ретінде қалдырады немесе қайтарады.',
    ru: 'Неизвестно, за что поступили эти деньги. Оператор относит их на счёт или долг, к вернувшейся выплате, к вернувшемуся социальному платежу или к расчёту с платёжной организацией, оставляет авансом заказчика или возвращает.',
    en: 'It is not known what this money is for. The operator applies it to an invoice or a debt, to a payout or a social payment that came back or to a settlement of the provider, keeps it as an advance of a customer, or sends it back.',
  },
  feeInDoubt: {
    kk: 'Төлем ұйымы шарттағыдан басқа комиссия ұстады немесе шарттағы мөлшерлеме белгісіз. Оператордың екі өкілі айырманы қабылдайды немесе біреуі ақшаны анықталмаған күйге қайтарады.',
    ru: 'Платёжная организация удержала не ту комиссию, что в договоре, или ставка договора неизвестна. Двое представителей Оператора принимают разницу, или один возвращает деньги в неразнесённые.',
    en: 'The payment provider kept another fee than its contract says, or the rate of the contract is not known. Two of the staff accept the difference, or one puts the money back into suspense.',
  },
  returnInDoubt: {
    kk: 'Банктен төленгеннен аз ақша қайтып келді. Оператордың екі өкілі айырманы қабылдайды, сонда алушыға бәрі қайтадан тиесілі болады, немесе біреуі ақшаны анықталмаған күйге қайтарады.',
    ru: 'Из банка вернулось меньше, чем было выплачено. Двое представителей Оператора принимают разницу, и получателю снова причитается всё, или один возвращает деньги в неразнесённые.',
    en: 'Less came back from the bank than was paid. Two of the staff accept the difference, and all of it is owed to the payee again, or one puts the money back into suspense.',
  },
  matching: {
    kk: 'Платформа ақшаны шотқа не борышқа жатқызады.',
    ru: 'Платформа относит деньги на счёт или долг.',
    en: 'The platform applies the money to the invoice or the debt.',
  },
};

const DECIDES = said(
  'Оператор айырманы қабылдау-қабылдамауды шешеді.',
  'Оператор решает, принять ли разницу.',
  'The operator decides whether to accept the difference.',
);

export const inflowMessages = defineMessages({
  life: { kk: 'Оператордың шотына түскен ақша', ru: 'Поступление на счёт Оператора', en: 'Money received by the operator' },
  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: { kk: 'Үзінді көшірме енгізілуде.', ru: 'Вносится выписка.', en: 'The statement is being entered.' },
    },
    suspense: {
      name: { kk: 'Анықталмаған', ru: 'Не разнесено', en: 'In suspense' },
      waits: {
        kk: 'Оператор бұл ақшаның не үшін түскенін анықтайды.',
        ru: 'Оператор выясняет, за что поступили деньги.',
        en: 'The operator finds out what the money is for.',
      },
    },
    matching: {
      name: { kk: 'Жатқызылуда', ru: 'Относится', en: 'Being applied' },
      waits: {
        kk: 'Платформа ақшаны шотқа не борышқа жатқызады.',
        ru: 'Платформа относит деньги на счёт или долг.',
        en: 'The platform applies the money to the invoice or the debt.',
      },
    },
    matched: {
      name: { kk: 'Жатқызылды', ru: 'Отнесено', en: 'Applied' },
      waits: { kk: 'Ақшаның не үшін түскені белгілі.', ru: 'Известно, за что поступили деньги.', en: 'It is known what the money is for.' },
    },
    feeInDoubt: {
      name: { kk: 'Комиссия сәйкес келмейді', ru: 'Комиссия не сходится', en: 'The fee does not agree' },
      waits: DECIDES,
    },
    returnInDoubt: {
      name: { kk: 'Қайтқан сома сәйкес келмейді', ru: 'Вернулась не та сумма', en: 'Less came back than was paid' },
      waits: DECIDES,
    },
    settled: {
      name: { kk: 'Төлем ұйымымен есеп айырысу', ru: 'Расчёт с платёжной организацией', en: 'Settled by the provider' },
      waits: {
        kk: 'Төлем ұйымы ұстап тұрған ақша Оператордың банк шотында.',
        ru: 'Деньги, которые держала платёжная организация, теперь на счёте Оператора в банке.',
        en: 'What the payment provider held is in the operator’s bank account now.',
      },
    },
    kept: {
      name: { kk: 'Аванс', ru: 'Аванс', en: 'Advance' },
      waits: {
        kk: 'Ақша тапсырыс берушінің келесі шотында есепке алынады.',
        ru: 'Деньги зачтутся в следующий счёт заказчика.',
        en: 'The money counts towards the next invoice of the customer.',
      },
    },
    sentBack: {
      name: { kk: 'Қайтарылды', ru: 'Возвращено', en: 'Sent back' },
      waits: { kk: 'Ақша төлеушіге қайтарылды.', ru: 'Деньги возвращены плательщику.', en: 'The money was sent back to the payer.' },
    },
  },
  silence,
  commands: {
    match: { kk: 'Шотқа не борышқа жатқызу', ru: 'Отнести на счёт или долг', en: 'Apply to an invoice or a debt' },
    takeReturn: { kk: 'Төлемнің қайтуы', ru: 'Это возврат выплаты', en: 'It is a payout that came back' },
    takeTransferReturn: {
      kk: 'Әлеуметтік төлемнің қайтуы',
      ru: 'Это возврат социального платежа',
      en: 'It is a social payment that came back',
    },
    settle: { kk: 'Төлем ұйымымен есеп айырысу', ru: 'Это расчёт платёжной организации', en: 'It is a settlement of the provider' },
    acceptDifference: { kk: 'Айырманы қабылдау', ru: 'Принять разницу', en: 'Accept the difference' },
    rejectDifference: { kk: 'Айырманы қабылдамау', ru: 'Не принимать разницу', en: 'Do not accept the difference' },
    keep: { kk: 'Аванс ретінде қалдыру', ru: 'Оставить авансом', en: 'Keep as an advance' },
    sendBack: { kk: 'Төлеушіге қайтару', ru: 'Вернуть плательщику', en: 'Send back to the payer' },
  },
  timers: {},
  rules: {
    ...proposalRules,
    differenceIsThat: {
      kk: 'Бұл айырма ұсынылғаннан бері өзгерді. Оны қайта ұсыныңыз.',
      ru: 'С тех пор как эту разницу предложили, она изменилась. Предложите её заново.',
      en: 'The difference has changed since it was proposed. Propose it again.',
    },
    feeIsOfContract: {
      kk: 'Бұл комиссия шартқа сәйкес келмейді.',
      ru: 'Эта комиссия не сходится с договором.',
      en: 'This fee does not agree with the contract.',
    },
  },
  duties: {
    matchInflow: {
      kk: 'Түскен ақшаның не үшін екенін анықтаңыз: шотқа, борышқа, қайтқан төлемге, қайтқан әлеуметтік төлемге не төлем ұйымымен есеп айырысуға жатқызыңыз, аванс ретінде қалдырыңыз немесе қайтарыңыз',
      ru: 'Выясните, за что поступили деньги: отнесите на счёт или долг, к вернувшейся выплате, к вернувшемуся социальному платежу или к расчёту с платёжной организацией, оставьте авансом или верните',
      en: 'Find out what money is for that came: apply it to an invoice or a debt, to a payout or a social payment that came back or to a settlement of the provider, keep it as an advance, or send it back',
    },
    decideDifference: {
      kk: 'Айырманы екеуіңіз қабылдаңыздар немесе ақшаны анықталмаған күйге қайтарыңыз',
      ru: 'Примите разницу вдвоём или верните деньги в неразнесённые',
      en: 'Accept the difference, two of you, or put the money back into suspense',
    },
  },
  notices: {},
});
