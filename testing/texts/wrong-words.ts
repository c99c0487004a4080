/** Words that reviewers found wrong in texts for users, with the reason and a better word. Only tests use them. */
import type { Language } from '../../charts/messages.ts';

interface WrongWord {
  language: Language;
  word: RegExp;
  because: string;
}

const wrong = (language: Language, word: RegExp, because: string): WrongWord => ({ language, word, because });

const WRONG: WrongWord[] = [
  wrong('kk', /мердігер(?!лі)/iu, 'the party of a task is «Орындаушы»'),
  wrong('ru', /провайдер/i, 'the offer and the law on payments say «платёжная организация»'),
  wrong('kk', /провайдер/i, 'the law on payments says «төлем ұйымы»'),
  wrong('ru', /досудебный порядок[^.]*соблюд/i, 'only a court judges whether the order was kept'),
  wrong('kk', /тәртібі сақталды|тәртіп сақталды/i, 'only a court judges whether the order was kept'),
  wrong('en', /pre-trial (?:step|order)[^.;]* was kept/i, 'only a court judges whether the order was kept'),
  wrong('ru', /исковой давности ист[её]к/i, 'only a court applies limitation, when a party asks for it'),
  wrong('en', /limitation period/i, 'only a court applies limitation, when a party asks for it'),
  wrong('kk', /аккаунт иесі/i, '«иесі» is a role of a member: say «Пайдаланушы»'),
  wrong('ru', /владел\p{L}* аккаунта/iu, '«владелец» is a role of a member: say «Пользователь»'),
  wrong('ru', /аккаунт(?:\s+№ \{number\})?\s+(?:принял|продолжил|не согласился)/i, 'an account accepts nothing: the user does'),
  wrong('en', /account \{number\} has (?:accepted|declined)/i, 'an account accepts nothing: the user does'),
  wrong('ru', /\u{430}ккаунт/u, 'a term of the offer: «Аккаунт»'),
  wrong('kk', /\u{430}ккаунт/u, 'a term of the offer: «Аккаунт»'),
  wrong('ru', /личном кабинете|(?<!Личном )кабинете/u, 'a term of the offer: «Личный кабинет»'),
  wrong('kk', /жеке кабинет|(?<!Жеке )кабинет/u, 'a term of the offer: «Жеке кабинет»'),
  wrong('ru', /совместн\p{L}* указани/iu, 'parties give an order on a sum: «совместное распоряжение»'),
  wrong('kk', /бірлескен нұсқау/i, '«нұсқау» is an instruction, of one root with the briefing: say «бірлескен өкім»'),
  wrong('ru', /внес\p{L}* судебный акт|внес[её]н судебный акт/iu, 'a court act in force is registered'),
  wrong('ru', /деньги не движутся/i, 'say what is suspended: «перечисление денег приостановлено»'),
  wrong('ru', /налогов\p{L}* статус/iu, 'what is declared is the «налоговый режим»'),
  wrong('kk', /салық мәртебе/i, 'what is declared is the «қолданылатын салық режимі»'),
  wrong('en', /tax status/i, 'what is declared is the tax regime'),
  wrong('ru', /удержива\p{L}* при выплате/iu, 'nothing is withheld from payouts'),
  wrong('kk', /төлемнен не ұстал/i, 'nothing is withheld from payouts'),
  wrong(
    'ru',
    /^(?!.*(?:подтвер|ЭЦП)).*подписанн\p{L}* (?:акт|документ)/isu,
    'a document may be confirmed, which is no signature (1.11): say both, or name the signature',
  ),
  wrong(
    'kk',
    /^(?!.*(?:раста|ЭЦҚ)).*қол қой/is,
    'a document may be confirmed, which is no signature (1.11): say both, or name the signature',
  ),
  wrong(
    'en',
    /^(?!.*(?:confirm|signature)).*\bsigned\b/is,
    'a document may be confirmed, which is no signature (1.11): say both, or name the signature',
  ),
  wrong('ru', /списа(?:ть|л|н) долг|списал неоплаченный/i, 'a write-off is bookkeeping: the operator forgives or waives'),
  wrong('kk', /есептен шығар/i, 'a write-off is bookkeeping; money is taken «шоттан»'),
  wrong('kk', /бұдан былай өспейді/i, 'a penalty accrues or stops to: «есептеу тоқтатылды»'),
  wrong('en', /grows no further/i, 'a penalty accrues or stops to'),
  wrong('ru', /больше не растёт/i, 'a penalty accrues or stops to: «начисление прекращено»'),
  wrong('ru', /Не вы\?|не вы,(?: до тех пор)? возразите/iu, 'say what to do and where: «отклоните её в Личном кабинете»'),
  wrong('kk', /бұл сіз емес пе/i, 'a question is no instruction: «Бұл сіз болмасаңыз, …»'),
  wrong('ru', /что из этого следует|последствия указаны/i, 'say the consequence or nothing'),
  wrong('kk', /бұдан не шығат/i, 'say the consequence or nothing'),
  wrong('en', /what follows is shown with the account/i, 'say the consequence or nothing'),
  wrong('ru', /оферты?\s*4\.2\.1|пункт 4\.2\.1/i, '4.2.1 forbids leaving rather than allows it'),
  wrong('ru', /откаж\p{L}* с указанием причин, до|приня\p{L}* работу либо отка/iu, 'what a customer sends is «мотивированный отказ»'),
  wrong('ru', /названо в rule/i, 'people read the detail, not the names of fields'),
  wrong(
    'ru',
    /снял удержание|деньги удержаны|удержание снято/i,
    'a bank blocks: «блокировка»; удержание is what an employer or the tax takes',
  ),
  wrong('kk', /ақша сақтауда|сақтау алынды/i, '«сақтау» is storage: say «бұғаттау»'),
  wrong('kk', /келісімшарт/i, 'the Civil Code says «шарт»'),
  wrong('kk', /шарттар/i, 'the terms of a task are «талаптар»; «шарт» is the contract'),
  wrong('kk', /талап қоюшы/i, 'that is the plaintiff in court: say «өтініш беруші»'),
  wrong('kk', /куәлік/i, 'a «куәлік» is an identity card: say «анықтама»'),
  wrong('kk', /үн қат/i, 'literary: say «өтінім беру»'),
  wrong('kk', /ұсыныстар алмас/i, '«ұсыныстармен алмасу»'),
  wrong('kk', /өзіңіздікін/i, '«өз өкіміңізді»'),
  wrong('kk', /жаңғырт/i, '«жаңғырту» is a renovation: say «қайта бастау»'),
  wrong('kk', /бөтен кіру/i, '«бөгде адамның кіруі»'),
  wrong('kk', /төлем(?:і)? (?:төленбей )?тоқтатылды/i, '«тоқтату» is to stop: a cancelled payment «күшін жойды»'),
  wrong('kk', /мерзімі (?:бітті|бітеді|өтті)|мерзім өтті|біткенше/i, 'one word for the end of a term: «аяқталды»'),
  wrong('kk', /орындаушыға айтыңыз/i, 'the parties have no channel for it; formal: «хабарлаңыз»'),
  wrong('kk', /№\{/, 'a space after №'),
  wrong('kk', /\{deadline\} (?:дейін|кешіктірмей|аяқталады)|\{deadline\}[\p{L}]/iu, 'a moment has no case ending: «Мерзімі: {deadline}»'),
  wrong('en', /\b(?:by|until|on) \{deadline\}/i, 'a day counts to its end: «no later than {deadline}»'),
];

/** `шот` is a bank account or an invoice: what people do with an account of the platform is not done with it. */
const PLATFORM_ACCOUNT = /(?<!\p{L})шот(?:ыңыз\p{L}*|қа кір\p{L}*|ты (?:жаб|бұғатта|тірке|аш)\p{L}*)/iu;

/** The wrong words of a text, each with its reason. Empty if there are none. */
export function wrongWords(text: string, language: Language): string[] {
  const found = WRONG.flatMap(({ language: of, word, because }) => {
    const [match] = (of === language ? word.exec(text) : null) ?? [];
    return match === undefined ? [] : [`${match}: ${because}`];
  });
  const account = language === 'kk' && PLATFORM_ACCOUNT.test(text);
  return account ? [...found, 'шот: a bank account or an invoice; an account of the platform is «Аккаунт»'] : found;
}
