/** Requisites and papers in words, for whoever has to fill something in. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { PaperKind, RequisiteField } from '../../rules/requisites.ts';

export const FIELD_WORDS: Record<RequisiteField, Localized> = {
  name: said('толық ресми атауы не аты-жөні', 'полное официальное наименование или имя', 'the full legal name'),
  address: said('мекенжайы', 'адрес', 'the address'),
  phone: said('құжаттарға арналған телефоны', 'телефон для документов', 'a phone for papers'),
  bank: said(
    'банк деректемелері (банк, БСК, ЖСК, КБе): ақша тікелей соларға төленеді',
    'банковские реквизиты (банк, БИК, ИИК, КБе): на них платят напрямую',
    'the bank details (bank, BIC, IBAN, KBe), to which direct payments go',
  ),
  representative: said(
    'бүгін өкілеттігі бар, Аккаунттың иесі не қол қоюшысы болып табылатын өкіл (лауазымы, негізі)',
    'представитель с полномочиями на сегодня, который в Аккаунте владелец или подписант (должность, основание)',
    'a representative whose powers hold today, and who is an owner or signatory of the account (position, ground)',
  ),
};

export const PAPER_WORDS: Record<PaperKind, Localized> = {
  order: said('тапсырыс', 'заказ', 'order'),
  contract: said('шарт', 'договор', 'contract'),
  'completion-act': said('орындалған жұмыстар актісі', 'акт выполненных работ', 'act of completed works'),
  amendment: said('шартты өзгерту туралы келісім', 'соглашение об изменении', 'amendment'),
  'ending-agreement': said('шартты бұзу туралы келісім', 'соглашение о расторжении', 'agreement on ending'),
  refusal: said('қабылдаудан дәлелді бас тарту', 'мотивированный отказ от приёмки', 'reasoned refusal'),
  'briefing-sheet': said('нұсқаулық парағы', 'лист инструктажа', 'briefing sheet'),
  claim: said('кінәрат-талап', 'претензия', 'claim'),
  answer: said('кінәрат-талапқа жауап', 'ответ на претензию', 'answer to a claim'),
  settlement: said('дауды реттеу туралы келісім', 'соглашение об урегулировании', 'settlement'),
  'set-off-statement': said('есепке жатқызу туралы өтініш', 'заявление о зачёте', 'statement of set-off'),
  'pre-trial-statement': said('сотқа дейінгі тәртіп туралы анықтама', 'справка о досудебном порядке', 'statement of the pre-trial step'),
  'accession-statement': said('қосылу туралы өтініш', 'заявление о присоединении', 'accession statement'),
  consent: said('дербес деректерді өңдеуге келісім', 'согласие на обработку персональных данных', 'consent to data processing'),
};

export const FAULT_WORDS = {
  notForPersons: said(
    'Бұл тек компанияға не орындаушы емес кәсіпкерге арналған. Орындаушы салық режимін declare-tax-status арқылы көрсетеді.',
    'Это для компании или предпринимателя, который не исполнитель. Исполнитель указывает налоговый режим через declare-tax-status.',
    'This is for a company, or an entrepreneur who is no contractor. A contractor declares the tax regime by declare-tax-status.',
  ),
  notYet: said('Бұл күн әлі келген жоқ.', 'Этот день ещё не наступил.', 'This day is still to come.'),
  endsBeforeItBegins: said(
    'Сенімхаттың соңғы күні оның басталған күнінен бұрын.',
    'Последний день доверенности раньше дня, с которого она действует.',
    'The last day of the power of attorney is before its first.',
  ),
  hasEnded: said(
    'Сенімхаттың мерзімі өткен: жаңасын көрсетіңіз.',
    'Срок доверенности истёк: укажите новую.',
    'The power of attorney has ended. Name a new one.',
  ),
  otherBank: said(
    'Шоттағы банк коды басқа БСК-ге сәйкес келетін сияқты. Банк деректерін салыстырыңыз:',
    'Код банка в счёте, похоже, соответствует другому БИК. Сверьте с данными банка:',
    "The bank's code in the IBAN seems to belong to another BIC. Compare it with the bank's own details:",
  ),
} as const satisfies Record<string, Localized>;
