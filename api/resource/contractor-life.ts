/** A life that a contractor begins by a request of its own: an order, a declaration, an objection. */
import type { LifeType } from '../../charts/life-type.ts';
import type { Command, Receipt } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey, pathOf } from '../../lives/ids.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { CommandRoles } from '../roles.ts';
import { requireRole } from '../roles.ts';
import type { Answer, Asked } from '../route.ts';
import { receiptOf } from './outcome.ts';
import type { View } from './view.ts';
import { look } from './view.ts';

interface Begun {
  type: LifeType;
  view: View;
  roles: CommandRoles;
  /** What says that it is the contractor's to begin. */
  clause: string;
}

/** The first command, with what its own rules ask. `key` is its idempotency key. */
type First = (key: string) => Promise<Omit<Command, 'idempotencyKey' | 'by' | 'actor' | 'create' | 'requestHash'>>;

/**
 * Begins the life: 201 with where it stands. A repeated request gets what it got, whatever was changed since.
 * @throws 403 for another party or role, and the problem of a refusal
 */
export async function beginForContractor(
  { lives, dispatch }: Pick<Platform, 'lives' | 'dispatch'>,
  { type, view, roles, clause }: Begun,
  { session, language, key, request }: Pick<Asked, 'session' | 'language' | 'key' | 'request'>,
  first: First,
): Promise<Answer> {
  const shown = async (receipt: Receipt, isReplayed: boolean): Promise<Answer> => ({
    status: 201,
    headers: { Location: pathOf(receipt.life), ...(isReplayed && { 'Idempotent-Replayed': 'true' }) },
    body: await view.show(await look(view, receipt.life, session), { session, language }, receipt),
  });
  const idempotencyKey = accountKey(session.account, key);
  const said = await eventOfRequest(lives.database, idempotencyKey, request);
  if (said) return shown(said, true);
  if (session.kind !== 'staff') requireRole(session, 'contractor', roles);
  if (!session.roles.includes('contractor')) throw new Problem('wrong-party', { clause });
  const own = { idempotencyKey, by: 'contractor', actor: session.actor, create: true, requestHash: request } as const;
  const committed = await commit(lives, { ...(await first(idempotencyKey)), ...own });
  const receipt = receiptOf(committed, type, language);
  dispatch(committed.updates);
  return shown(receipt, committed.outcome === 'replayed');
}
