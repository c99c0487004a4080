import { z } from 'zod';
import { civilDate, instant } from '../resource/fields.ts';
import { ReceiptAnswer } from '../resource/schema.ts';
import { cms, sha256 } from '../signings/schema.ts';

/** The checkbox's exact words, as in the offer (2.1.2). */
export const CHECKBOX = 'Я принимаю условия публичной оферты';

export const Offer = z
  .object({
    id: z.string(),
    number: z.int(),
    effectiveFrom: z.string(),
    language: z.string(),
    sha256: z.string(),
    text: z.string(),
    clauses: z.record(z.string(), z.string()),
    checkbox: z.string().meta({ description: 'The exact words of the checkbox of a contractor (2.1.2)' }),
  })
  .meta({ id: 'Offer', description: 'The public offer in its current revision' });

const summary = {
  number: z.int(),
  sha256: z.string(),
  inForceFrom: z.string().meta({ description: 'A calendar date in Almaty' }),
  publishedAt: instant,
};

export const OfferRevisionList = z.object({ items: z.array(z.object(summary)) }).meta({ id: 'OfferRevisionList' });

const ClauseChange = z
  .object({
    clause: z
      .string()
      .meta({ description: 'The clause number. For a heading, the section number; for the text before the first section, 0' }),
    change: z.enum(['changed', 'added', 'removed', 'renumbered']),
    before: z.string().nullable().meta({ description: 'The previous number, if it was different' }),
    words: z.array(z.object({ mark: z.enum(['kept', 'added', 'removed']), text: z.string() })),
  })
  .meta({ id: 'ClauseChange' });

export const OfferRevision = z
  .object({
    ...summary,
    previous: z.string().nullable().meta({ description: 'The hash of the previous revision' }),
    text: z.string(),
    difference: z
      .array(ClauseChange)
      .nullable()
      .meta({ description: 'The changes from the previous revision. Null for the first revision' }),
    differenceText: z.string().nullable().meta({ description: 'The same changes as text, marked [-removed-] and [+added+]' }),
  })
  .meta({ id: 'OfferRevision', description: 'A revision of the public offer, with its changes (10.2)' });

/**
 * Line ends are `\n` and nothing is trimmed, because the hash covers these characters. The limit is twice the length of the offer, and it fits in a
 * body.
 */
export const PublishOffer = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(30_000)
    .refine((text) => !/\p{Cs}|[\p{Cc}--[\n]]/v.test(text), 'Leave out control characters.'),
  inForceFrom: civilDate,
});

export const Statement = z.object({ text: z.string(), sha256, revision: sha256 }).meta({ id: 'AccessionStatement' });

export const AcceptOffer = z
  .strictObject({
    act: z.enum(['accept', 'acknowledge', 'decline']).meta({
      description:
        'accept: for the first time or again. acknowledge: the new revision was shown, and the next command is consent to it (10.2)',
    }),
    revision: sha256.meta({ description: 'The SHA-256 of the revision, from GET /v1/offer' }),
    checkbox: z.string().max(100).optional().meta({ description: 'For a contractor: the exact text of the ticked checkbox (2.1.2)' }),
    statement: sha256
      .optional()
      .meta({ description: 'For a customer: the SHA-256 of the confirmed statement, from GET /v1/offer/statement (2.1.1)' }),
    cms: cms.optional().meta({
      description: 'An electronic signature (ЭЦП, 1.11) under the statement: a detached CMS over its text in UTF-8, DER in base64',
    }),
  })
  .refine(({ statement, cms }) => cms === undefined || statement !== undefined, 'A signature (cms) needs the statement that it is under.')
  .meta({ id: 'AcceptOffer' });

export const Accepted = z
  .object({
    acceptance: z.uuid().nullable(),
    accepted: sha256.nullable(),
    shown: sha256.nullable(),
    declined: sha256.nullable(),
    receipt: ReceiptAnswer,
  })
  .meta({ id: 'AcceptanceAnswer' });

export const Acceptances = z
  .object({
    items: z.array(
      z.object({
        ...{ id: z.uuid(), revision: sha256, form: z.string(), at: instant, statement: sha256.nullable() },
        signature: sha256.nullable().meta({ description: 'Of the CMS, if the statement was signed with an electronic signature' }),
      }),
    ),
  })
  .meta({ id: 'Acceptances' });
