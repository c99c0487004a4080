/** Where nothing happens to a task by itself, and what its parties may do. */
import type { Localized } from '../../messages.ts';

export const silence: Record<string, Localized> = {
  'agreed.signing': {
    kk: 'Тараптар шартты растайды немесе растаудан бас тартады. Мерзімі Жеке кабинетте, шарттың жанында көрсетілген. Мерзім аяқталса, растау өздігінен жабылады: тараптардың кез келгені оны қайта сұрай алады немесе тапсырмадан өтемақысыз бас тарта алады.',
    ru: 'Стороны подтверждают договор или отказываются от него. Срок указан у договора в Личном кабинете. Когда он истечёт, подтверждение закроется само: любая сторона сможет запросить его заново или отказаться от задания без компенсации.',
    en: 'The parties confirm the contract or refuse it. The term stands with the contract in the cabinet. When it ends, the confirmation closes by itself: either party may then ask for it again, or give up the task without compensation.',
  },
  'agreed.unsigned': {
    kk: 'Өздігінен ештеңе болмайды. Тараптардың кез келгені шартты қайта растауды сұрай алады немесе тапсырмадан бас тарта алады.',
    ru: 'Само собой ничего не произойдёт. Любая из сторон может запросить подтверждение договора заново или отказаться от задания.',
    en: 'Nothing happens by itself. Either party may ask for the contract to be confirmed again, or give up the task.',
  },
  'agreed.funding': {
    kk: 'Тапсырыс беруші ақшаны енгізеді немесе төлемнен бас тартады. Мерзімі Жеке кабинетте, төлемнің жанында көрсетілген. Мерзім аяқталса, төлем өздігінен жабылады: тапсырыс беруші ақшаны қайта енгізе алады, орындаушы тапсырмадан өтемақысыз бас тарта алады.',
    ru: 'Заказчик вносит деньги или отменяет платёж. Срок указан у платежа в Личном кабинете. Когда он истечёт, платёж закроется сам: заказчик сможет внести деньги ещё раз, исполнитель — отказаться от задания без компенсации.',
    en: 'The customer pays in the money or cancels the payment. The term stands with the payment in the cabinet. When it ends, the payment closes by itself: the customer may then pay in again, and the contractor may give up the task without compensation.',
  },
  'agreed.unfunded': {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші ақшаны қайта енгізе алады, орындаушы тапсырмадан бас тарта алады.',
    ru: 'Само собой ничего не произойдёт. Заказчик может внести деньги ещё раз, исполнитель может отказаться от задания.',
    en: 'Nothing happens by itself. The customer may pay in again; the contractor may give up the task.',
  },
  'agreed.briefing.late': {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші нұсқаманы әлі де өткізе алады, орындаушы тапсырмадан бас тарта алады.',
    ru: 'Само собой ничего не произойдёт. Заказчик ещё может провести инструктаж, исполнитель может отказаться от задания.',
    en: 'Nothing happens by itself. The customer may still give the briefing; the contractor may give up the task.',
  },
  'agreed.briefing.unconfirmed': {
    kk: 'Өздігінен ештеңе болмайды. Орындаушы нұсқамамен танысқанын әлі де растай алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
    ru: 'Само собой ничего не произойдёт. Исполнитель ещё может подтвердить, что ознакомлен с инструктажем, заказчик может подождать или отказаться от задания.',
    en: 'Nothing happens by itself. The contractor may still confirm the briefing; the customer may wait or give up the task.',
  },
  'agreed.missed': {
    kk: 'Өздігінен ештеңе болмайды. Орындаушы жұмысты әлі де бастай алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
    ru: 'Само собой ничего не произойдёт. Исполнитель ещё может приступить к работе, заказчик может подождать или отказаться от задания.',
    en: 'Nothing happens by itself. The contractor may still start; the customer may wait or give up the task.',
  },
  'executing.lapsed': {
    kk: 'Өздігінен ештеңе болмайды. Орындаушы жұмысты әлі де тапсыра алады, тапсырыс беруші күте немесе тапсырмадан бас тарта алады.',
    ru: 'Само собой ничего не произойдёт. Исполнитель ещё может сдать работу, заказчик может подождать или отказаться от задания.',
    en: 'Nothing happens by itself. The contractor may still submit the work; the customer may wait or give up the task.',
  },
  'review.silent': {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші жұмысты әлі де қабылдап ала немесе дәлелді бас тартуын жібере алады. Талаптар бойынша пысықтауға қайтару саны таусылса, бас тартудың орнына кінәрат-талап қойылады. Орындаушы да кінәрат-талап қоя алады.',
    ru: 'Само собой ничего не произойдёт. Заказчик ещё может принять работу или направить мотивированный отказ. Если возвраты на доработку по условиям исчерпаны, вместо отказа заявляют претензию. Исполнитель тоже может заявить претензию.',
    en: 'Nothing happens by itself. The customer may still approve the work or refuse it with reasons. Once the terms allow no more rework, a claim takes the place of a refusal. The contractor may claim, too.',
  },
  'settling.releasing': {
    kk: 'Төлем ұйымының жауабы күтілуде, ақша тапсырыс берушіге қайтарылады. Тараптардан ештеңе талап етілмейді.',
    ru: 'Платформа ждёт ответа платёжной организации: деньги возвращаются заказчику. От сторон ничего не требуется.',
    en: 'The platform waits for the payment organisation, which returns the money to the customer. Nothing is expected of the parties.',
  },
  'settling.capturing': {
    kk: 'Төлем ұйымының жауабы күтілуде, орындаушыға тиесілі сома шоттан алынады. Тараптардан ештеңе талап етілмейді.',
    ru: 'Платформа ждёт ответа платёжной организации: она списывает то, что причитается исполнителю. От сторон ничего не требуется.',
    en: 'The platform waits for the payment organisation, which captures what is due to the contractor. Nothing is expected of the parties.',
  },
  'settling.paying': {
    kk: 'Тапсырыс беруші төлейді. Мерзімі Жеке кабинетте, төлемнің жанында көрсетілген. Мерзім аяқталса, төлем өздігінен жабылады: тапсырыс беруші қайта төлеуге тиіс болады. Орындаушы кінәрат-талап қоя алады.',
    ru: 'Заказчик платит. Срок указан у платежа в Личном кабинете. Когда он истечёт, платёж закроется сам, и заказчику нужно будет оплатить заново. Исполнитель может заявить претензию.',
    en: 'The customer pays. The term stands with the payment in the cabinet. When it ends, the payment closes by itself, and the customer has to pay again. The contractor may claim.',
  },
  'settling.unpaid': {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші қайта төлеуге тиіс, орындаушы кінәрат-талап қоя алады.',
    ru: 'Само собой ничего не произойдёт. Заказчику нужно оплатить заново, исполнитель может заявить претензию.',
    en: 'Nothing happens by itself. The customer has to pay again; the contractor may claim.',
  },
  'settling.payingOut': {
    kk: 'Төлем ұйымының жауабы күтілуде, ақша орындаушыға аударылады. Банк аударымды өткізбесе, орындаушы деректемелерін тексереді.',
    ru: 'Платформа ждёт ответа платёжной организации: деньги переводятся исполнителю. Если банк отклонит выплату, исполнитель проверяет свои реквизиты.',
    en: 'The platform waits for the payment organisation, which sends the money to the contractor. If the bank refuses, the contractor checks the bank details.',
  },
  'settling.overdue': {
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші төлеп, бұл туралы хабарлауға тиіс. Орындаушы төлемді растай немесе кінәрат-талап қоя алады.',
    ru: 'Само собой ничего не произойдёт. Заказчику нужно оплатить и сообщить об этом. Исполнитель может подтвердить оплату или заявить претензию.',
    en: 'Nothing happens by itself. The customer has to pay and report it. The contractor may confirm a payment, or claim.',
  },
  'settling.reported': {
    kk: 'Өздігінен ештеңе болмайды. Орындаушы төлемді алғанын растайды немесе жоққа шығарады. Екі тарап та кінәрат-талап қоя алады.',
    ru: 'Само собой ничего не произойдёт. Исполнитель подтверждает получение оплаты или отрицает его. Любая сторона может заявить претензию.',
    en: 'Nothing happens by itself. The contractor confirms or denies the payment. Either party may claim.',
  },
  'claims.open': {
    kk: 'Кінәрат-талап ашық. Оның мерзімдері дауда көрсетілген: тараптар онда жауап береді, келіседі немесе талапты кері қайтарып алады. Мерзімдер аяқталса, келіссөздер өздігінен келісімсіз аяқталады, даулы сома орнында қалады.',
    ru: 'Открыта претензия. Её сроки указаны в споре: там стороны отвечают, договариваются или отзывают претензию. Когда сроки истекут, переговоры сами завершатся без соглашения, а спорная сумма останется на месте.',
    en: 'A claim is open. Its terms stand in the dispute: there the parties answer, agree or drop the claim. When they end, the talks end by themselves without an agreement, and the sum in dispute stays where it is.',
  },
  'claims.outlasting': {
    kk: 'Тапсырма аяқталды, бірақ кінәрат-талап ашық: тараптар дауда жауап береді, келіседі немесе талапты кері қайтарып алады. Оның нәтижесі жеке борыш болады. Мерзімдер аяқталса, келіссөздер өздігінен келісімсіз аяқталады, бірақ дау жабылмайды.',
    ru: 'Задание завершено, но претензия ещё открыта: в споре стороны отвечают, договариваются или отзывают её. То, что она принесёт, станет отдельным долгом. Когда сроки истекут, переговоры сами завершатся без соглашения, но спор не закроется.',
    en: 'The task has ended, and a claim is still open: in the dispute the parties answer, agree or drop it. What it brings becomes a debt of its own. When its terms end, the talks end by themselves without an agreement, and the dispute stays open.',
  },
  'holds.held': {
    kk: 'Мерзімдер тоқтатыла тұрды. Себебі жойылғанда олар жалғасады. Тоқтау ұзаққа созылса, тараптар жұмыс аяқталғанға дейін тапсырмадан бас тарта алады.',
    ru: 'Сроки приостановлены и пойдут дальше, когда причина отпадёт. Если это длится долго, стороны до завершения работы могут отказаться от задания.',
    en: 'The terms stand still and go on once the reason has ended. If that lasts long, the parties may give up the task until the work is done.',
  },
};
