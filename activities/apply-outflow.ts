/** Has payouts or a social transfer take money that left the bank, each its own sum, or finds what was recorded before; or learns that nothing takes it. */
import type { Effects } from '../charts/effects.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import { commitExternalEvent } from '../lives/external-event.ts';
import { kindOf, messageKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { linesOf } from '../models/stores/bank-order.ts';
import { claimRecord, recordsOf } from '../models/stores/outflow.ts';

type Params = Effects['applyOutflow'];
const APPLIED = { type: 'applied', input: {} };
const RECORDED = { type: 'applied', input: { recorded: true } };
const NOT_APPLIED = { type: 'notApplied', input: {} };

export const applyOutflow = (lives: Lives, dispatch: Dispatch): Performer<Params> => {
  const { database } = lives;

  const confirm = async (life: string, id: string, input: object): Promise<boolean> => {
    const key = messageKey(`${id}/${life}`);
    const outcome = await commitExternalEvent(lives, dispatch, { life, key, type: 'confirmed', input });
    if (outcome === 'keyConflict') throw new Error(`${life} did not answer whether it was paid`);
    return outcome === 'done' || outcome === 'replayed';
  };

  /** A bank may debit an order as one sum. It pays all lines or none. */
  async function confirmAll(id: string, { outflow, pays: order, amount }: Params): Promise<boolean> {
    const lines = (await linesOf(database, order)).filter(({ nth }) => nth !== null);
    const total = lines.reduce((sum, line) => sum + BigInt(line.amount), 0n);
    if (total !== BigInt(amount) || lines.some(({ state }) => state !== 'atBank' && state !== 'paid')) return false;
    // Those that are paid come first: by this entry, if an earlier try was cut short, or by another one.
    const inTurn = lines.toSorted((one, other) => Number(other.state === 'paid') - Number(one.state === 'paid'));
    for (const [index, line] of inTurn.entries()) {
      if (await confirm(line.payout, id, { outflow, amount: line.amount })) continue;
      if (index === 0 || line.state === 'paid') return false;
      throw new Error(`${order} is paid in part: ${line.payout} does not take its sum`);
    }
    return true;
  }

  /** What the finance recorded has booked it already: one entry stands for one record. */
  async function claim({ outflow, pays, amount, component }: Params): Promise<boolean> {
    for (const record of await recordsOf(database, { life: pays, amount, component, outflow }))
      if (await claimRecord(database, record, outflow)) return true;
    return false;
  }

  /** A component that is named is asked first. Without one what was recorded comes first: components often have equal sums. */
  async function takenByTransfer(id: string, params: Params): Promise<typeof APPLIED> {
    const { outflow, pays, amount, paidOn, component } = params;
    const takes = () => confirm(pays, id, { outflow, amount, paidOn, ...(component !== undefined && { component }) });
    if (component !== undefined && (await takes())) return APPLIED;
    if (await claim(params)) return RECORDED;
    return component === undefined && (await takes()) ? APPLIED : NOT_APPLIED;
  }

  return {
    // The money waits for the answer.
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform({ id, params }) {
      const { outflow, pays, amount } = params;
      if (kindOf(pays) === 'payout') return (await confirm(pays, id, { outflow, amount })) ? APPLIED : NOT_APPLIED;
      if (kindOf(pays) === 'bank-order') return (await confirmAll(id, params)) ? APPLIED : NOT_APPLIED;
      if (kindOf(pays) === 'social-transfer') return takenByTransfer(id, params);
      return (await claim(params)) ? RECORDED : NOT_APPLIED;
    },
  };
};
