/**
 * The page to which the letter with a code leads the owner of an address: "not me". It is static, loads nothing from other hosts and sets no cookie. Its
 * script posts the secret of the link to `POST /v1/email-refusals`.
 */
import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import { REFUSAL_PAGE } from '../../notices/email-codes.ts';
import { REFUSAL_PAGE_POLICY } from '../headers.ts';

const fileOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const FILES = { '': fileOf('page.html'), '/page.css': fileOf('page.css'), '/page.js': fileOf('page.js') };

const HEADERS = { 'Content-Security-Policy': REFUSAL_PAGE_POLICY, 'X-Robots-Tag': 'noindex' };

/** The addresses in the page are relative, so it works under a path of `PUBLIC_URL` too. */
export function serveRefusalPage(app: Express): void {
  for (const [path, text] of Object.entries(FILES))
    app.get(
      REFUSAL_PAGE + path,
      (_request, response) =>
        void response
          .set(HEADERS)
          .type(path.split('.')[1] ?? 'html')
          .send(text),
    );
}
