/** Records authentication events in the chains of the accounts concerned (1.3, 1.4; ASVS 6.3.5, 6.3.7), as the platform and with the actor. */

import type { Sequelize } from 'sequelize';
import type { AccountEvent } from '../../charts/account/types.ts';
import type { Refusal } from '../../charts/judge.ts';
import type { Actor, Command } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { accountLife } from '../../lives/ids.ts';
import { firstRefusal } from '../../lives/precondition.ts';
import { accountsOf } from '../../models/stores/account.ts';
import type { Platform } from '../../platform.ts';
import type { ProblemCode } from '../errors.ts';
import { Problem } from '../errors.ts';

type AuditType = Extract<
  AccountEvent['type'],
  'loggedIn' | 'loggedOut' | 'deviceAuthorised' | 'deviceRevoked' | 'passwordSet' | 'secondFactorSet' | 'lockedOut' | 'secondFactorGuessed'
>;

type Inputs = { [Event in AccountEvent as Event['type']]: Event['input'] };

export interface AuditEvent<Type extends AuditType = AuditType> {
  type: Type;
  /** The idempotency key of the act: a repeat is recorded once. */
  key: string;
  input: Inputs[Type];
  actor(account: string): Actor;
}

/** Changes outside the lives: written with the first event that records them, if the preconditions hold. */
export type Act = Pick<Command, 'preconditions' | 'inSameTransaction'>;

/**
 * Records an event in each account, in one transaction each, so that none locks two lives. The act is written with the first event. If no account
 * records it, because there is none or all are closed, it is written alone.
 * @throws the problem that a precondition of the act names.
 */
export async function recordIn<Type extends AuditType>(
  { lives, dispatch }: Platform,
  accounts: readonly string[],
  { type, key, input, actor }: AuditEvent<Type>,
  act?: Act,
): Promise<void> {
  let undone = act;
  for (const account of accounts) {
    const committed = await commit(lives, {
      ...{ life: accountLife(account), type, input, by: 'platform', idempotencyKey: `${key}/${account}`, actor: actor(account) },
      ...{ refusable: true, ...undone },
    });
    dispatch(committed.updates);
    if (committed.outcome === 'refused') requireDone(committed.refusal);
    if (committed.outcome === 'done' || committed.outcome === 'replayed') undone = undefined;
  }
  if (undone) await actAlone(lives.database, undone);
}

/** Carries out an act that no account records. @throws the problem that a precondition names. */
export async function actAlone(database: Sequelize, { preconditions = [], inSameTransaction }: Act): Promise<void> {
  const refusal = await database.transaction(async (transaction) => {
    const refused = await firstRefusal(transaction, preconditions);
    if (refused === undefined) await inSameTransaction?.(transaction);
    return refused;
  });
  requireDone(refusal);
}

/** @throws the problem that a precondition names. If the account's chart refused the event, the act must still be carried out. */
export function requireDone(refusal: Refusal | undefined): void {
  if (refusal?.reason === 'precondition') throw new Problem(refusal.rule as ProblemCode);
}

/** The same for every account of a person. */
export const recordInAll = async <Type extends AuditType>(
  platform: Platform,
  person: string,
  telling: AuditEvent<Type>,
  act?: Act,
): Promise<void> => {
  const accounts = await accountsOf(platform.lives.database, person);
  await recordIn(
    platform,
    accounts.map(({ id }) => id),
    telling,
    act,
  );
};
