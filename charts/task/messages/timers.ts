/** What happens at each of a task's moments. */
import type { Messages } from '../../messages.ts';
import { OPEN_REMINDER } from '../../open-ends.ts';

export const timers: Messages['timers'] = {
  acceptReminder: {
    kk: 'Тапсырыс берушіге тапсырма әлі қабылданбағаны ескертіледі',
    ru: 'Напоминание заказчику: задание ещё никто не принял',
    en: 'The customer is reminded that nobody has accepted yet',
  },
  acceptBy: {
    kk: 'Тапсырманы қабылдау мерзімі аяқталады',
    ru: 'Срок принятия задания истекает',
    en: 'The time to accept the task ends',
  },
  briefBy: {
    kk: 'Нұсқама мерзімі аяқталады: орындаушы тапсырмадан бас тарта алады',
    ru: 'Срок инструктажа истекает: исполнитель сможет отказаться от задания',
    en: 'The briefing is due: the contractor may then give up the task',
  },
  startReminder: {
    kk: 'Тараптарға жұмыстың жақында басталатыны ескертіледі',
    ru: 'Напоминание сторонам: скоро начало работы',
    en: 'Both parties are reminded that the work starts soon',
  },
  startBy: {
    kk: 'Басталмаған жұмыс кешіккен болып саналады',
    ru: 'Начало считается задержанным, если работа не начата',
    en: 'The start counts as late unless the work has begun',
  },
  noShow: {
    kk: 'Орындаушы келмеді деп саналады',
    ru: 'Считается, что исполнитель не явился',
    en: 'The contractor counts as not having come',
  },
  dueReminder: {
    kk: 'Орындаушыға мерзімнің жақындағаны ескертіледі',
    ru: 'Напоминание исполнителю: срок выполнения близок',
    en: 'The contractor is reminded that the work is due soon',
  },
  dueBy: {
    kk: 'Жұмысты орындау мерзімі аяқталады',
    ru: 'Срок выполнения работы истекает',
    en: 'The work is due',
  },
  graceUntil: {
    kk: 'Жұмысты тапсыруға берілген қосымша уақыт аяқталады',
    ru: 'Дополнительное время на сдачу работы истекает',
    en: 'The additional time to submit the work ends',
  },
  reviewReminder: {
    kk: 'Тапсырыс берушіге жұмысты қабылдап алу ескертіледі',
    ru: 'Напоминание заказчику о приёмке работы',
    en: 'The customer is reminded to review the work',
  },
  reviewBy: {
    kk: 'Жұмысты қабылдап алу мерзімі аяқталады',
    ru: 'Срок приёмки работы истекает',
    en: 'The time to review the work ends',
  },
  payReminder: {
    kk: 'Тапсырыс берушіге төлем ескертіледі',
    ru: 'Напоминание заказчику об оплате',
    en: 'The customer is reminded to pay',
  },
  payBy: {
    kk: 'Төлем мерзімі аяқталады',
    ru: 'Срок оплаты истекает',
    en: 'The payment is due',
  },
  confirmReminder: {
    kk: 'Орындаушыға төлем туралы жауап беру ескертіледі',
    ru: 'Напоминание исполнителю: ответить о поступлении оплаты',
    en: 'The contractor is reminded to answer about the payment',
  },
  lateNotice: {
    kk: 'Тараптарға кешігу туралы хабарланады',
    ru: 'Сторонам сообщается об опоздании',
    en: 'Both parties are told of the delay',
  },
  openReminder: OPEN_REMINDER,
  heldReminder: {
    kk: 'Тараптарға тоқтата тұрудың жалғасып жатқаны ескертіледі',
    ru: 'Напоминание сторонам: приостановка ещё длится',
    en: 'Both parties are reminded that the hold lasts',
  },
  holdPatience: {
    kk: 'Тоқтата тұру тым ұзаққа созылды: тараптар тапсырмадан өтемақысыз бас тарта алады',
    ru: 'Приостановка длится слишком долго: стороны смогут отказаться от задания без компенсации',
    en: 'The hold has lasted too long: the parties may then give up the task without compensation',
  },
};
