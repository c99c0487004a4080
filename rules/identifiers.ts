/**
 * Numbers that a state or a bank gave: IIN of a natural person, BIN of a company, IBAN of an account. Reckoned from their digits alone: a number
 * that is right in itself may still belong to nobody or to another. Texts of faults are for users.
 */
import { ungrouped } from './typed-number.ts';
import { checkedDate } from './working-days.ts';

interface Text {
  kk: string;
  ru: string;
  en: string;
}

/** What is wrong with a number, in the words of those who typed it. */
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
  /** A civil date, or `null` where the seventh digit names no century: some foreigners. */
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
/** By the seventh digit of an IIN: century and sex. 0 names none. */
const CENTURIES: Record<string, string> = { 1: '18', 2: '18', 3: '19', 4: '19', 5: '20', 6: '20' };

/**
 * What an IIN or a BIN says of itself on a civil date (`YYYY-MM-DD`), or the first thing that is wrong with it: length, check digit, then what the
 * digits mean. The fifth digit tells the kinds apart, for no day begins with a 4. Source: Government resolutions P030000565_ and P070000406_.
 * Throws RangeError for a bad date.
 */
export function readIdentifier(number: string, today: string): Iin | Bin | Refused<IdentifierFault> {
  if (!/^[0-9]{12}$/.test(number)) return { fault: 'notTwelveDigits' };
  if (checkDigit(number.slice(0, 11)) !== Number(number[11])) return { fault: 'checkDigit' };
  return (number[4] as string) >= '4' ? readBin(number) : readIin(number, checkedDate(today));
}

/**
 * Whose IIN it is, where a person of full age is asked for: `majority` in years is a parameter of the day.
 * A number that tells no age is refused too: somebody has to look at a document. Throws RangeError for a bad date.
 */
export function readAdultIin(number: string, today: string, majority: number): Iin | Refused<IdentifierFault> {
  const read = readIdentifier(number, today);
  if ('fault' in read) return read;
  if (read.kind === 'bin') return { fault: 'notAnIin' };
  if (read.bornOn === null) return { fault: 'ageUnknown' };
  return ageOn(read.bornOn, today) < majority ? { fault: 'underAge' } : read;
}

/** Whose BIN it is, where a legal entity is asked for. Throws RangeError for a bad date. */
export function readCompanyBin(number: string, today: string): Bin | Refused<IdentifierFault> {
  const read = readIdentifier(number, today);
  return 'fault' in read || read.kind === 'bin' ? read : { fault: 'notABin' };
}

/**
 * Full years on a civil date of one who was born on another; below zero before the birth. Who was born on 29 February comes of age on 1 March of
 * other years. Throws RangeError for a bad date.
 */
export function ageOn(bornOn: string, date: string): number {
  const years = Number(checkedDate(date).slice(0, 4)) - Number(checkedDate(bornOn).slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** The twelfth digit of an IIN or a BIN by its first eleven; `undefined` where both passes give 10, and no number is issued. */
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
  // Without a century 29 February is believed in every fourth year: that of 2000 was one, so 20 it is.
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
 * An account number of a bank in Kazakhstan as it is stored: 20 characters, capitals, no spaces or marks; with the bank's code out of it, which is good for a
 * warning only. Source: ISO 13616, SWIFT's registry.
 */
export function readIban(text: string): { iban: string; bankCode: string } | Refused<IbanFault> {
  const iban = ungrouped(text).toUpperCase();
  if (!/^KZ[0-9]{5}[0-9A-Z]{13}$/.test(iban)) return { fault: 'notKazakh' };
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n ? { iban, bankCode: iban.slice(4, 7) } : { fault: 'checkDigits' };
}
