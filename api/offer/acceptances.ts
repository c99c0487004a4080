/**
 * How an account accepts the offer (2.1) and answers each later revision (10.2): the contractor's checkbox, the customer's statement of accession,
 * the acknowledgement of a new revision, or its refusal.
 */
import { create } from 'content-disposition';
import { z } from 'zod';
import type { AccountContext } from '../../charts/account/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Language } from '../../charts/messages.ts';
import type { CheckedSignature } from '../../gateways/signatures/port.ts';
import { commit } from '../../lives/commit.ts';
import { sha256 } from '../../lives/hashing.ts';
import { accountKey, accountLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { firstRefusal } from '../../lives/precondition.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import { findLife } from '../../models/stores/life.ts';
import type { AcceptedRow } from '../../models/stores/offer-acceptance.ts';
import { acceptancesOf, acceptedStatement } from '../../models/stores/offer-acceptance.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { Platform } from '../../platform.ts';
import type { PartyKind } from '../../rules/signing-ways.ts';
import { waysAt } from '../../rules/signing-ways.ts';
import { civilDate } from '../../rules/working-days.ts';
import { OFFER_ROLES } from '../accounts/schema.ts';
import { Problem, ruleOf } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { FILE_POLICY } from '../headers.ts';
import { drawPaper } from '../papers/draw-apart.ts';
import { problemOfRefusal, receiptOf } from '../resource/outcome.ts';
import { presentReceipt } from '../resource/presenter.ts';
import { requireRole } from '../roles.ts';
import type { Answer, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import type { Session } from '../session.ts';
import type { ProvenSignature } from '../signings/electronic-signature.ts';
import { requireSignature } from '../signings/electronic-signature.ts';
import { revisionInForce } from './in-force.ts';
import { Acceptances, Accepted, AcceptOffer, CHECKBOX, Statement } from './schema.ts';
import type { DrawnStatement } from './statement.ts';
import { acceptedPaper, drawStatement, haveStatementRequisites, keepAccepted, mayAccede, signatureUnder } from './statement.ts';

const accedingOf = (session: Session): Precondition[] => [haveStatementRequisites(session), mayAccede(session)];

const SIGNATURE_HEADERS = {
  'Content-Disposition': 'attachment; filename="accession-statement.p7s"',
  'Content-Security-Policy': FILE_POLICY,
};
const FILE_HEADERS = {
  'Content-Disposition': create('Заявление о присоединении.pdf', { fallback: 'accession-statement.pdf' }),
  'Content-Security-Policy': FILE_POLICY,
};

export function acceptanceRoutes(platform: Platform): Route[] {
  const { lives, dispatch, publicUrl } = platform;
  const { database } = lives;
  const ofAccepted = { method: 'get', access: 'session', params: withId } as const;

  /** @throws 404 for an acceptance of others, one without a statement, and one whose statement was erased */
  async function acceptedOf(id: string, { account }: Session): Promise<AcceptedRow> {
    const row = await acceptedStatement(database, id, account);
    if (row === undefined) throw new Problem('not-found');
    return row;
  }

  /** The account's life. @throws 404 for staff, who accept nothing. */
  const accountOf = async ({ account, kind }: Session): Promise<AccountContext> => {
    const row = await findLife(database, accountLife(account));
    if (row === undefined || kind === 'staff') throw new Problem('not-found');
    return (row.snapshot as { context: AccountContext }).context;
  };

  /** @throws 422 for the first that refuses */
  async function requireAll(preconditions: Precondition[], language: Language): Promise<void> {
    const refusal = await database.transaction((transaction) => firstRefusal(transaction, preconditions));
    if (refusal) throw problemOfRefusal(refusal, lifeTypes.account, language);
  }

  type Body = z.output<typeof AcceptOffer>;

  /** The event for a request. */
  function eventOf({ act, revision, checkbox, statement }: Body, acceptance: string, signature?: CheckedSignature) {
    if (act !== 'accept') return { type: act === 'acknowledge' ? 'showOffer' : 'declineOffer', input: { revision } };
    const words = {
      ...(checkbox !== undefined && { checkbox }),
      ...(statement !== undefined && { statement }),
      ...(signature && { signature: sha256(signature.evidence.cms) }),
    };
    return { type: 'acceptOffer', input: { acceptance, revision, ...words } };
  }

  /**
   * The confirmed statement, if there is one.
   * @throws 422 if the revision is not in force, the words are not the checkbox's, or the statement is not the one that was shown.
   */
  async function requireCurrent(
    { revision, checkbox, statement }: Body,
    session: Session,
    language: Language,
  ): Promise<DrawnStatement | undefined> {
    if (revision !== (await revisionInForce(database))) throw new Problem('rule-refused', ruleOf('revisionIsInForce', language, '10.2'));
    if (checkbox !== undefined && checkbox !== CHECKBOX) throw new Problem('rule-refused', ruleOf('checkboxIsTheirs', language, '2.1.2'));
    if (statement === undefined) return undefined;
    await requireAll(accedingOf(session), language);
    const drawn = await drawStatement(platform, session);
    if (drawn.sha256 !== statement) throw new Problem('rule-refused', ruleOf('statementIsCurrent', language, '2.1.1'));
    return drawn;
  }

  /** The electronic signature under the statement, if one is given. @throws 422 if the rules of the day ask for one, or it does not hold; 503 */
  async function requireStatementSigned(
    cms: string | undefined,
    { text }: DrawnStatement,
    session: Session,
    language: Language,
  ): Promise<ProvenSignature | undefined> {
    const at = new Date();
    const on = civilDate(at.toISOString());
    const ways = waysAt(await readParameters(database), { document: 'accession-statement', party: session.kind as PartyKind }, on);
    if (!ways.includes(cms === undefined ? 'account' : 'cms'))
      throw new Problem('rule-refused', ruleOf('statementIsSigned', language, '2.1.1'));
    if (cms === undefined) return undefined;
    return requireSignature(platform, session, { bytes: Buffer.from(text), cms: Buffer.from(cms, 'base64'), at, on, language });
  }

  return [
    route({
      method: 'get',
      path: '/v1/offer/statement',
      operation: 'readStatement',
      summary: 'The current accession statement of the customer, with the tariff and the payment details of the fee (2.1.1, 3.2, 5.1)',
      access: 'session',
      answers: { 200: Statement },
      problems: ['not-found', 'requisites-missing'],
      async handle({ session, language }) {
        await accountOf(session);
        await requireAll([haveStatementRequisites(session)], language);
        const { text, sha256, revision } = await drawStatement(platform, session);
        return { body: { text, sha256, revision } };
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
        const items = rows.map(({ id, revision, form, at, statement_sha256: statement, signature_sha256: signature }) => ({
          ...{ id, revision, form, at: at.toISOString(), statement, signature },
        }));
        return { body: { items } };
      },
    }),
    route({
      ...ofAccepted,
      path: '/v1/offer/acceptances/{id}/statement',
      operation: 'readAcceptedStatement',
      summary: 'The exact bytes of the accession statement behind an acceptance (2.1.1)',
      answers: { 200: z.string() },
      contentType: 'text/plain; charset=utf-8',
      problems: [],
      async handle({ params: { id }, session }): Promise<Answer> {
        return { body: (await acceptedOf(id, session)).kept.text };
      },
    }),
    route({
      ...ofAccepted,
      path: '/v1/offer/acceptances/{id}/paper',
      operation: 'readAcceptedPaper',
      summary: 'The same statement as a PDF in two columns, with the hash of the text that was accepted (2.1.1)',
      answers: { 200: z.string() },
      contentType: 'application/pdf',
      problems: [],
      async handle({ params: { id }, session }): Promise<Answer> {
        const paper = acceptedPaper(session.account, await acceptedOf(id, session));
        if (paper === undefined) throw new Problem('not-found');
        const drawn = await drawPaper({ paper, publicUrl });
        return { headers: FILE_HEADERS, body: Buffer.from(drawn) };
      },
    }),
    route({
      ...ofAccepted,
      path: '/v1/offer/acceptances/{id}/signature',
      operation: 'readAcceptedSignature',
      summary:
        'The electronic signature under the statement, a detached CMS over the bytes of …/statement, if it was signed with one (1.11, 2.1.1)',
      answers: { 200: z.string() },
      contentType: 'application/pkcs7-signature',
      problems: [],
      async handle({ params: { id }, session }): Promise<Answer> {
        const signature = signatureUnder(await acceptedOf(id, session));
        if (signature === null) throw new Problem('not-found');
        return { headers: SIGNATURE_HEADERS, body: signature.evidence.cms };
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
      problems: [
        'wrong-party',
        'role-missing',
        'not-in-this-state',
        'rule-refused',
        'requisites-missing',
        'not-found',
        'electronic-signature-refused',
        'signature-service-away',
      ],
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
        const drawn = said ? undefined : await requireCurrent(body, session, language);
        const signed = drawn && (await requireStatementSigned(body.cms, drawn, session, language));
        const signature = signed?.checked;
        const committed = await commit(lives, {
          life,
          idempotencyKey: own,
          by: party,
          actor: session.actor,
          requestHash: request,
          ...eventOf(body, acceptance, signature),
          ...(drawn && {
            preconditions: [...accedingOf(session), ...(signed ? [signed.maySign] : [])],
            inSameTransaction: (transaction) => keepAccepted(acceptance, { ...drawn, signature }, transaction),
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
