/** Records what authentication does to a person (1.3, 1.4; ASVS 6.3.5, 6.3.7), as the platform and with the actor. */
import type { Sequelize } from 'sequelize';
import type { AccountEvent } from '../../charts/account/types.ts';
import type { Refusal } from '../../charts/judge.ts';
import type { Actor, Command } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { accountLife } from '../../lives/ids.ts';
import type { Lives } from '../../lives/lives.ts';
import { firstRefusal } from '../../lives/precondition.ts';
import type { Way } from '../../lives/security-log.ts';
import { logSecurity, nameInLog } from '../../lives/security-log.ts';
import type { MemberAccount } from '../../models/stores/account.ts';
import { accountsOf, isInOwnName } from '../../models/stores/account.ts';
import type { Platform } from '../../platform.ts';
import type { ProblemCode } from '../errors.ts';
import { Problem } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { callerInLog } from '../log-names.ts';
import { OF_ACCESS } from '../security-events.ts';

type AuditType = keyof typeof OF_ACCESS;

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

/** Where something that happened to a person is recorded. */
export interface Witnesses {
  /** The accounts in the person's own name. */
  accounts: string[];
  /** The person, if the accounts that they act for are all companies. Then an alert records it, and tells the person alone. */
  alerted?: string;
}

/** A person is not an account: what happens to a person is told in the accounts in their own name, and never in a company's. */
export function witnessesOf(person: string, accounts: readonly MemberAccount[]): Witnesses {
  const standing = accounts.filter(({ stands }) => stands);
  const own = standing.filter(isInOwnName).map(({ id }) => id);
  return { accounts: own, ...(own.length === 0 && standing.length > 0 && { alerted: person }) };
}

/**
 * Records an event with each witness, in one transaction each, so that none locks two lives. The act is written with the first event. If nothing
 * records it, because there is no account or all are closed, it is written alone. Then the log tells it too.
 * @throws the problem that a precondition of the act names.
 */
export async function recordIn<Type extends AuditType>(
  { lives, dispatch }: Platform,
  witnesses: Witnesses,
  told: AuditEvent<Type>,
  act?: Act,
): Promise<void> {
  const { accounts, alerted } = witnesses;
  const { type, key, input, actor } = told;
  let undone = act;
  const record = async (command: Pick<Command, 'life' | 'idempotencyKey' | 'input' | 'actor'>, more: Pick<Command, 'create'> = {}) => {
    const committed = await commit(lives, { ...command, ...more, type, by: 'platform', refusable: true, ...undone });
    dispatch(committed.updates);
    if (committed.outcome === 'refused') requireDone(committed.refusal);
    if (committed.outcome === 'done' || committed.outcome === 'replayed') undone = undefined;
  };
  for (const account of accounts)
    await record({ life: accountLife(account), input, idempotencyKey: `${key}/${account}`, actor: actor(account) });
  if (alerted !== undefined) {
    const { account: _, ...person } = actor('');
    const life = `alert/${idFrom(alerted, key)}`;
    await record({ life, input: { ...input, person: alerted }, idempotencyKey: `${key}/${alerted}`, actor: person }, { create: true });
  }
  if (undone) await actAlone(lives.database, undone);
  logAccess(lives, witnesses, told);
}

const WAYS: Partial<Record<AuditType, Way>> = { lockedOut: 'password', secondFactorGuessed: 'second-factor' };

/** The line of the log: who, where it is recorded, and what of the event is no more than words and counts. */
function logAccess({ keys, log }: Lives, { accounts, alerted }: Witnesses, { type, input, actor }: AuditEvent): void {
  const { account = '', person, session, device } = actor(accounts[0] ?? '');
  const { how, isNew, ended } = input as { how?: string; isNew?: boolean; ended?: number };
  logSecurity(log, OF_ACCESS[type], {
    ...(person !== undefined && session !== undefined && { caller: callerInLog(keys, { account, person, id: session }) }),
    ...(device !== undefined && { device: nameInLog(keys, 'device', device) }),
    ...(WAYS[type] !== undefined && { way: WAYS[type] }),
    ...{ how, isNew, ended, accounts },
    ...(alerted !== undefined && { alerted: nameInLog(keys, 'person', alerted) }),
  });
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

/** The same for a person, with the witnesses of now. */
export const recordFor = async <Type extends AuditType>(
  platform: Platform,
  person: string,
  telling: AuditEvent<Type>,
  act?: Act,
): Promise<void> => recordIn(platform, witnessesOf(person, await accountsOf(platform.lives.database, person)), telling, act);
