import type { Effects } from '../charts/effects.ts';
import { classOf } from '../charts/messages.ts';
import type { SmsProvider } from '../gateways/sms/port.ts';
import type { Effect, Performer, Postponed } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';
import type { NoticeBySms } from '../models/stores/notice.ts';
import { noteUndelivered, noticeBySms } from '../models/stores/notice.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { authorisedNumber, readerOf } from '../models/stores/person.ts';
import { quietHoursOn, quietUntil } from '../rules/quiet-hours.ts';
import { civilDate } from '../rules/working-days.ts';
import { sendText } from './sms-sending.ts';
import { textOf } from './sms-text.ts';

/** A legal notice is tried until the provider answers. */
const UNLIMITED = Number.POSITIVE_INFINITY;
/** About one day: after the backoff has grown, there is one attempt a minute. The staff are then told, and the tries go on. */
const TRIES_UNTOLD = 1_440;

/**
 * Sends a notice of legal weight to the authorised number (1.2): sending it counts as service; a later delivery report is additional proof. In quiet
 * hours and over the caps of its class it waits. Urgent notices do not wait for the morning. Legal ones whose deadline would come first wait for neither;
 * those that strangers may cause always wait for room, because a stranger sets their deadline.
 */
export function sendSms(lives: Lives, sms: SmsProvider): Performer<Effects['sendSms']> {
  const { database, keys, log } = lives;

  const send = async ({ id, params: { person } }: Effect<Effects['sendSms']>) => {
    const notice = await noticeBySms(database, id);
    if (notice === undefined) throw new FinalFailure('there is no such notice');
    const { account, template, number, task, deadline, facts } = notice;
    const reader = person === undefined ? undefined : await readerOf(database, person);
    const to = person === undefined ? account && (await authorisedNumber(database, account)) : reader?.number;
    if (!to) throw new FinalFailure(`the ${person === undefined ? 'account' : 'person'} has no authorised number`);
    const { messages } = lifeTypeOf(lives, notice.life);
    const message = messages.notices[template];
    if (message === undefined) throw new Error(`no words for the notice ${template}`);
    const kind = classOf(message);
    const isUrgent = message.urgent === true;
    const quiet = isUrgent ? undefined : await quietTime(lives, notice);
    if (quiet !== undefined) return { until: quiet } satisfies Postponed;
    const language = reader?.language ?? notice.language ?? 'ru';
    const told = { number, task: task ?? undefined, facts, noCabinet: person !== undefined };
    const text = textOf(messages, template, language, told);
    const purpose = kind === 'ordinary' ? 'legal' : kind;
    const topic = message.byStrangers === 'onceADay' ? template : undefined;
    const outcome = await sendText(
      { database, keys, log, sms },
      {
        ...{ id, purpose, number: to, text, topic, latest: purpose === 'legal' ? deadline?.toISOString() : undefined },
        ...(person !== undefined && { person }),
        ...(person === undefined && account !== null && { account }),
      },
    );
    if (outcome.status === 'capped') throw new Error('a notice over the caps waits');
    return outcome.status === 'waits' ? ({ until: outcome.until } satisfies Postponed) : { status: outcome.status, proof: outcome.proof };
  };

  return {
    tries: UNLIMITED,
    async perform(effect) {
      try {
        return await send(effect);
      } catch (error) {
        if (effect.tries >= TRIES_UNTOLD) await noteUndelivered(database, effect.id);
        throw error;
      }
    },
    failed: async (_, fault) => ({ status: 'undeliverable', proof: fault }),
  };
}

/** The end of the quiet hours that delay a notice; undefined outside them, or if its deadline falls within them. */
async function quietTime({ database }: Lives, { now, deadline }: NoticeBySms): Promise<string | undefined> {
  const rows = await readParameters(database);
  const moment = now.toISOString();
  const until = quietUntil(moment, quietHoursOn(rows, civilDate(moment)));
  return until !== undefined && deadline !== null && deadline.getTime() <= Date.parse(until) ? undefined : until;
}
