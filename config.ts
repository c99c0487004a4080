/** What a process is told by its environment. Nothing else reads it. */
import { z } from 'zod';

/** Compose and shells pass an optional setting that is not set as an empty text. */
const optional = z
  .string()
  .transform((value) => value || undefined)
  .optional();

/** How Temporal is reached. The names are those that Temporal's own CLI reads. */
const temporal = z.object({
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** `true` encrypts the connection; each setting named TEMPORAL_TLS_… does so too. */
  TEMPORAL_TLS: z
    .enum(['true', 'false', ''])
    .transform((value) => (value === '' ? undefined : value === 'true'))
    .optional(),
  /** PEM file of the authority that signed the server's certificate. Without it the public authorities that Node knows are trusted. */
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: optional,
  /** PEM files of the client's certificate and its private key, for a server that demands them (mTLS). */
  TEMPORAL_TLS_CLIENT_CERT_PATH: optional,
  TEMPORAL_TLS_CLIENT_KEY_PATH: optional,
  /** The name in the server's certificate, where it is not the host in the address. */
  TEMPORAL_TLS_SERVER_NAME: optional,
  /** A key of Temporal Cloud. */
  TEMPORAL_API_KEY: optional.refine((value) => !/\s/.test(value ?? ''), 'must contain no space and no line break'),
});

export type TemporalSettings = z.infer<typeof temporal>;

const tlsDetails = [
  'TEMPORAL_TLS_SERVER_CA_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_KEY_PATH',
  'TEMPORAL_TLS_SERVER_NAME',
] as const;

/** The settings that a connection to Temporal in clear text must not have. */
export const TEMPORAL_SECURITY = ['TEMPORAL_TLS', ...tlsDetails, 'TEMPORAL_API_KEY'] as const;

/** Whether the connection to Temporal is encrypted. */
export const usesTls = (settings: TemporalSettings): boolean =>
  settings.TEMPORAL_TLS ?? tlsDetails.some((name) => settings[name] !== undefined);

function checkTemporal(settings: TemporalSettings, context: z.RefinementCtx): void {
  const refuse = (name: keyof TemporalSettings, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const { TEMPORAL_TLS_CLIENT_CERT_PATH: certificate, TEMPORAL_TLS_CLIENT_KEY_PATH: key, TEMPORAL_API_KEY: apiKey } = settings;
  if (certificate && !key)
    refuse('TEMPORAL_TLS_CLIENT_KEY_PATH', 'missing: TEMPORAL_TLS_CLIENT_CERT_PATH is set and needs its private key');
  if (key && !certificate)
    refuse('TEMPORAL_TLS_CLIENT_CERT_PATH', 'missing: TEMPORAL_TLS_CLIENT_KEY_PATH is set and needs its certificate');
  if (settings.TEMPORAL_TLS === false) {
    for (const name of tlsDetails.filter((name) => settings[name])) refuse(name, 'set, but TEMPORAL_TLS=false switches TLS off');
  }
  if (apiKey && !usesTls(settings)) refuse('TEMPORAL_API_KEY', 'would be sent in clear text: set TEMPORAL_TLS=true');
}

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  DATABASE_URL: z.string().min(1),
  ...temporal.shape,
  TASK_QUEUE: z.string().default('lives'),
  SMTP_URL: z.string().min(1),
  /** The mailbox of the operator's staff: what waits for them is told there. */
  OPERATOR_EMAIL: z.email(),
  /** The provider of texts to phones, with its key: see `gateways/sms/open.ts`. */
  SMS_URL: z.string().regex(/^(mobizon|smsc|outbox):\/\/[^/]+$/, 'must be mobizon://…, smsc://… or outbox://…'),
  /** Where the payment provider is, and the secret shared with it. */
  PAYMENTS_URL: z.string().min(1),
  PAYMENTS_SECRET: z.string().min(32),
  /** A provider's hook whose timestamp is further from now counts as forged. Seconds. */
  PAYMENTS_HOOK_SECONDS: z.coerce.number().int().default(300),
  /** Where the world reaches the API. */
  PUBLIC_URL: z.string().default('http://127.0.0.1:3000'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(3000),
  METRICS_PORT: z.coerce.number().int().default(9464),
  TEMPORAL_UI_URL: z.string().optional(),
  AKJET_SECRET: z.string().regex(/^[0-9a-f]{64}$/, 'must be 32 bytes in hex'),
  /** Secrets that restricted data are encrypted with, newest first, each 32 bytes in hex, parted by commas. The one above where none is set. */
  SEALING_SECRETS: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/)
    .optional(),
  /** SHA-256 of the privacy policy as published (7.2): the consent names it. */
  PRIVACY_POLICY_SHA256: z.string().default('не указан'),
  LOG_LEVEL: z.string().default('info'),
});

const whole = environment
  .refine(({ NODE_ENV, SMS_URL }) => NODE_ENV !== 'production' || !SMS_URL.startsWith('outbox:'), {
    path: ['SMS_URL'],
    error: 'the outbox sends nothing: not in production',
  })
  .superRefine(checkTemporal);

export type Config = z.infer<typeof environment>;

/** @throws with the names of what is missing or wrong. */
export const readConfig = (): Config => read(whole);

/** The part of the configuration that a connection to Temporal needs. @throws as `readConfig` does. */
export const readTemporalSettings = (): TemporalSettings => read(temporal.superRefine(checkTemporal));

function read<Settings extends z.ZodType>(settings: Settings): z.output<Settings> {
  const { success, data, error } = settings.safeParse(process.env);
  if (!success) throw new Error(`The environment is not complete:\n${z.prettifyError(error)}`);
  return data;
}
