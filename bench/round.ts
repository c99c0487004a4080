/** One round of measurement: several concurrent callers, each with one life after another. */
import { setTimeout as sleep } from 'node:timers/promises';
import proto from '@temporalio/proto';
import type { Reading } from './gauge.ts';
import { difference } from './gauge.ts';
import type { Act, System } from './system.ts';

export interface Load {
  concurrency: number;
  /** Milliseconds between the acts of a life. */
  pause: number;
}

export interface History {
  events: number;
  bytes: number;
  byType: Record<string, number>;
}

export interface Round extends Load {
  system: System['name'];
  lives: number;
  livesPerSecond: number;
  /** Milliseconds of each act, as the caller sees it. */
  acts: number[];
  spent: Reading;
  /** The histories of a few lives. */
  histories: History[];
}

const { EventType } = proto.temporal.api.enums.v1;

/** Background work goes on after the last response: delivery marks, visibility, Temporal's own tasks. Milliseconds. */
const SETTLING = 500;
const SAMPLE = 3;
/** A life that has not ended this long after its round counts as stuck. Milliseconds. */
const STUCK_AFTER = 60_000;

/** Starts lives for this many seconds and waits until all have ended. */
export async function runRound(
  system: System,
  { concurrency, pause }: Load,
  seconds: number,
  gauge: () => Promise<Reading>,
): Promise<Round> {
  const acts: number[] = [];
  const ended: string[] = [];
  const before = await gauge();
  const began = performance.now();

  const caller = async (): Promise<number> => {
    let lives = 0;
    const start = performance.now();
    while (performance.now() - began < seconds * 1000) {
      ended.push(await system.live(timed(acts, pause)));
      lives++;
    }
    return lives / ((performance.now() - start) / 1000);
  };
  const late = AbortSignal.timeout(seconds * 1000 + STUCK_AFTER);
  const failed = new Promise<never>((_, reject) =>
    late.addEventListener('abort', () => reject(new Error(`${system.name}: lives do not end`))),
  );
  const rates = await Promise.race([Promise.all(Array.from({ length: concurrency }, caller)), failed]);

  await sleep(SETTLING);
  const spent = difference(before, await gauge());
  const histories = await Promise.all(ended.slice(-SAMPLE).map((life) => historyOf(system, life)));
  return {
    system: system.name,
    concurrency,
    pause,
    lives: ended.length,
    livesPerSecond: rates.reduce((sum, rate) => sum + rate, 0),
    acts,
    spent,
    histories,
  };
}

/** Times each act of a life, and pauses between acts. */
function timed(acts: number[], pause: number): Act {
  let first = true;
  return async (work) => {
    if (!first && pause > 0) await sleep(pause);
    first = false;
    const began = performance.now();
    const answer = await work();
    acts.push(performance.now() - began);
    return answer;
  };
}

async function historyOf({ client }: System, life: string): Promise<History> {
  const run = client.workflow.getHandle(life);
  const [{ historySize }, { events }] = await Promise.all([run.describe(), run.fetchHistory()]);
  const byType: Record<string, number> = {};
  for (const { eventType } of events ?? []) {
    const name = String(EventType[eventType ?? 0])
      .replace('EVENT_TYPE_', '')
      .toLowerCase();
    byType[name] = (byType[name] ?? 0) + 1;
  }
  return { events: events?.length ?? 0, bytes: historySize ?? Number.NaN, byType };
}
