// Measures 1 000 open streams of one process: npm run bench:stream
// The same is done by a bare handler of Express that keeps its responses in a set. Readers are a process of their own. Printed are the memory of a stream, and how
// long after its commit an item arrives.

import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Response } from 'express';
import express from 'express';
import { aligned, say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { openApi, startable } from '../testing/worlds/api.ts';
import { quantile } from './report.ts';
import { runBench } from './stack.ts';

const PEOPLE = 50;
/** As many as one person may open. */
const EACH = 20;
const STREAMS = PEOPLE * EACH;
const ROUNDS = 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const memory = (): number => {
  collect();
  return process.memoryUsage().rss;
};

interface Measured {
  /** Kilobytes of a stream. */
  kilobytes: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Opens the streams, and lets an item come to all of them several times. */
async function measure(url: string, readers: string[], tell: (round: number) => Promise<void>): Promise<Measured> {
  const before = memory();
  const child = fork(new URL('stream-readers.ts', import.meta.url));
  const arrivals: number[] = [];
  let open = false;
  child.on('message', (said: { open?: number; at?: number }) => {
    if (said.open !== undefined) open = true;
    if (said.at !== undefined) arrivals.push(said.at);
  });
  child.send({ url, readers });
  while (!open) await pause(50);
  await pause(1_000);
  const kilobytes = (memory() - before) / 1024 / readers.length;
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    arrivals.length = 0;
    await tell(round);
    const told = performance.timeOrigin + performance.now();
    for (let waited = 0; arrivals.length < readers.length && waited < 30_000; waited += 20) await pause(20);
    if (arrivals.length !== readers.length) throw new Error(`${arrivals.length} of ${readers.length} items came`);
    taken.push(...arrivals.map((at) => Math.max(0, at - told)));
  }
  child.kill();
  await once(child, 'exit');
  taken.sort((a, b) => a - b);
  return { kilobytes, p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

async function bare(): Promise<Measured> {
  const responses = new Set<Response>();
  const app = express().get('/stream', (_request, response) => {
    response.type('text/event-stream').write('retry: 3000\n\n');
    responses.add(response);
  });
  const server: Server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stream`;
  const item = JSON.stringify({ id: '1-100000-100000-0123456789abcdef', kind: 'task', number: 1, seq: 1, href: '/v1/tasks', notice: null });
  try {
    return await measure(url, Array<string>(STREAMS).fill('none'), async () => {
      for (const response of responses) response.write(`data: ${item}\n\n`);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function ours(): Promise<Measured> {
  const api = await openApi({ ownDatabase: true, sweeping: false });
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => api.join(['customer'])));
    // By fetch: the client of the tests checks each answer, which only jest can.
    const posted = await fetch(`${api.url}/v1/tasks`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${people[0]?.token}`,
        'Idempotency-Key': randomUUID(),
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(startable()),
    });
    const { id } = (await posted.json()) as { id: string };
    const readers = people.flatMap(({ token }) => Array<string>(EACH).fill(`Bearer ${token}`));
    // A pause between the rounds, so that none begins with the look of the one before.
    return await measure(`${api.url}/v1/events/stream?after=now`, readers, async (round) => {
      await pause(100 + ((round * 37) % 250));
      await api.owner.query('insert into account_event (account, life, seq) select account, $2, 1 from unnest($1::uuid[]) as account', [
        people.map((person) => person.id),
        `task/${id}`,
      ]);
    });
  } finally {
    await api.close();
  }
}

await runBench(async ({ environment }: Stack) => {
  Object.assign(process.env, environment);
  const [plain, own] = [await bare(), await ours()];
  const row = (what: string, { kilobytes, p50, p99 }: Measured): string[] => [what, kilobytes.toFixed(1), p50.toFixed(0), p99.toFixed(0)];
  say(`\n${STREAMS.toLocaleString('en')} open streams, ${ROUNDS} items to each`);
  say(aligned([['', 'KB of a stream', 'p50 ms', 'p99 ms'], row('bare Express', plain), row('ours', own)]));
  say(
    `Of the bare one: ${(own.kilobytes / plain.kilobytes).toFixed(1)} times the memory, ${(own.p99 / plain.p99).toFixed(1)} times the p99.`,
  );
});
