// The job that erases, as worker.ts runs it. It begins when the test arms the point at which it kills itself, and ends when nothing is due.
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { eraseDue } from '../lives/erasure.ts';
import { openPlatform } from '../platform.ts';
import { temporalConnection } from '../temporal-connection.ts';
import { dieIf, listenForArming } from './strike.ts';

listenForArming();
const armed = new Promise((resolve) => process.once('message', resolve));
const config = readConfig();
const connection = Connection.lazy(temporalConnection(config));
const platform = await openPlatform(config, connection, { log: pino({ level: config.LOG_LEVEL }), sweeping: false });
await armed;
await eraseDue(platform.lives, (what) => dieIf('between two erasures', what));
await platform.close();
await connection.close();
process.disconnect();
