/**
 * A completion act as the XML of the information system of electronic invoices (ИС ЭСФ): the body `AwpV1` of an electronic act, in the order of its
 * schema. The contractor loads the file into the system and signs it there. An accountant has to confirm the codes: of who pays no VAT the rate is 0.
 */
import { less, plainTenge } from '../rules/money.ts';
import type { PaperBank, PaperParty } from '../rules/paper-party.ts';
import { linesThatAddUp, vatOfEach } from '../rules/unit-price.ts';
import { shareOut } from '../rules/work-lines.ts';
import { civilDate } from '../rules/working-days.ts';
import type { ActFacts } from './completion-act.ts';
import { actNumber, yearOf } from './completion-act.ts';
import { unlessErased, written } from './facts.ts';
import { paysVat } from './vat.ts';
import type { Element } from './xml.ts';
import { xmlOf } from './xml.ts';

const bankOf = (bank: PaperBank | null): Element => [
  'bankDetails',
  bank && [
    ['bank', bank.name],
    ['bik', bank.bic],
    ['iik', bank.iban],
    ['kbe', bank.beneficiaryCode],
  ],
];

const recipient = ({ address, identifier, bank, name }: PaperParty): Element => [
  'recipient',
  [['address', address], ['tin', identifier], bankOf(bank), ['name', name], ['nonResident', 'false']],
];

const sender = ({ address, bank, vat, name, identifier }: PaperParty): Element => [
  'sender',
  [
    ['address', address],
    bankOf(bank),
    ['certificateNum', vat?.number],
    ['certificateSeries', vat?.series],
    ['name', name],
    ['tin', identifier],
  ],
];

/** The works without VAT, at prices that come to their sums, and the VAT of each. */
function worksOf(facts: ActFacts) {
  const rate = paysVat(facts) ? facts.vatRate : 0;
  const taxes = vatOfEach(
    facts.lines.map(({ amount }) => BigInt(amount)),
    rate,
  );
  return facts.lines.flatMap((line, index) => {
    const tax = taxes[index] ?? 0n;
    const parts = linesThatAddUp({ ...line, amount: less(line.amount, String(tax)) });
    const shares =
      tax === 0n
        ? parts.map(() => 0n)
        : shareOut(
            tax,
            parts.map(({ amount }) => BigInt(amount)),
          );
    return parts.map((part, at) => ({ ...part, tax: shares[at] ?? 0n, rate }));
  });
}

/** The file of an act whose parties are known: without their names it would be of nobody. */
export function actXml(facts: ActFacts & { customer: PaperParty; contractor: PaperParty }): string {
  const { customer, contractor, at, seq, task, basis, particulars, sending } = facts;
  const works = worksOf(facts);
  const net = works.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const tax = works.reduce((sum, each) => sum + each.tax, 0n);
  const performed = particulars.performedTo ?? particulars.performedFrom ?? civilDate(sending?.submittedAt ?? at);
  const awp: Element[] = [
    ['date', written(civilDate(at))],
    ['number', actNumber(yearOf(at), seq)],
    ['performedDate', written(performed)],
    ['additionalInfo', unlessErased(task.title)],
    [
      'contract',
      [
        ['date', basis && written(basis.date)],
        ['isContract', String(basis !== null)],
        ['number', basis?.number],
      ],
    ],
    ['recipients', [recipient(customer)]],
    ['senders', [sender(contractor)]],
    [
      'worksPerformed',
      [
        ['currencyCode', 'KZT'],
        ['totalNdsAmount', plainTenge(tax)],
        ['totalSumWithTax', plainTenge(net + tax)],
        ['totalSumWithoutTax', plainTenge(net)],
        ['totalTurnoverSize', plainTenge(net)],
        ['works', works.map(workOf)],
      ],
    ],
  ];
  const body = awp.map(xmlOf).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<awp:awp xmlns:awp="v1.awp">${body}</awp:awp>\n`;
}

const workOf = ({ name, unit, quantity, unitPrice, amount, tax, rate }: ReturnType<typeof worksOf>[number]): Element => [
  'work',
  [
    // The system has codes of units that the platform does not know: the unit stands in words.
    ['additionalInfo', unlessErased(unit)],
    ['name', unlessErased(name)],
    ['ndsAmount', plainTenge(tax)],
    ['ndsRate', String(rate / 100)],
    ['quantity', quantity],
    ['sumWithTax', plainTenge(BigInt(amount) + tax)],
    ['sumWithoutTax', plainTenge(amount)],
    ['turnoverSize', plainTenge(amount)],
    ['unitPriceWithoutTax', plainTenge(unitPrice)],
  ],
];
