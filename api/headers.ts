/** The headers of every response: a browser shows nothing of the API inside another page, runs nothing of it, tells nobody where it was, and keeps nothing. */
import type { RequestHandler } from 'express';

/** Data and no pages: a browser that opens one loads and runs nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** Files of users: a browser that shows one after all does so as if it came from nowhere. */
export const FILE_POLICY = `sandbox; ${POLICY}`;
/**
 * The page of the documentation: scripts and styles of files of ours, none in the page. Its program sets styles of single elements, which needs
 * 'unsafe-inline' for styles alone.
 */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The page of the letters' link "not me": all of it is files of ours. */
export const REFUSAL_PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The page that checks a paper: it asks nobody anything. */
export const CHECK_PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The pages in a person's hands: files of ours, what the API answers them, QR codes as data, and NCALayer, the program for signing on the person's own
 * computer. No text becomes a script or a piece of a page (Trusted Types), so what somebody wrote stays what it is: the one rule that they may make,
 * `worker`, knows one address.
 */
export const PAGES_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' wss://127.0.0.1:13579; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types worker";

/** Two years, as browsers' own lists ask for. */
const HSTS = `max-age=${2 * 365 * 24 * 3_600}; includeSubDomains`;

/** `publicUrl`: where people reach the API. Over TLS, browsers are told to use nothing else. */
export const headers = (publicUrl: string): RequestHandler => {
  const all = {
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': HSTS }),
  };
  return (_request, response, next) => {
    response.set(all);
    next();
  };
};
