/**
 * What people read of a signing. A party signs with an electronic signature (1.11) or confirms by its account (1.4), so the words name both. A
 * confirmation alone is never called a signature.
 */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

export const signingMessages = defineMessages({
  life: {
    kk: 'Құжатқа қол қою немесе оны растау',
    ru: 'Подписание или подтверждение документа',
    en: 'Signing or confirming of a document',
  },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
      waits: { kk: 'Платформа құжатты дайындайды.', ru: 'Платформа готовит документ.', en: 'The platform prepares the document.' },
    },
    awaited: {
      name: { kk: 'Қол қою немесе растау күтілуде', ru: 'Ожидает подписи или подтверждения', en: 'Awaiting signature or confirmation' },
      waits: {
        kk: 'Кезегі келген тарап құжатты оқып, оған қол қояды немесе оны растайды, не себептерін көрсетіп бас тартады.',
        ru: 'Сторона, чья очередь, читает документ и подписывает или подтверждает его либо направляет мотивированный отказ.',
        en: 'The party whose turn it is reads the document and signs or confirms it, or refuses with reasons.',
      },
    },
    checking: {
      name: { kk: 'ЭЦҚ тексерілуде', ru: 'ЭЦП проверяются', en: 'Signatures are being checked' },
      waits: {
        kk: 'Платформа сақталған құжат пен әр ЭЦҚ-ны қайта оқып, тексереді. Нәтижесін хабарлаймыз.',
        ru: 'Платформа заново читает сохранённый документ и каждую ЭЦП и проверяет их. О результате сообщим.',
        en: 'The platform reads the stored document and each signature again and checks them. You will be told the result.',
      },
    },
    unsound: {
      name: { kk: 'ЭЦҚ тексеруден өтпеді', ru: 'ЭЦП не прошли проверку', en: 'Signatures failed the check' },
      waits: {
        kk: 'Сақталған ЭЦҚ тексеруден өтпеді, сондықтан құжатқа қол қойылған деп саналмайды. Оператордың өкілдері не болғанын анықтайды.',
        ru: 'Сохранённая ЭЦП не прошла проверку, поэтому документ не считается подписанным. Представители Оператора выясняют, что произошло.',
        en: 'A stored signature failed the check, so the document does not count as signed. The staff of the operator find out what happened.',
      },
    },
    signed: {
      name: { kk: 'Қол қойылды немесе расталды', ru: 'Подписан или подтверждён', en: 'Signed or confirmed' },
      waits: {
        kk: 'Қажетті қолдар қойылды немесе растаулар берілді, ештеңе талап етілмейді. Әр тараптың тәсілі құжатта көрсетілген.',
        ru: 'Все нужные подписи или подтверждения даны, больше ничего не требуется. Способ каждой стороны указан.',
        en: 'Every signature or confirmation needed is given; nothing more is expected. The way of each party is shown.',
      },
    },
    refused: {
      name: { kk: 'Бас тартылды', ru: 'Отказано', en: 'Refused' },
      waits: {
        kk: 'Құжатқа қол қоюдан немесе оны растаудан бас тартылды. Себептері жазылған, құжаттың жаңа нұсқасы дайындалуы мүмкін.',
        ru: 'В подписании или подтверждении документа отказано. Причины записаны, может быть подготовлена новая редакция.',
        en: 'The document was refused. The reasons are recorded; a new version may be prepared.',
      },
    },
    withdrawn: {
      name: { kk: 'Қайтарып алынды', ru: 'Отозван', en: 'Withdrawn' },
      waits: {
        kk: 'Құжатты берген тарап оны бірінші қолға немесе растауға дейін қайтарып алды. Ештеңе талап етілмейді.',
        ru: 'Сторона, которая направила документ, отозвала его до первой подписи или подтверждения. Ничего не требуется.',
        en: 'The party that brought the document withdrew it before anybody signed or confirmed it. Nothing is expected.',
      },
    },
    expired: {
      name: { kk: 'Мерзімі аяқталды', ru: 'Срок истёк', en: 'Expired' },
      waits: {
        kk: 'Құжатқа мерзімінде қол қойылған немесе ол расталған жоқ, енді мүмкін емес.',
        ru: 'Документ не подписан и не подтверждён в срок, теперь это невозможно.',
        en: 'The document was not signed or confirmed in time, and cannot be any more.',
      },
    },
    replaced: {
      name: { kk: 'Күші жойылды', ru: 'Аннулирован', en: 'Annulled' },
      waits: {
        kk: 'Құжаттың күші жойылды: жұмыс қабылданбады немесе құжат жаңасымен ауыстырылды. Қол қоюдың немесе растаудың қажеті жоқ.',
        ru: 'Документ аннулирован: работа не принята или документ заменён новым. Подписывать или подтверждать его не нужно.',
        en: 'The document is annulled: the work was not accepted, or a new document has replaced it. It needs no signature and no confirmation.',
      },
    },
  },

  silence: {
    checking: {
      kk: 'ЭЦҚ тексерудің мерзімі жоқ: ол әдетте бірнеше секунд алады. Ол аяқталғанша құжатқа қол қойылған деп саналмайды.',
      ru: 'Срока у проверки нет: обычно она занимает секунды. Пока она не закончена, документ не считается подписанным.',
      en: 'The check of the signatures has no term; it usually takes seconds. Until it ends the document does not count as signed.',
    },
    unsound: {
      kk: 'Өздігінен ештеңе болмайды: Оператордың өкілдері тексеруді қайталайды немесе қолдарды қабылдамайды, сонда құжат жаңадан дайындалады.',
      ru: 'Само по себе ничего не произойдёт: представители Оператора повторят проверку или не примут подписи, и документ готовится заново.',
      en: 'Nothing happens by itself: the staff of the operator check again, or refuse the signatures, and the document is drawn again.',
    },
  },

  commands: {
    sign: { kk: 'Құжатқа қол қою немесе оны растау', ru: 'Подписать или подтвердить документ', en: 'Sign or confirm the document' },
    refuse: { kk: 'Бас тарту', ru: 'Отказаться', en: 'Refuse' },
    withdraw: { kk: 'Құжатты қайтарып алу', ru: 'Отозвать документ', en: 'Withdraw the document' },
    refuseSignatures: { kk: 'Қолдарды қабылдамау', ru: 'Не принять подписи', en: 'Refuse the signatures' },
    checkAgain: { kk: 'Қолдарды қайта тексеру', ru: 'Проверить подписи ещё раз', en: 'Check the signatures again' },
  },

  duties: {
    checkAgain: {
      kk: 'Сақталған ЭЦҚ тексеруден өтпеді: себебін анықтаңыз, қайта тексеріңіз немесе қолдарды қабылдамаңыз',
      ru: 'Сохранённая ЭЦП не прошла проверку: выясните причину, проверьте ещё раз или не принимайте подписи',
      en: 'A stored signature failed the check: find out why, check again, or refuse the signatures',
    },
  },

  timers: {
    signReminder: {
      kk: 'Қол қою немесе растау туралы еске салу',
      ru: 'Напоминание о подписании или подтверждении',
      en: 'Reminder to sign or confirm',
    },
    signBy: {
      kk: 'Қол қою немесе растау мерзімі аяқталады',
      ru: 'Срок подписания или подтверждения истекает',
      en: 'The term to sign or confirm ends',
    },
  },

  rules: {
    isTheirTurn: {
      kk: 'Сіздің кезегіңіз емес немесе сіз бұл құжатқа қол қойдыңыз не оны растадыңыз. Кезегіңіз келгенде хабарлаймыз.',
      ru: 'Сейчас не ваша очередь, или вы уже подписали или подтвердили этот документ. Когда настанет ваша очередь, мы сообщим.',
      en: 'It is not your turn, or you have signed or confirmed this document already. You will be told when it is your turn.',
    },
    isTheirOwnAndUnsigned: {
      kk: 'Құжатты оны берген тарап қана, бірінші қолға немесе растауға дейін қайтарып ала алады. Енді бас тартуға болады.',
      ru: 'Отозвать документ может только сторона, которая его направила, до первой подписи или подтверждения. Сейчас можно отказаться.',
      en: 'Only the party that brought the document may withdraw it, before anybody has signed or confirmed it. You may refuse it.',
    },
    hashIsTheDocuments: {
      kk: 'SHA-256 бұл құжаттікі емес. Құжатты қайта ашып оқыңыз да, соның хешін жіберіңіз.',
      ru: 'SHA-256 не от этого документа. Откройте документ заново, прочитайте и отправьте его хеш.',
      en: 'This SHA-256 is not the one of this document. Open the document again, read it and send its hash.',
    },
    wayCounts: {
      kk: 'Бұл құжат үшін мұндай тәсіл жеткіліксіз. Сізге қолайлы тәсілдер ways өрісінде.',
      ru: 'Для этого документа такого способа недостаточно. Доступные вам способы названы в поле ways.',
      en: 'This way is not enough for this document. The ways that count for you are listed in ways.',
    },
    confirmsLast: {
      kk: 'Бұдан кейін тағы бір тараптың қолы немесе растауы қажет.',
      ru: 'После этого нужна ещё подпись или подтверждение другой стороны.',
      en: 'After this the signature or confirmation of another party is needed.',
    },
    hasNoSignature: {
      kk: 'Құжатта ЭЦҚ бар, ол алдымен тексеріледі.',
      ru: 'В документе есть ЭЦП, сначала она проверяется.',
      en: 'The document has an electronic signature, which is checked first.',
    },
  },

  notices: {
    'sign-asked': {
      legal: true,
      subject: {
        kk: '№ {number} құжат қолыңызды немесе растауыңызды күтуде',
        ru: 'Документ № {number} ждёт вашей подписи или подтверждения',
        en: 'Document {number} awaits your signature or confirmation',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжат дайын. Жеке кабинетте оны оқып, қол қойыңыз немесе растаңыз, не себептерін көрсетіп бас тартыңыз. Қол қою тәсілдері сонда көрсетілген.',
        ru: 'По заданию «{title}» подготовлен документ. Прочитайте его в Личном кабинете и подпишите или подтвердите либо откажитесь с указанием причин. Доступные способы указаны там же.',
        en: 'A document of the task “{title}” is ready. Please read it in your cabinet and sign or confirm it, or refuse with reasons. The ways that count are shown there.',
      },
    },
    'paper-brought': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} құжат: екінші тарап сізге өз құжатын жіберді',
        ru: 'Документ № {number}: другая сторона направила вам свой документ',
        en: 'Document {number}: the other party has sent you a paper of its own',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша екінші тарап сізге өз құжатын жіберді. Оны платформа дайындаған жоқ және мазмұнын тексермейді. Жеке кабинетте оқыңыз: қол қоюыңыз немесе растауыңыз керек пе, сонда көрсетілген. Келіспесеңіз, себептерін көрсетіп бас тартыңыз. Мерзімі: {deadline}. Тапсырмада бұдан ештеңе өзгермейді.',
        ru: 'По заданию «{title}» другая сторона направила вам свой документ. Платформа его не составляла и содержание не проверяет. Прочитайте его в Личном кабинете: там указано, нужна ли ваша подпись или подтверждение. Если вы не согласны, откажитесь с указанием причин. Срок: {deadline}. На задание это не влияет.',
        en: 'The other party of the task “{title}” has sent you a paper of its own. The platform did not write it and does not check what it says. Please read it in your cabinet, which says whether your signature or confirmation is asked for. If you do not agree, refuse with reasons. The term: {deadline}. The task does not depend on it.',
      },
    },
    'sign-reminder': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} құжатқа әлі қол қойылмаған, ол расталмаған',
        ru: 'Документ № {number} ещё не подписан и не подтверждён',
        en: 'Document {number} is not signed or confirmed yet',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжат күтуде. Оған қол қойыңыз немесе оны растаңыз, не себептерін көрсетіп бас тартыңыз. Мерзімі: {deadline}.',
        ru: 'Документ по заданию «{title}» ждёт вас. Подпишите или подтвердите его либо откажитесь с указанием причин не позднее {deadline}.',
        en: 'A document of the task “{title}” awaits you. Please sign or confirm it, or refuse with reasons, no later than {deadline}.',
      },
    },
    'document-confirmed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} құжатқа бәрі қол қойды немесе оны растады',
        ru: 'Документ № {number} подписан или подтверждён всеми',
        en: 'Document {number} is signed or confirmed by all',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжатқа қолы немесе растауы қажет тараптардың бәрі қол қойды не оны растады. Құжат, қолдар мен растаулар Жеке кабинетте сақталады.',
        ru: 'Документ по заданию «{title}» подписан или подтверждён всеми, от кого это требовалось. Документ, подписи и подтверждения хранятся в Личном кабинете.',
        en: 'The document of the task “{title}” is signed or confirmed by all who had to. It is kept in your cabinet with their signatures and confirmations.',
      },
    },
    'sign-refused': {
      legal: true,
      subject: {
        kk: '№ {number} құжаттан бас тартылды',
        ru: 'От документа № {number} отказались',
        en: 'Document {number} has been refused',
      },
      body: {
        kk: 'Екінші тарап «{title}» тапсырмасы бойынша құжаттан бас тартты, себептері Жеке кабинетте көрсетілген.',
        ru: 'Другая сторона отказалась от документа по заданию «{title}», причины указаны в Личном кабинете.',
        en: 'The other party has refused the document of the task “{title}”; the reasons are in your cabinet.',
      },
    },
    'document-withdrawn': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} құжат қайтарып алынды',
        ru: 'Документ № {number} отозван',
        en: 'Document {number} has been withdrawn',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжатты оны берген тарап қайтарып алды. Одан ештеңе туындамайды.',
        ru: 'Документ по заданию «{title}» отозвала сторона, которая его направила. Из него ничего не следует.',
        en: 'The party that brought the document of the task “{title}” has withdrawn it. Nothing follows from it.',
      },
    },
    'signatures-unsound': {
      subject: {
        kk: '№ {number} құжат: сақталған ЭЦҚ тексеруден өтпеді',
        ru: 'Документ № {number}: сохранённая ЭЦП не прошла проверку',
        en: 'Document {number}: a stored signature failed the check',
      },
      body: {
        kk: 'Сақталған құжат немесе ЭЦҚ қол қойылған сәттегідей емес. Құжатқа қол қойылған деп саналмайды. Себебін анықтап, тексеруді қайталаңыз немесе қолдарды қабылдамаңыз.',
        ru: 'Сохранённый документ или ЭЦП не те, что были при подписании. Документ не считается подписанным. Выясните причину и повторите проверку или не принимайте подписи.',
        en: 'The stored document or a signature is not what it was when it was signed. The document does not count as signed. Please find out why, and check again or refuse the signatures.',
      },
    },
    'signatures-refused': {
      legal: true,
      subject: {
        kk: '№ {number} құжатқа қойылған қолдар қабылданбады',
        ru: 'Подписи под документом № {number} не приняты',
        en: 'The signatures of document {number} were not accepted',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжаттың сақталған ЭЦҚ-лары тексеруден өтпеді. Құжатқа қол қойылған деп саналмайды. Себептері Жеке кабинетте көрсетілген, құжатты қайта дайындауға болады.',
        ru: 'Сохранённые подписи под документом по заданию «{title}» не прошли проверку. Документ не считается подписанным. Причины указаны в Личном кабинете, документ можно подготовить заново.',
        en: 'The stored signatures of the document of the task “{title}” failed the check. It does not count as signed. The reasons are in your cabinet, and the document can be drawn again.',
      },
    },
    'sign-expired': {
      legal: true,
      subject: {
        kk: '№ {number} құжатқа мерзімінде қол қойылмады, ол расталмады',
        ru: 'Документ № {number} не подписан и не подтверждён в срок',
        en: 'Document {number} was not signed or confirmed in time',
      },
      body: {
        kk: '«{title}» тапсырмасы бойынша құжатқа қол қою немесе оны растау мерзімі аяқталды. Тапсырмаға әсер ете ме, оның бетінде көрсетілген.',
        ru: 'Срок подписания или подтверждения документа по заданию «{title}» истёк. Влияет ли это на задание, показано на его странице.',
        en: 'The term to sign or confirm the document of the task “{title}” has passed. Whether the task depends on it is shown with the task.',
      },
    },
  },
});

export type SigningTemplate = TemplateOf<typeof signingMessages>;
