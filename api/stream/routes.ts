/** One stream of everything that concerns an account: its lives' events and its notices, by long poll or as server-sent events. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { kindOf, pathOf } from '../../lives/ids.ts';
import type { Place, StreamRow } from '../../models/stores/stream.ts';
import { BEGINNING, isForgotten, placeNow, streamBetween, streamsGrown } from '../../models/stores/stream.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { instant } from '../resource/fields.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';
import type { Session } from '../session.ts';
import { openAgain } from '../session.ts';
import { openSeats, openWaiting } from '../waiting.ts';
import { CURSOR, openPlace, sealPlace } from './cursor.ts';

/** The longest wait for something new, in seconds. */
const LONGEST_WAIT = 25;
const PAGE = 100;
/** How often an open stream shows that it lives, and looks whether its session does. Milliseconds. */
const HEARTBEAT = 20_000;
/** A stream ends by itself, and its reader goes on from its place with a new request. Milliseconds. */
const LONGEST_STREAM = 15 * 60_000;
/** After what pause a browser asks again. Milliseconds. */
const RETRY = 3_000;

const Item = z.object({
  id: z.string().meta({ description: 'The place after it: `after`, or `Last-Event-ID`' }),
  at: instant,
  kind: z.string().meta({ description: 'Of the life: task, payment, account …' }),
  number: z.int().meta({ description: 'Of the life' }),
  seq: z.int().meta({ description: 'The event of the life' }),
  href: z.string().meta({ description: 'Where the life is read' }),
  notice: z
    .object({ id: z.string(), template: z.string(), href: z.string() })
    .nullable()
    .meta({ description: 'A notice to the caller at this event. Null for the event itself' }),
});
const Page = z
  .object({
    items: z.array(Item),
    next: z
      .string()
      .meta({ description: 'The place up to which everything was read: `after` of the next request. It is there also without items' }),
  })
  .meta({ id: 'StreamPage' });

const after = z
  .union([z.literal('now'), z.string().max(80).regex(CURSOR)])
  .optional()
  .meta({ description: '`next` or an `id` of the same account, or `now`. Default: all that is kept' });

export function streamRoutes(platform: Platform): Route[] {
  const { lives } = platform;
  const { database, keys, log } = lives;
  const wait = openWaiting<Place & { account: string }>(log, (readers) => streamsGrown(database, readers));
  const seats = openSeats();

  /** @throws where the place is another account's, or where what came after it is not kept any more */
  async function placeOf(account: string, cursor: string | undefined): Promise<Place> {
    if (cursor === undefined) return BEGINNING;
    if (cursor === 'now') return placeNow(database);
    const place = openPlace(keys, account, cursor);
    if (place === undefined)
      throw new Problem('invalid-input', { errors: [{ path: 'after', message: 'Give a place of your own stream.' }] });
    if (await isForgotten(database, place)) throw new Problem('stream-forgotten');
    return place;
  }

  /** What came after a place, and the place after that. */
  async function read(account: string, place: Place, most: number): Promise<{ rows: StreamRow[]; next: Place }> {
    const until = await placeNow(database);
    const rows = await streamBetween(database, account, place, until, most);
    const last = rows.at(-1);
    return { rows, next: last !== undefined && rows.length === most ? last : until };
  }

  const present = (account: string, { life, number, seq, at, notice, template, ...place }: StreamRow): z.output<typeof Item> => ({
    id: sealPlace(keys, account, place),
    at: at.toISOString(),
    kind: kindOf(life),
    number: Number(number),
    seq,
    href: pathOf(life),
    notice: notice === null || template === null ? null : { id: notice, template, href: `${pathOf(life)}/notices` },
  });

  const poll = route({
    method: 'get',
    path: '/v1/events',
    operation: 'readEvents',
    summary: 'What concerns the account, in an order without gaps: events of its lives and notices to it. Can wait for the next',
    access: 'session',
    always: true,
    query: z.strictObject({
      after,
      wait: wholeNumber(0, LONGEST_WAIT).default(0).meta({ description: 'The longest time to wait, in seconds' }),
      limit: wholeNumber(1, PAGE).default(PAGE),
    }),
    answers: { 200: Page },
    problems: ['stream-forgotten'],
    async handle({ query: { after, wait: seconds, limit }, session: { account, person }, signal }) {
      const place = await placeOf(account, after);
      let page = await read(account, place, limit);
      const leave = page.rows.length === 0 && seconds > 0 ? seats(person) : undefined;
      if (leave !== undefined) {
        await wait({ ...page.next, account }, seconds * 1_000, signal).finally(leave);
        page = await read(account, page.next, limit);
      }
      return { body: { items: page.rows.map((row) => present(account, row)), next: sealPlace(keys, account, page.next) } };
    },
  });

  async function* streamOf(session: Session, from: Place, signal: AbortSignal): AsyncGenerator<string> {
    const { account } = session;
    const ends = Date.now() + LONGEST_STREAM;
    let looked = Date.now();
    yield `retry: ${RETRY}\n\n`;
    for (let place = from; !signal.aborted && Date.now() < ends; ) {
      const { rows, next } = await read(account, place, PAGE);
      for (const row of rows) {
        const item = present(account, row);
        yield `id: ${item.id}\nevent: ${item.notice === null ? 'life' : 'notice'}\ndata: ${JSON.stringify(item)}\n\n`;
      }
      place = next;
      if (rows.length === PAGE) continue;
      await wait({ ...place, account }, HEARTBEAT, signal);
      if (Date.now() - looked < HEARTBEAT) continue;
      looked = Date.now();
      if ((await openAgain(lives, session)) === undefined) return;
      yield ': \n\n';
    }
  }

  const stream = route({
    method: 'get',
    path: '/v1/events/stream',
    operation: 'streamEvents',
    summary:
      'The same as server-sent events. Each names its place (`id`), from which `Last-Event-ID` goes on. It ends after a quarter of an hour, or with the session: ask again',
    access: 'session',
    always: true,
    query: z.strictObject({ after }),
    answers: { 200: z.string() },
    contentType: 'text/event-stream',
    problems: ['stream-forgotten', 'too-many-streams'],
    async handle({ query, session, caller: { lastEventId }, signal }) {
      const place = await placeOf(session.account, lastEventId ?? query.after);
      const leave = seats(session.person);
      if (leave === undefined) throw new Problem('too-many-streams');
      if (signal.aborted) leave();
      else signal.addEventListener('abort', leave, { once: true });
      return {
        headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
        body: Readable.from(streamOf(session, place, signal), { objectMode: false }),
      };
    },
  });

  return [poll, stream];
}
