/** The bodies of a signing's commands, and its response. */
import { z } from 'zod';
import { CHECKS } from '../../gateways/signatures/port.ts';
import { WAYS } from '../../rules/signing-ways.ts';
import { base64, code } from '../auth/schema.ts';
import { freeText } from '../free-text.ts';
import { instant } from '../resource/fields.ts';
import type { Commands } from '../resource/resource.ts';
import { members, staff } from '../roles.ts';

export const sha256 = z
  .string()
  .length(64)
  .toLowerCase()
  .regex(/^[0-9a-f]+$/)
  .meta({ description: 'The SHA-256 of the document that is signed or confirmed, in hex' });

/** A CMS of at most 45 kB in base64: a signature with its certificates and a time stamp has less than 10. */
export const cms = base64(60_000);

const Sign = z
  .strictObject({
    sha256,
    proof: z
      .strictObject({ request: z.uuid().toLowerCase(), code })
      .optional()
      .meta({ description: 'The way `code`: a code of the purpose sign to your own number' }),
    cms: cms
      .optional()
      .meta({ description: 'The way `cms`: a detached CMS signature (ЭЦП) over the bytes of the document, DER in base64' }),
  })
  .refine(({ proof, cms }) => proof === undefined || cms === undefined, 'Give proof or cms, or neither to confirm by the account.');
export type SignBody = z.output<typeof Sign>;

const reasons = freeText(4_000);

/** By the command's name in the chart. */
export const COMMANDS = {
  sign: {
    body: Sign,
    roles: members('signatory'),
    finishes: true,
    proves: ['electronic-signature-refused', 'signature-service-away'],
    hasRules: true,
  },
  refuse: { body: z.strictObject({ reasons }), roles: members('signatory'), finishes: true },
  withdraw: { body: z.strictObject({}), roles: members('signatory'), finishes: true },
  refuseSignatures: { body: z.strictObject({ reasons }), roles: staff('authority', 'moderator', 'administrator') },
  checkAgain: { body: z.strictObject({}), roles: staff('ordinary', 'support', 'moderator', 'administrator') },
} satisfies Commands;

const party = z.enum(['customer', 'contractor']);
const ways = z.array(z.enum(WAYS));

const Signer = z.object({
  name: z.string(),
  organisation: z.string().nullable(),
  identifier: z.string().nullable().meta({ description: 'The IIN, masked. The document itself names the parties' }),
});

const Signature = z.object({
  signer: Signer.nullable().meta({ description: 'Null if it was erased' }),
  algorithm: z.string().nullable(),
  at: instant.meta({ description: 'The moment the checks were made for: that of the time stamp, or of receiving' }),
  timeStampedAt: instant.nullable(),
  checks: z.array(z.object({ check: z.enum(CHECKS), result: z.enum(['held', 'failed', 'absent', 'unreached']) })),
});

export const SigningFacts = z.object({
  task: z.uuid().nullable().meta({ description: 'The task, if the document was ordered by one' }),
  of: z.string().meta({ description: 'Where the life is shown that ordered the document: a task, a dispute or a debt' }),
  document: z.object({
    kind: z.string(),
    sha256: z.string(),
    href: z.string(),
    title: z.string().nullable().meta({ description: 'What its issuer calls it. Null if the platform drew it, or once it was erased' }),
  }),
  order: z.array(party).meta({ description: 'The parties who sign or confirm' }),
  sideBySide: z.boolean().meta({ description: 'True if they may in any order; otherwise one after the other' }),
  ways: z.object({ customer: ways, contractor: ways }).meta({
    description:
      'The ways that count for each party, as the rules were when it was asked. account: confirmed by an authenticated party (1.4). code: with a code to the authorised number. cms: signed with an electronic signature (ЭЦП, 1.11)',
  }),
  confirmations: z
    .array(z.object({ party, at: instant, way: z.enum(WAYS), signature: Signature.nullable() }))
    .meta({ description: 'Over the hash of the document. Only those whose way is cms are electronic signatures' }),
  refused: z
    .object({
      party: z.enum(['customer', 'contractor', 'operator']),
      at: instant,
      reasons: z.string().nullable().meta({ description: 'Null if the reasons were erased' }),
    })
    .nullable(),
  issuer: party.nullable().meta({ description: 'The party that brought the document and may withdraw it; null if the platform drew it' }),
  qrThrough: z.enum(['SIGEX']).nullable().meta({
    description: 'The service that carries the document to eGov Mobile when a party asks for a QR code, and can read it. Null: none does',
  }),
});
