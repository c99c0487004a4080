/** What a process is told by its environment. Nothing else reads it. */
import { z } from 'zod';

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().default('default'),
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

const fitting = environment.refine(({ NODE_ENV, SMS_URL }) => NODE_ENV !== 'production' || !SMS_URL.startsWith('outbox:'), {
  path: ['SMS_URL'],
  error: 'the outbox sends nothing: not in production',
});

export type Config = z.infer<typeof environment>;

/** @throws with the names of what is missing or wrong. */
export function readConfig(): Config {
  const { success, data, error } = fitting.safeParse(process.env);
  if (!success) throw new Error(`The environment is not complete:\n${z.prettifyError(error)}`);
  return data;
}
