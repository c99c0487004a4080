/** Accounts: registration, one's own account, and every command of the account's chart (1.4). */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AccountContext, AccountKind } from '../../charts/account/types.ts';
import { documentOf } from '../../charts/account/types.ts';
import { lifeTypes } from '../../charts/index.ts';
import type { Refusal } from '../../charts/judge.ts';
import type { Language } from '../../charts/messages.ts';
import type { Committed } from '../../lives/command.ts';
import { commit } from '../../lives/commit.ts';
import { accountKey, accountLife, personKey } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { tellAccountsOf } from '../../lives/tell-accounts.ts';
import type { AccountRow } from '../../models/stores/account.ts';
import { countUnfinished, findAccount, identifierHash, setIdentifier, settleAccount } from '../../models/stores/account.ts';
import { eventOfRequest } from '../../models/stores/event.ts';
import { countInvitations } from '../../models/stores/invitation.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { ensurePerson, lockPerson, personOfId, personOfNumber } from '../../models/stores/person.ts';
import { beginRegistration } from '../../models/stores/registration.ts';
import { readingsOf } from '../../models/stores/staff-reading.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import type { IdentifierFault } from '../../rules/identifiers.ts';
import { IDENTIFIER_FAULTS, readAdultIin, readCompanyBin } from '../../rules/identifiers.ts';
import type { Profile } from '../../rules/public-profile.ts';
import { isReservedName } from '../../rules/reserved-names.ts';
import { networksOf } from '../auth/address.ts';
import { proveOneself } from '../auth/own-proof.ts';
import type { OwnProof } from '../auth/schema.ts';
import { Problem, refusalBy, ruleOf } from '../errors.ts';
import { idFrom, sealTexts } from '../free-text.ts';
import { payoutDetailsRoutes } from '../payout-details/routes.ts';
import { withinQuotas } from '../quotas.ts';
import { requisitesRoutes } from '../requisites/routes.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { receiptOf } from '../resource/outcome.ts';
import type { Preparing, Resource } from '../resource/resource.ts';
import { nextOf, pageQuery } from '../resource/schema.ts';
import { look, readLife, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Caller, Route } from '../route.ts';
import { route } from '../route.ts';
import type { Reason } from '../staff-readings.ts';
import { REASONS } from '../staff-readings.ts';
import { chosenPlan } from '../tariffs/choice.ts';
import { verificationTerms } from '../verifications/terms.ts';
import { consentsFor } from './consent.ts';
import { addressIsNotRefused, emailChange, emailRoutes } from './email.ts';
import { requireNumber } from './phone.ts';
import { presentAccount, withheldOfAccount } from './presenter.ts';
import type { Sanction } from './schema.ts';
import { ACCOUNT_COMMANDS, AccountFacts, ChangeDetails, ChangeIdentifier, DETAILS_ROLES, Readings, Register } from './schema.ts';
import { accountTerms } from './terms.ts';

/** A user must not pass for the operator. @throws 422 for a reserved name. */
function requireFreeName(name: string, language: Language): void {
  if (isReservedName(name)) throw new Problem('rule-refused', ruleOf('nameIsFree', language));
}

/** A wrong number, with the reason in the caller's language. */
const refusedIdentifier = (fault: IdentifierFault, language: Language): Problem =>
  new Problem('invalid-input', {
    detail: IDENTIFIER_FAULTS[fault][language],
    errors: [{ path: 'identifier', message: IDENTIFIER_FAULTS[fault][language] }],
  });

/** Another change was committed after the details were read. Merging into the old ones would undo it, so they are read again. */
const OVERTAKEN: Refusal = { allowed: false, reason: 'precondition' };
const haveSameDetails = (one: AccountRow | undefined, other: AccountRow | undefined): boolean =>
  one?.name === other?.name && one?.email === other?.email && one?.newEmail === other?.newEmail && one?.language === other?.language;

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
    withheld: withheldOfAccount,
    facts: AccountFacts,
    present: (context, life) => presentAccount(platform, context, life),
    prepare,
    async prove({ body: { proof }, session: { person }, caller }) {
      if (proof === undefined)
        throw new Problem('invalid-input', { errors: [{ path: 'proof', message: 'Give a code of the purpose close, or your password.' }] });
      const own = (await personOfId(database, person)) as PersonRow;
      return proveOneself(platform, { caller, purpose: 'close', person: own }, proof as z.output<typeof OwnProof>);
    },
    /** An invitation asks nothing of its number yet, so a number gets few of them. */
    conditions(name, body, _, { language }) {
      if (name === 'addMember') return [mayBeInvited(requireNumber(String(body.number), language))];
      return name === 'describe' ? [profileIsBounded(body.profile as Profile)] : [];
    },
  };
  const view = snapshotView(platform, resource);
  const { answer } = view;

  const profileIsBounded =
    ({ skills = [], places = [] }: Profile): Precondition =>
    async (transaction) => {
      const { mostSkills, mostPlaces } = await accountTerms(database, transaction);
      if (skills.length > mostSkills) return refusalBy('skillsAreFew', '3.3');
      return places.length > mostPlaces ? refusalBy('placesAreFew', '3.3') : undefined;
    };

  /** Known and unknown numbers give the same answer: a number gets a person when it is invited first. */
  const mayBeInvited =
    (number: string): Precondition =>
    async (transaction) => {
      const person = await personOfNumber(database, number, transaction);
      if (person === undefined) return undefined;
      await lockPerson(database, { id: person.id }, transaction);
      const { invitationsPerPerson } = await accountTerms(database, transaction);
      return (await countInvitations(transaction, person.id)) < invitationsPerPerson
        ? undefined
        : refusalBy('invitationsToPersonAreLeft', '1.4');
    };

  /** What the platform adds: persons for numbers, and the terms of the day. */
  async function prepare(
    name: string,
    body: Record<string, unknown>,
    { id, session, isPreview }: Preparing,
  ): Promise<Record<string, unknown>> {
    const { language, person } = session;
    switch (name) {
      case 'addMember': {
        const { number, ...rest } = body;
        const known = requireNumber(String(number), language);
        const invitation = { invitation: randomUUID(), by: person, terms: (await accountTerms(database)).invitation };
        if (isPreview) return { ...rest, ...invitation, person: (await personOfNumber(database, known))?.id ?? randomUUID() };
        return { ...rest, ...invitation, person: await ensurePerson(database, { number: known }) };
      }
      case 'describe':
        requireFreeName((body as { profile: { headline: string } }).profile.headline, language);
        return body;
      case 'choosePlan':
        return chosenPlan(database, session.account, String(body.plan), language);
      case 'declareTaxStatus':
        return { ...body, reminderDays: (await accountTerms(database)).taxReminderDays };
      case 'verify':
        return { ...body, terms: await verificationTerms(database) };
      case 'proveIdentity':
        return { ...body, kinds: [documentOf(session.kind)], terms: await verificationTerms(database) };
      case 'suspend':
      case 'terminate':
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
    if (order && order.date > todayInAlmaty()) throw new Problem('rule-refused', ruleOf('orderIsOfThePast', language, '4.4.2'));
    const terms = { ...of, stopsMoney: stopsMoney && order !== undefined };
    // An undisclosed ground is stored only where the operator reads it.
    return { ...(of.told ? { ground, reasons } : { reasons: `${ground}: ${reasons}` }), terms, ...(order && { order }) };
  }

  /** @throws 400 for a number that no person of full age, or no company, can have */
  async function requireReal(kind: AccountKind, identifier: string, language: Language): Promise<void> {
    const today = todayInAlmaty();
    const { majority } = await accountTerms(database);
    const read = kind === 'company' ? readCompanyBin(identifier, today) : readAdultIin(identifier, today, majority);
    if ('fault' in read) throw refusedIdentifier(read.fault, language);
  }

  /** Whether the number is taken is not looked up, so neither the response nor its time tells. @throws 429 after too many */
  async function countRegistration(person: string, { address }: Caller): Promise<void> {
    const { registrations } = await accountTerms(database);
    const wait = await beginRegistration(database, { person, addressHash: networksOf(keys, address).network, ...registrations });
    if (wait !== undefined) throw new Problem('too-many-requests', { retryAfter: wait });
  }

  /** The text of the consent. @throws 400 for a wrong IIN or BIN, 422 for another consent than that of the day of registration. */
  async function requireCurrent(body: z.output<typeof Register>, person: string, language: Language): Promise<string> {
    const { kind, name, identifier, consent } = body;
    requireFreeName(name, language);
    await requireReal(kind, identifier, language);
    const given = (await consentsFor(platform, person, body)).find(({ sha256 }) => sha256 === consent);
    if (given === undefined) throw new Problem('rule-refused', ruleOf('consentIsCurrent', language));
    return given.text;
  }

  const register = route({
    method: 'post',
    path: '/v1/accounts',
    operation: 'registerAccount',
    security: 'account-changed',
    summary: 'Register an account for a legal party (1.4, 1.6, 1.7). The current session then acts for it',
    access: 'person',
    moves: true,
    always: true,
    body: Register,
    answers: { 201: answer },
    problems: ['invalid-input', 'rule-refused', 'quota-used'],
    async handle({ body, session, language, key, request, caller }) {
      const { kind, roles, identifier, consent, ...details } = body;
      const own = personKey(session.person, key);
      const id = idFrom(session.person, key, 'account');
      const life = accountLife(id);
      // A repeated request gets the same response, whatever has changed since.
      const isRepeat = (await eventOfRequest(database, own, request)) !== undefined;
      const personalDataConsent = isRepeat ? undefined : await requireCurrent(body, session.person, language);
      if (!isRepeat) await countRegistration(session.person, caller);
      const { reference, row } = sealTexts(keys, own, { ...details, ...(personalDataConsent !== undefined && { personalDataConsent }) });
      const uses = withinQuotas(life, kind === 'company' ? [{ quota: 'quotaCompanies', subject: session.person }] : []);
      const committed = await commit(lives, {
        life,
        idempotencyKey: own,
        type: 'register',
        by: roles[0] ?? 'customer',
        actor: { ...session.actor, account: id },
        input: {
          id,
          kind,
          roles,
          person: session.person,
          details: reference,
          ...(details.email && { email: 'named' }),
          identifier: identifierHash(database, identifier),
          consent,
        },
        texts: [row],
        requestHash: request,
        create: true,
        preconditions: uses.conditions,
        async inSameTransaction(transaction) {
          await settleAccount(transaction, { account: id, identifier, session: session.id });
          await uses.note(transaction);
        },
      });
      dispatch(committed.updates);
      const receipt = receiptOf(committed, lifeTypes.account, language);
      // The number of the person may be being changed: the new account pauses like the others.
      await tellAccountsOf(lives, dispatch, session.person, own);
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
    security: 'account-changed',
    summary: 'Change name, e-mail or language (4.1.4). A change of the e-mail needs a code or the password in the same request',
    access: 'session',
    moves: true,
    body: ChangeDetails,
    answers: { 200: answer },
    problems: [
      ...(['wrong-party', 'role-missing', 'not-in-this-state', 'not-found', 'rule-refused'] as const),
      ...(['proof-refused', 'proof-of-work-needed', 'quota-used'] as const),
    ],
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
        const details = { name: known?.name, email: known?.newEmail ?? known?.email, language: known?.language, ...body };
        const email = emailChange(known, body.email);
        const isNew = email === 'named';
        const uses = withinQuotas(life, [
          { quota: 'quotaDetails', subject: session.account },
          ...(isNew ? ([{ quota: 'quotaEmailCodes', subject: session.account }] as const) : []),
        ]);
        const { reference, row } = sealTexts(keys, own, details);
        return commit(lives, {
          life,
          idempotencyKey: own,
          type: 'changeDetails',
          by: party,
          actor: session.actor,
          input: { details: reference, ...(email !== undefined && { email }) },
          texts: [row],
          requestHash: request,
          preconditions: [
            ...(proved?.preconditions ?? []),
            ...uses.conditions,
            ...(isNew && body.email ? [addressIsNotRefused(keys, session.account, body.email)] : []),
            async (transaction) =>
              haveSameDetails(known, await findAccount(database, session.account, transaction)) ? undefined : OVERTAKEN,
          ],
          async inSameTransaction(transaction) {
            await proved?.inSameTransaction(transaction);
            await uses.note(transaction);
          },
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
    security: 'account-changed',
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

  const readings = route({
    method: 'get',
    path: '/v1/accounts/me/readings',
    operation: 'listReadings',
    summary: 'What the staff of the operator have read of the matters of the account, newest first: when, in which role and why',
    access: 'session',
    query: z.strictObject(pageQuery),
    answers: { 200: Readings },
    problems: [],
    async handle({ query, session, language }) {
      const rows = await readingsOf(database, session.account, query);
      const items = rows.map(({ id, subject, operation, roles, reason, at }) => ({
        ...{ number: Number(id), at: at.toISOString(), what: subject, operation, roles },
        ...{ reason, reasonName: REASONS[reason as Reason]?.[language] ?? reason },
      }));
      return {
        body: {
          items,
          next: nextOf(
            items.map(({ number }) => ({ number: String(number) })),
            query.limit,
          ),
        },
      };
    },
  });

  const { confirmEmail: _, ...commands } = ACCOUNT_COMMANDS;
  return [
    register,
    me,
    change,
    correct,
    readings,
    ...emailRoutes(platform, view),
    ...requisitesRoutes(platform, view),
    ...payoutDetailsRoutes(platform, view),
    ...lifeRoutes(platform, { ...resource, commands }, { view }),
  ];
}
