import type { Consequences } from '../consequences.ts';
import { bringing } from '../consequences.ts';
import { defineLifeType } from '../life-type.ts';
import { said } from '../messages.ts';
import { inflowChart as chart, differenceOf } from './chart.ts';
import { inflowMessages as messages } from './messages.ts';
import type { InflowContext } from './types.ts';

const brings = bringing<InflowContext>(({ amount }) => amount);

const consequences: Consequences<InflowContext> = {
  stakes: ({ pays, cameBack }) => ({ pays, cameBack }),
  of: {
    match: brings(
      'Сіз атаған шот не борыш бойынша төленген деп саналады: {sum}. Шоттан артығы тапсырыс берушінің авансы болады; борыштан артық сома анықталмаған күйде қалады.',
      'По названному вами счёту или долгу будет считаться уплаченным {sum}. Лишнее по счёту станет авансом заказчика; сумма больше долга останется неразнесённой.',
      'By the invoice or the debt that you name, {sum} counts as paid. What is too much for an invoice becomes an advance of the customer; a sum above the debt stays in suspense.',
    ),
    takeReturn: brings(
      'Сіз атаған төлем банктен қайтып келген деп саналады: {sum}. Алушыға қайтадан тиесілі болады. Аз қайтса, айырманы екі адам шешеді.',
      'Названная вами выплата будет считаться вернувшейся из банка: {sum}. Она снова причитается получателю. Если вернулось меньше, разницу решают двое.',
      'The payout that you name counts as sent back by the bank: {sum}. It is owed to the payee again. If less came back, two persons decide on the difference.',
    ),
    takeTransferReturn: brings(
      'Әлеуметтік төлемдердің сіз атағаны банктен қайтып келген деп саналады: {sum}. Ол қайтадан аударылуға тиіс болады. Сомасы сәйкес келмесе, ақша анықталмаған күйде қалады.',
      'Названное вами из социальных платежей будет считаться вернувшимся из банка: {sum}. Оно снова подлежит перечислению. Если сумма не сходится, деньги останутся неразнесёнными.',
      'What you name of the social payments counts as sent back by the bank: {sum}. It is to be transferred again. If its sum is another one, the money stays in suspense.',
    ),
    settle: brings(
      'Сіз атаған төлем ұйымы ұстап тұрған ақшадан аударған деп саналады: {sum}. Сіз атаған комиссия шығыс болады. Ол шартқа сәйкес келмесе, екі адам шешеді.',
      'Будет считаться, что названная вами платёжная организация перечислила {sum} из того, что держит. Названная вами комиссия станет расходом. Если она не сходится с договором, решают двое.',
      'The payment provider that you name counts as having handed over {sum} of what it holds. The fee that you name becomes an expense. If it does not agree with the contract, two persons decide.',
    ),
    acceptDifference: (context) => ({
      words: said('Оператордың шығысы болады: {sum}.', 'Расходом Оператора станет {sum}.', '{sum} becomes an expense of the operator.'),
      sums: { sum: differenceOf(context).difference },
    }),
    rejectDifference: brings(
      'Ақша анықталмаған күйге қайтады: {sum}.',
      'Деньги снова будут неразнесёнными: {sum}.',
      'The money is in suspense again: {sum}.',
    ),
    keep: brings(
      'Тапсырыс берушінің авансы болады: {sum}.',
      'Авансом заказчика станет {sum}.',
      '{sum} becomes an advance of the customer.',
    ),
    sendBack: brings(
      'Қайтарылған деп саналады: {sum}. Банк арқылы өзіңіз аударыңыз.',
      'Возвращённым будет считаться {sum}. Переведите их через банк сами.',
      '{sum} counts as sent back. Send it by the bank yourselves.',
    ),
  },
};

export const inflow = defineLifeType<InflowContext, never>({
  chart,
  messages,
  awaited: { suspense: ['match'] },
  consequences,
  recipients: () => [],
  summary: ({ amount, on }) => `${Number(amount) / 100} KZT on ${on}`,
});
