import { lifeTypes } from './index.ts';
import type { NoticeClass, NoticeMessage } from './messages.ts';
import { classOf } from './messages.ts';

/**
 * Every notice, by who can cause it and what depends on it. Its SMS are counted with those of its class. A new template has to be put here: ask whether
 * somebody who has no deal with the reader can cause it as often as they like.
 */
const CLASSES: Record<NoticeClass, Partial<Record<keyof typeof lifeTypes, string>>> = {
  stranger: {
    account: 'locked-out email-refused invitation identity-claimed',
    alert: 'locked-out',
    reidentification: 'number-change-checked',
    thread: 'messages-from-customer messages-from-contractor',
    task: 'task-offered task-changed task-withdrawn task-responded response-retracted task-declined',
  },
  safety: {
    account:
      'logged-in-anew device-authorised device-revoked password-set second-factor-set second-factor-guessed access-reported act-signing-changed identifier-changed requisites-changed payout-details-set payout-details-withdrawn',
    alert: 'logged-in-anew device-authorised device-revoked password-set',
    reidentification: 'number-change-asked number-change-begins number-changed number-change-refused',
  },
  legal: {
    account:
      'registered members-changed details-changed payout-details-needed member-changed member-removed access-restored tariffs-change plan-offered plan-chosen account-suspended account-terminated account-reinstated appeal-made appeal-granted appeal-refused appeal-term-over account-closed offer-accepted offer-consented offer-declined tax-status-ends tax-status-ended tax-status-refused identity-proved identity-displaced identity-withdrawn',
    verification:
      'verification-asked verification-reminder verification-overdue verification-asked-again verification-refused verification-lapsed',
    reidentification: 'number-change-lapsed',
    qualification: 'qualification-refused qualification-revoked qualification-expiring qualification-expired',
    objection: 'objection-raised objection-excused objection-kept objection-undecided objection-decide-reminder',
    task: 'task-blocked task-accepted accept-reminder task-expired document-confirmed contract-not-signed hold-lost not-funded briefed risk-reported briefing-late briefing-unconfirmed work-ready work-started start-reminder start-late amendment-proposed amendment-accepted cancellation-proposed contractor-resigned task-cancelled work-submitted due-reminder work-overdue grace-over no-access work-stopped address-changed work-resumed work-approved payment-due work-refused part-approved review-reminder work-approved-by-silence one-sided-act review-silence payment-reported pay-reminder payment-overdue payment-denied payment-not-made confirm-reminder overpaid payment-confirmed task-closed claim-made claim-settled claim-dropped force-majeure-reported force-majeure-admitted force-majeure-contested force-majeure-over party-suspended party-reinstated hold-too-long contract-still-open briefing-still-late briefing-still-unconfirmed start-still-missed work-still-open review-still-open funding-still-open payment-still-open payment-still-overdue report-still-open hold-still-on',
    signing: 'sign-asked paper-brought sign-reminder document-confirmed sign-refused sign-expired document-withdrawn signatures-refused',
    payment: 'money-taken-back payment-awaited payment-reminder payment-declined payment-lapsed payment-expired',
    payout:
      'payout-stopped payout-cut debt-payout-cut debt-payout-stopped payout-unproved payout-over-limit payout-without-regime payout-still-waits payout-waits-long income-near-limit income-at-limit payout-details-missing payout-details-still-missing payout-other-details payout-later',
    receipt: 'receipt-awaited receipt-reminder receipt-late',
    extra: 'extra-drawn extra-not-drawn',
    'social-transfer': 'transfer-overdue transfer-late transfer-returned',
    'tax-invoice': 'tax-invoice-overdue',
    invoice:
      'invoice-withheld invoice-sent invoice-reminder invoice-overdue invoice-limit-warning invoice-limited invoice-limit-ended invoice-not-warned invoice-capped invoice-still-owed invoice-payment invoice-paid invoice-disputed invoice-upheld invoice-credited invoice-penalty-claimed invoice-written-off invoice-card-unpaid invoice-paid-twice invoice-taken-back invoice-taken-back-staff',
    dispute:
      'dispute-still-open claim-sent answer-reminder claim-unanswered claim-admitted-in-part claim-rejected offer-made settlement-to-sign settlement-unsigned offer-declined claim-unsettled instruction-proposed claim-settled court-awards-less claim-decided claim-dropped limitation-passed court-act-told',
    debt: 'report-still-open debt-arisen debt-arisen-creditor payment-ordered debt-payment-not-made debt-paid-through debt-payment-taken-back debt-reminder debt-overdue debt-overdue-creditor debt-overdue-reminder debt-reported debt-confirmed debt-denied debt-waived set-off-declined debt-set-off set-off-failed',
  },
  ordinary: {
    account:
      'member-invited invitation-declined logged-in logged-out email-changed email-to-confirm appeal-late tax-status-confirmed tasks-found contractors-found',
    reidentification: 'member-number-changes member-number-change-over',
    qualification: 'qualification-approved qualification-decide-reminder',
    objection: 'objection-answered objection-withdrawn',
    signing: 'signatures-unsound',
    verification:
      'verification-submitted verification-decide-reminder verification-approved verification-unanswered verification-withdrawn',
    task: 'contract-again money-held funding-again early-start-allowed briefing-acknowledged access-reminder no-show proposal-declined payment-covered money-released money-captured payment-again paid-out payout-refused',
    payment:
      'payment-lost paid-back-twice debt-paid-back-twice debt-payment-lost payment-lost-late payment-try-declined taken-back loss-booked payment-refused payment-held payment-prepaid payment-captured payment-released payment-refunded payment-failed payment-cancelled',
    payout:
      'debt-payout-waits payout-waits payout-confirmed payout-refused payout-returned payout-to-decide payout-withheld payout-to-allow',
    dispute: 'court-act-recorded limit-proposed court-act-objected',
    debt: 'debt-money-received report-reminder report-unanswered set-off-proposed',
    receipt: 'receipt-given receipt-annulled',
    file: 'file-infected file-unfit',
    extra: 'extra-unpaid extra-refunded extra-failed extra-lost',
    'social-transfer': 'transfer-collected transfer-reminder',
    'tax-invoice': 'tax-invoice-reminder',
    thread: 'messages-from-operator messages-to-operator',
    review: 'review-opened review-reminder review-published review-replied review-blocked',
  },
};

const notices = Object.entries(lifeTypes).flatMap(([life, { messages }]) =>
  Object.entries<NoticeMessage>(messages.notices).map(([template, notice]) => ({ name: `${life}.${template}`, notice })),
);
const listed = new Map<string, string>(
  Object.entries(CLASSES).flatMap(([kind, lives]) =>
    Object.entries(lives).flatMap(([life, templates]) => templates.split(' ').map((template) => [`${life}.${template}`, kind] as const)),
  ),
);

test('every notice has its class', () => {
  expect(notices.length).toBeGreaterThan(180);
  const wrong = notices.flatMap(({ name, notice }) =>
    listed.get(name) === classOf(notice) ? [] : [`${name} is ${classOf(notice)}, listed as ${listed.get(name) ?? 'nothing'}`],
  );
  expect(wrong).toEqual([]);
  expect([...listed.keys()].filter((each) => !notices.some(({ name }) => name === each))).toEqual([]);
});

test('nothing that has legal weight can be chosen away', () => {
  expect(notices.filter(({ notice }) => notice.byChoice && (notice.legal || notice.urgent))).toEqual([]);
  expect(notices.some(({ notice }) => notice.byChoice)).toBe(true);
});

test('what strangers may cause holds no words of users', () => {
  const holding = notices.filter(({ notice }) => notice.byStrangers && /\{title\}/.test(JSON.stringify(notice)));
  // Their reader is the customer, and the title is the customer's own; or a contractor, who reads the number instead before there is a deal.
  expect(holding.map(({ name }) => name)).toEqual([
    ...['task.task-responded', 'task.response-retracted', 'task.task-declined'],
    ...['thread.messages-from-customer', 'thread.messages-from-contractor'],
  ]);
});

test('a text about the safety of an account is urgent and has legal weight; what strangers may cause is never both urgent and unlimited', () => {
  expect(notices.filter(({ notice }) => notice.urgent && !notice.legal).map(({ name }) => name)).toEqual([]);
  expect(notices.filter(({ notice }) => notice.urgent && notice.byStrangers === true).map(({ name }) => name)).toEqual([]);
});
