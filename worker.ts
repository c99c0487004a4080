// The Temporal worker: runs the workflows of lives and their activities.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from './activities/index.ts';
import { createPerformers } from './activities/performers.ts';
import { keepAnchoring } from './anchors/anchor.ts';
import { openAnchoring } from './anchors/open.ts';
import { readAnchorSettings, readConfig } from './config.ts';
import { keepClearing } from './files/clearing.ts';
import { smtpMail } from './gateways/mail/smtp.ts';
import { clamd } from './gateways/malware/clamd.ts';
import { openPush } from './gateways/push/open.ts';
import { keepErasing } from './lives/erasure.ts';
import { keepForgetting } from './lives/forget-stream.ts';
import { keepCheckingLedger } from './lives/ledger-check.ts';
import { openLog } from './log.ts';
import { openMetrics } from './metrics.ts';
import { keepAlarming } from './notices/damage-alarm.ts';
import { keepTellingDifferences } from './notices/difference-alarm.ts';
import { keepAsking } from './notices/sms-reports.ts';
import { openPlatform } from './platform.ts';
import { keepSchedules } from './schedules.ts';
import { shutDownWithin } from './shutdown.ts';
import { temporalConnection } from './temporal-connection.ts';
import { bundleWorkflows, failAndRestart } from './workflows/bundle.ts';

const config = readConfig();
const anchorSettings = readAnchorSettings();
const log = openLog('worker', config.LOG_LEVEL);
Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => log.warn({ level, ...meta }, message)),
  shutdownSignals: ['SIGINT', 'SIGTERM'],
});

/** Retries until Temporal is reachable, because it may start later than this process. Wrong settings end the process. */
async function connect(): Promise<NativeConnection> {
  const options = temporalConnection(config);
  for (;;) {
    try {
      return await NativeConnection.connect({ ...options, grpcCompression: { codec: 'none' } });
    } catch (error) {
      log.warn({ reason: String(error) }, 'cannot connect to Temporal: trying again');
      await pause(2_000);
    }
  }
}

const connection = await connect();
const platform = await openPlatform(config, connection, { log });
const { lives } = platform;
const mail = smtpMail(config.SMTP_URL);
const performers = createPerformers({
  ...platform,
  mail,
  push: openPush(config),
  scanner: clamd(config.MALWARE_URL),
  operatorEmail: config.OPERATOR_EMAIL,
});
const endAsking = keepAsking({ ...lives, sms: platform.sms });
const endAnchoring = keepAnchoring(openAnchoring(anchorSettings, { ...lives, mail }));
const endErasing = keepErasing(lives);
const endClearing = keepClearing({ ...lives, files: platform.files });
const endForgetting = keepForgetting(lives);
const endChecking = keepCheckingLedger(lives);
const endAlarming = keepAlarming({ ...lives, mail, operatorEmail: config.OPERATOR_EMAIL });
const endTelling = keepTellingDifferences({ ...lives, mail, operatorEmail: config.OPERATOR_EMAIL });
const worker = await Worker.create({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
  ...(process.env.WORKFLOW_BUNDLE
    ? { workflowBundle: { codePath: process.env.WORKFLOW_BUNDLE } }
    : { workflowBundle: await bundleWorkflows() }),
  activities: createActivities({ ...platform, performers }),
  ...failAndRestart,
  shutdownGraceTime: '5s',
});

const metrics = openMetrics(lives);
const health = createServer(async (request, response) => {
  if (request.url === '/healthz') return void response.end('ok');
  if (request.url === '/metrics') return void response.setHeader('content-type', metrics.contentType).end(await metrics.metrics());
  response.writeHead(404).end();
}).listen(config.METRICS_PORT, config.HOST);

shutDownWithin(7_000);
await keepSchedules(platform.client, config.TASK_QUEUE);
log.info('worker is up');
await worker.run();
health.close();
await endAnchoring();
await endTelling();
await endAlarming();
await endErasing();
await endClearing();
await endForgetting();
await endChecking();
mail.close();
await endAsking();
await platform.close();
await connection.close();
