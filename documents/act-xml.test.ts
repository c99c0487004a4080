import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { actFacts, COMPANY, PERSON } from '../testing/texts/deal.ts';
import { actXml } from './act-xml.ts';

const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true, isArray: (name) => name === 'work' });
const PAYER = { ...PERSON, kind: 'entrepreneur' as const, vat: COMPANY.vat };
const known = (given: Partial<Parameters<typeof actXml>[0]> = {}) => ({ ...actFacts(), customer: COMPANY, contractor: PERSON, ...given });
const read = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml)['awp:awp'];
};
const tiyn = (text: string): bigint => BigInt(text.replace('.', ''));

describe('the file of an act (AwpV1)', () => {
  it('names act, contract, parties and works in the order of the schema', () => {
    const awp = read(actXml(known()));
    expect(Object.keys(awp)).toEqual(
      expect.arrayContaining(['date', 'number', 'performedDate', 'additionalInfo', 'contract', 'recipients', 'senders', 'worksPerformed']),
    );
    expect(awp).toMatchObject({
      date: '28.11.2026',
      number: 'АВР-2026-7',
      performedDate: '28.11.2026',
      contract: { date: '20.11.2026', isContract: 'true', number: '106-2' },
      recipients: { recipient: { tin: '240140000011', name: 'ТОО «Астана Құрылыс Сервис»', bankDetails: { iik: 'KZ41722C000000000001' } } },
      senders: { sender: { tin: '900101300007' } },
    });
    expect(awp.worksPerformed).toMatchObject({
      currencyCode: 'KZT',
      totalNdsAmount: '0.00',
      totalSumWithTax: '130175.00',
      totalSumWithoutTax: '130175.00',
    });
    expect(awp.worksPerformed.works.work).toHaveLength(4);
  });

  it('takes the VAT out of the price of who pays it', () => {
    const { worksPerformed, senders } = read(actXml(known({ contractor: PAYER })));
    expect(worksPerformed).toMatchObject({ totalNdsAmount: '17955.17', totalSumWithoutTax: '112219.83', totalSumWithTax: '130175.00' });
    expect(senders.sender).toMatchObject({ certificateNum: '0012345', certificateSeries: '62001' });
  });

  it('adds up, whatever the lines, with and without VAT', () => {
    const line = fc.record({
      name: fc.constant('Бояу'),
      unit: fc.constant('м²'),
      quantity: fc.integer({ min: 1, max: 1_000_000 }).map((all) => String(all / 1000)),
      unitPrice: fc.constant('100'),
      amount: fc.integer({ min: 0, max: 1_000_000_000 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.boolean(), (lines, pays) => {
        const amount = String(lines.reduce((sum, each) => sum + BigInt(each.amount), 0n));
        const { worksPerformed } = read(actXml(known({ lines, amount, contractor: pays ? PAYER : PERSON })));
        const works: Record<string, string>[] = worksPerformed.works.work;
        const sum = (key: string): bigint => works.reduce((all, work) => all + tiyn(work[key] ?? ''), 0n);
        expect([sum('sumWithTax'), tiyn(worksPerformed.totalSumWithTax)]).toEqual([BigInt(amount), BigInt(amount)]);
        expect(sum('ndsAmount')).toBe(tiyn(worksPerformed.totalNdsAmount));
        expect(sum('sumWithoutTax') + sum('ndsAmount')).toBe(BigInt(amount));
      }),
    );
  });

  it("keeps a person's words in their element, whatever is in them", () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '');
        const words = `</name><name>${text}&amp;]]>`;
        const awp = read(
          actXml(known({ lines: [{ ...(actFacts().lines[0] as never as object), name: words } as never], amount: '4217500' })),
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is left out.
        const fit = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replace(/\r\n?/gu, '\n');
        expect(awp.worksPerformed.works.work[0].name.replace(/\r\n?/gu, '\n')).toBe(fit);
        expect(Object.keys(awp.worksPerformed.works)).toEqual(['work']);
      }),
    );
  });
});
