/** The bodies of registration and of each account command, and the account's response. */
import { z } from 'zod';
import { GROUNDS } from '../../charts/account/types.ts';
import { VERIFICATION_KINDS } from '../../charts/verification/types.ts';
import type { Profile } from '../../rules/public-profile.ts';
import { filesOfProfile } from '../../rules/public-profile.ts';
import { ungrouped } from '../../rules/typed-number.ts';
import { OwnProof } from '../auth/schema.ts';
import { fileIds } from '../files/hanging.ts';
import { asText, freeText, oneLine } from '../free-text.ts';
import { NewTasks } from '../invoices/limits.ts';
import { MoneyOrder } from '../proposals/schema.ts';
import { accountKind, categoryCode, civilDate, instant, languageCode, listOf, placeCode, tiyn, wayOfPayment } from '../resource/fields.ts';
import { Identity } from '../resource/identity.ts';
import type { Commands } from '../resource/resource.ts';
import { either, members, staff } from '../roles.ts';
import { sha256 } from '../signings/schema.ts';
import { Retention } from './retention.ts';

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
      description: 'SHA-256 of the consent to the processing of personal data that was shown (7.2): POST /v1/personal-data/consent',
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

/** A parameter allows fewer skills, places and files. */
const MOST = 50;
export const ProfileBody = z.strictObject({
  headline: freeText(200),
  about: freeText(5_000).optional(),
  services: z.array(service).max(MOST).default([]),
  skills: listOf(categoryCode, MOST).default([]),
  languages: listOf(languageCode, 20).default([]),
  places: listOf(placeCode, MOST).default([]).meta({ description: 'Where one works: codes of `GET /v1/places`' }),
  photo: z.uuid().toLowerCase().optional().meta({ description: 'An image of the account that was uploaded and checked: POST /v1/files' }),
  portfolio: z
    .array(z.strictObject({ file: z.uuid().toLowerCase(), caption: freeText(300) }))
    .max(MOST)
    .refine((works) => new Set(works.map(({ file }) => file)).size === works.length, 'Name each file once.')
    .default([])
    .meta({ description: 'Images of the account, with a caption each' }),
});

export const ChangeIdentifier = z.strictObject({ identifier: Register.shape.identifier }).meta({ id: 'ChangeIdentifier' });

const owner = members();
const anyone = members('manager', 'signatory', 'accountant');
/** For commands with their own path: the account's details, and its answer to the offer. */
export const DETAILS_ROLES = owner;
export const OFFER_ROLES = members('signatory');

/** By the command's name in the chart. The missing ones have their own path, such as the acceptance of the offer. */
export const ACCOUNT_COMMANDS = {
  /** It has a path of its own, because a wrong code is counted. */
  confirmEmail: {
    body: z.strictObject({
      code: z
        .string()
        .max(8)
        .regex(/^\d{8}$/)
        .meta({ description: 'From the letter to the new address' }),
    }),
    roles: owner,
    always: true,
    hasRules: true,
  },
  withdrawPayoutDetails: { body: z.strictObject({}), roles: owner, hasRules: true, finishes: true },
  sendEmailCode: { body: z.strictObject({}), roles: owner, always: true, quotas: ['quotaEmailCodes'] },
  describe: {
    body: z.strictObject({
      profile: asText(ProfileBody).meta({
        description:
          'A new version, which takes the place of the one before. Others read it without phone numbers, addresses and links (4.1.7)',
      }),
    }),
    files: { of: ({ profile }) => filesOfProfile(profile as Profile), most: 'filesPerProfile', imagesOnly: true },
    roles: members('manager'),
    hasRules: true,
  },
  addMember: { body: z.strictObject({ number, roles: memberRoles }), roles: owner, quotas: ['quotaMembers'] },
  withdrawInvitation: { body: z.strictObject({ invitation: z.uuid().toLowerCase() }), roles: owner, quotas: ['quotaMembers'] },
  changeMember: { body: z.strictObject({ person: member, roles: memberRoles }), roles: owner, quotas: ['quotaMembers'] },
  removeMember: { body: z.strictObject({ person: member }), roles: owner, quotas: ['quotaMembers'] },
  choosePlan: {
    body: z.strictObject({
      plan: z
        .string()
        .max(60)
        .meta({ description: 'The code of a plan: one of GET /v1/tariffs, or individual terms that were offered to the account' }),
    }),
    roles: members('signatory'),
    hasRules: true,
  },
  choosePayment: {
    body: z.strictObject({ payment: wayOfPayment }),
    roles: members('accountant', 'signatory'),
  },
  chooseNotices: {
    body: z
      .strictObject({
        messageLetters: z.boolean().optional().meta({
          description: 'Whether letters tell of unread messages. What has legal weight is sent always, and the cabinet lists everything',
        }),
        searchLetters: z.boolean().optional().meta({ description: 'Whether letters tell of tasks that saved searches find' }),
        contractorLetters: z.boolean().optional().meta({ description: 'Whether letters tell of contractors that saved searches find' }),
      })
      .refine((given) => Object.keys(given).length > 0, 'Name a choice.'),
    roles: members('manager'),
  },
  signActs: {
    body: z.strictObject({
      required: z.boolean().meta({ description: 'True: binding acts need `Device-Signature`. This command itself always needs it' }),
    }),
    roles: owner,
    signed: 'always',
  },
  setStaffRoles: { body: z.strictObject({ staff: staffRoles }), roles: staff('authority', 'administrator') },
  declareTaxStatus: {
    body: z.strictObject({
      status: z.enum(['selfEmployed', 'entrepreneurSimplified', 'entrepreneurGeneral', 'naturalPerson']),
      until: civilDate.optional().meta({ description: 'The last day on which the status is valid for certain' }),
      exemption: z
        .enum(['pensioner', 'student'])
        .optional()
        .meta({ description: 'Why a self-employed person pays no social payments. The evidence has to show it too' }),
      evidence: freeText(2_000).meta({ description: 'The evidence: the number of a receipt or notice, and where it can be checked' }),
      files: fileIds,
    }),
    roles: owner,
  },
  confirmTaxStatus: { body: z.strictObject({}), roles: staff('identity', 'support', 'finance'), hasRules: true },
  refuseTaxStatus: { body: z.strictObject({ reasons }), roles: staff('identity', 'support', 'finance'), hasRules: true },
  reportAccess: {
    body: z.strictObject({ reasons, files: fileIds }),
    roles: either(anyone, staff('identity', 'support')),
    always: true,
    hasRules: true,
  },
  restoreAccess: { body: z.strictObject({ reasons }), roles: staff('identity', 'support'), hasRules: true },
  verify: {
    body: z.strictObject({
      what: freeText(4_000).meta({ description: 'The documents requested, and the reason' }),
      kinds: z.array(z.enum(VERIFICATION_KINDS)).min(1).max(VERIFICATION_KINDS.length),
    }),
    roles: staff('ordinary', 'support', 'moderator', 'finance'),
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
  withdrawIdentity: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator', 'administrator') },
  suspend: { body: Sanction, roles: staff('sanction', 'moderator', 'administrator') },
  terminate: { body: Sanction, roles: staff('sanction', 'administrator') },
  lift: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator', 'administrator'), hasRules: true },
  appeal: { body: z.strictObject({ reasons, files: fileIds }), roles: members('signatory'), always: true },
  grantAppeal: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator', 'administrator'), hasRules: true },
  refuseAppeal: { body: z.strictObject({ reasons }), roles: staff('sanction', 'moderator', 'administrator'), hasRules: true },
  close: {
    body: z.strictObject({
      proof: OwnProof.optional().meta({
        description:
          'Required, but not for a preview: a code of the purpose close to your own number, or your password. The session alone is not enough, because what is erased does not come back',
      }),
    }),
    roles: owner,
    proves: [],
  },
  dismiss: { body: z.strictObject({ reasons }), roles: staff('authority', 'administrator') },
} satisfies Commands;

export const Readings = z
  .object({
    items: z.array(
      z.object({
        number: z.int(),
        at: instant,
        what: z.string().meta({ description: 'The life or document, such as `task/<id>`; for a list its path' }),
        operation: z.string().meta({ description: 'What of it was read, as in this description of the API' }),
        roles: z.array(z.string()).meta({ description: 'The roles of the member of staff. The name is kept and not shown' }),
        reason: z.string(),
        reasonName: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'StaffReadings' });

export const AccountFacts = z.object({
  kind: accountKind,
  roles: z.array(z.string()),
  contractorPays: z
    .string()
    .nullable()
    .meta({ description: 'For a contractor: that the use is free, but for extras that it orders (3.3)' }),
  staff: z.array(z.string()),
  name: z.string(),
  email: z.string().nullable().meta({ description: 'The address that was named last' }),
  emailConfirmation: z
    .object({
      lettersGoTo: z
        .string()
        .nullable()
        .meta({ description: 'The confirmed address, which stays in force until the new one is confirmed' }),
      refused: z.boolean().meta({ description: 'The owner of the address wants no letters about this account: name another one' }),
      codeSentAt: z
        .string()
        .nullable()
        .meta({ description: 'Null if no letter has gone to the address yet: ask for one by send-email-code' }),
      codeValidUntil: z.string().nullable(),
    })
    .nullable()
    .meta({
      description:
        'Null if the address is confirmed, or if there is none. Otherwise no notice goes to it: enter the code of the letter by confirm-email',
    }),
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
  invitations: z
    .array(z.object({ id: z.uuid(), number: z.string(), roles: z.array(z.string()), until: z.string() }))
    .meta({ description: 'The open invitations. Who is invited becomes a member by accepting. Numbers are masked' }),
  offer: z
    .object({
      inForce: z.string(),
      accepted: z
        .object({ acceptance: z.uuid(), revision: z.string(), at: instant, form: z.string(), shownAt: instant.nullable() })
        .nullable(),
      shown: z.object({ revision: z.string(), at: instant }).nullable(),
      declined: z.string().nullable(),
      next: z
        .enum(['accept', 'acknowledge'])
        .nullable()
        .meta({ description: 'The step required at POST /v1/offer/acceptances before the account can act' }),
    })
    .nullable(),
  tax: z
    .object({
      status: z.string(),
      until: z.string().nullable(),
      exemption: z.enum(['pensioner', 'student']).nullable(),
      confirmed: z.boolean().meta({ description: 'False while it is not proved: then payouts for work wait for it' }),
      evidence: z.string().nullable(),
    })
    .nullable(),
  taxRefused: z.string().nullable().meta({ description: 'The reason why the last declared status was not confirmed' }),
  profile: z
    .object({
      version: z.int(),
      headline: z.string(),
      about: z.string(),
      services: z.array(z.unknown()),
      skills: z.array(z.string()),
      languages: z.array(z.string()),
      places: z.array(z.string()),
      photo: z.uuid().nullable(),
      portfolio: z.array(z.object({ file: z.uuid(), caption: z.string() })),
      contactsHidden: z.string().nullable().meta({ description: 'That others read it without the contacts in it, if it has any (4.1.7)' }),
    })
    .nullable()
    .meta({ description: 'As it was written. Others read `GET /v1/contractors/{id}`' }),
  payment: wayOfPayment
    .nullable()
    .meta({ description: 'How the tasks of a customer are paid whose post names no way. Null for who is no customer' }),
  messageLetters: z.boolean().meta({ description: 'Whether letters tell of unread messages' }),
  searchLetters: z.boolean().meta({ description: 'Whether letters tell of tasks that saved searches find' }),
  contractorLetters: z.boolean().meta({ description: 'Whether letters tell of contractors that saved searches find' }),
  signsActs: z.boolean().meta({ description: 'True if binding acts of this account must carry `Device-Signature`' }),
  mayAct: z.boolean(),
  mayBegin: z.boolean(),
  newTasks: NewTasks.nullable().meta({ description: 'Null for an account that is no customer' }),
  paused: z.boolean(),
  report: z
    .string()
    .nullable()
    .meta({ description: 'The open report of unauthorised access (4.1.6). It is shown until the operator has checked it' }),
  sanction: z
    .object({
      at: instant,
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
  reidentifications: z.array(z.string()).meta({
    description: 'The running changes of the number of a person who acts for the account. Read one at GET /v1/reidentifications/{id}',
  }),
  retention: Retention.meta({
    description:
      'What is erased when the account is closed, what is kept, until when and why. Before it is closed: as if it were closed now. The events remain, with ids and hashes only',
  }),
});
