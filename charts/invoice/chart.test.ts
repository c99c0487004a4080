import { balanceOf } from '../../rules/penalty.ts';
import { addCalendarDays, endOfDay } from '../../rules/working-days.ts';
import { payTerms } from '../../testing/charts/examples/fee.ts';
import { accounts } from '../../testing/charts/examples/task.ts';
import { invoiceStory, openBooks } from '../../testing/charts/invoice-story.ts';
import { debtOf } from './balance.ts';
import type { InvoiceInput } from './types.ts';

/** A moment by the local time of Almaty: `04-30 17:00`, in 2026. */
const local = (shown: string): string => new Date(`2026-${shown.replace(' ', 'T')}:00+05:00`).toISOString();
const terms = { ...payTerms, payWorkingDays: 8 };
/** An invoice of 1 000 tenge drawn on Monday, 27 April. Its eighth working day is 12 May. */
const drawn = (given: Partial<InvoiceInput> = {}) => invoiceStory(local('04-27 10:00'), { terms, ...given });
function sent(given: Partial<InvoiceInput> = {}) {
  const invoice = drawn(given);
  invoice.sent(local('04-27 10:00'));
  return invoice;
}

describe('an invoice (3.2, 5.1, 6.3)', () => {
  test('runs from its sending, becomes overdue, and reaches its cap on the hundredth day, with one timer at each date that matters', () => {
    const invoice = drawn();
    expect([invoice.state, invoice.timers(), invoice.papers]).toEqual(['drawn', [], ['invoice', 'service-act']]);
    invoice.sent(local('04-27 10:05'));
    expect([invoice.state, invoice.context.dueOn]).toEqual(['sent', '2026-05-12']);
    expect(invoice.timers()).toEqual([
      ['invoiceReminder', endOfDay('2026-05-05')],
      ['dueBy', endOfDay('2026-05-12')],
    ]);
    invoice.pass(local('05-12 23:59'));
    expect(invoice.state).toBe('sent');
    invoice.pass(local('05-13 00:00'));
    expect(invoice.state).toBe('overdue');
    // Two working days after Wednesday, 13 May.
    expect(invoice.timers()).toEqual([
      ['openReminder', local('05-16 00:00')],
      ['warnBy', local('05-20 00:00')],
      ['capBy', local('08-20 00:00')],
    ]);
    invoice.pass(local('08-19 23:59'));
    expect(invoice.state).toBe('overdue');
    invoice.pass(local('08-20 00:00'));
    expect([invoice.state, invoice.timers()]).toEqual(['capped', [['openReminder', local('08-25 00:00')]]]);
    expect(invoice.notices).toEqual([
      ...['2026-04-27 invoice-sent', '2026-05-06 invoice-reminder', '2026-05-13 invoice-overdue'],
      ...[
        '2026-05-16 invoice-still-owed',

        '2026-05-20 invoice-limit-warning',
        '2026-08-20 invoice-capped',
      ],
    ]);
    // Its fees were booked when they arose.
    expect(invoice.booked()).toEqual([]);
  });

  test('has a longer term if it is sent later, and is overdue at once if that is known after the term (R11)', () => {
    const late = drawn();
    late.sent(local('05-08 09:00'));
    // Sent on Friday, 8 May: the eighth working day is 21 May.
    expect([late.state, late.context.dueOn]).toEqual(['sent', '2026-05-21']);
    const known = drawn();
    known.sent(local('06-01 09:00'), '2026-04-27');
    expect([known.state, known.context.dueOn]).toEqual(['overdue', '2026-05-12']);
  });

  test('has no term and no penalty before it is sent, can be paid, and is sent again by the staff', () => {
    const invoice = drawn();
    invoice.notSent(local('04-28 09:00'));
    invoice.pass(local('07-01 09:00'));
    expect([invoice.state, invoice.timers(), invoice.notices.at(-1)]).toEqual(['withheld', [], '2026-04-28 invoice-withheld']);
    invoice.pay(40_000, local('07-01 10:00'));
    expect([invoice.state, invoice.owed()]).toEqual(['withheld', 60_000]);
    invoice.sendAgain(local('07-01 11:00'));
    invoice.sent(local('07-01 11:01'));
    // The eighth working day after Wednesday, 1 July; 6 July is a day off.
    expect([invoice.state, invoice.context.dueOn]).toEqual(['partlyPaid', '2026-07-14']);
    expect(invoice.facts('invoice-sent')).toEqual({ number: '2026-17', sum: '60000', rest: '60000', day: '2026-07-14' });
    invoice.pay(60_000, local('07-02 10:00'));
    expect([invoice.state, invoice.owed()]).toEqual(['paid', 0]);
  });

  test('is paid in part and then in whole before it is overdue, without a penalty', () => {
    const invoice = sent();
    expect(invoice.pay(30_000, local('05-04 12:00')).allowed).toBe(true);
    expect([invoice.state, invoice.owed()]).toEqual(['partlyPaid', 70_000]);
    expect(invoice.pay(70_000, local('05-12 23:00')).allowed).toBe(true);
    expect([invoice.state, invoice.owed()]).toEqual(['paid', 0]);
    expect(invoice.booked()).toEqual([
      ['invoice-paid', 30_000],
      ['invoice-paid', 70_000],
    ]);
    expect(invoice.notices.slice(1)).toEqual(['2026-05-04 invoice-payment', '2026-05-06 invoice-reminder', '2026-05-12 invoice-paid']);
  });

  test('keeps what is paid too much for the next invoice, which takes it', () => {
    const books = openBooks();
    const first = invoiceStory(local('04-27 10:00'), { terms }, books);
    first.sent(local('04-27 10:00'));
    first.comes(130_000, local('05-04 12:00'));
    const advance = `advance/${accounts.customer}`;
    expect([first.state, first.owed(), books.balance(advance), books.balance('suspense/one')]).toEqual(['paid', 0, 30_000, -130_000]);
    const next = invoiceStory(local('05-27 10:00'), { terms, principal: '50000', advance: '30000' }, books);
    next.sent(local('05-27 10:00'));
    expect([next.state, next.owed(), books.balance(advance)]).toEqual(['partlyPaid', 20_000, 0]);
    const last = invoiceStory(local('06-27 10:00'), { terms, principal: '1000', advance: '1000' }, books);
    expect([last.state, last.owed()]).toEqual(['paid', 20_000]);
  });

  test('names in its notices its number, the sums and the rest with its day', () => {
    const invoice = sent();
    expect(invoice.facts('invoice-sent')).toEqual({ number: '2026-17', sum: '100000', rest: '100000', day: '2026-05-12' });
    invoice.pay(50_000, local('05-22 09:00'));
    expect(invoice.facts('invoice-payment')).toMatchObject({ sum: '50000', rest: '51000', day: '2026-05-22' });
    invoice.pay(1_000, local('05-23 09:00'), '2026-05-11');
    expect(invoice.facts('invoice-payment')).toMatchObject({ sum: '1000', rest: '49990', day: '2026-05-22' });
  });

  test('moves its cap when a part is paid late, and is settled by the rest with the penalty', () => {
    const invoice = sent();
    invoice.pay(50_000, local('05-22 09:00'));
    expect([invoice.state, invoice.owed()]).toEqual(['overdue', 51_000]);
    expect(invoice.timers().at(-1)).toEqual(['capBy', endOfDay('2026-11-17')]);
    expect(invoice.pay(51_500, local('06-01 09:00')).allowed).toBe(true);
    expect([invoice.state, invoice.owed()]).toEqual(['paid', 0]);
    expect(invoice.booked()).toEqual([
      ['penalty', 1_000],
      ['invoice-paid', 50_000],
      ['penalty', 500],
      ['invoice-paid', 51_500],
    ]);
  });

  /** 50 000 tenge due on 10 June: 0.1 % of 50 000 × 5 = 250, of 30 000 × 15 = 450, together 700 tenge. */
  test('explains its penalty by ranges of days, each on what was owed on them', () => {
    const invoice = invoiceStory(local('05-29 10:00'), { terms, principal: '5000000' });
    invoice.sent(local('05-29 10:00'));
    expect(invoice.context.dueOn).toBe('2026-06-10');
    invoice.pay(2_000_000, local('06-15 12:00'));
    invoice.pay(3_000_000, local('06-30 12:00'));
    const { ranges, principalOwed, penaltyOwed } = balanceOf(debtOf(invoice.context), '2026-07-20');
    expect(ranges.map(({ from, until, days, base, penalty }) => [from, until, days, base, penalty])).toEqual([
      ['2026-06-11', '2026-06-15', 5, 5_000_000n, 25_000n],
      ['2026-06-16', '2026-06-30', 15, 3_000_000n, 45_000n],
    ]);
    expect([invoice.state, principalOwed, penaltyOwed]).toEqual(['overdue', 0n, 70_000n]);
    invoice.pay(70_000, local('07-20 12:00'));
    expect([invoice.state, invoice.books.balance('income/penalty')]).toEqual(['paid', 70_000]);
  });

  test('counts a payment that is reported late from its own day, and reverses the excess penalty', () => {
    const invoice = sent();
    invoice.pay(10_000, local('08-25 09:00'));
    expect([invoice.state, invoice.owed()]).toEqual(['capped', 100_000]);
    invoice.pay(60_000, local('08-26 09:00'), '2026-05-12');
    // 40 000 were overdue from the first day, and reached their cap of 4 000 on the same day.
    expect([invoice.state, invoice.owed()]).toEqual(['capped', 34_000]);
    expect(invoice.booked().slice(-2)).toEqual([
      ['penalty-reversed', 6_000],
      ['invoice-paid', 60_000],
    ]);
  });

  test('gives back as an advance what was paid of a penalty that a payment reported late takes away', () => {
    const invoice = sent();
    invoice.pay(100_900, local('05-22 09:00'));
    expect([invoice.state, invoice.owed()]).toEqual(['overdue', 100]);
    invoice.pay(50_000, local('05-23 09:00'), '2026-05-12');
    // 50 000 were overdue for ten days: 500. So 150 900 came for 100 500.
    const { books } = invoice;
    const receivable = books.balance(`receivable/${accounts.customer}`);
    expect([invoice.state, books.balance('income/penalty'), books.balance(`advance/${accounts.customer}`), receivable]).toEqual([
      ...['paid', 500, 50_400, 0],
    ]);
    expect(invoice.booked().filter(([, amount]) => Number(amount) <= 0)).toEqual([]);
  });

  test('is contested, upheld, and overdue from the day on which it was', () => {
    const invoice = sent();
    expect(invoice.dispute(local('05-05 09:00')).allowed).toBe(true);
    invoice.pass(local('05-20 09:00'));
    expect([invoice.state, invoice.timers(), invoice.menu('customer')]).toEqual(['disputed', [], []]);
    invoice.uphold(local('05-22 09:00'));
    expect([invoice.state, invoice.facts('invoice-upheld').rest]).toEqual(['overdue', '101000']);
    expect(invoice.menu('operator')).toEqual(['recordPayment', 'credit', 'writeOff', 'claimPenalty']);
  });

  test('is at its cap when it is upheld after the day on which the penalty reached it', () => {
    const invoice = sent();
    invoice.pass(local('05-20 09:00'));
    invoice.dispute(local('05-20 09:00'));
    invoice.uphold(local('08-20 09:00'));
    expect([invoice.state, invoice.facts('invoice-upheld').rest, invoice.notices.at(-1)]).toEqual([
      ...['capped', '110000', '2026-08-20 invoice-upheld'],
    ]);
  });

  test('is overdue again if a credit takes it below its cap', () => {
    const invoice = sent();
    // Fifty days at 100, then 60 a day: the 84th of these reaches the cap of 10 000.
    invoice.pay(40_000, local('07-01 12:00'));
    invoice.pass(local('09-24 09:00'));
    expect(invoice.state).toBe('capped');
    invoice.credit(50_000, local('09-24 12:00'));
    // Fifty days at 50, then 85 at 10: 3 350 of at most 5 000.
    expect([invoice.state, invoice.facts('invoice-credited').rest]).toEqual(['overdue', '13350']);
    expect(invoice.timers().map(([name]) => name)).toEqual(['openReminder', 'capBy']);
  });

  test('is credited in part, which bears no penalty, and as a whole; what was paid for it goes on to the next', () => {
    const invoice = sent();
    invoice.pay(30_000, local('05-12 12:00'));
    invoice.pass(local('05-22 12:00'));
    expect(invoice.credit(100_001, local('05-22 12:00'))).toMatchObject({ allowed: false, rule: 'amountIsCharged' });
    invoice.credit(20_000, local('05-22 12:00'));
    // 50 000 of 70 000 were overdue for ten days: 500.
    expect([invoice.state, invoice.facts('invoice-credited').rest, invoice.papers.at(-1)]).toEqual(['overdue', '50500', 'credit-note']);
    expect(invoice.credit(80_000, local('05-23 12:00')).allowed).toBe(true);
    const books = invoice.books;
    expect([invoice.state, invoice.owed(), books.balance(`advance/${accounts.customer}`), books.balance('income/fee')]).toEqual([
      ...['credited', 0, 30_000, 0],
    ]);
    expect(books.balance('income/penalty')).toBe(0);
  });

  test('has its penalty claimed on a day, by a sheet of its days', () => {
    const invoice = sent();
    expect(invoice.claimPenalty(local('05-12 12:00'))).toMatchObject({ allowed: false });
    invoice.claimPenalty(local('05-22 12:00'));
    expect(invoice.context.claims).toEqual([{ on: '2026-05-22', amount: '1000' }]);
    expect([invoice.papers.at(-1), invoice.booked()]).toEqual(['penalty-sheet', [['penalty', 1_000]]]);
    // It goes on as before.
    invoice.pass(local('06-01 12:00'));
    expect(invoice.facts('invoice-still-owed').rest).toBe('102000');
  });

  test('is written off with its penalty, and nothing remains owed', () => {
    const invoice = sent();
    invoice.pass(local('05-22 10:00'));
    expect(invoice.writeOff(local('05-22 12:00')).allowed).toBe(true);
    expect([invoice.state, invoice.owed(), invoice.context.writtenOffOn]).toEqual(['writtenOff', 0, '2026-05-22']);
    expect(invoice.booked()).toEqual([
      ['penalty', 1_000],
      ['fee-written-off', 101_000],
    ]);
  });

  test.each([
    ['nothing', 0, '2026-05-22', 'amountIsPaid'],
    ['a payment of tomorrow', 1_000, '2026-05-23', 'paymentDayHasCome'],
  ])('refuses %s', (_, amount, paidOn, rule) => {
    expect(sent().pay(amount, local('05-22 09:00'), paidOn)).toMatchObject({ allowed: false, reason: 'rule', rule, clause: '5.1' });
  });

  test('under terms without penalty only sends reminders', () => {
    const invoice = sent({ terms: { ...terms, penalty: { ...terms.penalty, perDayBasisPoints: 0 } } });
    invoice.pass(local('05-13 00:00'));
    expect([invoice.state, invoice.timers()]).toEqual([
      ...[
        'overdue',
        [
          ['openReminder', local('05-16 00:00')],
          ['warnBy', local('05-20 00:00')],
        ],
      ],
    ]);
  });
});

/**
 * Due on Tuesday, 12 May. Five working days later, on the 20th, its customer is warned; five after that, from the 29th, new tasks
 * are limited: 27 May is a day off.
 */
describe('an invoice that is not paid limits new tasks (3.2)', () => {
  const limits = ({ context: { limit } }: ReturnType<typeof sent>): boolean => limit?.begun === true;
  function limited() {
    const invoice = sent();
    invoice.pass(local('05-20 08:00'));
    invoice.sent(local('05-20 08:05'));
    invoice.pass(local('05-29 00:00'));
    return invoice;
  }

  test('from the day that the warning named, and not a minute before', () => {
    const invoice = sent();
    invoice.pass(local('05-20 08:00'));
    expect(invoice.notices.at(-1)).toBe('2026-05-20 invoice-limit-warning');
    // Eight days at 100.
    expect(invoice.facts('invoice-limit-warning')).toMatchObject({ number: '2026-17', rest: '100800', day: '2026-05-29' });
    invoice.sent(local('05-20 08:05'));
    expect(invoice.timers()).toContainEqual(['limitBy', local('05-29 00:00')]);
    invoice.pass(local('05-28 23:59'));
    expect(limits(invoice)).toBe(false);
    invoice.pass(local('05-29 00:00'));
    expect([limits(invoice), invoice.notices.at(-1), invoice.facts('invoice-limited').rest]).toEqual([
      ...[true, '2026-05-29 invoice-limited', '101700'],
    ]);
  });

  test('later if the warning was sent later, and never if it was not sent', () => {
    const late = sent();
    late.pass(local('05-20 08:00'));
    late.sent(local('06-01 09:00'));
    expect([late.context.limit, limits(late)]).toEqual([{ from: '2026-06-09', toldOn: '2026-06-01' }, false]);
    const untold = sent();
    untold.pass(local('05-20 08:00'));
    untold.notSent(local('05-21 09:00'));
    untold.pass(local('12-01 09:00'));
    expect([limits(untold), untold.notices.includes('2026-05-21 invoice-not-warned')]).toEqual([false, true]);
    expect(untold.menu('operator')).toContain('warnAgain');
    // No answer comes of the second letter until 20 December, so nothing begins. The third is sent on Monday, the 21st: five working days end on the 28th.
    untold.warnAgain(local('12-01 09:00'));
    expect([untold.notices.at(-1), untold.menu('operator').includes('warnAgain')]).toEqual(['2026-12-01 invoice-limit-warning', false]);
    untold.pass(local('12-20 09:00'));
    expect(limits(untold)).toBe(false);
    untold.notSent(local('12-20 09:00'));
    untold.warnAgain(local('12-21 09:00'));
    untold.sent(local('12-21 09:05'));
    untold.pass(local('12-28 23:59'));
    expect(limits(untold)).toBe(false);
    untold.pass(local('12-29 00:00'));
    expect([limits(untold), untold.warnAgain(local('12-29 09:00')).allowed]).toEqual([true, false]);
    // Nobody has answered yet whether it was sent.
    const unknown = sent();
    unknown.pass(local('12-01 09:00'));
    expect(limits(unknown)).toBe(false);
  });

  test('no more once the fee is paid, also while a penalty is left, nor once it is credited or forgiven', () => {
    const inPart = limited();
    inPart.pay(50_000, local('05-30 12:00'));
    expect([inPart.state, limits(inPart)]).toEqual(['overdue', true]);
    inPart.pay(50_000, local('05-30 13:00'));
    expect([inPart.state, inPart.owed(), limits(inPart)]).toEqual(['overdue', 1_800, false]);
    expect([inPart.notices.at(-1), inPart.facts('invoice-limit-ended').rest]).toEqual(['2026-05-30 invoice-limit-ended', '1800']);
    inPart.pay(1_000, local('05-31 13:00'));
    expect(inPart.notices.at(-1)).toBe('2026-05-31 invoice-payment');
    inPart.pass(local('12-01 09:00'));
    expect(limits(inPart)).toBe(false);
    const [credited, forgiven] = [limited(), limited()];
    credited.credit(100_000, local('05-30 12:00'));
    forgiven.writeOff(local('05-30 12:00'));
    expect([credited.state, limits(credited), forgiven.state, limits(forgiven)]).toEqual(['credited', false, 'writtenOff', false]);
    expect([credited.notices.at(-1), forgiven.notices.at(-1)]).toEqual(Array(2).fill('2026-05-30 invoice-limit-ended'));
    const early = sent();
    early.pay(100_000, local('05-19 12:00'));
    early.pass(local('06-30 12:00'));
    expect(early.notices.filter((each) => each.includes('limit'))).toEqual([]);
  });

  test('not while objections are considered, again once they are answered, and then a second objection lifts nothing', () => {
    const invoice = limited();
    invoice.dispute(local('05-30 12:00'));
    expect(limits(invoice)).toBe(false);
    invoice.pass(local('06-10 12:00'));
    expect([invoice.state, limits(invoice)]).toEqual(['disputed', false]);
    invoice.uphold(local('06-11 12:00'));
    invoice.pass(local('06-11 12:00'));
    expect([limits(invoice), invoice.notices.at(-1)]).toEqual([true, '2026-06-11 invoice-limited']);
    invoice.dispute(local('06-12 12:00'));
    expect([invoice.state, limits(invoice)]).toEqual(['disputed', true]);
  });

  test('from the day of the warning also where the answer comes while it is contested', () => {
    const invoice = sent();
    invoice.pass(local('05-20 08:00'));
    invoice.dispute(local('05-20 08:01'));
    invoice.sent(local('05-20 08:05'));
    invoice.uphold(local('05-22 12:00'));
    expect([invoice.context.limit?.from, limits(invoice)]).toEqual(['2026-05-29', false]);
    invoice.pass(local('05-29 00:00'));
    expect(limits(invoice)).toBe(true);
  });
});

/**
 * Twelve invoices of one customer, worked by hand to the tiyn. The cap is 10 % of what is overdue now, and a payment settles the principal first.
 *
 * | month | principal | what happens | penalty |
 * | --- | --- | --- | --- |
 * | 1 | 500 000,00 | paid in time | |
 * | 2 | 123 456,78 | paid on the 10th day: 123 456,78 × 0,1 % × 10 = 1 234,5678; that 5 days later | 1 234,57 |
 * | 3 | 100 000,00 | 40 000 on the 5th day: 500; 60 000 on the 15th: 60 000 × 0,1 % × 10 = 600; then 1 100 | 1 100,00 |
 * | 4 | 80 000,00 | 100 000 in time: 20 000 for the next | |
 * | 5 | 30 000,00 | takes 20 000; 10 000 in time | |
 * | 6 | 15 000,00 | at its cap on the 100th day; paid on the 120th | 1 500,00 |
 * | 7 | 90 000,00 | 30 000 credited, 60 000 in time | |
 * | 8 | 10 000,00 | credited as a whole | |
 * | 9 | 20 000,01 | paid on the 7th day: 20 000,01 × 0,1 % × 7 = 140,00007 | 140,00 |
 * | 10 | 50 000,00 | 60 050 on the 1st day: 50 of penalty, 10 000 for the next | 50,00 |
 * | 11 | 7 000,00 | taken from the 10 000 | |
 * | 12 | 5 000,00 | takes 3 000; 2 000 forgiven | |
 *
 * Fees 1 030 456,79 − credits 40 000,00 + penalties 4 024,57 = 994 481,36 = 992 481,36 that came + 2 000,00 forgiven.
 */
test('a year of invoices with late, partial and excess payments agrees with the books to the tiyn', () => {
  const books = openBooks();
  const yearly = { ...payTerms, penalty: { ...payTerms.penalty, capBase: 'current' as const } };
  const month = (number: number, principal: number, advance = 0) => {
    const at = new Date(Date.UTC(2026, number, 1, -1, 50)).toISOString();
    const invoice = invoiceStory(
      at,
      { number: `2026-${number}`, principal: String(principal), advance: String(advance), terms: yearly },
      books,
    );
    if (invoice.state === 'drawn') invoice.sent(at);
    /** Noon of a day after the last day of its term. */
    const on = (days: number): string => `${addCalendarDays(invoice.context.dueOn, days)}T07:00:00.000Z`;
    return { invoice, on };
  };
  const ends = (invoice: ReturnType<typeof invoiceStory>, state: string): void => {
    expect([invoice.context.number, invoice.state, invoice.owed()]).toEqual([invoice.context.number, state, 0]);
  };

  const january = month(1, 50_000_000);
  january.invoice.pay(50_000_000, january.on(-2));
  ends(january.invoice, 'paid');

  const february = month(2, 12_345_678);
  february.invoice.pay(12_345_678, february.on(10));
  expect(february.invoice.owed()).toBe(123_457);
  february.invoice.pay(123_457, february.on(15));
  ends(february.invoice, 'paid');

  const march = month(3, 10_000_000);
  march.invoice.pay(4_000_000, march.on(5));
  march.invoice.pay(6_000_000, march.on(15));
  expect(march.invoice.owed()).toBe(110_000);
  march.invoice.pay(110_000, march.on(15));
  ends(march.invoice, 'paid');

  const april = month(4, 8_000_000);
  april.invoice.comes(10_000_000, april.on(0));
  ends(april.invoice, 'paid');

  const may = month(5, 3_000_000, 2_000_000);
  may.invoice.pay(1_000_000, may.on(0));
  ends(may.invoice, 'paid');

  const june = month(6, 1_500_000);
  june.invoice.pass(june.on(110));
  expect(june.invoice.state).toBe('capped');
  june.invoice.pay(1_650_000, june.on(120));
  ends(june.invoice, 'paid');

  const july = month(7, 9_000_000);
  july.invoice.dispute(july.on(-5));
  july.invoice.credit(3_000_000, july.on(-4));
  july.invoice.pay(6_000_000, july.on(0));
  ends(july.invoice, 'paid');

  const august = month(8, 1_000_000);
  august.invoice.credit(1_000_000, august.on(3));
  ends(august.invoice, 'credited');

  const september = month(9, 2_000_001);
  september.invoice.comes(2_014_001, september.on(7));
  ends(september.invoice, 'paid');

  const october = month(10, 5_000_000);
  october.invoice.pay(6_005_000, october.on(1));
  ends(october.invoice, 'paid');

  ends(month(11, 700_000, 700_000).invoice, 'paid');
  const december = month(12, 500_000, 300_000);
  december.invoice.writeOff(december.on(-1));
  ends(december.invoice, 'writtenOff');

  const account = (name: string): number => books.balance(name);
  expect({
    fees: account('income/fee'),
    penalties: account('income/penalty'),
    came: -account('bank/operator') - account('suspense/one'),
    forgiven: -account('loss/fee'),
    advance: account(`advance/${accounts.customer}`),
  }).toEqual({ fees: 99_045_679, penalties: 402_457, came: 99_248_136, forgiven: 200_000, advance: 0 });
});
