/** The legal ground of a claim: the clauses of the offer and the references of the law that its subject rests on. */
import type { Subject } from '../../charts/dispute/types.ts';
import type { LawCode } from '../../rules/law-references.ts';
import type { TwoLanguages } from '../../rules/paper-party.ts';
import type { Nature } from '../facts.ts';
import type { Role } from '../phrases.ts';
import { both } from '../phrases.ts';

/** What the offer says, by its clause. */
const CLAUSES: Record<string, TwoLanguages> = {
  '2.2': both('2.2-тармақ (акцепт — Оператормен шарт жасасу)', 'пункт 2.2 (акцепт — заключение договора с Оператором)'),
  '3.1': both('3.1-тармақ (Платформаны пайдалану құқығы)', 'пункт 3.1 (право использования Платформы)'),
  '3.4': both(
    '3.4-тармақ (тапсырманы қабылдағанда Тапсырыс беруші мен Орындаушы арасында міндеттеме туындайды)',
    'пункт 3.4 (при принятии задания между Заказчиком и Исполнителем возникает обязательство)',
  ),
  '4.2.1': both(
    '4.2.1-тармақ (тапсырманы сапалы, толық көлемде және мерзімінде орындау)',
    'пункт 4.2.1 (качественное, полное и своевременное выполнение задания)',
  ),
  '4.3.3': both(
    '4.3.3-тармақ (жұмыс нәтижесін уақтылы қабылдау және құжаттарды рәсімдеу)',
    'пункт 4.3.3 (своевременная приёмка результата и оформление документов)',
  ),
  '5.2': both('5.2-тармақ (Тараптардың есеп айырысуы)', 'пункт 5.2 (расчёты сторон)'),
  '6.2': both('6.2-тармақ (Оператор жауапкершілігінің шегі)', 'пункт 6.2 (предел ответственности Оператора)'),
  '9.1': both('9.1-тармақ (сотқа дейінгі реттеу міндетті)', 'пункт 9.1 (досудебное урегулирование обязательно)'),
};

const AGAINST: Record<Role, string[]> = {
  customer: ['3.4', '4.3.3', '5.2', '9.1'],
  contractor: ['3.4', '4.2.1', '5.2', '9.1'],
  operator: ['2.2', '3.1', '6.2', '9.1'],
};

/** The clauses of the offer that a claim against a party rests on. */
export const clausesAgainst = (respondent: Role): TwoLanguages[] =>
  (AGAINST[respondent] as (keyof typeof CLAUSES)[]).map((clause) => CLAUSES[clause] as TwoLanguages);

const BY_SUBJECT: Record<Subject, LawCode[]> = {
  price: ['performance', 'breach'],
  damages: ['breach', 'losses'],
  penalty: ['breach', 'penalty'],
  costs: ['losses', 'change'],
  conduct: ['performance', 'breach'],
  ending: ['change', 'performance'],
};

/** The references that a claim rests on. The Civil Code has one chapter for services and one for works, also those of construction. */
export const lawsOf = (about: Subject, nature: Nature | undefined): LawCode[] => [
  ...BY_SUBJECT[about],
  ...(nature === undefined ? [] : [nature === 'services' ? ('services' as const) : ('works' as const)]),
  'preTrial',
];

/** What a claim is about, in words. */
export const SUBJECTS: Record<Subject, TwoLanguages> = {
  price: both('тапсырылған жұмыстардың (қызметтердің) бағасы', 'цена сданных работ (услуг)'),
  damages: both('залалды өтеу', 'возмещение убытков'),
  penalty: both('тұрақсыздық айыбын төлеу', 'уплата неустойки'),
  costs: both('екінші тараптың мәміледен шығуына байланысты шығындарды өтеу', 'возмещение расходов из-за выхода другой стороны из сделки'),
  conduct: both('әрекет жасау немесе одан тартыну', 'совершение действия или воздержание от него'),
  ending: both('мәмілені тоқтату және соңғы есеп айырысу', 'прекращение сделки и окончательные расчёты'),
};
