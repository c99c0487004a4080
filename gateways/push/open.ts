/** Messages to browsers (Web Push, RFC 8030). */
import { askOutside } from '../outside.ts';
import type { BrowserKeys } from './encrypt.ts';
import { sealForBrowser } from './encrypt.ts';
import { isOfService } from './services.ts';
import { vapidHeader } from './vapid.ts';

/** Where a browser gets messages, and for whom they are sealed. */
export interface PushTarget extends BrowserKeys {
  endpoint: string;
}

export interface Push {
  /**
   * Hands a message over, for as long as a day. `gone`: the browser takes none any more.
   * @throws if the service does not take it; the error does not name the browser
   */
  send(to: PushTarget, message: string, urgent: boolean): Promise<'taken' | 'gone'>;
}

export interface PushSettings {
  PUSH_PUBLIC_KEY?: string | undefined;
  PUSH_PRIVATE_KEY?: string | undefined;
  PUSH_SERVICES: readonly string[];
  OPERATOR_CONTACT_EMAIL: string;
}

/** Seconds for which a service keeps a message for a browser that is away. */
const KEPT = 24 * 3_600;
const BOUNDS = { timeout: 5_000, most: 10_000 };
const GONE = [404, 410];

/** `undefined` without keys: the channel is off. */
export function openPush(settings: PushSettings): Push | undefined {
  const { PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey, PUSH_SERVICES: services } = settings;
  if (publicKey === undefined || privateKey === undefined) return undefined;
  return {
    async send({ endpoint, ...keys }, message, urgent) {
      if (!isOfService(endpoint, services)) return 'gone';
      const headers = {
        ...{ 'Content-Type': 'application/octet-stream', 'Content-Encoding': 'aes128gcm' },
        ...{ TTL: String(KEPT), Urgency: urgent ? 'high' : 'normal' },
        Authorization: vapidHeader(endpoint, { publicKey, privateKey }, `mailto:${settings.OPERATOR_CONTACT_EMAIL}`),
      };
      const { ok, status } = await askOutside(endpoint, { method: 'POST', headers, body: sealForBrowser(message, keys) }, BOUNDS);
      if (GONE.includes(status)) return 'gone';
      if (!ok) throw new Error(`the push service answered ${status}`);
      return 'taken';
    },
  };
}
