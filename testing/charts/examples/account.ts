/** Commands of an account with valid input, for walks through its chart. */
import type { AccountContext, GroundTerms, Registration, StaffRole } from '../../../charts/account/types.ts';
import type { ChartEvent, Party } from '../../../charts/law.ts';
import { addCalendarDays, civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

/** Three members of the operator's staff. */
export const staff = { first: accounts.operator as string, second: 'account-operator-second', third: 'account-operator-third' };

/** The person who acts for an account. */
export const personOf = (account: string): string => `person-of-${account}`;

/** Makes the commands of a moment: of a party, given by the person of an account. */
export const givenAt =
  (at: string) =>
  (by: 'customer' | 'contractor' | 'operator', actor: string | undefined) =>
  (type: string, input: object): ChartEvent =>
    ({ type, by, at, input: { ...input, calendar }, ...(actor !== undefined && { actor, person: personOf(actor) }) }) as ChartEvent;

export const groundTerms: GroundTerms = { told: true, appealWorkingDays: 10, decisionWorkingDays: 15, stopsMoney: false };

/** Revisions of the offer, by their hashes. */
export const revisions = { first: '1'.repeat(64), second: '2'.repeat(64) };

/** A natural person who is customer and contractor. */
export const registering = (given: Partial<Registration> = {}): Registration => ({
  id: 'account-own',
  kind: 'natural',
  roles: ['customer', 'contractor'],
  person: 'person-owner',
  details: text('details'),
  identifier: '0'.repeat(64),
  consent: 'c'.repeat(64),
  ...given,
});

const { consent: _, ...withoutConsent } = registering();
export const registeringStaff = (roles: StaffRole[] = ['support']): Registration => ({
  ...withoutConsent,
  kind: 'staff',
  roles: [],
  staff: roles,
});

/** Acceptance of the offer in the form that the account needs (2.1.1, 2.1.2). */
export const accepting = (revision: string, { customer, contractor }: Pick<AccountContext, 'customer' | 'contractor'>) => ({
  acceptance: `acceptance-of-${revision[0]}`,
  revision,
  ...(customer !== undefined && { statement: 'a'.repeat(64) }),
  ...(contractor !== undefined && { checkbox: 'Я принимаю условия публичной оферты' }),
});

/** Nothing else about the account is under way. The walk begins one thing at a time: all combinations of the four regions would never end. */
const rests = ({
  sanction,
  reported,
  reidentifications,
  verification,
  shown,
  declined,
  members,
  invitations,
  tax,
}: AccountContext): boolean =>
  !reported &&
  [sanction, verification, shown, declined, tax].every((each) => each === undefined) &&
  [reidentifications, invitations].every((each) => Object.keys(each).length === 0) &&
  Object.keys(members).length === 1;

/** The re-identifications of two members. */
const changes = { first: 'reidentification/first', second: 'reidentification/second' };

export const accountExamples: Examples<AccountContext> = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(context, at) {
    const by = (party: Party, actor: string | undefined) => (type: string, input: object) =>
      ({
        type,
        by: party,
        at,
        input: { ...input, calendar },
        ...(actor !== undefined && { actor, person: personOf(actor) }),
      }) as ChartEvent;
    const [first, second, third] = [by('operator', staff.first), by('operator', staff.second), by('operator', staff.third)];
    const platform = by('platform', undefined);
    if (context.id === undefined) {
      const registered = [registering(), registering({ kind: 'company', roles: ['customer'] })];
      return [
        ...registered.map((input) => by(input.roles[0] as Party, input.id)('register', input)),
        first('register', registeringStaff()),
        // Each breaks a different rule.
        by('customer', 'account-own')('register', registering({ kind: 'company' })),
        by('customer', 'account-own')('register', { ...withoutConsent }),
        by('customer', 'account-own')('register', registeringStaff()),
      ];
    }
    const { customer, contractor, confirmedEmail, newEmail, appeal, verification, reidentifications, reported, tax } = context;
    const running = Object.keys(reidentifications).length;
    const own = by(customer === undefined ? 'contractor' : 'customer', context.id);
    const reasons = text('reasons');
    const proposed = { account: staff.first, person: personOf(staff.first) };
    const member = { person: 'person-member', roles: ['manager'] };
    const invitation = { invitation: 'invitation-of-member', person: member.person };
    const declared = { status: 'selfEmployed', evidence: text('evidence'), reminderDays: 14 };
    const session = { device: 'device', how: 'code', ended: 1 };
    // A time that no walk comes to the end of.
    const cooling = { first: 1_000_000, change: 1_000_000 };
    // The walk names payout details only where nothing else is under way. Their terms are there always: checks mix the inputs of all events.
    const names = rests({ ...context, sanction: undefined }) && appeal === undefined;
    const naming = [
      ...(names ? [own('setPayoutDetails', { details: text('payout-details'), cooling })] : []),
      own('withdrawPayoutDetails', { cooling }),
    ];
    // Nothing else of an account depends on where it is paid to: the walk withdraws it and goes back.
    if (context.payoutDetails?.coming !== undefined)
      return [
        ...naming,
        ...[own, first].map((reporter) => reporter('reportAccess', { reasons })),
        // Refused: checks mix the inputs of all events.
        own('addMember', { ...member, ...invitation, by: 'person-owner', terms: { ...groundTerms, days: 7, most: 0 } }),
      ];
    // Of an e-mail address nothing else depends: the walk confirms it and goes back.
    if (newEmail !== undefined || confirmedEmail !== undefined)
      return [
        ...naming,
        own('confirmEmail', { details: text('details').text }),
        own('confirmEmail', { details: 'another' }),
        own('sendEmailCode', {}),
        ...(['named', 'restored', 'removed'] as const).map((email) => own('changeDetails', { details: text('details'), email })),
        platform('emailRefused', { details: [text('details').text] }),
        platform('emailRefused', { details: ['another'] }),
      ];
    // Nothing else of an account depends on it.
    if (context.signsActs) return [...naming, own('signActs', { required: true }), own('signActs', { required: false })];
    return [
      ...naming,
      platform('loggedIn', { ...session, isNew: true }),
      platform('loggedIn', { ...session, isNew: false }),
      platform('loggedOut', { ended: 1 }),
      platform('deviceAuthorised', { device: 'device' }),
      platform('deviceRevoked', { device: 'device' }),
      platform('passwordSet', {}),
      platform('secondFactorSet', {}),
      // A day, like the end of a tax status: checks mix the inputs of all events.
      platform('lockedOut', { until: addCalendarDays(civilDate(at), 1) }),
      platform('secondFactorGuessed', { until: addCalendarDays(civilDate(at), 1) }),

      own('changeDetails', { details: text('details') }),
      by('customer', customer)('choosePlan', { plan: 'free', from: '2026-12-01' }),
      by('customer', customer)('choosePayment', { payment: 'platform' }),
      own('chooseNotices', { messageLetters: false }),
      platform('tariffsChange', { revision: 2, from: '2026-12-01', charge: {}, nextCharge: { perMonth: 100 } }),
      platform('planOffered', { plan: 'individual', until: '2026-12-01', charge: {}, nextCharge: { perMonth: 100 } }),
      platform('tasksFound', { letter: '00000000-0000-4000-8000-000000000001' }),
      platform('contractorsFound', { letter: '00000000-0000-4000-8000-000000000001' }),
      by('contractor', contractor)('describe', { profile: text('profile') }),
      own('withdrawInvitation', { invitation: invitation.invitation }),
      platform('invitationAccepted', invitation),
      platform('invitationDeclined', invitation),
      own('changeMember', { person: member.person, roles: member.roles }),
      own('removeMember', { person: member.person }),
      platform('memberLeft', { person: member.person }),
      second('setStaffRoles', { staff: ['finance'], proposed }),
      platform('verificationOver', { child: verification, became: 'approved', kinds: ['taxStatus'] }),
      platform('verificationOver', { child: verification, became: 'approved', kinds: ['identity'] }),
      platform('identityClaimed', {}),
      platform('detailsAwaited', {}),
      platform('identityDisplaced', {}),
      ...(rests(context)
        ? [own('changeIdentifier', { identifier: '1'.repeat(64) }), second('withdrawIdentity', { reasons, proposed })]
        : []),

      own('acceptOffer', accepting(revisions.first, context)),
      own('acceptOffer', accepting(revisions.second, context)),
      platform('consent', { acceptance: 'acceptance-by-conduct', revision: revisions.second, act: 'POST /v1/tasks' }),

      first('restoreAccess', { reasons }),
      ...Object.values(changes).flatMap((reidentification) => [
        platform('reidentificationOver', { reidentification, became: 'done' }),
        platform('reidentificationOver', { reidentification, became: 'refused' }),
      ]),

      first('confirmTaxStatus', {}),
      first('refuseTaxStatus', { reasons }),

      first('lift', { reasons }),
      own('appeal', { reasons }),
      ...[first, third].flatMap((decider) => [decider('grantAppeal', { reasons }), decider('refuseAppeal', { reasons })]),
      second('terminate', { ground: 'fraud', terms: { ...groundTerms, stopsMoney: true }, reasons, order: text('order'), proposed }),
      own('close', { running: 0 }),
      own('close', { running: 1 }),
      second('dismiss', { reasons, proposed }),

      // During a re-identification a report of access is the most important event. After a report, the next step is a re-identification.
      ...(rests(context) || running > 0 ? [own('reportAccess', { reasons }), first('reportAccess', { reasons })] : []),
      ...(rests(context) || reported || running > 0
        ? Object.values(changes).flatMap((reidentification) =>
            [false, true].map((pauses) => platform('reidentificationBegun', { reidentification, pauses })),
          )
        : []),
      ...(rests(context) || tax !== undefined
        ? [
            by('contractor', contractor)('declareTaxStatus', declared),
            by('contractor', contractor)('declareTaxStatus', { ...declared, until: addCalendarDays(civilDate(at), 60) }),
          ]
        : []),
      // Besides a sanction too.
      ...(rests({ ...context, sanction: undefined }) && appeal === undefined
        ? [
            own('proveIdentity', { what: text('what'), kinds: ['identity'], terms: groundTerms }),
            own('changeDetails', { details: text('details'), email: 'named' }),
            own('signActs', { required: true }),
            own('setRequisites', { requisites: text('requisites'), acting: context.kind === 'company' ? ['person-owner'] : [] }),
            own('setRequisites', { requisites: text('requisites'), acting: ['person-of-nobody'] }),
            own('addMember', { ...member, ...invitation, by: 'person-owner', terms: { ...groundTerms, days: 7, most: 20 } }),
            first('verify', {
              what: text('what'),
              kinds: ['identity'],
              terms: groundTerms,
            }),
          ]
        : []),
      ...(rests(context)
        ? [
            first('suspend', { ground: 'complaints', terms: groundTerms, reasons }),
            own('signActs', { required: false }),
            own('showOffer', { revision: revisions.second }),
            own('declineOffer', { revision: revisions.second }),
          ]
        : []),
    ];
  },

  abstraction: ({
    kind,
    customer,
    contractor,
    members,
    offer,
    shown,
    declined,
    reported,
    verification,
    reidentifications,
    invitations,
    sanction,
    appeal,
    tax,
    proof,
    confirmedEmail,
    newEmail,
    signsActs,
    payoutDetails,
    knowsOfDetails,
  }) => [
    payoutDetails?.coming === undefined,
    knowsOfDetails === undefined,
    confirmedEmail === undefined,
    newEmail === undefined,
    kind,
    signsActs === true,
    customer === undefined,
    contractor === undefined,
    Object.keys(members ?? {}).length,
    offer === undefined,
    shown === undefined,
    declined === undefined,
    reported,
    Object.entries(reidentifications ?? {}).toSorted(),
    Object.keys(invitations ?? {}).length,
    verification === undefined,
    sanction?.final,
    appeal === undefined ? 'none' : [appeal.refusal !== undefined, appeal.late],
    tax?.until === undefined,
    proof === undefined,
  ],
};
