/** Commands of an account with valid input, for walks through its chart. */

import type { AccountContext, GroundTerms, Registration, StaffRole } from '../../../charts/account/types.ts';
import type { ChartEvent, Party } from '../../../charts/law.ts';
import { addCalendarDays, civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';
import { accounts, calendar, text } from './task.ts';

/** Three members of the operator's staff. */
export const staff = { first: accounts.operator as string, second: 'account-operator-second', third: 'account-operator-third' };

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
const rests = ({ sanction, reported, reidentification, verification, shown, declined, members, tax }: AccountContext): boolean =>
  !reported &&
  [sanction, reidentification, verification, shown, declined, tax].every((each) => each === undefined) &&
  Object.keys(members).length === 1;

export const accountExamples: Examples<AccountContext> = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(context, at) {
    const by = (party: Party, actor: string | undefined) => (type: string, input: object) =>
      ({ type, by: party, at, input: { ...input, calendar }, ...(actor !== undefined && { actor }) }) as ChartEvent;
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
    const { customer, contractor, sanction, appeal, verification, reidentification, reported, tax } = context;
    const own = by(customer === undefined ? 'contractor' : 'customer', context.id);
    const reasons = text('reasons');
    const proposed = { account: staff.first };
    const member = { person: 'person-member', roles: ['manager'] };
    const declared = { status: 'selfEmployed', evidence: text('evidence'), reminderDays: 14 };
    const session = { device: 'device', how: 'code', ended: 1 };
    // Nothing else of an account depends on it.
    if (context.signsActs) return [own('signActs', { required: true }), own('signActs', { required: false })];
    return [
      platform('loggedIn', { ...session, isNew: true }),
      platform('loggedIn', { ...session, isNew: false }),
      platform('loggedOut', { ended: 1 }),
      platform('deviceAuthorised', { device: 'device' }),
      platform('deviceRevoked', { device: 'device' }),
      platform('passwordSet', {}),
      // A day, like the end of a tax status: checks mix the inputs of all events.
      platform('lockedOut', { until: addCalendarDays(civilDate(at), 1) }),

      own('changeDetails', { details: text('details') }),
      own('changeDetails', { details: text('details'), emailChanged: true }),
      by('contractor', contractor)('describe', { profile: text('profile') }),
      own('changeMember', member),
      own('removeMember', member),
      first('setStaffRoles', { staff: ['finance'] }),
      platform('verificationOver', { child: verification, became: 'approved', kinds: ['taxStatus'] }),
      platform('verificationOver', { child: verification, became: 'approved', kinds: ['identity'] }),
      platform('identityClaimed', {}),
      platform('identityDisplaced', {}),
      ...(rests(context) ? [own('changeIdentifier', { identifier: '1'.repeat(64) }), first('withdrawIdentity', { reasons })] : []),

      own('acceptOffer', accepting(revisions.first, context)),
      own('acceptOffer', accepting(revisions.second, context)),
      platform('consent', { acceptance: 'acceptance-by-conduct', revision: revisions.second, act: 'POST /v1/tasks' }),

      first('restoreAccess', { reasons }),
      platform('identityShown', { child: reidentification }),
      platform('reidentificationOver', { child: reidentification, became: 'done' }),
      platform('reidentificationOver', { child: reidentification, became: 'refused' }),

      first('confirmTaxStatus', {}),
      first('refuseTaxStatus', { reasons }),

      first('lift', { reasons }),
      own('appeal', { reasons }),
      ...[first, third].flatMap((decider) => [decider('grantAppeal', { reasons }), decider('refuseAppeal', { reasons })]),
      second('terminate', { ground: 'fraud', terms: { ...groundTerms, stopsMoney: true }, reasons, order: text('order'), proposed }),
      own('close', { running: 0 }),
      own('close', { running: 1 }),
      first('close', { running: 0 }),

      // During a re-identification a report of access is the most important event. After a report, the next step is a re-identification.
      ...(rests(context) || reidentification !== undefined ? [own('reportAccess', { reasons }), first('reportAccess', { reasons })] : []),
      ...(rests(context) || (reported && reidentification === undefined)
        ? (['documents', 'device'] as const).map((proof) =>
            platform('reidentify', { person: 'person-owner', number: text('number'), proof, terms: groundTerms }),
          )
        : []),
      ...(rests(context) || tax !== undefined
        ? [
            by('contractor', contractor)('declareTaxStatus', declared),
            by('contractor', contractor)('declareTaxStatus', { ...declared, until: addCalendarDays(civilDate(at), 60) }),
          ]
        : []),
      ...(rests(context) || (sanction !== undefined && appeal === undefined)
        ? [
            own('addMember', member),
            own('proveIdentity', { what: text('what'), kinds: ['identity'], terms: groundTerms }),
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
            own('signActs', { required: true }),
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
    reidentification,
    identityShown,
    sanction,
    appeal,
    tax,
    proof,
    signsActs,
  }) => [
    kind,
    signsActs === true,
    customer === undefined,
    contractor === undefined,
    Object.keys(members ?? {}).length,
    offer === undefined,
    shown === undefined,
    declined === undefined,
    reported,
    identityShown,
    verification === undefined,
    reidentification === undefined,
    sanction?.final,
    appeal === undefined ? 'none' : [appeal.refusal !== undefined, appeal.late],
    tax?.until === undefined,
    proof === undefined,
  ],
};
