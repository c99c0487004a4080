import { exactly, numbersIn, ranked } from './inflow-matching.ts';

describe('the numbers of invoices and debts in a purpose', () => {
  test.each([
    ['Оплата по счёту № 2026-17 от 01.12.2026', ['2026-17']],
    ['оплата сч. 2026 – 17', ['2026-17']],
    ['2026-17, 2026-18; 2026-17', ['2026-17', '2026-18']],
    ['за услуги 2026-12-01', []],
    ['по договору 15/2026-17', []],
    ['корректировочный 2026-17/1', []],
    ['счёт 2026-017', ['2026-17']],
    ['счёт 17', []],
    ['Оплата по долгу № 17 от 01.12.2026', ['№ 17']],
    ['№ 17 борыш бойынша', ['№ 17']],
    ['debt 017', ['№ 17']],
    ['долг № 17, счёт 2026-18', ['2026-18', '№ 17']],
    ['долг за 2026-11', ['2026-11']],
    ['в счёт долга 2026-17', ['2026-17']],
  ])('%s: %p', (purpose, numbers) => expect(numbersIn(purpose)).toEqual(numbers));
});

const invoice = (number: string, left: bigint, isOfPayer: boolean | null) => ({ id: `invoice/${number}`, number, left, isOfPayer });
const paid = (purpose: string, amount = 1_000n, identifier: string | null = '240140000011') => ({ purpose, amount, identifier });

describe('money is for an invoice beyond doubt', () => {
  const invoices = [invoice('2026-17', 1_000n, true), invoice('2026-18', 1_000n, true), invoice('2026-19', 500n, false)];
  test.each([
    ['its number and its customer', paid('счёт 2026-17'), invoices, 'invoice/2026-17'],
    ['a part of it', paid('счёт 2026-17', 10n), invoices, 'invoice/2026-17'],
    ['another payer', paid('счёт 2026-19', 500n), invoices, undefined],
    ['two numbers', paid('счета 2026-17 и 2026-18'), invoices, undefined],
    ['no number, though the sum and the payer fit', paid('за услуги'), invoices, undefined],
    ['no payer in the statement, and its sum', paid('счёт 2026-17', 1_000n, null), [invoice('2026-17', 1_000n, null)], 'invoice/2026-17'],
    ['no payer in the statement, and another sum', paid('счёт 2026-17', 999n, null), [invoice('2026-17', 1_000n, null)], undefined],
  ])('%s', (_, money, given, id) => expect(exactly(money, given)).toBe(id));

  test('and else the likeliest come first: by number, by payer, by sum', () => {
    const found = ranked(paid('счёт 2026-19', 1_000n), [...invoices, invoice('2026-20', 7n, false)]);
    expect(found.map(({ number, because }) => [number, because])).toEqual([
      ['2026-19', ['number']],
      ['2026-17', ['payer', 'sum']],
      ['2026-18', ['payer', 'sum']],
    ]);
  });
});
