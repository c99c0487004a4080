/** What a command of an account brings. None of them names a sum: money is owed by other lives. */
import type { Consequence, Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import type { AccountContext } from './types.ts';

const brings =
  (...words: Parameters<typeof said>) =>
  (): Consequence => ({ words: said(...words) });

const reinstate = brings(
  'Шектеу алынады: Аккаунтқа қолжетімділік қалпына келеді.',
  'Ограничение снимается: доступ к Аккаунту восстановится.',
  'The restriction is lifted: the account may act again.',
);

const SIGNED = said(
  'Бұдан былай Аккаунттың міндеттейтін әрекеттері авторландырылған құрылғының қолтаңбасымен ғана қабылданады. Ондай құрылғысы жоқ өкілдер оларды жасай алмайды.',
  'Впредь обязывающие действия Аккаунта принимаются только с подписью авторизованного устройства. Представители без такого устройства их совершить не смогут.',
  'From now on, binding acts of the account need the signature of an authorised device. Members without such a device cannot give them.',
);
const UNSIGNED = said(
  'Бұдан былай Аккаунттың міндеттейтін әрекеттеріне құрылғының қолтаңбасы қажет болмайды: сеанстың өзі жеткілікті.',
  'Впредь подпись устройства для обязывающих действий Аккаунта не нужна: достаточно сеанса.',
  'From now on, binding acts of the account need no signature of a device. A session is enough.',
);

export const consequences: Consequences<AccountContext> = {
  stakes: ({
    members,
    invitations,
    offer,
    declined,
    reported,
    sanction,
    appeal,
    signsActs,
    identifier,
    proof,
    payoutDetails,
    plans,
    payment,
  }) => ({
    ...{ members, invitations, offer, declined, reported, sanction, appeal, signsActs, identifier, proof, payoutDetails, plans, payment },
  }),
  of: {
    addMember: brings(
      'Шақырылған адам келіссе, рөлдері шегінде компания атынан әрекет ете алады.',
      'Если приглашённый согласится, он сможет действовать от имени компании в пределах своих ролей.',
      'If the person invited accepts, they may act for the company within the roles given.',
    ),
    withdrawInvitation: brings(
      'Шақыру күшін жояды: бұл адам Аккаунт өкілі болмайды.',
      'Приглашение отзывается: этот человек не станет представителем Аккаунта.',
      'The invitation is withdrawn: this person does not become a member of the account.',
    ),
    changeMember: brings(
      'Бұл адам компания атынан тек жаңа рөлдері шегінде әрекет ете алады.',
      'Этот человек сможет действовать от имени компании только в пределах новых ролей.',
      'This person may act for the company only within the new roles.',
    ),
    removeMember: brings(
      'Бұл адам бұдан былай компания атынан әрекет ете алмайды.',
      'Этот человек больше не сможет действовать от имени компании.',
      'This person may no longer act for the company.',
    ),
    choosePlan: brings(
      'Бұл тариф келесі айдың бірінші күнінен бастап және содан кейін орналастырылған тапсырмаларға қолданылады. Бұрын орналастырылғандары өзгермейді.',
      'Этот тариф будет действовать с первого числа следующего месяца и для заданий, размещённых с этого дня. Ранее размещённые не изменятся.',
      'This plan is in force from the first day of the next month, for tasks posted from then on. Tasks posted before do not change.',
    ),
    choosePayment: brings(
      'Жаңа тапсырмаларыңыз, егер орналастырған кезде өзгесін көрсетпесеңіз, осылай төленеді. Бұрын орналастырылғандары өзгермейді.',
      'Так будут оплачиваться ваши новые задания, если при размещении не указать иначе. Ранее размещённые не изменятся.',
      'Your new tasks are paid this way, unless their post says otherwise. Tasks posted before do not change.',
    ),
    signActs: ({ signsActs }) => ({ words: signsActs ? UNSIGNED : SIGNED }),
    acceptOffer: brings(
      'Офертаның осы редакциясы сіз үшін міндетті болады.',
      'Эта редакция оферты станет для вас обязательной.',
      'This revision of the offer binds you.',
    ),
    declineOffer: brings(
      'Бұл редакцияны қабылдамайынша, жаңа тапсырмаларды орналастыра, қабылдай немесе бастай алмайсыз.',
      'Пока вы не примете эту редакцию, новые задания нельзя размещать, принимать и начинать.',
      'Until you accept this revision, you may not post, accept or start new tasks.',
    ),
    setPayoutDetails: brings(
      'Төлем ұйымы сізге тиесіліні жаңа деректемелерге аударады: алғашқысына бірден, кейінгілеріне күту уақыты өткен соң. Оған дейін ақша бұрынғыларына түседі.',
      'Платёжная организация будет перечислять причитающееся вам на новый счёт: на первый — сразу, на следующие — после времени ожидания. До тех пор выплаты идут на прежний.',
      'The payment provider pays what is due to you to the new details: to the first at once, to later ones after a waiting time. Until then payouts go to the former ones.',
    ),
    withdrawPayoutDetails: brings(
      'Жаңа деректемелер қолданылмайды: ақша бұрынғысына түседі. Бұрынғысы болмаса, төлем деректемелер көрсетілгенше күтеді.',
      'Новый счёт не начнёт действовать: выплаты идут на прежний. Если прежнего нет, они ждут, пока счёт не будет указан.',
      'The new details never count: payouts go to the former ones. If there are none, they wait until you name some.',
    ),
    reportAccess: brings(
      'Барлық сеанс аяқталады. Оператор қолжетімділікті қалпына келтіргенше немесе тұлға қайта анықталғанша Аккаунт әрекеттері кідіртіледі.',
      'Все сеансы завершатся. Действия Аккаунта приостановятся, пока Оператор не восстановит доступ или личность не будет установлена заново.',
      'Every session ends. Actions of the account pause until the operator restores access or the person is identified anew.',
    ),
    changeIdentifier: brings(
      'Аккаунтта басқа ЖСН/БСН тұрады, ол расталмаған болады.',
      'В Аккаунте будет указан другой ИИН/БИН, неподтверждённый.',
      'The account has another IIN or BIN, which is not proved.',
    ),
    withdrawIdentity: brings(
      'Аккаунт жаңа тапсырма бастай алмайды, басталғандарын аяқтай алады. Оның ЖСН/БСН-ін басқа Аккаунт растай алады.',
      'Аккаунт не сможет начинать новые задания, начатые можно завершить. Его ИИН/БИН сможет подтвердить другой Аккаунт.',
      'The account may begin nothing new, and may finish what is under way. Another account may prove its IIN or BIN.',
    ),
    restoreAccess: brings(
      'Кідірту аяқталады: Аккаунт арқылы қайтадан әрекет етуге болады.',
      'Пауза закончится: через Аккаунт снова можно действовать.',
      'The pause ends: the account may act again.',
    ),
    suspend: brings(
      'Аккаунт жаңа тапсырмаларды орналастыра, қабылдай немесе бастай алмайды, басталғандарын аяқтай алады. Пайдаланушы мерзім ішінде шағымдана алады.',
      'Аккаунт не сможет размещать, принимать и начинать новые задания, начатые можно завершить. Пользователь в срок может обжаловать решение.',
      'The account may not post, accept or start new tasks, and may finish those under way. Within the term the user may appeal.',
    ),
    terminate: brings(
      'Аккаунт арқылы әрекет жасауға болмайды, барлық сеанс аяқталады. Пайдаланушы мерзім ішінде шағымданбаса, Аккаунт аяқталады.',
      'Действовать через Аккаунт будет нельзя, все сеансы завершатся. Если пользователь в срок не обжалует решение, Аккаунт прекратится.',
      'Nothing may be done through the account, and every session ends. Unless the user appeals within the term, the account ends.',
    ),
    lift: reinstate,
    grantAppeal: reinstate,
    appeal: brings(
      'Шешімді Оператордың басқа өкілі қайта қарайды. Бұл шешімге бір рет қана шағымдануға болады.',
      'Решение пересмотрит другой представитель Оператора. Обжаловать его можно один раз.',
      'Somebody else of the operator looks at the decision again. You can appeal it once.',
    ),
    refuseAppeal: brings('Шешім күшінде қалады.', 'Решение останется в силе.', 'The decision stands.'),
    endByRefusal: brings(
      'Шешім күшінде қалады, Аккаунт аяқталады.',
      'Решение останется в силе, Аккаунт прекратится.',
      'The decision stands, and the account ends.',
    ),
    dismiss: brings(
      'Оператор өкілінің Аккаунты жабылады, барлық сеанс аяқталады.',
      'Аккаунт представителя Оператора будет закрыт, все сеансы завершатся.',
      'The account of the member of staff is closed, and every session ends.',
    ),
    close: brings(
      'Аккаунт жабылады, барлық сеанс аяқталады. Заң да, мәмілелеріңіз де сақтауды талап етпейтін деректер бірден және біржола өшіріледі, қалғандары өз мерзіміне дейін сақталады: не және қашанға дейін екені Аккаунтта көрсетілген.',
      'Аккаунт будет закрыт, все сеансы завершатся. Данные, которые не нужны ни по закону, ни для ваших сделок, стираются сразу и безвозвратно, остальные хранятся до своего срока: какие и до какого дня, показано в Аккаунте.',
      'The account is closed, and every session ends. Data that neither the law nor your deals need are erased at once and for good. The rest is kept until its term: the account shows what and until when.',
    ),
  },
};
