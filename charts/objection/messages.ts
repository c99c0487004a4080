/** What people read of an objection to a recorded late or missed start (4.2.1). */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

export const objectionMessages = defineMessages({
  life: { kk: 'Қарсылық', ru: 'Возражение', en: 'Objection' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: { kk: 'Платформа қарсылықты қабылдайды.', ru: 'Платформа принимает возражение.', en: 'The platform takes the objection.' },
    },
    asked: {
      name: { kk: 'Тапсырыс берушінің түсініктемесі күтілуде', ru: 'Ожидается пояснение Заказчика', en: 'The customer may answer' },
      waits: {
        kk: 'Тапсырыс беруші түсініктеме бере алады, содан кейін Оператор шешім қабылдайды. Шешімге дейін бұл кешігу немесе келмеу есептелмейді.',
        ru: 'Заказчик может дать пояснение, после этого решит Оператор. До решения это опоздание или неявка не учитывается.',
        en: 'The customer may comment, and then the operator decides. Until then this late start or no-show does not count.',
      },
    },
    deciding: {
      name: { kk: 'Оператор қарауда', ru: 'Рассматривает Оператор', en: 'With the operator' },
      waits: {
        kk: 'Оператор қарсылықты қарап, шешім қабылдайды. Шешімге дейін бұл кешігу немесе келмеу есептелмейді.',
        ru: 'Оператор рассматривает возражение и примет решение. До решения это опоздание или неявка не учитывается.',
        en: 'The operator looks at the objection and decides. Until then this late start or no-show does not count.',
      },
    },
    excused: {
      name: { kk: 'Қанағаттандырылды', ru: 'Удовлетворено', en: 'Excused' },
      waits: {
        kk: 'Оператор қарсылықпен келісті, себептері көрсетілген. Бұл кешігу немесе келмеу енді есептелмейді.',
        ru: 'Оператор согласился с возражением, причины указаны. Это опоздание или неявка больше не учитывается.',
        en: 'The operator has agreed with the objection and gives reasons. This late start or no-show counts no more.',
      },
    },
    undecided: {
      name: { kk: 'Шешім мерзімінде қабылданбады', ru: 'Не рассмотрено в срок', en: 'Not decided in time' },
      waits: {
        kk: 'Оператор мерзімінде шешім қабылдамады. Бұл кешігу немесе келмеу енді есептелмейді.',
        ru: 'Оператор не принял решения в срок. Это опоздание или неявка больше не учитывается.',
        en: 'The operator has not decided in time. This late start or no-show counts no more.',
      },
    },
    kept: {
      name: { kk: 'Қанағаттандырылмады', ru: 'Не удовлетворено', en: 'Not excused' },
      waits: {
        kk: 'Оператор қарсылықпен келіспеді, себептері көрсетілген. Бұл кешігу немесе келмеу есептеледі.',
        ru: 'Оператор не согласился с возражением, причины указаны. Это опоздание или неявка учитывается.',
        en: 'The operator has not agreed with the objection and gives reasons. This late start or no-show counts.',
      },
    },
    withdrawn: {
      name: { kk: 'Қайтарып алынды', ru: 'Отозвано Исполнителем', en: 'Withdrawn' },
      waits: {
        kk: 'Орындаушы қарсылығын қайтарып алды. Бұл кешігу немесе келмеу есептеледі.',
        ru: 'Исполнитель отозвал возражение. Это опоздание или неявка учитывается.',
        en: 'The contractor has withdrawn the objection. This late start or no-show counts.',
      },
    },
  },

  commands: {
    raise: {
      kk: 'Кешігу немесе келмеу туралы жазбаға қарсылық білдіру',
      ru: 'Возразить против записи об опоздании или неявке',
      en: 'Object to a recorded late start or no-show',
    },
    answer: { kk: 'Түсініктеме беру', ru: 'Дать пояснение', en: 'Comment on the objection' },
    excuse: { kk: 'Қарсылықпен келісу', ru: 'Согласиться с возражением', en: 'Excuse the start' },
    keep: { kk: 'Қарсылықпен келіспеу', ru: 'Не согласиться с возражением', en: 'Keep the record' },
    withdraw: { kk: 'Қарсылықты қайтарып алу', ru: 'Отозвать возражение', en: 'Withdraw the objection' },
  },

  timers: {
    answerBy: {
      kk: 'Тапсырыс берушінің түсініктеме беру мерзімі аяқталады, қарсылықты Оператор қарайды',
      ru: 'Срок для пояснения Заказчика заканчивается, возражение рассматривает Оператор',
      en: 'The term for the comment of the customer ends, and the operator looks at the objection',
    },
    decideReminder: {
      kk: 'Оператор өкіліне шешім туралы ескертіледі',
      ru: 'Представителю Оператора напомнят о решении',
      en: 'The staff are reminded to decide',
    },
    decideBy: {
      kk: 'Оператордың шешім қабылдау мерзімі аяқталады: бұл кешігу немесе келмеу енді есептелмейді',
      ru: 'Срок решения Оператора заканчивается: это опоздание или неявка больше не учитывается',
      en: 'The term for the decision of the operator ends: this late start or no-show counts no more',
    },
  },

  rules: {
    isInTime: {
      kk: 'Бұл жазбаға қарсылық білдіру мерзімі аяқталды. Мерзімдер GET /v1/accounts/me/starts тізімінде көрсетілген.',
      ru: 'Срок для возражения против этой записи прошёл. Сроки указаны в списке GET /v1/accounts/me/starts.',
      en: 'The term to object to this record is over. GET /v1/accounts/me/starts shows the terms.',
    },
  },

  duties: {
    decideObjection: {
      kk: 'Кешігу немесе келмеу туралы жазбаға қарсылықты қарап, шешім қабылдау',
      ru: 'Рассмотреть возражение против записи об опоздании или неявке и принять решение',
      en: 'Look at the objection to a recorded late start or no-show and decide',
    },
  },

  notices: {
    'objection-raised': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Орындаушы № {number} қарсылық білдірді',
        ru: 'Исполнитель подал возражение № {number}',
        en: 'The contractor has raised objection {number}',
      },
      body: {
        kk: '«{title}» тапсырмасының орындаушысы кешігуі немесе келмеуі туралы жазбамен келіспейді, себептері Жеке кабинетте көрсетілген. Түсініктеме берудің соңғы мерзімі: {deadline}. Түсініктеме беру міндетті емес, шешімді Оператор қабылдайды.',
        ru: 'Исполнитель задания «{title}» не согласен с записью о его опоздании или неявке, причины указаны в Личном кабинете. Не позднее {deadline} вы можете дать пояснение. Оно не обязательно, решение примет Оператор.',
        en: 'The contractor of the task “{title}” does not agree that a late start or a no-show was recorded; the reasons are in your cabinet. You may comment no later than {deadline}. You do not have to; the operator decides.',
      },
    },
    'objection-answered': {
      subject: {
        kk: '№ {number} қарсылыққа тапсырыс беруші түсініктеме берді',
        ru: 'Заказчик дал пояснение по возражению № {number}',
        en: 'The customer has commented on objection {number}',
      },
      body: {
        kk: 'Тапсырыс беруші «{title}» тапсырмасы бойынша қарсылығыңызға түсініктеме берді, ол Жеке кабинетте. Шешімді Оператор қабылдайды.',
        ru: 'Заказчик дал пояснение по вашему возражению о задании «{title}», оно в Личном кабинете. Решение примет Оператор.',
        en: 'The customer has commented on your objection about the task “{title}”; the comment is in your cabinet. The operator decides.',
      },
    },
    'objection-excused': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} қарсылық қанағаттандырылды',
        ru: 'Возражение № {number} удовлетворено',
        en: 'Objection {number}: the start is excused',
      },
      body: {
        kk: 'Оператор «{title}» тапсырмасы бойынша орындаушының қарсылығымен келісті, себептері Жеке кабинетте көрсетілген. Бұл кешігу немесе келмеу орындаушының көрсеткіштерінде енді есептелмейді.',
        ru: 'Оператор согласился с возражением Исполнителя по заданию «{title}», причины указаны в Личном кабинете. Это опоздание или неявка больше не учитывается в показателях Исполнителя.',
        en: 'The operator has agreed with the objection of the contractor about the task “{title}”; the reasons are in your cabinet. This late start or no-show counts in the figures of the contractor no more.',
      },
    },
    'objection-kept': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} қарсылық қанағаттандырылмады',
        ru: 'Возражение № {number} не удовлетворено',
        en: 'Objection {number}: the record is kept',
      },
      body: {
        kk: 'Оператор «{title}» тапсырмасы бойынша орындаушының қарсылығымен келіспеді, себептері Жеке кабинетте көрсетілген. Бұл кешігу немесе келмеу орындаушының көрсеткіштерінде есептеледі.',
        ru: 'Оператор не согласился с возражением Исполнителя по заданию «{title}», причины указаны в Личном кабинете. Это опоздание или неявка учитывается в показателях Исполнителя.',
        en: 'The operator has not agreed with the objection of the contractor about the task “{title}”; the reasons are in your cabinet. This late start or no-show counts in the figures of the contractor.',
      },
    },
    'objection-undecided': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} қарсылық мерзімінде қаралмады',
        ru: 'Возражение № {number} не рассмотрено в срок',
        en: 'Objection {number} was not decided in time',
      },
      body: {
        kk: 'Оператор «{title}» тапсырмасы бойынша орындаушының қарсылығы туралы мерзімінде шешім қабылдамады. Орындаушы Оператордың кідірісі үшін жауап бермейді, сондықтан бұл кешігу немесе келмеу оның көрсеткіштерінде енді есептелмейді.',
        ru: 'Оператор не решил в срок о возражении Исполнителя по заданию «{title}». Исполнитель не отвечает за задержку Оператора, поэтому это опоздание или неявка больше не учитывается в его показателях.',
        en: 'The operator has not decided in time about the objection of the contractor about the task “{title}”. The contractor does not answer for the delay of the operator, so this late start or no-show counts in its figures no more.',
      },
    },
    'objection-withdrawn': {
      subject: {
        kk: '№ {number} қарсылық қайтарып алынды',
        ru: 'Возражение № {number} отозвано',
        en: 'Objection {number} is withdrawn',
      },
      body: {
        kk: 'Орындаушы «{title}» тапсырмасы бойынша қарсылығын қайтарып алды. Сізден ештеңе талап етілмейді.',
        ru: 'Исполнитель отозвал возражение по заданию «{title}». От вас ничего не требуется.',
        en: 'The contractor has withdrawn the objection about the task “{title}”. Nothing is expected of you.',
      },
    },
    'objection-decide-reminder': {
      subject: {
        kk: '№ {number} қарсылық шешім күтуде',
        ru: 'Возражение № {number} ждёт решения',
        en: 'Objection {number} awaits a decision',
      },
      body: {
        kk: 'Орындаушы кешігуі немесе келмеуі туралы жазбаға қарсылық білдірді, шешім әлі жоқ. Шешім мерзімінде қабылданбаса, жазба есептелмейді. Соңғы мерзім: {deadline}.',
        ru: 'Исполнитель возразил против записи об опоздании или неявке, решения ещё нет. Без решения до {deadline} запись учитываться не будет.',
        en: 'A contractor has objected to a recorded late start or no-show and nothing is decided yet. Unless it is decided no later than {deadline}, the record counts no more.',
      },
      legal: 'unlessMailed',
    },
  },
});

export type ObjectionTemplate = TemplateOf<typeof objectionMessages>;
