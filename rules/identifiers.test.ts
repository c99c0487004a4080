import fc from 'fast-check';
import {
  ageOn,
  checkDigit,
  IBAN_FAULTS,
  IDENTIFIER_FAULTS,
  readAdultIin,
  readCompanyBin,
  readIban,
  readIdentifier,
} from './identifiers.ts';
import { forbiddenWords } from './words.ts';
import { addCalendarDays } from './working-days.ts';

const TODAY = '2026-11-25';

describe('an IIN', () => {
  test.each([
    ['900101300007', '1990-01-01'],
    ['851231400011', '1985-12-31'],
    ['040229500075', '2004-02-29'],
    ['750505300556', '1975-05-05'],
    ['120101500016', '2012-01-01'],
    ['000229600034', '2000-02-29'],
    ['820301300017', '1982-03-01'],
    ['880808300024', '1988-08-08'],
    ['951111400011', '1995-11-11'],
    ['060712600010', '2006-07-12'],
    ['501231300013', '1950-12-31'],
    ['900101300811', '1990-01-01'],
    ['900101300823', '1990-01-01'],
    ['900101300835', '1990-01-01'],
  ])('%s belongs to a person born on %s', (number, bornOn) => {
    expect(readIdentifier(number, TODAY)).toEqual({ kind: 'iin', bornOn });
  });

  test.each([
    ['990630601235', 'notBornYet'],
    ['010229500129', 'noSuchDate'],
    ['900101300008', 'checkDigit'],
    ['123456789011', 'checkDigit'],
    ['123456789012', 'checkDigit'],
    ['123456789021', 'checkDigit'],
    ['90010130000', 'notTwelveDigits'],
    ['9001013000071', 'notTwelveDigits'],
    ['900101 300007', 'notTwelveDigits'],
    ['٩٠٠١٠١٣٠٠٠٠٧', 'notTwelveDigits'],
    ['900101300007\n', 'notTwelveDigits'],
    ['', 'notTwelveDigits'],
  ])('%j is refused: %s', (number, fault) => {
    expect(readIdentifier(number, TODAY)).toEqual({ fault });
  });

  test.each(['90010130080', '90010130161', '90010130242'])('%s is never issued, whatever follows', (eleven) => {
    expect(checkDigit(eleven)).toBeUndefined();
    for (let last = 0; last < 10; last++) expect(readIdentifier(`${eleven}${last}`, TODAY)).toEqual({ fault: 'checkDigit' });
  });

  /** With the check digit to eleven digits; for which there is one. */
  const whole = (eleven: string): string => `${eleven}${checkDigit(eleven)}`;

  it('with a seventh digit of 0 has no date of birth, but must begin with an existing date', () => {
    expect(readIdentifier(whole('90010100000'), TODAY)).toEqual({ kind: 'iin', bornOn: null });
    expect(readIdentifier(whole('00022900000'), TODAY)).toEqual({ kind: 'iin', bornOn: null });
    expect(readIdentifier(whole('90023000000'), TODAY)).toEqual({ fault: 'noSuchDate' });
  });

  it('with a seventh digit above 6 is refused', () => {
    for (const seventh of ['7', '8', '9']) expect(readIdentifier(whole(`900101${seventh}0000`), TODAY)).toEqual({ fault: 'unknownKind' });
  });

  it('is accepted for a birth today and refused for a birth tomorrow', () => {
    const newborn = whole('26112550000');
    expect(readIdentifier(newborn, '2026-11-25')).toEqual({ kind: 'iin', bornOn: '2026-11-25' });
    expect(readIdentifier(newborn, '2026-11-24')).toEqual({ fault: 'notBornYet' });
  });
});

describe('a BIN', () => {
  test.each([
    ['240140000011', 'resident', 'head'],
    ['190540012345', 'resident', 'head'],
    ['231160000071', 'jointEntrepreneurs', 'head'],
    ['220341000050', 'resident', 'branch'],
    ['211242000033', 'resident', 'representativeOffice'],
    ['180140005198', 'resident', 'head'],
  ])('%s is of a %s (%s)', (number, holder, part) => {
    expect(readIdentifier(number, TODAY)).toEqual({ kind: 'bin', holder, part });
    expect(readCompanyBin(number, TODAY)).toEqual({ kind: 'bin', holder, part });
  });

  test.each([
    ['24004000001', 'noSuchDate'],
    ['24134000001', 'noSuchDate'],
    ['24017000001', 'unknownKind'],
  ])('that begins with %s is refused: %s', (eleven, fault) => {
    expect(readIdentifier(`${eleven}${checkDigit(eleven)}`, TODAY)).toEqual({ fault });
  });
});

describe('when one kind is required', () => {
  it('a number of the other kind is refused, and the error names that kind', () => {
    expect(readAdultIin('240140000011', TODAY, 18)).toEqual({ fault: 'notAnIin' });
    expect(readCompanyBin('900101300007', TODAY)).toEqual({ fault: 'notABin' });
    expect(readAdultIin('900101300008', TODAY, 18)).toEqual({ fault: 'checkDigit' });
    expect(readCompanyBin('240140000012', TODAY)).toEqual({ fault: 'checkDigit' });
  });

  it('a minor is refused until the birthday, by the age of majority of the day', () => {
    expect(readAdultIin('120101500016', TODAY, 18)).toEqual({ fault: 'underAge' });
    expect(readAdultIin('120101500016', '2029-12-31', 18)).toEqual({ fault: 'underAge' });
    expect(readAdultIin('120101500016', '2030-01-01', 18)).toEqual({ kind: 'iin', bornOn: '2012-01-01' });
    expect(readAdultIin('120101500016', '2030-01-01', 21)).toEqual({ fault: 'underAge' });
    expect(readAdultIin(`90010100000${checkDigit('90010100000')}`, TODAY, 18)).toEqual({ fault: 'ageUnknown' });
  });

  test.each([
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-29', 20],
    ['2000-12-31', '2026-12-30', 25],
    ['2000-12-31', '2000-12-31', 0],
    ['2026-11-26', '2026-11-25', -1],
  ])('born on %s, a person is on %s %i years old', (bornOn, date, age) => {
    expect(ageOn(bornOn, date)).toBe(age);
  });

  it('a date that does not exist is refused', () => {
    expect(() => readIdentifier('900101300007', 'today')).toThrow(RangeError);
    expect(() => ageOn('2026-02-30', TODAY)).toThrow(RangeError);
  });
});

describe('for any number', () => {
  const digit = fc.integer({ min: 0, max: 9 });
  const elevenDigits = fc.array(digit, { minLength: 11, maxLength: 11 }).map((digits) => digits.join(''));
  const issued = elevenDigits.filter((eleven) => checkDigit(eleven) !== undefined).map((eleven) => `${eleven}${checkDigit(eleven)}`);

  // Not every changed digit is found: the eleventh has the weight 11, and a change may lead to the other weights and meet there.
  test('a change of its last digit is always found', () => {
    fc.assert(
      fc.property(issued, fc.integer({ min: 1, max: 9 }), (number, by) => {
        const changed = `${number.slice(0, 11)}${(Number(number[11]) + by) % 10}`;
        expect(readIdentifier(changed, TODAY)).toEqual({ fault: 'checkDigit' });
      }),
    );
  });

  test('control: a change of its eleventh digit may be missed', () => {
    expect(readIdentifier('900101300007', TODAY)).toEqual(readIdentifier('900101300017', TODAY));
    expect(readIdentifier('901101300007', TODAY)).not.toEqual({ fault: 'checkDigit' });
  });

  test('it has exactly one kind, or is refused', () => {
    fc.assert(
      fc.property(issued, (number) => {
        const read = readIdentifier(number, TODAY);
        if ('fault' in read) return;
        expect(read.kind).toBe(Number(number[4]) >= 4 ? 'bin' : 'iin');
      }),
    );
  });

  test('the date of birth is read from the number', () => {
    const born = fc.integer({ min: 0, max: 46_000 }).map((days) => addCalendarDays('1900-01-01', days));
    fc.assert(
      fc.property(born, fc.integer({ min: 0, max: 9_999 }), fc.boolean(), (bornOn, serial, woman) => {
        const century = (bornOn < '2000' ? 3 : 5) + Number(woman);
        const eleven = `${bornOn.replaceAll('-', '').slice(2)}${century}${String(serial).padStart(4, '0')}`;
        fc.pre(checkDigit(eleven) !== undefined);
        expect(readIdentifier(`${eleven}${checkDigit(eleven)}`, '2030-01-01')).toEqual({ kind: 'iin', bornOn });
      }),
    );
  });
});

describe('an IBAN', () => {
  test.each([
    ['KZ86125KZT5004100100', '125'],
    ['KZ75125KZT2069100100', '125'],
    ['KZ41722C000000000001', '722'],
    ['KZ456010000000000001', '601'],
    ['KZ31601A000000000001', '601'],
    ['KZ37998PB00000000001', '998'],
    ['KZ21965000000000001A', '965'],
  ])('%s is of the bank with the code %s', (iban, bankCode) => {
    expect(readIban(iban)).toEqual({ iban, bankCode });
  });

  it('is stored without spaces and in capitals', () => {
    for (const text of [' kz86 125k zt50\u00a00410 0100 ', '\u202aKZ86-125K\u2011ZT50\u200b04100100\u202c', 'ＫＺ８６125KZT5004100100'])
      expect(readIban(text)).toEqual({ iban: 'KZ86125KZT5004100100', bankCode: '125' });
  });

  test.each([
    ['KZ86125KZT5004100101', 'checkDigits'],
    ['KZ68125KZT5004100100', 'checkDigits'],
    ['KZ86125KZT500410010', 'notKazakh'],
    ['KZ86125KZT50041001000', 'notKazakh'],
    ['DE89370400440532013000', 'notKazakh'],
    ['KZ86ABCKZT5004100100', 'notKazakh'],
    ['KZ86125KZT500410010О', 'notKazakh'],
    ['', 'notKazakh'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readIban(text)).toEqual({ fault });
  });

  // A digit for a letter makes the sum longer: such a change is not always found.
  test('with any one digit or letter changed for another is refused', () => {
    const valid = 'KZ86125KZT5004100100';
    const other = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const isDigit = (character: string | undefined): boolean => /\d/.test(character ?? '');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 19 }), other, (at, character) => {
        fc.pre(valid[at] !== character && isDigit(valid[at]) === isDigit(character));
        expect(readIban(`${valid.slice(0, at)}${character}${valid.slice(at + 1)}`)).toHaveProperty('fault');
      }),
    );
  });
});

test('every fault has a text in each language, without forbidden words', () => {
  for (const texts of Object.values({ ...IDENTIFIER_FAULTS, ...IBAN_FAULTS })) {
    const words = Object.values(texts);
    expect(new Set(words).size).toBe(3);
    expect(words.flatMap(forbiddenWords)).toEqual([]);
  }
});
