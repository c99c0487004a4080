// The product's worker, which also runs the measured deal.
import { createServer } from 'node:http';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../activities/index.ts';
import { createPerformers } from '../activities/performers.ts';
import { lifeTypes } from '../charts/index.ts';
import { readConfig } from '../config.ts';
import { smtpMail } from '../gateways/mail/smtp.ts';
import { clamd } from '../gateways/malware/clamd.ts';
import { openPlatform } from '../platform.ts';
import { temporalConnection } from '../temporal-connection.ts';
import { bundleWorkflows, failAndRestart } from '../workflows/bundle.ts';
import { deal } from './deal/chart.ts';

const config = readConfig();
Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: ['SIGINT', 'SIGTERM'] });
const connection = await NativeConnection.connect({ ...temporalConnection(config), grpcCompression: { codec: 'none' } });
const platform = await openPlatform(config, connection, { log: pino({ level: 'warn' }), charts: { ...lifeTypes, deal } });
const mail = smtpMail(config.SMTP_URL);
const worker = await Worker.create({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
  workflowBundle: await bundleWorkflows(new URL('deal/workflow.ts', import.meta.url)),
  activities: createActivities({
    ...platform,
    performers: createPerformers({
      ...platform,
      mail,
      push: undefined,
      scanner: clamd(config.MALWARE_URL),
      operatorEmail: config.OPERATOR_EMAIL,
    }),
  }),
  ...failAndRestart,
});
createServer((_, response) => response.end('ok')).listen(config.METRICS_PORT, config.HOST);
await worker.run();
mail.close();
await platform.close();
await connection.close();
