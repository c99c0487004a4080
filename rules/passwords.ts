/**
 * Rules for a password that its owner sets (1.9): long enough and not easy to guess. There are no rules for capitals or punctuation, and passwords do
 * not expire, because both make passwords worse (NIST SP 800-63B, 3.1.1). Users read the fault texts.
 */

interface Text {
  kk: string;
  ru: string;
  en: string;
}

/** A password alone logs in, so it is longer than one beside a second factor (NIST SP 800-63B-4, 3.1.1.2). */
const SHORTEST = 15;
const LONGEST = 128;

export const PASSWORD_FAULTS = {
  tooShort: {
    kk: 'Құпиясөз кемінде 15 таңбадан тұруы керек.',
    ru: 'В пароле должно быть не меньше 15 знаков.',
    en: 'A password must have at least 15 characters.',
  },
  tooLong: {
    kk: 'Құпиясөз 128 таңбадан аспауы керек.',
    ru: 'В пароле должно быть не больше 128 знаков.',
    en: 'A password can have at most 128 characters.',
  },
  unreadable: {
    kk: 'Құпиясөзде пернетақтадан терілмейтін таңба бар.',
    ru: 'В пароле есть знак, который не набрать на клавиатуре.',
    en: 'The password has a character that no keyboard types.',
  },
  common: {
    kk: 'Бұл құпиясөзді көп адам қолданады, оны бірінші болып байқап көреді. Басқасын ойлап табыңыз.',
    ru: 'Такой пароль выбирают многие, его пробуют первым. Придумайте другой.',
    en: 'Many people choose this password, so it is tried first. Think of another.',
  },
  pattern: {
    kk: 'Құпиясөз қайталанатын не рет-ретімен келетін таңбалардан тұрады. Басқасын ойлап табыңыз.',
    ru: 'Пароль состоит из повторов или знаков подряд. Придумайте другой.',
    en: 'The password is only a repetition or a sequence. Think of another.',
  },
  hasNumber: {
    kk: 'Құпиясөзде телефон нөміріңіз бар. Басқасын ойлап табыңыз.',
    ru: 'В пароле есть номер вашего телефона. Придумайте другой.',
    en: 'The password has your telephone number in it. Think of another.',
  },
  hasName: {
    kk: 'Құпиясөзде атыңыз бар. Басқасын ойлап табыңыз.',
    ru: 'В пароле есть ваше имя. Придумайте другой.',
    en: 'The password has your name in it. Think of another.',
  },
} as const satisfies Record<string, Text>;

export type PasswordFault = keyof typeof PASSWORD_FAULTS;

export interface Owner {
  /** E.164. */
  number: string;
  /** As the person wrote it. */
  name: string;
}

/**
 * Normalises a password before it is checked and hashed (NFKC, NIST SP 800-63B), so that the same letters typed on another system match.
 */
export const normalisedPassword = (password: string): string => password.normalize('NFKC');

/**
 * All faults of a password; an empty list if it is acceptable. `common` holds common passwords in lower case. Length is counted in code points.
 */
export function passwordFaults(password: string, owner: Owner, common: ReadonlySet<string>): PasswordFault[] {
  const text = normalisedPassword(password);
  const length = [...text].length;
  // The checks below take more than linear time, so a password that is too long skips them.
  if (length > LONGEST) return ['tooLong'];
  const lower = text.toLowerCase();
  const found: Record<Exclude<PasswordFault, 'tooLong'>, boolean> = {
    tooShort: length < SHORTEST,
    unreadable: /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(text),
    common: isCommon(lower, common),
    pattern: isPattern(lower),
    hasNumber: hasNumber(text, owner.number),
    hasName: hasName(lower, owner.name),
  };
  return (Object.keys(found) as (keyof typeof found)[]).filter((fault) => found[fault]);
}

/** People add a year or an exclamation mark to a common word. With more characters than this around it, it is no longer the common password. */
const MAX_AROUND_WORD = 6;

function isCommon(lower: string, common: ReadonlySet<string>): boolean {
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return common.has(lower) || (lower.length - core.length <= MAX_AROUND_WORD && common.has(core)) || isDate(lower);
}

/** A date, such as a birthday: `25111988`, `25.11.1988`, `1988-11-25`. */
function isDate(text: string): boolean {
  const digits = text.replace(/[ ./-]/g, '');
  if (!/^\d{8}$/.test(digits)) return false;
  const isDay = (year: string, month: string, day: string): boolean =>
    /^(19|20)/.test(year) && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)) || isDay(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
}

/** A repetition or a sequence: `aaaaaaaa`, `abcabcabc`, `12345678`, `87654321`. */
function isPattern(lower: string): boolean {
  if (/^(.+?)\1+$/su.test(lower)) return true;
  const codes = [...lower].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && [-1, 1].includes([...steps][0] ?? 0);
}

/** Compares the last seven digits, because an attacker also tries the number without country and operator code. */
function hasNumber(text: string, number: string): boolean {
  const own = number.replace(/\D/g, '').slice(-7);
  return own.length === 7 && text.replace(/\D/g, '').includes(own);
}

/** Checks each word of the name with three letters or more. Shorter ones occur in too many other words. */
function hasName(lower: string, name: string): boolean {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  return words.some((word) => lower.includes(word));
}
