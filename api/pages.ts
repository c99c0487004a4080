/** The pages for people. Vite builds them into `dist/`; `npm start`, the image and the tests do that first. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Express, RequestHandler } from 'express';
import sirv from 'sirv';
import { CABINET_POLICY } from './headers.ts';

const CABINET = fileURLToPath(new URL('../dist/cabinet', import.meta.url));

const HEADERS = {
  'Content-Security-Policy': CABINET_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

/** A file with a hash in its name never changes. The page itself is asked for again each time. */
const FOREVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = 'The pages are not built yet. Build them with npm run build, and start the API again.\n';

/** The cabinet for every address under `/cabinet/`, because its own script reads the rest of the address. */
export function servePages(app: Express): void {
  for (const path of ['/', '/cabinet']) app.get(path, (_request, response) => response.redirect('/cabinet/'));
  app.use('/cabinet', forReading(existsSync(`${CABINET}/index.html`) ? files(CABINET) : notBuilt));
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
