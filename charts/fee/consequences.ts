/** What a command of a fee brings. The penalty grows by the day, so only the principal is known before. */
import { balanceOf } from '../../rules/penalty.ts';
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import { debtOf } from './chart.ts';
import type { FeeContext } from './types.ts';

/** What is left of the principal after every payment. */
function principalLeft(context: FeeContext): string {
  const days = [context.dueOn, ...context.payments.map(({ on }) => on)].sort();
  return String(balanceOf(debtOf(context), days.at(-1) ?? context.dueOn).principalOwed);
}

export const consequences: Consequences<FeeContext> = {
  stakes: ({ payments, writtenOffOn }) => ({ payments, writtenOffOn }),
  of: {
    recordPayment: (context) => ({
      words: said(
        'Сіз атаған сома төленген деп саналады. Ол әзірге белгісіз. Өсімпұлсыз қалдық: {rest}.',
        'Названная вами сумма будет считаться уплаченной. Пока она неизвестна. Остаток без пени: {rest}.',
        'The sum that you name counts as paid. It is not known yet. Owed without the penalty: {rest}.',
      ),
      sums: { rest: principalLeft(context) },
    }),
    writeOff: (context) => ({
      words: said(
        'Борыш кешіріледі, оны төлеудің қажеті жоқ: {sum} және осы күнге дейін есептелген өсімпұл.',
        'Задолженность будет прощена, платить не придётся: {sum} и пени, начисленные к этому дню.',
        'The debt is forgiven and need not be paid: {sum}, and the penalty accrued by this day.',
      ),
      sums: { sum: principalLeft(context) },
    }),
  },
};
