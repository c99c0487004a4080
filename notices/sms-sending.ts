/**
 * The one way to send an SMS. It is counted before it is sent, so that an attacker cannot have the platform pay for thousands (pumping). Its outcome
 * is kept, never its number or text. Over the caps a code is not sent, and a notice waits for room.
 *
 * A process that dies between sending and noting leaves a row in `sending`. The next try asks a provider that knows our ids whether it has the
 * message. One that does not (Mobizon) gets the message once more: there, and only there, an SMS may arrive twice.
 */
import type { SmsProvider } from '../gateways/sms/port.ts';
import { Unanswered, Undeliverable } from '../gateways/sms/port.ts';
import type { Lives } from '../lives/lives.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { Purpose, SmsLimits } from '../models/stores/sms.ts';
import { beginSms, countSms, noteNotSent, noteSent, noteUndeliverable, numberHash } from '../models/stores/sms.ts';
import { todayInAlmaty } from '../models/today.ts';
import { numberAt } from '../rules/parameters.ts';

export interface Texting extends Pick<Lives, 'database' | 'keys' | 'log'> {
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
  /** Of what the number is told once within the caps' time. */
  topic?: string | undefined;
  /** Of a code: whether the number has an account. Numbers without one may not use the reserve. */
  hasAccount?: boolean;
  /** A notice that would have to wait for room until this moment (UTC, ISO-8601) or later is sent over the caps. */
  latest?: string | undefined;
}

export type Outcome =
  | { status: 'sent' | 'delivered' | 'undeliverable' | 'capped' | 'repeated'; proof: string }
  /** A notice over the caps: it may be tried again then (UTC, ISO-8601). */
  | { status: 'waits'; until: string };

/** Maximum attempts without an answer at a provider that does not know our ids. */
const MOST_DOUBTS = 2;

/**
 * One purpose never takes the places of another: what strangers cause holds back neither a text about an account's safety nor one of legal weight. Codes
 * have a reserve besides: `capsOf`.
 */
const CAPS = {
  safety: ['smsSafetyPerNumber', 'smsSafetyTotal'],
  legal: ['smsNoticesPerNumber', 'smsNoticesTotal'],
  stranger: ['smsStrangersPerNumber', 'smsStrangersTotal'],
  code: ['smsCodesPerNumber', 'smsCodesTotal'],
} as const;

type Caps = Pick<SmsLimits, 'number' | 'total' | 'inTime'>;

/** Maximum messages within a time window, per number and in total. */
async function capsOf(
  { database }: Pick<Texting, 'database'>,
  { purpose, hasAccount = false }: Pick<Message, 'purpose' | 'hasAccount'>,
): Promise<Caps> {
  const rows = await readParameters(database);
  const today = todayInAlmaty();
  const value = (code: string): number => numberAt(rows, code, today);
  const inTime = `${value('smsWindowHours')} hours`;
  const [perNumber, inTotal] = CAPS[purpose];
  const [number, total] = [value(perNumber), value(inTotal)];
  if (purpose !== 'code') return { number, total, inTime };
  return { number: number + value('smsCodesKnownDevice'), total: total - (hasAccount ? 0 : value('smsCodesReserved')), inTime };
}

/** True if of the day's codes only those are left that are kept for numbers with an account. */
export async function onlyReserveIsLeft(lives: Pick<Texting, 'database'>): Promise<boolean> {
  const [free, all] = await Promise.all([false, true].map((hasAccount) => capsOf(lives, { purpose: 'code', hasAccount })));
  const sent = await countSms(lives.database, 'code', (all as Caps).inTime);
  return sent >= (free as Caps).total && sent < (all as Caps).total;
}

/**
 * Sends an SMS once, however often it is called with the same id.
 * @throws Error if it may be tried again. Its message holds neither number nor text.
 */
export async function sendText(
  texting: Texting,
  { id, purpose, account, person, number, text, topic, latest, hasAccount = false }: Message,
): Promise<Outcome> {
  const { database, keys, sms } = texting;
  const caps = await capsOf(texting, { purpose, hasAccount });
  const row = { id, purpose, account, person, numberHash: numberHash(keys, number), provider: sms.name, topic };
  const { verdict, proof, room_at } = await beginSms(database, row, { ...caps, doubts: sms.knowsIds ? null : MOST_DOUBTS, latest });
  if (verdict === 'full') return { status: 'waits', until: (room_at as Date).toISOString() };
  if (verdict === 'repeated') return { status: 'repeated', proof: 'the number was told of the same within a day' };
  if (verdict === 'capped') return { status: 'capped', proof: 'not sent: the most messages of a day are reached' };
  if (verdict === 'doubtful') return refused(texting, id, `${sms.name} did not answer, twice: it may have arrived`);
  if (verdict !== 'go' && verdict !== 'again') return { status: verdict, proof: proof ?? '' };
  try {
    const { providerId, segments } = await sms.send({ id, to: number, text, again: verdict === 'again' });
    const taken = `${sms.name} ${providerId}, ${segments} segments`;
    await noteSent(database, id, { provider_id: providerId, segments, proof: taken });
    return { status: 'sent', proof: taken };
  } catch (error) {
    if (error instanceof Undeliverable) return refused(texting, id, error.message);
    if (!(error instanceof Unanswered)) await noteNotSent(database, id);
    throw error;
  }
}

async function refused({ database }: Texting, id: string, proof: string): Promise<Outcome & { proof: string }> {
  await noteUndeliverable(database, id, proof);
  return { status: 'undeliverable', proof };
}

/**
 * Sends a one-time code (1.9) within about five seconds, at any hour, and tries once: a user who waits in vain asks for another. `failed` may also
 * mean that the outcome is unknown. `id` is new for each code.
 */
export async function sendCode(
  texting: Texting,
  code: { id: string; person?: string; number: string; text: string; hasAccount: boolean },
): Promise<'sent' | 'capped' | 'undeliverable' | 'failed'> {
  try {
    const { status } = await sendText(texting, { ...code, purpose: 'code' });
    if (status === 'waits' || status === 'repeated') throw new Error('a code neither waits nor has a topic');
    return status === 'delivered' ? 'sent' : status;
  } catch (error) {
    texting.log.warn({ err: error }, 'sms.code-failed');
    return 'failed';
  }
}
