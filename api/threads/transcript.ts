/** A thread as a text for people: what its reader may read of it, in order, with the hashes that the chain has of it. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { ThreadContext } from '../../charts/thread/types.ts';
import { localIdOf } from '../../lives/ids.ts';
import type { Lives } from '../../lives/lives.ts';
import { findLife } from '../../models/stores/life.ts';
import { eventsAt } from '../../models/stores/log.ts';
import { listThreads, messagesAfter } from '../../models/stores/thread.ts';
import { shortMoment } from '../../rules/moments.ts';
import type { Asker } from '../resource/view.ts';
import { partyOf } from '../resource/view.ts';
import { presentMessages } from './presenter.ts';

/** Messages of one read. */
const PAGE = 200;
/** Threads of one task; those of other candidates are not of its deal. */
const MOST_THREADS = 100;

const HEAD: Localized = said(
  'Хат алмасу. Уақыт – Алматы бойынша. Хабарлама хеші – оның хат алмасу тізбегіндегі оқиғасының хеші. Хабарламалар оны оқитын тарап көретіндей берілген.',
  'Переписка. Время – по Алматы. Хеш сообщения – хеш его события в цепочке переписки. Сообщения даны так, как их видит тот, кто получил этот архив.',
  'Messages. Times are those of Almaty. The hash of a message is that of its event in the chain of the thread. The messages are as whoever got this archive sees them.',
);
const NOTES = {
  withdrawn: said('Қайтарып алынды', 'Отозвано', 'Withdrawn'),
  erased: said('Мәтін есептік жазбамен бірге жойылды.', 'Текст стёрт вместе с учётной записью.', 'The text was erased with its account.'),
  edited: said('Түзетілді', 'Исправлено', 'Edited'),
  read: said('Екінші тарап оқылды деп белгілеген', 'Отмечено другой стороной как прочитанное', 'Marked as read by the other side'),
  quote: said('Мына хабарламаға жауап', 'Ответ на сообщение', 'In answer to the message'),
  hash: said('Оқиға', 'Событие', 'Event'),
  file: said('Файл', 'Файл', 'File'),
} satisfies Record<string, Localized>;

/** The thread of the two parties of a matter, as the reader may read it; undefined if nothing was written. */
export async function transcriptOf(
  { database }: Pick<Lives, 'database'>,
  { about, contractor }: { about: string; contractor: string | undefined },
  { session, language }: Asker,
): Promise<string | undefined> {
  const threads = await listThreads(database, session, { about, limit: MOST_THREADS });
  const own = threads.find((each) => about.startsWith('dispute/') || each.contractor === (contractor ?? null));
  const row = own && (await findLife(database, own.id));
  if (row === undefined) return undefined;
  const { context } = row.snapshot as { context: ThreadContext };
  const party = partyOf(context, session);
  if (party === undefined) return undefined;
  const written: string[] = [];
  for (let after = 0; after < context.messages; after += PAGE) {
    const messages = await presentMessages(database, row.id, await messagesAfter(database, row.id, after, PAGE), {
      ...{ party, language, read: context.read },
    });
    const events = await eventsAt(
      database,
      messages.map(({ seq }) => ({ life: row.id, seq })),
    );
    const hashes = new Map(events.map(({ seq, hash }) => [seq, hash]));
    written.push(...messages.map((message) => inWords(message, hashes.get(message.seq) ?? '', language)));
  }
  return `${[`${HEAD[language]}\nthread/${localIdOf(row.id)}`, ...written].join('\n\n')}\n`;
}

type Presented = Awaited<ReturnType<typeof presentMessages>>[number];

function inWords(
  { number, seq, at, name, text, masked, quote, files, edited, withdrawn, read }: Presented,
  hash: string,
  language: Asker['language'],
): string {
  const note = (name: keyof typeof NOTES, more = ''): string => `[${NOTES[name][language]}${more}]`;
  return [
    `${number}. ${shortMoment(at)}, ${name}`,
    ...(quote === null ? [] : [note('quote', ` ${quote}`)]),
    ...(text === null ? [] : [text]),
    ...(text === null && withdrawn === null ? [note('erased')] : []),
    ...(masked === null ? [] : [`[${masked}]`]),
    ...files.map(({ id, mediaType, size, sha256 }) => note('file', `: ${id}, ${mediaType}, ${size} B, SHA-256 ${sha256}`)),
    ...(edited === null ? [] : [note('edited', `: ${shortMoment(edited)}`)]),
    ...(withdrawn === null ? [] : [note('withdrawn', `: ${shortMoment(withdrawn)}`)]),
    ...(read === true ? [note('read')] : []),
    note('hash', ` ${seq}: ${hash}`),
  ].join('\n');
}
