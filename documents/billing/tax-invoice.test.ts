import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { taxInvoiceFaults } from '../../testing/schemas/validate.ts';
import { OPERATOR } from '../../testing/texts/operator.ts';
import { COMPANY, PERSON } from '../../testing/texts/papers.ts';
import type { TaxInvoiceFacts } from './tax-invoice.ts';
import { taxInvoiceXml } from './tax-invoice.ts';

const PAYER = { ...OPERATOR, vat: { series: '60001', number: '0012345', registeredOn: '2026-01-01' } };
const facts = (given: Partial<TaxInvoiceFacts> = {}): TaxInvoiceFacts => ({
  kind: 'ordinary',
  number: '2026000017',
  issuedOn: '2026-12-03',
  turnoverOn: '2026-12-01',
  issuer: 'Ахметова Динара Қанатқызы',
  related: null,
  act: { number: '2026-17', date: '2026-12-01' },
  operator: PAYER,
  customer: COMPANY,
  lines: [
    { name: 'Вознаграждение по заданию № 106', amount: '1100000' },
    { name: 'Абонентская плата, ноябрь 2026 г.', amount: '500000' },
  ],
  vatRate: 1_600,
  ...given,
});
const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true, isArray: (name) => name === 'product' });
const invoiceOf = (xml: string) => parser.parse(xml)['esf:invoiceContainer'].invoiceSet['v2:invoice'];
const tiyn = (sum: string): bigint => BigInt(sum.replace('.', ''));

describe('the file of a tax invoice (InvoiceV2)', () => {
  it('says who sold what to whom, with the tax within each sum, as the schema wants it', async () => {
    const xml = taxInvoiceXml(facts());
    expect(await taxInvoiceFaults(xml)).toEqual([]);
    const invoice = invoiceOf(xml);
    expect(invoice).toMatchObject({
      ...{ date: '03.12.2026', invoiceType: 'ORDINARY_INVOICE', num: '2026000017', turnoverDate: '01.12.2026' },
      ...{ operatorFullname: 'Ахметова Динара Қанатқызы', deliveryDocNum: '2026-17', deliveryDocDate: '01.12.2026' },
      customers: { customer: { tin: '240140000011', name: 'ТОО «Астана Құрылыс Сервис»', countryCode: 'KZ' } },
      sellers: { seller: { tin: '240140000011', certificateSeries: '60001', certificateNum: '0012345', iik: 'KZ41722C000000000001' } },
    });
    expect(invoice.customers.customer.statuses).toBeUndefined();
    // 16 000 × 16 / 116 = 2 206.896…; of it 11/16 and 5/16.
    expect(invoice.productSet).toMatchObject({
      ...{ currencyCode: 'KZT', totalNdsAmount: '2206.90', totalPriceWithTax: '16000.00', totalPriceWithoutTax: '13793.10' },
      products: {
        product: [
          {
            ndsRate: '16',
            ndsAmount: '1517.24',
            priceWithTax: '11000.00',
            priceWithoutTax: '9482.76',
            unitPrice: '9482.76',
            quantity: '1',
          },
          { ndsRate: '16', ndsAmount: '689.66', priceWithTax: '5000.00', priceWithoutTax: '4310.34', truOriginCode: '6' },
        ],
      },
    });
  });

  it('of who pays no VAT has no rate and no tax', async () => {
    const xml = taxInvoiceXml(facts({ operator: OPERATOR }));
    expect(await taxInvoiceFaults(xml)).toEqual([]);
    const { productSet, sellers } = invoiceOf(xml);
    expect(productSet).toMatchObject({ totalNdsAmount: '0.00', totalPriceWithoutTax: '16000.00', totalTurnoverSize: '16000.00' });
    expect([productSet.products.product[0].ndsRate, sellers.seller.certificateNum]).toEqual([undefined, undefined]);
  });

  it('names a person by their IIN and as a person, also one whose address and number are not known', async () => {
    const xml = taxInvoiceXml(facts({ customer: PERSON }));
    expect(await taxInvoiceFaults(xml)).toEqual([]);
    expect(invoiceOf(xml).customers.customer).toMatchObject({ tin: '900101300007', statuses: { status: 'INDIVIDUAL' } });
    expect(await taxInvoiceFaults(taxInvoiceXml(facts({ customer: { ...PERSON, address: null, identifier: '' } })))).toEqual([]);
  });

  it('that corrects another, or lowers the turnover, refers to the one before', async () => {
    const related = { number: '2026000017', date: '2026-12-04', registration: 'ESF-1' };
    const corrected = taxInvoiceXml(facts({ kind: 'corrected', number: '20260000170101', related }));
    expect(await taxInvoiceFaults(corrected)).toEqual([]);
    expect(invoiceOf(corrected)).toMatchObject({
      invoiceType: 'FIXED_INVOICE',
      relatedInvoice: { date: '04.12.2026', num: '2026000017', registrationNumber: 'ESF-1' },
    });
    const lines = [{ name: 'Уменьшение', amount: '-400000' }];
    const additional = taxInvoiceXml(facts({ kind: 'additional', number: '202600001702', related, lines }));
    expect(await taxInvoiceFaults(additional)).toEqual([]);
    // 4 000 × 16 / 116 = 551.724…
    expect(invoiceOf(additional)).toMatchObject({
      invoiceType: 'ADDITIONAL_INVOICE',
      productSet: { totalNdsAmount: '-551.72', totalPriceWithTax: '-4000.00', totalPriceWithoutTax: '-3448.28' },
    });
  });

  it('adds up to the tiyn, whatever the lines and the rate, and stays as the schema wants it', async () => {
    const line = fc.record({
      name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
      amount: fc.integer({ min: 1, max: 1_000_000_000 }).map(String),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom(800, 1_200, 1_600), async (lines, vatRate) => {
        const xml = taxInvoiceXml(facts({ lines, vatRate }));
        const { productSet } = invoiceOf(xml);
        const products: Record<string, string>[] = productSet.products.product;
        const sum = (field: string): bigint => products.reduce((all, each) => all + tiyn(each[field] ?? ''), 0n);
        const gross = lines.reduce((all, { amount }) => all + BigInt(amount), 0n);
        expect([tiyn(productSet.totalPriceWithTax), sum('priceWithTax')]).toEqual([gross, gross]);
        expect(sum('ndsAmount')).toBe(tiyn(productSet.totalNdsAmount));
        expect(sum('priceWithoutTax') + sum('ndsAmount')).toBe(gross);
        expect(products.map(({ priceWithTax }) => tiyn(priceWithTax ?? ''))).toEqual(lines.map(({ amount }) => BigInt(amount)));
      }),
      { numRuns: 50 },
    );
  });

  it('is refused by the schema if an element is missing, misplaced or malformed', async () => {
    const xml = taxInvoiceXml(facts());
    for (const [from, to] of [
      ['<date>03.12.2026</date>', ''],
      ['<num>2026000017</num>', '<num>2026-17</num>'],
      ['<totalNdsAmount>2206.90</totalNdsAmount>', '<totalNdsAmount>2206.901</totalNdsAmount>'],
      ['<truOriginCode>6</truOriginCode>', '<truOriginCode>7</truOriginCode>'],
      ['<currencyCode>KZT</currencyCode>', '<tin>1</tin>'],
    ] as const) {
      expect(xml).toContain(from);
      expect(await taxInvoiceFaults(xml.replace(from, to))).not.toEqual([]);
    }
  });
});
