/** Commands of a task with input that fits: for walks through its chart. */
import type { Calendar } from '../../rules/working-days.ts';
import type { Told } from '../law.ts';
import type { Examples } from '../walk.ts';
import type { PostInput, TaskContext, TaskTerms, TextReference } from './types.ts';

const HOUR = 3_600_000;
const later = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * HOUR).toISOString();

/** The days off of 2026 and 2027 that the examples come across. */
export const calendar: Calendar = {
  from: '2026-01-01',
  until: '2027-12-31',
  off: ['2026-05-01', '2026-05-07', '2026-05-11', '2026-05-27', '2026-07-06', '2026-10-26', '2026-12-16', '2027-01-01', '2027-01-04'],
  working: [],
};

export const text = (name: string): TextReference => ({ text: name, hash: '0'.repeat(64) });

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
  ...given,
});

const [customer, first, second, operator] = ['account-customer', 'account-first', 'account-second', 'account-operator'];
export const accounts = { customer, first, second, operator };

const postings = (at: string): PostInput[] => [
  posting(at, { match: 'invited', invited: [first, second] }),
  posting(at, { terms: { ...terms, silence: 'approved' }, acceptBy: later(at, 40) }),
  posting(at, { match: 'choice', terms: { ...terms, silence: 'one-sided' } }),
];

export const taskExamples: Examples = {
  begin: '2026-04-20T04:00:00.000Z',
  calendar,

  events(context, at) {
    const { version, contractor } = context as TaskContext;
    const reasons = text('reasons');
    const by = (party: 'customer' | 'contractor' | 'operator', actor: string | undefined) => (type: string, input: object) =>
      ({ type, by: party, at, input, ...(actor !== undefined && { actor }) }) as Told;
    const asCustomer = by('customer', customer);
    const asContractor = by('contractor', contractor);
    const { payment: _, match: __, invited: ___, terms: ____, ...work } = posting(at);
    return [
      ...postings(at).map((input) => asCustomer('post', input)),
      asCustomer('change', { ...work, version }),
      asCustomer('withdraw', {}),
      by('operator', operator)('block', { reasons }),
      ...[first, second].flatMap((account) => [
        by('contractor', account)('respond', { version, price: '1400000' }),
        by('contractor', account)('retract', {}),
        asCustomer('choose', { version, contractor: account }),
        by('contractor', account)('accept', { version }),
        by('contractor', account)('decline', {}),
      ]),
      asContractor('start', {}),
      asCustomer('giveUp', { reasons }),
      asContractor('submit', { calendar }),
      asCustomer('approve', { calendar }),
      asCustomer('refuse', { calendar, reasons }),
      asCustomer('report', { calendar, amount: '500000', paidOn: at.slice(0, 10) }),
      asCustomer('report', { calendar, paidOn: at.slice(0, 10) }),
      asContractor('confirm', { amount: '500000' }),
      asContractor('confirm', {}),
      asContractor('deny', { calendar, reasons }),
    ];
  },

  marks(given) {
    const context = given as TaskContext;
    const { match, terms: agreed, responses, invited, chosen, version, contractor, paid, reported } = context;
    const current = Object.entries(responses).filter(([, response]) => response.version === version);
    return [
      match,
      agreed?.silence,
      version > 1,
      contractor === undefined ? [Object.keys(responses), current.length, invited, chosen] : context.rounds,
      paid !== '0',
      reported === undefined ? 'none' : BigInt(paid) + BigInt(reported) === BigInt(context.work.price),
    ];
  },
};
