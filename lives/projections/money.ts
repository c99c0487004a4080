import type { PayoutContext } from '../../charts/payout/types.ts';
import { LINE_STATES } from '../../charts/payout/types.ts';
import { listLine, moveLine } from '../../models/stores/bank-order.ts';
import { releaseIncome } from '../../models/stores/paid-income.ts';
import type { Projection } from '../projection.ts';
import { projectAccounts } from './accounts.ts';
import { projectWork } from './work.ts';

/** Keeps whose payment or payout it is, and whether it waits for the operator's staff. */
export const projectMoney: Projection = async (transaction, life) => {
  await projectAccounts(transaction, life);
  await projectWork(transaction, life);
};

/** Also that income which was refused or returned was not paid. An attempt that the payout does not know of yet has its row already. */
export const projectPayout: Projection = async (transaction, life) => {
  await projectMoney(transaction, life);
  const { tax, reference } = life.context as PayoutContext;
  if (!life.tags.has('attempts')) await releaseIncome(transaction, life.id, tax && reference);
  await projectLine(transaction, life);
};

/** Keeps the line of a payment order to the bank that the payout is, or was. */
const projectLine: Projection = async (transaction, { id, tags, context }) => {
  const { order, reference, contractor, details, tax, amount } = context as PayoutContext;
  if (order === undefined || reference === undefined || contractor === undefined || details === undefined) return;
  const line = { attempt: reference, payout: id, order, account: contractor, details, amount: tax?.net ?? amount };
  const state = LINE_STATES.find((each) => tags.has(each));
  await (state === 'listed' ? listLine(transaction, line) : moveLine(transaction, reference, state));
};
