/** What happened in a deal, as the circumstances of a claim: each event of its record that tells of work, acceptance, money or leaving. */
import type { Party } from '../../charts/law.ts';
import type { TwoLanguages } from '../../rules/paper-party.ts';
import { both, dayOf, sumOf } from '../phrases.ts';

/** An event of a task. A timer has the name of its delay. */
export interface TaskHappened {
  type: string;
  by: Party;
  input: object;
}

type Saying = TwoLanguages | ((happened: TaskHappened) => TwoLanguages);

/** Who acted, where either party may. */
const who = ({ by }: TaskHappened): TwoLanguages =>
  by === 'customer' ? both('Тапсырыс беруші', 'Заказчик') : both('Орындаушы', 'Исполнитель');

/** A saying about whichever party acted. */
const either =
  (kk: string, ru: string) =>
  (happened: TaskHappened): TwoLanguages => {
    const name = who(happened);
    return both(`${name.kk} ${kk}`, `${name.ru} ${ru}`);
  };

/** Where the event names a sum, it is said too. */
const withSum =
  (kk: string, ru: string) =>
  ({ input }: TaskHappened): TwoLanguages => {
    const { amount } = input as { amount?: string };
    const sum = amount === undefined ? undefined : sumOf(amount);
    return both(sum ? `${kk}: ${sum.kk}` : kk, sum ? `${ru}: ${sum.ru}` : ru);
  };

function reported(happened: TaskHappened): TwoLanguages {
  const { paidOn } = happened.input as { paidOn?: string };
  const said = withSum('Тапсырыс беруші төлегенін хабарлады', 'Заказчик сообщил об оплате')(happened);
  if (paidOn === undefined) return said;
  const day = dayOf(paidOn);
  return both(`${said.kk}; төленген күні: ${day.kk}`, `${said.ru}; день оплаты: ${day.ru}`);
}

const SAYINGS: Record<string, Saying> = {
  accept: both('Орындаушы тапсырманы қабылдады', 'Исполнитель принял задание'),
  amend: either('талаптарды өзгертуді ұсынды', 'предложил изменить условия'),
  acceptAmendment: either('талаптардың өзгеруіне келісті', 'согласился изменить условия'),
  declineAmendment: either('талаптардың өзгеруіне келіспеді', 'не согласился изменить условия'),
  brief: both('Тапсырыс беруші нұсқама өткізді', 'Заказчик провёл инструктаж'),
  reportRisk: both('Тапсырыс беруші жаңа қауіп туралы хабарлады', 'Заказчик сообщил о новом риске'),
  acknowledge: both('Орындаушы нұсқаманы растады', 'Исполнитель подтвердил инструктаж'),
  start: both('Орындаушы жұмысты бастады', 'Исполнитель начал работу'),
  startBy: both('Келісілген уақытта жұмыс басталмады', 'К согласованному времени работа не начата'),
  noShow: both('Жұмысты бастаудың қосымша уақыты аяқталды', 'Дополнительное время на начало работы истекло'),
  stopWork: both('Орындаушы қауіпсіз емес болғандықтан жұмысты тоқтатты', 'Исполнитель остановил работу: она небезопасна'),
  reportNoAccess: both('Орындаушы объектіге кіре алмайтынын хабарлады', 'Исполнитель сообщил, что нет доступа к объекту'),
  resumeWork: both('Жұмыс жалғастырылды', 'Работа продолжена'),
  dueBy: both('Жұмысты аяқтау мерзімі аяқталды', 'Срок окончания работы прошёл'),
  graceUntil: both('Кешігуге берілген уақыт аяқталды', 'Дополнительное время на окончание работы истекло'),
  submit: both('Орындаушы жұмысты тапсырды', 'Исполнитель сдал работу'),
  approve: both('Тапсырыс беруші жұмысты қабылдады', 'Заказчик принял работу'),
  approvePart: both('Тапсырыс беруші жұмыстың бір бөлігін қабылдады', 'Заказчик принял часть работы'),
  refuse: both('Тапсырыс беруші жұмысты қабылдаудан дәлелді бас тартты', 'Заказчик направил мотивированный отказ от приёмки'),
  reviewBy: both('Қабылдау мерзімі Тапсырыс берушінің жауабынсыз аяқталды', 'Срок приёмки прошёл без ответа Заказчика'),
  cancel: both('Тапсырыс беруші мәміледен шықты', 'Заказчик вышел из сделки'),
  resign: both('Орындаушы мәміледен шықты', 'Исполнитель вышел из сделки'),
  giveUp: either('мәміледен өтемсіз шықты', 'вышел из сделки без возмещения'),
  proposeCancel: withSum('Мәмілені тоқтату ұсынылды, Тапсырыс берушінің төлемі', 'Предложено прекратить сделку, платёж Заказчика'),
  acceptCancel: either('мәмілені тоқтатуға келісті', 'согласился прекратить сделку'),
  declineCancel: either('мәмілені тоқтатуға келіспеді', 'не согласился прекратить сделку'),
  reportForceMajeure: either('еңсерілмейтін күш туралы хабарлады', 'сообщил о непреодолимой силе'),
  admitForceMajeure: either('еңсерілмейтін күшті мойындады', 'признал непреодолимую силу'),
  contestForceMajeure: either('еңсерілмейтін күшті мойындамады', 'не признал непреодолимую силу'),
  endForceMajeure: either('еңсерілмейтін күштің аяқталғанын хабарлады', 'сообщил, что непреодолимая сила прекратилась'),
  paymentHeld: withSum('Төлем бұғатталды', 'Платёж заблокирован'),
  paymentCaptured: withSum('Тапсырыс берушіден төлем алынды', 'Платёж Заказчика получен'),
  paidOut: withSum('Орындаушыға төленді', 'Исполнителю выплачено'),
  report: reported,
  confirm: withSum('Орындаушы төлемді алғанын растады', 'Исполнитель подтвердил получение оплаты'),
  deny: both('Орындаушы төлемді алғанын растамады', 'Исполнитель не подтвердил получение оплаты'),
  payBy: both('Төлеу мерзімі аяқталды', 'Срок оплаты прошёл'),
};

/** What happened, in words. Undefined for what a claim does not tell. */
export function happenedOf(happened: TaskHappened): TwoLanguages | undefined {
  const saying = SAYINGS[happened.type];
  return typeof saying === 'function' ? saying(happened) : saying;
}
