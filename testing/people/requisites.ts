import { randomUUID } from 'node:crypto';
import { commit } from '../../lives/commit.ts';
import { requisitesOf, requisitesOfCompany } from '../../local/fictitious-requisites.ts';
import { seal } from '../lives/creations.ts';
import type { World } from '../worlds/world.ts';

/** Sets whole requisites of a registered account, by the event alone. */
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
}
