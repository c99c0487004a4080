/**
 * The session of a page of ours. Its token is in a cookie that no script reads, so a fault in a page gives it to nobody. The cookie counts only with the
 * header `Akjet-Page`, which a page of another origin cannot send, and where the browser says that the page is of the same origin. Every other client
 * sends `Authorization`.
 */
import type { Request } from 'express';
import type { Door, Listener } from '../doors.ts';
import { hashOfBearer, tokenHash } from '../session.ts';

/** The pages and their doors. Each has a session of its own: in development both are of one origin. */
const DOORS = { cabinet: 'public', console: 'staff' } as const satisfies Record<string, Door>;
export type Page = keyof typeof DOORS;

const isPage = (named: string | undefined): named is Page => named !== undefined && Object.hasOwn(DOORS, named);

export const PAGE_HEADER = 'Akjet-Page';

/** Over TLS the name binds the cookie to this host, to TLS and to no other path. */
const nameOf = (page: Page, isSecure: boolean): string => `${isSecure ? '__Host-' : ''}akjet-${page}`;

/** The page of ours that sends a request, or undefined: a page counts only at its own door. */
export function pageOf(request: Request, listener: Listener): Page | undefined {
  const named = request.get(PAGE_HEADER);
  if (!isPage(named) || request.get('sec-fetch-site') !== 'same-origin') return undefined;
  return listener === 'both' || listener === DOORS[named] ? named : undefined;
}

/** The door that a request comes to. Where one listener is both doors, a page comes to its own. */
export function doorOf(request: Request, listener: Listener): Listener {
  const page = pageOf(request, listener);
  return page === undefined ? listener : DOORS[page];
}

/** The stored hash of a request's token: the one in `Authorization`, otherwise that of the page's cookie. */
export function tokenHashOf(request: Request, listener: Listener): string | undefined {
  const authorization = request.get('authorization');
  const page = pageOf(request, listener);
  if (authorization !== undefined || page === undefined) return hashOfBearer(authorization);
  const names = [nameOf(page, true), nameOf(page, false)];
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [name = '', token = ''] = pair.trim().split('=');
    if (names.includes(name) && /^[\w-]{20,200}$/.test(token)) return tokenHash(token);
  }
  return undefined;
}

interface Kept {
  page: Page;
  publicUrl: string;
  token: string;
  /** UTC, ISO-8601. */
  expiresAt: string;
}

/** The header that keeps a token in the browser. */
export function cookieOf({ page, publicUrl, token, expiresAt }: Kept): string {
  const isSecure = publicUrl.startsWith('https:');
  const name = nameOf(page, isSecure);
  const until = new Date(expiresAt).toUTCString();
  return `${name}=${token}; Path=/; Expires=${until}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}

/** The header that forgets it. */
export const noCookie = (page: Page, publicUrl: string): string =>
  cookieOf({ page, publicUrl, token: '', expiresAt: new Date(0).toISOString() });
