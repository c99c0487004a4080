/** The lines of a payment order stand beside its chain, which pins by this hash what the bank gets. Names are not in it: they may be erased. */
import type { Line } from '../models/stores/bank-order.ts';
import { hashOf } from './hashing.ts';

export const orderHash = (lines: readonly Line[]): string =>
  hashOf(lines.map(({ nth, payout, account, details, amount }) => ({ nth, payout, account, details, amount })));
