// The worker, made of the same parts as in worker.ts. It kills itself at the armed point. It also runs the test charts.
import { createServer } from 'node:http';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { QueryTypes } from 'sequelize';
import { createActivities } from '../activities/index.ts';
import { createPerformers } from '../activities/performers.ts';
import { lifeTypes } from '../charts/index.ts';
import { readConfig } from '../config.ts';
import type { Mail } from '../gateways/mail/port.ts';
import { smtpMail } from '../gateways/mail/smtp.ts';
import { clamd } from '../gateways/malware/clamd.ts';
import { mobizon } from '../gateways/sms/mobizon.ts';
import type { SmsProvider } from '../gateways/sms/port.ts';
import { openPlatform } from '../platform.ts';
import { temporalConnection } from '../temporal-connection.ts';
import { testLaws } from '../testing/charts/errand.ts';
import { failAndRestart } from '../workflows/bundle.ts';
import { payAt } from './bank.ts';
import { dieIf, listenForArming } from './strike.ts';

listenForArming();
const config = readConfig();
const connection = await NativeConnection.connect(temporalConnection(config));
const platform = await openPlatform(config, connection, { log: pino({ level: config.LOG_LEVEL }), charts: { ...lifeTypes, ...testLaws } });
const { lives, sms } = platform;

const lifeOf = (effect: string): string => effect.split('/').slice(0, 2).join('/');

const mail = smtpMail(config.SMTP_URL);
const deadlyMail: Mail = {
  ...mail,
  async send(letter) {
    dieIf('before the letter', letter.to);
    const proof = await mail.send(letter);
    dieIf('after the letter', letter.to);
    return proof;
  },
};

/** Only a provider without our ids as idempotency keys can send an SMS twice after a crash. */
const provider = process.env.MOBIZON_URL === undefined ? sms : mobizon({ url: process.env.MOBIZON_URL, key: 'key' });
const deadlySms: SmsProvider = {
  ...provider,
  async send(message) {
    const sent = await provider.send(message);
    dieIf('after the text', message.to);
    return sent;
  },
};

const pay = payAt(process.env.BANK_URL as string);
const usual = createPerformers({
  ...platform,
  mail: deadlyMail,
  push: undefined,
  sms: deadlySms,
  scanner: clamd(config.MALWARE_URL),
  operatorEmail: config.OPERATOR_EMAIL,
});
const performers = {
  ...usual,
  checkSignatures: {
    ...usual.checkSignatures,
    async perform(effect: Parameters<typeof usual.checkSignatures.perform>[0]) {
      dieIf('before the check', effect.life);
      const answer = await usual.checkSignatures.perform(effect);
      dieIf('after the check', effect.life);
      return answer;
    },
  },
  pay: {
    ...pay,
    async perform(effect: Parameters<typeof pay.perform>[0]) {
      const answer = await pay.perform(effect);
      dieIf('after the payment', effect.life);
      return answer;
    },
  },
};

const { catchUp, performBatch, performOne } = createActivities({ ...platform, performers });
const worker = await Worker.create({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
  workflowBundle: { codePath: process.env.WORKFLOW_BUNDLE as string },
  ...failAndRestart,
  activities: {
    catchUp: async () => {
      const update = await catchUp();
      const life = update?.life ?? '';
      const [last] = await lives.database.query<{ by: string }>('select by from event where life = $1 order by seq desc limit 1', {
        bind: [life],
        type: QueryTypes.SELECT,
      });
      if (last?.by === 'clock') dieIf('after the timer', life);
      return update;
    },
    performBatch: async (effects: string[]) => {
      const performed = await performBatch(effects);
      if (performed.updates.length > 0) for (const effect of effects) dieIf('after its answer', lifeOf(effect));
      return performed;
    },
    performOne: async (effect: string) => {
      const updates = await performOne(effect);
      if (updates?.length) dieIf('after its answer', lifeOf(effect));
      return updates;
    },
  },
});
createServer((_, response) => response.end('ok')).listen(config.METRICS_PORT, config.HOST);
await worker.run();
