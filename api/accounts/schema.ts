/** The bodies of registration and of each account command, and the account's response. */
import { z } from 'zod';
import { GROUNDS } from '../../charts/account/types.ts';
import { VERIFICATION_KINDS } from '../../charts/verification/types.ts';
import { ungrouped } from '../../rules/typed-number.ts';
import { OwnProof } from '../auth/schema.ts';
import { asText, freeText, oneLine } from '../free-text.ts';
import { PROPOSAL_ROLES } from '../proposals/propose.ts';
import { MoneyOrder } from '../proposals/schema.ts';
import { civilDate, tiyn } from '../resource/fields.ts';
import { Identity } from '../resource/identity.ts';
import type { Commands } from '../resource/resource.ts';
import { either, members, staff } from '../roles.ts';
import { sha256 } from '../signings/schema.ts';

const reasons = freeText(4_000);
const name = oneLine(200);
const email = z.email().max(254).toLowerCase();
const language = z.enum(['kk', 'ru', 'en']);
const number = z.string().max(40).meta({ description: 'A mobile number in any notation', example: '+7 701 123 45 67' });

/** A list of roles without repeats. */
const rolesOf = <const Role extends string>(...roles: Role[]) =>
  z
    .array(z.enum(roles))
    .max(roles.length)
    .refine((given) => new Set(given).size === given.length, 'Name each role once.');
const memberRoles = rolesOf('owner', 'manager', 'signatory', 'accountant').min(1);
const staffRoles = rolesOf('support', 'moderator', 'finance', 'administrator');
const member = z.uuid().toLowerCase().meta({ description: 'The person id of a member' });
export const Sanction = z.strictObject({
  ground: z.enum(GROUNDS).meta({ description: 'The ground under clause 4.4.2' }),
  reasons,
  order: asText(MoneyOrder).optional(),
});

export const Register = z
  .strictObject({
    kind: z.enum(['natural', 'entrepreneur', 'company']),
    roles: rolesOf('customer', 'contractor').min(1).meta({ description: 'A company can only be a customer (1.6, 1.7)' }),
    name: name.meta({ description: 'The name of the person, the entrepreneur or the company' }),
    email: email.optional(),
    language: language.default('ru'),
    identifier: z.string().overwrite(ungrouped).max(20).meta({ description: 'IIN of a person or an entrepreneur, BIN of a company' }),
    consent: sha256.meta({
      description: 'SHA-256 of the consent to the processing of personal data that was shown (7.2): GET /v1/personal-data/consent',
    }),
  })
  .meta({ id: 'Register' });

export const ChangeDetails = z
  .strictObject({
    name: name.optional(),
    email: email.nullable().optional(),
    language: language.optional(),
    proof: OwnProof.optional().meta({
      description: 'Required with email: a code of the purpose email to your own number, or your password. The session alone is not enough',
    }),
  })
  .refine(({ proof: _, ...details }) => Object.keys(details).length > 0, 'Name at least one detail to change.')
  .refine(({ email: changed, proof }) => changed === undefined || proof !== undefined, {
    path: ['proof'],
    message: 'To change the email, give a code of the purpose email, or your password.',
  })
  .meta({ id: 'ChangeDetails' });

const service = z.strictObject({
  title: freeText(200),
  about: freeText(2_000).optional(),
  unit: freeText(30).optional(),
  priceFrom: tiyn.optional(),
});

export const ChangeIdentifier = z.strictObject({ identifier: Register.shape.identifier }).meta({ id: 'ChangeIdentifier' });

const owner = members();
const anyone = members('manager', 'signatory', 'accountant');
/** For commands with their own path: the account's details, and its answer to the offer. */
export const DETAILS_ROLES = owner;
export const OFFER_ROLES = members('signatory');

/** By the command's name in the chart. The missing ones have their own path, such as the acceptance of the offer. */
export const ACCOUNT_COMMANDS = {
  describe: {
    body: z.strictObject({
      profile: asText(
        z.strictObject({ headline: freeText(200), about: freeText(5_000).optional(), services: z.array(service).max(50).default([]) }),
      ),
    }),
    roles: members('manager'),
    hasRules: true,
  },
  addMember: { body: z.strictObject({ number, roles: memberRoles }), roles: owner },
  changeMember: { body: z.strictObject({ person: member, roles: memberRoles }), roles: owner },
  removeMember: { body: z.strictObject({ person: member }), roles: owner },
  signActs: {
    body: z.strictObject({
      required: z.boolean().meta({ description: 'True: binding acts need `Device-Signature`. This command itself always needs it' }),
    }),
    roles: owner,
    signed: 'always',
  },
  setStaffRoles: { body: z.strictObject({ staff: staffRoles }), roles: staff('administrator') },
  declareTaxStatus: {
    body: z.strictObject({
      status: z.enum(['selfEmployed', 'entrepreneurSimplified', 'entrepreneurGeneral', 'naturalPerson']),
      until: civilDate.optional().meta({ description: 'The last day on which the status is valid for certain' }),
      evidence: freeText(2_000).meta({ description: 'The evidence: the number of a receipt or notice, and where it can be checked' }),
    }),
    roles: owner,
  },
  confirmTaxStatus: { body: z.strictObject({}), roles: staff('support', 'finance'), hasRules: true },
  refuseTaxStatus: { body: z.strictObject({ reasons }), roles: staff('support', 'finance'), hasRules: true },
  reportAccess: { body: z.strictObject({ reasons }), roles: either(anyone, staff('support')), always: true, hasRules: true },
  restoreAccess: { body: z.strictObject({ reasons }), roles: staff('support'), hasRules: true },
  verify: {
    body: z.strictObject({
      what: freeText(4_000).meta({ description: 'The documents requested, and the reason' }),
      kinds: z.array(z.enum(VERIFICATION_KINDS)).min(1).max(VERIFICATION_KINDS.length),
    }),
    roles: staff('support', 'moderator', 'finance'),
    hasRules: true,
  },
  proveIdentity: {
    body: z.strictObject({
      what: freeText(4_000).meta({
        description: 'The document that you will show, and whose it is. Show it at the verification that begins',
      }),
    }),
    roles: owner,
    hasRules: true,
  },
  withdrawIdentity: { body: z.strictObject({ reasons }), roles: staff('moderator', 'administrator') },
  suspend: { body: Sanction, roles: staff('moderator', 'administrator') },
  /** Proposed at the command's path; the chart gets it when a second person confirms. */
  terminate: { body: Sanction, roles: PROPOSAL_ROLES },
  lift: { body: z.strictObject({ reasons }), roles: staff('moderator', 'administrator'), hasRules: true },
  appeal: { body: z.strictObject({ reasons }), roles: members('signatory'), always: true },
  grantAppeal: { body: z.strictObject({ reasons }), roles: staff('moderator', 'administrator'), hasRules: true },
  refuseAppeal: { body: z.strictObject({ reasons }), roles: staff('moderator', 'administrator'), hasRules: true },
  close: { body: z.strictObject({}), roles: either(owner, staff('administrator')) },
} satisfies Commands;

export const AccountFacts = z.object({
  kind: z.enum(['natural', 'entrepreneur', 'company', 'staff']),
  roles: z.array(z.string()),
  staff: z.array(z.string()),
  name: z.string(),
  email: z.string().nullable(),
  language,
  identifier: z.string().nullable().meta({ description: 'IIN or BIN, masked' }),
  identity: Identity.extend({
    displaced: z.boolean().meta({ description: 'True if another account has proved this number: nothing new may begin' }),
    withdrawal: z.string().nullable().meta({ description: 'Why the operator withdrew the proof' }),
    namesakes: z
      .array(z.object({ account: z.uuid(), standing: z.string(), proved: z.boolean() }))
      .nullable()
      .meta({ description: 'The other accounts with this number. Only the operator sees them' }),
  }),
  members: z
    .array(z.object({ person: z.uuid(), number: z.string(), roles: z.array(z.string()) }))
    .meta({ description: 'Numbers are masked' }),
  offer: z
    .object({
      inForce: z.string(),
      accepted: z
        .object({ acceptance: z.uuid(), revision: z.string(), at: z.string(), form: z.string(), shownAt: z.string().nullable() })
        .nullable(),
      shown: z.object({ revision: z.string(), at: z.string() }).nullable(),
      declined: z.string().nullable(),
      next: z
        .enum(['accept', 'acknowledge'])
        .nullable()
        .meta({ description: 'The step required at POST /v1/offer/acceptances before the account can act' }),
    })
    .nullable(),
  tax: z.object({ status: z.string(), until: z.string().nullable(), confirmed: z.boolean(), evidence: z.string().nullable() }).nullable(),
  taxRefused: z.string().nullable().meta({ description: 'The reason why the last declared status was not confirmed' }),
  profile: z.object({ version: z.int(), headline: z.string(), about: z.string(), services: z.array(z.unknown()) }).nullable(),
  signsActs: z.boolean().meta({ description: 'True if binding acts of this account must carry `Device-Signature`' }),
  mayAct: z.boolean(),
  mayBegin: z.boolean(),
  paused: z.boolean(),
  report: z
    .string()
    .nullable()
    .meta({ description: 'The open report of unauthorised access (4.1.6). It is shown until the operator has checked it' }),
  sanction: z
    .object({
      at: z.string(),
      ground: z.string().nullable().meta({ description: 'Null if the ground must not be disclosed to the user' }),
      reasons: z.string().nullable(),
      order: MoneyOrder.nullable().optional().meta({ description: 'The order to stop payments. Only the operator can read it' }),
      appealUntil: z.string(),
      appeal: z
        .object({
          reasons: z.string().nullable(),
          decideBy: z.string(),
          late: z.boolean(),
          refused: z.boolean(),
          refusal: z.string().nullable().meta({ description: 'The reason for the refusal. Null if the ground must not be disclosed' }),
        })
        .nullable(),
    })
    .nullable(),
  verification: z.string().nullable(),
  reidentification: z.string().nullable(),
});
