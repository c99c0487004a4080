/**
 * The law of an account: a legal party of the platform (1.4). Five regions: access (4.4.2), the accepted revision of the offer (2.1, 10.2), the pause
 * of its commands (1.2, 4.1.6), the tax status of a contractor (3.4), and whether its IIN or BIN is proved (4.4.1). Events of authentication also lead
 * to notices here (1.3).
 */
import { or, setup, stateIn } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { comingAt, withDetails, withoutComing } from '../../rules/payout-details.ts';
import type { TaxStatus } from '../../rules/payout-tax.ts';
import { ACTING_ROLES } from '../../rules/requisites.ts';
import { endOfDay, workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import type { Party } from '../law.ts';
import { answer, command, due, isConfirmedByAnother, isSecondPerson, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { AccountTemplate } from './messages.ts';
import type { AccountContext, AccountEvent, AccountKind, AccountReader, MemberRole } from './types.ts';
import { documentOf } from './types.ts';

const blank = {
  members: {},
  invitations: {},
  reidentifications: {},
  staff: [],
  children: {},
  reported: false,
} satisfies Partial<AccountContext>;

interface Scope {
  context: AccountContext;
  event: AccountEvent;
}

const { begin, change, on, when } = contextOf<AccountContext, AccountEvent, typeof blank>();
const { effect, notify: notifyReader, ordered } = ordersOf<Scope, AccountReader, AccountTemplate>();

/** Whether an event reports of this child life. */
const isOf = ({ input }: AccountEvent, child: string | undefined): boolean =>
  child !== undefined && 'child' in input && input.child === child;
/** Whether the owner of an address refuses this text of details. No schema has checked the input. */
const isNamedBy = ({ details }: { details: string[] }, text: string | undefined): boolean =>
  text !== undefined && Array.isArray(details) && details.includes(text);
const accountOf = ({ customer, contractor }: AccountContext): string | undefined => customer ?? contractor;

/** A registered entrepreneur is not self-employed, and only an entrepreneur is taxed as one (tax code, special regimes). */
const TAXED_AS: Record<AccountKind, TaxStatus[]> = {
  natural: ['selfEmployed', 'naturalPerson'],
  entrepreneur: ['entrepreneurSimplified', 'entrepreneurGeneral'],
  company: [],
  staff: [],
};

/** Whether a verification is the first to show whose the IIN or BIN is. */
const isProof = ({ kind, proof }: AccountContext, { became, kinds }: { became?: string; kinds?: string[] }): boolean =>
  proof === undefined && became === 'approved' && kinds?.includes(documentOf(kind)) === true;

const hasOpenAppeal = ({ appeal }: AccountContext): boolean => appeal !== undefined && appeal.refusal === undefined;
const owners = (members: Record<string, MemberRole[]>): number => Object.values(members).filter((roles) => roles.includes('owner')).length;
/** The hours of the days after which an invitation lapses. */
const DAY_HOURS = 24;
const firstLapse = ({ invitations }: AccountContext): string | undefined =>
  Object.values(invitations ?? {})
    .map(({ until }) => until)
    .toSorted()[0];
const without = <Value>(record: Record<string, Value>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** A child life's id: the number is counted before it is named. */
const childOf = ({ id, children }: AccountContext, kind: string): string => `${kind}/${id}/${children[kind]}`;
export const lifeOf = ({ id }: Pick<AccountContext, 'id'>): string => `account/${id}`;
const bound = ({ customer, contractor }: AccountContext) => ({ ...(customer && { customer }), ...(contractor && { contractor }) });

const account = setup({
  types: {
    /** What the door asks of the account with every command. */
    tags: {} as 'mayAct' | 'mayOpen' | 'paused' | 'displaced',
    context: {} as AccountContext,
    events: {} as AccountEvent,
    input: {} as Partial<AccountContext>,
  },
  guards: {
    by: speaksFor,
    anyone: () => true,
    /** The operator's actor must be known, because a second member of staff has to decide the appeal. */
    isKnown: ({ event }) => event.actor !== undefined,
    /** Neither the one who proposes nor the one who confirms. */
    isNotOneself: when(
      ['setStaffRoles', 'dismiss'],
      ({ context: { id }, event: { actor, input } }) => actor !== id && input.proposed?.account !== id,
    ),
    isAnother: ({ context: { sanction }, event }) =>
      isSecondPerson(event, sanction?.by, sanction?.byPerson) &&
      (sanction?.proposed === undefined || isSecondPerson(event, sanction.proposed.account, sanction.proposed.person)),
    confirmedByAnother: isConfirmedByAnother,

    moneyStopsByOrder: when(['suspend', 'terminate'], ({ event: { input } }) => !input.terms.stopsMoney || input.order !== undefined),

    isContractor: ({ context }) => context.contractor !== undefined,
    isCustomer: ({ context }) => context.customer !== undefined,
    isCompany: ({ context }) => context.kind === 'company',
    isStaff: ({ context }) => context.kind === 'staff',
    isNoStaff: ({ context }) => context.kind !== 'staff',
    nothingIsVerified: ({ context }) => context.kind !== 'staff' && context.verification === undefined,

    /** 1.6, 1.7: a company is not a contractor, and staff are neither party. All others are at least one of them, without staff roles. */
    rolesFitKind: when('register', ({ event: { input } }) => {
      const { kind, roles, staff = [] } = input;
      if (kind === 'staff') return roles.length === 0 && staff.length > 0;
      return staff.length === 0 && roles.length > 0 && !(kind === 'company' && roles.includes('contractor'));
    }),
    staffIsMadeByOperator: when('register', ({ event: { by, input } }) => (input.kind === 'staff') === (by === 'operator')),
    personalDataIsConsentedTo: when('register', ({ event: { input } }) => input.kind === 'staff' || input.consent !== undefined),
    formFitsRoles: when(
      'acceptOffer',
      ({ context: { customer, contractor }, event: { input } }) =>
        (customer === undefined || input.statement !== undefined) && (contractor === undefined || input.checkbox !== undefined),
    ),
    /** A revision that was declined is not shown again, or an act that finishes what runs would count as consent: it is accepted expressly. */
    revisionIsNew: when(
      ['showOffer', 'declineOffer'],
      ({ context: { offer, declined }, event: { input } }) => input.revision !== offer?.revision && input.revision !== declined,
    ),
    wasShown: when('consent', ({ context: { shown }, event }) => shown !== undefined && event.input.revision === shown.revision),
    ownerRemains: when(['changeMember', 'removeMember', 'memberLeft'], ({ context: { members }, event }) => {
      const { person } = event.input;
      return owners(event.type === 'changeMember' ? { ...members, [person]: event.input.roles } : without(members, person)) > 0;
    }),
    isMember: when(
      ['changeMember', 'removeMember', 'memberLeft'],
      ({ context, event }) => context.members[event.input.person] !== undefined,
    ),
    isNoMember: when('addMember', ({ context, event }) => context.members[event.input.person] === undefined),
    isNotInvited: when(
      'addMember',
      ({ context, event }) => !Object.values(context.invitations).some(({ person }) => person === event.input.person),
    ),
    invitationsAreLeft: when('addMember', ({ context, event }) => Object.keys(context.invitations).length < event.input.terms.most),
    somebodyIsInvited: ({ context }) => Object.keys(context.invitations).length > 0,
    invitationIsOpen: when('withdrawInvitation', ({ context, event }) => context.invitations[event.input.invitation] !== undefined),
    isInvited: when(['invitationAccepted', 'invitationDeclined'], ({ context, event: { input } }) => {
      const { person } = context.invitations[input.invitation] ?? {};
      return person !== undefined && person === input.person;
    }),
    signingChanges: when('signActs', ({ context, event }) => event.input.required !== (context.signsActs ?? false)),
    taxFitsKind: when('declareTaxStatus', ({ context, event }) => TAXED_AS[context.kind].includes(event.input.status)),
    exemptionFitsTax: when('declareTaxStatus', ({ event: { input } }) => input.exemption === undefined || input.status === 'selfEmployed'),
    /** Others act in person. A company's paper names a member who may bind it. */
    actingMayBind: when('setRequisites', ({ context: { kind, members }, event: { input } }) =>
      kind === 'company'
        ? input.acting.every((person) => ACTING_ROLES.some((role) => members[person]?.includes(role) === true))
        : input.acting.length === 0,
    ),
    endIsAhead: when('declareTaxStatus', ({ event: { at, input } }) => input.until === undefined || endOfDay(input.until) > at),
    isOfThisVerification: ({ context, event }) => isOf(event, context.verification),
    provesIdentity: when('verificationOver', ({ context, event }) => isProof(context, event.input)),
    provesNothingNew: when('verificationOver', ({ context, event }) => !isProof(context, event.input)),
    pausesAnew: when(
      'reidentificationBegun',
      ({ context, event: { input } }) => input.pauses && context.reidentifications[input.reidentification] !== true,
    ),
    isNews: when(
      'reidentificationBegun',
      ({ context, event: { input } }) => context.reidentifications[input.reidentification] === undefined,
    ),
    isKnownReidentification: when(
      'reidentificationOver',
      ({ context, event }) => context.reidentifications[event.input.reidentification] !== undefined,
    ),
    isTheLast: when('reidentificationOver', ({ context, event }) => {
      const { reidentification } = event.input;
      return context.reidentifications[reidentification] !== undefined && Object.keys(context.reidentifications).length === 1;
    }),
    othersPause: when('reidentificationOver', ({ context, event }) =>
      Object.values(without(context.reidentifications, event.input.reidentification)).some((each) => each),
    ),
    mayAppeal: ({ context: { sanction, appeal } }) => sanction !== undefined && sanction.final !== true && appeal === undefined,
    appealIsOpen: ({ context }) => hasOpenAppeal(context),
    /** Otherwise the person who ordered the sanction could decide the appeal by lifting it or ordering another. */
    noAppealIsOpen: ({ context }) => !hasOpenAppeal(context),
    /** Who is known again has answered a report about an account in their own name. A company's report concerns its other members too. */
    leavesPause: when(
      'reidentificationOver',
      ({ context, event }) => !context.reported || (event.input.became === 'done' && context.kind !== 'company'),
    ),
    isNotReported: ({ context }) => !context.reported,
    deviceIsNew: when('loggedIn', ({ event }) => event.input.isNew),
    /** No request for documents and no pause. An intruder must not be able to close the account, and a user must not escape a check by closing it. */
    nothingPends: ({ context: { reported, verification, reidentifications } }) =>
      !reported && verification === undefined && Object.keys(reidentifications).length === 0,
    hasNewEmail: ({ context }) => context.newEmail !== undefined,
    knowsNothingOfDetails: ({ context }) => context.knowsOfDetails === undefined,
    hasComingDetails: ({ context }) => context.payoutDetails?.coming !== undefined,
    detailsDoNotCountYet: ({ context: { payoutDetails }, event: { at } }) => comingAt(payoutDetails ?? {}, at) !== undefined,
    isThisEmail: when('confirmEmail', ({ context, event }) => event.input.details === context.newEmail),
    isEmailOfAccount: when('emailRefused', ({ context: { confirmedEmail, newEmail }, event: { input } }) =>
      [confirmedEmail, newEmail].some((each) => isNamedBy(input, each)),
    ),
    nothingRuns: when('close', ({ event }) => event.input.running === 0),
  },
  delays: {
    invitationUntil: ({ context }) => due(firstLapse(context)),
    appealUntil: ({ context: { sanction, appeal } }) => due(appeal || sanction?.final ? undefined : sanction?.appealUntil),
    decideBy: ({ context: { appeal } }) => due(appeal === undefined || appeal.refusal || appeal.late ? undefined : appeal.decideBy),
    taxReminder: ({ context: { tax } }) =>
      due(tax?.until === undefined ? undefined : hoursAfter(endOfDay(tax.until), -tax.reminderDays * 24)),
    taxUntil: ({ context }) => due(context.tax?.until === undefined ? undefined : endOfDay(context.tax.until)),
  },
  actions: {
    bind: begin('register', ({ input }) => {
      const { id, kind, roles, staff = [], person, details, email, identifier, consent } = input;
      return {
        id,
        kind,
        staff,
        details,
        registrant: person,
        members: { [person]: ['owner'] },
        ...(email === 'named' && { newEmail: details.text, asksNewEmail: true }),
        ...(roles.includes('customer') && { customer: id }),
        ...(roles.includes('contractor') && { contractor: id }),
        ...(identifier !== undefined && { identifier }),
        ...(consent !== undefined && { consent }),
      };
    }),
    /** The confirmed address stays in force until the new one is confirmed. */
    keepDetails: on('changeDetails', ({ context: { confirmedEmail }, event: { input } }) => ({
      details: input.details,
      ...(input.email !== undefined && { newEmail: input.email === 'named' ? input.details.text : undefined, emailRefused: undefined }),
      ...(input.email === 'removed' && { confirmedEmail: undefined }),
      asksNewEmail: input.email === 'named',
      formerDetails: input.email === 'removed' ? confirmedEmail : undefined,
    })),
    confirmNewEmail: change(({ context: { newEmail, confirmedEmail } }) => ({
      confirmedEmail: newEmail,
      newEmail: undefined,
      formerDetails: confirmedEmail,
    })),
    askNewEmail: change(() => ({ asksNewEmail: true })),
    dropEmail: on('emailRefused', ({ context: { confirmedEmail, newEmail }, event: { input } }) => {
      return {
        confirmedEmail: isNamedBy(input, confirmedEmail) ? undefined : confirmedEmail,
        newEmail: isNamedBy(input, newEmail) ? undefined : newEmail,
        emailRefused: true,
      };
    }),
    keepRequisites: on('setRequisites', ({ event }) => ({ requisites: event.input.requisites })),
    noteTold: change(() => ({ knowsOfDetails: true as const })),
    keepPayoutDetails: on('setPayoutDetails', ({ context: { payoutDetails = {} }, event: { at, input } }) => ({
      payoutDetails: withDetails(payoutDetails, { version: input.details.text, at, terms: input.cooling }),
      knowsOfDetails: true,
    })),
    dropComingDetails: change(({ context: { payoutDetails }, event: { at } }) =>
      payoutDetails === undefined ? {} : { payoutDetails: withoutComing(payoutDetails, at) },
    ),
    keepProfile: on('describe', ({ context, event }) => ({
      profile: { text: event.input.profile, version: (context.profile?.version ?? 0) + 1 },
    })),
    keepInvitation: on('addMember', ({ context: { invitations }, event: { at, input } }) => {
      const { invitation, person, roles, by, terms } = input;
      const until = hoursAfter(at, terms.days * DAY_HOURS);
      return { invitations: { ...invitations, [invitation]: { person, roles, by, until } }, lastMember: person };
    }),
    dropInvitation: on(['withdrawInvitation', 'invitationDeclined'], ({ context, event }) => ({
      invitations: without(context.invitations, event.input.invitation),
    })),
    dropLapsed: change(({ context: { invitations } }) => {
      const lapsed = firstLapse({ invitations } as AccountContext);
      return { invitations: Object.fromEntries(Object.entries(invitations).filter(([, { until }]) => until !== lapsed)) };
    }),
    join: on('invitationAccepted', ({ context: { members, invitations }, event: { input } }) => ({
      members: { ...members, [input.person]: invitations[input.invitation]?.roles ?? [] },
      invitations: without(invitations, input.invitation),
      lastMember: input.person,
    })),
    keepMember: on('changeMember', ({ context: { members }, event: { input } }) => ({
      members: { ...members, [input.person]: input.roles },
      lastMember: input.person,
    })),
    dropMember: on(['removeMember', 'memberLeft'], ({ context, event }) => ({
      members: without(context.members, event.input.person),
      lastMember: event.input.person,
    })),
    /** A later choice for the same month replaces the earlier one. */
    keepPlan: on('choosePlan', ({ context: { plans = [] }, event: { input } }) => ({
      plans: [...plans.filter(({ from }) => from < input.from), input],
    })),
    keepPayment: on('choosePayment', ({ event: { input } }) => ({ payment: input.payment })),
    keepNotices: on('chooseNotices', ({ event: { input } }) => input),
    keepActSigning: on('signActs', ({ event: { input } }) => ({ signsActs: input.required })),
    keepStaffRoles: on('setStaffRoles', ({ event }) => ({ staff: event.input.staff })),

    keepTax: on('declareTaxStatus', ({ event: { input } }) => {
      const { status, until, evidence, reminderDays, exemption } = input;
      const more = { ...(until !== undefined && { until }), ...(exemption !== undefined && { exemption }) };
      return { tax: { status, evidence, reminderDays, confirmed: false, ...more }, taxRefused: undefined };
    }),
    keepTaxRefusal: on('refuseTaxStatus', ({ event }) => ({ taxRefused: event.input.reasons })),
    confirmTax: change(({ context: { tax } }) => ({ tax: tax && { ...tax, confirmed: true } })),
    dropTax: change(() => ({ tax: undefined })),

    keepAcceptance: on(['acceptOffer', 'consent'], ({ context, event }) => {
      const { acceptance, revision, checkbox, statement, signature } = event.input;
      const express = statement === undefined ? 'checkbox' : 'statement';
      const words = {
        ...(checkbox !== undefined && { checkbox }),
        ...(statement !== undefined && { statement }),
        ...(signature !== undefined && { signature }),
      };
      // The record of a consent has both moments: of showing and of the first act after it (10.2).
      const shownAt = event.type === 'consent' && context.shown ? { shownAt: context.shown.at } : {};
      return {
        offer: { acceptance, revision, ...words, ...shownAt, form: event.type === 'consent' ? 'conduct' : express, at: event.at },
        shown: undefined,
        declined: undefined,
      };
    }),
    keepShown: on('showOffer', ({ event: { at, input } }) => ({ shown: { revision: input.revision, at } })),
    keepDecline: on('declineOffer', ({ event }) => ({ declined: event.input.revision, shown: undefined })),

    /** Every session of the account ends with this event. */
    voidSessions: change(({ event }) => ({ sessionsVoidedAt: event.at })),

    markReported: on('reportAccess', ({ event }) => ({ reported: true, report: event.input.reasons })),
    unmarkReported: change(() => ({ reported: false, report: undefined })),
    countChild: change(({ context: { children } }, { kind }: { kind: string }) => ({
      children: { ...children, [kind]: (children[kind] ?? 0) + 1 },
    })),
    nameVerification: change(({ context }) => ({ verification: childOf(context, 'verification') })),
    dropVerification: change(() => ({ verification: undefined })),
    keepIdentifier: on('changeIdentifier', ({ event }) => ({ identifier: event.input.identifier })),
    keepProof: on('verificationOver', ({ event }) => ({ proof: event.input.child, withdrawal: undefined })),
    withdrawProof: on('withdrawIdentity', ({ event }) => ({ proof: undefined, withdrawal: event.input.reasons })),
    keepReidentification: on('reidentificationBegun', ({ context, event: { input } }) => ({
      reidentifications: { ...context.reidentifications, [input.reidentification]: input.pauses },
    })),
    dropReidentification: on('reidentificationOver', ({ context, event }) => ({
      reidentifications: without(context.reidentifications, event.input.reidentification),
    })),

    keepSanction: on(['suspend', 'terminate'], ({ event: { at, actor = '', person, input } }) => {
      const { ground, terms, reasons, calendar } = input;
      const appealUntil = workingDaysAfter(at, terms.appealWorkingDays, calendar);
      const more = {
        ...(ground !== undefined && { ground }),
        ...(person !== undefined && { byPerson: person }),
        ...('proposed' in input && { proposed: input.proposed }),
        ...('order' in input && { order: input.order }),
      };
      return { sanction: { terms, reasons, by: actor, at, appealUntil, ...more }, appeal: undefined };
    }),
    dropSanction: change(() => ({ sanction: undefined, appeal: undefined })),
    keepAppeal: on('appeal', ({ context: { sanction }, event: { at, input } }) =>
      sanction === undefined
        ? {}
        : { appeal: { reasons: input.reasons, decideBy: workingDaysAfter(at, sanction.terms.decisionWorkingDays, input.calendar) } },
    ),
    endAppeals: change(({ context: { sanction } }) => ({ sanction: sanction && { ...sanction, final: true } })),
    markLate: change(({ context: { appeal } }) => ({ appeal: appeal && { ...appeal, late: true } })),
    keepRefusal: on('refuseAppeal', ({ context: { appeal }, event }) => ({
      appeal: appeal && { ...appeal, refusal: event.input.reasons },
    })),

    ...ordered('notify', 'startChild', 'tellTasks', 'tellPayouts', 'tellHolders', 'tellAccounts'),
  },
});

const notify = (template: AccountTemplate) => notifyReader('account', template);
/** A letter with a code to an address that was just named. No other letter goes there until its owner has confirmed it. */
const askToConfirm = () => notifyReader('newEmail', 'email-to-confirm');
const count = (kind: string) => ({ type: 'countChild' as const, params: { kind } });
const tellTasks = effect('tellTasks', ({ context }) => ({ account: accountOf(context) ?? '' }));

/** Payouts that wait for a proved status (3.4), or for where they go (5.2), go on. */
const tellPayouts = (type: 'taxChanged' | 'detailsChanged') => effect('tellPayouts', ({ context: { id } }) => ({ account: id, type }));

const tellHolders = (event: 'identityClaimed' | 'identityDisplaced') =>
  effect('tellHolders', ({ context: { id } }) => ({ account: id, event }));

const users = ['customer', 'contractor'] as const satisfies Party[];
const byUser = <const T extends object>(clause: string, given: T) => command([...users], clause, given);

const suspend = () =>
  command('operator', '4.4.2', {
    candidate: 'isKnown',
    guard: 'isNoStaff',
    check: 'moneyStopsByOrder',
    calendar: true,
    target: 'suspended',
    actions: ['keepSanction' as const, tellTasks, notify('account-suspended')],
  });
/** One member of staff proposed it, another confirms. The tasks of a suspended account already know of the suspension. */
const terminate = (guard: 'isNoStaff' | 'noAppealIsOpen', tells: (typeof tellTasks)[] = []) =>
  command('operator', '4.4.2', {
    candidate: 'isKnown',
    guard,
    proposed: true,
    check: 'moneyStopsByOrder',
    calendar: true,
    target: 'terminated',
    actions: ['keepSanction' as const, ...tells, 'voidSessions' as const, notify('account-terminated')],
  });
const lifted = (template: AccountTemplate) => ['dropSanction' as const, tellTasks, notify(template)];

const refuseAppeal = <const More extends { target?: string; brings?: string }>(more: More) =>
  command('operator', '4.4.2', {
    candidate: 'isAnother',
    guard: 'appealIsOpen',
    ...more,
    actions: ['keepRefusal' as const, notify('appeal-refused')],
  });

/** A second member of staff decides an appeal. Silence neither grants nor refuses it; a notice says that it is late. */
const appealing = () => ({
  appeal: byUser('4.4.2', { guard: 'mayAppeal', calendar: true, actions: ['keepAppeal' as const, notify('appeal-made')] }),
  grantAppeal: command('operator', '4.4.2', {
    duty: 'decideAppeal',
    candidate: 'isAnother',
    guard: 'appealIsOpen',
    target: 'active',
    actions: lifted('appeal-granted'),
  }),
  lift: command('operator', '4.4.2', {
    candidate: 'isKnown',
    guard: 'noAppealIsOpen',
    target: 'active',
    actions: lifted('account-reinstated'),
  }),
});
const appealIsLate = () => timeout('platform', { actions: ['markLate' as const, notify('appeal-late')] });

/** The documents are the matter of a child life, which keeps the terms. */
const startVerification = (by: 'operator' | 'platform') =>
  ({
    guard: 'nothingIsVerified',
    actions: [
      count('verification'),
      'nameVerification' as const,
      effect('startChild', ({ context, event }) => ({
        child: childOf(context, 'verification'),
        type: 'ask',
        by,
        ...(event.actor !== undefined && { actor: { account: event.actor } }),
        input: { ...event.input, id: childOf(context, 'verification'), parent: lifeOf(context), ...bound(context) },
      })),
    ],
  }) as const;
/** Asks the account for documents (4.4.1). */
const verify = () => command('operator', '4.4.1', startVerification('operator'));

/** An IIN or BIN that nobody has shown a document for: the account may show one, and may correct a number typed wrong. */
const unproved = () => ({
  proveIdentity: byUser('4.4.1', startVerification('platform')),
  changeIdentifier: byUser('4.1.4', {
    guard: 'nothingIsVerified',
    target: 'unproved',
    actions: ['keepIdentifier' as const, tellHolders('identityClaimed'), notify('identifier-changed')],
  }),
  verificationOver: answer({
    check: ['isOfThisVerification', 'provesIdentity'],
    target: 'proved',
    actions: ['dropVerification' as const, 'keepProof' as const, tellHolders('identityDisplaced'), notify('identity-proved')],
  }),
  identityClaimed: answer({ actions: [notify('identity-claimed')] }),
});

/** The number of the new member may be being changed: the account then has to know. */
const tellOfMember = effect('tellAccounts', ({ context: { lastMember = '' } }) => ({ person: lastMember }));
const invitationLapses = () => timeout('1.4', { actions: ['dropLapsed' as const] });

/** Events that are possible in every state of the account, until it ends. */
const standing = () => ({
  loggedIn: [answer({ check: 'deviceIsNew', actions: [notify('logged-in-anew')] }), answer({ actions: [notify('logged-in')] })],
  loggedOut: answer({ actions: [notify('logged-out')] }),
  deviceAuthorised: answer({ actions: [notify('device-authorised')] }),
  deviceRevoked: answer({ actions: [notify('device-revoked')] }),
  passwordSet: answer({ actions: [notify('password-set')] }),
  secondFactorSet: answer({ actions: [notify('second-factor-set')] }),
  lockedOut: answer({ actions: [notify('locked-out')] }),
  secondFactorGuessed: answer({ actions: [notify('second-factor-guessed')] }),

  changeDetails: byUser('4.1.4', {
    actions: ['keepDetails' as const, notify('details-changed'), notifyReader('formerEmail', 'email-changed'), askToConfirm()],
  }),
  confirmEmail: byUser('4.1.4', {
    guard: 'hasNewEmail',
    check: 'isThisEmail',
    actions: ['confirmNewEmail' as const, notifyReader('formerEmail', 'email-changed')],
  }),
  sendEmailCode: byUser('4.1.4', { guard: 'hasNewEmail', actions: ['askNewEmail' as const, askToConfirm()] }),
  emailRefused: answer({ check: 'isEmailOfAccount', actions: ['dropEmail' as const, notify('email-refused')] }),
  setRequisites: byUser('4.1.4', { check: 'actingMayBind', actions: ['keepRequisites' as const, notify('requisites-changed')] }),
  detailsAwaited: answer({ guard: 'knowsNothingOfDetails', actions: ['noteTold' as const, notify('payout-details-needed')] }),
  setPayoutDetails: byUser('5.2', {
    actions: ['keepPayoutDetails' as const, notify('payout-details-set'), tellPayouts('detailsChanged')],
  }),
  withdrawPayoutDetails: byUser('5.2', {
    guard: 'hasComingDetails',
    check: 'detailsDoNotCountYet',
    actions: ['dropComingDetails' as const, notify('payout-details-withdrawn')],
  }),
  choosePlan: byUser('3.2', { guard: 'isCustomer', actions: ['keepPlan' as const, notify('plan-chosen')] }),
  choosePayment: byUser('5.2', { guard: 'isCustomer', actions: ['keepPayment' as const] }),
  chooseNotices: byUser('platform', { actions: ['keepNotices' as const] }),
  tariffsChange: answer({ guard: 'isCustomer', actions: [notify('tariffs-change')] }),
  planOffered: answer({ guard: 'isCustomer', actions: [notify('plan-offered')] }),
  tasksFound: answer({ guard: 'isContractor', actions: [notify('tasks-found')] }),
  contractorsFound: answer({ guard: 'isCustomer', actions: [notify('contractors-found')] }),
  describe: byUser('3.3', { guard: 'isContractor', actions: ['keepProfile' as const] }),
  addMember: byUser('1.4', {
    guard: 'isCompany',
    check: ['isNoMember', 'isNotInvited', 'invitationsAreLeft'],
    actions: ['keepInvitation' as const, notify('member-invited'), notifyReader('invited', 'invitation')],
  }),
  withdrawInvitation: byUser('1.4', { guard: 'somebodyIsInvited', check: 'invitationIsOpen', actions: ['dropInvitation' as const] }),
  invitationAccepted: answer({ check: 'isInvited', actions: ['join' as const, tellOfMember, notify('members-changed')] }),
  invitationDeclined: answer({ check: 'isInvited', actions: ['dropInvitation' as const, notify('invitation-declined')] }),
  changeMember: byUser('1.4', {
    guard: 'isCompany',
    check: ['isMember', 'ownerRemains'],
    actions: ['keepMember' as const, notify('members-changed'), notifyReader('lastMember', 'member-changed')],
  }),
  removeMember: byUser('1.4', {
    guard: 'isCompany',
    check: ['isMember', 'ownerRemains'],
    actions: ['dropMember' as const, notify('members-changed'), notifyReader('lastMember', 'member-removed')],
  }),
  memberLeft: answer({ check: ['isMember', 'ownerRemains'], actions: ['dropMember' as const, notify('members-changed')] }),
  signActs: byUser('1.4', { check: 'signingChanges', actions: ['keepActSigning' as const, notify('act-signing-changed')] }),
  verify: verify(),
  verificationOver: answer({ check: ['isOfThisVerification', 'provesNothingNew'], actions: ['dropVerification' as const] }),
});

/** A user who is locked out can report by any means, and the operator records the report. */
const reportAccess = <const More extends { target?: string }>(more: More) =>
  command([...users, 'operator'], '4.1.6', {
    ...more,
    // Details that somebody else may have named never begin to count.
    actions: ['markReported' as const, 'dropComingDetails' as const, 'voidSessions' as const, notify('access-reported')],
  });

/** The re-identification of a person (1.2) is a life of its own. It pauses every account that the person acts for. */
const pausing = <const More extends { target?: string }>(more: More) =>
  answer({ check: 'pausesAnew', ...more, actions: ['keepReidentification' as const] });
const begun = <const More extends { target?: string }>(more: More) =>
  answer({ check: 'isNews', ...more, actions: ['keepReidentification' as const] });

/** The other regions end with the account. */
const over = () => ({ guard: or([stateIn('#account.access.closed'), stateIn('#account.access.ended')]) as never, target: 'over' as const });

const acceptOffer = <const More extends { target?: string }>(more: More) =>
  byUser('2.1', { check: 'formFitsRoles', ...more, actions: ['keepAcceptance' as const, notify('offer-accepted')] });

const declareTaxStatus = () =>
  byUser('4.1.4', {
    guard: 'isContractor',
    check: ['taxFitsKind', 'exemptionFitsTax', 'endIsAhead'],
    target: 'declared',
    actions: ['keepTax' as const],
  });
const ending = {
  taxReminder: reminder('4.1.4', { actions: [notify('tax-status-ends')] }),
  taxUntil: timeout('4.1.4', { target: 'none', actions: ['dropTax' as const, notify('tax-status-ended')] }),
};

export const accountChart = account.createMachine({
  id: 'account',
  context: unbegun<AccountContext>(blank),
  type: 'parallel',
  options: { maxIterations: 100 },
  states: {
    access: {
      initial: 'new',
      states: {
        new: {
          on: {
            register: command([...users, 'operator'], '1.4', {
              candidate: 'anyone',
              check: ['rolesFitKind', 'staffIsMadeByOperator', 'personalDataIsConsentedTo'],
              target: 'active',
              actions: ['bind', tellHolders('identityClaimed'), notify('registered'), askToConfirm()],
            }),
          },
        },
        active: {
          meta: openEnded('10.1', 'nothing'),
          tags: ['mayAct', 'mayOpen'],
          after: { invitationUntil: invitationLapses() },
          on: {
            ...standing(),
            setStaffRoles: command('operator', 'platform', {
              candidate: 'isKnown',
              guard: 'isStaff',
              proposed: true,
              check: 'isNotOneself',
              actions: ['keepStaffRoles'],
            }),
            suspend: suspend(),
            terminate: terminate('isNoStaff', [tellTasks]),
            close: byUser('10.1', {
              guard: 'nothingPends',
              check: 'nothingRuns',
              target: 'closed',
              actions: ['voidSessions' as const, notify('account-closed')],
            }),
            dismiss: command('operator', 'platform', {
              candidate: 'isKnown',
              guard: 'isStaff',
              proposed: true,
              check: 'isNotOneself',
              target: 'closed',
              actions: ['voidSessions' as const, notify('account-closed')],
            }),
          },
        },
        suspended: {
          meta: openEnded('4.4.2', 'staff'),
          tags: ['mayAct'],
          on: { ...standing(), ...appealing(), refuseAppeal: refuseAppeal({}), terminate: terminate('noAppealIsOpen') },
          after: {
            invitationUntil: invitationLapses(),
            decideBy: appealIsLate(),
            appealUntil: timeout('platform', { actions: ['endAppeals', notify('appeal-term-over')] }),
          },
        },
        terminated: {
          meta: openEnded('4.4.2', 'staff'),
          on: { ...standing(), ...appealing(), refuseAppeal: refuseAppeal({ target: 'ended', brings: 'endByRefusal' }) },
          after: { invitationUntil: invitationLapses(), decideBy: appealIsLate(), appealUntil: timeout('4.4.2', { target: 'ended' }) },
        },
        closed: { type: 'final' },
        ended: { type: 'final' },
      },
    },
    offer: {
      initial: 'unaccepted',
      states: {
        unaccepted: { always: over(), on: { acceptOffer: acceptOffer({ target: 'accepted' }) } },
        accepted: {
          always: over(),
          on: {
            acceptOffer: acceptOffer({}),
            showOffer: byUser('10.2', { check: 'revisionIsNew', actions: ['keepShown'] }),
            consent: answer({ check: 'wasShown', actions: ['keepAcceptance', notify('offer-consented')] }),
            declineOffer: byUser('10.2', { check: 'revisionIsNew', actions: ['keepDecline', notify('offer-declined')] }),
          },
        },
        over: { type: 'final' },
      },
    },
    pause: {
      initial: 'free',
      states: {
        free: {
          always: over(),
          on: {
            reportAccess: reportAccess({ target: 'reported' }),
            reidentificationBegun: [pausing({ target: 'reidentifying' }), begun({ target: 'claimed' })],
          },
        },
        // Documents prove nothing until the operator has checked them. Otherwise anyone who knows a number could pause its accounts.
        claimed: {
          meta: openEnded('1.2', 'otherLife'),
          always: over(),
          on: {
            reidentificationBegun: [pausing({ target: 'reidentifying' }), begun({})],
            reportAccess: reportAccess({ target: 'contested' }),
            reidentificationOver: [
              answer({ check: 'isTheLast', target: 'free', actions: ['dropReidentification'] }),
              answer({ check: 'isKnownReidentification', actions: ['dropReidentification'] }),
            ],
          },
        },
        reported: {
          meta: openEnded('4.1.6', 'staff'),
          tags: ['paused'],
          always: over(),
          on: {
            restoreAccess: command('operator', '4.1.6', {
              duty: 'restoreAccess',
              target: 'free',
              actions: ['unmarkReported', notify('access-restored')],
            }),
            reidentificationBegun: begun({ target: 'reidentifying' }),
          },
        },
        reidentifying: {
          meta: openEnded('1.2', 'otherLife'),
          tags: ['paused'],
          always: over(),
          on: {
            reportAccess: reportAccess({ target: 'contested' }),
            reidentificationBegun: [pausing({}), begun({})],
            reidentificationOver: [
              answer({ check: ['isTheLast', 'leavesPause'], target: 'free', actions: ['dropReidentification', 'unmarkReported'] }),
              answer({ check: 'isTheLast', target: 'reported', actions: ['dropReidentification'] }),
              answer({ check: ['isKnownReidentification', 'othersPause'], actions: ['dropReidentification'] }),
              answer({ check: ['isKnownReidentification', 'isNotReported'], target: 'claimed', actions: ['dropReidentification'] }),
              answer({ check: 'isKnownReidentification', actions: ['dropReidentification'] }),
            ],
          },
        },
        // Reported during a re-identification, which may be that of a thief. Its result does not answer the report; the operator does.
        contested: {
          meta: openEnded('4.1.6', 'staff'),
          tags: ['paused'],
          always: over(),
          on: {
            reidentificationBegun: [pausing({}), begun({})],
            reidentificationOver: [
              answer({ check: 'isTheLast', target: 'reported', actions: ['dropReidentification'] }),
              answer({ check: 'isKnownReidentification', actions: ['dropReidentification'] }),
            ],
          },
        },
        over: { type: 'final' },
      },
    },
    identity: {
      initial: 'unproved',
      states: {
        unproved: {
          always: over(),
          on: { ...unproved(), identityDisplaced: answer({ target: 'displaced', actions: [notify('identity-displaced')] }) },
        },
        proved: {
          always: over(),
          on: {
            identityClaimed: answer({ actions: [notify('identity-claimed')] }),
            withdrawIdentity: command('operator', '4.4.1', {
              candidate: 'isKnown',
              proposed: true,
              target: 'displaced',
              actions: ['withdrawProof', notify('identity-withdrawn')],
            }),
          },
        },
        // Somebody else has proved the number. What runs goes on, and nothing new begins.
        displaced: { tags: ['displaced'], always: over(), on: unproved() },
        over: { type: 'final' },
      },
    },
    tax: {
      initial: 'none',
      states: {
        none: { always: over(), on: { declareTaxStatus: declareTaxStatus() } },
        declared: {
          always: over(),
          on: {
            declareTaxStatus: declareTaxStatus(),
            confirmTaxStatus: command('operator', '4.4.1', {
              duty: 'checkTaxStatus',
              target: 'confirmed',
              actions: ['confirmTax', tellPayouts('taxChanged'), notify('tax-status-confirmed')],
            }),
            refuseTaxStatus: command('operator', '4.4.1', {
              target: 'none',
              actions: ['dropTax', 'keepTaxRefusal', notify('tax-status-refused')],
            }),
          },
          after: ending,
        },
        confirmed: { always: over(), on: { declareTaxStatus: declareTaxStatus() }, after: ending },
        over: { type: 'final' },
      },
    },
  },
});
