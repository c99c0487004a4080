/** Books what a contractor is owed, as a captured payment does: for payouts that tests begin without a payment before. */
import { randomUUID } from 'node:crypto';
import type { Api } from '../worlds/api.ts';
import { BOOK, CHART, writeBooked } from '../worlds/ledger.ts';

/** `tenge`: enough for any payout of a test. */
export async function bookOwed({ owner }: Pick<Api, 'owner'>, contractor: string, tenge = 1_000_000): Promise<void> {
  await owner.query(CHART);
  const life = `payment/${randomUUID()}/1`;
  await writeBooked(
    owner,
    BOOK,
    [{ debit: 'provider/sandbox', credit: `owed/${contractor}`, amount: tenge * 100, code: 'payment-captured' }],
    life,
  );
}
