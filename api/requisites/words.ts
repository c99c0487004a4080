/** Requisites and papers in words, for whoever has to fill something in. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { RequisiteField } from '../../rules/requisites.ts';

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
