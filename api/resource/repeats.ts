/** How often one party may give the same command to one life. */
import type { Party } from '../../charts/law.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { isSaidOften } from '../../models/stores/event.ts';
import { todayInAlmaty } from '../../models/today.ts';

/** A life with fewer events is not checked: no limit is that low, and most lives end before. */
const FEW = 20;

/**
 * A chart may let a party repeat a command without end (a response, a proposal, a hold). Each time the chain grows and the other side gets a notice.
 * So every command of the users has a limit, and so have those of the staff that are no duty. A duty has none: something outside raises it again, and
 * money or a person would wait for ever.
 */
export const repeatsAreLeft =
  ({ id, seq }: { id: string; seq: number }, name: string, party: Party): Precondition =>
  async (transaction) => {
    if (seq < FEW) return undefined;
    const on = todayInAlmaty();
    if (!(await isSaidOften(transaction, { life: id, type: name, by: party, on }))) return undefined;
    return { allowed: false, reason: 'state', rule: 'repeatsAreLeft', clause: 'platform' };
  };
