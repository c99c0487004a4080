/** What a command of a debt brings, with the sums that are known before it is given. */
import { least } from '../../rules/money.ts';
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import { confirmableOf, owedOf, unanswered, unreportedOf } from './sums.ts';
import type { DebtContext } from './types.ts';

const owed = (context: DebtContext): string => String(owedOf(context));

export const consequences: Consequences<DebtContext> = {
  stakes: ({ paid, setOff, waived, proposal }) => ({ paid, setOff, waived, accepted: proposal?.became === 'accepted' }),
  of: {
    confirm: (context) => {
      const open = unanswered(context);
      const [first] = open;
      if (first === undefined || open.length > 1)
        return {
          words: said(
            'Сіз растаған сома төленген деп саналады. Ол әзірге белгісіз, борыштың қалдығы: {rest}.',
            'Подтверждённая вами сумма будет считаться уплаченной. Пока она неизвестна, остаток долга: {rest}.',
            'The sum that you confirm counts as paid. It is not known yet; owed still: {rest}.',
          ),
          sums: { rest: owed(context) },
        };
      return {
        words: said(
          'Басқа сома атамасаңыз, мына сома төленген деп саналады: {sum}. Қазіргі қалдық: {rest}.',
          'Если вы не назовёте другую сумму, уплаченной будет считаться: {sum}. Остаток долга сейчас: {rest}.',
          'Unless you name another sum, this one counts as paid: {sum}. Owed now: {rest}.',
        ),
        sums: { sum: String(least(BigInt(first.amount), confirmableOf(context))), rest: owed(context) },
      };
    },
    pay: (context) => ({
      words: said(
        'Платформа арқылы төлем ашылады. Сома аталмаса, ол сіз хабарлаған төлемдерсіз бүкіл қалдық: {sum}. Ақша кредиторға жеткенде ғана төленген деп саналады.',
        'Откроется платёж через Платформу. Если сумма не названа, это весь остаток без того, о чём вы уже сообщили: {sum}. Уплаченным он будет считаться, когда деньги дойдут до кредитора.',
        'A payment through the platform is opened. If no sum is named, it is all that is owed beside what you have reported: {sum}. It counts as paid once the money reaches the creditor.',
      ),
      sums: { sum: String(unreportedOf(context)) },
    }),
    orderPayment: (context) => ({
      words: said(
        'Оператордың төлемі тапсырылады, екінші адам оны төлем құжатының нөмірімен растайды. Қалдық: {rest}.',
        'Будет поручен платёж Оператора; второй человек подтвердит его номером платёжного документа. Остаток: {rest}.',
        'A payment of the operator is ordered; a second person confirms it by the number of the payment order. Owed now: {rest}.',
      ),
      sums: { rest: owed(context) },
    }),
    waive: (context) => ({
      words: said(
        'Сіз борышты кешіресіз, ол аяқталады: {sum} төленбейді.',
        'Вы прощаете долг, и он прекратится: {sum} платить не придётся.',
        'You waive the debt and it ends: {sum} will not be paid.',
      ),
      sums: { sum: owed(context) },
    }),
    writeOff: (context) => ({
      words: said(
        'Екінші адам растаса, Оператор борышты кешіреді, ол аяқталады: {sum} төленбейді.',
        'Если второй человек подтвердит, Оператор простит долг, и он прекратится: {sum} платить не придётся.',
        'If a second person confirms it, the operator waives the debt and it ends: {sum} will not be paid.',
      ),
      sums: { sum: owed(context) },
    }),
    acceptSetOff: ({ proposal }) => ({
      words: said(
        'Екі борыш те мына сомаға азаяды: {sum}.',
        'Оба долга уменьшатся на эту сумму: {sum}.',
        'Both debts go down by this sum: {sum}.',
      ),
      sums: { sum: proposal?.amount ?? '0' },
    }),
  },
};
