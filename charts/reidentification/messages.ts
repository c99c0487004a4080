/** What people read of a re-identification (1.2). To the old number goes a notice's subject alone, as an SMS: it says what to do. Russian leads. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { silence } from './silence.ts';

export const reidentificationMessages = defineMessages({
  life: { kk: 'Қайта сәйкестендіру', ru: 'Повторная идентификация', en: 'Re-identification' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новая', en: 'New' },
      waits: { kk: 'Платформа өтінімді қабылдайды.', ru: 'Платформа принимает запрос.', en: 'The platform takes the request.' },
    },
    checking: {
      name: { kk: 'Құжаттар тексерілуде', ru: 'Проверка документов', en: 'Documents being checked' },
      waits: {
        kk: 'Оператор нөмірді ауыстыруды сұраған адамның құжаттарын тексереді. Пайдаланушы қарсылық білдіре алады.',
        ru: 'Оператор проверяет документы того, кто просит сменить номер. Пользователь может возразить.',
        en: 'The operator checks the documents of whoever asks to change the number. The user may object.',
      },
    },
    'checking.first': {
      name: { kk: 'Бірінші тексеру', ru: 'Первая проверка', en: 'First check' },
      waits: {
        kk: 'Оператордың бір өкілі құжаттарды тексереді. Пайдаланушы қарсылық білдіре алады.',
        ru: 'Документы проверяет один представитель Оператора. Пользователь может возразить.',
        en: 'One member of staff checks the documents. The user may object.',
      },
    },
    'checking.second': {
      name: { kk: 'Екінші тексеру', ru: 'Вторая проверка', en: 'Second check' },
      waits: {
        kk: 'Құжаттарды Оператордың басқа өкілі растайды. Пайдаланушы қарсылық білдіре алады.',
        ru: 'Проверку подтверждает другой представитель Оператора. Пользователь может возразить.',
        en: 'Another member of staff confirms the check. The user may object.',
      },
    },
    coolingOff: {
      name: { kk: 'Күту мерзімі', ru: 'Период ожидания', en: 'Cooling-off' },
      waits: {
        kk: 'Нөмір күту мерзімінен кейін ауыстырылады. Оған дейін Пайдаланушы қарсылық білдіре алады, Оператор бас тарта алады.',
        ru: 'Номер сменится после периода ожидания. До этого пользователь может возразить, а Оператор отказать.',
        en: 'The number changes after the cooling-off. Until then the user may object and the operator may refuse.',
      },
    },
    changing: {
      name: { kk: 'Нөмір ауыстырылуда', ru: 'Номер меняется', en: 'Number being changed' },
      waits: {
        kk: 'Платформа нөмірді ауыстырып, бұрынғы құрылғыларды ажыратады.',
        ru: 'Платформа меняет номер и отключает прежние устройства.',
        en: 'The platform changes the number and shuts out the devices of before.',
      },
    },
    done: {
      name: { kk: 'Нөмір ауыстырылды', ru: 'Номер изменён', en: 'Number changed' },
      waits: {
        kk: 'Нөмір ауыстырылды. Жаңа нөмірмен кіріңіз.',
        ru: 'Номер изменён. Войдите с новым номером.',
        en: 'The number is changed. Please log in with the new one.',
      },
    },
    refused: {
      name: { kk: 'Қабылданбады', ru: 'Отказано', en: 'Refused' },
      waits: {
        kk: 'Нөмір ауыстырылған жоқ. Қажет болса, жаңа өтінім беруге болады.',
        ru: 'Номер не изменён. При необходимости можно подать новый запрос.',
        en: 'The number is not changed. A new request may be made where it is needed.',
      },
    },
    lapsed: {
      name: { kk: 'Тексеру мерзімі аяқталды', ru: 'Срок проверки истёк', en: 'Lapsed' },
      waits: {
        kk: 'Құжаттар мерзімінде тексерілмеді, нөмір ауыстырылған жоқ. Жаңа өтінім беруге болады.',
        ru: 'Документы не проверены в срок, номер не изменён. Можно подать новый запрос.',
        en: 'The documents were not checked in time and the number is not changed. A new request may be made.',
      },
    },
  },

  silence,

  commands: {
    object: { kk: 'Қарсылық білдіру: бұл мен емеспін', ru: 'Отклонить смену номера: это не я', en: 'Object: it is not me' },
    approve: { kk: 'Құжаттарды тексерілді деп белгілеу', ru: 'Признать документы проверенными', en: 'Approve the documents' },
    confirm: { kk: 'Тексеруді растау', ru: 'Подтвердить проверку', en: 'Confirm the check as a second person' },
    refuse: { kk: 'Нөмірді ауыстыру туралы өтінімді қабылдамау', ru: 'Отказать в смене номера', en: 'Refuse to change the number' },
  },

  timers: {
    checkBy: {
      kk: 'Құжаттарды тексеру мерзімі аяқталады',
      ru: 'Срок проверки документов истекает',
      en: 'The term to check the documents ends',
    },
    coolingOffUntil: { kk: 'Нөмір ауыстырылады', ru: 'Номер меняется', en: 'The number is changed' },
  },

  rules: {},

  duties: {
    confirmIdentity: {
      kk: 'Құжаттар тексерілгенін растау: бірінші тексерген адам емес, басқасы растайды',
      ru: 'Подтвердить проверку документов: решает не тот, кто проверил первым',
      en: 'Confirm the check of the documents: another person than the first one does',
    },
    checkIdentity: {
      kk: 'Нөмірді ауыстыруды сұраған адамның құжаттарын тексеру',
      ru: 'Проверить документы того, кто просит сменить номер',
      en: 'Check the documents of whoever asks to change the number',
    },
  },

  notices: {
    'number-change-checked': {
      byStrangers: 'onceADay',
      legal: true,
      urgent: true,
      subject: {
        kk: 'Аккаунт нөмірін ауыстыру сұралды, № {number} өтінім. Бұл сіз болмасаңыз, қарсылық білдіріңіз',
        ru: 'Запрошена смена номера (запрос № {number}). Если это не вы, отклоните её в Личном кабинете',
        en: 'A change of your number is asked for, request {number}. If it is not you, object in your cabinet',
      },
      body: {
        kk: 'Оператор құжаттарды тексеруде. Бұл сіз болмасаңыз, Жеке кабинетте қарсылық білдіріңіз.',
        ru: 'Оператор проверяет документы. Если это не вы, отклоните смену номера в Личном кабинете.',
        en: 'The operator checks documents. If it is not you, object in your cabinet.',
      },
    },
    'number-change-asked': {
      legal: true,
      urgent: true,
      subject: {
        kk: 'Аккаунт нөмірі ауыстырылады, № {number} өтінім. Бұл сіз болмасаңыз, қарсылық білдіріңіз',
        ru: 'Номер будет изменён (запрос № {number}). Если это не вы, отклоните смену номера',
        en: 'Your number will be changed, request {number}. If it is not you, object in your cabinet',
      },
      body: {
        kk: 'Бұл сіз болмасаңыз, Жеке кабинетте қарсылық білдіріңіз. Мерзімі: {deadline}.',
        ru: 'Если это не вы, отклоните смену номера в Личном кабинете не позднее {deadline}.',
        en: 'If it is not you, object in your cabinet no later than {deadline}.',
      },
    },
    'number-change-begins': {
      legal: true,
      urgent: true,
      subject: {
        kk: 'Аккаунт нөмірі ауыстырылуда: № {number} өтінім',
        ru: 'Номер Аккаунта меняется: запрос № {number}',
        en: 'Your number is being changed: request {number}',
      },
      body: {
        kk: 'Күту мерзімі аяқталды. Бұрынғы құрылғылар ажыратылады.',
        ru: 'Период ожидания прошёл. Прежние устройства отключаются.',
        en: 'The cooling-off is over. The devices of before are shut out.',
      },
    },
    'number-changed': {
      legal: true,
      urgent: true,
      subject: {
        kk: 'Аккаунт нөмірі ауыстырылды: № {number} өтінім',
        ru: 'Номер Аккаунта изменён: запрос № {number}',
        en: 'Your number is changed: request {number}',
      },
      body: {
        kk: 'Жаңа нөмірмен кіріңіз.',
        ru: 'Войдите с новым номером.',
        en: 'Please log in with the new number.',
      },
    },
    'number-change-refused': {
      legal: true,
      urgent: true,
      subject: {
        kk: 'Аккаунт нөмірі ауыстырылған жоқ: № {number} өтінім',
        ru: 'Номер Аккаунта не изменён: запрос № {number}',
        en: 'Your number is not changed: request {number}',
      },
      body: {
        kk: 'Өтінім қабылданбады, себебі Жеке кабинетте көрсетілген.',
        ru: 'В запросе отказано, причина указана в Личном кабинете.',
        en: 'The request is refused; why is shown in your cabinet.',
      },
    },
    'member-number-changes': {
      subject: {
        kk: 'Аккаунт өкілінің нөмірін ауыстыру сұралды, № {number} өтінім',
        ru: 'Запрошена смена номера представителя Аккаунта (запрос № {number})',
        en: 'A change of the number of a member of your account is asked for, request {number}',
      },
      body: {
        kk: 'Аккаунттың бір өкілінің авторландырылған нөмірін ауыстыру сұралды. Сұраған адамның жеке басы анықталған соң Аккаунттағы әрекеттер өтінім шешілгенше кідіртіледі. Басталған тапсырмалардың мерзімдері жалғаса береді. Келіспесеңіз, Жеке кабинетте қарсылық білдіріңіз: нөмір ауыстырылмайды.',
        ru: 'Запрошена смена авторизованного номера одного из представителей Аккаунта. Как только личность того, кто просит, установлена, действия в Аккаунте приостанавливаются, пока запрос не будет решён. Сроки начатых заданий продолжают течь. Если вы против, возразите в Личном кабинете: номер не изменится.',
        en: 'A change of the authorised number of a member of the account is asked for. Once the identity of whoever asks is shown, commands of the account pause until the request is decided. The terms of tasks under way go on. If you disagree, object in your cabinet, and the number does not change.',
      },
    },
    'member-number-change-over': {
      subject: {
        kk: 'Аккаунт өкілінің нөмірі туралы № {number} өтінім шешілді',
        ru: 'Запрос № {number} о номере представителя Аккаунта решён',
        en: 'Request {number} about the number of a member of your account is decided',
      },
      body: {
        kk: 'Аккаунттың бір өкілінің нөмірін ауыстыру туралы өтінім шешілді. Егер Аккаунттағы әрекеттер тек осыған байланысты кідіртілген болса, олар қайта жалғасады.',
        ru: 'Запрос о смене номера одного из представителей Аккаунта решён. Если действия в Аккаунте были приостановлены только из-за него, они возобновлены.',
        en: 'The request about the number of a member of the account is decided. If the account was paused for this alone, it may act again.',
      },
    },
    'number-change-lapsed': {
      legal: true,
      subject: {
        kk: 'Аккаунт нөмірі ауыстырылған жоқ: № {number} өтінім',
        ru: 'Номер Аккаунта не изменён: запрос № {number}',
        en: 'Your number is not changed: request {number}',
      },
      body: {
        kk: 'Құжаттарды тексеру мерзімі аяқталды. Жаңа өтінім беруге болады.',
        ru: 'Срок проверки документов истёк. Можно подать новый запрос.',
        en: 'The term to check the documents has passed. A new request may be made.',
      },
    },
  },
});

export type ReidentificationTemplate = TemplateOf<typeof reidentificationMessages>;
