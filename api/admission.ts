/**
 * Admission: may this account give commands at all? It runs before any chart, for everything except reads. It checks the accepted revision of the
 * offer (2.1, 10.2), whether commands are paused (1.2, 4.1.6), and whether the account may begin something new (4.4.2).
 */
import type { Sequelize } from 'sequelize';
import { commit } from '../lives/commit.ts';
import { accountKey, accountLife } from '../lives/ids.ts';
import type { Precondition } from '../lives/precondition.ts';
import { holdMayOpen } from '../models/stores/account.ts';
import { eventOfRequest } from '../models/stores/event.ts';
import { numberToday } from '../models/stores/parameter.ts';
import type { Platform } from '../platform.ts';
import { Problem, refusalBy } from './errors.ts';
import { idFrom } from './free-text.ts';
import { revisionInForce } from './offer/in-force.ts';

import type { Asked, Route } from './route.ts';
import { actsForAccount } from './route.ts';
import type { Session } from './session.ts';
import { openAgain } from './session.ts';

const ACCEPTANCES = '/v1/offer/acceptances';

/** The revision in force, and whether an account that declines it may finish what runs (10.2): a parameter of the day. */
interface OfferOfTheDay {
  inForce: string;
  mayFinish: boolean;
}

/** Where an account proves its IIN or BIN. */
const proofOf = (account: string) => ({ method: 'POST', href: `/v1/accounts/${account}/prove-identity` });

/** Why the account may not act, or undefined. Pure: the revision in force is an argument. */
export function admissionProblem(
  { account, kind, status }: Session,
  { inForce, mayFinish }: OfferOfTheDay,
  { opens, finishes, beforeOffer }: Pick<Route, 'opens' | 'finishes' | 'beforeOffer'>,
): Problem | undefined {
  if (account === '') return new Problem('account-needed', { next: { method: 'POST', href: '/v1/accounts' } });
  if (!status.mayAct && !finishes) return new Problem('account-terminated', { clause: '4.4.2' });
  if (status.paused) return new Problem('commands-paused', { clause: '4.1.6' });
  if (opens && !status.mayOpen) return new Problem('account-suspended', { clause: '4.4.2' });
  if (opens && status.displaced) return new Problem('identity-displaced', { clause: '4.4.1', next: proofOf(account) });
  // The operator does not accept its own offer. A terminated account does not accept a later revision.
  if (kind === 'staff' || !status.mayAct || beforeOffer) return undefined;
  const next = { method: 'POST', href: ACCEPTANCES, revision: inForce };
  if (status.accepted === null) return new Problem('offer-not-accepted', { clause: '2.1', next });
  if (status.accepted === inForce || status.shown === inForce) return undefined;
  if (status.declined === inForce) return opens || !mayFinish ? new Problem('offer-declined', { clause: '10.2', next }) : undefined;
  return new Problem('offer-not-shown', { clause: '10.2', next });
}

const declinersMayFinish = async (database: Sequelize): Promise<boolean> => (await numberToday(database, 'offerDeclinedMayFinish')) === 1;

/** Is this command the first after a revision was shown? Then it is the consent to that revision (10.2). */
const isConsent = ({ kind, status }: Session, inForce: string): boolean =>
  kind !== 'staff' && status.accepted !== inForce && status.shown === inForce;

/**
 * Admits a request, and records the consent that its command may be. Returns the session as it is afterwards. A repeated request is always admitted,
 * so that it gets its receipt.
 * @throws the problem that keeps the account from acting.
 */
export async function admit(
  { lives, dispatch }: Platform,
  session: Session,
  route: Pick<Route, 'method' | 'path' | 'access' | 'always' | 'finishes' | 'beforeOffer' | 'opens'>,
  { key, request, isPreview = false }: Pick<Asked, 'key' | 'request'> & { isPreview?: boolean },
): Promise<Session> {
  const { method, path, beforeOffer } = route;
  if (method === 'get' || !actsForAccount(route) || route.always) return session;
  const inForce = await revisionInForce(lives.database);
  const offer = { inForce, mayFinish: session.status.declined !== inForce || (await declinersMayFinish(lives.database)) };
  const problem = admissionProblem(session, offer, route);
  if (problem && !(await eventOfRequest(lives.database, accountKey(session.account, key), request))) throw problem;
  // A preview has no effect, so it is no consent by conduct either.
  if (problem || isPreview || beforeOffer || !isConsent(session, inForce)) return session;
  const { account, actor } = session;
  const life = accountLife(account);
  const acceptance = idFrom(account, 'consent', inForce);
  const { updates } = await commit(lives, {
    life,
    idempotencyKey: `consent/${account}/${inForce}`,
    type: 'consent',
    by: 'platform',
    // An account that explicitly accepted or declined meanwhile gives no consent by conduct.
    refusable: true,
    actor,
    input: { acceptance, revision: inForce, act: `${method.toUpperCase()} ${path}` },
  });
  dispatch(updates);
  const now = await openAgain(lives, session);
  if (now === undefined) throw new Problem('unauthenticated');
  const changed = admissionProblem(now, offer, route);
  if (changed) throw changed;
  return now;
}

/**
 * The precondition of a command that begins something new (4.4.2, 4.4.1). It sees a suspension or displacement committed after admission. A later suspension waits for the
 * shared lock, so its effect finds every task of the account.
 */
export const accountMayOpen =
  ({ account }: Session): Precondition =>
  async (transaction) => {
    const opening = await holdMayOpen(transaction, account);
    if (!opening?.may_open) return refusalBy('account-suspended', '4.4.2');
    return opening.displaced ? refusalBy('identity-displaced', '4.4.1') : undefined;
  };
