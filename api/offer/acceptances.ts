/**
 * How an account accepts the offer (2.1) and answers each later revision (10.2): the contractor's checkbox, the customer's statement of accession,
 * the acknowledgement of a new revision, or its refusal.
 */

import { z } from 'zod';
import type { AccountContext } from '../../charts/account/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import { accessionStatement } from '../../documents/accession-statement.ts';
import { operatorOn } from '../../documents/operator.ts';
import { commit } from '../../lives/commit.ts';
import { sha256 as hashOf } from '../../lives/hashing.ts';
import { accountKey, accountLife } from '../../lives/ids.ts';
import { findAccount, identifierOf } from '../../models/stores/account.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import { findLife } from '../../models/stores/life.ts';
import { acceptancesOf, keepStatement, sealedStatement } from '../../models/stores/offer-acceptance.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numbersOf } from '../../models/stores/person.ts';
import type { Platform } from '../../platform.ts';
import { civilDate } from '../../rules/working-days.ts';
import { OFFER_ROLES } from '../accounts/schema.ts';
import { Problem, ruleOf } from '../errors.ts';
import { feeTermsAt } from '../fees/terms.ts';
import { idFrom } from '../free-text.ts';
import { receiptOf } from '../resource/outcome.ts';
import { presentReceipt } from '../resource/presenter.ts';
import { requireRole } from '../roles.ts';
import type { Answer, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';
import { offerInForce, revisionInForce } from './in-force.ts';
import { Acceptances, Accepted, AcceptOffer, Statement } from './schema.ts';

/** The checkbox's exact words, as in the offer (2.1.2). */
export const CHECKBOX = 'Я принимаю условия публичной оферты';

const placeOf = (acceptance: string) => ({ table: 'offer_acceptance', column: 'statement', row: acceptance });

/** The current statement, for the account and the person who acts for it. */
export async function drawStatement(
  { lives: { database }, operatorEntity }: Pick<Platform, 'lives' | 'operatorEntity'>,
  session: Pick<Session, 'account' | 'kind' | 'person'>,
): Promise<{ text: string; sha256: string; revision: string }> {
  const today = new Date().toISOString();
  const [revision, account, numbers, parameters] = await Promise.all([
    offerInForce(database),
    findAccount(database, session.account),
    numbersOf(database, [session.person]),
    readParameters(database),
  ]);
  const text = accessionStatement({
    customer: {
      kind: session.kind === 'natural' || session.kind === 'staff' ? 'naturalPerson' : session.kind,
      name: account?.name ?? '',
      identifier: (account && identifierOf(database, account)) ?? '',
      number: numbers.get(session.person) ?? '',
    },
    representative: null,
    offer: { number: revision.number, inForceFrom: revision.inForceFrom, sha256: revision.sha256 },
    tariff: feeTermsAt(parameters, civilDate(today)),
    operator: operatorOn(operatorEntity, parameters, civilDate(today)),
    at: today,
  });
  return { text, sha256: hashOf(text), revision: revision.sha256 };
}

export function acceptanceRoutes(platform: Platform): Route[] {
  const { lives, dispatch, sealing } = platform;
  const { database } = lives;

  /** The account's life. @throws 404 for staff, who accept nothing. */
  const accountOf = async ({ account, kind }: Session): Promise<AccountContext> => {
    const row = await findLife(database, accountLife(account));
    if (row === undefined || kind === 'staff') throw new Problem('not-found');
    return (row.snapshot as { context: AccountContext }).context;
  };

  type Body = z.output<typeof AcceptOffer>;

  /** The event for a request. */
  function eventOf({ act, revision, checkbox, statement }: Body, acceptance: string) {
    if (act !== 'accept') return { type: act === 'acknowledge' ? 'showOffer' : 'declineOffer', input: { revision } };
    const words = { ...(checkbox !== undefined && { checkbox }), ...(statement !== undefined && { statement }) };
    return { type: 'acceptOffer', input: { acceptance, revision, ...words } };
  }

  /**
   * The text of the confirmed statement, if there is one.
   * @throws 422 if the revision is not in force, the words are not the checkbox's, or the statement is not the one that was shown.
   */
  async function requireCurrent(
    { revision, checkbox, statement }: Body,
    session: Session,
    language: Language,
  ): Promise<string | undefined> {
    if (revision !== (await revisionInForce(database))) throw new Problem('rule-refused', ruleOf('revisionIsInForce', language, '10.2'));
    if (checkbox !== undefined && checkbox !== CHECKBOX) throw new Problem('rule-refused', ruleOf('checkboxIsTheirs', language, '2.1.2'));
    if (statement === undefined) return undefined;
    const drawn = await drawStatement(platform, session);
    if (drawn.sha256 !== statement) throw new Problem('rule-refused', ruleOf('statementIsCurrent', language, '2.1.1'));
    return drawn.text;
  }

  return [
    route({
      method: 'get',
      path: '/v1/offer/statement',
      operation: 'readStatement',
      summary: 'The current accession statement of the customer, with the tariff and the payment details of the fee (2.1.1, 3.2, 5.1)',
      access: 'session',
      answers: { 200: Statement },
      problems: ['not-found'],
      async handle({ session }) {
        await accountOf(session);
        return { body: await drawStatement(platform, session) };
      },
    }),
    route({
      method: 'get',
      path: '/v1/offer/acceptances',
      operation: 'listAcceptances',
      summary: "The account's acceptances of the offer, oldest first. Tasks refer to their ids (2.1, 10.2)",
      access: 'session',
      answers: { 200: Acceptances },
      problems: [],
      async handle({ session }) {
        const rows = await acceptancesOf(database, session.account);
        const items = rows.map(({ id, revision, form, at, statement_sha256: statement }) => ({
          ...{ id, revision, form, at: at.toISOString(), statement },
        }));
        return { body: { items } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/offer/acceptances/{id}/statement',
      operation: 'readAcceptedStatement',
      summary: 'The exact bytes of the accession statement behind an acceptance (2.1.1)',
      access: 'session',
      params: withId,
      answers: { 200: z.string() },
      contentType: 'text/plain; charset=utf-8',
      problems: [],
      async handle({ params: { id }, session }): Promise<Answer> {
        const sealed = await sealedStatement(database, id, session.account);
        if (sealed === null) throw new Problem('not-found');
        return { body: sealing.open(sealed, placeOf(id)) };
      },
    }),
    route({
      method: 'post',
      path: '/v1/offer/acceptances',
      operation: 'acceptOffer',
      summary: 'Accept the offer in the form for this kind of account, or acknowledge or decline a new revision (2.1, 10.2)',
      access: 'session',
      moves: true,
      always: true,
      signed: 'whereAsked',
      body: AcceptOffer,
      answers: { 201: Accepted },
      problems: ['wrong-party', 'role-missing', 'not-in-this-state', 'rule-refused', 'not-found'],
      async handle({ body, session, language, key, request, requireSigned }) {
        const { customer } = await accountOf(session);
        const party = customer === undefined ? 'contractor' : 'customer';
        requireRole(session, party, OFFER_ROLES);
        requireSigned();
        const life = accountLife(session.account);
        const own = accountKey(session.account, key);
        const acceptance = idFrom(own, 'acceptance');
        // A repeated request gets the same response, whatever has changed since.
        const said = await eventOfRequest(database, own, request);
        const text = said ? undefined : await requireCurrent(body, session, language);
        const committed = await commit(lives, {
          life,
          idempotencyKey: own,
          by: party,
          actor: session.actor,
          requestHash: request,
          ...eventOf(body, acceptance),
          ...(text !== undefined && {
            inSameTransaction: async (transaction) => {
              const statement = sealing.seal(text, placeOf(acceptance));
              await keepStatement(database, acceptance, { statement_sha256: body.statement ?? null, statement }, transaction);
            },
          }),
        });
        dispatch(committed.updates);
        const receipt = receiptOf(committed, lifeTypes.account, language);
        const { offer, shown, declined } = await accountOf(session);
        const headers = { ...(committed.outcome === 'replayed' && { 'Idempotent-Replayed': 'true' }) };
        const answer = { acceptance: offer?.acceptance ?? null, accepted: offer?.revision ?? null, shown: shown?.revision ?? null };
        return { status: 201, headers, body: { ...answer, declined: declined ?? null, receipt: presentReceipt(receipt) } };
      },
    }),
  ];
}
