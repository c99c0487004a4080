import type { Consequences } from '../consequences.ts';
import { bringing } from '../consequences.ts';
import { defineLifeType } from '../life-type.ts';
import { inflowChart as chart } from './chart.ts';
import { inflowMessages as messages } from './messages.ts';
import type { InflowContext } from './types.ts';

const brings = bringing<InflowContext>(({ amount }) => amount);

const consequences: Consequences<InflowContext> = {
  stakes: ({ invoice, cameBack }) => ({ invoice, cameBack }),
  of: {
    match: brings(
      'Сіз атаған шот бойынша төленген деп саналады: {sum}. Артығы тапсырыс берушінің авансы болады.',
      'По названному вами счёту будет считаться уплаченным {sum}. Лишнее станет авансом заказчика.',
      'By the invoice that you name, {sum} counts as paid. What is too much becomes an advance of the customer.',
    ),
    takeReturn: brings(
      'Сіз атаған төлем банктен қайтып келген деп саналады: {sum}. Алушыға қайтадан тиесілі болады.',
      'Названная вами выплата будет считаться вернувшейся из банка: {sum}. Она снова причитается получателю.',
      'The payout that you name counts as sent back by the bank: {sum}. It is owed to the payee again.',
    ),
    takeTransferReturn: brings(
      'Әлеуметтік төлемдердің сіз атағаны банктен қайтып келген деп саналады: {sum}. Ол қайтадан аударылуға тиіс болады. Сомасы сәйкес келмесе, ақша анықталмаған күйде қалады.',
      'Названное вами из социальных платежей будет считаться вернувшимся из банка: {sum}. Оно снова подлежит перечислению. Если сумма не сходится, деньги останутся неразнесёнными.',
      'What you name of the social payments counts as sent back by the bank: {sum}. It is to be transferred again. If its sum is another one, the money stays in suspense.',
    ),
    settle: brings(
      'Сіз атаған төлем ұйымы ұстап тұрған ақшадан аударған деп саналады: {sum}.',
      'Будет считаться, что названная вами платёжная организация перечислила {sum} из того, что держит.',
      'The payment provider that you name counts as having handed over {sum} of what it holds.',
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
  consequences,
  recipients: () => [],
  summary: ({ amount, on }) => `${Number(amount) / 100} KZT on ${on}`,
});
