/** Records authentication events in the chains of the accounts concerned (1.3, 1.4; ASVS 6.3.5, 6.3.7), as the platform and with the actor. */

import type { Transaction } from 'sequelize';
import type { AccountEvent } from '../../charts/account/types.ts';
import type { Actor } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { wouldAccept } from '../../lives/external-event.ts';
import { accountLife } from '../../lives/ids.ts';
import { accountsOf } from '../../models/stores/account.ts';
import type { Platform } from '../../platform.ts';

type AuditType = Extract<
  AccountEvent['type'],
  'loggedIn' | 'loggedOut' | 'deviceAuthorised' | 'deviceRevoked' | 'passwordSet' | 'lockedOut'
>;

type Inputs = { [Event in AccountEvent as Event['type']]: Event['input'] };

export interface AuditEvent<Type extends AuditType = AuditType> {
  type: Type;
  /** The idempotency key of the act: a repeat is recorded once. */
  key: string;
  input: Inputs[Type];
  actor(account: string): Actor;
}

/**
 * Tells it in each of the accounts, in a transaction each: none locks two lives. What was done is written with the first of them or not at all,
 * also where there is no account, or none that is told any more because it is closed.
 */
export async function recordIn<Type extends AuditType>(
  { lives, dispatch }: Platform,
  accounts: readonly string[],
  { type, key, input, actor }: AuditEvent<Type>,
  done?: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  let open = done;
  for (const account of accounts) {
    const life = accountLife(account);
    if (!(await wouldAccept(lives, life, type, input))) continue;
    const { updates } = await commit(lives, {
      ...{ life, type, input, by: 'platform', idempotencyKey: `${key}/${account}`, actor: actor(account) },
      ...(open && { inSameTransaction: open }),
    });
    dispatch(updates);
    open = undefined;
  }
  if (open) await lives.database.transaction(open);
}

/** The same for every account of a person. */
export const recordInAll = async <Type extends AuditType>(
  platform: Platform,
  person: string,
  telling: AuditEvent<Type>,
  done?: (transaction: Transaction) => Promise<void>,
): Promise<void> => {
  const accounts = await accountsOf(platform.lives.database, person);
  await recordIn(
    platform,
    accounts.map(({ id }) => id),
    telling,
    done,
  );
};
