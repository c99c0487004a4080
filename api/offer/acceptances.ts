/**
 * How an account comes to stand under the offer (2.1) and under each later revision (10.2): the contractor's box, the customer's accession statement,
 * the acknowledgement that a new revision was shown, or a refusal of it.
 */
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import type { AccountContext } from '../../charts/account/types.ts';
import { laws } from '../../charts/index.ts';
import { accessionStatement } from '../../documents/accession-statement.ts';
import { OPERATOR } from '../../documents/operator.ts';
import { sha256 as hashOf } from '../../lives/chain.ts';
import { commit } from '../../lives/commit.ts';
import { revisionAt } from '../../models/offer-revision.ts';
import { readParameters } from '../../models/parameters.ts';
import { statement as inTransaction, query } from '../../models/statement.ts';
import type { Platform } from '../../platform.ts';
import { civilDate } from '../../rules/working-days.ts';
import { ACCOUNT_POLICY } from '../accounts/policy.ts';
import { findAccount, numbersOf } from '../accounts/store.ts';
import { Problem, ruleOf } from '../errors.ts';
import { feeTermsAt } from '../fees/terms.ts';
import { idFrom } from '../free-text.ts';
import { presentReceipt } from '../lives/answers.ts';
import { keyOf, receiptOf } from '../lives/committing.ts';
import { findLife } from '../lives/store.ts';
import { requireRole } from '../policy.ts';
import type { Answer, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';
import { Acceptances, Accepted, AcceptOffer, Statement } from './schema.ts';

/** The box's exact words, as the offer has them (2.1.2). */
export const CHECKBOX = 'Я принимаю условия публичной оферты';

interface AcceptanceRow {
  id: string;
  revision: string;
  form: string;
  at: Date;
  statement_sha256: string | null;
  statement: Buffer | null;
}

const listed = query<AcceptanceRow>(
  'acceptances-of-account',
  'select id, revision, form, at, statement_sha256 from offer_acceptance where account = $1 order by at',
);
const findStatement = query<AcceptanceRow>('acceptance-statement', 'select statement from offer_acceptance where id = $1 and account = $2');
const keepStatement = inTransaction(
  'acceptance-keep-statement',
  'update offer_acceptance set statement_sha256 = $2, statement = $3 where id = $1',
);

const placeOf = (acceptance: string) => ({ table: 'offer_acceptance', column: 'statement', row: acceptance });

/** The revision in force. */
async function revisionNow(database: Sequelize) {
  const revision = await revisionAt(database);
  if (revision === undefined) throw new Error('no revision of the offer is in force');
  return revision;
}

/** The statement as it reads today, for the account and the person who acts for it. */
export async function drawStatement(
  { lives: { database }, sealing }: Pick<Platform, 'lives' | 'sealing'>,
  session: Pick<Session, 'account' | 'kind' | 'person'>,
): Promise<{ text: string; sha256: string; revision: string }> {
  const today = new Date().toISOString();
  const [revision, account, numbers, parameters] = await Promise.all([
    revisionNow(database),
    findAccount(database, session.account),
    numbersOf(database, [session.person]),
    readParameters(database),
  ]);
  const sealed = account?.identifier;
  const text = accessionStatement({
    customer: {
      kind: session.kind === 'natural' || session.kind === 'staff' ? 'naturalPerson' : session.kind,
      name: account?.name ?? '',
      identifier: sealed ? sealing.open(sealed, { table: 'account', column: 'identifier', row: session.account }) : '',
      number: numbers.get(session.person) ?? '',
    },
    representative: null,
    offer: { number: revision.number, inForceFrom: revision.inForceFrom, sha256: revision.sha256 },
    tariff: feeTermsAt(parameters, civilDate(today)),
    operator: OPERATOR,
    at: today,
  });
  return { text, sha256: hashOf(text), revision: revision.sha256 };
}

export function acceptanceRoutes(platform: Platform): Route[] {
  const { lives, dispatch, sealing } = platform;
  const { database } = lives;

  /** The account's life as it stands. @throws 404 for staff, who accept nothing. */
  const accountOf = async ({ account, kind }: Session): Promise<AccountContext> => {
    const row = await findLife(database, `account/${account}`);
    if (row === undefined || kind === 'staff') throw new Problem('not-found');
    return (row.snapshot as { context: AccountContext }).context;
  };

  type Body = z.output<typeof AcceptOffer>;

  /** The event that a request is, with what has to be kept beside it. @throws 422 where its form is not the one the offer asks for. */
  async function eventOf({ act, revision, checkbox, statement }: Body, session: Session, own: string) {
    if (act !== 'accept') return { type: act === 'acknowledge' ? 'showOffer' : 'declineOffer', input: { revision } };
    if (checkbox !== undefined && checkbox !== CHECKBOX)
      throw new Problem('rule-refused', ruleOf('checkboxIsTheirs', session.language, '2.1.2'));
    const acceptance = idFrom(own, 'acceptance');
    const input = { acceptance, revision, ...(checkbox !== undefined && { checkbox }), ...(statement !== undefined && { statement }) };
    if (statement === undefined) return { type: 'acceptOffer', input };
    const drawn = await drawStatement(platform, session);
    if (drawn.sha256 !== statement) throw new Problem('rule-refused', ruleOf('statementIsCurrent', session.language, '2.1.1'));
    const sealed = sealing.seal(drawn.text, placeOf(acceptance));
    return {
      type: 'acceptOffer',
      input,
      alongside: async (transaction: Parameters<typeof keepStatement>[0]) => {
        await keepStatement(transaction, [acceptance, statement, sealed]);
      },
    };
  }

  return [
    route({
      method: 'get',
      path: '/v1/offer/statement',
      operation: 'readStatement',
      summary: "The customer's accession statement as it reads today, with the tariff and where the fee is paid (2.1.1, 3.2, 5.1)",
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
      summary: "The account's acceptances of the offer, oldest first: their ids are what tasks pin (2.1, 10.2)",
      access: 'session',
      answers: { 200: Acceptances },
      problems: [],
      async handle({ session }) {
        const rows = await listed(database, [session.account]);
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
      summary: 'The accession statement that an acceptance was given by, byte for byte (2.1.1)',
      access: 'session',
      params: withId,
      answers: { 200: z.string() },
      contentType: 'text/plain; charset=utf-8',
      problems: [],
      async handle({ params: { id }, session }): Promise<Answer> {
        const [row] = await findStatement(database, [id, session.account]);
        if (!row?.statement) throw new Problem('not-found');
        return { body: sealing.open(row.statement, placeOf(id)) };
      },
    }),
    route({
      method: 'post',
      path: '/v1/offer/acceptances',
      operation: 'acceptOffer',
      summary: 'Accept the offer in the form the account’s kind allows, acknowledge a new revision, or decline it (2.1, 10.2)',
      access: 'session',
      moves: true,
      always: true,
      body: AcceptOffer,
      answers: { 201: Accepted },
      problems: ['wrong-party', 'role-missing', 'not-in-this-state', 'rule-refused', 'not-found'],
      async handle({ body, session, language, key, request }) {
        const { customer } = await accountOf(session);
        const party = customer === undefined ? 'contractor' : 'customer';
        requireRole(session, party, ACCOUNT_POLICY.offer);
        const life = `account/${session.account}`;
        const own = keyOf(session, key);
        const { sha256: inForce } = await revisionNow(database);
        if (body.revision !== inForce) throw new Problem('rule-refused', ruleOf('revisionIsInForce', language, '10.2'));
        const event = await eventOf(body, session, own);
        const committed = await commit(lives, { life, key: own, by: party, actor: session.actor, request, ...event });
        dispatch(life, committed.steps);
        const receipt = receiptOf(committed, laws.account, language);
        const { offer, shown, declined } = await accountOf(session);
        const headers = { ...(committed.outcome === 'said' && { 'Idempotent-Replayed': 'true' }) };
        const answer = { acceptance: offer?.acceptance ?? null, accepted: offer?.revision ?? null, shown: shown?.revision ?? null };
        return { status: 201, headers, body: { ...answer, declined: declined ?? null, receipt: presentReceipt(receipt) } };
      },
    }),
  ];
}
