/** The texts for the states of a payment in which nothing happens by itself: what is awaited. */
import type { Localized } from '../messages.ts';

const awaited = {
  kk: 'Төлем ұйымының жауабы күтілуде. Сізден ештеңе талап етілмейді.',
  ru: 'Платформа ждёт ответа платёжной организации. От вас ничего не требуется.',
  en: 'The platform waits for the payment organisation. Nothing is expected of you.',
};
const refused = {
  kk: 'Өздігінен ештеңе болмайды. Оператор төлем ұйымының бас тарту себебін анықтап, қайталайды.',
  ru: 'Само собой ничего не произойдёт. Оператор выясняет, почему платёжная организация отказала, и повторяет операцию.',
  en: 'Nothing happens by itself. The operator finds out why the payment organisation refused, and tries again.',
};
const atProvider = (path: string): Record<string, Localized> => ({ [`${path}.asked`]: awaited, [`${path}.refused`]: refused });

export const silence: Record<string, Localized> = {
  created: awaited,
  held: {
    kk: 'Төлемнің өз мерзімі жоқ: ақша тапсырма бойынша есеп айырысуға дейін бұғатталған.',
    ru: 'У платежа здесь срока нет: деньги заблокированы до расчётов по заданию.',
    en: 'The payment has no term here: the money is held until the task is settled.',
  },
  prepaid: {
    kk: 'Төлемнің өз мерзімі жоқ: алдын ала төлем тапсырма бойынша есеп айырысуға дейін қалады.',
    ru: 'У платежа здесь срока нет: предоплата остаётся до расчётов по заданию.',
    en: 'The payment has no term here: the prepayment stays until the task is settled.',
  },
  captured: {
    kk: 'Сізден ештеңе талап етілмейді: ақша алушыға аударылады. Банк оны қайтарып алса, тараптарға хабарланады.',
    ru: 'От вас ничего не требуется: деньги перечисляются получателю. Если банк их отзовёт, стороны получат уведомление.',
    en: 'Nothing is expected of you: the money goes on to the payee. If the bank takes it back, the parties get a notice.',
  },
  takenBack: {
    kk: 'Өздігінен ештеңе болмайды. Банк ақшаны қайтарып алды; қажет болса, Оператор тараптармен хабарласады.',
    ru: 'Само собой ничего не произойдёт. Банк отозвал деньги; при необходимости Оператор свяжется со сторонами.',
    en: 'Nothing happens by itself. The bank took the money back; where needed the operator contacts the parties.',
  },
  ...atProvider('closing'),
  ...atProvider('capturing'),
  ...atProvider('releasing'),
  ...atProvider('refunding'),
};
