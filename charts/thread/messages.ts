/** What people read of a thread. */
import type { TemplateOf } from '../messages.ts';
import { defineMessages, said } from '../messages.ts';

/** A letter says from whom and about what, and not the words: they may be withdrawn, and a mailbox may be read by others. */
const unread = {
  fromCustomer: said(
    'Тапсырыс берушіден «{title}» тапсырмасы бойынша оқылмаған хабарламалар бар. Оларды Жеке кабинеттен оқып, сол жерде жауап беріңіз. Бұл хатқа жауап бермеңіз: жауабыңыз оған жетпейді.',
    'Есть непрочитанные сообщения от Заказчика по заданию «{title}». Прочитайте их в Личном кабинете и ответьте там же. Не отвечайте на это письмо: ответ до Заказчика не дойдёт.',
    'There are unread messages from the customer about the task “{title}”. Read them in your cabinet and answer there. Do not answer this letter: the answer would not reach the customer.',
  ),
  fromContractor: said(
    'Орындаушыдан «{title}» тапсырмасы бойынша оқылмаған хабарламалар бар. Оларды Жеке кабинеттен оқып, сол жерде жауап беріңіз. Бұл хатқа жауап бермеңіз: жауабыңыз оған жетпейді.',
    'Есть непрочитанные сообщения от Исполнителя по заданию «{title}». Прочитайте их в Личном кабинете и ответьте там же. Не отвечайте на это письмо: ответ до Исполнителя не дойдёт.',
    'There are unread messages from the contractor about the task “{title}”. Read them in your cabinet and answer there. Do not answer this letter: the answer would not reach the contractor.',
  ),
  toOperator: said(
    'Тараптар дау бойынша жазған хабарламалар оқылмаған. Оларды оқып, оқылды деп белгілеңіз (markRead) немесе жауап беріңіз.',
    'Стороны написали по спору, эти сообщения не прочитаны. Прочитайте их и отметьте прочитанными (markRead) или ответьте.',
    'The parties wrote about a dispute, and these messages are unread. Read them, and mark them as read (markRead) or answer.',
  ),
  fromOperator: said(
    'Дау бойынша Оператордан оқылмаған хабарламалар бар. Оларды Жеке кабинеттен оқып, сол жерде жауап беріңіз.',
    'Есть непрочитанные сообщения от Оператора по спору. Прочитайте их в Личном кабинете и ответьте там же.',
    'There are unread messages from the operator about a dispute. Read them in your cabinet and answer there.',
  ),
};

export const threadMessages = defineMessages({
  life: said('Хат алмасу', 'Переписка', 'Messages'),
  states: {
    new: {
      name: said('Жаңа', 'Новая', 'New'),
      waits: said('Хат алмасу ашылуда.', 'Переписка открывается.', 'The thread is being opened.'),
    },
    open: {
      name: said('Ашық', 'Открыта', 'Open'),
      waits: said('Тараптар бір-біріне жазады.', 'Стороны пишут друг другу.', 'The parties write to each other.'),
    },
    closed: {
      name: said('Жабылды', 'Закрыта', 'Closed'),
      waits: said(
        'Оператор хат алмасуды жапты: жаңа хабарлама жазуға болмайды, жазылғаны сақталады.',
        'Оператор закрыл переписку: новых сообщений написать нельзя, написанное сохраняется.',
        'The operator has closed the thread. Nothing new can be written, and what was written stays.',
      ),
    },
    over: {
      name: said('Аяқталды', 'Завершена', 'Over'),
      waits: said(
        'Бұл жайында жазуға болатын мерзім аяқталды: жаңа хабарлама жазуға болмайды, жазылғаны сақталады.',
        'Срок, в который об этом можно писать, прошёл: новых сообщений написать нельзя, написанное сохраняется.',
        'The time to write about this has passed. Nothing new can be written, and what was written stays.',
      ),
    },
  },
  silence: {
    open: said(
      'Мұнда мерзім жоқ: жауап бермесеңіз, ештеңе өзгермейді. Тапсырма мен даудың мерзімдері өздерінде көрсетілген, хабарлама оларды тоқтатпайды.',
      'Здесь нет сроков: если не ответить, ничего не изменится. Сроки задания и спора указаны в них самих, сообщение их не останавливает.',
      'There are no terms here: if you do not answer, nothing changes. The task and the dispute have their own terms, and no message stops them.',
    ),
  },
  commands: {
    say: said('Жазу', 'Написать', 'Write'),
    edit: said('Түзету', 'Исправить', 'Edit'),
    withdraw: said('Қайтарып алу', 'Отозвать', 'Withdraw'),
    markRead: said('Оқылды деп белгілеу', 'Отметить прочитанным', 'Mark as read'),
    close: said('Хат алмасуды жабу', 'Закрыть переписку', 'Close the thread'),
  },
  duties: {
    readMessages: said(
      'Дау бойынша хабарламаларды оқып, жауап беру',
      'Прочитать сообщения по спору и ответить на них',
      'Read the messages about a dispute and answer them',
    ),
  },
  timers: {
    letterToCustomer: said(
      'Оқылмаған хабарламалар туралы Тапсырыс берушіге хат жіберіледі',
      'Заказчику отправляется письмо о непрочитанных сообщениях',
      'A letter tells the customer of unread messages',
    ),
    letterToContractor: said(
      'Оқылмаған хабарламалар туралы Орындаушыға хат жіберіледі',
      'Исполнителю отправляется письмо о непрочитанных сообщениях',
      'A letter tells the contractor of unread messages',
    ),
    letterToStaff: said(
      'Оқылмаған хабарламалар туралы Операторға хат жіберіледі',
      'Оператору отправляется письмо о непрочитанных сообщениях',
      'A letter tells the operator of unread messages',
    ),
    noting: said(
      'Жазылғанның хеші тапсырманың немесе даудың хронологиясына енгізіледі',
      'Хеш написанного вносится в хронологию задания или спора',
      'The hash of what was written is noted in the record of the task or the dispute',
    ),
    idle: said(
      'Мұнда әлі де жазуға бола ма, соны платформа тексереді',
      'Платформа проверяет, можно ли ещё здесь писать',
      'The platform checks whether anybody may still write here',
    ),
  },
  rules: {
    isOfDispute: said(
      'Оператор тапсырманың хат алмасуына жазбайды: оны тек тараптары жазады.',
      'Оператор не пишет в переписку по заданию: в ней пишут только стороны.',
      'The operator does not write in the thread of a task: only its parties do.',
    ),
    hasMessages: said('Мұнда әлі хабарлама жоқ.', 'Здесь ещё нет сообщений.', 'There are no messages here yet.'),
    customerHasUnread: said('Бәрі оқылған.', 'Всё уже прочитано.', 'Everything is read already.'),
    contractorHasUnread: said('Бәрі оқылған.', 'Всё уже прочитано.', 'Everything is read already.'),
    operatorHasUnread: said('Бәрі оқылған.', 'Всё уже прочитано.', 'Everything is read already.'),
    quoteIsKnown: said(
      'Мұнда ондай нөмірлі хабарлама жоқ. quote өрісінде осы хат алмасудағы хабарламаның нөмірін көрсетіңіз.',
      'Здесь нет сообщения с таким номером. Укажите в quote номер сообщения этой переписки.',
      'There is no message with this number here. Name in quote the number of a message of this thread.',
    ),
    readsForward: said(
      'Бұл хабарламаға дейін оқылды деп белгіленген немесе ондай хабарлама жоқ. upTo өрісінде соңғы оқылған хабарламаның нөмірін көрсетіңіз.',
      'До этого сообщения уже отмечено прочитанным, или такого сообщения нет. Укажите в upTo номер последнего прочитанного сообщения.',
      'Messages up to this one are already marked as read, or there is no such message. Name in upTo the number of the last message that was read.',
    ),
  },
  notices: {
    'messages-from-customer': {
      byStrangers: true,
      byChoice: 'messageLetters',
      subject: said('Тапсырыс берушіден хабарламалар', 'Сообщения от Заказчика', 'Messages from the customer'),
      body: unread.fromCustomer,
    },
    'messages-from-contractor': {
      byStrangers: true,
      byChoice: 'messageLetters',
      subject: said('Орындаушыдан хабарламалар', 'Сообщения от Исполнителя', 'Messages from the contractor'),
      body: unread.fromContractor,
    },
    'messages-from-operator': {
      byChoice: 'messageLetters',
      subject: said('Оператордан хабарламалар', 'Сообщения от Оператора', 'Messages from the operator'),
      body: unread.fromOperator,
    },
    'messages-to-operator': {
      subject: said('Дау бойынша оқылмаған хабарламалар', 'Непрочитанные сообщения по спору', 'Unread messages about a dispute'),
      body: unread.toOperator,
    },
  },
});
export type ThreadTemplate = TemplateOf<typeof threadMessages>;
