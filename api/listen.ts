/** The server of the API, with its technical limits: a slow or idle caller does not hold what others need. */
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';

/** Milliseconds for the whole request to arrive, and for its headers. A response may take longer: it may wait for a change. */
const REQUEST = 15_000;
const HEADERS = 10_000;
/** How often Node looks for late requests. Its default of 30 s would make of 15 s up to 45. */
const LOOK = 1_000;
/** Connections of one process; further ones are closed at once. */
const MOST_CONNECTIONS = 5_000;

/** A server that does not listen yet. */
export function createApiServer(app: RequestListener): Server {
  const server = createServer({ requestTimeout: REQUEST, headersTimeout: HEADERS, connectionsCheckingInterval: LOOK }, app);
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}
