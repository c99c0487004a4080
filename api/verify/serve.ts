/**
 * The page to which the QR code of a paper leads: `/verify/<reference or SHA-256>`, for everybody who has the paper. It is drawn by the server, loads
 * nothing from other hosts and sets no cookie. A client that asks for JSON is sent to `/v1/checks`.
 */
import { readFileSync } from 'node:fs';
import type { Express, Request, Response } from 'express';
import type { Language } from '../../charts/messages.ts';
import type { Platform } from '../../platform.ts';
import type { Rechecks } from '../documents/rechecks.ts';
import { paperId } from '../documents/schema.ts';
import { PROBLEMS, Problem } from '../errors.ts';
import { CHECK_PAGE_POLICY } from '../headers.ts';
import { CHECK_PAGE } from './address.ts';
import { checkPaper } from './check.ts';
import type { Shown } from './page.ts';
import { checkPage } from './page.ts';

const HEADERS = { 'Content-Security-Policy': CHECK_PAGE_POLICY, 'X-Robots-Tag': 'noindex', Vary: 'Accept, Accept-Language' };
const FILES = ['page.css', 'page.js'].map((name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')] as const);

/** Most readers of a paper read Russian. */
const languageOf = (request: Request): Language => (request.acceptsLanguages('ru', 'kk', 'en') || 'ru') as Language;

export function serveCheckPage(app: Express, platform: Platform, rechecks: Rechecks): void {
  const send = (request: Request, response: Response, status: number, shown: Shown, folder: string): void => {
    response
      .status(status)
      .set(HEADERS)
      .type('html')
      .send(checkPage(shown, languageOf(request), folder));
  };
  app.get(CHECK_PAGE, (request, response) => send(request, response, 200, 'start', `${CHECK_PAGE.slice(1)}/`));
  for (const [name, text] of FILES)
    app.get(
      `${CHECK_PAGE}/${name}`,
      (_, response) =>
        void response
          .set(HEADERS)
          .type(name.split('.')[1] as string)
          .send(text),
    );

  app.get(`${CHECK_PAGE}/:id`, async (request, response) => {
    const { data: id } = paperId.safeParse(request.params.id);
    if (id !== undefined && request.accepts('html', 'json') === 'json') return response.redirect(307, `../v1/checks/${id}`);
    try {
      if (id === undefined) throw new Problem('not-found');
      send(request, response, 200, await checkPaper(platform, rechecks, id, languageOf(request)), '');
    } catch (error) {
      const code = error instanceof Problem ? error.code : undefined;
      if (code !== 'not-found' && code !== 'too-many-requests') throw error;
      send(request, response, PROBLEMS[code].status, code === 'not-found' ? 'notFound' : 'later', '');
    }
  });
}
