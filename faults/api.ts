// The API, made of the same parts as in server.ts. It kills itself at the armed point.
import { createServer } from 'node:http';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApp } from '../api/app.ts';
import { readConfig } from '../config.ts';
import type { LifeUpdate } from '../lives/life-update.ts';
import { openPlatform } from '../platform.ts';
import { temporalConnection } from '../temporal-connection.ts';
import { dieIf, isArmed, listenForArming } from './strike.ts';

listenForArming();
const config = readConfig();
const log = pino({ level: config.LOG_LEVEL });
const platform = await openPlatform(config, Connection.lazy(temporalConnection(config)), { log, connections: 20 });

const { dispatch } = platform;
const deadly = (updates: LifeUpdate[]): void => {
  const names = updates.map(({ name }) => name);
  dieIf('before the signal', ...names);
  if (!isArmed('after the answer', ...names)) dispatch(updates);
};
const app = createApp({ ...platform, dispatch: Object.assign(deadly, dispatch) }, log);

createServer((request, response) => {
  const command = request.url?.split('/').at(-1) === 'tasks' ? 'post' : String(request.url?.split('/').at(-1));
  const { writeHead } = response;
  response.writeHead = (...given: unknown[]) => {
    dieIf('before the answer', command);
    return (writeHead as (...all: unknown[]) => typeof response).apply(response, given);
  };
  if (request.method === 'POST') response.once('finish', () => setTimeout(() => dieIf('after the answer', command), 50));
  app(request, response);
}).listen(config.PORT, config.HOST);
