/** The pages for people. Vite builds them into `dist/`; `npm start`, the image and the tests do that first. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Express, RequestHandler } from 'express';
import sirv from 'sirv';
import type { Page } from './auth/page-cookie.ts';
import type { Listener } from './doors.ts';
import { PAGES_POLICY } from './headers.ts';

const HEADERS = {
  'Content-Security-Policy': PAGES_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/** A file with a hash in its name never changes. The page itself is asked for again each time. */
const FOREVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = 'The pages are not built yet. Build them with npm run build, and start the API again.\n';

/** The cabinet at the public door, the console of the staff at theirs. */
const PAGES: Record<Listener, readonly Page[]> = { public: ['cabinet'], staff: ['console'], both: ['cabinet', 'console'] };

/** A page for every address under its name, because its own script reads the rest of the address. `/` leads to the first. */
export function servePages(app: Express, listener: Listener): void {
  const pages = PAGES[listener];
  app.get('/', (_request, response) => response.redirect(`/${pages[0]}/`));
  for (const page of pages) {
    const folder = fileURLToPath(new URL(`../dist/${page}`, import.meta.url));
    app.get(`/${page}`, (_request, response) => response.redirect(`/${page}/`));
    app.use(`/${page}`, forReading(existsSync(`${folder}/index.html`) ? files(folder) : notBuilt));
  }
}

const forReading =
  (handle: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    response.set(HEADERS);
    return handle(request, response, next);
  };

const files = (folder: string): RequestHandler =>
  sirv(folder, {
    ...{ brotli: true, gzip: true, etag: true, single: true },
    setHeaders: (response, path) => response.setHeader('Cache-Control', path.startsWith('/assets/') ? FOREVER : 'no-cache'),
  });

const notBuilt: RequestHandler = (_request, response) => void response.status(503).type('text').send(NOT_BUILT);
