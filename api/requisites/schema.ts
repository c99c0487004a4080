/** The body that sets requisites, and the response that shows them. */
import { z } from 'zod';
import { BENEFICIARY_CODE, BIC } from '../../rules/requisites.ts';
import { ungrouped } from '../../rules/typed-number.ts';
import { oneLine } from '../free-text.ts';
import { civilDate } from '../resource/fields.ts';
import { members } from '../roles.ts';
import { sha256 } from '../signings/schema.ts';

/** The owner answers for the details of the account; a manager keeps them for papers. */
export const REQUISITES_ROLES = members('manager');

/** What cannot be seen can turn the direction of a line, or make two names look the same. No paper needs it. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}]/v;
/** One line of a paper. */
const line = (longest: number) => oneLine(longest).refine((text) => !UNSEEN.test(text), 'Leave out invisible characters.');
/** A number that people group and write in small letters. */
const code = (longest: number) =>
  z
    .string()
    .max(longest)
    .overwrite((text) => ungrouped(text).toUpperCase());

const position = z
  .strictObject({ kk: line(200), ru: line(200) })
  .meta({ description: 'As papers name it: «директор»', example: { kk: 'директор', ru: 'директор' } });

const ground = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('charter') }),
  z.strictObject({
    kind: z.literal('powerOfAttorney'),
    number: line(50),
    from: civilDate.meta({ description: 'The day of the document: the powers begin with it' }),
    until: civilDate.meta({ description: 'The last day of the powers, inclusive' }),
    sha256: sha256.meta({ description: 'SHA-256 of the document' }),
  }),
]);

export const SetRequisites = z
  .strictObject({
    name: line(300)
      .nullable()
      .default(null)
      .meta({ description: 'The full legal name: of a person as in the document, of a company with its form' }),
    address: line(500).nullable().default(null).meta({ description: 'The legal address; of a natural person the address for papers' }),
    phone: z.string().max(40).nullable().default(null).meta({
      description: 'For papers, in any notation. By default that of the account, but a company needs one',
      example: '+7 727 123 45 67',
    }),
    email: z.email().max(254).toLowerCase().nullable().default(null),
    bank: z
      .strictObject({
        name: line(200),
        bic: code(20).pipe(z.string().regex(BIC, 'A BIC (БИК) has 8 characters: six letters, then two letters or digits.')),
        iban: code(40).meta({ description: 'KZ and 18 characters, grouped or not' }),
        beneficiaryCode: z
          .string()
          .max(2)
          .regex(BENEFICIARY_CODE, 'A beneficiary code (КБе) has two digits: residency 1 or 2, then the sector.'),
      })
      .nullable()
      .default(null),
    vat: z
      .strictObject({
        series: z
          .string()
          .max(10)
          .regex(/^\d{1,10}$/),
        number: z
          .string()
          .max(10)
          .regex(/^\d{1,10}$/),
        registeredOn: civilDate,
      })
      .nullable()
      .default(null)
      .meta({ description: 'The certificate of a payer of VAT. Null: pays none' }),
    taxRegime: z
      .enum(['general', 'simplified', 'farm'])
      .nullable()
      .default(null)
      .meta({ description: 'Of a company, or an entrepreneur who is no contractor. A contractor declares a tax status instead' }),
    representatives: z
      .array(
        z.strictObject({
          person: z.uuid().toLowerCase().meta({ description: 'The person id of a member with the role of owner or signatory' }),
          name: line(200).meta({ description: 'Full name as in the document' }),
          iin: z.string().max(40).overwrite(ungrouped),
          position,
          ground,
        }),
      )
      .max(20)
      .default([])
      .refine((all) => new Set(all.map(({ person }) => person)).size === all.length, 'Name each person once.')
      .meta({ description: 'Who acts for a company. A paper names the one who acted, else the first whose powers hold' }),
  })
  .meta({ id: 'SetRequisites' });

export type SetRequisites = z.output<typeof SetRequisites>;

const Bank = z.object({ name: z.string(), bic: z.string(), iban: z.string(), beneficiaryCode: z.string() });
const Ground = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('charter') }),
  z.object({ kind: z.literal('powerOfAttorney'), number: z.string(), from: z.string(), until: z.string(), sha256: z.string() }),
]);

export const OwnRequisites = z
  .object({
    version: z.uuid().nullable().meta({ description: 'The present version: papers pin it. Null if none were set' }),
    requisites: z
      .object({
        name: z.string().nullable(),
        address: z.string().nullable(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
        bank: Bank.nullable(),
        vat: z.object({ series: z.string(), number: z.string(), registeredOn: z.string() }).nullable(),
        taxRegime: z.string().nullable(),
        representatives: z.array(
          z.object({
            person: z.uuid(),
            name: z.string(),
            iin: z.string(),
            position: z.object({ kk: z.string(), ru: z.string() }),
            ground: Ground,
          }),
        ),
      })
      .nullable(),
    acting: z.array(z.uuid()).meta({
      description: 'The persons whose powers hold today. Others have left, lost their role, or their power of attorney does not hold',
    }),
    missing: z
      .array(
        z.object({
          paper: z.string(),
          title: z.string(),
          fields: z.array(z.object({ field: z.string(), title: z.string() })),
        }),
      )
      .meta({ description: 'What papers of the account would lack today' }),
    warnings: z.array(z.object({ path: z.string(), message: z.string() })).meta({ description: 'What looks wrong and is accepted' }),
  })
  .meta({ id: 'Requisites' });
