/** The table of routes, served by Express. */
import { randomUUID } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { inRequest } from '../lives/request-context.ts';
import { errorForLog } from '../log.ts';
import type { Platform } from '../platform.ts';
import { consentRoutes } from './accounts/consent.ts';
import { liabilityRoutes } from './accounts/liability.ts';
import { accountRoutes } from './accounts/routes.ts';
import { actRoutes } from './acts/routes.ts';
import { addressOf } from './auth/address.ts';
import { authRoutes } from './auth/routes.ts';
import { balanceRoutes } from './balance/routes.ts';
import { bankOrderRoutes } from './bank-orders/routes.ts';
import { watchChanges } from './changes.ts';
import { chartRoutes } from './charts/routes.ts';
import { contactRoutes } from './contacts/routes.ts';
import { contractorRoutes } from './contractors/routes.ts';
import { debtRoutes } from './debts/routes.ts';
import { disputeRoutes } from './disputes/routes.ts';
import { serveDocumentation } from './documentation.ts';
import type { Rechecks } from './documents/rechecks.ts';
import { openRechecks } from './documents/rechecks.ts';
import { documentRoutes } from './documents/routes.ts';
import type { Listener } from './doors.ts';
import { answersAt } from './doors.ts';
import { Problem } from './errors.ts';
import { exportRoutes } from './exports/routes.ts';
import { extraRoutes } from './extras/routes.ts';
import { feeRoutes } from './fees/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { financeRoutes } from './finance/routes.ts';
import { headers } from './headers.ts';
import { inflowRoutes } from './inflows/routes.ts';
import { invoiceRoutes } from './invoices/routes.ts';
import { logRoutes } from './log/routes.ts';
import { networkInLog, truncatedAddress } from './log-names.ts';
import { monthRoutes } from './months/routes.ts';
import { serveRefusalPage } from './not-mine/serve.ts';
import { objectionRoutes } from './objections/routes.ts';
import { acceptanceRoutes } from './offer/acceptances.ts';
import { offerRoutes } from './offer/routes.ts';
import { openApi } from './openapi.ts';
import { differenceRoutes } from './operator/differences.ts';
import { matterRoutes } from './operator/matters.ts';
import { operatorRoutes } from './operator/routes.ts';
import { outflowRoutes } from './outflows/routes.ts';
import { servePages } from './pages.ts';
import { paymentRoutes } from './payments/routes.ts';
import { payoutRoutes } from './payouts/routes.ts';
import { onError, serve } from './pipeline.ts';
import { proposalRoutes } from './proposals/routes.ts';
import { pushRoutes } from './push/routes.ts';
import { qualificationRoutes } from './qualifications/routes.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { reconciliationActRoutes } from './reconciliation-acts/routes.ts';
import { reidentificationRoutes } from './reidentifications/routes.ts';
import type { Limits } from './request-limits.ts';
import { requestLimits } from './request-limits.ts';
import { reviewRoutes } from './reviews/routes.ts';
import type { Route } from './route.ts';
import { searchRoutes } from './search/routes.ts';
import { savedSearchRoutes } from './searches/routes.ts';
import { signingRoutes } from './signings/routes.ts';
import { socialPaymentRoutes } from './social-payments/routes.ts';
import { socialTransferRoutes } from './social-transfers/routes.ts';
import { streamRoutes } from './stream/routes.ts';
import { systemRoutes } from './system/routes.ts';
import { tariffRoutes } from './tariffs/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { usualTermRoutes } from './tasks/usual-terms.ts';
import { taxInvoiceRoutes } from './tax-invoices/routes.ts';
import { threadRoutes } from './threads/routes.ts';
import { tieRoutes } from './ties/routes.ts';
import { verificationRoutes } from './verifications/routes.ts';
import { checkRoutes } from './verify/check.ts';
import { serveCheckPage } from './verify/serve.ts';

/** The allowed form of a caller's request id: it must not forge or flood a log line. */
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** The caller's request id, or a new one. */
const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();

/** All routes. A route that is not listed here is not served. */
export const routesOf = (platform: Platform, rechecks: Rechecks = openRechecks(platform)): Route[] => {
  const routes: Route[] = [
    ...authRoutes(platform),
    ...consentRoutes(platform),
    ...liabilityRoutes(platform),
    ...accountRoutes(platform),
    // Before the routes of one task, whose path it would be.
    ...searchRoutes(platform),
    ...savedSearchRoutes(platform),
    ...contractorRoutes(platform),
    ...streamRoutes(platform),
    ...tieRoutes(platform),
    ...pushRoutes(platform),
    ...taskRoutes(platform, watchChanges(platform.lives)),
    ...threadRoutes(platform),
    ...reviewRoutes(platform),
    ...paymentRoutes(platform),
    ...payoutRoutes(platform),
    ...receiptRoutes(platform),
    ...extraRoutes(platform),
    ...fileRoutes(platform),
    ...signingRoutes(platform),
    ...documentRoutes(platform),
    ...actRoutes(platform),
    ...balanceRoutes(platform),
    ...reconciliationActRoutes(platform),
    ...disputeRoutes(platform),
    ...debtRoutes(platform),
    ...feeRoutes(platform),
    ...invoiceRoutes(platform),
    ...taxInvoiceRoutes(platform),
    ...exportRoutes(platform),
    ...inflowRoutes(platform),
    ...outflowRoutes(platform),
    ...bankOrderRoutes(platform),
    ...monthRoutes(platform),
    ...financeRoutes(platform),
    ...verificationRoutes(platform),
    ...qualificationRoutes(platform),
    ...objectionRoutes(platform),
    ...reidentificationRoutes(platform),
    ...operatorRoutes(platform),
    ...matterRoutes(platform),
    ...differenceRoutes(platform),
    ...socialPaymentRoutes(platform),
    ...socialTransferRoutes(platform),
    ...proposalRoutes(platform),
    ...chartRoutes(platform.lives),
    ...acceptanceRoutes(platform),
    ...offerRoutes(platform),
    ...tariffRoutes(platform),
    ...usualTermRoutes(platform),
    ...contactRoutes(platform),
    ...checkRoutes(platform, rechecks),
    ...logRoutes(platform),
    ...systemRoutes(platform, () => openApi(routes)),
  ];
  return routes;
};

/** One listener of the API. In production there are two, one for each door. */
export function createApp(platform: Platform, log: Logger, most: Limits = { requests: 2_000 }, door: Listener = 'both'): Express {
  const app = express();
  // A rule of a proxy for a path must not be got around by another spelling of it.
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', platform.trustedProxies);
  app.use(
    pinoHttp({
      logger: log,
      wrapSerializers: false,
      genReqId: (request, response) => {
        const id = requestIdOf(request.headers['x-request-id']);
        response.setHeader('X-Request-Id', id);
        return id;
      },
      autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' || url === '/metrics' },
      // A line of a request that was refused tells where it came from, and with a session who made it.
      customProps: (request, response) => ({
        from: networkInLog(platform.lives.keys, addressOf(request as Request)),
        ...((response as Response).locals?.caller && { caller: (response as Response).locals.caller }),
      }),
      serializers: {
        req: ({ id, method, url }) => ({ id, method, path: String(url).split('?')[0] }),
        res: ({ statusCode }) => ({ statusCode }),
        err: errorForLog,
      },
    }),
  );
  app.use(headers(platform.publicUrl));
  app.use((request, _response, next) => {
    const address = addressOf(request);
    const whence = { from: networkInLog(platform.lives.keys, address), network: truncatedAddress(address) };
    inRequest({ requestId: String(request.id), door, ...whence }, next);
  });
  const limits = requestLimits(most, door);
  app.use(async (request, _response, next) => {
    await limits.count(request);
    next();
  });
  const rechecks = openRechecks(platform);
  const routes = routesOf(platform, rechecks).filter((each) => answersAt(each, door));
  for (const each of routes) app[each.method](each.path.replace(/\{(\w+)\}/g, ':$1'), serve(each, platform, limits, door));
  serveDocumentation(app);
  servePages(app, door);
  if (door !== 'staff') {
    serveRefusalPage(app);
    serveCheckPage(app, platform, rechecks);
  }
  const addresses = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  app.use(({ path }, response, next) => {
    const known = addresses.filter(({ pattern }) => pattern.test(path));
    if (known.length === 0) throw new Problem('not-found');
    response.set('Allow', known.map(({ method }) => method.toUpperCase()).join(', '));
    next(new Problem('method-not-allowed'));
  });
  app.use(onError(platform));
  return app;
}
