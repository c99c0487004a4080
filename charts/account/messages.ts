/** What people read of an account. Russian leads: the offer is in Russian. */
import type { Localized, TemplateOf } from '../messages.ts';
import { defineMessages } from '../messages.ts';
import { proposalRules } from '../proposal-words.ts';
import { silence } from './silence.ts';

/** Ends every notice of what authentication saw. */
const NOT_YOU: Localized = {
  kk: 'Егер бұл сіз болмасаңыз, рұқсатсыз кіру туралы Операторға дереу хабарлаңыз: Жеке кабинетте немесе қолдау қызметіне (офертаның 4.1.6-тармағы).',
  ru: 'Если это были не вы, сразу сообщите Оператору о несанкционированном доступе: в Личном кабинете или в поддержку (пункт 4.1.6 оферты).',
  en: 'If this was not you, report unauthorised access to the operator at once: in your cabinet or to support (clause 4.1.6 of the offer).',
};
const alarm = ({ kk, ru, en }: Localized): Localized => ({
  kk: `${kk} ${NOT_YOU.kk}`,
  ru: `${ru} ${NOT_YOU.ru}`,
  en: `${en} ${NOT_YOU.en}`,
});

export const accountMessages = defineMessages({
  life: { kk: 'Аккаунт', ru: 'Аккаунт', en: 'Account' },

  states: {
    new: {
      name: { kk: 'Жаңа', ru: 'Новый', en: 'New' },
      waits: {
        kk: 'Пайдаланушы тіркеледі.',
        ru: 'Пользователь регистрируется.',
        en: 'The user registers.',
      },
    },
    active: {
      name: { kk: 'Қолданыста', ru: 'Действует', en: 'Active' },
      waits: {
        kk: 'Аккаунт қолданыста. Платформаны пайдалану үшін офертаның қолданыстағы редакциясын қабылдау қажет.',
        ru: 'Аккаунт действует. Чтобы пользоваться Платформой, нужно принять действующую редакцию оферты.',
        en: 'The account is active. To use the platform, the revision of the offer in force has to be accepted.',
      },
    },
    suspended: {
      name: { kk: 'Қолжетімділік тоқтатыла тұрды', ru: 'Доступ приостановлен', en: 'Suspended' },
      waits: {
        kk: 'Жаңа тапсырмаларды орналастыруға, қабылдауға және бастауға болмайды, басталғандарын аяқтауға болады. Пайдаланушы мерзім ішінде шағымдана алады, шағымды Оператордың басқа өкілі қарайды.',
        ru: 'Новые задания нельзя размещать, принимать и начинать, начатые можно завершить. Пользователь в срок может обжаловать решение: жалобу рассматривает другой представитель Оператора.',
        en: 'No new task may be posted, accepted or started; those under way may be finished. Within the term the user may appeal; somebody else of the operator decides.',
      },
    },
    terminated: {
      name: { kk: 'Қолжетімділік тоқтатылды', ru: 'Доступ прекращён', en: 'Terminated' },
      waits: {
        kk: 'Аккаунт арқылы әрекет жасауға болмайды. Пайдаланушы мерзім ішінде шағымдана алады, шағымды Оператордың басқа өкілі қарайды.',
        ru: 'Действовать через Аккаунт нельзя. Пользователь в срок может обжаловать решение: жалобу рассматривает другой представитель Оператора.',
        en: 'Nothing may be done through the account. Within the term the user may appeal; somebody else of the operator decides.',
      },
    },
    closed: {
      name: { kk: 'Жабылды', ru: 'Закрыт', en: 'Closed' },
      waits: {
        kk: 'Аккаунт жабылды. Ештеңе талап етілмейді.',
        ru: 'Аккаунт закрыт. Больше ничего не требуется.',
        en: 'The account is closed. Nothing more is expected.',
      },
    },
    ended: {
      name: { kk: 'Біржола тоқтатылды', ru: 'Прекращён окончательно', en: 'Ended' },
      waits: {
        kk: 'Қолжетімділікті тоқтату туралы шешім күшінде қалды. Дауды сотқа дейінгі тәртіппен және сотта шешуге болады.',
        ru: 'Решение о прекращении доступа осталось в силе. Спор можно разрешить в досудебном порядке и в суде.',
        en: 'The decision to end the access stands. A dispute may be taken to the pre-trial step and to court.',
      },
    },
  },

  silence,

  commands: {
    register: { kk: 'Тіркелу', ru: 'Зарегистрироваться', en: 'Register' },
    changeDetails: { kk: 'Деректерді өзгерту', ru: 'Изменить данные', en: 'Change the details' },
    confirmEmail: { kk: 'Электрондық поштаны растау', ru: 'Подтвердить электронную почту', en: 'Confirm the e-mail address' },
    sendEmailCode: { kk: 'Растау кодын қайта жіберу', ru: 'Отправить код подтверждения ещё раз', en: 'Send the confirmation code again' },
    describe: { kk: 'Профильді толтыру', ru: 'Заполнить профиль', en: 'Write the profile' },
    setRequisites: {
      kk: 'Құжаттарға арналған деректемелерді көрсету',
      ru: 'Указать реквизиты для документов',
      en: 'Set the requisites for papers',
    },
    setPayoutDetails: { kk: 'Төлем деректемелерін көрсету', ru: 'Указать счёт для выплат', en: 'Set where payouts go' },
    withdrawPayoutDetails: {
      kk: 'Жаңа төлем деректемелерінен бас тарту',
      ru: 'Отменить новый счёт для выплат',
      en: 'Withdraw the new payout details',
    },
    addMember: { kk: 'Өкілді шақыру', ru: 'Пригласить представителя', en: 'Invite a member' },
    withdrawInvitation: { kk: 'Шақыруды қайтарып алу', ru: 'Отозвать приглашение', en: 'Withdraw an invitation' },
    changeMember: { kk: 'Өкілдің рөлдерін өзгерту', ru: 'Изменить роли представителя', en: "Change a member's roles" },
    removeMember: { kk: 'Өкілді алып тастау', ru: 'Исключить представителя', en: 'Remove a member' },
    choosePlan: { kk: 'Тарифті таңдау', ru: 'Выбрать тариф', en: 'Choose a plan of the tariffs' },
    choosePayment: { kk: 'Тапсырмаларды төлеу тәсілін таңдау', ru: 'Выбрать способ оплаты заданий', en: 'Choose how tasks are paid' },
    chooseNotices: { kk: 'Хабарлама хаттарын таңдау', ru: 'Выбрать, какие письма получать', en: 'Choose which letters to get' },
    signActs: {
      kk: 'Әрекеттерге құрылғы қолтаңбасын талап ету не талап етпеу',
      ru: 'Требовать подпись устройства для действий или не требовать',
      en: 'Demand a signature of the device for acts, or no longer',
    },
    setStaffRoles: { kk: 'Оператор өкілінің рөлдерін белгілеу', ru: 'Назначить роли представителя Оператора', en: 'Set the staff roles' },
    proveIdentity: { kk: 'ЖСН/БСН-ді құжатпен растау', ru: 'Подтвердить ИИН/БИН документом', en: 'Prove the IIN or BIN by a document' },
    changeIdentifier: { kk: 'ЖСН/БСН-ді түзету', ru: 'Исправить ИИН/БИН', en: 'Correct the IIN or BIN' },
    withdrawIdentity: {
      kk: 'ЖСН/БСН растауын қайтарып алу',
      ru: 'Отозвать подтверждение ИИН/БИН',
      en: 'Withdraw the proof of the IIN or BIN',
    },
    verify: { kk: 'Құжаттарды сұрату', ru: 'Запросить документы', en: 'Ask for documents' },
    suspend: { kk: 'Қолжетімділікті тоқтата тұру', ru: 'Приостановить доступ', en: 'Suspend' },
    terminate: { kk: 'Қолжетімділікті тоқтату', ru: 'Прекратить доступ', en: 'Terminate' },
    lift: { kk: 'Қолжетімділікті қалпына келтіру', ru: 'Восстановить доступ', en: 'Reinstate' },
    appeal: { kk: 'Шешімге шағымдану', ru: 'Обжаловать решение', en: 'Appeal' },
    grantAppeal: { kk: 'Шағымды қанағаттандыру', ru: 'Удовлетворить жалобу', en: 'Grant the appeal' },
    refuseAppeal: { kk: 'Шағымды қанағаттандырмау', ru: 'Отклонить жалобу', en: 'Refuse the appeal' },
    close: { kk: 'Аккаунтты жабу', ru: 'Закрыть Аккаунт', en: 'Close the account' },
    dismiss: {
      kk: 'Оператор өкілінің Аккаунтын жабу',
      ru: 'Закрыть Аккаунт представителя Оператора',
      en: 'Close the account of a member of staff',
    },
    acceptOffer: { kk: 'Офертаны қабылдау', ru: 'Принять оферту', en: 'Accept the offer' },
    showOffer: {
      kk: 'Офертаның жаңа редакциясымен танысқанын белгілеу',
      ru: 'Отметить, что новая редакция оферты показана',
      en: 'Acknowledge the new revision of the offer',
    },
    declineOffer: {
      kk: 'Офертаның жаңа редакциясымен келіспеу',
      ru: 'Не согласиться с новой редакцией оферты',
      en: 'Decline the new revision of the offer',
    },
    reportAccess: {
      kk: 'Рұқсатсыз кіру туралы хабарлау',
      ru: 'Сообщить о несанкционированном доступе',
      en: 'Report unauthorised access',
    },
    restoreAccess: {
      kk: 'Тексергеннен кейін әрекеттерді қайта бастау',
      ru: 'Возобновить действия после проверки',
      en: 'End the pause after a check',
    },
    declareTaxStatus: { kk: 'Қолданылатын салық режимін көрсету', ru: 'Указать налоговый режим', en: 'Declare the tax regime' },
    confirmTaxStatus: { kk: 'Қолданылатын салық режимін растау', ru: 'Подтвердить налоговый режим', en: 'Confirm the tax regime' },
    refuseTaxStatus: { kk: 'Қолданылатын салық режимін растамау', ru: 'Не подтвердить налоговый режим', en: 'Refuse the tax regime' },
  },

  timers: {
    invitationUntil: {
      kk: 'Аккаунт өкілі болуға шақырудың мерзімі аяқталады',
      ru: 'Срок приглашения представителя истекает',
      en: 'An invitation of a member lapses',
    },
    decideBy: {
      kk: 'Шағымды қарау мерзімі аяқталады: кешігу туралы хабарланады, шағым қаралуда қалады',
      ru: 'Срок рассмотрения жалобы истекает: о задержке сообщается, жалоба остаётся на рассмотрении',
      en: 'The term to decide the appeal ends: the delay is told, and the appeal stays open',
    },
    appealUntil: {
      kk: 'Шағымдану мерзімі аяқталады: шешім күшінде қалады',
      ru: 'Срок обжалования истекает: решение остаётся в силе',
      en: 'The term to appeal ends: the decision stands',
    },
    taxReminder: {
      kk: 'Қолданылатын салық режимі мерзімінің аяқталатыны ескертіледі',
      ru: 'Напоминание о сроке сведений о налоговом режиме',
      en: 'The contractor is reminded that the tax regime ends',
    },
    taxUntil: {
      kk: 'Қолданылатын салық режимінің мерзімі аяқталады',
      ru: 'Срок сведений о налоговом режиме истекает',
      en: 'The tax regime ends',
    },
  },

  rules: {
    ...proposalRules,
    moneyStopsByOrder: {
      kk: 'Сомалар тек уәкілетті органның актісі бойынша тоқтатыла тұрады: органды, актінің нөмірі мен күнін көрсетіңіз.',
      ru: 'Суммы приостанавливаются только по акту уполномоченного органа: укажите орган, номер и дату акта.',
      en: 'Sums are stopped only by the order of an authority. Name the authority, the number and the date of the order.',
    },
    isNotOneself: {
      kk: 'Өз рөлдеріңіз бен өз Аккаунтыңыз туралы шеше алмайсыз: бұл туралы басқа екі әкімші шешеді.',
      ru: 'О своих ролях и своём Аккаунте решать нельзя: об этом решают двое других администраторов.',
      en: 'You cannot decide about your own roles or account: two other administrators do.',
    },
    hasComingDetails: {
      kk: 'Бас тартатын жаңа деректемелер жоқ.',
      ru: 'Нет нового счёта, который можно отменить.',
      en: 'There are no new details to withdraw.',
    },
    detailsDoNotCountYet: {
      kk: 'Жаңа деректемелер қазір қолданыста: бұрынғысына қайту үшін оны қайта көрсетіңіз.',
      ru: 'Новый счёт уже действует: чтобы вернуться к прежнему, укажите его снова.',
      en: 'The new details count already: to return to the former ones, set them again.',
    },
    hasNewEmail: {
      kk: 'Растауды күтіп тұрған электрондық пошта жоқ.',
      ru: 'Нет адреса электронной почты, который ждёт подтверждения.',
      en: 'There is no e-mail address that waits to be confirmed.',
    },
    isThisEmail: {
      kk: 'Бұл код басқа мекенжайға жіберілген. Соңғы мекенжайға келген кодты енгізіңіз.',
      ru: 'Этот код был отправлен на другой адрес. Введите код из письма на последний адрес.',
      en: 'This code went to another address. Enter the code of the letter to the last one.',
    },
    isCustomer: {
      kk: 'Бұл тек тапсырыс берушінің Аккаунтына арналған.',
      ru: 'Это доступно только Аккаунту заказчика.',
      en: "Only a customer's account has this.",
    },
    isContractor: {
      kk: 'Бұл тек орындаушының Аккаунтына арналған.',
      ru: 'Это доступно только Аккаунту исполнителя.',
      en: "Only a contractor's account has this.",
    },
    isCompany: {
      kk: 'Өкілдер тек заңды тұлғаның Аккаунтында болады.',
      ru: 'Представители бывают только у Аккаунта юридического лица.',
      en: 'Only the account of a company has members.',
    },
    isStaff: {
      kk: 'Бұл тек Оператор өкілдерінің Аккаунттарына қатысты.',
      ru: 'Это относится только к Аккаунтам представителей Оператора.',
      en: "This is for accounts of the operator's staff alone.",
    },
    isNoStaff: {
      kk: 'Оператор өкілінің Аккаунты тоқтатылмайды: оның рөлдерін өзгертіңіз немесе Аккаунтты жабыңыз.',
      ru: 'К Аккаунту представителя Оператора это не применяется: измените его роли или закройте Аккаунт.',
      en: "This is not for accounts of the operator's staff: change the roles or close the account.",
    },
    nothingIsVerified: {
      kk: 'Құжаттар бұрын сұратылған және олар қаралуда. Оператор өкілінен құжат сұратылмайды.',
      ru: 'Документы уже запрошены, проверка идёт. У представителей Оператора документы так не запрашивают.',
      en: "Documents have been asked for already and are being checked. Of the operator's staff none are asked this way.",
    },
    rolesFitKind: {
      kk: 'Рөлдер тіркелушінің түріне сай емес. Заңды тұлға тек тапсырыс беруші болады. Жеке тұлға мен жеке кәсіпкер тапсырыс беруші, орындаушы немесе екеуі де бола алады. Оператордың рөлдері тек оның өкілдеріне беріледі.',
      ru: 'Роли не подходят к виду лица. Юридическое лицо может быть только заказчиком. Физическое лицо и индивидуальный предприниматель — заказчиком, исполнителем или тем и другим. Роли Оператора бывают только у его представителей.',
      en: "The roles do not fit the kind. A company may be a customer only. A natural person or an individual entrepreneur may be a customer, a contractor or both. The operator's roles are for its staff alone.",
    },
    staffIsMadeByOperator: {
      kk: 'Оператор өкілінің Аккаунтын Оператор ашады, басқа Аккаунттарды пайдаланушылардың өздері тіркейді.',
      ru: 'Аккаунт представителя Оператора создаёт Оператор, остальные пользователи регистрируются сами.',
      en: "Accounts of the operator's staff are made by the operator; all others register themselves.",
    },
    personalDataIsConsentedTo: {
      kk: 'Тіркелу үшін дербес деректерді өңдеуге келісім беріңіз. Ол офертаны қабылдаудан бөлек беріледі.',
      ru: 'Для регистрации дайте согласие на обработку персональных данных. Оно даётся отдельно от принятия оферты.',
      en: 'To register, consent to the processing of personal data. It is given apart from accepting the offer.',
    },
    formFitsRoles: {
      kk: 'Тапсырыс беруші қосылу туралы өтінішті растайды, орындаушы «Я принимаю условия публичной оферты» белгісін қояды. Екі рөл де болса, екеуі де қажет.',
      ru: 'Заказчик подтверждает заявление о присоединении, исполнитель ставит отметку «Я принимаю условия публичной оферты». Если ролей две, нужно и то и другое.',
      en: 'A customer confirms the accession statement; a contractor ticks the box of acceptance. An account with both roles does both.',
    },
    revisionIsNew: {
      kk: 'Офертаның бұл редакциясы бойынша жауап беріліп қойған. Келіспеген болсаңыз, оны енді тек тікелей қабылдауға болады.',
      ru: 'По этой редакции оферты ответ уже дан. Если вы с ней не согласились, теперь её можно принять только явно.',
      en: 'This revision of the offer has been answered already. One that you declined can now only be accepted expressly.',
    },
    ownerRemains: {
      kk: 'Кемінде бір иесі қалуға тиіс. Алдымен басқа иесін тағайындаңыз не Аккаунтты жабыңыз.',
      ru: 'Должен остаться хотя бы один владелец. Сначала назначьте другого или закройте Аккаунт.',
      en: 'At least one owner has to remain. Name another one first, or close the account.',
    },
    isNotInvited: {
      kk: 'Бұл адам шақырылған, жауабы күтілуде.',
      ru: 'Этот человек уже приглашён, ответа ещё нет.',
      en: 'This person is invited already, and the answer is awaited.',
    },
    invitationsAreLeft: {
      kk: 'Жауап күтіп тұрған шақырулар тым көп. Кейбірін қайтарып алыңыз не жауабын күтіңіз.',
      ru: 'Слишком много приглашений ждут ответа. Отзовите часть из них или дождитесь ответов.',
      en: 'Too many invitations await an answer. Withdraw some of them, or wait for the answers.',
    },
    somebodyIsInvited: {
      kk: 'Жауап күтіп тұрған шақыру жоқ.',
      ru: 'Приглашений, которые ждут ответа, нет.',
      en: 'No invitation awaits an answer.',
    },
    invitationIsOpen: {
      kk: 'Мұндай ашық шақыру жоқ: оған жауап берілген, ол қайтарып алынған не мерзімі өткен.',
      ru: 'Такого открытого приглашения нет: на него ответили, его отозвали или срок прошёл.',
      en: 'There is no such open invitation: it was answered or withdrawn, or it has lapsed.',
    },
    isMember: {
      kk: 'Бұл адам Аккаунттың өкілі емес.',
      ru: 'Этот человек не представляет Аккаунт.',
      en: 'This person is no member of the account.',
    },
    isNoMember: {
      kk: 'Бұл адам бұрыннан Аккаунттың өкілі. Оның рөлдерін өзгертіңіз.',
      ru: 'Этот человек уже представляет Аккаунт. Измените его роли.',
      en: 'This person is a member of the account already. Change the roles.',
    },
    actingMayBind: {
      kk: 'Компания атынан әрекет ететін адам оның иесі не қол қоюшы рөлі бар өкілі болуға тиіс: алдымен оны шақырыңыз не рөл беріңіз. Жеке тұлға мен кәсіпкер өз атынан өзі әрекет етеді: representatives тізімін бос қалдырыңыз.',
      ru: 'От имени компании действует её представитель с ролью владельца или подписанта: сначала пригласите его или дайте роль. Физическое лицо и предприниматель действуют сами: оставьте representatives пустым.',
      en: 'Who acts for a company is a member of it with the role of owner or signatory: invite them or give the role first. A natural person and an entrepreneur act in person: leave representatives empty.',
    },
    signingChanges: {
      kk: 'Қолтаңба талабы онсыз да осындай: өзгертетін ештеңе жоқ.',
      ru: 'Требование подписи и так такое: менять нечего.',
      en: 'The demand for signatures is so already. There is nothing to change.',
    },
    taxFitsKind: {
      kk: 'Қолданылатын салық режимі тіркелушінің түріне сай емес: өзін-өзі жұмыспен қамтыған тұлға мен жеке кәсіпкер режимдері бірге болмайды.',
      ru: 'Налоговый режим не подходит к виду лица: режимы самозанятого и индивидуального предпринимателя несовместимы.',
      en: 'The tax regime does not fit the kind: nobody is self-employed and an individual entrepreneur at once.',
    },
    exemptionFitsTax: {
      kk: 'Зейнеткер мен студент белгісі тек өзін-өзі жұмыспен қамтығанға қойылады. Белгіні алып тастаңыз.',
      ru: 'Отметка о пенсионере или студенте есть только у самозанятого. Уберите отметку.',
      en: 'Only a self-employed person is marked as a pensioner or a student. Please leave the mark out.',
    },
    endIsAhead: {
      kk: 'Қолданылатын салық режимінің аяқталатын күні өтіп кеткен. Болашақ күнді көрсетіңіз.',
      ru: 'Дата окончания налогового режима уже прошла. Укажите дату в будущем.',
      en: 'The day on which the tax regime ends has passed. Give one that is to come.',
    },
    mayAppeal: {
      kk: 'Шағымданатын шешім жоқ, шағым беріліп қойған немесе шағымдану мерзімі аяқталды. Қолдау қызметіне жазыңыз.',
      ru: 'Обжаловать нечего, жалоба уже подана или срок обжалования прошёл. Напишите в поддержку.',
      en: 'There is nothing to appeal against, an appeal was made already, or the term to appeal is over. Write to support.',
    },
    appealIsOpen: {
      kk: 'Шешім күтіп тұрған шағым жоқ.',
      ru: 'Нет жалобы, которая ждёт решения.',
      en: 'There is no appeal to decide.',
    },
    noAppealIsOpen: {
      kk: 'Шағым қаралуда: алдымен Оператордың басқа өкілі ол бойынша шешім қабылдайды.',
      ru: 'Жалоба рассматривается: сначала по ней решает другой представитель Оператора.',
      en: 'An appeal is open: somebody else of the operator decides it first.',
    },
    nothingPends: {
      kk: 'Құжаттар тексерілуде немесе Аккаунттағы әрекеттер кідіртілген. Олар аяқталған соң Аккаунтты жабуға болады.',
      ru: 'Идёт проверка документов, или действия в Аккаунте приостановлены. Когда это завершится, Аккаунт можно будет закрыть.',
      en: 'Documents are being checked, or the account is paused. Once that is over, the account can be closed.',
    },
    nothingRuns: {
      kk: 'Аяқталмаған тапсырмалар, төлемдер немесе даулар бар. Олар аяқталып, есеп айырысқан соң Аккаунтты жабуға болады.',
      ru: 'Есть незавершённые задания, платежи или споры. Когда они завершатся и пройдут все расчёты, Аккаунт можно будет закрыть.',
      en: 'Some tasks, payments or disputes still go on. Once they are finished and everything is paid, the account can be closed.',
    },
  },

  duties: {
    decideAppeal: {
      kk: 'Шағымды шешу: шараны қолданған адам емес, басқасы шешеді',
      ru: 'Рассмотреть обжалование: решает не тот, кто применил меру',
      en: 'Decide an appeal: another member of staff than the one who ordered the measure',
    },
    checkTaxStatus: {
      kk: 'Қолданылатын салық режимінің растауын тексеру',
      ru: 'Проверить подтверждение налогового режима',
      en: 'Check the evidence of a tax regime',
    },
    restoreAccess: {
      kk: 'Бөгде адамның кіруі туралы хабарламаны тексеріп, қолжетімділікті қалпына келтіру',
      ru: 'Проверить сообщение о несанкционированном доступе и восстановить доступ',
      en: 'Check the report of unauthorised access and restore the access',
    },
  },

  notices: {
    registered: {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} Аккаунт тіркелді',
        ru: 'Аккаунт № {number} зарегистрирован',
        en: 'Account {number} is registered',
      },
      body: {
        kk: '№ {number} Аккаунт тіркелді. Аккаунт арқылы жасалған әрекеттерді сіз жеке өзіңіз жасаған деп саналады (офертаның 1.4-тармағы). Платформаны пайдалану үшін Жеке кабинетте офертаны қабылдаңыз.',
        ru: 'Аккаунт № {number} зарегистрирован. Действия, совершённые через Аккаунт, признаются совершёнными лично вами (пункт 1.4 оферты). Чтобы пользоваться Платформой, примите оферту в Личном кабинете.',
        en: 'Account {number} is registered. What is done through it counts as done by you in person (clause 1.4 of the offer). To use the platform, accept the offer in your cabinet.',
      },
    },

    'logged-in': {
      subject: {
        kk: '№ {number} Аккаунтқа кірді',
        ru: 'Вход в Аккаунт № {number}',
        en: 'Login to account {number}',
      },
      body: alarm({
        kk: '№ {number} Аккаунтқа таныс құрылғыдан кірді. Уақыты мен құрылғысы Жеке кабинетте.',
        ru: 'В Аккаунт № {number} вошли с известного устройства. Время и устройство — в Личном кабинете.',
        en: 'Somebody logged in to account {number} from a known device. The time and the device are in your cabinet.',
      }),
    },
    'logged-in-anew': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунтқа жаңа құрылғыдан кірді',
        ru: 'Вход в Аккаунт № {number} с нового устройства',
        en: 'Login to account {number} from a new device',
      },
      body: alarm({
        kk: '№ {number} Аккаунтқа жаңа құрылғыдан кірді. Уақыты мен құрылғысы Жеке кабинетте.',
        ru: 'В Аккаунт № {number} вошли с нового устройства. Время и устройство — в Личном кабинете.',
        en: 'Somebody logged in to account {number} from a new device. The time and the device are in your cabinet.',
      }),
    },
    'logged-out': {
      subject: {
        kk: '№ {number} Аккаунттан шықты',
        ru: 'Выход из Аккаунта № {number}',
        en: 'Logout from account {number}',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың байланыс сеансы аяқталды. Жалғастыру үшін қайта кіріңіз.',
        ru: 'Сеанс связи Аккаунта № {number} завершён. Чтобы продолжить, войдите заново.',
        en: 'A session of account {number} has ended. To go on, log in again.',
      }),
    },
    'device-authorised': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунтқа құрылғы қосылды',
        ru: 'К Аккаунту № {number} добавлено устройство',
        en: 'A device is added to account {number}',
      },
      body: alarm({
        kk: 'Құрылғы № {number} Аккаунт үшін авторландырылды: одан СМС-кодсыз кіруге болады. Құрылғылар тізімі Жеке кабинетте.',
        ru: 'Устройство авторизовано для Аккаунта № {number}: с него можно входить без кода из СМС. Список устройств — в Личном кабинете.',
        en: 'A device was authorised for account {number}: one may log in from it without a code. The list of devices is in your cabinet.',
      }),
    },
    'device-revoked': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың құрылғысы алып тасталды',
        ru: 'Устройство Аккаунта № {number} отключено',
        en: 'A device of account {number} is revoked',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың құрылғысы енді авторландырылмаған, одан басталған байланыс сеанстары аяқталды. Құрылғылар тізімі Жеке кабинетте.',
        ru: 'Устройство Аккаунта № {number} больше не авторизовано, сеансы связи с него завершены. Список устройств — в Личном кабинете.',
        en: 'A device of account {number} is no longer authorised and its sessions have ended. The list of devices is in your cabinet.',
      }),
    },
    'second-factor-set': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың екінші факторы орнатылды',
        ru: 'Настроен второй фактор Аккаунта № {number}',
        en: 'The second factor of account {number} was set up',
      },
      body: alarm({
        kk: '№ {number} Аккаунтқа кіру үшін жаңа екінші фактор орнатылды, бұрынғысы енді жарамайды.',
        ru: 'Для входа в Аккаунт № {number} настроен новый второй фактор, прежний больше не действует.',
        en: 'A new second factor was set up for logging in to account {number}. An earlier one no longer counts.',
      }),
    },
    'second-factor-guessed': {
      legal: true,
      urgent: true,
      subject: {
        kk: 'Біреу № {number} Аккаунттың екінші факторын болжап көруде',
        ru: 'Кто-то подбирает второй фактор Аккаунта № {number}',
        en: 'Somebody is guessing the second factor of account {number}',
      },
      body: alarm({
        kk: '№ {number} Аккаунтқа кірудің бірінші қадамынан өткен біреу екінші фактордың кодын тым көп рет қате енгізді. Әзірше (бір тәуліктен аспайды) екінші факторды тек таныс құрылғыда растауға болады. Бұл туралы тәулігіне бір рет хабарлаймыз.',
        ru: 'Кто-то, пройдя первый шаг входа в Аккаунт № {number}, слишком много раз ввёл неверный код второго фактора. Подтвердить второй фактор пока (не дольше суток) можно только на известном устройстве. Об этом мы сообщаем раз в сутки.',
        en: 'Somebody who passed the first step of the login to account {number} entered wrong codes of the second factor too often. For up to a day it can be proved only on a device that you have used. We tell you this once a day.',
      }),
    },
    'password-set': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың құпиясөзі орнатылды',
        ru: 'Установлен пароль Аккаунта № {number}',
        en: 'The password of account {number} was set',
      },
      body: alarm({
        kk: '№ {number} Аккаунтқа кіру үшін жаңа құпиясөз орнатылды.',
        ru: 'Для входа в Аккаунт № {number} установлен новый пароль.',
        en: 'A new password was set for logging in to account {number}.',
      }),
    },
    'locked-out': {
      byStrangers: 'onceADay',
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың құпиясөзін біреу болжап көруде',
        ru: 'Кто-то подбирает пароль Аккаунта № {number}',
        en: 'Somebody is guessing the password of account {number}',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың нөмірімен құпиясөз тым көп рет қате енгізілді. Әзірше (бір тәуліктен аспайды) құпиясөзбен тек таныс құрылғыдан кіруге болады; СМС кодымен және авторландырылған құрылғымен кіру бұрынғыдай ашық. Бұл туралы тәулігіне бір рет хабарлаймыз.',
        ru: 'С номером Аккаунта № {number} слишком много раз ввели неверный пароль. Войти по паролю пока (не дольше суток) можно только с известного устройства; вход по коду из СМС и с авторизованного устройства открыт, как раньше. Об этом мы сообщаем раз в сутки.',
        en: 'A wrong password was entered too often with the number of account {number}. For up to a day the password works only on a device that you have used; login by an SMS code or an authorised device works as before. We tell you this once a day.',
      }),
    },
    'members-changed': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунттың өкілдері өзгерді',
        ru: 'Изменены представители Аккаунта № {number}',
        en: 'The members of account {number} were changed',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың өкілдері немесе олардың рөлдері өзгерді, тізім Жеке кабинетте. Өкілдердің әрекеттері Пайдаланушының (заңды тұлғаның) әрекеттері деп саналады.',
        ru: 'Изменены представители Аккаунта № {number} или их роли, список — в Личном кабинете. Действия представителей признаются действиями Пользователя (юридического лица).',
        en: 'The members of account {number} or their roles were changed; the list is in your cabinet. What members do counts as done by the user (the company).',
      }),
    },

    'member-invited': {
      subject: {
        kk: '№ {number} Аккаунтқа өкіл шақырылды',
        ru: 'В Аккаунт № {number} приглашён представитель',
        en: 'A member is invited to account {number}',
      },
      body: alarm({
        kk: '№ {number} Аккаунтқа жаңа өкіл шақырылды. Ол келіскеннен кейін ғана өкіл болады. Шақыруды Жеке кабинетте қайтарып алуға болады.',
        ru: 'В Аккаунт № {number} приглашён новый представитель. Он станет представителем, только если согласится. Отозвать приглашение можно в Личном кабинете.',
        en: 'A new member is invited to account {number}, and becomes one only by accepting. You may withdraw the invitation in your cabinet.',
      }),
    },
    'invitation-declined': {
      subject: {
        kk: '№ {number} Аккаунт: шақырудан бас тартылды',
        ru: 'Аккаунт № {number}: приглашение отклонено',
        en: 'Account {number}: an invitation was declined',
      },
      body: {
        kk: '№ {number} Аккаунтқа шақырылған адам өкіл болудан бас тартты.',
        ru: 'Приглашённый в Аккаунт № {number} отказался стать представителем.',
        en: 'The person invited to account {number} declined to be a member.',
      },
    },
    invitation: {
      byStrangers: 'onceADay',
      subject: {
        kk: 'Компания сізді өкілі болуға шақырады (№ {number}). Кім екенін көру үшін кіріңіз',
        ru: 'Компания приглашает вас представлять её Аккаунт № {number}. Кто это, видно после входа',
        en: 'A company invites you to act for its account {number}. Log in to see who, and to answer',
      },
      body: {
        kk: 'Жауап бермесеңіз, шақырудың мерзімі өтеді.',
        ru: 'Без ответа срок приглашения пройдёт.',
        en: 'Without an answer the invitation lapses.',
      },
    },
    'act-signing-changed': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунт: әрекеттерге қойылатын қолтаңба талабы өзгерді',
        ru: 'Аккаунт № {number}: изменено требование подписи действий',
        en: 'Account {number}: the demand for device signatures was changed',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың міндеттейтін әрекеттеріне құрылғының қолтаңбасы қажет пе, жоқ па — бұл өзгерді. Қазіргі талап Жеке кабинетте.',
        ru: 'Изменилось, нужна ли подпись устройства для обязывающих действий Аккаунта № {number}. Нынешнее требование — в Личном кабинете.',
        en: 'Whether binding acts of account {number} need the signature of a device was changed. The present demand is in your cabinet.',
      }),
    },

    'details-changed': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунттың деректері өзгерді',
        ru: 'Изменены данные Аккаунта № {number}',
        en: 'The details of account {number} were changed',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың атауы, электрондық поштасы немесе тілі өзгерді. Жаңа мекенжай расталғанша хабарламалар бұрынғысына жіберіледі. Қазіргі деректер Жеке кабинетте.',
        ru: 'Изменены имя, электронная почта или язык Аккаунта № {number}. Пока новый адрес не подтверждён, уведомления идут на прежний. Нынешние данные — в Личном кабинете.',
        en: 'The name, e-mail address or language of account {number} was changed. Until a new address is confirmed, notices go to the former one. The present details are in your cabinet.',
      }),
    },

    'requisites-changed': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың деректемелері өзгерді',
        ru: 'Изменены реквизиты Аккаунта № {number}',
        en: 'The requisites of account {number} were changed',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың деректемелері көрсетілді не өзгертілді: жаңа құжаттарда солар жазылады, сізге солар бойынша төленеді. Қазіргі деректемелер Жеке кабинетте.',
        ru: 'Реквизиты Аккаунта № {number} указаны или изменены: они войдут в новые документы, по ним вам будут платить. Нынешние реквизиты — в Личном кабинете.',
        en: 'The requisites of account {number} were set or changed: new papers name them, and you will be paid by them. The present ones are in your cabinet.',
      }),
    },
    'payout-details-needed': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} Аккаунт: ақы Платформа арқылы төленеді, төлем деректемелерін көрсетіңіз',
        ru: 'Аккаунт № {number}: укажите счёт для выплат, вознаграждение придёт через Платформу',
        en: 'Account {number}: you are paid through the platform, please name your payout details',
      },
      body: {
        kk: 'Сіз қабылдаған тапсырма Платформа арқылы төленеді, ал № {number} Аккаунтта ақша түсетін шот көрсетілмеген. Оны Жеке кабинетте өз атыңызға көрсетіңіз. Жаңа деректемелер бірден емес, Жеке кабинетте көрсетілген сәттен бастап қолданылады, сондықтан оны тапсырыс беруші жұмысты қабылдағанға дейін көрсетіңіз. Әйтпесе ақша жұмыс қабылданғаннан кейін сол сәтке дейін күтеді.',
        ru: 'Принятое вами задание оплачивается через Платформу, а в Аккаунте № {number} не указано, куда платить. Укажите счёт на своё имя в Личном кабинете. Новый счёт действует не сразу, а с момента, который покажет Личный кабинет, поэтому укажите его до того, как заказчик примет работу. Иначе после приёмки деньги будут ждать этого момента.',
        en: 'The task that you accepted is paid through the platform, and account {number} does not say where to pay. Name an account in your own name in your cabinet. New details do not count at once but from the moment that the cabinet shows, so name them before the customer accepts the work. Otherwise the money waits for that moment after the acceptance.',
      },
    },
    'payout-details-set': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың төлем деректемелері көрсетілді не өзгертілді',
        ru: 'Указан или изменён счёт для выплат Аккаунта № {number}',
        en: 'The payout details of account {number} were set or changed',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың төлем деректемелері көрсетілді не өзгертілді. Ақша оған Жеке кабинетте көрсетілген сәттен бастап түседі, оған дейін – бұрынғысына. Ол сәтке дейін бұдан бас тартуға болады.',
        ru: 'Счёт для выплат Аккаунта № {number} указан или изменён. Выплаты пойдут на него с момента, указанного в Личном кабинете, а до него — на прежний. До этого момента новый счёт можно отменить.',
        en: 'The payout details of account {number} were set or changed. Payouts go there from the moment that your cabinet shows, and until then to the former ones. Until that moment you can withdraw them.',
      }),
    },
    'payout-details-withdrawn': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың жаңа төлем деректемелерінен бас тартылды',
        ru: 'Новый счёт для выплат Аккаунта № {number} отменён',
        en: 'The new payout details of account {number} were withdrawn',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың жаңа төлем деректемелерінен бас тартылды: ақша бұрынғыларына түседі. Бұрынғысы болмаса, деректемелерді көрсеткенге дейін төлем күтеді.',
        ru: 'Новый счёт для выплат Аккаунта № {number} отменён: выплаты идут на прежний. Если прежнего нет, они ждут, пока счёт не будет указан.',
        en: 'The new payout details of account {number} were withdrawn: payouts go to the former ones. If there are none, they wait until you name some.',
      }),
    },
    'email-changed': {
      subject: {
        kk: '№ {number} Аккаунттың электрондық поштасы өзгерді',
        ru: 'Изменена электронная почта Аккаунта № {number}',
        en: 'The email address of account {number} was changed',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың электрондық поштасы өзгерді. Бұл мекенжайға хабарламалар бұдан былай жіберілмейді.',
        ru: 'Изменена электронная почта Аккаунта № {number}. Уведомления на этот адрес больше не направляются.',
        en: 'The email address of account {number} was changed. No more notices will be sent to this address.',
      }),
    },
    'email-to-confirm': {
      subject: {
        kk: 'Электрондық поштаны растаңыз (№ {number} Аккаунт)',
        ru: 'Подтвердите электронную почту (Аккаунт № {number})',
        en: 'Confirm your email address (account {number})',
      },
      body: {
        kk: 'AkJet Платформасының № {number} Аккаунтында осы мекенжай көрсетілген. Бұл сіз болсаңыз, Жеке кабинетте мына кодты енгізіңіз: {code}. Расталғанша бұл мекенжайға басқа хат жіберілмейді. Бұл сіз болмасаңыз, ештеңе істемеңіз. Осы Аккаунттан бұдан былай хат алмау үшін мына сілтемені ашып, беттегі түймені басыңыз: {link}',
        ru: 'Этот адрес указан в Аккаунте № {number} Платформы AkJet. Если его указали вы, введите в Личном кабинете код: {code}. Пока адрес не подтверждён, других писем на него не будет. Если это не вы, ничего не делайте. Чтобы больше не получать писем об этом Аккаунте, откройте ссылку и нажмите кнопку на странице: {link}',
        en: 'This address was named in account {number} of the AkJet platform. If you named it, enter this code in your cabinet: {code}. Until the address is confirmed, no other letter goes to it. If this was not you, do nothing. To get no more letters about this account, open this link and press the button there: {link}',
      },
    },
    'email-refused': {
      legal: 'unlessMailed',
      byStrangers: true,
      subject: {
        kk: '№ {number} Аккаунт: көрсетілген электрондық поштаның иесі хаттардан бас тартты',
        ru: 'Аккаунт № {number}: владелец указанной электронной почты отказался от писем',
        en: 'Account {number}: the owner of the email address wants no letters',
      },
      body: {
        kk: '№ {number} Аккаунтта көрсетілген электрондық поштаның иесі бұл Аккаунт оған қатысты емес екенін хабарлады. Бұл мекенжайға хаттар енді жіберілмейді. Жеке кабинетте басқа мекенжай көрсетіңіз; оған дейін маңызды хабарламалар СМС арқылы келеді.',
        ru: 'Владелец электронной почты, указанной в Аккаунте № {number}, сообщил, что не имеет к нему отношения. Письма на этот адрес больше не отправляются. Укажите в Личном кабинете другой адрес; до этого важные уведомления приходят по СМС.',
        en: 'The owner of the email address that account {number} named has said that it is not theirs. No more letters go to it. Please name another address in your cabinet; until then, important notices come by SMS.',
      },
    },
    'member-changed': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунттағы рөлдеріңіз өзгерді',
        ru: 'Изменены ваши роли в Аккаунте № {number}',
        en: 'Your roles in account {number} were changed',
      },
      body: {
        kk: '№ {number} Аккаунттағы рөлдеріңіз өзгерді. Қазіргі рөлдеріңіз Жеке кабинетте көрсетілген.',
        ru: 'Изменены ваши роли в Аккаунте № {number}. Нынешние роли указаны в Личном кабинете.',
        en: 'Your roles in account {number} were changed. Your present roles are in your cabinet.',
      },
    },
    'member-removed': {
      legal: true,
      subject: {
        kk: 'Сіз енді № {number} Аккаунттың өкілі емессіз',
        ru: 'Вы больше не являетесь представителем Аккаунта № {number}',
        en: 'You are no longer a member of account {number}',
      },
      body: {
        kk: 'Сіз № {number} Аккаунттың өкілдері қатарынан шығарылдыңыз. Сол Аккаунттағы байланыс сеанстарыңыз аяқталды.',
        ru: 'Вы исключены из числа представителей Аккаунта № {number}. Ваши сеансы связи в этом Аккаунте завершены.',
        en: 'You were removed from the members of account {number}. Your sessions in that account have ended.',
      },
    },

    'access-reported': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттағы әрекеттер кідіртілді',
        ru: 'Действия в Аккаунте № {number} приостановлены',
        en: 'Account {number} is paused',
      },
      body: {
        kk: '№ {number} Аккаунтқа рұқсатсыз кіру туралы хабарланды (офертаның 4.1.6-тармағы). Барлық байланыс сеанстары аяқталды, Оператор тексергенше Аккаунттағы әрекеттер кідіртілді. Басталған тапсырмалардың мерзімдері жалғаса береді. Бұл туралы сіз хабарламаған болсаңыз, қолдау қызметіне жазыңыз.',
        ru: 'Поступило сообщение о несанкционированном доступе к Аккаунту № {number} (пункт 4.1.6 оферты). Все сеансы связи завершены, действия в Аккаунте приостановлены, пока Оператор не проверит. Сроки начатых заданий продолжают течь. Если сообщали не вы, напишите в поддержку.',
        en: 'Unauthorised access to account {number} was reported (clause 4.1.6 of the offer). All sessions have ended and the account is paused until the operator has checked. The terms of tasks under way go on. If you did not report it, write to support.',
      },
    },
    'access-restored': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунттағы әрекеттер қайта жалғастырылды',
        ru: 'Действия в Аккаунте № {number} возобновлены',
        en: 'Account {number} is no longer paused',
      },
      body: {
        kk: 'Оператор рұқсатсыз кіру туралы хабарламаны тексерді, № {number} Аккаунтта қайтадан әрекет жасауға болады. Құрылғылар тізімін тексеріп, құпиясөзді жаңартыңыз. Тексеруді сіз сұрамаған болсаңыз, қолдау қызметіне жазыңыз.',
        ru: 'Оператор проверил сообщение о несанкционированном доступе, в Аккаунте № {number} снова можно действовать. Проверьте список устройств и обновите пароль. Если вы не просили о проверке, напишите в поддержку.',
        en: 'The operator has checked the report of unauthorised access, and account {number} may act again. Please look through your devices and set a new password. If you did not ask for the check, write to support.',
      },
    },

    'account-suspended': {
      legal: true,
      until: 'appealUntil',
      subject: {
        kk: '№ {number} Аккаунтқа қолжетімділік тоқтатыла тұрды',
        ru: 'Доступ к Аккаунту № {number} приостановлен',
        en: 'Account {number} is suspended',
      },
      body: {
        kk: 'Осы хабарлама жіберілген сәттен бастап № {number} Аккаунтқа қолжетімділік тоқтатыла тұрды (офертаның 4.4.2-тармағы). Тапсырмаларды орналастыруға, қабылдауға және бастауға болмайды. Басталғандарын аяқтауға, құжаттарды растауға, кінәрат-талап қоюға және оған жауап беруге болады. Басталған тапсырмалар бойынша міндеттемелер, соның ішінде расталған актілер бойынша төлем міндеттемелері сақталады. Келіспесеңіз, Жеке кабинетте шағымданыңыз, мерзімі: {deadline}. Шағымды Оператордың басқа өкілі қарайды.',
        ru: 'С момента этого уведомления доступ к Аккаунту № {number} приостановлен (пункт 4.4.2 оферты). Размещать, принимать и начинать задания нельзя. Можно завершать начатые, подтверждать документы, заявлять претензии и отвечать на них. Обязательства по начатым заданиям, включая оплату по подтверждённым актам, сохраняются. Если не согласны, обжалуйте решение в Личном кабинете до {deadline}: жалобу рассмотрит другой представитель Оператора.',
        en: 'From the moment of this notice account {number} is suspended (clause 4.4.2 of the offer). It may not post, accept or start tasks. It may finish those under way, confirm documents, make and answer claims. What is owed for tasks under way, such as payment by confirmed acts, stays owed. If you disagree, appeal in your cabinet no later than {deadline}: somebody else of the operator will decide.',
      },
    },
    'account-terminated': {
      legal: true,
      until: 'appealUntil',
      subject: {
        kk: '№ {number} Аккаунтқа қолжетімділік тоқтатылды',
        ru: 'Доступ к Аккаунту № {number} прекращён',
        en: 'Account {number} is terminated',
      },
      body: {
        kk: 'Осы хабарлама жіберілген сәттен бастап № {number} Аккаунтқа қолжетімділік тоқтатылды (офертаның 4.4.2-тармағы), барлық байланыс сеанстары аяқталды. Аккаунт арқылы әрекет жасауға болмайды. Екінші тарап алдындағы міндеттемелер мен сіздің алдыңыздағы міндеттемелер бұдан тоқтамайды. Келіспесеңіз, қайта кіріп, шағымданыңыз, мерзімі: {deadline}. Шағымды Оператордың басқа өкілі қарайды. Шағым болмаса, шешім түпкілікті болады.',
        ru: 'С момента этого уведомления доступ к Аккаунту № {number} прекращён (пункт 4.4.2 оферты), все сеансы связи завершены. Действовать через Аккаунт нельзя. Обязательства перед другими сторонами и их обязательства перед вами от этого не прекращаются. Если не согласны, войдите заново и обжалуйте решение не позднее {deadline}: жалобу рассмотрит другой представитель Оператора. Без жалобы решение станет окончательным.',
        en: 'From the moment of this notice account {number} is terminated (clause 4.4.2 of the offer), and all sessions have ended. Nothing may be done through it. What you owe to others and what they owe to you stays owed. If you disagree, log in again and appeal no later than {deadline}: somebody else of the operator will decide. Without an appeal the decision becomes final.',
      },
    },
    'account-reinstated': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунтқа қолжетімділік қалпына келтірілді',
        ru: 'Доступ к Аккаунту № {number} восстановлен',
        en: 'Account {number} is reinstated',
      },
      body: {
        kk: 'Оператор № {number} Аккаунтқа қолжетімділікті қалпына келтірді. Тапсырмаларды қайтадан орналастыруға, қабылдауға және бастауға болады.',
        ru: 'Оператор восстановил доступ к Аккаунту № {number}. Снова можно размещать, принимать и начинать задания.',
        en: 'The operator has reinstated account {number}. It may post, accept and start tasks again.',
      },
    },
    'appeal-made': {
      until: 'decideBy',
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} Аккаунт бойынша шағым қабылданды',
        ru: 'Жалоба по Аккаунту № {number} получена',
        en: 'Your appeal about account {number} has come',
      },
      body: {
        kk: '№ {number} Аккаунт бойынша шағымыңыз қабылданды. Оны шешім қабылдамаған басқа өкіл қарайды. Қарау мерзімі: {deadline}. Оған дейін шешім күшінде қалады.',
        ru: 'Ваша жалоба по Аккаунту № {number} получена. Не позднее {deadline} её рассмотрит другой представитель Оператора, не тот, кто принял решение. До этого решение остаётся в силе.',
        en: 'Your appeal about account {number} has come. No later than {deadline} somebody other than the one who made the decision will decide. Until then the decision stands.',
      },
    },
    'appeal-late': {
      subject: {
        kk: '№ {number} Аккаунт бойынша шағымды қарау кешігуде',
        ru: 'Рассмотрение жалобы по Аккаунту № {number} задерживается',
        en: 'Your appeal about account {number} is late',
      },
      body: {
        kk: '№ {number} Аккаунт бойынша шағымыңыз мерзімінде қаралмады. Ол қаралуда қалады, одан бас тартылған жоқ. Қолдау қызметіне жазып, себебін сұрай аласыз.',
        ru: 'Ваша жалоба по Аккаунту № {number} не рассмотрена в срок. Она остаётся на рассмотрении и не отклонена. Вы можете узнать причину в поддержке.',
        en: 'Your appeal about account {number} was not decided in time. It stays open and is not refused. You may ask support for the reason.',
      },
    },
    'appeal-granted': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунт бойынша шағым қанағаттандырылды',
        ru: 'Жалоба по Аккаунту № {number} удовлетворена',
        en: 'Your appeal about account {number} is granted',
      },
      body: {
        kk: 'Шағымыңыз қанағаттандырылды, № {number} Аккаунтқа қолжетімділік қалпына келтірілді. Тапсырмаларды қайтадан орналастыруға, қабылдауға және бастауға болады.',
        ru: 'Ваша жалоба удовлетворена, доступ к Аккаунту № {number} восстановлен. Снова можно размещать, принимать и начинать задания.',
        en: 'Your appeal is granted and account {number} is reinstated. It may post, accept and start tasks again.',
      },
    },
    'appeal-refused': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунт бойынша шағым қанағаттандырылмады',
        ru: 'Жалоба по Аккаунту № {number} отклонена',
        en: 'Your appeal about account {number} is refused',
      },
      body: {
        kk: '№ {number} Аккаунт бойынша шағымыңыз қанағаттандырылмады, шешім күшінде қалды. Себептері, егер оларды айтуға болса, Жеке кабинетте; оған кіре алмасаңыз, қолдау қызметінен сұраңыз. Келіспесеңіз, Операторға кінәрат-талап қойып, содан кейін сотқа жүгіне аласыз (офертаның 9.1 және 9.2-тармақтары).',
        ru: 'Ваша жалоба по Аккаунту № {number} отклонена, решение осталось в силе. Причины, если их можно сообщить, — в Личном кабинете; если войти нельзя, запросите их в поддержке. Если не согласны, заявите претензию Оператору, а затем можно обратиться в суд (пункты 9.1 и 9.2 оферты).',
        en: 'Your appeal about account {number} is refused and the decision stands. The reasons, where they may be told, are in your cabinet; if you cannot log in, ask support for them. If you disagree, make a claim against the operator; after that you may go to court (clauses 9.1 and 9.2 of the offer).',
      },
    },
    'appeal-term-over': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} Аккаунт бойынша шағымдану мерзімі аяқталды',
        ru: 'Срок обжалования по Аккаунту № {number} истёк',
        en: 'The term to appeal about account {number} is over',
      },
      body: {
        kk: '№ {number} Аккаунтқа қолжетімділікті тоқтата тұру туралы шешімге мерзімінде шағым берілмеді, ол күшінде қалды. Оператор оның күшін кез келген уақытта жоя алады: мән-жайлар өзгерсе, қолдау қызметіне жазыңыз. Операторға кінәрат-талап қоюға да болады (офертаның 9.1-тармағы).',
        ru: 'Решение о приостановлении доступа к Аккаунту № {number} в срок не обжаловано и осталось в силе. Оператор может отменить его в любое время: если обстоятельства изменились, напишите в поддержку. Можно также заявить претензию Оператору (пункт 9.1 оферты).',
        en: 'No appeal against the suspension of account {number} came in time, and it stands. The operator may lift it at any time: if circumstances have changed, write to support. You may also make a claim against the operator (clause 9.1 of the offer).',
      },
    },
    'account-closed': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунт жабылды',
        ru: 'Аккаунт № {number} закрыт',
        en: 'Account {number} is closed',
      },
      body: {
        kk: '№ {number} Аккаунт жабылды, барлық байланыс сеанстары аяқталды. Одан бұрын туындаған міндеттемелер мен расталған құжаттар күшінде қалады. Заң да, мәмілелер де сақтауды талап етпейтін деректер өшіріледі, қалғандары мерзімі біткенде өшіріледі. Аккаунтты сіз жаппаған болсаңыз, қолдау қызметіне дереу жазыңыз.',
        ru: 'Аккаунт № {number} закрыт, все сеансы связи завершены. Ранее возникшие обязательства и подтверждённые документы остаются в силе. Данные, которые не нужны ни по закону, ни для сделок, стираются, остальные будут стёрты по истечении сроков хранения. Если Аккаунт закрыли не вы, сразу напишите в поддержку.',
        en: 'Account {number} is closed and all sessions have ended. What was owed before and the documents that were confirmed stay in force. Data that neither the law nor deals need are erased, and the rest when its term is over. If you did not close it, write to support at once.',
      },
    },

    'tariffs-change': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} Аккаунт үшін Оператордың тарифі өзгереді ({day})',
        ru: 'Тариф Оператора для Аккаунта № {number} меняется: {day}',
        en: 'The operator’s tariff for account {number} changes on {day}',
      },
      body: {
        kk: '№ {number} Аккаунт үшін Оператордың тарифі өзгереді. Қазір: {charge}. {day} күнінен бастап: {nextCharge}. Жаңасы сол күннен бастап орналастырылған тапсырмаларға және сол күннен бергі айларға қолданылады; бұрын орналастырылған тапсырмалар өз талаптарын сақтайды (3.2-тармақ). Басқа тарифті Жеке кабинетте таңдауға болады.',
        ru: 'Для Аккаунта № {number} меняется тариф Оператора. Сейчас: {charge}. Начиная с даты {day}: {nextCharge}. Новый действует для заданий, размещённых с этого дня, и для месяцев с этого дня; ранее размещённые задания сохраняют свои условия (пункт 3.2). Другой тариф можно выбрать в Личном кабинете.',
        en: 'The operator’s tariff for account {number} changes. Now: {charge}. From {day}: {nextCharge}. The new one is for tasks posted from that day and for months from that day; tasks posted before keep their terms (3.2). You can choose another plan in your cabinet.',
      },
    },
    'tasks-found': {
      byChoice: 'searchLetters',
      names: 'tasks',
      subject: {
        kk: 'Іздеулеріңіз бойынша жаңа тапсырмалар',
        ru: 'Новые задания по вашим поискам',
        en: 'New tasks for your searches',
      },
      body: {
        kk: 'Сақталған іздеулеріңіз бойынша жаңа ашық тапсырмалар табылды.{found}\n\nМұндай хаттарды алмау үшін Жеке кабинеттегі «Сақталған іздеулер» бөлімінде іздеу туралы хабарлауды өшіріңіз немесе іздеудің өзін жойыңыз.',
        ru: 'По вашим сохранённым поискам найдены новые открытые задания.{found}\n\nЧтобы не получать такие письма, в Личном кабинете в разделе «Сохранённые поиски» отключите уведомления о поиске или удалите его.',
        en: 'New open tasks match your saved searches.{found}\n\nTo get no such letters, turn off the alerts of the search under “Saved searches” in your cabinet, or delete the search.',
      },
    },
    'contractors-found': {
      byChoice: 'contractorLetters',
      names: 'contractors',
      subject: {
        kk: 'Іздеулеріңіз бойынша жаңа орындаушылар',
        ru: 'Новые исполнители по вашим поискам',
        en: 'New contractors for your searches',
      },
      body: {
        kk: 'Сақталған іздеулеріңізге сәйкес келетін жаңа орындаушылар табылды.{found}\n\nМұндай хаттарды алмау үшін Жеке кабинеттегі «Сақталған іздеулер» бөлімінде іздеу туралы хабарлауды өшіріңіз немесе іздеудің өзін жойыңыз.',
        ru: 'По вашим сохранённым поискам найдены новые исполнители.{found}\n\nЧтобы не получать такие письма, в Личном кабинете в разделе «Сохранённые поиски» отключите уведомления о поиске или удалите его.',
        en: 'New contractors match your saved searches.{found}\n\nTo get no such letters, turn off the alerts of the search under “Saved searches” in your cabinet, or delete the search.',
      },
    },
    'plan-offered': {
      legal: 'unlessMailed',
      subject: {
        kk: '№ {number} Аккаунтқа жеке тариф ұсынылды, таңдаудың соңғы күні: {day}',
        ru: 'Аккаунту № {number} предложен индивидуальный тариф, выбрать можно по дату: {day}',
        en: 'Individual terms are offered to account {number}, to be chosen by {day}',
      },
      body: {
        kk: 'Оператор № {number} Аккаунтқа жеке тариф ұсынады: {nextCharge}. Қазір: {charge}. Келіссеңіз, оны Жеке кабинетте таңдаңыз; соңғы күн: {day}. Сонда ол келесі айдың бірінші күнінен бастап және содан кейін орналастырылған тапсырмаларға қолданылады; бұрын орналастырылғандары өз талаптарын сақтайды (3.2-тармақ). Ештеңе істемесеңіз, тарифіңіз өзгермейді, ал ұсыныс сол күннен кейін күшін жояды.',
        ru: 'Оператор предлагает Аккаунту № {number} индивидуальный тариф: {nextCharge}. Сейчас: {charge}. Если вы согласны, выберите его в Личном кабинете, последний день: {day}. Тогда он действует с первого числа следующего месяца, для заданий, размещённых с этого дня; ранее размещённые сохраняют свои условия (пункт 3.2). Если ничего не делать, ваш тариф не изменится, а предложение после этого дня отпадёт.',
        en: 'The operator offers individual terms to account {number}: {nextCharge}. Now: {charge}. If you agree, choose them in your cabinet, on {day} at the latest. Then they are in force from the first day of the next month, for tasks posted from that day; tasks posted before keep their terms (3.2). If you do nothing, your plan stays as it is, and the offer lapses after that day.',
      },
    },
    'plan-chosen': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Басқа тариф таңдалды (№ {number} Аккаунт)',
        ru: 'Выбран другой тариф (Аккаунт № {number})',
        en: 'Another plan of the tariffs was chosen (account {number})',
      },
      body: {
        kk: '№ {number} Аккаунт үшін Оператордың басқа тарифі таңдалды. Ол келесі айдың бірінші күнінен бастап және содан кейін орналастырылған тапсырмаларға қолданылады; бұрын орналастырылғандары өзгермейді. Таңдалған тариф Жеке кабинетте.',
        ru: 'Для Аккаунта № {number} выбран другой тариф Оператора. Он действует с первого числа следующего месяца и для заданий, размещённых с этого дня; ранее размещённые не меняются. Выбранный тариф — в Личном кабинете.',
        en: 'Another plan of the operator’s tariffs was chosen for account {number}. It is in force from the first day of the next month, for tasks posted from then on; tasks posted before do not change. The plan is in your cabinet.',
      },
    },
    'offer-accepted': {
      legal: 'unlessMailed',
      subject: {
        kk: 'Сіз офертаны қабылдадыңыз (№ {number} Аккаунт)',
        ru: 'Вы приняли публичную оферту (Аккаунт № {number})',
        en: 'You have accepted the offer (account {number})',
      },
      body: {
        kk: 'Сіз офертаның көрсетілген редакциясын қабылдадыңыз (№ {number} Аккаунт): Оператормен шарт жасалды (офертаның 2.2-тармағы). Мәтіні мен қабылдау туралы жазба Жеке кабинетте.',
        ru: 'Вы приняли показанную редакцию публичной оферты (Аккаунт № {number}): договор с Оператором заключён (пункт 2.2 оферты). Её текст и запись о принятии — в Личном кабинете.',
        en: 'You have accepted the revision of the offer that was shown (account {number}): the contract with the operator is made (clause 2.2 of the offer). Its text and the record of acceptance are in your cabinet.',
      },
    },
    'offer-consented': {
      legal: true,
      subject: {
        kk: 'Сізге офертаның жаңа редакциясы қолданылады (№ {number} Аккаунт)',
        ru: 'К вам применяется новая редакция оферты (Аккаунт № {number})',
        en: 'A new revision of the offer applies to you (account {number})',
      },
      body: {
        kk: 'Офертаның қолданыстағы редакциясы көрсетілгеннен кейін сіз Платформаны пайдалануды жалғастырдыңыз (№ {number} Аккаунт), бұл онымен келісу болып саналады (офертаның 10.2-тармағы). Мәтіні, өзгерістері және келісім туралы жазба Жеке кабинетте. Басталған тапсырмалардың талаптары мен тарифі өзгермейді.',
        ru: 'После показа действующей редакции оферты вы продолжили пользоваться Платформой (Аккаунт № {number}), это означает согласие с ней (пункт 10.2 оферты). Её текст, изменения и запись о согласии — в Личном кабинете. Условия работы и тариф начатых заданий не меняются.',
        en: 'After the revision of the offer in force was shown, you went on using the platform (account {number}), which means consent to it (clause 10.2 of the offer). Its text, what has changed and the record of the consent are in your cabinet. Tasks under way keep their terms of work and tariff.',
      },
    },
    'offer-declined': {
      legal: true,
      subject: {
        kk: 'Сіз офертаның жаңа редакциясын қабылдамадыңыз (№ {number} Аккаунт)',
        ru: 'Вы отказались принять новую редакцию оферты (Аккаунт № {number})',
        en: 'You have declined the new revision of the offer (account {number})',
      },
      body: {
        kk: 'Сіз офертаның қолданыстағы редакциясын қабылдаудан бас тарттыңыз (№ {number} Аккаунт). Басталған тапсырмаларды бұрынғы редакция бойынша аяқтауға болады, ал жаңасын орналастыру, қабылдау және бастау үшін қолданыстағы редакцияны қабылдау қажет. Оны Жеке кабинетте кез келген уақытта қабылдай аласыз.',
        ru: 'Вы отказались принять действующую редакцию оферты (Аккаунт № {number}). Начатые задания можно завершить по прежней редакции, а чтобы размещать, принимать и начинать новые, нужно принять действующую. Это можно сделать в Личном кабинете в любое время.',
        en: 'You have declined the revision of the offer in force (account {number}). Tasks under way may be finished under the former one; to post, accept or start new ones, the revision in force has to be accepted. You may do so in your cabinet at any time.',
      },
    },

    'identity-claimed': {
      byStrangers: 'onceADay',
      legal: true,
      subject: {
        kk: '№ {number} Аккаунт: ЖСН/БСН-іңіз тағы бір рет көрсетілді',
        ru: 'Аккаунт № {number}: ваш ИИН/БИН указал кто-то ещё',
        en: 'Account {number}: somebody else has given your IIN or BIN',
      },
      body: {
        kk: '№ {number} Аккаунттың ЖСН/БСН-і басқа Аккаунтта да көрсетілді. Егер бұл сіз болмасаңыз, нөміріңізді Жеке кабинетте құжатпен растаңыз: содан кейін ол нөмірді растаусыз көрсеткен Аккаунттар жаңа тапсырма бастай алмайды. Нөмір расталған болса, ештеңе істеудің қажеті жоқ.',
        ru: 'ИИН/БИН Аккаунта № {number} указан и в другом Аккаунте. Если это были не вы, подтвердите свой номер документом в Личном кабинете: тогда Аккаунты, в которых он уже указан без подтверждения, не смогут начинать новые задания. Если номер подтверждён, ничего делать не нужно.',
        en: 'The IIN or BIN of account {number} was given in another account too. If it was not you, prove your number by a document in your cabinet: the accounts registered with it so far can then begin nothing new. If it is proved already, you need do nothing.',
      },
    },
    'identifier-changed': {
      legal: true,
      urgent: true,
      subject: {
        kk: '№ {number} Аккаунттың ЖСН/БСН-і өзгерді',
        ru: 'Изменён ИИН/БИН Аккаунта № {number}',
        en: 'The IIN or BIN of account {number} was changed',
      },
      body: alarm({
        kk: '№ {number} Аккаунттың ЖСН/БСН-і өзгертілді, ол әлі расталмаған.',
        ru: 'ИИН/БИН Аккаунта № {number} изменён, он ещё не подтверждён.',
        en: 'The IIN or BIN of account {number} was changed. It is not proved yet.',
      }),
    },
    'identity-proved': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунттың ЖСН/БСН-і расталды',
        ru: 'ИИН/БИН Аккаунта № {number} подтверждён',
        en: 'The IIN or BIN of account {number} is proved',
      },
      body: {
        kk: 'Оператор құжатты қабылдады: № {number} Аккаунттың ЖСН/БСН-і расталды. Расталмаған Аккаунттарға арналған шектеулер енді қолданылмайды.',
        ru: 'Оператор принял документ: ИИН/БИН Аккаунта № {number} подтверждён. Пределы для неподтверждённых Аккаунтов больше не действуют.',
        en: 'The operator has accepted the document: the IIN or BIN of account {number} is proved. The limits of unproved accounts no longer apply.',
      },
    },
    'identity-displaced': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунт: ЖСН/БСН-ді басқа адам құжатпен растады',
        ru: 'Аккаунт № {number}: ИИН/БИН документом подтвердил другой',
        en: 'Account {number}: somebody else has proved the IIN or BIN',
      },
      body: {
        kk: '№ {number} Аккаунтта көрсетілген ЖСН/БСН-ді басқа Аккаунт құжатпен растады. Басталған тапсырмаларды аяқтауға болады, жаңасын бастауға болмайды. Егер нөмір сіздікі болса, Жеке кабинетте құжат ұсыныңыз: Оператор екі құжатты да қарайды. Қате жазған болсаңыз, нөмірді түзетіңіз.',
        ru: 'ИИН/БИН, указанный в Аккаунте № {number}, документом подтвердил другой Аккаунт. Начатые задания можно завершить, новые начать нельзя. Если номер ваш, представьте документ в Личном кабинете: Оператор рассмотрит оба документа. Если вы ошиблись при вводе, исправьте номер.',
        en: 'Another account has proved by a document the IIN or BIN given in account {number}. You may finish the tasks under way, and may begin nothing new. If the number is yours, show your document in the cabinet: the operator looks at both. If you mistyped it, correct it.',
      },
    },
    'identity-withdrawn': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунттың ЖСН/БСН растауы қайтарып алынды',
        ru: 'Подтверждение ИИН/БИН Аккаунта № {number} отозвано',
        en: 'The proof of the IIN or BIN of account {number} is withdrawn',
      },
      body: {
        kk: 'Оператор № {number} Аккаунттың ЖСН/БСН растауын қайтарып алды, себептері Жеке кабинетте. Басталған тапсырмаларды аяқтауға болады, жаңасын бастауға болмайды. Нөмір сіздікі болса, құжатты қайта ұсыныңыз.',
        ru: 'Оператор отозвал подтверждение ИИН/БИН Аккаунта № {number}, причины — в Личном кабинете. Начатые задания можно завершить, новые начать нельзя. Если номер ваш, представьте документ ещё раз.',
        en: 'The operator has withdrawn the proof of the IIN or BIN of account {number}; the reasons are in your cabinet. You may finish the tasks under way, and may begin nothing new. If the number is yours, show a document again.',
      },
    },

    'tax-status-ends': {
      legal: true,
      until: 'taxUntil',
      subject: {
        kk: '№ {number} Аккаунт: қолданылатын салық режимінің мерзімі аяқталады',
        ru: 'Аккаунт № {number}: скоро закончится срок сведений о налоговом режиме',
        en: 'Account {number}: what you declared of your tax regime ends soon',
      },
      body: {
        kk: '№ {number} Аккаунтта көрсетілген қолданылатын салық режимі туралы мәліметтер мерзімінің аяқталатын күні: {deadline}. Режим ұзартылса немесе өзгерсе, оны растайтын құжатпен Жеке кабинетте көрсетіңіз.',
        ru: 'Сведения о применяемом налоговом режиме (Аккаунт № {number}) действительны до {deadline}. Если режим продлён или изменился, укажите это в Личном кабинете с подтверждающим документом.',
        en: 'What you declared of your tax regime (account {number}) is valid until this day or moment: {deadline}. If the regime was renewed or has changed, declare it in your cabinet with a document that proves it.',
      },
    },
    'tax-status-ended': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунт: қолданылатын салық режимінің мерзімі аяқталды',
        ru: 'Аккаунт № {number}: подтвердите налоговый режим',
        en: 'Account {number}: please confirm your tax regime',
      },
      body: {
        kk: '№ {number} Аккаунтта көрсетілген қолданылатын салық режимі туралы мәліметтер енді жарамсыз. Режимді растайтын құжатпен Жеке кабинетте көрсетіңіз.',
        ru: 'Сведения о применяемом налоговом режиме (Аккаунт № {number}) больше не действительны. Подтвердите режим: укажите его в Личном кабинете с подтверждающим документом.',
        en: 'What you declared of your tax regime (account {number}) is no longer valid. Please confirm the regime: declare it in your cabinet with a document that proves it.',
      },
    },
    'tax-status-confirmed': {
      subject: {
        kk: '№ {number} Аккаунт: қолданылатын салық режимі расталды',
        ru: 'Аккаунт № {number}: налоговый режим подтверждён',
        en: 'Account {number}: your tax regime is confirmed',
      },
      body: {
        kk: 'Оператор № {number} Аккаунтта көрсетілген қолданылатын салық режимін растады. Ол өзгерсе, Жеке кабинетте жаңасын көрсетіңіз.',
        ru: 'Оператор подтвердил налоговый режим Аккаунта № {number}. Если он изменится, укажите новый в Личном кабинете.',
        en: 'The operator has confirmed the tax regime of account {number}. If it changes, declare the new one in your cabinet.',
      },
    },
    'tax-status-refused': {
      legal: true,
      subject: {
        kk: '№ {number} Аккаунт: қолданылатын салық режимі расталмады',
        ru: 'Аккаунт № {number}: налоговый режим не подтверждён',
        en: 'Account {number}: your tax regime is not confirmed',
      },
      body: {
        kk: 'Оператор № {number} Аккаунтта көрсетілген қолданылатын салық режимін растамады, себептері Жеке кабинетте. Көрсетілген режим ескерілмейді. Оны растайтын басқа құжатпен қайта көрсетіңіз.',
        ru: 'Оператор не подтвердил налоговый режим Аккаунта № {number}, причины — в Личном кабинете. Указанный режим не учитывается. Укажите его заново с другим подтверждающим документом.',
        en: 'The operator has not confirmed the tax regime of account {number}; the reasons are in your cabinet. The declared regime does not count. Declare it again with another document that proves it.',
      },
    },
  },
});

export type AccountTemplate = TemplateOf<typeof accountMessages>;
