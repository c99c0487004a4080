/** What people read of a qualification (4.2.2). */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

export const qualificationMessages = defineMessages({
  life: { kk: 'Біліктілік', ru: 'Квалификация', en: 'Qualification' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новая', en: 'New' },
      waits: { kk: 'Платформа құжатты қабылдайды.', ru: 'Платформа принимает документ.', en: 'The platform takes the document.' },
    },
    declared: {
      name: { kk: 'Оператор тексеруде', ru: 'Проверяет Оператор', en: 'With the operator' },
      waits: {
        kk: 'Оператор құжатты тексеріп, шешім қабылдайды. Оған дейін біліктілік расталған деп саналмайды.',
        ru: 'Оператор проверяет документ и принимает решение. До этого квалификация подтверждённой не считается.',
        en: 'The operator looks at the document and decides. Until then the qualification does not count as proved.',
      },
    },
    approved: {
      name: { kk: 'Расталды', ru: 'Подтверждена', en: 'Proved' },
      waits: {
        kk: 'Біліктілік расталды: оны талап ететін тапсырмаларды қабылдауға болады.',
        ru: 'Квалификация подтверждена: можно принимать задания, которые её требуют.',
        en: 'The qualification is proved: tasks that require it can be accepted.',
      },
    },
    refused: {
      name: { kk: 'Расталмады', ru: 'Не подтверждена', en: 'Not proved' },
      waits: {
        kk: 'Оператор біліктілікті растамады, себептері көрсетілген. Кемшіліктерді түзетіп, оны қайта мәлімдеуге болады.',
        ru: 'Оператор не подтвердил квалификацию, причины указаны. Её можно заявить заново, исправив недостатки.',
        en: 'The operator has not confirmed the qualification and gives reasons. It can be declared anew without these faults.',
      },
    },
    withdrawn: {
      name: { kk: 'Қайтарып алынды', ru: 'Отозвана Исполнителем', en: 'Withdrawn' },
      waits: {
        kk: 'Орындаушы біліктілікті қайтарып алды. Оны қайта мәлімдеуге болады.',
        ru: 'Исполнитель отозвал квалификацию. Её можно заявить заново.',
        en: 'The contractor has withdrawn the qualification. It can be declared anew.',
      },
    },
    revoked: {
      name: { kk: 'Растау жойылды', ru: 'Подтверждение отменено', en: 'Revoked' },
      waits: {
        kk: 'Оператор растауды жойды, себептері көрсетілген. Кемшіліктерді түзетіп, біліктілікті қайта мәлімдеуге болады.',
        ru: 'Оператор отменил подтверждение, причины указаны. Квалификацию можно заявить заново, исправив недостатки.',
        en: 'The operator has revoked the approval and gives reasons. The qualification can be declared anew without these faults.',
      },
    },
    expired: {
      name: { kk: 'Мерзімі аяқталды', ru: 'Срок истёк', en: 'Expired' },
      waits: {
        kk: 'Құжаттың мерзімі аяқталды. Жаңа құжатпен біліктілікті қайта мәлімдеуге болады.',
        ru: 'Срок документа истёк. С новым документом квалификацию можно заявить заново.',
        en: 'The term of the document is over. With a new one the qualification can be declared anew.',
      },
    },
  },

  silence: {
    declared: {
      kk: 'Оператор шешім қабылдағанша біліктілік расталған деп саналмайды. Орындаушы мәлімдемесін қайтарып ала алады.',
      ru: 'Пока Оператор не решит, квалификация подтверждённой не считается. Исполнитель может отозвать её.',
      en: 'Until the operator decides, the qualification does not count as proved. The contractor may withdraw it.',
    },
    approved: {
      kk: 'Мерзімі көрсетілмесе, біліктілік қайтарып алынғанша немесе Оператор растауды жойғанша күшінде болады. Сізден ештеңе талап етілмейді.',
      ru: 'Если срок не указан, квалификация действует, пока её не отзовут или Оператор не отменит подтверждение. От вас ничего не требуется.',
      en: 'Without a last day the qualification holds until it is withdrawn or the operator revokes the approval. Nothing is expected of you.',
    },
  },

  commands: {
    declare: { kk: 'Біліктілікті мәлімдеу', ru: 'Заявить квалификацию', en: 'Declare a qualification' },
    approve: { kk: 'Біліктілікті растау', ru: 'Подтвердить квалификацию', en: 'Approve the qualification' },
    refuse: { kk: 'Біліктілікті растамау', ru: 'Не подтверждать квалификацию', en: 'Refuse the qualification' },
    revoke: { kk: 'Растауды жою', ru: 'Отменить подтверждение', en: 'Revoke the approval' },
    withdraw: { kk: 'Біліктілікті қайтарып алу', ru: 'Отозвать квалификацию', en: 'Withdraw the qualification' },
  },

  timers: {
    decideReminder: {
      kk: 'Оператор өкіліне шешім туралы ескертіледі',
      ru: 'Представителю Оператора напомнят о решении',
      en: 'The staff are reminded to decide',
    },
    endReminder: {
      kk: 'Мерзімнің аяқталуы туралы ескертіледі',
      ru: 'Напоминание об окончании срока',
      en: 'A reminder of the end of the term',
    },
    endsAt: {
      kk: 'Құжаттың мерзімі аяқталады, біліктілік енді расталған деп саналмайды',
      ru: 'Срок документа истекает, квалификация больше не считается подтверждённой',
      en: 'The term of the document ends, and the qualification counts as proved no more',
    },
  },

  rules: {
    isIssued: {
      kk: 'Құжаттың берілген күні бүгіннен кеш болмауы керек. Күнді түзетіңіз.',
      ru: 'Дата выдачи документа не может быть позже сегодняшней. Исправьте дату.',
      en: 'The document was issued no later than today. Please correct the date.',
    },
    stillHolds: {
      kk: 'Құжаттың мерзімі өтіп кеткен. Қолданыстағы құжатты көрсетіңіз.',
      ru: 'Срок документа уже истёк. Укажите действующий документ.',
      en: 'The term of the document is over. Please name one that is in force.',
    },
  },

  duties: {
    decideQualification: {
      kk: 'Орындаушының біліктілігін тексеріп, шешім қабылдау',
      ru: 'Проверить квалификацию Исполнителя и принять решение',
      en: 'Look at the qualification of a contractor and decide',
    },
  },

  notices: {
    'qualification-approved': {
      subject: {
        kk: '№ {number} біліктілік расталды',
        ru: 'Квалификация № {number} подтверждена',
        en: 'Qualification {number} is approved',
      },
      body: {
        kk: 'Оператор біліктілігіңізді растады. Оны талап ететін тапсырмаларды қабылдай аласыз. Құжаттың атауы мен мерзімі ашық профиліңізде көрсетіледі, нөмірі мен файлдары көрсетілмейді.',
        ru: 'Оператор подтвердил вашу квалификацию. Вы можете принимать задания, которые её требуют. Название и срок документа видны в вашем открытом профиле, номер и файлы – нет.',
        en: 'The operator has approved your qualification. You can accept tasks that require it. Your public profile shows the title and term of the document, and not its number or files.',
      },
    },
    'qualification-refused': {
      legal: true,
      subject: {
        kk: '№ {number} біліктілік расталмады',
        ru: 'Квалификация № {number} не подтверждена',
        en: 'Qualification {number} is refused',
      },
      body: {
        kk: 'Оператор біліктілігіңізді растамады, себептері Жеке кабинетте көрсетілген. Кемшіліктерді түзетіп, оны қайта мәлімдей аласыз.',
        ru: 'Оператор не подтвердил вашу квалификацию, причины указаны в Личном кабинете. Вы можете заявить её заново, исправив недостатки.',
        en: 'The operator has not approved your qualification; the reasons are in your cabinet. You may declare it anew without these faults.',
      },
    },
    'qualification-revoked': {
      legal: true,
      subject: {
        kk: '№ {number} біліктілікті растау жойылды',
        ru: 'Подтверждение квалификации № {number} отменено',
        en: 'The approval of qualification {number} is revoked',
      },
      body: {
        kk: 'Оператор біліктілігіңізді растауды жойды, себептері Жеке кабинетте көрсетілген. Оны талап ететін жаңа тапсырмаларды қабылдай алмайсыз, қабылдағандарыңыз өзгермейді. Біліктілікті қайта мәлімдей аласыз.',
        ru: 'Оператор отменил подтверждение вашей квалификации, причины указаны в Личном кабинете. Новых заданий, которые её требуют, вы принять не можете, принятые не меняются. Квалификацию можно заявить заново.',
        en: 'The operator has revoked the approval of your qualification; the reasons are in your cabinet. You can accept no new tasks that require it; those that you have accepted do not change. You may declare it anew.',
      },
    },
    'qualification-expiring': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} біліктіліктің мерзімі аяқталады. Соңғы күні: {day}',
        ru: 'Срок квалификации № {number} истекает. Последний день: {day}',
        en: 'Qualification {number} ends. Its last day: {day}',
      },
      body: {
        kk: 'Құжатыңыздың мерзімі аяқталуға жақын, соңғы күні: {day}. Содан кейін оны талап ететін тапсырмаларды қабылдай алмайсыз. Жаңа құжатыңыз болса, оны алдын ала мәлімдеңіз.',
        ru: 'Срок вашего документа подходит к концу, последний день: {day}. После этого вы не сможете принимать задания, которые его требуют. Если у вас есть новый документ, заявите его заранее.',
        en: 'The term of your document comes to its end; its last day: {day}. After it you cannot accept tasks that require it. If you have a new document, please declare it beforehand.',
      },
    },
    'qualification-expired': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} біліктіліктің мерзімі аяқталды',
        ru: 'Срок квалификации № {number} истёк',
        en: 'Qualification {number} has expired',
      },
      body: {
        kk: 'Құжатыңыздың мерзімі аяқталды, соңғы күні: {day}. Оны талап ететін жаңа тапсырмаларды қабылдай алмайсыз. Жаңа құжатты мәлімдеңіз.',
        ru: 'Срок вашего документа истёк, последний день: {day}. Новых заданий, которые его требуют, вы принять не можете. Заявите новый документ.',
        en: 'The term of your document is over; its last day: {day}. You can accept no new tasks that require it. Please declare a new document.',
      },
    },
    'qualification-decide-reminder': {
      subject: {
        kk: '№ {number} біліктілік шешім күтуде',
        ru: 'Квалификация № {number} ждёт решения',
        en: 'Qualification {number} awaits a decision',
      },
      body: {
        kk: 'Орындаушы біліктілігін мәлімдеді, бірақ шешім әлі жоқ. Құжатты тексеріп, шешім қабылдаңыз.',
        ru: 'Исполнитель заявил квалификацию, но решения ещё нет. Проверьте документ и примите решение.',
        en: 'A contractor has declared a qualification and nothing is decided yet. Please look at the document and decide.',
      },
    },
  },
});

export type QualificationTemplate = TemplateOf<typeof qualificationMessages>;
