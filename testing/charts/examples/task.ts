/** Commands of a task with valid input, for walks through its chart. */
import type { ChartEvent, ErasableRef } from '../../../charts/law.ts';
import type { MessagesNoted } from '../../../charts/messages-noted.ts';
import { disputed } from '../../../charts/task/claims.ts';
import { undisputed } from '../../../charts/task/money.ts';
import { FINALS } from '../../../charts/task/regions.ts';
import type { PostInput, TaskContext, TaskTerms } from '../../../charts/task/types.ts';
import { totalOf } from '../../../rules/work-lines.ts';
import type { Calendar } from '../../../rules/working-days.ts';
import { civilDate } from '../../../rules/working-days.ts';
import type { Examples } from '../state-space.ts';

const HOUR = 3_600_000;
const later = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();

/** The days off of 2026 and 2027 that matter to the examples. */
export const calendar: Calendar = {
  from: '2026-01-01',
  until: '2027-12-31',
  off: ['2026-05-01', '2026-05-07', '2026-05-11', '2026-05-27', '2026-07-06', '2026-10-26', '2026-12-16', '2027-01-01', '2027-01-04'],
  working: [],
};

export const text = (name: string): ErasableRef => ({ text: name, hash: '0'.repeat(64) });

/** What is noted of the messages of a thread. */
export const noted: MessagesNoted = { from: 'thread/one', seq: 3, hash: '0'.repeat(64), messages: 2 };

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
  openReminderWorkingDays: [2, 4],
  lateNoticeHours: 0.5,
  funding: 'none',
  fundWorkingDays: 2,
  holdDays: 120,
  briefHours: 12,
  cancelCost: 1_000,
  cancelCostOfWork: 5_000,
  earlyStart: true,
  graceShare: 2_500,
  departures: [],
  holdPatienceDays: 10,
  reviewDays: 7,
  review: { reminderHours: 48, replyDays: 14 },
  debt: {
    openReminderWorkingDays: [2, 4],
    mostPayments: 100,
    payDays: 10,
    reminderDaysBefore: [3, 1],
    overdueReminderDays: [1, 7, 30],
    answerWorkingDays: 5,
    answerReminderWorkingDays: [3],
  },
  fee: {
    rate: 500,
    minimum: 0,
    maximum: 1_000_000_000_000,
    openReminderWorkingDays: [2, 4],
    payWorkingDays: 5,
    reminderWorkingDays: [3],
    penalty: { perDayBasisPoints: 10, capBasisPoints: 1_000, capBase: 'initial', firstDay: 1, paidFirst: 'principal' },
  },
};

/** A task for 15 000 tenge, posted at a moment: the work starts two days later and takes eight hours. */
export const posting = (at: string, given: Partial<PostInput> = {}): PostInput => ({
  wording: text('wording'),
  lines: [{ unit: 'hour', quantity: '5', unitPrice: '300000' }],
  startAt: later(at, 48),
  dueAt: later(at, 56),
  payment: 'direct',
  match: 'first-come',
  invited: [],
  terms,
  id: 'example',
  acceptance: 'acceptance-customer',
  ...given,
});

const [customer, first, second, operator] = ['account-customer', 'account-first', 'account-second', 'account-operator'];
export const accounts = { customer, first, second, operator };

const postings = (at: string): PostInput[] => [
  posting(at, { match: 'invited', invited: [first, second] }),
  posting(at, { terms: { ...terms, silence: 'approved', earlyStart: false }, acceptBy: later(at, 40) }),
  posting(at, { match: 'choice', terms: { ...terms, silence: 'one-sided' } }),
  posting(at, { payment: 'platform', terms: { ...terms, reworkRounds: 0 } }),
  posting(at, { payment: 'platform', hazards: 'hazards', terms: { ...terms, funding: 'hold', paper: 'signed-contract', cancelCost: 0 } }),
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

/** Proposals, holds and claims are walked separately: combined with everything else the walk would never end. */
const answersToProposals = ({ context: { version, numbers }, asCustomer, asContractor }: Voices): ChartEvent[] =>
  [asCustomer, asContractor].flatMap((say) => [
    say('acceptAmendment', { version, proposal: numbers.proposal, calendar }),
    say('declineAmendment', { proposal: numbers.proposal }),
    say('acceptCancel', { proposal: numbers.proposal, calendar }),
    say('declineCancel', { proposal: numbers.proposal }),
  ]);

const proposals = ({ context, at, asCustomer, asContractor }: Voices): ChartEvent[] => {
  const { version } = context;
  const { payment: _, match: __, invited: ___, terms: ____, id: _____, acceptance: ______, ...work } = posting(at);
  // Longer than the patience with a hold, and than the reminders of a start that was missed: an answer may come until then.
  const { graceUntil } = context.deadlines;
  const startAt = [later(at, 1_000), later(graceUntil ?? context.work.dueAt, 300)].sort().at(-1) ?? at;
  const dueAt = later(startAt, 8);
  const lines = (quantity: string) => [{ id: 1, unit: 'hour', quantity, unitPrice: '300000' }];
  const hours = (quantity: string, price: string) => ({ ...work, startAt, lines: lines(quantity), price });
  return [
    asCustomer('amend', { ...hours('4', '1200000'), dueAt, version }),
    asContractor('amend', { ...hours('6', '1800000'), dueAt, version }),
    // New hazards once, with nothing else under way.
    ...((context.match === 'invited' || context.work.hazards !== undefined) &&
    context.rounds === 0 &&
    context.approved === '0' &&
    context.submission === undefined
      ? [asCustomer('amend', { ...hours('4', '1200000'), hazards: 'others', dueAt, version })]
      : []),
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

/**
 * A suspension for suspicion of laundering also stops payments through the platform. Here it comes before the payment; in the walk of the money it
 * comes everywhere.
 */
const stops = ({ context, asPlatform }: Pick<Voices, 'context' | 'asPlatform'>): ChartEvent[] =>
  context.terms.funding === 'none' || context.passed.length > 0
    ? []
    : [asPlatform('partySuspended', { account: customer, stopsMoney: true })];

/** Captured money then waits. */
const stopsOfCapture = ({ context: { underWay, captured, payout }, asPlatform }: Voices): ChartEvent[] =>
  underWay !== '0' && captured === undefined && payout === undefined
    ? [asPlatform('partySuspended', { account: customer, stopsMoney: true })]
    : [];

const endsOfHolds = ({ context, asCustomer, asContractor, asPlatform }: Voices): ChartEvent[] => [
  asContractor('resumeWork', {}),
  asContractor('acknowledge', { briefing: context.numbers.briefing }),
  asCustomer('brief', { note: reasons }),
  ...[asCustomer, asContractor].flatMap((say) => [
    say('admitForceMajeure', { notice: context.numbers.notice }),
    say('contestForceMajeure', { notice: context.numbers.notice, reasons }),
    say('endForceMajeure', {}),
    say('giveUp', { reasons, calendar }),
  ]),
  asPlatform('partyReinstated', { account: context.contractor, calendar }),
  asPlatform('partyReinstated', { account: customer, calendar }),
];

/** The price that the customer named, if nobody changed it. */
const PRICE = '1500000';
const ONE_HOUR = '300000';

/**
 * Claims about sums are walked at one price. The submission is the whole work or its first hour, and nothing was accepted, paid or decided before.
 */
const isFirstClaim = ({ handedIn, work, approved, compensation, paid, reported }: TaskContext): boolean =>
  work.price === PRICE &&
  (handedIn === undefined || ([PRICE, ONE_HOUR].includes(handedIn.amount) && handedIn.decided === undefined)) &&
  [approved, compensation, paid].every((each) => each === '0') &&
  reported === undefined;

/** Some deals have a dispute about the price of the first submission: before its acceptance, or after all of it was accepted and nothing paid. */
const mayDisputePrice = (context: TaskContext): boolean => {
  const { handedIn, approved, work, rounds, match, payment, paid, reported, funds, underWay, due } = context;
  if (handedIn === undefined || handedIn.decided !== undefined || rounds > 0 || (match !== 'invited' && payment !== 'platform'))
    return false;
  if (!isSettling(context)) return isFirstClaim(context) && Object.values(context.claims).every(({ about }) => about === 'ending');
  return (
    [handedIn.amount, approved, due, work.price].every((each) => each === PRICE) &&
    [paid, underWay].every((each) => each === '0') &&
    reported === undefined &&
    funds === undefined &&
    Object.keys(context.claims).length === 0
  );
};

/** The contractor may claim the price of refused work before it is done again. */
const mayClaimRefused = (context: TaskContext): boolean => {
  const { handedIn, rounds, match, submission, claims } = context;
  const isRefused = handedIn !== undefined && submission === undefined && rounds === 1;
  return isRefused && match === 'invited' && isFirstClaim(context) && Object.keys(claims).length === 0 && !isSettling(context);
};

const mayClaimEnding = (context: TaskContext): boolean =>
  context.match === 'invited' &&
  context.rounds === 0 &&
  isFirstClaim(context) &&
  !isSettling(context) &&
  Object.keys(context.claims).length === 0;

/** At most two claims at once: the customer's about the price, and the contractor's about the ending, or about damages if nothing runs. */
const claimsOf = ({ context, asCustomer, asContractor }: Voices): ChartEvent[] => {
  const { claims, handedIn } = context;
  const abouts = Object.values(claims).map(({ about }) => about);
  const price = { about: 'price', submission: handedIn?.number, amount: handedIn && String(BigInt(handedIn.amount) / 2n) };
  return [
    ...(mayDisputePrice(context) ? [asCustomer('claim', { demand: reasons, ...price, terms: {} })] : []),
    ...(mayClaimEnding(context) ? [asContractor('claim', { demand: reasons, about: 'ending', amount: '1000000', terms: {} })] : []),
    // Besides one that outlasts the deal.
    ...(abouts.length === 1 && abouts[0] === 'price' && isSettling(context) && context.paid === context.due
      ? [asContractor('claim', { demand: reasons, about: 'conduct', terms: {} })]
      : []),
    // For work that was refused once.
    ...(abouts.length === 0 && mayClaimRefused(context)
      ? [asContractor('claim', { demand: reasons, ...price, amount: handedIn?.amount, terms: {} })]
      : []),
    ...(abouts.length > 0 || context.match !== 'choice' || isSettling(context)
      ? []
      : [
          asCustomer('claim', { demand: reasons, about: 'damages', amount: '9000000', sums: ['9000000'], calculation: reasons, terms: {} }),
        ]),
  ].slice(0, 2 - abouts.length);
};

const endsOfClaims = ({ context, asPlatform }: Voices): ChartEvent[] =>
  Object.entries(context.claims).flatMap(([child, { about, claimant, amount = '0', admitted }]) => {
    // The contractor usually wins a claim for refused work: more than the cost of leaving.
    const some = String((BigInt(amount) * (about === 'price' && claimant === 'contractor' ? 4n : 2n)) / 5n);
    const rest = String(BigInt(amount) - BigInt(some));
    return [
      ...(about === 'price' && admitted === undefined ? [asPlatform('claimAdmitted', { child, amount: some, calendar })] : []),
      asPlatform('claimSettled', { child, toContractor: some, toCustomer: rest, calendar }),
      // What was admitted stands.
      ...(claimant === 'contractor' && admitted !== undefined
        ? []
        : [asPlatform('claimSettled', { child, toContractor: '0', toCustomer: amount, calendar })]),
      asPlatform('claimDropped', { child, calendar }),
      asPlatform('claimCertified', { child, calendar }),
    ];
  });

const beforeAcceptance = ({ at, context, asCustomer, asOperator, asPlatform }: Voices): ChartEvent[] => {
  const { version } = context;
  const { payment: _, match: __, invited: ___, terms: ____, id: _____, acceptance: ______, ...work } = posting(at);
  return [
    ...postings(at).map((input) => asCustomer('post', input)),
    // Nothing changes by it, so it is tried in one place.
    ...(version === 1 && Object.keys(context.responses).length === 0 ? [asPlatform('messagesNoted', noted)] : []),
    asCustomer('change', { ...work, version }),
    asCustomer('withdraw', {}),
    asOperator('block', { reasons }),
    ...[first, second].flatMap((account) => {
      const say: Said = (type, input) => ({ type, by: 'contractor', actor: account, at, input });
      const acceptance = `acceptance-${account}`;
      return [
        say('respond', { version, price: '1400000' }),
        say('retract', {}),
        asCustomer('choose', { version, contractor: account, response: context.responses[account]?.number }),
        say('accept', { version, calendar, acceptance }),
        say('decline', {}),
      ];
    }),
  ];
};

const work = (voices: Voices): ChartEvent[] => [...ofWork(voices), ...directPayments(voices)];

/** The id of a paper that a party brings. */
const PAPER = '7c1f0f4e-2a64-4a0b-9b6e-0d7d5a3f4c11';

const ofWork = ({ context, asCustomer, asContractor, asPlatform }: Voices): ChartEvent[] => [
  asContractor('signAgain', { calendar }),
  asCustomer('fund', { calendar }),
  asCustomer('brief', { note: reasons }),
  asContractor('acknowledge', { briefing: context.numbers.briefing, calendar }),
  asContractor('start', {}),
  asCustomer('allowEarlyStart', {}),
  asCustomer('giveUp', { reasons, calendar }),
  asContractor('giveUp', { reasons, calendar }),
  asCustomer('cancel', { reasons, calendar }),
  asContractor('resign', { reasons, calendar }),
  asContractor('submit', { calendar }),
  asContractor('submit', { calendar, parts: [{ line: 1, quantity: '1' }] }),
  asCustomer('approve', { submission: context.numbers.submission, calendar }),
  asCustomer('approvePart', { submission: context.numbers.submission, parts, rest: 'drop', reasons, calendar }),
  asCustomer('approvePart', { submission: context.numbers.submission, parts, rest: 'rework', reasons, calendar }),
  asCustomer('refuse', { submission: context.numbers.submission, calendar, reasons }),
  asCustomer('pay', { calendar }),
  asCustomer('setAddress', { address: reasons }),
  ...[asCustomer, asContractor].map((say) =>
    say('sendPaper', {
      ...{ id: PAPER, title: reasons, document: { kind: 'own-paper', sha256: 'a'.repeat(64) } },
      ...{ signers: ['customer', 'contractor'], ways: { customer: ['account'], contractor: ['account'] }, calendar },
    }),
  ),
  ...['partySigned', 'signed', 'signingRefused', 'signingExpired'].map((type) => asPlatform(type, { child: context.signing, calendar })),
  ...(context.funds === undefined ? [] : reportsOnFunds(context, asPlatform)),
  asPlatform('paidOut', { child: context.payout, amount: context.underWay, calendar }),
  asPlatform('paidOut', { child: 'payout/earlier', amount: '1', calendar }),
  asPlatform('payoutReturned', { child: 'payout', amount: '1', calendar }),
  asPlatform('payoutRefused', { child: 'payout', amount: '1', calendar }),
  ...takenBack(context, asPlatform),
];

const isTakenWhole = ({ takenOfPayout, underWay }: TaskContext): boolean =>
  takenOfPayout !== undefined && BigInt(takenOfPayout) >= BigInt(underWay);

/** The bank takes all of what there is, or a tiyn of it: of a payout perhaps without its having heard of it. */
const takenBack = (context: TaskContext, asPlatform: Said): ChartEvent[] => {
  const { funds, source, payout, underWay } = context;
  const say = (child: string, kept: string, owed: string) =>
    asPlatform('paymentTakenBack', { child, kept, owed, returning: '0', calendar });
  return [
    ...(funds === undefined
      ? []
      : [say(funds.payment, funds.held, '0'), ...(BigInt(funds.held) > 1n ? [say(funds.payment, '1', '0')] : [])]),
    ...(source === undefined ? [] : [say(source, '0', underWay), ...(BigInt(underWay) > 1n ? [say(source, '0', '1')] : [])]),
    ...(payout === undefined ? [] : [asPlatform('payoutStopped', { child: payout, amount: underWay, left: '0', calendar })]),
    ...(isTakenWhole(context) ? [asPlatform('payoutStopped', { child: payout, amount: '0', left: underWay, calendar })] : []),
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
const isSettling = ({ deadlines }: TaskContext): boolean => deadlines.payBy !== undefined;
const isPaidInAdvance = (context: TaskContext): boolean => !isSettling(context) && (context.reported !== undefined || context.paid !== '0');

/** If a price or an ending is in dispute, or a price was, sums are walked separately. */
const isDisputed = ({ claims, handedIn, submission, progress, approved }: TaskContext): boolean =>
  handedIn?.decided !== undefined ||
  // A part was admitted to the customer.
  (submission !== undefined && submission.amount !== handedIn?.amount) ||
  totalOf(Object.values(progress)) !== approved ||
  Object.values(claims).some(({ about }) => about === 'price' || about === 'ending');

/** The commands that remain while the deal runs. */
const besideClaims = ({ context, asCustomer, asContractor }: Voices): ChartEvent[] => [
  asContractor('submit', { calendar }),
  asCustomer('approve', { submission: context.numbers.submission, calendar }),
  asCustomer('refuse', { submission: context.numbers.submission, calendar, reasons }),
  asCustomer('cancel', { reasons, calendar }),
  asContractor('resign', { reasons, calendar }),
];

const waitsForItsTime = ({ terms: agreed, mayStartEarly, deadlines, work: { startAt } }: TaskContext, at: string): boolean =>
  !agreed.earlyStart && mayStartEarly !== true && deadlines.startBy !== undefined && at < startAt;

/** What is still to be paid, in tiyn; before anything is due, the price. */
const outstanding = (context: TaskContext): bigint => BigInt(isSettling(context) ? context.due : context.work.price) - BigInt(context.paid);

/** Payments in advance are walked with nothing else under way. */
const directPayments = ({ at, context, asCustomer, asContractor }: Voices): ChartEvent[] => {
  const { match, rounds, approved, claims, holds } = context;
  // Always less than everything, whatever was paid before.
  const some = String(outstanding(context) / 2n);
  const alone =
    match === 'invited' && rounds === 0 && approved === '0' && lastingOf(holds).length === 0 && Object.keys(claims).length === 0;
  if (!alone && !isSettling(context)) return [];
  const isWhole = isDisputed(context) || context.due !== context.approved;
  const named = context.reported === undefined ? {} : { report: context.numbers.report };
  return [
    ...(isWhole ? [] : [asCustomer('report', { calendar, amount: some, paidOn: civilDate(at) })]),
    asCustomer('report', { calendar, paidOn: civilDate(at) }),
    ...(isWhole ? [] : [asContractor('confirm', { amount: some, ...named, calendar })]),
    asContractor('confirm', { ...named, calendar }),
    asContractor('deny', { report: context.numbers.report, calendar, reasons }),
  ];
};

const amountOf = ({ due, paid, work: { price } }: TaskContext, type: string): string =>
  type === 'paymentHeld' ? price : String(BigInt(due) - BigInt(paid));

/** If a sum is or was in dispute, every sum counts. */
const sumsInDispute = (context: TaskContext): unknown => {
  const { claims, handedIn, work, progress, approved, due, paid, reported, compensation, leaving, owedBeside } = context;
  if (!isDisputed(context)) return false;
  // What is still to be paid is told apart anyhow, and nothing of it can be claimed again.
  if (isSettling(context) && Object.keys(claims).length === 0) return true;
  return [
    Object.values(claims).map(({ submission, ...claim }) => [claim, submission === handedIn?.number]),
    [work.price, approved, due, paid, reported, compensation, leaving, owedBeside, progress],
    handedIn && [handedIn.amount, handedIn.accepted, handedIn.rest, handedIn.decided, context.submission?.amount],
  ];
};

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
    // The wait for the agreed time is walked separately.
    if (waitsForItsTime(context, at))
      return [
        voices.asCustomer('allowEarlyStart', {}),
        voices.asContractor('start', {}),
        voices.asCustomer('giveUp', { reasons, calendar }),
      ];
    if (context.work.hazards === 'others') return [...(isSettling(context) ? work(voices) : ofWork(voices)), ...endsOfHolds(voices)];
    if (isPaidInAdvance(context)) return work(voices);
    const settling = isSettling(context);
    const lasting = lastingOf(context.holds);
    if (lasting.length > 0) {
      const signs = lasting.some(({ stopsMoney }) => stopsMoney) ? [voices.asPlatform('signed', { child: context.signing, calendar })] : [];
      return [...endsOfHolds(voices), ...(settling ? work(voices) : signs)];
    }
    if (isDisputed(context) && !settling) return [...besideClaims(voices), ...endsOfClaims(voices), ...claimsOf(voices)];
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
    const {
      claims,
      holds,
      amendment,
      cancellation,
      submission,
      approved,
      passed,
      funds,
      heldTooLong,
      payout,
      underWay,
      captured,
      work,
      handedIn,
    } = context;
    const isIn = (...stages: string[]): boolean => stages.some((stage) => states.some((id) => id.startsWith(`task.progress.${stage}`)));
    const always = [Object.values(claims).map(({ about }) => about), sumsInDispute(context), isIn(...FINALS)];
    if (isIn(...FINALS)) return always;
    const current = Object.keys(responses).filter((account) => responses[account]?.version === version);
    // What remains to be paid if the deal ends now.
    const rest = BigInt(isIn('settling') ? due : approved) - BigInt(paid);
    return [
      ...always,
      payment,
      isIn('new', 'posted') && [match, version > 1, Object.keys(responses), current, invited, chosen],
      !isIn('settling') && [agreed?.paper, agreed?.silence, approved !== '0', paid !== '0' && Math.sign(Number(rest))],
      isIn('agreed') && passed,
      // Until the agreed time has come.
      isIn('agreed') && agreed?.earlyStart === false && [context.mayStartEarly],
      isIn('settling') ? work?.hazards === 'others' : [work?.hazards, amendment?.work.hazards],
      isIn('executing', 'review') && [rounds, submission && !submission.all],
      // What a claim about the price may demand.
      contractor !== undefined && [
        mayDisputePrice(context),
        mayClaimRefused(context),
        mayClaimEnding(context),
        !isIn('settling') &&
          approved === '0' && [work.price === PRICE, work.price === PRICE && handedIn && [PRICE, ONE_HOUR].indexOf(handedIn.amount)],
        (rounds === 0 || disputed(context) > 0n) &&
          (match === 'invited' || payment === 'platform') &&
          handedIn && [rounds === 0, handedIn.amount === work.price, approved === work.price],
      ],
      isIn('settling') && [disputed(context) > 0n, Math.sign(Number(undisputed(context))), due === approved],
      isIn('settling') && BigInt(approved) > BigInt(context.charged),
      isIn('settling') && rounds === 0 && [work.price, handedIn?.amount, approved, due].every((each) => each === PRICE),
      isIn('settling') && [payout === undefined, underWay !== '0', captured === undefined, context.ending],
      isIn('settling') && isTakenWhole(context),
      paid !== '0',
      reported === undefined ? 'none' : [BigInt(reported) < rest, BigInt(reported) === rest],
      rest > 0n,
      isIn('settling') || contractor === undefined || outstanding(context) > 0n,
      funds === undefined ? 'none' : [funds.returning, funds.held === '0', BigInt(funds.held) > 1n],
      lastingOf(holds).map(({ kind, party, admitted, stopsMoney, unbriefed }) => [kind, party, admitted, stopsMoney, unbriefed]),
      heldTooLong,
      [amendment?.by, cancellation?.by],
    ];
  },
};
