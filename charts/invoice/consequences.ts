/** What a command of an invoice brings. The penalty grows by the day, so only the principal is known before. */
import { balanceOf } from '../../rules/penalty.ts';
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import { debtOf } from './balance.ts';
import type { InvoiceContext } from './types.ts';

/** What is left of the principal after every payment. */
function principalLeft(context: InvoiceContext): string {
  const days = [context.dueOn, ...context.payments.map(({ on }) => on)].sort();
  return String(balanceOf(debtOf(context), days.at(-1) ?? context.dueOn).principalOwed);
}

export const consequences: Consequences<InvoiceContext> = {
  stakes: ({ payments, credits, claims, writtenOffOn, card }) => ({ payments, credits, claims, writtenOffOn, card }),
  of: {
    pay: (context) => ({
      words: said(
        'Төлем ұйымының беті ашылады. Онда осы күнгі қалдықты төлейсіз: {rest} және осы күнге дейін есептелген өсімпұл. Ақша төлем ұйымына түспейінше, шот өзгермейді.',
        'Откроется страница платёжной организации. На ней вы оплатите остаток на этот день: {rest} и пени, начисленные к этому дню. Пока платёжная организация не получила деньги, счёт не меняется.',
        'The page of the payment organisation opens. On it you pay what is left on this day: {rest}, and the penalty accrued by this day. The invoice is as it was until that organisation has the money.',
      ),
      sums: { rest: principalLeft(context) },
    }),
    recordPayment: (context) => ({
      words: said(
        'Сіз атаған сома төленген деп саналады, артығы келесі шотқа қалады. Сома әзірге белгісіз. Өсімпұлсыз қалдық: {rest}.',
        'Названная вами сумма будет считаться уплаченной, лишнее останется для следующего счёта. Пока она неизвестна. Остаток без пени: {rest}.',
        'The sum that you name counts as paid, and what is too much is kept for the next invoice. It is not known yet. Owed without the penalty: {rest}.',
      ),
      sums: { rest: principalLeft(context) },
    }),
    credit: (context) => ({
      words: said(
        'Шот сіз атаған сомаға азаяды, оған өсімпұл есептелмейді. Сома әзірге белгісіз. Өсімпұлсыз қалдық: {rest}.',
        'Счёт будет уменьшен на названную вами сумму, пеня на неё не начисляется. Пока она неизвестна. Остаток без пени: {rest}.',
        'The invoice is lowered by the sum that you name, which bears no penalty. It is not known yet. Owed without the penalty: {rest}.',
      ),
      sums: { rest: principalLeft(context) },
    }),
    claimPenalty: () => ({
      words: said(
        'Осы күнге дейін есептелген өсімпұл күндер бойынша есебі бар құжатпен талап етіледі. Ол күн сайын өзгереді.',
        'Пеня, начисленная к этому дню, будет потребована документом с расчётом по дням. Она меняется каждый день.',
        'The penalty accrued by this day is claimed by a paper with its calculation day by day. It changes every day.',
      ),
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
