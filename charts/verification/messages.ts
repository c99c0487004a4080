/** What people read of the operator's request for documents. Russian leads: the offer is in Russian. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { silence } from './silence.ts';

export const verificationMessages = defineMessages({
  life: { kk: 'Құжаттарды сұрату', ru: 'Запрос документов', en: 'Request for documents' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: { kk: 'Оператор сұратуды дайындайды.', ru: 'Оператор готовит запрос.', en: 'The operator prepares the request.' },
    },
    asked: {
      name: { kk: 'Құжаттар күтілуде', ru: 'Ожидаются документы', en: 'Documents awaited' },
      waits: {
        kk: 'Пайдаланушы сұралған құжаттарды мерзім ішінде ұсынады.',
        ru: 'Пользователь в срок представляет запрошенные документы.',
        en: 'The user gives the documents asked for within the term.',
      },
    },
    overdue: {
      name: { kk: 'Мерзімі аяқталды', ru: 'Срок прошёл', en: 'Overdue' },
      waits: {
        kk: 'Мерзім аяқталды, бірақ құжаттарды әлі ұсынуға болады. Олар берілмесе, сұрату жауапсыз жабылады.',
        ru: 'Срок прошёл, но документы ещё можно представить. Если их не будет, запрос закроется без ответа.',
        en: 'The term has passed, but the documents may still be given. Without them the request is closed unanswered.',
      },
    },
    submitted: {
      name: { kk: 'Оператор тексеруде', ru: 'Проверяет Оператор', en: 'With the operator' },
      waits: {
        kk: 'Оператор ұсынылған құжаттарды тексеріп, шешім қабылдайды. Пайдаланушы оларды толықтыра алады.',
        ru: 'Оператор проверяет представленное и принимает решение. Пользователь может дополнить ответ.',
        en: 'The operator looks at what was given and decides. The user may add to it.',
      },
    },
    approved: {
      name: { kk: 'Қабылданды', ru: 'Принято', en: 'Approved' },
      waits: {
        kk: 'Оператор құжаттарды қабылдады. Енді ештеңе талап етілмейді.',
        ru: 'Оператор принял документы. Больше ничего не требуется.',
        en: 'The operator has approved the documents. Nothing more is expected.',
      },
    },
    refused: {
      name: { kk: 'Қабылданбады', ru: 'Не принято', en: 'Refused' },
      waits: {
        kk: 'Оператор құжаттарды қабылдамады, себептері көрсетілген. Мұның өзі Платформаға қолжетімділікті өзгертпейді. Оператор шара қолданса, бұл туралы бөлек хабарлайды (офертаның 4.4.2-тармағы).',
        ru: 'Оператор не принял документы, причины указаны. Само по себе это не меняет доступ к Платформе. Если Оператор применит меру, он уведомит о ней отдельно (пункт 4.4.2 оферты).',
        en: 'The operator has refused the documents and given reasons. This by itself does not change your access to the platform. If the operator takes a measure, it gives notice of it separately (clause 4.4.2 of the offer).',
      },
    },
    lapsed: {
      name: { kk: 'Жауапсыз жабылды', ru: 'Закрыт без ответа', en: 'Closed unanswered' },
      waits: {
        kk: 'Құжаттар ұсынылмады. Мұның өзі Платформаға қолжетімділікті өзгертпейді. Оператор шара қолданса, бұл туралы бөлек хабарлайды (офертаның 4.4.2-тармағы).',
        ru: 'Документы не представлены. Само по себе это не меняет доступ к Платформе. Если Оператор применит меру, он уведомит о ней отдельно (пункт 4.4.2 оферты).',
        en: 'No documents were given. This by itself does not change your access to the platform. If the operator takes a measure, it gives notice of it separately (clause 4.4.2 of the offer).',
      },
    },
    withdrawn: {
      name: { kk: 'Қайтарып алынды', ru: 'Отозван', en: 'Withdrawn' },
      waits: {
        kk: 'Оператор сұратуды қайтарып алды. Ештеңе ұсынудың қажеті жоқ.',
        ru: 'Оператор отозвал запрос. Ничего представлять не нужно.',
        en: 'The operator has withdrawn the request. Nothing needs to be given.',
      },
    },
  },

  silence,

  commands: {
    ask: { kk: 'Құжаттарды сұрату', ru: 'Запросить документы', en: 'Ask for documents' },
    submit: { kk: 'Құжаттарды ұсыну', ru: 'Представить документы', en: 'Give the documents' },
    askAgain: { kk: 'Жаңа мерзіммен қайта сұрату', ru: 'Запросить ещё раз с новым сроком', en: 'Ask again with a new term' },
    approve: { kk: 'Құжаттарды қабылдау', ru: 'Принять документы', en: 'Approve the documents' },
    refuse: { kk: 'Құжаттарды қабылдамау', ru: 'Не принять документы', en: 'Refuse the documents' },
    withdraw: { kk: 'Сұратуды қайтарып алу', ru: 'Отозвать запрос', en: 'Withdraw the request' },
  },

  timers: {
    answerReminder: { kk: 'Құжаттар туралы еске салу', ru: 'Напоминание о документах', en: 'Reminder to give the documents' },
    answerBy: {
      kk: 'Құжаттарды ұсыну мерзімі аяқталады',
      ru: 'Срок представления документов истекает',
      en: 'The term to give the documents ends',
    },
    lapseBy: { kk: 'Сұрату жауапсыз жабылады', ru: 'Запрос закрывается без ответа', en: 'The request is closed unanswered' },
    decideReminder: {
      kk: 'Сұратқан Оператор өкіліне еске салу',
      ru: 'Напоминание представителю Оператора о решении',
      en: 'Reminder to the operator to decide',
    },
  },

  rules: {
    submissionsAreLeft: {
      kk: 'Бұл сұратуға жауап барынша толықтырылды. Оператордың шешімін күтіңіз.',
      ru: 'Ответ на этот запрос больше нельзя дополнить. Дождитесь решения Оператора.',
      en: 'The answer to this request cannot be added to any more. Please wait for the operator to decide.',
    },
    submissionIsCurrent: {
      kk: 'Жауап толықтырылған: соңғы нұсқасын оқып, соның нөмірін көрсетіңіз.',
      ru: 'Ответ дополнен: прочитайте последнюю часть и укажите её номер.',
      en: 'Something was added to the answer: read the last part and name its version.',
    },
  },

  duties: {
    decideDocuments: {
      kk: 'Ұсынылған құжаттарды тексеріп, шешім қабылдау',
      ru: 'Проверить представленные документы и принять решение',
      en: 'Look at the documents that were given, and decide',
    },
  },

  notices: {
    'verification-asked': {
      legal: true,
      subject: {
        kk: 'Оператор құжаттар сұратады: № {number} сұрату',
        ru: 'Оператор запрашивает документы: запрос № {number}',
        en: 'The operator asks for documents: request {number}',
      },
      body: {
        kk: 'Құжаттарды Жеке кабинетте ұсыныңыз. Соңғы мерзім: {deadline}. Қандай құжаттар және не үшін керегі сонда көрсетілген (4.4.1-тармақ).',
        ru: 'Не позднее {deadline} представьте документы в Личном кабинете. Какие и зачем, указано там же (пункт 4.4.1).',
        en: 'Please give the documents in your cabinet no later than {deadline}. Which ones, and why, is said there (4.4.1).',
      },
    },
    'verification-reminder': {
      subject: {
        kk: 'Құжаттар әлі ұсынылған жоқ: № {number} сұрату',
        ru: 'Документы ещё не представлены: запрос № {number}',
        en: 'Documents not given yet: request {number}',
      },
      body: {
        kk: 'Оператор құжаттарыңызды күтуде. Оларды Жеке кабинетте ұсыныңыз. Соңғы мерзім: {deadline}.',
        ru: 'Оператор ждёт документы. Представьте их в Личном кабинете не позднее {deadline}.',
        en: 'The operator awaits your documents. Please give them in your cabinet no later than {deadline}.',
      },
    },
    'verification-overdue': {
      legal: true,
      subject: {
        kk: 'Құжаттарды ұсыну мерзімі аяқталды: № {number} сұрату',
        ru: 'Срок представления документов прошёл: запрос № {number}',
        en: 'The term for documents has passed: request {number}',
      },
      body: {
        kk: 'Сұралған құжаттар мерзімінде ұсынылған жоқ. Оларды әлі ұсынуға болады, соңғы мерзім: {deadline}. Содан кейін сұрату жауапсыз жабылады.',
        ru: 'Запрошенные документы в срок не представлены. Их можно представить до {deadline}, затем запрос закроется без ответа.',
        en: 'The documents asked for were not given in time. They may still be given no later than {deadline}; then the request is closed unanswered.',
      },
    },
    'verification-submitted': {
      subject: {
        kk: '№ {number} сұратуға жауап келді',
        ru: 'Получен ответ на запрос № {number}',
        en: 'Request {number} has been answered',
      },
      body: {
        kk: 'Сұралған құжаттар ұсынылды. Оларды тексеріп, шешім қабылдаңыз.',
        ru: 'Запрошенные документы представлены. Проверьте их и примите решение.',
        en: 'The documents asked for have been given. Please look at them and decide.',
      },
    },
    'verification-decide-reminder': {
      subject: {
        kk: '№ {number} сұрату шешім күтуде',
        ru: 'Запрос № {number} ждёт решения',
        en: 'Request {number} awaits a decision',
      },
      body: {
        kk: 'Құжаттар ұсынылған, бірақ шешім әлі жоқ. Оларды тексеріп, шешім қабылдаңыз.',
        ru: 'Документы представлены, но решения ещё нет. Проверьте их и примите решение.',
        en: 'The documents have been given and nothing is decided yet. Please look at them and decide.',
      },
    },
    'verification-asked-again': {
      legal: true,
      subject: {
        kk: 'Құжаттар қайта сұралды: № {number} сұрату',
        ru: 'Документы запрошены ещё раз: запрос № {number}',
        en: 'Documents asked for again: request {number}',
      },
      body: {
        kk: 'Оператор құжаттарды қайта сұратты, себептері Жеке кабинетте көрсетілген. Соңғы мерзім: {deadline}.',
        ru: 'Оператор запросил документы ещё раз, причины указаны в Личном кабинете. Представьте их не позднее {deadline}.',
        en: 'The operator has asked for documents again; the reasons are in your cabinet. Please give them no later than {deadline}.',
      },
    },
    'verification-approved': {
      subject: {
        kk: 'Құжаттар қабылданды: № {number} сұрату',
        ru: 'Документы приняты: запрос № {number}',
        en: 'Documents approved: request {number}',
      },
      body: {
        kk: 'Оператор құжаттарыңызды қабылдады. Сізден енді ештеңе талап етілмейді.',
        ru: 'Оператор принял ваши документы. От вас больше ничего не требуется.',
        en: 'The operator has approved your documents. Nothing more is expected from you.',
      },
    },
    'verification-refused': {
      legal: true,
      subject: {
        kk: 'Құжаттар қабылданбады: № {number} сұрату',
        ru: 'Документы не приняты: запрос № {number}',
        en: 'Documents refused: request {number}',
      },
      body: {
        kk: 'Оператор құжаттарыңызды қабылдамады, себептері Жеке кабинетте көрсетілген. Мұның өзі Платформаға қолжетімділікті өзгертпейді. Оператор шара қолданса, бұл туралы бөлек хабарлайды (офертаның 4.4.2-тармағы).',
        ru: 'Оператор не принял ваши документы, причины указаны в Личном кабинете. Само по себе это не меняет доступ к Платформе. Если Оператор применит меру, он уведомит о ней отдельно (пункт 4.4.2 оферты).',
        en: 'The operator has refused your documents; the reasons are in your cabinet. This by itself does not change your access to the platform. If the operator takes a measure, it gives notice of it separately (clause 4.4.2 of the offer).',
      },
    },
    'verification-lapsed': {
      legal: true,
      subject: {
        kk: '№ {number} сұрату жауапсыз жабылды',
        ru: 'Запрос № {number} закрыт без ответа',
        en: 'Request {number} is closed unanswered',
      },
      body: {
        kk: 'Сұралған құжаттар ұсынылмады. Мұның өзі Платформаға қолжетімділікті өзгертпейді. Оператор шара қолданса, бұл туралы бөлек хабарлайды (офертаның 4.4.2-тармағы).',
        ru: 'Запрошенные документы не представлены. Само по себе это не меняет доступ к Платформе. Если Оператор применит меру, он уведомит о ней отдельно (пункт 4.4.2 оферты).',
        en: 'The documents asked for were not given. This by itself does not change your access to the platform. If the operator takes a measure, it gives notice of it separately (clause 4.4.2 of the offer).',
      },
    },
    'verification-unanswered': {
      subject: {
        kk: '№ {number} сұратуға мерзімінде жауап жоқ',
        ru: 'На запрос № {number} в срок не ответили',
        en: 'Request {number} was not answered in time',
      },
      body: {
        kk: 'Сіз сұратқан құжаттар ұсынылмады. Сұратудың қазіргі күйі Жеке кабинетте көрсетілген.',
        ru: 'Документы, которые вы запросили, не представлены. Нынешнее состояние запроса показано в Личном кабинете.',
        en: 'The documents that you asked for were not given. Where the request stands is shown in your cabinet.',
      },
    },
    'verification-withdrawn': {
      subject: {
        kk: '№ {number} сұрату қайтарып алынды',
        ru: 'Запрос № {number} отозван',
        en: 'Request {number} is withdrawn',
      },
      body: {
        kk: 'Оператор құжаттарды сұратуын қайтарып алды. Ештеңе ұсынудың қажеті жоқ.',
        ru: 'Оператор отозвал запрос документов. Ничего представлять не нужно.',
        en: 'The operator has withdrawn the request for documents. Nothing needs to be given.',
      },
    },
  },
});

export type VerificationTemplate = TemplateOf<typeof verificationMessages>;
