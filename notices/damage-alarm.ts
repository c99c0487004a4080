/** The alarm about damaged lives: one letter to the operator's mailbox for each. It goes outside the lives, because a damaged life moves no more. */
import type { Mail } from '../gateways/mail/port.ts';
import { sha256 } from '../lives/hashing.ts';
import type { Lives } from '../lives/lives.ts';
import { repeat } from '../lives/repeat.ts';
import type { Damage } from '../models/stores/damaged-life.ts';
import { holdUntold, markTold } from '../models/stores/damaged-life.ts';

interface Alarming extends Pick<Lives, 'database' | 'log'> {
  mail: Mail;
  /** The operator's mailbox. */
  operatorEmail: string;
}

/** In Russian, the offer's language, like all letters to the staff. The problem is for whoever looks into the database. */
const letterOf = ({ life, seq, problem }: Damage) => ({
  subject: `Дело остановлено: запись ${life} изменена в обход Платформы`,
  text: [
    `Запись дела ${life} не сходится с его цепочкой событий (событие ${seq}): ${problem}.`,
    'Кто-то изменил базу данных в обход Платформы, или она восстановлена из неполной копии. Дело остановлено: никакая команда и никакой срок его не двигают.',
    'Сохраните копию базы данных и её журналов, выясните, кто и что изменил, и верните запись к тому, что следует из событий.',
    `Проверка: npm run verify -- ${life}. Дело есть в списке работ Оператора (kind=damaged).`,
  ].join('\n\n'),
});

/** Sends the alarms that nobody got yet. Returns how many. A letter that was sent and not noted goes out again. */
export const sendAlarms = ({ database, mail, operatorEmail }: Alarming): Promise<number> =>
  database.transaction(async (transaction) => {
    const damages = await holdUntold(transaction);
    for (const damage of damages)
      await mail.send({ id: `damage/${sha256(`${damage.life}/${damage.seq}`)}`, to: operatorEmail, ...letterOf(damage) });
    await markTold(
      transaction,
      damages.map(({ life }) => life),
    );
    return damages.length;
  });

/** Sends alarms until the returned function is called. `every` is in milliseconds. A round that fails is repeated. */
export const keepAlarming = (alarming: Alarming, { every = 10_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => sendAlarms(alarming),
    every,
    (error) => alarming.log.error({ err: error }, 'damage.alarm-failed'),
  );
