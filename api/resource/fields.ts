/** Field schemas that commands of every life use: moments, days, sums, accounts and users' texts. */
import { z } from 'zod';
import { CATEGORIES, PLACES } from '../../models/reference-trees.ts';
import { isLanguageCode } from '../../rules/languages.ts';
import { MAX_SUM } from '../../rules/money.ts';
import { coarse, isInCountry } from '../../rules/plane.ts';
import { WAYS_OF_PAYMENT } from '../../rules/way-of-payment.ts';
import { checkedDate } from '../../rules/working-days.ts';
import { isText } from '../free-text.ts';

/** The years 2000 to 2199. */
const YEARS = /^2[01]/;

export const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => YEARS.test(text), 'Name a day of the years 2000 to 2199.')
  .meta({ description: 'A moment of the years 2000 to 2199 (UTC) in ISO 8601, with its UTC offset', example: '2026-12-01T09:00:00+05:00' });

/** A moment in a response. */
export const instant = z.string().meta({ format: 'date-time' });

const MOST_TIYN = Number(MAX_SUM);

/** Schemas of sums. */
const SUMS = z.registry<{ sum: true }>();

/** A sum from `least` tiyn. */
export const sumFrom = (least: number) =>
  z.int().min(least).max(MOST_TIYN).register(SUMS, { sum: true }).meta({ description: 'Integer tiyn (1 tenge = 100 tiyn)' });
export const tiyn = sumFrom(1);

export const point = z
  .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .refine(isInCountry, 'Name a point in Kazakhstan, in degrees.')
  .transform(coarse)
  .meta({ id: 'Point', description: 'Degrees of latitude and longitude. It is kept and shown rounded to about a hundred metres' });

export const categoryCode = z
  .string()
  .max(50)
  .refine(CATEGORIES.has, 'Take a code of `GET /v1/categories`.')
  .meta({ description: 'A code of `GET /v1/categories`', example: 'plumbing' });
/** A list in which nothing stands twice. */
export const listOf = <Item extends z.ZodType<string>>(item: Item, most: number, refusal = 'Name each once.') =>
  z
    .array(item)
    .max(most)
    .refine((given) => new Set(given).size === given.length, refusal);

export const categoryCodes = listOf(categoryCode, 10, 'Name each category once.');
export const placeCode = z
  .string()
  .max(50)
  .refine(PLACES.has, 'Take a code of `GET /v1/places`.')
  .meta({ description: 'A code of `GET /v1/places`', example: 'almaty' });

export const languageCode = z
  .string()
  .max(2)
  .refine(isLanguageCode, 'Take a code of ISO 639-1, such as kk, ru or en.')
  .meta({ description: 'A language by ISO 639-1', example: 'kk' });

export const wayOfPayment = z.enum(WAYS_OF_PAYMENT);

export const account = z.uuid().toLowerCase();

/** Whose an account is. */
export const accountKind = z.enum(['natural', 'entrepreneur', 'company', 'staff']);

export const civilDate = z.iso
  .date()
  .refine((date) => holds(() => checkedDate(date)), 'Name a day that exists, as YYYY-MM-DD.')
  .refine((date) => YEARS.test(date), 'Name a day of the years 2000 to 2199.')
  .meta({ pattern: YEARS.source });

export const month = z
  .string()
  .max(7)
  .regex(/^2[01]\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: 'A calendar month in Almaty', example: '2026-11' });

/** A rule that throws RangeError, as a check. */
export function holds(rule: () => unknown): boolean {
  try {
    rule();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A field without its `.optional()`. */
const required = (schema: z.core.$ZodType): z.core.$ZodType => (schema instanceof z.ZodOptional ? required(schema.unwrap()) : schema);

/** Does a command take texts? */
export const hasTexts = (schema: z.ZodObject): boolean => Object.values(schema.shape).some((field) => isText(required(field)));

/** Separates the texts of a command from its facts, by the marks in its schema. A sum is a decimal string in the chain. */
export function splitBody(
  schema: z.ZodObject,
  body: Record<string, unknown>,
): { texts: Record<string, unknown>; facts: Record<string, unknown> } {
  const texts: Record<string, unknown> = {};
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const field = schema.shape[name] && required(schema.shape[name]);
    if (field && isText(field)) texts[name] = value;
    else facts[name] = field && SUMS.get(field) ? String(value) : value;
  }
  return { texts, facts };
}

/** A sum in a response. */
export const money = (amount: string) => ({ amount: Number(amount), currency: 'KZT' as const });

/** `social-transfer` is `SocialTransfer` in the name of an operation. */
export const pascal = (kind: string): string => kind.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** `giveUp` is `/give-up` in a path. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
