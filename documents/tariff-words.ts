/** A plan of the operator's tariffs in words, as the page of tariffs and the accession statement say it (3.2). */
import type { Language, Localized } from '../charts/messages.ts';
import { said } from '../charts/messages.ts';
import { counted } from '../rules/counted.ts';
import type { Charge, Commission, Extra, Plan } from '../rules/tariff.ts';
import { commissionOfPlan } from '../rules/tariff.ts';

const LANGUAGES = ['kk', 'ru', 'en'] as const satisfies readonly Language[];
const inEach = (say: (language: Language) => string): Localized =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language)])) as unknown as Localized;

const tenge = (amount: number): Localized => inEach((language) => counted(amount, 'tenge', language));

/** What is charged on tasks. `undefined` if nothing is. */
export function commissionWords({ rate, minimum = 0, maximum }: Commission): Localized | undefined {
  if (rate === 0 && minimum === 0) return undefined;
  const share = inEach((language) => counted(rate, 'percent', language));
  const [least, most] = [tenge(minimum), tenge(maximum ?? 0)];
  const base = said(
    `әр тапсырма бойынша қабылданған жұмыстардың (қызметтердің) бағасынан және жұмыс ақысы ретінде, тапсырма аяқталғаннан кейін де, танылған, келісілген немесе белгіленген сомалардан ${share.kk}`,
    `${share.ru} от цены принятых работ (услуг) по каждому заданию и от сумм, признанных, согласованных или назначенных по нему в оплату работ, в том числе после его завершения`,
    `${share.en} of the price of accepted work of each task, and of sums admitted, agreed or decided in payment of its work, also after it has ended`,
  );
  const bounds = [
    ...(minimum > 0 ? [said(`кемінде ${least.kk}`, `не менее ${least.ru}`, `at least ${least.en}`)] : []),
    ...(maximum !== undefined ? [said(`көп дегенде ${most.kk}`, `не более ${most.ru}`, `at most ${most.en}`)] : []),
  ];
  if (bounds.length === 0) return base;
  const and = { kk: ' және ', ru: ' и ', en: ' and ' };
  const end = {
    kk: ' бір тапсырма үшін, қанша бөлікпен қабылданса да',
    ru: ' за задание, сколькими бы частями его ни приняли',
    en: ' for a task, in however many parts it is accepted',
  };
  return inEach((language) => `${base[language]}, ${bounds.map((each) => each[language]).join(and[language])}${end[language]}`);
}

/** What is charged for each calendar month. `undefined` if nothing is. */
export function subscriptionWords({ perMonth }: Pick<Plan, 'perMonth'>): Localized | undefined {
  if (perMonth === undefined) return undefined;
  const sum = tenge(perMonth);
  return said(
    `әр күнтізбелік ай үшін абоненттік төлем ${sum.kk}`,
    `абонентская плата ${sum.ru} за каждый календарный месяц`,
    `a subscription of ${sum.en} for each calendar month`,
  );
}

/** What contractors pay (3.3). */
export const FREE_FOR_CONTRACTORS = said(
  'Орындаушы үшін платформаны пайдалану тегін: профиль, өтінімдер, тапсырмалар, құжаттар мен төлемдер үшін ештеңе алынбайды. Тек өзіңіз тапсырыс берген қосымша қызметтер ақылы, олардың бағасы тапсырысқа дейін көрсетіледі.',
  'Для исполнителя пользование платформой бесплатно: за профиль, отклики, задания, документы и выплаты ничего не взимается. Платны только дополнительные услуги, которые вы сами заказали; их цена видна до заказа.',
  'For contractors the use of the platform is free: nothing is charged for the profile, responses, tasks, papers and payouts. Only extras that you order yourself are paid, and their price is shown before the order.',
);

/** The extras as the page of tariffs shows them. */
export const EXTRAS: Record<Extra['code'], { name: Localized; words: Localized }> = {
  'income-certificate': {
    name: said(
      'Орындалған тапсырмалар мен табыс туралы анықтама',
      'Справка о выполненных заданиях и доходе',
      'Certificate of completed work and income',
    ),
    words: said(
      'Банкке немесе елшілікке арналған PDF, сіз таңдаған кезең мен тілде, кез келген адам тексере алатын QR коды бар. Бір тапсырысқа бір анықтама. Картамен алдын ала төленеді; мерзімінде жасалмаса, ақша өздігінен толық қайтарылады.',
      'PDF для банка или посольства за выбранный период на выбранном языке, с QR-кодом, по которому справку проверит любой. Один заказ — одна справка. Оплата картой вперёд; если справка не будет составлена в срок, деньги вернутся полностью и сами.',
      'A PDF for a bank or an embassy, for the period and in the language of your choice, with a QR code by which anybody can check it. One order is one certificate. It is paid by card beforehand; if it is not drawn in time, all of the money goes back by itself.',
    ),
  },
};

export const NOTHING_CHARGED = said('сыйақы алынбайды', 'вознаграждение не взимается', 'nothing is charged');

/** All that is charged by a plan, as one phrase. */
export function chargeWords(charge: Charge): Localized {
  const words = [commissionWords(commissionOfPlan(charge)), subscriptionWords(charge)].filter((each) => each !== undefined);
  return words.length === 0 ? NOTHING_CHARGED : inEach((language) => words.map((each) => each[language]).join('; '));
}
