// The door: the HTTP API.
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from './api/app.ts';
import { readConfig } from './config.ts';
import { openPlatform } from './platform.ts';

const config = readConfig();
const log = pino({ name: 'api', level: config.LOG_LEVEL });
const connection = Connection.lazy({ address: config.TEMPORAL_ADDRESS });
const platform = await openPlatform(config, connection, { connections: 20 });
const server = createApp(platform, log).listen(config.PORT, config.HOST, () => log.info({ port: config.PORT }, 'api is up'));

const stop = (): void => {
  server.close(async () => {
    await platform.close();
    await connection.close();
  });
  server.closeIdleConnections();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
