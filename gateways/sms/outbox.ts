/** The SMS outbox for development (`local/sms/service.ts`): nothing leaves the machine, and a page shows what was sent. */
import { z } from 'zod';
import { ask } from './asking.ts';
import type { SmsProvider } from './port.ts';
import { Undeliverable } from './port.ts';

const Accepted = z.union([z.object({ id: z.string(), segments: z.int() }), z.object({ refused: z.string() })]);
const Reports = z.array(z.object({ id: z.string(), status: z.enum(['sent', 'delivered', 'undeliverable']) }));

export const outbox = (url: string): SmsProvider => ({
  name: 'outbox',
  knowsIds: true,
  needsNumbers: false,
  async send({ id, to, text }) {
    const accepted = Accepted.parse(await ask('outbox', `${url}/messages`, { id, to, text }));
    if ('refused' in accepted) throw new Undeliverable(`outbox refused: ${accepted.refused}`);
    return { providerId: accepted.id, segments: accepted.segments };
  },
  async statusOf(messages) {
    const said = Reports.parse(await ask('outbox', `${url}/reports`, { ids: JSON.stringify(messages.map(({ id }) => id)) }));
    return said.flatMap(({ id, status }) => (status === 'sent' ? [] : [{ id, status, proof: `outbox ${id}: ${status}` }]));
  },
});
