/** The settings that a process reads from its environment. */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Operator } from './documents/operator.ts';
import { messageOf } from './error-message.ts';
import { openFiles } from './gateways/files/open.ts';
import { PUSH_SERVICES, SERVICE } from './gateways/push/services.ts';
import { publicKeyOf } from './gateways/push/vapid.ts';
import { openPlace } from './gateways/second-place/open.ts';
import type { SignatureSettings } from './gateways/signatures/settings.ts';
import { signatureSettings } from './gateways/signatures/settings.ts';
import { openSigner, PUBLIC_KEY, SIGNING_KEY } from './lives/log/note.ts';
import { todayInAlmaty } from './models/today.ts';
import { readCompanyBin, readIban } from './rules/identifiers.ts';
import { BENEFICIARY_CODE, BIC } from './rules/requisites.ts';

/** Compose and shells pass an unset optional setting as an empty string. */
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
  /** PEM file of the CA that signed the server's certificate. By default Node's public CAs are trusted. */
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: optional,
  /** PEM files of the client's certificate and its private key, for a server that demands them (mTLS). */
  TEMPORAL_TLS_CLIENT_CERT_PATH: optional,
  TEMPORAL_TLS_CLIENT_KEY_PATH: optional,
  /** The server name in the certificate, if it differs from the host in the address. */
  TEMPORAL_TLS_SERVER_NAME: optional,
  /** An API key of Temporal Cloud. */
  TEMPORAL_API_KEY: optional.refine((value) => !/\s/.test(value ?? ''), 'must contain no space and no line break'),
});

export type TemporalSettings = z.infer<typeof temporal>;

const tlsDetails = [
  'TEMPORAL_TLS_SERVER_CA_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_CERT_PATH',
  'TEMPORAL_TLS_CLIENT_KEY_PATH',
  'TEMPORAL_TLS_SERVER_NAME',
] as const;

/** The settings that must be unset for a connection to Temporal in clear text. */
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

/** The operator as its letters and documents name it. */
const operator = z.object({
  OPERATOR_NAME: z.string().min(1),
  OPERATOR_BIN: z.string().regex(/^\d{12}$/, 'must be the 12 digits of a BIN'),
  OPERATOR_ADDRESS: z.string().min(1),
  OPERATOR_PHONE: z.string().min(1),
  OPERATOR_CONTACT_EMAIL: z.email(),
  /** The account that receives the fee (5.1): production names it. Elsewhere all of these or none. */
  OPERATOR_BANK: optional,
  OPERATOR_BIK: optional,
  OPERATOR_IBAN: optional,
  OPERATOR_KBE: optional,
  OPERATOR_KNP: optional,
  /** The certificate of a payer of VAT: all of these, or none where the operator pays none. */
  OPERATOR_VAT_SERIES: optional,
  OPERATOR_VAT_NUMBER: optional,
  OPERATOR_VAT_SINCE: optional,
});

type OperatorSettings = z.infer<typeof operator>;

const ACCOUNT = ['OPERATOR_BANK', 'OPERATOR_BIK', 'OPERATOR_IBAN', 'OPERATOR_KBE', 'OPERATOR_KNP'] as const;
const VAT = ['OPERATOR_VAT_SERIES', 'OPERATOR_VAT_NUMBER', 'OPERATOR_VAT_SINCE'] as const;

function checkOperator(settings: OperatorSettings & { NODE_ENV: string }, context: z.RefinementCtx): void {
  const refuse = (name: keyof OperatorSettings, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const missing = ACCOUNT.filter((name) => settings[name] === undefined);
  if (missing.length < ACCOUNT.length || settings.NODE_ENV === 'production')
    for (const name of missing) refuse(name, 'missing: an account needs all of its details');
  const unsaid = VAT.filter((name) => settings[name] === undefined);
  if (unsaid.length < VAT.length) for (const name of unsaid) refuse(name, 'missing: a certificate of VAT needs all of its details');
  const { OPERATOR_VAT_SERIES: series, OPERATOR_VAT_NUMBER: certificate, OPERATOR_VAT_SINCE: since } = settings;
  if (series !== undefined && !/^\d{1,10}$/.test(series)) refuse('OPERATOR_VAT_SERIES', 'is no series: it has digits alone');
  if (certificate !== undefined && !/^\d{1,10}$/.test(certificate)) refuse('OPERATOR_VAT_NUMBER', 'is no number: it has digits alone');
  if (since !== undefined && !z.iso.date().safeParse(since).success) refuse('OPERATOR_VAT_SINCE', 'is no day such as 2026-01-31');
  if (settings.NODE_ENV !== 'production') return;
  const { OPERATOR_BIN: bin, OPERATOR_CONTACT_EMAIL: email, OPERATOR_IBAN: iban, OPERATOR_BIK: bik, OPERATOR_KBE: code } = settings;
  if ('fault' in readCompanyBin(bin, todayInAlmaty())) refuse('OPERATOR_BIN', 'is no BIN of a company');
  if (/(^|[@.])example\.[a-z]+$|\.example(\.[a-z]+)?$/i.test(email)) refuse('OPERATOR_CONTACT_EMAIL', 'is made up: not in production');
  if (iban !== undefined && 'fault' in readIban(iban)) refuse('OPERATOR_IBAN', 'is no account of a bank in Kazakhstan');
  if (bik !== undefined && !BIC.test(bik)) refuse('OPERATOR_BIK', 'is no BIC (БИК): it has 8 characters');
  if (code !== undefined && !BENEFICIARY_CODE.test(code)) refuse('OPERATOR_KBE', 'is no beneficiary code (КБе): it has two digits');
}

/** The operator of these settings, and its account where one is named. */
export function operatorOf(settings: OperatorSettings): Operator {
  const {
    OPERATOR_BANK: name,
    OPERATOR_BIK: bik,
    OPERATOR_IBAN: iban,
    OPERATOR_KBE: beneficiaryCode,
    OPERATOR_KNP: purposeCode,
    OPERATOR_VAT_SERIES: series,
    OPERATOR_VAT_NUMBER: number,
    OPERATOR_VAT_SINCE: registeredOn,
  } = settings;
  return {
    name: settings.OPERATOR_NAME,
    bin: settings.OPERATOR_BIN,
    address: settings.OPERATOR_ADDRESS,
    phone: settings.OPERATOR_PHONE,
    email: settings.OPERATOR_CONTACT_EMAIL,
    bank: name && bik && iban && beneficiaryCode && purposeCode ? { name, bik, iban, beneficiaryCode, purposeCode } : null,
    vat: series && number && registeredOn ? { series, number, registeredOn } : null,
  };
}

/** The operator that an environment names. @throws as `readConfig` does. */
export const operatorIn = (given: Record<string, string | undefined>): Operator => operatorOf(read(operator, given));

/** Nobody listens to what does not leave this machine: a loopback address, or a socket. */
const staysHere = (host: string): boolean => host === '' || host.startsWith('/') || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** Whether a connection to PostgreSQL proves the server's certificate and name, or stays here. */
function isSafeDatabase(text: string): boolean {
  const { hostname, searchParams } = new URL(text);
  return staysHere(searchParams.get('host') ?? hostname) || searchParams.get('sslmode') === 'verify-full';
}

/** Whether letters go to the mail server over TLS with its certificate proved, or stay here. */
function isSafeMail(text: string): boolean {
  const { protocol, hostname, searchParams } = new URL(text);
  if (staysHere(hostname)) return true;
  const isEncrypted = protocol === 'smtps:' || searchParams.get('requireTLS') === 'true';
  return isEncrypted && !searchParams.has('ignoreTLS') && !searchParams.has('tls.rejectUnauthorized');
}

/** Whether the engine is reached over TLS, or stays here. */
const isSafeEngine = (settings: Pick<ApiConfig, 'TEMPORAL_ADDRESS'> & Parameters<typeof usesTls>[0]): boolean =>
  usesTls(settings) || staysHere(settings.TEMPORAL_ADDRESS.replace(/:\d+$/, ''));

const isOwnPort = (staff: number | undefined, port: number): boolean => staff !== undefined && staff !== port;
/** Secrets of 32 bytes in hex, separated by commas. The message does not repeat them. */
const secrets = z
  .string()
  .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/, 'must be 32 bytes in hex, or several of them separated by commas')
  .transform((value) => value.split(','));

const SECRETS = ['AKJET_SECRET', 'SEALING_SECRETS', 'PAYMENTS_SECRET', 'PAYMENTS_HOOK_SECRET', 'TIPTOPPAY_API_SECRET'] as const;

/** Whoever learns one secret must not learn what another protects. */
function checkSecrets(settings: SecretSettings, context: z.RefinementCtx): void {
  const known = new Map<string, string>();
  for (const name of SECRETS)
    for (const secret of [settings[name] ?? []].flat()) {
      const other = known.get(secret);
      if (other !== undefined)
        context.addIssue({ code: 'custom', path: [name], message: `contains a secret of ${other}: each needs its own` });
      known.set(secret, name);
    }
}

/** An address, or a network in CIDR that is not the whole world. */
function isNetwork(text: string): boolean {
  const [address = '', length] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] as number;
  return bits > 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= bits));
}

/** The proxies whose X-Forwarded-For is believed. `none`: connections come from the callers themselves. */
const trustedProxies = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
  .refine((list) => list.length < 2 || !list.includes('none'), 'is none, or a list of proxies')
  .refine(
    (list) => list.every((each) => each === 'none' || isNetwork(each)),
    'must be none, or addresses and networks (CIDR), separated by commas',
  );

const PROVIDERS = ['sandbox', 'tiptoppay'] as const;
/** The settings that each provider needs. */
const OF_PROVIDER = {
  sandbox: ['PAYMENTS_URL', 'PAYMENTS_SECRET', 'PAYMENTS_HOOK_SECRET'],
  tiptoppay: ['TIPTOPPAY_PUBLIC_ID', 'TIPTOPPAY_API_SECRET'],
} as const satisfies Record<(typeof PROVIDERS)[number], (keyof ApiConfig)[]>;

const LOCAL_URL = 'http://127.0.0.1:3000';

/** What the API reads; the worker reads it too. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** With the process's own login, which can change no history (`models/rights.ts`). */
  DATABASE_URL: z.string().refine((url) => URL.canParse(url), 'must be postgres://…'),
  /** The owner's login is for migrations alone. */
  DATABASE_OWNER_URL: z.literal('', 'only migrations may have it: the API and the worker must not be able to become the owner').optional(),
  ...temporal.shape,
  TASK_QUEUE: z.string().default('lives'),
  ...operator.shape,
  /** The SMS provider, with its key: see `gateways/sms/open.ts`. */
  SMS_URL: z.string().regex(/^(mobizon|smsc|outbox):\/\/[^/]+$/, 'must be mobizon://…, smsc://… or outbox://…'),
  /** The key that notices to browsers are signed with, and other push services than those of the browsers. Without a key there are no such notices. */
  PUSH_PUBLIC_KEY: optional.refine((key) => key === undefined || /^[\w-]{87}$/.test(key), 'must be made by npm run push-key'),
  PUSH_SERVICES: optional.transform((text) => text?.split(',') ?? [...PUSH_SERVICES]).pipe(z.array(z.string().regex(SERVICE))),
  /**
   * Where new payments are opened, and where those of companies are, if elsewhere. A payment stays with the provider that opened it, so the settings of a
   * provider are there as long as it has payments.
   */
  PAYMENTS_PROVIDER: z.preprocess((value) => value || undefined, z.enum(PROVIDERS).default('sandbox')),
  PAYMENTS_PROVIDER_COMPANIES: optional.pipe(z.enum(PROVIDERS).optional()),
  /** The URL of the sandbox, and the secret that our requests carry. */
  PAYMENTS_URL: optional,
  PAYMENTS_SECRET: optional.pipe(z.string().min(32).optional()),
  /** The secret with which the sandbox signs its webhooks. Requests never carry it. */
  PAYMENTS_HOOK_SECRET: optional.pipe(z.string().min(32).optional()),
  /** Maximum age of a webhook's timestamp, in seconds. An older or later one counts as forged. */
  PAYMENTS_HOOK_SECONDS: z.coerce.number().int().default(300),
  /** TipTopPay: its URL, and the login and password of the operator's terminal. The password also signs its notifications. */
  TIPTOPPAY_URL: z.preprocess((value) => value || undefined, z.url({ protocol: /^https?$/ }).default('https://api.tiptoppay.kz')),
  TIPTOPPAY_PUBLIC_ID: optional,
  TIPTOPPAY_API_SECRET: optional,
  /** The public URL of the API, without a slash at its end: paths are appended to it. Letters lead there. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default(LOCAL_URL)
    .transform((url) => url.replace(/\/+$/, '')),
  TRUSTED_PROXIES: trustedProxies,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(3000),
  /**
   * The door of the operator's staff: a second listener, which no proxy routes to the public. Without it one listener is both doors, and production does
   * not start.
   */
  STAFF_PORT: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().optional()),
  STAFF_HOST: z.string().default('127.0.0.1'),
  /** Secrets of the keyed hashes (`models/keys.ts`), newest first. None is ever removed. */
  AKJET_SECRET: secrets,
  /** Secrets that encrypt restricted data (`models/sealed-column.ts`), newest first. */
  SEALING_SECRETS: secrets,
  /** The public keys of the log's checkpoints, newest first, separated by commas: `<origin>+<hash>+<base64>`. */
  LOG_PUBLIC_KEYS: z.string().transform((keys, context) => {
    const each = keys.split(',');
    if (!each.every((key) => PUBLIC_KEY.test(key))) context.addIssue({ code: 'custom', message: 'must be public keys of a signed note' });
    return each;
  }),
  /** SHA-256 of the published privacy policy (7.2). The consent names it. */
  PRIVACY_POLICY_SHA256: optional.refine((hash) => hash === undefined || /^[0-9a-f]{64}$/.test(hash), 'must be a SHA-256 in hex'),
  /** Whether who gets personal data for the operator (SMS, mail, payments, servers) may keep them outside Kazakhstan: the consent says so (7.2). */
  PERSONAL_DATA_ABROAD: optional.pipe(z.enum(['yes', 'no']).optional()),
  /** The service that carries documents to eGov Mobile. Without it the app comes to our own addresses, for which the authority has to admit our host. */
  SIGEX_URL: z.preprocess((value) => value || undefined, z.url({ protocol: /^https?$/ }).optional()),
  /** The store of files: a directory or a bucket, which the API and the worker reach alike. */
  FILES_PLACE: z.string().min(1),
  FILES_PLACE_KEY_ID: optional,
  FILES_PLACE_SECRET: optional,
  LOG_LEVEL: z.string().default('info'),
});

/** What the worker alone reads: letters leave from it. */
const ofWorker = {
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/?]/, 'must be smtp://… or smtps://…')
    .refine((url) => URL.canParse(url), 'is no address'),
  /** The mailbox of the operator's staff. It receives notices about work that waits for them. */
  OPERATOR_EMAIL: z.email(),
  /** ClamAV's daemon. It speaks clear text, so it is in the network of the worker. */
  MALWARE_URL: z.string().regex(/^clamd:\/\/[^/?#@]+:\d+$/, 'must be clamd://HOST:PORT'),
  /** The private half of PUSH_PUBLIC_KEY. */
  PUSH_PRIVATE_KEY: optional,
  METRICS_PORT: z.coerce.number().int().default(9464),
};

export type ApiConfig = z.infer<typeof environment>;
type SecretSettings = Pick<ApiConfig, (typeof SECRETS)[number]>;

/** The secrets of these settings, for a script that needs no others. @throws as `readConfig` does. */
export const secretsIn = (given: Record<string, string | undefined>): Pick<ApiConfig, 'AKJET_SECRET' | 'SEALING_SECRETS'> =>
  read(environment.pick({ AKJET_SECRET: true, SEALING_SECRETS: true }), given);

function check(settings: ApiConfig, context: z.RefinementCtx): void {
  if (settings.NODE_ENV === 'production' && settings.SMS_URL.startsWith('outbox:'))
    context.addIssue({ code: 'custom', path: ['SMS_URL'], message: 'the outbox sends nothing: not in production' });
  if ((settings.NODE_ENV === 'production' || settings.STAFF_PORT !== undefined) && !isOwnPort(settings.STAFF_PORT, settings.PORT))
    context.addIssue({
      ...{ code: 'custom', path: ['STAFF_PORT'] },
      message: 'must be set, and differ from PORT: staff have a door of their own, which is not routed publicly',
    });
  if (settings.NODE_ENV === 'production' && settings.TRUSTED_PROXIES.length === 0)
    context.addIssue({ code: 'custom', path: ['TRUSTED_PROXIES'], message: 'is not decided: name the proxies before the API, or none' });
  if (settings.NODE_ENV === 'production' && settings.PUBLIC_URL === LOCAL_URL)
    context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'is missing: letters would lead to the machine of their reader' });
  checkTemporal(settings, context);
  checkOperator(settings, context);
  checkPayments(settings, context);
  checkFiles(settings, context);
  checkSecrets(settings, context);
  checkEncryption(settings, context);
}

/** A provider that is chosen has its settings, and one that has some has all. */
function checkPayments(settings: ApiConfig, context: z.RefinementCtx): void {
  const chosen = [settings.PAYMENTS_PROVIDER, settings.PAYMENTS_PROVIDER_COMPANIES];
  for (const provider of PROVIDERS) {
    const missing = OF_PROVIDER[provider].filter((name) => settings[name] === undefined);
    const isWanted = chosen.includes(provider) || missing.length < OF_PROVIDER[provider].length;
    if (isWanted) for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: `missing: ${provider} needs it` });
  }
}

/** A store that does not open would lose an upload only when somebody sends one. */
function checkFiles(settings: ApiConfig, context: z.RefinementCtx): void {
  try {
    openFiles(settings);
  } catch (error) {
    context.addIssue({ code: 'custom', path: ['FILES_PLACE'], message: messageOf(error) });
  }
}

/** Notices that no browser would take are worse than none. The worker alone has the private half. */
function checkPush({ PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey }: Config, context: z.RefinementCtx): void {
  const isPair = (): boolean => {
    try {
      return privateKey !== undefined && publicKeyOf(privateKey) === publicKey;
    } catch {
      return false;
    }
  };
  if ((publicKey ?? privateKey) !== undefined && !isPair())
    context.addIssue({ code: 'custom', path: ['PUSH_PRIVATE_KEY'], message: 'is not the private half of PUSH_PUBLIC_KEY' });
}

/** What the consent to personal data says must be true (7.2). The API alone shows it. */
function checkConsent(settings: ApiConfig, context: z.RefinementCtx): void {
  if (settings.NODE_ENV !== 'production') return;
  for (const name of ['PRIVACY_POLICY_SHA256', 'PERSONAL_DATA_ABROAD'] as const)
    if (settings[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is missing: the consent to personal data says it' });
}

/** In production no connection to PostgreSQL, the mail server or the engine leaves the machine in clear text. */
function checkEncryption(settings: ApiConfig & { SMTP_URL?: string }, context: z.RefinementCtx): void {
  if (settings.NODE_ENV !== 'production') return;
  const { DATABASE_URL, SMTP_URL } = settings;
  const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (!isSafeDatabase(DATABASE_URL))
    refuse('DATABASE_URL', 'would be reached in clear text: add ?sslmode=verify-full, and sslrootcert=FILE');
  if (SMTP_URL !== undefined && !isSafeMail(SMTP_URL))
    refuse('SMTP_URL', 'would be reached in clear text: take smtps://, or add ?requireTLS=true; the certificate must count');
  if (settings.PUSH_SERVICES.some((service) => service.startsWith('http:')))
    refuse('PUSH_SERVICES', 'would be reached in clear text: take https://');
  if (settings.SIGEX_URL?.startsWith('http:')) refuse('SIGEX_URL', 'would be reached in clear text, with whole documents: take https://');
  if (!isSafeEngine(settings)) refuse('TEMPORAL_ADDRESS', 'would be reached in clear text: set TEMPORAL_TLS=true');
}

/** Of `none`, no proxy remains. */
const settled = <Settings extends ApiConfig>(settings: Settings): Settings => ({
  ...settings,
  TRUSTED_PROXIES: settings.TRUSTED_PROXIES.filter((each) => each !== 'none'),
});

/** The names of settings that are fit for development alone, or leave open what production should close. */
export function weakSettings(settings: ApiConfig): string[] {
  const { NODE_ENV, DATABASE_URL, SMS_URL, PAYMENTS_PROVIDER, PUBLIC_URL, TRUSTED_PROXIES, STAFF_PORT } = settings;
  const isOpen = (url?: string): boolean => url !== undefined && !url.startsWith('https:') && !staysHere(new URL(url).hostname);
  const weak: Record<string, boolean> = {
    NODE_ENV: NODE_ENV !== 'production',
    DATABASE_URL: !isSafeDatabase(DATABASE_URL),
    SMS_URL: SMS_URL.startsWith('outbox:'),
    // It moves no money.
    PAYMENTS_PROVIDER: [PAYMENTS_PROVIDER, settings.PAYMENTS_PROVIDER_COMPANIES].includes('sandbox'),
    PAYMENTS_URL: isOpen(settings.PAYMENTS_URL),
    TIPTOPPAY_URL: isOpen(settings.TIPTOPPAY_URL),
    PUBLIC_URL: !PUBLIC_URL.startsWith('https:'),
    TRUSTED_PROXIES: NODE_ENV !== 'production' && TRUSTED_PROXIES.length === 0,
    STAFF_PORT: STAFF_PORT === undefined,
    TEMPORAL_TLS: !isSafeEngine(settings),
  };
  return Object.keys(weak).filter((name) => weak[name]);
}

const whole = environment.extend(ofWorker);

/** All settings: those of the worker, which has those of the API too. */
export type Config = z.infer<typeof whole>;

/** The settings of the worker. @throws Error that names the missing or invalid settings. */
export const readConfig = (): Config => settled(read(whole.superRefine(check).superRefine(checkPush)));

/** The settings of the API. @throws as `readConfig` does. */
export const readApiConfig = (): ApiConfig => settled(read(environment.superRefine(check).superRefine(checkConsent)));

/** What the worker needs besides to anchor the chains outside. The API has none of it. */
const anchors = z
  .object({
    NODE_ENV: environment.shape.NODE_ENV,
    LOG_PUBLIC_KEYS: environment.shape.LOG_PUBLIC_KEYS,
    /** Signs the log's checkpoints: `npm run log-key -- ORIGIN` makes one. */
    LOG_SIGNING_KEY: z.string().regex(SIGNING_KEY, 'must be made by npm run log-key'),
    /** The second place: a directory or a bucket that is not in the hands of who keeps the database. */
    LOG_PLACE: z.string().min(1),
    LOG_PLACE_KEY_ID: optional,
    LOG_PLACE_SECRET: optional,
    /** The time stamp authority (RFC 3161), and a PEM file with the roots of its certificate. */
    TIMESTAMP_URL: z.url({ protocol: /^https?$/ }),
    TIMESTAMP_ROOTS: z.string().min(1),
    /** Who gets each checkpoint by email, separated by commas. */
    ANCHOR_EMAILS: optional.transform((emails) => emails?.split(',') ?? []).pipe(z.array(z.email())),
  })
  .superRefine(({ NODE_ENV, LOG_SIGNING_KEY, LOG_PUBLIC_KEYS, ...place }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['LOG_SIGNING_KEY'], message });
    try {
      openPlace(place);
    } catch (error) {
      context.addIssue({ code: 'custom', path: ['LOG_PLACE'], message: messageOf(error) });
    }
    try {
      const { name, publicKey } = openSigner(LOG_SIGNING_KEY);
      if (publicKey !== LOG_PUBLIC_KEYS[0]) refuse('is not the private half of the first of LOG_PUBLIC_KEYS');
      if (NODE_ENV === 'production' && /(^|\.)example(\.[a-z]+)*\//.test(name)) refuse('is made up: not in production');
    } catch {
      refuse('is damaged');
    }
  });

export type AnchorSettings = z.infer<typeof anchors>;

/** The settings of the job that anchors the chains. @throws as `readConfig` does. */
export const readAnchorSettings = (): AnchorSettings => read(anchors);

/** The settings of the checks of electronic signatures. @throws as `readConfig` does. */
export const readSignatureSettings = (given: Record<string, string | undefined> = process.env): SignatureSettings =>
  read(signatureSettings, given);

/** The part of the configuration that a connection to Temporal needs. @throws as `readConfig` does. */
export const readTemporalSettings = (): TemporalSettings => read(temporal.superRefine(checkTemporal));

function read<Settings extends z.ZodType>(settings: Settings, given: Record<string, string | undefined> = process.env): z.output<Settings> {
  const { success, data, error } = settings.safeParse(given);
  if (!success) throw new Error(`The environment is not complete:\n${z.prettifyError(error)}`);
  return data;
}
