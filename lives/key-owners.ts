/**
 * Who may use which event key (`lives/ids.ts` makes them). One key never makes two events, so a key that somebody else used up would keep its owner
 * from acting: a burnt key of a timer would stop a life for ever. So each prefix belongs to one source. The table `event` checks again what can be
 * said of a row alone: a key that names its life is in no other life's row.
 */
import type { Command } from './command.ts';

type Use = Pick<Command, 'life' | 'by' | 'actor' | 'create' | 'closesEffect' | 'idempotencyKey'>;

/** A condition on the use of a key. `rest` is the key without its prefix. */
type Owner = (use: Use, rest: string) => boolean;

const byPlatform: Owner = ({ by }) => by === 'platform';
/** What a login or a device does is recorded in accounts: the key ends with the account's id. For a person without one, an alert records it. */
const ofAccount: Owner = ({ by, life, create }, rest) =>
  by === 'platform' && (life === `account/${rest.split('/').at(-1)}` || (create === true && life.startsWith('alert/')));
/** By a person, about an account. */
const ofMember: Owner = ({ by, life }) => by === 'platform' && life.startsWith('account/');
/** The key names its life. */
const ofLife: Owner = ({ by, life }, rest) => by === 'platform' && rest === life;
const nobody: Owner = () => false;

const OWNERS: Record<string, Owner> = {
  account: ({ actor }, rest) => actor?.account !== undefined && rest.startsWith(`${actor.account}/`),
  /** A person registers an account. */
  person: ({ life, create }) => create === true && life.startsWith('account/'),
  proposal: ({ by }) => by === 'operator',
  staff: ({ by, create }) => by === 'operator' && create === true,
  message: byPlatform,
  /** A child is created in its parent's transaction, or by the effect that first prepares its document. */
  create: ({ create }) => create === true,
  effect: ({ by, life, closesEffect }, rest) => by === 'platform' && closesEffect === rest && rest.startsWith(`${life}/`),
  provider: ({ by, life }, rest) => by === 'platform' && rest.includes(`/${life}/`),
  consent: ({ by, life }, rest) => by === 'platform' && life === `account/${rest.split('/')[0]}`,
  /** That a number was registered again is told once a day: the account, and the day. */
  claimed: ({ by, life }, rest) => by === 'platform' && life === `account/${rest.split('/')[0]}`,
  /** What a customer is told of tariffs: the account, and the revision or the offer. */
  tariff: ({ by, life }, rest) => by === 'platform' && life === `account/${rest.split('/')[0]}`,
  /** A letter about found tasks: the account, and the letter. */
  found: ({ by, life }, rest) => by === 'platform' && life === `account/${rest.split('/')[0]}`,
  login: ofAccount,
  logout: ofAccount,
  email: ofAccount,
  lockout: ofAccount,
  device: ofAccount,
  password: ofAccount,
  'second-factor': ofAccount,
  /** An upload that is whole becomes the file of its id. */
  upload: ({ by, life, create }, rest) => by === 'platform' && create === true && life === `file/${rest}`,
  erased: ofLife,
  collect: ofLife,
  thread: ofLife,
  reidentify: ofLife,
  object: ofLife,
  invitation: ofMember,
  leave: ofMember,
  /** Timers fire inside a commit, which makes their keys itself. */
  timer: nobody,
};

/** @throws Error if the key of a command belongs to another source. A key without a prefix belongs to nobody: it can burn nothing. */
export function requireOwnKey(use: Use): void {
  const { idempotencyKey: key, life, by } = use;
  const end = key.indexOf('/');
  if (end === -1) return;
  const owner = Object.hasOwn(OWNERS, key.slice(0, end)) ? OWNERS[key.slice(0, end)] : nobody;
  if (!owner?.(use, key.slice(end + 1))) throw new Error(`${by} may not use the key ${key} for ${life}`);
}
