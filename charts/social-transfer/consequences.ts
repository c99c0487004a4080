/** What a command of a transfer brings. Whether an order pays all or one component is known only with it. */
import type { Consequences } from '../consequences.ts';
import { said } from '../messages.ts';
import { restOf } from './chart.ts';
import type { SocialTransferContext } from './types.ts';

export const consequences: Consequences<SocialTransferContext> = {
  stakes: ({ paid, returned, sentBack }) => ({ paid, returned, sentBack }),
  of: {
    recordPaid: (context) => ({
      words: said(
        'Сіз атаған төлемдерді Оператор аударды деп саналады. Әзірге аударылмағаны: {rest}.',
        'Названные платежи будут считаться перечисленными со счёта Оператора. Пока не перечислено: {rest}.',
        "The payments that you name count as transferred from the operator's account. Not transferred yet: {rest}.",
      ),
      sums: { rest: restOf(context) },
    }),
    recordReturned: () => ({
      words: said(
        'Сіз атаған сома Операторға қайтып келді деп саналады. Ол қайтадан аударылуға тиіс болады және келесі тізілімде есепке алынады.',
        'Названная сумма будет считаться вернувшейся на счёт Оператора. Она снова подлежит перечислению и учитывается в следующем реестре.',
        "The sum that you name counts as returned to the operator's account. It is to be transferred again, and the next register takes it into account.",
      ),
    }),
  },
};
