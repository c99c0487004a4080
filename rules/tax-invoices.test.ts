import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { owesTaxInvoice, taxInvoiceNumber, taxInvoiceTermsAt } from './tax-invoices.ts';

test('a payer of VAT owes one, another operator only where the parameter says so', () => {
  expect(owesTaxInvoice(true, parameters, '2026-12-01')).toBe(true);
  expect(owesTaxInvoice(false, parameters, '2026-12-01')).toBe(false);
  const also = parameters.map((row) => (row.code === 'taxInvoiceWithoutVat' ? { ...row, value: 1 } : row));
  expect(owesTaxInvoice(false, also, '2026-12-01')).toBe(true);
});

test('the term ends fifteen calendar days after the turnover, with reminders in the mornings before', () => {
  expect(taxInvoiceTermsAt(parameters, '2026-12-25')).toEqual({
    dueOn: '2027-01-09',
    reminders: ['2027-01-02T04:00:00.000Z', '2027-01-06T04:00:00.000Z', '2027-01-08T04:00:00.000Z'],
    watchDays: 365,
  });
});

test('a number has digits alone, and no two are the same', () => {
  expect(taxInvoiceNumber('2026-17', 1, 0)).toBe('2026000017');
  expect(taxInvoiceNumber('2026-17/1', 2, 0)).toBe('202600001702');
  expect(taxInvoiceNumber('2026-17', 1, 1)).toBe('20260000170101');
  const all = ['2026-1', '2026-17', '2026-171', '2026-17101'].flatMap((paper) =>
    [1, 2, 3, 11].flatMap((nth) => [0, 1, 11].map((corrections) => taxInvoiceNumber(paper, nth, corrections))),
  );
  expect(new Set(all).size).toBe(all.length);
});
