/** What people read of the states of a task, and who is expected to do what in each. */
import type { Messages } from '../../messages.ts';

export const states: Messages['states'] = {
  new: {
    name: { kk: 'Жаңа', ru: 'Новое', en: 'New' },
    waits: {
      kk: 'Тапсырыс беруші тапсырманы толтырып, орналастырады.',
      ru: 'Заказчик заполняет и размещает задание.',
      en: 'The customer fills in the task and posts it.',
    },
  },
  posted: {
    name: { kk: 'Орналастырылған', ru: 'Размещено', en: 'Posted' },
    waits: {
      kk: 'Орындаушылар талаптармен танысады, олардың бірі тапсырманы қабылдай алады. Тапсырыс беруші тапсырманы өзгерте немесе кері қайтарып ала алады.',
      ru: 'Исполнители знакомятся с условиями, один из них может принять задание. Заказчик может изменить или отозвать его.',
      en: 'Contractors read the terms and one of them may accept the task. The customer may change or withdraw it.',
    },
  },
  agreed: {
    name: { kk: 'Қабылданған', ru: 'Принято', en: 'Agreed' },
    waits: {
      kk: 'Тараптар тапсырма талаптарында көзделген қадамдарды орындайды: шартты растау, ақша енгізу, қауіпсіздік нұсқамасы. Содан кейін орындаушы жұмысты бастайды.',
      ru: 'Стороны проходят шаги, которые предусмотрены условиями задания: подтверждение договора, внесение денег, инструктаж. Затем исполнитель приступает к работе.',
      en: 'The parties take the steps that the terms ask for: confirming the contract, paying in the money, the briefing. Then the contractor starts the work.',
    },
  },
  'agreed.gate': {
    name: { kk: 'Тексеру', ru: 'Проверка', en: 'Checking' },
    waits: {
      kk: 'Платформа келесі қадамды анықтайды.',
      ru: 'Платформа определяет следующий шаг.',
      en: 'The platform looks at what comes next.',
    },
  },
  'agreed.signing': {
    name: { kk: 'Шартты растау', ru: 'Подтверждение договора', en: 'Contract being confirmed' },
    waits: {
      kk: 'Тараптар шартты кезекпен растайды: алдымен орындаушы, содан кейін тапсырыс беруші. Тарап себептерін көрсетіп растаудан бас тарта алады.',
      ru: 'Стороны по очереди подтверждают договор: сначала исполнитель, затем заказчик. Сторона может отказаться, указав причины.',
      en: 'The parties confirm the contract in turn: first the contractor, then the customer. A party may refuse with reasons.',
    },
  },
  'agreed.unsigned': {
    name: { kk: 'Шарт расталмады', ru: 'Договор не подтверждён', en: 'Contract not confirmed' },
    waits: {
      kk: 'Тараптардың кез келгені шартты қайта растауды сұрай алады немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Любая из сторон может запросить подтверждение договора заново или отказаться от задания без компенсации.',
      en: 'Either party may ask for the contract to be confirmed anew, or give up the task without compensation.',
    },
  },
  'agreed.funding': {
    name: { kk: 'Ақша енгізу күтілуде', ru: 'Ожидается внесение денег', en: 'Money awaited' },
    waits: {
      kk: 'Тапсырыс беруші жұмыстың бағасын төлем ұйымының бетінде енгізеді. Ақша тапсырма бойынша есеп айырысқанға дейін сонда тұрады.',
      ru: 'Заказчик вносит цену работы на странице платёжной организации. До расчётов по заданию деньги находятся у неё.',
      en: "The customer pays in the price on the provider's page. The provider holds the money until the task is settled.",
    },
  },
  'agreed.unfunded': {
    name: { kk: 'Тапсырма үшін ақша жоқ', ru: 'Денег для задания нет', en: 'No money for the task' },
    waits: {
      kk: 'Ақша енгізілмеді немесе банк оны тапсырыс берушіге қайтарды. Тапсырыс беруші оны қайта енгізе алады. Орындаушы күте немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Деньги не внесены, или банк вернул их заказчику. Заказчик может внести их ещё раз. Исполнитель может подождать или отказаться от задания без компенсации.',
      en: 'The money was not paid in, or the bank gave it back to the customer. The customer may pay it in again. The contractor may wait, or give up the task without compensation.',
    },
  },
  'agreed.stopped': {
    name: { kk: 'Ақша енгізу тоқтатыла тұрды', ru: 'Внесение денег приостановлено', en: 'Paying in stands still' },
    waits: {
      kk: 'Оператор тараптардың бірінің қолжетімділігін ақша қозғалысымен бірге тоқтата тұрды. Қолжетімділік қалпына келгенде тапсырыс берушіден ақша енгізу сұралады.',
      ru: 'Оператор приостановил доступ одной из сторон вместе с движением денег. Когда доступ восстановят, заказчика попросят внести деньги.',
      en: 'The operator has suspended the access of a party together with its sums. Once it is restored, the customer is asked to pay in the money.',
    },
  },
  'agreed.briefing': {
    name: { kk: 'Қауіпсіздік нұсқамасы', ru: 'Инструктаж', en: 'Safety briefing' },
    waits: {
      kk: 'Тапсырыс беруші қауіпсіздік техникасы бойынша нұсқама өткізеді, орындаушы онымен танысқанын растайды.',
      ru: 'Заказчик проводит инструктаж по технике безопасности, исполнитель подтверждает, что с ним ознакомлен.',
      en: 'The customer gives the safety briefing; the contractor confirms it.',
    },
  },
  'agreed.briefing.awaited': {
    name: { kk: 'Нұсқама күтілуде', ru: 'Ожидается инструктаж', en: 'Briefing awaited' },
    waits: {
      kk: 'Тапсырыс беруші мерзім ішінде қауіпсіздік техникасы бойынша нұсқама өткізіп, оны Жеке кабинетте белгілейді.',
      ru: 'Заказчик в срок проводит инструктаж по технике безопасности и отмечает его в Личном кабинете.',
      en: 'Within the term the customer gives the safety briefing and records it in the cabinet.',
    },
  },
  'agreed.briefing.late': {
    name: { kk: 'Нұсқама кешігуде', ru: 'Инструктаж задерживается', en: 'Briefing is late' },
    waits: {
      kk: 'Нұсқама мерзімі аяқталды. Тапсырыс беруші оны әлі де өткізе алады, орындаушы күте немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Срок инструктажа прошёл. Заказчик ещё может его провести, исполнитель может подождать или отказаться от задания без компенсации.',
      en: 'The briefing is overdue. The customer may still give it; the contractor may wait, or give up the task without compensation.',
    },
  },
  'agreed.briefing.told': {
    name: { kk: 'Нұсқама өткізілді', ru: 'Инструктаж проведён', en: 'Briefed' },
    waits: {
      kk: 'Орындаушы нұсқамамен танысып, оны растайды. Тапсырыс беруші нұсқаманы толықтыра алады.',
      ru: 'Исполнитель знакомится с инструктажем и подтверждает это. Заказчик может его дополнить.',
      en: 'The contractor reads the briefing and confirms it. The customer may add to it.',
    },
  },
  'agreed.briefing.unconfirmed': {
    name: { kk: 'Нұсқама расталмады', ru: 'Инструктаж не подтверждён', en: 'Briefing not confirmed' },
    waits: {
      kk: 'Жұмыс басталатын уақыт өтті, бірақ орындаушы нұсқамамен танысқанын растамады. Ол мұны әлі де жасай алады, тапсырыс беруші күте немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Время начала прошло, а исполнитель не подтвердил, что ознакомлен с инструктажем. Он ещё может это сделать, заказчик может подождать или отказаться от задания без компенсации.',
      en: 'The time to begin has passed, and the contractor has not confirmed the briefing. The contractor may still do so; the customer may wait, or give up the task without compensation.',
    },
  },
  'agreed.awaited': {
    name: { kk: 'Басталуы күтілуде', ru: 'Ожидается начало', en: 'Start awaited' },
    waits: {
      kk: 'Орындаушы жұмысты келісілген уақытта бастап, оны белгілейді. Тапсырыс беруші объектіге кіруді және қауіпсіз жағдайды қамтамасыз етеді.',
      ru: 'Исполнитель приступает к работе в согласованное время и отмечает начало. Заказчик обеспечивает доступ к объекту и безопасные условия.',
      en: 'The contractor starts at the agreed time and marks the start. The customer provides access to the site and safe conditions.',
    },
  },
  'agreed.late': {
    name: { kk: 'Басталуы кешігуде', ru: 'Начало задерживается', en: 'Start is late' },
    waits: {
      kk: 'Келісілген уақыт өтті, жұмыстың басталғаны белгіленбеді. Орындаушы әлі де бастай алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
      ru: 'Согласованное время прошло, начало работы не отмечено. Исполнитель ещё может приступить, заказчик может подождать или отказаться от задания.',
      en: 'The agreed time has passed and no start was marked. The contractor may still start; the customer may wait or give up the task.',
    },
  },
  'agreed.missed': {
    name: { kk: 'Орындаушы келмеді', ru: 'Исполнитель не явился', en: 'No-show' },
    waits: {
      kk: 'Орындаушы келісілген уақытта және жеңілдік мерзімінде бастамады. Тапсырыс беруші шығынсыз бас тарта алады; орындаушы әлі де бастай алады.',
      ru: 'Исполнитель не приступил ни в согласованное время, ни в льготный срок. Заказчик может отказаться без расходов; исполнитель ещё может приступить.',
      en: 'The contractor has not begun at the agreed time, nor within the grace. The customer may leave without cost; the contractor may still begin.',
    },
  },
  executing: {
    name: { kk: 'Орындалуда', ru: 'Выполняется', en: 'In progress' },
    waits: {
      kk: 'Орындаушы жұмысты орындап, нәтижесін тапсырады.',
      ru: 'Исполнитель выполняет работу и сдаёт результат.',
      en: 'The contractor does the work and submits the result.',
    },
  },
  'executing.working': {
    name: { kk: 'Жұмыс жүріп жатыр', ru: 'В работе', en: 'Under way' },
    waits: {
      kk: 'Орындаушы жұмысты орындайды немесе ескертулерді жөндейді де, нәтижесін тапсырмада көрсетілген мерзімде тапсырады.',
      ru: 'Исполнитель выполняет работу или устраняет замечания и сдаёт результат в срок, указанный у задания.',
      en: 'The contractor does the work, or mends what was refused, and submits the result within the term shown with the task.',
    },
  },
  'executing.overdue': {
    name: { kk: 'Орындау мерзімі аяқталды', ru: 'Срок выполнения прошёл', en: 'Overdue' },
    waits: {
      kk: 'Орындау мерзімі аяқталды. Орындаушы қосымша уақыт ішінде жұмысты әлі де тапсыра алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
      ru: 'Исполнитель просрочил выполнение. Идёт дополнительное время: исполнитель ещё может сдать работу, заказчик может подождать или отказаться от задания.',
      en: 'The work is overdue and the additional time runs. The contractor may still submit the work; the customer may wait or give up the task.',
    },
  },
  'executing.lapsed': {
    name: { kk: 'Қосымша уақыт аяқталды', ru: 'Дополнительное время прошло', en: 'Additional time is over' },
    waits: {
      kk: 'Қосымша уақыт та аяқталды. Орындаушы жұмысты әлі де тапсыра алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
      ru: 'Прошло и дополнительное время. Исполнитель ещё может сдать работу, заказчик может подождать или отказаться от задания.',
      en: 'The additional time has passed too. The contractor may still submit the work; the customer may wait or give up the task.',
    },
  },
  review: {
    name: { kk: 'Қабылдау кезеңінде', ru: 'На приёмке', en: 'Under review' },
    waits: {
      kk: 'Тапсырыс беруші нәтижені тексеріп, жұмысты қабылдап алады немесе дәлелді бас тартуын жібереді. Талаптар бойынша пысықтауға қайтару саны таусылса, бас тартудың орнына кінәрат-талап қойылады.',
      ru: 'Заказчик проверяет результат и принимает работу либо направляет мотивированный отказ. Если возвраты на доработку по условиям исчерпаны, вместо отказа заявляют претензию.',
      en: 'The customer checks the result and approves it or refuses it with reasons. Once the terms allow no more rework, a claim takes the place of a refusal.',
    },
  },
  'review.awaited': {
    name: { kk: 'Тапсырыс берушінің жауабы күтілуде', ru: 'Ожидается ответ заказчика', en: "Customer's answer awaited" },
    waits: {
      kk: 'Тапсырыс беруші мерзім ішінде нәтижені тексеріп, жұмысты қабылдап алады немесе дәлелді бас тартуын жібереді. Талаптар бойынша пысықтауға қайтару саны таусылса, бас тартудың орнына кінәрат-талап қойылады.',
      ru: 'Заказчик в отведённый срок проверяет результат и принимает работу либо направляет мотивированный отказ. Если возвраты на доработку по условиям исчерпаны, вместо отказа заявляют претензию.',
      en: 'Within the term the customer checks the result and approves it or refuses it with reasons. Once the terms allow no more rework, a claim takes the place of a refusal.',
    },
  },
  'review.silent': {
    name: { kk: 'Тапсырыс беруші мерзімінде жауап бермеді', ru: 'Заказчик не ответил в срок', en: 'No answer in time' },
    waits: {
      kk: 'Тапсырыс беруші әлі де жұмысты қабылдап ала немесе дәлелді бас тарта алады. Талаптар бойынша пысықтауға қайтару саны таусылса, бас тартудың орнына кінәрат-талап қойылады. Орындаушы да кінәрат-талап қоюға құқылы.',
      ru: 'Заказчик ещё может принять работу или мотивированно отказаться. Если возвраты на доработку по условиям исчерпаны, вместо отказа заявляют претензию. Исполнитель тоже вправе заявить претензию.',
      en: 'The customer may still approve the work or refuse it with reasons. Once the terms allow no more rework, a claim takes the place of a refusal. The contractor has the right to claim, too.',
    },
  },
  settling: {
    name: { kk: 'Есеп айырысу', ru: 'Расчёты', en: 'Payment' },
    waits: {
      kk: 'Тапсырма бойынша ақша тікелей немесе Платформа арқылы төленеді.',
      ru: 'Деньги по заданию выплачиваются напрямую или через Платформу.',
      en: 'The money of the task is paid, directly or through the platform.',
    },
  },
  'settling.gate': {
    name: { kk: 'Тексеру', ru: 'Проверка', en: 'Checking' },
    waits: {
      kk: 'Платформа келесі қадамды анықтайды.',
      ru: 'Платформа определяет следующий шаг.',
      en: 'The platform looks at what comes next.',
    },
  },
  'settling.kept': {
    name: { kk: 'Ақшаны аудару тоқтатыла тұрды', ru: 'Перечисление денег приостановлено', en: 'Transfer of the money suspended' },
    waits: {
      kk: 'Кінәрат-талап ашық болса, ақшаны аудару дау реттелгенше немесе өтініш беруші оны кері қайтарып алғанша тоқтатыла тұрады. Оператор тараптардың бірінің қолжетімділігін ақша қозғалысымен бірге тоқтата тұрса, аудару қолжетімділік қалпына келгенше тоқтатыла тұрады.',
      ru: 'Если открыта претензия, перечисление денег приостановлено, пока стороны не урегулируют спор или заявитель не отзовёт её. Если оператор приостановил доступ одной из сторон вместе с движением денег, перечисление приостановлено до восстановления доступа.',
      en: 'While a claim is open, the transfer of the money is suspended until the parties settle it or the claimant drops it. Where the operator has suspended the access of a party together with its sums, the transfer is suspended until the access is restored.',
    },
  },
  'settling.releasing': {
    name: { kk: 'Ақша қайтарылуда', ru: 'Деньги возвращаются', en: 'Money being released' },
    waits: {
      kk: 'Төлем ұйымы ақшаны тапсырыс берушіге қайтарады. Тараптардан ештеңе талап етілмейді.',
      ru: 'Платёжная организация возвращает деньги заказчику. От сторон ничего не требуется.',
      en: 'The provider returns the money to the customer. Nothing is expected of the parties.',
    },
  },
  'settling.capturing': {
    name: { kk: 'Ақша шоттан алынуда', ru: 'Деньги списываются', en: 'Money being captured' },
    waits: {
      kk: 'Енгізілген ақшадан орындаушыға тиесілі сома алынады. Тараптардан ештеңе талап етілмейді.',
      ru: 'Из внесённых денег берётся то, что причитается исполнителю. От сторон ничего не требуется.',
      en: 'What is due to the contractor is taken from the money paid in. Nothing is expected of the parties.',
    },
  },
  'settling.paying': {
    name: { kk: 'Платформа арқылы төлем күтілуде', ru: 'Ожидается оплата через Платформу', en: 'Payment through the platform awaited' },
    waits: {
      kk: 'Тапсырыс беруші мерзім ішінде төлем ұйымының бетінде төлейді.',
      ru: 'Заказчик в срок платит на странице платёжной организации.',
      en: "The customer pays on the provider's page within the term.",
    },
  },
  'settling.unpaid': {
    name: { kk: 'Төлем түспеді', ru: 'Оплата не поступила', en: 'Not paid' },
    waits: {
      kk: 'Төлем өтпеді. Тапсырыс беруші қайта төлеуге тиіс. Орындаушы кінәрат-талап қоюға құқылы.',
      ru: 'Оплата не прошла. Заказчику нужно оплатить заново. Исполнитель вправе заявить претензию.',
      en: 'The payment did not go through. The customer is to pay again. The contractor has the right to claim.',
    },
  },
  'settling.payingOut': {
    name: { kk: 'Орындаушыға аударылуда', ru: 'Выплата исполнителю', en: 'Being paid out' },
    waits: {
      kk: 'Төлем ұйымы ақшаны орындаушыға аударады. Банк аударымды өткізбесе, орындаушы деректемелерін тексереді.',
      ru: 'Платёжная организация переводит деньги исполнителю. Если банк отклонит выплату, исполнитель проверяет свои реквизиты.',
      en: 'The provider sends the money to the contractor. If the bank refuses it, the contractor checks the bank details.',
    },
  },
  'settling.due': {
    name: { kk: 'Төлем күтілуде', ru: 'Ожидается оплата', en: 'Payment awaited' },
    waits: {
      kk: 'Тапсырыс беруші төлем жасап, ол туралы хабарлайды. Орындаушы төлемді алғанын растайды.',
      ru: 'Заказчик платит и сообщает об оплате. Исполнитель подтверждает получение.',
      en: 'The customer pays and reports the payment. The contractor confirms the receipt.',
    },
  },
  'settling.overdue': {
    name: { kk: 'Төлем мерзімі аяқталды', ru: 'Оплата просрочена', en: 'Payment overdue' },
    waits: {
      kk: 'Төлем мерзімі аяқталды. Тапсырыс беруші төлеп, ол туралы хабарлауға тиіс. Орындаушы ақшаны алған болса, оны растайды.',
      ru: 'Срок оплаты прошёл. Заказчику нужно заплатить и сообщить об этом; если деньги уже пришли, исполнитель подтверждает получение.',
      en: 'The term of payment has passed. The customer is to pay and report it; if the money has come, the contractor confirms it.',
    },
  },
  'settling.reported': {
    name: { kk: 'Төлем туралы хабарланды', ru: 'Об оплате сообщено', en: 'Payment reported' },
    waits: {
      kk: 'Орындаушы төлемнің түскенін тексеріп, оны растайды немесе төлем түспегенін хабарлайды.',
      ru: 'Исполнитель проверяет поступление и подтверждает его или сообщает, что оплата не пришла.',
      en: 'The contractor checks the receipt and confirms it, or says that no payment has come.',
    },
  },
  closed: {
    name: { kk: 'Аяқталды', ru: 'Завершено', en: 'Closed' },
    waits: {
      kk: 'Тапсырма бойынша есеп айырысу аяқталды. Тараптар пікір қалдыра алады, басқа ештеңе талап етілмейді.',
      ru: 'Расчёты по заданию завершены. Стороны могут оставить отзывы, больше ничего не требуется.',
      en: 'The task is settled. The parties may leave reviews; nothing more is expected.',
    },
  },
  cancelled: {
    name: { kk: 'Тоқтатылды', ru: 'Прекращено', en: 'Cancelled' },
    waits: {
      kk: 'Тапсырма тараптардың келісімімен немесе бір тараптың бас тартуымен тоқтатылды, тиесілі сома төленді. Келіспеген тарап кінәрат-талап қоя алады.',
      ru: 'Задание прекращено по соглашению сторон или из-за отказа одной из них, причитавшееся выплачено. Несогласная сторона может заявить претензию.',
      en: 'The task was ended by agreement or given up by a party, and whatever was due is paid. A party that disagrees may claim.',
    },
  },
  withdrawn: {
    name: { kk: 'Кері қайтарып алынды', ru: 'Отозвано', en: 'Withdrawn' },
    waits: {
      kk: 'Тапсырыс беруші тапсырманы қабылданғанға дейін кері қайтарып алды. Ештеңе талап етілмейді.',
      ru: 'Заказчик отозвал задание до принятия. Ничего не требуется.',
      en: 'The customer withdrew the task before it was accepted. Nothing is expected.',
    },
  },
  expired: {
    name: { kk: 'Мерзімі аяқталды', ru: 'Срок истёк', en: 'Expired' },
    waits: {
      kk: 'Тапсырманы мерзімінде ешкім қабылдамады. Тапсырыс беруші оны қайта орналастыра алады.',
      ru: 'В срок задание никто не принял. Заказчик может разместить его заново.',
      en: 'Nobody accepted the task in time. The customer may post it again.',
    },
  },
  blocked: {
    name: { kk: 'Бұғатталды', ru: 'Заблокировано', en: 'Blocked' },
    waits: {
      kk: 'Оператор тапсырманың мазмұнын бұғаттады. Тапсырыс беруші себептерімен таныса алады.',
      ru: 'Оператор заблокировал содержание задания. Заказчик может ознакомиться с причинами.',
      en: 'The operator blocked the content of the task. The customer can read the reasons.',
    },
  },
};
