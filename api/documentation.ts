import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Express } from 'express';
import { PAGE_POLICY } from './headers.ts';

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>AkJet API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="page"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;
/** A token that was entered is forgotten with the page: what is kept in a browser can be read by whoever uses it next. */
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, persistAuthorization: false, validatorUrl: null });`;

const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** The API as a page. It loads nothing from other hosts, so it works without the internet. */
export function serveDocumentation(app: Express): void {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  app.get('/docs', (_request, response) => void response.set('Content-Security-Policy', PAGE_POLICY).type('html').send(PAGE));
  app.get('/docs/start.js', (_request, response) => void response.type('js').send(START));
  for (const asset of ASSETS)
    app.get(`/docs/${asset}`, (_request, response) => {
      // The same for everybody, and large: a browser may keep it.
      response.removeHeader('Cache-Control');
      response.sendFile(asset, { root, maxAge: '1d' });
    });
}
