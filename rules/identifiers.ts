/**
 * Checks identifiers: the IIN of a natural person, the BIN of a company, the IBAN of an account. Only the digits are checked. A valid number may still
 * belong to another person or not be issued. Users read the fault texts.
 */
import { ungrouped } from './typed-number.ts';
import { checkedDate } from './working-days.ts';

interface Text {
  kk: string;
  ru: string;
  en: string;
}

/** The reasons to refuse a number, for the person who typed it. */
export const IDENTIFIER_FAULTS = {
  notTwelveDigits: {
    kk: 'Нөмірде 12 цифр болуы керек.',
    ru: 'В номере должно быть 12 цифр.',
    en: 'The number must have 12 digits.',
  },
  checkDigit: {
    kk: 'Нөмірде қате бар: бақылау цифры сәйкес келмейді. Құжатпен салыстырыңыз.',
    ru: 'В номере опечатка: контрольная цифра не сходится. Сверьте с документом.',
    en: 'The number is mistyped: its check digit does not fit. Compare it with your document.',
  },
  noSuchDate: {
    kk: 'Нөмірдің басындағы күн күнтізбеде жоқ. Құжатпен салыстырыңыз.',
    ru: 'Даты, с которой начинается номер, не бывает. Сверьте с документом.',
    en: 'The number begins with a date that does not exist. Compare it with your document.',
  },
  notBornYet: {
    kk: 'Нөмірдегі туған күн әлі келген жоқ. Құжатпен салыстырыңыз.',
    ru: 'Дата рождения в номере ещё не наступила. Сверьте с документом.',
    en: 'The date of birth in the number is still to come. Compare it with your document.',
  },
  unknownKind: {
    kk: 'Мұндай түрдегі нөмір берілмейді. Құжатпен салыстырыңыз.',
    ru: 'Номеров такого вида не бывает. Сверьте с документом.',
    en: 'There are no numbers of this kind. Compare it with your document.',
  },
  notAnIin: {
    kk: 'Бұл — БСН. Жеке тұлғаның ЖСН-ін енгізіңіз.',
    ru: 'Это БИН. Укажите ИИН физического лица.',
    en: 'This is a BIN. Enter the IIN of a natural person.',
  },
  notABin: {
    kk: 'Бұл — ЖСН. Заңды тұлғаның БСН-ін енгізіңіз.',
    ru: 'Это ИИН. Укажите БИН юридического лица.',
    en: 'This is an IIN. Enter the BIN of a legal entity.',
  },
  ageUnknown: {
    kk: 'Нөмірден жасты білу мүмкін емес: оператор құжатты тексереді.',
    ru: 'По номеру не узнать возраст: оператор проверит документ.',
    en: 'The number does not tell an age: the operator will check a document.',
  },
  underAge: {
    kk: 'Платформаны кәмелетке толғандар ғана пайдалана алады.',
    ru: 'Платформой могут пользоваться только совершеннолетние.',
    en: 'The platform is for adults only.',
  },
} as const satisfies Record<string, Text>;

export type IdentifierFault = keyof typeof IDENTIFIER_FAULTS;

/** The facts encoded in an IIN. */
export interface Iin {
  kind: 'iin';
  /** A civil date. `null` if the seventh digit names no century, as for some foreigners. */
  bornOn: string | null;
}

/** The facts encoded in a BIN. */
export interface Bin {
  kind: 'bin';
  holder: 'resident' | 'nonResident' | 'jointEntrepreneurs';
  part: 'head' | 'branch' | 'representativeOffice' | 'farm' | 'other';
}

export interface Refused<Fault> {
  fault: Fault;
}

const HOLDERS: Record<string, Bin['holder']> = { 4: 'resident', 5: 'nonResident', 6: 'jointEntrepreneurs' };
const PARTS: Record<string, Bin['part']> = { 0: 'head', 1: 'branch', 2: 'representativeOffice', 3: 'farm' };
/** The century by the seventh digit of an IIN, which also encodes the sex. 0 names no century. */
const CENTURIES: Record<string, string> = { 1: '18', 2: '18', 3: '19', 4: '19', 5: '20', 6: '20' };

/**
 * Reads an IIN or a BIN as of a civil date (`YYYY-MM-DD`). Returns the first fault if it is not valid: length, check digit, then meaning. The fifth
 * digit distinguishes the kinds, because no day of a month begins with 4. Source: Government resolutions P030000565_ and P070000406_.
 * @throws RangeError for a bad date.
 */
export function readIdentifier(number: string, today: string): Iin | Bin | Refused<IdentifierFault> {
  if (!/^[0-9]{12}$/.test(number)) return { fault: 'notTwelveDigits' };
  if (checkDigit(number.slice(0, 11)) !== Number(number[11])) return { fault: 'checkDigit' };
  return (number[4] as string) >= '4' ? readBin(number) : readIin(number, checkedDate(today));
}

/**
 * Reads the IIN of an adult. `majority` is the age of majority in years, a dated parameter. A number without an age is refused too, because the
 * operator must check a document. @throws RangeError for a bad date.
 */
export function readAdultIin(number: string, today: string, majority: number): Iin | Refused<IdentifierFault> {
  const read = readIdentifier(number, today);
  if ('fault' in read) return read;
  if (read.kind === 'bin') return { fault: 'notAnIin' };
  if (read.bornOn === null) return { fault: 'ageUnknown' };
  return ageOn(read.bornOn, today) < majority ? { fault: 'underAge' } : read;
}

/** Reads the BIN of a legal entity. Refuses an IIN. @throws RangeError for a bad date. */
export function readCompanyBin(number: string, today: string): Bin | Refused<IdentifierFault> {
  const read = readIdentifier(number, today);
  return 'fault' in read || read.kind === 'bin' ? read : { fault: 'notABin' };
}

/**
 * The age in full years on a civil date; negative before the birth. A person born on 29 February turns a year older on 1 March in other years.
 * @throws RangeError for a bad date.
 */
export function ageOn(bornOn: string, date: string): number {
  const years = Number(checkedDate(date).slice(0, 4)) - Number(checkedDate(bornOn).slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Computes the twelfth digit of an IIN or a BIN from its first eleven. `undefined` if both passes give 10: such a number is never issued. */
export function checkDigit(eleven: string): number | undefined {
  const pass = (from: number): number =>
    [...eleven].reduce((sum, digit, index) => sum + Number(digit) * (((index + from) % 11) + 1), 0) % 11;
  const first = pass(0);
  const digit = first === 10 ? pass(2) : first;
  return digit === 10 ? undefined : digit;
}

function readBin(number: string): Bin | Refused<IdentifierFault> {
  const month = Number(number.slice(2, 4));
  if (month < 1 || month > 12) return { fault: 'noSuchDate' };
  const holder = HOLDERS[number[4] as string];
  return holder === undefined ? { fault: 'unknownKind' } : { kind: 'bin', holder, part: PARTS[number[5] as string] ?? 'other' };
}

function readIin(number: string, today: string): Iin | Refused<IdentifierFault> {
  const [year, month, day, seventh] = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6), number[6] as string];
  const date = (century: string): string | undefined => existing(`${century}${year}-${month}-${day}`);
  // The century is unknown, so 29 February must pass in every fourth year. 2000 was a leap year and 1900 was not, so 20 is used.
  if (seventh === '0') return date('20') === undefined ? { fault: 'noSuchDate' } : { kind: 'iin', bornOn: null };
  const century = CENTURIES[seventh];
  if (century === undefined) return { fault: 'unknownKind' };
  const bornOn = date(century);
  if (bornOn === undefined) return { fault: 'noSuchDate' };
  return bornOn > today ? { fault: 'notBornYet' } : { kind: 'iin', bornOn };
}

function existing(date: string): string | undefined {
  try {
    return checkedDate(date);
  } catch {
    return undefined;
  }
}

export const IBAN_FAULTS = {
  notKazakh: {
    kk: 'Шот нөмірі KZ әріптерінен басталып, 20 таңбадан тұруы керек.',
    ru: 'Номер счёта должен начинаться с KZ и состоять из 20 знаков.',
    en: 'The account number must begin with KZ and have 20 characters.',
  },
  checkDigits: {
    kk: 'Шот нөмірінде қате бар: бақылау цифрлары сәйкес келмейді.',
    ru: 'В номере счёта опечатка: контрольные цифры не сходятся.',
    en: 'The account number is mistyped: its check digits do not fit.',
  },
} as const satisfies Record<string, Text>;

export type IbanFault = keyof typeof IBAN_FAULTS;

/**
 * Reads the IBAN of a bank in Kazakhstan. Returns it as stored (20 characters, capitals, no spaces) and the bank's code from it. Use the code only for
 * warnings. Source: ISO 13616, SWIFT's registry.
 */
export function readIban(text: string): { iban: string; bankCode: string } | Refused<IbanFault> {
  const iban = ungrouped(text).toUpperCase();
  if (!/^KZ[0-9]{5}[0-9A-Z]{13}$/.test(iban)) return { fault: 'notKazakh' };
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n ? { iban, bankCode: iban.slice(4, 7) } : { fault: 'checkDigits' };
}
