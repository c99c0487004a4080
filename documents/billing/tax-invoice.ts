/**
 * A tax invoice (электронный счёт-фактура, ЭСФ) as the XML of the information system of electronic invoices (ИС ЭСФ): the body `InvoiceV2`, in the order of its
 * schema, as a file to upload. The finance load it into the system and sign it there. docs/billing.md says what of it was checked against what.
 */
import { plainTenge } from '../../rules/money.ts';
import type { PaperParty } from '../../rules/paper-party.ts';
import { vatOfEach } from '../../rules/unit-price.ts';
import type { Operator } from '../operator.ts';
import type { Element } from '../xml.ts';
import { xmlOf } from '../xml.ts';
import { written } from './facts.ts';

/** The services of an invoice; the same once more, corrected; and by how much a credit note changes them. */
export type TaxInvoiceKind = 'ordinary' | 'corrected' | 'additional';

export interface TaxInvoiceFacts {
  kind: TaxInvoiceKind;
  /** Digits alone. */
  number: string;
  /** Civil dates: when it is issued, and of the turnover. */
  issuedOn: string;
  turnoverOn: string;
  /** Who loads it into the system, in full. */
  issuer: string;
  /** The one that it corrects or follows. */
  related: { number: string; date: string; registration: string } | null;
  /** The paper of the services. */
  act: { number: string; date: string };
  operator: Operator;
  customer: PaperParty;
  /** Tiyn with the tax. All of one sign: a credit has negative ones. */
  lines: readonly { name: string; amount: string }[];
  /** Hundredths of a per cent, where the operator pays VAT. */
  vatRate: number;
}

const TYPES: Record<TaxInvoiceKind, string> = {
  ordinary: 'ORDINARY_INVOICE',
  corrected: 'FIXED_INVOICE',
  additional: 'ADDITIONAL_INVOICE',
};
/** Services, in the system's list of origins. */
const SERVICES = '6';
/** What is in no catalogue of goods. */
const NO_GOODS = '1';
/** The code of the unit «одна услуга». */
const SERVICE_UNIT = '5114';

const sellerOf = ({ address, bank, vat, name, bin }: Operator): Element => [
  'seller',
  [
    ['address', address],
    ['bank', bank?.name],
    ['bik', bank?.bik],
    ['certificateNum', vat?.number],
    ['certificateSeries', vat?.series],
    ['iik', bank?.iban],
    ['kbe', bank?.beneficiaryCode],
    ['name', name],
    ['tin', bin],
  ],
];

const customerOf = ({ kind, address, identifier, name }: PaperParty): Element => [
  'customer',
  [
    ['address', address],
    ['countryCode', 'KZ'],
    ['name', name],
    ['statuses', kind === 'natural' ? [['status', 'INDIVIDUAL']] : null],
    ['tin', identifier === '' ? null : identifier],
  ],
];

interface Product {
  name: string;
  net: bigint;
  tax: bigint;
}

/** The VAT of each line: together that within their sum. */
function productsOf({ lines, operator, vatRate }: TaxInvoiceFacts): Product[] {
  const amounts = lines.map(({ amount }) => BigInt(amount));
  const sign = amounts.some((amount) => amount < 0n) ? -1n : 1n;
  const taxes = vatOfEach(
    amounts.map((amount) => amount * sign),
    operator.vat === null ? 0 : vatRate,
  );
  return lines.map(({ name }, index) => {
    const tax = (taxes[index] ?? 0n) * sign;
    return { name, tax, net: (amounts[index] ?? 0n) - tax };
  });
}

/** Without a rate the system reads «без НДС». A change of the turnover has neither quantity nor price. */
const productOf = ({ name, net, tax }: Product, { kind, operator, vatRate }: TaxInvoiceFacts): Element => [
  'product',
  [
    ['catalogTruId', NO_GOODS],
    ['description', name],
    ['ndsAmount', plainTenge(tax)],
    ['ndsRate', operator.vat === null ? null : String(vatRate / 100)],
    ['priceWithTax', plainTenge(net + tax)],
    ['priceWithoutTax', plainTenge(net)],
    ['quantity', kind === 'additional' ? null : '1'],
    ['truOriginCode', SERVICES],
    ['turnoverSize', plainTenge(net)],
    ['unitNomenclature', SERVICE_UNIT],
    ['unitPrice', kind === 'additional' ? null : plainTenge(net)],
  ],
];

export function taxInvoiceXml(facts: TaxInvoiceFacts): string {
  const { kind, number, issuedOn, turnoverOn, issuer, related, act, operator, customer } = facts;
  const products = productsOf(facts);
  const net = products.reduce((sum, each) => sum + each.net, 0n);
  const tax = products.reduce((sum, each) => sum + each.tax, 0n);
  const invoice: Element[] = [
    ['date', written(issuedOn)],
    ['invoiceType', TYPES[kind]],
    ['num', number],
    ['operatorFullname', issuer],
    [
      'relatedInvoice',
      related && [
        ['date', written(related.date)],
        ['num', related.number],
        ['registrationNumber', related.registration],
      ],
    ],
    ['turnoverDate', written(turnoverOn)],
    ['addInf', 'Договор: Публичная оферта, заявление о присоединении'],
    ['customers', [customerOf(customer)]],
    ['deliveryDocDate', written(act.date)],
    ['deliveryDocNum', act.number],
    ['deliveryTerm', [['hasContract', 'false']]],
    [
      'productSet',
      [
        ['currencyCode', 'KZT'],
        ['products', products.map((each) => productOf(each, facts))],
        ['totalExciseAmount', '0.00'],
        ['totalNdsAmount', plainTenge(tax)],
        ['totalPriceWithTax', plainTenge(net + tax)],
        ['totalPriceWithoutTax', plainTenge(net)],
        ['totalTurnoverSize', plainTenge(net)],
      ],
    ],
    ['sellers', [sellerOf(operator)]],
  ];
  const body = invoice.map(xmlOf).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<esf:invoiceContainer xmlns:esf="esf"><invoiceSet><v2:invoice xmlns:a="abstractInvoice.esf" xmlns:v2="v2.esf">${body}</v2:invoice></invoiceSet></esf:invoiceContainer>\n`;
}
