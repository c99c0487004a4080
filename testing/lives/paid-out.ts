/** Contractors with a tax regime, and payouts to them that no task ordered. */
import { randomUUID } from 'node:crypto';
import type { TaxStatus } from '../../rules/payout-tax.ts';
import { does, settle } from '../people/registration.ts';
import type { Api, Person } from '../worlds/api.ts';
import { until } from '../worlds/world.ts';
import { createChild } from './creations.ts';
import { bookOwed } from './owed.ts';

/** A contractor whose regime the staff have confirmed. */
export async function taxedAs(api: Api, staff: Person, status: TaxStatus, given: object = {}): Promise<Person> {
  const { person, account } = await settle(api, given);
  await does(api, person, account, 'declare-tax-status', { status, evidence: 'Receipt 17' });
  await does(api, staff, account, 'confirm-tax-status');
  return { ...person, id: account.id };
}

/** Work for so many tenge that the platform pays out. A worker must be running. Returns the payout, which has been confirmed. */
export async function paidOut(
  api: Api,
  { contractor, payer, tenge }: { contractor: Person; payer: Person; tenge: number },
): Promise<string> {
  const id = randomUUID();
  const [parent, life] = [`errand/${id}`, `payout/${id}/1`];
  await api.say(parent, 'post', 'customer', payer.id, { id });
  await bookOwed(api, contractor.id, tenge);
  const amount = String(tenge * 100);
  await createChild(api, parent, {
    ...{ child: life, type: 'ask', by: 'platform' },
    input: { parent, contractor: contractor.id, amount, income: amount, payer: payer.id },
  });
  await until(async () => {
    const [row] = await api.rows<{ state: string }>('select state from life where id = $1', life);
    return ['confirmed', 'settled'].includes(row?.state ?? '');
  }, `${life} to be confirmed`);
  return life;
}
