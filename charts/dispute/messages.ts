/** What people read of a dispute. Russian leads: the offer is in Russian. */
import { claimRules } from '../claim-words.ts';
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { OPEN_REMINDER, stillOpen } from '../open-ends.ts';
import { silence } from './silence.ts';

const LIMITED = {
  kk: 'Оператордың жауапкершілігі шектеулі (6.2-тармақ): шектен артық соманы алдымен бір адам себептерімен ұсынып, екіншісі растайды.',
  ru: 'Ответственность Оператора ограничена (пункт 6.2): сумму сверх предела сначала предлагает один человек с указанием причин и подтверждает другой.',
  en: 'The liability of the operator is limited (6.2): beyond the limit one person first proposes the sum with reasons, and another confirms it.',
};

export const disputeMessages = defineMessages({
  life: { kk: 'Дау', ru: 'Спор', en: 'Dispute' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: {
        kk: 'Тарап кінәрат-талап қояды.',
        ru: 'Сторона заявляет претензию.',
        en: 'A party makes a claim.',
      },
    },
    sent: {
      name: { kk: 'Кінәрат-талап жіберілді', ru: 'Претензия направлена', en: 'Claim sent' },
      waits: {
        kk: 'Жауап беруші тарап мерзім ішінде кінәрат-талапты толық немесе ішінара мойындайды не себептерін көрсетіп қабылдамайды.',
        ru: 'Сторона, к которой обращена претензия, в срок признаёт её полностью или частично либо отклоняет с указанием причин.',
        en: 'Within the term the other side admits the claim in full or in part, or rejects it with reasons.',
      },
    },
    talks: {
      name: { kk: 'Келіссөздер', ru: 'Переговоры', en: 'Talks' },
      waits: {
        kk: 'Тараптар дауды реттеу туралы ұсыныстармен алмасады. Өтініш беруші келіссөздерді аяқтай алады.',
        ru: 'Стороны обмениваются предложениями об урегулировании. Заявитель может завершить переговоры.',
        en: 'The sides exchange offers to settle. The claimant may end the talks.',
      },
    },
    'talks.answered': {
      name: { kk: 'Келіссөздер: жауап алынды', ru: 'Переговоры: ответ получен', en: 'Talks: answered' },
      waits: {
        kk: 'Тараптар ұсыныс жасайды, қабылдайды немесе қабылдамайды. Өтініш беруші келіссөздерді аяқтай алады.',
        ru: 'Стороны делают, принимают или отклоняют предложения. Заявитель может завершить переговоры.',
        en: 'The sides make, accept or decline offers. The claimant may end the talks.',
      },
    },
    'talks.unanswered': {
      name: { kk: 'Келіссөздер: жауап келмеді', ru: 'Переговоры: ответа нет', en: 'Talks: no answer' },
      waits: {
        kk: 'Мерзімінде жауап келмеді. Жауап беруші тарап әлі де жауап бере алады, өтініш беруші әрі қарай әрекет етуге құқылы.',
        ru: 'Ответа в срок не было. На претензию ещё можно ответить; заявитель вправе действовать дальше.',
        en: 'No answer came in time. The claim may still be answered; the claimant may go on.',
      },
    },
    signing: {
      name: {
        kk: 'Келісім қол қоюды не растауды күтеді',
        ru: 'Соглашение ждёт подписи или подтверждения',
        en: 'Settlement to be signed or confirmed',
      },
      waits: {
        kk: 'Тараптар келісті. Келісімге қол қойылғаннан не ол расталғаннан кейін дау аяқталады; оған дейін одан ештеңе туындамайды.',
        ru: 'Стороны договорились. Спор завершится, когда соглашение будет подписано или подтверждено; до этого из него ничего не следует.',
        en: 'The sides have agreed. The dispute ends once the settlement is signed or confirmed; nothing follows from it before.',
      },
    },
    unsettled: {
      name: { kk: 'Келісімге қол жеткізілмеді', ru: 'Согласие не достигнуто', en: 'No agreement' },
      waits: {
        kk: 'Келіссөздер аяқталды, келісімге қол жеткізілмеді. Дау ақша туралы болса, оның тағдырын тараптардың бірлескен өкімі немесе сот актісі шешеді.',
        ru: 'Переговоры завершены, согласие не достигнуто. Если спор о деньгах, их судьбу решит совместное распоряжение сторон или судебный акт.',
        en: 'The talks have ended without an agreement. Where it is about money, a joint order of the sides or a court act decides about it.',
      },
    },
    'unsettled.open': {
      name: { kk: 'Келісімге қол жеткізілмеді', ru: 'Согласие не достигнуто', en: 'No agreement' },
      waits: {
        kk: 'Келіссөздер аяқталды. Тараптар бірлескен өкім бере алады, сотқа жүгіне алады; ештеңе өздігінен өзгермейді.',
        ru: 'Переговоры завершены. Стороны могут дать совместное распоряжение или обратиться в суд; само по себе ничего не меняется.',
        en: 'The talks have ended. The sides may give a joint order or go to court; nothing changes by itself.',
      },
    },
    'unsettled.recorded': {
      name: { kk: 'Сот актісі тіркелді', ru: 'Судебный акт зарегистрирован', en: 'Court act recorded' },
      waits: {
        kk: 'Тараптар тіркелген сот актісіне мерзімінде қарсылық білдіре алады.',
        ru: 'Стороны в срок могут возразить против зарегистрированного судебного акта.',
        en: 'Within the term the sides may object to the court act that was recorded.',
      },
    },
    'unsettled.checkable': {
      name: { kk: 'Сот актісі растауды күтеді', ru: 'Судебный акт ждёт подтверждения', en: 'Court act to be confirmed' },
      waits: {
        kk: 'Қарсылық мерзімі аяқталды. Оператордың басқа өкілі актіні салыстырып, растайды.',
        ru: 'Срок возражений истёк. Другой представитель Оператора сверяет и подтверждает акт.',
        en: 'The term to object is over. Another member of staff checks and confirms the act.',
      },
    },
    settled: {
      name: { kk: 'Реттелді', ru: 'Урегулирован', en: 'Settled' },
      waits: {
        kk: 'Тараптар келісімге келді. Келісім орындалады; мерзімі Жеке кабинетте көрсетілген.',
        ru: 'Стороны пришли к согласию. Соглашение исполняется; срок указан в Личном кабинете.',
        en: 'The sides have agreed. The settlement is performed; its term is in the cabinet.',
      },
    },
    dropped: {
      name: { kk: 'Кінәрат-талап кері қайтарылды', ru: 'Претензия отозвана', en: 'Dropped' },
      waits: {
        kk: 'Өтініш беруші кінәрат-талабын кері қайтарып алды.',
        ru: 'Заявитель отозвал претензию.',
        en: 'The claimant has dropped the claim.',
      },
    },
    decided: {
      name: { kk: 'Шешілді', ru: 'Решён', en: 'Decided' },
      waits: {
        kk: 'Дау бірлескен өкіммен немесе сот актісімен шешілді.',
        ru: 'Спор решён совместным распоряжением или судебным актом.',
        en: 'The dispute is decided by a joint order or a court act.',
      },
    },
  },

  commands: {
    claim: { kk: 'Кінәрат-талап қою', ru: 'Заявить претензию', en: 'Make a claim' },
    admit: { kk: 'Толық мойындау', ru: 'Признать полностью', en: 'Admit in full' },
    admitInPart: { kk: 'Ішінара мойындау', ru: 'Признать частично', en: 'Admit in part' },
    reject: { kk: 'Кінәрат-талапты қабылдамау', ru: 'Отклонить претензию', en: 'Reject the claim' },
    offer: { kk: 'Дауды реттеуді ұсыну', ru: 'Предложить урегулирование', en: 'Offer to settle' },
    acceptOffer: { kk: 'Ұсынысты қабылдау', ru: 'Принять предложение', en: 'Accept the offer' },
    declineOffer: { kk: 'Ұсынысты қабылдамау', ru: 'Отклонить предложение', en: 'Decline the offer' },
    endTalks: { kk: 'Келіссөздерді аяқтау', ru: 'Завершить переговоры', en: 'End the talks' },
    drop: { kk: 'Кінәрат-талапты кері қайтарып алу', ru: 'Отозвать претензию', en: 'Drop the claim' },
    jointInstruction: {
      kk: 'Даулы соманы бөлу туралы бірлескен өкімді ұсыну',
      ru: 'Предложить совместное распоряжение о распределении спорной суммы',
      en: 'Propose a joint order on dividing the disputed sum',
    },
    confirmInstruction: { kk: 'Бірлескен өкімді растау', ru: 'Подтвердить совместное распоряжение', en: 'Confirm the joint order' },
    requestStatement: {
      kk: 'Сотқа дейінгі реттеу барысы туралы анықтама сұрау',
      ru: 'Запросить справку о ходе досудебного урегулирования',
      en: 'Request a statement on the course of the pre-trial step',
    },
    recordCourtAct: {
      kk: 'Заңды күшіне енген сот актісін тіркеу',
      ru: 'Зарегистрировать вступивший в законную силу судебный акт',
      en: 'Record a court act in force',
    },
    objectToCourtAct: { kk: 'Сот актісіне қарсылық білдіру', ru: 'Возразить против судебного акта', en: 'Object to the court act' },
    confirmCourtAct: { kk: 'Сот актісін растау', ru: 'Подтвердить судебный акт', en: 'Confirm the court act' },
    proposeLimit: { kk: 'Шектен артық соманы ұсыну', ru: 'Предложить сумму сверх предела', en: 'Propose a sum beyond the limit' },
    confirmLimit: { kk: 'Шектен артық соманы растау', ru: 'Подтвердить сумму сверх предела', en: 'Confirm the sum beyond the limit' },
    refuseLimit: { kk: 'Шектен артық сомадан бас тарту', ru: 'Отклонить сумму сверх предела', en: 'Refuse the sum beyond the limit' },
  },

  timers: {
    openReminder: OPEN_REMINDER,
    answerReminder: {
      kk: 'Жауап берушіге жауап мерзімі ескертіледі',
      ru: 'Напоминание об ответе на претензию',
      en: 'The respondent is reminded to answer',
    },
    answerBy: {
      kk: 'Жауап беру мерзімі аяқталады: келісім болмады деп саналады',
      ru: 'Срок ответа истекает: молчание означает, что согласия нет',
      en: 'The term to answer ends: silence counts as no agreement',
    },
    talksBy: {
      kk: 'Келіссөз мерзімі аяқталады: келісімге қол жеткізілмеді',
      ru: 'Срок переговоров истекает: согласие не достигнуто',
      en: 'The term to settle ends without an agreement',
    },
    objectBy: {
      kk: 'Қарсылық мерзімі аяқталады: сот актісін растауға болады',
      ru: 'Срок возражений истекает: судебный акт можно подтвердить',
      en: 'The term to object ends: the court act may be confirmed',
    },
    limitationHint: {
      kk: 'Талап қою мерзімі өтуі мүмкін екені ескертіледі; ештеңе өздігінен аяқталмайды',
      ru: 'Напоминание, что срок исковой давности мог истечь; само по себе ничего не завершается',
      en: 'Both are reminded that the time for going to court may have passed; nothing ends by itself',
    },
  },

  silence,

  rules: {
    claimantClaims: {
      kk: 'Кінәрат-талапты өтініш берушінің өзі қояды.',
      ru: 'Претензию заявляет сам заявитель.',
      en: 'A claim is made by its claimant.',
    },
    respondentIsAnother: {
      kk: 'Кінәрат-талап екінші тарапқа немесе операторға қойылады.',
      ru: 'Претензия заявляется другой стороне или оператору.',
      en: 'A claim is made against the other party or the operator.',
    },
    sumIsPositive: {
      kk: 'Даулы сома нөлден көп болуға тиіс.',
      ru: 'Спорная сумма должна быть больше нуля.',
      en: 'The disputed sum must be above zero.',
    },
    ...claimRules,
    dayIsNamed: {
      kk: 'Міндеттеме орындалатын күнді көрсетіңіз (until): ол әлі келмеген болуға тиіс.',
      ru: 'Назовите день, до которого обязательство исполняется (until): он ещё не должен пройти.',
      en: 'Name the day by which it is to be done (until): it has not passed yet.',
    },
    agreedDayIsAhead: {
      kk: 'Ұсыныста көрсетілген күн өтіп кетті: жаңа күнмен қайта ұсыныңыз.',
      ru: 'Названный в предложении день уже прошёл: предложите заново, с новым днём.',
      en: 'The day that the proposal names has passed: propose it again with another day.',
    },
    withinLiability: LIMITED,
    claimIsWithinLimit: LIMITED,
    isLimited: {
      kk: 'Бұл кінәрат-талапқа 6.2-тармақтың шегі қолданылмайды.',
      ru: 'К этой претензии предел пункта 6.2 не применяется.',
      en: 'The limit of 6.2 does not apply to this claim.',
    },
    limitIsBeyond: {
      kk: 'Сома қазіргі шектен артық, ал даулы сомадан аспауы керек.',
      ru: 'Сумма должна быть больше нынешнего предела и не больше спорной суммы.',
      en: 'The sum must be above the present limit and no more than the disputed sum.',
    },
    limitIsProposed: {
      kk: 'Шектен артық сома туралы шешім күтетін ұсыныс жоқ.',
      ru: 'Нет предложения о сумме сверх предела, которое ждёт решения.',
      en: 'No sum beyond the limit awaits a decision.',
    },
    limitIsCurrent: {
      kk: 'Ұсыныс өзгерген: онымен танысып, соңғысының нөмірін (version) көрсетіңіз.',
      ru: 'Предложение изменилось: ознакомьтесь с ним и назовите номер последнего (version).',
      en: 'The proposal has changed. Read it, and name the number of the last one (version).',
    },
    raisedByAnother: {
      kk: 'Ұсынған адам емес, басқа адам растайды.',
      ru: 'Подтверждает не тот, кто внёс предложение, а другой человек.',
      en: 'Another person than the one who proposed it confirms it.',
    },
    instructionsAreLeft: {
      kk: 'Бірлескен өкімдердің ең көп саны ұсынылды: соңғысын растаңыз немесе сотқа жүгініңіз.',
      ru: 'Предложено наибольшее число совместных распоряжений: подтвердите последнее или обратитесь в суд.',
      en: 'The most joint orders there may be were proposed. Confirm the last one, or go to court.',
    },
    statementsAreLeft: {
      kk: 'Осы дау бойынша анықтама сізге ең көп рет берілді: соңғысы Жеке кабинеттегі құжаттарда.',
      ru: 'По этому спору справка выдана вам наибольшее число раз: последняя — в документах Личного кабинета.',
      en: 'You were given a statement on this dispute as often as it may be: the last one is among the papers of your cabinet.',
    },
    courtActsAreLeft: {
      kk: 'Сот актісі осы дауда ең көп рет тіркелді: соңғы жазба растауды күтеді.',
      ru: 'Судебный акт записан в этом споре наибольшее число раз: подтверждения ждёт последняя запись.',
      en: 'A court act was recorded in this dispute as often as it may be: the last record awaits confirmation.',
    },
    awardsLess: {
      kk: 'Сот мойындалған сомадан кем тағайындаған жоқ.',
      ru: 'Суд присудил не меньше, чем было признано.',
      en: 'The court awarded no less than was admitted.',
    },
    objectsOnce: {
      kk: 'Бұл жазбаға қарсылығыңыз тіркелген: Оператор оны растағанға дейін оқиды.',
      ru: 'Ваше возражение на эту запись уже принято: Оператор прочтёт его до подтверждения.',
      en: 'Your objection to this record is kept already: the operator reads it before confirming.',
    },
    dayIsNear: {
      kk: 'Бұл күн тым алыс: жақынырақ күнді көрсетіңіз (until).',
      ru: 'Этот день слишком далёк: назовите более близкий (until).',
      en: 'That day is too far ahead. Name a nearer one (until).',
    },
    forceIsNear: {
      kk: 'Акт күшіне енетін күн тым алыс: актідегі күнді тексеріңіз.',
      ru: 'День вступления акта в силу слишком далёк: проверьте дату по акту.',
      en: 'The day on which the act comes into force is too far ahead. Check the date in the act.',
    },
    payDayFitsForce: {
      kk: 'Төлеу күні актінің күшіне енген күнінен ерте бола алмайды.',
      ru: 'День оплаты не может быть раньше дня вступления акта в силу.',
      en: 'The day to pay by cannot be before the day on which the act comes into force.',
    },
    coverIsNamed: {
      kk: 'Сот не туралы шешкенін көрсетіңіз (covers): мойындалғаннан қалған бөлік туралы (rest) немесе бүкіл сома туралы (whole).',
      ru: 'Укажите, о чём решил суд (covers): об остатке сверх признанного (rest) или обо всей сумме (whole).',
      en: 'Say what the court decided on (covers): the rest beside what was admitted (rest), or the whole sum (whole).',
    },
    awardFits: {
      kk: 'Сома сот шешкен шектен аспауы керек: мойындалғаннан қалған бөліктен немесе бүкіл даулы сомадан. Талап ақша туралы болмаса, сома көрсетілмейді.',
      ru: 'Сумма не может быть больше того, о чём решил суд: остатка сверх признанного или всей спорной суммы. Если требование не денежное, сумма не указывается.',
      en: 'The sum cannot exceed what the court decided on: the rest beside what was admitted, or the whole sum. Where the demand is not for money, name no sum.',
    },
    actIsInForce: {
      kk: 'Сот актісі әлі заңды күшіне енген жоқ.',
      ru: 'Судебный акт ещё не вступил в законную силу.',
      en: 'The court act is not in force yet.',
    },
    objectionIsAnswered: {
      kk: 'Тарап қарсылық білдірді: растау себептерін жазыңыз.',
      ru: 'Есть возражение стороны: укажите, почему акт всё же подтверждается.',
      en: 'A side has objected: say why the act is confirmed all the same.',
    },
    amountFits: {
      kk: 'Өтініш берушіге тиетін соманы көрсетіңіз: ол әлі дауда қалған сомадан (мойындалған бөлікті қоспағанда) аспауға тиіс. Талап ақша туралы болмаса, сома көрсетілмейді.',
      ru: 'Укажите, сколько получает заявитель: не больше того, о чём ещё спорят, без признанной части. Если требование не денежное, сумма не указывается.',
      en: 'Say what the claimant gets: at most what is still in dispute, without what was admitted. Where the demand is not for money, name no sum.',
    },
    amountIsPart: {
      kk: 'Ішінара мойындалған сома нөлден көп, даулы сомадан аз болуға тиіс.',
      ru: 'Признанная часть должна быть больше нуля и меньше спорной суммы.',
      en: 'The part admitted must be above zero and below the disputed sum.',
    },
    offersAreLeft: {
      kk: 'Ұсыныстардың ең көп саны жасалды. Соңғысын қабылдаңыз немесе келіссөздерді аяқтаңыз.',
      ru: 'Сделано наибольшее число предложений. Примите последнее или завершите переговоры.',
      en: 'The most offers there may be were made. Accept the last one or end the talks.',
    },
    offerIsToBeSigned: {
      kk: 'Қазір жауап күтіп тұрған ұсыныс жоқ.',
      ru: 'Сейчас нет предложения, которое ждёт ответа.',
      en: 'No offer awaits an answer now.',
    },
    offerStands: {
      kk: 'Қазір жауап күтіп тұрған ұсыныс жоқ.',
      ru: 'Сейчас нет предложения, которое ждёт ответа.',
      en: 'No offer awaits an answer now.',
    },
    versionIsNext: {
      kk: 'Осы уақытта басқа ұсыныс жасалды. Онымен танысып, келесі нөмірмен қайталаңыз.',
      ru: 'За это время сделано другое предложение. Ознакомьтесь с ним и повторите со следующим номером.',
      en: 'Another offer was made in the meantime. Read it and repeat with the next number.',
    },
    offerIsCurrent: {
      kk: 'Бұл ұсыныс енді күшінде емес. Соңғысымен танысыңыз.',
      ru: 'Это предложение больше не действует. Ознакомьтесь с последним.',
      en: 'This offer no longer stands. Read the latest one.',
    },
    instructionIsToBeSigned: {
      kk: 'Расталуы тиіс бірлескен өкім жоқ.',
      ru: 'Нет совместного распоряжения, которое нужно подтвердить.',
      en: 'There is no joint order to confirm.',
    },
    instructionStands: {
      kk: 'Расталуы тиіс бірлескен өкім жоқ.',
      ru: 'Нет совместного распоряжения, которое нужно подтвердить.',
      en: 'There is no joint order to confirm.',
    },
    instructionIsCurrent: {
      kk: 'Бірлескен өкім өзгертілді. Соңғысымен танысыңыз.',
      ru: 'Совместное распоряжение изменено. Ознакомьтесь с последним.',
      en: 'The joint order was changed. Read the latest one.',
    },
    dayHasCome: {
      kk: 'Сот актісінің күні болашақта болмауға, ал күшіне енген күні одан бұрын болмауға тиіс.',
      ru: 'Дата судебного акта не может быть в будущем, а день вступления в силу — раньше неё.',
      en: 'The day of the court act must have come, and it is in force no earlier than that.',
    },
    courtActIsCurrent: {
      kk: 'Сот актісі туралы жазба өзгертілді. Соңғысымен танысыңыз.',
      ru: 'Запись о судебном акте изменена. Ознакомьтесь с последней.',
      en: 'The record of the court act was changed. Read the latest one.',
    },
    confirmedByAnother: {
      kk: 'Сот актісін оны тіркеген адам емес, Оператордың басқа өкілі растайды: сол адамның басқа Аккаунты жарамайды.',
      ru: 'Судебный акт подтверждает не тот, кто его зарегистрировал, а другой представитель Оператора: другой Аккаунт того же человека не подходит.',
      en: 'A court act is confirmed by another member of staff than the one who recorded it. Another account of the same person does not count.',
    },
  },

  duties: {
    answerClaim: {
      kk: 'Операторға қойылған кінәрат-талап жауап күтуде',
      ru: 'Претензия к Оператору ждёт ответа',
      en: 'A claim against the operator awaits an answer',
    },
    answerOffer: {
      kk: 'Операторға жасалған ұсыныс жауап күтуде',
      ru: 'Предложение Оператору ждёт ответа',
      en: 'An offer to the operator awaits an answer',
    },
    answerInstruction: {
      kk: 'Бірлескен өкім Оператордың растауын күтуде',
      ru: 'Совместное распоряжение ждёт подтверждения Оператора',
      en: "A joint order awaits the operator's confirmation",
    },
    confirmCourtAct: {
      kk: 'Тіркелген сот актісін Оператордың екінші өкілі растауы керек',
      ru: 'Зарегистрированный судебный акт должен подтвердить второй представитель Оператора',
      en: "The court act recorded is to be confirmed by a second of the operator's staff",
    },
    decideLimit: {
      kk: '6.2-тармақтың шегінен артық сома ұсынылды: ұсынған адам емес, басқа адам растайды немесе қабылдамайды',
      ru: 'Предложена сумма сверх предела пункта 6.2: подтвердить или отклонить её должен не тот, кто её предложил',
      en: 'A sum beyond the limit of 6.2 is proposed: another person than the one who proposed it confirms or refuses it',
    },
  },

  notices: {
    ...stillOpen(
      silence,
      {
        subject: {
          kk: '№ {number} дау тараптардың әрекетін күтуде',
          ru: 'Спор № {number} ждёт действий сторон',
          en: 'Dispute {number} waits for its sides',
        },
        still: {
          kk: '№ {number} дау тараптардың әрекетін күтуде.',
          ru: 'Спор № {number} ждёт действий сторон.',
          en: 'Dispute {number} waits for its sides.',
        },
        sums: {
          kk: 'Даулы сома: {sum}.',
          ru: 'Спорная сумма: {sum}.',
          en: 'In dispute: {sum}.',
        },
      },
      { 'dispute-still-open': 'unsettled.open' },
    ),
    'court-act-recorded': {
      subject: {
        kk: '№ {number} дау: сот актісі тіркелді',
        ru: 'Спор № {number}: зарегистрирован судебный акт',
        en: 'Dispute {number}: a court act is recorded',
      },
      body: {
        kk: '№ {number} дау бойынша сот актісі тіркелген. Қарсылық мерзімі аяқталғаннан кейін оны тіркеген адамнан басқа өкіл салыстырып, растауы керек: оған дейін даулы сома орнында қалады.',
        ru: 'По спору № {number} зарегистрирован судебный акт. После срока возражений сверить и подтвердить его должен другой представитель Оператора: до этого спорная сумма остаётся на месте.',
        en: 'A court act is recorded in dispute {number}. After the term to object somebody else of the staff is to compare and confirm it: until then the disputed sum stays where it is.',
      },
      sums: {
        kk: 'Акт бойынша өтініш берушіге тағайындалған сома: {sum}.',
        ru: 'По акту заявителю присуждено {sum}.',
        en: 'Awarded to the claimant by the act: {sum}.',
      },
    },
    'claim-sent': {
      legal: true,
      subject: {
        kk: '№ {number} кінәрат-талап келді',
        ru: 'Вам направлена претензия № {number}',
        en: 'Claim {number} has been made against you',
      },
      body: {
        kk: 'Сізге № {number} кінәрат-талап қойылды, мазмұны Жеке кабинетте. Оны толық немесе ішінара мойындаңыз не себептерін көрсетіп қабылдамаңыз. Жауап берудің соңғы мерзімі: {deadline}. Жауап болмаса, келісім болмады деп саналады. Жауап деректемелеріңіз жазылған құжатпен ресімделеді: олардың Жеке кабинетте толтырылғанын алдын ала тексеріңіз.',
        ru: 'Вам направлена претензия № {number}, её текст — в Личном кабинете. Не позднее {deadline} признайте её полностью или частично либо отклоните с указанием причин. Молчание означает, что согласия нет. Ответ оформляется документом с вашими реквизитами: заранее проверьте, что они заполнены в Личном кабинете.',
        en: 'Claim {number} has been made against you; its text is in your cabinet. Please admit it in full or in part, or reject it with reasons, no later than {deadline}. Silence counts as no agreement. The answer is drawn up as a paper with your requisites: check beforehand that they are filled in in your cabinet.',
      },
      sums: {
        kk: 'Кінәрат-талаптың сомасы: {sum}.',
        ru: 'Сумма претензии: {sum}.',
        en: 'The sum of the claim: {sum}.',
      },
    },
    'answer-reminder': {
      legal: true,
      subject: {
        kk: '№ {number} кінәрат-талап жауабыңызды күтуде',
        ru: 'Претензия № {number} ждёт вашего ответа',
        en: 'Claim {number} awaits your answer',
      },
      body: {
        kk: 'Сіз № {number} кінәрат-талапқа әлі жауап бермедіңіз. Жауап берудің соңғы мерзімі: {deadline}. Жауап болмаса, келісім болмады деп саналады. Жауап деректемелеріңіз жазылған құжатпен ресімделеді: олардың Жеке кабинетте толтырылғанын алдын ала тексеріңіз.',
        ru: 'Вы ещё не ответили на претензию № {number}. Ответьте не позднее {deadline}: молчание означает, что согласия нет. Ответ оформляется документом с вашими реквизитами: заранее проверьте, что они заполнены в Личном кабинете.',
        en: 'You have not answered claim {number} yet. Please answer no later than {deadline}: silence counts as no agreement. The answer is drawn up as a paper with your requisites: check beforehand that they are filled in in your cabinet.',
      },
      sums: {
        kk: 'Кінәрат-талаптың сомасы: {sum}.',
        ru: 'Сумма претензии: {sum}.',
        en: 'The sum of the claim: {sum}.',
      },
    },
    'claim-unanswered': {
      legal: true,
      subject: {
        kk: '№ {number} кінәрат-талапқа жауап мерзімінде келмеді',
        ru: 'На претензию № {number} нет ответа в срок',
        en: 'No answer in time to claim {number}',
      },
      body: {
        kk: '№ {number} кінәрат-талапқа мерзімінде жауап келмеді. Тараптар дауды реттей алады, мерзімі: {deadline}. Өтініш беруші келіссөздерді ертерек аяқтауға құқылы.',
        ru: 'На претензию № {number} не ответили в срок. До {deadline} стороны ещё могут урегулировать спор. Заявитель вправе завершить переговоры раньше.',
        en: 'Claim {number} was not answered in time. The sides may still settle no later than {deadline}. The claimant may end the talks earlier.',
      },
      sums: {
        kk: 'Кінәрат-талаптың сомасы: {sum}.',
        ru: 'Сумма претензии: {sum}.',
        en: 'The sum of the claim: {sum}.',
      },
    },
    'claim-admitted-in-part': {
      legal: true,
      subject: {
        kk: '№ {number} кінәрат-талап ішінара мойындалды',
        ru: 'Претензия № {number} признана частично',
        en: 'Claim {number} is admitted in part',
      },
      body: {
        kk: '№ {number} кінәрат-талап ішінара мойындалды, себептері Жеке кабинетте. Мойындалған бөлік дау қалай аяқталса да сізге тиесілі. Қалған бөлігі туралы келіссөз мерзімі: {deadline}.',
        ru: 'Претензия № {number} признана частично, причины — в Личном кабинете. Признанная часть причитается вам при любом исходе спора. Об остальном можно договориться не позднее {deadline}.',
        en: 'Claim {number} is admitted in part; the reasons are in your cabinet. The part admitted is yours whatever becomes of the rest. The rest may be settled no later than {deadline}.',
      },
      sums: {
        kk: 'Мойындалған сома: {sum}, даулы қалдық: {rest}.',
        ru: 'Признано {sum}, спорный остаток — {rest}.',
        en: 'Admitted: {sum}; still in dispute: {rest}.',
      },
    },
    'claim-rejected': {
      legal: true,
      subject: {
        kk: '№ {number} кінәрат-талап қабылданбады',
        ru: 'Претензия № {number} отклонена',
        en: 'Claim {number} is rejected',
      },
      body: {
        kk: '№ {number} кінәрат-талап қабылданбады, себептері Жеке кабинетте. Тараптар дауды реттей алады, мерзімі: {deadline}. Келіссөздерді ертерек аяқтауға құқылысыз.',
        ru: 'Претензия № {number} отклонена, причины — в Личном кабинете. До {deadline} стороны могут урегулировать спор. Вы вправе завершить переговоры раньше.',
        en: 'Claim {number} is rejected; the reasons are in your cabinet. The sides may settle no later than {deadline}. You may end the talks earlier.',
      },
      sums: {
        kk: 'Кінәрат-талаптың сомасы: {sum}.',
        ru: 'Сумма претензии: {sum}.',
        en: 'The sum of the claim: {sum}.',
      },
    },
    'offer-made': {
      legal: true,
      subject: {
        kk: '№ {number} дау бойынша реттеу ұсынысы келіп түсті',
        ru: 'Предложение об урегулировании спора № {number}',
        en: 'An offer to settle dispute {number}',
      },
      body: {
        kk: 'Екінші тараптан № {number} дау бойынша реттеу ұсынысы келіп түсті. Жеке кабинетте ұсынысты қабылдаңыз, қабылдамаңыз немесе өз ұсынысыңызды жасаңыз. Келіссөз мерзімі: {deadline}.',
        ru: 'Другая сторона предложила урегулировать спор № {number}. Не позднее {deadline} примите предложение в Личном кабинете, отклоните его или сделайте своё.',
        en: 'The other side has offered to settle dispute {number}. No later than {deadline} you may accept or decline the offer in your cabinet, or make one of your own.',
      },
      sums: {
        kk: 'Ұсыныс бойынша өтініш берушіге тиесілі сома: {sum}.',
        ru: 'По предложению заявителю причитается {sum}.',
        en: 'By the proposal the claimant gets {sum}.',
      },
    },
    'settlement-to-sign': {
      legal: true,
      subject: {
        kk: '№ {number} дау: екінші тарап келісті, келісімге қол қою не оны растау керек',
        ru: 'Спор № {number}: другая сторона согласилась, соглашение надо подписать или подтвердить',
        en: 'Dispute {number}: the other side agrees, and the settlement has to be signed or confirmed',
      },
      body: {
        kk: 'Екінші тарап № {number} дау бойынша сіз атаған талаптармен келісті. Реттеу туралы келісім дайындалуда: ол Жеке кабинетте қол қоюды не растауды күтеді, мерзімі сонда көрсетілген. Барлық тарап оған қол қоймайынша не оны растамайынша, одан ештеңе туындамайды.',
        ru: 'Другая сторона согласилась с вашими условиями по спору № {number}. Готовится соглашение об урегулировании: оно ждёт подписи или подтверждения в Личном кабинете, срок указан там же. Пока его не подпишут или не подтвердят все стороны, из него ничего не следует.',
        en: 'The other side has agreed to your terms in dispute {number}. The settlement is being drawn: it waits to be signed or confirmed in your cabinet, where the term is shown. Nothing follows from it until all have signed or confirmed it.',
      },
      sums: {
        kk: 'Келісім бойынша өтініш берушіге тиесілі сома: {sum}.',
        ru: 'По соглашению заявителю причитается {sum}.',
        en: 'By the settlement the claimant gets {sum}.',
      },
    },
    'settlement-unsigned': {
      legal: true,
      subject: {
        kk: '№ {number} дау: келісімге қол қойылмады, ол расталмады',
        ru: 'Спор № {number}: соглашение не подписано и не подтверждено',
        en: 'Dispute {number}: the settlement was not signed or confirmed',
      },
      body: {
        kk: '№ {number} дау бойынша келісімге мерзімінде қол қойылмады, ол расталмады не одан бас тартылды. Одан ештеңе туындамайды, онда айтылған талаптар қабылданбаған болып саналады. Дау келісімге дейінгі сатысынан жалғасады; оның мерзімдері осы уақытта да жүрді.',
        ru: 'Соглашение по спору № {number} не подписано и не подтверждено в срок, или от него отказались. Из него ничего не следует, его условия считаются отклонёнными. Спор продолжается с той стадии, на которой был; её сроки за это время не останавливались.',
        en: 'The settlement of dispute {number} was not signed or confirmed in time, or somebody refused it. Nothing follows from it, and its terms count as declined. The dispute goes on from the stage in which it was, whose terms ran on meanwhile.',
      },
    },
    'offer-declined': {
      legal: true,
      subject: {
        kk: '№ {number} дау бойынша ұсынысыңыз қабылданбады',
        ru: 'Ваше предложение по спору № {number} отклонено',
        en: 'Your offer on dispute {number} is declined',
      },
      body: {
        kk: 'Екінші тарап № {number} дау бойынша ұсынысыңызды қабылдамады. Келіссөз мерзімі: {deadline}.',
        ru: 'Другая сторона отклонила ваше предложение по спору № {number}. Срок переговоров: до {deadline}.',
        en: 'The other side has declined your offer on dispute {number}. The talks end no later than {deadline}.',
      },
      sums: {
        kk: 'Ұсыныс бойынша өтініш берушіге тиесілі сома: {sum}.',
        ru: 'По предложению заявителю причитается {sum}.',
        en: 'By the proposal the claimant gets {sum}.',
      },
    },
    'claim-unsettled': {
      legal: true,
      subject: {
        kk: '№ {number} дау бойынша келісімге қол жеткізілмеді',
        ru: 'По спору № {number} согласие не достигнуто',
        en: 'No agreement on dispute {number}',
      },
      body: {
        kk: '№ {number} дау бойынша келіссөздер аяқталды, келісімге қол жеткізілмеді. Сотқа дейінгі реттеу барысы туралы анықтама Жеке кабинетте; тәртіптің сақталуын сот бағалайды. Дау ақша туралы болса, оның тағдырын тараптардың бірлескен өкімі немесе сот актісі шешеді.',
        ru: 'Переговоры по спору № {number} завершены, согласие не достигнуто. Справка о ходе досудебного урегулирования — в Личном кабинете; оценку соблюдения порядка даёт суд. Если спор о деньгах, их судьбу решит совместное распоряжение сторон или судебный акт.',
        en: 'The talks of dispute {number} have ended without an agreement. A certificate of the pre-trial steps is in your account; whether the order was kept is for a court to say. Where it is about money, a joint order of the sides or a court act decides about it.',
      },
      sums: {
        kk: 'Даулы сома: {sum}.',
        ru: 'Спорная сумма: {sum}.',
        en: 'In dispute: {sum}.',
      },
    },
    'instruction-proposed': {
      legal: true,
      subject: {
        kk: '№ {number} дау бойынша бірлескен өкім ұсынылды',
        ru: 'Предложено совместное распоряжение по спору № {number}',
        en: 'A joint order on dispute {number} is proposed',
      },
      body: {
        kk: 'Екінші тарап № {number} дау бойынша даулы соманы бөлуді ұсынды. Келіссеңіз, Жеке кабинетте растаңыз немесе өз өкіміңізді ұсыныңыз.',
        ru: 'Другая сторона предложила, как распределить спорную сумму по спору № {number}. Если согласны, подтвердите в Личном кабинете или предложите своё распоряжение.',
        en: 'The other side has proposed how to divide the sum of dispute {number}. If you agree, confirm it in your cabinet, or propose another.',
      },
      sums: {
        kk: 'Ұсыныс бойынша өтініш берушіге тиесілі сома: {sum}.',
        ru: 'По предложению заявителю причитается {sum}.',
        en: 'By the proposal the claimant gets {sum}.',
      },
    },
    'claim-settled': {
      legal: true,
      subject: {
        kk: '№ {number} дау реттелді',
        ru: 'Спор № {number} урегулирован',
        en: 'Dispute {number} is settled',
      },
      body: {
        kk: '№ {number} дау бойынша тараптар келісімге келді. Келісімнің талаптары және оларды орындау мерзімі Жеке кабинетте.',
        ru: 'По спору № {number} стороны пришли к согласию. Условия соглашения и срок их исполнения — в Личном кабинете.',
        en: 'The sides have agreed on dispute {number}. The terms of the settlement, and by when they are to be performed, are in your cabinet.',
      },
      sums: {
        kk: 'Өтініш берушіге тиесілі сома: {sum}.',
        ru: 'Заявителю причитается {sum}.',
        en: 'Due to the claimant: {sum}.',
      },
    },
    'limit-proposed': {
      subject: {
        kk: '№ {number} дау: 6.2-тармақтың шегінен артық сома ұсынылды',
        ru: 'Спор № {number}: предложена сумма сверх предела пункта 6.2',
        en: 'Dispute {number}: a sum beyond the limit of 6.2 is proposed',
      },
      body: {
        kk: '№ {number} дау бойынша Оператордың өкілі 6.2-тармақтың шегінен артық сома төлеуді ұсынды. Себептері дауда жазылған. Ұсынысты басқа адам растайды немесе қабылдамайды: оған дейін шек өзгермейді.',
        ru: 'По спору № {number} представитель Оператора предложил ответить сверх предела пункта 6.2. Причины указаны в споре. Подтверждает или отклоняет предложение другой человек: до этого предел не меняется.',
        en: 'In dispute {number} one of the staff proposes to answer for more than the limit of 6.2. The reasons are in the dispute. Another person confirms or refuses it: until then the limit stays.',
      },
      sums: {
        kk: 'Ұсынылған сома: {sum}.',
        ru: 'Предложенная сумма: {sum}.',
        en: 'The sum proposed: {sum}.',
      },
    },
    'court-awards-less': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} дау шешілді: сот мойындалғаннан аз сома тағайындады',
        ru: 'Спор № {number} решён: суд присудил меньше признанного',
        en: 'Dispute {number} is decided: the court awarded less than was admitted',
      },
      body: {
        kk: '№ {number} дау сот актісімен шешілді. Сот бұрын мойындалған сомадан аз сома тағайындады. Мойындалған соманы Платформа өзгертпейді: оны алатын тарап артық бөлігінен бас тарта алады, ол төленіп қойса, тараптар қайтару туралы өзара келіседі немесе сотқа жүгінеді. Толығырақ Жеке кабинетте.',
        ru: 'Спор № {number} решён судебным актом. Суд присудил меньше, чем было признано раньше. Признанную сумму Платформа не меняет: тот, кому она причитается, может отказаться от лишнего, а о возврате уплаченного стороны договариваются сами или обращаются в суд. Подробности — в Личном кабинете.',
        en: 'Dispute {number} is decided by a court act. The court awarded less than was admitted before. The platform does not change what was admitted: whoever it is due to may give up what is too much; about the return of what was paid the parties agree themselves or go to court. The details are in your cabinet.',
      },
      sums: {
        kk: 'Сот тағайындаған сома: {sum}, бұрын мойындалғаны: {rest}.',
        ru: 'Суд присудил {sum}, ранее признано {rest}.',
        en: 'Awarded by the court: {sum}; admitted before: {rest}.',
      },
    },
    'claim-decided': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} дау шешілді',
        ru: 'Спор № {number} решён',
        en: 'Dispute {number} is decided',
      },
      body: {
        kk: '№ {number} дау бірлескен өкіммен немесе сот актісімен шешілді. Толығырақ Жеке кабинетте.',
        ru: 'Спор № {number} решён совместным распоряжением или судебным актом. Подробности — в Личном кабинете.',
        en: 'Dispute {number} is decided by a joint order or a court act. The details are in your cabinet.',
      },
      sums: {
        kk: 'Өтініш берушіге тиесілі сома: {sum}.',
        ru: 'Заявителю причитается {sum}.',
        en: 'Due to the claimant: {sum}.',
      },
    },
    'claim-dropped': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} кінәрат-талап кері қайтарылды',
        ru: 'Претензия № {number} отозвана',
        en: 'Claim {number} is dropped',
      },
      body: {
        kk: 'Өтініш беруші № {number} кінәрат-талабын кері қайтарып алды. Ол бойынша жауап беру қажет емес. Бұрын мойындаған сомаңыз болса, ол төленуге тиіс болып қалады.',
        ru: 'Заявитель отозвал претензию № {number}. Отвечать на неё больше не нужно. Если вы признали часть суммы, она остаётся к оплате.',
        en: 'The claimant has dropped claim {number}. No answer to it is needed any more. If you admitted a part of the sum, it stays due.',
      },
      sums: {
        kk: 'Мойындалған сома: {sum}.',
        ru: 'Признано {sum}.',
        en: 'Admitted: {sum}.',
      },
    },
    'limitation-passed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} дау: талап қою мерзімі өтуі мүмкін',
        ru: 'Спор № {number}: срок исковой давности мог истечь',
        en: 'Dispute {number}: the time for going to court may have passed',
      },
      body: {
        kk: '№ {number} дау бойынша жалпы талап қою мерзімі өтуі мүмкін. Талап қою мерзімін тараптың өтініші бойынша сот қана қолданады; даулы сома орнында қалады.',
        ru: 'По спору № {number} общий срок исковой давности мог истечь. Его применяет только суд по заявлению стороны; спорная сумма остаётся на месте.',
        en: 'The general time for going to court in dispute {number} may have passed. Only a court applies the limitation, on the request of a party; the disputed sum stays where it is.',
      },
      sums: {
        kk: 'Даулы сома: {sum}.',
        ru: 'Спорная сумма: {sum}.',
        en: 'In dispute: {sum}.',
      },
    },
    'court-act-told': {
      legal: true,
      until: 'objectBy',
      subject: {
        kk: '№ {number} дау: сот актісі тіркелді',
        ru: 'Спор № {number}: зарегистрирован судебный акт',
        en: 'Dispute {number}: a court act was recorded',
      },
      body: {
        kk: '№ {number} дау бойынша сот актісі тіркелді. Ол дұрыс тіркелмесе немесе заңды күшіне енбесе, Жеке кабинетте қарсылық білдіріңіз. Қарсылық білдірудің соңғы мерзімі: {deadline}. Мерзім аяқталғаннан және екінші тексеруден кейін ол бойынша есеп айырысу жүреді.',
        ru: 'По спору № {number} зарегистрирован судебный акт. Если он указан неверно или не вступил в силу, возразите в Личном кабинете не позднее {deadline}. После срока возражений и второй проверки расчёты пойдут по нему.',
        en: 'A court act was recorded in dispute {number}. If it is recorded wrongly or not in force, object to it in your cabinet no later than {deadline}. After the term to object and a second check the money follows it.',
      },
      sums: {
        kk: 'Акт бойынша өтініш берушіге тағайындалған сома: {sum}.',
        ru: 'По акту заявителю присуждено {sum}.',
        en: 'Awarded to the claimant by the act: {sum}.',
      },
    },
    'court-act-objected': {
      subject: {
        kk: '№ {number} дау: сот актісіне қарсылық',
        ru: 'Спор № {number}: возражение против судебного акта',
        en: 'Dispute {number}: an objection to the court act',
      },
      body: {
        kk: '№ {number} дау бойынша тарап тіркелген сот актісіне қарсылық білдірді. Қарсылықты қарап, себептерін көрсетіп актіні растаңыз немесе оны қайта тіркеңіз.',
        ru: 'По спору № {number} сторона возразила против зарегистрированного судебного акта. Рассмотрите возражение: подтвердите акт с объяснением или зарегистрируйте его заново.',
        en: 'A side objects to the court act recorded in dispute {number}. Read the objection; confirm the act with reasons or record it again.',
      },
      sums: {
        kk: 'Акт бойынша өтініш берушіге тағайындалған сома: {sum}.',
        ru: 'По акту заявителю присуждено {sum}.',
        en: 'Awarded to the claimant by the act: {sum}.',
      },
    },
  },
});

export type DisputeTemplate = TemplateOf<typeof disputeMessages>;
