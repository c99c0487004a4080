/**
 * The law of an account: a legal party of the platform (1.4). Five regions: access (4.4.2), the accepted revision of the offer (2.1, 10.2), the pause
 * of its commands (1.2, 4.1.6), the tax status of a contractor (3.4), and whether its IIN or BIN is proved (4.4.1). Events of authentication also lead
 * to notices here (1.3).
 */
import { or, setup, stateIn } from 'xstate';
import { hoursAfter } from '../../rules/hours.ts';
import { endOfDay, workingDaysAfter } from '../../rules/working-days.ts';
import { ordersOf } from '../effects.ts';
import type { Party } from '../law.ts';
import { answer, command, due, isSecondPerson, openEnded, reminder, speaksFor, timeout } from '../law.ts';
import { contextOf, unbegun } from '../reduce.ts';
import type { AccountTemplate } from './messages.ts';
import type { AccountContext, AccountEvent, AccountKind, AccountReader, MemberRole, TaxStatus } from './types.ts';
import { documentOf } from './types.ts';

const blank = { members: {}, staff: [], children: {}, reported: false } satisfies Partial<AccountContext>;

interface Scope {
  context: AccountContext;
  event: AccountEvent;
}

const { begin, change, on, when } = contextOf<AccountContext, AccountEvent, typeof blank>();
const { effect, notify: notifyReader, ordered } = ordersOf<Scope, AccountReader, AccountTemplate>();

/** Whether an event reports of this child life. */
const isOf = ({ input }: AccountEvent, child: string | undefined): boolean =>
  child !== undefined && 'child' in input && input.child === child;
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
    isNotOneself: ({ context, event }) => event.actor !== context.id,
    isAnother: ({ context: { sanction }, event }) =>
      isSecondPerson(event, sanction?.by, sanction?.byPerson) &&
      (sanction?.proposed === undefined || isSecondPerson(event, sanction.proposed.account, sanction.proposed.person)),
    confirmedByAnother: when('terminate', ({ event }) => isSecondPerson(event, event.input.proposed.account, event.input.proposed.person)),

    moneyStopsByOrder: when(['suspend', 'terminate'], ({ event: { input } }) => !input.terms.stopsMoney || input.order !== undefined),

    isContractor: ({ context }) => context.contractor !== undefined,
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
    ownerRemains: when(['changeMember', 'removeMember'], ({ context: { members }, event }) => {
      const { person } = event.input;
      return owners(event.type === 'removeMember' ? without(members, person) : { ...members, [person]: event.input.roles }) > 0;
    }),
    isMember: when(['changeMember', 'removeMember'], ({ context, event }) => context.members[event.input.person] !== undefined),
    isNoMember: when('addMember', ({ context, event }) => context.members[event.input.person] === undefined),
    signingChanges: when('signActs', ({ context, event }) => event.input.required !== (context.signsActs ?? false)),
    taxFitsKind: when('declareTaxStatus', ({ context, event }) => TAXED_AS[context.kind].includes(event.input.status)),
    endIsAhead: when('declareTaxStatus', ({ event: { at, input } }) => input.until === undefined || endOfDay(input.until) > at),
    isOfThisVerification: ({ context, event }) => isOf(event, context.verification),
    provesIdentity: when('verificationOver', ({ context, event }) => isProof(context, event.input)),
    provesNothingNew: when('verificationOver', ({ context, event }) => !isProof(context, event.input)),
    isNotShownYet: ({ context }) => context.identityShown !== true,
    isProved: when('reidentify', ({ event }) => event.input.proof !== 'documents'),
    isOfThisReidentification: ({ context, event }) => isOf(event, context.reidentification),
    mayAppeal: ({ context: { sanction, appeal } }) => sanction !== undefined && sanction.final !== true && appeal === undefined,
    appealIsOpen: ({ context }) => hasOpenAppeal(context),
    /** Otherwise the person who ordered the sanction could decide the appeal by lifting it or ordering another. */
    noAppealIsOpen: ({ context }) => !hasOpenAppeal(context),
    leavesPause: when('reidentificationOver', ({ context, event }) => event.input.became === 'done' || !context.reported),
    deviceIsNew: when('loggedIn', ({ event }) => event.input.isNew),
    /** No request for documents and no pause. An intruder must not be able to close the account, and a user must not escape a check by closing it. */
    nothingPends: ({ context: { reported, verification, reidentification } }) =>
      !reported && verification === undefined && reidentification === undefined,
    nothingRuns: when('close', ({ event }) => event.input.running === 0),
  },
  delays: {
    appealUntil: ({ context: { sanction, appeal } }) => due(appeal || sanction?.final ? undefined : sanction?.appealUntil),
    decideBy: ({ context: { appeal } }) => due(appeal === undefined || appeal.refusal || appeal.late ? undefined : appeal.decideBy),
    taxReminder: ({ context: { tax } }) =>
      due(tax?.until === undefined ? undefined : hoursAfter(endOfDay(tax.until), -tax.reminderDays * 24)),
    taxUntil: ({ context }) => due(context.tax?.until === undefined ? undefined : endOfDay(context.tax.until)),
  },
  actions: {
    bind: begin('register', ({ input }) => {
      const { id, kind, roles, staff = [], person, details, identifier, consent } = input;
      return {
        id,
        kind,
        staff,
        details,
        members: { [person]: ['owner'] },
        ...(roles.includes('customer') && { customer: id }),
        ...(roles.includes('contractor') && { contractor: id }),
        ...(identifier !== undefined && { identifier }),
        ...(consent !== undefined && { consent }),
      };
    }),
    keepDetails: on('changeDetails', ({ context: { details }, event: { input } }) => ({
      details: input.details,
      formerDetails: input.emailChanged ? details.text : undefined,
    })),
    keepProfile: on('describe', ({ context, event }) => ({
      profile: { text: event.input.profile, version: (context.profile?.version ?? 0) + 1 },
    })),
    keepMember: on(['addMember', 'changeMember'], ({ context: { members }, event: { input } }) => ({
      members: { ...members, [input.person]: input.roles },
      lastMember: input.person,
    })),
    dropMember: on('removeMember', ({ context, event }) => ({
      members: without(context.members, event.input.person),
      lastMember: event.input.person,
    })),
    keepActSigning: on('signActs', ({ event: { input } }) => ({ signsActs: input.required })),
    keepStaffRoles: on('setStaffRoles', ({ event }) => ({ staff: event.input.staff })),

    keepTax: on('declareTaxStatus', ({ event: { input } }) => {
      const { status, until, evidence, reminderDays } = input;
      return { tax: { status, evidence, reminderDays, confirmed: false, ...(until !== undefined && { until }) }, taxRefused: undefined };
    }),
    keepTaxRefusal: on('refuseTaxStatus', ({ event }) => ({ taxRefused: event.input.reasons })),
    confirmTax: change(({ context: { tax } }) => ({ tax: tax && { ...tax, confirmed: true } })),
    dropTax: change(() => ({ tax: undefined })),

    keepAcceptance: on(['acceptOffer', 'consent'], ({ context, event }) => {
      const { acceptance, revision, checkbox, statement } = event.input;
      const express = statement === undefined ? 'checkbox' : 'statement';
      const words = { ...(checkbox !== undefined && { checkbox }), ...(statement !== undefined && { statement }) };
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
    nameReidentification: change(({ context }) => ({ reidentification: childOf(context, 'reidentification') })),
    markShown: change(() => ({ identityShown: true })),
    dropReidentification: change(() => ({ reidentification: undefined, identityShown: undefined })),

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

    ...ordered('notify', 'startChild', 'tellTasks', 'tellHolders'),
  },
});

const notify = (template: AccountTemplate) => notifyReader('account', template);
const count = (kind: string) => ({ type: 'countChild' as const, params: { kind } });
const tellTasks = effect('tellTasks', ({ context }) => ({ account: accountOf(context) ?? '' }));

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
    check: ['confirmedByAnother', 'moneyStopsByOrder'],
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

/** Events that are possible in every state of the account, until it ends. */
const standing = () => ({
  loggedIn: [answer({ check: 'deviceIsNew', actions: [notify('logged-in-anew')] }), answer({ actions: [notify('logged-in')] })],
  loggedOut: answer({ actions: [notify('logged-out')] }),
  deviceAuthorised: answer({ actions: [notify('device-authorised')] }),
  deviceRevoked: answer({ actions: [notify('device-revoked')] }),
  passwordSet: answer({ actions: [notify('password-set')] }),
  lockedOut: answer({ actions: [notify('locked-out')] }),

  changeDetails: byUser('4.1.4', {
    actions: ['keepDetails' as const, notify('details-changed'), notifyReader('formerEmail', 'email-changed')],
  }),
  describe: byUser('3.3', { guard: 'isContractor', actions: ['keepProfile' as const] }),
  addMember: byUser('1.4', { guard: 'isCompany', check: 'isNoMember', actions: ['keepMember' as const, notify('members-changed')] }),
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
  signActs: byUser('1.4', { check: 'signingChanges', actions: ['keepActSigning' as const, notify('act-signing-changed')] }),
  verify: verify(),
  verificationOver: answer({ check: ['isOfThisVerification', 'provesNothingNew'], actions: ['dropVerification' as const] }),
});

/** A user who is locked out can report by any means, and the operator records the report. */
const reportAccess = <const More extends { target?: string }>(more: More) =>
  command([...users, 'operator'], '4.1.6', {
    ...more,
    actions: ['markReported' as const, 'voidSessions' as const, notify('access-reported')],
  });

/** A lost device or a changed number (1.2): a life of its own. */
const reidentify = <const More extends { target: string; check?: string }>(more: More) =>
  answer({
    ...more,
    actions: [
      count('reidentification'),
      'nameReidentification' as const,
      effect('startChild', ({ context, event }) => ({
        child: childOf(context, 'reidentification'),
        type: 'ask',
        by: 'platform',
        input: { ...event.input, id: childOf(context, 'reidentification'), parent: lifeOf(context), ...bound(context) },
      })),
    ],
  });

/** The operator has seen the person's documents. Recorded once. */
const identityShown = <const More extends { target?: string }>(more: More) =>
  answer({ check: ['isOfThisReidentification', 'isNotShownYet'], ...more, actions: ['markShown' as const] });

/** The other regions end with the account. */
const over = () => ({ guard: or([stateIn('#account.access.closed'), stateIn('#account.access.ended')]) as never, target: 'over' as const });

const acceptOffer = <const More extends { target?: string }>(more: More) =>
  byUser('2.1', { check: 'formFitsRoles', ...more, actions: ['keepAcceptance' as const, notify('offer-accepted')] });

const declareTaxStatus = () =>
  byUser('4.1.4', {
    guard: 'isContractor',
    check: ['taxFitsKind', 'endIsAhead'],
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
              actions: ['bind', tellHolders('identityClaimed'), notify('registered')],
            }),
          },
        },
        active: {
          meta: openEnded('10.1', 'nothing'),
          tags: ['mayAct', 'mayOpen'],
          on: {
            ...standing(),
            setStaffRoles: command('operator', 'platform', {
              candidate: 'isKnown',
              guard: 'isStaff',
              check: 'isNotOneself',
              actions: ['keepStaffRoles'],
            }),
            suspend: suspend(),
            terminate: terminate('isNoStaff', [tellTasks]),
            close: [
              byUser('10.1', {
                guard: 'nothingPends',
                check: 'nothingRuns',
                target: 'closed',
                actions: ['voidSessions' as const, notify('account-closed')],
              }),
              command('operator', 'platform', {
                guard: 'isStaff',
                target: 'closed',
                actions: ['voidSessions' as const, notify('account-closed')],
              }),
            ],
          },
        },
        suspended: {
          meta: openEnded('4.4.2', 'staff'),
          tags: ['mayAct'],
          on: { ...standing(), ...appealing(), refuseAppeal: refuseAppeal({}), terminate: terminate('noAppealIsOpen') },
          after: {
            decideBy: appealIsLate(),
            appealUntil: timeout('platform', { actions: ['endAppeals', notify('appeal-term-over')] }),
          },
        },
        terminated: {
          meta: openEnded('4.4.2', 'staff'),
          on: { ...standing(), ...appealing(), refuseAppeal: refuseAppeal({ target: 'ended', brings: 'endByRefusal' }) },
          after: { decideBy: appealIsLate(), appealUntil: timeout('4.4.2', { target: 'ended' }) },
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
            reidentify: [reidentify({ check: 'isProved', target: 'reidentifying' }), reidentify({ target: 'claimed' })],
          },
        },
        // Documents prove nothing until the operator has checked them. Otherwise anyone who knows a number could pause its account.
        claimed: {
          meta: openEnded('1.2', 'otherLife'),
          always: over(),
          on: {
            identityShown: identityShown({ target: 'reidentifying' }),
            reportAccess: reportAccess({ target: 'contested' }),
            reidentificationOver: answer({ check: 'isOfThisReidentification', target: 'free', actions: ['dropReidentification'] }),
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
            reidentify: reidentify({ target: 'reidentifying' }),
          },
        },
        reidentifying: {
          meta: openEnded('1.2', 'otherLife'),
          tags: ['paused'],
          always: over(),
          on: {
            reportAccess: reportAccess({ target: 'contested' }),
            identityShown: identityShown({}),
            reidentificationOver: [
              answer({
                check: ['isOfThisReidentification', 'leavesPause'],
                target: 'free',
                actions: ['dropReidentification', 'unmarkReported'],
              }),
              answer({ check: 'isOfThisReidentification', target: 'reported', actions: ['dropReidentification'] }),
            ],
          },
        },
        // Reported during a re-identification, which may be that of a thief. Its result does not answer the report; the operator does.
        contested: {
          meta: openEnded('4.1.6', 'staff'),
          tags: ['paused'],
          always: over(),
          on: {
            identityShown: identityShown({}),
            reidentificationOver: answer({ check: 'isOfThisReidentification', target: 'reported', actions: ['dropReidentification'] }),
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
              actions: ['confirmTax', notify('tax-status-confirmed')],
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
