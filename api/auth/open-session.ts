/** Opens a session (1.13): with a new token, stored only as its hash, and ends those on other devices. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { MemberAccount } from '../../models/stores/account.ts';
import { accountsOf } from '../../models/stores/account.ts';
import { createDevice } from '../../models/stores/device.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { ensurePerson, lockPerson } from '../../models/stores/person.ts';
import { createSession, endAllSessions, holdSession, replaceSession, sessionsOf } from '../../models/stores/session.ts';
import type { How } from '../../models/tables.ts';
import type { Platform } from '../../platform.ts';
import type { Listener } from '../doors.ts';
import { countsAt } from '../doors.ts';
import { Problem, refusalBy } from '../errors.ts';
import { actorOf, newToken, tokenHash } from '../session.ts';
import { recordIn, witnessesOf } from './audit.ts';
import type { Proven } from './credentials.ts';
import { numberStillBelongs } from './credentials.ts';
import { authTerms } from './terms.ts';
import { knownHash } from './throttle.ts';

export interface Opened {
  token: string;
  /** The token of a new device: with it, failures of strangers do not count against the device. */
  knownDevice?: string;
  session: { id: string; account: string | null; device: string; how: How; since: string; expiresAt: string };
  person: Pick<PersonRow, 'id' | 'number' | 'language'>;
  accounts: MemberAccount[];
}

interface Wish {
  account?: string | undefined;
  deviceName?: string | undefined;
  language: Language;
  /** The listener: only accounts that count there can be acted for. */
  door: Listener;
}

/**
 * The account that a session acts for: the named one, or the one that the person registered, if there is exactly one. An account that the person joined
 * has to be named: so joining changes for no session what it acts for.
 * @throws 404 for another person's account.
 */
function chosen(accounts: MemberAccount[], named: string | undefined): string | null {
  if (named === undefined) {
    const [first, ...others] = accounts.filter(({ registered }) => registered);
    return first === undefined || others.length > 0 ? null : first.id;
  }
  if (!accounts.some(({ id }) => id === named)) throw new Problem('not-found');
  return named;
}

/**
 * Opens a session for an identified person and records it where the person's own account is. The proof is used up in the same transaction. The token is new with
 * every login (ASVS 7.2.4), so no earlier token becomes logged in.
 */
export async function openSessionFor(
  platform: Platform,
  proven: Proven,
  { account: named, deviceName, language, door }: Wish,
): Promise<Opened> {
  const { lives } = platform;
  const { database, keys } = lives;
  const { how, number } = proven;
  const person = proven.person ?? { id: randomUUID(), number, language };
  const accounts = proven.person ? (await accountsOf(database, person.id)).filter(({ kind }) => countsAt(kind, door)) : [];
  // Nobody begins a registration at the door of the staff, and a user's session does not count there.
  if (door === 'staff' && accounts.length === 0) throw new Problem('wrong-door');
  const account = chosen(accounts, named);
  const { session: terms } = await authTerms(database);
  const [id, token, device, known] = [randomUUID(), newToken(), proven.device?.id ?? randomUUID(), newToken()];
  const actor = (of: string) => actorOf({ id, person: person.id, device, account: of });
  // The chain counts the sessions that were open when the login was requested.
  const others = (await sessionsOf(database, person.id)).filter((each) => each.device === device || !terms.keepOthers);

  let made: { created_at: Date; expires_at: Date } | undefined;
  const preconditions = [...(proven.person ? [numberStillBelongs(database, proven.person)] : []), proven.stillHolds];
  const open = async (transaction: Transaction): Promise<void> => {
    if (!proven.person) person.id = await ensurePerson(database, { id: person.id, number, language }, transaction);
    await proven.use?.(transaction);
    await endAllSessions(transaction, { person: person.id, device: terms.keepOthers ? device : undefined });
    const newDevice = { id: device, person: person.id, name: deviceName ?? '', known_hash: knownHash(known) };
    if (!proven.device) await createDevice(database, newDevice, transaction);
    const { idle, longest } = terms;
    made = await createSession(transaction, { id, tokenHash: tokenHash(token), person: person.id, account, device, how, idle, longest });
  };
  const input = { device, isNew: proven.device === undefined, how, ended: others.length };
  const key = `login/${keys.hash('event', id)}`;
  // The event that tells the login tells of the sessions that it ended, too.
  await recordIn(
    platform,
    witnessesOf(person.id, accounts),
    { type: 'loggedIn', key, input, actor },
    { preconditions, inSameTransaction: open },
  );
  return { ...opened({ token, id, account, device, how, person, accounts, made }), ...(!proven.device && { knownDevice: known }) };
}

interface Made {
  token: string;
  id: string;
  account: string | null;
  device: string;
  how: How;
  person: Opened['person'];
  accounts: MemberAccount[];
  made: { created_at: Date; expires_at: Date } | undefined;
}

function opened({ token, id, account, device, how, person, accounts, made }: Made): Opened {
  if (made === undefined) throw new Error('a session was recorded and not written');
  const { created_at: since, expires_at: expires } = made;
  return {
    token,
    session: { id, account, device, how, since: since.toISOString(), expiresAt: expires.toISOString() },
    person,
    accounts,
  };
}

interface Switching {
  session: string;
  person: PersonRow;
  account: string;
  door: Listener;
}

/** Lets the same login act for another account. A new token replaces the old one, with the old one's device, proof and last day. */
export async function switchAccount(platform: Platform, { session, person, account: named, door }: Switching): Promise<Opened> {
  const { lives } = platform;
  const { database, keys } = lives;
  const accounts = (await accountsOf(database, person.id)).filter(({ kind }) => countsAt(kind, door));
  const account = chosen(accounts, named) as string;
  const { session: terms } = await authTerms(database);
  const old = (await sessionsOf(database, person.id)).find((each) => each.id === session);
  if (old === undefined) throw new Problem('unauthenticated');
  const { device, how } = old;
  const [id, token] = [randomUUID(), newToken()];
  const actor = (of: string) => actorOf({ id, person: person.id, device, account: of });

  let made: { created_at: Date; expires_at: Date } | undefined;
  // Ended meanwhile: an ended session cannot be continued.
  const isStillOpen: Precondition = async (transaction) =>
    (await lockPerson(database, person, transaction)) && (await holdSession(database, session, transaction))
      ? undefined
      : refusalBy('unauthenticated');
  const open = async (transaction: Transaction): Promise<void> => {
    const before = await replaceSession(database, session, transaction);
    const { idle, longest } = terms;
    made = await createSession(transaction, {
      id,
      tokenHash: tokenHash(token),
      person: person.id,
      account,
      device,
      how,
      idle,
      longest,
      before,
    });
  };
  const key = `login/${keys.hash('event', id)}`;
  const login = { type: 'loggedIn' as const, key, input: { device, isNew: false, how, ended: 1 }, actor };
  await recordIn(platform, witnessesOf(person.id, accounts), login, { preconditions: [isStillOpen], inSameTransaction: open });
  return opened({ token, id, account, device, how, person, accounts, made });
}
