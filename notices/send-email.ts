import type { Effects } from '../charts/effects.ts';
import type { Language } from '../charts/messages.ts';
import type { Mail } from '../gateways/mail/port.ts';
import { Undeliverable } from '../gateways/mail/port.ts';
import type { Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { lifeTypeOf } from '../lives/lives.ts';
import { query } from '../models/statement.ts';
import { letterOf } from './letter.ts';

interface Addressed {
  life: string;
  template: string;
  email: string | null;
  language: Language;
  number: string;
  title: string | null;
  deadline: Date | null;
}

/** About a day of trying: once the pauses have grown, a try is a minute apart from the next. */
const TRIES = 1_440;

/**
 * Delivers a notice as a letter, and keeps what became of it. A letter that cannot be delivered stands in the account's notices all the same.
 * What is for the operator's staff goes to their mailbox, in Russian, the offer's language.
 */
export function sendEmail(lives: Lives, mail: Mail, operatorEmail: string): Performer<Effects['sendEmail']> {
  return {
    tries: TRIES,
    async perform({ id }) {
      const [notice] = await addressed(lives.database, [id, operatorEmail]);
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

/** The notice with its reader, and the deadline that its event left. */
const addressed = query<Addressed>(
  'notice-addressed',
  `select notice.life, template, case when notice.account is null then $2 else email end as email, coalesce(language, 'ru') as language, life.number, task.title, deadline
   from notice left join account on account.id = notice.account join life on life.id = notice.life
     left join task on task.id = 'task/' || split_part(notice.life, '/', 2)
   where notice.id = $1 and (notice.account is null or account.id is not null)`,
);
