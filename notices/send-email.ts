import type { Mail } from '../gateways/mail/port.ts';
import { Undeliverable } from '../gateways/mail/port.ts';
import type { Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';
import { noticeByEmail } from '../models/stores/notice.ts';
import { letterOf } from './letter.ts';

/** About a day of trying: once the pauses have grown, a try is a minute apart from the next. */
const TRIES = 1_440;

/**
 * Delivers a notice as a letter, and keeps what became of it. A letter that cannot be delivered stands in the account's notices all the same.
 * What is for the operator's staff goes to their mailbox, in Russian, the offer's language.
 */
export function sendEmail(lives: Lives, mail: Mail, operatorEmail: string): Performer {
  return {
    tries: TRIES,
    async perform({ id }) {
      const notice = await noticeByEmail(lives.database, id, operatorEmail);
      if (notice === undefined) throw new FinalFailure('there is no such notice');
      const { number, title, deadline, email } = notice;
      if (email === null) throw new FinalFailure('the account has no e-mail address');
      const { messages } = lifeTypeOf(lives, notice.life);
      const letter = letterOf(messages, notice.template, notice.language, {
        number,
        title: title ?? '',
        deadline: deadline?.toISOString(),
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
