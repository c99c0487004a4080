/** Stand-ins for Mobizon and SMSC.kz: they follow the documented protocol, record accepted messages, and fail on demand. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Fault =
  | 'slow'
  | 'server error'
  | 'garbage'
  | 'not as documented'
  | 'money out'
  | 'wrong number'
  | 'forbidden text'
  | 'answer lost'
  | 'wrong key';

interface Taken {
  providerId: string;
  to: string;
  text: string;
  status: string;
}

export interface StandIn {
  url: string;
  /** The accepted messages, in order. */
  taken: Taken[];
  /** Method and path of each request, with its form. */
  asked: { address: string; form: Record<string, string> }[];
  /** Injects a fault into the next request. */
  fail(fault: Fault): void;
  /** Sets a message's status, in the provider's own terms. */
  become(providerId: string, status: string): void;
  close(): Promise<void>;
}

type Reply = { body: unknown; take?: Taken };
/** Handles a request. Expresses a fault in the provider's own terms. */
type Provider = (path: string, form: Record<string, string>, taken: Taken[], fault: Fault | undefined) => Reply;

const SECOND = 1_000;

async function standIn(provider: Provider): Promise<StandIn> {
  const taken: Taken[] = [];
  const asked: StandIn['asked'] = [];
  const faults: Fault[] = [];
  const server = createServer(async (request, response) => {
    const form = await formOf(request);
    const address = `${request.method} ${request.url}`;
    asked.push({ address, form });
    const fault = faults.shift();
    if (fault === 'server error') return void response.writeHead(502).end('<html>Bad gateway</html>');
    if (fault === 'garbage') return void response.end('<html>{');
    if (fault === 'not as documented') return void response.end('{"hello":[]}');
    const { body, take } = provider(new URL(request.url ?? '/', 'http://stand.in').pathname, form, taken, fault);
    if (take) taken.push(take);
    if (fault === 'answer lost') return void request.socket.destroy();
    if (fault === 'slow') await pause(60 * SECOND, undefined, { ref: false });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    asked,
    fail: (fault) => void faults.push(fault),
    become(providerId, status) {
      for (const message of taken) if (message.providerId === providerId) message.status = status;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
}

const newId = (): string => String(randomInt(1_000_000, 9_999_999));

/** https://mobizon.kz/help/api-docs/message */
export const standInForMobizon = (): Promise<StandIn> =>
  standIn((path, form, taken, fault) => {
    const refusal = (code: number, data: unknown, message: string): Reply => ({ body: { code, data, message } });
    if (fault === 'wrong key') return refusal(8, {}, 'Access denied');
    if (path === '/service/message/getSMSStatus') {
      const ids = Object.entries(form).flatMap(([name, value]) => (/^ids\[\d+\]$/.test(name) ? [value] : []));
      if (ids.length === 0) return refusal(2, [], 'No identifiers');
      if (ids.length > 100) return refusal(12, [], 'Too many');
      const found = taken.filter(({ providerId }) => ids.includes(providerId));
      const shown = found.map(({ providerId, status }) => ({
        id: providerId,
        status,
        segNum: 1,
        startSendTs: null,
        statusUpdateTs: '2026-11-25 10:00:00',
      }));
      return { body: { code: 0, data: shown, message: '' } };
    }
    const { recipient = '', text = '' } = form;
    if (fault === 'wrong number' || !/^\d{8,15}$/.test(recipient)) return refusal(1, { recipient: `${recipient} is wrong` }, 'Validation');
    if (fault === 'forbidden text' || text === '') return refusal(1, { text: `${text} is forbidden` }, 'Validation');
    if (fault === 'money out') return refusal(7, {}, `Not enough money for ${recipient}`);
    const providerId = newId();
    return {
      body: { code: 0, data: { campaignId: newId(), messageId: providerId, status: 2 }, message: '' },
      take: { providerId, to: `+${recipient}`, text, status: 'NEW' },
    };
  });

/** https://smsc.kz/api/http/ */
export const standInForSmsc = (): Promise<StandIn> =>
  standIn((path, form, taken, fault) => {
    const refusal = (code: number, error: string): Reply => ({ body: { error, error_code: code } });
    if (fault === 'wrong key' || form.login !== 'login' || form.psw !== 'pass:word') return refusal(2, 'authorise error');
    if (form.fmt !== '3') return { body: 'OK - 1 SMS, ID - 1' };
    if (path === '/sys/status.php') {
      // If two messages share an id, the provider reports the latest.
      const found = taken.findLast(({ providerId, to }) => providerId === form.id && to === form.phone);
      return { body: found ? { status: Number(found.status), last_date: '25.11.2026 10:00:00' } : { status: -3 } };
    }
    const { phones = '', mes = '', id = newId() } = form;
    if (fault === 'money out') return refusal(3, 'no money');
    if (fault === 'forbidden text') return refusal(6, `message ${mes} is denied`);
    if (fault === 'wrong number' || !/^\+?\d{8,15}$/.test(phones)) return refusal(7, `invalid number ${phones}`);
    return { body: { id: Number(id), cnt: 2 }, take: { providerId: id, to: phones, text: mes, status: '-1' } };
  });
