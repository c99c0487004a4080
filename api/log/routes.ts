/**
 * The log in which the heads of the chains are anchored, as C2SP tlog-tiles serves it. It is public: a check that needs our leave is none. Tiles hold
 * hashes alone. The leaves behind them name lives, so they are not served here; the parties of a life get theirs with its proof.
 */
import { z } from 'zod';
import { TILE_WIDTH } from '../../lives/log/merkle.ts';
import { parseTilePath } from '../../lives/log/tile-path.ts';
import { findStamp, logFaults, openSteps, publishedCheckpoint, readTile } from '../../models/stores/log.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { staffOnly } from '../operator/staff-only.ts';
import { instant } from '../resource/fields.ts';
import type { Route } from '../route.ts';
import { route, wholeNumber } from '../route.ts';

const LogDescription = z
  .object({
    origin: z.string().meta({ description: 'The first line of each checkpoint, and the name of the key' }),
    publicKeys: z
      .array(z.string())
      .meta({ description: 'The keys that sign checkpoints, newest first, in the text form of a signed note' }),
    checkpoint: z.string(),
    tiles: z.string(),
    timestamps: z.string(),
  })
  .meta({ id: 'Log' });

const Anchors = z
  .object({
    checkpoint: z.object({ size: z.int(), madeAt: instant }).nullable().meta({ description: 'The newest one in the second place' }),
    open: z
      .array(
        z.object({
          size: z.int().meta({ description: 'The number of leaves of the checkpoint' }),
          step: z.enum(['copy', 'stamp', 'mail']).meta({ description: 'To the second place, to the time stamp authority, by email' }),
          madeAt: instant,
          tries: z.int(),
          nextTry: z.string(),
          fault: z.string().nullable().meta({ description: 'Why the last try failed' }),
        }),
      )
      .meta({ description: 'What is still to be done, oldest first. It is tried again by itself' }),
    faults: z
      .array(z.object({ subject: z.string(), fault: z.string(), since: z.string() }))
      .meta({ description: 'What stops the anchoring, and the lives whose chains contradict what was anchored' }),
  })
  .meta({ id: 'Anchors' });

const OCTETS = 'application/octet-stream';
const segment = z.string().max(20);

/** A tile's path has as many segments as its number needs. Three are enough for a million tiles. */
const TILE_PATHS = [
  { path: '{a}', operation: 'readLogTile', params: z.strictObject({ level: segment, a: segment }) },
  { path: '{a}/{b}', operation: 'readLogTileOfTwo', params: z.strictObject({ level: segment, a: segment, b: segment }) },
  { path: '{a}/{b}/{c}', operation: 'readLogTileOfThree', params: z.strictObject({ level: segment, a: segment, b: segment, c: segment }) },
];

export function logRoutes({ lives: { database }, logKeys }: Platform): Route[] {
  const [newest = ''] = logKeys;
  const origin = newest.split('+')[0] as string;

  const describe = route({
    method: 'get',
    path: '/v1/log',
    operation: 'describeLog',
    summary: 'The log in which the state of all chains is anchored: its name, its keys, and where to read it',
    access: 'public',
    answers: { 200: LogDescription },
    problems: [],
    handle: async () => ({
      body: {
        ...{ origin, publicKeys: logKeys },
        ...{ checkpoint: '/v1/log/checkpoint', tiles: '/v1/log/tile/{level}/{path}', timestamps: '/v1/log/timestamps/{size}' },
      },
    }),
  });

  const checkpoint = route({
    method: 'get',
    path: '/v1/log/checkpoint',
    operation: 'readLogCheckpoint',
    summary: 'The newest checkpoint of the log, signed (C2SP tlog-checkpoint)',
    access: 'public',
    answers: { 200: z.string() },
    contentType: 'text/plain; charset=utf-8',
    problems: ['not-anchored', 'unavailable'],
    async handle() {
      const found = await publishedCheckpoint(database);
      if (found === undefined) throw new Problem('not-anchored');
      return { body: found.note };
    },
  });

  const tiles = TILE_PATHS.map(({ path, operation, params }) =>
    route({
      method: 'get',
      path: `/v1/log/tile/{level}/${path}`,
      operation,
      summary: 'A tile of the tree of the log: concatenated SHA-256 hashes (C2SP tlog-tiles)',
      access: 'public',
      params: params as z.ZodType<{ level: string; a: string; b?: string; c?: string }>,
      answers: { 200: z.unknown() },
      contentType: OCTETS,
      problems: ['unavailable'],
      async handle({ params: { level, a, b, c } }) {
        const place = parseTilePath(level, [a, b, c].filter((each) => each !== undefined).join('/'));
        const size = (await publishedCheckpoint(database))?.size ?? 0;
        // What lies behind the newest checkpoint is not shown: it could still be taken back.
        if (!place || place.tile * TILE_WIDTH + place.width > Math.floor(size / TILE_WIDTH ** place.level)) throw new Problem('not-found');
        const hashes = await readTile(database, place.level, place.tile);
        return { body: Buffer.concat(hashes.slice(0, place.width)) };
      },
    }),
  );

  const timestamp = route({
    method: 'get',
    path: '/v1/log/timestamps/{size}',
    operation: 'readLogTimestamp',
    summary: 'The time stamp of the checkpoint of this size: the reply of the authority, as it was received (RFC 3161)',
    access: 'public',
    params: z.strictObject({ size: wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
    answers: { 200: z.unknown() },
    contentType: 'application/timestamp-reply',
    problems: ['unavailable'],
    async handle({ params: { size } }) {
      const reply = await findStamp(database, size);
      if (reply === undefined || size > ((await publishedCheckpoint(database))?.size ?? 0)) throw new Problem('not-found');
      return { body: reply };
    },
  });

  const anchors = route({
    method: 'get',
    path: '/v1/operator/anchors',
    operation: 'readAnchors',
    summary: "For the operator's staff: whether the chains are anchored outside, what is still to be done, and what is wrong",
    access: 'staff',
    answers: { 200: Anchors },
    problems: ['wrong-party'],
    async handle({ session }) {
      staffOnly(session);
      const [found, open, faults] = await Promise.all([publishedCheckpoint(database), openSteps(database), logFaults(database)]);
      return {
        body: {
          checkpoint: found ? { size: found.size, madeAt: found.madeAt.toISOString() } : null,
          open: open.map(({ madeAt, nextTry, ...step }) => ({ ...step, madeAt: madeAt.toISOString(), nextTry: nextTry.toISOString() })),
          faults: faults.map(({ since, ...fault }) => ({ ...fault, since: since.toISOString() })),
        },
      };
    },
  });

  return [describe, checkpoint, ...tiles, timestamp, anchors];
}
