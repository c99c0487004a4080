import type { Effects } from '../charts/effects.ts';
import type { Mail } from '../gateways/mail/port.ts';
import { Undeliverable } from '../gateways/mail/port.ts';
import type { Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';
import { noticeByEmail } from '../models/stores/notice.ts';
import { letterOf } from './letter.ts';

/** About one day: after the backoff has grown, there is one attempt a minute. */
const TRIES = 1_440;

/**
 * Delivers a notice by e-mail. A notice that cannot be delivered is still listed among the account's notices. Notices to the operator's staff go to
 * their mailbox in Russian, the offer's language.
 */
export function sendEmail(lives: Lives, mail: Mail, operatorEmail: string): Performer<Effects['sendEmail']> {
  return {
    tries: TRIES,
    async perform({ id }) {
      const notice = await noticeByEmail(lives.database, id, operatorEmail);
      if (notice === undefined) throw new FinalFailure('there is no such notice');
      const { number, title, deadline, email, amount } = notice;
      if (email === null) throw new FinalFailure('the account has no e-mail address');
      const { messages } = lifeTypeOf(lives, notice.life);
      const letter = letterOf(messages, notice.template, notice.language, {
        number,
        title: title ?? '',
        deadline: deadline?.toISOString(),
        amount: amount ?? undefined,
      });
      try {
        return { status: 'delivered', proof: await mail.send({ id, to: email, ...letter }) };
      } catch (error) {
        throw error instanceof Undeliverable ? new FinalFailure(error.message) : error;
      }
    },
    failed: async (_, fault) => ({ status: 'undeliverable', proof: fault }),
  };
}
