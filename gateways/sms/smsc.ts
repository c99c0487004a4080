/** SMSC.kz (https://smsc.kz/api/http/): `sys/send.php`, `sys/status.php`. It finds a message by our id together with the number. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ask } from './asking.ts';
import type { Report, SentSms, SmsProvider } from './port.ts';
import { Unanswered, Undeliverable } from './port.ts';
import { segmentsOf } from './segments.ts';

const Refusal = z.object({ error_code: z.int() });
const Accepted = z.object({ id: z.coerce.string().min(1), cnt: z.int().min(1) });
const Status = z.object({ status: z.int(), last_date: z.string().optional() });

/** Forbidden text or sender, invalid or unreachable number. We can fix all other errors (money, password, rate). */
const NEVER = [6, 7, 8];
const NOT_FOUND = -3;
/** Delivered, read, link followed. */
const DELIVERED = [1, 2, 4];
/** Overdue, impossible, wrong number, forbidden, no money, out of reach. */
const UNDELIVERABLE = [3, 20, 22, 23, 24, 25];

interface Settings {
  /** `https://smsc.kz` */
  url: string;
  login: string;
  password: string;
  sender?: string | undefined;
}

/** Maps our id to the provider's range, 1 to 2147483647. Together with the number it identifies one message. */
export const smscId = (id: string): string => String((createHash('sha256').update(id).digest().readUInt32BE() % 2_147_483_647) + 1);

export function smsc({ url, login, password, sender }: Settings): SmsProvider {
  const call = async (program: string, form: Record<string, string>): Promise<unknown> => {
    const answer = await ask('smsc', `${url}/sys/${program}.php`, { login, psw: password, fmt: '3', charset: 'utf-8', ...form });
    const refusal = Refusal.safeParse(answer);
    if (!refusal.success) return answer;
    const { error_code: code } = refusal.data;
    throw NEVER.includes(code) && program === 'send' ? new Undeliverable(`smsc refused: ${code}`) : new Error(`smsc refused: ${code}`);
  };
  // One message per request: the provider allows only one batch request a minute.
  const status = async ({ to, providerId }: Pick<SentSms, 'to' | 'providerId'>): Promise<z.output<typeof Status>> =>
    Status.parse(await call('status', { phone: to, id: providerId }));

  return {
    name: 'smsc',
    knowsIds: true,
    needsNumbers: true,
    async send({ id, to, text, again }) {
      const own = smscId(id);
      // The provider does not deduplicate by id, so an attempt that may have arrived is looked up first.
      if (again && (await status({ to, providerId: own })).status !== NOT_FOUND) return { providerId: own, segments: segmentsOf(text) };
      const accepted = Accepted.safeParse(await call('send', { phones: to, mes: text, id: own, ...(sender !== undefined && { sender }) }));
      if (!accepted.success) throw new Unanswered('smsc gave no answer that can be read');
      return { providerId: accepted.data.id, segments: accepted.data.cnt };
    },
    async statusOf(messages) {
      const reports: Report[] = [];
      for (const { id, to, providerId } of messages) {
        const { status: code, last_date: at } = await status({ to, providerId });
        const became = DELIVERED.includes(code) ? 'delivered' : UNDELIVERABLE.includes(code) ? 'undeliverable' : undefined;
        if (became) reports.push({ id, status: became, proof: `smsc ${providerId}: ${code}${at === undefined ? '' : ` ${at}`}` });
      }
      return reports;
    },
  };
}
