/** What a declaration and the commands of a qualification take, and its response. */
import { z } from 'zod';
import { QUALIFICATION_KINDS } from '../../charts/qualification/types.ts';
import { fileIds } from '../files/hanging.ts';
import { freeText, oneLine } from '../free-text.ts';
import { categoryCodes, civilDate, instant } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { members, staff } from '../roles.ts';

export const DECLARE_ROLES = members('manager', 'signatory');
const reasons = freeText(4_000);

export const Declare = z
  .strictObject({
    categories: categoryCodes.min(1).meta({ description: 'The work that it is for. A category includes those below it' }),
    kind: z.enum(QUALIFICATION_KINDS),
    title: oneLine(200).meta({
      description: 'What the paper says that the account can or may do. The public profile shows it once it is approved',
    }),
    documentNumber: oneLine(100),
    issuer: oneLine(300),
    issuedOn: civilDate,
    validUntil: civilDate.optional().meta({ description: 'The last day on which it holds. Omitted: it has none' }),
    files: fileIds.unwrap(),
  })
  .meta({ id: 'DeclareQualification' });

/** By the command's name in the chart. */
export const QUALIFICATION_COMMANDS = {
  approve: { body: z.strictObject({}), roles: staff('identity', 'moderator') },
  refuse: { body: z.strictObject({ reasons }), roles: staff('identity', 'moderator') },
  revoke: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator') },
  withdraw: { body: z.strictObject({}), roles: DECLARE_ROLES },
} satisfies Commands;

const erasable = z.string().nullable().meta({ description: 'Null if it was erased' });

export const QualificationFacts = z.object({
  categories: z.array(z.object({ code: z.string(), name: z.string() })),
  kind: z.enum(QUALIFICATION_KINDS),
  title: erasable,
  documentNumber: erasable,
  issuer: erasable,
  issuedOn: z.string(),
  validUntil: z.string().nullable(),
  documents: z.array(z.object({ file: z.uuid(), sha256: z.string() })),
  approvedAt: instant.nullable(),
  decision: z.object({ at: instant, reasons: erasable }).nullable().meta({ description: 'Why the staff refused or revoked it' }),
});
