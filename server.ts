// The process of the HTTP API.
import type { Server } from 'node:http';
import { Connection } from '@temporalio/client';
import { createApp } from './api/app.ts';
import type { Listener } from './api/doors.ts';
import { createApiServer } from './api/listen.ts';
import { keepCarrying } from './api/signings/carried-codes.ts';
import { readApiConfig } from './config.ts';
import { openLog } from './log.ts';
import { openPlatform } from './platform.ts';
import { shutDownWithin } from './shutdown.ts';
import { temporalConnection } from './temporal-connection.ts';

const config = readApiConfig();
const log = openLog('api', config.LOG_LEVEL);
// Reconnects to Temporal within seconds after an outage. The library's defaults may take minutes.
const channelArgs = { 'grpc.max_reconnect_backoff_ms': 3_000, 'grpc.keepalive_time_ms': 15_000, 'grpc.keepalive_timeout_ms': 5_000 };
const connection = Connection.lazy({ ...temporalConnection(config), channelArgs });
const platform = await openPlatform(config, connection, { log, connections: 20, statementTimeout: 4_000 });
const { PORT: port, HOST: host, STAFF_PORT: staffPort, STAFF_HOST: staffHost } = config;
const open = (door: Listener, atPort: number, atHost: string): Server =>
  createApiServer(createApp(platform, log, undefined, door)).listen(atPort, atHost, () => log.info({ port: atPort, door }, 'api is up'));
const servers = staffPort === undefined ? [open('both', port, host)] : [open('public', port, host), open('staff', staffPort, staffHost)];

const endCarrying = keepCarrying(platform);

const stop = async (): Promise<void> => {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  for (const server of servers) server.closeIdleConnections();
  await Promise.all([...closed, endCarrying()]);
  await platform.close();
  await connection.close();
};
shutDownWithin(5_000);
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
