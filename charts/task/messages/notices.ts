/** The notices of a task: subject and body. */
import type { Messages } from '../../messages.ts';
import { stillOpen } from '../../open-ends.ts';
import { silence } from './silence.ts';

export const notices = {
  'task-offered': {
    byStrangers: true,
    legal: 'unlessMailed',
    subject: {
      kk: 'Сізге № {number} тапсырма ұсынылды',
      ru: 'Вам предложено задание № {number}',
      en: 'You have been offered task {number}',
    },
    body: {
      kk: 'Тапсырыс беруші сізге № {number} тапсырманы ұсынады, бағасы: {sum}. Жұмыстың мәні Жеке кабинетте: akjet.kz. Талаптарымен танысып, тапсырманы қабылдаңыз немесе одан бас тартыңыз. Жауап берудің соңғы мерзімі: {deadline}. Осы уақытқа дейін тапсырманы ешкім қабылдамаса, ұсыныс күшін жояды.',
      ru: 'Заказчик предлагает вам задание № {number}, цена: {sum}. Что нужно сделать и где — в Личном кабинете: akjet.kz. Ознакомьтесь с условиями и не позднее {deadline} примите его или откажитесь. Если к этому времени задание никто не примет, предложение утратит силу.',
      en: 'The customer offers you task {number}, at a price of {sum}. What is to be done, and where, is in your cabinet: akjet.kz. Please read its terms and accept or decline it no later than {deadline}. If nobody has accepted by then, the task expires.',
    },
  },
  'task-changed': {
    byStrangers: true,
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманың талаптары өзгерді',
      ru: 'Изменились условия задания № {number}',
      en: 'The terms of task {number} have changed',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} тапсырманың талаптарын өзгертті, қазіргі бағасы: {sum}. Жаңа нұсқасымен танысып, оны қабылдаңыз немесе тапсырмадан бас тартыңыз. Жауап берудің соңғы мерзімі: {deadline}.',
      ru: 'Заказчик изменил условия задания № {number}, цена теперь: {sum}. Ознакомьтесь с новой версией и не позднее {deadline} примите задание или откажитесь от него.',
      en: 'The customer has changed the terms of task {number}; its price is now {sum}. Please read the new version and accept or decline the task no later than {deadline}.',
    },
  },
  'task-withdrawn': {
    byStrangers: true,
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма кері қайтарып алынды',
      ru: 'Задание № {number} отозвано',
      en: 'Task {number} has been withdrawn',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} тапсырманы кері қайтарып алды. Сізден ештеңе талап етілмейді.',
      ru: 'Заказчик отозвал задание № {number}. От вас ничего не требуется.',
      en: 'The customer has withdrawn task {number}. You need not do anything.',
    },
  },
  'task-blocked': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бұғатталды',
      ru: 'Задание № {number} заблокировано',
      en: 'Task {number} has been blocked',
    },
    body: {
      kk: 'Оператор № {number} «{title}» тапсырмасын офертаның 4.4.3-тармағы бойынша бұғаттады. Себептері Жеке кабинетте көрсетілген. Мазмұнын түзетіп, тапсырманы қайта орналастыра аласыз; келіспесеңіз, қолдау қызметіне жазыңыз.',
      ru: 'Оператор заблокировал задание № {number} «{title}» по пункту 4.4.3 оферты. Причины указаны в Личном кабинете. Вы можете исправить содержание и разместить задание заново; если не согласны, напишите в поддержку.',
      en: 'The operator has blocked task {number}, “{title}”, under clause 4.4.3 of the offer. The reasons are in your cabinet. You may mend the content and post the task again; if you disagree, please write to support.',
    },
  },
  'task-responded': {
    byStrangers: true,
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырмаға өтінім берілді',
      ru: 'Отклик на задание № {number}',
      en: 'A response to task {number}',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасына өтінім берді. Өтінімдерді қарап, орындаушыны таңдаңыз: ол тапсырманы қабылдап үлгеруі керек. Қабылдаудың соңғы мерзімі: {deadline}.',
      ru: 'На задание № {number} «{title}» откликнулся исполнитель. Посмотрите отклики и выберите исполнителя заранее: принять задание можно не позднее {deadline}.',
      en: 'A contractor has responded to task {number}, “{title}”. Please look at the responses and choose in good time: the task can be accepted no later than {deadline}.',
    },
  },
  'response-retracted': {
    byStrangers: true,
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырмаға өтінім қайтарып алынды',
      ru: 'Отклик на задание № {number} отозван',
      en: 'A response to task {number} has been retracted',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасына өтінімін қайтарып алды. Сол орындаушыны таңдаған болсаңыз, басқасын таңдаңыз. Қабылдаудың соңғы мерзімі: {deadline}.',
      ru: 'Исполнитель отозвал отклик на задание № {number} «{title}». Если вы выбрали именно его, выберите другого: принять задание можно не позднее {deadline}.',
      en: 'A contractor has retracted the response to task {number}, “{title}”. If you had chosen this contractor, please choose another: the task can be accepted no later than {deadline}.',
    },
  },
  'task-accepted': {
    legal: 'unlessMailed',
    subject: { kk: '№ {number} тапсырма қабылданды', ru: 'Задание № {number} принято', en: 'Task {number} has been accepted' },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасын қабылдады, енді ол екі тарапқа да міндетті (офертаның 3.4-тармағы). Жұмыс басталғанға дейін не істеу керегі және оның мерзімдері Жеке кабинетте көрсетілген. Келісілген уақытта объектіге кіруді және қауіпсіз жағдайды қамтамасыз етіңіз. Платформадан тыс алдын ала төлесеңіз, сақ болыңыз: ондай ақша өздігінен қайтарылмайды (офертаның 4.1.7-тармағы).',
      ru: 'Исполнитель принял задание № {number} «{title}», и теперь оно обязательно для обеих сторон (пункт 3.4 оферты). Что нужно сделать до начала работы и в какие сроки, указано в Личном кабинете. К согласованному времени обеспечьте доступ к объекту и безопасные условия. Будьте осторожны с предоплатой мимо Платформы: сама она не возвращается (пункт 4.1.7 оферты).',
      en: 'The contractor has accepted task {number}, “{title}”: it now binds both parties (clause 3.4 of the offer). What is to be done before the work starts, and by when, is in your cabinet. Please provide access to the site and safe conditions at the agreed time. Take care with paying in advance outside the platform: such money does not come back by itself (clause 4.1.7 of the offer).',
    },
  },
  'task-declined': {
    byStrangers: true,
    legal: 'unlessMailed',
    subject: {
      kk: 'Орындаушы № {number} тапсырмадан бас тартты',
      ru: 'Исполнитель отказался от задания № {number}',
      en: 'A contractor has declined task {number}',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасынан бас тартты. Тапсырма әлі ашық, қабылдаудың соңғы мерзімі: {deadline}. Басқа орындаушыны күтіңіз немесе таңдаңыз, талаптарды өзгертіңіз не тапсырманы кері қайтарып алыңыз.',
      ru: 'Исполнитель отказался от задания № {number} «{title}». Задание остаётся открытым до {deadline}: подождите или выберите другого исполнителя, измените условия либо отзовите задание.',
      en: 'A contractor has declined task {number}, “{title}”. It can be accepted no later than {deadline}: wait for or choose another contractor, change the terms, or withdraw it.',
    },
  },
  'accept-reminder': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманы әлі ешкім қабылдамады',
      ru: 'Задание № {number} ещё никто не принял',
      en: 'Nobody has accepted task {number} yet',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасын әзірге ешкім қабылдамады. Қабылдаудың соңғы мерзімі: {deadline}, одан кейін тапсырма жабылады. Талаптарды немесе мерзімді өзгерте аласыз, ал өтінімдер болса, орындаушыны таңдай аласыз.',
      ru: 'Задание № {number} «{title}» пока никто не принял. Его можно принять не позднее {deadline}, потом срок истечёт. Вы можете изменить условия или срок, а если есть отклики — выбрать исполнителя.',
      en: 'Nobody has accepted task {number}, “{title}”, so far. It can be accepted no later than {deadline} and then expires. You may change the terms or the time to accept or, if there are responses, choose a contractor.',
    },
  },
  'task-expired': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманың мерзімі аяқталды',
      ru: 'Срок задания № {number} истёк',
      en: 'Task {number} has expired',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасын мерзімінде ешкім қабылдамады, ол жабылды. Қажет болса, басқа талаптармен қайта орналастырыңыз.',
      ru: 'Задание № {number} «{title}» в срок никто не принял, и оно снято с размещения. Если оно ещё нужно, разместите его заново, возможно на других условиях.',
      en: 'Nobody accepted task {number}, “{title}”, in time, and it is no longer posted. If you still need it, post it again, perhaps on other terms.',
    },
  },
  'document-confirmed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша құжатты екінші тарап растады',
      ru: 'Другая сторона подтвердила документ по заданию № {number}',
      en: 'The other party has confirmed a document of task {number}',
    },
    body: {
      kk: 'Екінші тарап № {number} «{title}» тапсырмасы бойынша құжатты растады. Енді сіздің кезегіңіз: Жеке кабинетте құжатты оқып, растаңыз немесе себептерін көрсетіп бас тартыңыз.',
      ru: 'Другая сторона подтвердила документ по заданию № {number} «{title}». Теперь ваша очередь: прочитайте его в Личном кабинете и подтвердите либо откажитесь с указанием причин.',
      en: 'The other party has confirmed a document of task {number}, “{title}”. It is your turn: please read it in your cabinet and confirm it, or refuse with reasons.',
    },
  },
  'contract-not-signed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша шарт расталмады',
      ru: 'Договор по заданию № {number} не подтверждён',
      en: 'The contract of task {number} is not confirmed',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша шарт расталмады: тараптардың бірі бас тартты немесе мерзім аяқталды. Жеке кабинетте шартты қайта растауды сұраңыз немесе тапсырмадан өтемақысыз бас тартыңыз.',
      ru: 'Договор по заданию № {number} «{title}» не подтверждён: одна из сторон отказалась или истёк срок. В Личном кабинете вы можете запросить подтверждение заново или отказаться от задания без компенсации.',
      en: 'The contract of task {number}, “{title}”, is not confirmed: a party refused, or the term has passed. In your cabinet you may ask for it to be confirmed anew, or give up the task without compensation.',
    },
  },
  'contract-again': {
    subject: {
      kk: '№ {number} тапсырма бойынша шарт қайта дайындалуда',
      ru: 'Договор по заданию № {number} готовится заново',
      en: 'The contract of task {number} is being drawn anew',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша шартты қайта растау сұралды. Оны тараптар кезекпен растайды: алдымен орындаушы, содан кейін тапсырыс беруші. Кезегіңіз келгенде хабарлаймыз.',
      ru: 'По заданию № {number} «{title}» запрошено новое подтверждение договора. Стороны подтверждают его по очереди: сначала исполнитель, затем заказчик. Когда настанет ваша очередь, мы сообщим.',
      en: 'The contract of task {number}, “{title}”, is to be confirmed anew, in turn: first by the contractor, then by the customer. We will tell you when it is your turn.',
    },
  },
  'money-held': {
    subject: {
      kk: '№ {number} тапсырма бойынша ақша енгізілді',
      ru: 'Деньги по заданию № {number} внесены',
      en: 'The money for task {number} is paid in',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша ақша енгізді. Сомасы: {sum}. Тапсырма бойынша есеп айырысқанға дейін ақша төлем ұйымында тұрады. Келесі қадам Жеке кабинетте көрсетілген.',
      ru: 'Заказчик внёс деньги по заданию № {number} «{title}»: {sum}. До расчётов по заданию они находятся у платёжной организации. Следующий шаг указан в Личном кабинете.',
      en: 'The customer has paid in {sum} for task {number}, “{title}”; the provider holds it until the task is settled. The next step is in your cabinet.',
    },
  },
  'hold-lost': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма: банк ақшаны тапсырыс берушіге қайтарды',
      ru: 'Задание № {number}: банк вернул деньги заказчику',
      en: 'Task {number}: the bank gave the money back to the customer',
    },
    body: {
      kk: '«{title}» тапсырмасы үшін енгізілген ақшаны банк тапсырыс берушіге қайтарды. Қайтарылған сома: {sum}. Жұмыс басталмаған болса, тапсырыс беруші ақшаны қайта енгізуге тиіс, ал орындаушы шығынсыз бас тарта алады. Жұмыс басталған болса, ақша төлем мерзімі келгенде қайта сұралады.',
      ru: 'Банк вернул заказчику деньги, внесённые за задание «{title}»: {sum}. Если работа не начата, заказчику нужно внести их заново, а исполнитель вправе отказаться без расходов. Если начата, платформа запросит их, когда наступит срок оплаты.',
      en: 'The bank gave back to the customer {sum} that had been paid in for the task “{title}”. Before the work has begun, the customer has to pay it in again, and the contractor may leave without cost. Afterwards it will be asked for when the payment is due.',
    },
  },
  'not-funded': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша ақша енгізілмеді',
      ru: 'Деньги по заданию № {number} не внесены',
      en: 'The money for task {number} was not paid in',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша ақша енгізілмеді. Енгізілетін сома: {sum}. Тапсырыс беруші оны Жеке кабинетте қайта енгізе алады. Орындаушы күте немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Деньги по заданию № {number} «{title}» не внесены. Внести нужно {sum}. Заказчик может внести их ещё раз в Личном кабинете. Исполнитель может подождать или отказаться от задания без компенсации.',
      en: 'The money for task {number}, “{title}”, was not paid in. To be paid in: {sum}. The customer may try again in the cabinet. The contractor may wait, or give up the task without compensation.',
    },
  },
  'funding-again': {
    subject: {
      kk: '№ {number} тапсырма бойынша ақша қайта енгізілуде',
      ru: 'Заказчик снова вносит деньги по заданию № {number}',
      en: 'The customer tries again to pay in for task {number}',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша ақшаны қайта енгізуде. Сомасы: {sum}. Ақша түскенде хабарлаймыз, әзірге сізден ештеңе талап етілмейді.',
      ru: 'Заказчик снова вносит деньги по заданию № {number} «{title}»: {sum}. Когда они поступят, мы сообщим; пока от вас ничего не требуется.',
      en: 'The customer is trying again to pay in {sum} for task {number}, “{title}”. We will tell you when it comes; for now you need not do anything.',
    },
  },
  'early-start-allowed': {
    subject: {
      kk: '№ {number} тапсырманы бұрын бастауға рұқсат берілді',
      ru: 'Задание № {number}: можно начать раньше',
      en: 'Task {number}: you may begin early',
    },
    body: {
      kk: 'Тапсырыс беруші «{title}» тапсырмасы бойынша жұмысты келісілген уақыттан бұрын бастауға рұқсат берді (4.3.2-тармақ).',
      ru: 'Заказчик разрешил начать работу по заданию «{title}» раньше согласованного времени (пункт 4.3.2).',
      en: 'The customer allows the work of the task "{title}" to begin before the agreed time (4.3.2).',
    },
  },
  briefed: {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша нұсқама өткізілді',
      ru: 'Проведён инструктаж по заданию № {number}',
      en: 'The briefing of task {number} is given',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша қауіпсіздік техникасы бойынша нұсқама өткізгенін белгіледі. Нұсқамамен танысып, Жеке кабинетте растаңыз (офертаның 4.2.3-тармағы): содан кейін ғана жұмысты бастауға болады.',
      ru: 'Заказчик отметил, что провёл инструктаж по технике безопасности по заданию № {number} «{title}». Ознакомьтесь с ним и подтвердите это в Личном кабинете (пункт 4.2.3 оферты): только после этого можно приступить к работе.',
      en: 'The customer has given the safety briefing of task {number}, “{title}”. Please read it and confirm it in your cabinet (clause 4.2.3 of the offer): the work can start only then.',
    },
  },
  'risk-reported': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жаңа қауіп: нұсқаманы растаңыз',
      ru: 'Новый риск по заданию № {number}: подтвердите инструктаж',
      en: 'A new risk on task {number}: please confirm the briefing',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша жаңа қауіп және қауіпсіздік шаралары туралы хабарлады (офертаның 4.3.1-тармағы). Оны Жеке кабинетте оқып, растаңыз: оған дейін жұмыс жүрмейді, мерзімдер де өтпейді. Бұрынғыдай, жұмысты тоқтата тұруға немесе одан бас тартуға болады.',
      ru: 'Заказчик сообщил о новом риске по заданию № {number} «{title}» и о мерах безопасности (пункт 4.3.1 оферты). Прочитайте это и подтвердите в Личном кабинете: до этого работа не идёт, сроки тоже. Как и прежде, вы можете приостановить работу или отказаться от неё.',
      en: 'The customer has reported a new risk on task {number}, “{title}”, and how to be safe from it (clause 4.3.1 of the offer). Please read and confirm it in your cabinet: no work is done until then, and no term runs. As before, you may stop the work or withdraw from it.',
    },
  },
  'briefing-late': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша нұсқама мерзімінде өткізілмеді',
      ru: 'Инструктаж по заданию № {number} не проведён в срок',
      en: 'The briefing of task {number} is late',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша қауіпсіздік техникасы бойынша нұсқама мерзімінде өткізілмеді (офертаның 4.3.2-тармағы). Тапсырыс беруші оны әлі де өткізе алады. Орындаушы күте немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Инструктаж по технике безопасности по заданию № {number} «{title}» не проведён в срок (пункт 4.3.2 оферты). Заказчик ещё может его провести. Исполнитель может подождать или отказаться от задания без компенсации.',
      en: 'The safety briefing of task {number}, “{title}”, was not given in time (clause 4.3.2 of the offer). The customer may still give it. The contractor may wait, or give up the task without compensation.',
    },
  },
  'briefing-unconfirmed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма: нұсқама мерзімінде расталмады',
      ru: 'Задание № {number}: инструктаж не подтверждён в срок',
      en: 'Task {number}: the briefing was not confirmed in time',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша нұсқамамен танысқанын жұмыс басталатын уақытқа дейін растамады (офертаның 4.2.3-тармағы). Ол мұны әлі де жасап, жұмысты бастай алады. Тапсырыс беруші күте немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Исполнитель не подтвердил к началу работы по заданию № {number} «{title}», что ознакомлен с инструктажем (пункт 4.2.3 оферты). Он ещё может это сделать и приступить к работе. Заказчик может подождать или отказаться от задания без компенсации.',
      en: 'The contractor has not confirmed the briefing of task {number}, “{title}”, by the start of the work (clause 4.2.3 of the offer). The contractor may still do so and start. The customer may wait, or give up the task without compensation.',
    },
  },
  'work-ready': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма: жұмысты бастауға бәрі дайын',
      ru: 'Задание № {number}: всё готово к началу работы',
      en: 'Task {number}: all is ready for the work',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмысқа дейін талаптар бойынша керек нәрсенің бәрі дайын. Орындаушы келісілген уақытта жұмысты бастайды. Оның бірі бұл уақыттан кейін дайын болса, жұмыстың басталу және аяқталу мерзімдері шегерілді, олар Жеке кабинетте көрсетілген.',
      ru: 'По заданию № {number} «{title}» есть всё, что по условиям нужно до начала работы. Исполнитель приступает в согласованное время. Если что-то из этого появилось позже, то сроки начала и окончания работы сдвинуты, они указаны в Личном кабинете.',
      en: 'On task {number}, “{title}”, all that the terms ask for before the work starts is there. The contractor starts at the agreed time. If some of it came later, the dates of start and end have moved; they are in your cabinet.',
    },
  },
  'briefing-acknowledged': {
    subject: {
      kk: '№ {number} тапсырма бойынша орындаушы нұсқаманы растады',
      ru: 'Исполнитель подтвердил инструктаж по заданию № {number}',
      en: 'The contractor has confirmed the briefing of task {number}',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша нұсқамамен танысқанын растады. Келісілген уақытта объектіге кіруді және қауіпсіз жағдайды қамтамасыз етіңіз.',
      ru: 'Исполнитель подтвердил, что ознакомлен с инструктажем по заданию № {number} «{title}». К согласованному времени обеспечьте доступ к объекту и безопасные условия.',
      en: 'The contractor has confirmed the briefing of task {number}, “{title}”. Please provide access to the site and safe conditions at the agreed time.',
    },
  },
  'work-started': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс басталды',
      ru: 'Работа по заданию № {number} началась',
      en: 'Work on task {number} has started',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша жұмысты бастады. Объектіге кіруді және қауіпсіз жағдайды қамтамасыз етіңіз. Жұмысты тапсыру мерзімі: {deadline}.',
      ru: 'Исполнитель приступил к работе по заданию № {number} «{title}». Обеспечьте доступ к объекту и безопасные условия. Срок сдачи работы: {deadline}.',
      en: 'The contractor has started work on task {number}, “{title}”. Please provide access to the site and safe conditions. The work is due no later than {deadline}.',
    },
  },
  'start-reminder': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс жақында басталады',
      ru: 'Скоро начало работы по заданию № {number}',
      en: 'Work on task {number} starts soon',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыстың басталатын уақыты жақындады. Келісілген уақытта бастап, оны Жеке кабинетте белгілеңіз. Басталуын белгілеудің соңғы мерзімі: {deadline}. Одан кейін тапсырыс беруші тапсырмадан бас тарта алады.',
      ru: 'Приближается начало работы по заданию № {number} «{title}». Приступите в согласованное время и отметьте начало в Личном кабинете. Отметьте его не позднее {deadline}: после этого заказчик сможет отказаться от задания.',
      en: 'The start of work on task {number}, “{title}”, is near. Please start at the agreed time and mark the start in your cabinet. Please mark it no later than {deadline}: after that the customer may give up the task.',
    },
  },
  'access-reminder': {
    subject: {
      kk: '№ {number} тапсырма бойынша жұмысқа жағдай дайындаңыз',
      ru: 'Подготовьте доступ для работы по заданию № {number}',
      en: 'Please prepare access for task {number}',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс жақында басталады. Келісілген уақытта объектіге кіруді, қауіпсіз жағдайды және қажет болса, қауіпсіздік техникасы бойынша нұсқаманы қамтамасыз етіңіз (офертаның 4.3.2-тармағы).',
      ru: 'Скоро начнётся работа по заданию № {number} «{title}». К согласованному времени обеспечьте доступ к объекту, безопасные условия и, если нужно, инструктаж по технике безопасности (пункт 4.3.2 оферты).',
      en: 'Work on task {number}, “{title}”, starts soon. Please provide access to the site, safe conditions and, if needed, a safety briefing at the agreed time (clause 4.3.2 of the offer).',
    },
  },
  'no-show': {
    subject: {
      kk: '№ {number} тапсырма: орындаушы келмеді',
      ru: 'Задание № {number}: исполнитель не явился',
      en: 'Task {number}: the contractor has not come',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс жеңілдік мерзімінде де басталмады. Тапсырыс беруші шығынсыз бас тарта алады, залал туралы талабын қоя алады.',
      ru: 'Работа по заданию № {number} «{title}» не начата и в льготный срок. Заказчик может отказаться без расходов и заявить о причинённых убытках.',
      en: 'Work on task {number}, “{title}”, was not begun within the grace either. The customer may leave without cost, and may claim damages.',
    },
  },
  'start-late': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс уақытында басталмады',
      ru: 'Работа по заданию № {number} не начата в срок',
      en: 'Work on task {number} has not started in time',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыстың басталғаны келісілген уақытта белгіленбеді. Орындаушы әлі де жұмысты бастап, оны белгілей алады. Тапсырыс беруші күте немесе тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'По заданию № {number} «{title}» начало работы в согласованное время не отмечено. Исполнитель ещё может приступить и отметить начало. Заказчик может подождать или отказаться от задания без компенсации.',
      en: 'No start of work on task {number}, “{title}”, was marked at the agreed time. The contractor may still start and mark it. The customer may wait, or give up the task without compensation.',
    },
  },
  'amendment-proposed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманың талаптарын өзгерту ұсынылды',
      ru: 'Предложено изменить условия задания № {number}',
      en: 'A change of the terms of task {number} is proposed',
    },
    body: {
      kk: 'Тараптардың бірі № {number} «{title}» тапсырмасының талаптарын өзгертуді ұсынды. Екінші тарап Жеке кабинетте келіседі немесе келіспейді. Оған дейін бұрынғы талаптар күшінде.',
      ru: 'Одна из сторон предложила изменить условия задания № {number} «{title}». Другая сторона соглашается или отклоняет предложение в Личном кабинете. До её ответа действуют прежние условия.',
      en: 'A party proposes to change the terms of task {number}, “{title}”. The other party accepts or declines it in the cabinet. Until then the present terms stay in force.',
    },
  },
  'amendment-accepted': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманың талаптары өзгерді',
      ru: 'Условия задания № {number} изменены',
      en: 'The terms of task {number} are changed',
    },
    body: {
      kk: 'Тараптар № {number} «{title}» тапсырмасының талаптарын өзгертуге келісті, енді жаңа нұсқасы күшінде. Талаптары мен мерзімдері Жеке кабинетте көрсетілген.',
      ru: 'Стороны согласились изменить условия задания № {number} «{title}», теперь действует новая версия. Условия и сроки указаны в Личном кабинете.',
      en: 'The parties have agreed to change the terms of task {number}, “{title}”: the new version is in force. The terms and deadlines are in your cabinet.',
    },
  },
  'cancellation-proposed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманы тоқтату ұсынылды',
      ru: 'Предложено прекратить задание № {number}',
      en: 'It is proposed to end task {number}',
    },
    body: {
      kk: 'Тараптардың бірі № {number} «{title}» тапсырмасын келісіммен тоқтатуды ұсынды. Тапсырыс беруші қабылданған жұмыстан бөлек төлейтін ұсынылған сома: {sum}. Себептері Жеке кабинетте көрсетілген. Екінші тарап келіседі немесе келіспейді, оған дейін тапсырма күшінде.',
      ru: 'Одна из сторон предложила прекратить задание № {number} «{title}» по соглашению. Предложенная сумма, которую заказчик заплатит сверх принятой работы: {sum}. Причины указаны в Личном кабинете. Другая сторона соглашается или отклоняет предложение, до её ответа задание действует.',
      en: 'A party proposes to end task {number}, “{title}”, by agreement. The sum proposed for the customer to pay beside approved work: {sum}. The reasons are in your cabinet. The other party accepts or declines it; until then the task stays in force.',
    },
  },
  'proposal-declined': {
    subject: {
      kk: '№ {number} тапсырма бойынша ұсыныс қабылданбады',
      ru: 'Предложение по заданию № {number} отклонено',
      en: 'A proposal on task {number} is declined',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша бір тараптың ұсынысы қабылданбады. Тапсырма бұрынғы талаптармен күшінде, жаңа ұсыныс жасауға болады.',
      ru: 'Предложение одной из сторон по заданию № {number} «{title}» отклонено. Задание действует на прежних условиях, можно сделать новое предложение.',
      en: "A party's proposal on task {number}, “{title}”, is declined. The task stays in force on the present terms; a new proposal may be made.",
    },
  },
  'contractor-resigned': {
    legal: 'unlessMailed',
    subject: {
      kk: 'Орындаушы № {number} тапсырманы орындаудан бас тартты',
      ru: 'Исполнитель отказался от выполнения задания № {number}',
      en: 'The contractor has withdrawn from task {number}',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасын орындаудан бас тартты, тапсырма тоқтатылады. Себептері Жеке кабинетте көрсетілген. Тек қабылданған жұмыс төленеді: тиесілі сома {sum}, оның төленбегені {rest}. Тапсырыс беруші осыдан келтірілген залалды өтеу туралы кінәрат-талап қоюға құқылы.',
      ru: 'Исполнитель отказался от выполнения задания № {number} «{title}», оно прекращается. Причины указаны в Личном кабинете. Оплачивается только принятая работа: причитается {sum}, из них не оплачено {rest}. Заказчик вправе заявить претензию о возмещении убытков, вызванных отказом.',
      en: 'The contractor has withdrawn from task {number}, “{title}”, and it is being ended. The reasons are in your cabinet. Only approved work is paid for: due {sum}, of this unpaid {rest}. The customer has the right to claim the losses this has caused.',
    },
  },
  'task-cancelled': {
    legal: 'unlessMailed',
    subject: { kk: '№ {number} тапсырма тоқтатылады', ru: 'Задание № {number} прекращается', en: 'Task {number} is being ended' },
    body: {
      kk: '№ {number} «{title}» тапсырмасы тоқтатылады. Тоқтату негізі мен себептері Жеке кабинетте көрсетілген. Қабылданған жұмыс үшін және тараптардың келісімінде немесе тапсырма талаптарында көзделген өтемақы ретінде тиесілі сома: {sum}. Оның төленбегені: {rest}. Шешілмеген мәселе қалса, алдымен өзара келісуге тырысыңыз: дауды сотқа дейінгі реттеу міндетті (офертаның 9.1-тармағы).',
      ru: 'Задание № {number} «{title}» прекращается. Основание и причины указаны в Личном кабинете. За принятую работу и в качестве компенсации, если она предусмотрена соглашением сторон или условиями задания, причитается {sum}, из них не оплачено {rest}. Если остались нерешённые вопросы, сначала попробуйте договориться: досудебное урегулирование обязательно (пункт 9.1 оферты).',
      en: 'Task {number}, “{title}”, is being ended. The ground and the reasons are in your cabinet. Due for approved work, and as compensation where the parties agreed on it or the terms of the task ask for it: {sum}; of this unpaid: {rest}. If anything is left unsettled, please try to agree first: pre-trial settlement is mandatory (clause 9.1 of the offer).',
    },
  },
  'work-submitted': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс тапсырылды',
      ru: 'Работа по заданию № {number} сдана',
      en: 'Work on task {number} has been submitted',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша жұмысты тапсырды. Нәтижені тексеріп, жұмысты қабылдап алыңыз немесе дәлелді бас тартуыңызды жіберіңіз. Жауап берудің соңғы мерзімі: {deadline}. Талаптар бойынша пысықтауға қайтару саны таусылса, бас тартудың орнына кінәрат-талап қойылады.',
      ru: 'Исполнитель сдал работу по заданию № {number} «{title}». Проверьте результат и не позднее {deadline} примите работу либо направьте мотивированный отказ. Если возвраты на доработку по условиям исчерпаны, вместо отказа заявляют претензию.',
      en: 'The contractor has submitted the work on task {number}, “{title}”. Please check the result and approve it, or refuse it with reasons, no later than {deadline}. Once the terms allow no more rework, a claim takes the place of a refusal.',
    },
  },
  'due-reminder': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманы орындау мерзімі жақын',
      ru: 'Скоро срок сдачи работы по заданию № {number}',
      en: 'Work on task {number} is due soon',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмысты тапсыру мерзімі жақындады: {deadline}. Дайын болғанда Жеке кабинетте тапсырыңыз. Үлгермейтін болсаңыз, тапсырыс берушіге алдын ала ескертіңіз.',
      ru: 'Приближается срок сдачи работы по заданию № {number} «{title}»: {deadline}. Когда работа будет готова, сдайте её в Личном кабинете. Если не успеваете, предупредите заказчика заранее.',
      en: 'The work on task {number}, “{title}”, is due no later than {deadline}. Submit it in your cabinet when it is ready. If you will not be in time, please tell the customer beforehand.',
    },
  },
  'work-overdue': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманы орындау мерзімі аяқталды',
      ru: 'Срок работы по заданию № {number} прошёл',
      en: 'Work on task {number} is overdue',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша мерзім аяқталды, жұмыс тапсырылмады. Орындаушы оны әлі де тапсыра алады. Қосымша уақыттың соңы: {deadline}. Тапсырыс беруші күте немесе қазірдің өзінде тапсырмадан өтемақысыз бас тарта алады.',
      ru: 'Срок по заданию № {number} «{title}» прошёл, работа не сдана. Исполнитель ещё может её сдать, дополнительное время идёт до {deadline}. Заказчик может подождать или уже сейчас отказаться от задания без компенсации.',
      en: 'The term of task {number}, “{title}”, has passed and the work was not submitted. The contractor may still submit it; the additional time ends no later than {deadline}. The customer may wait, or give up the task now without compensation.',
    },
  },
  'grace-over': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша қосымша уақыт аяқталды',
      ru: 'Дополнительное время по заданию № {number} прошло',
      en: 'The additional time of task {number} is over',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс қосымша уақытта да тапсырылмады. Орындаушы оны әлі де тапсыра алады. Тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
      ru: 'Работа по заданию № {number} «{title}» не сдана и в дополнительное время. Исполнитель ещё может её сдать. Заказчик может подождать или отказаться от задания.',
      en: 'The work on task {number}, “{title}”, was not submitted in the additional time either. The contractor may still submit it. The customer may wait or give up the task.',
    },
  },
  'no-access': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша объектіге кіру мүмкін емес',
      ru: 'Нет доступа к объекту по заданию № {number}',
      en: 'No access to the site of task {number}',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша объектіге кіре алмайтынын хабарлады, түсініктемесі Жеке кабинетте. Мерзімдер тоқтатыла тұрды. Кіруді қамтамасыз етіңіз (офертаның 4.3.2-тармағы). Кіру мүмкін болғанда орындаушы жұмысты жалғастыруды Жеке кабинетте белгілейді.',
      ru: 'Исполнитель сообщил, что нет доступа к объекту по заданию № {number} «{title}»; пояснение — в Личном кабинете. Сроки приостановлены. Обеспечьте доступ (пункт 4.3.2 оферты). Когда доступ появится, исполнитель отметит возобновление работы в Личном кабинете.',
      en: 'The contractor reports that there is no access to the site of task {number}, “{title}”; the explanation is in your cabinet. The deadlines stand still. Please provide access (clause 4.3.2 of the offer). Once there is access, the contractor marks in the cabinet that the work is resumed.',
    },
  },
  'work-stopped': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс тоқтатыла тұрды',
      ru: 'Работа по заданию № {number} приостановлена',
      en: 'Work on task {number} is stopped',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша қауіпті жағдайға байланысты жұмысты тоқтата тұрды, түсініктемесі Жеке кабинетте. Мерзімдер тоқтатыла тұрды. Қауіпсіз жағдай жасаңыз (офертаның 4.3.2-тармағы). Содан кейін орындаушы жұмысты жалғастыруды Жеке кабинетте белгілейді.',
      ru: 'Исполнитель приостановил работу по заданию № {number} «{title}» из-за опасных условий; пояснение — в Личном кабинете. Сроки приостановлены. Создайте безопасные условия (пункт 4.3.2 оферты). После этого исполнитель отметит возобновление работы в Личном кабинете.',
      en: 'The contractor has stopped the work on task {number}, “{title}”, as unsafe; the explanation is in your cabinet. The deadlines stand still. Please make the conditions safe (clause 4.3.2 of the offer). After that the contractor marks in the cabinet that the work is resumed.',
    },
  },
  'address-changed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырманың мекенжайы өзгерді',
      ru: 'Изменён адрес по заданию № {number}',
      en: 'The address of task {number} has changed',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасының нақты мекенжайын көрсетті немесе өзгертті. Жолға шықпас бұрын оны Жеке кабинеттен қараңыз: хатта ол көрсетілмейді.',
      ru: 'Заказчик указал или изменил точный адрес по заданию № {number} «{title}». Посмотрите его в Личном кабинете, прежде чем выезжать: в письмах он не указывается.',
      en: 'The customer has named or changed the exact address of task {number} “{title}”. Look at it in your cabinet before you set out: letters do not name it.',
    },
  },
  'work-resumed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс жалғасуда',
      ru: 'Работа по заданию № {number} возобновлена',
      en: 'Work on task {number} is resumed',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша кедергінің жойылғанын және жұмыстың жалғасатынын белгіледі. Ұзартылған мерзімдер Жеке кабинетте көрсетілген.',
      ru: 'Исполнитель отметил, что препятствие по заданию № {number} «{title}» устранено и работа возобновлена. Продлённые сроки указаны в Личном кабинете.',
      en: 'The contractor says that the obstacle to task {number}, “{title}”, is gone and the work is resumed. The extended deadlines are in your cabinet.',
    },
  },
  'work-approved': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс қабылдап алынды',
      ru: 'Работа по заданию № {number} принята заказчиком',
      en: 'Your work on task {number} has been approved',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша жұмысыңызды қабылдап алды. Тиесілі сома: {sum}, оның төленбегені: {rest}. Есеп айырысу тәртібі мен мерзімі Жеке кабинетте көрсетілген. Ақша тікелей төленсе, түскенде оны сонда растаңыз.',
      ru: 'Заказчик принял вашу работу по заданию № {number} «{title}». Причитается {sum}, из них не оплачено {rest}. Порядок и срок расчётов указаны в Личном кабинете. При прямой оплате подтвердите там получение, когда деньги придут.',
      en: 'The customer has approved your work on task {number}, “{title}”. Due: {sum}; of this unpaid: {rest}. How and by when it is paid is in your cabinet. If you are paid directly, please confirm the money there when it comes.',
    },
  },
  'payment-due': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша төлеңіз: {rest}, соңғы күні {day}',
      ru: 'Оплатите работу по заданию № {number}: {rest}, не позднее {day}',
      en: 'Please pay for the work on task {number}: {rest}, no later than {day}',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс қабылдап алынды. Төлеуге тиісті сома: {rest}. Төлемнің соңғы күні: {day} (қоса алғанда). Тікелей төлем болса, орындаушыға төлеп, бұл туралы Жеке кабинетте хабарлаңыз; Платформа арқылы болса, төлем ұйымының бетінде төлеңіз.',
      ru: 'Работа по заданию № {number} «{title}» принята. К оплате: {rest}, не позднее {day} (включительно). При прямой оплате заплатите исполнителю и сообщите об этом в Личном кабинете, при оплате через Платформу заплатите на странице платёжной организации.',
      en: "The work on task {number}, “{title}”, is approved. To be paid: {rest}, no later than {day} (that day included). If you pay directly, please pay the contractor and report it in your cabinet; if you pay through the platform, please pay on the provider's page.",
    },
  },
  'payment-covered': {
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс қабылдап алынды, қосымша төлеудің қажеті жоқ',
      ru: 'Работа по заданию № {number} принята, доплачивать не нужно',
      en: 'The work on task {number} is approved: nothing is left to pay',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс қабылдап алынды. Орындаушыға тиесілі сома: {sum}. Бұл ақшаны бұрын енгізгенсіз немесе төлегеніңізді хабарлағансыз, қайта төлеудің қажеті жоқ.',
      ru: 'Работа по заданию № {number} «{title}» принята. Исполнителю причитается {sum}. Эти деньги вы внесли раньше или уже сообщили об их оплате, платить ещё раз не нужно.',
      en: 'The work on task {number}, “{title}”, is approved. Due to the contractor: {sum}. You have paid it in before, or have reported its payment: you need not pay again.',
    },
  },
  'work-refused': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс пысықтауға қайтарылды',
      ru: 'Работа по заданию № {number} возвращена на доработку',
      en: 'Work on task {number} has been sent back for rework',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша жұмысты қабылдап алудан бас тартты, себептері Жеке кабинетте көрсетілген. Ескертулерді жөндеп, жұмысты қайта тапсырыңыз. Мерзімі: {deadline}.',
      ru: 'Заказчик отказался принять работу по заданию № {number} «{title}», причины указаны в Личном кабинете. Устраните замечания и сдайте работу снова не позднее {deadline}.',
      en: 'The customer has refused the work on task {number}, “{title}”; the reasons are in your cabinet. Please mend it and submit it again no later than {deadline}.',
    },
  },
  'part-approved': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыстың бір бөлігі қабылдап алынды',
      ru: 'Часть работы по заданию № {number} принята',
      en: 'Part of the work on task {number} has been approved',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша жұмысыңыздың бір бөлігін қабылдап алды. Қабылданғанның бағасы: {sum}. Оның қай бөлігі екені және қалған бөлігімен не болатыны Жеке кабинетте көрсетілген. Қалғанын орындау қажет болса, мерзімі де сонда.',
      ru: 'Заказчик принял часть вашей работы по заданию № {number} «{title}» на сумму {sum}. Какая часть принята и что будет с остальным, указано в Личном кабинете. Если остаток нужно сдать, там же указан срок.',
      en: 'The customer has approved part of your work on task {number}, “{title}”, for {sum}. Which part it is and what becomes of the rest is in your cabinet. If the rest is still to be submitted, its term is there too.',
    },
  },
  'review-reminder': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс жауабыңызды күтуде',
      ru: 'Работа по заданию № {number} ждёт вашего ответа',
      en: 'Work on task {number} awaits your answer',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс тапсырылған, бірақ сіз әлі жауап бермедіңіз. Жұмысты қабылдап алыңыз немесе дәлелді бас тартуыңызды жіберіңіз. Жауап берудің соңғы мерзімі: {deadline}. Жауап болмаған жағдайда тапсырма талаптарында көрсетілген салдар туындайды. Талаптар бойынша пысықтауға қайтару саны таусылса, бас тартудың орнына кінәрат-талап қойылады.',
      ru: 'Работа по заданию № {number} «{title}» сдана, но вы ещё не ответили. Не позднее {deadline} примите её либо направьте мотивированный отказ. Без ответа наступят последствия, указанные в условиях задания. Если возвраты на доработку по условиям исчерпаны, вместо отказа заявляют претензию.',
      en: 'The work on task {number}, “{title}”, is submitted and you have not answered yet. Please approve it, or refuse it with reasons, no later than {deadline}. Without an answer, what the terms of the task say will follow. Once the terms allow no more rework, a claim takes the place of a refusal.',
    },
  },
  'work-approved-by-silence': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша жұмыс қабылдап алынды деп саналады',
      ru: 'Работа по заданию № {number} считается принятой',
      en: 'Work on task {number} counts as approved',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша мерзімінде жауап бермеді (мерзімнің соңғы күні: {day}), сондықтан тапсырма талаптарына сәйкес жұмыс қабылдап алынды деп саналады. Тиесілі сома: {sum}, оның төленбегені: {rest}. Есеп айырысу тәртібі мен мерзімі Жеке кабинетте көрсетілген.',
      ru: 'Заказчик не ответил по заданию № {number} «{title}» в срок (последний день срока — {day}), и по условиям задания работа считается принятой. Причитается {sum}, из них не оплачено {rest}. Порядок и срок расчётов указаны в Личном кабинете.',
      en: 'The customer did not answer on task {number}, “{title}”, in time (the last day of the term was {day}), and under its terms the work counts as approved. Due: {sum}; of this unpaid: {rest}. How and by when it is paid is in your cabinet.',
    },
  },
  'one-sided-act': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша акт біржақты жасалады',
      ru: 'Акт по заданию № {number} составляется в одностороннем порядке',
      en: 'The completion act of task {number} is one-sided',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша мерзімінде жауап бермеді (мерзімнің соңғы күні: {day}), сондықтан офертаның 4.3.3-тармағына және тапсырма талаптарына сәйкес орындалған жұмыстар актісі бұл туралы белгімен біржақты жасалады. Тиесілі сома: {sum}, оның төленбегені: {rest}. Есеп айырысу тәртібі мен мерзімі Жеке кабинетте көрсетілген.',
      ru: 'Заказчик не ответил по заданию № {number} «{title}» в срок (последний день срока — {day}), и по пункту 4.3.3 оферты и условиям задания акт выполненных работ составляется в одностороннем порядке с отметкой об этом. Причитается {sum}, из них не оплачено {rest}. Порядок и срок расчётов указаны в Личном кабинете.',
      en: 'The customer did not answer on task {number}, “{title}”, in time (the last day of the term was {day}), and under clause 4.3.3 of the offer and the terms of the task the completion act is made one-sidedly with a note of this. Due: {sum}; of this unpaid: {rest}. How and by when it is paid is in your cabinet.',
    },
  },
  'review-silence': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша жауап мерзімінде келмеді',
      ru: 'По заданию № {number} нет ответа в срок',
      en: 'No answer in time on task {number}',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша мерзімінде жауап бермеді. Ол жұмысты әлі де қабылдап ала немесе дәлелді бас тартуын жібере алады. Талаптар бойынша пысықтауға қайтару саны таусылса, бас тартудың орнына кінәрат-талап қойылады. Орындаушы да кінәрат-талап қоюға құқылы.',
      ru: 'Заказчик не ответил в срок о приёмке работы по заданию № {number} «{title}». Он ещё может принять её либо направить мотивированный отказ. Если возвраты на доработку по условиям исчерпаны, вместо отказа заявляют претензию. Исполнитель тоже вправе заявить претензию.',
      en: 'The customer did not answer in time about the work on task {number}, “{title}”. The customer may still approve it or refuse it with reasons. Once the terms allow no more rework, a claim takes the place of a refusal. The contractor has the right to claim, too.',
    },
  },
  'payment-reported': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша төлем туралы хабарланды',
      ru: 'Заказчик сообщил об оплате задания № {number}',
      en: 'A payment for task {number} has been reported',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша төлем жасағанын хабарлады: {sum}. Ақшаның түскенін тексеріп, Жеке кабинетте растаңыз немесе түспегенін хабарлаңыз.',
      ru: 'Заказчик сообщил об оплате по заданию № {number} «{title}»: {sum}. Проверьте поступление и в Личном кабинете подтвердите его или сообщите, что оплата не пришла.',
      en: 'The customer has reported a payment for task {number}, “{title}”: {sum}. Please check whether it has come and confirm it in your cabinet, or say that it has not.',
    },
  },
  'pay-reminder': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша төлем мерзімі жақын',
      ru: 'Скоро срок оплаты задания № {number}',
      en: 'Payment for task {number} is due soon',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс толық төленген жоқ. Қалдығы: {rest}. Орындаушыға төлеп, бұл туралы Жеке кабинетте хабарлаңыз. Төлем мерзімі: {deadline}.',
      ru: 'Работа по заданию № {number} «{title}» оплачена не полностью. Не позднее {deadline} заплатите исполнителю {rest} и сообщите об оплате в Личном кабинете.',
      en: 'The work on task {number}, “{title}”, is not paid in full. Please pay the contractor {rest} no later than {deadline} and report the payment in your cabinet.',
    },
  },
  'payment-overdue': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша төлем мерзімі аяқталды',
      ru: 'Оплата по заданию № {number} просрочена',
      en: 'Payment for task {number} is overdue',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша төлем мерзімі аяқталды, бірақ жұмыс толық төленгені расталған жоқ. Қалдығы: {rest}. Тапсырыс беруші төлеп, ол туралы хабарлауға тиіс. Орындаушы ақшаны алған болса, оны растайды, алмаса, кінәрат-талап қоюға құқылы.',
      ru: 'Срок оплаты по заданию № {number} «{title}» прошёл, а полная оплата не подтверждена. Остаток: {rest}. Заказчику нужно заплатить и сообщить об этом. Исполнитель подтверждает получение, если деньги пришли; если нет, он вправе заявить претензию.',
      en: 'The term of payment for task {number}, “{title}”, has passed and payment in full is not confirmed. The rest: {rest}. The customer is to pay and report it. The contractor confirms the money if it has come and otherwise has the right to claim.',
    },
  },
  'payment-denied': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша төлем түспеген',
      ru: 'Исполнитель не получил оплату по заданию № {number}',
      en: 'The payment for task {number} has not come',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша сіз хабарлаған төлемді алмағанын айтты. Сомасы: {sum}. Себептері Жеке кабинетте көрсетілген. Аударымды тексеріп, растайтын құжатпен қайта хабарлаңыз. Төлем мерзімі өзгермейді.',
      ru: 'Исполнитель ответил, что оплата по заданию № {number} «{title}», о которой вы сообщили ({sum}), не пришла; пояснение — в Личном кабинете. Проверьте перевод и сообщите об оплате снова, приложив подтверждение. Срок оплаты не меняется.',
      en: 'The contractor says that the payment of {sum} you reported for task {number}, “{title}”, has not come; the explanation is in your cabinet. Please check the transfer and report it again with a proof. The term of payment stays the same.',
    },
  },
  'money-released': {
    subject: {
      kk: '№ {number} тапсырма бойынша ақша қайтарылды',
      ru: 'Деньги по заданию № {number} возвращены',
      en: 'The money for task {number} is released',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша төлем ұйымы енгізілген ақшаны сізге қайтарды. Сомасы: {sum}. Банк оны бірнеше күнде көрсетуі мүмкін.',
      ru: 'Платёжная организация вернула вам внесённые деньги по заданию № {number} «{title}»: {sum}. Банк может показать это через несколько дней.',
      en: 'The provider has returned to you {sum} that was paid in for task {number}, “{title}”. The bank may take a few days to show it.',
    },
  },
  'money-captured': {
    subject: {
      kk: '№ {number} тапсырма бойынша төлем өтті',
      ru: 'Оплата по заданию № {number} прошла',
      en: 'The payment for task {number} went through',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша төлем өтті. Сомасы: {sum}. Аудару тоқтатыла тұрмаса, ақша орындаушыға аударылады. Сізден ештеңе талап етілмейді.',
      ru: 'Оплата по заданию № {number} «{title}» прошла: {sum}. Деньги перечисляются исполнителю, если перечисление не приостановлено. От вас ничего не требуется.',
      en: 'The payment of {sum} for task {number}, “{title}”, went through. The money is sent to the contractor, unless the sums are stopped. You need not do anything.',
    },
  },
  'payment-not-made': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша төлем түспеді',
      ru: 'Оплата по заданию № {number} не поступила',
      en: 'The payment for task {number} was not made',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша Платформа арқылы төлем түспеді немесе банк оны қайтарып алды. Төленбеген сома: {rest}. Тапсырыс беруші Жеке кабинетте төлем сұралғанда қайта төлеуге тиіс. Орындаушы кінәрат-талап қоюға құқылы.',
      ru: 'Оплата через Платформу по заданию № {number} «{title}» не поступила или отозвана банком. Не оплачено: {rest}. Заказчику нужно оплатить заново, когда оплата запрошена в Личном кабинете. Исполнитель вправе заявить претензию.',
      en: 'The payment through the platform for task {number}, “{title}”, was not made, or the bank took it back. Unpaid: {rest}. The customer is to pay again when the cabinet asks for it. The contractor has the right to claim.',
    },
  },
  'payment-again': {
    subject: {
      kk: '№ {number} тапсырма бойынша тапсырыс беруші қайта төлеуде',
      ru: 'Заказчик снова оплачивает задание № {number}',
      en: 'The customer tries again to pay for task {number}',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша Платформа арқылы қайта төлеуде. Төленетін сома: {rest}. Әзірге сізден ештеңе талап етілмейді.',
      ru: 'Заказчик снова оплачивает задание № {number} «{title}» через Платформу. К оплате: {rest}. Пока от вас ничего не требуется.',
      en: 'The customer is trying again to pay for task {number}, “{title}”, through the platform. To be paid: {rest}. For now you need not do anything.',
    },
  },
  'paid-out': {
    subject: {
      kk: '№ {number} тапсырма бойынша ақша аударылды',
      ru: 'Выплата по заданию № {number} проведена',
      en: 'You have been paid for task {number}',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша ақша сізге аударылды. Сомасы: {sum}.',
      ru: 'Вам выплачены деньги по заданию № {number} «{title}»: {sum}.',
      en: '{sum} for task {number}, “{title}”, has been paid out to you.',
    },
  },
  'payout-refused': {
    subject: {
      kk: '№ {number} тапсырма бойынша ақша аударылмады',
      ru: 'Выплата по заданию № {number} не прошла',
      en: 'The payout for task {number} was refused',
    },
    body: {
      kk: 'Банк № {number} «{title}» тапсырмасы бойынша аударымды өткізбеді. Сомасы: {sum}. Ақша сізге тиесілі болып қалады. Жеке кабинетте деректемелеріңізді тексеріңіз: Оператор себебін анықтап, қайталайды.',
      ru: 'Банк отклонил выплату по заданию № {number} «{title}»: {sum}. Деньги по-прежнему причитаются вам. Проверьте реквизиты в Личном кабинете: Оператор выяснит причину и повторит выплату.',
      en: 'The bank refused the payout of {sum} for task {number}, “{title}”. The money is still due to you. Please check your bank details in your cabinet: the operator will find the reason and try again.',
    },
  },
  'confirm-reminder': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша төлемді алғаныңызды растаңыз',
      ru: 'Ответьте, пришла ли оплата по заданию № {number}',
      en: 'Has the payment for task {number} come?',
    },
    body: {
      kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша төлем туралы хабарлаған ({sum}), бірақ сіз әлі жауап бермедіңіз. Ақшаның түскенін тексеріп, Жеке кабинетте растаңыз немесе түспегенін хабарлаңыз.',
      ru: 'Заказчик сообщил об оплате по заданию № {number} «{title}» ({sum}), но вы ещё не ответили. Проверьте поступление и в Личном кабинете подтвердите его или сообщите, что оплата не пришла.',
      en: 'The customer reported a payment for task {number}, “{title}” ({sum}), and you have not answered yet. Please check whether it has come and confirm it in your cabinet, or say that it has not.',
    },
  },
  overpaid: {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша тиесіліден артық төленді',
      ru: 'По заданию № {number} оплачено больше, чем причитается',
      en: 'More was paid for task {number} than is due',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша расталған төлемдер тиесілі сомадан көп. Айырмасы: {sum}. Ол орындаушының тапсырыс беруші алдындағы борышы болды: төлеу мерзімі Жеке кабинетте.',
      ru: 'По заданию № {number} «{title}» подтверждено оплаты больше, чем причитается. Разница: {sum}. Она стала долгом исполнителя перед заказчиком: срок указан в Личном кабинете.',
      en: 'The payments confirmed for task {number}, “{title}”, come to more than is due. The difference: {sum}. It has become a debt of the contractor to the customer; its term is in your cabinet.',
    },
  },
  'payment-confirmed': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша төлем расталды',
      ru: 'Получение оплаты по заданию № {number} подтверждено',
      en: 'A payment for task {number} is confirmed',
    },
    body: {
      kk: 'Орындаушы № {number} «{title}» тапсырмасы бойынша төлемді алғанын растады. Алынған сома: {sum}. Төленетін қалдық: {rest}. Төлем мерзімі өзгермейді.',
      ru: 'Исполнитель подтвердил получение оплаты по заданию № {number} «{title}»: {sum}. Остаток к оплате: {rest}. Срок оплаты не меняется.',
      en: 'The contractor has confirmed a payment of {sum} for task {number}, “{title}”. What is left to pay: {rest}. The term of payment stays the same.',
    },
  },
  'task-closed': {
    legal: 'unlessMailed',
    subject: { kk: '№ {number} тапсырма аяқталды', ru: 'Задание № {number} завершено', en: 'Task {number} is closed' },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша есеп айырысу аяқталды, тапсырма жабылды. Барлығы төленді: {sum}. Жеке кабинетте пікір қалдыра аласыз. Рақмет!',
      ru: 'Расчёты по заданию № {number} «{title}» завершены, задание закрыто. Всего оплачено: {sum}. В Личном кабинете можно оставить отзыв. Спасибо!',
      en: 'Task {number}, “{title}”, is settled and closed. Paid in all: {sum}. You may leave a review in your cabinet. Thank you!',
    },
  },
  'claim-made': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша кінәрат-талап қойылды',
      ru: 'По заданию № {number} заявлена претензия',
      en: 'A claim is made on task {number}',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша кінәрат-талап қойылды, мазмұны Жеке кабинетте. Тараптардың тапсырма бойынша міндеттері сақталады. Талап тапсырылған жұмыстың бағасы туралы болса, ол шешілгенше жауап бермеу жұмысты қабылдауға әкелмейді, ал ұсталған ақша төленбейді (офертаның 9.1-тармағы).',
      ru: 'По заданию № {number} «{title}» заявлена претензия, её текст — в Личном кабинете. Обязательства сторон по заданию сохраняются. Если претензия о цене сданной работы, то до её разрешения молчание не ведёт к приёмке, а удержанные деньги не выплачиваются (пункт 9.1 оферты).',
      en: 'A claim is made on task {number}, “{title}”; its text is in your cabinet. The duties of the parties stay. If the claim is about the price of submitted work, then until it is over silence does not approve that work, and money that is kept is not paid out (clause 9.1 of the offer).',
    },
    sums: {
      kk: 'Кінәрат-талаптың сомасы: {sum}.',
      ru: 'Сумма претензии: {sum}.',
      en: 'The sum of the claim: {sum}.',
    },
  },
  'claim-settled': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша дау реттелді',
      ru: 'Спор по заданию № {number} урегулирован',
      en: 'The dispute on task {number} is settled',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша дау реттелді. Даулы сомадан орындаушыға тиесілісі: {sum}, тапсырыс берушіге тиесілісі: {rest}. Тапсырма бойынша есеп айырысу соған сәйкес жүреді.',
      ru: 'Спор по заданию № {number} «{title}» урегулирован. Из спорной суммы исполнителю причитается {sum}, заказчику — {rest}. Расчёты по заданию идут с учётом этого.',
      en: 'The claim on task {number}, “{title}”, is settled. Of the sum in dispute {sum} goes to the contractor and {rest} to the customer. The task is paid accordingly.',
    },
  },
  'claim-dropped': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма бойынша кінәрат-талап кері қайтарылды',
      ru: 'Претензия по заданию № {number} отозвана',
      en: 'The claim on task {number} is dropped',
    },
    body: {
      kk: 'Өтініш беруші тарап № {number} «{title}» тапсырмасы бойынша кінәрат-талабын кері қайтарып алды. Тапсырма оның талаптарымен жалғасады.',
      ru: 'Заявитель отозвал претензию по заданию № {number} «{title}». Задание продолжается по его условиям.',
      en: 'The claimant has dropped the claim on task {number}, “{title}”. The task goes on under its terms.',
    },
  },
  'force-majeure-reported': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша еңсерілмейтін күш мән-жайлары (форс-мажор) туралы хабарланды',
      ru: 'Сообщено о форс-мажоре по заданию № {number}',
      en: 'Force majeure is reported on task {number}',
    },
    body: {
      kk: 'Тараптардың бірі № {number} «{title}» тапсырмасы бойынша еңсерілмейтін күш мән-жайлары (форс-мажор) туралы хабарлады (офертаның 8.1-тармағы), дәлелдері Жеке кабинетте. Екінші тарап оны мойындайды немесе себептерін көрсетіп мойындамайды. Мойындалғанға дейін мерзімдер тоқтамайды.',
      ru: 'Одна из сторон сообщила о форс-мажоре по заданию № {number} «{title}» (пункт 8.1 оферты), доказательства — в Личном кабинете. Другая сторона признаёт его или оспаривает с указанием причин. До признания сроки идут.',
      en: 'A party reports force majeure on task {number}, “{title}” (clause 8.1 of the offer); the evidence is in your cabinet. The other party admits it, or contests it with reasons. Until it is admitted, the deadlines run.',
    },
  },
  'force-majeure-admitted': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша еңсерілмейтін күш мән-жайлары (форс-мажор) мойындалды',
      ru: 'Форс-мажор по заданию № {number} признан',
      en: 'Force majeure on task {number} is admitted',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша еңсерілмейтін күш мән-жайлары (форс-мажор) мойындалды (офертаның 8.1-тармағы). Мерзімдер ол туралы хабарланған сәттен бастап аяқталғанша тоқтатыла тұрады. Форс-мажор аяқталғанда, ол туралы хабарлаған тарап мұны белгілейді.',
      ru: 'Форс-мажор по заданию № {number} «{title}» признан (пункт 8.1 оферты). Сроки приостановлены с момента сообщения о нём и до его окончания. Когда форс-мажор закончится, сообщившая о нём сторона отметит это.',
      en: 'Force majeure on task {number}, “{title}”, is admitted (clause 8.1 of the offer). The deadlines stand still from its report to its end. When it is over, the party that reported it will say so.',
    },
  },
  'force-majeure-contested': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша еңсерілмейтін күш мән-жайлары (форс-мажор) мойындалмады',
      ru: 'Форс-мажор по заданию № {number} оспорен',
      en: 'Force majeure on task {number} is contested',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша еңсерілмейтін күш мән-жайлары (форс-мажор) мойындалмады, себептері Жеке кабинетте көрсетілген. Мерзімдер тоқтамайды. Келіспеген тарап кінәрат-талап қоя алады (офертаның 9.1-тармағы).',
      ru: 'Форс-мажор по заданию № {number} «{title}» оспорен, причины указаны в Личном кабинете. Сроки идут. Несогласная сторона может заявить претензию (пункт 9.1 оферты).',
      en: 'Force majeure on task {number}, “{title}”, is contested; the reasons are in your cabinet. The deadlines run. A party that disagrees may claim (clause 9.1 of the offer).',
    },
  },
  'force-majeure-over': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша еңсерілмейтін күш мән-жайлары (форс-мажор) аяқталды',
      ru: 'Форс-мажор по заданию № {number} закончился',
      en: 'Force majeure on task {number} is over',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы бойынша еңсерілмейтін күш мән-жайларының (форс-мажордың) аяқталғаны хабарланды. Ол мойындалған болса, мерзімдер соның уақытына ұзартылды. Қазіргі мерзімдер Жеке кабинетте көрсетілген.',
      ru: 'Сообщено, что форс-мажор по заданию № {number} «{title}» закончился. Если он был признан, сроки продлены на его время. Нынешние сроки указаны в Личном кабинете.',
      en: 'Force majeure on task {number}, “{title}”, is reported to be over. If it was admitted, the deadlines are extended by its time. The present deadlines are in your cabinet.',
    },
  },
  'party-suspended': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша тараптың қолжетімділігі тоқтатыла тұрды',
      ru: 'Доступ стороны задания № {number} приостановлен',
      en: 'A party to task {number} is suspended',
    },
    body: {
      kk: 'Оператор № {number} «{title}» тапсырмасы бойынша тараптардың бірінің қолжетімділігін тоқтата тұрды (офертаның 4.4.2-тармағы). Мерзімдер тоқтатыла тұрды. Әзірге жұмысты бастауға болмайды, бірақ бұл тарап бұрынғыдай құжаттарды растай, кінәрат-талап қоя және оған жауап бере алады. Төлем бойынша міндеттемелер сақталады, есеп айырысудың жай-күйі Жеке кабинетте көрсетілген.',
      ru: 'Оператор приостановил доступ одной из сторон задания № {number} «{title}» (пункт 4.4.2 оферты). Сроки приостановлены. Начать работу пока нельзя, но эта сторона по-прежнему может подтверждать документы, заявлять претензии и отвечать на них. Обязательства по оплате сохраняются, состояние расчётов показано в Личном кабинете.',
      en: 'The operator has suspended the access of a party to task {number}, “{title}” (clause 4.4.2 of the offer). The deadlines stand still. Work cannot be started, but this party may still confirm documents, claim and answer claims. What is owed stays owed; your cabinet shows where the payments are.',
    },
  },
  'party-reinstated': {
    legal: true,
    subject: {
      kk: '№ {number} тапсырма бойынша тараптың қолжетімділігі қалпына келтірілді',
      ru: 'Доступ стороны задания № {number} восстановлен',
      en: 'A party to task {number} is reinstated',
    },
    body: {
      kk: 'Оператор № {number} «{title}» тапсырмасы бойынша тараптың қолжетімділігін қалпына келтірді. Мерзімдер тоқтатыла тұрған уақытқа ұзартылды, қазіргі мерзімдер Жеке кабинетте көрсетілген.',
      ru: 'Оператор восстановил доступ стороны задания № {number} «{title}». Сроки продлены на время приостановки, нынешние сроки указаны в Личном кабинете.',
      en: 'The operator has restored the access of a party to task {number}, “{title}”. The deadlines are extended by the time of the suspension; the present ones are in your cabinet.',
    },
  },
  'hold-too-long': {
    legal: 'unlessMailed',
    subject: {
      kk: '№ {number} тапсырма тым ұзақ тоқтап тұр',
      ru: 'Приостановка задания № {number} затянулась',
      en: 'Task {number} has been held for too long',
    },
    body: {
      kk: '№ {number} «{title}» тапсырмасы талаптарында көзделгеннен ұзақ тоқтап тұр. Күте аласыз, келісіммен тоқтатуды немесе талаптарды өзгертуді ұсына аласыз. Жұмыстың басталуы күтілсе немесе жұмыс орындалып жатса, тапсырмадан өтемақысыз бас тартуға да болады.',
      ru: 'Задание № {number} «{title}» приостановлено дольше, чем допускают его условия. Вы можете подождать, предложить изменить условия или прекратить задание по соглашению. Если ожидается начало работы или она выполняется, можно и отказаться от задания без компенсации.',
      en: 'Task {number}, “{title}”, has been held for longer than its terms bear. You may wait, or propose to change the terms or to end the task by agreement. Where the start is awaited or the work is under way, you may also give up the task without compensation.',
    },
  },
  ...stillOpen(
    silence,
    {
      subject: {
        kk: '№ {number} тапсырма тараптардың әрекетін күтуде',
        ru: 'Задание № {number} ждёт действий сторон',
        en: 'Task {number} waits for its parties',
      },
      still: {
        kk: '№ {number} «{title}» тапсырмасы тараптардың әрекетін күтуде.',
        ru: 'Задание № {number} «{title}» ждёт действий сторон.',
        en: 'Task {number}, “{title}”, waits for its parties.',
      },
    },
    {
      'contract-still-open': 'agreed.unsigned',
      'briefing-still-late': 'agreed.briefing.late',
      'briefing-still-unconfirmed': 'agreed.briefing.unconfirmed',
      'start-still-missed': 'agreed.missed',
      'work-still-open': 'executing.lapsed',
      'review-still-open': 'review.silent',
    },
  ),
  ...stillOpen(
    silence,
    {
      subject: {
        kk: '№ {number} тапсырма бойынша ақша әлі енгізілген жоқ: {sum}',
        ru: 'Деньги по заданию № {number} всё ещё не внесены: {sum}',
        en: 'The money for task {number} is still not paid in: {sum}',
      },
      still: {
        kk: '№ {number} «{title}» тапсырмасы бойынша ақша әлі енгізілген жоқ. Енгізілетін сома: {sum}.',
        ru: 'По заданию № {number} «{title}» всё ещё не внесены деньги: {sum}.',
        en: 'For task {number}, “{title}”, {sum} is still to be paid in.',
      },
    },
    { 'funding-still-open': 'agreed.unfunded' },
  ),
  ...stillOpen(
    silence,
    {
      subject: {
        kk: '№ {number} тапсырма бойынша жұмыс әлі төленген жоқ: {rest}',
        ru: 'Работа по заданию № {number} всё ещё не оплачена: {rest}',
        en: 'The work on task {number} is still unpaid: {rest}',
      },
      still: {
        kk: '№ {number} «{title}» тапсырмасы бойынша жұмыс толық төленген жоқ. Қалдығы: {rest}.',
        ru: 'Работа по заданию № {number} «{title}» оплачена не полностью. Остаток: {rest}.',
        en: 'The work on task {number}, “{title}”, is not paid in full. What is left: {rest}.',
      },
    },
    { 'payment-still-open': 'settling.unpaid', 'payment-still-overdue': 'settling.overdue' },
  ),
  ...stillOpen(
    silence,
    {
      subject: {
        kk: '№ {number} тапсырма бойынша төлем туралы хабарға әлі жауап жоқ: {sum}',
        ru: 'На сообщение об оплате задания № {number} всё ещё нет ответа: {sum}',
        en: 'A reported payment for task {number} is still not answered: {sum}',
      },
      still: {
        kk: 'Тапсырыс беруші № {number} «{title}» тапсырмасы бойынша төлем туралы хабарлаған ({sum}), бірақ жауап әлі жоқ.',
        ru: 'Заказчик сообщил об оплате по заданию № {number} «{title}» ({sum}), но ответа всё ещё нет.',
        en: 'The customer reported a payment for task {number}, “{title}” ({sum}), and there is no answer yet.',
      },
    },
    { 'report-still-open': 'settling.reported' },
  ),
  ...stillOpen(
    silence,
    {
      subject: {
        kk: '№ {number} тапсырма әлі де тоқтатыла тұр',
        ru: 'Задание № {number} всё ещё приостановлено',
        en: 'Task {number} is still on hold',
      },
      still: {
        kk: '№ {number} «{title}» тапсырмасы әлі де тоқтатыла тұр. Тоқтату өздігінен аяқталмайды.',
        ru: 'Задание № {number} «{title}» всё ещё приостановлено. Само собой это не закончится.',
        en: 'Task {number}, “{title}”, is still on hold. The hold does not end by itself.',
      },
    },
    { 'hold-still-on': 'holds.held' },
  ),
} satisfies Messages['notices'];
