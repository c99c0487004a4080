/** A thread as a text for people: what its reader may read of it, in order, with the hashes that the chain has of it. */
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { ThreadContext } from '../../charts/thread/types.ts';
import { localIdOf } from '../../lives/ids.ts';
import type { Lives } from '../../lives/lives.ts';
import { findLife } from '../../models/stores/life.ts';
import { eventsAt } from '../../models/stores/log.ts';
import type { Revision } from '../../models/stores/thread.ts';
import { messagesAfter, revisionsOf } from '../../models/stores/thread.ts';
import { shortMoment } from '../../rules/moments.ts';
import type { Asker } from '../resource/view.ts';
import { partyOf } from '../resource/view.ts';
import { presentMessages } from './presenter.ts';
import { threadOf } from './thread-of.ts';

/** Messages of one read. */
const PAGE = 200;
const HEAD: Localized = said(
  'Хат алмасу. Уақыт – Алматы бойынша. Оқиғаның хеші – оның хат алмасу тізбегіндегі хеші; түзетілген хабарламаның мәтіні соңғы түзету оқиғасына жатады. Хабарлама мәтінінің әр жолы «>» белгісінен басталады. Хабарламалар оны оқитын тарап көретіндей берілген.',
  'Переписка. Время – по Алматы. Хеш события – его хеш в цепочке переписки; текст исправленного сообщения относится к событию последнего исправления. Каждая строка текста сообщения начинается со знака «>». Сообщения даны так, как их видит тот, кто получил этот архив.',
  'Messages. Times are those of Almaty. The hash of an event is that in the chain of the thread; the text of an edited message is that of its last edit. Each line of a text begins with “>”. The messages are as whoever got this archive sees them.',
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

/**
 * The messages of the two parties of a task or a dispute, as this one of them may read them; undefined if nothing was written. The staff get none: they read a
 * thread by itself, so that this is recorded.
 */
export async function transcriptOf(
  { database }: Pick<Lives, 'database'>,
  parties: { about: string; contractor: string | undefined },
  { session, language }: Asker,
): Promise<string | undefined> {
  const row = await findLife(database, threadOf(parties));
  if (row === undefined) return undefined;
  const { context } = row.snapshot as { context: ThreadContext };
  const party = partyOf(context, session);
  if (party === undefined || party === 'operator') return undefined;
  const revisions = Map.groupBy(await revisionsOf(database, row.id), ({ message }) => message);
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
    written.push(
      ...messages.map((message) =>
        inWords(message, { hash: hashes.get(message.seq) ?? '', revisions: revisions.get(message.number) ?? [] }, language),
      ),
    );
  }
  return `${[`${HEAD[language]}\nthread/${localIdOf(row.id)}`, ...written].join('\n\n')}\n`;
}

type Presented = Awaited<ReturnType<typeof presentMessages>>[number];

/** Each line of a text begins with a sign, so that no text can look like another message or like a note of the platform. */
const quoted = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `> ${line}`);

function inWords(
  { number, seq, at, name, text, masked, quote, files, withdrawn, read }: Presented,
  { hash, revisions }: { hash: string; revisions: Revision[] },
  language: Asker['language'],
): string {
  const note = (name: keyof typeof NOTES, more = ''): string => `[${NOTES[name][language]}${more}]`;
  const eventOf = (one: { seq: number; hash: string }): string => `${NOTES.hash[language]} ${one.seq}: ${one.hash}`;
  return [
    `${number}. ${shortMoment(at)}, ${name}`,
    ...(quote === null ? [] : [note('quote', ` ${quote}`)]),
    ...(text === null ? [] : quoted(text)),
    ...(text === null && withdrawn === null ? [note('erased')] : []),
    ...(masked === null ? [] : [`[${masked}]`]),
    ...files.map(({ id, mediaType, size, sha256 }) => note('file', `: ${id}, ${mediaType}, ${size} B, SHA-256 ${sha256}`)),
    ...(read === true ? [note('read')] : []),
    `[${eventOf({ seq, hash })}]`,
    ...revisions.map((one) => note(REVISED[one.type], `: ${shortMoment(one.at.toISOString())}. ${eventOf(one)}`)),
  ].join('\n');
}

const REVISED = { edit: 'edited', withdraw: 'withdrawn' } as const satisfies Record<Revision['type'], keyof typeof NOTES>;
