/** Where nothing happens to a task by itself, and what its parties may do. */
import type { Localized } from '../../messages.ts';

export const silence: Record<string, Localized> = {
  'agreed.signing': {
    kk: 'Растау мерзімі Жеке кабинетте, шарттың растау карточкасында көрсетілген. Тараптар оны растайды немесе растаудан бас тартады.',
    ru: 'Срок указан у договора на подтверждении, в Личном кабинете. Стороны подтверждают договор или отказываются от него.',
    en: 'The term stands with the contract to be confirmed, in the cabinet. The parties confirm the contract or refuse it.',
  },
  'agreed.unsigned': {
    kk: 'Өздігінен ештеңе болмайды. Тараптардың кез келгені шартты қайта растауды сұрай алады немесе тапсырмадан бас тарта алады.',
    ru: 'Само собой ничего не произойдёт. Любая из сторон может запросить подтверждение договора заново или отказаться от задания.',
    en: 'Nothing happens by itself. Either party may ask for the contract to be confirmed again, or give up the task.',
  },
  'agreed.funding': {
    kk: 'Мерзім Жеке кабинетте, төлемде көрсетілген. Тапсырыс беруші төлейді немесе төлемнен бас тартады.',
    ru: 'Срок указан у платежа, в Личном кабинете. Заказчик платит или отменяет платёж.',
    en: 'The term stands with the payment, in the cabinet. The customer pays or cancels the payment.',
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
    kk: 'Өздігінен ештеңе болмайды. Тапсырыс беруші жұмысты әлі де қабылдап ала немесе дәлелді бас тартуын жібере алады, орындаушы кінәрат-талап қоя алады.',
    ru: 'Само собой ничего не произойдёт. Заказчик ещё может принять работу или направить мотивированный отказ, исполнитель может заявить претензию.',
    en: 'Nothing happens by itself. The customer may still approve the work or refuse it with reasons; the contractor may claim.',
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
    kk: 'Мерзім Жеке кабинетте, төлемде көрсетілген. Тапсырыс беруші төлейді, орындаушы кінәрат-талап қоя алады.',
    ru: 'Срок указан у платежа, в Личном кабинете. Заказчик платит, исполнитель может заявить претензию.',
    en: 'The term stands with the payment, in the cabinet. The customer pays; the contractor may claim.',
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
    kk: 'Кінәрат-талап ашық. Оның мерзімдері дауда белгіленген: тараптар онда жауап береді, келіседі немесе талапты кері қайтарып алады.',
    ru: 'Открыта претензия. Её сроки указаны в споре: там стороны отвечают, договариваются или отзывают претензию.',
    en: 'A claim is open. Its terms stand in the dispute: there the parties answer, agree or drop the claim.',
  },
  'claims.outlasting': {
    kk: 'Тапсырма аяқталды, бірақ кінәрат-талап ашық: тараптар дауда жауап береді, келіседі немесе талапты кері қайтарып алады. Оның нәтижесі жеке қарыз болады.',
    ru: 'Задание завершено, но претензия ещё открыта: в споре стороны отвечают, договариваются или отзывают её. То, что она принесёт, станет отдельным долгом.',
    en: 'The task has ended, and a claim is still open: in the dispute the parties answer, agree or drop it. What it brings becomes a debt of its own.',
  },
  'holds.held': {
    kk: 'Мерзімдер тоқтатыла тұрды. Себебі жойылғанда олар жалғасады. Тоқтау ұзаққа созылса, тараптар жұмыс аяқталғанға дейін тапсырмадан бас тарта алады.',
    ru: 'Сроки приостановлены и пойдут дальше, когда причина отпадёт. Если это длится долго, стороны до завершения работы могут отказаться от задания.',
    en: 'The terms stand still and go on once the reason has ended. If that lasts long, the parties may give up the task until the work is done.',
  },
};
