/** The receipts for the payouts of a task, as its parties and the operator see them beside its other papers. */
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { receiptMessages } from '../../charts/receipt/messages.ts';
import type { ReceiptContext } from '../../charts/receipt/types.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { standingOf } from '../../models/stores/life.ts';
import { instant, money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';
import { Money, stateOf } from '../resource/schema.ts';

export const ReceiptOfTask = z
  .object({
    href: z.string().meta({ description: 'Where it is read, with its number and what else the contractor recorded' }),
    state: stateOf(lifeTypes.receipt),
    stateName: z.string(),
    amount: Money,
    paidOn: z.string(),
    giveBy: z.string(),
    givenAt: instant.nullable(),
  })
  .meta({ id: 'ReceiptOfTask' });

/** Empty for a reader who is no party of the deal. */
export async function receiptsOfTask(
  database: Sequelize,
  { id, customer, contractor, children }: TaskContext,
  { party, account, language }: { party: string; account: string; language: Language },
): Promise<z.output<typeof ReceiptOfTask>[]> {
  const payouts = children.payout ?? 0;
  if (payouts === 0 || (party !== 'operator' && account !== customer && account !== contractor)) return [];
  const lives = Array.from({ length: payouts }, (_, index) => `receipt/${id}/${index + 1}`);
  return (await standingOf<ReceiptContext>(database, lives)).map(({ id: life, state, context }) => ({
    href: `/v1/receipts/${publicId(life)}`,
    ...{ state, stateName: receiptMessages.states[state]?.name[language] ?? state },
    ...{ amount: money(context.amount), paidOn: context.paidOn, giveBy: context.giveBy, givenAt: context.givenAt ?? null },
  }));
}
