import { randomUUID } from 'node:crypto';
import { commit } from '../../lives/commit.ts';
import { payoutDetailsOf, requisitesOf, requisitesOfCompany } from '../../local/fictitious-requisites.ts';
import { seal } from '../lives/creations.ts';
import type { World } from '../worlds/world.ts';

/** Sets whole requisites of a registered account, and where it is paid to, by the events alone. */
export async function fillRequisites(
  world: World,
  { id, name, person }: { id: string; name: string; person: string },
  { kind, party }: { kind: string; party: 'customer' | 'contractor' },
): Promise<void> {
  const requisites = kind === 'company' ? requisitesOfCompany(name, person) : requisitesOf(name);
  const life = `account/${id}`;
  const reference = await seal(world, life, { requisites });
  const { updates, outcome } = await commit(world.lives, {
    ...{ life, idempotencyKey: `account/${id}/${randomUUID()}`, type: 'setRequisites', by: party, actor: { account: id } },
    input: { requisites: reference, acting: requisites.representatives.map((each) => each.person) },
  });
  if (outcome !== 'done') throw new Error(`the requisites were not set: ${outcome}`);
  world.dispatch(updates);
  await namePayoutDetails(world, { id, party });
}

/** Names payout details that count at once, by the event alone. */
export async function namePayoutDetails(
  world: World,
  { id, party = 'contractor' }: { id: string; party?: 'customer' | 'contractor' },
): Promise<void> {
  const life = `account/${id}`;
  const details = await seal(world, life, { payoutDetails: payoutDetailsOf() });
  const { updates, outcome } = await commit(world.lives, {
    ...{ life, idempotencyKey: `account/${id}/${randomUUID()}`, type: 'setPayoutDetails', by: party, actor: { account: id } },
    input: { details, cooling: { first: 0, change: 0 } },
  });
  if (outcome !== 'done') throw new Error(`the payout details were not named: ${outcome}`);
  world.dispatch(updates);
}
