/** Commands of a task with input that fits: for walks through its chart. */

import type { ChartEvent, ErasableRef } from '../../../charts/law.ts';
import { FINALS } from '../../../charts/task/regions.ts';
import type { PostInput, TaskContext, TaskTerms } from '../../../charts/task/types.ts';
import type { Calendar } from '../../../rules/working-days.ts';
import { civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';

const HOUR = 3_600_000;
const later = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();

/** The days off of 2026 and 2027 that the examples come across. */
export const calendar: Calendar = {
  from: '2026-01-01',
  until: '2027-12-31',
  off: ['2026-05-01', '2026-05-07', '2026-05-11', '2026-05-27', '2026-07-06', '2026-10-26', '2026-12-16', '2027-01-01', '2027-01-04'],
  working: [],
};

export const text = (name: string): ErasableRef => ({ text: name, hash: '0'.repeat(64) });

export const terms: TaskTerms = {
  horizonDays: 365,
  acceptDays: 7,
  acceptReminderHours: 24,
  startReminderHours: 2,
  startGraceHours: 1,
  dueReminderHours: 3,
  overdueGraceHours: 24,
  reviewWorkingDays: 3,
  reviewReminderWorkingDays: [1, 2],
  silence: 'claim',
  reworkRounds: 1,
  reworkWorkingDays: 2,
  payWorkingDays: 5,
  payReminderWorkingDays: [3],
  confirmWorkingDays: 2,
  pricedResponses: true,
  paper: 'order',
  signWorkingDays: 2,
  signReminderWorkingDays: [1],
  funding: 'none',
  fundWorkingDays: 2,
  holdDays: 30,
  briefHours: 12,
  cancelCost: 1_000,
  cancelCostOfWork: 5_000,
  holdPatienceDays: 10,
  reviewDays: 7,
  review: { reminderHours: 48, replyDays: 14 },
  fee: {
    rate: 500,
    payWorkingDays: 5,
    reminderWorkingDays: [3],
    penalty: { perDayBasisPoints: 10, capBasisPoints: 1_000, capBase: 'initial', firstDay: 1, paidFirst: 'principal' },
  },
};

/** A task for 15 000 tenge, posted at a moment: the work starts two days later and takes eight hours. */
export const posting = (at: string, given: Partial<PostInput> = {}): PostInput => ({
  wording: text('wording'),
  lines: [{ unit: 'hour', quantity: '5', unitPrice: '300000' }],
  price: '1500000',
  startAt: later(at, 48),
  dueAt: later(at, 56),
  payment: 'direct',
  match: 'first-come',
  invited: [],
  terms,
  id: 'example',
  hazardous: false,
  acceptance: 'acceptance-customer',
  ...given,
});

const [customer, first, second, operator] = ['account-customer', 'account-first', 'account-second', 'account-operator'];
export const accounts = { customer, first, second, operator };

const postings = (at: string): PostInput[] => [
  posting(at, { match: 'invited', invited: [first, second] }),
  posting(at, { terms: { ...terms, silence: 'approved' }, acceptBy: later(at, 40) }),
  posting(at, { match: 'choice', terms: { ...terms, silence: 'one-sided' } }),
  posting(at, { payment: 'platform', terms: { ...terms, reworkRounds: 0 } }),
  posting(at, { payment: 'platform', hazardous: true, terms: { ...terms, funding: 'hold', paper: 'signed-contract', cancelCost: 0 } }),
];

type Said = (type: string, input: object) => ChartEvent;
interface Voices {
  at: string;
  context: TaskContext;
  asCustomer: Said;
  asContractor: Said;
  asOperator: Said;
  asPlatform: Said;
}

const reasons = text('reasons');
const parts = [{ line: 1, quantity: '0.1' }];

/** What is proposed, held or claimed is walked by itself: with everything else beside it the walk would have no end. */
const answersToProposals = ({ context: { version }, asCustomer, asContractor }: Voices): ChartEvent[] =>
  [asCustomer, asContractor].flatMap((say) => [
    say('acceptAmendment', { version, calendar }),
    say('declineAmendment', {}),
    say('acceptCancel', { calendar }),
    say('declineCancel', {}),
  ]);

const proposals = ({ context: { version }, at, asCustomer, asContractor }: Voices): ChartEvent[] => {
  const { payment: _, match: __, invited: ___, terms: ____, id: _____, hazardous: ______, acceptance: _______, ...work } = posting(at);
  const hours = (quantity: string, price: string) => ({ ...work, lines: [{ unit: 'hour', quantity, unitPrice: '300000' }], price });
  return [
    asCustomer('amend', { ...hours('4', '1200000'), dueAt: later(at, 90), version }),
    asContractor('amend', { ...hours('6', '1800000'), dueAt: later(at, 90), version }),
    asCustomer('proposeCancel', { reasons, amount: '100000' }),
    asContractor('proposeCancel', { reasons }),
  ];
};

const beginningsOfHolds = ({ context, asCustomer, asContractor, asPlatform }: Voices): ChartEvent[] => [
  asContractor('stopWork', { reasons }),
  asCustomer('reportRisk', { note: reasons }),
  asContractor('reportNoAccess', { reasons }),
  asCustomer('reportForceMajeure', { evidence: reasons }),
  asContractor('reportForceMajeure', { evidence: reasons }),
  asPlatform('partySuspended', { account: context.contractor }),
  asPlatform('partySuspended', { account: customer }),
  ...stops({ context, asPlatform }),
];

/** On suspicion of laundering what goes through the platform stops too: here before it is paid in, and everywhere in the walk of the money. */
const stops = ({ context, asPlatform }: Pick<Voices, 'context' | 'asPlatform'>): ChartEvent[] =>
  context.terms.funding === 'none' || context.passed.length > 0
    ? []
    : [asPlatform('partySuspended', { account: customer, stopsMoney: true })];

/** What was captured then waits. */
const stopsOfCapture = ({ context: { underWay, captured, payout }, asPlatform }: Voices): ChartEvent[] =>
  underWay !== '0' && captured === undefined && payout === undefined
    ? [asPlatform('partySuspended', { account: customer, stopsMoney: true })]
    : [];

const endsOfHolds = ({ context, asCustomer, asContractor, asPlatform }: Voices): ChartEvent[] => [
  asContractor('resumeWork', {}),
  asContractor('acknowledge', {}),
  ...[asCustomer, asContractor].flatMap((say) => [
    say('admitForceMajeure', {}),
    say('contestForceMajeure', { reasons }),
    say('endForceMajeure', {}),
    say('giveUp', { reasons, calendar }),
  ]),
  asPlatform('partyReinstated', { account: context.contractor, calendar }),
  asPlatform('partyReinstated', { account: customer, calendar }),
];

/** At most two at once. */
const claimsOf = ({ context: { claims }, asCustomer, asContractor }: Voices): ChartEvent[] =>
  [asCustomer('claim', { demand: reasons, amount: '500000', terms: {} }), asContractor('claim', { demand: reasons, terms: {} })].slice(
    0,
    2 - Object.keys(claims).length,
  );

const endsOfClaims = ({ context, asPlatform }: Voices): ChartEvent[] =>
  Object.keys(context.claims).flatMap((child) => [
    asPlatform('claimSettled', { child, toContractor: '200000', toCustomer: '300000', calendar }),
    asPlatform('claimSettled', { child, toContractor: '0', toCustomer: context.work.price, calendar }),
    asPlatform('claimDropped', { child, calendar }),
    asPlatform('claimCertified', { child, calendar }),
  ]);

const beforeAcceptance = ({ at, context: { version }, asCustomer, asOperator }: Voices): ChartEvent[] => {
  const { payment: _, match: __, invited: ___, terms: ____, id: _____, hazardous: ______, acceptance: _______, ...work } = posting(at);
  return [
    ...postings(at).map((input) => asCustomer('post', input)),
    asCustomer('change', { ...work, version }),
    asCustomer('withdraw', {}),
    asOperator('block', { reasons }),
    ...[first, second].flatMap((account) => {
      const say: Said = (type, input) => ({ type, by: 'contractor', actor: account, at, input });
      const acceptance = `acceptance-${account}`;
      return [
        say('respond', { version, price: '1400000' }),
        say('retract', {}),
        asCustomer('choose', { version, contractor: account }),
        say('accept', { version, calendar, acceptance }),
        say('decline', {}),
      ];
    }),
  ];
};

const work = (voices: Voices): ChartEvent[] => [...ofWork(voices), ...directPayments(voices)];

const ofWork = ({ context, asCustomer, asContractor, asPlatform }: Voices): ChartEvent[] => [
  asContractor('signAgain', { calendar }),
  asCustomer('fund', { calendar }),
  asCustomer('brief', { note: reasons }),
  asContractor('acknowledge', { calendar }),
  asContractor('start', {}),
  asCustomer('giveUp', { reasons, calendar }),
  asContractor('giveUp', { reasons, calendar }),
  asCustomer('cancel', { reasons, calendar }),
  asContractor('resign', { reasons, calendar }),
  asContractor('submit', { calendar }),
  asContractor('submit', { calendar, parts: [{ line: 1, quantity: '1' }] }),
  asCustomer('approve', { calendar }),
  asCustomer('approvePart', { parts, rest: 'drop', reasons, calendar }),
  asCustomer('approvePart', { parts, rest: 'rework', reasons, calendar }),
  asCustomer('refuse', { calendar, reasons }),
  asCustomer('pay', { calendar }),
  ...['partySigned', 'signed', 'signingRefused', 'signingExpired'].map((type) => asPlatform(type, { child: context.signing, calendar })),
  ...(context.funds === undefined ? [] : reportsOnFunds(context, asPlatform)),
  asPlatform('paidOut', { child: context.payout, amount: context.underWay, calendar }),
  asPlatform('paidOut', { child: 'payout/earlier', amount: '1', calendar }),
  asPlatform('payoutReturned', { child: 'payout', amount: '1', calendar }),
  asPlatform('payoutRefused', { child: 'payout', amount: '1', calendar }),
  ...takenBack(context, asPlatform),
];

/** The bank takes all of what there is, or a tiyn of it. */
const takenBack = ({ funds, source, payout, underWay }: TaskContext, asPlatform: Said): ChartEvent[] => {
  const say = (child: string, kept: string, owed: string) =>
    asPlatform('paymentTakenBack', { child, kept, owed, returning: '0', calendar });
  return [
    ...(funds === undefined
      ? []
      : [say(funds.payment, funds.held, '0'), ...(BigInt(funds.held) > 1n ? [say(funds.payment, '1', '0')] : [])]),
    ...(source === undefined ? [] : [say(source, '0', underWay), ...(BigInt(underWay) > 1n ? [say(source, '0', '1')] : [])]),
    ...(payout === undefined ? [] : [asPlatform('payoutStopped', { child: payout, amount: underWay, left: '0', calendar })]),
  ];
};

const reportsOnFunds = (context: TaskContext, asPlatform: Said): ChartEvent[] => {
  const child = context.funds?.payment;
  const ofAmount = (type: string, more: object = {}) => asPlatform(type, { child, amount: amountOf(context, type), ...more, calendar });
  return [
    ...['paymentHeld', 'paymentCaptured', 'paymentFailed', 'paymentExpired', 'paymentCancelled', 'paymentRefunded'].map((type) =>
      ofAmount(type),
    ),
    ofAmount('paymentCaptured', { returning: '100000' }),
  ];
};

const lastingOf = (holds: TaskContext['holds']) => holds.filter(({ until }) => until === undefined);
const isSettling = ({ due, ending }: TaskContext): boolean => due !== '0' || ending === 'cancelled';
const isPaidInAdvance = (context: TaskContext): boolean => !isSettling(context) && (context.reported !== undefined || context.paid !== '0');

/** What is still to be paid, in tiyn: before anything is due, of the price. */
const outstanding = (context: TaskContext): bigint => BigInt(isSettling(context) ? context.due : context.work.price) - BigInt(context.paid);

/** Payments in advance are walked where nothing else is beside them. */
const directPayments = ({ at, context, asCustomer, asContractor }: Voices): ChartEvent[] => {
  const { match, rounds, approved, claims, holds } = context;
  // Always less than all, whatever was paid before.
  const some = String(outstanding(context) / 2n);
  const alone =
    match === 'invited' && rounds === 0 && approved === '0' && lastingOf(holds).length === 0 && Object.keys(claims).length === 0;
  if (!alone && !isSettling(context)) return [];
  return [
    asCustomer('report', { calendar, amount: some, paidOn: civilDate(at) }),
    asCustomer('report', { calendar, paidOn: civilDate(at) }),
    asContractor('confirm', { amount: some, calendar }),
    asContractor('confirm', { calendar }),
    asContractor('deny', { calendar, reasons }),
  ];
};

const amountOf = ({ due, paid, work: { price } }: TaskContext, type: string): string =>
  type === 'paymentHeld' ? price : String(BigInt(due) - BigInt(paid));

export const taskExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(given, at) {
    const context = given as TaskContext;
    const by =
      (party: 'customer' | 'contractor' | 'operator', actor: string | undefined): Said =>
      (type, input) => ({ type, by: party, at, input, ...(actor !== undefined && { actor }) });
    const voices: Voices = {
      at,
      context,
      asCustomer: by('customer', customer),
      asContractor: by('contractor', context.contractor),
      asOperator: by('operator', operator),
      asPlatform: (type, input) => ({ type, by: 'platform', at, input }),
    };
    if (context.contractor === undefined) return beforeAcceptance(voices);
    if (context.amendment !== undefined || context.cancellation !== undefined) return answersToProposals(voices);
    if (isPaidInAdvance(context)) return work(voices);
    const settling = isSettling(context);
    const lasting = lastingOf(context.holds);
    if (lasting.length > 0) {
      const signs = lasting.some(({ stopsMoney }) => stopsMoney) ? [voices.asPlatform('signed', { child: context.signing, calendar })] : [];
      return [...endsOfHolds(voices), ...(settling ? work(voices) : signs)];
    }
    if (Object.keys(context.claims).length > 0) return [...work(voices), ...endsOfClaims(voices), ...claimsOf(voices)];
    return [
      ...work(voices),
      ...(settling ? stopsOfCapture(voices) : [...proposals(voices), ...beginningsOfHolds(voices)]),
      ...claimsOf(voices),
    ];
  },

  abstraction(given, states) {
    const context = given as TaskContext;
    const { match, payment, terms: agreed, responses, invited, chosen, version, contractor, paid, reported, due, rounds } = context;
    const { claims, holds, amendment, cancellation, submission, approved, passed, funds, heldTooLong, payout, underWay, captured } =
      context;
    const isIn = (...stages: string[]): boolean => stages.some((stage) => states.some((id) => id.startsWith(`task.progress.${stage}`)));
    const always = [Object.keys(claims).length, isIn(...FINALS)];
    if (isIn(...FINALS)) return always;
    const current = Object.keys(responses).filter((account) => responses[account]?.version === version);
    const rest = BigInt(due) - BigInt(paid);
    return [
      ...always,
      payment,
      isIn('new', 'posted') && [match, version > 1, Object.keys(responses), current, invited, chosen],
      !isIn('settling') && [agreed?.paper, agreed?.silence, approved !== '0'],
      isIn('agreed') && passed,
      isIn('executing', 'review') && [rounds, submission && submission.parts !== undefined],
      isIn('settling') && [payout === undefined, underWay !== '0', captured === undefined, context.ending],
      paid !== '0',
      reported === undefined ? 'none' : [BigInt(reported) < rest, BigInt(reported) === rest],
      rest > 0n,
      isIn('settling') || contractor === undefined || outstanding(context) > 0n,
      funds === undefined ? 'none' : [funds.returning, funds.held === '0', BigInt(funds.held) > 1n],
      lastingOf(holds).map(({ kind, party, admitted, stopsMoney }) => [kind, party, admitted, stopsMoney]),
      heldTooLong,
      [amendment?.by, cancellation?.by],
    ];
  },
};
