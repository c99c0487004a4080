/** Terminates TLS in front of a plain-text Temporal server, like a company's gateway or Temporal Cloud. */
import { readFileSync } from 'node:fs';
import type { ServerHttp2Stream } from 'node:http2';
import { connect, createSecureServer } from 'node:http2';
import type { Certificates } from './certificates.ts';

export interface TemporalGateway {
  /** `host:port` */
  address: string;
  /** Names of the gRPC methods called through it. */
  calls: Set<string>;
  close(): Promise<void>;
}

/** The caller's required credential: a certificate of the authority, or this API key. */
type Demand = 'certificate' | { apiKey: string };

const UNAUTHENTICATED = '16';

/** Opens a gateway on 127.0.0.1 to the server at `host:port`. */
export async function openGateway(target: string, { authority, server: own }: Certificates, demand: Demand): Promise<TemporalGateway> {
  const calls = new Set<string>();
  const far = connect(`http://${target}`);
  const mutual = demand === 'certificate';
  const server = createSecureServer({
    cert: readFileSync(own.certificate),
    key: readFileSync(own.key),
    ...(mutual && { ca: readFileSync(authority.certificate), requestCert: true, rejectUnauthorized: true }),
  });
  const sessions = new Set<{ destroy(): void }>([far]);
  server.on('session', (session) => sessions.add(session.on('error', () => session.destroy())));

  server.on('stream', (near, headers) => {
    near.on('error', () => {});
    if (!mutual && headers.authorization !== `Bearer ${demand.apiKey}`) return refuse(near);
    calls.add(String(headers[':path']).split('/').at(-1) ?? '');
    const request = far.request(headers);
    request.on('error', () => near.close());
    near.once('close', () => request.close());
    request.once('response', (answer, flags) => {
      if (near.destroyed) return;
      const endStream = (flags & 1) === 1;
      near.respond(answer, { endStream, waitForTrailers: !endStream });
      let trailers = {};
      request.once('trailers', (last) => (trailers = last));
      near.once('wantTrailers', () => near.sendTrailers(trailers));
      request.pipe(near);
    });
    near.pipe(request);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    address: `127.0.0.1:${port}`,
    calls,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}

function refuse(near: ServerHttp2Stream): void {
  const status = { 'grpc-status': UNAUTHENTICATED, 'grpc-message': 'unknown API key' };
  near.respond({ ':status': 200, 'content-type': 'application/grpc', ...status }, { endStream: true });
}
