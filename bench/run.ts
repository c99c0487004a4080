// Compares the cost of a life with the same life written by hand on Temporal alone: npm run bench
//   --quick               one load of each kind, about half a minute
//   --concurrency 1,8,32  concurrent callers
//   --pauses 0,300        milliseconds between the acts of a life
//   --seconds 6           duration of a round
//   --rounds 2            rounds of each system under each load, alternating
//   --only ours,bare      systems to measure: ours, bare, task
// All figures go to .local/bench.json. On a machine with other load, only the ratios are meaningful.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { loginAs } from '../local/postgresql.ts';
import { say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { BARE_QUEUE, openBare } from './bare/system.ts';
import { read } from './gauge.ts';
import { openOurs } from './ours.ts';
import { figuresOf, historyTable, tableOf } from './report.ts';
import type { Load, Round } from './round.ts';
import { runRound } from './round.ts';
import { root, runBench } from './stack.ts';
import type { System } from './system.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    concurrency: { type: 'string' },
    pauses: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
  },
});
const { quick } = values;
const only = (values.only ?? 'ours,bare,task').split(',');
const concurrencies = (values.concurrency ?? (quick ? '8' : '1,8,32')).split(',').map(Number);
const pauses = (values.pauses ?? '0,300').split(',').map(Number);
const seconds = Number(values.seconds ?? (quick ? 3 : 6));
const rounds = Number(values.rounds ?? (quick ? 1 : 2));
const ABOUT = `
A life is a deal from its posting to its confirmed payment: seven acts, two timers and two notices. The caller waits for each act's response.
Ours: a chart, SQL and the chain, with letters by SMTP to a sink. Bare: one Update per act, notices that do nothing, no SQL.
Task: the product's own task with the same acts, seven letters, eleven deadlines, and the lives of its documents, fee and reviews.
Columns: lives per second; milliseconds per act; milliseconds of processor time per life; events and bytes of a life's history; bytes per
life in the write-ahead log and on disk.`;
const WARM_UP: Load = { concurrency: 8, pause: 0 };

await runBench((stack) => bench(stack).catch((error) => printLogs(stack, error)));

async function bench(stack: Stack): Promise<void> {
  const systems = await openSystems(stack);
  say(ABOUT);
  const gauge = () => read(stack.processes.folder, loginAs(stack.environment.DATABASE_URL ?? '', 'postgres'));
  for (const system of systems) await runRound(system, WARM_UP, quick ? 1 : 4, gauge);

  const results: Round[] = [];
  for (const pause of pauses) {
    for (const concurrency of concurrencies) {
      for (let round = 0; round < rounds; round++) {
        // The second system runs beside the first one's background work, so the order alternates.
        for (const system of round % 2 === 0 ? systems : systems.toReversed()) {
          results.push(await runRound(system, { concurrency, pause }, seconds, gauge));
        }
      }
      say(`\n${comparison(results, { concurrency, pause })}`);
    }
  }
  for (const system of systems) await system.close();

  const sample = (name: System['name']) =>
    results.filter(({ system, pause }) => system === name && pause === pauses.at(-1)).flatMap(({ histories }) => histories);
  say(`Events of a life's history, with pauses between acts\n${historyTable(sample('ours'), sample('bare'))}`);
  saveResults(results);
}

/** Prints the end of the workers' logs, because the stack's folder is deleted. @throws the error */
function printLogs({ processes }: Stack, error: unknown): never {
  for (const name of ['worker', 'bare-worker']) {
    const log = join(processes.folder, `logs/${name}.log`);
    if (existsSync(log)) say(`${name}:\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n')}`);
  }
  throw error;
}

/** Starts the workers and the mail sink, and connects the callers. */
async function openSystems({ processes, ports, environment }: Stack): Promise<System[]> {
  // The mailbox would be measured too, so letters go to a sink. It uses the API's port, which is free here.
  const env = { ...environment, SMTP_URL: `smtp://127.0.0.1:${ports.api}`, METRICS_PORT: String(ports.metrics), LOG_LEVEL: 'warn' };
  processes.run('smtp-sink', process.execPath, [join(root, 'bench/smtp-sink.ts'), String(ports.api)]);
  const systems: System[] = [];
  if (only.includes('ours') || only.includes('task')) {
    const its = { ...env, DATABASE_URL: loginAs(environment.DATABASE_URL ?? '', 'akjet_worker') };
    processes.run('worker', process.execPath, [join(root, 'bench/worker.ts')], { cwd: root, env: its });
    await processes.until('The worker', () => fetch(`http://127.0.0.1:${ports.metrics}/healthz`));
    Object.assign(process.env, env);
    for (const name of ['ours', 'task'] as const) if (only.includes(name)) systems.push(await openOurs(readConfig(), name));
  }
  if (only.includes('bare')) {
    processes.run('bare-worker', process.execPath, [join(root, 'bench/bare/worker.ts')], {
      cwd: root,
      env: { ...env, TASK_QUEUE: BARE_QUEUE },
    });
    systems.push(await openBare(env));
  }
  return systems;
}

function comparison(results: Round[], { concurrency, pause }: Load): string {
  const of = (name: System['name']) =>
    results.filter((round) => round.system === name && round.concurrency === concurrency && round.pause === pause);
  const [ours, bare, task] = [of('ours'), of('bare'), of('task')].map((found) => (found.length > 0 ? figuresOf(found) : undefined));
  const title = `${concurrency} at once, ${pause === 0 ? 'acts back to back' : `${pause} ms between acts`}`;
  return tableOf(title, ours, bare, task);
}

function saveResults(results: Round[]): void {
  const machine = { processors: availableParallelism(), model: cpus()[0]?.model, node: process.version };
  const about = { at: new Date().toISOString(), machine, seconds, rounds, letters: 'a sink over SMTP' };
  const file = join(root, '.local/bench.json');
  mkdirSync(join(root, '.local'), { recursive: true });
  const figures = results.map((round) => ({ ...round, acts: undefined, ...figuresOf([round]) }));
  writeFileSync(file, JSON.stringify({ about, figures }, null, 2));
  say(`\nAll figures: ${file}`);
}
