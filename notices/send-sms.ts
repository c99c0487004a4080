import type { Effects } from '../charts/effects.ts';
import type { SmsProvider } from '../gateways/sms/port.ts';
import type { Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';
import type { NoticeBySms } from '../models/stores/notice.ts';
import { noticeBySms } from '../models/stores/notice.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { authorisedNumber } from '../models/stores/person.ts';
import { numberAt } from '../rules/parameters.ts';
import { quietUntil } from '../rules/quiet-hours.ts';
import { civilDate } from '../rules/working-days.ts';
import { sendText } from './sms-sending.ts';
import { textOf } from './sms-text.ts';

/** About one day: after the backoff has grown, there is one attempt a minute. */
const TRIES = 1_440;

/**
 * Sends a notice of legal weight to the authorised number (1.2): sending it counts as service; a later delivery report is additional proof.
 * During quiet hours only urgent notices are sent, and those whose deadline falls within them.
 */
export function sendSms(lives: Lives, sms: SmsProvider): Performer<Effects['sendSms']> {
  const { database, secret, log } = lives;
  return {
    tries: TRIES,
    async perform({ id }) {
      const notice = await noticeBySms(database, id);
      if (notice === undefined) throw new FinalFailure('there is no such notice');
      const { account, template, language, number, task, facts } = notice;
      const to = await authorisedNumber(database, account);
      if (to === undefined) throw new FinalFailure('the account has no authorised number');
      const { messages } = lifeTypeOf(lives, notice.life);
      const until = messages.notices[template]?.urgent ? undefined : await quietTime(lives, notice);
      if (until !== undefined) return { until };
      const message = textOf(messages, template, language, { number, task: task ?? undefined, facts });
      const { status, proof } = await sendText(
        { database, secret, log, sms },
        { id, purpose: 'notice', account, number: to, text: message },
      );
      return { status: status === 'capped' ? 'undeliverable' : status, proof };
    },
    failed: async (_, fault) => ({ status: 'undeliverable', proof: fault }),
  };
}

/** The end of the quiet hours that delay a notice; undefined outside them, or if its deadline falls within them. */
async function quietTime({ database }: Lives, { now, deadline }: NoticeBySms): Promise<string | undefined> {
  const rows = await readParameters(database);
  const moment = now.toISOString();
  const hour = (code: string): number => numberAt(rows, code, civilDate(moment));
  const until = quietUntil(moment, { from: hour('quietFromHour'), to: hour('quietToHour') });
  return until !== undefined && deadline !== null && deadline.getTime() <= Date.parse(until) ? undefined : until;
}
