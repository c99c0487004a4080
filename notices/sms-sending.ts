/**
 * The one way a text leaves. It is counted before it is sent, so that nobody can have the platform pay for thousands (pumping), and what became of
 * it is kept, never the number and never the text.
 *
 * Who dies between the sending and the noting leaves a row that says `sending`: the next try asks a provider that knows our ids whether it has the
 * message, and repeats it once at one that does not (Mobizon). So a text is doubled once at most, and never at the others.
 */

import type { SmsProvider } from '../gateways/sms/port.ts';
import { Unanswered, Undeliverable } from '../gateways/sms/port.ts';
import { keyedHash } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { readParameters } from '../models/parameters.ts';
import { query } from '../models/statement.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';

type Purpose = 'notice' | 'code';

/** What sending needs. */
export interface Texting extends Pick<Lives, 'database' | 'secret' | 'log'> {
  sms: SmsProvider;
}

interface Message {
  /** The effect's id, or one of the code's own. */
  id: string;
  purpose: Purpose;
  account?: string;
  person?: string;
  /** E.164. */
  number: string;
  text: string;
}

export interface Outcome {
  status: 'sent' | 'delivered' | 'undeliverable' | 'capped';
  proof: string;
}

/** Tries of unknown outcome at a provider that does not know our ids: the first and one repeat. */
const MOST_DOUBTS = 2;

const CAPS = { notice: ['smsNoticesPerNumber', 'smsNoticesTotal'], code: ['smsCodesPerNumber', 'smsCodesTotal'] } as const;

type Verdict = 'go' | 'again' | 'doubtful' | Outcome['status'];

const begin = query<{ verdict: Verdict; proof: string | null }>('sms-begin', 'select * from begin_sms($1, $2, $3, $4, $5, $6, $7, $8, $9)');
const noteSent = query(
  'sms-sent',
  `update sms set status = 'sent', provider_id = $2, segments = $3, proof = $4, doubts = 0, sent_at = clock_timestamp(),
     next_ask = clock_timestamp() + interval '1 min' where id = $1`,
);
const noteRefused = query(
  'sms-refused',
  `update sms set status = 'undeliverable', proof = $2, doubts = 0, reported_at = clock_timestamp() where id = $1`,
);
const noteNotSent = query('sms-not-sent', 'update sms set doubts = doubts - 1 where id = $1');
const countOfDay = query<{ number: string; total: string }>(
  'sms-of-day',
  'select sms_of_day($1, $2) as number, sms_of_day($1, null) as total',
);

/** What stands for a number in the rows of `sms`. */
export const numberHash = (secret: string, number: string): string => keyedHash(secret, `number ${number}`);

/** The most messages a day for one number, and for all. */
async function capsOf({ database }: Pick<Texting, 'database'>, purpose: Purpose): Promise<{ number: number; total: number }> {
  const rows = await readParameters(database);
  const [number, total] = CAPS[purpose].map((code) => numberAt(rows, code, civilDate(new Date().toISOString())));
  return { number: number as number, total: total as number };
}

/** May another code be sent to a number (E.164) now? `sendCode` asks it once more, and counts. */
export async function maySend(lives: Pick<Texting, 'database' | 'secret'>, number: string): Promise<boolean> {
  const caps = await capsOf(lives, 'code');
  const [sent] = await countOfDay(lives.database, ['code', numberHash(lives.secret, number)]);
  return Number(sent?.number) < caps.number && Number(sent?.total) < caps.total;
}

/**
 * Sends a text once, however often it is called with the same id.
 * @throws where it may be tried again. Its message holds neither number nor text.
 */
export async function sendText(texting: Texting, { id, purpose, account, person, number, text }: Message): Promise<Outcome> {
  const { database, secret, sms } = texting;
  const caps = await capsOf(texting, purpose);
  const [begun] = await begin(database, [
    ...[id, purpose, account ?? null, person ?? null, numberHash(secret, number), sms.name],
    ...[caps.number, caps.total, sms.knowsIds ? null : MOST_DOUBTS],
  ]);
  const { verdict, proof } = begun as NonNullable<typeof begun>;
  if (verdict === 'capped') return { status: 'capped', proof: 'not sent: the most messages of a day are reached' };
  if (verdict === 'doubtful') return refused(texting, id, `${sms.name} did not answer, twice: it may have arrived`);
  if (verdict !== 'go' && verdict !== 'again') return { status: verdict, proof: proof ?? '' };
  try {
    const { providerId, segments } = await sms.send({ id, to: number, text, again: verdict === 'again' });
    const taken = `${sms.name} ${providerId}, ${segments} segments`;
    await noteSent(database, [id, providerId, segments, taken]);
    return { status: 'sent', proof: taken };
  } catch (error) {
    if (error instanceof Undeliverable) return refused(texting, id, error.message);
    if (!(error instanceof Unanswered)) await noteNotSent(database, [id]);
    throw error;
  }
}

async function refused({ database }: Texting, id: string, proof: string): Promise<Outcome> {
  await noteRefused(database, [id, proof]);
  return { status: 'undeliverable', proof };
}

/**
 * Sends a one-time code now (1.9), within about five seconds, at any hour, tried once: who waits for it asks for another. Answers `failed` where
 * nobody knows whether it went out, too. Nothing is kept of the text. `id` is new for each code.
 */
export async function sendCode(
  texting: Texting,
  code: { id: string; person?: string; number: string; text: string },
): Promise<'sent' | 'capped' | 'undeliverable' | 'failed'> {
  try {
    const { status } = await sendText(texting, { ...code, purpose: 'code' });
    return status === 'delivered' ? 'sent' : status;
  } catch {
    return 'failed';
  }
}
