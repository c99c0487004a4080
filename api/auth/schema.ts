import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import { ungrouped } from '../../rules/typed-number.ts';
import { freeText, oneLine } from '../free-text.ts';
import { accountKind, instant } from '../resource/fields.ts';
import { stateOf } from '../resource/schema.ts';
import { PURPOSES } from './code-words.ts';

const id = z.uuid().toLowerCase();
/** As a person types it; read as a number of Kazakhstan. */
export const number = z
  .string()
  .max(40)
  .meta({ examples: ['+77011234567'] });
/** Text copied from an SMS may contain invisible characters. */
export const code = z
  .string()
  .overwrite(ungrouped)
  .regex(/^\d{6,6}$/, 'six digits');
/**
 * The limit is above the longest password that can be set: a text in between is only a wrong password. Unpaired surrogates all have the same UTF-8
 * bytes, and so the same hash.
 */
const password = z
  .string()
  .min(1)
  .max(1_000)
  .refine((text) => text.isWellFormed(), 'Send well-formed Unicode: the text has half of a character.');
export const base64 = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64');
const signature = base64(200);

export const AskCode = z.strictObject({
  number,
  purpose: z.enum(PURPOSES).meta({
    description:
      'enter: log in or register. reidentify: prove the new number. For changes with your own number: confirm: the password. device: a new device key. email: the email address. close: to close the account. sign: to confirm a document. payout: to name where the account is paid to',
  }),
});
export const CodeAsked = z
  .object({
    request: z.uuid(),
    expiresAt: instant,
    scarce: z
      .string()
      .optional()
      .meta({ description: "Present for every number alike when the day's texts are nearly used up: show it to the user" }),
  })
  .meta({ id: 'CodeAsked' });

const byCode = { request: id, code };
const byDevice = { device: id, challenge: id, signature };
export const PasswordOnly = z.strictObject({ password });
/** Beside the session: a code to the person's own number, or the password. */
export const OwnProof = z.union([z.strictObject(byCode), PasswordOnly], { error: 'give request and code, or password' });
export const DeviceOnly = z.strictObject(byDevice);

const account = id.optional().meta({
  description:
    'The account that the session acts for. Default: the account that you registered, if there is exactly one. One that you joined has to be named',
});
const deviceName = oneLine(100).optional();
export const LogIn = z
  .union(
    [
      z.strictObject({ ...byCode, account, deviceName }),
      z.strictObject({ number, password, account, deviceName }),
      z.strictObject({ ...byDevice, account }),
    ],
    { error: 'give request and code, or number and password, or device, challenge and signature' },
  )
  .meta({ id: 'LogIn' });

const Account = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: accountKind,
  roles: z.array(z.string()),
  member: z.array(z.string()).meta({ description: 'The roles of the person in the account' }),
  registered: z.boolean().meta({ description: 'True if the person registered it; false if they joined it by an invitation' }),
  stands: z.boolean().meta({ description: 'False once it is closed or ended' }),
});
export const LoggedIn = z
  .object({
    token: z.string().meta({
      description:
        'The bearer token for the Authorization header. It is shown once. Empty for a page of the platform, which keeps it in a cookie',
    }),
    knownDevice: z.string().optional().meta({
      description:
        'Keep it on the device, beyond the session, and send it in the header Known-Device when you log in with a password or request a code: others who fail with the same number then do not delay you. It logs nobody in. Absent after a login by a key',
    }),
    session: z.object({
      id: z.uuid(),
      account: z
        .uuid()
        .nullable()
        .meta({ description: 'Null if no account is selected. Register one, or select one by POST /v1/auth/accounts/{id}' }),
      device: z.uuid(),
      how: z.enum(['code', 'password', 'device']),
      since: z.string(),
      expiresAt: instant,
    }),
    person: z.object({ id: z.uuid(), number: z.string(), language: z.enum(['kk', 'ru', 'en']) }),
    accounts: z.array(Account),
  })
  .meta({ id: 'LoggedIn' });
export const Accounts = z.object({
  items: z.array(Account.extend({ own: z.boolean().meta({ description: 'True for the account of the session' }) })),
});
export const OwnAccounts = Accounts.extend({ number: z.string().meta({ description: "The person's own number, to which codes go" }) });

export const Invitations = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      account: z.object({ id: z.uuid(), name: z.string(), kind: accountKind }),
      invitedBy: z.string().meta({ description: 'The number of the person who invited you, masked' }),
      roles: z.array(z.object({ role: z.string(), allows: z.string().meta({ description: 'What the role allows' }) })),
      until: z.string().meta({ description: 'The invitation lapses then' }),
    }),
  ),
});

export const OwnReidentifications = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: stateOf(lifeTypes.reidentification),
      number: z.string().nullable().meta({ description: 'The new number, masked' }),
      proof: z.enum(['password', 'device', 'documents']),
      coolingOffUntil: z.string().nullable().meta({ description: 'The moment at which the number changes if nobody objects' }),
      endsAt: instant.nullable().meta({ description: 'When the next step follows by itself' }),
    }),
  ),
});

export const Sessions = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      account: z.uuid().nullable(),
      device: z.object({ id: z.uuid(), name: z.string() }),
      how: z.enum(['code', 'password', 'device']),
      since: z.string(),
      seenAt: instant,
      expiresAt: instant,
      own: z.boolean().meta({ description: 'True for the current session' }),
    }),
  ),
});
export const Ended = z.object({ ended: z.int().meta({ description: 'The number of sessions that ended' }) }).meta({ id: 'SessionsEnded' });

export const Challenge = z.object({ challenge: z.uuid(), nonce: z.string(), expiresAt: instant }).meta({
  id: 'Challenge',
  description: 'A nonce for one signature. Sign the bytes of akjet/enter/<nonce>, akjet/device/<nonce> or akjet/reidentify/<nonce>',
});

export const AuthoriseDevice = z.strictObject({
  publicKey: base64(400).meta({ description: 'The public key (P-256 or Ed25519) as SPKI in base64' }),
  name: oneLine(100),
  challenge: id,
  signature: signature.meta({ description: 'The signature of akjet/device/<nonce> (UTF-8) by the private key, in base64' }),
  proof: OwnProof.meta({ description: 'A code of the purpose device, or the password. The session alone is not enough' }),
});
export const Device = z
  .object({ id: z.uuid(), name: z.string(), hasKey: z.boolean(), since: z.string(), own: z.boolean() })
  .meta({ id: 'Device' });
export const Devices = z.object({ items: z.array(Device) });

const keepDevices = z
  .boolean()
  .default(false)
  .meta({ description: 'True to keep the keys of your other devices. By default they end: whoever added one can no longer log in by it' });
export const SetPassword = z
  .union([z.strictObject({ password, keepDevices, ...byCode }), z.strictObject({ password, keepDevices, present: password })], {
    error: 'give the new password, and request and code, or the present one',
  })
  .meta({ id: 'SetPassword' });
export const PasswordChanged = Ended.extend({
  revoked: z.array(Device).meta({ description: 'The devices whose keys no longer log in' }),
  kept: z
    .array(Device)
    .meta({ description: 'The devices whose keys still log in: the own one, and all others if they were kept on purpose' }),
}).meta({ id: 'PasswordChanged' });

export const AskReidentification = z.strictObject({
  number: number.meta({ description: 'The old number' }),
  ...byCode,
  proof: z.union([PasswordOnly, DeviceOnly, z.strictObject({ documents: freeText(4_000) })], {
    error: 'give password, or device, challenge and signature, or documents',
  }),
});
export const ReidentificationAsked = z.object({ message: z.string() });
