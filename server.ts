// The process of the HTTP API.
import { Connection } from '@temporalio/client';
import { createApp } from './api/app.ts';
import { createApiServer } from './api/listen.ts';
import { readConfig } from './config.ts';
import { openLog } from './log.ts';
import { openPlatform } from './platform.ts';
import { shutDownWithin } from './shutdown.ts';
import { temporalConnection } from './temporal-connection.ts';

const config = readConfig();
const log = openLog('api', config.LOG_LEVEL);
// Reconnects to Temporal within seconds after an outage. The library's defaults may take minutes.
const channelArgs = { 'grpc.max_reconnect_backoff_ms': 3_000, 'grpc.keepalive_time_ms': 15_000, 'grpc.keepalive_timeout_ms': 5_000 };
const connection = Connection.lazy({ ...temporalConnection(config), channelArgs });
const platform = await openPlatform(config, connection, { log, connections: 20, statementTimeout: 4_000 });
const server = createApiServer(createApp(platform, log)).listen(config.PORT, config.HOST, () =>
  log.info({ port: config.PORT }, 'api is up'),
);

const stop = (): void => {
  server.close(async () => {
    await platform.close();
    await connection.close();
  });
  server.closeIdleConnections();
};
shutDownWithin(5_000);
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
