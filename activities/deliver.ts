import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { Language } from '../charts/words.ts';
import { letterOf } from '../documents/letter.ts';
import type { Mail } from '../gateways/mail/port.ts';
import { Undeliverable } from '../gateways/mail/port.ts';
import type { Performer } from '../lives/effects.ts';
import { FinalFailure } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { kindOf } from '../lives/lives.ts';

interface Addressed {
  life: string;
  template: string;
  email: string;
  language: Language;
  number: string;
  title: string | null;
  deadline: string | null;
}

/** About a day of trying: once the pauses have grown, a try is a minute apart from the next. */
const TRIES = 1_440;

/** Delivers a notice as a letter, and keeps what became of it. A letter that cannot be delivered stands in the account's notices all the same. */
export function deliver(lives: Lives, mail: Mail): Performer {
  const { database } = lives;
  return {
    tries: TRIES,
    async perform({ id }) {
      const [notice] = await addressed(database, id);
      if (notice === undefined) throw new FinalFailure('there is no such notice');
      const { number, title, deadline } = notice;
      const { words } = kindOf(lives, notice.life);
      const letter = letterOf(words, notice.template, notice.language, { number, title: title ?? '', deadline: deadline ?? undefined });
      try {
        await settle(database, id, 'delivered', await mail.send({ id, to: notice.email, ...letter }));
      } catch (error) {
        throw error instanceof Undeliverable ? new FinalFailure(error.message) : error;
      }
      return undefined;
    },
    async failed({ id }, fault) {
      await settle(database, id, 'undeliverable', fault);
      return undefined;
    },
  };
}

/** The notice with its reader, and the deadline that the event left. */
const addressed = (database: Sequelize, id: string): Promise<Addressed[]> =>
  database.query<Addressed>(
    `select notice.life, template, email, language, life.number, task.title,
       (select timer ->> 'due' from step, jsonb_array_elements(body -> 'timers') as timer
        where step.life = notice.life and step.seq = notice.seq and not (timer ->> 'reminder')::boolean limit 1) as deadline
     from notice join account on account.id = notice.account join life on life.id = notice.life left join task on task.id = notice.life
     where notice.id = $1`,
    { bind: [id], type: QueryTypes.SELECT },
  );

const settle = (database: Sequelize, id: string, status: string, proof: string): Promise<unknown> =>
  database.query('update notice set status = $2, proof = $3, settled_at = clock_timestamp() where id = $1', { bind: [id, status, proof] });
