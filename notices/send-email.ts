import type { Effects } from '../charts/effects.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
import { messageOf } from '../error-message.ts';
import type { Mail } from '../gateways/mail/port.ts';
import { Undeliverable } from '../gateways/mail/port.ts';
import type { Push } from '../gateways/push/open.ts';
import type { Effect, Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import { pathOf } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';
import { emailIn, wantsLetters } from '../models/stores/account.ts';
import type { NoticeByEmail } from '../models/stores/notice.ts';
import { noticeByEmail, wasTold } from '../models/stores/notice.ts';
import { numberToday, readParameters } from '../models/stores/parameter.ts';
import { todayInAlmaty } from '../models/today.ts';
import { issueEmailCode } from './email-codes.ts';
import { foundInWords } from './found-items.ts';
import { letterOf, subjectOf } from './letter.ts';
import { ring } from './ring.ts';

/** About one day: after the backoff has grown, there is one attempt a minute. */
const TRIES = 1_440;
/** About one hour. A notice that has another way does not wait for the mail server longer than that. */
const TRIES_BEFORE_SMS = 60;

/**
 * Delivers a notice by email. A legal notice that no email can deliver goes as an SMS. Any other is still listed among the account's notices.
 * `operator` signs the letters; notices to its staff go to their mailbox, `staff`, in Russian, the offer's language.
 * `publicUrl`: where a reader checks the event that a letter names, and says "not me".
 */
export function sendEmail(
  lives: Lives,
  mail: Mail,
  push: Push | undefined,
  { operator, staff, publicUrl }: { operator: Operator; staff: string; publicUrl: string },
): Performer<Effects['sendEmail']> {
  const { database } = lives;
  const weightOf = ({ life, template }: NoticeByEmail) => lifeTypeOf(lives, life).messages.notices[template]?.legal;
  /** The SMS of every other legal notice is an order of its own. */
  const goesAsSms = (notice: NoticeByEmail): boolean => notice.account !== null && weightOf(notice) === 'unlessMailed';

  /** What the letter names; empty if that is over. */
  const namedIn = async ({ life, seq, template, account, language }: NoticeByEmail): Promise<string | undefined> => {
    const names = lifeTypeOf(lives, life).messages.notices[template]?.names;
    return names && account !== null ? foundInWords(lives, names, { account, language }, { life, seq }, publicUrl) : undefined;
  };

  const send = async (notice: NoticeByEmail, { id, params }: Effect<Effects['sendEmail']>, found: string | undefined): Promise<string> => {
    const { life, template, language, seq, hash } = notice;
    const email = params.details === undefined ? notice.email : await emailIn(database, params.details);
    if (email === null) throw new FinalFailure('the account has no confirmed e-mail address');
    const { messages } = lifeTypeOf(lives, life);
    const { details, asks } = params;
    const { account } = notice;
    const isCode = asks && details !== undefined && account !== null;
    const confirmation = isCode ? await issueEmailCode(lives, { id, account, details, email }, publicUrl) : undefined;
    const told = {
      ...toldOf(notice),
      ...(found !== undefined && { found }),
      ...(confirmation && { confirmation }),
      event: { seq, hash, href: `${publicUrl}${pathOf(life)}` },
    };
    const sender = operatorOn(operator, await readParameters(database), todayInAlmaty());
    const letter = letterOf(messages, template, language, told, sender);
    try {
      return await mail.send({ id, to: email, ...letter });
    } catch (error) {
      throw error instanceof Undeliverable ? new FinalFailure(error.message) : error;
    }
  };

  /** Once, with the first try of the letter, which may wait for the mail server. */
  const ringOnce = async (notice: NoticeByEmail, { tries, params }: Effect<Effects['sendEmail']>): Promise<void> => {
    const { life, template, language, account } = notice;
    if (push === undefined || account === null || params.details !== undefined || tries > 1) return;
    const { messages } = lifeTypeOf(lives, life);
    const urgent = messages.notices[template]?.urgent === true;
    await ring(lives, push, { account, life, subject: subjectOf(messages, template, language, toldOf(notice)), urgent });
  };

  return {
    tries: TRIES,
    async perform(effect) {
      const notice = await noticeByEmail(database, effect.id, staff);
      if (notice === undefined) throw new FinalFailure('there is no such notice');
      if (await isUnwanted(lives, notice)) return { status: 'undeliverable', proof: 'the account has chosen to get no such letters' };
      if (await isToldToday(lives, notice, effect.id)) return { status: 'repeated', proof: 'the reader was told of the same within a day' };
      const found = await namedIn(notice);
      if (found === '') return { status: 'undeliverable', proof: 'nothing of what was found is open to the account any more' };
      // Beside the letter, which waits for no push service.
      const ringing = ringOnce(notice, effect);
      try {
        return { status: 'delivered', proof: await send(notice, effect, found) };
      } catch (error) {
        if (!goesAsSms(notice)) throw error;
        if (!(error instanceof FinalFailure) && effect.tries < TRIES_BEFORE_SMS) throw error;
        const proof = messageOf(error);
        return { status: 'undeliverable', proof, asSms: true };
      } finally {
        await ringing;
      }
    },
    failed: async (_, fault) => ({ status: 'undeliverable', proof: fault }),
  };
}

/** What the subject names. The title is that of the task, as its reader may know it. */
const toldOf = ({ number, title, task, deadline, facts }: NoticeByEmail) => ({
  ...{ number, title: title || (task === null ? '' : `№ ${task}`) },
  ...{ deadline: deadline?.toISOString(), facts },
});

/** The account wants no letters of this kind, on which nothing depends. */
const isUnwanted = async (lives: Lives, { life, template, account }: NoticeByEmail): Promise<boolean> => {
  const choice = lifeTypeOf(lives, life).messages.notices[template]?.byChoice;
  return choice !== undefined && account !== null && !(await wantsLetters(lives.database, account, choice));
};

/** What strangers cause again and again is told once within the time that the caps of SMS count. */
async function isToldToday(lives: Lives, { life, template }: NoticeByEmail, id: string): Promise<boolean> {
  if (lifeTypeOf(lives, life).messages.notices[template]?.byStrangers !== 'onceADay') return false;
  const hours = await numberToday(lives.database, 'smsWindowHours');
  return wasTold(lives.database, id, `${hours} hours`);
}
