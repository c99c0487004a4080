/**
 * The law of an account: a legal party of the platform (1.4). Four regions: may it act at all (4.4.2), under which revision of the offer it stands
 * (2.1, 10.2), are its commands paused (1.2, 4.1.6), and how a contractor is taxed (3.4). What authentication saw is told here too (1.3).
 */
import { assign, or, setup, stateIn } from 'xstate';
import type { Calendar } from '../../rules/working-days.ts';
import { endOfDay, workingDaysAfter } from '../../rules/working-days.ts';
import type { Party } from '../law.ts';
import { answer, command, due, reminder, speaksFor, timeout } from '../law.ts';
import type { AccountContext, AccountEvent, AccountKind, MemberRole, TaxStatus } from './types.ts';

const HOUR = 3_600_000;
const earlier = (moment: string, hours: number): string => new Date(Date.parse(moment) - hours * HOUR).toISOString();

/** The context before registration. xstate also runs the initial state without input. */
const blank = (): AccountContext => ({ members: {}, staff: [], children: {}, reported: false }) as unknown as AccountContext;

export type Reader = 'account';

type Scope = { context: AccountContext; event: AccountEvent };
const calendarOf = (event: AccountEvent): Calendar => (event.input as { calendar: Calendar }).calendar;
const reportOf = (event: AccountEvent): { child?: string } => event.input as { child?: string };
const accountOf = ({ customer, contractor }: AccountContext): string | undefined => customer ?? contractor;

/** A registered entrepreneur is not self-employed, and nobody else is taxed as one (tax code, special regimes). */
const TAXED_AS: Record<AccountKind, TaxStatus[]> = {
  natural: ['selfEmployed', 'naturalPerson'],
  entrepreneur: ['entrepreneurSimplified', 'entrepreneurGeneral'],
  company: [],
  staff: [],
};

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
    tags: {} as 'mayAct' | 'mayOpen' | 'paused',
    context: {} as AccountContext,
    events: {} as AccountEvent,
    input: {} as Partial<AccountContext>,
  },
  guards: {
    by: speaksFor,
    anyone: () => true,
    /** Of the operator: whose order it is has to be known, or nobody could tell who may decide the appeal. */
    isKnown: ({ event }) => event.actor !== undefined,
    isNotOneself: ({ context, event }) => event.actor !== context.id,
    isAnother: ({ context, event }) => event.actor !== undefined && event.actor !== context.sanction?.by,

    isContractor: ({ context }) => context.contractor !== undefined,
    isCompany: ({ context }) => context.kind === 'company',
    isStaff: ({ context }) => context.kind === 'staff',
    isNoStaff: ({ context }) => context.kind !== 'staff',
    nothingIsVerified: ({ context }) => context.kind !== 'staff' && context.verification === undefined,

    /** 1.6, 1.7: a company is no contractor, staff are neither, everybody else is at least one of them and has no staff's roles. */
    rolesFitKind: ({ event }) => {
      if (event.type !== 'register') return false;
      const { kind, roles, staff = [] } = event.input;
      if (kind === 'staff') return roles.length === 0 && staff.length > 0;
      return staff.length === 0 && roles.length > 0 && !(kind === 'company' && roles.includes('contractor'));
    },
    staffIsMadeByOperator: ({ event }) => event.type === 'register' && (event.input.kind === 'staff') === (event.by === 'operator'),
    personalDataIsConsentedTo: ({ event }) =>
      event.type === 'register' && (event.input.kind === 'staff' || event.input.consent !== undefined),
    formFitsRoles: ({ context, event }) =>
      event.type === 'acceptOffer' &&
      (context.customer === undefined || event.input.statement !== undefined) &&
      (context.contractor === undefined || event.input.checkbox !== undefined),
    /** A revision that was declined is not shown again, or an act that finishes what runs would count as consent: it is accepted expressly. */
    revisionIsNew: ({ context, event }) =>
      (event.type === 'showOffer' || event.type === 'declineOffer') &&
      event.input.revision !== context.offer?.revision &&
      event.input.revision !== context.declined,
    wasShown: ({ context, event }) => event.type === 'consent' && event.input.revision === context.shown?.revision,
    ownerRemains: ({ context, event }) => {
      const { members } = context;
      if (event.type === 'removeMember') return owners(without(members, event.input.person)) > 0;
      if (event.type === 'changeMember') return owners({ ...members, [event.input.person]: event.input.roles }) > 0;
      return false;
    },
    isMember: ({ context, event }) =>
      (event.type === 'changeMember' || event.type === 'removeMember') && context.members[event.input.person] !== undefined,
    isNoMember: ({ context, event }) => event.type === 'addMember' && context.members[event.input.person] === undefined,
    taxFitsKind: ({ context, event }) => event.type === 'declareTaxStatus' && TAXED_AS[context.kind].includes(event.input.status),
    endIsAhead: ({ event }) =>
      event.type === 'declareTaxStatus' && (event.input.until === undefined || endOfDay(event.input.until) > event.at),
    isOfThisVerification: ({ context, event }) => reportOf(event).child === context.verification,
    isNotShownYet: ({ context }) => context.identityShown !== true,
    isProved: ({ event }) => event.type === 'reidentify' && event.input.proof !== 'documents',
    isOfThisReidentification: ({ context, event }) => reportOf(event).child === context.reidentification,
    mayAppeal: ({ context: { sanction, appeal } }) => sanction !== undefined && sanction.final !== true && appeal === undefined,
    appealIsOpen: ({ context }) => hasOpenAppeal(context),
    /** Or whoever ordered the sanction could decide the appeal by lifting it or by ordering another. */
    noAppealIsOpen: ({ context }) => !hasOpenAppeal(context),
    leavesPause: ({ context, event }) => event.type === 'reidentificationOver' && (event.input.became === 'done' || !context.reported),
    deviceIsNew: ({ event }) => event.type === 'loggedIn' && event.input.isNew,
    /** Neither documents asked for nor a pause: who took an account over must not be able to end it, nor its user the check of it. */
    nothingPends: ({ context: { reported, verification, reidentification } }) =>
      !reported && verification === undefined && reidentification === undefined,
    nothingRuns: ({ event }) => event.type === 'close' && event.input.running === 0,
  },
  delays: {
    appealUntil: ({ context: { sanction, appeal } }) => due(appeal || sanction?.final ? undefined : sanction?.appealUntil),
    decideBy: ({ context: { appeal } }) => due(appeal === undefined || appeal.refusal || appeal.late ? undefined : appeal.decideBy),
    taxReminder: ({ context: { tax } }) => due(tax?.until === undefined ? undefined : earlier(endOfDay(tax.until), tax.reminderDays * 24)),
    taxUntil: ({ context }) => due(context.tax?.until === undefined ? undefined : endOfDay(context.tax.until)),
  },
  actions: {
    bind: assign(({ context, event }) => {
      if (event.type !== 'register') return context;
      const { id, kind, roles, staff = [], person, details, identifier, consent } = event.input;
      return {
        ...context,
        id,
        kind,
        staff,
        details,
        members: { [person]: ['owner' as const] },
        ...(roles.includes('customer') && { customer: id }),
        ...(roles.includes('contractor') && { contractor: id }),
        ...(identifier !== undefined && { identifier }),
        ...(consent !== undefined && { consent }),
      };
    }),
    keepDetails: assign(({ context, event }) => (event.type === 'changeDetails' ? { ...context, details: event.input.details } : context)),
    keepProfile: assign(({ context, event }) =>
      event.type === 'describe'
        ? { ...context, profile: { text: event.input.profile, version: (context.profile?.version ?? 0) + 1 } }
        : context,
    ),
    keepMember: assign(({ context, event }) =>
      event.type === 'addMember' || event.type === 'changeMember'
        ? { ...context, members: { ...context.members, [event.input.person]: event.input.roles } }
        : context,
    ),
    dropMember: assign(({ context, event }) =>
      event.type === 'removeMember' ? { ...context, members: without(context.members, event.input.person) } : context,
    ),
    keepStaffRoles: assign(({ context, event }) => (event.type === 'setStaffRoles' ? { ...context, staff: event.input.staff } : context)),

    keepTax: assign(({ context, event }) => {
      if (event.type !== 'declareTaxStatus') return context;
      const { status, until, evidence, reminderDays } = event.input;
      const tax = { status, evidence, reminderDays, confirmed: false, ...(until !== undefined && { until }) };
      return { ...context, tax, taxRefused: undefined };
    }),
    keepTaxRefusal: assign(({ context, event }) =>
      event.type === 'refuseTaxStatus' ? { ...context, taxRefused: event.input.reasons } : context,
    ),
    confirmTax: assign(({ context }) => ({ ...context, tax: context.tax && { ...context.tax, confirmed: true } })),
    dropTax: assign(({ context }) => ({ ...context, tax: undefined })),

    keepAcceptance: assign(({ context, event }) => {
      if (event.type !== 'acceptOffer' && event.type !== 'consent') return context;
      const { acceptance, revision, checkbox, statement } = event.input;
      const form =
        event.type === 'consent' ? ('conduct' as const) : statement === undefined ? ('checkbox' as const) : ('statement' as const);
      const words = { ...(checkbox !== undefined && { checkbox }), ...(statement !== undefined && { statement }) };
      // Shown when, first act after: both stand in the record of a consent (10.2).
      const shownAt = event.type === 'consent' && context.shown ? { shownAt: context.shown.at } : {};
      return {
        ...context,
        offer: { acceptance, revision, ...words, ...shownAt, form, at: event.at },
        shown: undefined,
        declined: undefined,
      };
    }),
    keepShown: assign(({ context, event }) =>
      event.type === 'showOffer' ? { ...context, shown: { revision: event.input.revision, at: event.at } } : context,
    ),
    keepDecline: assign(({ context, event }) =>
      event.type === 'declineOffer' ? { ...context, declined: event.input.revision, shown: undefined } : context,
    ),

    /** Every session of the account ends with this event. */
    voidSessions: assign(({ context, event }) => ({ ...context, sessionsVoidedAt: event.at })),

    markReported: assign(({ context, event }) =>
      event.type === 'reportAccess' ? { ...context, reported: true, report: event.input.reasons } : context,
    ),
    unmarkReported: assign(({ context }) => ({ ...context, reported: false, report: undefined })),
    countChild: assign(({ context }, { kind }: { kind: string }) => ({
      ...context,
      children: { ...context.children, [kind]: (context.children[kind] ?? 0) + 1 },
    })),
    nameVerification: assign(({ context }) => ({ ...context, verification: childOf(context, 'verification') })),
    dropVerification: assign(({ context }) => ({ ...context, verification: undefined })),
    nameReidentification: assign(({ context }) => ({ ...context, reidentification: childOf(context, 'reidentification') })),
    markShown: assign(({ context }) => ({ ...context, identityShown: true })),
    dropReidentification: assign(({ context }) => ({ ...context, reidentification: undefined, identityShown: undefined })),

    keepSanction: assign(({ context, event }) => {
      if (event.type !== 'suspend' && event.type !== 'terminate') return context;
      const { ground, terms, reasons } = event.input;
      const appealUntil = workingDaysAfter(event.at, terms.appealWorkingDays, calendarOf(event));
      const sanction = { terms, reasons, by: event.actor ?? '', at: event.at, appealUntil, ...(ground !== undefined && { ground }) };
      return { ...context, sanction, appeal: undefined };
    }),
    dropSanction: assign(({ context }) => ({ ...context, sanction: undefined, appeal: undefined })),
    keepAppeal: assign(({ context, event }) => {
      if (event.type !== 'appeal' || context.sanction === undefined) return context;
      const decideBy = workingDaysAfter(event.at, context.sanction.terms.decisionWorkingDays, calendarOf(event));
      return { ...context, appeal: { reasons: event.input.reasons, decideBy } };
    }),
    endAppeals: assign(({ context }) => ({ ...context, sanction: context.sanction && { ...context.sanction, final: true } })),
    markLate: assign(({ context }) => ({ ...context, appeal: context.appeal && { ...context.appeal, late: true } })),
    keepRefusal: assign(({ context, event }) =>
      event.type === 'refuseAppeal' && context.appeal
        ? { ...context, appeal: { ...context.appeal, refusal: event.input.reasons } }
        : context,
    ),

    /** Effects and notices: the commit reads their names and parameters, the chart does nothing. */
    notify: (_, _params: { to: Reader; template: string }) => {},
    startChild: (_, _params: { child: string; type: string; by: Party; actor?: { account: string }; input: object }) => {},
    tellTasks: (_, _params: { type: 'partySuspended' | 'partyReinstated'; input: { account: string; stopsMoney?: boolean } }) => {},
  },
});

const notify = (template: string) => ({ type: 'notify' as const, params: { to: 'account' as const, template } });
const count = (kind: string) => ({ type: 'countChild' as const, params: { kind } });
const tellTasks = (type: 'partySuspended' | 'partyReinstated') => ({
  type: 'tellTasks' as const,
  params: ({ context }: Scope) => ({
    type,
    input: { account: accountOf(context) ?? '', ...(context.sanction?.terms.stopsMoney && { stopsMoney: true }) },
  }),
});

const users = ['customer', 'contractor'] as const satisfies Party[];
const byUser = <const T extends object>(clause: string, given: T) => command([...users], clause, given);

const suspend = () =>
  command('operator', '4.4.2', {
    candidate: 'isKnown',
    guard: 'isNoStaff',
    calendar: true,
    target: 'suspended',
    actions: ['keepSanction' as const, tellTasks('partySuspended'), notify('account-suspended')],
  });
/** The tasks of a suspended account have heard of it already. */
const terminate = (guard: 'isNoStaff' | 'noAppealIsOpen', tells: ReturnType<typeof tellTasks>[] = []) =>
  command('operator', '4.4.2', {
    candidate: 'isKnown',
    guard,
    calendar: true,
    target: 'terminated',
    actions: ['keepSanction' as const, ...tells, 'voidSessions' as const, notify('account-terminated')],
  });
const lifted = (template: string) => ['dropSanction' as const, tellTasks('partyReinstated'), notify(template)];

const refuseAppeal = <const More extends { target?: string }>(more: More) =>
  command('operator', '4.4.2', {
    candidate: 'isAnother',
    guard: 'appealIsOpen',
    ...more,
    actions: ['keepRefusal' as const, notify('appeal-refused')],
  });

/** An appeal is decided by a second member of staff. Silence neither grants nor refuses it: that it is late is told. */
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

/** Asks the account for documents (4.4.1): a life of its own, which reckons its terms. */
const verify = () =>
  command('operator', '4.4.1', {
    guard: 'nothingIsVerified',
    actions: [
      count('verification'),
      'nameVerification' as const,
      {
        type: 'startChild' as const,
        params: ({ context, event }: Scope) => ({
          child: childOf(context, 'verification'),
          type: 'ask',
          by: 'operator' as const,
          ...(event.actor !== undefined && { actor: { account: event.actor } }),
          input: { ...event.input, id: childOf(context, 'verification'), parent: lifeOf(context), ...bound(context) },
        }),
      },
    ],
  });

/** What may be told or done wherever the account stands, until it is over. */
const standing = () => ({
  loggedIn: [answer({ check: 'deviceIsNew', actions: [notify('logged-in-anew')] }), answer({ actions: [notify('logged-in')] })],
  loggedOut: answer({ actions: [notify('logged-out')] }),
  deviceAuthorised: answer({ actions: [notify('device-authorised')] }),
  deviceRevoked: answer({ actions: [notify('device-revoked')] }),
  passwordSet: answer({ actions: [notify('password-set')] }),
  lockedOut: answer({ actions: [notify('locked-out')] }),

  changeDetails: byUser('4.1.4', { actions: ['keepDetails' as const, notify('details-changed')] }),
  describe: byUser('3.3', { guard: 'isContractor', actions: ['keepProfile' as const] }),
  addMember: byUser('1.4', { guard: 'isCompany', check: 'isNoMember', actions: ['keepMember' as const, notify('members-changed')] }),
  changeMember: byUser('1.4', {
    guard: 'isCompany',
    check: ['isMember', 'ownerRemains'],
    actions: ['keepMember' as const, notify('members-changed')],
  }),
  removeMember: byUser('1.4', {
    guard: 'isCompany',
    check: ['isMember', 'ownerRemains'],
    actions: ['dropMember' as const, notify('members-changed')],
  }),
  verify: verify(),
  verificationOver: answer({ check: 'isOfThisVerification', actions: ['dropVerification' as const] }),
});

/** Whoever is locked out reports by any means: the operator records it. */
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
      {
        type: 'startChild' as const,
        params: ({ context, event }: Scope) => ({
          child: childOf(context, 'reidentification'),
          type: 'ask',
          by: 'platform' as const,
          input: { ...event.input, id: childOf(context, 'reidentification'), parent: lifeOf(context), ...bound(context) },
        }),
      },
    ],
  });

/** The operator has seen in documents who it is: told once. */
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
  context: ({ input }) => ({ ...blank(), ...input }),
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
              actions: ['bind', notify('registered')],
            }),
          },
        },
        active: {
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
            terminate: terminate('isNoStaff', [tellTasks('partySuspended')]),
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
          tags: ['mayAct'],
          on: { ...standing(), ...appealing(), refuseAppeal: refuseAppeal({}), terminate: terminate('noAppealIsOpen') },
          after: {
            decideBy: appealIsLate(),
            appealUntil: timeout('platform', { actions: ['endAppeals', notify('appeal-term-over')] }),
          },
        },
        terminated: {
          on: { ...standing(), ...appealing(), refuseAppeal: refuseAppeal({ target: 'ended' }) },
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
        // Documents prove nothing until somebody has looked at them: or whoever knows a number could have its account paused.
        claimed: {
          always: over(),
          on: {
            identityShown: identityShown({ target: 'reidentifying' }),
            reportAccess: reportAccess({ target: 'contested' }),
            reidentificationOver: answer({ check: 'isOfThisReidentification', target: 'free', actions: ['dropReidentification'] }),
          },
        },
        reported: {
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
        // Reported while somebody is being identified anew: perhaps a thief. What comes of it does not answer the report: the operator does.
        contested: {
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
