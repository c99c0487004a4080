/** Users' texts, kept outside the chain so that they can be erased. */
import { v5 as uuid } from 'uuid';
import { z } from 'zod';
import type { ErasableRef } from '../charts/law.ts';
import type { ErasableText } from '../lives/command.ts';
import { erasableRef } from '../lives/hashing.ts';
import type { Keys } from '../models/keys.ts';

const NAMESPACE = '6b3f0d9c-41a7-4f0e-9d35-7f6a3c1c9a10';

/** The same account and key always give the same id. */
export const idFrom = (...parts: string[]): string => uuid(parts.join('/'), NAMESPACE);

/** Control characters except tab and line ends, and unpaired surrogates: neither JSON in the database nor the chain accepts them. */
const UNPRINTABLE = /\p{Cs}|[\p{Cc}--[\t\n\r]]/v;
/** Visible characters. Some letters and symbols are blank: the Hangul fillers, Braille without dots, an empty note head. */
const VISIBLE = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]]/v;

/** Schemas of texts that are kept outside the chain. A schema derived from a marked one, for example by `.meta()`, is marked too. */
const TEXTS = z.registry<{ text: true }>();

/** Marks a field as a user's text, or as a group of texts such as a profile. */
export function asText<Schema extends z.core.$ZodType>(schema: Schema): Schema {
  TEXTS.add(schema, { text: true });
  return schema;
}

export const isText = (schema: z.core.$ZodType): boolean => TEXTS.get(schema) !== undefined;

/** A user's text: no control characters, at least one visible character. */
export const freeText = (longest: number) =>
  asText(
    z
      .string()
      .trim()
      .min(1)
      .max(longest)
      .refine((text) => !UNPRINTABLE.test(text), 'Leave out control characters.')
      .refine((text) => VISIBLE.test(text), 'Write something that can be read.'),
  );

/** The same on one line: a name is used in email headers, where a line end would begin another header. */
export const oneLine = (longest: number) => freeText(longest).refine((text) => !/[\t\n\r\u2028\u2029]/.test(text), 'Write it in one line.');

/** Stores texts in a row; the input refers to it by id and keyed hash. */
export function sealTexts(keys: Keys, key: string, body: object): { reference: ErasableRef; row: ErasableText } {
  const id = idFrom(key, 'text');
  return { reference: erasableRef(keys, id, body), row: { id, body } };
}
