/**
 * What came to the operator's bank account in the format `1CClientBankExchange`, with the fields that banks in Kazakhstan give to «1С:Бухгалтерия для
 * Казахстана» (version 2.00). Lines end as in Windows; the file is in windows-1251. docs/billing.md says what of it was tried.
 */
import { plainTenge } from '../rules/money.ts';
import { written } from './billing/facts.ts';
import type { Operator } from './operator.ts';

export interface Received {
  number: string;
  /** A civil date. */
  day: string;
  amount: string;
  payer: string;
  identifier: string;
  purpose: string;
}

interface Heading {
  from: string;
  to: string;
  /** The civil date on which it is made. */
  madeOn: string;
  operator: Operator;
}

/** A value is a line: nobody's words begin another one. */
const line = ([name, value]: readonly [string, string]): string => `${name}=${value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()}`;
const lines = (...all: readonly string[]): string => all.map((each) => `${each}\r\n`).join('');

const head = ({ from, to, madeOn, operator: { name, bank } }: Heading): string =>
  lines(
    '1CClientBankExchange',
    ...(
      [
        ['ВерсияФормата', '2.00'],
        ['Кодировка', 'Windows'],
        ['Отправитель', name],
        ['Получатель', '1C Предприятие, Бухгалтерия для Казахстана'],
        ['ДатаСоздания', written(madeOn)],
        ['ДатаНачала', written(from)],
        ['ДатаКонца', written(to)],
        ['РасчСчет', bank?.iban ?? ''],
      ] as const
    ).map(line),
  );

const section = ({ name, bin, bank }: Operator, { number, day, amount, payer, identifier, purpose }: Received): string =>
  lines(
    ...(
      [
        ['СекцияДокумент', 'Выписка'],
        ['ВидДокумента', 'ПлатежноеПоручение'],
        ['НомерДокумента', number],
        ['ДатаДокумента', written(day)],
        ['ДатаОперации', written(day)],
        ['ПлательщикНаименование', payer],
        ['ПлательщикБИН_ИИН', identifier],
        ['ПолучательНаименование', name],
        ['ПолучательБИН_ИИН', bin],
        ['ПолучательКБЕ', bank?.beneficiaryCode ?? ''],
        ['ПолучательИИК', bank?.iban ?? ''],
        ['ПолучательБанкНаименование', bank?.name ?? ''],
        ['ПолучательБанкБИК', bank?.bik ?? ''],
        ['СуммаПриход', plainTenge(amount)],
        ['Сумма', plainTenge(amount)],
        ['Валюта', 'KZT'],
        ['НазначениеПлатежа', purpose],
        ['КодНазначенияПлатежа', bank?.purposeCode ?? ''],
      ] as const
    ).map(line),
    'КонецДокумента',
  );

/** The balances of the account are the bank's to say, so there is no section of them. */
export async function* bankExchange(heading: Heading, payments: AsyncIterable<Received>): AsyncGenerator<string> {
  yield head(heading);
  for await (const payment of payments) yield section(heading.operator, payment);
  yield lines('КонецФайла');
}
