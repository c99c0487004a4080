/** What people read of a dispute. Russian leads: the offer is in Russian. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';

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
        kk: 'Жауап беруші тарап мерзім ішінде талапты толық немесе ішінара мойындайды не себептерін көрсетіп қабылдамайды.',
        ru: 'Сторона, к которой обращена претензия, в срок признаёт её полностью или частично либо отклоняет с указанием причин.',
        en: 'Within the term the other side admits the claim in full or in part, or rejects it with reasons.',
      },
    },
    talks: {
      name: { kk: 'Келіссөздер', ru: 'Переговоры', en: 'Talks' },
      waits: {
        kk: 'Тараптар дауды реттеу туралы ұсыныстар алмасады. Талап қоюшы келіссөздерді аяқтай алады.',
        ru: 'Стороны обмениваются предложениями об урегулировании. Заявитель может завершить переговоры.',
        en: 'The sides exchange offers to settle. The claimant may end the talks.',
      },
    },
    'talks.answered': {
      name: { kk: 'Келіссөздер: жауап алынды', ru: 'Переговоры: ответ получен', en: 'Talks: answered' },
      waits: {
        kk: 'Тараптар ұсыныс жасайды, қабылдайды немесе қабылдамайды. Талап қоюшы келіссөздерді аяқтай алады.',
        ru: 'Стороны делают, принимают или отклоняют предложения. Заявитель может завершить переговоры.',
        en: 'The sides make, accept or decline offers. The claimant may end the talks.',
      },
    },
    'talks.unanswered': {
      name: { kk: 'Келіссөздер: жауап келмеді', ru: 'Переговоры: ответа нет', en: 'Talks: no answer' },
      waits: {
        kk: 'Мерзімінде жауап келмеді. Жауап беруші тарап әлі де жауап бере алады, талап қоюшы әрі қарай әрекет етуге құқылы.',
        ru: 'Ответа в срок не было. На претензию ещё можно ответить; заявитель вправе действовать дальше.',
        en: 'No answer came in time. The claim may still be answered; the claimant may go on.',
      },
    },
    unsettled: {
      name: { kk: 'Келісімге қол жеткізілмеді', ru: 'Согласие не достигнуто', en: 'No agreement' },
      waits: {
        kk: 'Дауды сотқа дейінгі реттеу тәртібі сақталды. Даулы сома тараптардың бірлескен нұсқауын немесе сот актісін күтеді.',
        ru: 'Досудебный порядок соблюдён. Спорная сумма ждёт совместного указания сторон или судебного акта.',
        en: 'The pre-trial step was kept. The disputed sum waits for a joint instruction of the sides or a court act.',
      },
    },
    settled: {
      name: { kk: 'Реттелді', ru: 'Урегулирован', en: 'Settled' },
      waits: {
        kk: 'Тараптар келісімге келді. Енді ештеңе талап етілмейді.',
        ru: 'Стороны пришли к согласию. Больше ничего не требуется.',
        en: 'The sides have agreed. Nothing more is expected.',
      },
    },
    dropped: {
      name: { kk: 'Кінәрат-талап кері қайтарылды', ru: 'Претензия отозвана', en: 'Dropped' },
      waits: {
        kk: 'Талап қоюшы кінәрат-талабын кері қайтарып алды.',
        ru: 'Заявитель отозвал претензию.',
        en: 'The claimant has dropped the claim.',
      },
    },
    decided: {
      name: { kk: 'Шешілді', ru: 'Решён', en: 'Decided' },
      waits: {
        kk: 'Даулы сома бірлескен нұсқау немесе сот актісі бойынша бөлінді.',
        ru: 'Спорная сумма распределена по совместному указанию или судебному акту.',
        en: 'The disputed sum was divided by a joint instruction or a court act.',
      },
    },
    lapsed: {
      name: { kk: 'Талап қою мерзімі өтті', ru: 'Срок исковой давности истёк', en: 'Lapsed' },
      waits: {
        kk: 'Талап қою мерзімі өтті: дау мұнда аяқталды.',
        ru: 'Срок исковой давности истёк: спор здесь завершён.',
        en: 'The limitation period is over: the dispute ends here.',
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
    jointInstruction: { kk: 'Бірлескен нұсқауды ұсыну', ru: 'Предложить совместное указание', en: 'Propose a joint instruction' },
    confirmInstruction: { kk: 'Бірлескен нұсқауды растау', ru: 'Подтвердить совместное указание', en: 'Confirm the joint instruction' },
    recordCourtAct: { kk: 'Сот актісін тіркеу', ru: 'Внести судебный акт', en: 'Record a court act' },
    confirmCourtAct: { kk: 'Сот актісін растау', ru: 'Подтвердить судебный акт', en: 'Confirm the court act' },
  },

  timers: {
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
      kk: 'Келіссөз мерзімі аяқталады: сотқа дейінгі тәртіп сақталды',
      ru: 'Срок переговоров истекает: досудебный порядок соблюдён',
      en: 'The term to settle ends: the pre-trial step was kept',
    },
    lapseBy: {
      kk: 'Талап қою мерзімі аяқталады: дау мұнда аяқталады',
      ru: 'Срок исковой давности истекает: спор здесь завершается',
      en: 'The limitation period ends, and the dispute here with it',
    },
  },

  rules: {
    claimantClaims: {
      kk: 'Кінәрат-талапты талап қоюшының өзі қояды.',
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
    limitationRuns: {
      kk: 'Талап қою мерзімі өтіп кеткен.',
      ru: 'Срок исковой давности истёк.',
      en: 'The limitation period is over.',
    },
    amountFits: {
      kk: 'Талап қоюшыға тиетін соманы көрсетіңіз: ол даулы сомадан аспауға тиіс. Талап ақша туралы болмаса, сома көрсетілмейді.',
      ru: 'Укажите, сколько получает заявитель: не больше спорной суммы. Если требование не денежное, сумма не указывается.',
      en: 'Say what the claimant gets: at most the disputed sum. Where the demand is not for money, name no sum.',
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
    instructionStands: {
      kk: 'Расталуы тиіс бірлескен нұсқау жоқ.',
      ru: 'Нет совместного указания, которое нужно подтвердить.',
      en: 'There is no joint instruction to confirm.',
    },
    instructionIsCurrent: {
      kk: 'Бірлескен нұсқау өзгертілді. Соңғысымен танысыңыз.',
      ru: 'Совместное указание изменено. Ознакомьтесь с последним.',
      en: 'The joint instruction was changed. Read the latest one.',
    },
    dayHasCome: {
      kk: 'Сот актісінің күні болашақта болмауға тиіс.',
      ru: 'Дата судебного акта не может быть в будущем.',
      en: 'The day of the court act must have come.',
    },
    courtActStands: {
      kk: 'Тіркелген сот актісі жоқ.',
      ru: 'Судебный акт ещё не внесён.',
      en: 'No court act is recorded.',
    },
    courtActIsCurrent: {
      kk: 'Сот актісі туралы жазба өзгертілді. Соңғысымен танысыңыз.',
      ru: 'Запись о судебном акте изменена. Ознакомьтесь с последней.',
      en: 'The record of the court act was changed. Read the latest one.',
    },
    confirmedByAnother: {
      kk: 'Сот актісін оны тіркеген адам емес, басқа адам растайды.',
      ru: 'Судебный акт подтверждает не тот, кто его внёс, а другой представитель оператора.',
      en: 'A court act is confirmed by somebody other than the one who recorded it.',
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
      kk: 'Бірлескен нұсқау Оператордың растауын күтуде',
      ru: 'Совместное указание ждёт подтверждения Оператора',
      en: "A joint instruction awaits the operator's confirmation",
    },
    confirmCourtAct: {
      kk: 'Тіркелген сот актісін Оператордың екінші өкілі растауы керек',
      ru: 'Внесённый судебный акт должен подтвердить второй представитель Оператора',
      en: "The court act recorded is to be confirmed by a second of the operator's staff",
    },
  },

  notices: {
    'court-act-recorded': {
      subject: {
        kk: '№ {number} дау: сот актісі тіркелді',
        ru: 'Спор № {number}: внесён судебный акт',
        en: 'Dispute {number}: a court act is recorded',
      },
      body: {
        kk: '№ {number} дау бойынша сот актісі тіркелді. Оны тіркеген адамнан басқа өкіл салыстырып, растауы керек: оған дейін даулы сома орнында қалады.',
        ru: 'По спору № {number} внесён судебный акт. Сверить и подтвердить его должен другой представитель Оператора: до этого спорная сумма остаётся на месте.',
        en: 'A court act is recorded in dispute {number}. Somebody else of the staff is to compare and confirm it: until then the disputed sum stays where it is.',
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
        kk: 'Сізге № {number} кінәрат-талап қойылды, мазмұны Жеке кабинетте. Оны толық немесе ішінара мойындаңыз не себептерін көрсетіп қабылдамаңыз. Жауап берудің соңғы мерзімі: {deadline}. Жауап болмаса, келісім болмады деп саналады.',
        ru: 'Вам направлена претензия № {number}, её текст — в Личном кабинете. До {deadline} признайте её полностью или частично либо отклоните с указанием причин. Молчание означает, что согласия нет.',
        en: 'Claim {number} has been made against you; its text is in your cabinet. Please admit it in full or in part, or reject it with reasons, by {deadline}. Silence counts as no agreement.',
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
        kk: 'Сіз № {number} кінәрат-талапқа әлі жауап бермедіңіз. Жауап берудің соңғы мерзімі: {deadline}. Жауап болмаса, келісім болмады деп саналады.',
        ru: 'Вы ещё не ответили на претензию № {number}. Ответьте до {deadline}: молчание означает, что согласия нет.',
        en: 'You have not answered claim {number} yet. Please answer by {deadline}: silence counts as no agreement.',
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
        kk: '№ {number} кінәрат-талапқа мерзімінде жауап келмеді. {deadline} дейін тараптар дауды реттей алады. Талап қоюшы келіссөздерді ертерек аяқтауға құқылы.',
        ru: 'На претензию № {number} не ответили в срок. До {deadline} стороны ещё могут урегулировать спор. Заявитель вправе завершить переговоры раньше.',
        en: 'Claim {number} was not answered in time. Until {deadline} the sides may still settle. The claimant may end the talks earlier.',
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
        kk: '№ {number} кінәрат-талап ішінара мойындалды, себептері Жеке кабинетте. Мойындалған бөлікті ұсыныс ретінде қабылдай аласыз немесе өз ұсынысыңызды жасай аласыз. Келіссөз мерзімі: {deadline}.',
        ru: 'Претензия № {number} признана частично, причины — в Личном кабинете. До {deadline} вы можете принять признанную часть как предложение или сделать своё.',
        en: 'Claim {number} is admitted in part; the reasons are in your cabinet. Until {deadline} you may accept the part admitted as an offer, or make one of your own.',
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
        kk: '№ {number} кінәрат-талап қабылданбады, себептері Жеке кабинетте. {deadline} дейін тараптар дауды реттей алады. Келіссөздерді ертерек аяқтауға құқылысыз.',
        ru: 'Претензия № {number} отклонена, причины — в Личном кабинете. До {deadline} стороны могут урегулировать спор. Вы вправе завершить переговоры раньше.',
        en: 'Claim {number} is rejected; the reasons are in your cabinet. Until {deadline} the sides may settle. You may end the talks earlier.',
      },
    },
    'offer-made': {
      legal: true,
      subject: {
        kk: '№ {number} дауды реттеу ұсынылды',
        ru: 'Предложение об урегулировании спора № {number}',
        en: 'An offer to settle dispute {number}',
      },
      body: {
        kk: 'Екінші тарап № {number} дауды реттеуді ұсынды. Жеке кабинетте ұсынысты қабылдаңыз, қабылдамаңыз немесе өз ұсынысыңызды жасаңыз. Келіссөз мерзімі: {deadline}.',
        ru: 'Другая сторона предложила урегулировать спор № {number}. До {deadline} примите предложение в Личном кабинете, отклоните его или сделайте своё.',
        en: 'The other side has offered to settle dispute {number}. Until {deadline} you may accept or decline the offer in your cabinet, or make one of your own.',
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
        ru: 'Другая сторона отклонила ваше предложение по спору № {number}. Переговоры идут до {deadline}.',
        en: 'The other side has declined your offer on dispute {number}. The talks run until {deadline}.',
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
        kk: '№ {number} дауды сотқа дейінгі реттеу тәртібі сақталды, ол туралы куәлік Жеке кабинетте. Енді сотқа жүгінуге болады. Даулы сома тараптардың бірлескен нұсқауын немесе сот актісін күтеді, бірақ {deadline} кешіктірмей.',
        ru: 'Досудебный порядок по спору № {number} соблюдён, справка об этом — в Личном кабинете. Теперь можно обратиться в суд. Спорная сумма ждёт совместного указания сторон или судебного акта до {deadline}.',
        en: 'The pre-trial step of dispute {number} was kept; the certificate is in your cabinet. The court may now be turned to. Until {deadline} the disputed sum waits for a joint instruction of the sides or a court act.',
      },
    },
    'instruction-proposed': {
      legal: true,
      subject: {
        kk: '№ {number} дау бойынша бірлескен нұсқау ұсынылды',
        ru: 'Предложено совместное указание по спору № {number}',
        en: 'A joint instruction on dispute {number} is proposed',
      },
      body: {
        kk: 'Екінші тарап № {number} дау бойынша даулы соманы бөлуді ұсынды. Келіссеңіз, Жеке кабинетте растаңыз немесе өзіңіздікін ұсыныңыз.',
        ru: 'Другая сторона предложила, как распределить спорную сумму по спору № {number}. Если согласны, подтвердите в Личном кабинете или предложите своё указание.',
        en: 'The other side has proposed how to divide the sum of dispute {number}. If you agree, confirm it in your cabinet, or propose another.',
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
        kk: '№ {number} дау бойынша тараптар келісімге келді. Келісімнің мазмұны Жеке кабинетте.',
        ru: 'По спору № {number} стороны пришли к согласию. Условия — в Личном кабинете.',
        en: 'The sides have agreed on dispute {number}. The terms are in your cabinet.',
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
        kk: '№ {number} дау бойынша даулы соманы бөлу шешілді. Толығырақ Жеке кабинетте.',
        ru: 'По спору № {number} определено, кому идёт спорная сумма. Подробности — в Личном кабинете.',
        en: 'It is decided how the sum of dispute {number} is divided. The details are in your cabinet.',
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
        kk: 'Талап қоюшы № {number} кінәрат-талабын кері қайтарып алды. Сізден ештеңе талап етілмейді.',
        ru: 'Заявитель отозвал претензию № {number}. От вас ничего не требуется.',
        en: 'The claimant has dropped claim {number}. Nothing is expected of you.',
      },
    },
    'claim-lapsed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} дау аяқталды: талап қою мерзімі өтті',
        ru: 'Спор № {number} завершён: срок исковой давности истёк',
        en: 'Dispute {number} has ended: the limitation period is over',
      },
      body: {
        kk: '№ {number} дау бойынша талап қою мерзімі өтті, сондықтан ол мұнда аяқталды.',
        ru: 'По спору № {number} истёк срок исковой давности, и здесь он завершён.',
        en: 'The limitation period of dispute {number} is over, and the dispute has ended here.',
      },
    },
  },
});

export type DisputeTemplate = TemplateOf<typeof disputeMessages>;
