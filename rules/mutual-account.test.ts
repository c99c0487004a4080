import fc from 'fast-check';
import type { MutualPosting } from './mutual-account.ts';
import { mutualAccount } from './mutual-account.ts';

const [RECEIVABLE, ADVANCE, BANK] = ['receivable/c', 'advance/c', 'bank/operator'];
const posting = (on: string, debit: string, credit: string, amount: bigint, given: Partial<MutualPosting> = {}): MutualPosting => ({
  ...{ on, debit, credit, amount, reason: 'fee-charged', invoice: '2026-17', event: 'charge', nth: 1, paidOn: null },
  ...given,
});
const paid = { reason: 'invoice-paid', event: 'recordPayment' };

/** 50 000 tenge on 1 March, 20 000 paid on 15 March, 30 000 on 30 March with a penalty of 700. */
const march = [
  posting('2026-03-01', RECEIVABLE, 'income/fee', 5_000_000n),
  posting('2026-03-15', BANK, RECEIVABLE, 2_000_000n, { ...paid, paidOn: '2026-03-15' }),
  posting('2026-03-30', RECEIVABLE, 'income/penalty', 70_000n, { reason: 'penalty', event: 'recordPayment', nth: 2 }),
  posting('2026-03-30', BANK, RECEIVABLE, 3_000_000n, { ...paid, nth: 2, paidOn: '2026-03-30' }),
];

describe('what the operator and a customer owe each other', () => {
  it('is the opening balance, each posting as debit or credit, and the closing balance, which the next period opens with', () => {
    const act = mutualAccount('c', 0n, march);
    expect(act.lines.map(({ on, reason, paper, debit, credit }) => [on, reason, paper, debit, credit])).toEqual([
      ['2026-03-01', 'fee-charged', '2026-17', 5_000_000n, 0n],
      ['2026-03-15', 'invoice-paid', '2026-17', 0n, 2_000_000n],
      ['2026-03-30', 'penalty', '2026-17', 70_000n, 0n],
      ['2026-03-30', 'invoice-paid', '2026-17', 0n, 3_000_000n],
    ]);
    expect([act.opening, act.debits, act.credits, act.closing]).toEqual([0n, 5_070_000n, 5_000_000n, 70_000n]);
    expect(mutualAccount('c', act.closing, [])).toEqual({ opening: 70_000n, lines: [], debits: 0n, credits: 0n, closing: 70_000n });
  });

  it('names credit notes and calculations of penalties by their numbers, and the day on which money came where it is another', () => {
    const act = mutualAccount('c', 0n, [
      posting('2026-03-01', 'income/fee', RECEIVABLE, 10n, { reason: 'fee-credited', event: 'credit', nth: 2 }),
      posting('2026-03-01', 'income/penalty', RECEIVABLE, 1n, { reason: 'penalty-reversed', event: 'credit', nth: 2 }),
      posting('2026-03-02', RECEIVABLE, 'income/penalty', 5n, { reason: 'penalty', event: 'claimPenalty' }),
      posting('2026-03-03', 'suspense/1', RECEIVABLE, 5n, { ...paid, event: 'paymentCame', paidOn: '2026-03-01' }),
      posting('2026-03-04', 'suspense/2', ADVANCE, 7n, { reason: 'advance-received', event: 'keep', invoice: null }),
    ]);
    expect(act.lines.map(({ paper, paidOn }) => [paper, paidOn])).toEqual([
      ['2026-17/2', null],
      ['2026-17', null],
      ['2026-17/П1', null],
      ['2026-17', '2026-03-01'],
      [null, null],
    ]);
    expect(act.closing).toBe(-18n);
  });

  it('is one line for the fees of a day that one invoice gathers, and none for what the advance and an invoice settle with each other', () => {
    const act = mutualAccount('c', 0n, [
      posting('2026-03-01', RECEIVABLE, 'income/fee', 10n),
      posting('2026-03-01', RECEIVABLE, 'income/fee', 20n),
      posting('2026-03-01', RECEIVABLE, 'income/fee', 5n, { invoice: null }),
      posting('2026-03-02', RECEIVABLE, 'income/fee', 1n),
      posting('2026-03-02', ADVANCE, RECEIVABLE, 30n, { reason: 'advance-used', event: 'draw' }),
      posting('2026-03-02', RECEIVABLE, ADVANCE, 30n, { reason: 'advance-received', event: 'recordPayment' }),
    ]);
    expect(act.lines.map(({ on, debit, credit }) => [on, debit, credit])).toEqual([
      ['2026-03-01', 30n, 0n],
      ['2026-03-01', 5n, 0n],
      ['2026-03-02', 1n, 0n],
    ]);
  });

  it('closes with the receivable less the advance, whatever was posted', () => {
    const code = fc.constantFrom(RECEIVABLE, ADVANCE, BANK, 'income/fee', 'receivable/other', 'suspense/1');
    const any = fc.tuple(code, code, fc.bigInt(1n, 1_000n), fc.constantFrom('2026-03-01', '2026-03-02'));
    fc.assert(
      fc.property(fc.array(any), (rows) => {
        const postings = rows.filter(([debit, credit]) => debit !== credit).map(([d, c, amount, on]) => posting(on, d, c, amount));
        const grown = (of: string) =>
          postings.reduce((sum, { debit, credit, amount }) => sum + (debit === of ? amount : 0n) - (credit === of ? amount : 0n), 0n);
        expect(mutualAccount('c', 3n, postings).closing).toBe(3n + grown(RECEIVABLE) + grown(ADVANCE));
      }),
    );
  });
});
