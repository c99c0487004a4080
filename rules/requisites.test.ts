import fc from 'fast-check';
import type { Ground, PaperKind, Representative, Requisites } from './requisites.ts';
import { actingFor, isInForce, missingFor, NO_REQUISITES, needsOf, otherBic, PAPER_NEEDS, paperParty } from './requisites.ts';
import { addCalendarDays } from './working-days.ts';

const TODAY = '2026-11-29';
const SHA = 'a'.repeat(64);
const power = (from: string, until: string): Ground => ({ kind: 'powerOfAttorney', number: '7', from, until, sha256: SHA });
const acting = (person: string, ground: Ground = { kind: 'charter' }): Representative => ({
  ...{ person, name: `Name of ${person}`, iin: '900101300007', position: { kk: 'директор', ru: 'директора' } },
  ground,
});
const BANK = { name: 'АО «Банк»', bic: 'CASPKZKA', iban: 'KZ41722C000000000001', beneficiaryCode: '17' };
const whole: Requisites = {
  ...{ name: 'ТОО «Пример»', address: 'Алматы', phone: '+77272000000', email: 'a@example.kz', bank: BANK, vat: null, taxRegime: 'general' },
  representatives: [acting('owner')],
};
const on = TODAY;

describe('powers of attorney', () => {
  test.each([
    ['began yesterday and ends tomorrow', '2026-11-28', '2026-11-30', true],
    ['begins and ends today', '2026-11-29', '2026-11-29', true],
    ['ends today', '2026-01-01', '2026-11-29', true],
    ['ended yesterday', '2026-01-01', '2026-11-28', false],
    ['begins tomorrow', '2026-11-30', '2027-11-30', false],
  ])('one that %s', (_, from, until, holds) => {
    expect(isInForce(power(from, until), TODAY)).toBe(holds);
  });

  it('hold on each day from the first to the last and on no other, and a charter always', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: -50, max: 1_050 }), (length, day) => {
        const date = addCalendarDays(TODAY, day);
        expect(isInForce(power(TODAY, addCalendarDays(TODAY, length)), date)).toBe(day >= 0 && day <= length);
        expect(isInForce({ kind: 'charter' }, date)).toBe(true);
      }),
    );
  });

  it('are those of present members with a role that may bind, in the order of the company', () => {
    const all = [acting('first', power('2026-01-01', '2026-11-28')), acting('second'), acting('third'), acting('fourth'), acting('gone')];
    const members = { first: ['owner'], second: ['signatory', 'manager'], third: ['manager', 'accountant'], fourth: ['owner'] };
    expect(actingFor(all, { on, members }).map(({ person }) => person)).toEqual(['second', 'fourth']);
    expect(actingFor(all, { on }).map(({ person }) => person)).toEqual(['second', 'third', 'fourth', 'gone']);
  });
});

describe('what is missing', () => {
  it('is named field by field: everything of nobody, nothing of whole requisites', () => {
    const company = { kind: 'company', isPaid: false } as const;
    expect(missingFor('contract', company, undefined, { on })).toEqual(['name', 'address', 'phone', 'representative']);
    expect(missingFor('contract', company, NO_REQUISITES, { on })).toEqual(['name', 'address', 'phone', 'representative']);
    expect(missingFor('contract', { kind: 'natural', isPaid: false }, undefined, { on })).toEqual(['name', 'address']);
    expect(missingFor('contract', { kind: 'entrepreneur', isPaid: true }, undefined, { on })).toEqual(['name', 'address', 'bank']);
    expect(missingFor('contract', company, whole, { on, members: { owner: ['owner'] } })).toEqual([]);
  });

  it('is the representative, if nobody’s powers hold', () => {
    const company = { kind: 'company', isPaid: false } as const;
    const ended = { ...whole, representatives: [acting('owner', power('2026-01-01', '2026-11-28'))] };
    expect(missingFor('completion-act', company, ended, { on, members: { owner: ['owner'] } })).toEqual(['representative']);
    expect(missingFor('completion-act', company, whole, { on, members: { another: ['owner'] } })).toEqual(['representative']);
  });

  it('is bank details only where they say where to pay', () => {
    const papers = Object.keys(PAPER_NEEDS) as PaperKind[];
    const saying = papers.filter((paper) => needsOf(paper, { kind: 'natural', isPaid: true }).includes('bank'));
    expect(saying).toEqual(['order', 'contract', 'claim', 'settlement']);
    expect(papers.filter((paper) => needsOf(paper, { kind: 'company', isPaid: false }).includes('bank'))).toEqual([]);
  });

  it('of an order and a contract is the same: both bind the parties', () => {
    expect(PAPER_NEEDS.order).toEqual(PAPER_NEEDS.contract);
  });
});

describe('a party of a paper', () => {
  const own = { kind: 'company', name: 'Short name', identifier: '240140000011', proved: true, phone: '+77010000000' } as const;

  it('has the names of its version, and who acts for it', () => {
    expect(paperParty(own, { version: 'v', requisites: whole }, { on })).toEqual({
      ...{ kind: 'company', name: 'ТОО «Пример»', identifier: '240140000011', proved: true, address: 'Алматы' },
      ...{ phone: '+77272000000', email: 'a@example.kz', bank: BANK, vat: null },
      representative: {
        ...{ acted: 'nobody', name: 'Name of owner', position: { kk: 'директор', ru: 'директора' } },
        ground: { kk: 'Жарғы', ru: 'Устава' },
      },
      version: 'v',
    });
  });

  it('names the one who acted, else the first whose powers hold, else nobody', () => {
    const until = '2027-01-01';
    const of = (...representatives: Representative[]) => ({ version: 'v', requisites: { ...whole, representatives } });
    const two = of(acting('first'), acting('second', power('2026-11-01', until)));
    const byPerson = (person: string) => (each: Representative) => each.person === person;
    expect(paperParty(own, two, { on }).representative).toMatchObject({ acted: 'nobody', name: 'Name of first' });
    expect(paperParty(own, two, { on }, byPerson('second')).representative).toEqual({
      ...{ acted: 'this', name: 'Name of second', position: { kk: 'директор', ru: 'директора' } },
      ground: { kk: '01.11.2026 № 7 сенімхат', ru: 'доверенности № 7 от 01.11.2026' },
    });
    // The one who acted had no powers on that day.
    expect(paperParty(own, two, { on: '2027-01-02' }, byPerson('second')).representative).toMatchObject({
      ...{ acted: 'another', name: 'Name of first' },
    });
    expect(paperParty(own, of(acting('second', power('2026-11-01', '2026-11-02'))), { on }).representative).toBeNull();
  });

  it('without requisites is what the account says of itself', () => {
    expect(paperParty({ ...own, kind: 'natural' }, undefined, { on })).toEqual({
      ...{ kind: 'natural', name: 'Short name', identifier: '240140000011', proved: true, address: null, phone: '+77010000000' },
      ...{ email: null, bank: null, vat: null, representative: null, version: null },
    });
  });
});

test('a BIC that does not fit the code of the bank is known by the pair', () => {
  expect(otherBic(BANK)).toBeUndefined();
  expect(otherBic({ ...BANK, bic: 'KCJBKZKX' })).toBe('CASPKZKA');
  expect(otherBic({ iban: 'KZ35000EXAMPLE000000', bic: 'EXAMKZKA' })).toBeUndefined();
});
