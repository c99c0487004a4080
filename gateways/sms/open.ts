import { mobizon } from './mobizon.ts';
import { outbox } from './outbox.ts';
import type { SmsProvider } from './port.ts';
import { smsc } from './smsc.ts';

/**
 * Creates the provider that SMS_URL names: `mobizon://KEY@api.mobizon.kz?from=NAME`, `smsc://LOGIN:PASSWORD@smsc.kz?sender=NAME` or
 * `outbox://127.0.0.1:4200`.
 * @throws for any other URL. The error does not quote it, because it may contain a key.
 */
export function openSms(address: string): SmsProvider {
  const { protocol, host, username, password, searchParams } = new URL(address);
  const url = `https://${host}`;
  const [login, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  if (protocol === 'mobizon:') return mobizon({ url, key: login, from: searchParams.get('from') ?? undefined });
  if (protocol === 'smsc:') return smsc({ url, login, password: secret, sender: searchParams.get('sender') ?? undefined });
  if (protocol === 'outbox:') return outbox(`http://${host}`);
  throw new Error('SMS_URL names no provider that is known');
}
