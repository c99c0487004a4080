import type { Settlement } from '../../charts/inflow/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { heldByProvider } from '../../models/stores/inflow.ts';
import { refusalBy } from '../errors.ts';

/** By the books the provider holds what it is said to hand over and to keep. What it collected may not have been told yet, or another provider paid. */
export const providerHolds =
  ({ provider, fee }: Pick<Settlement, 'provider' | 'fee'>, amount: string): Precondition =>
  async (transaction) =>
    (await heldByProvider(transaction, provider)) < BigInt(amount) + BigInt(fee) ? refusalBy('providerHoldsIt') : undefined;
