/** What the operator's staff read of an answer that a chart did not expect, and of a notice that reached nobody: the same for every life. */
import type { Localized } from './messages.ts';

export const UNEXPECTED: { template: string; title: Localized; notice: { subject: Localized; body: Localized } } = {
  template: 'unexpected-answer',
  title: {
    kk: 'Күтілмеген жауап: не болғанын анықтаңыз',
    ru: 'Неожиданный ответ: выясните, что произошло',
    en: 'An answer nobody expected: find out what happened',
  },
  notice: {
    subject: {
      kk: '{life} {number}: күтілмеген жауап',
      ru: '{life} {number}: неожиданный ответ',
      en: '{life} {number}: an answer nobody expected',
    },
    body: {
      kk: 'Сыртқы жүйеден немесе басқа істен күтілмеген жауап келді. Ол хронологияда сақталды, бірақ ештеңені өзгерткен жоқ. Не болғанын анықтап, Оператор жұмыстарының тізімінде қаралды деп белгілеңіз.',
      ru: 'От внешней системы или другого дела пришёл ответ, которого не ждали. Он сохранён в хронологии, но ничего не изменил. Выясните, что произошло, и отметьте его как просмотренный в списке дел Оператора.',
      en: "An answer came, from outside or from another matter, that nobody expected. It is kept in the record and changed nothing. Please find out what happened, and mark it as seen in the operator's work list.",
    },
  },
};

export const UNDELIVERED: { title: Localized } = {
  title: {
    kk: 'Заңды маңызы бар хабарлама жеткізілмеді: тарапқа басқа жолмен хабарлаңыз',
    ru: 'Юридически значимое уведомление не доставлено: известите сторону другим способом',
    en: 'A legal notice was not delivered: tell the party by other means',
  },
};

export const DAMAGED: { title: Localized } = {
  title: {
    kk: 'Істің жазбасы дәлелдерімен сәйкес келмейді, іс тоқтатылды: кім өзгерткенін анықтаңыз',
    ru: 'Запись дела не сходится с его доказательствами, дело остановлено: выясните, кто её изменил',
    en: 'The record of a matter does not match its evidence, and the matter is stopped: find out who changed it',
  },
};
