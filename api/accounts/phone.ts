/** Mobile numbers. Not in `rules/`, because the library brings every country's numbering plan, which no chart or workflow needs. */
import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Language, Localized } from '../../charts/messages.ts';
import { visibleNumber } from '../../rules/typed-number.ts';
import { Problem } from '../errors.ts';

export const PHONE_FAULTS = {
  notANumber: {
    kk: 'Бұл — телефон нөмірі емес. +7 701 123 45 67 түрінде енгізіңіз.',
    ru: 'Это не номер телефона. Введите его в виде +7 701 123 45 67.',
    en: 'This is no telephone number. Enter it like +7 701 123 45 67.',
  },
  countryNotAllowed: {
    kk: 'Бұл елдің нөмірімен тіркелу мүмкін емес.',
    ru: 'С номером этой страны зарегистрироваться нельзя.',
    en: 'Numbers of this country cannot be used here.',
  },
  notMobile: {
    kk: 'Ұялы телефон нөмірі керек: оған СМС жіберіледі.',
    ru: 'Нужен номер мобильного телефона: на него приходят СМС.',
    en: 'A mobile number is needed: text messages are sent to it.',
  },
  madeUp: {
    kk: 'Мұндай нөмір жоқ. Өз нөміріңізді енгізіңіз.',
    ru: 'Такого номера нет. Введите свой номер.',
    en: 'There is no such number. Enter your own.',
  },
} as const satisfies Record<string, Localized>;

export type PhoneFault = keyof typeof PHONE_FAULTS;

/**
 * One digit ten times, or seven zeros after the operator's code: the library accepts them. Other unlikely numbers are not refused, because numbers
 * like +7 701 777 77 77 are sold.
 */
const MADE_UP = /^(\d)\1{9}$|0{7}$/;

/**
 * The authorised number (1.2) in E.164, as it is stored, or what is wrong with it. A number without a country code belongs to the first of
 * `countries`, a parameter of the day.
 */
export function readPhone(text: string, countries: readonly CountryCode[] = ['KZ']): { number: string } | { fault: PhoneFault } {
  const parsed = parsePhoneNumberFromString(visibleNumber(text), { ...(countries[0] && { defaultCountry: countries[0] }), extract: false });
  if (!parsed || parsed.ext !== undefined || !parsed.isValid()) return { fault: 'notANumber' };
  if (parsed.country === undefined || !countries.includes(parsed.country)) return { fault: 'countryNotAllowed' };
  if (parsed.getType() !== 'MOBILE') return { fault: 'notMobile' };
  return MADE_UP.test(parsed.nationalNumber) ? { fault: 'madeUp' } : { number: parsed.number };
}

/** A telephone for papers in E.164, of any country and also of an office; or what is wrong with it, in words. */
export function readPaperPhone(text: string): { number: string } | { fault: Localized } {
  const parsed = parsePhoneNumberFromString(visibleNumber(text), { defaultCountry: 'KZ', extract: false });
  return parsed?.isValid() && parsed.ext === undefined && !MADE_UP.test(parsed.nationalNumber)
    ? { number: parsed.number }
    : { fault: PHONE_FAULTS.notANumber };
}

/** The number in a request. @throws 400 with what is wrong with it. */
export function requireNumber(text: string, language: Language, path = 'number'): string {
  const read = readPhone(text);
  if ('number' in read) return read.number;
  const message = PHONE_FAULTS[read.fault][language];
  throw new Problem('invalid-input', { detail: message, errors: [{ path, message }] });
}
