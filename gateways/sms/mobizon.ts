/** Mobizon (https://mobizon.kz/help/api-docs/message): `message/sendSmsMessage`, `message/getSMSStatus`. It does not support client ids. */
import { z } from 'zod';
import { ask } from './asking.ts';
import type { Report, SmsProvider } from './port.ts';
import { Unanswered, Undeliverable } from './port.ts';
import { segmentsOf } from './segments.ts';

/** Validity of a message in minutes: one day, because a later notice is useless. */
const VALIDITY = 1_440;

const Answer = z.object({ code: z.int(), data: z.unknown() });
const Accepted = z.object({ messageId: z.coerce.string().min(1) });
const Statuses = z.array(
  z.object({ id: z.coerce.string(), status: z.string().regex(/^[A-Z]{1,10}$/), statusUpdateTs: z.string().nullish() }),
);

/** The code for invalid request fields. */
const INVALID = 1;
const FINAL_STATUSES: Record<string, Report['status']> = {
  DELIVRD: 'delivered',
  UNDELIV: 'undeliverable',
  REJECTD: 'undeliverable',
  EXPIRED: 'undeliverable',
  DELETED: 'undeliverable',
};

interface Settings {
  /** `https://api.mobizon.kz` */
  url: string;
  key: string;
  /** The registered sender's name. The provider's own name is the default. */
  from?: string | undefined;
}

export function mobizon({ url, key, from }: Settings): SmsProvider {
  const call = async (method: string, form: Record<string, string>): Promise<z.output<typeof Answer>> => {
    const address = `${url}/service/message/${method}?${new URLSearchParams({ output: 'json', api: 'v1', apiKey: key })}`;
    const { success, data } = Answer.safeParse(await ask('mobizon', address, form));
    if (!success) throw new Unanswered('mobizon gave no answer that can be read');
    return data;
  };

  return {
    name: 'mobizon',
    knowsIds: false,
    needsNumbers: false,
    async send({ to, text }) {
      const { code, data } = await call('sendSmsMessage', {
        recipient: to.replace('+', ''),
        text,
        ...(from !== undefined && { from }),
        'params[validity]': String(VALIDITY),
      });
      // An error in our sender name or key can be fixed; one in the number or the text is permanent.
      const wrong = code === INVALID ? ['recipient', 'text'].filter((field) => Object.hasOwn(Object(data), field)) : [];
      if (wrong.length > 0) throw new Undeliverable(`mobizon refused: ${code} ${wrong.join(', ')}`);
      if (code !== 0) throw new Error(`mobizon refused: ${code}`);
      const accepted = Accepted.safeParse(data);
      if (!accepted.success) throw new Unanswered('mobizon accepted the message but returned no id');
      return { providerId: accepted.data.messageId, segments: segmentsOf(text) };
    },
    async statusOf(messages) {
      const ids = Object.fromEntries(messages.map(({ providerId }, index) => [`ids[${index}]`, providerId]));
      const { code, data } = await call('getSMSStatus', ids);
      if (code !== 0) throw new Error(`mobizon refused: ${code}`);
      const said = new Map(Statuses.parse(data).map((each) => [each.id, each]));
      return messages.flatMap(({ id, providerId }): Report[] => {
        const { status: word = '', statusUpdateTs: at } = said.get(providerId) ?? {};
        const status = FINAL_STATUSES[word];
        return status === undefined ? [] : [{ id, status, proof: `mobizon ${providerId}: ${word}${at ? ` ${at}` : ''}` }];
      });
    },
  };
}
