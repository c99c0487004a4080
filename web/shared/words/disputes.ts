/** Words about claims and disputes. */
import type { Localized } from '../language.ts';
import { said } from '../said.ts';

export const DISPUTE_WORDS = {
  disputes: said('Даулар', 'Споры', 'Disputes'),
  noDisputes: said('Даулар жоқ.', 'Споров нет.', 'There are no disputes.'),
  claim: said('Талап', 'Претензия', 'Claim'),
  newClaim: said('Талап қою', 'Предъявить претензию', 'Make a claim'),
  claimAgainstOperator: said('Операторға талап қою', 'Претензия к Оператору', 'A claim against the operator'),
  noClaimNow: said('Қазір талап қоюға болмайды.', 'Сейчас предъявить претензию нельзя.', 'No claim can be made now.'),
  claimFrom: said('Кімнен', 'От кого', 'From'),
  claimTo: said('Кімге', 'Кому', 'To'),
  attachedFiles: said('Тіркелген файлдар', 'Приложено файлов', 'Files attached'),
  readClaim: said('Талапты оқып шығу', 'Прочитать претензию', 'Read the claim'),
  readBeforeSending: said(
    'Екінші тарап талапты осылай оқиды. Оқып шығыңыз: жіберілгенін өзгертуге болмайды.',
    'Так претензию прочитает другая сторона. Перечитайте её: отправленную изменить нельзя.',
    'This is how the other side will read the claim. Read it again: once sent it cannot be changed.',
  ),
  sendClaim: said('Талапты жіберу', 'Отправить претензию', 'Send the claim'),
  'about-price': said('— тапсырылған жұмыстың бағасы туралы', '— о цене сданной работы', '— about the price of submitted work'),
  'about-damages': said('— келтірілген зиянды өтеу', '— возместить причинённый вред', '— to make good what was damaged'),
  'about-penalty': said('— мерзімді бұзғаны үшін', '— за нарушение срока', '— for what came late'),
  'about-costs': said('— екінші тарап бас тартқандағы шығындар', '— расходы из-за отказа другой стороны', '— of the other party’s leaving'),
  'about-conduct': said('— ақшасыз, әрекет туралы', '— без денег, о поведении', '— no money, about what a party did'),
  'about-ending': said('— тапсырма қалай аяқталуы керек', '— как завершить задание и с какой суммой', '— how the task ends, with the sum'),
  disputedSum: said('Дауланған сома', 'Спорная сумма', 'Sum in dispute'),
  admittedSum: said('Мойындалған сома', 'Признано', 'Admitted'),
  sentAt: said('Жіберілді', 'Отправлена', 'Sent'),
  answerBy: said('Жауап беру мерзімі', 'Ответить до', 'Answer by'),
  limitationOn: said('Талап мерзімі бітетін күн', 'Срок исковой давности', 'Limitation ends on'),
  talks: said('Келіссөздер', 'Переговоры', 'Talks'),
  answer: said('Жауап', 'Ответ', 'Answer'),
  offerOfTerms: said('Ұсыныс', 'Предложение', 'Offer'),
  declinedOffer: said('қабылданбады', 'отклонено', 'declined'),
  jointInstruction: said('Бірлескен нұсқау', 'Совместное указание', 'Joint instruction'),
  courtAct: said('Сот актісі', 'Судебный акт', 'Act of a court'),
  agreedTerms: said('Келісілді', 'Согласовано', 'Agreed'),
  signBy: said('қол қою мерзімі', 'подписать до', 'sign by'),
  outcome: said('Нәтижесі', 'Итог', 'Outcome'),
  toClaimant: said('талап қоюшыға', 'заявителю', 'to the claimant'),
  performBy: said('мерзімі', 'исполнить до', 'perform by'),
};

export const DISPUTE_FIELDS: Record<string, Localized> = {
  calculation: said('Соманың есебі, жолдап', 'Расчёт суммы по строкам', 'Calculation of the sum, line by line'),
  demand: said('Талап пен оның негіздері', 'Требование и его основания', 'The demand and its grounds'),
  happenedOn: said('Оқиға күні', 'День события', 'Day of the event'),
  until: said('Орындау күні', 'Исполнить до', 'Perform by'),
};

export const DISPUTE_CHOICES: Record<string, Localized> = {
  admitted: said('мойындалды', 'признана', 'admitted'),
  'admitted-in-part': said('ішінара мойындалды', 'признана частично', 'admitted in part'),
  rejected: said('қабылданбады', 'отклонена', 'rejected'),
};
