/** Accounts: registration, one's own account, and every command of the account's chart (1.4). */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AccountContext, AccountKind } from '../../charts/account/types.ts';
import { documentOf } from '../../charts/account/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Refusal } from '../../charts/judge.ts';
import { judge, restore } from '../../charts/judge.ts';
import type { Language } from '../../charts/messages.ts';
import type { Committed } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey, accountLife, localIdOf, personKey } from '../../lives/ids.ts';
import type { AccountRow } from '../../models/stores/account.ts';
import {
  countUnfinished,
  findAccount,
  identifierHash,
  samePersonStandsBehind,
  setIdentifier,
  settleAccount,
} from '../../models/stores/account.ts';
import { keepText } from '../../models/stores/erasable-text.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { ensurePerson, personOfId, personOfNumber } from '../../models/stores/person.ts';
import { beginRegistration } from '../../models/stores/registration.ts';
import type { Platform } from '../../platform.ts';
import type { IdentifierFault } from '../../rules/identifiers.ts';
import { IDENTIFIER_FAULTS, readAdultIin, readCompanyBin } from '../../rules/identifiers.ts';
import { isReservedName } from '../../rules/reserved-names.ts';
import { civilDate } from '../../rules/working-days.ts';
import { networksOf } from '../auth/address.ts';
import { proveOneself } from '../auth/own-proof.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { idFrom, sealTexts } from '../free-text.ts';
import { presentProposal, propose } from '../proposals/propose.ts';
import { Proposal } from '../proposals/schema.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { problemOfRefusal, receiptOf } from '../resource/outcome.ts';
import { lifeId } from '../resource/public-id.ts';
import type { Preparing, Resource } from '../resource/resource.ts';
import { look, readLife, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Caller, Route } from '../route.ts';
import { route } from '../route.ts';
import { verificationTerms } from '../verifications/terms.ts';
import { consentsOfTheDay } from './consent.ts';
import { requireNumber } from './phone.ts';
import { presentAccount, wordsOfUntoldSanctions } from './presenter.ts';
import type { Sanction } from './schema.ts';
import { ACCOUNT_COMMANDS, AccountFacts, ChangeDetails, ChangeIdentifier, DETAILS_ROLES, Register } from './schema.ts';
import { accountTerms } from './terms.ts';

/** A user must not pass for the operator. @throws 422 for a reserved name. */
function requireFreeName(name: string, language: Language): void {
  if (isReservedName(name)) throw new Problem('rule-refused', ruleOf('nameIsFree', language));
}

/** Stands for any second member of staff: at the time of a proposal, the person who will confirm the termination is unknown. */
const ANOTHER = 'another';

/** A wrong number, with the reason in the caller's language. */
const refusedIdentifier = (fault: IdentifierFault, language: Language): Problem =>
  new Problem('invalid-input', {
    detail: IDENTIFIER_FAULTS[fault][language],
    errors: [{ path: 'identifier', message: IDENTIFIER_FAULTS[fault][language] }],
  });

/** Another change was committed after the details were read. Merging into the old ones would undo it, so they are read again. */
const OVERTAKEN: Refusal = { allowed: false, reason: 'precondition' };
const haveSameDetails = (one: AccountRow | undefined, other: AccountRow | undefined): boolean =>
  one?.name === other?.name && one?.email === other?.email && one?.language === other?.language;

export function accountRoutes(platform: Platform): Route[] {
  const { lives, dispatch } = platform;
  const { database, keys } = lives;

  const resource: Resource<AccountContext> = {
    kind: 'account',
    path: 'accounts',
    type: lifeTypes.account,
    commands: ACCOUNT_COMMANDS,
    // The terms reveal the ground, even if the user must not learn it (4.4.2).
    operatorOnly: ['suspend', 'terminate'],
    withheld: wordsOfUntoldSanctions,
    facts: AccountFacts,
    present: (context, life) => presentAccount(platform, context, life),
    prepare,
    /** One person may have two staff accounts, or also a user's account. */
    conditions: (_, __, { row, party }, { account }) => {
      const target = localIdOf(row.id);
      if (party !== 'operator' || target === account) return [];
      return [
        async (transaction) =>
          (await samePersonStandsBehind(transaction, account, [target])) ? refusalBy('accountIsOfAnother') : undefined,
      ];
    },
  };
  const view = snapshotView(platform, resource);
  const { answer } = view;

  /** What the platform adds: persons for numbers, and the terms of the day. */
  async function prepare(
    name: string,
    body: Record<string, unknown>,
    { id, session, isPreview }: Preparing,
  ): Promise<Record<string, unknown>> {
    const { language } = session;
    switch (name) {
      case 'addMember': {
        const { number, ...rest } = body;
        const known = requireNumber(String(number), language);
        if (isPreview) return { ...rest, person: (await personOfNumber(database, known))?.id ?? randomUUID() };
        return { ...rest, person: await ensurePerson(database, { number: known }) };
      }
      case 'describe':
        requireFreeName((body as { profile: { headline: string } }).profile.headline, language);
        return body;
      case 'declareTaxStatus':
        return { ...body, reminderDays: (await accountTerms(database)).taxReminderDays };
      case 'verify':
        return { ...body, terms: await verificationTerms(database) };
      case 'proveIdentity':
        return { ...body, kinds: [documentOf(session.kind)], terms: await verificationTerms(database) };
      case 'suspend':
        return sanctionOf(body as z.output<typeof Sanction>, language);
      case 'close':
        return { running: await countUnfinished(database, id.slice('account/'.length)) };
      default:
        return body;
    }
  }

  /** A sanction with the terms of its ground. Sums stop only by a named order. @throws 422 for an impossible order. */
  async function sanctionOf({ ground, reasons, order }: z.output<typeof Sanction>, language: Language) {
    const { stopsMoney, ...of } = (await accountTerms(database)).ground(ground);
    if (order && !stopsMoney) throw new Problem('rule-refused', ruleOf('orderIsForTheGround', language, '4.4.2'));
    if (order && order.date > civilDate(new Date().toISOString()))
      throw new Problem('rule-refused', ruleOf('orderIsOfThePast', language, '4.4.2'));
    const terms = { ...of, stopsMoney: stopsMoney && order !== undefined };
    // An undisclosed ground is stored only where the operator reads it.
    return { ...(of.told ? { ground, reasons } : { reasons: `${ground}: ${reasons}` }), terms, ...(order && { order }) };
  }

  /** @throws 400 for a number that no person of full age, or no company, can have */
  async function requireReal(kind: AccountKind, identifier: string, language: Language): Promise<void> {
    const today = civilDate(new Date().toISOString());
    const { majority } = await accountTerms(database);
    const read = kind === 'company' ? readCompanyBin(identifier, today) : readAdultIin(identifier, today, majority);
    if ('fault' in read) throw refusedIdentifier(read.fault, language);
  }

  /** Whether the number is taken is not looked up, so neither the response nor its time tells. @throws 429 after too many within a day */
  async function countRegistration(person: string, { address }: Caller): Promise<void> {
    const { registrations } = await accountTerms(database);
    const wait = await beginRegistration(database, { person, addressHash: networksOf(keys, address).network, ...registrations });
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait });
  }

  /** What must be right on the day of registration. @throws 400 for a wrong IIN or BIN, 422 for another consent. */
  async function requireCurrent({ kind, name, identifier, consent }: z.output<typeof Register>, language: Language): Promise<void> {
    requireFreeName(name, language);
    await requireReal(kind, identifier, language);
    const consents = await consentsOfTheDay(database, platform);
    if (!consents.some(({ sha256 }) => sha256 === consent)) throw new Problem('rule-refused', ruleOf('consentIsCurrent', language));
  }

  const register = route({
    method: 'post',
    path: '/v1/accounts',
    operation: 'registerAccount',
    summary: 'Register an account for a legal party (1.4, 1.6, 1.7). The current session then acts for it',
    access: 'person',
    moves: true,
    always: true,
    body: Register,
    answers: { 201: answer },
    problems: ['invalid-input', 'rule-refused'],
    async handle({ body, session, language, key, request, caller }) {
      const { kind, roles, identifier, consent, ...details } = body;
      const own = personKey(session.person, key);
      const id = idFrom(session.person, key, 'account');
      const life = accountLife(id);
      // A repeated request gets the same response, whatever has changed since.
      if (!(await eventOfRequest(database, own, request))) {
        await requireCurrent(body, language);
        await countRegistration(session.person, caller);
      }
      const { reference, row } = sealTexts(keys, own, details);
      const committed = await commit(lives, {
        life,
        idempotencyKey: own,
        type: 'register',
        by: roles[0] ?? 'customer',
        actor: { ...session.actor, account: id },
        input: { id, kind, roles, person: session.person, details: reference, identifier: identifierHash(database, identifier), consent },
        texts: [row],
        requestHash: request,
        create: true,
        inSameTransaction: (transaction) => settleAccount(transaction, { account: id, identifier, session: session.id }),
      });
      dispatch(committed.updates);
      const receipt = receiptOf(committed, lifeTypes.account, language);
      const standing = { ...session, account: id, member: ['owner' as const] };
      const headers = { Location: `/v1/accounts/${id}`, ...(committed.outcome === 'replayed' && { 'Idempotent-Replayed': 'true' }) };
      return { status: 201, headers, body: await view.show(await look(view, life, standing), { session: standing, language }, receipt) };
    },
  });

  const me = route({
    method: 'get',
    path: '/v1/accounts/me',
    operation: 'readOwnAccount',
    summary: 'The account of the session, its commands, and what it must do first',
    access: 'session',
    answers: { 200: answer },
    problems: ['not-found'],
    async handle({ session, language }) {
      const seen = await look(view, accountLife(session.account), session);
      return { body: await readLife(platform, resource, view, seen, { session, language }) };
    },
  });

  const change = route({
    method: 'patch',
    path: '/v1/accounts/me',
    operation: 'changeOwnAccount',
    summary: 'Change name, e-mail or language (4.1.4). A change of the e-mail needs a code or the password in the same request',
    access: 'session',
    moves: true,
    body: ChangeDetails,
    answers: { 200: answer },
    problems: ['wrong-party', 'role-missing', 'not-in-this-state', 'not-found', 'rule-refused', 'proof-refused', 'proof-of-work-needed'],
    async handle({ body: { proof, ...body }, session, language, key, request, caller }) {
      const life = accountLife(session.account);
      const seen = await look(view, life, session);
      const { party } = seen;
      requireRole(session, party, DETAILS_ROLES);
      const own = accountKey(session.account, key);
      const isRepeat = (await eventOfRequest(database, own, request)) !== undefined;
      if (body.name !== undefined && !isRepeat) requireFreeName(body.name, language);
      // A repeat gets its receipt: the proof was used up by the first request.
      const proved =
        body.email !== undefined && proof !== undefined && !isRepeat
          ? await proveOneself(
              platform,
              { caller, purpose: 'email', person: (await personOfId(database, session.person)) as PersonRow },
              proof,
            )
          : undefined;
      const changeOnce = async (): Promise<Committed> => {
        const known = await findAccount(database, session.account);
        const details = { name: known?.name, email: known?.email, language: known?.language, ...body };
        const emailChanged = (known?.email ?? null) !== null && known?.email !== details.email;
        const { reference, row } = sealTexts(keys, own, details);
        return commit(lives, {
          life,
          idempotencyKey: own,
          type: 'changeDetails',
          by: party,
          actor: session.actor,
          input: { details: reference, emailChanged },
          texts: [row],
          requestHash: request,
          ...(proved && { inSameTransaction: proved.inSameTransaction }),
          preconditions: [
            ...(proved?.preconditions ?? []),
            async (transaction) =>
              haveSameDetails(known, await findAccount(database, session.account, transaction)) ? undefined : OVERTAKEN,
          ],
        });
      };
      let committed = await changeOnce();
      while (committed.outcome === 'refused' && committed.refusal === OVERTAKEN) {
        dispatch(committed.updates);
        committed = await changeOnce();
      }
      dispatch(committed.updates);
      const receipt = receiptOf(committed, lifeTypes.account, language);
      const now = ('life' in committed && (await view.after(seen, committed.life, session))) || seen;
      return { body: await view.show(now, { session, language }, receipt) };
    },
  });

  const correct = route({
    method: 'post',
    path: '/v1/accounts/me/identifier',
    operation: 'changeIdentifier',
    summary: 'Correct an IIN or BIN that is not proved (4.1.4). The new one is not proved either',
    access: 'session',
    moves: true,
    body: ChangeIdentifier,
    answers: { 200: answer },
    problems: ['invalid-input', 'wrong-party', 'role-missing', 'not-in-this-state', 'not-found'],
    async handle({ body: { identifier }, session, language, key, request, caller }) {
      const life = accountLife(session.account);
      const seen = await look(view, life, session);
      const { party } = seen;
      requireRole(session, party, DETAILS_ROLES);
      const own = accountKey(session.account, key);
      if (!(await eventOfRequest(database, own, request))) {
        await requireReal(session.kind, identifier, language);
        await countRegistration(session.person, caller);
      }
      const hash = identifierHash(database, identifier);
      const committed = await commit(lives, {
        ...{ life, idempotencyKey: own, type: 'changeIdentifier', by: party, actor: session.actor, input: { identifier: hash } },
        requestHash: request,
        inSameTransaction: (transaction) => setIdentifier(transaction, { account: session.account, identifier }),
      });
      dispatch(committed.updates);
      const receipt = receiptOf(committed, lifeTypes.account, language, () => view.menu(seen, { session, language }));
      const now = ('life' in committed && committed.life && (await view.after(seen, committed.life, session))) || seen;
      return { body: await view.show(now, { session, language }, receipt) };
    },
  });

  const { body: Termination, roles: TERMINATION_ROLES } = ACCOUNT_COMMANDS.terminate;
  /** The chart gets the command only at the confirmation. Until then nothing happens to the account, so its user can see nothing. */
  const proposeTermination = route({
    method: 'post',
    path: '/v1/accounts/{id}/terminate',
    operation: 'terminateAccount',
    summary: 'Propose the termination of an account (4.4.2). A second member of staff confirms it at /v1/operator/proposals',
    access: 'session',
    params: z.strictObject({ id: lifeId }),
    body: Termination,
    answers: { 202: Proposal },
    problems: ['wrong-party', 'role-missing', 'not-in-this-state', 'rule-refused'],
    async handle({ params: { id }, body, session, language }) {
      const asker = { session, language };
      const life = accountLife(id);
      const seen = await look(view, life, session);
      if (seen.party !== 'operator') throw new Problem('wrong-party', { clause: '4.4.2' });
      requireRole(session, seen.party, TERMINATION_ROLES);
      const { order: said, ...content } = await sanctionOf(body, language);
      const { reference: reasons, row } = sealTexts(keys, `termination/${session.account}/${id}/${content.reasons}`, {
        reasons: content.reasons,
      });
      const order = said && sealTexts(keys, `order/${row.id}/${JSON.stringify(said)}`, { order: said });
      const input = { ...content, reasons, ...(order && { order: order.reference }) };
      const asked = { type: 'terminate', by: 'operator', actor: ANOTHER, person: ANOTHER, at: new Date().toISOString() } as const;
      const { chart } = lifeTypes.account;
      const proposed = { account: session.account };
      const verdict = judge(chart, restore(chart, seen.row.snapshot), { ...asked, input: { ...input, proposed } });
      if (!verdict.allowed) throw problemOfRefusal(verdict, lifeTypes.account, language, () => view.menu(seen, asker));
      for (const text of [row, ...(order ? [order.row] : [])])
        await keepText(database, { ...text, life, body: text.body as Record<string, unknown> });
      const proposal = await propose(database, asker, { kind: 'termination', subject: id, content: input });
      return { status: 202, body: await presentProposal(database, proposal, asker) };
    },
  });

  const { terminate: _, ...commands } = ACCOUNT_COMMANDS;
  return [register, me, change, correct, proposeTermination, ...lifeRoutes(platform, { ...resource, commands }, { view })];
}
