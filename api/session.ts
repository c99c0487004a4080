/** The caller's session. Only the hash of the opaque token is stored. Rights are read with every request, so a revocation takes effect at once. */
import { createHash, randomBytes } from 'node:crypto';
import type { AccountKind, MemberRole, StaffRole } from '../charts/account/types.ts';
import type { Language } from '../charts/messages.ts';
import type { Actor } from '../lives/command.ts';
import type { Lives } from '../lives/lives.ts';
import type { OpenSessionRow } from '../models/stores/session.ts';
import { sessionOfId, sessionOfToken, touchSession } from '../models/stores/session.ts';
import type { Role } from '../models/tables.ts';

/** What admission must know of an account. The account's chart defines it, and its row stores it. */
export interface AccountStatus {
  /** May it give commands at all, and may it begin something new (4.4.2)? */
  mayAct: boolean;
  mayOpen: boolean;
  /** Another account has proved the same IIN or BIN: nothing new begins. */
  displaced: boolean;
  /** After a report of access by a stranger, or during a re-identification (4.1.6, 1.2). */
  paused: boolean;
  /** Must its binding acts carry the signature of a device? */
  signsActs: boolean;
  /** SHA-256 of the revisions accepted, shown and declined. */
  accepted: string | null;
  shown: string | null;
  declined: string | null;
  /** The account's current acceptance: tasks pin it. */
  acceptance: string | null;
}

/** May it begin something new: neither suspended (4.4.2), nor displaced, nor having declined the last revision that was shown (10.2)? */
export const mayBegin = ({ mayOpen, displaced, declined, shown }: AccountStatus): boolean =>
  mayOpen && !displaced && (declined === null || shown !== null);

export interface Session {
  /** The session's own id. */
  id: string;
  person: string;
  device: string;
  /** The account it acts for; empty before one is registered. */
  account: string;
  kind: AccountKind;
  roles: Role[];
  /** The person's roles in the account, or as staff. */
  member: MemberRole[];
  staff: StaffRole[];
  /** The second factor of a session of the staff. Null for a user's, which has none. `old`: it must be proved again for what needs a fresh one. */
  factor: 'missing' | 'old' | 'fresh' | null;
  language: Language;
  status: AccountStatus;
  /** The actor of its events. */
  actor: Actor;
}

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The stored hash of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const BEARER = /^Bearer ([\w-]{20,200})$/i;

/** Staff without a role cannot act for the operator. */
const rolesOf = ({ roles, staff }: OpenSessionRow): Role[] => (roles ?? []).filter((role) => role !== 'operator' || staff?.length);

/** The stored hash of the token in `Authorization`, if there is one. */
export function hashOfBearer(authorization: string | undefined): string | undefined {
  const token = BEARER.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : tokenHash(token);
}

/** The session of a token's hash, or undefined. The lookup is by hash: no part of the token is compared. */
export const openSession = async (lives: Lives, hash: string | undefined): Promise<Session | undefined> =>
  hash === undefined ? undefined : sessionOf(lives, await sessionOfToken(lives.database, hash));

/** The current state of the session, or undefined if it has ended. */
export const openAgain = async (lives: Lives, { id }: Pick<Session, 'id'>): Promise<Session | undefined> =>
  sessionOf(lives, await sessionOfId(lives.database, id));

async function sessionOf({ database, log }: Lives, row: OpenSessionRow | undefined): Promise<Session | undefined> {
  if (row === undefined) return undefined;
  // A read must not fail because a database that is only readable keeps no last use.
  if (row.stale) await touchSession(database, row.id).catch((error: unknown) => log.warn({ err: error }, 'session.touch-failed'));
  const { id, person, device, account, kind, member, staff, language } = row;
  return {
    id,
    person,
    device,
    account: account ?? '',
    kind: kind ?? 'natural',
    roles: rolesOf(row),
    member: member ?? [],
    staff: staff ?? [],
    factor: row.factor,
    language,
    status: {
      mayAct: row.may_act ?? false,
      mayOpen: row.may_open ?? false,
      displaced: row.displaced ?? false,
      paused: row.paused ?? false,
      signsActs: row.signs_acts ?? false,
      accepted: row.offer_accepted,
      shown: row.offer_shown,
      declined: row.offer_declined,
      acceptance: row.acceptance,
    },
    actor: actorOf({ id, person, device, account: account ?? '' }),
  };
}

/** Who acts in this session (1.4). Each life keeps its own keyed hashes of the person, the session and the device. */
export const actorOf = ({ id, person, device, account }: Pick<Session, 'id' | 'person' | 'device' | 'account'>): Actor => ({
  account,
  person,
  session: id,
  device,
});
