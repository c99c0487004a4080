/** Draws the certificate that a contractor has paid for, once, while its order waits for it. */
import type { Effects } from '../charts/effects.ts';
import type { ExtraContext } from '../charts/extra/types.ts';
import { actNumber } from '../documents/completion-act.ts';
import type { MonthOfIncome } from '../documents/income/certificate.ts';
import { certificate } from '../documents/income/certificate.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import { lifeNow, wouldAccept } from '../lives/external-event.ts';
import type { Lives } from '../lives/lives.ts';
import { findAccount, identifierOf } from '../models/stores/account.ts';
import type { PaidPayout } from '../models/stores/income.ts';
import { actsBetween, payoutsBetween } from '../models/stores/income.ts';
import { nowOf } from '../models/stores/life.ts';
import { orderingOf } from '../models/stores/paper-source.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { civilDate } from '../rules/working-days.ts';
import { paperInHand, referenceOf } from './papers/paper-in-hand.ts';

type Drawing = Effects['drawExtra'];

/** Payouts by the month of their day. */
export function byMonth(payouts: readonly PaidPayout[]): MonthOfIncome[] {
  const months = Map.groupBy(payouts, ({ on }) => on.slice(0, 7));
  const total = (own: readonly PaidPayout[], name: 'income' | 'withheld'): bigint =>
    own.reduce((sum, each) => sum + BigInt(each[name]), 0n);
  return [...months].map(([month, own]) => ({
    ...{ month, payouts: own.length, income: total(own, 'income'), withheld: total(own, 'withheld') },
  }));
}

export function drawExtra(lives: Lives, dispatch: Dispatch, operator: Operator, publicUrl: string): Performer<Drawing> {
  const { database } = lives;
  const inHand = paperInHand<Drawing>(lives, dispatch, publicUrl, {
    signingOf: ({ id }) => `signing/${referenceOf(id)}`,
    async draw({ id, life, seq, params: { from, to, language } }) {
      const [row, parameters] = await Promise.all([orderingOf(database, life, seq), readParameters(database)]);
      const { contractor = '' } = row.context as ExtraContext;
      const account = await findAccount(database, contractor);
      const iin = account && identifierOf(database, account);
      // Erased since: there is nobody to certify anything of.
      if (!account?.name || iin == null) throw new FinalFailure('the account has no name or no number any more');
      const [acts, payouts] = await Promise.all([
        actsBetween(database, contractor, from, to),
        payoutsBetween(database, contractor, from, to),
      ]);
      const date = civilDate(row.at.toISOString());
      const paper = certificate({
        ...{ reference: referenceOf(id), record: { event: `${life}/${seq}`, hash: row.hash }, date, language, from, to, iin },
        ...{ name: account.name, operator: operatorOn(operator, parameters, date), months: byMonth(payouts) },
        acts: acts.map((act) => ({ number: actNumber(act.year, act.seq), date: act.dated, amount: BigInt(act.amount) })),
      });
      return { paper, asks: { contractor, order: [], confirmed: {} } };
    },
  });
  return {
    // Pauses between the tries grow to ten minutes, so it gives up after two hours, and the money goes back.
    tries: 20,
    failed: async () => ({ type: 'notDrawn', input: {} }),
    async perform(effect) {
      // Whoever gets the money back gets no certificate.
      const now = (await lifeNow(lives, effect.life))?.context as ExtraContext | undefined;
      const isLate = now?.drawBy !== undefined && now.drawBy <= (await nowOf(database, effect.life));
      if (isLate || !(await wouldAccept(lives, effect.life, 'drawn'))) return undefined;
      await inHand.perform(effect);
      return { type: 'drawn', input: {} };
    },
  };
}
