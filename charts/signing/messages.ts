/** What people read of a signing. What a party gives is a confirmation (1.4) and is never called an electronic signature (1.11). */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

export const signingMessages = defineMessages({
  life: { kk: 'Құжатты растау', ru: 'Подтверждение документа', en: 'Document confirmation' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: { kk: 'Платформа құжатты дайындайды.', ru: 'Платформа готовит документ.', en: 'The platform prepares the document.' },
    },
    awaited: {
      name: { kk: 'Растау күтілуде', ru: 'Ожидает подтверждения', en: 'Awaiting confirmation' },
      waits: {
        kk: 'Кезегі келген тарап құжатты оқып, оны растайды немесе себептерін көрсетіп бас тартады.',
        ru: 'Сторона, чья очередь, читает документ и подтверждает его либо направляет мотивированный отказ.',
        en: 'The party whose turn it is reads the document and confirms it, or refuses with reasons.',
      },
    },
    signed: {
      name: { kk: 'Расталды', ru: 'Подтверждён', en: 'Confirmed' },
      waits: {
        kk: 'Барлық қажетті растау берілді, ештеңе талап етілмейді.',
        ru: 'Все нужные подтверждения даны, больше ничего не требуется.',
        en: 'Every confirmation needed is given; nothing more is expected.',
      },
    },
    refused: {
      name: { kk: 'Растаудан бас тартылды', ru: 'В подтверждении отказано', en: 'Refused' },
      waits: {
        kk: 'Тараптардың бірі растаудан бас тартты. Себептері жазылған, құжаттың жаңа нұсқасы дайындалуы мүмкін.',
        ru: 'Одна из сторон отказалась подтвердить документ. Причины записаны, может быть подготовлена новая редакция.',
        en: 'A party has refused to confirm the document. The reasons are recorded; a new version may be prepared.',
      },
    },
    expired: {
      name: { kk: 'Растау мерзімі аяқталды', ru: 'Срок подтверждения истёк', en: 'Expired' },
      waits: {
        kk: 'Құжат мерзімінде расталған жоқ, енді растау мүмкін емес.',
        ru: 'Документ не подтверждён в срок, подтвердить его уже нельзя.',
        en: 'The document was not confirmed in time and cannot be confirmed any more.',
      },
    },
    replaced: {
      name: { kk: 'Күші жойылды', ru: 'Аннулирован', en: 'Annulled' },
      waits: {
        kk: 'Құжаттың күші жойылды: жұмыс қабылданбады немесе құжат жаңасымен ауыстырылды. Оны растаудың қажеті жоқ.',
        ru: 'Документ аннулирован: работа не принята или документ заменён новым. Подтверждать его не нужно.',
        en: 'The document is annulled: the work was not accepted, or a new document has replaced it. It needs no confirmation.',
      },
    },
  },

  commands: {
    sign: { kk: 'Құжатты растау', ru: 'Подтвердить документ', en: 'Confirm the document' },
    refuse: { kk: 'Растаудан бас тарту', ru: 'Отказаться подтвердить', en: 'Refuse to confirm' },
  },

  timers: {
    signReminder: { kk: 'Растау туралы еске салу', ru: 'Напоминание о подтверждении', en: 'Reminder to confirm' },
    signBy: { kk: 'Растау мерзімі аяқталады', ru: 'Срок подтверждения истекает', en: 'The term of confirmation ends' },
  },

  rules: {
    isTheirTurn: {
      kk: 'Қазір құжатты екінші тарап растауға тиіс. Сіздің кезегіңіз келгенде хабарлаймыз.',
      ru: 'Сейчас документ подтверждает другая сторона. Когда настанет ваша очередь, мы сообщим.',
      en: 'The other party is to confirm the document now. You will be told when it is your turn.',
    },
    hashIsTheDocuments: {
      kk: 'SHA-256 бұл құжаттікі емес. Құжатты қайта ашып оқыңыз да, соның хешін жіберіңіз.',
      ru: 'SHA-256 не от этого документа. Откройте документ заново, прочитайте и отправьте его хеш.',
      en: 'This SHA-256 is not the one of this document. Open the document again, read it and send its hash.',
    },
    confirmsLast: {
      kk: 'Бұдан кейін тағы бір тараптың растауы қажет.',
      ru: 'После этого нужно ещё подтверждение другой стороны.',
      en: 'After this the confirmation of another party is needed.',
    },
  },

  notices: {
    'sign-asked': {
      legal: true,
      subject: {
        kk: '№ {number} құжат растауыңызды күтуде',
        ru: 'Документ № {number} ждёт вашего подтверждения',
        en: 'Document {number} awaits your confirmation',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжат дайын. Жеке кабинетте оны оқып, растаңыз немесе себептерін көрсетіп бас тартыңыз.',
        ru: 'По заданию «{title}» подготовлен документ. Прочитайте его в Личном кабинете и подтвердите либо откажитесь с указанием причин.',
        en: 'A document of the task “{title}” is ready. Please read it in your cabinet and confirm it, or refuse with reasons.',
      },
    },
    'sign-reminder': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} құжат әлі расталған жоқ',
        ru: 'Документ № {number} ещё не подтверждён',
        en: 'Document {number} is not confirmed yet',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжат растауыңызды күтуде. Оны растаңыз немесе себептерін көрсетіп бас тартыңыз. Мерзімі: {deadline}.',
        ru: 'Документ по заданию «{title}» ждёт вашего подтверждения. Подтвердите его либо откажитесь с указанием причин не позднее {deadline}.',
        en: 'A document of the task “{title}” awaits your confirmation. Please confirm it, or refuse with reasons, no later than {deadline}.',
      },
    },
    'document-confirmed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} құжатты барлық тарап растады',
        ru: 'Документ № {number} подтверждён всеми сторонами',
        en: 'Document {number} is confirmed by all parties',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжат расталды. Құжат пен растаулар Жеке кабинетте сақталады.',
        ru: 'Документ по заданию «{title}» подтверждён. Документ и подтверждения хранятся в Личном кабинете.',
        en: 'The document of the task “{title}” is confirmed. The document and its confirmations are kept in your cabinet.',
      },
    },
    'sign-refused': {
      legal: true,
      subject: {
        kk: '№ {number} құжатты растаудан бас тартылды',
        ru: 'В подтверждении документа № {number} отказано',
        en: 'Document {number} has been refused',
      },
      body: {
        kk: 'Екінші тарап «{title}» тапсырмасы бойынша құжатты растаудан бас тартты, себептері Жеке кабинетте көрсетілген.',
        ru: 'Другая сторона отказалась подтвердить документ по заданию «{title}», причины указаны в Личном кабинете.',
        en: 'The other party has refused to confirm the document of the task “{title}”; the reasons are in your cabinet.',
      },
    },
    'sign-expired': {
      legal: true,
      subject: {
        kk: '№ {number} құжат мерзімінде расталған жоқ',
        ru: 'Документ № {number} не подтверждён в срок',
        en: 'Document {number} was not confirmed in time',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжатты растау мерзімі аяқталды. Әрі қарай не болатыны тапсырманың бетінде көрсетілген.',
        ru: 'Срок подтверждения документа по заданию «{title}» истёк. Что будет дальше, показано на странице задания.',
        en: 'The term to confirm the document of the task “{title}” has passed. What follows is shown with the task.',
      },
    },
  },
});

export type SigningTemplate = TemplateOf<typeof signingMessages>;
