/**
 * Limits of requests, before anything else is done for one: neither the body nor the database is read. Kept in memory, for each process.
 *
 * A request counts for the person of its token, if the token was a session's lately. Any other counts for its network, so that invented tokens, codes
 * and passwords share one limit, and for the wide network of IPv6, which has a larger one. So the people behind one address of a mobile operator are not
 * held back by the strangers there once they are logged in.
 */
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addressOf, networkOf, wideNetworkOf } from './auth/address.ts';
import { tokenHashOf } from './auth/page-cookie.ts';
import type { Listener } from './doors.ts';

export interface Limits {
  /** The most requests of one person in ten seconds. A network without sessions may make half as many. */
  requests: number;
}

const SECONDS = 10;
/** A wide network holds many networks. */
const WIDE = 8;
/** Tokens that are remembered. The oldest is forgotten first: it is then looked up once more. */
const REMEMBERED = 50_000;

export interface RequestLimits {
  /** @throws RateLimiterRes if there were too many. */
  count(request: Request): Promise<void>;
  /** Notes whose session the request's token is, or that it is nobody's. A token's first request counts for its person too. @throws like `count` */
  remember(request: Request, person: string | undefined): Promise<void>;
}

export function requestLimits({ requests }: Limits, listener: Listener): RequestLimits {
  const strangers = Math.ceil(requests / 2);
  const ofPerson = new RateLimiterMemory({ points: requests, duration: SECONDS });
  const ofNetwork = new RateLimiterMemory({ points: strangers, duration: SECONDS });
  const ofWideNetwork = new RateLimiterMemory({ points: strangers * WIDE, duration: SECONDS });
  const persons = new Map<string, string>();
  return {
    async count(request) {
      const person = persons.get(tokenHashOf(request, listener) ?? '');
      if (person !== undefined) return void (await ofPerson.consume(person));
      const address = addressOf(request);
      const wide = wideNetworkOf(address);
      await ofNetwork.consume(networkOf(address));
      if (wide !== undefined) await ofWideNetwork.consume(wide);
    },
    async remember(request, person) {
      const hash = tokenHashOf(request, listener);
      if (hash === undefined || persons.get(hash) === person) return;
      if (person === undefined) return void persons.delete(hash);
      persons.set(hash, person);
      const [oldest] = persons.keys();
      if (persons.size > REMEMBERED && oldest !== undefined) persons.delete(oldest);
      await ofPerson.consume(person);
    },
  };
}
